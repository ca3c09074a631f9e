import { createHash, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { isRsaKey, isSmallOrder, modulusBits } from '../model/forgeable-keys.ts';
import { Malformed, Unsupported } from '../model/malformed.ts';
import { SshReader, sshString } from './ssh-wire.ts';

export type SshAlgorithm = 'ed25519' | 'rsa' | 'ecdsa' | 'dsa';

/** The public key of an SSH key type, certificates apart (RFC 4253, 5656, 8709; OpenSSH's PROTOCOL.u2f). */
export interface SshPublicKey {
  /** The plain key type: `ssh-ed25519`, `sk-ecdsa-sha2-nistp256@openssh.com`, … */
  readonly type: string;
  readonly algorithm: SshAlgorithm;
  /** The digest that goes with an ECDSA curve (RFC 5656 §6.2.1). */
  readonly curve: SshCurve | undefined;
  /** Present for security keys: what the key signs for, `ssh:` for most. */
  readonly application: Buffer | undefined;
  /** Bits of an RSA modulus. */
  readonly modulusBits: number | undefined;
  /** `SHA256:…` as ssh-keygen prints it. */
  readonly fingerprint: string;
  /** Type and key as allowed_signers has them. */
  readonly line: string;
  /** Undefined for DSA, which is not verified at all. */
  readonly key: KeyObject | undefined;
}

export interface SshCurve {
  readonly jwk: 'P-256' | 'P-384' | 'P-521';
  readonly digest: 'sha256' | 'sha384' | 'sha512';
  /** Bytes of a coordinate. */
  readonly size: number;
}

const curves: Readonly<Record<string, SshCurve>> = {
  nistp256: { jwk: 'P-256', digest: 'sha256', size: 32 },
  nistp384: { jwk: 'P-384', digest: 'sha384', size: 48 },
  nistp521: { jwk: 'P-521', digest: 'sha512', size: 66 },
};

const certificateSuffix = '-cert-v01@openssh.com';

/** The plain type of a certificate's type, or undefined where `type` is not a certificate's. */
export function certifiedType(type: string): string | undefined {
  if (!type.endsWith(certificateSuffix)) return undefined;
  const plain = type.slice(0, -certificateSuffix.length);
  return plain.startsWith('sk-') ? `${plain}@openssh.com` : plain;
}

/** Reads a plain public key blob whole. Throws Malformed, or Unsupported for a type that is not known. */
export function readSshPublicKey(blob: Buffer): SshPublicKey {
  const reader = new SshReader(blob);
  const key = readSshKeyFields(reader.name(), reader);
  reader.end();
  return key;
}

/** Reads the fields that follow a plain key type; in a certificate they follow the nonce. */
export function readSshKeyFields(type: string, reader: SshReader): SshPublicKey {
  switch (type) {
    case 'ssh-ed25519':
    case 'sk-ssh-ed25519@openssh.com':
      return ed25519(type, reader);
    case 'ecdsa-sha2-nistp256':
    case 'ecdsa-sha2-nistp384':
    case 'ecdsa-sha2-nistp521':
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      return ecdsa(type, reader);
    case 'ssh-rsa':
      return rsa(type, reader);
    case 'ssh-dss': {
      const fields = Array.from({ length: 4 }, () => wireInteger(reader.positiveInteger()));
      return describe(type, 'dsa', fields, { key: undefined });
    }
    default:
      throw new Unsupported(`uses the SSH key type ${printable(type)}, which is not supported`);
  }
}

function ed25519(type: string, reader: SshReader): SshPublicKey {
  const point = reader.string();
  if (point.length !== 32) throw new Malformed('holds an Ed25519 key of the wrong length');
  if (isSmallOrder(point)) throw new Malformed('holds an Ed25519 key that anybody can sign with');
  const application = type.startsWith('sk-') ? reader.string() : undefined;
  const key = keyFrom({ kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') });
  return describe(type, 'ed25519', [point, ...(application ? [application] : [])], { key, application });
}

function ecdsa(type: string, reader: SshReader): SshPublicKey {
  const name = reader.name();
  const curve = curves[name];
  if (curve === undefined || !type.includes(name))
    throw new Malformed('holds an ECDSA key on another curve than it says');
  const point = reader.string();
  if (point[0] !== 4 || point.length !== 1 + 2 * curve.size)
    throw new Malformed('holds an ECDSA key that is not a point');
  const application = type.startsWith('sk-') ? reader.string() : undefined;
  const key = keyFrom({
    kty: 'EC',
    crv: curve.jwk,
    x: point.toString('base64url', 1, 1 + curve.size),
    y: point.toString('base64url', 1 + curve.size),
  });
  const fields = [Buffer.from(name), point, ...(application ? [application] : [])];
  return describe(type, 'ecdsa', fields, { key, curve, application });
}

function rsa(type: string, reader: SshReader): SshPublicKey {
  const e = reader.positiveInteger();
  const n = reader.positiveInteger();
  if (!isRsaKey(n, e)) throw new Malformed('holds an RSA key that is none');
  const bits = modulusBits(n);
  if (bits > 16_384) throw new Unsupported('uses an RSA key of more than 16384 bits');
  const key = keyFrom({ kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') });
  return describe(type, 'rsa', [wireInteger(e), wireInteger(n)], { key, modulusBits: bits });
}

function keyFrom(jwk: JsonWebKey): KeyObject {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    throw new Malformed('holds a public key that is none');
  }
}

function describe(
  type: string,
  algorithm: SshAlgorithm,
  fields: readonly Buffer[],
  rest: { key: KeyObject | undefined } & Partial<Pick<SshPublicKey, 'curve' | 'application' | 'modulusBits'>>,
): SshPublicKey {
  const blob = Buffer.concat([Buffer.from(type), ...fields].map(sshString));
  return {
    type,
    algorithm,
    curve: rest.curve,
    application: rest.application,
    modulusBits: rest.modulusBits,
    fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace('=', '')}`,
    line: `${type} ${blob.toString('base64')}`,
    key: rest.key,
  };
}

/** The content of an mpint: a zero byte before a first byte with the high bit set. */
function wireInteger(bytes: Buffer): Buffer {
  return bytes.readUInt8() < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
}

/** A hostile name, made fit for a sentence. */
function printable(name: string): string {
  return name.replace(/[^\x21-\x7e]/g, '?').slice(0, 64);
}
