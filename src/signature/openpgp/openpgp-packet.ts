import { ByteReader } from '../model/byte-reader.ts';
import { Malformed } from '../model/malformed.ts';

/** One OpenPGP packet (RFC 9580 §4): its type and its body. */
export interface OpenpgpPacket {
  readonly tag: number;
  readonly body: Buffer;
}

/** Takes a packet stream apart. Throws Malformed for partial and indeterminate lengths, which keys and signatures never need. */
export function openpgpPackets(bytes: Buffer): readonly OpenpgpPacket[] {
  const packets: OpenpgpPacket[] = [];
  const reader = new OpenpgpReader(bytes);
  while (!reader.atEnd) {
    const { tag, length } = readPacketHeader(reader);
    if (length === undefined) throw new Malformed('uses a partial or indeterminate packet length');
    packets.push({ tag, body: reader.bytes(length) });
  }
  return packets;
}

/**
 * A packet's header (RFC 9580 §4.2): its type and its body's length, undefined where that is partial or indeterminate.
 * Throws Malformed where none begins here.
 */
export function readPacketHeader(reader: OpenpgpReader): { readonly tag: number; readonly length: number | undefined } {
  const first = reader.uint8();
  if ((first & 0x80) === 0) throw new Malformed('is not a sequence of OpenPGP packets');
  const isNew = (first & 0x40) !== 0;
  const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
  return { tag, length: isNew ? newLength(reader) : oldLength(reader, first & 0x03) };
}

function newLength(reader: OpenpgpReader): number | undefined {
  const first = reader.uint8();
  if (first < 192) return first;
  if (first < 224) return ((first - 192) << 8) + reader.uint8() + 192;
  return first < 255 ? undefined : reader.uint32();
}

function oldLength(reader: OpenpgpReader, kind: number): number | undefined {
  return [() => reader.uint8(), () => reader.uint16(), () => reader.uint32()][kind]?.();
}

/** Reads a packet's body (RFC 9580 §4.2). */
export class OpenpgpReader extends ByteReader {
  /**
   * A multiprecision integer (RFC 9580 §3.2) without leading zero bytes. The bit count needs not be exact: GitHub's former
   * key wrote that of whole bytes on thousands of genuine signatures.
   */
  integer(): Buffer {
    const bits = this.uint16();
    const bytes = this.bytes((bits + 7) >> 3);
    const [first = 0] = bytes;
    if (32 - Math.clz32(first) > ((bits + 7) & 7) + 1) throw new Malformed('holds a number longer than it says');
    let start = 0;
    while (bytes[start] === 0) start++;
    return bytes.subarray(start);
  }

  end(): void {
    if (!this.atEnd) throw new Malformed('holds bytes beyond its end');
  }
}
