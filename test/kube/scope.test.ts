import { expect, test } from '@jest/globals';
import { scopeOf } from '../../src/kube/scope.ts';

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
])('%s belongs to %s', (path, scope) => expect(scopeOf(path, clusters)).toBe(scope));

test('without entries the directories decide', () => {
  expect(scopeOf('apps/x.yaml', [])).toBe('apps');
  expect(scopeOf('tenants/a/b/c.yaml', [])).toBe('tenants/a');
});
