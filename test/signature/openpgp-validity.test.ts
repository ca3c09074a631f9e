import { describe, expect, test } from '@jest/globals';
import { standingOf, validUsers } from '../../src/signature/judge/openpgp-validity.ts';
import type { OpenpgpCertificate, SelfSignature } from '../../src/signature/openpgp/openpgp-certificate.ts';
import type { OpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';

const key = (fingerprint: string): OpenpgpPublicKey => ({
  version: 4,
  fingerprint,
  keyId: fingerprint.slice(-16),
  created: 1000,
  algorithm: 22,
  hashed: Buffer.alloc(0),
  material: undefined,
});

const selfSignature = (given: Partial<SelfSignature>): SelfSignature => ({
  created: 1000,
  expires: undefined,
  keyLifetime: undefined,
  allowsSigning: undefined,
  isWeak: false,
  isCrossCertified: false,
  revokers: [],
  ...given,
});

function certificate(direct: Partial<SelfSignature>[], ...users: Partial<SelfSignature>[][]): OpenpgpCertificate {
  return {
    file: 'keys/a.asc',
    primary: { key: key('A'.repeat(40)), isPrimary: true, signatures: direct.map(selfSignature), revocations: [] },
    subkeys: [],
    users: users.map((certifications, index) => ({
      id: `user-${index}@example.com`,
      certifications: certifications.map(selfSignature),
      revocations: [],
    })),
  };
}

const until = (given: OpenpgpCertificate, now = 5000) => {
  const standing = standingOf(given, given.primary, now);
  return standing.kind === 'fit' ? standing.until : standing.kind;
};

describe('how long a primary key lives (GnuPG: merge_selfsigs)', () => {
  test('a later direct signature that is silent does not lift the limit of the user id', () => {
    expect(until(certificate([{ created: 3000 }], [{ created: 1000, keyLifetime: 500 }]))).toBe(1500);
  });
  test('a direct signature that states a limit is followed, and no user id', () => {
    expect(until(certificate([{ created: 2000, keyLifetime: 700 }], [{ created: 3000, keyLifetime: 900 }]))).toBe(1700);
  });
  test('of user ids, the latest that states one', () => {
    const given = certificate([], [{ created: 3000 }], [{ created: 2000, keyLifetime: 600 }], [{ keyLifetime: 500 }]);
    expect(until(given)).toBe(1600);
  });
  test('of one user id, the latest certification lifts a limit', () => {
    expect(until(certificate([], [{ keyLifetime: 500 }, { created: 2000 }]))).toBe(Number.POSITIVE_INFINITY);
  });
  test('what is made later than now says nothing yet, and what has ended says nothing more', () => {
    const given = [{ keyLifetime: 500 }, { created: 6000 }, { created: 2000, expires: 4000, keyLifetime: 900 }];
    expect(until(certificate([], given))).toBe(1500);
    expect(until(certificate([], given), 7000)).toBe(Number.POSITIVE_INFINITY);
  });
  test('a signature with a broken digest says nothing', () => {
    expect(until(certificate([{ isWeak: true }]))).toBe('weak');
    expect(until(certificate([]))).toBe('unfit');
  });
});

test('what only a DSA key vouches for is weak', () => {
  const given = certificate([]);
  const primary = { ...given.primary, key: { ...given.primary.key, material: { kind: 'dsa' as const } } };
  const subkey = { ...given.primary, key: key('B'.repeat(40)), isPrimary: false };
  expect(standingOf({ ...given, primary, subkeys: [subkey] }, subkey, 5000).kind).toBe('weak');
});

test('flags hold although a later signature is silent about them', () => {
  expect(until(certificate([{ created: 3000 }], [{ allowsSigning: false }]))).toBe('unfit');
  expect(until(certificate([{ created: 3000, allowsSigning: true }], [{ allowsSigning: false }]))).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test('a user id is valid while one of its certifications is, and certified again after a revocation', () => {
  const given = certificate([], [{ created: 2000 }], [{ created: 2000, expires: 3000 }]);
  expect(validUsers(given, 5000)).toEqual(['user-0@example.com']);
  const revoked = (created: number) => ({
    ...given,
    users: given.users.map((user) => ({ ...user, revocations: [{ created, isHard: false }] })),
  });
  expect(validUsers(revoked(1500), 5000)).toEqual(['user-0@example.com']);
  expect(validUsers(revoked(2500), 5000)).toEqual([]);
});
