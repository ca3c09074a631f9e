import type { RenderedRoot, RootSide } from '../result/rendering.ts';

/**
 * The files that are judged in the form in which they are delivered: inputs of roots that were rendered, on both sides, and
 * of no root that was not.
 */
export function coveredFiles(roots: readonly RenderedRoot[]): ReadonlySet<string> {
  const covered = new Set<string>();
  const open = new Set<string>();
  for (const { before, after } of roots) {
    const isWhole = isRead(before) && isRead(after);
    for (const side of [before, after]) for (const path of side?.files ?? []) (isWhole ? covered : open).add(path);
  }
  for (const path of open) covered.delete(path);
  return covered;
}

function isRead(side: RootSide | undefined): boolean {
  return side === undefined || (side.reason === undefined && side.unreadable.length === 0);
}
