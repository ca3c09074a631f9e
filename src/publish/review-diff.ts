import { type LineDiff, mapLine } from '../git/diff/line-diff.ts';

/**
 * The diff a reviewer sees on the forge, computed from git objects: merge base → head (GitHub and GitLab alike), with three
 * lines of context around each change. Only files that findings mention need be in it. Keys are paths in the head; a file
 * that is gone has its old path.
 */
export type ReviewDiff = ReadonlyMap<string, FileDiff>;

/** How a forge compares what reviewers see. */
export interface DiffView {
  /** How much of a file must be the same elsewhere for the forge to show it as moved, in percent. */
  readonly similarity: number;
}

/** One file of the diff. */
export interface FileDiff {
  /** The path in the head; of a file that is gone, the old one. */
  readonly path: string;
  /** The path in the merge base; of a new file, the new one. */
  readonly oldPath: string;
  /** Lines of the merge base → lines of the head; undefined where the forge shows no lines (binary, too large, a link). */
  readonly lines: LineDiff | undefined;
  /** Lines of the target's tip → lines of the merge base, where the target has moved on: `removedAt` of a finding counts in the target. */
  readonly target?: LineDiff;
}

/** The same comparison the other way round. */
export function reversed(diff: LineDiff): LineDiff {
  return {
    beforeLines: diff.afterLines,
    afterLines: diff.beforeLines,
    changes: diff.changes.map(({ before, after }) => ({ before: after, after: before })),
  };
}

/** Where a line of the target's tip is in the merge base; undefined where the merge base has no such line. */
export function mergeBaseLine({ target }: FileDiff, line: number): number | undefined {
  return target === undefined ? line : mapLine(target, line);
}
