import { describe, expect, test } from '@jest/globals';
import {
  builtPaths,
  folderOf,
  generatedFiles,
  isKustomization,
  pathBelow,
  touchedKustomizations,
} from '../../src/kube/kustomization.ts';
import { readFile } from '../../src/kube/read-file.ts';
import type { TouchedFile } from '../../src/kube/touched-file.ts';
import { limits } from '../yaml/limits.ts';

test.each([
  ['kustomization.yaml', true],
  ['a/b/kustomization.yml', true],
  ['a/Kustomization', true],
  ['a/kustomization.json', false],
  ['a/Kustomization.yaml', false],
  ['kustomization.yaml/a.yaml', false],
  ['my-kustomization.yaml', false],
])('%s is a kustomization: %s', (path, is) => expect(isKustomization(path)).toBe(is));

test.each([
  ['', ''],
  ['a.yaml', ''],
  ['/a.yaml', ''],
  ['a/b.yaml', 'a'],
  ['a/b/c', 'a/b'],
])('the folder of %j is %j', (path, folder) => expect(folderOf(path)).toBe(folder));

test.each([
  ['', 'a.yaml', 'a.yaml'],
  ['a', 'b.yaml', 'a/b.yaml'],
  ['a/b', './c//d/', 'a/b/c/d'],
  ['a/b', '../c', 'a/c'],
  ['a/b', '../..', ''],
  ['a', '..', ''],
  ['a', '../..', undefined],
  ['', '..', undefined],
  ['a', '../../a', undefined],
  ['a', '/b', undefined],
  ['a', 'b..', 'a/b..'],
])('below %j %j is %j', (folder, name, path) => expect(pathBelow(folder, name)).toBe(path));

describe('what a kustomization builds from', () => {
  test('is every file and folder that it names, in its own folder', () => {
    const kustomization = {
      resources: ['r.yaml', '../base'],
      bases: ['b'],
      components: ['c'],
      crds: ['crd.yaml'],
      configurations: ['conf.yaml'],
      patchesStrategicMerge: ['p.yaml', 'apiVersion: v1\nkind: Pod\n'],
      generators: ['g.yaml'],
      transformers: ['t.yaml'],
      validators: ['v.yaml'],
      patches: [{ path: 'patch.yaml' }, { patch: 'x' }, 'text'],
      patchesJson6902: [{ path: 'json.yaml' }],
      replacements: [{ path: 'repl.yaml' }, { path: 1 }],
      openapi: { path: 'schema.json' },
      configMapGenerator: [{ files: ['f'] }],
      namePrefix: 'a',
    };
    expect(builtPaths(kustomization, 'o/x')).toEqual([
      'o/x/r.yaml',
      'o/base',
      'o/x/b',
      'o/x/c',
      'o/x/crd.yaml',
      'o/x/conf.yaml',
      'o/x/p.yaml',
      'o/x/g.yaml',
      'o/x/t.yaml',
      'o/x/v.yaml',
      'o/x/patch.yaml',
      'o/x/json.yaml',
      'o/x/repl.yaml',
      'o/x/schema.json',
    ]);
  });

  test('is nothing outside the repository, and nothing of another shape', () => {
    expect(builtPaths({ resources: ['../../x', '/etc/x', 1, null, 'a'] }, 'o')).toEqual(['o/a']);
    expect(builtPaths({ resources: 'a.yaml', patches: { path: 'b' }, openapi: 'c' }, '')).toEqual([]);
    for (const value of [undefined, null, 'resources', ['a.yaml']]) expect(builtPaths(value, '')).toEqual([]);
  });
});

test('generators pack files, each into what it makes of them', () => {
  const kustomization = {
    configMapGenerator: [
      { name: 'a', files: ['x.conf', 'key=y.conf', 'key=a=b.conf', '../../out'], envs: ['one.env'], env: 'two.env' },
      { literals: ['a=b'] },
    ],
    secretGenerator: [{ files: ['s.txt', 1], envs: 'not-a-list.env' }],
  };
  expect(generatedFiles(kustomization, 'o')).toEqual([
    { path: 'o/x.conf', as: 'file', inSecret: false },
    { path: 'o/y.conf', as: 'file', inSecret: false },
    { path: 'o/a=b.conf', as: 'file', inSecret: false },
    { path: 'o/one.env', as: 'env', inSecret: false },
    { path: 'o/two.env', as: 'env', inSecret: false },
    { path: 'o/s.txt', as: 'file', inSecret: true },
    { path: 'o/not-a-list.env', as: 'env', inSecret: true },
  ]);
  expect(generatedFiles(undefined, '')).toEqual([]);
});

test('the documents of touched kustomizations are those of the side that is asked for', () => {
  const side = (path: string, text: string) => {
    const bytes = Buffer.from(text);
    const content = { path, mode: '100644', id: text, size: bytes.length, bytes, limits };
    return readFile({ ...content, isTemplate: false, isNamed: false });
  };
  const file = (path: string, before: string | undefined, after: string | undefined): TouchedFile => ({
    path,
    scope: '.',
    before: before === undefined ? undefined : side(path, before),
    after: after === undefined ? undefined : side(path, after),
    movedFrom: undefined,
  });
  const touched = [
    file('a/kustomization.yaml', 'a: 1\n', 'a: 2\n---\nb: 3\n'),
    file('values.yaml', 'c: 1\n', 'c: 2\n'),
    file('Kustomization', undefined, 'd: 1\n'),
  ];
  expect([...touchedKustomizations(touched, 'before')]).toEqual([{ folder: 'a', value: { a: 1 } }]);
  expect([...touchedKustomizations(touched, 'after')]).toEqual([
    { folder: 'a', value: { a: 2 } },
    { folder: 'a', value: { b: 3 } },
    { folder: '', value: { d: 1 } },
  ]);
});
