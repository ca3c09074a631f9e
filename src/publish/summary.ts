import { type TurnedOffPage, turnedOffPage } from '../report/markdown/turned-off-page.ts';
import type { Action } from './action.ts';
import { digestOf, type Marker, readMarker, withMarker } from './marker.ts';
import type { Note } from './written.ts';

/** The summary as it should be; `stable` is the text without what differs between two runs on the same commit (the run's address). */
export interface SummaryText {
  readonly text: string;
  readonly stable: string;
  /** The judged commit. */
  readonly head: string | undefined;
  /** Short fingerprints of findings whose places the forge refuses: they are not tried again on this commit. */
  readonly refused?: readonly string[];
}

/** A summary comment that an earlier run of this instance wrote. */
export interface OwnSummary {
  readonly note: Note;
  readonly marker: Extract<Marker, { kind: 'summary' }>;
}

/** The summaries of this instance that nobody else edited, oldest first: the first one counts. */
export function ownSummaries(notes: readonly Note[], instance: string): readonly OwnSummary[] {
  return notes
    .flatMap((note) => {
      const marker = note.isOurs && !note.isEditedByOther ? readMarker(note.body) : undefined;
      return marker?.kind === 'summary' && marker.instance === instance ? [{ note, marker }] : [];
    })
    .sort((a, b) => a.note.order - b.note.order);
}

/**
 * Keeps the one summary comment of an instance true: edited in place, the oldest counts, others of ours are removed unless somebody
 * answered them. `isWorthOne` says whether to write one where none is.
 */
export function summaryActions(
  own: readonly OwnSummary[],
  instance: string,
  { text, stable, head, refused = [] }: SummaryText,
  isWorthOne: boolean,
): readonly Action[] {
  const [kept, ...others] = own;
  const digest = digestOf(`${stable}${refused.join()}`);
  const body = withMarker({ kind: 'summary', instance, head, digest, refused }, text);
  if (kept === undefined) return isWorthOne ? [{ kind: 'create-summary', body }] : [];
  const repeated = others.filter(({ note }) => !note.hasReplies);
  return [
    ...(kept.marker.digest === digest ? [] : [{ kind: 'update-summary', note: kept.note.id, body } as const]),
    ...repeated.map(({ note }): Action => ({ kind: 'remove-summary', note: note.id })),
  ];
}

/**
 * What to do where no summary comment is wanted any more: one that an earlier run wrote about another commit than `head` says once that it is
 * no longer kept true. One about `head` itself still holds, or is another gate's of the same name.
 */
export function turnOffSummary(
  notes: readonly Note[],
  instance: string,
  head: string | undefined,
  page: TurnedOffPage,
): readonly Action[] {
  const own = ownSummaries(notes, instance);
  if (own[0] === undefined || own[0].marker.head === head) return [];
  const text = turnedOffPage(page);
  return summaryActions(own, instance, { text, stable: text, head }, false);
}
