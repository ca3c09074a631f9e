import {
  MergeRequestDiscussions,
  MergeRequestDraftNotes,
  MergeRequestNotes,
  MergeRequests,
  Users,
} from '@gitbeaker/rest';
import { ApiFailure } from '../../forge/api-failure.ts';
import type { Call, Patience } from '../../forge/patience.ts';
import type { Connection } from './exchange.ts';
import { list } from './read-written.ts';
import { requester } from './requester.ts';

/** Where a merge request is, and who asks. */
export interface RequestAddress {
  /** The instance's address, with the path it may be below: `https://git.example.com/gitlab`. */
  readonly server: string;
  /** The number of the project that the request is to be merged into. */
  readonly project: number;
  /** The request's number in its project. */
  readonly number: number;
  readonly token: string;
}

/** More than this many pages are not read. */
const mostPages = 50;

/** Milliseconds. Given up too soon, GitLab would go on publishing what is then written once more. */
const publishTimeout = 30_000;

/** gitbeaker's classes for one call, which ends by `signal`. */
export type Client = ReturnType<typeof clientOf>;

type Make = (client: Client) => Promise<unknown>;

/** Asks for one page of a list. */
export interface Page {
  readonly showExpanded: true;
  readonly page?: number;
  readonly perPage?: number;
}

function clientOf({ server, token }: RequestAddress, connection: Connection, signal: AbortSignal) {
  const host = server.replace(/\/+$/, '');
  const options = { host, token, queryTimeout: null, requesterFn: requester(connection, signal) };
  return {
    users: new Users(options),
    requests: new MergeRequests(options),
    discussions: new MergeRequestDiscussions(options),
    notes: new MergeRequestNotes(options),
    drafts: new MergeRequestDraftNotes(options),
  };
}

/** Calls of GitLab's API, by what a failure of each means. All reject with ApiFailure. */
export class Calls {
  readonly #address: RequestAddress;
  readonly #connection: Connection;
  readonly #patience: Patience;

  constructor(address: RequestAddress, connection: Connection, patience: Patience) {
    this.#address = address;
    this.#connection = connection;
    this.#patience = patience;
  }

  /** `read` throws where the answer is not what it should be; then it is asked again. */
  look<T>(what: string, make: Make, read: (answer: unknown) => T): Promise<T> {
    return this.#call({ what, isRepeatable: true, isWrite: false }, make, read);
  }

  /** What creates something is not repeated blindly: after an unclear answer it is looked up. */
  create(what: string, make: Make): Promise<void> {
    return this.#call({ what, isRepeatable: false, isWrite: true }, make, nothing);
  }

  /** Nobody sees a draft, so a second one does no harm until it is published, and GitLab limits notes only: drafts need no pace. */
  draft(what: string, make: Make): Promise<void> {
    return this.#call({ what, isRepeatable: true, isWrite: false }, make, nothing);
  }

  /** Writes as many notes as there are drafts, in one call. */
  publish(what: string, make: Make): Promise<void> {
    return this.#call({ what, isRepeatable: false, isWrite: true, timeout: publishTimeout }, make, nothing);
  }

  change(what: string, make: Make): Promise<void> {
    return this.#call({ what, isRepeatable: true, isWrite: true, isOnExisting: true }, make, nothing);
  }

  /**
   * Every item of a list, as `read` makes it, by pages of `perPage`, or as many as GitLab gives unasked. The list may grow or shrink while it is read: some
   * may be given twice.
   */
  async pages<T>(
    what: string,
    make: (client: Client, page: Page) => Promise<unknown>,
    read: (item: unknown) => T,
    perPage?: number,
  ): Promise<readonly T[]> {
    const items: T[] = [];
    const size = perPage === undefined ? {} : { perPage };
    for (let page = 1; page <= mostPages; page++) {
      const asked: Page = { showExpanded: true, ...size, ...(page === 1 && perPage === undefined ? {} : { page }) };
      const { data, next } = await this.look(
        what,
        (client) => make(client, asked),
        (answer) => readPage(answer, read),
      );
      items.push(...data);
      if (!next) return items;
    }
    throw new ApiFailure('over', `${what}: there are more than ${mostPages} pages.`);
  }

  pause(milliseconds: number): Promise<void> {
    return this.#patience.wait(milliseconds);
  }

  #call<T>(call: Omit<Call<T>, 'make'>, make: Make, read: (answer: unknown) => T): Promise<T> {
    const once = async (signal: AbortSignal) => read(await make(clientOf(this.#address, this.#connection, signal)));
    return this.#patience.call({ ...call, make: once });
  }
}

function nothing(): void {}

function readPage<T>(
  answer: unknown,
  read: (item: unknown) => T,
): { readonly data: readonly T[]; readonly next: boolean } {
  const { data, paginationInfo } = (answer ?? {}) as { data?: unknown; paginationInfo?: { next?: unknown } };
  return { data: list(data).map(read), next: typeof paginationInfo?.next === 'number' };
}
