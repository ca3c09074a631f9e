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

/** What says what is changed, not what it becomes: the type and name of an object, the target, operation and place of a patch, the file it is in. */
const naming =
  /^[\s-]*["']?(?:apiVersion|kind|metadata|name|namespace|target|op|path)["']?:(?!.*\bvalue["']?:)|^[\s-]*\{\s*["']?op["']?\s*:\s*["']?(?:test|remove)/;

/** The first changed line that says something by itself, and not only of what; else the first one. */
export function tellingLine(file: ChangedFile): Position | undefined {
  const line = tellingLines(file)[0] ?? file.added[0] ?? file.removed[0];
  return line === undefined ? undefined : guess(file, line);
}

/** The place itself where nothing else is changed that says anything. */
export function withoutDoubt(position: Position, files: readonly ChangedFile[]): Position {
  if (position.isGuess !== true || files.some(({ removed }) => removed.length > 0)) return position;
  const lines = files.flatMap((file) => tellingLines(file).map((line) => ({ file: file.path, line })));
  const [only, other] = lines;
  if (other !== undefined || only?.file !== position.file || only.line !== position.line) return position;
  return { file: position.file, line: position.line, column: position.column };
}

function tellingLines(file: ChangedFile): readonly number[] {
  const says = file.added.filter((each) => !head.test(textOf(file, each)));
  const sets = says.filter((each) => !naming.test(textOf(file, each)));
  return sets.length > 0 ? sets : says;
}

function textOf(file: ChangedFile, line: number): string {
  return file.lines[line - 1] ?? '';
}

function guess(file: ChangedFile, line: number): Position {
  const last = Math.max(1, file.lines.at(-1) === '' ? file.lines.length - 1 : file.lines.length);
  const own = Math.min(line, last);
  return { file: file.path, line: own, column: textOf(file, own).search(/\S|$/) + 1, isGuess: true };
}
