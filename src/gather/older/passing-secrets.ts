import type { ObjectId } from '../../git/object/object.ts';
import type { Range } from '../../git/range/range.ts';
import { type CommitBlobs, MissingObjectsError, type Repository } from '../../git/repository.ts';
import { groupBy } from '../../groups.ts';
import { hasManifestExtension, readFile } from '../../kube/read-file.ts';
import { scopeOf } from '../../kube/scope.ts';
import type { FileSide } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { mayAddSecret, mayProtect } from '../../secrets/compare/fresh-lines.ts';
import {
  literalsOf,
  type PassingSecrets,
  passingSecrets,
  type Suspect,
  suspectOf,
} from '../../secrets/compare/passing-secrets.ts';
import type { SecretFile } from '../../secrets/judge/file-secrets.ts';
import { OwnFormats } from '../../secrets/tokens/own-formats.ts';
import { type Budget, LimitError } from '../budget.ts';
import type { IsTemplate } from '../manifests/touched-files.ts';
import { templateAsker } from '../manifests.ts';
import type { Trees } from '../trees.ts';

/** Removed files of one commit whose contents are looked at: a commit that removes more is not a move. */
const mostRemoved = 200;

/** Versions of one file that are kept for comparing. */
const mostKept = 50;

/**
 * Looks through what the commits of the range brought in and neither side of the comparison has: each content once, in the
 * order of the commits. A limit that is met is noted in the budget, and what was found until then is given.
 */
export async function readHistory(
  repository: Pick<Repository, 'blobs' | 'commitBlobs' | 'tree'>,
  { commits, after }: Range,
  { changes, ...differing }: Trees,
  policy: Policy,
  readable: ReadonlySet<string>,
  budget: Budget,
): Promise<readonly PassingSecrets[]> {
  if (after === undefined || commits.length === 0) return [];
  const tree = changes.length === 0 ? await repository.tree(after) : undefined;
  const trees = { changes, ...(tree === undefined ? differing : { before: tree, after: tree }) };
  const history = new History(repository, trees, policy, readable, budget);
  return budget.part(
    'Looking for secrets in the commits',
    async () => {
      await history.read(commits);
      return history.found();
    },
    () => history.found(),
  );
}

interface Version {
  readonly commit: ObjectId;
  readonly path: string;
  readonly mode: string;
  readonly former: readonly ObjectId[];
}

class History {
  readonly #repository: Pick<Repository, 'blobs' | 'commitBlobs'>;
  readonly #trees: Trees;
  readonly #policy: Policy;
  readonly #readable: ReadonlySet<string>;
  readonly #budget: Budget;
  readonly #suspects: Suspect[] = [];
  readonly #held = new Map<ObjectId, ReadonlySet<string>>();
  readonly #own: OwnFormats;
  #isTemplate: IsTemplate | undefined;
  #tooLarge: LimitError | undefined;

  constructor(
    repository: Pick<Repository, 'blobs' | 'commitBlobs'>,
    trees: Trees,
    policy: Policy,
    readable: ReadonlySet<string>,
    budget: Budget,
  ) {
    this.#repository = repository;
    this.#trees = trees;
    this.#policy = policy;
    this.#own = new OwnFormats(policy.secretFormats);
    this.#readable = readable;
    this.#budget = budget;
  }

  async read(commits: readonly ObjectId[]): Promise<void> {
    const order = new Map(commits.map((commit, index) => [commit, index]));
    await this.#readVersions(this.#versions(await this.#commitBlobs(commits)));
    this.#suspects.sort((a, b) => (order.get(a.commit) ?? 0) - (order.get(b.commit) ?? 0));
    await this.#readFormer();
    if (this.#tooLarge !== undefined) throw this.#tooLarge;
  }

  /** Where the commits cannot be listed, all the rest of the run is judged all the same. */
  async #commitBlobs(commits: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, CommitBlobs>> {
    try {
      return await this.#repository.commitBlobs(commits);
    } catch (error) {
      if (!(error instanceof MissingObjectsError)) throw error;
      throw new LimitError(error.message, error.remedy);
    }
  }

  /** Path by path: each version with those that it is compared with. */
  async #readVersions(versions: ReadonlyMap<ObjectId, Version>): Promise<void> {
    let texts = new Map<ObjectId, string>();
    let at = '';
    const { limits } = this.#policy;
    for await (const { id, bytes, size, why } of this.#repository.blobs(this.#wanted(versions), limits.bytes)) {
      this.#budget.charge(bytes?.length ?? 0);
      const version = versions.get(id);
      if (why === 'missing' && version !== undefined) throw this.#missing(version, id);
      if (why === 'oversize' && version !== undefined) this.#leaveOut(version, size);
      if (bytes === undefined) continue;
      const text = bytes.toString('latin1');
      // What is compared comes before the version, at the end of the path before it. Of many versions the last ones are kept.
      if (version !== undefined && (version.path !== at || texts.size > mostKept)) texts = this.#onlyOf(version, texts);
      at = version?.path ?? at;
      if (version !== undefined && mayAddSecret(text, this.#compared(version, texts))) {
        const file = this.#file(version, id, bytes, size);
        const suspect = suspectOf({ ...version, file }, this.#others(version, text, texts), this.#readable);
        if (suspect !== undefined) this.#suspects.push(suspect);
      }
      texts.set(id, text);
    }
  }

  /** Path by path: what is in the trees, then each version after those that it is compared with. */
  *#wanted(versions: ReadonlyMap<ObjectId, Version>): Generator<ObjectId> {
    const { before, after } = this.#trees;
    const byPath = groupBy([...versions.keys()], (id) => versions.get(id)?.path ?? '');
    for (const [path, ids] of byPath) {
      for (const tree of [before, after]) {
        const entry = tree.get(path);
        if (entry !== undefined) yield entry.id;
      }
      for (const id of ids) {
        yield* versions.get(id)?.former ?? [];
        yield id;
      }
    }
  }

  #idsAround({ path, former }: Version): readonly ObjectId[] {
    const { before, after } = this.#trees;
    return [...former, ...[before, after].flatMap((tree) => tree.get(path)?.id ?? [])];
  }

  #onlyOf(version: Version, texts: ReadonlyMap<ObjectId, string>): Map<ObjectId, string> {
    const ids = new Set(this.#idsAround(version));
    return new Map([...texts].filter(([id]) => ids.has(id)));
  }

  #compared(version: Version, texts: ReadonlyMap<ObjectId, string>): readonly string[] {
    return this.#idsAround(version).flatMap((id) => texts.get(id) ?? []);
  }

  /** The contents that a version is compared with; undefined where nothing in them, or in it, can be protected. */
  #others(version: Version, text: string, texts: ReadonlyMap<ObjectId, string>): readonly FileSide[] | undefined {
    const ids = [...new Set(this.#idsAround(version))].filter((id) => texts.has(id));
    if (![text, ...ids.map((id) => texts.get(id) ?? '')].some(mayProtect)) return undefined;
    return ids.map((id) => {
      const bytes = Buffer.from(texts.get(id) ?? '', 'latin1');
      return this.#file(version, id, bytes, bytes.length).side;
    });
  }

  found(): readonly PassingSecrets[] {
    return passingSecrets(this.#suspects, this.#held);
  }

  /** Contents that neither tree has, with the first commit that brought each in. */
  #versions(commits: ReadonlyMap<ObjectId, CommitBlobs>): ReadonlyMap<ObjectId, Version> {
    const { before, after } = this.#trees;
    const versions = new Map<ObjectId, Version>();
    for (const [commit, { added, removed }] of commits) {
      const moved = removed.slice(0, mostRemoved);
      for (const { path, entry, before: former } of added) {
        this.#budget.spend(1);
        const isHere = entry.id === after.get(path)?.id || entry.id === before.get(path)?.id;
        if (isHere || versions.has(entry.id) || !entry.mode.startsWith('100')) continue;
        const version = { commit, path, mode: entry.mode, former: former.length > 0 ? former : moved };
        this.#budget.spend(version.former.length);
        versions.set(entry.id, version);
      }
    }
    if (versions.size > 0) for (const tree of [before, after]) for (const { id } of tree.values()) versions.delete(id);
    return versions;
  }

  /** What the commits found that wrote what is suspect. */
  async #readFormer(): Promise<void> {
    const paths = new Map(this.#suspects.flatMap(({ former, path }) => former.map((id) => [id, path] as const)));
    for await (const { id, bytes, size } of this.#repository.blobs(paths.keys(), this.#policy.limits.bytes)) {
      if (bytes === undefined) continue;
      this.#budget.charge(bytes.length);
      const file = this.#file({ path: paths.get(id) ?? '', mode: '100644' }, id, bytes, size);
      this.#held.set(id, new Set(literalsOf(file).map(({ secret }) => secret)));
    }
  }

  #file({ path, mode }: Pick<Version, 'path' | 'mode'>, id: ObjectId, bytes: Buffer, size: number): SecretFile {
    const { limits, clusters } = this.#policy;
    this.#isTemplate ??= templateAsker(this.#trees);
    const isTemplate = this.#isTemplate(path);
    // Not kept: what is made of one content takes up to a hundred times its size.
    const side = readFile({ path, mode, id, size, bytes, isTemplate, isNamed: false, limits });
    return { path, scope: scopeOf(path, clusters), side, generated: undefined, own: this.#own };
  }

  /** What is not a manifest is not looked at over the limit in the trees either. */
  #leaveOut({ commit, path }: Version, size: number): void {
    if (!hasManifestExtension(path)) return;
    this.#tooLarge ??= new LimitError(
      `${path} has ${size} bytes in commit ${commit.slice(0, 12)}, more than ${this.#policy.limits.bytes} (limit bytes)`,
      'take the commit out of the branch, or raise limits.bytes in the base branch’s policy.yaml',
    );
  }

  #missing({ commit, path }: Version, id: ObjectId): LimitError {
    return new LimitError(
      `the content of ${path} in commit ${commit.slice(0, 12)} (blob ${id}) is not in this clone and could not be fetched`,
      'clone without a filter and with the whole history, or give a token that may read the repository',
    );
  }
}
