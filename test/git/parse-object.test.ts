import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCommit, parsePerson, parseTag } from '../../src/git/object/parse-object.ts';
import { runs } from '../thorough.ts';

const id = 'a'.repeat(40);
const tree = 'b'.repeat(40);
const parent = 'c'.repeat(40);

function commit(...lines: (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
}

describe('a commit', () => {
  test('is read whole', () => {
    const bytes = commit(
      `tree ${tree}`,
      `parent ${parent}`,
      `parent ${id}`,
      'author Ada Lovelace <ada@example.com> 1700000000 +0100',
      'committer Bob <bob@example.com> 1700000001 -0500',
      'gpgsig -----BEGIN',
      ' author Eve <eve@example.com> 1 +0000',
      '',
      'Subject',
      '',
      'author Eve <eve@example.com> 1 +0000',
    );
    expect(parseCommit(id, bytes)).toEqual({
      id,
      bytes,
      tree,
      parents: [parent, id],
      author: { name: 'Ada Lovelace', email: 'ada@example.com', time: 1_700_000_000 },
      committer: { name: 'Bob', email: 'bob@example.com', time: 1_700_000_001 },
      subject: 'Subject',
    });
  });

  test('has only the parents that stand right after the tree', () => {
    const bytes = commit(
      `tree ${tree}`,
      `parent ${parent}`,
      'author A <a@b> 1 +0000',
      `parent ${id}`,
      'committer A <a@b> 1 +0000',
      '',
    );
    expect(parseCommit(id, bytes).parents).toEqual([parent]);
  });

  test('with two authors has the first', () => {
    const bytes = commit(
      `tree ${tree}`,
      'author A <a@b> 1 +0000',
      'author B <b@b> 2 +0000',
      'committer A <a@b> 1 +0000',
      '',
    );
    expect(parseCommit(id, bytes).author.email).toBe('a@b');
  });

  test('without message, committer or anything is still one', () => {
    expect(parseCommit(id, commit(`tree ${tree}`))).toMatchObject({
      tree,
      parents: [],
      subject: '',
      committer: { name: '', email: '' },
    });
    expect(parseCommit(id, Buffer.alloc(0))).toMatchObject({ tree: '', parents: [], subject: '' });
    expect(parseCommit(id, commit('', '', '  ', 'Late', '')).subject).toBe('Late');
  });

  test('in another encoding shows its text, and its emails as they are', () => {
    const author = Buffer.from('author Andr\xe9 <andr\xe9@example.com> 1 +0000', 'latin1');
    const bytes = commit(`tree ${tree}`, author, author, 'encoding ISO-8859-1', '', Buffer.from('caf\xe9', 'latin1'));
    expect(parseCommit(id, bytes)).toMatchObject({
      subject: 'café',
      author: { name: 'André', email: 'andr\ufffd@example.com' },
    });
  });

  test.each(['utf-16le', 'iso-2022-jp', 'UTF-7', 'none', '', '\0'])(
    'in the encoding %j is read as UTF-8',
    (encoding) => {
      const bytes = commit(`tree ${tree}`, 'author Ä <a@b> 1 +0000', `encoding ${encoding}`, '', 'Füße');
      expect(parseCommit(id, bytes)).toMatchObject({ subject: 'Füße', author: { name: 'Ä' } });
    },
  );

  test('of any bytes is read without an error', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'tree ',
        'parent ',
        'author ',
        'committer ',
        'encoding ',
        '',
        ' ',
        'author <',
        'author >',
        'author a <b> ',
        '\r',
        'gpgsig ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), fc.uint8Array(), (lines, noise) => {
        const bytes = Buffer.concat([Buffer.from(lines.join('\n')), Buffer.from(noise)]);
        const read = parseCommit(id, bytes);
        expect(read.bytes).toBe(bytes);
        expect(read.subject).not.toContain('\n');
        parseTag(id, bytes);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a person', () => {
  const cases: [string, string, string, number][] = [
    ['Ada <ada@example.com> 1 +0000', 'Ada', 'ada@example.com', 1],
    ['<ada@example.com> 1 +0000', '', 'ada@example.com', 1],
    ['Ada <> 1 +0000', 'Ada', '', 1],
    // The address git shows (ident.c): from the first `<` to the `>` after it; the time after the last `>`.
    ['Ada <ada@example.com> <eve@example.com> 7 +0000', 'Ada', 'ada@example.com', 7],
    ['Ada <ada@example.com>> 7 +0000', 'Ada', 'ada@example.com', 7],
    ['Ada <<ada@example.com> 7 +0000', 'Ada', '<ada@example.com', 7],
    ['Ada > x <ada@example.com> 7 +0000', 'Ada > x', 'ada@example.com', 7],
    ['Ada', 'Ada', '', Number.NaN],
    ['Ada <ada@example.com', 'Ada <ada@example.com', '', Number.NaN],
    ['Ada <ada@example.com>', 'Ada', 'ada@example.com', Number.NaN],
    ['Ada <ada@example.com> +0000', 'Ada', 'ada@example.com', Number.NaN],
    ['Ada <ada@example.com> -5 +0000', 'Ada', 'ada@example.com', Number.NaN],
    ['Ada <ada@example.com> 5x +0000', 'Ada', 'ada@example.com', Number.NaN],
    ['Ada <ada@example.com> 99999999999999999999 +0000', 'Ada', 'ada@example.com', Number.NaN],
  ];
  test.each(cases)('%j', (line, name, email, time) => {
    expect(parsePerson(Buffer.from(line), undefined)).toEqual({ name, email, time });
  });
});

test('a tag is read whole', () => {
  const bytes = commit(
    `object ${id}`,
    'type commit',
    'tag v1',
    'tagger Ada <ada@example.com> 5 +0000',
    '',
    'One',
    '-----BEGIN PGP SIGNATURE-----',
  );
  expect(parseTag(tree, bytes)).toEqual({
    id: tree,
    bytes,
    object: id,
    type: 'commit',
    name: 'v1',
    tagger: { name: 'Ada', email: 'ada@example.com', time: 5 },
    subject: 'One',
  });
  expect(parseTag(tree, commit(`object ${id}`, 'type commit', 'tag v1', '', 'One')).tagger).toBeUndefined();
});
