import { type OpenOptions, openRepository } from '../../src/git/open-repository.ts';
import type { CommitPaths, Repository } from '../../src/git/repository.ts';

/** Opens the repository of `directory`, and closes it after `use`. */
export async function opened<T>(
  directory: string,
  use: (repository: Repository) => Promise<T>,
  options?: OpenOptions,
): Promise<T> {
  const repository = await openRepository(directory, options);
  try {
    return await use(repository);
  } finally {
    await repository.close();
  }
}

/** The paths that each commit touches, without what it leaves there. */
export function namesOf(commits: ReadonlyMap<string, CommitPaths>): ReadonlyMap<string, readonly string[]> {
  return new Map([...commits].map(([id, paths]) => [id, [...paths.keys()]]));
}
