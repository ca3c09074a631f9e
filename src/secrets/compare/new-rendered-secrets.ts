import { createHmac } from 'node:crypto';
import { addTo } from '../../groups.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { compareSeverity } from '../../severity.ts';
import { objectSecrets } from '../judge/file-secrets.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import type { NewSecret, WrittenSecrets } from './new-secrets.ts';

/** The objects that a tool makes of the files of one scope, before and after. */
export interface RenderedObjects {
  readonly scope: Scope;
  /** The file that is named where nothing better is known. */
  readonly file: string;
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  /** Whether a text could be read in the files of the base's side, as it is or in base64. */
  wasReadable(text: string): boolean;
}

/**
 * The secrets that only rendering shows: a value that a template, a patch or a generator puts where secrets are. What was
 * rendered or could be read before is not new, and what the sources show is said there.
 */
export function newRenderedSecrets(
  rendered: readonly RenderedObjects[],
  written: WrittenSecrets,
  digestKey: Buffer,
): readonly NewSecret[] {
  const shown = [...written.before, ...written.after]
    .map(({ secret }) => secret.trim())
    .filter((secret) => secret !== '');
  const groups = new Map<string, SecretOccurrence[]>();
  for (const { scope, file, before, after, wasReadable } of rendered) {
    const fresh = (own: readonly Resource[], other: readonly Resource[]) => {
      const known = new Set(other.map(({ value }) => value));
      return objectSecrets(
        own.filter(({ value }) => !known.has(value)),
        { path: file, scope },
      );
    };
    const old = new Set(fresh(before, after).map(({ secret }) => secret));
    for (const occurrence of fresh(after, before)) {
      const { is, secret } = occurrence;
      if (is !== 'literal' || old.has(secret)) continue;
      if (shown.some((each) => isPart(each, secret)) || wasReadable(secret.trim())) continue;
      addTo(groups, createHmac('sha256', digestKey).update(secret).digest('base64'), occurrence);
    }
  }
  return [...groups.values()].map((group) => ({
    is: 'literal',
    occurrences: oncePerPlace(group).sort((a, b) => compareSeverity(a.severity, b.severity)),
    movedFrom: undefined,
  }));
}

/** Shorter texts are in others by chance. */
const shortest = 6;

function isPart(one: string, other: string): boolean {
  const [text, inside] = one.length > other.length ? [one, other.trim()] : [other, one];
  return text === inside || (inside.length >= shortest && text.includes(inside));
}

/** The occurrences with the place of the source that each comes from; several roots often share one. */
function oncePerPlace(group: readonly SecretOccurrence[]): SecretOccurrence[] {
  const places = new Map<string, SecretOccurrence>();
  for (const occurrence of group) {
    const position: Position = { file: occurrence.file, ...occurrence.locate() };
    const key = JSON.stringify([position.file, position.line, position.column]);
    if (!places.has(key)) places.set(key, { ...occurrence, file: position.file, locate: () => position });
  }
  return [...places.values()];
}
