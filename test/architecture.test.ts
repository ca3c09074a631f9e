import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const source = join(import.meta.dirname, '../src');

/** Left never imports right. Files of `src/` itself are layers of their own, listed by name. */
const layers: readonly (readonly string[])[] = [
  ['version', 'input-error', 'severity', 'nearest', 'scalar-text', 'system-error'],
  ['yaml'],
  ['git'],
  ['policy'],
  ['signature'],
  ['kube'],
  ['render'],
  ['rules'],
  ['gate'],
  ['report'],
  ['inputs'],
  ['host'],
  ['gather'],
  ['run'],
  ['demo'],
  ['cli', 'action'],
];

/** Packages have one door each: the only files that may import them. */
const doors: Readonly<Record<string, RegExp>> = {
  'js-yaml': /^yaml\//,
  '@actions/exec': /^git\//,
  '@actions/core': /^host\/github[a-z-]*\.ts$/,
  '@actions/github': /^host\/github[a-z-]*\.ts$/,
  '@gitbeaker/rest': /^host\/gitlab[a-z-]*\.ts$/,
  'node:child_process': /^git\//,
};

/** What only the two ends may touch: the middle is pure. */
const ioModules = /^node:(fs|fs\/promises|child_process|http|https|net|os|dns|tls|worker_threads)$/;
const pureLayers = /^(yaml|policy|signature|kube|rules|gate|report)(\/|\.ts$)/;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function local(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(source, normalize(join(source, dirname(file), name))).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'));
}

function layerOf(file: string): number {
  const name = file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');
  return layers.findIndex((layer) => layer.includes(name));
}

describe('the house', () => {
  test('there are files to judge, and their imports are found', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(local('run.ts').length).toBeGreaterThan(3);
  });

  test.each(files)('%s stands in a layer and imports only leftwards', (file) => {
    expect({ file, layer: layerOf(file) }).not.toEqual({ file, layer: -1 });
    const wrong = local(file).filter((imported) => layerOf(imported) > layerOf(file));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s goes through the packages by their doors', (file) => {
    const wrong = importsOf(file).filter((name) => {
      if (name.startsWith('.') || (name.startsWith('node:') && doors[name] === undefined)) return false;
      return doors[name]?.test(file) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test.each(files.filter((file) => pureLayers.test(file)))('%s does no I/O', (file) => {
    expect(importsOf(file).filter((name) => ioModules.test(name))).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'open') circles.push([...path, file].join(' → '));
      if (state.has(file)) return;
      state.set(file, 'open');
      for (const next of local(file)) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test.each(files)('%s has at most 300 lines', (file) => {
    const data = /\/data\/|\.data\.ts$/.test(file);
    if (!data) expect(readFileSync(join(source, file), 'utf8').split('\n').length).toBeLessThanOrEqual(301);
  });
});
