import type { FileSide } from '../../kube/touched-file.ts';
import { list, mapping, scalarText } from '../../plain-values.ts';
import { Needles } from '../../secrets/compare/known-secrets.ts';
import { decodeBase64Text } from '../../secrets/value/decode.ts';
import { isSopsValue } from '../../secrets/value/encrypted.ts';

/** Whether a side holds a Secret whose values can be read; where it is not read whole, whether it speaks of one. */
export function mayHoldSecret(side: FileSide | undefined): boolean {
  return side !== undefined && (valuesOf(side).length > 0 || isUnread(side));
}

/**
 * Whether a text that is put back holds something of the Secrets of these sides: it is known to nobody as new, and a secret all the same.
 * Values are looked for word by word, since a text over several lines is written in other lines than it is read in.
 */
export function putsSecretBack(sides: readonly FileSide[], inserted: string): boolean {
  if (inserted.trim() === '') return false;
  if (sides.some(isUnread)) return true;
  const values = sides.flatMap(valuesOf);
  // A number, and whatever else is not text, may be written in other ways than it is read.
  if (values.some((value) => typeof value !== 'string')) return true;
  const words = new Set(values.flatMap(scalarText).flatMap(wordsOf));
  const short = [...words].filter(({ length }) => length < Needles.shortest);
  if (short.length > mostShort) return true;
  const needles = new Needles();
  for (const word of words) if (word.length >= Needles.shortest) needles.add(word);
  return readingsOf(inserted).some((text) => short.some((word) => text.includes(word)) || needles.mask(text) !== text);
}

/** More short words than these are not looked for one by one. */
const mostShort = 500;

/** What a value is written as, in `data` also what it decodes to. */
function wordsOf(value: string): readonly string[] {
  return [value, decodeBase64Text(value) ?? ''].flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
}

/** Everything in `data` and `stringData` of Secrets but what SOPS has encrypted. */
function valuesOf({ resources }: FileSide): readonly unknown[] {
  return resources
    .filter(({ kind }) => kind === 'Secret')
    .flatMap(({ value }) => [value.data, value.stringData].flatMap(fieldValues))
    .filter((value) => value !== null && value !== '' && !(typeof value === 'string' && isSopsValue(value)));
}

/** The values of a field; what is not a mapping itself. */
function fieldValues(field: unknown): readonly unknown[] {
  if (field === undefined) return [];
  const values = Object.values(mapping(field));
  return values.length > 0 ? values : [scalarText(field), ...list(field)];
}

function isUnread({ structure, unreadable, text }: FileSide): boolean {
  return (unreadable.length > 0 || structure === 'template') && /\bSecret\b/.test(text);
}

/** A text as it is written, and with the ways undone by which quoted scalars write characters and go on in the next line. */
function readingsOf(text: string): readonly string[] {
  const named: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    r: '\r',
    '0': '\0',
    e: '\x1b',
    _: '\xa0',
    N: '\x85',
  };
  const unescaped = text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\r?\n[ \t]*|([^\n\r]))/g,
    (_, byte?: string, short?: string, long?: string, other?: string) => {
      const code = Number.parseInt(byte ?? short ?? long ?? '', 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return other === undefined ? '' : (named[other] ?? other);
    },
  );
  return [text, unescaped, text.replaceAll("''", "'")];
}
