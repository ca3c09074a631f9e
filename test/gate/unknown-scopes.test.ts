import { expect, test } from '@jest/globals';
import { unknownScopes, unknownScopesOfRun } from '../../src/gate/unknown-scopes.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

const policyOf = (text: string) => readPolicy(Buffer.from(`version: 1\n${text}`), '.gitops-gate/policy.yaml').policy;
const clusters = 'clusters: {prod: ["clusters/prod/**"], dev: ["clusters/dev/**"]}\n';
const rules = (...scopes: readonly string[]) =>
  `rules:\n  rbac-widened: {${scopes.map((scope) => `${JSON.stringify(scope)}: critical`).join(', ')}}\n`;
const paths = ['clusters/prod/a.yaml', 'platform/b.yaml', 'apps/shop/prod/c.yaml', 'notes.txt'];

test('a scope that is misspelt is named, with the one that was meant', () => {
  const policy = policyOf(clusters + rules('prd', 'dev', 'platform'));
  expect(unknownScopes(policy, (stated) => stated !== 'prd', ['prod', 'dev'])).toEqual([
    'rules: no scope is called prd, so that what rbac-widened states for it holds for nothing; did you mean prod?',
  ]);
  expect(unknownScopesOfRun(policy, paths, [])).toEqual([
    '.gitops-gate/policy.yaml: rules: no scope is called prd, so that what rbac-widened states for it holds for nothing; did you mean prod?',
  ]);
});

test('a scope of which there is none is named with those that there are', () => {
  const policy = policyOf(rules('staging', 'apps/*', '**', '.'));
  expect(unknownScopesOfRun(policy, paths, ['o'])).toEqual([
    '.gitops-gate/policy.yaml: rules: no scope is called staging, so that what rbac-widened states for it holds for nothing (there are ., apps/prod, clusters/prod, platform, root o).',
  ]);
});

test.each<[readonly string[], string]>([
  [[], ''],
  [['a'], ' (there is a)'],
  [['a', 'b'], ' (there are a, b)'],
  [[...'abcdefgh'], ' (there are a, b, c, d, e, f, g, h)'],
  [[...'abcdefghi'], ' (there are a, b, c, d, e, f, g, h, …)'],
])('of the scopes %j up to eight are named', (names, there) => {
  expect(unknownScopes(policyOf(rules('staging')), () => false, names)).toEqual([
    `rules: no scope is called staging, so that what rbac-widened states for it holds for nothing${there}`,
  ]);
});

test('a policy without levels by scope looks at no path', () => {
  const paths = {
    [Symbol.iterator]: (): Iterator<string> => {
      throw new Error('walked');
    },
  };
  expect(unknownScopesOfRun(policyOf(clusters), paths, [])).toEqual([]);
});

test('what a root is called is not asked of runs that may not render it', () => {
  expect(unknownScopesOfRun(policyOf(rules('root Application argocd/a (a.yaml)')), paths, [])).toEqual([]);
});
