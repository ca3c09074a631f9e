import { describe, expect, test } from '@jest/globals';
import { Graph } from '../../src/render/graph/graph.ts';
import { isFor, kustomizationLayers, type Layer, laidOver } from '../../src/render/patched/patch-layers.ts';
import { deletingLayer, withLayers } from '../../src/render/patched/patched-resource.ts';
import { isCompared, isJudged, wantedBy } from '../../src/render/patched/patching.ts';
import { headOf } from '../../src/render/patched/unknown-objects.ts';
import { limits, objectsOf, type Texts, viewOf } from './delivered.ts';

const layersOf = (text: string, more: Texts = {}) =>
  kustomizationLayers(new Graph(viewOf({ 'k/kustomization.yaml': text, ...more })), 'k', limits);
const layer = (value: unknown, target?: object, isForAll = false) =>
  ({ value, target, isForAll, key: '', file: '', at: () => ({ file: '', line: 1, column: 1 }) }) as Layer;
const object = (kind: string, name: string, namespace?: string, more = '') =>
  objectsOf(
    `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}${namespace === undefined ? '' : `, namespace: ${namespace}`}}\n${more}`,
  )[0] as ReturnType<typeof objectsOf>[number];

test('labels and annotations for all are those by which something is judged', () => {
  const yes = [
    'pod-security.kubernetes.io/enforce',
    'openshift.io/run-level',
    'azure.workload.identity/use',
    'aadpodidbinding',
    'eks.amazonaws.com/role-arn',
    'iam.gke.io/gcp-service-account',
    'iam.amazonaws.com/role',
    'seccomp.security.alpha.kubernetes.io/pod',
    'container.apparmor.security.beta.kubernetes.io/x',
    'container.seccomp.security.alpha.kubernetes.io/x',
    'helm.sh/hook',
    'helm.sh/resource-policy',
    'argocd.argoproj.io/hook',
    'argocd.argoproj.io/hook-delete-policy',
  ];
  const no = [
    ...yes.map((each) => `x${each}`),
    'openshift.io/run-levelx',
    'aadpodidbindingx',
    'eks.amazonaws.com/role-arnx',
    'helm.sh/hookx',
    'helm.sh/resource-policyx',
    'pod-security',
    'app',
    'helm.sh/chart',
  ];
  const [all] = layersOf(
    JSON.stringify({ commonLabels: Object.fromEntries([...yes, ...no].map((key) => [key, 'v'])) }),
  );
  expect(
    Object.keys((all as { value: { metadata: { labels: object } } } | undefined)?.value.metadata.labels ?? {}),
  ).toEqual(yes);
});

test('layers are in the order of kustomize, and know where each of their values is', () => {
  const layers = layersOf(
    'components: [../c, ../none]\npatches:\n- patch: |-\n    kind: A\n    x: 1\n- {patch: "[{op: add}]", target: x}\n- {patch: text}\npatchesStrategicMerge:\n- p.yaml\n- none.yaml\ncommonLabels:\n  aadpodidbinding: a\n  openshift.io/run-level: b\n',
    {
      'k/p.yaml': 'kind: B\n---\nkind: C\n',
      'c/kustomization.yaml': 'kind: Component\ncomponents: [../c, ../k]\npatches: [{patch: "{kind: D}"}]\n',
    },
  );
  expect(
    layers.map(({ value, file, isForAll, target }) => [(value as { kind?: string }).kind, file, isForAll, target]),
  ).toEqual([
    ['D', 'c/kustomization.yaml', false, undefined],
    ['B', 'k/p.yaml', false, undefined],
    ['C', 'k/p.yaml', false, undefined],
    ['A', 'k/kustomization.yaml', false, undefined],
    [undefined, 'k/kustomization.yaml', false, undefined],
    [undefined, 'k/kustomization.yaml', true, undefined],
  ]);
  const all = layers.at(-1);
  expect(
    [
      layers[3]?.at(['x']),
      all?.at(['metadata', 'labels', 'openshift.io/run-level']),
      all?.at([]),
      layers[2]?.at(['kind']),
    ].map((each) => `${each?.file}:${each?.line}`),
  ).toEqual(['k/kustomization.yaml:5', 'k/kustomization.yaml:13', 'k/kustomization.yaml:11', 'k/p.yaml:3']);
  expect(layers[3]?.key).toBe('[null,{"kind":"A","x":1}]');
  expect(layersOf('patches: [{patch: "{kind: A}", target: {kind: B}}]\n')[0]?.key).toBe('[{"kind":"B"},{"kind":"A"}]');
  expect([layersOf(''), kustomizationLayers(new Graph(viewOf({})), 'k', limits)]).toEqual([[], []]);
});

test.each<[value: unknown, target: object | undefined, is: boolean]>([
  [{ kind: 'A', metadata: { name: 'x', namespace: 'ns' } }, undefined, true],
  [{ kind: 'A', metadata: { name: 'x' } }, undefined, true],
  [{ kind: 'A', metadata: { name: 'x', namespace: 'ms' } }, undefined, false],
  [{ kind: 'B', metadata: { name: 'x' } }, undefined, false],
  [{ kind: 'A', metadata: { name: 'y' } }, undefined, false],
  [{}, { kind: 'A' }, true],
  [{}, { kind: 'B' }, false],
  [{}, { kind: 'A', namespace: 'ms' }, false],
])('a layer %j with the target %j is for an object: %s', (value, target, is) => {
  expect(isFor(layer(value, target), object('A', 'x', 'ns'))).toBe(is);
  expect(isFor(layer(value, target, true), object('A', 'x', 'ns'))).toBe(true);
});

test('an object of no namespace may be one of any', () =>
  expect(isFor(layer({ kind: 'A', metadata: { name: 'x', namespace: 'ms' } }), object('A', 'x'))).toBe(true));

test('a layer changes an object but for what it is called', () => {
  const base = object('A', 'x', 'ns', 'z: 1\n');
  const over = (value: unknown, isForAll = false) =>
    laidOver(layer(value, undefined, isForAll), base.value, base, () => {});
  expect(
    over({ apiVersion: 'v2', kind: 'B', metadata: { name: 'z', namespace: 'ms', labels: { a: 'b' } }, w: 2 }),
  ).toEqual({ ...base.value, metadata: { name: 'x', namespace: 'ns', labels: { a: 'b' } }, w: 2 });
  expect(over({ kind: 'A', metadata: 'z' })).toEqual(base.value);
  expect(
    over([
      { op: 'remove', path: '/z' },
      { op: 'remove', path: '/none' },
    ]),
  ).not.toHaveProperty('z');
  expect(over({ $patch: 'delete' })).toBeUndefined();
  expect(over({ metadata: { labels: { a: 'b' } }, template: { metadata: {} }, spec: 1 }, true)).toEqual({
    ...base.value,
    metadata: { name: 'x', namespace: 'ns', labels: { a: 'b' } },
  });
  const gone = layer({ $patch: 'delete' });
  const kept = layer({ w: 1 });
  expect([deletingLayer(base, [kept, gone, kept]) === gone, deletingLayer(base, [kept])]).toEqual([true, undefined]);
  const place = () => ({ file: 'f', line: 9, column: 1 });
  expect([withLayers(base, [gone, kept], 'f', place), withLayers(base, [], 'f', place)?.at(['z'])]).toEqual([
    undefined,
    place(),
  ]);
});

describe('objects that are looked at', () => {
  test('are of other kinds than permissions and secrets', () => {
    const no = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'Secret'];
    const yes = ['Roles', 'SecretStore', 'MyRole', 'XSecret', 'Pod', 'Binding'];
    expect([...no, ...yes].filter((kind) => isCompared({ kind }))).toEqual(yes);
  });

  test('have what is judged of what is stated alone', () => {
    const is = (kind: string, value = {}) => isJudged({ kind, value });
    expect(
      ['Namespace', 'Project', 'ServiceAccount', 'Namespaces', 'AppProject', 'ServiceAccountX', 'XNamespace'].map(
        (kind) => is(kind),
      ),
    ).toEqual([true, true, true, false, false, false, false]);
    expect([is('X', { spec: {} }), is('X', { template: {} }), is('X', { spec: 1 })]).toEqual([true, true, false]);
  });

  test('are in files that have a word of theirs', () => {
    const wanted = (layers: readonly Layer[], text: string) => wantedBy(layers)(Buffer.from(text));
    const named = layer({ kind: 'A', metadata: { name: 'x-y' } });
    expect([wanted([named], 'a x-y b'), wanted([named], 'A'), wanted([], 'a')]).toEqual([true, false, false]);
    expect([
      wanted([layer({}, { kind: 'Kind', name: 'a.*' })], 'Kind'),
      wanted([layer({}, { kind: 'Kind', name: 'a.*' })], 'other'),
    ]).toEqual([true, false]);
    expect(wanted([layer({}, { kind: 'K|L' })], 'any')).toBe(true);
    expect([wanted([named, layer({}, { name: 'z' })], 'z'), wanted([named, layer({}, { name: 'z' })], 'x-y')]).toEqual([
      true,
      true,
    ]);
    const all = [layer({}, undefined, true)];
    expect(['Namespace', 'ServiceAccount', 'template', 'Role'].map((text) => wanted(all, text))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test.each<[value: unknown, target: object | undefined, head: object | undefined]>([
    [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'x', namespace: 'ns' } },
      undefined,
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'x', namespace: 'ns' } },
    ],
    [
      { kind: 'Deployment', metadata: {}, spec: {} },
      undefined,
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: '' } },
    ],
    [
      [],
      { kind: 'CronJob', name: 'x', namespace: 'ns' },
      { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'x', namespace: 'ns' } },
    ],
    [[], { kind: 'Pod' }, { apiVersion: 'v1', kind: 'Pod', metadata: { name: '*' } }],
    [[], { kind: 'Other', group: 'g', version: 'v1' }, { apiVersion: 'g/v1', kind: 'Other', metadata: { name: '*' } }],
    [[], { kind: 'Other', version: 'v1' }, { apiVersion: 'v1', kind: 'Other', metadata: { name: '*' } }],
    [[], { kind: 'Other', group: 'g' }, undefined],
    [[], { kind: 'constructor' }, undefined],
    [[], { kind: 'Pod|Job' }, undefined],
    [[], { kind: 'Pod ' }, undefined],
    [[], { name: 'x' }, undefined],
    [{ kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'x' } }, undefined, undefined],
    [
      { kind: 'ConfigMap', apiVersion: 'v1', spec: {} },
      { kind: 'Job', name: 'y' },
      { apiVersion: 'v1', kind: 'Job', metadata: { name: 'y' } },
    ],
  ])('are told by the patch %j or its target %j', (value, target, head) =>
    expect(headOf(layer(value, target))).toEqual(head),
  );
});
