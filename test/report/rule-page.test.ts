import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pageInLines } from '../../src/report/terminal/rule-page.ts';
import { cells } from '../../src/report/terminal/terminal-text.ts';

const folder = join(import.meta.dirname, '../../.github/docs/rules');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('pageInLines', () => {
  test('wraps the cells of a table in their columns, and tells rows apart', () => {
    const page =
      '# a\n\n| What it finds | Severity |\n| --- | --- |\n| one two three four five six seven | high |\n| a \\| b | low |\n\nend\n';
    expect(pageInLines(page, 34).split('\n')).toEqual([
      '# a',
      '',
      'What it finds             Severity',
      '------------------------  --------',
      'one two three four five   high',
      'six seven',
      '',
      'a | b                     low',
      '',
      'end',
      '',
    ]);
  });

  test('leaves code as it is, and goes on below the text of a list', () => {
    const code = `\`\`\`yaml\n| ${'x '.repeat(40)}\n\`\`\``;
    expect(pageInLines(code, 40)).toBe(code);
    expect(pageInLines(`- ${'word '.repeat(12).trim()}`, 40).split('\n')).toEqual([
      '- word word word word word word word',
      '  word word word word word',
    ]);
  });

  test.each(pages)('%s fits a terminal, and loses no word', (name) => {
    const page = readFileSync(join(folder, name), 'utf8');
    const lines = pageInLines(page, 120).split('\n');
    let isCode = false;
    for (const line of lines) {
      if (/^\s*```/.test(line)) isCode = !isCode;
      // A word may be longer than a line.
      if (!isCode && line.trim().split(/\s+/).length > 3) expect([line, cells(line) <= 120]).toEqual([line, true]);
    }
    const words = (text: string) => text.split(/[\s|]+|-{3,}/).filter((word) => word !== '' && !/^-+$/.test(word));
    expect(words(lines.join('\n')).sort()).toEqual(words(page.replaceAll('\\|', '|')).sort());
  });
});
