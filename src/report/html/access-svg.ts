import type { AccessEdge, AccessGraph, AccessNode } from '../access-graph.ts';
import { clip, visible } from '../visible.ts';
import { layout, type Spot } from './graph-layout.ts';
import { htmlText } from './html-text.ts';

const [nodeWidth, nodeHeight, columnGap, rowGap, margin, headHeight] = [212, 76, 56, 14, 4, 30];
/** Characters of a line, as wide as they are in most typefaces at this size. */
const lineLength = 23;
const [mostLines, lineHeight] = [3, 18];

/** The graph as one drawing: a column for each step from who gains to what is gained. */
export function accessSvg(graph: AccessGraph, title: string, marksNew: boolean): string {
  const { spots, columns, rows } = layout(graph);
  const width = columns * nodeWidth + (columns - 1) * columnGap + 2 * margin;
  const height = headHeight + rows * (nodeHeight + rowGap) + margin;
  const at = (number: number) => placeOf(spots[number] ?? { column: 0, row: 0 });
  const edges = graph.edges
    .toSorted((a, b) => Number(a.isNew) - Number(b.isNew))
    .map((edge) => edgePath(edge, at(edge.from), at(edge.to), marksNew));
  const scopes = new Set(graph.nodes.map(({ scope }) => scope)).size;
  const nodes = graph.nodes.map((node, number) => nodeBox(node, at(number), scopes > 1));
  return `<svg class="graph" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="graph-title">
<title id="graph-title">${htmlText(title)}: a drawing; the list below it says the same.</title>
${heads(columns)}
${edges.join('\n')}
${nodes.join('\n')}
</svg>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function placeOf({ column, row }: Spot): Place {
  return {
    x: margin + column * (nodeWidth + columnGap),
    y: Math.round(headHeight + row * (nodeHeight + rowGap)),
  };
}

function heads(columns: number): string {
  const names = new Map([
    [0, 'who'],
    [1, 'through'],
    [columns - 1, 'what'],
  ]);
  return [...names]
    .map(([column, name]) => `<text class="head" x="${placeOf({ column, row: 0 }).x + 2}" y="16">${name}</text>`)
    .join('');
}

function edgePath({ isNew }: AccessEdge, from: Place, to: Place, marksNew: boolean): string {
  const [x1, y1, x2, y2] = [from.x + nodeWidth, from.y + nodeHeight / 2, to.x, to.y + nodeHeight / 2];
  const bend = Math.max(30, (x2 - x1) / 2);
  const isMarked = isNew && marksNew;
  return `<path class="edge${isMarked ? ' new' : ''}" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}

function nodeBox({ kind, scope, label, severity }: AccessNode, { x, y }: Place, namesScope: boolean): string {
  const tone = kind === 'permission' ? ` ${severity ?? 'low'}` : '';
  const lines = linesOf(kind, label);
  const first = y + nodeHeight / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5;
  const texts = lines.map(
    ({ text, isSoft }, index) =>
      `<text x="${x + 12}" y="${first + index * lineHeight}"${isSoft ? ' class="kind"' : ''}>${htmlText(text)}</text>`,
  );
  const whole = namesScope ? `${label} (scope ${scope})` : label;
  return `<g class="node ${kind}${tone}"><title>${htmlText(whole)}</title><rect x="${x}" y="${y}" width="${nodeWidth}" height="${nodeHeight}" rx="${kind === 'step' ? 6 : 14}"/>${texts.join('')}</g>`;
}

interface Line {
  readonly text: string;
  readonly isSoft: boolean;
}

/** An object's kind on a line of its own; the rest broken into lines that fit the box. */
function linesOf(kind: AccessNode['kind'], label: string): readonly Line[] {
  const [, objectKind = '', name = label] = /^([A-Z]\w+) (\S.*)$/s.exec(label) ?? [];
  const hasKind = kind !== 'permission' && objectKind !== '' && objectKind.length <= lineLength;
  const head = hasKind ? [{ text: objectKind, isSoft: true }] : [];
  const text = hasKind ? name : label;
  return [...head, ...broken(text, mostLines - head.length).map((line) => ({ text: line, isSoft: false }))];
}

/** At most so many lines, broken at spaces where there are some, and after characters where names are made up of parts. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = [...clip(visible(text), 400)];
  while (rest.length > 0 && lines.length < most) {
    const end = lineEnd(rest, lines.length === most - 1);
    lines.push(rest.slice(0, end).join('').trim());
    rest = rest.slice(end);
  }
  if (rest.length > 0) lines.push(`${lines.pop() ?? ''}…`);
  return lines.filter((line) => line !== '');
}

/** Where the next line ends; of the last line room is left for an ellipsis. */
function lineEnd(characters: readonly string[], isLast: boolean): number {
  let [width, at, breakAt] = [0, 0, 0];
  for (; at < characters.length; at++) {
    const character = characters[at] ?? '';
    width += isWide(character) ? 2 : 1;
    if (width > lineLength) break;
    if (/[\s/:.,_-]/.test(character)) breakAt = at + 1;
  }
  if (at >= characters.length) return at;
  if (isLast) return at - 1;
  return breakAt > lineLength / 3 ? breakAt : at;
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\uff01-\uff60WM@]/u.test(
    character,
  );
}
