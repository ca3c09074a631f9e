import { hunks, inRuns, lineDiff, mapLine } from '../../src/git/diff/line-diff.ts';
import type { Action } from '../../src/publish/action.ts';
import type { Place } from '../../src/publish/place.ts';
import type { Plan } from '../../src/publish/plan.ts';
import { type FileDiff, type ReviewDiff, reversed } from '../../src/publish/review-diff.ts';
import type { Comment, Note, Thread, Written } from '../../src/publish/written.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type ModelThread = Mutable<Omit<Thread, 'comments'>> & { comments: Mutable<Comment>[]; folded: boolean };

/** The texts of files on one side, by path. */
export type Texts = Readonly<Record<string, string>>;

/** The diff as a forge would show it between two sets of texts, without moved files. */
export function reviewDiff(before: Texts, after: Texts): ReviewDiff {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = paths.filter((path) => before[path] !== after[path]);
  return new Map(
    differing.map((path): [string, FileDiff] => [
      path,
      { path, oldPath: path, lines: lineDiff(before[path] ?? '', after[path] ?? '') },
    ]),
  );
}

/** A forge in memory that does what a plan says as GitHub and GitLab would, and lets people act. */
export class ModelForge {
  threads: ModelThread[] = [];
  notes: Mutable<Note>[] = [];
  #next = 1;

  written(): Written {
    return structuredClone({ threads: this.threads, notes: this.notes });
  }

  apply({ actions }: Pick<Plan, 'actions'>): void {
    for (const action of actions) this.act(action);
  }

  act(action: Action): void {
    switch (action.kind) {
      case 'create-thread':
        this.threads.push(this.#newThread(action.body, action.place));
        return;
      case 'update-thread':
        this.#text(action.thread, action.body);
        return;
      case 'reopen-thread':
        this.#text(action.thread, action.body);
        Object.assign(this.thread(action.thread), { isResolved: false, folded: false });
        return;
      case 'close-thread':
        this.#text(action.thread, action.body);
        Object.assign(this.thread(action.thread), { isResolved: action.state !== 'displaced', folded: true });
        return;
      case 'answer-thread':
        this.thread(action.thread).comments.push(comment(action.body));
        return;
      case 'remove-thread':
        this.threads = this.threads.filter(({ id }) => id !== action.thread);
        return;
      case 'create-summary':
        this.notes.push({ ...comment(action.body), ...this.#name(), hasReplies: false });
        return;
      case 'update-summary':
        Object.assign(this.note(action.note), { body: action.body });
        return;
      case 'remove-summary':
        this.notes = this.notes.filter(({ id }) => id !== action.note);
    }
  }

  thread(id: string): ModelThread {
    const found = this.threads.find((each) => each.id === id);
    if (!found) throw new Error(`no thread ${id}`);
    return found;
  }

  note(id: string): Mutable<Note> {
    const found = this.notes.find((each) => each.id === id);
    if (!found) throw new Error(`no note ${id}`);
    return found;
  }

  /** A push: lines follow their text into the new head; where that is gone, or no longer in the diff, the thread is outdated. */
  push(before: Texts, old: Texts, now: Texts): void {
    const diff = reviewDiff(before, now);
    for (const thread of this.threads) {
      const place = thread.place && follow(thread.place, old, now, diff);
      thread.place = place;
      thread.isOutdated ||= place === undefined;
    }
  }

  #newThread(body: string, place: Place): ModelThread {
    return {
      ...this.#name(),
      comments: [comment(body)],
      isCut: false,
      place,
      isOutdated: false,
      isResolved: false,
      isResolvedByOther: false,
      folded: false,
    };
  }

  #text(id: string, body: string): void {
    const [first] = this.thread(id).comments;
    if (!first) throw new Error('a thread without comments');
    first.body = body;
  }

  #name(): { id: string; order: number } {
    const order = this.#next++;
    return { id: `id-${order}`, order };
  }
}

export function comment(body: string, isOurs = true): Mutable<Comment> {
  return { body, isOurs, isEditedByOther: false };
}

function follow(place: Place, old: Texts, now: Texts, diff: ReviewDiff): Place | undefined {
  const file = diff.get(place.file);
  if (file === undefined) return undefined;
  if (place.kind === 'file') return place;
  if (file.lines === undefined || place.line.newLine === undefined) return undefined;
  const drift = lineDiff(old[place.file] ?? '', now[place.file] ?? '');
  const back = reversed(file.lines);
  const shown = hunks(file.lines).map(({ after }) => after);
  const move = (line: number | undefined) => {
    const newLine = line === undefined ? undefined : mapLine(drift, line);
    if (newLine === undefined || !inRuns(shown, newLine)) return undefined;
    const oldLine = mapLine(back, newLine);
    return oldLine === undefined ? { newLine } : { newLine, oldLine };
  };
  const line = move(place.line.newLine);
  const start = place.start && move(place.start.newLine);
  if (line === undefined || (place.start !== undefined && start === undefined)) return undefined;
  return { ...place, line, ...(start === undefined ? {} : { start }) };
}
