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
