import { cells, padded, wrapped } from './terminal-text.ts';

/** A page of Markdown with lines of at most `width` cells: the cells of tables wrapped in their columns, code as it is. */
export function pageInLines(page: string, width: number): string {
  const lines: string[] = [];
  let table: string[] = [];
  let isCode = false;
  for (const line of page.split('\n')) {
    const isRow = !isCode && line.startsWith('|');
    if (!isRow && table.length > 0) {
      lines.push(...tableInLines(table, width));
      table = [];
    }
    if (isRow) {
      table.push(line);
      continue;
    }
    if (/^\s*```/.test(line)) isCode = !isCode;
    lines.push(...(isCode || cells(line) <= width ? [line] : proseInLines(line, width)));
  }
  return [...lines, ...tableInLines(table, width)].join('\n');
}

/** What goes on in the next line is below the text, not below the sign of a list or a quotation. */
function proseInLines(line: string, width: number): readonly string[] {
  const [sign = ''] = /^\s*(?:(?:[-*>]|\d{1,3}\.) +)?/.exec(line) ?? [];
  return inLines(line.slice(sign.length), width, sign);
}

/** Pages are our own: nothing of them is left out. */
function inLines(text: string, width: number, first: string): readonly string[] {
  return wrapped(text, width, first, (line) => line, Number.POSITIVE_INFINITY);
}

const gap = '  ';

function tableInLines(rows: readonly string[], width: number): readonly string[] {
  const [head, , ...body] = rows.map(cellsOf);
  if (head === undefined) return [];
  const all = [head, ...body];
  const widths = columnWidths(all, width);
  const rule = widths.map((each) => '-'.repeat(each)).join(gap);
  const isWrapped = all.some((row) => row.some((cell, index) => cells(cell) > (widths[index] ?? 0)));
  // Between rows of several lines an empty one tells them apart.
  const gaps = isWrapped ? [''] : [];
  return [
    ...rowInLines(head, widths),
    rule,
    ...body.flatMap((row, index) => [...(index > 0 ? gaps : []), ...rowInLines(row, widths)]),
  ];
}

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Columns that are narrower than their share keep their width, those with a longer word have that of the word; the others share what is left. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, index) => rows.map((row) => row[index] ?? ''));
  const natural = columns.map((column) => Math.max(1, ...column.map(cells)));
  const words = columns.map((column) => Math.max(1, ...column.flatMap((cell) => cell.split(' ').map(cells))));
  const found = new Map<number, number>();
  let room = width - gap.length * (count - 1);
  for (;;) {
    const open = natural.map((_, index) => index).filter((index) => !found.has(index));
    const share = Math.floor(room / Math.max(1, open.length));
    const of = (widths: readonly number[], index: number) => widths[index] ?? 0;
    const fixed = [
      ...open.filter((index) => of(natural, index) <= share),
      ...open.filter((index) => of(words, index) > share),
    ];
    if (fixed.length === 0) {
      // The longer column gets more of it, as far as the words of the others let it.
      const all = open.reduce((sum, index) => sum + of(natural, index), 0);
      const spare = room - open.reduce((sum, index) => sum + of(words, index), 0);
      const part = (index: number) => of(words, index) + Math.floor((spare * of(natural, index)) / all);
      return natural.map((_, index) => found.get(index) ?? part(index));
    }
    for (const index of fixed) {
      const own = Math.min(of(natural, index), Math.max(share, of(words, index)));
      found.set(index, own);
      room -= own;
    }
  }
}

function rowInLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const columns = widths.map((width, index) => inLines(row[index] ?? '', width, ''));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, at) =>
    columns
      .map((column, index) => padded(column[at] ?? '', widths[index] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}
