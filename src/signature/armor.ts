import { Malformed } from './malformed.ts';

/** What an armor's first line says it holds, by git's table (gpg-interface.c). */
export function armorLabel(armor: string): string | undefined {
  return /^-----BEGIN ([A-Z ]+)-----/.exec(armor)?.[1];
}

/**
 * The bytes of the one SSH signature `armor` holds (OpenSSH's PROTOCOL.sshsig).
 * Stricter than ssh-keygen: nothing may follow the last line. Throws Malformed.
 */
export function sshSignatureBytes(armor: string): Buffer {
  const lines = armorLines(armor, 'SSH SIGNATURE');
  return base64Bytes(lines.join(''));
}

/**
 * The bytes of the one OpenPGP armor `armor` holds (RFC 9580 §6.2). The checksum may be absent, as forges leave it out;
 * a wrong one is refused, as gpg does. Nothing but blank lines may follow. Throws Malformed.
 */
export function openpgpBytes(armor: string, label: string): Buffer {
  const lines = armorLines(armor, label);
  const blank = lines.findIndex((line) => !/^[A-Za-z0-9-]+: |^[A-Za-z0-9-]+:$/.test(line));
  if (blank < 0 || lines[blank] !== '') throw new Malformed('has no empty line after its armor headers');
  const body = lines.slice(blank + 1);
  while (body.at(-1) === '') body.pop();
  const checksum = body.at(-1)?.startsWith('=') === true ? body.pop() : undefined;
  const bytes = base64Bytes(body.join(''));
  if (checksum !== undefined && !base64Bytes(checksum.slice(1)).equals(crc24(bytes))) {
    throw new Malformed('has an armor whose checksum does not fit');
  }
  return bytes;
}

/** The lines between the first and the last line of the armor, trailing white space gone. */
function armorLines(armor: string, label: string): string[] {
  const isPlain = !armor.includes(' \n') && !armor.includes('\t\n') && !armor.includes('\r');
  const lines = isPlain ? armor.split('\n') : armor.split('\n').map(withoutTrailingSpace);
  while (lines.at(-1) === '') lines.pop();
  if (lines.shift() !== `-----BEGIN ${label}-----`) throw new Malformed('does not begin with its armor');
  if (lines.pop() !== `-----END ${label}-----`) throw new Malformed('does not end with its armor');
  if (lines.some((line) => line.startsWith('-----'))) throw new Malformed('holds more than one armor');
  return lines;
}

/** A regular expression would take quadratic time on a long run of spaces inside a line. */
function withoutTrailingSpace(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/** Canonical base64 only: what is decoded must encode to the very same text. */
function base64Bytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== text) throw new Malformed('is no canonical base64');
  return bytes;
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 16;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x800000 ? 0x1864cfb : 0);
  return crc & 0xffffff;
});

/** CRC-24 of RFC 9580 §6.1.1, three bytes. */
function crc24(bytes: Buffer): Buffer {
  let crc = 0xb704ce;
  for (const byte of bytes) crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff;
  return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}
