import { describe, expect, test } from '@jest/globals';
import { changedFile } from '../../src/render/blame/changed-file.ts';
import { entryOf } from '../../src/render/blame/include-chain.ts';
import { patchesIn, placesIn } from '../../src/render/blame/patches.ts';
import { Graph } from '../../src/render/graph/graph.ts';
import type { Root } from '../../src/render/model/root.ts';
import type { Path } from '../../src/yaml/document.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits, type Texts, viewOf } from './delivered.ts';

const object = {
  kind: 'Deployment',
  metadata: { name: 'pre-web' },
  spec: {
    replicas: 1,
    list: [
      { name: 'a', x: 1 },
      { name: 'b', x: 2 },
    ],
  },
};
const places = (value: unknown, path: Path, target: object = {}) =>
  placesIn({ value, target: target as never, at: () => ({ line: 1, column: 1 }) }, object, path).map(
    (each) => `${each.path.join('.')} ${each.score}${each.isExact ? '' : ' among others'}`,
  );
const op = (path: string, value?: unknown, more = {}) => [
  { op: 'add', path, ...(value === undefined ? {} : { value }), ...more },
];
const merge = (spec: unknown, more = {}) => ({ kind: 'Deployment', metadata: { name: 'web' }, spec, ...more });
const replacement = (fieldPaths: unknown[], kind?: string, source = {}) => [
  { source, targets: [{ select: { kind }, fieldPaths }] },
];

test.each<[patch: unknown, path: Path, found: readonly string[]]>([
  [op('/spec/replicas', 2), ['spec', 'replicas'], ['0.value 4']],
  [op('/spec', { replicas: 2, z: 1 }), ['spec', 'replicas'], ['0.value.replicas 2']],
  [op('/spec', { a: { b: 1 } }), ['spec', 'replicas'], ['0.value.a.b 2']],
  [op('/spec', { a: 1, b: 2 }), ['spec', 'replicas'], ['0.value 2 among others']],
  [op('/spec', [{ a: 1 }]), ['spec'], ['0.value.0.a 2']],
  [op('/spec', {}), ['spec', 'x'], ['0.value 2']],
  [op('/spec/list/1/x', 3), ['spec', 'list', 1, 'x'], ['0.value 8']],
  [op('/spec/list/0/x', 3), ['spec', 'list', 1, 'x'], ['0.value 7']],
  [op('/spec/list/-', { x: 3 }), ['spec', 'list', 1, 'x'], ['0.value.x 5']],
  [op('/spec/list/name', 3), ['spec', 'list', 1], []],
  [op('/spec/1', 3), ['spec', 'list'], []],
  [op('/spec/a~1b~0c', 3), ['spec', 'a/b~c'], ['0.value 4']],
  [op('/metadata', 3), ['spec'], []],
  [op('', 3), ['spec'], []],
  [op('/spec/replicas/more', 3), ['spec', 'replicas'], ['0.value 4']],
  [op('/spec/replicas'), ['spec', 'replicas'], ['0.path 4 among others']],
  [[{ path: '/spec', value: 1 }, { op: 'add', value: 1 }, 'x'], ['spec'], []],
  [[...op('/x', 1), ...op('/spec', 1)], ['spec'], ['1.value 2']],
  [merge({ replicas: 2 }), ['spec', 'replicas'], ['spec.replicas 4']],
  [merge({ other: 2 }), ['spec', 'replicas'], []],
  [merge({ a: 1 }), ['spec'], ['spec.a 2']],
  [merge({ list: [{ name: 'b', x: 3 }] }), ['spec', 'list', 1, 'x'], ['spec.list.0.x 8']],
  [merge({ list: [{ name: 'c' }, { name: 'b', x: 3 }] }), ['spec', 'list', 1, 'x'], ['spec.list.1.x 8']],
  [merge({ list: [{ x: 3 }] }), ['spec', 'list', 1, 'x'], ['spec.list.0.x 8']],
  [merge({ list: [{ x: 3 }, { x: 4 }] }), ['spec', 'list', 1, 'x'], ['spec.list.1.x 8']],
  [merge({ list: [{ z: 3 }, { z: 4 }] }), ['spec', 'list', 5, 'x'], ['spec.list 4 among others']],
  [merge({ list: 'x' }), ['spec', 'list', 0], ['spec.list 4']],
  [merge({ replicas: 2 }, { kind: 'Pod' }), ['spec', 'replicas'], []],
  [merge({ replicas: 2 }, { metadata: { name: 'other' } }), ['spec', 'replicas'], []],
  [merge({ replicas: 2 }, { metadata: {} }), ['spec', 'replicas'], []],
  [replacement(['spec.replicas']), ['spec', 'replicas'], ['0.targets.0.fieldPaths.0 4']],
  [
    replacement(['x', 'spec.replicas'], 'Deployment', { kind: 'A', name: 'b' }),
    ['spec', 'replicas'],
    ['0.source.kind 4', '0.source.name 4', '0.targets.0.fieldPaths.1 4'],
  ],
  [replacement(['spec.list.[name=b].x']), ['spec', 'list', 1, 'x'], ['0.targets.0.fieldPaths.0 7']],
  [replacement(['spec.replicas'], 'Pod'), ['spec', 'replicas'], []],
  [replacement(['spec.replicas'], 'Deploy.*'), ['spec', 'replicas'], ['0.targets.0.fieldPaths.0 4']],
  ['x', ['spec'], []],
])('the places of the patch %j for %j', (patch, path, found) => expect(places(patch, path)).toEqual(found));

test('a target says for what a patch is', () => {
  const value = op('/spec', 1);
  expect(
    ['Deployment', 'Pod', 'Pod|Deployment', undefined].map((kind) => places(value, ['spec'], { kind }).length),
  ).toEqual([1, 0, 1, 1]);
  expect(
    ['Deployment', 'Pod', '.*'].map(
      (kind) => places(merge({ replicas: 2 }, { kind: 'Any' }), ['spec', 'replicas'], { kind }).length,
    ),
  ).toEqual([1, 0, 1]);
});

test('patches are found where they are written, the first ones first', () => {
  const source = `patches:
- target: {kind: A}
  patch: |-
    - op: add
      path: /a
- patch: {x: 1}
patchesStrategicMerge:
- |-
  kind: B
  y: 1
- kind: C
transformers:
- |-
  kind: D
  replacements:
  - source: {}
replacements:
- source: {}
other: {patches: x}
`;
  const [document] = parseYaml(Buffer.from(source), limits).documents;
  if (document === undefined) throw new Error(source);
  const found = patchesIn(document, false).map(({ value, target, at }) => [
    JSON.stringify(value),
    JSON.stringify(target),
    at([]).line,
    at(Array.isArray(value) ? [0] : ['y']).line,
  ]);
  expect(found.sort((a, b) => Number(a[2]) - Number(b[2]))).toEqual([
    ['[{"op":"add","path":"/a"}]', '{"kind":"A"}', 4, 4],
    ['{"x":1}', '{}', 6, 6],
    ['{"kind":"B","true":1}', '{}', 9, 9],
    ['{"kind":"C"}', '{}', 11, 11],
    ['[{"source":{}}]', '{}', 15, 16],
    ['[{"source":{}}]', '{}', 17, 18],
  ]);
  expect(patchesIn(document, true).length).toBe(7);
});

describe('the changed entry that leads to a file', () => {
  const entry = (made: string, before: Texts, after: Texts, more: Partial<Root> = {}, folder = 'k') => {
    const views = { before: viewOf(before), after: viewOf({ ...before, ...after }) };
    const graph = new Graph(views.after);
    const { kustomizations } = graph.closure([folder], []);
    const root = {
      folder,
      sources: [{ kind: 'kustomize', folder, options: {} }],
      declared: undefined,
      ...more,
    } as unknown as Root;
    const found = entryOf(made, root, kustomizations, views.after, (path) =>
      views.after.file(path) === undefined || before[path] === after[path] || after[path] === undefined
        ? undefined
        : changedFile(path, views.before, views.after),
    );
    return found && `${found.file}:${found.line}:${found.column}`;
  };
  const files: Texts = {
    'k/kustomization.yaml': 'resources:\n- ../l\n',
    'l/kustomization.yaml': 'resources:\n- a.yaml\n',
    'l/a.yaml': 'x',
    'l/b.yaml': 'x',
    'm/kustomization.yaml': 'resources:\n- c.yaml\n',
    'm/c.yaml': 'x',
    'c/kustomization.yaml': 'kind: Component\nresources: [d.yaml]\n',
    'c/d.yaml': 'x',
  };

  test('is that of the kustomization, the outermost one first', () => {
    expect(entry('l/b.yaml', files, { 'l/kustomization.yaml': 'resources:\n- a.yaml\n- b.yaml\n' })).toBe(
      'l/kustomization.yaml:3:3',
    );
    expect(entry('m/c.yaml', files, { 'k/kustomization.yaml': 'resources:\n- ../l\n- ../m\n' })).toBe(
      'k/kustomization.yaml:3:3',
    );
    expect(
      entry('m/c.yaml', files, {
        'k/kustomization.yaml': 'resources:\n- ../l\n- ../m\n',
        'm/kustomization.yaml': '\nresources:\n- c.yaml\n',
      }),
    ).toBe('k/kustomization.yaml:3:3');
    expect(entry('l/a.yaml', files, { 'k/kustomization.yaml': 'namePrefix: x\nresources:\n- ../l\n' })).toBeUndefined();
    expect(entry('none.yaml', files, { 'k/kustomization.yaml': 'resources:\n- ../m\n' })).toBeUndefined();
    expect(entry('m/kustomization.yaml', files, { 'k/kustomization.yaml': 'resources:\n- ../l\n- ../m\n' })).toBe(
      'k/kustomization.yaml:3:3',
    );
    const circle = { ...files, 'l/kustomization.yaml': 'resources:\n- a.yaml\n- ../k\n' };
    expect(entry('none.yaml', circle, { 'k/kustomization.yaml': 'resources:\n- ../l\n- ../m\n' })).toBeUndefined();
    const chart = { ...files, 'k/charts/z/Chart.yaml': 'name: z\n', 'k/charts/z/templates/t.yaml': 'x' };
    expect(
      entry('k/charts/z/templates/t.yaml', chart, {
        'k/kustomization.yaml': 'resources:\n- ../l\nhelmCharts:\n- name: z\n',
      }),
    ).toBe('k/kustomization.yaml:4:3');
  });

  const declared = { declared: { file: 'r.yaml', document: 0, at: [] } };
  test('is the line of a declaration that lays a component over it', () => {
    const sources = [{ kind: 'kustomize', folder: 'k', options: { components: ['c'] } }] as unknown as Root['sources'];
    const views = { ...files, 'r.yaml': 'spec:\n  path: k\n' };
    const after = { 'r.yaml': 'spec:\n  path: k\n  components: ["../c"]\n' };
    const all = { ...declared, sources };
    const graphed = (made: string) => {
      const view = viewOf({ ...views, ...after });
      const { kustomizations } = new Graph(view).closure(['k', 'c'], []);
      const found = entryOf(made, { folder: 'k', ...all } as unknown as Root, kustomizations, view, (path) =>
        path === 'r.yaml' ? changedFile(path, viewOf(views), view) : undefined,
      );
      return found && `${found.file}:${found.line}:${found.column}`;
    };
    expect([graphed('c/d.yaml'), graphed('none.yaml')]).toEqual(['r.yaml:3:17', undefined]);
  });

  test('is the line of a declaration that says most of its folder', () => {
    const lines = (text: string) =>
      entry('apps/web/a.yaml', { ...files, 'r.yaml': 'x: y\n' }, { 'r.yaml': text }, declared);
    expect(lines('x: y\npath: ./apps\n')).toBe('r.yaml:2:7');
    expect(lines('x: y\npath: apps\npath2: z\n"chart": "apps/web"\n')).toBe('r.yaml:4:11');
    expect(lines('x: y\npath: other\n')).toBeUndefined();
    expect(lines('x: y\npath: .\n')).toBeUndefined();
    expect(lines('x: y\nmypath: apps\n')).toBeUndefined();
  });
});
