import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import type { Edit } from './edit.ts';
import { columnOf, lineBreakOf, lineEnd, lineStart, reindented } from './lines.ts';

/** An entry of a mapping or an item of a sequence, as it is written. */
export interface Slot {
  readonly text: string;
  readonly parent: Node;
  readonly node: Node;
  /** First character: of the key, of the item's dash, of a value between brackets. */
  readonly start: number;
  /** After the last character that is not a space. */
  readonly end: number;
  readonly isFlow: boolean;
  readonly step: string | number;
  /** The places of the entries around it, in the order of the text. */
  readonly starts: readonly number[];
}

/** The node at a path; undefined where there is none. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node && (node.entries?.get(String(step))?.node ?? node.items?.[Number(step)]);
  return node;
}

/** The entry or item at a path; undefined where it is not written there, e.g. comes from an alias or a merge key. */
export function slotAt(text: string, root: Node, path: Path): Slot | undefined {
  const step = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  if (step === undefined || parent === undefined || parent.start === -1) return undefined;
  const isFlow = text[parent.start] === '[' || text[parent.start] === '{';
  const starts = (
    parent.entries !== undefined
      ? [...parent.entries.values()].map(({ keyStart }) => keyStart)
      : (parent.items ?? []).map((item) => itemStart(text, item, isFlow) ?? -1)
  ).toSorted((a, b) => a - b);
  const entry = parent.entries?.get(String(step));
  const node = entry?.node ?? parent.items?.[Number(step)];
  const start = entry?.keyStart ?? (node === undefined ? undefined : itemStart(text, node, isFlow));
  if (
    node === undefined ||
    start === undefined ||
    start < parent.start ||
    start >= Math.max(parent.end, parent.start + 1)
  )
    return undefined;
  const isOwn = node.start === -1 || (node.start >= start && node.end <= parent.end);
  if (!isOwn || starts[0] === -1) return undefined;
  const end = node.start === -1 ? keyEnd(text, start) : start + text.slice(start, node.end).trimEnd().length;
  return { text, parent, node, start, end, isFlow, step, starts };
}

/** Of an item between brackets its first character, else its dash. */
function itemStart(text: string, item: Node, isFlow: boolean): number | undefined {
  if (item.start === -1) return undefined;
  if (isFlow) return item.start;
  const before = text.slice(lineStart(text, item.start), item.start);
  const dash = /-[ \t]*$/.exec(before);
  return dash === null ? undefined : item.start - dash[0].length;
}

/** Where a key without a value ends: its colon. */
function keyEnd(text: string, start: number): number {
  const colon = /:(?=[ \t\r\n,\]}]|$)/g;
  colon.lastIndex = start;
  const found = colon.exec(text);
  return found === null || found.index > lineEnd(text, start) ? lineEnd(text, start) : found.index + 1;
}

/** Takes a slot out, with the comment lines right above it that `former` does not have. Undefined where only its collection can be taken out whole. */
export function removal(slot: Slot, former: string): Edit | undefined {
  const edit = slot.starts.length < 2 ? undefined : entryOut(slot, former);
  return edit && { ...edit, out: { of: slot.parent.start, entries: slot.starts.length } };
}

function entryOut({ text, starts, start, end, isFlow }: Slot, former: string): Edit | undefined {
  const index = starts.indexOf(start);
  const next = starts[index + 1];
  if (isFlow) {
    if (next !== undefined) return { start, end: next, text: '' };
    const comma = text.lastIndexOf(',', start);
    return comma < (starts[index - 1] ?? 0) ? undefined : { start: comma, end, text: '' };
  }
  const first = lineStart(text, start);
  const isAlone = text.slice(first, start).trim() === '';
  // The first key of an item shares the line of the dash: the next one takes its place.
  if (!isAlone) return next === undefined ? undefined : { start, end: next, text: '' };
  return { start: commentsAbove(text, first, start - first, former), end: lineEnd(text, end), text: '' };
}

function commentsAbove(text: string, first: number, column: number, former: string): number {
  const known = new Set(former.split(/\r?\n/).map((line) => line.trim()));
  let at = first;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const line = text.slice(above, at);
    const isComment = line.trimStart().startsWith('#') && line.length - line.trimStart().length === column;
    if (!isComment || known.has(line.trim())) break;
    at = above;
  }
  return at;
}

/** Puts the former slot in the place of the slot; undefined where it cannot be written there. */
export function restoration(slot: Slot, former: Slot): Edit | undefined {
  const text = writtenLike(slot, former);
  return text === undefined ? undefined : { start: slot.start, end: slot.end, text };
}

function writtenLike(place: Slot, former: Slot): string | undefined {
  const stretch = former.text.slice(former.start, former.end);
  const isInline =
    !stretch.includes('\n') &&
    (former.node.entries === undefined && former.node.items === undefined ? true : isBracket(former));
  if (place.isFlow) {
    if (!isInline && !isBracket(former)) return undefined;
    return former.isFlow || typeof former.step === 'string'
      ? stretch
      : former.text.slice(former.node.start, former.end);
  }
  const by = columnOf(place.text, place.start) - columnOf(former.text, former.start);
  const moved = reindented(stretch, by, place.text);
  return former.isFlow && typeof former.step === 'number' ? `- ${moved}` : moved;
}

function isBracket({ text, node }: Slot): boolean {
  return text[node.start] === '[' || text[node.start] === '{';
}

/** Puts a former slot back that the collection no longer has: after the nearest one before it that is still there, else before the first one. */
export function insertion(
  text: string,
  former: Slot,
  before: Slot | undefined,
  first: Slot | undefined,
): Edit | undefined {
  const place = before ?? first;
  if (place === undefined) return undefined;
  const written = writtenLike(place, former);
  if (written === undefined) return undefined;
  if (place.isFlow) return place === before ? at(place.end, `, ${written}`) : at(place.start, `${written}, `);
  const indent = ' '.repeat(columnOf(text, place.start));
  if (place !== before) return at(place.start, `${written}${lineBreakOf(text)}${indent}`);
  const end = lineEnd(text, place.end);
  const hasBreak = text[end - 1] === '\n';
  const br = lineBreakOf(text);
  return hasBreak ? at(end, `${indent}${written}${br}`) : at(end, `${br}${indent}${written}`);
}

const at = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });
