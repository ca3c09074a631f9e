import { describe, expect, test } from '@jest/globals';
import { driftLoosened } from '../../src/delivery/flux/drift.ts';

type Fields = Readonly<Record<string, unknown>>;
const rbac = 'rbac.authorization.k8s.io';

describe('drift of a HelmRelease', () => {
  const release = (driftDetection: unknown) => ({ spec: { driftDetection } });
  const mode = (text?: string) => (text === undefined ? {} : { mode: text });
  const path = ['spec', 'driftDetection', 'mode'];
  const less = (what: string, old: string, now: string, place: object = { path }) => [
    {
      what: `no longer ${what} (driftDetection)`,
      remedy: `Keep driftDetection.mode: ${old}, and ignore single fields of single objects where a controller fills them in.`,
      severity: 'low',
      ...place,
      subject: ['driftDetection', old, now],
    },
  ];
  const back = 'takes back what is changed in the cluster in what it deploys';
  test.each<[string | undefined, string | undefined, readonly object[]]>([
    ['enabled', 'warn', less(`${back}, and only reports it`, 'enabled', 'warn')],
    ['enabled', 'disabled', less(back, 'enabled', 'disabled')],
    ['enabled', undefined, less(back, 'enabled', 'disabled', { path: ['spec'], formerPath: path })],
    ['warn', 'disabled', less('reports what is changed in the cluster in what it deploys', 'warn', 'disabled')],
    ['warn', 'Enabled', less('reports what is changed in the cluster in what it deploys', 'warn', 'disabled')],
    ['warn', 'enabled', []],
    [undefined, 'disabled', []],
    ['enabled', 'enabled', []],
  ])('from %s to %s', (was, is, expected) =>
    expect(driftLoosened(release(mode(was)), release(mode(is)))).toEqual(expected),
  );

  const ignored = (
    what: string,
    index: number,
    now: 'enabled' | 'warn',
    subject: readonly string[],
    more: object = {},
  ) => ({
    what: `no longer ${now === 'enabled' ? 'takes back' : 'reports'} what is changed in the cluster in ${what}`,
    remedy: 'Ignore only the field that a controller fills in, of the object it fills in, by its name.',
    severity: now === 'enabled' ? 'medium' : 'low',
    path: ['spec', 'driftDetection', 'ignore', index],
    ...more,
    subject: ['driftDetection', 'ignore', now, ...subject],
  });
  const rule = (target: Fields | undefined, ...paths: readonly string[]) => ({
    paths,
    ...(target === undefined ? {} : { target }),
  });
  const roles = { kind: 'ClusterRole' };
  const rules = 'ClusterRole objects (driftDetection.ignore: /rules)';
  test.each<[string, 'enabled' | 'warn', readonly unknown[], readonly unknown[], readonly object[]]>([
    [
      'of a kind',
      'enabled',
      [],
      [{}, rule(roles, '/rules')],
      [ignored(rules, 1, 'enabled', ['*/ClusterRole', '/rules'])],
    ],
    [
      'of a kind, which was only reported',
      'warn',
      [],
      [rule(roles, '/rules')],
      [ignored(rules, 0, 'warn', ['*/ClusterRole', '/rules'])],
    ],
    [
      'as before, in another order of keys',
      'enabled',
      [{ paths: ['/rules'], target: roles }],
      [{ target: roles, paths: ['/rules'] }],
      [],
    ],
    [
      'of all objects',
      'enabled',
      [],
      [rule(undefined, '')],
      [ignored('every kind of object (driftDetection.ignore: all of it)', 0, 'enabled', ['*', 'all of it'])],
    ],
    [
      'of all of what was ignored in part',
      'enabled',
      [rule(undefined, '')],
      [rule(undefined, ''), rule(roles, '/rules')],
      [],
    ],
    [
      'of a kind where it was by labels',
      'enabled',
      [rule({ ...roles, labelSelector: 'a=b' }, '/rules')],
      [rule(roles, '/rules')],
      [ignored(rules, 0, 'enabled', ['*/ClusterRole', '/rules'])],
    ],
    [
      'of a kind where the labels were empty',
      'enabled',
      [rule({ ...roles, labelSelector: '' }, '/rules')],
      [rule(roles, '/rules')],
      [],
    ],
    [
      'of a name in a namespace',
      'enabled',
      [],
      [rule({ group: rbac, kind: 'Role', name: 'a', namespace: 'b' }, '/rules')],
      [
        ignored('the Role a of namespace b (driftDetection.ignore: /rules)', 0, 'enabled', [
          'Role',
          'name a',
          'namespace b',
          '/rules',
        ]),
      ],
    ],
    [
      'of any name, where it was of one',
      'enabled',
      [rule({ ...roles, name: 'a' }, '/rules')],
      [rule(roles, '/rules')],
      [ignored(rules, 0, 'enabled', ['*/ClusterRole', '/rules'], { details: ['before: the ClusterRole a (/rules)'] })],
    ],
  ])('ignored: %s', (_, now, was, is, expected) => {
    expect(driftLoosened(release({ mode: now, ignore: was }), release({ mode: now, ignore: is }))).toEqual(expected);
  });

  test('what is ignored where nothing was reported is not said', () => {
    expect(driftLoosened(release({}), release({ mode: 'enabled', ignore: [rule(roles, '/rules')] }))).toEqual([]);
  });

  test.each<[string, string | undefined]>([
    ['ClusterRole', 'ClusterRole'],
    ['^ClusterRole$', '^ClusterRole$'],
    ['(ClusterRole)', '(ClusterRole)'],
    ['^(ClusterRole|Role)$', 'Role, ClusterRole'],
    ['Cluster.*', 'ClusterRole'],
    ['Cluster.ole', 'ClusterRole'],
    ['Cluster\\.ole', 'ClusterRole'],
    ['.*Role', 'Role, ClusterRole'],
    ['Clusterrole', undefined],
    ['Deployment|Pod', undefined],
    ['Role.', undefined],
    // What is more than names, dots and bars may match anything.
    ['[CR].*', 'every kind'],
    ['x*', 'every kind'],
    ['*', 'every kind'],
    ['Role+', 'every kind'],
  ])('objects of the kinds %s: %s', (kind, kinds) => {
    const is = release({ mode: 'enabled', ignore: [rule({ group: rbac, kind }, '/rules')] });
    const [only] = driftLoosened(release({ mode: 'enabled' }), is);
    const said = / in the cluster in (.*) objects \(/.exec(only?.what ?? '')?.[1];
    expect(said).toBe(kinds === 'every kind' ? 'Role, ClusterRole' : kinds);
  });
});
