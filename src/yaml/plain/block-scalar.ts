import type { Slice } from '../split-documents.ts';

/** A block scalar without the break of its last line, and where the line behind it begins. */
export interface BlockScalar {
  readonly value: string;
  readonly next: number;
}

const [space, lineBreak] = [0x20, 0x0a];

/**
 * Reads the lines of a block scalar below a node that is indented by `parent`. Undefined for what is empty, malformed, or ends without
 * a line break, and for folded lines that are indented further: folding leaves those as they are, and the breaks around them.
 */
export function readBlockScalar(
  text: string,
  { start, end }: Pick<Slice, 'start' | 'end'>,
  parent: number,
  isFolded: boolean,
): BlockScalar | undefined {
  let indent = -1;
  let blanks = 0;
  let value = '';
  let at = start;
  while (at < end) {
    const lineEnd = text.indexOf('\n', at);
    let first = at;
    while (text.charCodeAt(first) === space) first++;
    const width = first - at;
    const isBlank = text.charCodeAt(first) === lineBreak && (indent < 0 || width <= indent);
    if (!isBlank && width <= parent) break;
    if (lineEnd < 0 || lineEnd >= end) return undefined;
    if (isBlank) {
      // More blanks than the first line has before it: malformed.
      if (indent < 0 && width > parent + 1) return undefined;
      blanks++;
    } else {
      if (indent < 0) indent = width;
      if (width < indent || (isFolded && width > indent)) return undefined;
      // A single break within folded text is a space; of more the first is nothing.
      const breaks = blanks + (value === '' || isFolded ? 0 : 1);
      value += isFolded && value !== '' && blanks === 0 ? ' ' : '\n'.repeat(breaks);
      value += text.slice(at + indent, lineEnd);
      blanks = 0;
    }
    at = lineEnd + 1;
  }
  return value === '' ? undefined : { value, next: at };
}
