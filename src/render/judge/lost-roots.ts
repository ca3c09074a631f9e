import { isKustomization } from '../../kube/kustomization.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { mapping, scalarText } from '../../plain-values.ts';
import { changedFile } from '../blame/changed-file.ts';
import type { Views } from '../blame/locator.ts';
import { tellingLine } from '../blame/telling-line.ts';
import type { RootInputs } from '../plan/plan.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import type { Reach } from './kustomization-reach.ts';

/** Kinds that neither permit nor protect anything. */
const harmless = new Set([
  ...['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass', 'VolumeSnapshot', 'VolumeSnapshotClass'],
  ...['HorizontalPodAutoscaler', 'VerticalPodAutoscaler', 'PodDisruptionBudget', 'PriorityClass', 'Lease'],
]);

/** Whether some family judges what an object says: of a kind that nobody knows that is possible. */
export function mayMatter({ kind, name, value }: Resource): boolean {
  if (kind !== 'ConfigMap') return !harmless.has(kind);
  // Plain words set nothing, unless a product reads just these.
  if (/^(?:argocd|kyverno|aws-auth)/.test(name)) return true;
  return Object.values({ ...mapping(value.data), ...mapping(value.binaryData) }).some((each) =>
    /[:\n{[]/.test(scalarText(each)),
  );
}

/** The place of the change that keeps a root from being rendered, where it was and gave something that matters; about there. */
export function brokenBy(
  { file, before, after }: RenderedRoot,
  own: RootInputs,
  former: RootInputs | undefined,
  views: Views,
): Reach | undefined {
  if (before === undefined || before.reason !== undefined || after?.reason === undefined) return undefined;
  if (!before.objects.some(mayMatter) && before.unreadable.length === 0) return undefined;
  const isSame = (path: string) => views.before.tree.get(path)?.id === views.after.tree.get(path)?.id;
  // A kustomization that cannot be read is a finding of its file.
  const isUnread = (path: string) => !isSame(path) && isKustomization(path) && views.after.unreadable(path).length > 0;
  if ([...own.closure.files, ...before.files].some(isUnread)) return undefined;
  const gap = own.closure.gaps.find((each) => !isSame(each.file) && views.after.documents(each.file).length > 0);
  const document = gap && views.after.documents(gap.file)[0];
  if (gap !== undefined && document !== undefined)
    return { position: { file: gap.file, ...document.at(gap.at) }, by: 'broken' };
  for (const path of [...new Set([...own.closure.files, ...(former?.closure.files ?? [])])].sort()) {
    const changed = isSame(path) ? undefined : changedFile(path, views.before, views.after);
    const position = changed && tellingLine(changed);
    if (position !== undefined) return { position, by: 'broken' };
  }
  const position: Position = { file, line: 1, column: 1, isGuess: true };
  return { position, by: 'broken' };
}
