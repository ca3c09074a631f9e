/** Offset of the first character of the line that holds `offset`. Lines end at a line feed. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset after the line break that ends the line of `offset`; of the last line the text's end. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}

/** Offset of each line's first character, and the text's end. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return [...starts, text.length];
}

/** Offset of a place, both 1-based; undefined where the text has no such line. */
export function offsetOf(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): number | undefined {
  let at = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf('\n', at);
    if (next === -1) return undefined;
    at = next + 1;
  }
  return Math.min(at + column - 1, text.length);
}

/** The column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** A stretch of text whose further lines are indented by so much more or less, as far as they have the room; line breaks as `like` has them. */
export function reindented(stretch: string, by: number, like: string): string {
  const [first = '', ...rest] = stretch.split(/\r?\n/);
  const moved = rest.map((line) => {
    if (line.trim() === '') return line;
    const indent = line.length - line.trimStart().length;
    return by >= 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, indent));
  });
  return [first, ...moved].join(lineBreakOf(like));
}

/** How the lines of a text end. */
export function lineBreakOf(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
