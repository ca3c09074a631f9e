import { groupBy } from '../../groups.ts';
import { mayHideWords } from '../../kube/candidate.ts';
import type { ObjectIdentity, Position } from '../../kube/resource.ts';
import type { FileSide, Scope, TouchedFile } from '../../kube/touched-file.ts';
import { text as asText } from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';
import { type SopsLeaf, sopsLeaves } from '../sops/leaves.ts';
import { isSelected, type SopsMetadata, sopsMetadata } from '../sops/metadata.ts';
import { identityOf, valueAtPath } from '../text/source.ts';
import { isSopsMac } from '../value/encrypted.ts';
import { safeIdentity, withoutSecrets } from './describe.ts';

/** What a change takes from the protection that SOPS gives a file, apart from leaves in plain text. */
export interface SopsFault {
  readonly is: 'block-gone' | 'mac-gone' | 'recipients' | 'threshold' | 'mac-narrowed' | 'selector-unread';
  readonly scope: Scope;
  readonly position: Position;
  readonly removedAt?: Position;
  /** New recipients, as `age age1…`; the selector that could not be read; the former and the new threshold. */
  readonly gained: readonly string[];
  /** Recipients that are gone, where there are new ones. */
  readonly lost: readonly string[];
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

interface SopsFile {
  readonly path: string;
  readonly scope: Scope;
  readonly documents: FileSide['documents'];
  readonly leaves: readonly SopsLeaf[];
  readonly metadata: SopsMetadata | undefined;
  readonly hasCiphertext: boolean;
}

/** Compares each file of SOPS with what it was, at its place or where it came from. A new one is judged by its own selectors. */
export function brokenSops(touched: readonly TouchedFile[]): SopsAnalysis {
  const pairs = touched.map((file) => ({ before: readSops(file, 'before'), after: readSops(file, 'after') }));
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
    faults.push(...faultsOf(former, after));
    open.push(...openLeaves(former, after));
  }
  return { faults, open: byObject(withoutKnown(open, touched)) };
}

function readSops({ path, scope, ...sides }: TouchedFile, which: 'before' | 'after'): SopsFile | undefined {
  const side = sides[which];
  // An escape may write either word.
  const mayBeSops = side !== undefined && (/sops|ENC\[AES256_GCM/.test(side.text) || mayHideWords(side.bytes));
  if (!mayBeSops) return undefined;
  const { documents } = side;
  const leaves = sopsLeaves(documents);
  const hasCiphertext = leaves.some(({ isEncrypted }) => isEncrypted);
  return { path, scope, documents, leaves, metadata: sopsMetadata(documents), hasCiphertext };
}

/** The file that is gone and held the same ciphertext. */
function movedFrom({ leaves }: SopsFile, gone: ReadonlyMap<string, SopsFile>): SopsFile | undefined {
  const leaf = leaves.find(({ text, isEncrypted }) => isEncrypted && gone.has(text));
  return leaf === undefined ? undefined : gone.get(leaf.text);
}

function faultsOf(former: SopsFile | undefined, file: SopsFile): readonly SopsFault[] {
  const { scope, metadata } = file;
  const fault = (is: SopsFault['is'], path: Path, gained: readonly string[] = [], lost: readonly string[] = []) => {
    const removedAt = former === undefined ? undefined : positionOf(former, path);
    const isHere = valueAtPath(file.documents[0]?.value, path) !== undefined;
    const position = positionOf(file, isHere ? path : metadata === undefined ? [] : ['sops']);
    return { is, scope, position, gained, lost, ...(isHere || removedAt === undefined ? {} : { removedAt }) };
  };
  const faults: SopsFault[] = [];
  if (metadata === undefined) return [fault('block-gone', ['sops'])];
  for (const name of metadata.unread)
    if (former?.metadata?.block[name] !== metadata.block[name])
      faults.push(fault('selector-unread', ['sops', name], [name]));
  if (former?.metadata === undefined) return faults;
  const { block, recipients, threshold } = former.metadata;
  if (hasMac(block) && !hasMac(metadata.block)) faults.push(fault('mac-gone', ['sops', 'mac']));
  if (metadata.block.mac_only_encrypted === true && block.mac_only_encrypted !== true)
    faults.push(fault('mac-narrowed', ['sops', 'mac_only_encrypted']));
  const gained = [...metadata.recipients].filter(([name]) => !recipients.has(name));
  const lost = [...recipients.keys()].filter((name) => !metadata.recipients.has(name));
  const [first] = gained;
  if (first !== undefined)
    faults.push(
      fault(
        'recipients',
        first[1],
        gained.map(([name]) => name),
        lost,
      ),
    );
  if (metadata.threshold < threshold)
    faults.push(fault('threshold', ['sops', 'shamir_threshold'], [`${threshold}`, `${metadata.threshold}`]));
  return faults;
}

const hasMac = ({ mac }: SopsMetadata['block']): boolean => isSopsMac(asText(mac) ?? '');

function positionOf({ path: file, documents }: SopsFile, path: Path): Position {
  return { file, ...(documents[0]?.at(path) ?? { line: 1, column: 1 }) };
}

interface FoundLeaf {
  readonly file: SopsFile;
  readonly leaf: SopsLeaf;
}

/** What can be read although the selectors of the file select it, or those that it had. */
function openLeaves(former: SopsFile | undefined, file: SopsFile): readonly FoundLeaf[] {
  const encrypted = new Set(former?.leaves.filter((leaf) => leaf.isEncrypted).map(({ keys }) => JSON.stringify(keys)));
  const wasSelected = ({ keys }: SopsLeaf): boolean => {
    if (former?.metadata === undefined || isDescriptive(keys)) return false;
    return isSelected(former.metadata.selectors, keys) ?? encrypted.has(JSON.stringify(keys));
  };
  return file.leaves
    .filter((leaf) => !leaf.isEncrypted)
    .filter((leaf) => isSelected(file.metadata?.selectors, leaf.keys) === true || wasSelected(leaf))
    .map((leaf) => ({ file, leaf }));
}

/** What names and describes an object: selectors that newly leave it readable are as SOPS advises for Kubernetes. */
const isDescriptive = ([first = '']: readonly string[]): boolean =>
  /^(?:apiVersion|kind|metadata|type|immutable)$/.test(first);

/** What could be read under the same keys before is not new. */
function withoutKnown(open: readonly FoundLeaf[], touched: readonly TouchedFile[]): readonly FoundLeaf[] {
  if (open.length === 0) return open;
  const key = ({ keys, text }: SopsLeaf) => JSON.stringify([keys, text]);
  const known = new Set(touched.flatMap(({ before }) => sopsLeaves(before?.documents ?? []).map(key)));
  return open.filter(({ leaf }) => !known.has(key(leaf)));
}

function byObject(open: readonly FoundLeaf[]): readonly OpenLeaves[] {
  const groups = groupBy(
    open.map((each) => ({ ...each, object: objectOf(each.leaf) })),
    ({ file, leaf, object }) => JSON.stringify([file.path, file.documents.indexOf(leaf.document), object]),
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
function objectOf({ document: { value }, path }: SopsLeaf): ObjectIdentity | undefined {
  const item = path[0] === 'items' ? identityOf(valueAtPath(value, path.slice(0, 2))) : undefined;
  return item ?? identityOf(value);
}

function openLeaf({ file, leaf: { document, path, text } }: FoundLeaf): OpenLeaf {
  const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  const lines = text.split('\n').length;
  return {
    position: { file: file.path, ...document.at(path) },
    lastLine: document.valueAt(path).line + lines,
    field: withoutSecrets(field.replace(/^\./, ''), text).slice(0, 200),
  };
}
