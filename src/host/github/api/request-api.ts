import type { FilePlace, LinePlace } from '../../../publish/place.ts';
import type { Note } from '../../../publish/written.ts';
import { ApiFailure } from '../../forge/api-failure.ts';
import type { ForgeApi, RequestState } from '../../forge/forge-api.ts';
import type { Call, Patience } from '../../forge/patience.ts';
import { type Octokit, once } from './client.ts';
import { type Asked, type GithubThread, type Page, query, readPage } from './read-written.ts';

/** A comment of a review. */
export interface LineComment {
  readonly place: LinePlace;
  readonly body: string;
}

/** One pull request on GitHub. */
export interface RequestApi extends ForgeApi<GithubThread> {
  head(): Promise<string>;
  createReview(commit: string, body: string, comments: readonly LineComment[]): Promise<void>;
  createFileComment(commit: string, place: FilePlace, body: string): Promise<void>;
}

/** More than this many pages of a hundred are not read: a run must not spend an hour's requests on reading. */
const mostPages = 50;

/** `repository` is `owner/name`. */
export function requestApi(octokit: Octokit, repository: string, number: number, patience: Patience): RequestApi {
  const [owner, repo] = repository.split('/');
  const issues = '/repos/{owner}/{repo}/issues';
  const pulls = '/repos/{owner}/{repo}/pulls';
  const write = async (call: Omit<Call<unknown>, 'isWrite' | 'make'>, route: string, fields: Fields) => {
    // What is not in the path becomes the body.
    const path = { owner, repo, ...(route.includes('{number}') ? { number } : {}) };
    const make = (signal: AbortSignal) => octokit.request(route, { ...path, ...fields, request: once(signal) });
    await patience.call({ ...call, isWrite: true, make });
  };
  /** What creates something is not repeated blindly: after an unclear answer it is looked up. */
  const create = (what: string, route: string, fields: Fields) =>
    write({ what, isRepeatable: false }, `POST ${route}`, fields);
  const change = (what: string, route: string, fields: Fields) =>
    write({ what, isRepeatable: true, isOnExisting: true }, route, fields);
  const page = (asked: Asked & Fields) =>
    readOnePage(octokit, patience, { owner, name: repo, number, ...asked }, asked);
  return {
    head: async () => (await page({ wantThreads: false, wantNotes: false })).head,
    read: () => readAll(page),
    pause: (milliseconds) => patience.wait(milliseconds),
    createSummary: (body) => create('Creating the summary comment', `${issues}/{number}/comments`, { body }),
    updateSummary: (id, body) => change('Updating the summary comment', `PATCH ${issues}/comments/{id}`, { id, body }),
    removeSummary: (id) => change('Removing a repeated summary comment', `DELETE ${issues}/comments/{id}`, { id }),
    createReview: (commit_id, body, comments) => {
      const fields = { commit_id, event: 'COMMENT', body, comments: comments.map(reviewComment) };
      return create('Creating a review', `${pulls}/{number}/reviews`, fields);
    },
    createFileComment: (commit_id, { file }, body) => {
      const fields = { commit_id, path: file, subject_type: 'file', body };
      return create('Commenting on a file', `${pulls}/{number}/comments`, fields);
    },
    updateComment: ({ comment: id }, body) =>
      change('Updating a review comment', `PATCH ${pulls}/comments/{id}`, { id, body }),
    removeComment: ({ comment: id }) =>
      change('Removing a repeated review comment', `DELETE ${pulls}/comments/{id}`, { id }),
    answer: ({ comment: id }, body) =>
      create('Answering in a thread', `${pulls}/{number}/comments/{id}/replies`, { id, body }),
    fold: async (threads) => {
      const mutation = foldingMutation(threads);
      if (mutation === undefined) return;
      const make = (signal: AbortSignal) =>
        octokit.graphql(mutation.text, { ...mutation.variables, request: once(signal) });
      await patience.call({ what: 'Folding threads', isRepeatable: true, isOnExisting: true, isWrite: true, make });
    },
  };
}

/** Fields of a route's path and of the body. */
type Fields = Readonly<Record<string, unknown>>;

function reviewComment({ place, body }: LineComment) {
  const { line, start, file } = place;
  const on = { path: file, body, ...sideOf(line) };
  if (start === undefined) return on;
  const from = sideOf(start);
  return { ...on, start_line: from.line, start_side: from.side };
}

function sideOf({ newLine, oldLine }: LinePlace['line']): { line: number; side: 'LEFT' | 'RIGHT' } {
  return newLine === undefined ? { line: oldLine ?? 0, side: 'LEFT' } : { line: newLine, side: 'RIGHT' };
}

function readOnePage(octokit: Octokit, patience: Patience, variables: Fields, asked: Asked): Promise<Page> {
  return patience.call({
    what: 'Reading the pull request',
    isRepeatable: true,
    isWrite: false,
    make: async (signal) => readPage(await octokit.graphql(query, { ...variables, request: once(signal) }), asked),
  });
}

async function readAll(page: (asked: Asked & Fields) => Promise<Page>): Promise<RequestState<GithubThread>> {
  let last = await page({ wantThreads: true, wantNotes: true });
  const [threads, notes] = [new Map<string, GithubThread>(), new Map<string, Note>()];
  for (let pages = 1; ; pages++) {
    for (const each of last.threads) threads.set(each.id, each);
    for (const each of last.notes) notes.set(each.id, each);
    const { head, nextThreads, nextNotes } = last;
    if (nextThreads === undefined && nextNotes === undefined) {
      return { head, threads: [...threads.values()], notes: [...notes.values()] };
    }
    if (pages === mostPages) {
      throw new ApiFailure(
        'over',
        `Reading the pull request: it has more than ${mostPages * 100} threads or comments.`,
      );
    }
    last = await page({
      wantThreads: nextThreads !== undefined,
      wantNotes: nextNotes !== undefined,
      ...(nextThreads === undefined ? {} : { threads: nextThreads }),
      ...(nextNotes === undefined ? {} : { notes: nextNotes }),
    });
  }
}

type Foldings = Parameters<RequestApi['fold']>[0];

/** One request for many threads; only what the forge says the token may do, and what is not so already. */
function foldingMutation(threads: Foldings): { text: string; variables: Record<string, string> } | undefined {
  const parts: { field: string; input: string; id: string }[] = [];
  for (const { thread, to } of threads) {
    const { id, commentNode } = thread;
    if (to === 'close' && !thread.isResolved && thread.mayResolve)
      parts.push({ field: 'resolveReviewThread', input: 'threadId: $ID', id });
    if (to === 'open' && thread.isResolved && thread.mayUnresolve)
      parts.push({ field: 'unresolveReviewThread', input: 'threadId: $ID', id });
    if (to !== 'open' && !thread.isMinimized && thread.mayMinimize)
      parts.push({
        field: 'minimizeComment',
        input: `subjectId: $ID, classifier: ${to === 'close' ? 'RESOLVED' : 'OUTDATED'}`,
        id: commentNode,
      });
    if (to === 'open' && thread.isMinimized && thread.mayMinimize)
      parts.push({ field: 'unminimizeComment', input: 'subjectId: $ID', id: commentNode });
  }
  if (parts.length === 0) return undefined;
  const names = parts.map((_, index) => `$id${index}: ID!`).join(', ');
  const fields = parts.map(
    ({ field, input }, index) =>
      `m${index}: ${field}(input: { ${input.replace('$ID', `$id${index}`)} }) { clientMutationId }`,
  );
  return {
    text: `mutation Fold(${names}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries(parts.map(({ id }, index) => [`id${index}`, id])),
  };
}
