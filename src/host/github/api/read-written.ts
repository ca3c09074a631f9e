import { readMarker } from '../../../publish/marker.ts';
import type { DiffLine, Place } from '../../../publish/place.ts';
import type { Comment, Note, Thread } from '../../../publish/written.ts';
import { OddAnswer } from '../../forge/api-failure.ts';

/** Asked once, and once more for each further hundred threads or comments. */
export const query = `
query Written($owner: String!, $name: String!, $number: Int!, $threads: String, $notes: String, $wantThreads: Boolean!, $wantNotes: Boolean!) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      headRefOid
      reviewThreads(first: 100, after: $threads) @include(if: $wantThreads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id isResolved isOutdated subjectType path line startLine diffSide startDiffSide
          viewerCanResolve viewerCanUnresolve
          resolvedBy { login __typename }
          first: comments(first: 1) { totalCount nodes { ...Said viewerCanMinimize isMinimized } }
          last: comments(last: 10) { nodes { ...Said } }
        }
      }
      comments(first: 100, after: $notes) @include(if: $wantNotes) {
        pageInfo { hasNextPage endCursor }
        nodes { id fullDatabaseId body viewerDidAuthor author { login __typename } editor { login __typename } }
      }
    }
  }
}
fragment Said on PullRequestReviewComment {
  id fullDatabaseId body viewerDidAuthor author { login __typename } editor { login __typename }
}`;

/** One page of the answer. */
export interface Page {
  readonly head: string;
  readonly threads: readonly GithubThread[];
  readonly notes: readonly Note[];
  /** Where to go on; undefined at the end. */
  readonly nextThreads: string | undefined;
  readonly nextNotes: string | undefined;
}

/** A thread, and what the token may do with it. */
export interface GithubThread extends Thread {
  /** The number of its first comment, for REST. */
  readonly comment: string;
  /** The name of its first comment, for GraphQL. */
  readonly commentNode: string;
  readonly mayResolve: boolean;
  readonly mayUnresolve: boolean;
  readonly mayMinimize: boolean;
  readonly isMinimized: boolean;
}

/** Which lists a page was asked for. */
export interface Asked {
  readonly wantThreads: boolean;
  readonly wantNotes: boolean;
}

/** Reads one page; throws OddAnswer where the answer is not what the schema promises: what is missing would be written once more. */
export function readPage(answer: unknown, { wantThreads, wantNotes }: Asked): Page {
  const viewer = text(field(answer, 'viewer'), 'login');
  const request = object(field(field(answer, 'repository'), 'pullRequest'), 'pullRequest');
  const threads = wantThreads ? connection(field(request, 'reviewThreads')) : nothing;
  const notes = wantNotes ? connection(field(request, 'comments')) : nothing;
  return {
    head: text(request, 'headRefOid'),
    threads: threads.nodes.flatMap((node) => {
      // A thread whose comments were all deleted is nobody's.
      const [root] = nodesOf(field(node, 'first'));
      return root === undefined ? [] : [thread(node, root, viewer)];
    }),
    notes: notes.nodes.map((node) => ({ ...said(node, viewer), ...numbered(node), hasReplies: false })),
    nextThreads: threads.next,
    nextNotes: notes.next,
  };
}

/** `root` is its first comment. */
function thread(node: unknown, root: unknown, viewer: string): GithubThread {
  const total = Number(field(field(node, 'first'), 'totalCount'));
  const last = nodesOf(field(node, 'last')).filter((each) => text(each, 'id') !== text(root, 'id'));
  const first = said(root, viewer);
  const { id: comment, order } = numbered(root);
  const isResolved = flag(node, 'isResolved');
  return {
    id: text(node, 'id'),
    order,
    comment,
    commentNode: text(root, 'id'),
    comments: [first, ...last.map((each) => said(each, viewer))],
    isCut: total > 1 + last.length,
    place: placeOf(node),
    isOutdated: flag(node, 'isOutdated'),
    isResolved,
    isResolvedByOther: isResolved && isByOther(field(node, 'resolvedBy'), first, viewer),
    mayResolve: flag(node, 'viewerCanResolve'),
    mayUnresolve: flag(node, 'viewerCanUnresolve'),
    mayMinimize: flag(root, 'viewerCanMinimize'),
    isMinimized: flag(root, 'isMinimized'),
  };
}

/** GraphQL names only people here: where it names nobody it was us, if our comment says that the thread is over. */
function isByOther(resolver: unknown, first: Comment, viewer: string): boolean {
  if (isPresent(resolver)) return !isAccount(resolver, viewer);
  const marker = readMarker(first.body);
  return marker?.kind !== 'finding' || marker.state === 'open';
}

function placeOf(node: unknown): Place | undefined {
  const file = text(node, 'path');
  if (field(node, 'subjectType') === 'FILE') return { kind: 'file', file, oldFile: file };
  const line = side(field(node, 'line'), field(node, 'diffSide'));
  if (line === undefined || flag(node, 'isOutdated')) return undefined;
  const start = side(field(node, 'startLine'), field(node, 'startDiffSide'));
  return { kind: 'line', file, oldFile: file, line, ...(start === undefined ? {} : { start }) };
}

function side(line: unknown, side: unknown): DiffLine | undefined {
  if (typeof line !== 'number') return undefined;
  return side === 'LEFT' ? { oldLine: line } : { newLine: line };
}

function said(node: unknown, viewer: string): Comment {
  const author = field(node, 'author');
  const editor = field(node, 'editor');
  const isOurs = field(node, 'viewerDidAuthor') === true || (isPresent(author) && isAccount(author, viewer));
  return { body: text(node, 'body'), isOurs, isEditedByOther: isPresent(editor) && !isAccount(editor, viewer) };
}

/** The number by which REST knows a comment; it rises with age. */
function numbered(node: unknown): { id: string; order: number } {
  const id = String(field(node, 'fullDatabaseId'));
  if (!/^\d{1,15}$/.test(id)) throw new OddAnswer('a comment without a number');
  return { id, order: Number(id) };
}

/** Whether an actor is the token's own account. An app's name ends in [bot] in some places and not in others. */
function isAccount(actor: unknown, viewer: string): boolean {
  const bare = (login: string) => login.replace(/\[bot\]$/, '');
  if (bare(text(actor, 'login')) !== bare(viewer)) return false;
  return !viewer.endsWith('[bot]') || field(actor, '__typename') !== 'User';
}

const isPresent = (value: unknown) => value !== null && value !== undefined;

function nodesOf(connection: unknown): readonly unknown[] {
  const nodes = field(connection, 'nodes');
  return Array.isArray(nodes) ? nodes.filter(isPresent) : [];
}

interface Connection {
  readonly nodes: readonly unknown[];
  /** Where the next page begins; undefined at the end. */
  readonly next: string | undefined;
}

const nothing: Connection = { nodes: [], next: undefined };

function connection(value: unknown): Connection {
  const info = object(field(value, 'pageInfo'), 'pageInfo');
  if (!Array.isArray(field(value, 'nodes'))) throw new OddAnswer('an answer without nodes');
  const next = field(info, 'hasNextPage') === true ? text(info, 'endCursor') : undefined;
  return { nodes: nodesOf(value), next };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function object(value: unknown, name: string): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new OddAnswer(`an answer without ${name}`);
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found === 'string') return found;
  throw new OddAnswer(`an answer without ${name}`);
}

const flag = (value: unknown, name: string) => field(value, name) === true;
