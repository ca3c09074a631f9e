import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readControlFiles } from '../../src/gather/gate/read-control-files.ts';
import type { Tree } from '../../src/git/object/object.ts';
import type { Blob } from '../../src/git/repository.ts';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';

const idOf = (text: string) => createHash('sha1').update(text).digest('hex');

function tree(files: Readonly<Record<string, string>>, mode = '100644'): Tree {
  return new Map(Object.entries(files).map(([path, text]) => [path, { mode, id: idOf(text) }]));
}

function repository(...texts: string[]) {
  const asked: string[] = [];
  async function* blobs(ids: Iterable<string>): AsyncGenerator<Blob> {
    for (const id of ids) {
      asked.push(id);
      const text = texts.find((each) => idOf(each) === id);
      yield { id, size: text?.length ?? 0, bytes: text === undefined ? undefined : Buffer.from(text) };
    }
  }
  return { blobs, asked };
}

function touched(path: string, after: string | undefined, mode = '100644', size = after?.length ?? 0): TouchedFile {
  const bytes = Buffer.from(after ?? '');
  const rest = { text: '', documents: [], resources: [], unreadable: [] };
  const side: FileSide | undefined =
    after === undefined ? undefined : { id: idOf(after), mode, size, structure: 'text', bytes, ...rest };
  return { path, scope: '', before: undefined, after: side, movedFrom: undefined };
}

const [gate, build, owners] = ['.github/workflows/gate.yml', '.github/workflows/build.yml', 'CODEOWNERS'] as const;
const base = tree({ [gate]: 'gate', [build]: 'build', [owners]: '* @a', 'apps/a.yaml': 'app' });
const texts = (files: ReadonlyMap<string, Buffer> | undefined) =>
  Object.fromEntries([...(files ?? [])].map(([path, bytes]) => [path, bytes.toString()]));

describe('the files that guard the gate', () => {
  test('are not read where none of them is touched', async () => {
    const { blobs, asked } = repository('gate', 'build', '* @a');
    expect(await readControlFiles({ blobs }, base, [touched('apps/a.yaml', 'x')])).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('are read on both sides, unchanged ones too, and nothing else is', async () => {
    const { blobs, asked } = repository('gate', 'build', '* @a');
    const changes = [touched(build, 'new build'), touched('.gitlab-ci.yml', 'ci'), touched(owners, undefined)];
    const controlFiles = await readControlFiles({ blobs }, base, changes);
    expect(texts(controlFiles?.before)).toEqual({ [gate]: 'gate', [build]: 'build', [owners]: '* @a' });
    expect(texts(controlFiles?.after)).toEqual({ [gate]: 'gate', [build]: 'new build', '.gitlab-ci.yml': 'ci' });
    expect(asked).not.toContain(idOf('app'));
  });

  test('are read where a manifest is moved', async () => {
    const { blobs } = repository('gate', 'build', '* @a');
    const moved = { ...touched('web/a.yaml', 'app'), movedFrom: 'apps/a.yaml' };
    const controlFiles = await readControlFiles({ blobs }, base, [moved]);
    expect(texts(controlFiles?.after)).toEqual({ [gate]: 'gate', [build]: 'build', [owners]: '* @a' });
  });

  test('are not there where they are links, or were not read whole', async () => {
    const { blobs } = repository('gate', 'build', '* @a');
    const controlFiles = await readControlFiles({ blobs }, base, [
      touched(gate, 'x', '120000'),
      touched(build, '', '100644', 9e6),
    ]);
    expect(texts(controlFiles?.after)).toEqual({ [owners]: '* @a' });
    expect(
      texts((await readControlFiles({ blobs }, tree({ [gate]: 'gate' }, '120000'), [touched(gate, 'x')]))?.before),
    ).toEqual({});
  });
});
