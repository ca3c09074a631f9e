import { InputError, type Problem } from '../../input-error.ts';
import type { ObjectId } from '../object/object.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import { commitsBetween, commitsHere, fetchCommits, requireCommits } from './history.ts';
import { unnamed } from './unnamed.ts';

/** Commits, oldest first, and annotated tags that somebody named. */
export interface Revisions {
  readonly commits: readonly ObjectId[];
  readonly tags: readonly ObjectId[];
}

/**
 * What revisions (each itself; an annotated tag with its commit) and ranges (`A..B`, an empty side is HEAD) name. `nameOf`
 * resolves one name. Throws InputError with every name that is none.
 */
export async function namedRevisions(
  git: GitDirectory,
  nameOf: (rev: string) => Promise<ObjectId | undefined>,
  names: readonly string[],
): Promise<Revisions> {
  const problems: Problem[] = [];
  const resolve = async (rev: string): Promise<ObjectId> => {
    const id = await nameOf(rev);
    if (id === undefined) problems.push(unnamed(rev, git.shallow().size > 0));
    return id ?? '';
  };
  const named = await Promise.all(
    names.map(async (name) => {
      const [from, to, ...more] = name.split('..');
      if (to === undefined || more.length > 0 || name.includes('...'))
        return { from: undefined, to: await resolve(name) };
      return { from: await resolve(from || 'HEAD'), to: await resolve(to || 'HEAD') };
    }),
  );
  if (problems.length > 0) throw new InputError(problems);
  // Git walks while it is asked for the ids of the names; where one of them is not here yet, it is asked again below.
  const walks = named.map(({ from, to }) => (from === undefined ? undefined : commitsHere(git, from, to)));
  const ids = named.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]));
  await requireCommits(git, ids, ids);
  await fetchCommits(git, ids);
  const commits = new Set<ObjectId>();
  const tags = new Set<ObjectId>();
  for (const [index, { from, to }] of named.entries()) {
    const [whole, commit] = await git.infos([to, `${to}^{commit}`]);
    if (whole?.type === 'tag') tags.add(to);
    if (commit === undefined) continue;
    if (from === undefined) commits.add(commit.id);
    else for (const id of (await walks[index]) ?? (await commitsBetween(git, from, commit.id))) commits.add(id);
  }
  return { commits: [...commits], tags: [...tags] };
}
