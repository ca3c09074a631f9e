import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy, SignerEntry } from '../../src/policy/policy.ts';
import { isEmail, normalEmail, sameEmail } from '../../src/signature/model/email.ts';
import { isAdmin, isGood, type SignatureState, signatureStates } from '../../src/signature/model/signature.ts';
import { commitClaim, signerEntry, signerOf, wrongIdentity } from '../../src/signature/trust/claim.ts';

const fingerprint = 'A'.repeat(40);
const entry = (key: string, more: Partial<SignerEntry> = {}): SignerEntry => ({
  key,
  name: 'Root',
  emails: [],
  roles: ['admin'],
  ...more,
});
const policy = (...signers: readonly SignerEntry[]): SignaturePolicy => ({ ...defaultPolicy.signatures, signers });

describe('the policy’s entry for a key', () => {
  test('is not that of another key or principal: a signer gets nobody else’s roles', () => {
    const others = policy(entry('root@example.com'), entry('B'.repeat(40)), entry(`SHA256:${'b'.repeat(43)}`));
    expect(signerEntry(others, [fingerprint], ['eve@example.com', 'root'])).toBeUndefined();
    expect(signerEntry(others, [], [])).toBeUndefined();
  });

  test.each([
    ['by a fingerprint', fingerprint],
    ['by a fingerprint as gpg prints it', `${'aaaa '.repeat(10).trim()}`],
    ['by a principal', 'deployer'],
    ['by an address, whatever its case', 'ROOT@example.com'],
  ])('is found %s', (_, key) => {
    const own = entry(key);
    const principals = ['deployer', 'root@Example.com'];
    expect(signerEntry(policy(entry('nobody'), own), [fingerprint], principals)).toBe(own);
  });

  test('by a principal that is not an address counts in its own case only', () => {
    expect(signerEntry(policy(entry('Deployer')), [], ['deployer'])).toBeUndefined();
  });

  test('by fingerprint goes before one by principal', () => {
    const [byName, byKey] = [entry('root@example.com'), entry(fingerprint)];
    expect(signerEntry(policy(byName, byKey), [fingerprint], ['root@example.com'])).toBe(byKey);
  });
});

describe('a signer', () => {
  const own = { name: 'Eve', emails: ['eve@example.com'] };

  test('without an entry has what the key says, and no role', () => {
    expect(signerOf(undefined, own, ['eve'])).toEqual({ ...own, roles: [], principals: ['eve'] });
  });

  test('has what the entry says of name, roles and emails, and all its names once', () => {
    const named = entry(fingerprint, { name: 'Root', emails: ['root@example.com', 'eve'], roles: ['admin'] });
    expect(signerOf(named, own, ['eve'])).toEqual({
      name: 'Root',
      emails: ['root@example.com', 'eve'],
      roles: ['admin'],
      principals: ['eve', fingerprint, 'Root', 'root@example.com'],
    });
  });

  test('keeps the key’s emails where the entry lists none', () => {
    expect(signerOf(entry(fingerprint), own, []).emails).toEqual(['eve@example.com']);
  });
});

describe('what a commit claims', () => {
  const person = (email: string, time: number) => ({ name: 'P', email, time });
  const claim = (identity: SignaturePolicy['identity']) =>
    commitClaim(person('author@x.org', 1), person('committer@x.org', 2), { ...defaultPolicy.signatures, identity }, 3);

  test.each([
    ['none', []],
    ['committer', ['committer@x.org']],
    ['committer-and-author', ['committer@x.org', 'author@x.org']],
  ] as const)('under identity %s', (identity, emails) => {
    expect(claim(identity)).toEqual({ emails, email: 'committer@x.org', time: 2, now: 3 });
  });

  test('names whom the signer is not', () => {
    const signer = signerOf(undefined, { name: 'Eve', emails: ['COMMITTER@x.org'] }, []);
    const verdict = (emails: readonly string[]) =>
      wrongIdentity(signer, { ...claim('committer'), emails }, fingerprint).reason;
    expect(verdict(['committer@x.org', 'a@x.org', 'b@x.org'])).toBe(
      `The key ${fingerprint} belongs to Eve, who is not known as a@x.org or b@x.org.`,
    );
    expect(verdict([])).toContain('not known as the committer.');
  });
});

describe('an address', () => {
  test.each([
    ['a@b', true],
    ['ana.b+c@x.org', true],
    ['@x.org', false],
    ['ana@', false],
    ['ana', false],
    ['a@b@c', false],
    [' a@b', false],
    ['a@b ', false],
    ['a b@c', false],
    ['<a@b>', false],
    ['a@b,c', false],
    ['a@b\0', false],
    ['\uFFFDa@b', false],
  ])('is %j: %p', (text, expected) => expect(isEmail(text)).toBe(expected));

  test('is one in any case of its ASCII letters, and of no others', () => {
    expect(normalEmail('ANA@X.Org,ÄK')).toBe('ana@x.org,Äk');
    expect(sameEmail('ANA@x.org', 'ana@X.ORG')).toBe(true);
    expect(sameEmail('ana@x.org', 'ana@x.org')).toBe(true);
    expect(sameEmail('ana@x.org', 'anb@x.org')).toBe(false);
    expect(sameEmail('\u212A@x.org', 'k@x.org')).toBe(false);
    expect(sameEmail('ana', 'ana')).toBe(false);
  });
});

test('a signature is an admin’s only where it is good', () => {
  const signer = (roles: readonly string[]) => ({ name: 'A', emails: [], roles, principals: [] });
  const states = (of: (state: SignatureState) => boolean) => signatureStates.filter(of);
  expect(states((state) => isGood({ state, accepted: false }))).toEqual(['good']);
  expect(states((state) => isAdmin({ state, accepted: true, signer: signer(['x', 'admin']) }))).toEqual(['good']);
  expect(states((state) => isAdmin({ state, accepted: true, signer: signer(['administrator']) }))).toEqual([]);
  expect(states((state) => isAdmin({ state, accepted: true }))).toEqual([]);
});

test('a signer with several addresses is not known by those of them that the commit lacks', () => {
  const signer = signerOf(undefined, { name: 'Eve', emails: ['eve@x.org', 'e@y.org'] }, []);
  const claim = { emails: ['e@y.org', 'ana@x.org'], email: 'e@y.org', time: 1, now: 2 };
  expect(wrongIdentity(signer, claim, fingerprint)).toEqual({
    state: 'wrong-identity',
    signer,
    keyFingerprint: fingerprint,
    reason: `The key ${fingerprint} belongs to Eve, who is not known as ana@x.org.`,
    remedy:
      'Commit under an address that belongs to the key (git config user.email), or have an admin add the address to the signer in .gitops-gate/ of the base branch.',
  });
});
