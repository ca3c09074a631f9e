import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { confine } from '../../src/render/tools/confinement.ts';
import { runLimited } from '../../src/render/tools/run-limited.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'confinement-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How a program that does what the script says ends where a call may take so long: by the clock three times as long. */
async function run(script: string, milliseconds: number) {
  const program = join(folder, 'program');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return runLimited(program, [], await confine(folder, milliseconds));
}

(existsSync('/usr/bin/prlimit') ? describe : describe.skip)('where the kernel counts the time a tool computes', () => {
  test('one that computes longer is ended for its time', async () =>
    expect(await run('while :; do :; done', 1000)).toMatchObject({ failure: 'time' }));

  test('one that other work keeps waiting is not', async () =>
    expect(await run('/bin/sleep 0.6; echo done', 400)).toMatchObject({ failure: undefined }));

  test('one that waits for ever is', async () =>
    expect(await run('/bin/sleep 60', 400)).toMatchObject({ failure: 'time' }));
});
