import { InputError } from '../../input-error.ts';
import { MissingObjectsError } from '../object/missing-objects-error.ts';
import type { ObjectId } from '../object/object.ts';
import { type FetchOptions, type GitDirectory, wholeHistory } from '../process/git-directory.ts';

/** How two commits' histories relate. */
export interface Comparison {
  /** Commits of `head` that `base` does not contain, oldest first. */
  readonly commits: readonly ObjectId[];
  /** Best first; several for criss-cross merges, none for unrelated histories. */
  readonly mergeBases: readonly ObjectId[];
}

/**
 * How history is fetched from the tips, step by step, until the answer no longer depends on what is cut off. The first step
 * brings the folders along, which are needed anyway; a long history is fetched without them.
 */
const steps: readonly FetchOptions[] = [
  { depth: 50, filter: 'blob:none' },
  { depth: 500, filter: 'tree:0' },
  { depth: wholeHistory, filter: 'tree:0' },
];

/** How tips are fetched first: all that is missing, but of a shallow clone only a piece of history. */
export function firstStep(git: GitDirectory): FetchOptions {
  return (git.shallow().size > 0 ? steps[0] : undefined) ?? {};
}

/** Fetches those of `ids` that are not commits here. Full clones get all that is missing, shallow ones a piece of history. */
export async function fetchCommits(git: GitDirectory, ids: readonly ObjectId[]): Promise<void> {
  const infos = await git.infos(ids.map((id) => `${id}^{commit}`));
  const missing = [...new Set(ids.filter((_, index) => infos[index] === undefined))];
  if (missing.length === 0) return;
  const what = `The commit ${missing.join(' or ')}`;
  // In a shallow clone every tip is asked for, so that they are cut at the same depth.
  await git.fetch(git.shallow().size > 0 ? ids : missing, what, firstStep(git));
  const found = await git.infos(missing.map((id) => `${id}^{commit}`));
  const absent = missing.filter((_, index) => found[index] === undefined);
  if (absent.length > 0) {
    throw new MissingObjectsError(
      `${absent.join(', ')} is not a commit of this repository.`,
      git.remedy(await git.remote()),
    );
  }
}

/** Throws InputError for each id, named by the revision at its place, that is a tree or blob, or a tag of one: no commit, wherever it is looked for. */
export async function requireCommits(
  git: GitDirectory,
  revs: readonly string[],
  ids: readonly ObjectId[],
): Promise<void> {
  const infos = await git.infos(ids.map((id) => `${id}^{}`));
  const problems = infos.flatMap((info, index) =>
    info === undefined || info.type === 'commit'
      ? []
      : [
          {
            what: `${JSON.stringify(revs[index])} is a ${info.type}, no commit.`,
            fix: 'Give a commit, or a branch or tag of one.',
          },
        ],
  );
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Compares two commits' histories. Where history is cut off (a shallow clone), it is deepened until no commit between the
 * tips and their merge bases is a cut one; what lies behind the merge bases cannot change the answer.
 */
export async function compare(git: GitDirectory, base: ObjectId, head: ObjectId): Promise<Comparison> {
  return deepening(git, [base, head], (cut) => relate(git, base, head, cut));
}

/** The commits of `head` that `base` does not contain, oldest first; `compare` without the merge bases, where nothing is cut off. */
export async function commitsBetween(git: GitDirectory, base: ObjectId, head: ObjectId): Promise<readonly ObjectId[]> {
  return deepening(git, [base, head], async (cut) =>
    cut.size === 0 ? listBetween(git, base, head) : (await relate(git, base, head, cut))?.commits,
  );
}

/** `commitsBetween` where nothing is cut off or missing; else undefined. */
export async function commitsHere(
  git: GitDirectory,
  base: ObjectId,
  head: ObjectId,
): Promise<readonly ObjectId[] | undefined> {
  return git.shallow().size > 0 ? undefined : listBetween(git, base, head);
}

function listBetween(git: GitDirectory, base: ObjectId, head: ObjectId): Promise<readonly ObjectId[] | undefined> {
  return revisions(git, ['--reverse', head, `^${base}`]);
}

/** Undefined where history is missing, or where a cut lies between the tips and their merge bases. */
async function relate(
  git: GitDirectory,
  base: ObjectId,
  head: ObjectId,
  cut: ReadonlySet<ObjectId>,
): Promise<Comparison | undefined> {
  // Boundary commits, marked by a minus, are the parents that `base` contains of commits it does not.
  const found = await revisions(git, ['--reverse', '--boundary', head, `^${base}`]);
  if (found === undefined) return undefined;
  const commits = found.filter((id) => !id.startsWith('-'));
  const contained = commits.length === 0 ? head : found.includes(`-${base}`) ? base : undefined;
  const mergeBases = contained === undefined ? await mergeBasesOf(git, base, head) : [contained];
  if (mergeBases === undefined) return undefined;
  if (cut.size > 0) {
    const between = await revisions(git, [base, head, ...mergeBases.map((id) => `^${id}`)]);
    if (between === undefined || between.some((id) => cut.has(id))) return undefined;
  }
  return { commits, mergeBases };
}

/** Every commit of `head`, oldest first. */
export async function allCommits(git: GitDirectory, head: ObjectId): Promise<readonly ObjectId[]> {
  return deepening(git, [head], async (cut) => {
    const commits = await revisions(git, ['--reverse', head]);
    return commits?.some((id) => cut.has(id)) ? undefined : commits;
  });
}

/** Asks until there is an answer: where there is none the history is fetched further. Throws MissingObjectsError. */
export async function deepening<T>(
  git: GitDirectory,
  tips: readonly ObjectId[],
  attempt: (cut: ReadonlySet<ObjectId>) => Promise<T | undefined>,
): Promise<T> {
  let answer = await attempt(git.shallow());
  for (const step of steps) {
    if (answer !== undefined) return answer;
    await git.fetch(tips, `The history of ${tips.join(' and ')}`, step);
    answer = await attempt(git.shallow());
  }
  if (answer !== undefined) return answer;
  throw new MissingObjectsError(
    `The history of ${tips.join(' and ')} is incomplete, also at the remote.`,
    git.remedy(await git.remote()),
  );
}

/** What `git rev-list` prints; undefined where history is missing. */
export async function revisions(git: GitDirectory, args: readonly string[]): Promise<readonly ObjectId[] | undefined> {
  const output = await git.run(['rev-list', '--topo-order', ...args, '--']);
  return output.code === 0 ? lines(output.stdout) : undefined;
}

async function mergeBasesOf(
  git: GitDirectory,
  base: ObjectId,
  head: ObjectId,
): Promise<readonly ObjectId[] | undefined> {
  const output = await git.run(['merge-base', '--all', base, head]);
  if (output.code === 0) return lines(output.stdout);
  return output.code === 1 ? [] : undefined;
}

function lines(output: Buffer): readonly string[] {
  return output.toString('latin1').split('\n').filter(Boolean);
}
