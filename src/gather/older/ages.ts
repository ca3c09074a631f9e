import type { Range } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { type SecretAge, secretAges } from '../../secrets/ages/secret-ages.ts';

/** How old the secrets of an audit are: by what the files say, and where they do not, by the last commit that changed them. */
export async function readAges(
  repository: Pick<Repository, 'lastCommits'>,
  { head }: Range,
  touched: readonly TouchedFile[],
): Promise<readonly SecretAge[]> {
  return secretAges(touched, head === undefined ? new Map() : await repository.lastCommits(head));
}
