import { hash } from 'node:crypto';
import { Malformed, Unsupported } from '../model/malformed.ts';
import { checkNow, type SignatureCheck } from '../model/signature-check.ts';
import type { SshPublicKey } from './ssh-public-key.ts';
import { SshReader } from './ssh-wire.ts';

/** A raw SSH signature: the algorithm's name and what follows it (RFC 4253 §6.6, 5656 §3.1.2, 8332, 8709; PROTOCOL.u2f). */
export interface SshBlobSignature {
  readonly algorithm: string;
  /** The signature as node:crypto takes it; for ECDSA the two integers as they are. */
  readonly value: Buffer;
  /** Of security keys: the flags and counter that were signed. */
  readonly device: SshDeviceData | undefined;
}

interface SshDeviceData {
  readonly flags: number;
  readonly counter: Buffer;
  readonly webauthn: { readonly origin: string; readonly clientData: Buffer; readonly extensions: Buffer } | undefined;
}

/** The device saw a person touch it; and it checked who (PROTOCOL.u2f, `SSH_SK_USER_PRESENCE_REQD`, `…_VERIFICATION_REQD`). */
export const userPresent = 0x01;
export const userVerified = 0x04;

const webauthnEcdsa = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';

/** Reads a signature blob whole. Throws Malformed. */
export function readSshBlobSignature(blob: Buffer): SshBlobSignature {
  const reader = new SshReader(blob);
  const algorithm = reader.name();
  const value = reader.string();
  const isDevice = algorithm.startsWith('sk-') || algorithm === webauthnEcdsa;
  const device = isDevice ? deviceData(reader, algorithm === webauthnEcdsa) : undefined;
  reader.end();
  return { algorithm, value, device };
}

function deviceData(reader: SshReader, isWebauthn: boolean): SshDeviceData {
  const flags = reader.uint8();
  const counter = reader.bytes(4);
  if (!isWebauthn) return { flags, counter, webauthn: undefined };
  return {
    flags,
    counter,
    webauthn: { origin: reader.name(), clientData: reader.string(), extensions: reader.string() },
  };
}

/** Whether `signature` is `key`'s over `data`. Throws Malformed or Unsupported. */
export function verifiesSshBlob(key: SshPublicKey, signature: SshBlobSignature, data: Buffer): boolean {
  const check = sshBlobCheck(key, signature, data);
  return check !== undefined && checkNow(check);
}

/**
 * What shows whether `signature` is `key`'s over `data`; undefined where it cannot be. Throws Unsupported for DSA and for an algorithm that does not go with the
 * key's type, and Malformed for a value of the wrong form. SHA-1 (`ssh-rsa`) is checked: calling it weak is the caller's.
 */
export function sshBlobCheck(key: SshPublicKey, signature: SshBlobSignature, data: Buffer): SignatureCheck | undefined {
  if (key.key === undefined) throw new Unsupported('was made with a DSA key');
  const { algorithm, value } = signature;
  if (key.algorithm === 'rsa') {
    const digest = rsaDigests.get(algorithm);
    if (digest === undefined) throw new Malformed('names an algorithm that does not go with its RSA key');
    // RFC 8332 §3 demands the modulus' length, but older writers left out leading zeros, and OpenSSH pads them (ssh-rsa.c).
    const length = Math.ceil((key.modulusBits ?? 0) / 8);
    if (value.length > length) throw new Malformed('is longer than its RSA key');
    return { digest, data, key: key.key, value: Buffer.concat([Buffer.alloc(length - value.length), value]) };
  }
  const message = key.application === undefined ? data : signedByDevice(key.application, signature, data);
  if (message === undefined) return undefined;
  if (algorithm !== key.type && !(algorithm === webauthnEcdsa && key.type === 'sk-ecdsa-sha2-nistp256@openssh.com')) {
    throw new Malformed('names an algorithm that does not go with its key');
  }
  if (key.curve === undefined) {
    if (value.length !== 64) throw new Malformed('holds an Ed25519 value of the wrong length');
    return { digest: null, data: message, key: key.key, value };
  }
  return {
    digest: key.curve.digest,
    data: message,
    key: { key: key.key, dsaEncoding: 'ieee-p1363' },
    value: ecdsaValue(value, key.curve.size),
  };
}

const rsaDigests: ReadonlyMap<string, string> = new Map([
  ['rsa-sha2-256', 'sha256'],
  ['rsa-sha2-512', 'sha512'],
  ['ssh-rsa', 'sha1'],
]);

/** The two integers side by side, each `size` bytes. */
function ecdsaValue(value: Buffer, size: number): Buffer {
  const reader = new SshReader(value);
  const integers = [reader.positiveInteger(), reader.positiveInteger()];
  reader.end();
  const raw = Buffer.alloc(2 * size);
  for (const [index, integer] of integers.entries()) {
    if (integer.length > size) throw new Malformed('holds an ECDSA number larger than its curve');
    integer.copy(raw, (index + 1) * size - integer.length);
  }
  return raw;
}

/** Undefined where a browser signed something else. What a security key signs: digest of the application, flags, counter, extensions, digest of the message (PROTOCOL.u2f). */
function signedByDevice(application: Buffer, { device }: SshBlobSignature, data: Buffer): Buffer | undefined {
  if (device === undefined) throw new Malformed('lacks what a security key adds to it');
  const { flags, counter, webauthn } = device;
  const message = webauthn === undefined ? data : clientData(webauthn, flags, data);
  if (message === undefined) return undefined;
  return Buffer.concat([
    sha256(application),
    Buffer.of(flags),
    counter,
    webauthn?.extensions ?? Buffer.alloc(0),
    sha256(message),
  ]);
}

/** A browser's client data if it begins with our challenge and origin (`webauthn_check_prepare_hash` in ssh-ecdsa-sk.c). */
function clientData(webauthn: NonNullable<SshDeviceData['webauthn']>, flags: number, data: Buffer): Buffer | undefined {
  const { origin, clientData: json, extensions } = webauthn;
  const hasExtensions = (flags & 0x80) !== 0;
  const hasAttestedData = (flags & 0x40) !== 0;
  const start = `{"type":"webauthn.get","challenge":"${data.toString('base64url')}","origin":"${origin}"`;
  if (origin.includes('"') || hasAttestedData || hasExtensions !== extensions.length > 0) {
    throw new Malformed('holds browser data that contradict themselves');
  }
  return json.toString('latin1', 0, start.length) === start ? json : undefined;
}

function sha256(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}
