import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignaturePolicy } from '../../src/policy/policy.ts';
import { expiredKey } from '../../src/signature/judge/judgements.ts';
import { judgeForge, judgeOpenpgp, type OpenpgpCache } from '../../src/signature/judge/openpgp-judgement.ts';
import { readOpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import { loadTrust } from '../../src/signature/trust/load-trust.ts';
import { pgpCertificate, pgpKey, pgpSign, subpacket } from './craft.mjs';

const payload = Buffer.from('tree\n');
const day = 86_400;
const born = Date.UTC(2024, 0, 1) / 1000;
const made = born + 100 * day;
const now = made + 10 * day;
const [ana, ben, sub] = [pgpKey({ created: born }), pgpKey({ created: born }), pgpKey({ created: born })];
const hex = (key: { fingerprint: Buffer }) => key.fingerprint.toString('hex').toUpperCase();
const users = [{ id: 'Ana <ana@x.org>' }];
const bens = [{ id: 'Ben <ben@x.org>' }];
const four = (seconds: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds);
  return bytes;
};

interface Given {
  readonly key?: typeof ana;
  readonly sign?: Parameters<typeof pgpSign>[2];
  readonly certificates?: readonly string[];
  readonly email?: string;
  readonly emails?: readonly string[];
  readonly time?: number;
  readonly now?: number;
  readonly revoked?: string;
  readonly policy?: Partial<SignaturePolicy>;
}

function trustOf({ certificates = [pgpCertificate(ana, { users })], revoked, policy }: Given) {
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  return loadTrust(
    {
      allowedSigners: undefined,
      openpgp: certificates.map((text, at) => file(`${at}.asc`, text)),
      x509: [],
      revoked: revoked === undefined ? undefined : file('revoked', revoked),
    },
    { ...defaultPolicy.signatures, ...policy },
  );
}

const newCache = (): OpenpgpCache => ({ candidates: new Map(), known: new Map() });

function judge(given: Given = {}, cache = newCache()) {
  const { key = ana, sign, email = 'ana@x.org', emails = [email], time = made } = given;
  const claim = { email, emails, time, now: given.now ?? now };
  return judgeOpenpgp(pgpSign(key, payload, { created: made, ...sign }), payload, claim, trustOf(given), cache);
}

const signer = { name: 'Ana', emails: ['ana@x.org'], roles: [], principals: ['ana@x.org'] };
const good = { state: 'good', format: 'openpgp', signer, keyFingerprint: hex(ana) };
const state = async (given: Given) => (await judge(given)).state;
const verdict = async (given: Given) => {
  const judgement = await judge(given);
  return [judgement.state, judgement.reason, judgement.keyFingerprint];
};
const later = {
  key: ana,
  certificates: [pgpCertificate(ana, { users, selfOptions: { hashed: [subpacket(9, four(200 * day))] } })],
};
const end = born + 200 * day;

describe('a good OpenPGP signature', () => {
  test('has its signer, and no reason', async () => expect(await judge()).toEqual(good));

  test('has the addresses of all user ids that are valid, and its signer is named by the first', async () => {
    const ids = [
      { id: 'No address' },
      ...users,
      { id: 'ana@y.org' },
      { id: 'Old <old@x.org>', revoked: [{ created: made }] },
    ];
    expect(
      await judge({ certificates: [pgpCertificate(ana, { users: ids })], emails: ['ana@y.org', 'ANA@x.org'] }),
    ).toEqual({
      ...good,
      signer: { name: 'No address', emails: ['ana@x.org', 'ana@y.org'], roles: [], principals: [] },
    });
  });

  test('has what the policy says of its signer, by the primary key or the subkey', async () => {
    const certificates = [pgpCertificate(ana, { users, subkeys: [{ key: sub }] })];
    for (const key of [hex(ana), hex(sub), 'ana@x.org']) {
      const policy = { signers: [{ key, name: 'A', emails: ['a@x.org'], roles: ['admin'] }] };
      expect(await judge({ key: sub, certificates, policy, email: 'a@x.org' })).toMatchObject({
        state: 'good',
        keyFingerprint: hex(ana),
        signer: { name: 'A', emails: ['a@x.org'], roles: ['admin'] },
      });
    }
  });

  test.each([
    [made + day, undefined],
    [made - day, undefined],
    [made + day + 1, 1],
    [made - 3 * day, 3],
  ])('notes how far it is from the time of its commit, beyond a day: %i', async (time, days) => {
    const notes = [`The signature was made ${days} days away from the commit's own time.`];
    expect(await judge({ time })).toEqual(days === undefined ? good : { ...good, notes });
  });

  test('by a key without a valid user id is nobody’s', async () => {
    const certificates = [pgpCertificate(ana, { users: [], direct: [{}] })];
    expect(await judge({ certificates, emails: [] })).toEqual({
      ...good,
      signer: { name: hex(ana), emails: [], roles: [], principals: [] },
    });
    expect(await verdict({ certificates })).toEqual([
      'wrong-identity',
      `The key ${hex(ana)} belongs to ${hex(ana)}, who is not known as ana@x.org.`,
      hex(ana),
    ]);
  });

  test('is for all whom the commit names', async () => {
    expect(await verdict({ emails: ['ana@x.org', 'eve@x.org'] })).toEqual([
      'wrong-identity',
      `The key ${hex(ana)} belongs to Ana, who is not known as eve@x.org.`,
      hex(ana),
    ]);
  });
});

describe('the times of an OpenPGP signature', () => {
  const lasting = (seconds: number) => ({ hashed: [subpacket(3, four(seconds))] });
  const future = ['expired', 'The signature claims to be from the future.', hex(ana)];
  const ended = ['expired', 'The signature itself has expired.', hex(ana)];
  const old = ['expired', 'The signature claims to be older than its key.', hex(ana)];
  const over = ['expired', 'The key expired on 2024-07-19.', hex(ana)];
  const fine = ['good', undefined, hex(ana)];
  test.each([
    ['a day ahead of now', { now: made - day }, fine],
    ['more than a day ahead', { now: made - day - 1 }, future],
    ['in its last second', { sign: lasting(100), now: made + 99 }, fine],
    ['at its end', { sign: lasting(100), now: made + 100 }, ended],
    ['in the first second of its key', { sign: { created: born } }, fine],
    ['before its key', { sign: { created: born - 1 } }, old],
    ['before its key ends', { ...later, now: end - 1 }, fine],
    ['judged when its key ends', { ...later, now: end }, over],
    ['made when its key ends', { ...later, sign: { created: end }, now: end - 1 }, over],
    ['made in the last second of its key', { ...later, sign: { created: end - 1 }, now: end - 1 }, fine],
  ])('are judged %s', async (_, given: Given, expected) => expect(await verdict(given)).toEqual(expected));
});

describe('what an OpenPGP signature is that does not count', () => {
  const weak = (how: string, key?: string) => ['weak', `The signature was made with ${how}, which can be forged.`, key];
  const revoked = (key: string) => ['revoked', `The key ${key} is listed as revoked.`, hex(ana)];
  const subkeys = { certificates: [pgpCertificate(ana, { users, subkeys: [{ key: sub }] })], key: sub };
  const unknown = (name: string) =>
    `The base branch does not know the OpenPGP key ${name}, so the signature could not be checked against it.`;
  test.each([
    ['over SHA-1', { sign: { digest: 2 } }, weak('the digest SHA1', hex(ana))],
    ['over SHA-1, by an unknown key', { key: ben, sign: { digest: 2 } }, weak('the digest SHA1')],
    ['by DSA', { sign: { algorithm: 17 } }, weak('a DSA key')],
    ['by DSA of an unknown key', { key: ben, sign: { algorithm: 17 } }, weak('a DSA key')],
    [
      'by a key with weak self-signatures',
      { certificates: [pgpCertificate(ana, { users, selfOptions: { digest: 2 } })] },
      weak('a key whose self-signature uses a broken digest', hex(ana)),
    ],
    ['by a listed key', { revoked: hex(ana) }, revoked(hex(ana))],
    ['by a subkey of a listed key', { ...subkeys, revoked: hex(ana) }, revoked(hex(ana))],
    ['by a listed subkey', { ...subkeys, revoked: hex(sub) }, revoked(hex(sub))],
    ['by a listed key, over SHA-1', { sign: { digest: 2 }, revoked: hex(ana) }, revoked(hex(ana))],
    [
      'by a key that does not sign',
      { certificates: [pgpCertificate(ana, { users, selfOptions: { hashed: [subpacket(27, Buffer.of(1))] } })] },
      ['untrusted', `The key ${hex(ana)} is not meant for signing, say its key flags.`, hex(ana)],
    ],
    ['by an unknown key', { key: ben }, ['untrusted', unknown(hex(ben)), hex(ben)]],
    [
      'by a key whose id only is known',
      { key: ben, sign: { issuer: false, hashed: [subpacket(16, Buffer.alloc(8, 0xab))] } },
      ['untrusted', unknown('AB'.repeat(8)), undefined],
    ],
    [
      'by no named key',
      { sign: { issuer: false } },
      ['untrusted', 'The signature does not say which key made it.', undefined],
    ],
    [
      'by another key than it names',
      {
        sign: {
          mutateValue: (value: Buffer) => Buffer.concat([value.subarray(0, -1), Buffer.of((value.at(-1) ?? 0) ^ 1)]),
        },
      },
      [
        'bad',
        'The signature does not fit the object that holds it: one of the two was changed after signing.',
        undefined,
      ],
    ],
  ])('%s', async (_, given: Given, expected) => expect(await verdict(given)).toEqual(expected));

  test.each([
    ['ana.b+c-d@x.org', 'ana.b+c-d'],
    ['$(rm)@x.org', 'NAME'],
    ['ana b@x.org', 'NAME'],
    ['ana', 'NAME'],
  ])('tells how to trust its key, without what a shell would run: %s', async (email, file) => {
    const { remedy } = await judge({ key: ben, email });
    expect(remedy).toBe(
      `If the key is really the committer's, run this and commit the file to the base branch: gpg --export --armor ${hex(ben)} > .gitops-gate/keys/${file}.asc`,
    );
  });

  test('tells how to get a fit key, or one that is named', async () => {
    const certificates = [pgpCertificate(ana, { users, selfOptions: { hashed: [subpacket(27, Buffer.of(1))] } })];
    expect((await judge({ certificates })).remedy).toBe(
      'Sign with a key meant for signing, and have an admin put its current certificate into .gitops-gate/keys/ of the base branch.',
    );
    expect((await judge({ sign: { issuer: false } })).remedy).toBe(
      'Sign the commit again with git and gpg, which name the key.',
    );
  });
});

describe('a key that belongs to several certificates', () => {
  const own = (options = {}) => pgpCertificate(ana, { users, subkeys: [{ key: sub, ...options }] });
  const other = (options = {}) => pgpCertificate(ben, { users: bens, subkeys: [{ key: sub, ...options }] });
  const forge = { forge: { ...defaultPolicy.signatures.forge, keys: [hex(ben)] } };
  const unfit = { flag: 1 };
  const gone = { lifetime: 1 };
  const revoked = { revoked: [{}] };

  test.each([
    ['is revoked where it is in one', own(), other(revoked), {}, ['revoked', hex(ben)]],
    ['proves no person where one is the forge’s', own(), other(), forge, ['forge-signed', hex(ben)]],
    ['is revoked rather than a forge’s', own(revoked), other(), forge, ['revoked', hex(ana)]],
    ['is good where one is the committer’s', own(), other(), {}, ['good', hex(ana)]],
    ['is good where one is valid', own(), other(gone), {}, ['good', hex(ana)]],
    ['is expired rather than unfit', own(gone), other(unfit), {}, ['expired', hex(ana)]],
    ['is another’s rather than unfit', own(unfit), other(), {}, ['wrong-identity', hex(ben)]],
  ])('%s', async (_, a, b, policy, expected) => {
    for (const certificates of [
      [a, b],
      [b, a],
    ]) {
      const judgement = await judge({ key: sub, certificates, policy });
      expect([judgement.state, judgement.keyFingerprint]).toEqual(expected);
    }
  });

  test('is unfit where all say so', async () => {
    const certificates = [own(unfit), other(unfit)];
    expect(await judge({ key: sub, certificates })).toMatchObject({ state: 'untrusted', keyFingerprint: hex(ana) });
    expect(await state({ key: sub, certificates: [own({ cross: ana }), other({ cross: ana })] })).toBe('untrusted');
  });
});

describe('the key of a forge', () => {
  const key = readOpenpgpPublicKey(ana.body);
  const forge = (until: number | undefined) => ({ forge: 'GitForge', key, until });
  const by = (until: number | undefined, broken?: ReturnType<typeof expiredKey>, revoked: readonly string[] = []) => {
    const { state, reason, keyFingerprint, signer } = judgeForge(
      forge(until),
      broken,
      { created: 1000 },
      { revoked: new Set(revoked) },
    );
    return [state, reason, keyFingerprint, signer?.name];
  };

  test('signs until its end', () => {
    expect(by(undefined)).toEqual(['forge-signed', undefined, hex(ana), 'GitForge']);
    expect(by(1001)).toEqual(['forge-signed', undefined, hex(ana), 'GitForge']);
    expect(by(1000)).toEqual(['expired', `GitForge signs with the key ${hex(ana)} no more.`, hex(ana), undefined]);
  });

  test('is revoked before anything else, and broken before it is old', () => {
    expect(by(1000, expiredKey('Old'), [hex(ana)])).toEqual([
      'revoked',
      `The key ${hex(ana)} of GitForge is listed as revoked.`,
      hex(ana),
      undefined,
    ]);
    expect(by(1000, expiredKey('Old'))).toEqual(['expired', 'Old.', hex(ana), undefined]);
  });

  test('may be one of the policy’s, by its primary key or a subkey', async () => {
    const certificates = [pgpCertificate(ana, { users, subkeys: [{ key: sub }] })];
    const signed = {
      state: 'forge-signed',
      keyFingerprint: hex(ana),
      signer: { name: 'The forge', emails: [], roles: [], principals: [] },
    };
    const policy = (...keys: readonly string[]) => ({ forge: { ...defaultPolicy.signatures.forge, keys } });
    for (const keys of [[hex(ana)], [hex(sub)], ['ana@x.org', hex(sub)]]) {
      expect(await judge({ key: sub, certificates, policy: policy(...keys) })).toEqual({
        format: 'openpgp',
        ...signed,
      });
    }
    expect(await state({ key: sub, certificates, policy: policy(hex(ben), 'ana@x.org') })).toBe('good');
  });
});

test('what is found out of a key is found out once', async () => {
  const cache = newCache();
  await judge({}, cache);
  const [known] = cache.known.values();
  expect([...cache.candidates.keys()]).toEqual([hex(ana)]);
  expect([...(known?.owns ?? [])]).toEqual([['ana@x.org', true]]);
  // A second signature takes the word of the first, and the keys of the first.
  known?.owns.set('ana@x.org', false);
  expect(await judge({ certificates: [] }, cache)).toMatchObject({ state: 'wrong-identity' });
  expect(cache.known.size).toBe(1);
  expect([...cache.known.values()]).toEqual([known]);
});
