import { createHash } from 'node:crypto';
import type { TemporaryRepository } from '../../git/temporary-repository.ts';

/** One line of a file's whole diff, as GitLab counts it: on the side that lacks it the number is that of the line which follows there. */
export interface DiffLine {
  readonly type: 'added' | 'removed' | 'unchanged';
  readonly old: number;
  readonly new: number;
}

export interface DiffFile {
  readonly oldPath: string;
  readonly newPath: string;
  readonly lines: readonly DiffLine[];
}

/** A merge request's diff, and where it begins. */
export interface RequestDiff {
  readonly base: string;
  readonly files: readonly DiffFile[];
}

/** Git is asked once for each pair of commits. */
const known = new Map<string, RequestDiff>();

/** Asks git, not the product, for the diff from the merge base: moved files found as Gitaly finds them, every line of a changed file in it. */
export function requestDiff(repository: TemporaryRepository, target: string, head: string): RequestDiff {
  const key = `${target} ${head}`;
  const diff = known.get(key) ?? readDiff(repository, repository.git('merge-base', target, head), head);
  known.set(key, diff);
  return diff;
}

function readDiff(repository: TemporaryRepository, base: string, head: string): RequestDiff {
  return { base, files: diffFiles(repository, base, head) };
}

/** Asks git for the diff of two commits. */
export function diffFiles(repository: TemporaryRepository, base: string, head: string): readonly DiffFile[] {
  const raw = repository.git('diff-tree', '-r', '-M30%', '-z', '--raw', '--no-abbrev', base, head).split('\0');
  const files: DiffFile[] = [];
  for (let at = 0; at + 1 < raw.length; ) {
    const status = raw[at]?.split(' ').at(-1) ?? '';
    const isMoved = /^[RC]/.test(status);
    const oldPath = raw[at + 1] ?? '';
    const newPath = isMoved ? (raw[at + 2] ?? '') : oldPath;
    at += isMoved ? 3 : 2;
    const paths = [...new Set([oldPath, newPath])];
    const text = repository.git('diff', '-M30%', '--no-color', '--unified=1000000', base, head, '--', ...paths);
    files.push({ oldPath, newPath, lines: linesOf(text) });
  }
  return files;
}

/** The name GitLab gives a line (lib/gitlab/git.rb, diff_line_code). */
export function lineCodeOf({ newPath }: DiffFile, line: DiffLine): string {
  return `${createHash('sha1').update(newPath).digest('hex')}_${line.old}_${line.new}`;
}

function linesOf(text: string): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [old, now, isInside] = [0, 0, false];
  for (const line of text.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header !== null) {
      [old, now, isInside] = [Number(header[1]), Number(header[2]), true];
    } else if (isInside && /^[ +-]/.test(line)) {
      const type = line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : 'unchanged';
      lines.push({ type, old, new: now });
      if (type !== 'added') old += 1;
      if (type !== 'removed') now += 1;
    } else if (line.startsWith('diff --git')) {
      isInside = false;
    }
  }
  return lines;
}
