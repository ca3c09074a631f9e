import type { Node } from '../../yaml/parse-tree.ts';
import { lineEnd, lineStart } from './lines.ts';

/** Where a value ends with the comments that belong to it: the one behind it, and those below that are indented further than its key. */
export function endWithComments(text: string, end: number, column: number): number {
  const behind = text.slice(end, lineEnd(text, end)).trimEnd();
  if (behind !== '' && !/^[ \t]+#/.test(behind)) return end;
  let last = end + behind.length;
  for (let at = lineEnd(text, end); at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at)).trimEnd();
    if (line === '') continue;
    const indent = line.length - line.trimStart().length;
    if (line[indent] !== '#' || indent <= column) break;
    last = at + line.length;
  }
  return last;
}

/** The comment on the line of an offset, with the blanks before it; a line of nothing else as a whole. `scalars` is what the document's values take up. */
export function commentAt(
  text: string,
  offset: number,
  scalars: readonly Stretch[],
): { readonly start: number; readonly end: number } | undefined {
  const [first, end] = [lineStart(text, offset), lineEnd(text, offset)];
  for (const { index } of text.slice(first, end).matchAll(/(?<=^|[ \t])#/g)) {
    const mark = first + index;
    if (isWithin(scalars, mark)) continue;
    const before = text.slice(first, mark);
    if (before.trim() === '') return { start: first, end };
    return { start: first + before.trimEnd().length, end: first + text.slice(first, end).trimEnd().length };
  }
  return undefined;
}

/** A stretch of a text; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the scalars of a document are written, in the order of the text. */
export function scalarsOf(root: Node): readonly Stretch[] {
  const found: Stretch[] = [];
  // What aliases name is written once.
  const seen = new Set<unknown>();
  const walk = ({ start, end, entries, items }: Node): void => {
    const inside = entries ?? items;
    if (inside === undefined && start !== -1) found.push({ start, end });
    if (inside === undefined || seen.has(inside)) return;
    seen.add(inside);
    for (const { node } of entries?.values() ?? []) walk(node);
    for (const item of items ?? []) walk(item);
  };
  walk(root);
  return found.toSorted((a, b) => a.start - b.start);
}

/** Whether an offset is in one of the stretches, of which none holds another. */
function isWithin(stretches: readonly Stretch[], offset: number): boolean {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (stretches[low - 1]?.end ?? 0);
}
