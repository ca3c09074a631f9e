/** The most characters of one leaf that are decoded; what is longer is judged as it stands. */
const most = 1_500_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes base64 (standard or URL alphabet, white space ignored) that holds text; undefined where it is no base64, or
 * where the bytes are no printable UTF-8.
 */
export function decodeBase64Text(text: string): string | undefined {
  const bytes = decodeBase64(text);
  return bytes === undefined ? undefined : asText(bytes);
}

/** Decodes base64 strictly: right alphabet, right padding, no stray bits. Undefined where it is none. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text.length > most) return undefined;
  const packed = text.replace(/\s+/g, '');
  if (packed.length === 0 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) return undefined;
  if (packed.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(packed, 'base64');
}

/** The text that bytes hold; undefined where they are binary. */
export function asText(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * Takes layers of base64 off a value, `depth` at most, as long as what comes out is text. A layer is taken off only
 * where the value can hardly be anything else: 16 characters or more of proper base64.
 */
export function unwrap(text: string, depth = 3): string {
  let current = text;
  for (let layer = 0; layer < depth; layer++) {
    const value = current.trim();
    if (value.length < 16 || value.length % 4 !== 0) return current;
    const decoded = decodeBase64Text(value);
    if (decoded === undefined || decoded.trim() === '') return current;
    current = decoded;
  }
  return current;
}
