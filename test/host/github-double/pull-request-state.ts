import type { TemporaryRepository } from '../../git/temporary-repository.ts';
import { lineAfter, type ShownFile, shownLines } from './shown-lines.ts';

/** A comment as GitHub stores it. */
export interface StoredComment {
  readonly id: number;
  author: string;
  body: string;
  editor: string | undefined;
  isMinimized: boolean;
}

export interface StoredThread {
  readonly comments: StoredComment[];
  readonly path: string;
  readonly subject: 'LINE' | 'FILE';
  line: number | undefined;
  startLine: number | undefined;
  readonly side: 'LEFT' | 'RIGHT';
  isOutdated: boolean;
  resolvedBy: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

type Values = Readonly<Record<string, unknown>>;

/** Everything on one pull request, number 2, of shop/clusters; the viewer is the workflow's own token. */
export class PullRequestState {
  readonly viewer = 'github-actions[bot]';
  readonly threads: StoredThread[] = [];
  readonly notes: StoredComment[] = [];
  readonly reviews: { readonly body: string; readonly comments: number }[] = [];
  isLocked = false;
  /** A request that is over can be commented on as before. */
  state: 'OPEN' | 'CLOSED' | 'MERGED' = 'OPEN';
  /** The order in which lists are given; GitHub promises none. */
  order: <T>(list: readonly T[]) => readonly T[] = (list) => list;
  readonly #repository: TemporaryRepository;
  readonly #base: string;
  readonly #mayResolve: boolean;
  #head: string;
  #shown: ReadonlyMap<string, ShownFile>;
  /** Beyond 32 bits, as on github.com. */
  #next = 2_400_000_001;

  constructor(repository: TemporaryRepository, base: string, head: string, mayResolve: boolean) {
    this.#repository = repository;
    this.#base = base;
    this.#head = head;
    this.#mayResolve = mayResolve;
    this.#shown = this.#diff(head);
  }

  get head(): string {
    return this.#head;
  }

  /** A push to the request: comments follow their lines, or are outdated. */
  push(head: string): void {
    const old = this.#head;
    this.#head = head;
    this.#shown = this.#diff(head);
    for (const thread of this.threads) {
      if (thread.subject === 'FILE' || thread.line === undefined) continue;
      const move = (line: number) =>
        thread.side === 'LEFT' ? line : lineAfter(this.#repository, old, head, thread.path, line);
      const [line, startLine] = [
        move(thread.line),
        thread.startLine === undefined ? undefined : move(thread.startLine),
      ];
      const isShown = line !== undefined && this.#isShown(thread.path, thread.side, line);
      const isWhole = thread.startLine === undefined || startLine !== undefined;
      Object.assign(
        thread,
        isShown && isWhole ? { line, startLine } : { line: undefined, startLine: undefined, isOutdated: true },
      );
    }
  }

  /** A comment of somebody in the conversation. */
  say(author: string, body: string): StoredComment {
    const said = this.#comment(author, body);
    this.notes.push(said);
    return said;
  }

  answer(thread: StoredThread, author: string, body: string): void {
    thread.comments.push(this.#comment(author, body));
  }

  /** A thread by somebody. */
  begin(author: string, path: string, line: number, body: string): StoredThread {
    return this.#thread(author, { path, body, line, side: 'RIGHT' });
  }

  rest(route: string, parameters: Readonly<Record<string, string | number>>, body: unknown): Answer {
    const fields = (body ?? {}) as Values;
    const id = Number(parameters.comment_id);
    if (parameters.owner !== 'shop' || parameters.repo !== 'clusters') return notFound;
    if ([parameters.pull_number, parameters.issue_number].some((number) => number !== undefined && number !== 2))
      return notFound;
    const [method, path = ''] = route.split(' ');
    if (this.isLocked && method === 'POST') {
      return { status: 403, answer: { message: 'Unable to create comment because issue is locked' } };
    }
    if (path.endsWith('/reviews')) return this.#review(fields);
    if (path.endsWith('/replies')) return this.#reply(id, fields);
    if (path.endsWith('/pulls/{pull_number}/comments')) return this.#lineComment(fields);
    if (path.endsWith('/issues/{issue_number}/comments')) return this.#note(fields);
    const isNote = path.includes('/issues/');
    return method === 'DELETE' ? this.#remove(id, isNote) : this.#edit(id, isNote, fields);
  }

  #note({ body }: Values): Answer {
    const invalid = checkBody(body);
    if (invalid) return invalid;
    return { status: 201, answer: { id: this.say(this.viewer, String(body)).id } };
  }

  #review({ commit_id, event, body, comments }: Values): Answer {
    const all = (comments ?? []) as readonly Values[];
    if (event !== 'COMMENT') return unprocessable('event');
    if (checkBody(body)) return unprocessable('body is required for COMMENT');
    if (commit_id !== this.#head) return unprocessable('commit_id is not part of the pull request');
    for (const each of all) {
      const invalid = checkBody(each.body) ?? this.#checkLine(each);
      if (invalid) return invalid;
    }
    for (const each of all) this.#thread(this.viewer, each);
    this.reviews.push({ body: String(body), comments: all.length });
    return { status: 200, answer: { id: this.#next++ } };
  }

  #lineComment(fields: Values): Answer {
    const invalid = checkBody(fields.body);
    if (invalid) return invalid;
    if (fields.commit_id !== this.#head) return unprocessable('commit_id is not part of the pull request');
    if (fields.subject_type === 'file') {
      if (!this.#shown.has(String(fields.path))) return unprocessable('path is not part of the diff');
    } else {
      const refused = this.#checkLine(fields);
      if (refused) return refused;
    }
    return { status: 201, answer: { id: this.#thread(this.viewer, fields).comments[0]?.id } };
  }

  #reply(id: number, { body }: Values): Answer {
    const thread = this.threads.find(({ comments }) => comments[0]?.id === id);
    if (thread === undefined) return notFound;
    const invalid = checkBody(body);
    if (invalid) return invalid;
    this.answer(thread, this.viewer, String(body));
    return { status: 201, answer: { id: thread.comments.at(-1)?.id } };
  }

  #edit(id: number, isNote: boolean, { body }: Values): Answer {
    const found = this.#find(id, isNote);
    if (found === undefined) return notFound;
    const invalid = checkBody(body);
    if (invalid) return invalid;
    Object.assign(found, { body: String(body), editor: this.viewer });
    return { status: 200, answer: { id } };
  }

  #remove(id: number, isNote: boolean): Answer {
    if (this.#find(id, isNote) === undefined) return notFound;
    if (isNote)
      this.notes.splice(
        this.notes.findIndex((note) => note.id === id),
        1,
      );
    else {
      const thread = this.threads.findIndex(({ comments }) => comments.some((each) => each.id === id));
      const comments = this.threads[thread]?.comments ?? [];
      comments.splice(
        comments.findIndex((each) => each.id === id),
        1,
      );
      if (comments.length === 0) this.threads.splice(thread, 1);
    }
    return { status: 204, answer: undefined };
  }

  #find(id: number, isNote: boolean): StoredComment | undefined {
    return (isNote ? this.notes : this.threads.flatMap(({ comments }) => comments)).find((each) => each.id === id);
  }

  #checkLine({ path, line, side = 'RIGHT', start_line, start_side }: Values): Answer | undefined {
    const file = this.#shown.get(String(path));
    const on = side as 'LEFT' | 'RIGHT';
    if (file === undefined) return unprocessable('path is not part of the diff');
    if (!this.#isShown(String(path), on, Number(line))) return unprocessable('line must be part of the diff');
    if (start_line === undefined) return undefined;
    const from = (start_side ?? side) as 'LEFT' | 'RIGHT';
    if (Number(start_line) >= Number(line)) return unprocessable('start_line must precede the end line');
    if (file.hunkOf(from, Number(start_line)) !== file.hunkOf(on, Number(line))) {
      return unprocessable('start_line must be part of the same hunk as the line');
    }
    return undefined;
  }

  #isShown(path: string, side: 'LEFT' | 'RIGHT', line: number): boolean {
    const file = this.#shown.get(path);
    return (side === 'LEFT' ? file?.left : file?.right)?.has(line) === true;
  }

  #thread(author: string, { path, body, line, side = 'RIGHT', start_line, subject_type }: Values): StoredThread {
    const isFile = subject_type === 'file';
    const thread: StoredThread = {
      comments: [this.#comment(author, String(body))],
      path: String(path),
      subject: isFile ? 'FILE' : 'LINE',
      line: isFile ? undefined : Number(line),
      startLine: start_line === undefined ? undefined : Number(start_line),
      side: side as 'LEFT' | 'RIGHT',
      isOutdated: false,
      resolvedBy: undefined,
    };
    this.threads.push(thread);
    return thread;
  }

  #comment(author: string, body: string): StoredComment {
    return { id: this.#next++, author, body, editor: undefined, isMinimized: false };
  }

  #diff(head: string): ReadonlyMap<string, ShownFile> {
    return shownLines(this.#repository, this.#base, head);
  }

  /** The root of GraphQL: objects whose fields are values, or functions of arguments. */
  root(): object {
    return {
      viewer: { __typename: 'User', login: this.viewer },
      repository: ({ owner, name }: Values) =>
        owner === 'shop' && name === 'clusters'
          ? {
              pullRequest: ({ number }: Values) =>
                number === 2 ? this.#request() : fail('NOT_FOUND', 'no such request'),
            }
          : fail('NOT_FOUND', 'no such repository'),
      resolveReviewThread: ({ input }: { input: Values }) => this.#resolve(input, this.viewer),
      unresolveReviewThread: ({ input }: { input: Values }) => this.#resolve(input, undefined),
      minimizeComment: ({ input }: { input: Values }) => this.#minimize(input, true),
      unminimizeComment: ({ input }: { input: Values }) => this.#minimize(input, false),
    };
  }

  #request(): object {
    return {
      headRefOid: this.#head,
      locked: this.isLocked,
      state: this.state,
      reviewThreads: (page: Values) => connection(this.order(this.threads), page, (thread) => this.#threadNode(thread)),
      comments: (page: Values) => connection(this.order(this.notes), page, (note) => this.#node(note)),
    };
  }

  #threadNode(thread: StoredThread): object {
    const { comments, path, subject, line, startLine, side, isOutdated, resolvedBy } = thread;
    return {
      id: threadId(thread),
      isResolved: resolvedBy !== undefined,
      isOutdated,
      subjectType: subject,
      path,
      line: line ?? null,
      startLine: startLine ?? null,
      diffSide: side,
      startDiffSide: startLine === undefined ? null : side,
      viewerCanResolve: this.#mayResolve && resolvedBy === undefined,
      viewerCanUnresolve: this.#mayResolve && resolvedBy !== undefined,
      // The field's type is User: GitHub names no app here.
      resolvedBy: resolvedBy === undefined || resolvedBy.endsWith('[bot]') ? null : actor(resolvedBy),
      comments: (page: Values) => connection(comments, page, (each) => this.#node(each)),
    };
  }

  #node({ id, author, body, editor, isMinimized }: StoredComment): object {
    return {
      id: `C_${id}`,
      fullDatabaseId: String(id),
      body,
      viewerDidAuthor: author === this.viewer,
      author: actor(author),
      editor: editor === undefined ? null : actor(editor),
      isMinimized,
      viewerCanMinimize: true,
    };
  }

  #resolve({ threadId: id }: Values, by: string | undefined): object {
    const thread = this.threads.find((each) => threadId(each) === id);
    if (thread === undefined) return fail('NOT_FOUND', 'no such thread');
    if (!this.#mayResolve) return fail('FORBIDDEN', 'Resource not accessible by integration');
    thread.resolvedBy = by;
    return { clientMutationId: null };
  }

  #minimize({ subjectId }: Values, isMinimized: boolean): object {
    const found = this.threads.flatMap(({ comments }) => comments).find(({ id }) => `C_${id}` === subjectId);
    if (found === undefined) return fail('NOT_FOUND', 'no such comment');
    found.isMinimized = isMinimized;
    return { clientMutationId: null };
  }
}

const threadId = ({ comments }: StoredThread) => `T_${comments[0]?.id}`;

const notFound: Answer = { status: 404, answer: { message: 'Not Found' } };

function unprocessable(why: string): Answer {
  return { status: 422, answer: { message: `Unprocessable Entity: "${why}"` } };
}

/** GitHub takes 65,536 characters, and not none. */
function checkBody(body: unknown): Answer | undefined {
  if (typeof body !== 'string' || body.trim() === '') return unprocessable('body is missing');
  return [...body].length > 65_536 ? unprocessable('body is too long (maximum is 65536 characters)') : undefined;
}

function fail(type: string, message: string): never {
  throw Object.assign(new Error(message), { extensions: { type } });
}

/** GraphQL names an app without the ending it has in REST. */
function actor(login: string): object {
  const isBot = login.endsWith('[bot]');
  return { __typename: isBot ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') };
}

/** A page of a list, at most a hundred; cursors are positions. */
function connection<T>(list: readonly T[], { first, last, after }: Values, node: (item: T) => object): object {
  if (typeof first !== 'number' && typeof last !== 'number')
    fail('MISSING_PAGINATION_BOUNDARIES', 'first or last is needed');
  if (Number(first ?? last) > 100) fail('EXCESSIVE_PAGINATION', 'at most 100 records');
  const start = typeof after === 'string' ? Number(after) : 0;
  const page = typeof first === 'number' ? list.slice(start, start + first) : list.slice(-Number(last));
  const end = start + page.length;
  return {
    totalCount: list.length,
    pageInfo: {
      hasNextPage: typeof first === 'number' && end < list.length,
      hasPreviousPage: start > 0,
      endCursor: String(end),
      startCursor: String(start),
    },
    nodes: page.map(node),
  };
}
