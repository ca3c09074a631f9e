import { expect, test } from '@jest/globals';
import { ageNotes, ageRows } from '../../src/report/ages.ts';
import type { SecretAge } from '../../src/secrets/ages/secret-ages.ts';

const day = 86_400_000;
const position = { file: 'apps/db.yaml', line: 1, column: 1 };
const age = (more: Partial<SecretAge>): SecretAge => ({
  is: 'sops',
  scope: 'apps',
  position,
  object: undefined,
  ...more,
});

test('what expires comes first, then what is oldest, and what is never read again before what is', () => {
  const ages = [
    age({ is: 'external', refresh: 3600 }),
    age({ is: 'external', refresh: 0 }),
    age({ changed: 90 * day }),
    age({ changed: 10 * day }),
    age({ is: 'certificate', expires: 101 * day }),
  ];
  expect(ageRows(ages, 100 * day).map(({ days, refreshHours, daysLeft }) => daysLeft ?? days ?? refreshHours)).toEqual([
    1, 90, 10, 0, 1,
  ]);
  expect(ageNotes(ages)).toEqual([]);
});

test('what the table has no room for is said', () => {
  const ages = Array.from({ length: 5003 }, () => age({ changed: 0 }));
  expect(ageRows(ages, day)).toHaveLength(5000);
  expect(ageNotes(ages)).toEqual(['The ages of 3 more secrets are not listed.']);
});
