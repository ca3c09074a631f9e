import { isMapping, type Mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Source } from '../text/source.ts';
import { credentialKey, isPluralCredential } from '../value/credential-key.ts';
import { looksGenerated } from '../value/entropy.ts';
import { remembered } from '../value/remembered.ts';
import { roleAt } from './index.ts';
import type { FieldKind } from './place.ts';

/** One scalar of a source, with the name that speaks for it and how its place is read. */
export interface Field {
  /** Changes as the walk goes on: copy what is kept. */
  readonly path: Path;
  readonly key: string;
  readonly text: string;
  readonly role: FieldKind;
  /** The item before it in its sequence: `--password` before the password. */
  readonly previous: string | undefined;
  /** The text is a whole list of arguments, each of which was visited on its own before. */
  readonly isJoined?: boolean;
}

/** A list of arguments as one command line; undefined where it is none, or too long to be typed. */
function commandLine(items: readonly unknown[]): string | undefined {
  if (items.length < 2 || items.length > 200 || !items.every((item) => typeof item === 'string')) return undefined;
  return items.map((item) => (/[\s"']/.test(item) && !item.includes("'") ? `'${item}'` : item)).join(' ');
}

/** Whether what is below a key names something. */
const namesAnother = remembered((key) => /(?:[a-z]Refs?|^valueFrom)$/.test(key));
const deepest = 120;

/**
 * Calls `visit` with every text and number of a source, in document order. `patchesSecret` says that the source is a
 * JSON patch whose target is a Secret; `withSwitches`, that true and false are visited as well.
 */
export function forEachField(
  source: Source,
  visit: (field: Field) => void,
  { patchesSecret = false, withSwitches = false }: { patchesSecret?: boolean; withSwitches?: boolean } = {},
): void {
  const path: (string | number)[] = [];
  let inReference = 0;

  const parents: unknown[] = [];

  const enter = (value: unknown, previous: string | undefined): void => {
    const type = typeof value;
    if (type === 'string' || type === 'number' || type === 'bigint' || (withSwitches && type === 'boolean')) {
      const role =
        inReference > 0 ? 'name' : (patchRole(path, parents, patchesSecret) ?? roleOf(source, path, parents));
      visit({ path, key: nameFor(path, parents), text: String(value), role, previous });
    } else if (Array.isArray(value)) {
      if (path.length >= deepest) return;
      const isCommand = inReference === 0 && roleAt(source.identity, path) === 'command';
      parents.push(value);
      value.forEach((item: unknown, index) => {
        const before: unknown = value[index - 1];
        path.push(index);
        enter(item, typeof before === 'string' ? before : undefined);
        path.pop();
      });
      parents.pop();
      const line = isCommand ? commandLine(value) : undefined;
      if (line !== undefined)
        visit({ path, key: nameFor(path, parents), text: line, role: 'command', previous: undefined, isJoined: true });
    } else if (isMapping(value)) {
      if (path.length >= deepest) return;
      parents.push(value);
      for (const key of Object.keys(value)) {
        const isReference = namesAnother(key) || (key === 'secretKey' && namesEntry(value));
        if (isReference) inReference++;
        path.push(key);
        // A value may have been written where its key belongs: `password=…:`, or a key without a value.
        const isPair = key.includes('=') && /^[\w.-]{2,80}=./.test(key);
        if (isPair || (value[key] === null && looksGenerated(key))) {
          const isSecret = inReference === 0 && roleAt(source.identity, path).startsWith('secret');
          const role = isSecret ? 'secret' : 'deployed';
          if (isPair || isSecret) visit({ path, key: '', text: key, role, previous: undefined });
        }
        enter(value[key], undefined);
        path.pop();
        if (isReference) inReference--;
      }
      parents.pop();
    }
  };
  enter(source.value, undefined);
}

/** Whether `secretName` and `secretKey` together name an entry of a Secret: no key of one looks as if a generator had made it. */
function namesEntry({ secretName, secretKey }: Mapping): boolean {
  return typeof secretName === 'string' && !(typeof secretKey === 'string' && looksGenerated(secretKey));
}

/** The steps of a JSON pointer (RFC 6901). */
function patchedField(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A JSON patch on stringData can only be one on a Secret; one on data is where its target says so. */
function patchRole(path: Path, parents: readonly unknown[], patchesSecret: boolean): FieldKind | undefined {
  // Either the patch's value is the leaf, or a mapping that holds it.
  for (const at of [parents.length - 1, parents.length - 2]) {
    const parent = parents[at];
    if (path[at] !== 'value' || !isMapping(parent) || typeof parent.op !== 'string' || typeof parent.path !== 'string')
      continue;
    const [field] = patchedField(parent.path);
    if (field === 'stringData') return 'secret';
    if (patchesSecret && field === 'data') return 'secret-base64';
  }
  return undefined;
}

/** An inline patch whose target is a Secret is read as one, and so is a Secret inside another object. */
function roleOf(source: Source, path: Path, parents: readonly unknown[]): FieldKind {
  const role = roleAt(source.identity, path);
  if (role === 'open' && path.at(-2) === 'data' && isInSecret(parents)) return 'secret-base64';
  if (role !== 'manifest' || path.at(-1) !== 'patch') return role;
  const parent = parents.at(-1);
  return isMapping(parent) && isMapping(parent.target) && parent.target.kind === 'Secret' ? 'secret-patch' : role;
}

/** Whether `data` belongs to a Secret inside another object: `generate: {kind: Secret, data: {data: …}}`. */
function isInSecret(parents: readonly unknown[]): boolean {
  return [parents.at(-2), parents.at(-3)].some(
    (parent) =>
      isMapping(parent) && parent.kind === 'Secret' && (parent.apiVersion === undefined || parent.apiVersion === 'v1'),
  );
}

/** The name that speaks for a value: its key, or the `name` next to a `value`, or the key of its list. */
function nameFor(path: Path, parents: readonly unknown[]): string {
  let at = path.length - 1;
  while (at > 0 && typeof path[at] === 'number') at--;
  const key = String(path[at] ?? '');
  // The private members of a JSON Web Key (RFC 7518 §6).
  const owner = /^(?:d|k|p|q|dp|dq|qi)$/.test(key) ? parents[at] : undefined;
  if (isMapping(owner) && typeof owner.kty === 'string') return 'privateKey';
  // In a mapping of credentials each key only says whose: `apiKeys: {reader: VALUE}`.
  const above = path[at - 1];
  if (typeof above === 'string' && isPluralCredential(above) && credentialKey(key) === 'none') return above;
  if (!/^(?:value|Value|default|stringValue|plainText|plaintext|literal)$/.test(key)) return key;
  const parent = parents[at];
  if (isMapping(parent)) {
    if (typeof parent.op === 'string' && typeof parent.path === 'string')
      return patchedField(parent.path).at(-1) ?? key;
    for (const naming of ['name', 'key', 'Name', 'Key', 'id']) {
      const name = parent[naming];
      if (typeof name === 'string' && name !== '') return name;
    }
  }
  for (let above = at - 1; above >= 0; above--) if (typeof path[above] === 'string') return String(path[above]);
  return key;
}

/** A path for people and fingerprints: list items by their name or key, never by their index. */
export function subjectPath(value: unknown, path: Path): readonly string[] {
  const steps: string[] = [];
  let current = value;
  for (const step of path) {
    const next: unknown = Array.isArray(current)
      ? current[Number(step)]
      : isMapping(current)
        ? current[String(step)]
        : undefined;
    if (typeof step === 'string') steps.push(step);
    else steps.push(`[${itemName(next)}]`);
    current = next;
  }
  return steps;
}

function itemName(item: unknown): string {
  if (!isMapping(item)) return '';
  for (const naming of ['name', 'key', 'id', 'host', 'path', 'kind']) {
    const name = item[naming];
    if (typeof name === 'string') return name;
  }
  return '';
}
