import { describe, expect, test } from '@jest/globals';
import { parseCommit, parseTag } from '../../src/git/object/parse-object.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { otherName, revokedKey } from '../../src/signature/judge/judgements.ts';
import { type VerificationContext, verifyCommits, verifyTag } from '../../src/signature/judge/verify.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import {
  commit,
  pgpArmor,
  pgpCertificate,
  pgpKey,
  pgpSign,
  signatureHeader,
  sshKey,
  sshSign,
  tag,
  withHeader,
} from './craft.mjs';

const id = 'a'.repeat(40);
const key = sshKey();
const forge = pgpKey();
const payload = commit();
const author = { name: 'Alice Example', email: 'alice@example.com', time: 1_767_225_600 };
const signed = (armor: string, over = payload) => withHeader(over, signatureHeader(armor));
const ssh = (over = payload) => signed(sshSign(key, over), over);
const byForge = (over = payload) => signed(pgpSign(forge, over, { created: author.time }), over);

function trustOf(policy: Partial<SignaturePolicy> = {}, line = `alice@example.com ${key.line}`) {
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  return loadTrust(
    {
      allowedSigners: file('allowed_signers', line),
      openpgp: [file('forge.asc', pgpCertificate(forge, { users: [{ id: 'Forge <forge@x.org>' }] }))],
      x509: [],
      revoked: undefined,
    },
    { ...defaultPolicy.signatures, ...policy },
  );
}

const context = (more: Partial<VerificationContext> = {}): VerificationContext => ({
  now: (author.time + 5) * 1000,
  objectFormat: 'sha1',
  merges: new Map(),
  unreproducedMerges: new Map(),
  isPush: false,
  base: 'origin/main',
  tagName: undefined,
  ...more,
});

async function verify(bytes: Buffer, trust = trustOf(), more: Partial<VerificationContext> = {}) {
  const [verified] = await verifyCommits([parseCommit(id, bytes)], trust, context(more));
  return verified;
}

const forged = (forge: Partial<SignaturePolicy['forge']>) => {
  const fingerprint = forgeFingerprint;
  return trustOf({ forge: { ...defaultPolicy.signatures.forge, keys: [fingerprint], ...forge } });
};
const forgeFingerprint = forge.fingerprint.toString('hex').toUpperCase();

describe('a commit that is verified', () => {
  test('has its people, its subject and its verdict', async () => {
    expect(await verify(ssh())).toEqual({
      sha: id,
      kind: 'commit',
      subject: 'Change a role',
      author,
      committer: author,
      signature: {
        state: 'good',
        accepted: true,
        format: 'ssh',
        keyFingerprint: expect.stringMatching(/^SHA256:/),
        signer: {
          name: 'alice@example.com',
          emails: ['alice@example.com'],
          roles: [],
          principals: ['alice@example.com'],
        },
      },
    });
  });

  test('says how to sign it, onto what it is based on', async () => {
    expect((await verify(payload))?.signature).toEqual({
      state: 'unsigned',
      accepted: false,
      reason: 'There is no signature.',
      remedy: 'Sign it, then push again: git rebase --exec "git commit --amend --no-edit -S" origin/main',
    });
    const other = Buffer.from(ssh().toString('latin1').replace('a role', 'two roles'), 'latin1');
    expect((await verify(other, trustOf(), { base: '--root' }))?.signature).toMatchObject({
      state: 'bad',
      remedy: 'Find out who changed it, then sign again: git rebase --exec "git commit --amend --no-edit -S" --root',
    });
  });

  const cms = (content: string) =>
    `-----BEGIN SIGNED MESSAGE-----\n${Buffer.from(content).toString('base64')}\n-----END SIGNED MESSAGE-----\n`;
  const again = 'Sign the commit again with git itself: git commit --amend --no-edit -S.';
  const another = 'Sign with an OpenPGP or SSH key that gitops-gate can verify (RSA, ECDSA, Ed25519).';
  test.each([
    [
      'X.509',
      cms('some other'),
      'could-not-check',
      'is an X.509 signature, which this version does not verify',
      another,
      'x509',
    ],
    [
      'gitsign',
      cms('x sigstore y'),
      'could-not-check',
      'is a gitsign (Sigstore) signature, which this version does not verify',
      another,
      'gitsign',
    ],
    ['broken X.509', cms('').trimEnd(), 'malformed', 'is not canonical base64', again, undefined],
    [
      'of a message',
      pgpArmor(Buffer.of(1), { label: 'PGP MESSAGE' }),
      'malformed',
      'is in no format that git knows',
      again,
      undefined,
    ],
    ['without an armor', 'x', 'malformed', 'is in no format that git knows', again, undefined],
    [
      'of an old version',
      pgpArmor(Buffer.from('c2020305', 'hex')),
      'weak',
      undefined,
      'Sign with Ed25519, ECDSA or RSA of at least 3072 bits, and a SHA-2 digest.',
      undefined,
    ],
    [
      'of a new version',
      pgpArmor(Buffer.from('c2020500', 'hex')),
      'could-not-check',
      'is of LibrePGP version 5, which is not supported',
      another,
      undefined,
    ],
    ['with a broken packet', pgpArmor(Buffer.from('c20204', 'hex')), 'malformed', 'is cut off', again, undefined],
  ])('and whose signature cannot be is told so: %s', async (_, armor, state, why, remedy, format) => {
    const reason =
      why === undefined
        ? 'The signature was made with the obsolete OpenPGP version 3, which can be forged.'
        : `The signature ${why}.`;
    expect((await verify(signed(armor)))?.signature).toEqual({
      state,
      accepted: false,
      reason,
      remedy,
      ...(format && { format }),
    });
  });

  test('is malformed where its headers are', async () => {
    const twice = withHeader(ssh(), signatureHeader(sshSign(key, payload)));
    expect((await verify(twice))?.signature).toMatchObject({
      state: 'malformed',
      reason: 'The signature is one of several gpgsig headers.',
    });
  });

  test('is judged at the time that is given', async () => {
    const line = (date: string) => trustOf({}, `alice@example.com valid-after="${date}" ${key.line}`);
    const after = '20260101000000Z';
    expect((await verify(ssh(), line(after)))?.signature.state).toBe('good');
    expect((await verify(ssh(), line(after), { now: author.time * 1000 - 1 }))?.signature.reason).toBe(
      'The key is not valid yet now (valid-after).',
    );
    expect((await verify(ssh(), line(after), { now: author.time * 1000 }))?.signature.state).toBe('good');
  });

  test('is a plain merge where its tree is what merging its two parents gives', async () => {
    const parents = ['b'.repeat(40), 'c'.repeat(40)];
    const tree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
    const isPlain = async (over: Buffer, merges: [string, string][]) =>
      (await verify(over, trustOf(), { merges: new Map(merges) }))?.isPlainMerge;
    const merge = commit({ parents });
    expect(await isPlain(merge, [[id, tree]])).toBe(true);
    expect(await isPlain(merge, [[id, 'd'.repeat(40)]])).toBeUndefined();
    expect(await isPlain(merge, [])).toBeUndefined();
    expect(await isPlain(commit({ parents: parents.slice(1) }), [[id, tree]])).toBeUndefined();
    expect(await isPlain(commit({ parents: [...parents, id] }), [[id, tree]])).toBeUndefined();
  });

  test('keeps its place among thousands', async () => {
    const shas = Array.from({ length: 2001 }, (_, index) => index.toString(16).padStart(40, '0'));
    const commits = shas.map((sha) => parseCommit(sha, payload));
    expect((await verifyCommits(commits, trustOf(), context())).map(({ sha }) => sha)).toEqual(shas);
    expect(await verifyCommits([], trustOf(), context())).toEqual([]);
  });
});

describe('what the forge signed', () => {
  const none = 'The forge signed this, which proves no person';
  const remedy =
    'Make the commit locally and sign it with a trusted key, or have an admin list the bot under signatures.forge.bots.';
  const parents = ['b'.repeat(40), 'c'.repeat(40)];
  const merges = new Map([[id, '4b825dc642cb6eb9a060e54bf8d69288fbee4904']]);
  const merge = byForge(commit({ parents }));

  test.each([
    [
      'a bot',
      { bots: ['x@x.org', 'ALICE@example.com'] },
      {},
      byForge(),
      'The forge signed this for a bot the policy lists.',
    ],
    [
      'anything, where the policy says so',
      { accept: 'all' },
      {},
      byForge(),
      'The forge signed this, and the policy accepts every signature of the forge.',
    ],
    [
      'a merge',
      { accept: 'merges' },
      { merges },
      merge,
      'The forge signed this merge, and its tree is exactly what merging its parents gives.',
    ],
    [
      'anything, after a push',
      { accept: 'none' },
      { isPush: true },
      byForge(),
      'The forge signed this, which is accepted after a push.',
    ],
  ] as const)('passes for %s', async (_, policy, more, bytes, reason) => {
    expect((await verify(bytes, forged(policy), more))?.signature).toMatchObject({
      state: 'forge-signed',
      accepted: true,
      reason,
    });
  });

  test.each([
    ['no merge', { accept: 'merges' }, {}, byForge(), `${none}, and it is not a merge whose tree could be recomputed.`],
    [
      'a merge of another tree',
      { accept: 'merges' },
      {},
      merge,
      `${none}, and it is not a merge whose tree could be recomputed.`,
    ],
    ['a merge, where none are accepted', { accept: 'none' }, { merges }, merge, `${none}.`],
    ['a bot that is not listed', { accept: 'none', bots: ['x@x.org'] }, {}, byForge(), `${none}.`],
  ] as const)('does not pass for %s', async (_, policy, more, bytes, reason) => {
    expect((await verify(bytes, forged(policy), more))?.signature).toEqual({
      state: 'forge-signed',
      format: 'openpgp',
      keyFingerprint: forgeFingerprint,
      signer: { name: 'The forge', emails: [], roles: [], principals: [] },
      accepted: false,
      reason,
      remedy,
    });
  });

  const unreproduced = new Map([[id, { reason: 'A parent is missing.', remedy: 'Fetch it.' }]]);
  test('could not be checked where the merge could not be made again', async () => {
    const more = { unreproducedMerges: unreproduced };
    expect((await verify(merge, forged({ accept: 'merges' }), more))?.signature).toMatchObject({
      state: 'could-not-check',
      accepted: false,
      reason: 'The forge signed this merge, which could not be made again: A parent is missing.',
      remedy: 'Fetch it.',
    });
    expect((await verify(merge, forged({ accept: 'all' }), more))?.signature.state).toBe('forge-signed');
    expect((await verify(ssh(), trustOf(), more))?.signature.state).toBe('good');
  });
});

describe('a tag that is verified', () => {
  const over = tag();
  const ofKey = (armor: string, text = over) => Buffer.concat([text, Buffer.from(armor)]);
  const verified = (bytes: Buffer, trust = trustOf(), more: Partial<VerificationContext> = {}) =>
    verifyTag(parseTag(id, bytes), trust, context(more));
  const good = ofKey(sshSign(key, over));
  const byForgeKey = ofKey(pgpSign(forge, over, { created: author.time }));

  test('has its tagger for both people', async () => {
    const read = await verified(good);
    expect(read).toMatchObject({ sha: id, kind: 'tag', subject: 'Release 1.0', author, committer: author });
    expect(read.signature).toMatchObject({ state: 'good', accepted: true });
  });

  test('without a tagger is nobody’s', async () => {
    const bare = Buffer.from(over.toString('latin1').replace(/tagger .*\n/, ''), 'latin1');
    const read = await verified(ofKey(sshSign(key, bare), bare));
    expect(read.author).toEqual({ name: '', email: '', time: Number.NaN });
    expect(read.signature.state).toBe('wrong-identity');
  });

  test('says how to sign it', async () => {
    expect((await verified(over)).signature).toEqual({
      state: 'unsigned',
      accepted: false,
      reason: 'There is no signature.',
      remedy: 'Make it again with a signature: git tag --sign --force TAG COMMIT, then push it again.',
    });
  });

  test('is judged at the time that is given', async () => {
    const trust = trustOf({}, `alice@example.com valid-after="20260101000000Z" ${key.line}`);
    expect((await verified(good, trust, { now: author.time * 1000 })).signature.state).toBe('good');
    expect((await verified(good, trust, { now: author.time * 1000 - 1 })).signature.reason).toBe(
      'The key is not valid yet now (valid-after).',
    );
  });

  test('counts under its own name only, whoever signed it', async () => {
    const reason = 'The signature is for the tag v1.0, which has the name v2.0 here.';
    const accepting = forged({ accept: 'all' });
    const tagName = 'v2.0';
    expect((await verified(good, trustOf(), { tagName })).signature).toMatchObject({
      state: 'wrong-identity',
      accepted: false,
      reason,
    });
    expect((await verified(byForgeKey, accepting, { tagName })).signature).toMatchObject({
      state: 'wrong-identity',
      accepted: false,
      reason,
    });
    expect((await verified(byForgeKey, accepting, { tagName: 'v1.0' })).signature).toMatchObject({
      state: 'forge-signed',
      accepted: true,
    });
    expect((await verified(byForgeKey, accepting)).signature).toMatchObject({ state: 'forge-signed', accepted: true });
    const foreign = ofKey(sshSign(sshKey(), over));
    expect((await verified(foreign, trustOf(), { tagName })).signature.state).toBe('untrusted');
  });

  test('is no merge of the forge', async () => {
    const merges = new Map([[id, '4b825dc642cb6eb9a060e54bf8d69288fbee4904']]);
    expect((await verified(byForgeKey, forged({ accept: 'merges' }), { merges })).signature.accepted).toBe(false);
  });

  test.each([
    ['v1.0/a_b+c-d', 'v1.0/a_b+c-d'],
    ['$(rm)', 'TAG'],
    ['v1 ', 'TAG'],
    [' v1', 'TAG'],
    ['', 'TAG'],
  ])('is named so that a shell takes it for a name: %j', (name, shown) => {
    expect(otherName(revokedKey('Gone'), 'v0', name)).toEqual({
      state: 'wrong-identity',
      reason: `The signature is for the tag v0, which has the name ${name} here.`,
      remedy: `Sign a tag of this name: git tag --sign ${shown} COMMIT, then push it.`,
    });
  });
});
