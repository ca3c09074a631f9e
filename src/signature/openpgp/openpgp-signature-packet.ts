import { Malformed, Obsolete, Unsupported } from '../model/malformed.ts';
import { OpenpgpReader } from './openpgp-packet.ts';

/** A version 4 or 6 signature packet (RFC 9580 §5.2.3), taken apart; what its subpackets mean depends on its type. */
export interface OpenpgpSignaturePacket {
  readonly version: 4 | 6;
  readonly type: number;
  readonly publicKeyAlgorithm: number;
  readonly digest: OpenpgpDigest;
  readonly hashed: readonly Subpacket[];
  /** Not covered by the signature: only what proves itself may be taken from here. */
  readonly unhashed: readonly Subpacket[];
  /** What is hashed before the document (version 6) and after it. */
  readonly salt: Buffer;
  readonly trailer: Buffer;
  /** The algorithm-specific part, unread. */
  readonly value: Buffer;
}

export interface OpenpgpDigest {
  /** As node:crypto calls it. */
  readonly name: string;
  readonly isWeak: boolean;
  /** Bytes of salt in a version 6 signature (RFC 9580 §9.5). */
  readonly saltSize: number;
}

export interface Subpacket {
  readonly type: number;
  readonly isCritical: boolean;
  readonly data: Buffer;
}

const digests: Readonly<Record<number, OpenpgpDigest>> = {
  1: { name: 'md5', isWeak: true, saltSize: -1 },
  2: { name: 'sha1', isWeak: true, saltSize: -1 },
  3: { name: 'ripemd160', isWeak: true, saltSize: -1 },
  8: { name: 'sha256', isWeak: false, saltSize: 16 },
  9: { name: 'sha384', isWeak: false, saltSize: 24 },
  10: { name: 'sha512', isWeak: false, saltSize: 32 },
  11: { name: 'sha224', isWeak: false, saltSize: 16 },
  12: { name: 'sha3-256', isWeak: false, saltSize: 16 },
  14: { name: 'sha3-512', isWeak: false, saltSize: 32 },
};

const none = Buffer.alloc(0);

/** Reads a signature packet's body. Throws Malformed or Unsupported. */
export function readSignaturePacket(body: Buffer): OpenpgpSignaturePacket {
  const reader = new OpenpgpReader(body);
  const version = reader.uint8();
  if (version === 5) throw new Unsupported('is of LibrePGP version 5, which is not supported');
  // RFC 9580 §5.2.2: five hashed bytes, the type and a time, and no room for anything else.
  if ((version === 2 || version === 3) && body[1] === 5) throw new Obsolete(`the obsolete OpenPGP version ${version}`);
  if (version !== 4 && version !== 6) throw new Malformed('is of an OpenPGP version that is obsolete or unknown');
  const type = reader.uint8();
  const publicKeyAlgorithm = reader.uint8();
  const digest = digests[reader.uint8()];
  const hashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
  const hashedPart = body.subarray(0, reader.position);
  const unhashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
  reader.uint16(); // The digest's first bits are a hint, and GitHub's former key wrote them wrong.
  const salt = version === 6 ? reader.bytes(reader.uint8()) : none;
  const value = reader.rest();
  if (digest === undefined) throw new Unsupported('uses a digest that is not supported');
  if (version === 6 && salt.length !== digest.saltSize) throw new Malformed('has a salt of the wrong size');
  return {
    version,
    type,
    publicKeyAlgorithm,
    digest,
    hashed: subpackets(hashed),
    unhashed: subpackets(unhashed),
    salt,
    trailer: trailer(hashedPart),
    value,
  };
}

/** RFC 9580 §5.2.4: the hashed part, then the version, 0xFF and its length. */
function trailer(hashedPart: Buffer): Buffer {
  const { length } = hashedPart;
  const bytes = Buffer.allocUnsafe(length + 6);
  bytes.set(hashedPart);
  bytes.writeUInt16BE(((hashedPart[0] ?? 0) << 8) | 0xff, length);
  bytes.writeUInt32BE(length, length + 2);
  return bytes;
}

function subpackets(area: Buffer): readonly Subpacket[] {
  const reader = new OpenpgpReader(area);
  const found: Subpacket[] = [];
  while (!reader.atEnd) {
    const first = reader.uint8();
    const length = first < 192 ? first : first < 255 ? ((first - 192) << 8) + reader.uint8() + 192 : reader.uint32();
    if (length === 0) throw new Malformed('holds an empty subpacket');
    const type = reader.uint8();
    found.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, data: reader.bytes(length - 1) });
  }
  return found;
}

/** The four-byte value of a hashed subpacket that occurs at most once. Throws Malformed. */
export function secondsIn(hashed: readonly Subpacket[], type: number): number | undefined {
  let seconds: number | undefined;
  for (const each of hashed) {
    if (each.type !== type) continue;
    if (seconds !== undefined || each.data.length !== 4) throw new Malformed('holds a time that is none, or two');
    seconds = each.data.readUInt32BE();
  }
  return seconds;
}
