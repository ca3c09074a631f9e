import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blindPatch, type FilePatch, textPatch } from '../../src/fix/patch/file-patch.ts';
import { quotedPath } from '../../src/fix/patch/quoted-path.ts';
import { blobId } from '../../src/git/overlay.ts';
import type { Folder } from '../rules/memory-repository.ts';
import { runs } from '../thorough.ts';
import { applyPatch, textsOf } from './apply-patch.ts';

const file = (text: string | undefined) =>
  text === undefined ? undefined : { mode: '100644', bytes: Buffer.from(text) };

function patchOf(path: string, before: string | undefined, after: string | undefined): FilePatch {
  const id = (text: string | undefined) => (text === undefined ? '0'.repeat(40) : blobId(Buffer.from(text), 'sha1'));
  return { path, before: file(before), after: file(after), ids: [id(before), id(after)] };
}

function folderOf(path: string, text: string | undefined): Folder {
  if (text === undefined) return { tree: new Map(), contents: new Map() };
  const bytes = Buffer.from(text);
  const id = blobId(bytes, 'sha1');
  return { tree: new Map([[path, { mode: '100644', id }]]), contents: new Map([[id, bytes]]) };
}

/** Both forms, applied by git. */
function checkBoth(path: string, before: string | undefined, after: string | undefined): void {
  const patch = patchOf(path, before, after);
  const expected = textsOf(folderOf(path, after));
  for (const text of [textPatch(patch), blindPatch(patch).text])
    expect(applyPatch(folderOf(path, before), text)).toEqual(expected);
}

describe('patches that git applies', () => {
  test.each([
    ['plain', 'a/b.yaml'],
    ['blanks', 'a b/c d.yaml'],
    ['quotes', 'a"b/c.yaml'],
    ['umlauts', 'ä/ö.yaml'],
    ['a tab and a line break', 'a\tb/c\nd.yaml'],
    ['a carriage return', 'a\rb.yaml'],
    ['another script', '設定/值.yaml'],
    ['dashes', '--- a.yaml'],
  ])('paths with %s', (_, path) => {
    checkBoth(path, 'a: 1\nb: 2\n', 'a: 1\nb: 3\n');
    checkBoth(path, undefined, 'a: 1\n');
    checkBoth(path, 'a: 1\n', undefined);
  });

  test.each([
    ['no line break at the end of either', 'a\nb', 'a\nc'],
    ['one that comes', 'a\nb', 'a\nb\n'],
    ['one that goes', 'a\nb\n', 'a\nb'],
    ['CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nc\r\n'],
    ['a byte order mark', '\ufeffa\nb\n', '\ufeffa\n'],
    ['everything gone', 'a\n', ''],
    ['something new', '', 'a\n'],
    ['lines that look like headers', '--- a\n+++ b\n@@ -1 +1 @@\nx\n', '--- a\n+++ b\n@@ -1 +1 @@\ny\n'],
  ])('texts with %s', (_, before, after) => checkBoth('f.yaml', before, after));

  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '  d', 'é'), { maxLength: 40 });
  test('any two texts', () => {
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (one, other, ends) => {
        const [before, after] = [one, other].map((all) => all.join('\n') + (ends ? '\n' : '')) as [string, string];
        if (before !== after) checkBoth('f.yaml', before, after);
      }),
      { numRuns: runs(100) },
    );
  });

  test('long stretches are copied in parts', () => {
    const long = `${'x'.repeat(99)}\n`.repeat(3_000);
    checkBoth('f.yaml', `${long}secret: 1\n${long}`, `${long}${long}`);
    checkBoth('f.yaml', 'a\n', `${long}b\n`);
  });
});

describe('a binary patch', () => {
  test('holds nothing of what it takes out', () => {
    const patch = patchOf('f.yaml', 'a: 1\npassword: Zq7vR2mKx9TbW4nL\nb: 1\n', 'a: 1\nb: 1\n');
    const { inserted } = blindPatch(patch);
    expect(inserted).toBe('');
  });

  test('is for that content alone', () => {
    const patch = patchOf('f.yaml', 'a: 1\nb: 1\n', 'a: 1\n');
    expect(() => applyPatch(folderOf('f.yaml', 'a: 2\nb: 1\n'), blindPatch(patch).text)).toThrow();
  });
});

test('paths are quoted as git quotes them', () => {
  expect(quotedPath('a/', 'x y.yaml')).toBe('a/x y.yaml');
  expect(quotedPath('a/', 'ä"\n\u0001')).toBe('"a/\\303\\244\\"\\n\\001"');
});
