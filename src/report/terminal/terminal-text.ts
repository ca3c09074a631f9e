import type { Links } from '../links.ts';
import { clip, visible } from '../visible.ts';
import { logLine } from './workflow-command.ts';

export interface TerminalStyle {
  readonly colour: boolean;
  /** Cells in a line. */
  readonly width: number;
  /** A job's log makes links of addresses: with these each finding has that of its line. */
  readonly links?: Links;
}

/** A style's SGR parameters (ECMA-48). */
const styles = {
  bold: '1',
  dim: '2',
  red: '31',
  green: '32',
  yellow: '33',
  blue: '34',
  magenta: '35',
  cyan: '36',
  badge: '1;7',
} as const;

export type Style = keyof typeof styles;

/** Paints text, or leaves it as it is. */
export type Paint = (text: string, ...style: readonly Style[]) => string;

/** Paints by ANSI escapes where colour is wanted. */
export function painter(colour: boolean): Paint {
  if (!colour) return (text) => text;
  return (text, ...style) =>
    text === '' ? '' : `\u001b[${style.map((name) => styles[name]).join(';')}m${text}\u001b[0m`;
}

/** Text from the repository on one line of a terminal; the only control characters of a report are our own colours. */
export function plain(text: string, limit = 1000): string {
  return clip(visible(text), limit);
}

/** How many cells a terminal gives the text: two for wide characters, none for combining marks. */
export function cells(text: string): number {
  const wide =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
  return [...text].reduce((sum, character) => sum + (/\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1), 0);
}

/** Padded with blanks to `width` cells. */
export const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - cells(text)));

/** The text in lines of at most `width` cells, broken at blanks; a word that is longer is alone. `first` begins the first line, blanks the others. */
export function wrapped(
  text: string,
  width: number,
  first: string,
  paint: (line: string) => string = (line) => line,
  limit?: number,
): string[] {
  const lines: string[] = [];
  const room = Math.max(8, width - cells(first));
  let line = '';
  for (const word of plain(text, limit).split(' ')) {
    if (line !== '' && cells(line) + 1 + cells(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  const begin = (index: number) => (index === 0 ? first : ' '.repeat(cells(first)));
  return [...lines, line].map((text, index) => `${begin(index)}${paint(text)}`);
}

/** The lines of a report, none of which a job's runner takes for a command. */
export function page(lines: readonly string[]): string {
  return `${lines.map(logLine).join('\n')}\n`;
}
