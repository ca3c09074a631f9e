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

/** Columns that are narrower than their share keep their width; the others share what is left. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...rows.map((row) => cells(row[index] ?? ''))),
  );
  let room = width - gap.length * (count - 1);
  let open = natural.map((_, index) => index);
  for (;;) {
    const share = Math.floor(room / Math.max(1, open.length));
    const narrow = open.filter((index) => (natural[index] ?? 0) <= share);
    if (narrow.length === 0) return natural.map((own, index) => (open.includes(index) ? Math.max(share, 8) : own));
    for (const index of narrow) room -= natural[index] ?? 0;
    open = open.filter((index) => !narrow.includes(index));
    if (open.length === 0) return natural;
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
