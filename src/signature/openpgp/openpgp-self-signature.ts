import { Malformed, Unsupported } from '../model/malformed.ts';
import type { Revocation, SelfSignature } from './openpgp-certificate.ts';
import type { OpenpgpPublicKey } from './openpgp-public-key.ts';
import {
  type OpenpgpSignaturePacket,
  readSignaturePacket,
  type Subpacket,
  secondsIn,
} from './openpgp-signature-packet.ts';
import { verifiesOpenpgp } from './openpgp-verification.ts';

/** Signature types (RFC 9580 §5.2.1). */
const certifications: ReadonlySet<number> = new Set([0x10, 0x11, 0x12, 0x13]);
const subkeyBinding = 0x18;
const primaryKeyBinding = 0x19;
const directKey = 0x1f;
const keyRevocation = 0x20;
const subkeyRevocation = 0x28;
const certificationRevocation = 0x30;

const subpacket = {
  created: 2,
  expires: 3,
  keyLifetime: 9,
  revoker: 12,
  issuerKeyId: 16,
  notation: 20,
  keyFlags: 27,
  reason: 29,
  embedded: 32,
  issuerFingerprint: 33,
} as const;

/** Subpackets that a self-signature may mark critical: all that RFC 9580 §5.2.3.7 defines, except notations, whose meaning is their owner's. */
const lastDefined = 39;

const signData = 0x02;

/**
 * From then on a SHA-1 self-signature counts no more: GnuPG 2.2.18 and later draw the same line for certifications by others.
 * Earlier ones remain valid, because a collision needs the key's own holder to sign prepared data.
 */
const sha1Until = Date.UTC(2019, 0, 19) / 1000;

/** What a self-signature is about. */
export interface SelfSigned {
  readonly primary: OpenpgpPublicKey;
  /** The subkey it binds. */
  readonly subkey?: OpenpgpPublicKey;
  /** The user id it certifies. */
  readonly userId?: Buffer;
}

/** What the body of a signature packet says of `about`, where it is the primary key's own; undefined where it is not. */
export function readSelfSignature(body: Buffer, about: SelfSigned): SelfSignature | undefined {
  return quietly(() => {
    const packet = readSignaturePacket(body);
    const isFitting =
      about.subkey !== undefined
        ? packet.type === subkeyBinding
        : about.userId !== undefined
          ? certifications.has(packet.type)
          : packet.type === directKey;
    if (!isFitting || !verifiesOpenpgp(packet, about.primary, signedData(about))) return undefined;
    return packet.hashed.some(isNotUnderstood) ? undefined : facts(packet, about);
  });
}

/**
 * A revocation of `about` that is the primary key's own. In doubt it is one: whatever it notes, however weak its digest, and
 * where an algorithm cannot be verified here.
 */
export function readRevocation(body: Buffer, about: SelfSigned): Revocation | undefined {
  const packet = quietly(() => readSignaturePacket(body));
  const { subkey, userId } = about;
  const type = subkey !== undefined ? subkeyRevocation : userId !== undefined ? certificationRevocation : keyRevocation;
  if (packet?.type !== type) return undefined;
  const isGenuine = quietly(() => verifiesOpenpgp(packet, about.primary, signedData(about)), true);
  return isGenuine === true ? revocation(packet) : undefined;
}

/**
 * A revocation of the primary key that says it is by one of `revokers` (upper-case hex fingerprints). That key is seldom here
 * to verify it, and doubt revokes.
 */
export function readForeignRevocation(body: Buffer, revokers: readonly string[]): Revocation | undefined {
  const packet = quietly(() => readSignaturePacket(body));
  if (packet?.type !== keyRevocation) return undefined;
  const names = [...packet.hashed, ...packet.unhashed].flatMap(({ type, data }) => {
    if (type === subpacket.issuerFingerprint) return [data.toString('hex', 1).toUpperCase()];
    return type === subpacket.issuerKeyId ? [data.toString('hex').toUpperCase()] : [];
  });
  // A key id is the end of a version 4 fingerprint, and the beginning of a version 6 one.
  const isBy = (revoker: string) => names.some((name) => revoker.endsWith(name) || revoker.startsWith(name));
  return revokers.some(isBy) ? { ...revocation(packet), isHard: true } : undefined;
}

function revocation({ hashed }: OpenpgpSignaturePacket): Revocation {
  const reason = hashed.find(({ type }) => type === subpacket.reason)?.data[0] ?? 0;
  // RFC 9580 §5.2.3.31: superseded, retired and an invalid user id are soft; every other reason, and none, is hard.
  const created = quietly(() => secondsIn(hashed, subpacket.created)) ?? 0;
  return { created, isHard: ![1, 3, 32].includes(reason) };
}

function facts(packet: OpenpgpSignaturePacket, about: SelfSigned): SelfSignature | undefined {
  const { hashed } = packet;
  const created = secondsIn(hashed, subpacket.created);
  if (created === undefined) return undefined;
  const lifetime = secondsIn(hashed, subpacket.expires) ?? 0;
  const flags = hashed.filter(({ type }) => type === subpacket.keyFlags);
  return {
    created,
    expires: lifetime === 0 ? undefined : created + lifetime,
    keyLifetime: (secondsIn(hashed, subpacket.keyLifetime) ?? 0) || undefined,
    allowsSigning: flags.length === 0 ? undefined : flags.every(({ data }) => ((data[0] ?? 0) & signData) !== 0),
    isWeak: isWeak(packet),
    isCrossCertified: isCrossCertified(packet, about),
    revokers: hashed
      .filter(({ type }) => type === subpacket.revoker)
      .map(({ data }) => data.toString('hex', 2).toUpperCase()),
  };
}

function isWeak({ digest, hashed }: OpenpgpSignaturePacket): boolean {
  return digest.isWeak && (digest.name !== 'sha1' || (secondsIn(hashed, subpacket.created) ?? sha1Until) >= sha1Until);
}

/** RFC 9580 §5.2.1.9: the embedded signature of a binding is the subkey's own consent; it proves itself wherever it is. */
function isCrossCertified({ hashed, unhashed }: OpenpgpSignaturePacket, about: SelfSigned): boolean {
  const { subkey } = about;
  if (subkey === undefined) return false;
  return [...hashed, ...unhashed].some(({ type, data }) => {
    if (type !== subpacket.embedded) return false;
    return quietly(() => {
      const embedded = readSignaturePacket(data);
      const counts = embedded.type === primaryKeyBinding && !embedded.hashed.some(isNotUnderstood) && !isWeak(embedded);
      return counts && verifiesOpenpgp(embedded, subkey, signedData(about));
    });
  });
}

/** What a signature over a key, a binding or a user id hashes (RFC 9580 §5.2.4). */
function signedData({ primary, subkey, userId }: SelfSigned): Buffer {
  if (subkey !== undefined) return Buffer.concat([primary.hashed, subkey.hashed]);
  if (userId === undefined) return primary.hashed;
  const head = Buffer.alloc(5, 0xb4);
  head.writeUInt32BE(userId.length, 1);
  return Buffer.concat([primary.hashed, head, userId]);
}

function isNotUnderstood({ type, isCritical }: Subpacket): boolean {
  return isCritical && (type === subpacket.notation || type > lastDefined);
}

/** A packet that cannot be read or verified says nothing; `unsupported` is one whose algorithm is not known. */
function quietly<T>(read: () => T, unsupported?: T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unsupported) return unsupported;
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
