import type { ObjectId, RawCommit } from '../object/object.ts';
import { type CommitChanges, parseCommitChanges, parseCommitPaths, parseLastCommits } from '../object/parse-tree.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import type { CommitPaths } from '../repository.ts';

/** The paths that each commit touches against any of its parents. */
export async function commitPaths(
  git: GitDirectory,
  commits: readonly RawCommit[],
): Promise<ReadonlyMap<ObjectId, CommitPaths>> {
  // Against each parent on its own: a merge that keeps one side (`-s ours`) undoes what the other brought.
  const lines = commits.flatMap(({ id, parents }) => (parents.length === 0 ? [id] : parents.map((p) => `${id} ${p}`)));
  const paths = parseCommitPaths(await diffTrees(git, commits, lines));
  return new Map(commits.map(({ id }) => [id, paths.get(id) ?? new Map()]));
}

/** What each commit brings in and takes out, and the files that it touches; of a merge those that are as in none of its parents. */
export async function commitChanges(
  git: GitDirectory,
  commits: readonly RawCommit[],
): Promise<ReadonlyMap<ObjectId, CommitChanges>> {
  // Parents are named, because those of a commit at which a clone is cut off are not known to git.
  const lines = commits.map(({ id, parents }) => [id, ...parents].join(' '));
  return parseCommitChanges(await diffTrees(git, commits, lines, '-c'));
}

/** The time of the last commit that changed each path. */
export async function lastCommits(git: GitDirectory, head: ObjectId): Promise<ReadonlyMap<string, number>> {
  // Where a clone is cut off, git shows every file as new: when it was changed is not known.
  const cut = [...git.shallow()].map((id) => `^${id}`);
  const args = ['log', '--format=//%ct', '--name-only', '--no-merges', '--no-renames', '-z', '--stdin'];
  return parseLastCommits((await git.runFetching(args, [head, ...cut, '--', ''].join('\n'))).stdout);
}

/** Compares each commit with the others of its line, or with nothing. */
async function diffTrees(
  git: GitDirectory,
  commits: readonly RawCommit[],
  lines: readonly string[],
  ...options: readonly string[]
): Promise<Buffer> {
  await git.ensureTrees(commits.flatMap(({ id, parents }) => [id, ...parents]));
  const format = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--ignore-submodules=none'];
  const input = lines.map((line) => `${line}\n`).join('');
  return (await git.runFetching(['diff-tree', '--stdin', '--root', ...format, ...options], input)).stdout;
}
