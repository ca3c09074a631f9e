import { isUtf8 } from 'node:buffer';

/** Marks a byte that is not text: `\ufffd` and two upper-case hexadecimal digits. */
const mark = '\ufffd';

/**
 * A path as text. Paths are bytes in git; UTF-8 is read as such, and each byte that belongs to no UTF-8 sequence becomes
 * `\ufffd` and its two hexadecimal digits, so that a reader sees that something is odd and where. The character U+FFFD
 * itself is written in the same way, byte by byte: two paths of different bytes are therefore never the same text, and
 * `encodePath` gives the bytes back.
 */
export function decodePath(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes(mark)) return text;
  let path = '';
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    const character = bytes.toString('utf8', at, at + Math.max(length, 1));
    if (length > 0 && character !== mark) {
      path += character;
      at += length;
    } else {
      const end = at + Math.max(length, 1);
      for (; at < end; at++) path += mark + hexadecimal(bytes[at] ?? 0);
    }
  }
  return path;
}

/** Whether a path is text as it is, so that its name can be given to others. */
export function isTextPath(path: string): boolean {
  return !path.includes(mark);
}

/** The bytes of a path that `decodePath` made. */
export function encodePath(path: string): Buffer {
  if (!path.includes(mark)) return Buffer.from(path, 'utf8');
  const parts: Buffer[] = [];
  let rest = path;
  for (let at = rest.indexOf(mark); at >= 0; at = rest.indexOf(mark)) {
    parts.push(Buffer.from(rest.slice(0, at), 'utf8'), Buffer.from(rest.slice(at + 1, at + 3), 'hex'));
    rest = rest.slice(at + 3);
  }
  return Buffer.concat([...parts, Buffer.from(rest, 'utf8')]);
}

/** The length of the valid UTF-8 sequence that starts at `at`; 0 where none does. */
function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

function hexadecimal(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
