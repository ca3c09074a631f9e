import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { ObjectReader } from '../../src/git/process/object-reader.ts';
import { plainEnvironment, removeTemporary, temporaryDirectory } from './temporary-repository.ts';

let reader: ObjectReader | undefined;
afterEach(() => reader?.close());
afterAll(removeTemporary);

const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** A repository with two blobs, a git on the PATH that logs each start, and perhaps knows no `--batch-command`. */
function world({ isOld }: { isOld: boolean }) {
  const directory = temporaryDirectory();
  execFileSync(real, ['init', '-q', directory]);
  const write = (input: string) =>
    execFileSync(real, ['-C', directory, 'hash-object', '-w', '--stdin'], { input, encoding: 'utf8' }).trim();
  const ids = [write('one\n'), write('x'.repeat(200_000))];
  const refuse = isOld ? 'case "$*" in *--batch-command*) exit 129;; esac\n' : '';
  const log = join(directory, 'log');
  const script = `#!/bin/sh\n${refuse}echo "$*" >> '${log}'\nexec '${real}' "$@"\n`;
  writeFileSync(join(directory, 'git'), script, { mode: 0o755 });
  const environment = { ...plainEnvironment(), PATH: `${directory}:${process.env.PATH}` };
  reader = new ObjectReader({ directory, environment }, 'sha1');
  const starts = () => execFileSync('cat', [log], { encoding: 'utf8' }).trim().split('\n').length;
  return { reader, ids, missing: '1'.repeat(40), starts, directory };
}

describe.each([
  [false, 1],
  [true, 4],
])('with a git that is old: %s', (isOld, processes) => {
  test('infos and contents come in the order asked for', async () => {
    const { reader, ids, missing, starts } = world({ isOld });
    for (let round = 0; round < 2; round++) {
      const infos = await reader.infos([...ids, missing]);
      expect(infos.map((info) => info?.size)).toEqual([4, 200_000, undefined]);
      const sizes: (number | undefined)[] = [];
      for await (const object of reader.objects([ids[1] ?? '', missing, ids[0] ?? '']))
        sizes.push(object?.bytes.length);
      expect(sizes).toEqual([200_000, undefined, 4]);
    }
    expect(starts()).toBe(processes);
  });

  test('who asks while an answer is being read gets one of his own, and what is left unread is not an answer to the next', async () => {
    const { reader, ids } = world({ isOld });
    for await (const object of reader.objects([...ids].reverse())) {
      expect(object?.size).toBe(200_000);
      expect((await reader.infos(ids)).map((info) => info?.size)).toEqual([4, 200_000]);
      break;
    }
    expect((await reader.infos(ids)).map((info) => info?.size)).toEqual([4, 200_000]);
  });
});

test('a process that is kept finds what is written after it began, loose and packed', async () => {
  const { reader, ids, starts, directory } = world({ isOld: false });
  const store = (args: readonly string[], input: string) =>
    execFileSync(real, ['-C', directory, ...args], { input, encoding: 'utf8' }).trim();
  for (const isPacked of [false, true]) {
    const text = `packed: ${isPacked}\n`;
    const id = store(['hash-object', '--stdin'], text);
    expect(await reader.infos([ids[0] ?? '', id])).toEqual([expect.objectContaining({ size: 4 }), undefined]);
    store(['hash-object', '-w', '--stdin'], text);
    if (isPacked) {
      store(['pack-objects', '--quiet', '.git/objects/pack/pack'], `${id}\n`);
      execFileSync(real, ['-C', directory, 'prune-packed', '--quiet']);
    }
    expect(await reader.infos([id])).toEqual([expect.objectContaining({ id, size: text.length })]);
  }
  expect(starts()).toBe(1);
});
