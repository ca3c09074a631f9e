import { describe, expect, test } from '@jest/globals';
import { judgeChange } from './judge.ts';

type Texts = Record<string, string | undefined>;

const found = async (before: Texts, after: Texts) => {
  const { lines, messages } = await judgeChange(before, after, { usesTools: false });
  return lines.map((line, index) => `${line}: ${messages[index]}`);
};

const policy = (namespace = 'shop') => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: ${namespace}}
spec: {podSelector: {}, policyTypes: [Ingress]}
`;
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: [{name: c, image: ghcr.io/acme/web:1.2.3}]}\n';
const before = { 'k/kustomization.yaml': 'resources: [web.yaml, p.yaml]\n', 'k/p.yaml': policy(), 'k/web.yaml': pod };
const without = { 'k/kustomization.yaml': 'resources: [web.yaml]\n' };
const line = (file: string) =>
  new RegExp(
    `^${file}:1 high network-widened: All pods of namespace shop can now be reached from anywhere: NetworkPolicy shop/deny is gone\\.$`,
  );
const one = (file = 'k/kustomization.yaml') => [expect.stringMatching(line(file))];

test('a policy that a kustomization no longer takes in, whose file stays', async () => {
  expect(await found(before, without)).toEqual(one());
});

test('a folder with policies that it no longer takes in', async () => {
  const base = { 'base/kustomization.yaml': 'resources: [p.yaml]\n', 'base/p.yaml': policy() };
  const old = { ...base, 'k/kustomization.yaml': 'resources: [web.yaml, ../base]\n', 'k/web.yaml': pod };
  expect(await found(old, without)).toEqual(one());
});

test('a policy that another kustomization goes on taking in is gone from this one', async () => {
  const other = { 'o/kustomization.yaml': 'resources: [../k/p.yaml]\n' };
  expect(await found({ ...before, ...other }, without)).toEqual(one());
});

test.each([
  [
    'moves into another kustomization that it takes in',
    { 'k/kustomization.yaml': 'resources: [web.yaml, n]\n', 'k/n/kustomization.yaml': 'resources: [../p.yaml]\n' },
  ],
  ['moves into one of the same scope', { ...without, 'k/n/kustomization.yaml': 'resources: [../p.yaml]\n' }],
  ['is defined in another file', { 'k/kustomization.yaml': 'resources: [web.yaml, q.yaml]\n', 'k/q.yaml': policy() }],
  ['goes with its pods', { 'k/kustomization.yaml': 'resources: []\n' }],
] as [string, Texts][])('one that %s is silent', async (_, after) => {
  expect(await found(before, after)).toEqual([]);
});

describe('one that Flux delivers, and that another kustomization takes in', () => {
  const declaration = (name: string, path: string) =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec: {path: ${path}, sourceRef: {kind: GitRepository, name: flux-system}, prune: true, interval: 1h}\n`;
  const delivered = { ...before, 'flux/k.yaml': declaration('k', './k') };
  const other = { 'k/n/kustomization.yaml': 'resources: [../p.yaml]\n' };

  test('is gone where nothing delivers that one', async () => {
    expect(await found(delivered, { ...without, ...other })).toEqual(one());
  });

  test('is silent where it is delivered as well', async () => {
    const both = { ...delivered, 'flux/n.yaml': declaration('policies', './k/n') };
    const lines = await found(both, { ...without, ...other });
    expect(lines).toEqual([expect.stringContaining('delivery-changed')]);
  });
});

describe('an entry that another one with the same object replaces', () => {
  const bases = (second: string) => ({
    ...before,
    'k/kustomization.yaml': 'resources: [web.yaml, ../v1]\n',
    'v1/kustomization.yaml': 'resources: [p.yaml]\n',
    'v1/p.yaml': policy(),
    'v2/kustomization.yaml': 'resources: [p.yaml]\n',
    'v2/p.yaml': second,
  });
  const after = { 'k/kustomization.yaml': 'resources: [web.yaml, ../v2]\n' };

  test('is silent where it is as it was', async () => {
    expect(await found(bases(policy()), after)).toEqual([]);
  });

  test('is found where it allows more', async () => {
    const open = policy().replace('policyTypes: [Ingress]', 'policyTypes: [Ingress], ingress: [{}]');
    expect(await found(bases(open), after)).toEqual([
      expect.stringMatching(/^k\/kustomization\.yaml:1 high network-widened: NetworkPolicy shop\/deny newly lets /),
    ]);
  });
});

test('a policy that is only the content of a ConfigMap now is gone', async () => {
  const generator = 'configMapGenerator: [{name: c, files: [p.yaml]}]\n';
  expect(await found(before, { 'k/kustomization.yaml': `resources: [web.yaml]\n${generator}` })).toEqual(one());
});

test('what takes no policy away is silent', async () => {
  expect(await found(before, { 'k/kustomization.yaml': 'resources: [p.yaml]\n' })).toEqual([]);
  expect(
    await found({ ...before, 'k/p.yaml': policy('other') }, { 'k/kustomization.yaml': 'resources: [p.yaml]\n' }),
  ).toEqual([]);
});
