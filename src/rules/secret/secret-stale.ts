import type { AgePolicy } from '../../policy/policy.ts';
import type { SecretAge } from '../../secrets/ages/secret-ages.ts';
import { objectName, safeIdentity } from '../../secrets/compare/describe.ts';
import type { Observation, Rule } from '../rule.ts';

/** Finds secrets that were not changed for long, are not read again, or are about to expire; only `audit --ages` looks for them. */
export const secretStale: Rule = {
  id: 'secret-stale',
  category: 'secret',
  severity: 'low',
  summary: 'A secret was not changed for longer than the policy allows, is not refreshed, or a certificate expires.',
  *check({ ages, policy, now }) {
    for (const age of ages) {
      const what = staleness(age, policy.ages, now);
      if (what !== undefined) yield observe(age, what);
    }
  },
};

const day = 86_400_000;

interface Staleness {
  readonly is: 'old' | 'refresh' | 'expires';
  readonly message: string;
  readonly remedy: string;
}

function staleness(
  age: SecretAge,
  { secretDays, refreshHours, certificateDays }: AgePolicy,
  now: number,
): Staleness | undefined {
  const { changed, refresh, expires } = age;
  if (changed !== undefined && now - changed > secretDays * day) {
    return {
      is: 'old',
      message: `was last changed ${Math.floor((now - changed) / day)} days ago, which is more than ${secretDays}`,
      remedy:
        'Make a new value where it comes from, and encrypt that. Encrypting the old value again makes it no younger.',
    };
  }
  if (refresh !== undefined && (refresh === 0 || refresh > refreshHours * 3600)) {
    return {
      is: 'refresh',
      message:
        refresh === 0
          ? 'is never read again'
          : `is read again every ${Math.round(refresh / 360) / 10} hours, which is more than ${refreshHours}`,
      remedy: 'Let it be read again in time: a value that is rotated where it is kept reaches the cluster only then.',
    };
  }
  if (expires !== undefined && expires - now < certificateDays * day) {
    const days = Math.floor(Math.abs(expires - now) / day);
    return {
      is: 'expires',
      message:
        expires < now ? `expired ${days} days ago` : `expires in ${days} days, which is fewer than ${certificateDays}`,
      remedy: 'Put in its successor, or take it out where nobody uses it.',
    };
  }
  return undefined;
}

function observe(age: SecretAge, { is, message, remedy }: Staleness): Observation {
  const { object, position, scope } = age;
  return {
    message: `${nameOf(age)} ${message}.`,
    remedy,
    position,
    scope,
    ...(object === undefined ? {} : { object: safeIdentity(object, '') }),
    subject: [...(object === undefined ? [position.file] : []), is],
  };
}

function nameOf({ is, object, position }: SecretAge): string {
  const owner = object === undefined ? position.file : objectName(object, '');
  return is === 'certificate' ? `A certificate in ${owner}` : owner;
}
