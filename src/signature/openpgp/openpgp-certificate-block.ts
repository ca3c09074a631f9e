import { Malformed, Unsupported } from '../model/malformed.ts';
import { type OpenpgpPacket, openpgpPackets } from './openpgp-packet.ts';
import { type OpenpgpPublicKey, readOpenpgpPublicKey } from './openpgp-public-key.ts';

/** A part of a certificate, and the bodies of the signature packets that follow it. Nothing is verified yet. */
export interface Certified<About> {
  readonly about: About;
  readonly signatures: readonly Buffer[];
}

/** One certificate (RFC 9580 §10.1) taken apart into packets, and the keys in it. */
export interface CertificateBlock {
  readonly file: string;
  readonly primary: Certified<OpenpgpPublicKey>;
  /** Those that can be read: another signs nothing that counts, and takes nothing away from the rest. */
  readonly subkeys: readonly Certified<OpenpgpPublicKey>[];
  /** The user ids, in order. */
  readonly users: readonly Certified<Buffer>[];
  /** Every signature packet's body, wherever it is. */
  readonly signatures: readonly Buffer[];
}

/** Packet types (RFC 9580 §5). */
const tags = { signature: 2, secretKey: 5, publicKey: 6, secretSubkey: 7, userId: 13, publicSubkey: 14 } as const;
/** Markers, a keyring's own notes on trust, and padding: they may be anywhere and say nothing. */
const meaningless: ReadonlySet<number> = new Set([10, 12, 21]);
/** What is signed as user ids are, and says nothing here: an image. */
const userAttribute = 17;
/** RFC 9580 §4.3: packet types from here on may be passed over by those who do not know them. */
const firstNonCritical = 40;

/** Takes a binary key file apart into certificates. Throws Malformed or Unsupported. */
export function certificateBlocks(file: string, bytes: Buffer): readonly CertificateBlock[] {
  const packets = openpgpPackets(bytes);
  if (packets.some(({ tag }) => tag === tags.secretKey || tag === tags.secretSubkey)) {
    throw new Malformed('holds a private key: revoke it, and export the public one with gpg --export --armor');
  }
  if (packets[0]?.tag !== tags.publicKey) throw new Malformed('does not begin with a public key');
  const starts = packets.flatMap(({ tag }, index) => (tag === tags.publicKey ? [index] : []));
  return starts.map((start, index) => certificateBlock(file, packets.slice(start, starts[index + 1])));
}

function certificateBlock(file: string, packets: readonly OpenpgpPacket[]): CertificateBlock {
  const [first, ...rest] = packets;
  const primary = certified(readOpenpgpPublicKey(first?.body ?? Buffer.alloc(0)));
  const subkeys: Certified<OpenpgpPublicKey>[] = [];
  const users: Certified<Buffer>[] = [];
  const all: Buffer[] = [];
  let current: { readonly signatures: Buffer[] } = primary;
  for (const { tag, body } of rest) {
    switch (tag) {
      case tags.signature:
        current.signatures.push(body);
        all.push(body);
        break;
      case tags.userId:
        current = certified(body);
        users.push({ about: body, signatures: current.signatures });
        break;
      case tags.publicSubkey: {
        const key = readSubkey(body);
        current = certified(key);
        if (key !== undefined) subkeys.push({ about: key, signatures: current.signatures });
        break;
      }
      default:
        if (meaningless.has(tag)) break;
        if (tag < firstNonCritical && tag !== userAttribute) {
          throw new Malformed(`holds a packet of type ${tag}, which is not a part of a public key`);
        }
        current = certified(undefined);
    }
  }
  return { file, primary, subkeys, users, signatures: all };
}

function certified<About>(about: About): { readonly about: About; readonly signatures: Buffer[] } {
  return { about, signatures: [] };
}

function readSubkey(body: Buffer): OpenpgpPublicKey | undefined {
  try {
    return readOpenpgpPublicKey(body);
  } catch (error) {
    if (error instanceof Malformed || error instanceof Unsupported) return undefined;
    throw error;
  }
}
