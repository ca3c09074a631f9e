import { groupBy } from '../../groups.ts';
import type { ObjectIdentity, Position } from '../../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { readSopsContent, type SopsContent, sopsFormatOf } from '../sops/content.ts';
import type { SopsConfigs } from '../sops/creation-rules.ts';
import { nearerRecipients } from '../sops/key-groups.ts';
import { type SopsLeaf, sopsLeaves } from '../sops/leaves.ts';
import { narrowedSelectors } from '../sops/narrowed-selectors.ts';
import { openComments } from '../sops/open-comments.ts';
import { isDescriptive, isSelected, selectorNames } from '../sops/selectors.ts';
import { identityOf, valueAtPath } from '../text/source.ts';
import { isSopsMac } from '../value/encrypted.ts';
import { safeIdentity, withoutSecrets } from './describe.ts';
import { unreadSops } from './unread-sops.ts';

/** What a change takes from the protection that SOPS gives a file, apart from leaves in plain text. */
export interface SopsFault {
  readonly is:
    | 'unread'
    | 'block-gone'
    | 'mac-gone'
    | 'mac-old'
    | 'recipients'
    | 'threshold'
    | 'groups-joined'
    | 'mac-narrowed'
    | 'selectors-several'
    | 'selector-unread'
    | 'selector-narrowed';
  readonly scope: Scope;
  readonly position: Position;
  readonly removedAt?: Position;
  /**
   * New recipients, as `age age1…`, or those that are in more key groups; the selector that could not be read, or those that exclude each
   * other; the former and the new threshold; fields whose ciphertext changed, or that are no longer selected.
   */
  readonly gained: readonly string[];
  /** Recipients that are gone, where there are new ones; in words, why the file could not be read. */
  readonly lost: readonly string[];
  /** Whether the rule of the base for the file names all new recipients, so that it only is as it should be. */
  readonly isStated?: boolean;
  /** Whether `unreadable-manifest` says of the file that it could not be read, unless what a tool builds of it was judged. */
  readonly isManifest?: boolean;
}

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

/** What a change breaks in files of SOPS. */
export interface SopsAnalysis {
  readonly faults: readonly SopsFault[];
  readonly open: readonly OpenLeaves[];
}

interface SopsFile extends SopsContent {
  readonly path: string;
  readonly scope: Scope;
  readonly text: string;
}

/** Compares each file of SOPS with what it was, at its place or where it came from. A new one is judged by its own selectors. */
export function brokenSops(touched: readonly TouchedFile[], configs: Pick<SopsConfigs, 'ruleFor'>): SopsAnalysis {
  const pairs = touched.flatMap(readSops);
  const gone = new Map<string, SopsFile>();
  for (const { before, after } of pairs) {
    if (before?.metadata === undefined || after !== undefined) continue;
    for (const { text, isEncrypted } of before.leaves) if (isEncrypted) gone.set(text, before);
  }
  const faults: SopsFault[] = [];
  const open: FoundLeaf[] = [];
  for (const { before, after } of pairs) {
    if (after === undefined) continue;
    const former = before?.metadata === undefined ? movedFrom(after, gone) : before;
    if (after.metadata === undefined && !(after.hasCiphertext && former !== undefined)) continue;
    faults.push(...faultsOf(former, after).map((fault) => ({ ...fault, ...statedIn(configs, after, fault) })));
    open.push(...openLeaves(former, after), ...commentLeaves(former, after));
  }
  for (const file of touched) faults.push(...unreadFault(file));
  const known = pairs.flatMap(({ before }) => before?.leaves ?? []);
  return { faults, open: byObject(withoutKnown(open, touched, known)) };
}

function unreadFault(file: TouchedFile): readonly SopsFault[] {
  const unread = unreadSops(file);
  if (unread === undefined) return [];
  const { reason, detail, place, isManifest } = unread;
  const position = { file: file.path, ...place };
  return [{ is: 'unread', scope: file.scope, position, gained: [reason], lost: [detail], isManifest }];
}

interface SopsPair {
  readonly before: SopsFile | undefined;
  readonly after: SopsFile | undefined;
}

/** Both sides of a file of which one may be of SOPS, as the same store reads them. */
function readSops({ path, scope, before, after }: TouchedFile): readonly SopsPair[] {
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

function faultsOf(former: SopsFile | undefined, file: SopsFile): readonly SopsFault[] {
  const { metadata } = file;
  const faults: SopsFault[] = [];
  const fault = (is: SopsFault['is'], path: Path, gained: readonly string[] = [], lost: readonly string[] = []) => {
    const removedAt = former?.blockAt(path);
    const here = file.blockAt(path);
    const removed =
      here !== undefined || former === undefined || removedAt === undefined
        ? {}
        : { removedAt: { file: former.path, ...removedAt } };
    const position = { file: file.path, ...(here ?? file.blockAt([]) ?? { line: 1, column: 1 }) };
    faults.push({ is, scope: file.scope, position, gained, lost, ...removed });
  };
  if (metadata === undefined) {
    fault('block-gone', []);
    return faults;
  }
  const isChanged = former?.metadata?.selectors.stated !== metadata.selectors.stated;
  if (isChanged) {
    const { names, unread } = metadata.selectors;
    for (const name of unread) fault('selector-unread', [name], [name]);
    if (names.length > 1) fault('selectors-several', [newest(names, former)], names);
  }
  if (former?.metadata === undefined) return faults;
  if (isChanged) {
    const { leaves, entries } = narrowedSelectors(former, file);
    const fields = [...leaves.map(({ path, text }) => fieldOf(path, text)), ...entries];
    if (fields.length > 0) fault('selector-narrowed', [selectorIn(file)], fields);
  }
  const before = former.metadata;
  if (isSopsMac(before.mac)) {
    const changed = before.mac === metadata.mac ? changedCiphertext(former, file) : [];
    if (!isSopsMac(metadata.mac)) fault('mac-gone', ['mac']);
    else if (changed.length > 0) fault('mac-old', ['mac'], changed);
  }
  if (metadata.macOnlyEncrypted && !before.macOnlyEncrypted) fault('mac-narrowed', ['mac_only_encrypted']);
  const gained = [...metadata.recipients].filter(([name]) => !before.recipients.has(name));
  const lost = [...before.recipients.keys()].filter((name) => !metadata.recipients.has(name));
  const names = gained.map(([name]) => name);
  if (gained[0] !== undefined) fault('recipients', gained[0][1], names, lost);
  if (metadata.threshold < before.threshold)
    fault('threshold', ['shamir_threshold'], [`${before.threshold}`, `${metadata.threshold}`]);
  const [nearer, ...more] = nearerRecipients(before, metadata);
  if (nearer !== undefined)
    fault(
      'groups-joined',
      nearer.path,
      [nearer, ...more].map(({ recipient }) => recipient),
    );
  return faults;
}

/** The selector that the file had not, for its place. */
function newest(names: readonly string[], former: SopsFile | undefined): string {
  const known = new Set(former?.metadata?.selectors.names);
  return names.findLast((name) => !known.has(name)) ?? names.at(-1) ?? '';
}

function statedIn(configs: Pick<SopsConfigs, 'ruleFor'>, { path }: SopsFile, { is, gained }: SopsFault) {
  const found = is === 'recipients' ? configs.ruleFor(path) : undefined;
  const isStated = found?.is === 'rule' && gained.every((name) => found.rule.recipients.has(name));
  return isStated ? { isStated } : {};
}

/** The selector that a file states, for its place; it may have none any more. */
const selectorIn = ({ blockAt }: SopsFile): string =>
  selectorNames.find((name) => blockAt([name]) !== undefined) ?? 'encrypted_regex';

/**
 * The fields whose ciphertext is not what it was, also those that are new or gone: SOPS writes another MAC for each such change.
 * One that can be read now is reported as such.
 */
function changedCiphertext(former: SopsFile, file: SopsFile): readonly string[] {
  const byField = ({ leaves }: SopsFile) => groupBy(leaves, ({ path, text }) => fieldOf(path, text));
  const [before, after] = [byField(former), byField(file)];
  const fields = [...new Set([...before.keys(), ...after.keys()])];
  return fields.filter((field) => {
    const [were, are] = [before.get(field) ?? [], after.get(field) ?? []];
    if (![...were, ...are].some(({ isEncrypted }) => isEncrypted)) return false;
    const texts = (leaves: readonly SopsLeaf[]) => leaves.map(({ text }) => text).join();
    return are.every(({ isEncrypted }) => isEncrypted) && texts(were) !== texts(are);
  });
}

interface FoundLeaf {
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
  return file.leaves
    .filter((leaf) => !leaf.isEncrypted)
    .filter((leaf) => isSelected(file.metadata?.selectors, leaf) === true || wasSelected(leaf))
    .map((leaf) => ({ file, leaf }));
}

/** Comments that SOPS encrypted, as leaves of their own. */
function commentLeaves(former: SopsFile | undefined, file: SopsFile): readonly FoundLeaf[] {
  return openComments(former?.text ?? '', file.text).map(({ text, above, place }) => {
    const source = { value: undefined, at: () => place, valueAt: () => place, styleAt: () => undefined };
    const path = [`the comment above ${above}`];
    return { file, leaf: { source, path, keys: path, text, isEncrypted: false, comments: () => undefined } };
  });
}

/** What could be read under the same keys before is not new. */
function withoutKnown(
  open: readonly FoundLeaf[],
  touched: readonly TouchedFile[],
  read: readonly SopsLeaf[],
): readonly FoundLeaf[] {
  if (open.length === 0) return open;
  const key = ({ keys, text }: SopsLeaf) => JSON.stringify([keys, text]);
  const written = touched.flatMap(({ before }) => sopsLeaves(before?.documents ?? []));
  const known = new Set([...written, ...read].map(key));
  return open.filter(({ leaf }) => !known.has(key(leaf)));
}

function byObject(open: readonly FoundLeaf[]): readonly OpenLeaves[] {
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
function objectOf({ source: { value }, path }: SopsLeaf): ObjectIdentity | undefined {
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
function fieldOf(path: Path, text: string): string {
  const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return withoutSecrets(field.replace(/^\./, ''), text).slice(0, 200);
}
