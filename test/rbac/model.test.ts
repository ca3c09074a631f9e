import { describe, expect, test } from '@jest/globals';
import { isClusterScoped, isNamespaced } from '../../src/rbac/model/cluster-scoped.ts';
import { isCovered, isWithin, readLabelSelector, readLabels, selects } from '../../src/rbac/model/label-selector.ts';
import { permissionKey, permissionOf, readPolicyRule } from '../../src/rbac/model/permission.ts';
import { isControllerNamespace, mayBeControllerNamespace, placementName } from '../../src/rbac/model/placement.ts';
import {
  constraintsAllow,
  morePrivileges,
  newPowers,
  podSecurityPolicyAllows,
  privilegesOf,
} from '../../src/rbac/model/pod-constraints.ts';
import { knownResource } from '../../src/rbac/model/resource-names.ts';
import { mostSteps, StepBudget, StepLimitError } from '../../src/rbac/model/step-budget.ts';
import { impliedGroups, subjectName, subjectOf } from '../../src/rbac/model/subject.ts';

describe('a rule of a role', () => {
  const resource = (
    verbs: readonly string[],
    groups: readonly string[],
    resources: readonly string[],
    names: readonly (string | null)[] = [null],
  ) => ({
    kind: 'resource',
    verbs,
    groups,
    resources,
    names,
  });
  const url = (verbs: readonly string[], urls: readonly string[]) => ({ kind: 'url', verbs, urls });
  const rule = (verbs: unknown, apiGroups?: unknown, resources?: unknown, resourceNames?: unknown) => ({
    verbs,
    apiGroups,
    resources,
    resourceNames,
  });

  const flux = (variable: string) => `$\{${variable}}`;

  test.each([
    [
      'as it is',
      rule(['get', 'list'], [''], ['pods', 'pods/log'], ['a', 'b']),
      [resource(['get', 'list'], [''], ['pods', 'pods/log'], ['a', 'b'])],
    ],
    [
      'with each entry once',
      rule(['get', 'get'], ['', ''], ['pods', 'pods'], ['a', 'a']),
      [resource(['get'], [''], ['pods'], ['a'])],
    ],
    [
      'with all but what a wildcard says',
      rule(['get', '*'], ['*', 'apps'], ['pods', '*']),
      [resource(['*'], ['*'], ['*'])],
    ],
    [
      'with a wildcard for a subresource',
      rule(['get'], [''], ['*/log', 'pods/log', 'pods', 'pods/exec']),
      [resource(['get'], [''], ['*/log', 'pods', 'pods/exec'])],
    ],
    ['with words in the place of lists', rule('get', '', 'pods', 'a'), [resource(['get'], [''], ['pods'], ['a'])]],
    [
      'without entries that are no text',
      rule(['get', 1], ['', null], ['pods', {}], [2]),
      [resource(['get'], [''], ['pods'])],
    ],
    [
      'without resources that no API serves',
      rule(['get'], [''], ['pods', 'pods/*', '*/', 'pods/', '', 'a*', '*/x*']),
      [resource(['get'], [''], ['pods', ''])],
    ],
    [
      'with what a template fills in',
      rule(['{{ v }}'], ['{{ g }}'], ['pods/{{ * }}/']),
      [resource(['{{ v }}'], ['{{ g }}'], ['pods/{{ * }}/'])],
    ],
    ['without verbs', rule([], [''], ['pods']), []],
    ['without groups', rule(['get'], [], ['pods']), []],
    ['without resources', rule(['get'], [''], ['pods/*']), []],
    [
      'of URLs',
      { verbs: ['get'], nonResourceURLs: ['/a', '/a', 'healthz', '*', '**', '/b*', '{{ u }}'] },
      [url(['get'], ['/a', '/*', '/b*', '{{ u }}'])],
    ],
    ['of no URL that is one', { verbs: ['get'], nonResourceURLs: ['a*', ''] }, []],
    [
      'of both',
      { ...rule(['get'], [''], ['pods']), nonResourceURLs: '/x' },
      [resource(['get'], [''], ['pods']), url(['get'], ['/x'])],
    ],
    [
      'with Flux’ variables and their defaults',
      rule([flux('V:=get'), flux('W=list'), flux('X-watch'), `a${flux('Y:-b')}c`], [''], ['pods']),
      [resource(['get', 'list', 'watch', 'abc'], [''], ['pods'])],
    ],
    ['with a variable that may become anything', rule([flux('V')], [''], ['pods']), [resource(['*'], [''], ['pods'])]],
    [
      'with a variable of an empty default',
      rule([`get${flux('V:=')}`], [''], ['pods']),
      [resource(['*'], [''], ['pods'])],
    ],
    [
      'with a variable by a function',
      rule([flux('V/a/b')], [flux('V:0:1')], [flux('V^')]),
      [resource(['*'], ['*'], ['*'])],
    ],
    ['that is none', 'x', []],
  ])('is read %s', (_, value, expected) => expect(readPolicyRule(value)).toEqual(expected));

  test('has one key in whatever order', () => {
    const key = (verbs: readonly string[], names: readonly (string | null)[] = [null]) =>
      permissionKey(permissionOf('resource', [verbs, ['b', 'a'], ['p'], names]));
    expect(key(['x', 'y'], ['n', null])).toBe(key(['y', 'x'], [null, 'n']));
    expect(key(['x'])).toBe('["resource",["x"],["a","b"],["p"],[null]]');
    expect(key(['x'])).not.toBe(key(['x'], ['n']));
    expect(permissionOf('url', [['get'], ['/x']])).toEqual(url(['get'], ['/x']));
    expect(permissionOf('url', [])).toEqual(url([], []));
    expect(permissionOf('resource', [])).toEqual(resource([], [], [], []));
  });
});

describe('a subject', () => {
  test.each<[Parameters<typeof subjectOf>, string, string]>([
    [['User', 'u'], 'User:u', 'User u'],
    [['User', 'system:serviceaccount:ci:bot'], 'User:system:serviceaccount:ci:bot', 'ServiceAccount ci/bot'],
    [['User', 'system:serviceaccount:ci:a:b'], 'User:system:serviceaccount:ci:a:b', 'ServiceAccount ci/a:b'],
    [['User', 'system:serviceaccount:ci'], 'User:system:serviceaccount:ci', 'User system:serviceaccount:ci'],
    [
      ['User', 'xsystem:serviceaccount:ci:bot'],
      'User:xsystem:serviceaccount:ci:bot',
      'User xsystem:serviceaccount:ci:bot',
    ],
    [
      ['Group', 'system:serviceaccount:ci:bot'],
      'Group:system:serviceaccount:ci:bot',
      'Group system:serviceaccount:ci:bot',
    ],
    [['Group', 'g', 'n'], 'Group:g', 'Group g'],
    [['ServiceAccount', 's', 'n'], 'User:system:serviceaccount:n:s', 'ServiceAccount n/s'],
    [['ServiceAccount', 's', '?apps'], 'User:system:serviceaccount:?apps:s', 'ServiceAccount s'],
    [['ServiceAccount', 's'], 'User:system:serviceaccount:undefined:s', 'ServiceAccount s'],
    [['RoleHolder', 'view'], 'RoleHolder:view', 'every holder of ClusterRole view'],
    [
      ['ServiceAccount', 'of HelmRelease web', 'n'],
      'User:system:serviceaccount:n:of HelmRelease web',
      "a ServiceAccount of HelmRelease web's chart",
    ],
    [
      ['ServiceAccount', 'of ConfigMap web', 'n'],
      'User:system:serviceaccount:n:of ConfigMap web',
      'a ServiceAccount of the chart that takes ConfigMap web',
    ],
  ])('%# has its key and its name', (given, key, name) => {
    const subject = subjectOf(...given);
    expect([subject.key, subjectName(subject)]).toEqual([key, name]);
  });

  const authenticated = 'Group:system:authenticated';
  const accounts = 'Group:system:serviceaccounts';
  test.each<[Parameters<typeof subjectOf>, readonly string[]]>([
    [['User', 'u'], [authenticated]],
    [['Group', 'g'], [authenticated]],
    [['RoleHolder', 'view'], [authenticated]],
    [
      ['ServiceAccount', 's', 'n'],
      [`${accounts}:n`, accounts, authenticated],
    ],
    [
      ['Group', 'system:serviceaccounts:n'],
      [accounts, authenticated],
    ],
    [['Group', 'system:serviceaccounts'], [authenticated]],
    [['User', 'system:serviceaccounts:n'], [authenticated]],
    [['User', 'system:anonymous'], ['Group:system:unauthenticated']],
    [['Group', 'system:unauthenticated'], []],
    [['Group', 'system:authenticated'], []],
  ])('%# is surely in its groups', (given, expected) => expect(impliedGroups(subjectOf(...given))).toEqual(expected));
});

describe('a place', () => {
  test.each([
    [undefined, 'in every namespace'],
    ['web', 'in namespace web'],
    ['?apps', 'in its namespace'],
    ['?*x', 'in the namespaces it selects'],
    ['?project shop', 'in project shop'],
  ])('%j is named', (placement, expected) => expect(placementName(placement)).toBe(expected));

  test.each(
    'kube-system flux-system argocd argo-cd argocd-x openshift-x cert-manager istio-system linkerd kyverno crossplane-system external-secrets sealed-secrets velero vault olm operators tekton-pipelines cattle-x rook-ceph knative-x tigera-operator x-operator x-operators x-controller x-controllers x-system capi-x'.split(
      ' ',
    ),
  )('%s is a controller’s', (name) => {
    expect(isControllerNamespace(name)).toBe(true);
    expect(mayBeControllerNamespace(name)).toBe(true);
  });

  test.each(['web', 'kube-systems', 'my-argocd', 'argocdx', 'xkube-system2', 'system', 'vaults', 'openshift', 'olmx'])(
    '%s is none',
    (name) => {
      expect(isControllerNamespace(name)).toBe(false);
      expect(mayBeControllerNamespace(name)).toBe(false);
    },
  );

  test.each([
    ['*', true],
    ['', true],
    ['ku*', true],
    ['we*', true],
    ['web*', false],
    ['kube*', true],
    ['kube-*', true],
    ['argocd-*', true],
    ['argo-*', true],
    ['shop-*', false],
    ['web-?', true],
    ['[a-z]*', true],
    ['web**', true],
    ['!web', true],
  ])('the pattern %j may mean one: %p', (pattern, expected) =>
    expect(mayBeControllerNamespace(pattern)).toBe(expected),
  );
});

describe('labels', () => {
  const selector = (value: object) => readLabelSelector(value) ?? [];
  const expression = (key: string, operator: string, ...values: readonly string[]) => ({
    matchExpressions: [{ key, operator, values }],
  });
  const [inA, inAB, notA, notAB, exists, absent] = [
    expression('t', 'In', 'a'),
    expression('t', 'In', 'a', 'b'),
    expression('t', 'NotIn', 'a'),
    expression('t', 'NotIn', 'a', 'b'),
    expression('t', 'Exists'),
    expression('t', 'DoesNotExist'),
  ];

  test('and selectors are read as text; one that the API server refuses is none', () => {
    expect(readLabels({ a: 1, b: true, c: 'x' })).toEqual({ a: '1', b: 'true', c: 'x' });
    expect(
      readLabelSelector({ matchLabels: { a: 1 }, matchExpressions: [{ key: 'b', operator: 'In', values: [2] }] }),
    ).toEqual([
      { key: 'a', operator: 'In', values: ['1'] },
      { key: 'b', operator: 'In', values: ['2'] },
    ]);
    expect(readLabelSelector({ matchExpressions: [{ key: 'a', operator: 'in' }] })).toBeUndefined();
    expect(readLabelSelector({ matchExpressions: [{ operator: 'In' }] })).toBeUndefined();
    expect(readLabelSelector(undefined)).toEqual([]);
  });

  test.each([
    ['In', inAB, [true, true, false, false]],
    ['NotIn', notA, [false, true, true, true]],
    ['Exists', exists, [true, true, true, false]],
    ['DoesNotExist', absent, [false, false, false, true]],
    ['nothing', {}, [true, true, true, true]],
  ])('are selected by %s', (_, value, expected) => {
    expect([{ t: 'a' }, { t: 'b' }, { t: 'c' }, { x: 'a' }].map((labels) => selects(selector(value), labels))).toEqual(
      expected,
    );
  });

  test('are selected where all requirements hold, and never by a name of JavaScript', () => {
    const both = selector({ matchLabels: { a: '1', b: '2' } });
    expect([{ a: '1', b: '2' }, { a: '1' }, { b: '2' }].map((labels) => selects(both, labels as never))).toEqual([
      true,
      false,
      false,
    ]);
    expect(selects(selector(expression('constructor', 'Exists')), {})).toBe(false);
  });

  const all = { inA, inAB, notA, notAB, exists, absent };
  const implied: Record<string, readonly string[]> = {
    inA: ['inA', 'inAB', 'exists'],
    inAB: ['inAB', 'exists'],
    notA: ['notA'],
    notAB: ['notA', 'notAB'],
    exists: ['exists'],
    absent: ['notA', 'notAB', 'absent'],
  };
  test.each(Object.entries(all))('that %s selects are those of wider selectors', (name, inner) => {
    const wider = Object.entries(all).filter(([, outer]) => isWithin(selector(inner), selector(outer)));
    expect(wider.map(([each]) => each)).toEqual(implied[name]);
    expect(isWithin(selector(inner), [])).toBe(true);
    expect(isWithin([], selector(inner))).toBe(false);
  });

  test('that In b selects are not those of NotIn b', () => {
    expect(isWithin(selector(expression('t', 'In', 'b')), selector(notA))).toBe(true);
    expect(isWithin(selector(expression('t', 'In', 'b')), selector(notAB))).toBe(false);
    expect(isWithin(selector(expression('u', 'In', 'a')), selector(inA))).toBe(false);
    expect(isWithin(selector({ matchLabels: { t: 'a', u: 'b' } }), selector({ matchLabels: { u: 'b', t: 'a' } }))).toBe(
      true,
    );
    expect(isWithin(selector({ matchLabels: { t: 'a' } }), selector({ matchLabels: { u: 'b', t: 'a' } }))).toBe(false);
  });

  test.each([
    ['a and not a are everything', {}, [inA, notA], true],
    ['there and not there are everything', {}, [absent, exists], true],
    ['a and b are not everything', {}, [inA, expression('t', 'In', 'b')], false],
    ['a, and not a or b, are not everything', {}, [inA, notAB], false],
    ['a or b is a and b', inAB, [inAB], true],
    ['one wider covers', inA, [notA, exists], true],
    ['nothing covers nothing', inA, [], false],
    ['everything covers', inA, [{}], true],
    [
      'a and b of two labels',
      { matchLabels: { t: 'a', u: 'b' } },
      [{ matchLabels: { t: 'a', u: 'c' } }, { matchLabels: { u: 'b' } }],
      true,
    ],
    [
      'what contradicts itself selects nothing',
      { matchExpressions: [...inA.matchExpressions, ...notA.matchExpressions] },
      [],
      true,
    ],
  ])('are covered by several: %s', (_, inner, outers, expected) => {
    expect(isCovered(selector(inner), outers.map(selector))).toBe(expected);
  });

  test('are tried in so many ways at most', () => {
    const wide = (count: number) => Array.from({ length: count }, () => selector({ matchLabels: { a: '1', b: '2' } }));
    expect(isCovered(selector({ matchLabels: { t: 'a' } }), [...wide(9), selector(exists)])).toBe(true);
    expect(isCovered(selector({ matchLabels: { t: 'a' } }), [...wide(10), selector(exists)])).toBe(false);
  });
});

describe('constraints on pods', () => {
  const codes = (constraints: object) =>
    constraintsAllow({ runAsUser: { type: 'MustRunAs', uid: 5 }, ...constraints }).map(
      ({ code, path }) => `${code} @${path.join('.')}`,
    );
  const policy = (spec: object) =>
    podSecurityPolicyAllows({ runAsUser: { rule: 'MustRunAsNonRoot' }, ...spec }).map(
      ({ code, path }) => `${code} @${path.join('.')}`,
    );

  test.each([
    ['allowPrivilegedContainer', 'privileged'],
    ['allowHostPID', 'host-pid'],
    ['allowHostIPC', 'host-ipc'],
    ['allowHostDirVolumePlugin', 'host-path'],
    ['allowHostNetwork', 'host-network'],
    ['allowHostPorts', 'host-ports'],
  ])('of OpenShift allow by %s', (field, code) => {
    for (const value of [true, 'true', 1]) expect(codes({ [field]: value })).toEqual([`${code} @${field}`]);
    for (const value of [false, null]) expect(codes({ [field]: value })).toEqual([]);
  });

  test('of OpenShift allow volumes, capabilities and root', () => {
    expect(codes({ volumes: ['configMap', 'hostPath'] })).toEqual(['host-path @volumes']);
    expect(codes({ volumes: ['*'] })).toEqual(['host-path @volumes']);
    expect(codes({ volumes: ['configMap'] })).toEqual([]);
    expect(
      codes({ allowedCapabilities: ['CHOWN', 'CAP_SYS_ADMIN', '*'], defaultAddCapabilities: ['NET_RAW'] }),
    ).toEqual([
      'capability SYS_ADMIN @allowedCapabilities',
      'capability ALL @allowedCapabilities',
      'capability NET_RAW @defaultAddCapabilities',
    ]);
    const root = ['root @runAsUser'];
    for (const runAsUser of [
      { type: 'RunAsAny' },
      {},
      { type: 'MustRunAs', uid: 0 },
      { type: 'MustRunAsRange', uidRangeMin: 0 },
    ]) {
      expect(codes({ runAsUser })).toEqual(root);
      expect(codes({ runAsUser, userNamespaceLevel: 'RequirePodLevel' })).toEqual([]);
      expect(codes({ runAsUser, userNamespaceLevel: 'AllowHostLevel' })).toEqual(root);
    }
    expect(codes({ runAsUser: { type: 'MustRunAsRange', uidRangeMin: 1 } })).toEqual([]);
  });

  test('of a PodSecurityPolicy allow the same', () => {
    expect(policy({})).toEqual([]);
    expect(
      policy({
        privileged: true,
        hostPID: true,
        hostIPC: true,
        volumes: ['*'],
        hostNetwork: true,
        hostPorts: [{ min: 0 }],
        allowedCapabilities: ['BPF'],
      }),
    ).toEqual([
      'privileged @spec.privileged',
      'host-pid @spec.hostPID',
      'host-ipc @spec.hostIPC',
      'host-path @spec.volumes',
      'capability BPF @spec.allowedCapabilities',
      'host-network @spec.hostNetwork',
      'host-ports @spec.hostPorts',
    ]);
    expect(policy({ hostPorts: [], runAsUser: { rule: 'RunAsAny' } })).toEqual(['root @spec.runAsUser']);
  });

  test('are worth the most that they allow', () => {
    const [power] = constraintsAllow({ allowHostNetwork: true, runAsUser: { type: 'MustRunAs' } });
    const [admin] = constraintsAllow({ allowedCapabilities: ['SYS_ADMIN'], runAsUser: { type: 'MustRunAs' } });
    if (!power || !admin) throw new Error('nothing is allowed');
    expect([privilegesOf([]), privilegesOf([power]), privilegesOf([power, admin])]).toEqual([
      'restricted',
      'elevated',
      'privileged',
    ]);
    const levels = ['privileged', 'elevated', 'restricted'] as const;
    expect(levels.map((a) => levels.map((b) => morePrivileges(a, b)))).toEqual([
      ['privileged', 'privileged', 'privileged'],
      ['privileged', 'elevated', 'elevated'],
      ['privileged', 'elevated', 'restricted'],
    ]);
  });

  test('allow anew what they did not, once, and nothing where they allowed everything', () => {
    const [all, paths] = [
      constraintsAllow({ allowPrivilegedContainer: true }),
      constraintsAllow({ allowHostDirVolumePlugin: true, volumes: ['*'] }),
    ];
    const anew = (before: typeof all, after: typeof all) => newPowers(before, after).map(({ code }) => code);
    expect(anew([], paths)).toEqual(['host-path', 'root']);
    expect(anew(constraintsAllow({}), paths)).toEqual(['host-path']);
    expect(anew(all, paths)).toEqual([]);
    expect(anew(paths, all)).toEqual(['privileged']);
  });
});

test.each([
  ['po', undefined, '', 'pods'],
  ['Pod', undefined, '', 'pods'],
  ['deploy', undefined, 'apps', 'deployments'],
  ['deploy', 'apps', 'apps', 'deployments'],
  ['ev', '', '', 'events'],
  ['sc', undefined, 'storage.k8s.io', 'storageclasses'],
])('kubectl’s %s (of group %s) is %s %s', (word, group, of, resource) =>
  expect(knownResource(word, group)).toEqual({ group: of, resource }),
);

test('a word that kubectl does not know, or not of that group, is no resource', () => {
  expect(knownResource('deploy', '')).toBeUndefined();
  expect(knownResource('things', undefined)).toBeUndefined();
  expect(knownResource('', undefined)).toBeUndefined();
});

test.each([
  ['', 'pods', true],
  ['', 'pods/log', true],
  ['', 'nodes', false],
  ['', 'namespaces', false],
  ['', 'namespaces/status', false],
  ['', '*', false],
  ['', '*/scale', false],
  ['apps', 'deployments', true],
  ['extensions', 'ingresses', true],
  ['networking.k8s.io', 'ingresses', true],
  ['networking.k8s.io', 'ingressclasses', false],
  ['example.com', 'namespaces', false],
  ['example.com', 'things', false],
  ['constructor', 'things', false],
])('of the group %j, %s is known to be namespaced: %p', (group, resource, expected) => {
  expect(isNamespaced(group, resource)).toBe(expected);
  if (expected) expect(isClusterScoped(group, resource)).toBe(false);
});

test('steps are counted, and end where they are too many', () => {
  const budget = new StepBudget(10);
  budget.charge(4);
  budget.charge(6);
  expect([budget.done, budget.most]).toEqual([10, 10]);
  expect(() => budget.charge(1)).toThrow(new StepLimitError(10));
  expect(new StepLimitError(10).message).toBe('more than 10 steps');
  expect(() => new StepBudget().charge(1e15)).not.toThrow();
  expect([mostSteps(0), mostSteps(2)]).toEqual([10_000_000, 10_001_200]);
});
