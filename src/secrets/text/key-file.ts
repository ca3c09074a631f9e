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
  // OpenPGP secret-key packets (tag 5), old and new format, versions 4 to 6 (RFC 9580 §4.2, §5.5.3).
  const first = view[0] ?? 0;
  const body = { 148: 2, 149: 3, 150: 5, 197: (view[1] ?? 0) < 192 ? 2 : 3 }[first];
  const version = body === undefined ? 0 : (view[body] ?? 0);
  if (version >= 4 && version <= 6 && view.length > 100)
    return { id: 'openpgp-private-key', name: 'an OpenPGP private key' };
  return undefined;
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
