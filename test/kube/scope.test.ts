import { describe, expect, test } from '@jest/globals';
import {
  asDelivered,
  isDelivered,
  isDeliveredScope,
  isWhereverIs,
  mayBeOneCluster,
  type ScopeObjects,
  scopeOf,
  scopesNear,
  scopesWith,
} from '../../src/kube/scope.ts';

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
  ['infra/sand-box/a.yaml', 'infra/sand-box'],
  ['infra/my-staging/a.yaml', 'infra/my-staging'],
  ['infra/prod1-eu/a.yaml', 'infra/prod1-eu'],
  ['infra/prod/1/a.yaml', 'infra/prod'],
  // An environment is a word of its own.
  ['infra/subprod-eu/a.yaml', 'infra'],
  ['infra/production-like/a.yaml', 'infra/production-like'],
  ['infra/products-eu/a.yaml', 'infra'],
  ['infra/a-2prod/a.yaml', 'infra'],
  ['infra/2prod-eu/a.yaml', 'infra'],
  // What tools deliver by themselves.
  ['templates/NOTES', 'templates'],
  ['infra/my-templates/NOTES', 'infra (not delivered)'],
  ['Kustomization', '.'],
  ['infra/Kustomization', 'infra'],
  ['infra/MyKustomization', 'infra (not delivered)'],
  ['infra/Kustomizations', 'infra (not delivered)'],
  ['infra/a.YML', 'infra'],
  ['infra/a.j2', 'infra'],
  ['infra/a.json5', 'infra (not delivered)'],
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

test('the scope of what is not delivered is that of what is, marked', () => {
  expect(isDelivered('a/b.yaml')).toBe(true);
  expect(isDelivered('a/b.txt')).toBe(false);
  for (const scope of ['infra', 'infra/prod']) {
    const marked = scopeOf(`${scope}/notes.txt`, []);
    expect([isDeliveredScope(scope), isDeliveredScope(marked)]).toEqual([true, false]);
    expect([asDelivered(scope), asDelivered(marked)]).toEqual([scope, scope]);
  }
});

describe('scopes that may be of the same cluster', () => {
  const empty: ScopeObjects = { before: [], after: [] };
  const around = new Map<string, ScopeObjects>([
    ['infra', empty],
    ['apps/prod', empty],
    ['apps/prod/eu', empty],
    ['apps/dev', empty],
    ['exact', empty],
    ['infra (not delivered)', empty],
    ['rendered', { ...empty, place: 'apps/dev' }],
  ]);
  const near = scopesNear(around, (scope) => scope === 'exact');
  const shown = (scope: string) => near(scope).map((each) => `${each.scope} in ${each.place} ${each.isEverywhere}`);

  test.each<[scope: string, expected: readonly string[]]>([
    [
      'infra',
      [
        'apps/prod in apps/prod false',
        'apps/prod/eu in apps/prod/eu false',
        'apps/dev in apps/dev false',
        'rendered in apps/dev false',
      ],
    ],
    ['apps/prod', ['infra in infra true', 'apps/prod/eu in apps/prod/eu false']],
    ['apps/prod/eu', ['infra in infra true', 'apps/prod in apps/prod true']],
    ['apps/dev', ['infra in infra true', 'rendered in apps/dev true']],
    ['rendered', ['infra in infra true', 'apps/dev in apps/dev true']],
    // One that is not among them.
    ['other/dev', ['infra in infra true', 'apps/dev in apps/dev true', 'rendered in apps/dev true']],
    ['exact', []],
    ['infra (not delivered)', []],
  ])('of %s', (scope, expected) => expect(shown(scope)).toEqual(expected));

  test('those of one environment are looked for once, and have what their scopes have', () => {
    const [first] = near('infra');
    expect(first?.sides).toBe(around.get('apps/prod'));
    expect(near('other')[0]).toBe(near('another')[0]);
  });

  test('are in every cluster that has one of them, or are not', () => {
    const all = near('infra');
    const [prod, eu] = all;
    if (prod === undefined || eu === undefined) throw new Error('no scopes');
    expect(scopesWith(all, prod).map(({ scope }) => scope)).toEqual(['apps/prod']);
    expect(scopesWith(all, eu).map(({ scope }) => scope)).toEqual(['apps/prod', 'apps/prod/eu']);
    expect(scopesWith([{ ...eu, isEverywhere: true }], prod).map(({ scope }) => scope)).toEqual(['apps/prod/eu']);
  });
});
