import type { ObjectIdentity } from '../../kube/resource.ts';
import { isMapping, mapping } from '../../plain-values.ts';
import type { Path, Place, ScalarStyle } from '../../yaml/document.ts';
import { isSopsMac, longestMac } from '../value/encrypted.ts';

/** Something whose leaves can be judged: a Kubernetes object, a plain document, or what a tolerant reading made of a text. */
export interface Source {
  readonly identity: ObjectIdentity | undefined;
  readonly value: unknown;
  at(path: Path): Place;
  valueAt(path: Path): Place;
  styleAt(path: Path): ScalarStyle | undefined;
}

/** The value at a path, undefined where there is none. */
export function valueAtPath(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = typeof step === 'number' ? current[step] : undefined;
    else if (isMapping(current)) current = current[String(step)];
    else return undefined;
  }
  return current;
}

/** The identity a document gives itself, where it is a Kubernetes object at all; template expressions are names like any other. */
export function identityOf(value: unknown): ObjectIdentity | undefined {
  if (!isMapping(value) || typeof value.kind !== 'string') return undefined;
  const apiVersion = typeof value.apiVersion === 'string' ? value.apiVersion : '';
  const metadata = mapping(value.metadata);
  return {
    group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
    kind: value.kind,
    namespace: typeof metadata.namespace === 'string' ? metadata.namespace : undefined,
    name: typeof metadata.name === 'string' ? metadata.name : '',
  };
}

/** A document that SOPS wrote: its MAC is what makes ENC[…] more than a shape. */
export function isSopsDocument(value: unknown): boolean {
  const sops = valueAtPath(value, ['sops']);
  return isMapping(sops) && typeof sops.mac === 'string' && isSopsMac(sops.mac) && sops.lastmodified !== undefined;
}

/** A text that SOPS wrote, in any of its stores. */
export function isSopsText(text: string): boolean {
  if (!text.includes('sops')) return false;
  if (!/^sops_mac=|^\[sops\]|^\s{0,8}"?sops"?:/m.test(text) || !/lastmodified/.test(text)) return false;
  const mac = /^(?:sops_)?mac\s*=\s*(ENC\[[^\]\n]{1,1000}\])|"?mac"?:\s{0,4}"?(ENC\[[^\]\n]{1,1000}\])/m.exec(text);
  return isSopsMac(mac?.[1] ?? mac?.[2] ?? '');
}

/** What SOPS keeps about a dotenv file in the file's own variables (getsops/sops, stores/flatten.go and stores.go, Metadata). */
const sopsVariable =
  /^sops_(?:mac|lastmodified|version|mac_only_encrypted|shamir_threshold|(?:un)?encrypted_(?:suffix|(?:comment_)?regex)|(?:age|pgp|kms|gcp_kms|azure_kv|hc_vault|hckms|key_groups)__(?:list|map)_\w{1,200})$/;

/** Whether a field is one of those that SOPS keeps about a file, where `document` is a file of SOPS or a Secret that was made of one. */
export function isSopsMetadata(document: unknown, [first, key]: Path): boolean {
  if (first === 'sops') return isSopsDocument(document);
  return first === 'data' && sopsVariable.test(String(key)) && isSopsEntries(document);
}

/** A Secret whose entries are the variables of a dotenv file that SOPS encrypted. */
export function isSopsEntries(document: unknown): boolean {
  const data = valueAtPath(document, ['data']);
  if (!isMapping(data) || typeof data.sops_mac !== 'string' || data.sops_lastmodified === undefined) return false;
  // This is asked of every entry: nothing longer is decoded each time.
  if (data.sops_mac.length > 2 * longestMac) return false;
  return isSopsMac(Buffer.from(data.sops_mac, 'base64').toString('utf8').trim());
}
