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
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { applyFiles } from '../../src/cli/fix/apply-files.ts';
import { isInGitFolder } from '../../src/cli/fix/git-folder.ts';
import { takeVariable } from '../../src/cli/forge/take-variable.ts';
import { InputError } from '../../src/input-error.ts';
import type { FixedFile } from '../../src/run/find-fixes.ts';

/** Uses a fresh folder that holds these files. */
function within(files: Readonly<Record<string, string>>, use: (top: string) => void): void {
  const top = mkdtempSync(join(tmpdir(), 'gitops-gate-apply-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(top, dirname(path)), { recursive: true });
      writeFileSync(join(top, path), text);
    }
    use(top);
  } finally {
    rmSync(top, { recursive: true });
  }
}

const file = (text: string, mode = '100644') => ({ mode, bytes: Buffer.from(text) });

/** What is wrong with writing files, and how to fix it. */
function problems(top: string, ...files: readonly FixedFile[]) {
  try {
    applyFiles(top, files);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

describe('files of a fix', () => {
  test('are changed, made and removed, with the mode they are to have', () => {
    within({ 'a/x': 'old, and longer', 'a/y': 'old' }, (top) => {
      applyFiles(top, [
        { path: 'a/x', before: file('old, and longer'), after: file('new') },
        { path: 'a/y', before: file('old'), after: undefined },
        { path: 'b/c/run', before: undefined, after: file('back', '100755') },
        { path: 'b/c/plain', before: undefined, after: file('') },
        { path: '.gitignore', before: undefined, after: file('x') },
        { path: 'x.git/a', before: undefined, after: file('y') },
      ]);
      const names = ['a/x', 'b/c/run', 'b/c/plain', '.gitignore', 'x.git/a'];
      expect(names.map((name) => readFileSync(join(top, name), 'utf8'))).toEqual(['new', 'back', '', 'x', 'y']);
      expect(existsSync(join(top, 'a/y'))).toBe(false);
      expect(statSync(join(top, 'b/c/run')).mode & 0o777).toBe(0o755);
      expect(statSync(join(top, 'b/c/plain')).mode & 0o111).toBe(0);
    });
  });

  test.each(['', 'a//x', './x', 'a/./x', 'a/..', '../x', '.git', 'a/.GIT/x', 'a\\x', 'a/\ufffdFF'])(
    'are none at %j',
    (path) => {
      within({}, (top) => {
        expect(problems(top, { path, before: undefined, after: file('x') })).toEqual([
          {
            what: expect.stringMatching(/ is not a path that fix writes to$/),
            fix: 'write a patch instead: --patch FILE',
          },
        ]);
      });
    },
  );

  test('are all refused where one is not as it was judged', () => {
    const fix =
      'commit or put aside what is changed there, and check out the head; with core.autocrlf use --patch FILE';
    const other = (path: string) => ({ what: `${path} in the work tree is not as it was judged`, fix });
    within({ 'a/x': 'old', 'a/y': 'old' }, (top) => {
      expect(
        problems(
          top,
          { path: 'a/x', before: file('old'), after: file('new') },
          { path: 'a/y', before: file('older'), after: file('new') },
          { path: 'a/z', before: file('old'), after: file('new') },
          { path: 'a', before: undefined, after: file('new') },
          { path: 'a/x/y', before: file('old'), after: undefined },
        ),
      ).toEqual(['a/y', 'a/z', 'a', 'a/x/y'].map(other));
      expect(readFileSync(join(top, 'a/x'), 'utf8')).toBe('old');
    });
  });

  test('are regular files, and reached through no link', () => {
    within({ 'a/b/x': 'old', 'c/x': 'old' }, (top) => {
      symlinkSync(join(top, 'c'), join(top, 'a/link'));
      symlinkSync(join(top, 'c/x'), join(top, 'last'));
      expect(problems(top, { path: 'c/x', before: file('old'), after: file('/etc', '120000') })).toEqual([
        { what: 'c/x would not be a regular file', fix: 'write a patch instead: --patch FILE' },
      ]);
      expect(problems(top, { path: 'a/link/x', before: file('old'), after: file('new') })).toEqual([
        {
          what: 'a/link is not a folder (a link is not followed)',
          fix: 'check the head out as it is: git checkout HEAD -- .',
        },
      ]);
      expect(problems(top, { path: 'a/link/deep/y', before: undefined, after: file('new') })).toHaveLength(1);
      expect(problems(top, { path: 'last', before: file('old'), after: file('new') })[0]?.what).toBe(
        'last in the work tree is not as it was judged',
      );
      expect(problems(top, { path: 'a/b/x', before: file('old'), after: file('new') })).toEqual([]);
      expect(readFileSync(join(top, 'c/x'), 'utf8')).toBe('old');
    });
  });
});

test('a git folder is one by its name, or by what is in it, also through links', () => {
  within(
    {
      '.git/config': '',
      'bare/HEAD': '',
      'bare/objects/x': '',
      'bare/refs/x': '',
      'half/HEAD': '',
      'half/objects/x': '',
    },
    (top) => {
      symlinkSync(join(top, '.git'), join(top, 'link'));
      const inside = [
        '.git',
        '.git/x',
        '.git/hooks/x',
        '.GIT/x',
        'a/../.git/x',
        'link/x',
        'bare/x',
        'bare/hooks/x',
        'a/.git',
      ];
      const outside = ['x', 'a/x', '.github/x', 'x.git', 'git/x', 'half/x', 'nowhere/at/x'];
      expect(inside.filter((path) => !isInGitFolder(join(top, path)))).toEqual([]);
      expect(outside.filter((path) => isInGitFolder(join(top, path)))).toEqual([]);
    },
  );
});

test('a token is taken out of the environment', () => {
  const name = 'GITOPS_GATE_TEST_VARIABLE';
  for (const [value, expected] of [
    ['x', 'x'],
    [' x\n', 'x'],
    [' ', undefined],
    ['', undefined],
  ] as const) {
    process.env[name] = value;
    expect([takeVariable(name), process.env[name]]).toEqual([expected, undefined]);
  }
  expect(takeVariable(name)).toBeUndefined();
});
