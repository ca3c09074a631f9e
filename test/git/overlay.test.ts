import { describe, expect, test } from '@jest/globals';
import { blobId, overlaid } from '../../src/git/overlay.ts';
import type { Blob, Repository, TreeChange } from '../../src/git/repository.ts';

const [base, onto, other] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];
const entry = (id: string, mode = '100644') => ({ mode, id });
const text = (content: string) => ({ mode: '100644', bytes: Buffer.from(content) });
const idOf = (content: string) => blobId(Buffer.from(content), 'sha1');

/** A repository that remembers what it was asked. */
class Asked {
  readonly objectFormat = 'sha1';
  readonly asked: string[] = [];
  readonly #secret = 'its own state';
  readonly listed = new Map([
    ['a', entry('A')],
    ['b/c', entry('C')],
    ['bc', entry('B')],
  ]);
  known: TreeChange[] = [];

  async tree(treeish: string, under: readonly string[] = []) {
    this.asked.push(`tree ${treeish} ${under}`);
    return this.listed;
  }
  async changes(before: string | undefined, after: string | undefined) {
    this.asked.push(`changes ${before} ${after}`);
    return this.known;
  }
  async *blobs(ids: readonly string[], limit: number): AsyncGenerator<Blob> {
    this.asked.push(`blobs ${ids} ${limit}`);
    for (const id of ids) yield { id, size: 1, bytes: Buffer.from(id) };
  }
  state() {
    return this.#secret;
  }
}

const over = (files: Record<string, ReturnType<typeof text> | undefined>, repository = new Asked()) => {
  const made = overlaid(repository as unknown as Repository, onto, new Map(Object.entries(files)));
  return { ...made, asked: repository.asked, below: repository };
};

test('a blob has the id that git gives it', () => {
  expect(idOf('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
});

describe('a tree with some files changed', () => {
  const files = { a: text('new'), 'b/d': text('more'), bc: undefined };

  test('lists what is changed, below what is asked for', async () => {
    const { repository, tree } = over(files);
    expect([...(await repository.tree(tree))]).toEqual([
      ['a', entry(idOf('new'))],
      ['b/c', entry('C')],
      ['b/d', entry(idOf('more'))],
    ]);
    const below = async (...under: readonly string[]) =>
      [...(await repository.tree(tree, under))].map(([path, { id }]) => `${path} ${id.slice(0, 3)}`);
    expect(await below('b')).toContain(`b/d ${idOf('more').slice(0, 3)}`);
    expect(await below('b')).toContain('a A');
    expect(await below('b/d')).toContain(`b/d ${idOf('more').slice(0, 3)}`);
    expect(await below('b/')).not.toContain(`b/d ${idOf('more').slice(0, 3)}`);
    expect(await below('x', 'a')).toContain(`a ${idOf('new').slice(0, 3)}`);
  });

  test('leaves every other tree as it is', async () => {
    const { repository, tree, asked, below } = over(files);
    expect(await repository.tree(other, ['b'])).toBe(below.listed);
    await repository.tree(tree);
    expect(asked).toEqual([`tree ${other} b`, `tree ${onto} `]);
    expect(await repository.changes(base, other)).toBe(below.known);
    expect((repository as unknown as Asked).state()).toBe('its own state');
    expect(repository.objectFormat).toBe('sha1');
  });

  test('differs from others by what is changed as well, in the order of paths', async () => {
    const { repository, tree, below } = over({ ...files, same: text('x'), back: text('old') });
    below.listed.set('same', entry(idOf('x')));
    below.known = [
      { path: 'z', before: undefined, after: entry('Z') },
      { path: 'a', before: entry('0'), after: entry('A') },
      { path: 'back', before: entry(idOf('old')), after: entry('N') },
    ];
    expect(await repository.changes(base, tree)).toEqual([
      { path: 'a', before: entry('0'), after: entry(idOf('new')) },
      { path: 'b/d', before: undefined, after: entry(idOf('more')) },
      { path: 'bc', before: entry('B'), after: undefined },
      { path: 'z', before: undefined, after: entry('Z') },
    ]);
  });

  test('differs by the mode alone', async () => {
    const { repository, tree, below } = over({ a: { mode: '100755', bytes: Buffer.from('x') } });
    below.listed.set('a', entry(idOf('x')));
    expect(await repository.changes(undefined, tree)).toEqual([
      { path: 'a', before: entry(idOf('x')), after: entry(idOf('x'), '100755') },
    ]);
  });

  test('has blobs of its own, each once, in the order asked for, up to the limit', async () => {
    const { repository, asked } = over(files);
    const read = async (ids: readonly string[], limit: number) => {
      const found: string[] = [];
      for await (const { id, size, bytes, why } of repository.blobs(ids, limit))
        found.push(`${id.slice(0, 3)} ${size} ${bytes ?? why}`);
      return found;
    };
    const [own, more] = [idOf('new'), idOf('more')];
    expect(await read(['X', own, 'Y', own, more, 'X'], 3)).toEqual([
      'X 1 X',
      `${own.slice(0, 3)} 3 new`,
      'Y 1 Y',
      `${more.slice(0, 3)} 4 oversize`,
    ]);
    expect(asked).toEqual(['blobs X,Y 3']);
    expect(await read([own], 2)).toEqual([`${own.slice(0, 3)} 3 oversize`]);
  });

  test('ends what it asks for when nobody reads on', async () => {
    const { repository, below } = over(files);
    let isEnded = false;
    below.blobs = async function* () {
      try {
        yield { id: 'X', size: 1, bytes: Buffer.from('X') };
        yield { id: 'Y', size: 1, bytes: Buffer.from('Y') };
      } finally {
        isEnded = true;
      }
    };
    for await (const blob of repository.blobs(['X', 'Y'], 3)) if (blob.id === 'X') break;
    expect(isEnded).toBe(true);
  });
});
