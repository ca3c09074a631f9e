import type { AgePolicy } from '../../policy/policy.ts';
import type { SecretAge } from './secret-ages.ts';

const day = 86_400_000;

/** In what way a secret is older than the policy allows, is read again too seldom, or expires too soon; undefined where it is not stale. `now` in milliseconds since the epoch. */
export function staleBy(
  { changed, refresh, expires }: Pick<SecretAge, 'changed' | 'refresh' | 'expires'>,
  { secretDays, refreshHours, certificateDays }: AgePolicy,
  now: number,
): 'old' | 'refresh' | 'expires' | undefined {
  if (changed !== undefined && now - changed > secretDays * day) return 'old';
  if (refresh !== undefined && (refresh === 0 || refresh > refreshHours * 3600)) return 'refresh';
  return expires !== undefined && expires - now < certificateDays * day ? 'expires' : undefined;
}
