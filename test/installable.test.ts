import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { sourceDigest } from '../.ci/source-digest.mjs';
import { nodeProblem } from '../src/cli/node-version.ts';
import { built } from './built.ts';
import { removeTemporary, TemporaryRepository, temporaryDirectory } from './git/temporary-repository.ts';
import { isThorough } from './thorough.ts';

afterAll(removeTemporary);

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));

describe('the program is installed as one', () => {
  test('its file begins with the interpreter and may be run', () => {
    const program = built('cli/index.js');
    expect(readFileSync(program, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
    expect(() => accessSync(program, constants.X_OK)).not.toThrow();
  });

  test('a package of it holds the bundle, and asks for nothing else to be installed', () => {
    expect(manifest).toMatchObject({ bin: { 'gitops-gate': 'dist/cli/index.js' }, files: ['dist/cli'] });
    expect(Object.keys(manifest).filter((key) => /^(?:optional|peer|bundled?)?dependencies$/i.test(key))).toEqual([]);
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?(?:install|pack|prepare)$/.test(name)),
    ).toEqual([]);
  });

  test('pre-commit runs it from the checkout', () => {
    const [hook] = load(read('.pre-commit-hooks.yaml')) as {
      entry: string;
      language: string;
      pass_filenames: boolean;
    }[];
    expect(hook).toMatchObject({ language: 'script', pass_filenames: false });
    expect(hook?.entry).toBe(`${manifest.bin['gitops-gate']} check --staged`);
  });

  test.each(['18.20.8', '16.0.0', '0.12.1'])('Node.js %s is said to be too old', (version) => {
    expect(nodeProblem(version)).toEqual({
      what: `Node.js ${version} is too old.`,
      fix: expect.stringContaining('20.20'),
    });
  });

  test.each(['20.20.2', '24.9.0', '100.0.0'])('Node.js %s will do', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
    expect(manifest.engines.node).toBe('>=20.20');
  });
});

test('no script hides from a diff behind a NUL', () => {
  const scripts = spawnSync('git', ['ls-files', '-z', '*.ts', '*.mts', '*.mjs'], { cwd: root, encoding: 'utf8' });
  const files = scripts.stdout.split('\0').filter((file) => file !== '');
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => readFileSync(join(root, file)).includes(0))).toEqual([]);
});

describe('a copy is made one’s own by one script', () => {
  const own = (root: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(root, '.ci/own.mjs'), ...args], { encoding: 'utf8' });

  test.each([
    [],
    ['acme'],
    ['acme/fleet'],
    ['a b/gitops-gate'],
    ['http://git.example.com/acme/gitops-gate'],
    ['a/b', 'c'],
  ])('not with %j', (...args) => {
    expect(own(root, ...args)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('OWNER/gitops-gate'),
    });
  });

  const thoroughly = isThorough ? test : test.skip;
  thoroughly('no file has the old name, dist/ is what the sources give, and it runs', () => {
    const folder = join(temporaryDirectory(), 'copy');
    TemporaryRepository.create().git('clone', '--quiet', '--no-hardlinks', root, folder);
    expect(own(folder, 'https://gitlab.example.com/Platform/tools/gitops-gate')).toMatchObject({ status: 0 });
    const grep = (text: string, ...paths: string[]) =>
      spawnSync('git', ['grep', '--files-with-matches', '--fixed-strings', text, '--', ...paths], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout;
    expect(grep('gitops-gate/gitops-gate')).toBe('');
    expect(grep('acme/gitops-gate', 'README.md', '.github/docs', 'gitlab-component')).toBe('');
    expect(grep('git@gitlab.example.com:Platform/tools/gitops-gate.git', 'README.md')).toBe('README.md\n');
    expect(grep('https://gitlab.example.com/Platform/tools/gitops-gate', 'src', 'dist').split('\n')).toEqual(
      expect.arrayContaining(['dist/action/index.js', 'dist/cli/index.js', 'src/version.ts']),
    );
    expect(readFileSync(join(folder, 'dist/src.sha256'), 'utf8').trim()).toBe(sourceDigest(folder));
    expect(spawnSync(process.execPath, [join(folder, 'dist/cli/index.js'), 'demo']).status).toBe(1);
  });
});
