import type { ObjectIdentity, Position } from '../../kube/resource.ts';
import { offsetOf } from '../edit/lines.ts';
import { locate } from '../edit/locate.ts';
import type { Candidate, FileChange, Target } from './candidate.ts';
import { unlisted } from './unlisted.ts';
import type { Workbench, WorkFile } from './workbench.ts';

/** The last ways: the file as it was; a new one taken out, and put back where the change moved it from. */
export function* wholeFile(work: WorkFile, target: Target, bench: Workbench): Generator<Candidate> {
  const { file, path } = work;
  if (file.before !== undefined) yield restored(work);
  if (file.before !== undefined || file.after === undefined) return;
  const origin = originOf(work, target, bench);
  const change: FileChange = { kind: 'remove', path };
  const others = unlisted(path, bench);
  if (origin !== undefined) {
    const changes: FileChange[] = [change, { kind: 'restore', path: origin }, ...others];
    yield { what: `puts ${path} back to ${origin} as it was there`, changes, cost: file.after.size };
  } else if (mayTakeOut(target)) {
    yield { what: `takes the new file ${path} out`, changes: [change, ...others], cost: file.after.size };
  }
}

/** The file that is gone and was this one: of the same content, or with the same object. */
function originOf({ file }: WorkFile, { object }: Target, bench: Workbench): string | undefined {
  for (const { path, before, after } of bench.touched) {
    if (before === undefined || after !== undefined) continue;
    const isOrigin =
      path === file.movedFrom || (object !== undefined && before.resources.some((each) => isObject(each, object)));
    if (isOrigin && bench.inTheWayOf(path) === undefined) return path;
  }
  return undefined;
}

/** Whether two names are of one object. */
export const isObject = (one: ObjectIdentity, other: ObjectIdentity): boolean =>
  one.kind === other.kind && one.name === other.name && one.namespace === other.namespace;

/** Kinds whose new objects are what the change is for: that there is none is not a fix of it. */
const purposes =
  /^(?:Pod|PodTemplate|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|DeploymentConfig|Namespace|Project|Workflow\w*|CronWorkflow|Task|TaskRun|Pipeline\w*)$/;

/** Whether a new object, or a new file, can be taken out whole. */
export function mayTakeOut({ category, rule, object, position }: Target): boolean {
  if (/(?:^|\/)\.sops\.ya?ml$/.test(position?.file ?? '')) return true;
  if (rule === 'hidden-from-diff') return position?.file.endsWith('.gitattributes') === true;
  return (
    !(
      category === 'secret' ||
      rule === 'unreadable-manifest' ||
      category === 'supply-chain' ||
      category === 'workload'
    ) && !purposes.test(object?.kind ?? '')
  );
}

/** Of a file that is gone the object that the finding is about, without the others that were in it. */
export function objectOfGone(
  { path, file, before }: WorkFile,
  place: Position,
  { object }: Target,
): readonly Candidate[] {
  const trees = before?.trees ?? [];
  if (before === undefined || trees.length < 2) return [];
  const was = object && file.before?.resources.find((each) => isObject(each, object));
  const offset = offsetOf(before.text, was?.at([]) ?? place);
  const tree = offset === undefined ? undefined : locate(before.text, trees, offset)?.tree;
  if (tree === undefined) return [];
  const change: FileChange = { kind: 'documents', path, starts: new Set([tree.start]) };
  return [{ what: `puts the object back into ${path}, which is gone`, changes: [change], cost: tree.end - tree.start }];
}

/** The file as it was. */
export function restored({ path, file }: WorkFile): Candidate {
  const cost = (file.before?.size ?? 0) + (file.after?.size ?? 0);
  return { what: `puts ${path} back as it was`, changes: [{ kind: 'restore', path }], cost };
}
