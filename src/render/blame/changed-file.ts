import { lineDiff } from '../../git/diff/line-diff.ts';
import { decodeText } from '../../yaml/decode-text.ts';
import type { FileView } from '../model/file-view.ts';

/** A file of a root's inputs that the change touches. */
export interface ChangedFile {
  readonly path: string;
  readonly lines: readonly string[];
  /** Lines that the change adds or alters, 1-based, in order. */
  readonly added: readonly number[];
  /** Lines at which something was taken away and nothing put in its place. */
  readonly removed: readonly number[];
  /** All lines that are gone, also where others took their place. */
  readonly lost: readonly LostLine[];
  /** Where it was before. */
  readonly former: string;
}

/** A line that is gone. */
interface LostLine {
  readonly text: string;
  /** The line of the head where it was. */
  readonly line: number;
}

/** More changed lines than this are not searched: what is beyond is said to be about here. */
const mostLines = 20_000;

/** Compares a file of both sides by its lines; undefined where it is only on the base's side. `former` is where it was before. */
export function changedFile(path: string, before: FileView, after: FileView, former = path): ChangedFile | undefined {
  const now = after.bytes(path);
  if (now === undefined) return undefined;
  const old = before.bytes(path) ?? before.bytes(former);
  const text = decodeText(now).text;
  const added: number[] = [];
  const removed: number[] = [];
  const lost: LostLine[] = [];
  const lines = text.split('\n');
  const was = old === undefined ? '' : decodeText(old).text;
  const formerLines = was.split('\n');
  for (const { before: gone, after: run } of lineDiff(was, text).changes) {
    const line = run.count === 0 ? lineLeft(lines, run.start) : run.start;
    if (run.count === 0) removed.push(line);
    for (const text of formerLines.slice(gone.start - 1, gone.start - 1 + gone.count)) {
      if (lost.length < mostLines) lost.push({ text, line });
    }
    for (let line = run.start; line < run.start + run.count && added.length < mostLines; line++) added.push(line);
  }
  return { path, lines, added, removed, lost, former: before.tree.has(path) ? path : former };
}

/** Where lines were taken away: the line before, where these were the last ones of its block, else the one that took their place. */
function lineLeft(lines: readonly string[], line: number): number {
  const [above, below] = [lines[line - 2] ?? '', lines[line - 1] ?? ''].map((each) => each.search(/[^\s-]|$/));
  return (above ?? 0) > (below ?? 0) ? line - 1 : line;
}
