import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { forgeKeys } from '../../src/signature/trust/forge-keys.ts';
import {
  type CraftedKey,
  commit,
  mpi,
  pgpCertificate,
  pgpKey,
  pgpKeyWithBody,
  pgpSign,
  signatureHeader,
  subpacket,
  withHeader,
} from './craft.mjs';
import { verifyObject } from './verify-object.ts';

const payload = commit();
const users = [{ id: 'Alice Example <alice@example.com>' }];
const second = (text: string) => Date.parse(text) / 1000;

async function stateOf(armor: string, certificate: string, now = Date.UTC(2026, 5, 1)): Promise<string> {
  const { verified } = await verifyObject({
    kind: 'commit',
    bytes: withHeader(payload, signatureHeader(armor)),
    objectFormat: 'sha1',
    allowedSigners: undefined,
    certificates: [certificate],
    revoked: undefined,
    policy: defaultPolicy.signatures,
    now,
  });
  return verified.signature.state;
}

/** The state of a good signature by a key whose certificate is written in some way. */
const certified = (key: CraftedKey, options: Parameters<typeof pgpCertificate>[1]) =>
  stateOf(pgpSign(key, payload), pgpCertificate(key, { users, ...options }));

test('RSA signatures may name the algorithm that only signs, whichever of the two the key names (RFC 9580 §9.1)', async () => {
  const key = pgpKey({ algorithm: 1 });
  expect(await stateOf(pgpSign(key, payload, { algorithm: 3 }), pgpCertificate(key, { users }))).toBe('good');
  expect(await stateOf(pgpSign(key, payload, { algorithm: 2 }), pgpCertificate(key, { users }))).toBe('malformed');
  const other = pgpKey();
  expect(await stateOf(pgpSign(other, payload, { algorithm: 3 }), pgpCertificate(other, { users }))).toBe('malformed');
});

test('what GitHub’s former key signs after its expiry is nobody’s', () => {
  const former = forgeKeys().find(({ until }) => until !== undefined);
  expect(former?.key.fingerprint).toBe('5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23');
  expect(former?.until).toBe(second('2024-01-16T20:00:00Z'));
});

describe('a self-signature', () => {
  const marked = (type: number) => ({ selfOptions: { hashed: [subpacket(type, Buffer.from('x'), true)] } });

  test.each([
    ['a preferred list of ciphers', 39, 'good'],
    ['a notation', 20, 'untrusted'],
    ['what no standard defines', 40, 'untrusted'],
  ])('that marks %s critical (%i) makes its key %s', async (_, type, expected) => {
    expect(await certified(pgpKey(), marked(type))).toBe(expected);
  });

  test.each([
    ['before 19 January 2019', '2019-01-18T23:59:59Z', 'good'],
    ['from then on', '2019-01-19T00:00:00Z', 'weak'],
  ])('over SHA-1 counts %s (GnuPG 2.2.18)', async (_, made, expected) => {
    const created = second(made);
    const key = pgpKey({ created: created - 1000 });
    expect(await certified(key, { selfOptions: { digest: 2, created } })).toBe(expected);
  });
});

test.each([
  ['an even modulus', [Buffer.alloc(256, 0xfe), Buffer.of(1, 0, 1)]],
  ['the exponent 1', [Buffer.alloc(256, 0xff), Buffer.of(1)]],
])('an RSA key with %s is not one', async (_, [n, e]) => {
  const real = pgpKey({ algorithm: 1 });
  const body = Buffer.concat([Buffer.of(4, 0, 0, 0, 1, 1), mpi(n), mpi(e)]);
  const key = pgpKeyWithBody({ ...real, version: 4, algorithm: 1 }, body);
  expect(await certified(key, {})).not.toBe('good');
  expect(await certified(key, {})).not.toBe('bad');
});
