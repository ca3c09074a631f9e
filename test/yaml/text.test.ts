import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/yaml/decode-text.ts';
import { LineIndex } from '../../src/yaml/line-index.ts';

describe('bytes as text', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
  const wide = (text: string, isBig = false) => {
    const little = Buffer.from(text, 'utf16le');
    return isBig ? little.swap16() : little;
  };

  test.each<[string, Uint8Array, string, number | undefined]>([
    ['UTF-8', bytes('aé\u2028😀'), 'aé\u2028😀', undefined],
    ['nothing', bytes(), '', undefined],
    ['a byte order mark is not text', bytes('\ufeffa'), 'a', undefined],
    ['of two byte order marks the second is', bytes('\ufeff\ufeffa'), '\ufeffa', undefined],
    ['the beginning of a byte order mark', bytes(0xef, 0xbb, 0x41), '\ufffdA', 0],
    ['a byte order mark that ends otherwise', bytes(0xef, 0xbb, 0xbe, 0x41), '\ufefeA', undefined],
    ['one that begins otherwise', bytes(0xee, 0xbb, 0xbf, 0x41), '\ueeffA', undefined],
    ['one with another middle', bytes(0xef, 0xbc, 0xbf, 0x41), '\uff3fA', undefined],
    ['a wrong byte first', bytes(0xff, 'a'), '\ufffda', 0],
    ['after a byte order mark', bytes('\ufeff', 'a', 0xff), 'a\ufffd', 1],
    ['after a character of one byte', bytes('\x7f', 0xff), '\x7f\ufffd', 1],
    ['after characters of two bytes', bytes('\x80\u07ff', 0xff, 'a'), '\x80\u07ff\ufffda', 2],
    ['after characters of three bytes', bytes('\u0800\uffff', 0xff, 'a'), '\u0800\uffff\ufffda', 2],
    ['after characters of four bytes', bytes('\u{10000}\u{10ffff}', 0xff, 'a'), '\u{10000}\u{10ffff}\ufffda', 4],
    ['after the replacement itself', bytes('\ufffda\ufffd', 0xff), '\ufffda\ufffd\ufffd', 3],
    [
      'after one that follows characters of every length',
      bytes('\x7f\x80\u07ff\u0800\uffff\u{10000}\u{10ffff}\ufffd', 0xff),
      '\x7f\x80\u07ff\u0800\uffff\u{10000}\u{10ffff}\ufffd\ufffd',
      10,
    ],
    ['what only begins as the replacement does', bytes('a', 0xef, 0xbf, 'b'), 'a\ufffdb', 1],
    ['what begins and goes on as it does', bytes('\ufffda', 0xff, 0xbf, 0xbd), '\ufffda\ufffd\ufffd\ufffd', 2],
    ['a surrogate in UTF-8', bytes('a', 0xed, 0xa0, 0x80), 'a\ufffd\ufffd\ufffd', 1],
    ['UTF-16, the small end first', bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0, 0x28, 0x20), 'aé\u2028', undefined],
    ['UTF-16, the big end first', bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9, 0x20, 0x28), 'aé\u2028', undefined],
    ['a pair of UTF-16', wide('\ufeff😀a'), '😀a', undefined],
    ['half a pair of UTF-16 at its end', wide('\ufeffab\ud83d', true), 'ab\ud83d', 2],
    ['the second half of a pair alone', wide('\ufeffa\ude00b'), 'a\ude00b', 1],
    ['an odd byte after UTF-16', bytes(0xff, 0xfe, 0x61, 0, 0x62), 'a', 1],
    ['an odd byte after UTF-16 of the other kind', bytes(0xfe, 0xff, 0, 0x61, 0), 'a', 1],
    ['half a pair before an odd byte', Buffer.concat([wide('\ufeff\ud83da'), bytes('b')]), '\ud83da', 0],
    ['the first byte of a mark', bytes(0xff), '\ufffd', 0],
    ['the first byte of the other mark', bytes(0xfe, 'a'), '\ufffda', 0],
    ['the second byte of a mark', bytes('a', 0xfe), 'a\ufffd', 1],
    ['the second byte of the other mark', bytes('a', 0xff), 'a\ufffd', 1],
  ])('%s', (_, given, text, invalidAt) => {
    expect(decodeText(given)).toEqual({ text, invalidAt });
  });
});

test('each place of a text has its line and column', () => {
  const text = 'a\nbb\n\n😀c';
  const lines = new LineIndex(text);
  const places = Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = lines.place(offset);
    return `${line}:${column}`;
  });
  expect(places).toEqual(['1:1', '1:2', '2:1', '2:2', '2:3', '3:1', '4:1', '4:2', '4:3', '4:4']);
  expect(new LineIndex('').place(0)).toEqual({ line: 1, column: 1 });
  expect(new LineIndex('\n').place(1)).toEqual({ line: 2, column: 1 });
  expect(new LineIndex('a\rb').place(2)).toEqual({ line: 1, column: 3 });
});
