import { encodePath } from '../../git/object/path.ts';

const escapes: Readonly<Record<number, string>> = {
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};

/** A path as git writes it in the header of a diff (quote.c, quote_c_style): in quotes where a byte is not a plain character. */
export function quotedPath(prefix: string, path: string): string {
  const bytes = encodePath(path);
  const isPlain = bytes.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c);
  if (isPlain) return prefix + path;
  const written = [...bytes].map((byte) => {
    const short = escapes[byte];
    if (short !== undefined) return short;
    return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${prefix}${written.join('')}"`;
}
