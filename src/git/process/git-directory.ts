import { AbsentRefError, MissingObjectsError } from '../object/missing-objects-error.ts';
import type { ObjectId } from '../object/object.ts';
import type { ObjectFormat } from '../object/object-id.ts';
import { parseCommit } from '../object/parse-object.ts';
import type { Discovered } from './discover.ts';
import { type ObjectInfo, ObjectReader, type ReadObject } from './object-reader.ts';
import { persist } from './persist.ts';
import type { Output, Place } from './process.ts';
import { GitFailure, runGit, streamGit } from './process.ts';
import type { Reachable } from './remote.ts';
import { redactUrls } from './remote.ts';
import { isPartial, type Scratch, shallowCommits } from './scratch.ts';

/** How many milliseconds one fetch may take. */
const fetchTimeout = 180_000;
/** Objects asked for by one fetch: their ids are arguments of the process. */
const fetchBatch = 5_000;

/** Bytes of the longest answer that is read: half a million paths. A few small trees within trees can name billions. */
const longestAnswer = 64 * 1024 * 1024;

export const wholeHistory = 0x7fffffff;

export interface FetchOptions {
  /** Commits from each tip; undefined: all that is missing. */
  readonly depth?: number;
  /** What the server leaves out; it is fetched later, where it is needed. */
  readonly filter?: 'tree:0' | 'blob:none';
}

/** The scratch git directory: where every object is read, and where what was missing is fetched to. */
export class GitDirectory {
  readonly format: ObjectFormat;
  readonly #scratch: Scratch;
  readonly #place: Place;
  readonly #objects: ObjectReader;
  readonly #findRemote: () => Promise<Reachable | undefined>;
  readonly #pauses: readonly number[];
  #remote: Promise<Reachable | undefined> | undefined;
  #partial: boolean;

  /** `pauses`: milliseconds before each further try of what reaches the remote. */
  constructor(
    scratch: Scratch,
    { format, objects }: Discovered,
    findRemote: () => Promise<Reachable | undefined>,
    pauses: readonly number[],
  ) {
    this.format = format;
    this.#scratch = scratch;
    this.#place = {
      directory: scratch.directory,
      environment: { ...scratch.environment, GIT_DIR: scratch.directory },
    };
    this.#objects = new ObjectReader(this.#place, format);
    this.#partial = isPartial(objects);
    this.#findRemote = findRemote;
    this.#pauses = pauses;
  }

  get path(): string {
    return this.#scratch.directory;
  }

  /** Whether trees and blobs of known commits may be missing: in a partial clone, and after a fetch with a filter. */
  get partial(): boolean {
    return this.#partial;
  }

  shallow(): ReadonlySet<ObjectId> {
    return shallowCommits(this.#scratch);
  }

  infos(names: readonly string[]): Promise<readonly (ObjectInfo | undefined)[]> {
    return this.#objects.infos(names);
  }

  objects(ids: readonly ObjectId[]): AsyncGenerator<ReadObject | undefined, void, undefined> {
    return this.#objects.objects(ids);
  }

  /** Ends what still runs. */
  close(): void {
    this.#objects.close();
  }

  /** Runs git over the objects at hand. */
  run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Output> {
    return runGit({ ...this.#place, environment: { ...this.#place.environment, ...environment } }, args);
  }

  /** Runs git over the objects at hand, and ends it after so many milliseconds or too long an answer; the code is then 124. */
  async runWithin(args: readonly string[], milliseconds: number, input = ''): Promise<Output> {
    const parts: Buffer[] = [];
    let length = 0;
    try {
      for await (const data of streamGit(this.#place, args, input, milliseconds)) {
        length += data.length;
        if (length > longestAnswer) return { code: 124, stdout: Buffer.alloc(0), stderr: '' };
        parts.push(data);
      }
      return { code: 0, stdout: Buffer.concat(parts), stderr: '' };
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      return { code: error.code, stdout: Buffer.alloc(0), stderr: error.stderr };
    }
  }

  /**
   * Runs git over what is at hand; where it ends with a code that is not `accepted`, or in a partial clone, with leave to fetch the trees and blobs it misses. Throws MissingObjectsError where that does not help either.
   */
  async runFetching(args: readonly string[], input = '', accepted: readonly number[] = [0]): Promise<Output> {
    let remote = this.#partial ? await this.remote() : undefined;
    let output = await this.#attempt(args, input, remote);
    if (!accepted.includes(output.code) && remote === undefined) {
      remote = await this.remote();
      if (remote !== undefined) output = await this.#attempt(args, input, remote);
    }
    if (accepted.includes(output.code)) return output;
    throw new MissingObjectsError(
      `git ${args[0] ?? ''} could not read what it needs: ${redacted(output.stderr, remote)}`,
      this.remedy(remote),
    );
  }

  /**
   * Makes sure that every tree of these commits is here, with one fetch for those that are not. `git merge-tree` before 2.45
   * takes a missing tree for an empty one.
   */
  async ensureTrees(commits: readonly ObjectId[]): Promise<void> {
    if (!this.#partial) return;
    const trees = new Map<ObjectId, ObjectId>();
    for await (const commit of this.objects([...new Set(commits)])) {
      if (commit !== undefined) trees.set(commit.id, parseCommit(commit.id, commit.bytes).tree);
    }
    const roots = [...new Set(trees.values())];
    const infos = await this.infos(roots);
    const missing = roots.filter((_, index) => infos[index] === undefined);
    if (missing.length > 0) await this.fetch(missing, 'The content of a commit', { filter: 'blob:none' });
    // Walks them all, each folder once, and fetches what it misses.
    const walk = ['rev-list', '--quiet', '--objects', '--filter=blob:none', '--no-walk', '--stdin'];
    await this.runFetching(walk, [...trees.keys(), ''].join('\n'));
  }

  /** Fetches ids or `<ref>:<ref>` pairs into the scratch directory; throws MissingObjectsError with the remedy. */
  async fetch(wants: readonly string[], what: string, options: FetchOptions = {}): Promise<void> {
    const remote = await this.remote();
    if (remote === undefined) {
      throw new MissingObjectsError(
        `${what} is not in this clone, and it has no remote to fetch it from.`,
        this.remedy(),
      );
    }
    // Trees and blobs of commits that are here: a server that hears of those commits takes them for complete and sends nothing.
    const contents = options.filter === 'blob:none' && options.depth === undefined;
    const negotiation = contents ? ['-c', 'fetch.negotiationAlgorithm=noop'] : [];
    const args = [...negotiation, 'fetch', '--quiet', '--no-tags', '--no-recurse-submodules'];
    if (options.depth !== undefined) args.push(`--depth=${options.depth}`);
    args.push(options.filter === undefined ? '--no-filter' : `--filter=${options.filter}`);
    const place = { ...this.#place, environment: { ...this.#place.environment, ...remote.environment } };
    try {
      for (let at = 0; at < wants.length; at += fetchBatch) {
        const batch = [...args, 'origin', ...wants.slice(at, at + fetchBatch)];
        await persist((limit) => drain(streamGit(place, batch, '', limit)), fetchTimeout, this.#pauses);
      }
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      const Missing = /^fatal: couldn't find remote ref /m.test(error.stderr) ? AbsentRefError : MissingObjectsError;
      throw new Missing(
        `${what} is not in this clone and could not be fetched from ${remote.shown}: ${redacted(error.stderr, remote)}`,
        this.remedy(remote),
      );
    }
    if (options.filter !== undefined) this.#partial = true;
  }

  /** The remote, looked up once and only where something is missing. */
  remote(): Promise<Reachable | undefined> {
    this.#remote ??= this.#findRemote();
    return this.#remote;
  }

  remedy(remote?: Reachable): string {
    const checkout = 'Clone the whole history ("fetch-depth: 0" for actions/checkout, GIT_DEPTH: "0" for GitLab CI)';
    if (remote === undefined) return `${checkout}, or give the clone a remote called "origin".`;
    return `${checkout}, or give a token that may read ${remote.shown}.`;
  }

  async #attempt(args: readonly string[], input: string, remote: Reachable | undefined): Promise<Output> {
    const place = { ...this.#place, environment: { ...this.#place.environment, ...remote?.environment } };
    let parts: Buffer[] = [];
    const attempt = async (limit?: number) => {
      parts = [];
      let length = 0;
      for await (const data of streamGit(place, args, input, limit)) {
        length += data.length;
        if (length > longestAnswer) throw tooLong(args[0] ?? '');
        parts.push(data);
      }
    };
    try {
      await (remote === undefined ? attempt() : persist(attempt, fetchTimeout, this.#pauses));
      return { code: 0, stdout: Buffer.concat(parts), stderr: '' };
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      return { code: error.code, stdout: Buffer.concat(parts), stderr: error.stderr };
    }
  }
}

async function drain(output: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of output);
}

/** What git said, without passwords. */
function redacted(stderr: string, remote: Reachable | undefined): string {
  const text = stderr.trim();
  return remote === undefined ? redactUrls(text) : remote.redact(text);
}

function tooLong(command: string): MissingObjectsError {
  return new MissingObjectsError(
    `git ${command} lists more than ${longestAnswer / 1024 ** 2} MiB of paths.`,
    'Split the change, or keep so many files in a repository of their own.',
  );
}
