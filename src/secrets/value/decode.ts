import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

/** The most characters of one leaf that are decoded; what is longer is judged as it is. */
const most = 1_500_000;
/** The most bytes that compressed content may become. */
const inflated = 2_000_000;

const utf8 = new TextDecoder();

/**
 * Decodes base64 (standard or URL alphabet, white space ignored) that holds text; undefined where it is not base64, or
 * where the bytes are not printable UTF-8.
 */
export function decodeBase64Text(text: string): string | undefined {
  const bytes = decodeBase64(text);
  return bytes === undefined ? undefined : asText(bytes);
}

/** Decodes base64 strictly: right alphabet, right padding, no stray bits. Undefined where it is none. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text.length > most) return undefined;
  const packed = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed) || packed.replaceAll('=', '').length % 4 === 1) return undefined;
  return Buffer.from(packed, 'base64');
}

/** The text that bytes hold; undefined where they are binary. */
export function asText(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = utf8.decode(bytes);
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text;
}

/**
 * Takes layers of base64, hex and gzip off a value, `depth` at most, as long as what comes out is text. A layer is taken
 * off only where the value can hardly be anything else: 16 characters or more that decode to printable text.
 */
export function unwrap(text: string, depth = 3): string {
  let current = text;
  for (let layer = 0; layer < depth; layer++) {
    const bytes = decodeLayer(current.trim());
    const decoded = bytes === undefined ? undefined : (asText(bytes) ?? inflate(bytes));
    if (decoded === undefined || decoded.trim() === '') return current;
    current = decoded;
  }
  return current;
}

function decodeLayer(value: string): Buffer | undefined {
  if (value.length < 16 || value.length > most) return undefined;
  if (/^(?:[0-9a-f]{2}){16,}$|^(?:[0-9A-F]{2}){16,}$/.test(value)) return Buffer.from(value, 'hex');
  // Of what several lines hold only what `base64` itself would break: full lines, then a rest.
  if (/\s/.test(value) && !/^[A-Za-z0-9+/_-]{40,}(?:\s+[A-Za-z0-9+/_-]{40,})*\s+[A-Za-z0-9+/_-]+={0,2}$/.test(value)) {
    return undefined;
  }
  return decodeBase64(value);
}

/** The text that gzip content holds. */
function inflate(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return undefined;
  try {
    return asText(gunzipSync(bytes, { maxOutputLength: inflated }));
  } catch {
    return undefined;
  }
}
