import { ageCount, ageWords } from '../ages.ts';
import type { Report } from '../report.ts';
import { capped, code, note, type Section, table } from './elements.ts';
import { htmlText } from './html-text.ts';

const mostRows = 1_000;

/** How old secrets are; undefined where nobody asked. */
export function agesSection({ ages }: Report): Section | undefined {
  if (ages === undefined) return undefined;
  const [rows, more] = capped(ages, mostRows, 'ages of secrets');
  const cells = rows.map((row) => [
    code(row.name),
    row.what,
    htmlText(ageWords(row)),
    row.limit === undefined ? '' : 'stale',
    code(`${row.file}:${row.line}`),
  ]);
  return {
    id: 'ages',
    title: 'Ages of secrets',
    aside: `${ages.length}`,
    html:
      ages.length === 0
        ? note('Nothing has an age: no encrypted, external or Vault secret, no certificate.')
        : [
            note(`${ageCount(ages)}. What expires first, then what is oldest, then what is read again most seldom.`),
            table('Ages of secrets', ['Secret', 'Kind', 'Age', 'By the policy', 'Place'], cells),
            more,
          ].join('\n'),
  };
}
