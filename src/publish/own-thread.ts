import { type Marker, readMarker, type ThreadState } from './marker.ts';
import type { Comment, Thread } from './written.ts';

/** A thread that an earlier run of this instance began. */
export interface OwnThread {
  readonly thread: Thread;
  readonly marker: Extract<Marker, { kind: 'finding' }>;
  readonly body: string;
  /** What the last of this tool's comments in it says; undefined where that cannot be seen. */
  readonly state: ThreadState | undefined;
  /** Whether people answered or changed its text: it is never rewritten or deleted, only answered. */
  readonly isJoined: boolean;
}

/** The threads of this instance, in which people take part first, then oldest first: of two that say the same, the first one counts. */
export function ownThreads(threads: readonly Thread[], instance: string): readonly OwnThread[] {
  const isKept = ({ isJoined, thread }: OwnThread) => isJoined || thread.isResolvedByOther;
  return threads
    .flatMap((thread) => ownThread(thread, instance) ?? [])
    .sort((a, b) => Number(isKept(b)) - Number(isKept(a)) || a.thread.order - b.thread.order);
}

function ownThread(thread: Thread, instance: string): OwnThread | undefined {
  const [first, ...rest] = thread.comments;
  if (first === undefined || !first.isOurs) return undefined;
  const marker = readMarker(first.body);
  if (marker?.kind !== 'finding' || marker.instance !== instance) return undefined;
  const answers = rest.map((comment) => answerState(comment, instance));
  const last = answers.findLast((state) => state !== undefined);
  const isJoined = first.isEditedByOther || thread.isCut || answers.includes(undefined);
  const state = last ?? (thread.isCut ? undefined : marker.state);
  return { thread, marker, body: first.body, state, isJoined };
}

/** The state that one of our own answers gives; undefined for what anybody else wrote. */
function answerState({ body, isOurs, isEditedByOther }: Comment, instance: string): ThreadState | undefined {
  const marker = isOurs && !isEditedByOther ? readMarker(body) : undefined;
  return marker?.kind === 'answer' && marker.instance === instance ? marker.state : undefined;
}
