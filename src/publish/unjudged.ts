import { type UnjudgedPage, unjudgedPage } from '../report/markdown/unjudged-page.ts';
import { instanceKey } from './marker.ts';
import type { Plan } from './plan.ts';
import { planSummary } from './summary.ts';
import type { Written } from './written.ts';

/**
 * What to do where a run ended without a verdict (exit codes 2 and 3): a summary that an earlier run wrote no longer holds and says so.
 * Where there is none, none is written; threads stay as they are, for nothing is known to be fixed.
 */
export function planUnjudged(written: Written, name: string, page: UnjudgedPage): Plan {
  const text = unjudgedPage(page);
  const stable = unjudgedPage({ ...page, log: '' });
  const actions = planSummary(written.notes, instanceKey(name), { text, stable }, false);
  return { actions, onDiff: new Set(), hasSummary: false, fileCommentsLeft: 0 };
}
