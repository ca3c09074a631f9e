import { Malformed } from './malformed.ts';

/** Reads big-endian bytes from front to back; every method throws Malformed past the end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#at;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  bytes(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw new Malformed('is cut off');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  rest(): Buffer {
    return this.bytes(this.#bytes.length - this.#at);
  }

  uint8(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Malformed('is cut off');
    this.#at++;
    return byte;
  }

  uint16(): number {
    return this.uint8() * 0x100 + this.uint8();
  }

  uint32(): number {
    if (this.#bytes.length - this.#at < 4) throw new Malformed('is cut off');
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }
}
