import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { nodeProblem } from '../src/cli/node-version.ts';
import { built } from './built.ts';

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
