import { Malformed } from './malformed.ts';

/** What an armor's first line says it holds, by git's table (gpg-interface.c). */
export function armorLabel(armor: string): string | undefined {
  const begin = '-----BEGIN ';
  return armor.startsWith(begin) ? armor.slice(begin.length, armor.indexOf('-----', begin.length)) : undefined;
}

/**
 * The bytes of the one SSH signature `armor` holds (OpenSSH's PROTOCOL.sshsig).
 * Stricter than ssh-keygen: nothing may follow the last line. Throws Malformed.
 */
export function sshSignatureBytes(armor: string): Buffer {
  return base64Bytes(armored(armor, 'SSH SIGNATURE'));
}

/** The bytes of the one CMS signature `armor` holds, in PEM (RFC 7468) as gpgsm, smimesign and gitsign write it. Throws Malformed. */
export function cmsBytes(armor: string): Buffer {
  return base64Bytes(armored(armor, 'SIGNED MESSAGE'));
}

/**
 * The bytes of the one OpenPGP armor `armor` holds (RFC 9580 §6.2). The checksum may be absent, as forges leave it out;
 * a wrong one is refused, as gpg does. Nothing but blank lines and a timestamp may follow. Throws Malformed.
 */
export function openpgpBytes(armor: string, label: string): Buffer {
  const content = armored(armor, label);
  const blank = content.startsWith('\n') ? 0 : content.indexOf('\n\n') + 1;
  const headers = content.slice(0, blank);
  if (content[blank] !== '\n' || !/^(?:[A-Za-z0-9-]+:(?: .*)?\n)*$/.test(headers)) {
    throw new Malformed('has no empty line after its armor headers');
  }
  const end = content.lastIndexOf('\n=');
  const hasChecksum = end >= blank;
  const bytes = base64Bytes(content.slice(blank, hasChecksum ? end : undefined));
  if (hasChecksum && !base64Bytes(content.slice(end + 2)).equals(crc24(bytes))) {
    throw new Malformed('has an armor whose checksum does not fit');
  }
  return bytes;
}

/** What comes between the armor's first line and its last, white space at the ends of lines gone. */
function armored(armor: string, label: string): string {
  const isPlain = !armor.includes(' \n') && !armor.includes('\t\n') && !armor.includes('\r');
  const text = isPlain ? armor : armor.split('\n').map(withoutTrailingSpace).join('\n');
  const [begin, end] = [`-----BEGIN ${label}-----\n`, `\n-----END ${label}-----`];
  if (!text.startsWith(begin)) throw new Malformed('does not begin with its armor');
  const last = text.indexOf(end, begin.length - 1);
  if (last < 0) throw new Malformed('does not end with its armor');
  for (let at = last + end.length; at < text.length; at++) {
    if (text[at] === '\n') continue;
    if (timestamp.test(text.slice(at))) break;
    throw new Malformed('is followed by something else, or by a second one');
  }
  return text.slice(begin.length, last);
}

/** What OpenTimestamps puts behind a commit's signature: it says when, not who, and is not looked into. */
const timestamp =
  /^-----BEGIN OPENTIMESTAMPS GIT TIMESTAMP-----\n\n(?:[A-Za-z0-9+/=]{1,76}\n)+-----END OPENTIMESTAMPS GIT TIMESTAMP-----\n*$/;

/** `line` without blanks at its end. A regular expression would take quadratic time on a long run of blanks inside. */
export function withoutTrailingSpace(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/**
 * Canonical base64 only, in lines of any length. What is not base64 is skipped by the decoder and so shortens the result,
 * except the URL-safe digits; bits left over show where the last four digits are encoded again.
 */
function base64Bytes(lines: string): Buffer {
  const text = lines.replaceAll('\n', '');
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const isWhole = bytes.length > 0 && bytes.length === (text.length / 4) * 3 - padding;
  const isStandard = !text.includes('-') && !text.includes('_');
  const last = bytes.toString('base64', Math.max(0, bytes.length + padding - 3));
  if (!isWhole || !isStandard || last !== text.slice(-4)) throw new Malformed('is not canonical base64');
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
  for (let at = 0; at < bytes.length; at++) {
    crc = ((crc << 8) ^ (crcTable[((crc >> 16) ^ (bytes[at] ?? 0)) & 0xff] ?? 0)) & 0xffffff;
  }
  return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]);
}
