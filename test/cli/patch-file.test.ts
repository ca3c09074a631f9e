import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Arguments } from '../../src/cli/arguments.ts';
import { demandOutsideGit, removeOldPatch, writePatch } from '../../src/cli/fix/patch-file.ts';
import { InputError } from '../../src/input-error.ts';
import { Output } from '../program/output.ts';

/** Uses a fresh folder; what is printed, or what is wrong, without its name. */
function within(use: (file: (name: string) => string) => void): string[] {
  const top = mkdtempSync(join(tmpdir(), 'gitops-gate-patch-'));
  const { stderr } = process;
  const output = new Output();
  Object.defineProperty(process, 'stderr', { value: output.stream('stderr'), configurable: true });
  const said: string[] = [];
  try {
    use((name) => join(top, name));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    said.push(...error.problems.map(({ what, fix }) => `${what}: ${fix}`));
  } finally {
    Object.defineProperty(process, 'stderr', { value: stderr, configurable: true });
    rmSync(top, { recursive: true });
  }
  return [...output.with(0).stderr.split('\n').slice(0, -1), ...said].map((line) => line.replaceAll(`${top}/`, ''));
}

const patchIn = (file: string | undefined): Arguments => ({
  values: new Map(file === undefined ? [] : [['patch', file]]),
  switches: new Set(),
  positionals: [],
  problems: [],
});

test('a patch is written where there is none, and over an old one', () => {
  expect(
    within((file) => {
      writePatch(file('a'), 'old and longer\n');
      writePatch(file('a'), 'new\n');
      expect(readFileSync(file('a'), 'utf8')).toBe('new\n');
    }),
  ).toEqual([]);
});

test('a patch is not written through a link, into a folder, or where none is', () => {
  const fix = 'name a file that you may write';
  expect(
    within((file) => {
      writeFileSync(file('target'), 'kept');
      symlinkSync(file('target'), file('link'));
      expect(() => writePatch(file('link'), 'x')).toThrow('ELOOP');
      expect(readFileSync(file('target'), 'utf8')).toBe('kept');
      writePatch(file('gone/a'), 'x');
    }),
  ).toEqual([`the patch cannot be written to gone/a (ENOENT): ${fix}`]);
  expect(
    within((file) => {
      mkdirSync(file('folder'));
      writePatch(file('folder'), 'x');
    }),
  ).toEqual([`the patch cannot be written to folder (EISDIR): ${fix}`]);
});

test('an old patch is removed where there is none to write, and nothing else is', () => {
  expect(
    within((file) => {
      writeFileSync(file('a'), 'old');
      removeOldPatch(patchIn(file('a')));
      expect(existsSync(file('a'))).toBe(false);
    }),
  ).toEqual(['gitops-gate: note: there is no patch: the old a is removed']);
  expect(within((file) => removeOldPatch(patchIn(file('a'))))).toEqual([
    'gitops-gate: note: there is no patch, so a is not written',
  ]);
  expect(within(() => removeOldPatch(patchIn(undefined)))).toEqual([]);
  for (const make of [(name: string) => void mkdirSync(name), (name: string) => symlinkSync('x', name)])
    expect(
      within((file) => {
        make(file('a'));
        removeOldPatch(patchIn(file('a')));
      }),
    ).toEqual(['there is no patch, and what is at a is not a file: it was left alone: do not apply it']);
  expect(
    within((file) => {
      writeFileSync(file('a'), 'x');
      removeOldPatch(patchIn(file('a/b')));
    }),
  ).toEqual(['there is no patch, and the old a/b cannot be removed (ENOTDIR): remove it, and do not apply it']);
});

test('a patch is not asked for in a git folder', () => {
  expect(
    within((file) => {
      demandOutsideGit(patchIn(undefined));
      demandOutsideGit(patchIn(file('fix.patch')));
      demandOutsideGit(patchIn(file('.git/hooks/x')));
    }),
  ).toEqual(['.git/hooks/x is in a git folder: what git obeys is there: write the patch to another folder']);
});
