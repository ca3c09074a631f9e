import { describe, expect, test } from '@jest/globals';
import { kindsLeftOut } from '../../src/delivery/argocd/left-out-kinds.ts';

type Fields = Readonly<Record<string, unknown>>;
const rbac = 'rbac.authorization.k8s.io';

describe('kinds that argocd-cm leaves out', () => {
  const said = (kinds: string, key: string, subject: readonly string[], more: object = {}) => [
    {
      what: `newly leaves ${kinds} alone (resource.${key}): it does not deploy them, and takes back nothing that is changed in the cluster`,
      remedy: 'Leave out only kinds that controllers make by themselves, by their group and name.',
      severity: 'medium',
      path: ['data', `resource.${key}`],
      ...more,
      subject: ['resources left out', ...subject],
    },
  ];
  const unread = (key: string, text: string, more: object = {}) => [
    {
      what: `has other kinds of objects that it leaves alone (resource.${key}), and which they are could not be read`,
      remedy: 'Write a list of groups and kinds.',
      severity: 'medium',
      path: ['data', `resource.${key}`],
      ...more,
      subject: ['resources left out', 'unread', text],
    },
  ];
  const out = (...entries: readonly unknown[]) => ({ 'resource.exclusions': JSON.stringify(entries) });
  const only = (...entries: readonly unknown[]) => ({ 'resource.inclusions': JSON.stringify(entries) });
  const roles = { apiGroups: [rbac], kinds: ['ClusterRole', 'Role'] };
  const codes = [`["${rbac}","ClusterRole"]`, `["${rbac}","Role"]`];
  const prod = 'https://prod';
  const gone = { formerPath: ['data', 'resource.inclusions'] };
  test.each<[string, Fields, Fields, readonly object[]]>([
    ['two kinds', {}, out(roles), said('Role, ClusterRole', 'exclusions', codes)],
    [
      'kinds of a cluster',
      {},
      out({ ...roles, clusters: [prod] }),
      said(
        'Role, ClusterRole',
        'exclusions',
        codes.map((each) => each.replace(']', `,"${prod}"]`)),
      ),
    ],
    [
      'kinds of a further cluster',
      out({ ...roles, clusters: [prod] }),
      out({ ...roles, clusters: [prod, 'https://dev'] }),
      said(
        'Role, ClusterRole',
        'exclusions',
        codes.map((each) => each.replace(']', ',"https://dev"]')),
      ),
    ],
    ['kinds of one cluster, which were left out of every one', out(roles), out({ ...roles, clusters: [prod] }), []],
    [
      'what was left out by the list of what is included',
      only({ apiGroups: ['apps'] }),
      out({ ...roles, kinds: ['Role'] }),
      [],
    ],
    [
      'what is included by a narrower list',
      only(roles),
      only({ ...roles, kinds: ['Role'] }),
      said('ClusterRole', 'inclusions', codes.slice(0, 1)),
    ],
    ['nothing', out(roles), {}, []],
    ['what is not included while nothing is excluded', only(roles), {}, []],
    [
      'a pattern of groups that is too long',
      {},
      out({ apiGroups: [`${'x'.repeat(1_000)}*`], kinds: ['ClusterRole'] }),
      said('ClusterRole', 'exclusions', codes.slice(0, 1)),
    ],
    ['what is no list', {}, { 'resource.exclusions': 'a: b' }, unread('exclusions', 'a: b')],
    ['what was no list, and is gone', { 'resource.inclusions': '{{ x }}' }, {}, unread('inclusions', '', gone)],
    ['what is blank', {}, { 'resource.exclusions': ' \n' }, []],
    ['what is no list as before', { 'resource.exclusions': 'a: b' }, { 'resource.exclusions': 'a: b', x: 'y' }, []],
    ['999 names', {}, out({ kinds: Array.from({ length: 999 }, (_each, at) => `A${at}`) }), []],
    [
      '1,000 names',
      {},
      out({ kinds: Array.from({ length: 1_000 }, (_each, at) => `A${at}`) }),
      unread('exclusions', JSON.stringify([{ kinds: Array.from({ length: 1_000 }, (_each, at) => `A${at}`) }])),
    ],
    [
      'kinds that users make',
      {},
      out({ apiGroups: ['constraints.gatekeeper.sh', 'policies.kyverno.io'], kinds: ['K8sA', 'Thing'] }),
      said('K8sA, Thing', 'exclusions', [
        '["constraints.gatekeeper.sh","K8sA"]',
        '["constraints.gatekeeper.sh","Thing"]',
        '["policies.kyverno.io","K8sA"]',
        '["policies.kyverno.io","Thing"]',
      ]),
    ],
  ])('%s', (_, was, is, expected) => expect(kindsLeftOut(was, is)).toEqual(expected));

  test('of many kinds eight are named', () => {
    const [only] = kindsLeftOut(
      {},
      out({ apiGroups: [rbac, 'networking.k8s.io', 'kyverno.io', 'argoproj.io', 'cilium.io'] }),
    );
    expect(only?.what).toMatch(
      /^newly leaves Role, ClusterRole, RoleBinding, ClusterRoleBinding, NetworkPolicy, CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy, ClusterPolicy, 3 more kinds alone/,
    );
  });

  test('where something is included for a cluster, all else is left out of it', () => {
    const [was, is] = [
      { ...roles, clusters: [prod] },
      { kinds: ['Role'], clusters: ['https://dev'] },
    ];
    const [found] = kindsLeftOut(only(was), only(was, is));
    expect(found?.path).toEqual(['data', 'resource.inclusions']);
    expect(found?.subject).toContain(`["${rbac}","ClusterRole","https://dev"]`);
    expect(found?.subject).not.toContain(`["${rbac}","Role","https://dev"]`);
  });

  test('an entry that is no mapping leaves out every kind', () => {
    expect(kindsLeftOut({}, out('x'))).toMatchObject([{ path: ['data', 'resource.exclusions'] }]);
  });
});
