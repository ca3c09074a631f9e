import { describe, expect, test } from '@jest/globals';
import {
  accountNames,
  accountsInQuestion,
  accountsNewlyMounted,
  accountsOfPatches,
  accountsOfValues,
} from '../../src/workload/identity/loose-ends.ts';
import { madeIdentities } from '../../src/workload/identity/made-accounts.ts';
import { read, release, valuesOf } from './chart-values.ts';

const role = (id: string) => ({ 'eks.amazonaws.com/role-arn': id });
const gcp = (id: string) => ({ 'iam.gke.io/gcp-service-account': id });
const cluster = (spec: object, over: object = {}, name = 'db') => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { name, namespace: 'shop' },
  spec,
  ...over,
});
const of = (annotations: object) => ({ serviceAccountTemplate: { metadata: { annotations } } });
const found = (before: readonly object[], after: readonly object[]) =>
  [...madeIdentities({ before: read(...before), after: read(...after) })].map((each) =>
    each.kind === 'cloud'
      ? `${each.resource.name} ${each.severity} ${each.cloud.cloud} ${each.cloud.id} of ${'part' in each ? each.part : ''} (${each.former.join()}) at ${each.cloud.path.join('.')}`
      : each.kind,
  );
const gives = (id: string, rest: string, severity = 'high', name = 'db') => `${name} ${severity} AWS ${id} of ${rest}`;
const at = 'spec.serviceAccountTemplate.metadata.annotations.eks.amazonaws.com/role-arn';

describe('an identity that an operator gives its account', () => {
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['is new', [cluster({})], [cluster(of(role('a')))], [gives('a', `serviceAccountTemplate () at ${at}`)]],
    [
      'is another one',
      [cluster(of(role('a')))],
      [cluster(of(role('b')))],
      [gives('b', `serviceAccountTemplate (a) at ${at}`)],
    ],
    [
      'is another one of one cloud of two',
      [cluster(of({ ...role('a'), ...gcp('x') }))],
      [cluster(of({ ...role('b'), ...gcp('x') }))],
      [gives('b', `serviceAccountTemplate (a) at ${at}`)],
    ],
    [
      'is that of a new object',
      [],
      [cluster(of(role('a')))],
      [gives('a', `serviceAccountTemplate () at ${at}`, 'medium')],
    ],
    ['is that of one that was renamed', [cluster(of(role('a')), {}, 'old')], [cluster(of(role('a')))], []],
    [
      'is that of another one that stays',
      [cluster(of(role('a')), {}, 'old')],
      [cluster(of(role('a')), {}, 'old'), cluster(of(role('a')))],
      [gives('a', `serviceAccountTemplate () at ${at}`, 'medium')],
    ],
    [
      'is newly given by one that was there',
      [cluster(of(role('a')), {}, 'old'), cluster({})],
      [cluster(of(role('a')))],
      [gives('a', `serviceAccountTemplate () at ${at}`)],
    ],
    ['is the same', [cluster(of(role('a')))], [cluster(of(role('a')))], []],
    ['is gone', [cluster(of(role('a')))], [cluster({})], []],
    ['is gone with its object', [cluster(of(role('a')))], [], []],
    ['is elsewhere in it', [cluster({ x: of(role('a')) })], [cluster({ y: of(role('a')) })], []],
    [
      'is another one elsewhere',
      [cluster({ x: of(role('a')) })],
      [cluster({ y: of(role('b')) })],
      [
        gives(
          'b',
          'y.serviceAccountTemplate () at spec.y.serviceAccountTemplate.metadata.annotations.eks.amazonaws.com/role-arn',
        ),
      ],
    ],
    [
      'is in a list',
      [cluster({})],
      [
        cluster({
          x: [
            { name: 'n', serviceAccount: { annotations: role('a') } },
            { serviceAccountSpec: { annotations: role('b') } },
          ],
        }),
      ],
      [
        gives('a', 'x[n].serviceAccount () at spec.x.0.serviceAccount.annotations.eks.amazonaws.com/role-arn'),
        gives('b', 'x[1].serviceAccountSpec () at spec.x.1.serviceAccountSpec.annotations.eks.amazonaws.com/role-arn'),
      ],
    ],
    [
      'is of a field called otherwise',
      [cluster({})],
      [cluster({ serviceAccountX: { annotations: role('a') }, annotations: role('b') })],
      [],
    ],
    [
      'is of an object inside',
      [cluster({})],
      [cluster({ x: { apiVersion: 'v1', kind: 'ServiceAccount', serviceAccount: { annotations: role('a') } } })],
      [],
    ],
    [
      'is of what only has a kind',
      [cluster({})],
      [
        cluster({
          x: { kind: 'a', serviceAccount: { annotations: role('a') } },
          y: { apiVersion: 'v1', serviceAccounts: { annotations: role('b') } },
        }),
      ],
      [
        gives('a', 'x.serviceAccount () at spec.x.serviceAccount.annotations.eks.amazonaws.com/role-arn'),
        gives('b', 'y.serviceAccounts () at spec.y.serviceAccounts.annotations.eks.amazonaws.com/role-arn'),
      ],
    ],
    ['is told of alone', [cluster({})], [cluster({}, { status: of(role('a')) })], []],
    ['is of a chart’s values', [application({})], [application(of(role('a')))], []],
    ['is of an object of the cluster itself', [], [{ ...cluster(of(role('a'))), apiVersion: 'v1' }], []],
  ])('%s', (_, before, after, expected) => {
    expect(found(before, after)).toEqual(expected);
  });

  test('is looked for 16 fields deep', () => {
    const deep = (size: number): object =>
      size === 0 ? { serviceAccount: { annotations: role('a') } } : { x: deep(size - 1) };
    expect([14, 15].map((size) => found([cluster({})], [cluster(deep(size))]).length)).toEqual([1, 0]);
  });

  function application(spec: object) {
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'a', namespace: 'shop' },
      spec,
    };
  }
});

describe('accounts in question', () => {
  const pod = (serviceAccountName: string, container: object = { name: 'a', image: 'a/b:1' }, name = 'p') => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop' },
    spec: { serviceAccountName, containers: [container] },
  });
  const account = (name: string, over: object = {}) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: 'shop' },
    ...over,
  });
  const names = (before: readonly object[], after: readonly object[]) =>
    accountsInQuestion({ before: read(...before), after: read(...after) }).map(
      ({ name, namespace }) => `${namespace}/${name}`,
    );

  test('are those of new and changed pods, and those that are touched', () => {
    expect(names([], [pod('x'), account('y')])).toEqual(['shop/x', 'shop/y']);
    expect(names([pod('x')], [pod('z')])).toEqual(['shop/z']);
    expect(names([pod('x')], [])).toEqual([]);
    const same = read(pod('x'), account('y'));
    expect(accountsInQuestion({ before: same, after: same })).toEqual([]);
    expect(
      accountsInQuestion({ before: same, after: [...same, ...read(account('z'))] }).map(({ name }) => name),
    ).toEqual(['z']);
    const token = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 't', namespace: 'shop', annotations: { 'kubernetes.io/service-account.name': 's' } },
      type: 'kubernetes.io/service-account-token',
    };
    expect(names([], [token])).toEqual(['shop/s']);
  });

  test('of values are those that are newly named', () => {
    const values = (all: object) => valuesOf([release(all)]);
    const of_ = (before: object, after: object) =>
      accountsOfValues({ before: values(before), after: values(after) }).map(
        ({ name, namespace }) => `${namespace}/${name}`,
      );
    expect(of_({ serviceAccountName: 'x' }, { serviceAccountName: 'x', a: { serviceAccountName: 'y' } })).toEqual([
      'shop/y',
    ]);
    expect([of_({ serviceAccountName: 'x' }, {}), of_({}, { serviceAccountName: 'x' })]).toEqual([[], ['shop/x']]);
  });

  test('of patches are those of pods without an image', () => {
    const sides = { before: [], after: read(pod('x', { name: 'a' }), pod('y', undefined, 'q')) };
    expect(accountsOfPatches(sides)).toEqual(['x']);
  });

  test('that newly give their token', () => {
    const mounted = (before: readonly object[], after: readonly object[]) =>
      accountsNewlyMounted({ before: read(...before), after: read(...after) });
    const closed = (name: string) => account(name, { automountServiceAccountToken: false });
    expect(mounted([closed('x'), closed('y')], [account('x'), closed('y')])).toEqual(['x']);
    expect(mounted([account('x')], [account('x')])).toEqual([]);
  });

  test('are looked for by telling names', () => {
    const given = (name: string, namespace = 'shop') => [...accountNames([{ name, namespace, file: 'a.yaml' }])];
    expect(given('x')).toEqual(['x', 'system:serviceaccounts:shop']);
    expect(given('{{ .Values.name }}')).toEqual(['system:serviceaccounts:shop']);
    expect(given('default')).toEqual(
      expect.arrayContaining([
        'name: default',
        'name: "default"',
        "name: 'default'",
        '"name":"default"',
        '"name": "default"',
        ':default',
        'system:serviceaccounts:shop',
      ]),
    );
    expect(given('default')).not.toContain('default');
  });
});
