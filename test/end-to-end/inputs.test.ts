import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { removeTemporary, temporaryDirectory } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

test('reports land in a folder that is made for them', async () => {
  const repository = trustingRepository({ a: '1\n' });
  const out = join(repository.directory, 'some', 'new', 'folder');
  commitRaw(repository);
  expect(await check(repository, '--out', out)).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toContain('report.json');
  // Reports that were committed along with manifests would be judged.
  repository.git('add', '--all');
  expect(repository.git('diff', '--cached', '--name-only')).not.toContain('some/');
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

test('with the report of the run before, events say what is new, known or gone; without it there is a note', async () => {
  const repository = trustingRepository();
  repository.write(
    'clusters/prod/a.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {password: Xk7pQ2vLm9Rt4WzB8nYc}\n',
  );
  commitRaw(repository);
  const out = temporaryDirectory();
  const events = () =>
    readFileSync(join(out, 'report.ocsf.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const flags = ['--out', out, '--previous-report', join(out, 'report.json')];
  const first = await check(repository, ...flags);
  expect(JSON.parse(first.stdout).notes.join()).toMatch(/The previous report \S+ cannot be used \(ENOENT\)/);
  const [run, found] = events();
  expect([run.class_uid, found.activity_name, found.finding_info.uid]).toEqual([
    6007,
    'Create',
    first.findings[0]?.fingerprint,
  ]);
  expect(run.unmapped).toMatchObject({ head_sha: repository.head(), base_sha: repository.git('rev-parse', 'main') });
  expect(run.unmapped.steps.map(({ name }: { name: string }) => name)).toContain('Judge');
  const second = await check(repository, ...flags);
  expect([second.code, events()[1].activity_name, events()[0].metadata.uid]).toEqual([1, 'Update', run.metadata.uid]);
  // A secret that only a later commit takes out is still in the history.
  repository.git('reset', '--quiet', '--hard', 'HEAD~1');
  repository.write('clusters/prod/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
  commitRaw(repository);
  expect((await check(repository, ...flags)).code).toBe(0);
  expect(events().map(({ activity_name: name }) => name)).toEqual(['Completed', 'Close']);
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
