import { describe, expect, test } from '@jest/globals';
import { type Files, judgeChange } from './judge.ts';

const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ops}
rules:
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
- apiGroups: ["*"]
  resources: ["*"]
  verbs: ["*"]
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ops}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ops}
subjects: [{kind: ServiceAccount, name: app, namespace: shop}]
`;
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  template:
    spec:
      serviceAccountName: app
      containers: [{name: web, image: "nginx:1"}]
`;
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {x: "1", role: cluster-admin}\n';
const objects = { 'k/r.yaml': role, 'k/b.yaml': binding, 'k/d.yaml': deployment, 'k/m.yaml': map };
const all = 'resources: [r.yaml, b.yaml, d.yaml, m.yaml]\n';
const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n';
const patches = (kind: string, ...operations: string[]) =>
  `patches:\n- target: {kind: ${kind}}\n  patch: |-\n${operations.map((each) => `    - ${each}\n`).join('')}`;
const transformer = (kind: string, more: string) => `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: t}\n${more}`;

/** What is found where the kustomization of a folder says more, or something else, than before. */
async function found(before: string, after: string, files: Files = {}, then: Files = {}, resources = all) {
  const own = { ...objects, 'k/kustomization.yaml': resources + before, ...files };
  return (await judgeChange(own, { 'k/kustomization.yaml': resources + after, ...then }, { usesTools: false })).lines;
}
const high = (place: string) => [`${place} high unreadable-manifest`];

const removal = '{op: remove, path: /rules/1}';
const annotation = '{op: add, path: /metadata/annotations, value: {a: b}}';
const verbs = (...list: string[]) => `{op: replace, path: /rules/0/verbs, value: [${list.join(', ')}]}`;
const deletion = `patches:\n- patch: |-\n    $patch: delete\n    ${binding.replaceAll('\n', '\n    ').trimEnd()}\n`;
const named = 'patches: [{path: p, target: {kind: ClusterRole}}]\n';

describe('without kustomize, a patch that narrowed', () => {
  test.each<[string, string, string, Files, Files, string]>([
    ['is gone', patches('ClusterRole', removal), '', {}, {}, 'k/kustomization.yaml:1'],
    [
      'does something else',
      patches('ClusterRole', removal),
      patches('ClusterRole', annotation),
      {},
      {},
      'k/kustomization.yaml:2',
    ],
    [
      'narrows less',
      patches('ClusterRole', verbs('get')),
      patches('ClusterRole', verbs('get', 'list')),
      {},
      {},
      'k/kustomization.yaml:2',
    ],
    ['deleted a binding', deletion, '', {}, {}, 'k/kustomization.yaml:1'],
    ['is emptied in its file', named, named, { 'k/p': `- ${removal}\n` }, { 'k/p': `- ${annotation}\n` }, 'k/p:1'],
  ])('%s', async (_, before, after, files, then, place) =>
    expect(await found(before, after, files, then)).toEqual(high(place)),
  );

  test.each<[string, string, string, Files, Files]>([
    ['narrows more', patches('ClusterRole', verbs('get', 'list')), patches('ClusterRole', verbs('get')), {}, {}],
    ['does more', patches('ClusterRole', removal), patches('ClusterRole', removal, annotation), {}, {}],
    ['moves to a file', patches('ClusterRole', removal), named, {}, { 'k/p': `- ${removal}\n` }],
    ['has a comment', named, named, { 'k/p': `- ${removal}\n` }, { 'k/p': `# x\n- ${removal}\n` }],
    ['narrowed nothing', patches('Deployment', '{op: replace, path: /spec/replicas, value: 1}'), '', {}, {}],
  ])('but not one that %s', async (_, before, after, files, then) =>
    expect(await found(before, after, files, then)).toEqual([]),
  );
});

describe('without kustomize, transformers are judged by what they do', () => {
  const patched = (operation: string) =>
    transformer('PatchTransformer', `target: {kind: ClusterRole}\npatch: |-\n  - ${operation}\n`);
  const widening = '{op: add, path: /rules/0/verbs/-, value: "*"}';
  const list = 'transformers: [t.yaml]\n';
  const account = transformer(
    'PatchTransformer',
    'target: {kind: Deployment}\npatch: |-\n  - {op: replace, path: /spec/template/spec/serviceAccountName, value: admin}\n',
  );
  const folder = (namespace: string) =>
    transformer('NamespaceTransformer', '').replace('name: t', `name: t, namespace: ${namespace}`);
  test.each<[string, string, string, Files, Files, string]>([
    ['a new one', '', list, {}, { 'k/t.yaml': patched(widening) }, 'k/t.yaml:1'],
    [
      'one in place',
      '',
      `transformers:\n- |-\n  ${patched(widening).replaceAll('\n', '\n  ').trimEnd()}\n`,
      {},
      {},
      'k/kustomization.yaml:4',
    ],
    [
      'one that is edited',
      list,
      list,
      { 'k/t.yaml': patched(annotation) },
      { 'k/t.yaml': patched(widening) },
      'k/t.yaml:6',
    ],
    [
      'the file of its patch',
      list,
      list,
      {
        'k/t.yaml': transformer('PatchTransformer', 'target: {kind: ClusterRole}\npath: p\n'),
        'k/p': `- ${annotation}\n`,
      },
      { 'k/p': `- ${widening}\n` },
      'k/p:1',
    ],
    [
      'one of a folder',
      'transformers: [t]\n',
      'transformers: [t]\n',
      { 'k/t/kustomization.yaml': 'resources: [t.yaml]\n', 'k/t/t.yaml': folder('shop') },
      { 'k/t/t.yaml': folder('kube-system') },
      'k/t/t.yaml:3',
    ],
    ['one that narrowed and is gone', list, '', { 'k/t.yaml': patched(removal) }, {}, 'k/kustomization.yaml:1'],
    ['one of an account', '', list, {}, { 'k/t.yaml': account }, 'k/t.yaml:1'],
  ])('%s', async (_, before, after, files, then, place) =>
    expect(await found(before, after, files, then)).toEqual(high(place)),
  );

  test.each([
    [
      'annotations',
      transformer(
        'AnnotationsTransformer',
        'annotations: {a: b}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n',
      ),
    ],
    [
      'labels that nothing selects',
      transformer('LabelTransformer', 'labels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]\n'),
    ],
    [
      'replicas',
      transformer(
        'PatchTransformer',
        'target: {kind: Deployment}\npatch: |-\n  - {op: replace, path: /spec/replicas, value: 1}\n',
      ),
    ],
  ])('but not %s', async (_, text) => expect(await found('', list, {}, { 'k/t.yaml': text })).toEqual([]));
});

describe('without kustomize, what changes others', () => {
  const narrowing = component + patches('ClusterRole', removal);
  const replicas = component + patches('Deployment', '{op: replace, path: /spec/replicas, value: 1}');
  const taken = 'components: [../c]\n';
  test.each<[string, string, string, Files, Files, string]>([
    [
      'a component of a namespace',
      '',
      taken,
      { 'c/kustomization.yaml': `${component}namespace: kube-system\n` },
      {},
      'k/kustomization.yaml:2',
    ],
    [
      'one that it takes in in turn',
      '',
      taken,
      {
        'c/kustomization.yaml': `${component}components: [../d]\n`,
        'd/kustomization.yaml': `${component}namespace: kube-system\n`,
      },
      {},
      'k/kustomization.yaml:2',
    ],
    [
      'another one',
      'components: [../d]\n',
      taken,
      { 'c/kustomization.yaml': `${component}namespace: a\n`, 'd/kustomization.yaml': replicas },
      {},
      'k/kustomization.yaml:2',
    ],
    ['one that narrowed and is gone', taken, '', { 'c/kustomization.yaml': narrowing }, {}, 'k/kustomization.yaml:1'],
    [
      'and its file with it',
      taken,
      '',
      { 'c/kustomization.yaml': narrowing },
      { 'c/kustomization.yaml': undefined },
      'k/kustomization.yaml:1',
    ],
  ])('%s is one finding', async (_, before, after, files, then, place) =>
    expect(await found(before, after, files, then)).toEqual(high(place)),
  );

  test.each<[string, string, string]>([
    ['replicas', '', taken],
    ['replicas that is gone', taken, ''],
  ])('a component of %s is none', async (_, before, after) =>
    expect(await found(before, after, { 'c/kustomization.yaml': replicas })).toEqual([]),
  );

  const chain = (middle: string): Files => ({
    'm/kustomization.yaml': `resources: [../k]\n${middle}`,
    'x/kustomization.yaml': 'resources: [../m]\n',
    'o/kustomization.yaml': 'resources: [../k]\n',
  });
  const through = { 'o/kustomization.yaml': 'resources: [../m]\n' };
  test('a kustomization between a root and its base', async () => {
    expect(await found('', '', chain('namespace: kube-system\n'), through)).toEqual(high('o/kustomization.yaml:1'));
    expect(await found('', '', chain('labels: [{pairs: {a: b}}]\n'), through)).toEqual([]);
    const past = { 'o/kustomization.yaml': 'resources: [../k]\n' };
    const narrow = { ...chain(patches('ClusterRole', removal)), ...through };
    expect(await found('', '', narrow, past)).toEqual(high('o/kustomization.yaml:1'));
  });
});

describe('without kustomize, what replacements and variables put into roles', () => {
  const into = (source: string, kind: string, field: string) =>
    `replacements:\n- source: ${source}\n  targets:\n  - select: {kind: ${kind}}\n    fieldPaths: [${field}]\n`;
  const generated = (verb: string) =>
    `configMapGenerator: [{name: g, literals: ["v=${verb}"]}]\n${into('{kind: ConfigMap, name: g, fieldPath: data.v}', 'ClusterRole', 'rules.0.verbs.0')}`;
  const inFile = 'replacements: [{path: rep.yaml}]\n';
  const variable =
    'vars:\n- {name: V, objref: {apiVersion: v1, kind: ConfigMap, name: m}, fieldref: {fieldpath: data.x}}\n';
  const other = { 'k/m.yaml': map.replace('"1"', '"*"') };
  test.each<[string, string, string, Files, Files, string]>([
    ['a literal of a generator', generated('get'), generated('*'), {}, {}, 'k/kustomization.yaml:2'],
    [
      'a file of a generator',
      generated('').replace('literals: ["v="]', 'envs: [e]'),
      generated('').replace('literals: ["v="]', 'envs: [e]'),
      { 'k/e': 'v=get\n' },
      { 'k/e': 'v=*\n' },
      'k/e:1',
    ],
    [
      'an object, by a file of replacements',
      inFile,
      inFile,
      {
        'k/rep.yaml':
          'source: {kind: ConfigMap, name: m, fieldPath: data.x}\ntargets:\n- select: {kind: ClusterRole}\n  fieldPaths: [rules.0.verbs.0]\n',
      },
      other,
      'k/m.yaml:4',
    ],
    [
      'an object, by a variable',
      variable,
      variable,
      { 'k/r.yaml': role.replace('[get,', '[$(V),') },
      other,
      'k/m.yaml:4',
    ],
    [
      'the whole spec of a pod',
      '',
      into('{kind: Deployment, name: web, fieldPath: spec}', 'Deployment', 'spec.template.spec'),
      {},
      {},
      'k/kustomization.yaml:3',
    ],
    [
      'one that is gone',
      into('{kind: ConfigMap, name: m, fieldPath: data.x}', 'ClusterRole', 'rules.1.verbs.0'),
      '',
      {},
      {},
      'k/kustomization.yaml:1',
    ],
  ])('%s', async (_, before, after, files, then, place) =>
    expect(await found(before, after, files, then)).toEqual(high(place)),
  );

  test.each<[string, string]>([
    ['replicas', into('{kind: ConfigMap, name: m, fieldPath: data.x}', 'Deployment', 'spec.replicas')],
    ['a variable that no role names', variable],
  ])('but not %s', async (_, text) => expect(await found(text, text, {}, other)).toEqual([]));
});

describe('without kustomize, names and labels', () => {
  const workload = 'resources: [d.yaml]\n';
  const account = { 'k/d.yaml': `${deployment}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: app}\n` };
  test.each<[string, string, string, Files, string]>([
    ['another namespace of workloads', 'namespace: a\n', 'namespace: b\n', {}, workload],
    ['a prefix of an account', '', 'namePrefix: a-\n', account, workload],
  ])('%s', async (_, before, after, files, resources) =>
    expect(await found(before, after, files, {}, resources)).toEqual(high('k/kustomization.yaml:2')),
  );

  test.each<[string, string, string, string]>([
    ['a prefix of workloads whose account is elsewhere', '', 'namePrefix: a-\n', workload],
    ['another namespace of what runs nothing', 'namespace: a\n', 'namespace: b\n', 'resources: [m.yaml]\n'],
  ])('but not %s', async (_, before, after, resources) =>
    expect(await found(before, after, {}, {}, resources)).toEqual([]),
  );

  const aggregating = {
    'k/b.yaml': `${binding}---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {team: shop}}]}\nrules: []\n`,
  };
  const label = (name: string) => patches('ClusterRole', `{op: add, path: /metadata/labels/${name}, value: shop}`);
  test('a label by which a role takes in others, in a patch', async () => {
    expect(await found('', label('team'), aggregating)).toEqual(high('k/kustomization.yaml:3'));
    expect(await found('', label('other'), aggregating)).toEqual([]);
    const merged =
      'patches:\n- patch: |-\n    apiVersion: rbac.authorization.k8s.io/v1\n    kind: ClusterRole\n    metadata: {name: ops, labels: {team: shop}}\n';
    expect(await found('', merged, aggregating)).toEqual(high('k/kustomization.yaml:3'));
  });

  test('a file of configurations', async () => {
    const text = (path: string) => `namePrefix:\n- {path: ${path}, kind: RoleBinding}\n`;
    const own = 'namePrefix: a-\nconfigurations: [c.yaml]\n';
    expect(await found(own, own, { 'k/c.yaml': text('x') }, { 'k/c.yaml': text('roleRef/name') })).toEqual(
      high('k/c.yaml:2'),
    );
  });
});
