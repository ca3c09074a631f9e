import type { ObjectId, RawCommit } from '../object/object.ts';
import { parsePastCommits } from '../object/parse-past.ts';
import { parseChangedFiles } from '../object/parse-tree.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import type { ChangedFile, PastCommits } from '../repository.ts';

/** How many milliseconds reading the past may take. */
const longest = 30_000;

const format = ['-z', '--name-status', '--no-renames', '--ignore-submodules=none'];

/**
 * The newest `most` commits of `head`, merges left out, with the files each touches. It is one git process with nothing fetched: a clone
 * that is cut off before so many, or that has no folders of old commits, gives none.
 */
export async function pastCommits(git: GitDirectory, head: ObjectId, most: number): Promise<PastCommits> {
  const args = ['log', '--format=raw', '--no-merges', '--no-notes', `-n${most}`, ...format, head, '--'];
  const { code, stdout } = await git.runWithin(args, longest);
  if (code === 124) return { why: `the history could not be read within ${longest / 1000} seconds` };
  if (code !== 0) return { why: 'the folders of earlier commits are not in this clone' };
  const commits = parsePastCommits(stdout).reverse();
  const cut = git.shallow();
  // A commit at which the clone is cut off looks as if it brought everything.
  if (commits.some(({ commit }) => cut.has(commit.id))) return { why: 'the history is not in this clone' };
  return { commits };
}

/** The files that each commit brings in, changes or removes; of a merge those that are as in none of its parents. */
export async function changedFiles(
  git: GitDirectory,
  commits: readonly RawCommit[],
): Promise<ReadonlyMap<ObjectId, readonly ChangedFile[]>> {
  await git.ensureTrees(commits.flatMap(({ id, parents }) => [id, ...parents]));
  const input = commits.map(({ id, parents }) => `${[id, ...parents].join(' ')}\n`).join('');
  const args = ['diff-tree', '--stdin', '--root', '-r', '-c', '--format=//%H', ...format];
  return parseChangedFiles((await git.runFetching(args, input)).stdout);
}
