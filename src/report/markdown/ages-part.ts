import { ageCount, ageWords } from '../ages.ts';
import type { Report } from '../report.ts';
import type { Part } from './fill-page.ts';
import { cellCode } from './markdown-text.ts';

/** How old secrets are, as a table. */
export function agesPart({ ages = [] }: Report): Part {
  return {
    head: `<details>\n<summary><b>Ages of secrets:</b> ${ageCount(ages)}</summary>\n\n| Kind | Secret | Age | File |\n| --- | --- | --- | --- |`,
    entries: ages.map(
      (row) => () => `| ${row.what} | ${cellCode(row.name)} | ${ageWords(row)} | ${cellCode(row.file)} |`,
    ),
    foot: '\n</details>',
    noun: 'table row',
    order: 8,
  };
}
