import { type UnjudgedPage, unjudgedPage } from '../report/markdown/unjudged-page.ts';
import { instanceKey } from './marker.ts';
import type { Plan } from './plan.ts';
import { ownSummaries, summaryActions } from './summary.ts';
import type { Written } from './written.ts';

/**
 * What to do where a run ended without a verdict (exit codes 2 and 3): a summary that an earlier run wrote no longer holds and says so.
 * Where there is none, none is written; threads stay as they are, for nothing is known to be fixed.
 */
export function planUnjudged(written: Written, name: string, page: UnjudgedPage): Plan {
  const text = unjudgedPage(page);
  const stable = unjudgedPage({ ...page, log: '' });
  const instance = instanceKey(name);
  const own = ownSummaries(written.notes, instance);
  const actions = summaryActions(own, instance, { text, stable, head: page.head }, false);
  return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}
