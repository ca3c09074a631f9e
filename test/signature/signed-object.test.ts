import { describe, expect, test } from '@jest/globals';
import { type SignedObject, signedCommit, signedTag } from '../../src/signature/model/signed-object.ts';

const tree = `tree ${'a'.repeat(40)}\n`;
const author = 'author A <a@x.org> 1 +0000\n';
const committer = 'committer C <c@x.org> 2 +0000\n';
const parent = (digit: string) => `parent ${digit.repeat(40)}\n`;
const head = tree + author + committer;
const gpgsig = 'gpgsig -----BEGIN X-----\n \n AAAA\n -----END X-----\n';
const armor = '-----BEGIN X-----\n\nAAAA\n-----END X-----\n';

const commit = (text: string, format: 'sha1' | 'sha256' = 'sha1') =>
  plain(signedCommit(Buffer.from(text, 'latin1'), format));
const tagged = (text: string) => plain(signedTag(Buffer.from(text, 'latin1')));

function plain(object: SignedObject) {
  return object.kind === 'signed' ? { ...object, payload: object.payload().toString('latin1') } : object;
}

const malformed = (why: string) => ({ kind: 'malformed', why });
const continuation = malformed('has a header that begins with a continuation line');
const nul = malformed('covers a header with a NUL byte');

// git: commit.c, parse_buffer_signed_by_header.
describe('what a commit’s signature covers', () => {
  test.each([
    ['all but the header', head, 'Message\n'],
    ['parents', `${tree}${parent('b')}${parent('c')}${author}${committer}`, 'Message\n'],
    ['an empty message', head, ''],
    ['bytes that are not UTF-8', head, '\xff\xfe\n'],
    ['a message that looks like headers', head, `${tree}gpgsig x\n y\n\0`],
  ])('is %s', (_, headers, message) => {
    expect(commit(`${headers}${gpgsig}\n${message}`)).toEqual({
      kind: 'signed',
      payload: `${headers}\n${message}`,
      armor,
    });
  });

  test('are further headers too, wherever the signature is among them', () => {
    const more = 'encoding latin1\nmergetag object 1\n type commit\n';
    const payload = `${head}${more}\nM\n`;
    for (const text of [`${head}${gpgsig}${more}\nM\n`, `${head}${more}${gpgsig}\nM\n`]) {
      expect(commit(text)).toEqual({ kind: 'signed', payload, armor });
    }
  });

  test('ends with the headers where there is no message', () => {
    expect(commit(head + gpgsig)).toEqual({ kind: 'signed', payload: head, armor });
    expect(commit(head + gpgsig.trimEnd())).toEqual({ kind: 'signed', payload: head, armor: armor.trimEnd() });
  });

  test('is never a signature header of the other object format', () => {
    const both = `${head}${gpgsig}gpgsig-sha256 other\n\nM\n`;
    expect(commit(both)).toEqual({ kind: 'signed', payload: `${head}\nM\n`, armor });
    expect(commit(both, 'sha256')).toEqual({ kind: 'signed', payload: `${head}\nM\n`, armor: 'other\n' });
    expect(commit(`${head}gpgsig-sha256 other\n\nM\n`)).toEqual({ kind: 'unsigned' });
    expect(commit(`${head}${gpgsig}\nM\n`, 'sha256')).toEqual({ kind: 'unsigned' });
  });

  test.each([
    ['none at all', `${head}\nM\n`],
    ['one in the message', `${head}\n${gpgsig}`],
    ['a header that only ends so', `${head}my-gpgsig x\n\nM\n`],
    ['nothing', ''],
  ])('is nothing where there is no signature: %s', (_, text) => expect(commit(text)).toEqual({ kind: 'unsigned' }));

  const order = malformed('covers a commit whose headers are not tree, parents, author, committer');
  const twice = malformed('covers a commit with a header that occurs twice');
  test.each([
    ['a continuation of nothing', ` x\n${head}${gpgsig}\nM\n`, continuation],
    [
      'an unknown signature header',
      `${head}${gpgsig}gpgsig-sha3 x\n\nM\n`,
      malformed('is in an unknown signature header'),
    ],
    ['an unknown signature header alone', `${head}gpgsigx x\n\nM\n`, malformed('is in an unknown signature header')],
    ['two signatures', `${head}${gpgsig}${gpgsig}\nM\n`, malformed('is one of several gpgsig headers')],
    [
      'two of the other format',
      `${head}gpgsig-sha256 a\n${gpgsig}gpgsig-sha256 b\n\nM\n`,
      malformed('is one of several gpgsig-sha256 headers'),
    ],
    ['a NUL byte in a header', `${head.replace('A <', 'A\0<')}${gpgsig}\nM\n`, nul],
    ['a NUL byte at the very beginning', `\0${head}${gpgsig}\nM\n`, nul],
    ['a NUL byte at the end of the headers', `${head}${gpgsig}x \0\n\nM\n`, nul],
    ['no tree', author + committer + gpgsig, order],
    ['another header before the tree', `x y\n${head}${gpgsig}\nM\n`, order],
    ['no author', tree + committer + gpgsig, order],
    ['the author last', tree + committer + author + gpgsig, order],
    ['no committer', `${tree}${author}${gpgsig}\nM\n`, order],
    ['a tree as parent', `${parent('b')}${author}${committer}${gpgsig}\nM\n`, order],
    ['two trees', `${tree}${tree}${author}${committer}${gpgsig}\nM\n`, order],
    ['a second tree', `${head}${tree}${gpgsig}\nM\n`, twice],
    ['a second tree behind the signature', `${head}${gpgsig}${tree}\nM\n`, twice],
    ['a late parent', `${head}${parent('b')}${gpgsig}\nM\n`, twice],
    ['a second author', `${head}encoding x\n${author}${gpgsig}\nM\n`, twice],
    ['a second committer', `${head}${committer}${gpgsig}\nM\n`, twice],
  ])('is nothing that can be trusted with %s', (_, text, expected) => expect(commit(text)).toEqual(expected));

  test.each(['parents', 'x-tree', 'author-date', 'coauthor'])(
    'may hold a header that only sounds like one: %s',
    (name) => {
      expect(commit(`${head}${name} x\n${gpgsig}\nM\n`)).toMatchObject({ kind: 'signed' });
    },
  );

  test('has a NUL byte in the message only', () => {
    expect(commit(`${head}${gpgsig}\n\0`)).toMatchObject({ kind: 'signed', payload: `${head}\n\0` });
  });

  test('is signed by no more than 256 KiB', () => {
    const of = (size: number) => commit(`${head}gpgsig ${'A'.repeat(size - 1)}\n\nM\n`);
    expect(of(256 * 1024)).toMatchObject({ kind: 'signed' });
    expect(of(256 * 1024 + 1)).toEqual(malformed('is larger than any signature'));
  });
});

// git: gpg-interface.c, parse_signature; tag.c.
describe('what a tag’s signature covers', () => {
  const object = `object ${'a'.repeat(40)}\n`;
  const tagger = 'tagger T <t@x.org> 1 +0000\n';
  const names = `${object}type commit\ntag v1\n`;
  const tag = names + tagger;
  const own = '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n';

  test.each(['PGP SIGNATURE', 'PGP MESSAGE', 'SIGNED MESSAGE', 'SSH SIGNATURE'])('is all before it: %s', (label) => {
    const signature = `-----BEGIN ${label}-----\nx\n`;
    expect(tagged(`${tag}\nRelease\n${signature}`)).toEqual({
      kind: 'signed',
      payload: `${tag}\nRelease\n`,
      armor: signature,
    });
  });

  test('leaves out signature headers, and needs no tagger', () => {
    expect(tagged(`${tag}gpgsig x\n y\ngpgsig-sha256 z\n\nR\n${own}`)).toEqual({
      kind: 'signed',
      payload: `${tag}\nR\n`,
      armor: own,
    });
    expect(tagged(`${names}\nR\n${own}`)).toEqual({ kind: 'signed', payload: `${names}\nR\n`, armor: own });
    expect(tagged(`${tag}x-tag y\nobjects z\n\nR\n${own}`)).toMatchObject({ kind: 'signed' });
  });

  test.each([
    ['no armor', `${tag}\nRelease\n`],
    ['one within a line', `${tag}\nSee ${own}`],
    ['another kind', `${tag}\n-----BEGIN PUBLIC KEY-----\n`],
    ['one among the headers', `${tag}${own}`],
  ])('is nothing with %s', (_, text) => expect(tagged(text)).toEqual({ kind: 'unsigned' }));

  const order = malformed('covers a tag whose headers are not object, type, tag, tagger');
  test.each([
    ['a continuation of nothing', ` x\n${tag}\nR\n${own}`, continuation],
    ['two signatures', `${tag}\nR\n${own}${own}`, malformed('is one of several in the tag')],
    ['a NUL byte in a header', `${tag.replace('v1', 'v\x001')}\nR\n${own}`, nul],
    ['headers in another order', `${object}tag v1\ntype commit\n${tagger}\nR\n${own}`, order],
    ['a header before them', `x y\n${tag}\nR\n${own}`, order],
    ['a header between them', `${object}type commit\nx y\ntag v1\n\nR\n${own}`, order],
    ['a second tag', `${tag}tag v2\n\nR\n${own}`, order],
    ['a second tagger', `${tag}${tagger}\nR\n${own}`, order],
    ['a second object', `${tag}${object}\nR\n${own}`, order],
  ])('is nothing that can be trusted with %s', (_, text, expected) => expect(tagged(text)).toEqual(expected));

  test('may hold a NUL byte in the message', () => {
    expect(tagged(`${tag}\n\0\n${own}`)).toEqual({ kind: 'signed', payload: `${tag}\n\0\n`, armor: own });
  });
});
