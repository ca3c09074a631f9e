import { expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

type Texts = Record<string, string | undefined>;

const found = async (before: Texts, after: Texts) => {
  const { lines, messages } = await judgeChange(before, after, { usesTools: false });
  return lines.map((line, index) => `${line}: ${messages[index]}`);
};

const policy = (name: string, namespace: string, rest = 'ingress: [{from: [{podSelector: {}}]}]') =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: {podSelector: {}, ${rest}}
`;
const open = 'ingress: [{}]';
const taken = (namespace: string, files = 'p.yaml') => `namespace: ${namespace}\nresources: [${files}]\n`;

test('a policy that was never in the namespace that it states isolated nobody there', async () => {
  const before = {
    'n/a/kustomization.yaml': taken('a', 'p.yaml, own.yaml'),
    'n/a/p.yaml': policy('p', 'b'),
    'n/a/own.yaml': policy('own', 'a'),
  };
  const after = {
    'n/a/kustomization.yaml': taken('a', 'own.yaml'),
    'n/a/p.yaml': undefined,
    'n/b/kustomization.yaml': taken('b', 'p.yaml, more.yaml'),
    'n/b/p.yaml': policy('p', 'b'),
    'n/b/more.yaml': policy('more', 'b', open),
  };
  expect(await found(before, after)).toEqual([]);
});

const deny = { 'n/kustomization.yaml': taken('a', 'deny.yaml'), 'n/deny.yaml': policy('deny', 'b') };
const opens = (more: Texts = {}) =>
  found(
    { ...deny, ...more },
    { 'n/more.yaml': policy('more', 'c', open), 'n/kustomization.yaml': taken('a', 'deny.yaml, more.yaml') },
  );
const opened =
  /^n\/more\.yaml:4 high network-widened: NetworkPolicy a\/more newly lets all pods of namespace a be reached from anywhere\.$/;

test('policies that state different namespaces and are put into one open what the others isolate', async () => {
  expect(await opens()).toEqual([expect.stringMatching(opened)]);
  expect(await opens({ 'o/kustomization.yaml': 'namePrefix: x-\nresources: [../n]\n' })).toEqual([
    expect.stringMatching(opened),
  ]);
});

test('the outermost namespace counts, and none where the ways differ', async () => {
  const one = { 'o/kustomization.yaml': taken('shop', '../n') };
  expect((await opens(one)).join()).toContain('NetworkPolicy shop/more newly lets all pods of namespace shop');
  expect(await opens({ ...one, 'q/kustomization.yaml': taken('other', '../n') })).toEqual([]);
  const transformer = { 'o/kustomization.yaml': `${taken('shop', '../n')}transformers: [t.yaml]\n` };
  expect(await opens(transformer)).toEqual([]);
});

test('pods are where the kustomization puts them', async () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: b, labels: {app: web}}\nspec: {containers: [{name: c, image: x}]}\n';
  const selecting = policy('p', 'a').replace('podSelector: {},', 'podSelector: {matchLabels: {app: web}},');
  const before = { 'n/kustomization.yaml': taken('a', 'p.yaml, pod.yaml'), 'n/p.yaml': selecting, 'n/pod.yaml': pod };
  const lines = await found(before, { 'n/p.yaml': undefined, 'n/kustomization.yaml': taken('a', 'pod.yaml') });
  expect(lines.join()).toContain('Pods with app=web of namespace a can now be reached from anywhere');
});

test('a Namespace has the name that the kustomization gives it', async () => {
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: system}\n';
  const lines = await found(
    { 'n/deny.yaml': policy('deny', 'b') },
    { 'n/x/kustomization.yaml': taken('team', 'ns.yaml'), 'n/x/ns.yaml': namespace },
  );
  expect(lines).toEqual([expect.stringMatching(/^n\/x\/ns\.yaml:3 low namespace-unfenced: Namespace team is new/)]);
});

test('a folder that is delivered as it is keeps what it states, whatever a new kustomization says of one of its files', async () => {
  const before = { 'n/deny.yaml': policy('deny', 'shop'), 'n/other.yaml': policy('other', 'shop') };
  const after = {
    'n/more.yaml': policy('more', 'shop', open),
    'n/kustomization.yaml': taken('elsewhere', 'more.yaml'),
  };
  expect((await found(before, after)).join()).toContain(
    'NetworkPolicy shop/more newly lets all pods of namespace shop',
  );
});

test('what was built by itself still may be, where a new overlay takes it in', async () => {
  const plain = { 'n/kustomization.yaml': 'resources: [deny.yaml]\n', 'n/deny.yaml': policy('deny', 'shop') };
  const after = {
    'n/kustomization.yaml': 'resources: [deny.yaml, more.yaml]\n',
    'n/more.yaml': policy('more', 'shop', open),
    'o/kustomization.yaml': taken('elsewhere', '../n'),
  };
  expect((await found(plain, after)).join()).toContain('NetworkPolicy shop/more newly lets all pods of namespace shop');
});
