import { groupBy } from '../../groups.ts';
import type { ObjectIdentity, Position } from '../../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { isReadable } from '../protection/readable.ts';
import { readSopsContent, type SopsContent, sopsFormatOf } from '../sops/content.ts';
import { type SopsLeaf, sopsLeaves } from '../sops/leaves.ts';
import { openComments } from '../sops/open-comments.ts';
import { isDescriptive, isSelected } from '../sops/selectors.ts';
import { identityOf, valueAtPath } from '../text/source.ts';
import { safeIdentity, withoutSecrets } from './describe.ts';

/** Leaves of one object that SOPS should have encrypted, and that can be read. */
export interface OpenLeaves {
  readonly scope: Scope;
  readonly object: ObjectIdentity | undefined;
  readonly severity: Severity;
  /** At least one. */
  readonly leaves: readonly OpenLeaf[];
}

/** One of them: its place, and never its value. */
export interface OpenLeaf {
  readonly position: Position;
  readonly lastLine: number;
  /** `data.password`. */
  readonly field: string;
}

/** A file of SOPS on one side of a change. */
export interface SopsFile extends SopsContent {
  readonly path: string;
  readonly scope: Scope;
  readonly text: string;
}

/** A file of SOPS, or what is left of one, with its former self. */
export interface SopsPair {
  readonly former: SopsFile | undefined;
  readonly after: SopsFile;
}

/** The files of SOPS of a change. */
export interface SopsPairs {
  /** Each with what it was, at its place or where it came from. */
  readonly pairs: readonly SopsPair[];
  /** All that such files held before. */
  readonly held: readonly SopsLeaf[];
}

/** Reads the files of SOPS of a change. */
export function sopsPairs(touched: readonly TouchedFile[]): SopsPairs {
  const sides = touched.flatMap(readSops);
  const gone = new Map<string, SopsFile>();
  for (const { before, after } of sides) {
    if (before?.metadata === undefined || after !== undefined) continue;
    for (const { text, isEncrypted } of before.leaves) if (isEncrypted) gone.set(text, before);
  }
  const pairs = sides.flatMap(({ before, after }) => {
    if (after === undefined) return [];
    const former = before?.metadata === undefined ? movedFrom(after, gone) : before;
    return after.metadata === undefined && !(after.hasCiphertext && former !== undefined) ? [] : [{ former, after }];
  });
  return { pairs, held: sides.flatMap(({ before }) => before?.leaves ?? []) };
}

/** Both sides of a file of which one may be of SOPS. */
interface Sides {
  readonly before: SopsFile | undefined;
  readonly after: SopsFile | undefined;
}

/** Both sides as the same store reads them. */
function readSops({ path, scope, before, after }: TouchedFile): readonly Sides[] {
  const format = sopsFormatOf(after) ?? sopsFormatOf(before);
  if (format === undefined) return [];
  const read = (side: FileSide | undefined) =>
    side && { path, scope, text: side.text, ...readSopsContent(side, format) };
  return [{ before: read(before), after: read(after) }];
}

/** The file that is gone and held the same ciphertext. */
function movedFrom({ leaves }: SopsFile, gone: ReadonlyMap<string, SopsFile>): SopsFile | undefined {
  const leaf = leaves.find(({ text, isEncrypted }) => isEncrypted && gone.has(text));
  return leaf === undefined ? undefined : gone.get(leaf.text);
}

/** A leaf that can be read, in its file. */
export interface FoundLeaf {
  readonly file: SopsFile;
  readonly leaf: SopsLeaf;
}

/** What can be read although the selectors of the file select it, or those that it had. */
function openLeaves(former: SopsFile | undefined, file: SopsFile): readonly FoundLeaf[] {
  const encrypted = new Set(former?.leaves.filter((leaf) => leaf.isEncrypted).map(({ keys }) => JSON.stringify(keys)));
  const wasSelected = (leaf: SopsLeaf): boolean => {
    if (former?.metadata === undefined) return false;
    // Selectors that newly leave it readable are as SOPS advises for Kubernetes.
    if (file.metadata !== undefined && isDescriptive(leaf.keys[0] ?? '')) return false;
    // Its selectors may have been changed before.
    return encrypted.has(JSON.stringify(leaf.keys)) || isSelected(former.metadata.selectors, leaf) === true;
  };
  const renamed = renamedIn(former, file);
  return file.leaves
    .filter((leaf) => !leaf.isEncrypted)
    .filter((leaf) => isSelected(file.metadata?.selectors, leaf) === true || wasSelected(leaf) || renamed(leaf))
    .map((leaf) => ({ file, leaf }));
}

/** Says which leaf has a name by which SOPS leaves it readable, in the place of one that it encrypted: `key_unencrypted` of `key`. */
function renamedIn(former: SopsFile | undefined, file: SopsFile): (leaf: SopsLeaf) => boolean {
  const suffixes = [former, file]
    .flatMap((side) => [side?.metadata?.selectors.unencryptedSuffix, side?.metadata?.selectors.encryptedSuffix])
    .filter((suffix) => suffix !== undefined && suffix !== '') as string[];
  if (former === undefined || suffixes.length === 0) return () => false;
  const plain = (key: string) =>
    suffixes.reduce((name, each) => (name.endsWith(each) ? name.slice(0, -each.length) : name), key);
  const bare = (keys: readonly string[]) => JSON.stringify(keys.map(plain));
  const still = new Set(file.leaves.map(({ keys }) => JSON.stringify(keys)));
  const gone = former.leaves.filter(({ isEncrypted, keys }) => isEncrypted && !still.has(JSON.stringify(keys)));
  const names = new Set(gone.map(({ keys }) => bare(keys)));
  return ({ keys, text }) => names.size > 0 && names.has(bare(keys)) && isReadable(text, plain(keys.at(-1) ?? ''));
}

/** Comments that SOPS encrypted, as leaves of their own. */
function commentLeaves(former: SopsFile | undefined, file: SopsFile): readonly FoundLeaf[] {
  return openComments(former?.text ?? '', file.text).map(({ text, above, place }) => {
    const source = { value: undefined, at: () => place, valueAt: () => place, styleAt: () => undefined };
    const path = [`the comment above ${above}`];
    return { file, leaf: { source, path, keys: path, text, isEncrypted: false, comments: () => undefined } };
  });
}

/** What SOPS should have encrypted in the pairs and can be read; what could be read under the same keys before is not new. */
export function openSopsLeaves(
  touched: readonly TouchedFile[],
  { pairs, held }: SopsPairs = sopsPairs(touched),
): readonly FoundLeaf[] {
  const open = pairs.flatMap(({ former, after }) => [...openLeaves(former, after), ...commentLeaves(former, after)]);
  if (open.length === 0) return open;
  const key = ({ keys, text }: SopsLeaf) => JSON.stringify([keys, text]);
  const written = touched.flatMap(({ before }) => sopsLeaves(before?.documents ?? []));
  const known = new Set([...written, ...held].map(key));
  return open.filter(({ leaf }) => !known.has(key(leaf)));
}

export function byObject(open: readonly FoundLeaf[]): readonly OpenLeaves[] {
  // Lines of a file without structure belong together.
  const sources = new Map<unknown, number>();
  for (const { leaf } of open)
    if (leaf.source.value !== undefined && !sources.has(leaf.source)) sources.set(leaf.source, sources.size);
  const groups = groupBy(
    open.map((each) => ({ ...each, object: objectOf(each.leaf) })),
    ({ file, leaf, object }) => JSON.stringify([file.path, sources.get(leaf.source), object]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { object, file } = first;
    const isSecret =
      object?.kind === 'Secret' && group.some(({ leaf }) => leaf.keys.some((key) => /^(?:data|stringData)$/.test(key)));
    return {
      scope: file.scope,
      object: object && safeIdentity(object, first.leaf.text),
      severity: isSecret ? 'critical' : 'high',
      leaves: group.map(openLeaf),
    };
  });
}

/** The object that a leaf is in: its document, or an item of a list. */
export function objectOf({ source: { value }, path }: SopsLeaf): ObjectIdentity | undefined {
  const item = path[0] === 'items' ? identityOf(valueAtPath(value, path.slice(0, 2))) : undefined;
  return item ?? identityOf(value);
}

function openLeaf({ file, leaf: { source, path, text } }: FoundLeaf): OpenLeaf {
  const isBlock = /^(?:literal|folded)$/.test(source.styleAt(path) ?? '');
  const more = isBlock ? text.trimEnd().split('\n').length : 0;
  return {
    position: { file: file.path, ...source.at(path) },
    lastLine: source.valueAt(path).line + more,
    field: fieldOf(path, text),
  };
}

/** `data.password`, `spec.list[0]`. */
export function fieldOf(path: Path, text: string): string {
  const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return withoutSecrets(field.replace(/^\./, ''), text).slice(0, 200);
}
