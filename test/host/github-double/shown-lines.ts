import type { TemporaryRepository } from '../../git/temporary-repository.ts';

/** The lines of each side that git's own diff shows, by new path (or old, where the file is gone). */
export interface ShownFile {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
  /** The hunk a line is in: a comment on several lines may not leave it. */
  hunkOf(side: 'LEFT' | 'RIGHT', line: number): number;
}

/** Git is asked once for each pair of commits. */
const known = new Map<string, ReadonlyMap<string, ShownFile>>();

/** Asks git, not the product, for what GitHub shows of a request: merge base to head, three lines of context, moved files found. */
export function shownLines(
  repository: TemporaryRepository,
  base: string,
  head: string,
): ReadonlyMap<string, ShownFile> {
  const key = `${base} ${head}`;
  const shown = known.get(key) ?? readDiff(repository, repository.git('merge-base', base, head), head);
  known.set(key, shown);
  return shown;
}

function readDiff(repository: TemporaryRepository, base: string, head: string): ReadonlyMap<string, ShownFile> {
  const diff = repository.git(
    '-c',
    'core.quotePath=false',
    'diff',
    '--unified=3',
    '--find-renames',
    '--no-color',
    base,
    head,
  );
  const files = new Map<string, ShownFile>();
  for (const part of diff.split(/^diff --git /m).slice(1)) {
    const removed = named(/^--- (.+)$/m.exec(part)?.[1])?.replace(/^a\//, '');
    const added = named(/^\+\+\+ (.+)$/m.exec(part)?.[1])?.replace(/^b\//, '');
    const moved = named(/^rename to (.+)$/m.exec(part)?.[1]);
    const path = added !== undefined && added !== '/dev/null' ? added : (moved ?? removed);
    if (path !== undefined) files.set(path, readHunks(part));
  }
  return files;
}

/** A path as git writes it: in quotes where it has some or a control character, and a tab behind one with blanks. */
function named(written: string | undefined): string | undefined {
  return written?.startsWith('"') ? JSON.parse(written) : written?.replace(/\t$/, '');
}

function readHunks(part: string): ShownFile {
  const lines = { LEFT: new Map<number, number>(), RIGHT: new Map<number, number>() };
  let hunk = 0;
  let [left, right] = [0, 0];
  for (const line of part.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header !== null) {
      hunk += 1;
      [left, right] = [Number(header[1]), Number(header[2])];
    } else if (hunk > 0 && /^[ +-]/.test(line)) {
      if (!line.startsWith('+')) lines.LEFT.set(left++, hunk);
      if (!line.startsWith('-')) lines.RIGHT.set(right++, hunk);
    }
  }
  return {
    left: new Set(lines.LEFT.keys()),
    right: new Set(lines.RIGHT.keys()),
    hunkOf: (side, line) => lines[side].get(line) ?? 0,
  };
}

/** Where lines of a file are in a later commit; undefined where they were changed. */
export function lineAfter(
  repository: TemporaryRepository,
  from: string,
  to: string,
  path: string,
  line: number,
): number | undefined {
  const diff = repository.git('diff', '--unified=0', '--no-color', from, to, '--', path);
  let shift = 0;
  for (const [, start = '', count = '1', , added = '1'] of diff.matchAll(
    /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm,
  )) {
    const [first, length] = [Number(start), Number(count)];
    const begin = length === 0 ? first + 1 : first;
    if (line < begin) break;
    if (line < begin + length) return undefined;
    shift += Number(added) - length;
  }
  return line + shift;
}
