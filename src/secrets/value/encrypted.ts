import { Malformed } from '../../signature/model/malformed.ts';
import { OpenpgpReader, readPacketHeader } from '../../signature/openpgp/openpgp-packet.ts';
import { asText, decodeBase64 } from './decode.ts';

const sopsValue =
  /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]{0,4000000}={0,2}),iv:[A-Za-z0-9+/]{43}=,tag:[A-Za-z0-9+/]{22}==,type:(?:str|int|float|bool|bytes|comment|time)\]$/;

/**
 * A value as SOPS writes it: 32 bytes of nonce, 16 of tag, and data that says nothing. Says nothing of whether the
 * document around it is a SOPS document.
 */
export function isSopsValue(text: string): boolean {
  const data = text.startsWith('ENC[') ? sopsValue.exec(text)?.[1] : undefined;
  return data !== undefined && !isReadable(Buffer.from(data, 'base64'));
}

/** More characters than a MAC has as SOPS writes it. */
export const longestMac = 1000;

/** A document's MAC as SOPS writes it: the hex of a SHA-512, encrypted (getsops/sops, sops.go, Metadata.MessageAuthenticationCode). */
export function isSopsMac(text: string): boolean {
  const data = text.length <= longestMac && isSopsValue(text) ? sopsValue.exec(text)?.[1] : undefined;
  return data !== undefined && Buffer.from(data, 'base64').length === 128;
}

/** Ciphertext that names its own scheme: ansible-vault, age and OpenPGP armor, OpenPGP in base64 alone (as Renovate's `encrypted` has it), Vault transit, eyaml, Spring Cloud Config. */
export function isCiphertext(text: string): boolean {
  if (text.startsWith('$ANSIBLE_VAULT;')) return isAnsibleVault(text);
  if (text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----')) return isAgeFile(armored(text, 'AGE ENCRYPTED FILE'));
  if (text.startsWith('-----BEGIN PGP MESSAGE-----')) return isEncryptedMessage(armored(text, 'PGP MESSAGE'));
  if (/^(?:wc|h[A-Z])[A-Za-z0-9+/]{200,}={0,2}$/.test(text)) return isEncryptedMessage(decodeBase64(text));
  const packed =
    /^vault:v\d{1,6}:([A-Za-z0-9+/]{36,}={0,2})$/.exec(text) ??
    /^ENC\[(?:PKCS7|GPG|KMS),([A-Za-z0-9+/=\s]{64,})\]$/.exec(text) ??
    /^\{cipher\}([A-Za-z0-9+/]{32,}={0,2})$/.exec(text);
  if (packed?.[1] === undefined) return false;
  const bytes = /^[0-9a-f]+$/.test(packed[1]) ? Buffer.from(packed[1], 'hex') : decodeBase64(packed[1]);
  return bytes !== undefined && !isReadable(bytes);
}

const schemes: readonly (readonly [start: string, name: string])[] = [
  ['$ANSIBLE_VAULT;', 'Ansible Vault'],
  ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
  ['-----BEGIN PGP MESSAGE-----', 'OpenPGP'],
  ['vault:v', 'Vault’s transit engine'],
  ['ENC[', 'eyaml'],
  ['{cipher}', 'Spring Cloud Config'],
];

/** The scheme of a text that is ciphertext (`isCiphertext`). */
export function cipherScheme(text: string): string | undefined {
  const scheme = schemes.find(([start]) => text.startsWith(start));
  return scheme !== undefined && isCiphertext(text) ? scheme[1] : undefined;
}

/** Lines of hex, which hold the hex of a salt, of an HMAC-SHA256, and of whole AES blocks (ansible, lib/ansible/parsing/vault). */
function isAnsibleVault(text: string): boolean {
  const match = /^\$ANSIBLE_VAULT;1\.[012];AES(?:256)?(?:;[\w.@-]{1,100})?\r?\n([0-9a-f\s]+)$/.exec(text);
  if (match?.[1] === undefined) return false;
  const inner = Buffer.from(match[1].replace(/\s+/g, ''), 'hex').toString('latin1');
  const [salt = '', hmac = '', body = '', ...more] = inner.split('\n');
  const areHex = [salt, hmac, body].every((part) => /^(?:[0-9a-f]{2})+$/.test(part));
  return areHex && more.length === 0 && salt.length === 64 && hmac.length === 64 && body.length % 32 === 0;
}

/** The bytes inside ASCII armor, where the text holds nothing else. */
function armored(text: string, label: string): Buffer | undefined {
  const [head, tail] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith(tail) || text.indexOf(tail) !== trimmed.length - tail.length) return undefined;
  const body = trimmed.slice(head.length, -tail.length).replace(/^(?:[A-Z][\w-]{1,40}: [^\n]{0,200}|\s)*\n/, '');
  return decodeBase64(body.replace(/\n=[A-Za-z0-9+/]{4}\s*$/, '').replace(/\s+/g, ''));
}

/** An age file: recipient stanzas, the header's MAC, then a nonce and ciphertext (C2SP, age.md). */
function isAgeFile(bytes: Buffer | undefined): boolean {
  const head =
    /^age-encryption\.org\/v1\n(?:-> [^\n]{1,400}\n(?:[A-Za-z0-9+/]{1,64}\n){0,40}){1,200}--- [A-Za-z0-9+/]{43}\n/.exec(
      bytes?.toString('latin1') ?? '',
    );
  if (bytes === undefined || head === null) return false;
  const payload = bytes.subarray(head[0].length);
  return payload.length >= 32 && !isReadable(payload);
}

/** OpenPGP packets that carry session keys, then one that is encrypted data to the end (RFC 9580 §4.2, §5). */
function isEncryptedMessage(bytes: Buffer | undefined): boolean {
  const reader = new OpenpgpReader(bytes ?? Buffer.alloc(0));
  try {
    while (!reader.atEnd) {
      const { tag, length = Number.POSITIVE_INFINITY } = readPacketHeader(reader);
      if (encryptedData.has(tag)) return !isReadable(reader.rest());
      if (!beforeData.has(tag) || length > longestSessionKey || isReadable(reader.bytes(length))) return false;
    }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
  }
  return false;
}

const encryptedData: ReadonlySet<number> = new Set([9, 18, 20]);
/** Session keys, for a public key or a password; markers and padding. */
const beforeData: ReadonlySet<number> = new Set([1, 3, 10, 21]);
/** Bytes of a session key's packet: none is longer. */
const longestSessionKey = 0xffff;

/**
 * Whether bytes that should be ciphertext can be read: all of them are letters and digits (8 bytes or more) or printable
 * (12 or more), or a long run of them is printable. Chance does that once in a hundred thousand times.
 */
function isReadable(bytes: Buffer): boolean {
  const text = asText(bytes);
  if (text !== undefined) return /^(?:[\w.-]{8,}|[\x20-\x7e\s]{12,})$/.test(text) && isVaried(text);
  const runs = bytes.toString('latin1').match(bytes.length < 1000 ? /[\x20-\x7e]{18,}/g : /[\x20-\x7e]{24,}/g);
  return runs?.some(isVaried) ?? false;
}

const isVaried = (text: string): boolean => new Set(text).size >= 5;

/**
 * Whether a SealedSecret's field decodes to a sealed payload: a two-byte length, that many bytes of RSA-wrapped session
 * key, then AES-GCM ciphertext with its 16-byte tag (sealed-secrets, pkg/crypto/crypto.go HybridEncrypt).
 */
export function isSealedPayload(text: string): boolean {
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(packed)) return false;
  const bytes = Buffer.from(packed, 'base64');
  const keyLength = bytes.readUInt16BE(0);
  const isFramed = keyLength >= 128 && keyLength <= 2048 && keyLength % 64 === 0 && bytes.length >= 2 + keyLength + 16;
  return isFramed && !isReadable(bytes.subarray(2));
}
