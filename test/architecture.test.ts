import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const source = join(import.meta.dirname, '../src');

/** Left never imports right. Files of `src/` itself are layers of their own, listed by name. */
const layers: readonly (readonly string[])[] = [
  [
    'version',
    'clipped',
    'groups',
    'input-error',
    'severity',
    'nearest',
    'plain-values',
    'progress',
    'system-error',
    'unjudged',
  ],
  ['yaml'],
  ['git'],
  ['policy'],
  ['signature'],
  ['history', 'kube'],
  ['render'],
  ['rbac', 'secrets', 'hidden'],
  ['workload'],
  ['network', 'delivery', 'admission', 'audit', 'posture'],
  ['rules'],
  ['gate'],
  ['fix', 'inputs'],
  ['report'],
  ['publish'],
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
  '@actions/core': /^host\/github\//,
  '@actions/github': /^host\/github\//,
  '@gitbeaker/rest': /^host\/gitlab\//,
  'node:child_process': /^(?:git|render\/tools)\//,
};

/** What only the two ends may touch: the middle is pure. */
const ioModules = /^node:(fs|fs\/promises|child_process|http|https|net|os|dns|tls|worker_threads)$/;
const pureLayers =
  /^(yaml|policy|signature|history|kube|render(?!\/tools)|rbac|secrets|hidden|workload|network|delivery|admission|audit|posture|rules|gate|fix|report|publish)(\/|\.ts$)/;

const topLevel =
  /^(|\.[\w-]+(\.(json|yaml))?|README\.md|LICENSE|package(-lock)?\.json|tsconfig\.json|action\.yml|gitlab-component|src|dist|test)$/;

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

  test('every file belongs to a layer and imports only leftwards', () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
    const wrong = files.flatMap((file) =>
      local(file)
        .filter((imported) => layerOf(imported) > layerOf(file))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('packages are imported by their doors only', () => {
    const isAllowed = (file: string, name: string): boolean =>
      name.startsWith('.') ||
      (name.startsWith('node:') && doors[name] === undefined) ||
      doors[name]?.test(file) === true;
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !isAllowed(file, name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the pure layers do no I/O', () => {
    const pure = files.filter((file) => pureLayers.test(file));
    expect(pure.length).toBeGreaterThan(100);
    const wrong = pure.filter((file) => importsOf(file).some((name) => ioModules.test(name)));
    expect(wrong).toEqual([]);
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

  test('sub-folders of a room import each other one way', () => {
    const room = (file: string) => file.split('/').slice(0, 2).join('/');
    const edges = new Map<string, Set<string>>();
    for (const file of files) {
      for (const imported of local(file)) {
        const [from, to] = [dirname(file), dirname(imported)];
        const isWithinRoom = file.split('/')[0] === imported.split('/')[0];
        if (!isWithinRoom || room(file) === room(imported) || !from.includes('/') || !to.includes('/')) continue;
        edges.set(room(file), (edges.get(room(file)) ?? new Set()).add(room(imported)));
      }
    }
    expect(edges.size).toBeGreaterThan(5);
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(edges.get(from) ?? [])].some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    expect([...edges.keys()].filter((folder) => reaches(folder, folder))).toEqual([]);
  });

  test('the top level holds what it is for and nothing left behind', () => {
    const root = join(source, '..');
    const ofGit = () => execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
    const unpacked = () => readdirSync(root).filter((name) => !/^(node_modules|build|coverage)$/.test(name));
    const paths = existsSync(join(root, '.git')) ? ofGit() : unpacked();
    const top = new Set(paths.flatMap((path) => path.split('/').slice(0, 1)));
    expect([...top].filter((name) => !topLevel.test(name))).toEqual([]);
  });

  test('folders have at most 15 files', () => {
    const count = new Map<string, number>();
    for (const file of files) count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1);
    expect([...count].filter(([, files]) => files > 15)).toEqual([]);
  });
});
