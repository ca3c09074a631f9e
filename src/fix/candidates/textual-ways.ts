import type { Position } from '../../kube/resource.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { mapping, scalarText, text as textOf } from '../../plain-values.ts';
import { servedBy } from '../../secrets/protection/served.ts';
import type { DocumentTree } from '../../yaml/parse-tree.ts';
import { sameDocument } from '../edit/align.ts';
import { lineBreakOf, offsetOf } from '../edit/lines.ts';
import { locate } from '../edit/locate.ts';
import { type Way, type Written, waysAt, waysBack } from '../edit/node-ways.ts';
import { echoesOf, withEchoes } from '../special/echoes.ts';
import { waysWithoutSecret, withoutComment } from '../special/secret.ts';
import { withoutUnseen } from '../special/unseen.ts';
import { yamlScalar } from '../special/written.ts';
import { type Candidate, type FileChange, isOfFile, ofEdits, type Target } from './candidate.ts';
import { documentBack, documentOut } from './document-ways.ts';
import { makerBack } from './former-maker.ts';
import { ofLines, ofSingleLines } from './line-ways.ts';
import { unlisted } from './unlisted.ts';
import { isObject, mayTakeOut } from './whole-file.ts';
import type { Present, Workbench, WorkFile } from './workbench.ts';

/** Everything that edits the file's text. */
export function* textualWays(work: Present, place: Position, target: Target, bench: Workbench): Generator<Candidate> {
  if (target.rule === 'plaintext-secret' || target.rule === 'placeholder-secret') {
    yield* withoutSecret(work, place, bench);
    return;
  }
  const replaced = replacedObject(work, place);
  if (replaced !== undefined) {
    yield replaced;
    return;
  }
  if (target.rule === 'secret-protection-lost') yield* makerBack(work, place, target, bench);
  yield* special(work, target);
  const isGone = isOnlyBefore(work.file, target);
  if (!isGone) {
    yield* suggested(work, place, target);
    yield* ofNodes(work, place, target, bench);
  }
  const formerPlace = isGone ? place : target.removedAt?.file === place.file ? target.removedAt : undefined;
  if (formerPlace !== undefined) yield* ofFormer(work, formerPlace);
  if (isOfFile(target)) yield* ofSingleLines(work, place, formerPlace, target, bench);
  yield* ofLines(work, place, isGone, formerPlace);
  if (target.rule === 'secret-protection-lost' && work.before === undefined) yield* withoutSecret(work, place, bench);
}

/** The former object, where the change put one of another kind in its place: parts of both together are neither. */
function replacedObject({ after, before, path }: Present, place: Position): Candidate | undefined {
  const offset = offsetOf(after.text, place);
  if (offset === undefined || after.trees === undefined || before?.trees === undefined) return undefined;
  const tree = locate(after.text, after.trees, offset)?.tree;
  const former = tree && sameDocument(tree, after.trees, before.trees);
  if (tree === undefined || former === undefined) return undefined;
  const [kind, was] = [tree, former].map(({ root }) => textOf(mapping(root.value).kind));
  if (kind === undefined || was === undefined || kind === was) return undefined;
  const text = before.text.slice(former.start, former.end);
  const edit = { start: tree.start, end: tree.end, text, former: former.start };
  return ofEdits(path, [edit], `puts the ${was} back in place of the ${kind}`);
}

/** The file without a value that is secret: what base has there is no fix, since it was readable too. */
export function* withoutSecret(work: Present, place: Position, bench: Workbench): Generator<Candidate> {
  const { after, path, file } = work;
  const offset = offsetOf(after.text, place);
  if (offset === undefined) return;
  const found = after.trees === undefined ? undefined : locate(after.text, after.trees, offset);
  const tree = found?.tree;
  if (tree !== undefined && isServed(tree, file.scope, bench)) {
    if ((after.trees?.length ?? 0) > 1) yield* documentOut(work, tree);
    else
      yield {
        what: `takes ${path} out, whose Secret another object makes`,
        changes: [{ kind: 'remove', path }, ...unlisted(path, bench)],
        cost: 0,
        hidesSecret: true,
      };
  }
  const comment = withoutComment(after.text, tree?.root, offset);
  const ways =
    found === undefined
      ? []
      : waysWithoutSecret({ text: after.text, root: found.tree.root }, found.path, offset, bench.secretWays);
  const echoes =
    found === undefined || comment !== undefined ? [] : echoesOf(after.text, found.tree, found.path, offset);
  let order = 0;
  // The first one that does is the best one: what delivers the value belongs to it.
  for (const { edits, what } of comment === undefined ? ways : [comment]) {
    const all = withEchoes(edits, echoes);
    if (all !== undefined) yield { ...ofEdits(path, all, what), cost: order++, hidesSecret: true };
  }
}

/** Whether a document is a Secret all of whose keys another object makes already. */
function isServed({ root }: DocumentTree, scope: string, { served }: Workbench): boolean {
  const { kind, metadata, data, stringData } = mapping(root.value);
  const { name, namespace } = mapping(metadata);
  const keys = [...Object.keys(mapping(data)), ...Object.keys(mapping(stringData))];
  const object = { group: '', kind: 'Secret', name: scalarText(name), namespace: textOf(namespace) };
  return (
    kind === 'Secret' && keys.length > 0 && keys.every((key) => servedBy(served, scope, object, key) !== undefined)
  );
}

/** What only one rule's findings need. */
function* special({ after, before, path }: Present, { rule, object }: Target): Generator<Candidate> {
  if (rule === 'hidden-from-diff') {
    const edits = withoutUnseen(after.text, before?.text ?? '');
    if (edits.length > 0) yield ofEdits(path, edits, 'takes the hidden characters out');
  }
  if (rule === 'namespace-unfenced' && object !== undefined) {
    const br = lineBreakOf(after.text);
    const document = [
      '---',
      'apiVersion: networking.k8s.io/v1',
      'kind: NetworkPolicy',
      'metadata:',
      '  name: default-deny',
      `  namespace: ${yamlScalar(object.name)}`,
      'spec:',
      '  podSelector: {}',
      '  policyTypes: [Ingress]',
      '',
    ];
    const end = after.text.length;
    const text = (after.text.endsWith('\n') ? '' : br) + document.join(br);
    const way = ofEdits(path, [{ start: end, end, text }], 'adds a NetworkPolicy that denies what no other allows');
    // Before the namespace is taken out: it is what the change is for.
    yield { ...way, cost: 0 };
  }
}

/** Whether the object that the finding names is in the file before the change only: then that is where its place is. */
function isOnlyBefore({ before, after }: TouchedFile, { object }: Target): boolean {
  if (object === undefined) return false;
  const has = (side: TouchedFile['before']) => side?.resources.some((each) => isObject(each, object)) === true;
  return has(before) && !has(after);
}

/** The lines that the finding itself proposes. */
function* suggested(
  { after, path }: Present,
  place: Position,
  { suggestion, endLine, position }: Target,
): Generator<Candidate> {
  if (suggestion === undefined || place !== position) return;
  const start = offsetOf(after.text, { line: place.line, column: 1 });
  const end = offsetOf(after.text, { line: (endLine ?? place.line) + 1, column: 1 }) ?? after.text.length;
  if (start === undefined) return;
  const edit = { start, end, text: suggestion === '' ? '' : `${suggestion}\n` };
  yield ofEdits(path, [edit], suggestion === '' ? 'takes the added lines out' : 'puts the narrower lines there');
}

function* ofNodes(work: Present, place: Position, target: Target, bench: Workbench): Generator<Candidate> {
  const { after, before, path } = work;
  const offset = offsetOf(after.text, place);
  const found = offset === undefined || after.trees === undefined ? undefined : locate(after.text, after.trees, offset);
  if (found === undefined || after.trees === undefined) return;
  const head = { text: after.text, root: found.tree.root };
  const own = before?.trees && sameDocument(found.tree, after.trees, before.trees);
  const former = own === undefined ? elsewhere(target, work, bench) : { text: before?.text ?? '', root: own.root };
  for (const way of waysAt(head, found.path, former)) yield ofWay(path, way);
  if (former === undefined && mayTakeOut(target)) yield* documentOut(work, found.tree);
}

/** The former object, where the change moved it here from another file. */
function elsewhere({ object }: Target, { path }: WorkFile, bench: Workbench): Written | undefined {
  if (object === undefined) return undefined;
  for (const file of bench.touched) {
    if (file.path === path || file.before === undefined) continue;
    const was = file.before.resources.find((each) => isObject(each, object));
    if (was === undefined) continue;
    const side = bench.file(file.path)?.before;
    const offset = side && offsetOf(side.text, was.at([]));
    const tree = side?.trees && offset !== undefined ? locate(side.text, side.trees, offset)?.tree : undefined;
    if (side !== undefined && tree !== undefined) return { text: side.text, root: tree.root };
  }
  return undefined;
}

/** What grants something else than before, taken out whole: what it granted before would be more than the head gives. */
export function* grantOut(work: WorkFile, place: Position, target: Target, bench: Workbench): Generator<Candidate> {
  const { after, before, path } = work;
  if (target.category !== 'rbac' || after?.trees === undefined || before === undefined || !mayTakeOut(target)) return;
  const offset = offsetOf(after.text, place);
  const tree = offset === undefined ? undefined : locate(after.text, after.trees, offset)?.tree;
  if (tree === undefined || !/^(?:Cluster)?RoleBinding$/.test(textOf(mapping(tree.root.value).kind) ?? '')) return;
  if (after.trees.length > 1) yield* documentOut({ ...work, after }, tree);
  else {
    const changes: FileChange[] = [{ kind: 'remove', path }, ...unlisted(path, bench)];
    yield { what: `takes ${path} out`, changes, cost: after.text.length };
  }
}

function* ofFormer(work: Present, place: Position): Generator<Candidate> {
  const { after, before, path } = work;
  const offset = before && offsetOf(before.text, place);
  if (before?.trees === undefined || offset === undefined || after.trees === undefined) return;
  const found = locate(before.text, before.trees, offset);
  const tree = found && sameDocument(found.tree, before.trees, after.trees);
  if (found !== undefined && tree === undefined) yield documentBack({ ...work, before }, found.tree);
  if (found === undefined || tree === undefined) return;
  const [head, former] = [
    { text: after.text, root: tree.root },
    { text: before.text, root: found.tree.root },
  ];
  for (const way of waysBack(head, former, found.path)) yield ofWay(path, way);
}

function ofWay(path: string, { edit, what, isRemoval }: Way): Candidate {
  return { ...ofEdits(path, [edit], what), ...(isRemoval === true ? { isRemoval } : {}) };
}
