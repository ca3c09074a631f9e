import type { TurnedOffPage } from '../report/markdown/turned-off-page.ts';
import { instanceKey } from './marker.ts';
import type { Plan } from './plan.ts';
import { turnOffSummary } from './summary.ts';
import type { Written } from './written.ts';

/** `turnOffSummary` as a whole plan, where nothing is to be shown on the request at all. Threads stay as they are. */
export function planTurnedOff({ notes }: Written, name: string, head: string | undefined, page: TurnedOffPage): Plan {
  const actions = turnOffSummary(notes, instanceKey(name), head, page);
  return { actions, onDiff: new Set(), refused: [], hasSummary: false, fileCommentsLeft: 0 };
}
