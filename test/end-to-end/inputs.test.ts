import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

test('reports land in a folder that is made for them', async () => {
  const repository = trustingRepository({ a: '1\n' });
  const out = join(repository.directory, 'some', 'new', 'folder');
  commitRaw(repository);
  expect(await check(repository, '--out', out)).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toContain('report.json');
  expect(await check(repository, '--out', out)).toMatchObject({ code: 0 });
});

test('a folder that cannot be made is named, and is not a pass', async () => {
  const repository = trustingRepository({ a: '1\n' });
  commitRaw(repository);
  for (const out of ['/proc/nowhere/x', join(repository.directory, '.git', 'HEAD', 'x')]) {
    const run = await check(repository, '--out', out);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(`reports cannot be written to ${out}`) });
  }
});

test('a Kubernetes version that is not known is read as the nearest, and the report says so', async () => {
  const repository = trustingRepository({ a: '1\n' });
  commitRaw(repository);
  const notes = async (version: string) =>
    (JSON.parse((await check(repository, '--kubernetes-version', version)).stdout) as { notes: string[] }).notes;
  expect(await notes('1.99')).toEqual([expect.stringContaining('1.99')]);
  expect(await notes('v1.34.2')).toEqual([]);
  expect(await check(repository, '--kubernetes-version', 'latest')).toMatchObject({ code: 2 });
});

test('help of a command, by either name', async () => {
  const [a, b] = [await gate('.', 'help', 'verify'), await gate('.', 'verify', '--help')];
  expect(a).toEqual(b);
  expect(a).toMatchObject({ code: 0, stdout: expect.stringContaining('--trust DIR') });
  expect(await gate('.', 'help', 'nothing')).toMatchObject({ code: 2, stdout: '' });
});
