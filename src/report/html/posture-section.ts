import type { PostureRow } from '../posture/section.ts';
import { postureAnswer, postureLine } from '../posture/words.ts';
import type { Report } from '../report.ts';
import { capped, code, note, type Section, table } from './elements.ts';
import { htmlText } from './html-text.ts';

const mostRows = 1_000;

const states: Readonly<Record<PostureRow['state'], string>> = {
  holds: 'holds',
  'does-not-hold': 'does not hold',
  'could-not-check': 'could not check',
};

/** How the repository is set up on its forge; undefined where nobody asked. */
export function postureSection({ posture }: Report): Section | undefined {
  if (posture === undefined) return undefined;
  const [rows, more] = capped(posture.checks, mostRows, 'checks');
  const cells = rows.map((row) => [
    `${htmlText(row.what)} ${code(row.id)}`,
    row.branch === undefined ? '' : code(row.branch),
    states[row.state],
    htmlText(postureAnswer(row)),
  ]);
  const forge = posture.forge === 'github' ? 'GitHub' : 'GitLab';
  return {
    id: 'posture',
    title: 'Posture',
    aside: `${posture.checks.length}`,
    html: [
      note(`How ${posture.repository} is set up on ${forge}. ${postureLine(posture)}.`),
      table('Posture', ['Check', 'Branch', 'Result', 'What is so'], cells),
      more,
    ].join('\n'),
  };
}
