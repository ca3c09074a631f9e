import { openpgpBytes } from './armor.ts';
import { Malformed, Unsupported } from './malformed.ts';
import { OpenpgpReader, openpgpPackets } from './openpgp-packet.ts';

/** A version 4 or 6 OpenPGP signature over a document (RFC 9580 §5.2.3). */
export interface OpenpgpSignature {
  readonly version: 4 | 6;
  readonly publicKeyAlgorithm: number;
  readonly digest: OpenpgpDigest;
  /** From the hashed area: seconds since the epoch. */
  readonly created: number;
  /** Seconds since the epoch at which the signature itself ends to be valid; undefined: never. */
  readonly expires: number | undefined;
  /** Upper-case hex of the key said to have signed: full fingerprints and, where there are none, key ids. Hints until verified. */
  readonly issuerFingerprints: readonly string[];
  readonly issuerKeyIds: readonly string[];
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

const signaturePacket = 2;
/** A text signature (type 0x01) hashes altered line ends alike, so it does not bind a commit's bytes. */
const binaryDocument = 0x00;

/** Subpackets (RFC 9580 §5.2.3.7) that are understood, or may be left aside even where marked critical. */
const subpacket = { created: 2, expires: 3, issuerKeyId: 16, issuerFingerprint: 33 } as const;
const understood: ReadonlySet<number> = new Set([
  ...Object.values(subpacket),
  4, // exportable
  7, // revocable
  28, // signer's user id: who signed is the key's to say
  35, // intended recipients
]);

/** Reads the one signature packet of an armor. Throws Malformed or Unsupported. */
export function readOpenpgpSignature(armor: string): OpenpgpSignature {
  const [packet, ...further] = openpgpPackets(openpgpBytes(armor, 'PGP SIGNATURE'));
  if (packet?.tag !== signaturePacket || further.length > 0) throw new Malformed('is not exactly one signature packet');
  return readSignatureBody(packet.body);
}

/** Reads a signature packet's body. Throws Malformed or Unsupported. */
export function readSignatureBody(body: Buffer): OpenpgpSignature {
  const reader = new OpenpgpReader(body);
  const version = reader.uint8();
  if (version === 5) throw new Unsupported('is of LibrePGP version 5, which is not supported');
  if (version !== 4 && version !== 6) throw new Malformed('is of an OpenPGP version that is obsolete or unknown');
  const type = reader.uint8();
  const publicKeyAlgorithm = reader.uint8();
  const digest = digests[reader.uint8()];
  const hashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
  const hashedPart = body.subarray(0, reader.position);
  const unhashed = reader.bytes(version === 4 ? reader.uint16() : reader.uint32());
  reader.uint16(); // The digest's first bits are a hint, and GitHub's former key wrote them wrong.
  const salt = version === 6 ? reader.bytes(reader.uint8()) : Buffer.alloc(0);
  if (type !== binaryDocument) throw new Malformed(`is of type ${type}, not one over the exact bytes of a document`);
  if (digest === undefined) throw new Unsupported('uses a digest that is not supported');
  if (version === 6 && salt.length !== digest.saltSize) throw new Malformed('has a salt of the wrong size');
  const value = reader.rest();
  return { version, publicKeyAlgorithm, digest, ...facts(hashed, unhashed), salt, trailer: trailer(hashedPart), value };
}

/** The names a signature gives its key: full fingerprints, or key ids where it has no more. */
export function issuerNames({ issuerFingerprints, issuerKeyIds }: OpenpgpSignature): readonly string[] {
  return issuerFingerprints.length > 0 ? issuerFingerprints : issuerKeyIds;
}

/** RFC 9580 §5.2.4: the hashed part, then the version, 0xFF and its length. */
function trailer(hashedPart: Buffer): Buffer {
  const end = Buffer.of(hashedPart[0] ?? 0, 0xff, 0, 0, 0, 0);
  end.writeUInt32BE(hashedPart.length, 2);
  return Buffer.concat([hashedPart, end]);
}

type Facts = Pick<OpenpgpSignature, 'created' | 'expires' | 'issuerFingerprints' | 'issuerKeyIds'>;

/** Times count only from the hashed area; issuers from both, because verification shows whether they are true. */
function facts(hashedArea: Buffer, unhashedArea: Buffer): Facts {
  const hashed = subpackets(hashedArea);
  const both = [...hashed, ...subpackets(unhashedArea)];
  for (const { type, isCritical } of both) {
    if (isCritical && !understood.has(type))
      throw new Malformed(`holds a critical subpacket of type ${type}, which is not understood`);
  }
  const created = seconds(hashed, subpacket.created);
  if (created === undefined) throw new Malformed('does not say when it was made');
  const lifetime = seconds(hashed, subpacket.expires);
  const hex = (type: number) => both.filter((each) => each.type === type).map(({ data }) => data);
  return {
    created,
    expires: lifetime === undefined || lifetime === 0 ? undefined : created + lifetime,
    issuerFingerprints: hex(subpacket.issuerFingerprint).map((data) => data.toString('hex', 1).toUpperCase()),
    issuerKeyIds: hex(subpacket.issuerKeyId).map((data) => data.toString('hex').toUpperCase()),
  };
}

interface Subpacket {
  readonly type: number;
  readonly isCritical: boolean;
  readonly data: Buffer;
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

/** The four-byte value of a subpacket that stands at most once. */
function seconds(hashed: readonly Subpacket[], type: number): number | undefined {
  const [first, ...further] = hashed.filter((each) => each.type === type);
  if (first === undefined) return undefined;
  if (further.length > 0 || first.data.length !== 4) throw new Malformed('holds a time that is none, or two');
  return first.data.readUInt32BE();
}
