import { readMarker } from '../../../publish/marker.ts';
import type { Comment, Note, Thread } from '../../../publish/written.ts';
import { OddAnswer } from '../../forge/api-failure.ts';
import { unsealed } from './note-text.ts';
import { type DiffRefs, placeOf } from './position.ts';

/** A thread on the diff, and the number of its first note. */
export interface GitlabThread extends Thread {
  readonly note: number;
}

/** A draft of the token's own account, which nobody else sees. */
export interface Draft {
  readonly id: number;
  readonly text: string;
}

/** A discussion is a thread on the diff, a note in the conversation, or neither (what GitLab itself writes). `me` is the account's number. */
export function readDiscussion(
  discussion: unknown,
  me: number,
  head: string,
): { readonly thread?: GitlabThread; readonly note?: Note } {
  const notes = list(field(discussion, 'notes')).filter((note) => field(note, 'system') !== true);
  const [first] = notes;
  if (first === undefined) return {};
  const id = number(first, 'id');
  const comments = notes.map((note) => comment(note, me));
  const isOnDiff = field(first, 'type') === 'DiffNote';
  if (!isOnDiff) {
    const said = comments[0] ?? fail('notes');
    return { note: { ...said, id: String(id), order: id, hasReplies: comments.length > 1 } };
  }
  const place = placeOf(field(first, 'position'), head);
  const resolvable = notes.filter((note) => field(note, 'resolvable') === true);
  const isResolved = resolvable.length > 0 && resolvable.every((note) => field(note, 'resolved') === true);
  const thread = {
    id: text(discussion, 'id'),
    note: id,
    order: id,
    comments,
    isCut: false,
    place,
    isOutdated: place === undefined,
    isResolved,
    isResolvedByOther: isResolved && isByOther(resolvable, comments, me),
  };
  return { thread };
}

/** Of one that this account resolved it was this tool, if its last word says that the thread is over. */
function isByOther(resolvable: readonly unknown[], comments: readonly Comment[], me: number): boolean {
  if (resolvable.some((note) => field(field(note, 'resolved_by'), 'id') !== me)) return true;
  const markers = comments.flatMap(({ body, isOurs }) => (isOurs ? (readMarker(body) ?? []) : []));
  const last = markers.findLast((marker) => marker.kind !== 'summary');
  return last === undefined || last.state === 'open';
}

function comment(note: unknown, me: number): Comment {
  const { text: body, isWhole } = unsealed(text(note, 'body'));
  return { body, isOurs: number(field(note, 'author'), 'id') === me, isEditedByOther: !isWhole };
}

export function readDraft(draft: unknown): Draft {
  return { id: number(draft, 'id'), text: text(draft, 'note') };
}

/** The newest of a request's diffs; undefined while GitLab has made none. */
export function readRefs(versions: unknown): DiffRefs | undefined {
  const [newest] = list(versions);
  if (newest === undefined) return undefined;
  return {
    base_sha: text(newest, 'base_commit_sha'),
    start_sha: text(newest, 'start_commit_sha'),
    head_sha: text(newest, 'head_commit_sha'),
  };
}

/** The commit that a request's source branch is at. */
export const readHead = (request: unknown): string => text(request, 'sha');

/** The number of an account. */
export const readAccount = (user: unknown): number => number(user, 'id');

/** Throws OddAnswer where GitLab's answer is not a list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : fail('a list');
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : fail(name);
}

function number(value: unknown, name: string): number {
  const found = field(value, name);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : fail(name);
}

function fail(name: string): never {
  throw new OddAnswer(`an answer without ${name}`);
}
