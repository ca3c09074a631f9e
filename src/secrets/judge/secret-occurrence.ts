import type { ObjectIdentity } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Severity } from '../../severity.ts';
import type { Place } from '../../yaml/document.ts';
import type { FieldKind } from '../places/place.ts';

/** What a judged piece of text is. */
export interface SecretMatch {
  /** A plaintext secret, one still to be put, or a plain value (a host, a user name) where secrets are. */
  readonly is: 'literal' | 'placeholder' | 'plain-setting';
  /** As a finding names it, e.g. `a GitHub personal access token`; undefined where only its place or key says so. */
  readonly what: string | undefined;
  /** Id of the format, for the fingerprint. */
  readonly format: string;
  readonly severity: Severity;
  /** False for a token whose checksum is wrong: mistyped, or made up. */
  readonly isGenuine?: boolean;
  /** The value itself, decoded: goes into the digest and the length, and nowhere else. */
  readonly secret: string;
  /** Names inside the field, where it is a file: `password` of `application.properties`. */
  readonly inner: readonly string[];
  /** Its place in the field's text (1-based), where the field spans several lines. */
  readonly offset: Place | undefined;
}

/** A judgement with the place it was seen at. */
export interface SecretOccurrence extends SecretMatch {
  readonly scope: Scope;
  readonly object: ObjectIdentity | undefined;
  /** The field, list items by their name. For a file that is not a manifest: the file's path first. */
  readonly path: readonly string[];
  readonly key: string;
  readonly role: FieldKind;
  readonly file: string;
  /** Asks the document for the value's place; costly, so only for what is reported. */
  locate(): Place;
}
