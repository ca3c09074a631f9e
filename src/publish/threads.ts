import type { Finding } from '../gate.ts';
import type { Report } from '../report/report.ts';
import { compareSeverity } from '../severity.ts';
import type { Action, ClosedState } from './action.ts';
import {
  answer,
  backSentence,
  type CommentContext,
  closedComment,
  displacedSentence,
  fixedSentence,
  ignoredSentence,
  movedSentence,
  openComment,
  shownAgainSentence,
} from './comment.ts';
import { type Group, groupByPlace, reopenable, select } from './groups.ts';
import { shortFingerprint } from './marker.ts';
import type { OwnThread } from './own-thread.ts';
import { anchorOf, firstLine, isAbout, type Place } from './place.ts';

/** A thread that goes on, and the findings it shows. */
interface Kept {
  readonly own: OwnThread;
  readonly findings: readonly Finding[];
}

/** What is to be done on the diff, most important first, and which findings are then shown there. */
export interface ThreadPlan {
  readonly actions: readonly Action[];
  readonly shown: ReadonlySet<Finding>;
  /** How many more comments on whole files there may be. */
  readonly fileCommentsLeft: number;
}

/** Keeps, opens and closes threads so that they say what the report says. `own` are this instance's, in the order in which they count. */
export function planThreads(report: Report, own: readonly OwnThread[], context: CommentContext): ThreadPlan {
  const { verdict } = report;
  const present = new Map(verdict.findings.map((finding) => [shortFingerprint(finding.fingerprint), finding]));
  const { kept, repeated, over } = claim(own, present);
  const shown = new Set(kept.flatMap(({ findings }) => findings));
  const moves = kept.flatMap((each) => movedTo(each, context) ?? []);
  const pool = verdict.findings.filter((finding) => !shown.has(finding));
  const back = reopenable(own, pool, context.diff);
  const taken = new Set(back.flatMap(({ findings }) => findings));
  const fresh = groupByPlace(
    pool.filter((finding) => !taken.has(finding) && !context.refused.has(finding)),
    context.diff,
  );
  const placeOf = (own: OwnThread) => moves.find((move) => move.own === own)?.place ?? own.thread.place;
  const staying = kept
    .filter(({ own }) => countsAsOpen(own))
    .map(({ own, findings }): Group => ({ findings, thread: own, place: placeOf(own) }));
  const { chosen, displaced, fileComments } = select([...back, ...fresh], staying, context.forge);
  const out = new Set(displaced.map(({ thread }) => thread));
  for (const { thread, findings } of displaced) if (thread) for (const finding of findings) shown.delete(finding);
  for (const { findings } of chosen) for (const finding of findings) shown.add(finding);
  const isStill = ({ own }: { own: OwnThread }) => !out.has(own);
  const still = moves.filter(isStill);
  const isMoving = new Set(still.map(({ own }) => own));
  return {
    actions: [
      ...chosen.map((group) => open(group, context)),
      ...still.map(({ findings, place }) => create(findings, place, context)),
      ...kept.filter((each) => isStill(each) && !isMoving.has(each.own)).flatMap((each) => update(each, context)),
      ...still.map(({ own, place }) => close(own, 'moved', movedSentence(place), context)),
      ...over.flatMap((each) => end(each, report, context)),
      ...[...out].flatMap((each) => (each ? [close(each, 'displaced', displacedSentence(context), context)] : [])),
      ...repeated.filter(countsAsOpen).map(({ thread }): Action => ({ kind: 'remove-thread', thread: thread.id })),
    ],
    shown,
    fileCommentsLeft: Math.max(0, context.forge.maxFileComments - fileComments),
  };
}

/** Gives each finding to the first open thread that shows it; a thread left without any repeats another, or is over. */
function claim(
  own: readonly OwnThread[],
  present: ReadonlyMap<string, Finding>,
): { kept: Kept[]; repeated: OwnThread[]; over: OwnThread[] } {
  const claimed = new Set<Finding>();
  const sorted: { kept: Kept[]; repeated: OwnThread[]; over: OwnThread[] } = { kept: [], repeated: [], over: [] };
  for (const each of own) {
    if (each.state === 'fixed' || each.state === 'ignored' || each.state === 'moved') continue;
    const still = each.marker.findings.flatMap((id) => present.get(id) ?? []);
    if (each.state === 'displaced') {
      if (still.length === 0) sorted.over.push(each);
      continue;
    }
    const findings = still.filter((finding) => !claimed.has(finding));
    for (const finding of findings) claimed.add(finding);
    if (findings.length > 0) sorted.kept.push({ own: each, findings });
    else if (still.length > 0) sorted.repeated.push(each);
    else if (each.state === 'open') sorted.over.push(each);
  }
  return sorted;
}

/** Whether it counts against the budget, and may be rewritten: nobody joined it, and nobody else resolved it. */
function countsAsOpen({ isJoined, thread }: OwnThread): boolean {
  return !isJoined && !thread.isResolvedByOther;
}

/** Where a kept thread should be written again: its lines are gone, or are about something else now, and its finding has a line of its own. */
function movedTo(
  { own, findings }: Kept,
  { diff, refused }: CommentContext,
): (Kept & { readonly place: Place }) | undefined {
  const { thread } = own;
  if (!countsAsOpen(own)) return undefined;
  const at = thread.place;
  const isInPlace = at === undefined ? !thread.isOutdated : findings.some((finding) => isAbout(finding, at, diff));
  if (isInPlace) return undefined;
  const places = findings.flatMap((finding) => (refused.has(finding) ? [] : (anchorOf(finding, diff)?.place ?? [])));
  const place = places.find(({ kind }) => kind === 'line');
  if (place === undefined) return undefined;
  return { own, findings, place: findings.length === 1 ? place : firstLine(place) };
}

function open(group: Group, context: CommentContext): Action {
  const { findings, place, thread: own } = group;
  if (own === undefined) {
    if (place === undefined) throw new Error('a new thread needs a place');
    return create(findings, place, context);
  }
  const thread = own.thread.id;
  const wasThere = own.state === 'displaced';
  if (own.isJoined) {
    const sentence = wasThere ? shownAgainSentence : backSentence(context);
    return { kind: 'answer-thread', thread, body: answer(sentence, 'open', context), state: 'open' };
  }
  const preface = wasThere ? '' : backSentence(context);
  return {
    kind: 'reopen-thread',
    thread,
    body: openComment(findings, own.thread.place, context, preface).body,
    findings,
  };
}

function create(findings: readonly Finding[], place: Place, context: CommentContext): Action {
  const { body } = openComment(findings, place, context);
  if (place.kind === 'file') return { kind: 'create-thread', place, body, findings, fallback: undefined };
  const { file, oldFile } = place;
  const whole: Place = { kind: 'file', file, oldFile };
  const fallback = { place: whole, body: openComment(findings, whole, context).body };
  return { kind: 'create-thread', place, body, findings, fallback };
}

function update({ own, findings }: Kept, context: CommentContext): readonly Action[] {
  if (!countsAsOpen(own)) return [];
  const { body, digest } = openComment(findings, own.thread.place, context);
  const isSame = digest === own.marker.digest && own.marker.findings.length === findings.length;
  return isSame ? [] : [{ kind: 'update-thread', thread: own.thread.id, body }];
}

function close(own: OwnThread, state: ClosedState, sentence: string, context: CommentContext): Action {
  const thread = own.thread.id;
  if (own.isJoined) return { kind: 'answer-thread', thread, body: answer(sentence, state, context), state };
  return { kind: 'close-thread', thread, body: closedComment(own.marker, own.body, sentence, state, context), state };
}

/** Says why a thread's findings are no longer reported. While something could not be judged, or is not listed, nothing is called fixed. */
function end(own: OwnThread, { verdict, notListed }: Report, context: CommentContext): readonly Action[] {
  const ignored = verdict.suppressed
    .filter(({ fingerprint }) => own.marker.findings.includes(shortFingerprint(fingerprint)))
    .sort((a, b) => compareSeverity(a.severity, b.severity))[0];
  if (ignored !== undefined) return [close(own, 'ignored', ignoredSentence(ignored), context)];
  return verdict.unjudged.length > 0 || notListed !== undefined
    ? []
    : [close(own, 'fixed', fixedSentence(context), context)];
}
