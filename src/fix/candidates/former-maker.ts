import { posix } from 'node:path';
import { isKustomization } from '../../kube/kustomization.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { madeBy, mayBeSame } from '../../secrets/protection/provided.ts';
import type { DocumentTree } from '../../yaml/parse-tree.ts';
import { sameDocument } from '../edit/align.ts';
import { offsetOf } from '../edit/lines.ts';
import { locate } from '../edit/locate.ts';
import { nodeAt } from '../edit/slot.ts';
import { yamlScalar } from '../special/written.ts';
import type { Candidate, FileChange, Target } from './candidate.ts';
import { documentBack, documentOut } from './document-ways.ts';
import { entriesNaming, unlisted } from './unlisted.ts';
import { isObject } from './whole-file.ts';
import type { Present, Side, Workbench, WorkFile } from './workbench.ts';

/** An object of the base that made a Secret, and its document. */
interface Maker {
  readonly work: WorkFile & { readonly before: Side };
  readonly tree: DocumentTree;
  readonly called: string;
  /** Whether the head has the object in that file, changed or not. */
  readonly isStill: boolean;
}

/** The former object that made the Secret (an ExternalSecret, a SealedSecret), back in place of a new Secret that holds the values. */
export function* makerBack(work: Present, place: Position, { object }: Target, bench: Workbench): Generator<Candidate> {
  const offset = offsetOf(work.after.text, place);
  const secret =
    offset === undefined || work.after.trees === undefined
      ? undefined
      : locate(work.after.text, work.after.trees, offset)?.tree;
  if (object?.kind !== 'Secret' || secret === undefined) return;
  if (work.file.before?.resources.some((each) => isObject(each, object)) === true) return;
  const maker = formerMaker(work, object, bench);
  if (maker === undefined) return;
  const changes = inPlaceOf(work, secret, maker, bench);
  if (changes === undefined) return;
  const what = `${maker.work.path}: puts ${maker.called} back in place of the Secret`;
  // Before any other: lines of both objects together are neither.
  yield { what, changes, cost: 0, hidesSecret: true };
}

function formerMaker(
  { file: { scope } }: WorkFile,
  { namespace, name }: NonNullable<Target['object']>,
  bench: Workbench,
): Maker | undefined {
  const makes = (resource: Resource) =>
    madeBy(resource, resource.value).some((made) => made.name === name && mayBeSame(made.namespace, namespace));
  for (const file of bench.touched) {
    const made = file.scope === scope ? file.before?.resources.find(makes) : undefined;
    const work = made && bench.file(file.path);
    const { before } = work ?? {};
    if (made === undefined || work === undefined || before?.trees === undefined) continue;
    const offset = offsetOf(before.text, made.at([]));
    const tree = offset === undefined ? undefined : locate(before.text, before.trees, offset)?.tree;
    const isStill = file.after?.resources.some((each) => isObject(each, made)) === true;
    if (tree !== undefined) return { work: { ...work, before }, tree, called: `${made.kind} ${made.name}`, isStill };
  }
  return undefined;
}

/** The changes that take the Secret's document out and put the maker's back; undefined where the maker is there as it was, or cannot come back. */
function inPlaceOf(
  work: Present,
  secret: DocumentTree,
  { work: origin, tree, isStill }: Maker,
  bench: Workbench,
): readonly FileChange[] | undefined {
  const former = origin.before.text.slice(tree.start, tree.end);
  const { after, path } = origin;
  const now = isStill && after?.trees ? sameDocument(tree, origin.before.trees ?? [], after.trees) : undefined;
  if (origin.path === work.path && now === undefined)
    return [
      { kind: 'edit', path, edits: [{ start: secret.start, end: secret.end, text: former, former: tree.start }] },
    ];
  const back = backIn(origin, tree, now, former, bench);
  const out = withoutSecret(work, secret, origin, bench);
  return back === undefined || out === undefined ? undefined : [back, ...out];
}

function backIn(
  origin: Maker['work'],
  tree: DocumentTree,
  now: DocumentTree | undefined,
  former: string,
  bench: Workbench,
): FileChange | undefined {
  const { path, after, file } = origin;
  if (after === undefined) {
    if (file.after !== undefined || bench.inTheWayOf(path) !== undefined) return undefined;
    return { kind: 'documents', path, starts: new Set([tree.start]) };
  }
  if (now === undefined) return documentBack({ ...origin, after }, tree).changes[0];
  if (after.text.slice(now.start, now.end) === former) return undefined;
  return { kind: 'edit', path, edits: [{ start: now.start, end: now.end, text: former, former: tree.start }] };
}

/** Takes the Secret's document out: with its file where that is new and has no other, and kustomizations then name the maker's file. */
function withoutSecret(
  work: Present,
  secret: DocumentTree,
  { path: origin }: WorkFile,
  bench: Workbench,
): readonly FileChange[] | undefined {
  if ((work.after.trees?.length ?? 0) > 1) return [...documentOut(work, secret)][0]?.changes;
  if (work.file.before !== undefined) return undefined;
  const renamed = relisted(work.path, origin, bench);
  const others = renamed.length > 0 ? renamed : unlisted(work.path, bench);
  return [{ kind: 'remove', path: work.path }, ...others];
}

/** Kustomizations that name a file instead of another one, changed to name that one again. */
function relisted(path: string, former: string, bench: Workbench): readonly FileChange[] {
  return [...bench.touched].flatMap(({ path: at }): readonly FileChange[] => {
    const { before, after } = (isKustomization(at) ? bench.file(at) : undefined) ?? {};
    const folder = posix.dirname(at);
    const naming = (side: Side | undefined, wanted: string) =>
      (side?.trees ?? []).flatMap(({ root }) =>
        entriesNaming(root, (name) => posix.join(folder, name) === wanted, []).flatMap(
          (entry) => nodeAt(root, entry) ?? [],
        ),
      );
    const isNamed = naming(before, former).length > 0 && naming(after, former).length === 0;
    const edits = naming(after, path)
      .filter((node) => typeof node.value === 'string' && node.start !== -1)
      .map(({ start, end }) => ({ start, end, text: yamlScalar(posix.relative(folder, former)) }));
    return isNamed && edits.length > 0 ? [{ kind: 'edit', path: at, edits }] : [];
  });
}
