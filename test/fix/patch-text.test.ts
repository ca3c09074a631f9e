import { describe, expect, test } from '@jest/globals';
import { base85Lines } from '../../src/fix/patch/base85.ts';
import { deltaOf } from '../../src/fix/patch/delta.ts';
import { blindPatch, textPatch } from '../../src/fix/patch/file-patch.ts';
import { quotedPath } from '../../src/fix/patch/quoted-path.ts';

describe('a patch', () => {
  test.each([
    ['plain name.yaml', 'a/plain name.yaml'],
    ['é.yaml', '"a/\\303\\251.yaml"'],
    ['a"b\\c\t\n\r', '"a/a\\"b\\\\c\\t\\n\\r"'],
    ['\x01\x07\x08\x0b\x0c\x7f ~', '"a/\\001\\a\\b\\v\\f\\177 ~"'],
  ])('names %j as %s', (path, written) => expect(quotedPath('a/', path)).toBe(written));

  const ids = ['1'.repeat(40), '2'.repeat(40)] as const;
  const file = (text: string, mode = '100644') => ({ mode, bytes: Buffer.from(text) });

  test('of text is as git writes it', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten';
    const after = 'ONE\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n';
    expect(textPatch({ path: 'a b.yaml', before: file(before), after: file(after), ids })).toBe(
      `diff --git a/a b.yaml b/a b.yaml\nindex ${ids[0]}..${ids[1]} 100644\n--- a/a b.yaml\t\n+++ b/a b.yaml\t\n@@ -1,4 +1,4 @@\n-one\n+ONE\n two\n three\n four\n@@ -7,4 +7,3 @@\n seven\n eight\n nine\n-ten\n\\ No newline at end of file\n`,
    );
    expect(textPatch({ path: 'n', before: undefined, after: file('a\n'), ids })).toBe(
      `diff --git a/n b/n\nnew file mode 100644\nindex ${ids[0]}..${ids[1]}\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,1 @@\n+a\n`,
    );
    expect(textPatch({ path: 'n', before: file('a\n'), after: undefined, ids })).toBe(
      `diff --git a/n b/n\ndeleted file mode 100644\nindex ${ids[0]}..${ids[1]}\n--- a/n\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n`,
    );
    expect(textPatch({ path: 'n', before: file('a\n'), after: file('a\n', '100755'), ids })).toBe(
      `diff --git a/n b/n\nold mode 100644\nnew mode 100755\nindex ${ids[0]}..${ids[1]}\n`,
    );
  });

  test('of bytes copies what stays, and inserts what is new in pieces of 127', () => {
    const [old, now] = [Buffer.from('a\nb\nc\n'), Buffer.from(`a\n${'x'.repeat(200)}\nc\n`)];
    const { bytes, inserted } = deltaOf(old, now);
    expect(inserted).toBe(`${'x'.repeat(200)}\n`);
    const copy = (from: number, length: number) => [0xbf, from, 0, 0, 0, length, 0];
    expect([...bytes]).toEqual([
      6,
      (205 & 0x7f) | 0x80,
      1,
      ...copy(0, 2),
      127,
      ...Buffer.from('x'.repeat(127)),
      74,
      ...Buffer.from(`${'x'.repeat(73)}\n`),
      ...copy(4, 2),
    ]);
    const long = Buffer.from(`${'y'.repeat(0x10000)}\n`);
    expect([...deltaOf(long, long).bytes]).toEqual([
      0x81, 0x80, 0x04, 0x81, 0x80, 0x04, 0xbf, 0, 0, 0, 0, 0xff, 0xff, 0xbf, 0xff, 0xff, 0, 0, 2, 0,
    ]);
  });

  test('of bytes holds nothing of what it takes out', () => {
    const { text, inserted } = blindPatch({
      path: 's',
      before: file('pass: hunter2\na: 1\n'),
      after: file('a: 1\nb: 2\n'),
      ids,
    });
    expect(text.split('\n').slice(0, 4)).toEqual([
      'diff --git a/s b/s',
      `index ${ids[0]}..${ids[1]} 100644`,
      'GIT binary patch',
      'delta 15',
    ]);
    expect(inserted).toBe('b: 2\n');
    expect(blindPatch({ path: 's', before: undefined, after: file('a'), ids })).toMatchObject({
      inserted: 'a',
      text: expect.stringContaining('literal 1\n'),
    });
    expect(blindPatch({ path: 's', before: file(''), after: file('a'), ids }).text).toContain('literal 1\n');
    expect(blindPatch({ path: 's', before: file('a'), after: undefined, ids })).toMatchObject({
      inserted: '',
      text: expect.stringContaining('literal 0\n'),
    });
  });

  test('has its bytes in base 85, 52 a line', () => {
    expect(base85Lines(Buffer.from([0, 0, 0, 0]))).toEqual(['D00000']);
    expect(base85Lines(Buffer.from([255, 255, 255, 255]))).toEqual(['D|NsC0']);
    expect(base85Lines(Buffer.from([1]))).toEqual(['A0RR91']);
    const lines = base85Lines(Buffer.alloc(79));
    expect(lines.map((line) => [line[0], line.length])).toEqual([
      ['z', 66],
      ['a', 36],
    ]);
  });
});
