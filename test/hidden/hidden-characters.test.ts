import { describe, expect, test } from '@jest/globals';
import { analyseHidden } from '../../src/hidden/analyse-hidden.ts';
import { type HiddenCharacters, hiddenCharacters } from '../../src/hidden/hidden-characters.ts';
import type { Structure } from '../../src/kube/touched-file.ts';
import { fileSide, touched } from '../secrets/evidence.ts';

const [zeroWidth, override, separator] = ['\u200b', '\u202e', '\u2028'];

const found = (kind: HiddenCharacters['kind'], file: string, ...places: readonly (readonly number[])[]) => ({
  kind,
  file,
  scope: '.',
  isName: false,
  found: places.map(([code, line, column]) => ({ code, position: { file, line, column } })),
});

/** What a file with this content newly hides, in short. */
const places = (text: string, structure: Structure = 'manifest', path = 'a.yaml') =>
  hiddenCharacters([touched(path, undefined, fileSide(path, text, structure))]).flatMap(({ kind, found: all }) =>
    all.map(({ position: { line, column } }) => `${kind} ${line}:${column}`),
  );

test('characters are grouped by kind and file, each with its place', () => {
  const text = `# x${override} y${override}\na${zeroWidth}b: 1\n# z${separator}${override}\n`;
  const files = [
    touched('a.yaml', undefined, fileSide('a.yaml', text)),
    touched('b.yaml', undefined, fileSide('b.yaml', `# ${separator}\n`)),
  ];
  const expected = [
    found('reordered', 'a.yaml', [0x202e, 1, 4], [0x202e, 1, 7], [0x202e, 3, 5]),
    found('invisible', 'a.yaml', [0x200b, 2, 2]),
    found('line-break', 'a.yaml', [0x2028, 3, 4]),
    found('line-break', 'b.yaml', [0x2028, 1, 3]),
  ];
  expect(hiddenCharacters(files)).toEqual(expected);
  const manifests = { paths: [], unknown: [{ file: '.gitattributes', why: 'long' }] };
  expect(analyseHidden(files, manifests)).toEqual({ manifests, characters: expected });
});

describe('what was there before is not new', () => {
  const line = `# x${override}`;
  const change = (before: string | undefined, after: string, elsewhere?: string) => [
    touched('a.yaml', before === undefined ? undefined : fileSide('a.yaml', before), fileSide('a.yaml', after)),
    ...(elsewhere === undefined ? [] : [touched('b.txt', fileSide('b.txt', elsewhere, 'text'), undefined)]),
  ];
  test.each([
    ['in the same file, on another line', change(`a: 1\n${line}\n`, `${line}\nb: 1\n`), 0],
    ['with another line end', change(`${line}\r\n`, `${line}\n`), 0],
    ['in another touched file', change(undefined, `${line}\n`, `x\n${line}\n`), 0],
    ['with something else in its line', change(`${line}\n`, `${line} y\n`), 1],
    ['in a line that was harmless', change('# x\n', `${line}\n`), 1],
    ['with nothing there before', change(undefined, `${line}\n`), 1],
  ])('%s', (_, files, count) => expect(hiddenCharacters(files)).toHaveLength(count));

  test('a file that is gone hides nothing', () => {
    expect(hiddenCharacters([touched('a.yaml', fileSide('a.yaml', line), undefined)])).toEqual([]);
  });
});

test.each<[Structure, string, number]>([
  ['manifest', 'a.txt', 1],
  ['template', 'a.tpl', 1],
  ['text', 'a.yaml', 1],
  ['text', 'a.json', 1],
  ['text', 'a.txt', 0],
  ['text', 'README.md', 0],
])('a %s called %s is looked at: %i', (structure, path, count) => {
  expect(places(`# x${override}`, structure, path)).toHaveLength(count);
});

describe('names of files', () => {
  const path = `a${zeroWidth}${override}b${zeroWidth}.yaml`;
  const expected = ['invisible', 'reordered'].map((kind) => ({
    kind,
    file: path,
    scope: '.',
    isName: true,
    found: (kind === 'reordered' ? [0x202e] : [0x200b, 0x200b]).map((code) => ({
      code,
      position: { file: path, line: 1, column: 1 },
    })),
  }));
  const side = fileSide(path, 'a: 1\n');

  test('that are new are looked at', () => {
    expect(hiddenCharacters([touched(path, undefined, side)])).toEqual(expected);
  });

  test.each([
    ['that were there', touched(path, side, side)],
    ['that are gone', touched(path, side, undefined)],
    ['of files that only moved', { ...touched(path, undefined, side), movedFrom: 'x.yaml' }],
    ['without anything unseen', touched('a.yaml', undefined, side)],
    ['of what is no manifest', touched(`a${zeroWidth}b.txt`, undefined, fileSide('x', 'a: 1\n'))],
  ])('%s are not', (_, file) => expect(hiddenCharacters([file])).toEqual([]));

  test('of manifests by another name are, when they hold an object', () => {
    const object = fileSide('x.txt', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n');
    expect(hiddenCharacters([touched(`a${zeroWidth}b.txt`, undefined, object)])).toHaveLength(1);
  });
});

describe('where an invisible character makes another name', () => {
  const z = zeroWidth;
  test.each([
    ['a key', `a${z}b: 1`, ['invisible 1:2']],
    ['a value without blanks', `key: a${z}b`, ['invisible 1:7']],
    ['a value with blanks', `key: a${z}b c`, []],
    ['a value with a tab', `key: "a${z}b\\tc"`, ['invisible 1:8']],
    ['a key with blanks', `"a${z}b c": 1`, ['invisible 1:3']],
    ['a comment', `key: 1 # a${z}b`, []],
    ['a comment that has the name too', `a${z}b: 1 # a${z}b`, ['invisible 1:2', 'invisible 1:11']],
    ['a key deep in lists', `x: [1, [{a${z}b: null}]]`, ['invisible 1:11']],
    ['a word with an escape', `k: "a${z}\\x41b c d"`, ['invisible 1:6']],
    ['next to a word with an escape', `k: "a${z}b \\x41"`, []],
    ['a value through an anchor', `x: &a {k: a${z}b}\ny: *a`, ['invisible 1:12']],
    ['beside a name', `x: a${z}b\ny: a a${z}c`, ['invisible 1:5']],
    ['right after a name', `x${z}y: '1 ${z}x${z}y${z} z'`, ['invisible 1:2', 'invisible 1:11']],
    ['at the beginning of a value', `key: ${z}ab`, ['invisible 1:6']],
    ['after a name of the same line', `a${z}b: 1 # x${z}y`, ['invisible 1:2']],
    ['at the end of a name', `a${z}b: 1 # a${z}b${z}`, ['invisible 1:2', 'invisible 1:11']],
    ['after an escape', `k: "x \\x41${z}b c"`, ['invisible 1:11']],
    ['after an escape that begins a line', `k: "x\n\\x41${z}b c"`, ['invisible 2:5']],
    ['in the second document', `a: 1\n---\nb${z}c: 1`, ['invisible 3:2']],
    ['after empty values', `a: ~\nb: ['', ~]\nc${z}d: ~\n`, ['invisible 3:2']],
  ])('%s', (_, text, expected) => expect(places(text)).toEqual(expected));

  test('a carriage return within a line is not its end', () => {
    expect(places('# x\ry\r\r\n', 'template')).toEqual(['line-break 1:4']);
  });

  test('everywhere, where the structure is not known', () => {
    expect(places(`# a${z}b`, 'template', 'a.yaml')).toEqual(['invisible 1:4']);
    expect(places(`# a${z}b\na: [`)).toEqual(['invisible 1:4']);
  });
});
