import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { applyFiles } from '../../src/cli/fix/apply-files.ts';
import { isInGitFolder } from '../../src/cli/fix/git-folder.ts';

let top = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'gitops-gate-apply-'));
  mkdirSync(join(top, 'a'));
  writeFileSync(join(top, 'a/x.yaml'), 'old\n');
  writeFileSync(join(top, 'a/y.yaml'), 'old\n');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const file = (text: string, mode = '100644') => ({ mode, bytes: Buffer.from(text) });
const read = (path: string) => readFileSync(join(top, path), 'utf8');

describe('writing to a work tree', () => {
  test('changes, makes and removes files', () => {
    applyFiles(top, [
      { path: 'a/x.yaml', before: file('old\n'), after: file('new\n') },
      { path: 'a/y.yaml', before: file('old\n'), after: undefined },
      { path: 'b/c/z.sh', before: undefined, after: file('back\n', '100755') },
    ]);
    expect(read('a/x.yaml')).toBe('new\n');
    expect(existsSync(join(top, 'a/y.yaml'))).toBe(false);
    expect(read('b/c/z.sh')).toBe('back\n');
    expect(statSync(join(top, 'b/c/z.sh')).mode & 0o111).not.toBe(0);
  });

  test('shortens a file', () => {
    writeFileSync(join(top, 'a/x.yaml'), 'old, and longer\n');
    applyFiles(top, [{ path: 'a/x.yaml', before: file('old, and longer\n'), after: file('x\n') }]);
    expect(read('a/x.yaml')).toBe('x\n');
  });

  test.each([
    ['a file that is not as it was judged', 'a/y.yaml', file('other\n'), 'is not as it was judged'],
    ['a file that is there and was not judged', 'a/y.yaml', undefined, 'is not as it was judged'],
    ['a file that is not there', 'a/z.yaml', file('old\n'), 'is not as it was judged'],
    ['a folder', 'a', file('old\n'), 'is not as it was judged'],
    ['git’s own', '.git/config', undefined, 'is not a path that fix writes to'],
    ['git’s own in other letters', 'a/.GIT/hooks/pre-commit', undefined, 'is not a path that fix writes to'],
    ['what is outside', '../x.yaml', undefined, 'is not a path that fix writes to'],
    ['a path that is no text', 'a/\ufffdFF.yaml', undefined, 'is not a path that fix writes to'],
  ])('refuses %s, and then writes nothing', (_, path, before, what) => {
    const others = { path: 'a/x.yaml', before: file('old\n'), after: file('new\n') };
    expect(() => applyFiles(top, [others, { path, before, after: file('new\n') }])).toThrow(what);
    expect(read('a/x.yaml')).toBe('old\n');
  });

  test('follows no link, at the end or on the way', () => {
    const outside = mkdtempSync(join(tmpdir(), 'gitops-gate-outside-'));
    writeFileSync(join(outside, 'x.yaml'), 'old\n');
    symlinkSync(join(outside, 'x.yaml'), join(top, 'link.yaml'));
    symlinkSync(outside, join(top, 'folder'));
    for (const [path, before] of [
      ['link.yaml', file('old\n')],
      ['folder/x.yaml', file('old\n')],
      ['folder/new.yaml', undefined],
    ] as const)
      expect(() => applyFiles(top, [{ path, before, after: file('new\n') }])).toThrow();
    expect(readFileSync(join(outside, 'x.yaml'), 'utf8')).toBe('old\n');
    expect(existsSync(join(outside, 'new.yaml'))).toBe(false);
    rmSync(outside, { recursive: true });
  });

  test('writes no link', () => {
    expect(() =>
      applyFiles(top, [{ path: 'a/x.yaml', before: file('old\n'), after: file('/etc/passwd', '120000') }]),
    ).toThrow('not be a regular file');
  });
});

test('a patch is not written into a git folder, by whatever name, and is into any other', () => {
  mkdirSync(join(top, '.git/hooks'), { recursive: true });
  for (const name of ['HEAD', 'objects', 'refs']) mkdirSync(join(top, 'bare.git', name), { recursive: true });
  symlinkSync(join(top, '.git'), join(top, 'link'));
  for (const inside of [
    '.git/config',
    '.git/hooks/pre-commit',
    '.GIT/config',
    '.git',
    'a/../.git/config',
    'link/config',
    'bare.git/config',
    'bare.git/hooks/x',
  ])
    expect([inside, isInGitFolder(join(top, inside))]).toEqual([inside, true]);
  for (const outside of ['fix.patch', 'a/fix.patch', '.github/fix.patch', 'git/x', 'nowhere/fix.patch'])
    expect([outside, isInGitFolder(join(top, outside))]).toEqual([outside, false]);
});
