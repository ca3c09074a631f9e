import type { Finding } from '../gate.ts';
import { compareSeverity } from '../severity.ts';
import { findingsPerComment } from './comment.ts';
import type { Forge } from './forge.ts';
import { shortFingerprint } from './marker.ts';
import type { OwnThread } from './own-thread.ts';
import { type Anchor, anchorOf, firstLine, isAbout, isSamePlace, type Place, placeKey } from './place.ts';
import type { ReviewDiff } from './review-diff.ts';

/** Findings shown in one comment, worst first: a new one at `place`, or that of `thread`. */
export interface Group {
  readonly findings: readonly Finding[];
  readonly place: Place | undefined;
  readonly thread: OwnThread | undefined;
}

/** Findings that have a place, those of one line or one file together. Of more than a comment can hold the worst are taken. */
export function groupByPlace(findings: readonly Finding[], diff: ReviewDiff): readonly Group[] {
  const groups = new Map<string, { finding: Finding; anchor: Anchor }[]>();
  for (const finding of findings) {
    const anchor = anchorOf(finding, diff);
    if (anchor === undefined) continue;
    const key = placeKey(anchor.place);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ finding, anchor }]);
    else if (group.length < findingsPerComment) group.push({ finding, anchor });
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { place } = first.anchor;
    const isOne = group.every(({ anchor }) => isSamePlace(anchor.place, place));
    return [
      { findings: group.map(({ finding }) => finding), place: isOne ? place : firstLine(place), thread: undefined },
    ];
  });
}

/**
 * Closed threads whose findings are back, the latest first. One that a person resolved stays resolved, and one whose lines are gone
 * stays closed: the finding gets a new thread.
 */
export function reopenable(own: readonly OwnThread[], pool: readonly Finding[], diff: ReviewDiff): readonly Group[] {
  const free = new Map(pool.map((finding) => [shortFingerprint(finding.fingerprint), finding]));
  const groups: Group[] = [];
  for (const each of own.toSorted((a, b) => b.thread.order - a.thread.order)) {
    const { thread, marker, state } = each;
    const isClosed = state === 'fixed' || state === 'ignored' || state === 'displaced';
    if (!isClosed || thread.isResolvedByOther || thread.isOutdated) continue;
    const found = marker.findings.flatMap((id) => free.get(id) ?? []);
    const { place } = thread;
    const here = place === undefined ? found : found.filter((finding) => isAbout(finding, place, diff));
    if (here.length === 0) continue;
    // A thread that is only answered goes on to show all it shows.
    const findings = each.isJoined ? found : here;
    for (const { fingerprint } of findings) free.delete(shortFingerprint(fingerprint));
    groups.push({ findings, place, thread: each });
  }
  return groups;
}

/**
 * Which groups are open on the diff: the worst, and of equals those that are open already, within both budgets. Groups in which people
 * take part are outside the budgets. `fileComments` counts the comments on whole files.
 */
export function select(
  candidates: readonly Group[],
  open: readonly Group[],
  { maxComments, maxFileComments }: Forge,
): { readonly chosen: readonly Group[]; readonly displaced: readonly Group[]; readonly fileComments: number } {
  const isOpen = new Set(open);
  const isJoined = ({ thread }: Group) => thread?.isJoined === true;
  const chosen = candidates.filter(isJoined);
  const displaced: Group[] = [];
  let [comments, fileComments] = [0, 0];
  const byWorth = [...open, ...candidates.filter((group) => !isJoined(group))].sort(
    (a, b) => compareGroups(a, b) || Number(isOpen.has(b)) - Number(isOpen.has(a)) || orderOf(a) - orderOf(b),
  );
  for (const group of byWorth) {
    const isOnFile = group.place?.kind === 'file';
    const fits = comments < maxComments && (!isOnFile || fileComments < maxFileComments);
    if (fits) {
      comments += 1;
      fileComments += Number(isOnFile);
    }
    if (fits && !isOpen.has(group)) chosen.push(group);
    if (!fits && isOpen.has(group)) displaced.push(group);
  }
  return { chosen, displaced, fileComments };
}

/** By the worst finding of each. */
function compareGroups(a: Group, b: Group): number {
  return compareSeverity(a.findings[0]?.severity ?? 'low', b.findings[0]?.severity ?? 'low');
}

const orderOf = ({ thread }: Group) => thread?.thread.order ?? 0;
