import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayHoldUnseen, unseenIn } from '../../src/hidden/unseen-characters.ts';
import { runs } from '../thorough.ts';

const everywhere = () => true;
const nowhere = () => false;
const kinds = (line: string, isName = nowhere) => unseenIn(line, isName).map(({ kind }) => kind);

describe('prose and comments', () => {
  // The examples of "Trojan Source" (CVE-2021-42574), as comments and strings of YAML.
  test.each([
    ['an early return', "# '\u202e } \u2066if (isAdmin)\u2069 \u2066 begin admins only'"],
    ['a commented-out line', '# \u202e } \u2066if (isAdmin)\u2069 \u2066 begin admins only'],
    ['a stretched string', 'access: "user\u202e \u2066# Check if admin\u2069 \u2066"'],
    ['an isolate that is not closed', '# \u2067 x'],
    ['an embedding that is not closed', 'a: "\u202ax"'],
    ['one that closes nothing', '# x \u2069'],
    ['an embedding closed as an isolate', '# \u202ax\u2069'],
    ['isolates in one another, which change places', '# \u2067\u2066a\u2069\u2066b\u2069\u2069 א'],
    ['a turned isolate around left-to-right text', '# \u2067abc\u2069'],
    ['a right-to-left mark in left-to-right text', 'a: 1 \u200f- 2'],
    ['an override around right-to-left text', '# \u202eאבג\u202c'],
  ])('are reordered by %s', (_, line) => expect(kinds(line)).toContain('reordered'));

  test.each([
    ['closed isolates around right-to-left text', '# \u2067العربية\u2069 in text, \u2068{x}\u2069'],
    ['an embedding around right-to-left text', '# \u202bשלום\u202c'],
    ['marks next to right-to-left text', '# C++\u200f בעברית'],
    ['a left-to-right mark', '# thumbprint \u200e00 11'],
    ['a zero-width space in prose', '# a\u200bb'],
    ['a soft hyphen in prose', 'text: a long\u00ad word'],
    ['a byte order mark in prose', '# \ufeffx'],
    ['a carriage return before the line end', 'a: b\r\r'],
    ['a tab', 'a:\tb'],
  ])('may hold %s', (_, line) => expect(kinds(line)).toEqual([]));

  test.each([
    ['line-break', '# x\u2028kind: Secret'],
    ['line-break', '# x\u0085kind: Secret'],
    ['line-break', '# x\rkind: Secret'],
    ['control', '# x\u001b[2Ky'],
    ['control', '# x\by'],
    ['control', '# x\u009b2Ky'],
    ['smuggled', '# x\u{e0041}'],
    ['smuggled', '# \u{1f600}\u{e0101}'],
    ['smuggled', '# x\ufe01\ufe02\ufe03'],
    ['smuggled', '# x\u206a'],
    ['smuggled', `# \u{1f3f4}${'\u{e0061}'.repeat(20)}\u{e007f}`],
  ])('may not hold %s: %j', (kind, line) => expect(kinds(line)).toContain(kind));
});

describe('keys and names', () => {
  test.each([
    'a\u200bb',
    'a\u200cb',
    'a\u200db',
    'a\u2060b',
    'a\ufeffb',
    'a\u00adb',
    'a\u034fb',
    'a\u3164b',
    'a\u2800b',
    'a\ufe0fb',
    'a\u2066b\u2069',
    'a\u200eb',
  ])('may not hold what is not seen: %j', (name) => expect(kinds(name, everywhere)).toContain('invisible'));

  test.each([
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['Malayalam, at the end of a word', 'ഞായര്\u200d'],
    ['Khmer, between words', 'ខែ\u200bមករា'],
    ['emoji of several', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
    ['emoji with a selector', '\u2764\ufe0f'],
    ['keycaps', '1\ufe0f\u20e3'],
    ['a variant of an ideograph', '\u845b\u{e0100}'],
    ['the flag of a region', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Hebrew with its mark', 'א\u200e'],
  ])('may hold what writing needs: %s', (_, name) => expect(kinds(name, everywhere)).toEqual([]));
});

describe('the kind of each character', () => {
  /** Between letters, on a line that is looked at closely whatever it is. */
  const kindOf = (code: number, before = 'a', after = 'b') =>
    unseenIn(`\0${before}${String.fromCodePoint(code)}${after}`, everywhere).find(
      ({ offset }) => offset === 1 + before.length,
    )?.kind;

  test.each([
    [[0, 8, 0x0b, 0x1f, 0x7f, 0x80, 0x9f], 'control'],
    [[0x0d, 0x85, 0x2028, 0x2029], 'line-break'],
    [
      [0x206a, 0x206f, 0xfff0, 0xfff8, 0xfff9, 0xfffb, 0xe0000, 0xe0020, 0xe007f, 0xe0100, 0xe01ef, 0xe0fff],
      'smuggled',
    ],
    [[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2069, 0x200f, 0x061c], 'reordered'],
    [[0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x2060, 0x2800, 0xfe00, 0xfe0f, 0x180b, 0x180f, 0x3164], 'invisible'],
    [[0x09, 0x20, 0x7e, 0xa0, 0x2070, 0xfdff, 0xfe10, 0xffef, 0xfffc, 0xdffff, 0xe1000, 0x27ff, 0x2801], undefined],
  ])('%j: %s', (codes, kind) => {
    expect(codes.map((code) => [code, kindOf(code)])).toEqual(codes.map((code) => [code, kind]));
  });

  test.each([
    ['zero-width space', 0x200b, 'a', 'ខ'],
    ['zero-width space', 0x200b, 'ខ', 'b'],
    ['joiner', 0x200d, '\u2764', '\u2764'],
    ['joiner', 0x200d, 'क', 'b'],
    ['non-joiner', 0x200c, 'क', 'b'],
    ['text selector', 0xfe0e, '1', 'b'],
    ['emoji selector', 0xfe0f, '#', 'b'],
    ['ideographic selector', 0xe0100, '\u845b', 'b'],
    ['ideographic selector', 0xe01ef, '\u845b', 'b'],
    ['Mongolian selector', 0x180b, '\u1820', 'b'],
    ['Mongolian selector', 0x180f, '\u1820', 'b'],
    ['left-to-right mark', 0x200e, 'a', 'א'],
    ['right-to-left mark', 0x200f, 'א', 'b'],
    ['tag', 0xe0020, '\u{1f3f4}', '\u{e007f}'],
  ])('a %s is seen where it belongs: %#', (_, code, before, after) =>
    expect(kindOf(code, before, after)).toBeUndefined(),
  );

  test.each([
    ['a joiner before an emoji', 0x200d, 'a', '\u2764', 'invisible'],
    ['a joiner after an emoji', 0x200d, '\u2764', 'a', 'invisible'],
    ['a non-joiner between emoji', 0x200c, '\u2764', '\u2764', 'invisible'],
    ['a joiner before joining letters', 0x200d, 'a', 'क', 'invisible'],
    ['a selector of forms after a digit', 0xfe0d, '1', 'b', 'invisible'],
    ['a selector before ideographs', 0xe0100, 'a', '\u845b', 'smuggled'],
    ['a tag after an ideograph', 0xe00ff, '\u845b', 'b', 'smuggled'],
    ['a tag after an ideograph', 0xe01f0, '\u845b', 'b', 'smuggled'],
    ['a Mongolian selector before its letter', 0x180b, 'a', '\u1820', 'invisible'],
    ['a word joiner after a Mongolian letter', 0x2060, '\u1820', 'b', 'invisible'],
    ['what no flag holds', 0xe001f, '\u{1f3f4}', '\u{e007f}', 'smuggled'],
    ['what no flag holds', 0xe0080, '\u{1f3f4}', '\u{e007f}', 'smuggled'],
    ['a flag without an end', 0xe0061, '\u{1f3f4}', 'b', 'smuggled'],
    ['a tag without a flag', 0xe0061, 'a', '\u{e007f}', 'smuggled'],
  ])('%s is not seen: %#', (_, code, before, after, kind) => expect(kindOf(code, before, after)).toBe(kind));

  test('a flag has six letters at most', () => {
    const flag = (letters: number) => `\u{1f3f4}${'\u{e0061}'.repeat(letters)}\u{e007f}`;
    expect([6, 7].map((letters) => unseenIn(flag(letters), everywhere).length)).toEqual([0, 8]);
    expect(unseenIn('\u{e0061}\u{e007f}', everywhere)).toHaveLength(2);
  });

  test('a selector after another is data', () => {
    const at = (line: string) => unseenIn(line, nowhere).map(({ offset }) => offset);
    expect(
      ['x\ufe00\ufe00', 'x\ufe0f\ufe0f', 'x\ufe01y\ufe02', 'x\ufdff\ufe02', 'x\ufe02\ufe10\ufe03'].map(at),
    ).toEqual([[2], [2], [], [], []]);
  });

  test('each is found once, in the order of the line', () => {
    expect(unseenIn('\u202ea\u0007\u{1f600}\u2028\u202d', everywhere)).toEqual([
      { kind: 'reordered', code: 0x202e, offset: 0 },
      { kind: 'control', code: 7, offset: 2 },
      { kind: 'line-break', code: 0x2028, offset: 5 },
      { kind: 'reordered', code: 0x202d, offset: 6 },
    ]);
  });

  test.each([
    ['\u2066א\u2069', []],
    ['\u2068א\u2069 \u202bא\u202c', []],
    ['א\u2066a\u202c', [3]],
    ['א\u202aa\u2069', [3]],
    ['א\u2068a', [1]],
    ['א\u2068\u2066a\u2069\u2069', [2]],
    ['\u2068a\u2069', []],
    ['\u2067a\u2069', [0]],
    ['א\u2069', [1]],
    ['\u061c \u2067abc\u2069', [0, 2]],
    ['ع\u061c1', []],
  ])('controls of direction in %j are out of order at %j', (line, offsets) => {
    const isOutOfOrder = unseenIn(line, nowhere).filter(({ kind }) => kind === 'reordered');
    expect(isOutOfOrder.map(({ offset }) => offset)).toEqual(offsets);
  });
});

test('what the cheap look passes over is nothing for the close one', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\n', '')),
      (line) => {
        const found = unseenIn(line, everywhere);
        for (const { code, offset } of found) expect(line.codePointAt(offset)).toBe(code);
        return mayHoldUnseen(line) || found.length === 0;
      },
    ),
    { numRuns: runs(2000) },
  );
});
