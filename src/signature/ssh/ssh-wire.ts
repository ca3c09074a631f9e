import { ByteReader } from '../model/byte-reader.ts';
import { Malformed } from '../model/malformed.ts';

/** Reads the SSH wire encoding (RFC 4251 §5). */
export class SshReader extends ByteReader {
  uint64(): bigint {
    return this.bytes(8).readBigUInt64BE();
  }

  string(): Buffer {
    return this.bytes(this.uint32());
  }

  /** A string that is a name: no NUL, each byte one character. */
  name(): string {
    const text = this.string().toString('latin1');
    if (text.includes('\0')) throw new Malformed('has a NUL byte in a name');
    return text;
  }

  /** A positive multiple precision integer in its one shortest form, leading zero taken off. */
  positiveInteger(): Buffer {
    const bytes = this.string();
    const [first, second] = bytes;
    if (first === undefined || first >= 0x80) throw new Malformed('holds a number that is not positive');
    if (first > 0) return bytes;
    if (second === undefined || second < 0x80) throw new Malformed('holds a number with needless zeros');
    return bytes.subarray(1);
  }

  /** Throws unless everything was read. */
  end(): void {
    if (!this.atEnd) throw new Malformed('is followed by further bytes');
  }
}

/** `bytes` as an SSH string: its length, then itself. */
export function sshString(bytes: Buffer | string): Buffer {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  const encoded = Buffer.allocUnsafe(4 + content.length);
  encoded.writeUInt32BE(content.length);
  encoded.set(content, 4);
  return encoded;
}
