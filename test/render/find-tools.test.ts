import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findTools } from '../../src/render/tools/find-tools.ts';

const { PATH } = process.env;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

/** Puts programs on the PATH that do what a shell script says. */
function put(programs: Record<string, string>): void {
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
}

const found = (milliseconds = 60_000) =>
  findTools(
    { directory: folder, environment: { PATH: '/usr/bin:/bin' }, prefix: [], milliseconds, outputBytes: 10_000 },
    { kustomize: true, helm: true },
  );

(process.platform === 'win32' ? test.skip : test).each<[string, Record<string, string>, readonly string[]]>([
  [
    'what is not there',
    {},
    [
      'neither kustomize (5.0 or newer) nor kubectl (1.30 or newer) is on the PATH',
      'helm (3.14 or newer) is not on the PATH',
    ],
  ],
  [
    'what is old',
    { kustomize: 'echo v4.5.7', helm: 'echo v3.20.1' },
    ['kustomize 4.5.7 is older than 5.0 and is not used'],
  ],
  [
    'what fails',
    { kustomize: 'echo v5.8.1', helm: 'exit 1' },
    ['helm is on the PATH and did not say its version, so it is not used'],
  ],
])('%s is said', async (_, programs, problems) => {
  put(programs);
  expect((await found()).problems).toEqual(problems);
});

(process.platform === 'win32' ? test.skip : test)('a slow one is not called missing', async () => {
  put({ kustomize: 'sleep 60', helm: 'sleep 60' });
  const { kustomize, helm, problems } = await found(500);
  expect([kustomize, helm]).toEqual([undefined, undefined]);
  expect([...problems].sort()).toEqual([
    'helm is on the PATH and did not say its version within 0.5 seconds',
    'kustomize is on the PATH and did not say its version within 0.5 seconds',
  ]);
});

(process.platform === 'win32' ? test.skip : test)(
  'each is asked once, and again where it is another file',
  async () => {
    const version = (number: string) => `echo asked >> ${folder}/asked; echo v${number}`;
    const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n').length;
    put({ kustomize: version('5.8.1'), helm: version('3.20.1') });
    for (const _ of [1, 2]) expect(await found()).toMatchObject({ kustomize: { version: '5.8.1' }, problems: [] });
    expect(asked()).toBe(2);
    put({ kustomize: version('5.9.10') });
    expect(await found()).toMatchObject({ kustomize: { version: '5.9.10' }, helm: { version: '3.20.1' } });
    expect(asked()).toBe(3);
  },
);
