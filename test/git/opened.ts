import { type OpenOptions, openRepository } from '../../src/git/open-repository.ts';
import type { Repository } from '../../src/git/repository.ts';

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
