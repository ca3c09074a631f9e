import type { Report } from '../report.ts';
import { count, coverageLine } from '../wording.ts';
import { capped, code, folded, note, type Section } from './elements.ts';
import { htmlText } from './html-text.ts';

const mostUnjudged = 1_000;

/** What could not be judged, and how to fix that: it comes first, for it is never a pass. */
export function unjudgedSection({ verdict }: Report): Section | undefined {
  const [entries, more] = capped(verdict.unjudged, mostUnjudged, 'things that could not be judged');
  if (entries.length === 0) return undefined;
  const items = entries.map(
    ({ what, remedy }) => `<li><p>${htmlText(what)}</p><p class="fix"><b>Fix</b> ${htmlText(remedy)}</p></li>`,
  );
  return {
    id: 'unjudged',
    title: 'Could not be judged',
    aside: `${verdict.unjudged.length}`,
    html: `<ul class="cards">${items.join('\n')}</ul>${more}`,
  };
}

/** What was read, and of what was not the reason. */
export function coverageSection({ coverage, range, verdict }: Report): Section {
  const { skipped, readWithoutStructure, rendering } = coverage;
  const notes = [...new Set([...range.notes, ...verdict.notes])].map((text) => `<li>${htmlText(text)}</li>`);
  const file = ({ file: path, why }: { file: string; why: string }) => `${code(path)} ${htmlText(why)}`;
  const unrendered = rendering?.notRendered ?? [];
  return {
    id: 'coverage',
    title: 'What was read',
    html: [
      note(coverageLine({ coverage, range })),
      notes.length > 0 ? `<ul class="notes">${notes.join('\n')}</ul>` : '',
      folded(`${count(skipped.length, 'file')} not read`, skipped.map(file)),
      folded(`${count(readWithoutStructure.length, 'file')} read without structure`, readWithoutStructure.map(file)),
      folded(
        `${count(unrendered.length, 'root')} not rendered`,
        unrendered.map(({ root, why }) => `${code(root)} ${htmlText(why)}`),
      ),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  };
}
