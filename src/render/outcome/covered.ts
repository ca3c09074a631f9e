import { mapping } from '../../plain-values.ts';
import type { Views } from '../blame/locator.ts';
import { isSameResolved } from '../judge/chart-reach.ts';
import { outsidePatchFiles, strangePatchFiles } from '../judge/outside-patches.ts';
import type { ChangedRoot } from '../plan/plan.ts';
import type { RenderedRoot, RootSide } from '../result/rendering.ts';
import { dependsOnInstallation } from '../template/installation-facts.ts';

/**
 * The files that are judged in the form in which they are delivered: inputs of roots that were rendered, on both sides, and
 * of no root that was not; not `plain` ones, which may be delivered as they are written as well. Patches of what is outside the repository are in no output,
 * nor need those be that write objects which are not here.
 */
export function coveredFiles(
  roots: readonly RenderedRoot[],
  changed: readonly ChangedRoot[],
  views: Views,
  plain: ReadonlySet<string>,
): ReadonlySet<string> {
  const covered = new Set<string>();
  const open = new Set<string>();
  const inputs = new Map(changed.map((each) => [each.id, each]));
  const built = new Set(roots.flatMap(({ after }) => (isRead(after) ? [...(after?.files ?? [])] : [])));
  // A finding of its own says that these could not be read.
  for (const { after } of changed) for (const path of after?.root.unbuilt?.unread ?? []) built.add(path);
  // What a root no longer reads, and still differs, is judged as it is written: others may deliver it.
  const isLeft = (path: string) =>
    !built.has(path) &&
    views.after.tree.has(path) &&
    views.after.tree.get(path)?.id !== views.before.tree.get(path)?.id;
  for (const { id, before, after } of roots) {
    const isWhole = isRead(before) && isRead(after);
    const own = inputs.get(id);
    for (const [side, asked] of [
      [before, own?.before?.asked],
      [after, own?.after?.asked],
    ] as const) {
      for (const path of side?.files ?? []) {
        if (!isWhole) open.add(path);
        else if (isLeft(path)) open.add(path);
        else if (asked?.has(path) !== true || !holdsObjects(views, path)) covered.add(path);
      }
    }
  }
  for (const path of [...open, ...plain]) covered.delete(path);
  for (const { id, after } of roots) {
    const own = inputs.get(id)?.after;
    if (own === undefined || after === undefined) continue;
    for (const path of outsidePatchFiles(views, own, after)) covered.delete(path);
    for (const path of strangePatchFiles(views, own, after)) covered.delete(path);
  }
  for (const path of dependentTemplates(changed, views)) covered.delete(path);
  for (const path of sameTemplates(changed, views)) covered.add(path);
  return covered;
}

/** Touched templates that give something else where they are installed than where they are only rendered. */
function* dependentTemplates(changed: readonly ChangedRoot[], views: Views): Generator<string> {
  for (const { after } of changed) {
    for (const path of after?.closure.charts.flatMap(({ files }) => files) ?? []) {
      const isTouched = views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
      const isTemplate = /\/templates\//.test(`/${path}`);
      if (after !== undefined && isTouched && isTemplate && dependsOnInstallation(after, path, views)) yield path;
    }
  }
}

/** Templates of charts with their own values alone that say the same as before, where a literal became a value or the reverse. */
function* sameTemplates(changed: readonly ChangedRoot[], views: Views): Generator<string> {
  for (const { after } of changed) {
    if (after?.root.isByDefaults !== true) continue;
    for (const chart of after.closure.charts) {
      for (const path of chart.files) {
        const isTouched = views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
        if (isTouched && /\/templates\//.test(`/${path}`) && isSameResolved(chart, path, views)) yield path;
      }
    }
  }
}

/** Whether a file that is read for values may be applied as well. */
function holdsObjects({ before, after }: Views, path: string): boolean {
  const documents = [before, after].flatMap((view) => view.documents(path));
  return documents.some(({ value }) => mapping(value).apiVersion !== undefined && mapping(value).kind !== undefined);
}

function isRead(side: RootSide | undefined): boolean {
  return side === undefined || (side.reason === undefined && side.unreadable.length === 0);
}
