import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { mergesToRecompute, type VerificationContext } from '../../src/signature/judge/verify.ts';
import { forgeKeys } from '../../src/signature/trust/forge-keys.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import { commit, pgpCertificate, pgpKey, pgpSign, signatureHeader, withHeader } from './craft.mjs';
import { rawCommit, verifyObject } from './verify-object.ts';

/** Commits that GitHub itself signed. */
const genuine: Record<string, { sha: string; object: string }> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/forge.json'), 'utf8'),
);
const merge = Buffer.from(genuine.merge?.object ?? '', 'latin1');
const former = Buffer.from(genuine['former key, digest bits wrong']?.object ?? '', 'latin1');
const tree = rawCommit(merge).tree;
const id = '0'.repeat(40);

type Forge = Partial<SignaturePolicy['forge']>;

async function verify(
  bytes: Buffer,
  forge: Forge = {},
  context: Partial<VerificationContext> = {},
  trusted: { certificates?: readonly string[]; revoked?: string } = {},
) {
  const { signatures } = defaultPolicy;
  const { verified } = await verifyObject({
    kind: 'commit',
    bytes,
    objectFormat: 'sha1',
    allowedSigners: undefined,
    certificates: trusted.certificates ?? [],
    revoked: trusted.revoked,
    policy: { ...signatures, forge: { ...signatures.forge, ...forge } },
    now: Date.UTC(2026, 5, 1),
    context,
  });
  return verified;
}

test('the fixtures are the objects they say', () => {
  for (const { sha, object } of Object.values(genuine).filter((each) => typeof each === 'object')) {
    const bytes = Buffer.from(object, 'latin1');
    expect(createHash('sha1').update(`commit ${bytes.length}\0`).update(bytes).digest('hex')).toBe(sha);
  }
});

test('the built-in keys are the pinned ones', () => {
  expect(forgeKeys().map(({ key }) => key.fingerprint)).toEqual([
    '968479A1AFF927E37D1A566BB5690EEEBB952194',
    '5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23',
  ]);
});

test('the former key ends when it expired, the present one is in use', () => {
  const ends = forgeKeys().map(({ until }) => (until === undefined ? undefined : new Date(until * 1000).toISOString()));
  expect(ends).toEqual([undefined, '2024-01-16T20:00:00.000Z']);
});

describe('GitHub’s own signature', () => {
  test('counts for a merge whose tree is the recomputed one', async () => {
    const { signature, isPlainMerge } = await verify(merge, {}, { merges: new Map([[id, tree]]) });
    expect(signature).toMatchObject({ state: 'forge-signed', accepted: true, signer: { name: 'GitHub' } });
    expect(isPlainMerge).toBe(true);
  });

  test.each([
    ['a merge that was not recomputed', {}, new Map()],
    ['a merge with another tree', {}, new Map([[id, 'f'.repeat(40)]])],
    ['a merge where the policy accepts none', { accept: 'none' } as Forge, new Map([[id, tree]])],
    ['a bot that is not listed', { bots: ['bot@example.com'] } as Forge, new Map()],
  ])('does not count for %s', async (_, forge, merges) => {
    const { signature } = await verify(merge, forge, { merges });
    expect(signature).toMatchObject({ state: 'forge-signed', accepted: false });
    expect(signature.reason).toMatch(/proves no person/);
  });

  test('could not be checked where the merge could not be made again, unless it needs not be', async () => {
    const unreproducedMerges = new Map([[id, { reason: 'A tree is missing.', remedy: 'Clone it all.' }]]);
    expect((await verify(merge, {}, { unreproducedMerges })).signature).toMatchObject({
      state: 'could-not-check',
      accepted: false,
      reason: expect.stringContaining('A tree is missing.'),
      remedy: 'Clone it all.',
    });
    expect((await verify(merge, { accept: 'all' }, { unreproducedMerges })).signature.accepted).toBe(true);
    const bad = Buffer.from(merge.toString('latin1').replace('\n\n', '\n\nx'), 'latin1');
    expect((await verify(bad, {}, { unreproducedMerges })).signature.state).toBe('bad');
  });

  test.each([
    ['where the policy accepts all', { accept: 'all' } as Forge, {}],
    ['by a listed bot', { bots: [rawCommit(merge).author.email] } as Forge, {}],
    ['after a push', {}, { isPush: true }],
  ])('counts %s', async (_, forge, context) => {
    expect((await verify(merge, forge, context)).signature).toMatchObject({ state: 'forge-signed', accepted: true });
  });

  test('counts by the former key, whose first digest bits are wrong, for what it signed in its time', async () => {
    const { signature } = await verify(former, { accept: 'all' });
    expect(signature).toMatchObject({ state: 'forge-signed', accepted: true });
    expect(signature.keyFingerprint).toBe('5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23');
  });

  test('is bad over any other byte', async () => {
    for (const bytes of [merge, former]) {
      for (const at of [6, bytes.indexOf('author') + 8, bytes.length - 1]) {
        const altered = Buffer.from(bytes);
        altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
        expect((await verify(altered, { accept: 'all' }, { merges: new Map([[id, tree]]) })).signature).toMatchObject({
          state: 'bad',
          accepted: false,
        });
      }
    }
  });

  test('can be revoked', async () => {
    const revoked = `${forgeKeys()[0]?.key.fingerprint}\n`;
    expect((await verify(merge, { accept: 'all' }, {}, { revoked })).signature.state).toBe('revoked');
  });
});

test('a key of the policy’s own forge proves the forge, whatever its user id says', async () => {
  const key = pgpKey();
  const payload = commit();
  const bytes = withHeader(payload, signatureHeader(pgpSign(key, payload)));
  const certificates = [pgpCertificate(key, { users: [{ id: 'Alice Example <alice@example.com>' }] })];
  const keys = [key.fingerprint.toString('hex')];
  expect((await verify(bytes, { keys }, {}, { certificates })).signature).toMatchObject({
    state: 'forge-signed',
    accepted: false,
  });
  expect((await verify(bytes, { keys, accept: 'all' }, {}, { certificates })).signature.accepted).toBe(true);
  expect((await verify(bytes, {}, {}, { certificates })).signature.state).toBe('good');
});

describe('merges to recompute', () => {
  const commits = [
    rawCommit(merge),
    rawCommit(former),
    rawCommit(commit({ parents: ['a'.repeat(40), 'b'.repeat(40)] })),
  ];
  const merges = (policy: Partial<SignaturePolicy>) => {
    const files = { allowedSigners: undefined, openpgp: [], x509: [], revoked: undefined };
    const trust = loadTrust(files, { ...defaultPolicy.signatures, ...policy });
    return mergesToRecompute(commits, trust).map((each) => commits.indexOf(each));
  };

  test('are those with an OpenPGP signature', () => expect(merges({})).toEqual([0]));
  test('are none where none could be accepted', () => {
    expect(merges({ forge: { ...defaultPolicy.signatures.forge, accept: 'none' } })).toEqual([]);
  });
  test('are all where paths demand signers', async () => {
    const requirements = [{ paths: ['**'], rules: [], signers: ['Alice'], roles: [] }];
    expect(await merges({ requirements })).toEqual([0, 2]);
  });
});
