import { groupBy } from '../../groups.ts';
import type { Position } from '../../kube/resource.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Path } from '../../yaml/document.ts';
import type { SopsConfigs } from '../sops/creation-rules.ts';
import { nearerRecipients } from '../sops/key-groups.ts';
import type { SopsLeaf } from '../sops/leaves.ts';
import { narrowedSelectors } from '../sops/narrowed-selectors.ts';
import { selectorNames } from '../sops/selectors.ts';
import { isSopsMac } from '../value/encrypted.ts';
import { byObject, fieldOf, type OpenLeaves, openSopsLeaves, type SopsFile, sopsPairs } from './open-leaves.ts';
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

/** What a change breaks in files of SOPS. */
export interface SopsAnalysis {
  readonly faults: readonly SopsFault[];
  readonly open: readonly OpenLeaves[];
  /** What can be read in those leaves, for comparing. */
  readonly values: ReadonlySet<string>;
}

/** Compares each file of SOPS with what it was, at its place or where it came from. A new one is judged by its own selectors. */
export function brokenSops(touched: readonly TouchedFile[], configs: Pick<SopsConfigs, 'ruleFor'>): SopsAnalysis {
  const read = sopsPairs(touched);
  const faults = read.pairs.flatMap(({ former, after }) =>
    faultsOf(former, after).map((fault) => ({ ...fault, ...statedIn(configs, after, fault) })),
  );
  const open = openSopsLeaves(touched, read);
  return {
    faults: [...faults, ...touched.flatMap(unreadFault)],
    open: byObject(open),
    values: new Set(open.map(({ leaf }) => leaf.text)),
  };
}

function unreadFault(file: TouchedFile): readonly SopsFault[] {
  const unread = unreadSops(file);
  if (unread === undefined) return [];
  const { reason, detail, place, isManifest } = unread;
  const position = { file: file.path, ...place };
  return [{ is: 'unread', scope: file.scope, position, gained: [reason], lost: [detail], isManifest }];
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
