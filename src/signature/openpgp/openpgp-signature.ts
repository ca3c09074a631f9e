import { openpgpBytes } from '../model/armor.ts';
import { Malformed } from '../model/malformed.ts';
import { openpgpPackets } from './openpgp-packet.ts';
import {
  type OpenpgpSignaturePacket,
  readSignaturePacket,
  type Subpacket,
  secondsIn,
} from './openpgp-signature-packet.ts';

/** An OpenPGP signature over a document (RFC 9580 §5.2.1.1, §5.2.1.2). */
export interface OpenpgpSignature {
  readonly packet: OpenpgpSignaturePacket;
  /** Seconds since the epoch. */
  readonly created: number;
  /** Seconds since the epoch at which the signature itself ends to be valid; undefined: never. */
  readonly expires: number | undefined;
  /** The key said to have signed. Hints until verified. */
  readonly issuerFingerprints: readonly Buffer[];
  readonly issuerKeyIds: readonly Buffer[];
}

const signatureTag = 2;
/** Types (RFC 9580 §5.2.1). A text signature is over the document with each line end as CR LF. */
const [binaryDocument, textDocument] = [0x00, 0x01];

/** Subpackets (RFC 9580 §5.2.3.7) that are understood, or may be left aside even where marked critical. */
const subpacket = { created: 2, expires: 3, issuerKeyId: 16, issuerFingerprint: 33 } as const;
const understood: ReadonlySet<number> = new Set([
  ...Object.values(subpacket),
  4, // exportable
  7, // revocable
  28, // signer's user id: who signed is the key's to say
  35, // intended recipients
]);

/**
 * Reads the one signature packet of an armor. Times count only from the hashed area; issuers from both, because
 * verification shows whether they are true. Throws Malformed or Unsupported.
 */
export function readOpenpgpSignature(armor: string): OpenpgpSignature {
  const [first, ...further] = openpgpPackets(openpgpBytes(armor, 'PGP SIGNATURE'));
  if (first?.tag !== signatureTag || further.length > 0) throw new Malformed('is not exactly one signature packet');
  const packet = readSignaturePacket(first.body);
  if (packet.type !== binaryDocument && packet.type !== textDocument) {
    throw new Malformed(`is of type ${packet.type}, not one over a document`);
  }
  const created = secondsIn(packet.hashed, subpacket.created);
  if (created === undefined) throw new Malformed('does not say when it was made');
  const lifetime = secondsIn(packet.hashed, subpacket.expires) ?? 0;
  const issuers = { fingerprints: [], keyIds: [] };
  addIssuers(packet.hashed, issuers);
  addIssuers(packet.unhashed, issuers);
  return {
    packet,
    created,
    expires: lifetime === 0 ? undefined : created + lifetime,
    issuerFingerprints: issuers.fingerprints,
    issuerKeyIds: issuers.keyIds,
  };
}

/**
 * What a signature of this type hashes of `document`. Throws Malformed for a text signature over a document that holds a CR:
 * others with other line ends would fit as well. Without one it binds the exact bytes.
 */
export function signedDocument({ packet }: OpenpgpSignature, document: Buffer): Buffer {
  if (packet.type === binaryDocument) return document;
  if (document.includes('\r')) throw new Malformed('is over text, and would fit other line ends as well');
  return Buffer.from(document.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
}

/** Throws Malformed where a subpacket is critical and not understood. */
function addIssuers(area: readonly Subpacket[], issuers: { fingerprints: Buffer[]; keyIds: Buffer[] }): void {
  for (const { type, isCritical, data } of area) {
    if (isCritical && !understood.has(type)) {
      throw new Malformed(`holds a critical subpacket of type ${type}, which is not understood`);
    }
    if (type === subpacket.issuerFingerprint) issuers.fingerprints.push(data.subarray(1));
    else if (type === subpacket.issuerKeyId) issuers.keyIds.push(data);
  }
}

/** The names a signature gives its key, upper-case hex: full fingerprints, or key ids where it has no more. */
export function issuerNames({ issuerFingerprints, issuerKeyIds }: OpenpgpSignature): readonly string[] {
  const names = issuerFingerprints.length > 0 ? issuerFingerprints : issuerKeyIds;
  return names.map((name) => name.toString('hex').toUpperCase());
}
