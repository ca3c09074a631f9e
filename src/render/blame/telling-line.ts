import type { Position } from '../../kube/resource.ts';
import type { ChangedFile } from './changed-file.ts';

/** What takes away what is there: a merge patch's directive, an empty value, a removing operation. */
const takesAway = /\$patch["']?:|:\s*(?:null|~)\s*[,}]?\s*$|["']?op["']?\s*:\s*["']?remove\b/;
/** The head of a mapping, a list or a text, which says nothing by itself; and what is not data at all. */
const head = /^[\s-]*["']?[\w$./-]*["']?:?\s*(?:[|>][+-]?\d?)?\s*$|^\s*#/;

/** The first changed line that takes something away. */
export function takingLine(files: Iterable<ChangedFile>): Position | undefined {
  for (const file of files) {
    const line = file.added.find((each) => takesAway.test(textOf(file, each)));
    if (line !== undefined) return guess(file, line);
  }
  return undefined;
}

/** The first line at which something was taken away. */
export function removedLine(files: Iterable<ChangedFile>): Position | undefined {
  for (const file of files) {
    const [line] = file.removed;
    if (line !== undefined) return guess(file, line);
  }
  return undefined;
}

/** The first changed line that says something by itself, else the first one. */
export function tellingLine(file: ChangedFile): Position | undefined {
  const line = file.added.find((each) => !head.test(textOf(file, each))) ?? file.added[0] ?? file.removed[0];
  return line === undefined ? undefined : guess(file, line);
}

function textOf(file: ChangedFile, line: number): string {
  return file.lines[line - 1] ?? '';
}

function guess(file: ChangedFile, line: number): Position {
  const last = Math.max(1, file.lines.at(-1) === '' ? file.lines.length - 1 : file.lines.length);
  const own = Math.min(line, last);
  return { file: file.path, line: own, column: textOf(file, own).search(/\S|$/) + 1, isGuess: true };
}
