import type { ObjectId } from '../object/object.ts';
import { parsePastCommits } from '../object/parse-past.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import type { PastCommit, PastCommits } from '../repository.ts';

/** How many milliseconds reading the past may take. */
const longest = 30_000;

const format = ['-z', '--name-status', '--no-renames', '--ignore-submodules=none'];

/**
 * The newest `most` commits of `head`, merges left out, with the files each touches; those that are `known` already are only named. It is one git
 * process, or two where some are known, with nothing fetched: a clone that is cut off before so many, or that has no folders of old commits, gives none.
 */
export async function pastCommits(
  git: GitDirectory,
  head: ObjectId,
  most: number,
  known: ReadonlyMap<ObjectId, unknown>,
): Promise<PastCommits> {
  const newest = ['--no-merges', `-n${most}`, head, '--'];
  if (known.size === 0) {
    const past = await commitsOf(git, newest);
    return 'why' in past ? past : { ...past, ids: past.commits.map(({ commit }) => commit.id) };
  }
  const { code, stdout } = await git.runWithin(['rev-list', ...newest], longest);
  if (code !== 0) return { why: whyNot(code) };
  const ids = stdout.toString('latin1').split('\n').slice(0, -1);
  const wanted = ids.filter((id) => !known.has(id));
  const past = await commitsOf(git, ['--no-walk=unsorted', '--stdin'], wanted);
  return 'why' in past ? past : { ...past, ids: ids.reverse() };
}

/** The commits that git names, the last first, and the files each touches. */
async function commitsOf(
  git: GitDirectory,
  which: readonly string[],
  ids?: readonly ObjectId[],
): Promise<{ readonly commits: readonly PastCommit[] } | { readonly why: string }> {
  if (ids?.length === 0) return { commits: [] };
  const args = ['log', '--format=raw', '--no-notes', ...format, ...which];
  const { code, stdout } = await git.runWithin(args, longest, ids?.map((id) => `${id}\n`).join(''));
  if (code !== 0) return { why: whyNot(code) };
  const commits = parsePastCommits(stdout).reverse();
  const cut = git.shallow();
  // A commit at which the clone is cut off looks as if it brought everything.
  return commits.some(({ commit }) => cut.has(commit.id)) ? { why: 'the history is not in this clone' } : { commits };
}

const whyNot = (code: number | null): string =>
  code === 124
    ? `the history could not be read within ${longest / 1000} seconds`
    : 'the folders of earlier commits are not in this clone';
