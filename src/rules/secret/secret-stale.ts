import type { AgePolicy } from '../../policy/policy.ts';
import type { SecretAge } from '../../secrets/ages/secret-ages.ts';
import { staleBy } from '../../secrets/ages/stale.ts';
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

function staleness(age: SecretAge, policy: AgePolicy, now: number): Staleness | undefined {
  const { changed = now, refresh = 0, expires = now } = age;
  const { secretDays, refreshHours, certificateDays } = policy;
  const is = staleBy(age, policy, now);
  if (is === 'old') {
    return {
      is,
      message: `was last changed ${Math.floor((now - changed) / day)} days ago, which is more than ${secretDays}`,
      remedy:
        'Make a new value where it comes from, and encrypt that. Encrypting the old value again makes it no younger.',
    };
  }
  if (is === 'refresh') {
    return {
      is,
      message:
        refresh === 0
          ? 'is never read again'
          : `is read again every ${Math.round(refresh / 360) / 10} hours, which is more than ${refreshHours}`,
      remedy: 'Let it be read again in time: a value that is rotated where it is kept reaches the cluster only then.',
    };
  }
  if (is === undefined) return undefined;
  const days = Math.floor(Math.abs(expires - now) / day);
  return {
    is,
    message:
      expires < now ? `expired ${days} days ago` : `expires in ${days} days, which is fewer than ${certificateDays}`,
    remedy: 'Put in its successor, or take it out where nobody uses it.',
  };
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
