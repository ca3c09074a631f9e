import { expect, test } from '@jest/globals';
import { isWhereverIs, mayBeOneCluster, scopeOf } from '../../src/kube/scope.ts';

const clusters = [
  { name: 'prod', paths: ['clusters/prod/**', 'base/**'] },
  { name: 'apps', paths: ['special/**'] },
];

test.each([
  ['clusters/prod/a.yaml', 'prod'],
  ['base/x/y.yaml', 'prod'],
  ['clusters/dev/a.yaml', 'clusters/dev'],
  ['clusters/dev/x/a.yaml', 'clusters/dev'],
  ['clusters/a.yaml', 'clusters'],
  ['overlays/stage/a.yaml', 'overlays/stage'],
  ['infra/x/a.yaml', 'infra'],
  ['a.yaml', '.'],
  // A directory called like an entry stays apart from it.
  ['apps/x.yaml', 'apps/'],
  ['special/x.yaml', 'apps'],
  ['special/x.yaml.disabled', 'apps (not delivered)'],
  ['infra/notes.txt', 'infra (not delivered)'],
  ['infra/chart/templates/NOTES', 'infra'],
  ['infra/chart/templates/_helpers.tpl', 'infra'],
  // Environments separate scopes at any depth; the folders between do not.
  ['infra/dev/x/a.yaml', 'infra/dev'],
  ['infra/x/prod/a.yaml', 'infra/prod'],
  ['infra/shop/overlays/eu-west/a.yaml', 'infra/eu-west'],
  ['infra/clusters/one/tenants/two/a.yaml', 'infra/one/two'],
  ['clusters/dev/overlays/prod/a.yaml', 'clusters/dev/prod'],
  ['live/x/a.yaml', 'live'],
  ['infra/eu-prod-1/a.yaml', 'infra/eu-prod-1'],
  ['infra/prod-eu/a.yaml', 'infra/prod-eu'],
  ['infra/pre-prod/a.yaml', 'infra/pre-prod'],
  ['infra/Staging2/a.yaml', 'infra/Staging2'],
  ['infra/devices/a.yaml', 'infra'],
  ['infra/test-operator/a.yaml', 'infra'],
  ['infra/overlays/a.yaml', 'infra'],
  ['infra/prod.yaml', 'infra'],
])('%s belongs to %s', (path, scope) => expect(scopeOf(path, clusters)).toBe(scope));

test('without entries the directories decide', () => {
  expect(scopeOf('apps/x.yaml', [])).toBe('apps');
  expect(scopeOf('tenants/a/b/c.yaml', [])).toBe('tenants/a');
});

test('what a kustomization names is delivered whatever it is called', () => {
  expect(scopeOf('apps/prod/notes.txt', [], true)).toBe('apps/prod');
});

test.each([
  ['roles', 'bindings', true],
  ['infra', 'apps/prod', true],
  ['infra/prod', 'apps/prod', true],
  ['clusters/prod', 'prod', true],
  ['apps/dev', 'apps/prod', false],
  ['dev', 'prod', false],
  ['tenants/a', 'tenants/b', false],
])('%s and %s may be one cluster: %s', (one, other, answer) => {
  expect(mayBeOneCluster(one, other)).toBe(answer);
  expect(mayBeOneCluster(other, one)).toBe(answer);
});

test.each([
  ['roles', 'bindings', true],
  ['infra', 'apps/prod', true],
  ['apps/prod', 'infra', false],
  ['infra/prod', 'apps/prod', true],
  ['apps/prod', 'apps/prod/eu', true],
  ['apps/prod/eu', 'apps/prod', false],
  ['apps/dev', 'apps/prod', false],
])('%s is wherever %s is: %s', (one, other, answer) => expect(isWhereverIs(one, other)).toBe(answer));
