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

describe('what a subkey is worth', () => {
  const fingerprint = 'B'.repeat(40);
  const gone = (isHard: boolean) => ({ created: 2000, isHard });
  const standing = (
    bindings: Partial<SelfSignature>[],
    more: { primary?: boolean[]; own?: boolean[]; direct?: Partial<SelfSignature>[]; created?: number } = {},
  ) => {
    const given = certificate(more.direct ?? [{}]);
    const primary = { ...given.primary, revocations: (more.primary ?? []).map(gone) };
    const subkey = {
      key: { ...key(fingerprint), created: more.created ?? 1000 },
      isPrimary: false,
      signatures: bindings.map((each) => selfSignature({ isCrossCertified: true, ...each })),
      revocations: (more.own ?? []).map(gone),
    };
    return standingOf({ ...given, primary, subkeys: [subkey] }, subkey, 5000);
  };
  const fits = (from: number, end: number) => ({ kind: 'fit', from, until: end });
  const always = Number.POSITIVE_INFINITY;
  const unfit = (what: string) => ({ kind: 'unfit', what });
  const disagreed = unfit(`The subkey ${fingerprint} has not agreed to belong to its primary key`);
  const unbound = unfit(`The key ${fingerprint} has no valid self-signature`);
  const weak = { kind: 'weak', how: 'a key whose self-signature uses a broken digest' };
  const revoked = (of: string, why: string) => ({
    kind: 'revoked',
    what: `The key ${of.repeat(40)} is revoked as ${why}`,
  });
  const [hard, soft] = ['compromised or without a reason', 'superseded or retired'];

  test.each([
    ['it is bound', [{}], {}, fits(1000, always)],
    ['it is younger than its primary key', [{}], { created: 1500 }, fits(1500, always)],
    ['it is older than its primary key', [{}], { created: 500 }, fits(1000, always)],
    ['it ends', [{ keyLifetime: 700 }], {}, fits(1000, 1700)],
    ['its primary key ends first', [{ keyLifetime: 700 }], { direct: [{ keyLifetime: 600 }] }, fits(1000, 1600)],
    ['it ends first', [{ keyLifetime: 600 }], { direct: [{ keyLifetime: 700 }] }, fits(1000, 1600)],
    [
      'its flags allow it, those of the primary key do not',
      [{ allowsSigning: true }],
      { direct: [{ allowsSigning: false }] },
      fits(1000, always),
    ],
    [
      'its flags do not allow it',
      [{ allowsSigning: false }],
      { direct: [{ allowsSigning: true }] },
      unfit(`The key ${fingerprint} is not meant for signing, say its key flags`),
    ],
    ['it is bound by nothing', [], {}, unbound],
    ['its binding is of later', [{ created: 6000 }], {}, unbound],
    ['its primary key says nothing of itself', [{}], { direct: [] }, unbound],
    ['it never agreed', [{ isCrossCertified: false }], {}, disagreed],
    ['it never agreed, and is revoked', [{ isCrossCertified: false }], { own: [true] }, disagreed],
    [
      'it agreed to an older binding only',
      [{ created: 1000 }, { created: 2000, isCrossCertified: false }],
      {},
      disagreed,
    ],
    [
      'it agreed to the latest binding',
      [{ created: 1000, isCrossCertified: false }, { created: 2000 }],
      {},
      fits(1000, always),
    ],
    [
      'it agreed to the latest binding, listed first',
      [{ created: 2000 }, { created: 1000, isCrossCertified: false }],
      {},
      fits(1000, always),
    ],
    [
      'of two bindings of one second the last counts',
      [{ keyLifetime: 700 }, { keyLifetime: 800 }],
      {},
      fits(1000, 1800),
    ],
    ['its only binding is weak', [{ isWeak: true }], {}, weak],
    ['it never agreed, and is bound by a weak signature', [{ isWeak: true, isCrossCertified: false }], {}, weak],
    [
      'it never agreed, in a weak binding and another',
      [{ isWeak: true, isCrossCertified: false }, { isCrossCertified: false }],
      {},
      disagreed,
    ],
    ['it is revoked', [{}], { own: [true] }, revoked('B', hard)],
    ['it is superseded', [{}], { own: [false] }, revoked('B', soft)],
    ['it is superseded, and then revoked', [{}], { own: [false, true] }, revoked('B', hard)],
    ['its primary key is revoked', [{}], { primary: [true], own: [false] }, revoked('A', hard)],
    ['its primary key is retired', [{}], { primary: [false] }, revoked('A', soft)],
  ])('where %s', (_, bindings, more, expected) => expect(standing(bindings, more)).toEqual(expected));
});

describe('a user id that is revoked', () => {
  const revoke = (given: OpenpgpCertificate, ...which: readonly number[]) => ({
    ...given,
    users: given.users.map((user, index) =>
      which.includes(index) ? { ...user, revocations: [{ created: 4000, isHard: false }] } : user,
    ),
  });

  test('says nothing of the key, unless all are', () => {
    const given = certificate([], [{ keyLifetime: 500 }], [{ keyLifetime: 600 }]);
    expect(until(given)).toBe(1500);
    expect(until(revoke(given, 0))).toBe(1600);
    expect(until(revoke(given, 0, 1))).toBe(1500);
  });

  test('is valid again only by a later certification', () => {
    const given = revoke(certificate([], [{ created: 4000 }], [{ created: 4001 }]), 0, 1);
    expect(validUsers(given, 5000)).toEqual(['user-1@example.com']);
  });
});

test('of user ids the latest statement counts, in whatever order they are', () => {
  const given = certificate(
    [],
    [{ created: 2000, keyLifetime: 600 }],
    [{ created: 3000, keyLifetime: 700 }],
    [{ keyLifetime: 500 }],
  );
  expect(until(given)).toBe(1700);
});

test('a self-signature counts from its second on, and until the second it ends', () => {
  const lasting = certificate([], [{ created: 2000, expires: 4000 }]);
  expect([1999, 2000, 3999, 4000].map((now) => until(lasting, now))).toEqual([
    'unfit',
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    'unfit',
  ]);
  expect(validUsers(certificate([], [{ isWeak: true }]), 5000)).toEqual([]);
});
