import type { RawCommit } from '../../git/object/object.ts';
import type { Repository } from '../../git/repository.ts';
import { InputError } from '../../input-error.ts';
import { count } from '../../report/wording.ts';
import type { Walk } from '../../run/last-good.ts';
import type { Arguments } from '../arguments.ts';

/** How many commits are walked along where nothing else is asked for, and at most. */
const [usualCommits, mostCommits] = [100, 100_000];

/** A branch's newest commits, oldest first. */
export interface Line {
  readonly branch: string;
  /** The ref it was read from, as a person writes it: `origin/main`. */
  readonly ref: string;
  readonly head: RawCommit;
  readonly commits: readonly RawCommit[];
  /** Whether the first of them is the first of the branch. */
  readonly isWhole: boolean;
}

export async function readLine(
  repository: Pick<Repository, 'defaultBranch' | 'resolve' | 'firstParents' | 'commits'>,
  { values }: Arguments,
): Promise<Line> {
  const ref = values.get('branch') ?? (await repository.defaultBranch());
  if (ref === undefined) {
    throw new InputError([{ what: 'The repository has no default branch.', fix: 'Name one: --branch main' }]);
  }
  const tip = await repository.resolve(ref, 'commit');
  if (tip === undefined) {
    const what = `${JSON.stringify(ref)} names no commit of this repository.`;
    throw new InputError([{ what, fix: 'Give a branch that is here, e.g. main or origin/main.' }]);
  }
  const most = commitLimit(values.get('commits'));
  const newest = await repository.firstParents(tip, most);
  const commits = (await repository.commits(newest)).toReversed();
  const [first] = commits;
  const head = commits.at(-1);
  if (first === undefined || head === undefined || commits.length === 1) {
    const fix = 'Name a branch with a history, or more commits: --commits 100';
    throw new InputError([{ what: `${ref} has one commit to look at: there is nothing to compare.`, fix }]);
  }
  const branch = ref.replace(/^(?:refs\/heads\/|refs\/remotes\/[^/]+\/|origin\/)/, '');
  const shownRef = ref.replace(/^refs\/(?:heads|remotes)\//, '');
  return { branch, ref: shownRef, head, commits, isWhole: first.parents.length === 0 };
}

function commitLimit(given: string | undefined): number {
  if (given === undefined) return usualCommits;
  const number = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (number >= 2 && number <= mostCommits) return number;
  const fix = `a number from 2 to ${mostCommits}: how many commits of the branch are looked at (default: ${usualCommits})`;
  throw new InputError([{ what: `--commits ${JSON.stringify(given)} is not such a number`, fix }]);
}

export interface Begun {
  readonly begin: RawCommit;
  readonly why: string;
  readonly rest: readonly RawCommit[];
  readonly notes: readonly string[];
}

/** Where the walk begins: at `--since`, else at the oldest that is looked at, also where that is before the gate's folder: whoever adds it chooses when. */
export async function beginOf(
  repository: Pick<Repository, 'resolve' | 'tree'>,
  line: Line,
  { values }: Arguments,
  folder: string,
): Promise<Begun> {
  const { commits, isWhole, ref } = line;
  const since = values.get('since');
  const from = (index: number, why: string, notes: readonly string[] = []): Begun => {
    const [begin = line.head, ...rest] = commits.slice(index);
    return { begin, why, rest, notes };
  };
  if (since !== undefined) {
    const id = await repository.resolve(since, 'commit');
    const index = commits.findIndex((commit) => commit.id === id);
    if (index >= 0) return from(index, 'given by --since');
    const what = `--since ${JSON.stringify(since)} is not among the newest ${commits.length} commits of ${ref}`;
    const fix = isWhole
      ? 'name a commit of the branch itself, not one that a merge brought in: git log --first-parent'
      : 'look at more of them (--commits 1000), and name one of the branch itself: git log --first-parent';
    throw new InputError([{ what, fix }]);
  }
  const notes = await foundingNote(repository, commits, folder);
  return from(0, oldest(isWhole), notes);
}

/** That commits before the gate's folder are judged by what is built in, and how to begin behind them. */
async function foundingNote(
  repository: Pick<Repository, 'tree'>,
  commits: Line['commits'],
  folder: string,
): Promise<string[]> {
  for (const [index, { id }] of commits.entries()) {
    if ((await repository.tree(id, [folder])).size === 0) continue;
    const before = commits[index - 1];
    if (before === undefined || index === 1) return [];
    return [
      `${count(index, 'commit')} before ${folder} are judged by the built-in defaults: --since ${before.id} begins right before ${folder}, where you know that commit to be good.`,
    ];
  }
  return [];
}

const oldest = (isWhole: boolean) =>
  isWhole ? 'the first of the branch' : 'the oldest looked at: --commits looks further';

/** With today's policy and keys the files after a return are not those of the good commit, so that every commit between them counts as before. */
export async function keptNote(
  repository: Pick<Repository, 'changes'>,
  { head, ref }: Pick<Line, 'head' | 'ref'>,
  { good }: Pick<Walk, 'good'>,
  folder: string | undefined,
): Promise<readonly string[]> {
  if (folder === undefined || good.id === head.id) return [];
  const changes = await repository.changes(good.id, head.id);
  if (!changes.some(({ path }) => path.startsWith(`${folder}/`))) return [];
  return [
    `The return keeps ${folder} as it is today, and that has changed since the good commit. So the files after it are not those of the good commit, and last-good can go on refusing ${ref} for a commit that the return does not undo, e.g. an unsigned one. Once the return is reviewed and merged, begin there: last-good --since MERGE. Or accept the finding in the policy.`,
  ];
}

/** Whoever merges the branch into a commit of their own without a parent decides where first parents lead. */
export async function beginningNote(
  repository: Pick<Repository, 'olderBeginnings'>,
  { commits: [first], head, isWhole }: Line,
): Promise<string[]> {
  const older = first === undefined || !isWhole ? [] : await repository.olderBeginnings(head.id, first.id);
  if (first === undefined || older.length === 0) return [];
  return [
    `First parents lead to ${first.id}, but more of the history was built on ${older[0]}: the branch may have been given another first parent, and the commits before that are not walked along. Begin at a commit that you know (--since), or look at what was merged (git log --graph).`,
  ];
}
