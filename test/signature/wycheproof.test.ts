import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Malformed } from '../../src/signature/model/malformed.ts';
import { checkNow, checkOnThread, type SignatureCheck } from '../../src/signature/model/signature-check.ts';
import { readOpenpgpPublicKey } from '../../src/signature/openpgp/openpgp-public-key.ts';
import { openpgpCheck } from '../../src/signature/openpgp/openpgp-verification.ts';
import { readSshBlobSignature, sshBlobCheck } from '../../src/signature/ssh/ssh-blob-signature.ts';
import { readSshPublicKey } from '../../src/signature/ssh/ssh-public-key.ts';
import { isThorough } from '../thorough.ts';
import { mpi, sshInteger, sshString } from './craft.mjs';

/** Made by make-wycheproof.mjs. A key is [pk, wx, wy, modulus, exponent], a test [number, message, signature, result]. */
interface VectorSet {
  readonly file: string;
  readonly ssh?: string;
  readonly openpgp?: string;
  readonly digest?: string;
  readonly groups: readonly {
    readonly key: readonly string[];
    readonly tests: readonly (readonly [number, string, string, string])[];
  }[];
}

const { sets }: { sets: readonly VectorSet[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/wycheproof.json'), 'utf8'),
);
const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'base64');

/** Signature and message as an SSH key's own: the vectors' raw values in SSH's encodings. */
async function verifiesBySsh(
  set: VectorSet,
  key: readonly string[],
  message: Buffer,
  signature: Buffer,
): Promise<boolean> {
  const [pk, x, y, n, e] = key.map(bytes);
  const type = set.ssh ?? '';
  const blob = type.startsWith('rsa')
    ? [sshString('ssh-rsa'), sshInteger(e), sshInteger(n)]
    : type.startsWith('ecdsa')
      ? [
          sshString(type),
          sshString(type.slice(-8)),
          sshString(Buffer.concat([Buffer.of(4), fixed(x, type), fixed(y, type)])),
        ]
      : [sshString(type), sshString(pk)];
  const half = signature.length / 2;
  const isEcdsa = type.startsWith('ecdsa');
  // What is wrong only in the vectors' own encoding cannot be written in SSH's.
  if (isEcdsa && half !== ({ '256': 32, '384': 48, '521': 66 }[type.slice(-3)] ?? 0)) return false;
  const value = isEcdsa
    ? Buffer.concat([sshInteger(signature.subarray(0, half)), sshInteger(signature.subarray(half))])
    : signature;
  const parsed = readSshBlobSignature(Buffer.concat([sshString(type), sshString(value)]));
  return answer(() => sshBlobCheck(readSshPublicKey(Buffer.concat(blob)), parsed, message));
}

function fixed(coordinate: Buffer | undefined, type: string): Buffer {
  const size = { '256': 32, '384': 48, '521': 66 }[type.slice(-3)] ?? 0;
  const trimmed = Buffer.from(coordinate ?? []).subarray(Math.max(0, (coordinate?.length ?? 0) - size));
  return Buffer.concat([Buffer.alloc(size - trimmed.length), trimmed]);
}

/** The same as an OpenPGP key's own, with nothing hashed but the message. */
async function verifiesByOpenpgp(
  set: VectorSet,
  key: readonly string[],
  message: Buffer,
  signature: Buffer,
): Promise<boolean> {
  const [, x, y, n, e] = key.map(bytes);
  const isRsa = set.openpgp === 'rsa';
  const oid = Buffer.from(isRsa ? '' : (set.openpgp ?? ''), 'hex');
  const size =
    { '2a8648ce3d030107': 32, '2b81040022': 48, '2b81040023': 66, '2b2403030208010107': 32 }[set.openpgp ?? ''] ?? 0;
  const padded = (coordinate: Buffer | undefined) => {
    const hex = (coordinate?.toString('hex') ?? '').replace(/^(?:00)+/, '');
    return Buffer.from(hex.padStart(size * 2, '0'), 'hex');
  };
  const material = isRsa
    ? [mpi(n), mpi(e)]
    : [Buffer.of(oid.length), oid, mpi(Buffer.concat([Buffer.of(4), padded(x), padded(y)]))];
  const algorithm = isRsa ? 1 : 19;
  const body = Buffer.concat([Buffer.of(4, 0, 0, 0, 0, algorithm), ...material]);
  const half = Math.ceil(signature.length / 2);
  if (!isRsa && half !== size) return false;
  // OpenPGP has no fixed length: a shorter or longer value is the same number.
  if (isRsa && signature.length !== bytes(key[3]).length - (bytes(key[3])[0] === 0 ? 1 : 0)) return false;
  const value = isRsa
    ? mpi(signature)
    : Buffer.concat([mpi(signature.subarray(0, half)), mpi(signature.subarray(half))]);
  const packet = {
    version: 4 as const,
    type: 0,
    publicKeyAlgorithm: algorithm,
    digest: { name: set.digest ?? '', isWeak: false, saltSize: 0 },
    hashed: [],
    unhashed: [],
    salt: Buffer.alloc(0),
    trailer: Buffer.alloc(0),
    value,
  };
  return answer(() => openpgpCheck(packet, readOpenpgpPublicKey(body), message));
}

let asked = 0;

/** What node:crypto says, here and on a thread alike (in a run that is not thorough, of each fourth one); what is refused before it is asked is no. */
async function answer(make: () => SignatureCheck | undefined): Promise<boolean> {
  try {
    const check = make();
    if (check === undefined) return false;
    const isGenuine = checkNow(check);
    if (isThorough || asked++ % 4 === 0) expect(await checkOnThread(check)).toBe(isGenuine);
    return isGenuine;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

describe('Wycheproof', () => {
  for (const [format, verifies] of [
    ['ssh', verifiesBySsh],
    ['openpgp', verifiesByOpenpgp],
  ] as const) {
    test.each(sets.filter((set) => set[format] !== undefined))(`$file as ${format}`, async (set) => {
      const results = await Promise.all(
        set.groups.flatMap(({ key, tests }) =>
          tests.map(async ([number, message, signature, result]) => {
            return { number, result, verifies: await verifies(set, key, bytes(message), bytes(signature)) };
          }),
        ),
      );
      expect(results.filter((each) => each.verifies && each.result === 'invalid')).toEqual([]);
      expect(results.filter((each) => !each.verifies && each.result === 'valid')).toEqual([]);
      expect(results.filter((each) => each.verifies).length).toBeGreaterThan(5);
    });
  }
});
