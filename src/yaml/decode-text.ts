/** A file's text; `invalidAt` is the offset of the first thing that is not valid text in its encoding. */
export interface DecodedText {
  readonly text: string;
  readonly invalidAt: number | undefined;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes a file as YAML readers do: UTF-8, or UTF-16 where a byte order mark says so. What is invalid is replaced
 * by U+FFFD, so that what is around it is still seen.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  try {
    return { text: strict.decode(body), invalidAt: undefined };
  } catch {
    const text = lossy.decode(body);
    return { text, invalidAt: firstReplaced(text, body) };
  }
}

/** The first U+FFFD that the file does not itself contain. */
function firstReplaced(text: string, bytes: Uint8Array): number {
  let offset = 0;
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xfffd && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) return offset;
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    offset += character.length;
  }
  return 0;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const body = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)));
  const text = (encoding === 'utf-16be' ? body.swap16() : body).toString('utf16le');
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  const odd = bytes.length % 2 === 1 ? text.length : undefined;
  return { text, invalidAt: lone?.index ?? odd };
}
