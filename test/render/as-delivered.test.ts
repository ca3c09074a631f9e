import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

type Texts = Record<string, string | undefined>;

const found = async (before: Texts, after: Texts) => {
  const { lines, messages } = await judgeChange(before, after, { usesTools: false });
  return lines.map((line, index) => `${line}: ${messages[index]}`);
};

const deployment = (profile: string, name = 'web') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    spec:
      securityContext: {runAsNonRoot: true${profile}}
      containers:
      - name: app
        image: ghcr.io/acme/web:1.2.3
        securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        resources: {limits: {memory: 1Gi}}
`;
const profile = ', seccompProfile: {type: RuntimeDefault}';
const [hardened, lost] = [deployment(profile), deployment('')];
const indented = (text: string) => text.replace(/^(?=.)/gm, '    ');
const strategic = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {template: {spec: {securityContext: {seccompProfile: {type: RuntimeDefault}}}}}
`;
const operations = `- {op: add, path: /spec/template/spec/securityContext/seccompProfile, value: {type: RuntimeDefault}}\n`;
const inline = (patch: string, target = '') =>
  `patches:\n- patch: |-\n${indented(patch)}${target === '' ? '' : `  target: ${target}\n`}`;
const line =
  'a/d.yaml:7 medium pod-privileges-widened: Deployment shop/web newly states no seccomp profile for container app.';
const taken = 'resources: [d.yaml]\n';
const loses = (files: Texts, more: Texts = {}) =>
  found({ 'a/d.yaml': hardened, ...files }, { 'a/d.yaml': lost, ...more });

describe('what a changed file lost', () => {
  test.each([
    ['a file of a patch', { 'a/kustomization.yaml': `${taken}patches: [{path: s.yaml}]\n`, 'a/s.yaml': strategic }],
    ['the older list', { 'a/kustomization.yaml': `${taken}patchesStrategicMerge: [s.yaml]\n`, 'a/s.yaml': strategic }],
    ['a patch in place', { 'a/kustomization.yaml': `${taken}${inline(strategic)}` }],
    ['a pattern', { 'a/kustomization.yaml': `${taken}${inline(strategic, '{kind: "Deploy[a-z]+", name: web|api}')}` }],
    ['a patch with a target', { 'a/kustomization.yaml': `${taken}${inline(strategic, '{kind: Deployment}')}` }],
    ['operations', { 'a/kustomization.yaml': `${taken}${inline(operations, '{kind: Deployment, name: w.*}')}` }],
    [
      'a component',
      {
        'a/kustomization.yaml': `${taken}components: [../c]\n`,
        'c/kustomization.yaml': `kind: Component\n${inline(strategic)}`,
      },
    ],
    [
      'each of two overlays',
      {
        'a/kustomization.yaml': taken,
        'one/kustomization.yaml': `resources: [../a]\n${inline(strategic)}`,
        'two/kustomization.yaml': `resources: [../a]\n${inline(strategic)}`,
      },
    ],
    [
      'a kustomization between the file and its overlays',
      {
        'a/kustomization.yaml': taken,
        'm/kustomization.yaml': `resources: [../a]\n${inline(strategic)}`,
        'one/kustomization.yaml': 'resources: [../m]\nnamePrefix: one-\n',
        'two/kustomization.yaml': 'resources: [../m]\nnamespace: two\n',
      },
    ],
    [
      'an overlay by the name and namespace that its base gives',
      {
        'a/kustomization.yaml': `${taken}namePrefix: x-\nnamespace: other\n`,
        'o/kustomization.yaml': `resources: [../a]\n${inline(strategic.replace('web, namespace: shop', 'x-web, namespace: other'))}`,
      },
    ],
  ] as [string, Texts][])('is silent where an unchanged patch states it: %s', async (_, files) => {
    expect(await loses(files)).toEqual([]);
  });

  const patched = {
    'a/kustomization.yaml': taken,
    'one/kustomization.yaml': `resources: [../a]\n${inline(strategic)}`,
  };
  test.each([
    ['nothing takes the file in', { 'o/kustomization.yaml': inline(strategic) }],
    ['an overlay delivers it without the patch', { ...patched, 'two/kustomization.yaml': 'resources: [../a]\n' }],
    ['the patch is for another object', { 'a/kustomization.yaml': taken + inline(strategic.replace('web', 'other')) }],
    ['the patch is for another namespace', { 'a/kustomization.yaml': taken + inline(strategic.replace('shop', 'x')) }],
    [
      'the patch is of another version',
      { 'a/kustomization.yaml': taken + inline(strategic.replace('/v1', '/v1beta1')) },
    ],
    ['a target cannot be read', { 'a/kustomization.yaml': taken + inline(strategic, '{kind: "Deploy[a-z"}') }],
    ['a target means others', { 'a/kustomization.yaml': taken + inline(strategic, '{kind: "Deploy[0-9]+"}') }],
    ['a selector may', { 'a/kustomization.yaml': taken + inline(strategic, '{labelSelector: "app in (web)"}') }],
    ['a version is another', { 'a/kustomization.yaml': taken + inline(strategic, '{version: v2}') }],
    [
      'operations do not fit',
      { 'a/kustomization.yaml': taken + inline(operations.replace('add', 'replace'), '{kind: Deployment}') },
    ],
    ['a transformer may change it', { 'a/kustomization.yaml': `${taken}${inline(strategic)}transformers: [t.yaml]\n` }],
    ['a replacement may', { 'a/kustomization.yaml': `${taken}${inline(strategic)}replacements: [{path: r.yaml}]\n` }],
    [
      'a declaration delivers the folder as well',
      {
        ...patched,
        'f/f.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec: {path: ./a, sourceRef: {kind: GitRepository, name: flux-system}}
`,
      },
    ],
    [
      'a component that cannot be read',
      { 'a/kustomization.yaml': `${taken}${inline(strategic)}components: [../no]\n` },
    ],
  ] as [string, Texts][])('is a finding where %s', async (_, files) => {
    expect(await loses(files)).toEqual([line]);
  });

  test('is a finding where the file is taken in from outside its folder, or its folder is delivered as it is', async () => {
    expect(await loses({ 'k/kustomization.yaml': `resources: [../a/d.yaml]\n${inline(strategic)}` })).toEqual([line]);
  });

  test('is a finding where the patch is gone along with it, once for each', async () => {
    const lines = await loses({ 'a/kustomization.yaml': taken + inline(strategic) }, { 'a/kustomization.yaml': taken });
    expect(lines).toContain(line);
  });

  test('is a finding where the overlay without the patch is new', async () => {
    expect(await loses(patched, { 'two/kustomization.yaml': 'resources: [../a]\n' })).toEqual([line]);
  });

  test('is a finding where an overlay newly takes in what was built by itself', async () => {
    expect(
      await loses({ 'a/kustomization.yaml': taken }, { 'one/kustomization.yaml': patched['one/kustomization.yaml'] }),
    ).toEqual([line]);
  });
});

test('what a file gains that a patch takes away again is silent, and what it changes beyond the patch is not', async () => {
  const files = {
    'a/kustomization.yaml': taken + inline(strategic.replace(/\{template.*/, '{template: {spec: {hostPID: null}}}')),
  };
  const host = hardened.replace('securityContext: {runAs', 'hostPID: true\n      securityContext: {runAs');
  expect(await found({ 'a/d.yaml': hardened, ...files }, { 'a/d.yaml': host })).toEqual([]);
  expect(await found({ 'a/d.yaml': hardened, ...files }, { 'a/d.yaml': host.replace('hostPID', 'hostIPC') })).toEqual([
    expect.stringContaining('a/d.yaml:7 high pod-privileges-widened'),
  ]);
});

test('a new file of a kustomization with a patch for all of its kind', async () => {
  const files = { 'a/kustomization.yaml': `resources: []\n${inline(operations, '{kind: Deployment}')}` };
  expect(
    await found(files, {
      'a/d.yaml': lost,
      'a/kustomization.yaml': files['a/kustomization.yaml'].replace('[]', '[d.yaml]'),
    }),
  ).toEqual([]);
});

test('a folder that moves with its patch', async () => {
  const files = { 'a/v1/d.yaml': hardened, 'a/v1/kustomization.yaml': taken + inline(strategic) };
  const gone = { 'a/v1/d.yaml': undefined, 'a/v1/kustomization.yaml': undefined };
  const moved = { 'a/v2/d.yaml': lost, 'a/v2/kustomization.yaml': files['a/v1/kustomization.yaml'] };
  expect(await found(files, { ...gone, ...moved })).toEqual([]);
});

const policy = (from: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress]${from}}
`;

test('a policy whose rules an unchanged patch states', async () => {
  const patch = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {ingress: []}
`;
  const open = { 'a/d.yaml': policy(', ingress: [{}]') };
  const before = { 'a/d.yaml': policy(''), 'a/kustomization.yaml': taken + inline(patch) };
  expect(await found(before, open)).toEqual([]);
  expect(await found({ ...before, 'a/kustomization.yaml': taken }, open)).toHaveLength(1);
});
