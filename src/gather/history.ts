import type { ObjectId } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { CommitBlobs, Repository } from '../git/repository.ts';
import { groupBy } from '../groups.ts';
import { FileReader } from '../kube/read-file.ts';
import { scopeOf } from '../kube/scope.ts';
import type { Policy } from '../policy/policy.ts';
import { mayAddSecret } from '../secrets/compare/fresh-lines.ts';
import {
  literalsOf,
  type PassingSecrets,
  passingSecrets,
  type Suspect,
  suspectOf,
} from '../secrets/compare/passing-secrets.ts';
import type { SecretFile } from '../secrets/judge/file-secrets.ts';
import { type Budget, LimitError } from './budget.ts';
import { templateAsker } from './manifests.ts';
import type { Trees } from './trees.ts';

/** Removed files of one commit whose contents are looked at: a commit that removes more is no move. */
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
  readonly #isTemplate: (path: string) => boolean;
  readonly #reader = new FileReader();
  readonly #suspects: Suspect[] = [];
  readonly #held = new Map<ObjectId, ReadonlySet<string>>();

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
    this.#readable = readable;
    this.#budget = budget;
    this.#isTemplate = templateAsker(trees);
  }

  async read(commits: readonly ObjectId[]): Promise<void> {
    const order = new Map(commits.map((commit, index) => [commit, index]));
    await this.#readVersions(this.#versions(await this.#repository.commitBlobs(commits)));
    this.#suspects.sort((a, b) => (order.get(a.commit) ?? 0) - (order.get(b.commit) ?? 0));
    await this.#readFormer();
  }

  /** Path by path: each version with those that it is compared with. */
  async #readVersions(versions: ReadonlyMap<ObjectId, Version>): Promise<void> {
    const { before, after } = this.#trees;
    const byPath = groupBy([...versions.keys()], (id) => versions.get(id)?.path ?? '');
    const wanted = [...byPath].flatMap(([path, ids]) => [
      ...[before, after].flatMap((tree) => tree.get(path)?.id ?? []),
      ...ids.flatMap((id) => [...(versions.get(id)?.former ?? []), id]),
    ]);
    let texts = new Map<ObjectId, string>();
    let at = '';
    for await (const { id, bytes, size, why } of this.#repository.blobs(wanted, this.#policy.limits.bytes)) {
      this.#budget.charge(bytes?.length ?? 0);
      const version = versions.get(id);
      if (why === 'missing' && version !== undefined) throw this.#missing(version, id);
      if (bytes === undefined) continue;
      const text = bytes.toString('latin1');
      // What is compared comes before the version, at the end of the path before it. Of many versions the last ones are kept.
      if (version !== undefined && (version.path !== at || texts.size > mostKept)) texts = this.#onlyOf(version, texts);
      at = version?.path ?? at;
      if (version !== undefined && mayAddSecret(text, this.#compared(version, texts))) {
        const suspect = suspectOf({ ...version, file: this.#file(version, id, bytes, size) }, this.#readable);
        if (suspect !== undefined) this.#suspects.push(suspect);
      }
      texts.set(id, text);
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

  found(): readonly PassingSecrets[] {
    return passingSecrets(this.#suspects, this.#held);
  }

  /** Contents that neither tree has, with the first commit that brought each in. */
  #versions(commits: ReadonlyMap<ObjectId, CommitBlobs>): ReadonlyMap<ObjectId, Version> {
    const { before, after } = this.#trees;
    const versions = new Map<ObjectId, Version>();
    for (const [commit, { added, removed }] of commits) {
      for (const { path, entry, before: former } of added) {
        this.#budget.spend(1);
        const isHere = entry.id === after.get(path)?.id || entry.id === before.get(path)?.id;
        if (isHere || versions.has(entry.id) || !entry.mode.startsWith('100')) continue;
        const moved = former.length > 0 ? [] : removed.slice(0, mostRemoved);
        versions.set(entry.id, { commit, path, mode: entry.mode, former: [...former, ...moved] });
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
    const isTemplate = this.#isTemplate(path);
    const side = this.#reader.read({ path, mode, id, size, bytes, isTemplate, isNamed: false, limits });
    return { path, scope: scopeOf(path, clusters), side, generated: undefined };
  }

  #missing({ commit, path }: Version, id: ObjectId): LimitError {
    return new LimitError(
      `the content of ${path} in commit ${commit.slice(0, 12)} (blob ${id}) is not in this clone and could not be fetched`,
      'clone without a filter and with the whole history, or give a token that may read the repository',
    );
  }
}
