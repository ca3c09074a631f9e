import { describe, expect, test } from '@jest/globals';
import { applicationDifferences, differencesIgnored } from '../../src/delivery/argocd/ignored-differences.ts';
import { kindsLeftOut } from '../../src/delivery/argocd/left-out-kinds.ts';
import { driftLoosened } from '../../src/delivery/flux/drift.ts';

type Fields = Readonly<Record<string, unknown>>;
const rbac = 'rbac.authorization.k8s.io';

describe('differences that an Application ignores', () => {
  const remedy = 'Ignore only the field that a controller fills in, of the object it fills in, by its name.';
  const said = (what: string, index: number, subject: readonly string[], more: object = {}) => ({
    what: `no longer takes back what is changed in the cluster in ${what}`,
    remedy,
    severity: 'medium',
    path: ['spec', 'ignoreDifferences', index],
    ...more,
    subject: ['ignoreDifferences', ...subject],
  });
  const roles = (more: Fields = {}): Fields => ({
    group: rbac,
    kind: 'ClusterRole',
    jsonPointers: ['/rules'],
    ...more,
  });
  const policy = { group: 'kyverno.io', kind: 'ClusterPolicy', jqPathExpressions: ['.spec.rules[]'] };

  test.each<[string, readonly unknown[], readonly unknown[], readonly object[]]>([
    [
      'of a kind',
      [],
      [roles()],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
    [
      'of a name in a namespace',
      [],
      [{}, roles({ kind: 'Role', name: 'ops', namespace: 'shop' })],
      [
        said('the Role ops of namespace shop (ignoreDifferences: /rules)', 1, [
          'Role',
          'name ops',
          'namespace shop',
          '/rules',
        ]),
      ],
    ],
    [
      'of a name of any kind',
      [],
      [roles({ kind: '*', name: 'ops' })],
      [said('objects with the name ops (ignoreDifferences: /rules)', 0, [`${rbac}/*`, 'name ops', '/rules'])],
    ],
    [
      'of a namespace',
      [],
      [roles({ kind: '*Role', namespace: 'shop' })],
      [
        said('Role, ClusterRole objects of namespace shop (ignoreDifferences: /rules)', 0, [
          '*Role',
          'namespace shop',
          '/rules',
        ]),
      ],
    ],
    [
      'of everything',
      [],
      [{ group: '*', kind: '*', managedFieldsManagers: ['hpa', 'x'] }],
      [
        said('every kind of object (ignoreDifferences: managed by hpa, managed by x)', 0, [
          '*',
          'manager hpa',
          'manager x',
        ]),
      ],
    ],
    [
      'of another group',
      [],
      [policy],
      [
        said('ClusterPolicy objects (ignoreDifferences: .spec.rules[])', 0, [
          'kyverno.io/ClusterPolicy',
          '.spec.rules[]',
        ]),
      ],
    ],
    [
      'of kinds that users make',
      [],
      [{ group: 'constraints.gatekeeper.sh', kind: 'K8sRequired*', jsonPointers: ['/spec'] }],
      [said('K8sRequiredx objects (ignoreDifferences: /spec)', 0, ['constraints.gatekeeper.sh/K8sRequired*', '/spec'])],
    ],
    [
      'of kinds of any group that are called so',
      [],
      [{ group: '*.gatekeeper.sh', kind: 'K8sA', jsonPointers: ['/spec'] }],
      [said('K8sA objects (ignoreDifferences: /spec)', 0, ['*.gatekeeper.sh/K8sA', '/spec'])],
    ],
    [
      'of kinds of any group that are not',
      [],
      [{ group: '*.gatekeeper.sh', kind: 'Thing', jsonPointers: ['/spec'] }],
      [],
    ],
    [
      'of the core group',
      [],
      [{ kind: 'Namespace', jsonPointers: ['/metadata/labels'] }],
      [said('Namespace objects (ignoreDifferences: /metadata/labels)', 0, ['/Namespace', '/metadata/labels'])],
    ],
    [
      'of what decides nothing',
      [],
      [
        { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec'] },
        roles({ jsonPointers: ['/metadata/annotations'] }),
      ],
      [],
    ],
    [
      'of one way of two',
      [],
      [roles({ jsonPointers: ['/metadata/annotations', '/rules'] })],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
    ['as before', [roles()], [{}, roles()], []],
    ['less than before', [roles()], [roles({ name: 'a', jsonPointers: ['/rules/0'] })], []],
    [
      'of a second way',
      [roles()],
      [roles({ jsonPointers: ['/rules', '/aggregationRule'] })],
      [
        said('ClusterRole objects (ignoreDifferences: /aggregationRule)', 0, ['ClusterRole', '/aggregationRule'], {
          details: ['before: ClusterRole objects (/rules)'],
        }),
      ],
    ],
    [
      'of any name, where it was of some, of which three are shown',
      ['a', 'b', 'c', 'd'].map((name) => roles({ name })),
      [roles()],
      [
        said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'], {
          details: ['a', 'b', 'c'].map((name) => `before: the ClusterRole ${name} (/rules)`),
        }),
      ],
    ],
    [
      'of any namespace, where it was of one',
      [roles({ kind: 'Role', namespace: 'a' })],
      [roles({ kind: 'Role' })],
      [
        said('Role objects (ignoreDifferences: /rules)', 0, ['Role', '/rules'], {
          details: ['before: Role objects of namespace a (/rules)'],
        }),
      ],
    ],
    [
      'of more kinds, of one of which it was before',
      [roles()],
      [roles({ kind: '*Role' })],
      [said('Role objects (ignoreDifferences: /rules)', 0, ['*Role', '/rules'])],
    ],
    [
      'by a pattern that is too long to be read, before and after',
      [roles({ kind: `${'x'.repeat(1_000)}*` })],
      [roles()],
      [said('ClusterRole objects (ignoreDifferences: /rules)', 0, ['ClusterRole', '/rules'])],
    ],
  ])('%s', (_, was, is, expected) => {
    expect(applicationDifferences({ ignoreDifferences: was }, { ignoreDifferences: is })).toEqual(expected);
  });

  test('a pattern that is too long to be read may be for every kind', () => {
    const [only, ...others] = applicationDifferences(
      {},
      { ignoreDifferences: [roles({ kind: `${'x'.repeat(1_000)}*` })] },
    );
    expect([only?.what.includes('Role, ClusterRole'), others]).toEqual([true, []]);
  });

  const option = 'RespectIgnoreDifferences=true';
  const respecting = (...ignoreDifferences: readonly unknown[]) => ({
    ignoreDifferences,
    syncPolicy: { syncOptions: ['Prune=false', option] },
  });
  test('what is ignored is not deployed any more', () => {
    const respected = {
      what: `no longer deploys what the repository says of the fields that it ignores, in ClusterRole objects, ClusterPolicy objects (${option})`,
      remedy: `Leave ${option} out, or ignore nothing of these objects.`,
      severity: 'medium',
      path: ['spec', 'syncPolicy', 'syncOptions'],
      subject: [
        'RespectIgnoreDifferences',
        'ClusterRole',
        '/rules',
        'ClusterRole',
        '/rules',
        'kyverno.io/ClusterPolicy',
        '.spec.rules[]',
      ],
    };
    const ignoreDifferences = [roles(), roles(), policy];
    expect(applicationDifferences({ ignoreDifferences }, respecting(...ignoreDifferences))).toEqual([respected]);
    expect(applicationDifferences(respecting(...ignoreDifferences), respecting(...ignoreDifferences))).toEqual([]);
    expect(
      applicationDifferences({}, respecting({ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec'] })),
    ).toEqual([]);
    expect(applicationDifferences({ ignoreDifferences }, { ignoreDifferences })).toEqual([]);
  });
});

describe('differences that argocd-cm ignores', () => {
  const split = 'resource.customizations.ignoreDifferences.';
  const said = (what: string, key: string, ...subject: readonly string[]) => ({
    what: `no longer takes back what is changed in the cluster in ${what}`,
    remedy: 'Ignore only the field that a controller fills in, in the Application that has the object, by its name.',
    severity: 'medium',
    path: ['data', key],
    subject: ['ignoreDifferences', ...subject],
  });
  const rules = 'jsonPointers: [/rules]';
  const roles = `${split}${rbac}_ClusterRole`;
  const joined = (text: unknown) => ({
    'resource.customizations': JSON.stringify({ [`${rbac}/ClusterRole`]: { ignoreDifferences: text } }),
  });
  test.each<[string, Fields, Fields, readonly object[]]>([
    [
      'of a kind',
      {},
      { [roles]: rules },
      [said('ClusterRole objects, of every Application (/rules)', roles, 'ClusterRole', '/rules')],
    ],
    [
      'of all',
      {},
      { [`${split}all`]: rules },
      [said('every kind of object, of every Application (/rules)', `${split}all`, '*', '/rules')],
    ],
    [
      'of a kind of the core group',
      {},
      { [`${split}Namespace`]: 'jsonPointers: [/metadata]' },
      [said('Namespace objects, of every Application (/metadata)', `${split}Namespace`, '/Namespace', '/metadata')],
    ],
    [
      'in the older form',
      {},
      joined(rules),
      [said('ClusterRole objects, of every Application (/rules)', 'resource.customizations', 'ClusterRole', '/rules')],
    ],
    [
      'in both forms, of which the newer one counts',
      {},
      { ...joined(rules), [roles]: 'jsonPointers: [/metadata/annotations]' },
      [],
    ],
    ['from one form to the other', joined(rules), { [roles]: rules }, []],
    [
      'by managers of an exact kind',
      {},
      { [roles]: 'managedFieldsManagers: [x]' },
      [said('ClusterRole objects, of every Application (managed by x)', roles, 'ClusterRole', 'manager x')],
    ],
    [
      'by managers of all',
      {},
      { [`${split}all`]: 'managedFieldsManagers: [x]' },
      [said('every kind of object, of every Application (managed by x)', `${split}all`, '*', 'manager x')],
    ],
    [
      'by managers of a pattern, which are not looked at',
      {},
      { [`${split}${rbac}_*`]: 'managedFieldsManagers: [x]' },
      [],
    ],
    [
      'by pointers of a pattern',
      {},
      { [`${split}${rbac}_*Role`]: rules },
      [said('Role, ClusterRole objects, of every Application (/rules)', `${split}${rbac}_*Role`, '*Role', '/rules')],
    ],
    [
      'by what cannot be read',
      {},
      { [roles]: '{{ x' },
      [said('ClusterRole objects, of every Application (what could not be read)', roles, 'ClusterRole', 'unread {{ x')],
    ],
    ['by nothing', {}, { [roles]: ' \n' }, []],
    ['by other keys', {}, { [`x${roles}`]: rules, 'resource.customizations.health.a_B': rules }, []],
    ['by a text of several slashes', {}, { [`${split}a/b/c`]: rules }, []],
  ])('%s', (_, was, is, expected) => expect(differencesIgnored(was, is)).toEqual(expected));
});

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
