/** What a binary file is, where it is one that holds private keys or credentials; undefined otherwise. Decided by its bytes, never its name. */
export function keyFile(bytes: Uint8Array): { readonly id: string; readonly name: string } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 24) return undefined;
  const magic = view.readUInt32BE(0);
  if (magic === 0xfeedfeed || magic === 0xcececece) {
    return hasPrivateEntry(view) ? { id: 'java-key-store', name: 'a Java key store with a private key' } : undefined;
  }
  if (magic === 0x03d9a29a) return { id: 'keepass', name: 'a KeePass database' };
  if (isDer(view, [0x02, 0x01, 0x03, 0x30])) return { id: 'pkcs12', name: 'a PKCS #12 key store' };
  if (isDer(view, [0x02, 0x01, 0x00, 0x30]) || isDer(view, [0x02, 0x01, 0x00, 0x02])) {
    return { id: 'der-private-key', name: 'a private key in DER' };
  }
  if (isSecretKeyPacket(view)) return { id: 'openpgp-private-key', name: 'an OpenPGP private key' };
  return undefined;
}

/** Numbers of public-key algorithms are given out one after the other (RFC 9580 §9.1: 28 is the last one; some are proposed). */
const lastAlgorithm = 40;

/** Bytes of a key's packet: 16,384 bits of RSA are 12,000. */
const mostOfKey = 20_000;

/** When OpenPGP began to have this version of keys. */
const firstSecond = Date.UTC(1998, 0) / 1000;

/**
 * Whether the bytes begin with an OpenPGP packet of a secret key (tag 5), old or new format, versions 4 to 6 (RFC 9580 §4.2, §5.5.3): a whole
 * one, or one that is cut in its second half, where the secret part of most algorithms has begun.
 */
function isSecretKeyPacket(view: Buffer): boolean {
  const [tag, first = 0] = view;
  if (view.length <= 100) return false;
  const [body, length] =
    tag === 148
      ? [2, first]
      : tag === 149
        ? [3, view.readUInt16BE(1)]
        : tag === 150
          ? [5, view.readUInt32BE(1)]
          : tag === 197
            ? newLength(view, first)
            : [0, 0];
  const [version, algorithm] = [view[body] ?? 0, view[body + 5] ?? 0];
  const isKey = version >= 4 && version <= 6 && algorithm > 0 && algorithm <= lastAlgorithm;
  if (!isKey || body === 0 || length === 0) return false;
  if (body + length <= view.length) return true;
  return length < mostOfKey && view.length - body > length / 2 && view.readUInt32BE(body + 1) > firstSecond;
}

/** Where the body of a packet of the new format begins, and its length (RFC 9580 §4.2.1); a key never comes in parts (§4.2.1.4). */
function newLength(view: Buffer, first: number): readonly [number, number] {
  if (first < 192) return [2, first];
  if (first < 224) return [3, ((first - 192) << 8) + (view[2] ?? 0) + 192];
  return first === 255 ? [6, view.readUInt32BE(2)] : [0, 0];
}

/** Whether the bytes are a DER SEQUENCE whose content begins with `head`. */
function isDer(view: Buffer, head: readonly number[]): boolean {
  if (view[0] !== 0x30) return false;
  const length = view[1] ?? 0;
  const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
  return start <= 6 && head.every((byte, index) => view[start + index] === byte);
}

/** Walks a JKS store's entries: tag 1 is a private key, tag 2 a certificate (trust stores hold nothing else). */
function hasPrivateEntry(view: Buffer): boolean {
  const entries = Math.min(view.readUInt32BE(8), 10_000);
  let at = 12;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 6 > view.length) return true;
    const tag = view.readUInt32BE(at);
    if (tag !== 2) return true;
    at += 6 + view.readUInt16BE(at + 4) + 8;
    if (at + 2 > view.length) return true;
    at += 2 + view.readUInt16BE(at);
    if (at + 4 > view.length) return true;
    at += 4 + view.readUInt32BE(at);
  }
  return false;
}
