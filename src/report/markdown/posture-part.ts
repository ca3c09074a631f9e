import type { PostureRow } from '../posture/section.ts';
import { postureAnswer, postureLine, postureQuestion } from '../posture/words.ts';
import type { Report } from '../report.ts';
import type { Part } from './fill-page.ts';
import { cellCode, prose } from './markdown-text.ts';

const marks: Readonly<Record<PostureRow['state'], string>> = {
  holds: '✅ holds',
  'does-not-hold': '❌ does not hold',
  'could-not-check': '⚠️ could not check',
};

/** How the repository is set up on its forge, as a table. */
export function posturePart({ posture }: Report): Part {
  const checks = posture?.checks ?? [];
  return {
    head: `<details>\n<summary><b>Posture:</b> ${postureLine({ checks })}</summary>\n\n| | Check | What is so |\n| :-- | :-- | :-- |`,
    entries: checks.map(
      (row) => () =>
        `| ${marks[row.state].replaceAll(' ', '&nbsp;')} | ${prose(postureQuestion(row), 300, cellCode)} | ${prose(postureAnswer(row), 600, cellCode)} |`,
    ),
    foot: '\n</details>',
    noun: 'posture check',
    order: 7,
  };
}
