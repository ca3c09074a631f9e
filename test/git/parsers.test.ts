import { describe, expect, test } from '@jest/globals';
import { emptyTree, isObjectId, isZeroId, objectId } from '../../src/git/object/object-id.ts';
import { parseCommit } from '../../src/git/object/parse-object.ts';
import { parsePastCommits } from '../../src/git/object/parse-past.ts';
import {
  addEntry,
  parseChanges,
  parseCommitChanges,
  parseCommitPaths,
  parseLastCommits,
  parseRenames,
  parseTree,
  parseTreeObject,
} from '../../src/git/object/parse-tree.ts';
import { decodePath, encodePath, isTextPath } from '../../src/git/object/path.ts';
import { unnamed } from '../../src/git/range/unnamed.ts';

const [a, b, c, none] = ['a', 'b', 'c', '0'].map((digit) => digit.repeat(40)) as [string, string, string, string];
const text = (...fields: readonly string[]) => Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
const entry = (id: string, mode = '100644') => ({ mode, id });
const twice = 'A tree holds two entries for "x", so what it would deliver is not defined.';

describe('what git prints of trees', () => {
  test('ls-tree: each path with its mode and id', () => {
    expect([...parseTree(text(`100644 blob ${a}\tx y/z`, `160000 commit ${b}\t\xe9`))]).toEqual([
      ['x y/z', entry(a)],
      ['\ufffdE9', entry(b, '160000')],
    ]);
    expect([...parseTree(text(`100644 blob ${a}\t1\t2`))]).toEqual([['1\t2', entry(a)]]);
    expect([...parseTree(Buffer.alloc(0))]).toEqual([]);
    expect(() => parseTree(text(`100644 blob ${a}\tx`, `100644 blob ${a}\tx`))).toThrow(twice);
  });

  test('a path that is there already is no tree at all', () => {
    const map = new Map([['x', 1]]);
    addEntry(map, 'y', 2);
    expect([...map]).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
    expect(() => addEntry(map, 'x', 3)).toThrow(twice);
    expect(map.get('x')).toBe(1);
  });

  test('diff-tree: what each path was and is, by path', () => {
    const line = (modes: string, ids: string) => `:${modes} ${ids} M`;
    expect(
      parseChanges(
        text(
          line('100644 100755', `${a} ${b}`),
          'z',
          line('000000 120000', `${none} ${c}`),
          'x',
          line('100644 000000', `${a} ${none}`),
          'y',
        ),
      ),
    ).toEqual([
      { path: 'x', before: undefined, after: entry(c, '120000') },
      { path: 'y', before: entry(a), after: undefined },
      { path: 'z', before: entry(a), after: entry(b, '100755') },
    ]);
    expect(parseChanges(text('note'))).toEqual([]);
    expect(() =>
      parseChanges(text(line('100644 100644', `${a} ${b}`), 'x', line('100644 100644', `${a} ${c}`), 'x')),
    ).toThrow(twice);
  });

  test('diff-tree of commits: what each leaves, of a merge against each parent', () => {
    const line = (after: string) => `:100644 ${after === none ? '000000' : '100644'} ${a} ${after} M`;
    const paths = parseCommitPaths(
      text(`${a}\n`, line(b), 'x', line(none), 'y', b, c, line(a), 'z', `${a}\n`, line(c), 'x', line(b), 'w'),
    );
    expect([...paths].map(([id, all]) => [id, [...all]])).toEqual([
      [
        a,
        [
          ['x', entry(c)],
          ['y', undefined],
          ['w', entry(b)],
        ],
      ],
      [b, []],
      [c, [['z', entry(a)]]],
    ]);
  });

  test('diff-tree of merges: what is as in no parent, with the contents there', () => {
    const changes = parseCommitChanges(
      text(
        a,
        `:100644 100755 ${a} ${b} M`,
        'one',
        `::100644 000000 100644 ${a} ${none} ${c} MA`,
        'two',
        `::100644 100644 000000 ${a} ${b} ${none} DD`,
        'gone',
        b,
      ),
    );
    expect([...changes]).toEqual([
      [
        a,
        {
          added: [
            { path: 'one', entry: entry(b, '100755'), before: [a] },
            { path: 'two', entry: entry(c), before: [a] },
          ],
          removed: [a, b],
          files: [
            { path: 'one', isRemoved: false },
            { path: 'two', isRemoved: false },
            { path: 'gone', isRemoved: true },
          ],
        },
      ],
      [b, { added: [], removed: [], files: [] }],
    ]);
  });

  test('log of times: the latest of each path', () => {
    const times = (output: Buffer) => [...parseLastCommits(output)];
    expect(times(text('//20', '\nx', 'y', '\n//10', '\nx', 'z'))).toEqual([
      ['x', 20],
      ['y', 20],
      ['z', 10],
    ]);
    expect(times(Buffer.from('//20\0\nx'))).toEqual([['x', 20]]);
    expect(times(text('//1234567890123456', '\nx'))).toEqual([
      ['//1234567890123456', 0],
      ['x', 0],
    ]);
    expect(times(text('x//5', '//5x', '', '//7', '\ny'))).toEqual([
      ['x//5', 0],
      ['//5x', 0],
      ['y', 7],
    ]);
    expect(times(text('\n//123456789012345', 'x'))).toEqual([['x', 123_456_789_012_345]]);
  });

  test('renames: the new path, and the old one', () => {
    expect([...parseRenames(text('R100', 'old', 'new', 'R060', 'o', 'n'))]).toEqual([
      ['new', 'old'],
      ['n', 'o'],
    ]);
    expect([...parseRenames(Buffer.from('R100\0old\0new'))]).toEqual([['new', 'old']]);
    expect([...parseRenames(text('R100', 'old'))]).toEqual([]);
    expect([...parseRenames(Buffer.alloc(0))]).toEqual([]);
  });
});

// gitformat-pack(5); canon_mode in git's cache.h.
describe('a tree object', () => {
  const object = (...entries: readonly (readonly [string, string, string])[]) =>
    Buffer.concat(
      entries.flatMap(([mode, name, id]) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')]),
    );

  test.each([
    ['100644', '100644'],
    ['100664', '100644'],
    ['100755', '100755'],
    ['100700', '100755'],
    ['100655', '100644'],
    ['100010', '100644'],
    ['120000', '120000'],
    ['120777', '120000'],
    ['40000', '040000'],
    ['040755', '040000'],
    ['160000', '160000'],
    ['60000', '160000'],
    ['0', '160000'],
  ])('has the mode %s as git shows it: %s', (mode, shown) => {
    expect(parseTreeObject(object([mode, 'x', a]), 'sha1')).toEqual([['x', entry(a, shown)]]);
  });

  test('has its entries in order, with names as they are, and ids of its format', () => {
    expect(parseTreeObject(object(['100644', 'b', a], ['40000', 'a b', b], ['100644', '\xe9', c]), 'sha1')).toEqual([
      ['b', entry(a)],
      ['a b', entry(b, '040000')],
      ['\ufffdE9', entry(c)],
    ]);
    const long = 'd'.repeat(64);
    expect(parseTreeObject(object(['100644', 'x', long]), 'sha256')).toEqual([['x', entry(long)]]);
    expect(parseTreeObject(Buffer.alloc(0), 'sha1')).toEqual([]);
  });

  test.each([
    ['a name with a slash', object(['100644', 'a/b', a])],
    ['no name', object(['100644', '', a])],
    ['no mode', object(['', 'x', a])],
    ['a mode that is too long', object(['1006440', 'x', a])],
    ['a mode that is not octal', object(['100648', 'x', a])],
    ['a mode with more before it', object(['x100644', 'x', a])],
    ['an id that is cut', object(['100644', 'x', a.slice(2)])],
    ['no id', Buffer.from('100644 x\0')],
    ['no end of its name', Buffer.from(`100644 ${'x'.repeat(40)}`)],
    ['a second entry that is broken', Buffer.concat([object(['100644', 'x', a]), Buffer.from('1')])],
  ])('with %s is none', (_, bytes) => expect(parseTreeObject(bytes, 'sha1')).toBeUndefined());
});

describe('the log of the past', () => {
  const headers = `tree ${a}\nparent ${b}\nauthor A <a@b> 1 +0000\ncommitter C <c@d> 2 +0000\n\n    Subject\n`;
  const past = (...fields: readonly string[]) =>
    parsePastCommits(text(...fields)).map(({ commit, files }) => [
      commit.id,
      commit.tree,
      commit.subject,
      ...files.map((file) => `${file.isRemoved ? '-' : '+'}${file.path}`),
    ]);

  test('has each commit with its files', () => {
    expect(
      past(`commit ${c}\n${headers}\nM`, 'x', 'D', 'y', 'A', 'commit z', `commit ${b} (from ${a})\n${headers}\nA`, 'w'),
    ).toEqual([
      [c, a, 'Subject', '+x', '-y', '+commit z'],
      [b, a, 'Subject', '+w'],
    ]);
  });

  test('has commits without files, in whatever way they end', () => {
    expect(past(`commit ${c}\n${headers}`, `commit ${b}\n${headers}\nM`, 'x')).toEqual([
      [c, a, 'Subject'],
      [b, a, 'Subject', '+x'],
    ]);
    expect(past(`commit ${c}\n${headers}`, '', '\nM', 'x')).toEqual([[c, a, 'Subject', '+x']]);
    expect(past(`commit ${c}\n${headers}\nMM`, 'x')).toEqual([[c, a, 'Subject']]);
    expect(parsePastCommits(Buffer.from(`commit ${c}\n${headers}\nM\0x`)).map(({ files }) => files)).toEqual([
      [{ path: 'x', isRemoved: false }],
    ]);
    expect(past('x', 'y')).toEqual([]);
    expect(past()).toEqual([]);
  });
});

describe('names of objects', () => {
  test('are what git computes', () => {
    expect(objectId('sha1', 'blob', Buffer.alloc(0))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(emptyTree('sha1')).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
    expect(emptyTree('sha256')).toBe('6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321');
  });

  test.each([
    [a, true, true, false],
    ['b'.repeat(64), true, false, true],
    ['A'.repeat(40), false, false, false],
    ['a'.repeat(39), false, false, false],
    ['a'.repeat(41), false, false, false],
    [`${'a'.repeat(39)}g`, false, false, false],
    [`g${'a'.repeat(39)}`, false, false, false],
  ])('are of a format: %s', (id, any, sha1, sha256) => {
    expect([isObjectId(id), isObjectId(id, 'sha1'), isObjectId(id, 'sha256')]).toEqual([any, sha1, sha256]);
  });

  test('are none where all is zero', () => {
    expect(
      [none, '0'.repeat(64), '0'.repeat(41), `1${none.slice(1)}`, `${none}1`, '0'.repeat(39)].map(isZeroId),
    ).toEqual([true, true, false, false, false, false]);
  });
});

describe('a path', () => {
  const bytes = (...all: readonly number[]) => Buffer.from(all);
  test.each([
    [bytes(0x61, 0xc3, 0xa9), 'aé'],
    [bytes(0xc3), '\ufffdC3'],
    [bytes(0xc3, 0x61, 0x05), '\ufffdC3a\x05'],
    [bytes(0xff, 0x0a), '\ufffdFF\n'],
    [bytes(0xf0, 0x9f, 0x98, 0x80, 0xf0, 0x9f), '😀\ufffdF0\ufffd9F'],
    [bytes(0xef, 0xbf, 0xbd, 0x61), '\ufffdEF\ufffdBF\ufffdBDa'],
    [bytes(0xe2, 0x82, 0xac, 0x80), '€\ufffd80'],
  ])('%# is text, and its bytes again', (given, shown) => {
    expect(decodePath(given)).toBe(shown);
    expect(encodePath(shown)).toEqual(given);
    expect(isTextPath(shown)).toBe(!shown.includes('\ufffd'));
  });
});

describe('the subject of a commit', () => {
  const subject = (message: string) => parseCommit(a, Buffer.from(`tree ${a}\n\n${message}`)).subject;
  const words = (length: number) =>
    'ab '
      .repeat(Math.ceil(length / 3))
      .slice(0, length - 1)
      .concat('c');
  test('is its first line that is not blank, cut where it is very long', () => {
    expect(subject('\n \t\nOne\nTwo')).toBe('One');
    expect(subject('One')).toBe('One');
    expect(subject('')).toBe('');
    expect(subject(words(500))).toBe(words(500));
    expect(subject(words(501))).toBe(`${'ab '.repeat(166)}… (cut)`);
    expect(subject(`${' '.repeat(4000)}x${' '.repeat(95)}`)).toBe('x');
    expect(subject(`${' '.repeat(4000)}x${' '.repeat(96)}`)).toBe('x (cut)');
    expect(subject(`${' '.repeat(4096)}x`)).toBe(' (cut)');
  });
});

test('a revision that names nothing is said with what to do', () => {
  const fix = (rev: string, isShallow = false) => unnamed(rev, isShallow).fix;
  expect(unnamed('x"', false).what).toBe('"x\\"" names no commit of this repository.');
  expect(fix('HEAD', true)).toBe('Commit something first; "check --staged" judges what is not committed yet.');
  expect(fix('a...b')).toBe('Write a range with two dots: OLD..NEW');
  expect(fix('a..b')).toBe('Give one commit here: --base OLD --head NEW');
  expect(fix('main', true)).toContain('git fetch --unshallow');
  expect(fix('main')).toBe('Check its spelling. Give a full commit id, or a branch or tag that was fetched.');
});
