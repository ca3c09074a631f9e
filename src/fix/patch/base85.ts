const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';

/** Bytes of one line. */
const lineBytes = 52;

/** Bytes as git's binary patches hold them (base85.c): lines that begin with their length, four bytes in five characters. */
export function base85Lines(bytes: Buffer): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += lineBytes) {
    const part = bytes.subarray(at, at + lineBytes);
    const length = String.fromCharCode(part.length <= 26 ? 64 + part.length : 70 + part.length);
    lines.push(length + encoded(part));
  }
  return lines;
}

function encoded(part: Buffer): string {
  const padded = Buffer.alloc(Math.ceil(part.length / 4) * 4);
  part.copy(padded);
  let text = '';
  for (let at = 0; at < padded.length; at += 4) {
    let value = padded.readUInt32BE(at);
    const digits: string[] = [];
    for (let digit = 0; digit < 5; digit++) {
      digits.unshift(alphabet.charAt(value % 85));
      value = Math.floor(value / 85);
    }
    text += digits.join('');
  }
  return text;
}
