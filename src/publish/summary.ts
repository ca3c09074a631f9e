import type { Action } from './action.ts';
import { digestOf, readMarker, withMarker } from './marker.ts';
import type { Note } from './written.ts';

/** The summary as it should be; `stable` is the text without what differs between two runs on the same commit (the run's address). */
export interface SummaryText {
  readonly text: string;
  readonly stable: string;
}

/**
 * The one summary comment of an instance: edited in place, the oldest counts, others of ours are removed unless somebody answered
 * them. `isWorthOne` says whether to write one where none is.
 */
export function planSummary(
  notes: readonly Note[],
  instance: string,
  summary: SummaryText,
  isWorthOne: boolean,
): readonly Action[] {
  const own = notes
    .filter(({ body, isOurs, isEditedByOther }) => {
      const marker = isOurs && !isEditedByOther ? readMarker(body) : undefined;
      return marker?.kind === 'summary' && marker.instance === instance;
    })
    .sort((a, b) => a.order - b.order);
  const [kept, ...others] = own;
  const digest = digestOf(summary.stable);
  const body = withMarker({ kind: 'summary', instance, digest }, summary.text);
  const repeated = others.filter(({ hasReplies }) => !hasReplies);
  const removed = repeated.map(({ id }): Action => ({ kind: 'remove-summary', note: id }));
  if (kept === undefined) return isWorthOne ? [{ kind: 'create-summary', body }] : [];
  const marker = readMarker(kept.body);
  const isCurrent = marker?.kind === 'summary' && marker.digest === digest;
  return [...(isCurrent ? [] : [{ kind: 'update-summary', note: kept.id, body } as const]), ...removed];
}
