import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { judgeSsh, type SshCache } from '../../src/signature/judge/ssh-judgement.ts';
import { readSshPublicKey } from '../../src/signature/ssh/ssh-public-key.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import { sshBlobSignature, sshCertificate, sshInteger, sshKey, sshSign, sshString } from './craft.mjs';

const payload = Buffer.from('tree\n');
const [plain, authority, sk] = [sshKey(), sshKey(), sshKey('sk-ssh-ed25519@openssh.com')];
const small = sshKey('ssh-rsa', { bits: 1024 });
const fingerprint = (key: typeof plain) => readSshPublicKey(key.blob).fingerprint;
const seconds = (text: string) => Date.parse(text) / 1000;
const made = seconds('2026-01-10T00:00:00Z');
const now = seconds('2026-01-20T00:00:00Z');

interface Given {
  readonly key?: typeof plain;
  readonly certificate?: Parameters<typeof sshCertificate>[2] & { readonly by?: typeof plain };
  readonly sign?: Parameters<typeof sshSign>[2];
  readonly lines?: readonly string[];
  readonly email?: string;
  readonly emails?: readonly string[];
  readonly time?: number;
  readonly now?: number;
  readonly revoked?: string;
  readonly policy?: Partial<SignaturePolicy>;
}

const newCache = (): SshCache => ({ signers: new Map(), identities: new Map() });

function judge(given: Given = {}, cache = newCache()) {
  const { key = plain, certificate, email = 'ana@x.org', emails = [email], time = made, revoked } = given;
  const { by = authority, ...options } = certificate ?? {};
  const publicKey = certificate && { publicKey: sshCertificate(key, by, { principals: ['ana@x.org'], ...options }) };
  const line = certificate ? `ana@x.org cert-authority ${by.line}` : `ana@x.org ${key.line}`;
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  const trust = loadTrust(
    {
      allowedSigners: file('allowed_signers', (given.lines ?? [line]).join('\n')),
      openpgp: [],
      x509: [],
      revoked: revoked === undefined ? undefined : file('revoked', revoked),
    },
    { ...defaultPolicy.signatures, ...given.policy },
  );
  const claim = { email, emails, time, now: given.now ?? now };
  return judgeSsh(sshSign(key, payload, { ...publicKey, ...given.sign }), payload, claim, trust, cache);
}

const verdict = async (given: Given) => {
  const { state, reason } = await judge(given);
  return reason === undefined ? state : `${state}: ${reason}`;
};
const signer = { name: 'ana@x.org', emails: ['ana@x.org'], roles: [], principals: ['ana@x.org'] };
const common = { format: 'ssh', keyFingerprint: fingerprint(plain) };

describe('a good SSH signature', () => {
  test.each([
    ['a key', {}],
    ['a certificate', { certificate: {} }],
    ['a key listed for git among others', { lines: [`ana@x.org namespaces="file,g*" ${plain.line}`] }],
    ['a key listed twice', { lines: [`eve@x.org ${plain.line}`, `ana@x.org ${plain.line}`] }],
  ])('is by %s, and has its signer', async (_, given: Given) => {
    expect(await judge(given)).toEqual({ ...common, state: 'good', signer });
  });

  test('is for all whom the commit names', async () => {
    const lines = [`ana@x.org,*@y.org,ops ${plain.line}`];
    expect(await judge({ lines, emails: ['ANA@x.org', 'ben@y.org'] })).toEqual({
      ...common,
      state: 'good',
      signer: {
        name: 'ana@x.org',
        emails: ['ana@x.org', 'ops', 'ANA@x.org', 'ben@y.org'],
        roles: [],
        principals: ['ana@x.org', 'ops'],
      },
    });
    expect(await verdict({ lines, emails: ['ana@x.org', 'eve@x.org'] })).toBe(
      `wrong-identity: The key ${fingerprint(plain)} belongs to ana@x.org, who is not known as eve@x.org.`,
    );
    expect(await judge({ lines: [`*@y.org ${plain.line}`], emails: [] })).toMatchObject({
      state: 'good',
      signer: { name: '*@y.org', emails: [], principals: [] },
    });
  });

  test('by a name that is no address counts in its own case', async () => {
    const certificate = { principals: ['ops'] };
    const policy = { identity: 'none' as const };
    expect(await verdict({ certificate, lines: [`ops cert-authority ${authority.line}`], emails: [], policy })).toBe(
      'good',
    );
    expect(
      await verdict({ certificate, lines: [`Ops cert-authority ${authority.line}`], emails: [], policy }),
    ).toContain('wrong-identity: ');
  });

  test('by a certificate has the principals that the line admits, and what the policy says of those', async () => {
    const certificate = { principals: ['ana@x.org', 'Root@x.org', 'eve@y.org'] };
    const lines = [`root@x.org,*@x.org,ben@x.org cert-authority ${authority.line}`];
    const given = { certificate, lines };
    expect(await judge(given)).toEqual({
      ...common,
      state: 'good',
      signer: {
        name: 'root@x.org',
        emails: ['root@x.org', 'ana@x.org', 'Root@x.org'],
        roles: [],
        principals: ['root@x.org'],
      },
    });
    expect(await judge({ certificate: { principals: ['ana@x.org'] }, lines })).toMatchObject({
      signer: { ...signer, principals: [] },
    });
    const policy = (key: string) => ({ signers: [{ key, name: 'R', emails: ['ana@x.org'], roles: ['admin'] }] });
    expect(await judge({ ...given, policy: policy('root@x.org') })).toMatchObject({
      signer: { name: 'R', roles: ['admin'] },
    });
    expect(await judge({ ...given, policy: policy('ben@x.org') })).toMatchObject({ signer: { roles: [] } });
    expect(await judge({ ...given, policy: policy('ana@x.org') })).toMatchObject({ signer: { roles: [] } });
    expect(await judge({ ...given, policy: policy(fingerprint(plain)) })).toMatchObject({
      signer: { name: 'R', roles: ['admin'] },
    });
    expect(await verdict({ ...given, email: 'eve@y.org' })).toContain('wrong-identity: ');
  });

  test('by a certificate for nobody whom the line admits is nobody’s', async () => {
    const foreign = { certificate: { principals: ['eve@y.org'] }, emails: [] };
    expect(await verdict(foreign)).toBe(
      `wrong-identity: The key ${fingerprint(plain)} belongs to ana@x.org, who is not known as the committer.`,
    );
    expect(await verdict({ certificate: { principals: [] }, emails: [] })).toContain('wrong-identity: ');
  });
});

describe('an SSH signature that does not count', () => {
  const weak = (how: string) => `weak: The signature was made with ${how}, which can be forged.`;
  const listed = (key: typeof plain) => `revoked: The key ${fingerprint(key)} is listed as revoked.`;
  const limits = 'untrusted: The certificate demands limits that a signature cannot keep.';
  const dss = (number: number) =>
    Buffer.concat([sshString('ssh-dss'), ...[number, 2, 3, 4].map((each) => sshInteger(Buffer.of(each)))]);
  const git = 'untrusted: Line 1 of allowed_signers does not allow the key for git.';
  const altered = 'bad: The signature does not fit the object that holds it: one of the two was changed after signing.';

  test.each([
    [
      'for another purpose',
      { sign: { namespace: 'file' } },
      'bad: The signature was made for another purpose: its namespace is not git.',
    ],
    ['for another purpose than it says', { sign: { signedNamespace: 'file' } }, altered],
    [
      'by an untouched security key',
      { key: sk, sign: { flags: 4 } },
      'bad: The security key made the signature without being touched.',
    ],
    [
      'by a security key that asks nobody',
      { key: sk, sign: { flags: 1 }, certificate: { critical: ['verify-required'] } },
      'bad: The security key made the signature without asking who touched it.',
    ],
    [
      'by a security key, untouched, that must ask',
      { key: sk, sign: { flags: 4 }, certificate: { critical: ['verify-required'] } },
      'bad: The security key made the signature without being touched.',
    ],
    [
      'by a security key that asks and is touched',
      { key: sk, sign: { flags: 5 }, certificate: { critical: ['verify-required'] } },
      'good',
    ],
    ['by a touched security key', { key: sk, sign: { flags: 1 } }, 'good'],
    ['by a certificate that asks a plain key to verify', { certificate: { critical: ['verify-required'] } }, 'good'],
    ['by a listed key', { revoked: fingerprint(plain) }, listed(plain)],
    ['by a listed key with a certificate', { revoked: fingerprint(plain), certificate: {} }, listed(plain)],
    ['by a certificate of a listed authority', { revoked: fingerprint(authority), certificate: {} }, listed(authority)],
    ['by a short RSA key', { key: small }, weak('an RSA key of 1024 bits')],
    ['over SHA-1', { key: small, sign: { algorithm: 'ssh-rsa' } }, weak('SHA-1 (ssh-rsa)')],
    [
      'by a certificate over SHA-1',
      { certificate: { by: small, signature: { algorithm: 'ssh-rsa' } } },
      weak('SHA-1 (ssh-rsa)'),
    ],
    ['by a certificate of a short RSA key', { certificate: { by: small } }, weak('an RSA key of 1024 bits')],
    ['by a short RSA key that is listed', { key: small, revoked: fingerprint(small) }, listed(small)],
    ['by DSA', { sign: { publicKey: dss(1) } }, weak('a DSA key')],
    ['by a host', { certificate: { kind: 2 } }, 'untrusted: The certificate is for a host.'],
    [
      'by a host with limits',
      { certificate: { kind: 2, critical: ['source-address'] } },
      'untrusted: The certificate is for a host.',
    ],
    ['by a certificate with limits', { certificate: { critical: ['verify-required', 'source-address'] } }, limits],
    ['by a key that is not for git', { lines: [`ana@x.org namespaces="file" ${plain.line}`] }, git],
    ['by a key that is for all but git', { lines: [`ana@x.org namespaces="*,!git" ${plain.line}`] }, git],
    ['over something else', { sign: { blobSignature: sshBlobSignature(plain, Buffer.from('x')) } }, altered],
  ])('%s', async (_, given: Given, expected) => expect(await verdict(given)).toBe(expected));

  const gone = 'valid-before="20260101Z"';
  const order = [
    [`*@y.org ${plain.line}`, 'wrong-identity'],
    [`ana@x.org ${gone} ${plain.line}`, 'expired'],
    [`ana@x.org namespaces="file" ${plain.line}`, 'untrusted'],
  ] as const;
  test('is judged by the line that says most', async () => {
    for (const [at, [, expected]] of order.entries()) {
      const lines = order.slice(at).map(([line]) => line);
      expect((await judge({ lines })).state).toBe(expected);
      expect((await judge({ lines: lines.toReversed() })).state).toBe(expected);
    }
  });

  const keyUnknown = (key: typeof plain, email: string) => ({
    reason: `The signature is intact, but the base branch does not know the SSH key ${fingerprint(key)}.`,
    remedy: `If the key is really the committer's, add this line to .gitops-gate/allowed_signers on the base branch: ${email} namespaces="git" ${key.line}`,
  });
  test.each([
    ['ana@x.org', 'ana@x.org'],
    ["a.b%c+d'e-f@x-y.org", "a.b%c+d'e-f@x-y.org"],
    ['a b@x.org', 'EMAIL'],
    ['ana@x.org b', 'EMAIL'],
    ['*@x.org', 'EMAIL'],
    ['!ana@x.org', 'EMAIL'],
    ['ana', 'EMAIL'],
  ])('by an unknown key says how to trust it, for one address: %s', async (email, shown) => {
    expect(
      await judge({ email, lines: [`ana@x.org ${authority.line}`, `ana@x.org cert-authority ${plain.line}`] }),
    ).toEqual({
      ...common,
      state: 'untrusted',
      ...keyUnknown(plain, shown),
    });
  });

  test('by a certificate of an unknown authority says how to trust that', async () => {
    const lines = [`ana@x.org ${plain.line}`, `ana@x.org ${authority.line}`];
    expect(await judge({ certificate: {}, lines })).toEqual({
      ...common,
      state: 'untrusted',
      reason: `The signature is intact, but the base branch does not know the certificate authority ${fingerprint(authority)}.`,
      remedy: `If the key is really the committer's, add this line to .gitops-gate/allowed_signers on the base branch: ana@x.org cert-authority,namespaces="git" ${authority.line}`,
    });
  });
});

describe('the times of an SSH signature', () => {
  const line = (option: string) => ({ lines: [`ana@x.org ${option} ${plain.line}`] });
  const [after, before] = ['valid-after="20260110Z"', 'valid-before="20260120Z"'];
  const certified = (from: number, until: number) => ({ certificate: { after: BigInt(from), before: BigInt(until) } });
  const day = 86_400;
  // ssh-keygen(1): both limits of a line are inclusive; a certificate ends before its end (PROTOCOL.certkeys).
  test.each([
    ['on the first second of its line', { ...line(after) }, 'good'],
    [
      'before it',
      { ...line(after), time: made - 1 },
      "expired: The key is not valid yet at the commit's time (valid-after).",
    ],
    ['judged before it', { ...line(after), now: made - 1 }, 'expired: The key is not valid yet now (valid-after).'],
    [
      'at no time',
      { ...line(after), time: Number.NaN },
      "expired: The key is not valid yet at the commit's time (valid-after).",
    ],
    ['judged on the last second of its line', { ...line(before) }, 'good'],
    ['judged after it', { ...line(before), now: now + 1 }, 'expired: The key is expired now (valid-before).'],
    [
      'after it',
      { ...line(before), time: now + 1 },
      "expired: The key is expired at the commit's time (valid-before).",
    ],
    [
      'at no time before an end',
      { ...line(before), time: Number.NaN },
      "expired: The key is expired at the commit's time (valid-before).",
    ],
    ['at no time, by a key without limits', { time: Number.NaN }, 'good'],
    ['in the time of its certificate', certified(made, now + 1), 'good'],
    [
      'before its certificate',
      certified(made + 1, now + 1),
      "expired: The certificate is not valid yet at the commit's time.",
    ],
    [
      'judged before its certificate',
      { ...certified(made, now + 1), now: made - 1 },
      'expired: The certificate is not valid yet now.',
    ],
    ['judged when its certificate ends', certified(made, now), 'expired: The certificate is expired now.'],
    [
      'when its certificate ends',
      { ...certified(made - day, now + 1), time: now + 1 },
      "expired: The certificate is expired at the commit's time.",
    ],
    [
      'at no time, by a certificate',
      { ...certified(0, now + 1), time: Number.NaN },
      'expired: The commit has no readable time at which its certificate could be valid.',
    ],
    ['judged within a second', { ...certified(made, now + 1), now: now + 0.5 }, 'good'],
    [
      'in the time of its certificate, after that of its line',
      { ...certified(0, now + 1), lines: [`ana@x.org cert-authority,valid-before="20260115Z" ${authority.line}`] },
      'expired: The key is expired now (valid-before).',
    ],
  ])('are judged %s', async (_, given: Given, expected) => expect(await verdict(given)).toBe(expected));
});

test('what a line says of a plain key is found out once for each list of addresses, and of a certificate each time', async () => {
  const cache = newCache();
  await judge({ certificate: {} }, cache);
  expect(cache.identities.size).toBe(0);
  await judge({}, cache);
  const [entry] = cache.identities.keys();
  const known = entry && cache.identities.get(entry);
  expect([...(known ?? [])]).toEqual([['ana@x.org', { owns: true, signer }]]);
});
