import { describe, expect, test } from '@jest/globals';
import type { GuardedKinds } from '../../src/delivery/model/guarded-kinds.ts';
import { guardedKinds, isCalledGuarded } from '../../src/delivery/model/guarded-kinds.ts';
import {
  coversWay,
  reaches,
  unreadWay,
  type Way,
  wayCode,
  waysOf,
  wayText,
} from '../../src/delivery/model/ignored-fields.ts';

/** The field and whether all of it is left, of each path of an expression. */
const led = (expression: string) =>
  waysOf({ jqPathExpressions: [expression] }).map(({ field, isWhole }) => [field?.join(' '), isWhole]);

describe('expressions of jq', () => {
  test.each<[string, readonly (readonly [string | undefined, boolean])[]]>([
    ['.spec', [['spec', true]]],
    ['.spec.rules', [['spec rules', true]]],
    [' .spec ', [['spec', true]]],
    ['.spec.rules[0].x', [['spec rules 0 x', true]]],
    ['.spec.rules[]', [['spec rules []', true]]],
    ['.spec.rules[ 12 ]', [['spec rules 12', true]]],
    ['.["spec"]["a.b/c"]', [['spec a.b/c', true]]],
    ['.spec[ "x" ].y', [['spec x y', true]]],
    ['.spec."x-y".z', [['spec x-y z', true]]],
    ['.spec?.rules?', [['spec rules', true]]],
    ['.a1._b', [['a1 _b', true]]],
    [
      '.spec, .metadata.labels',
      [
        ['spec', true],
        ['metadata labels', true],
      ],
    ],
    [
      '.a[0, 1], .b',
      [
        [undefined, false],
        ['b', true],
      ],
    ],
    ['.webhooks[] | select(.name == "a,b") | .rules', [['webhooks []', false]]],
    ['.webhooks[]|.rules', [['webhooks []', false]]],
    ['.a |= 1', [[undefined, false]]],
    ['.a // .b', [[undefined, false]]],
    ['.a + .b', [[undefined, false]]],
    ['..', [[undefined, false]]],
    ['.', [[undefined, false]]],
    ['', [[undefined, true]]],
    ['.[]', [['[]', true]]],
    ['.["a"', [[undefined, false]]],
    ['(.a)', [[undefined, false]]],
    ['["spec"]', [[undefined, true]]],
    [
      'paths(.x, .y), .a',
      [
        [undefined, false],
        ['a', true],
      ],
    ],
    ['getpath(["a", "b"])', [[undefined, false]]],
    [
      '{"a": .b}, .c',
      [
        [undefined, false],
        ['c', true],
      ],
    ],
    ['a.b', [[undefined, false]]],
    ['.0', [[undefined, false]]],
    // Brackets that do not match, an open quote, a comment or a letter that is escaped leave it uncertain.
    ['.a], .b', [[undefined, false]]],
    ['(.a], .b', [[undefined, false]]],
    ['(.a, .b', [[undefined, false]]],
    ['.a, .b "x', [[undefined, false]]],
    ['.a # , .b', [[undefined, false]]],
    ['.a, .b \\', [[undefined, false]]],
    [
      '.a, ."b\\"c"',
      [
        ['a', true],
        [undefined, false],
      ],
    ],
    [
      '.a["b#c"], .d',
      [
        ['a b#c', true],
        ['d', true],
      ],
    ],
    ['.a["\\(.x)"]', [[undefined, false]]],
  ])('%s', (expression, expected) => expect(led(expression)).toEqual(expected));

  test('one that is longer than 2,000 characters leads anywhere', () => {
    expect(led(`.${'a'.repeat(1_999)}`)).toEqual([['a'.repeat(1_999), true]]);
    expect(led(`.${'a'.repeat(2_000)}`)).toEqual([[undefined, false]]);
  });
});

test('pointers, expressions and managers, in this order', () => {
  const entry = {
    managedFieldsManagers: ['hpa'],
    jqPathExpressions: ['.a'],
    jsonPointers: ['/spec/a~1b/~0c', '', 'x/y', 1, '/'],
  };
  expect(waysOf(entry)).toEqual([
    { by: 'pointer', text: '/spec/a~1b/~0c', field: ['spec', 'a/b', '~c'], isWhole: true },
    { by: 'pointer', text: '', field: [], isWhole: false },
    { by: 'pointer', text: 'x/y', field: ['y'], isWhole: true },
    { by: 'pointer', text: '/', field: [''], isWhole: true },
    { by: 'path', text: '.a', field: ['a'], isWhole: true },
    { by: 'manager', text: 'hpa', field: undefined, isWhole: false },
  ]);
  expect(waysOf({})).toEqual([]);
});

test('ways in words and for fingerprints', () => {
  const [pointer, path, manager] = waysOf({
    jsonPointers: ['/a'],
    jqPathExpressions: ['.a'],
    managedFieldsManagers: ['hpa'],
  }) as [Way, Way, Way];
  expect([pointer, path, manager, unreadWay('{{ x }}')].map((each) => [wayText(each), wayCode(each)])).toEqual([
    ['/a', '/a'],
    ['.a', '.a'],
    ['managed by hpa', 'manager hpa'],
    ['what could not be read', 'unread {{ x }}'],
  ]);
  const long = wayText({ ...pointer, text: 'a'.repeat(200) });
  expect(long.length).toBeLessThan(125);
  expect(wayText({ ...pointer, text: 'a'.repeat(120) })).toBe('a'.repeat(120));
  expect(unreadWay('x')).toEqual({ by: 'unread', text: 'x', field: undefined, isWhole: false });
});

describe('whether a way leads to what decides', () => {
  const kinds: GuardedKinds = {
    group: 'a',
    kinds: ['A'],
    fields: [['spec', 'match'], ['spec', 'cluster*'], ['rules', '[]', 'name'], ['*']],
    harmless: [['metadata'], ['rules', '[]', 'caBundle'], ['spec', 'note']],
  };
  const narrow: GuardedKinds = {
    ...kinds,
    fields: [
      ['spec', 'match'],
      ['spec', 'cluster*'],
    ],
  };
  const at = (text: string | undefined): Way => ({
    by: 'path',
    text: '',
    field: text === undefined ? undefined : text.split(' '),
    isWhole: true,
  });
  test.each<[string | undefined, GuardedKinds, boolean]>([
    [undefined, narrow, true],
    ['spec', narrow, true],
    ['spec match', narrow, true],
    ['spec match x', narrow, true],
    ['spec other', narrow, false],
    ['status', narrow, false],
    ['spec clusterResourceWhitelist', narrow, true],
    ['spec clusters', narrow, true],
    ['spec cluster', narrow, true],
    ['spec clust', narrow, false],
    ['spec []', narrow, true],
    ['[]', narrow, true],
    ['metadata', kinds, false],
    ['metadata labels', kinds, false],
    ['rules', kinds, true],
    ['rules []', kinds, true],
    ['rules 0 caBundle', kinds, false],
    ['rules [] caBundle x', kinds, false],
    ['rules 0 name', kinds, true],
    ['spec note', kinds, false],
    ['anything', kinds, true],
    ['anything', { group: 'a', kinds: ['A'], fields: [['spec']] }, false],
  ])('%s', (text, guarded, expected) => expect(reaches(at(text), guarded)).toBe(expected));

  test('the empty pointer leads to all of it', () => expect(reaches({ ...at(''), field: [] }, narrow)).toBe(true));
});

describe('whether one way leaves what another one does', () => {
  const pointer = (text: string): Way => waysOf({ jsonPointers: [text] })[0] as Way;
  const path = (text: string): Way => waysOf({ jqPathExpressions: [text] })[0] as Way;
  const manager = (text: string): Way => waysOf({ managedFieldsManagers: [text] })[0] as Way;
  test.each<[Way, Way, boolean]>([
    [pointer('/spec'), pointer('/spec'), true],
    [pointer('/spec'), pointer('/spec/rules'), true],
    [pointer('/spec/rules'), pointer('/spec'), false],
    [pointer('/spec'), path('.spec.rules'), true],
    [pointer('/spec'), pointer('/status'), false],
    [path('.a[]'), pointer('/a/0'), true],
    [pointer('/a/0'), path('.a[]'), false],
    [path('.a | x'), pointer('/a'), false],
    [path('.a | x'), path('.a | x'), true],
    [path('.a'), path('.a | x'), true],
    [path('x'), pointer('/a'), false],
    [pointer('/a'), path('x'), false],
    [manager('a'), manager('a'), true],
    [manager('a'), manager('b'), false],
    [manager('/a'), pointer('/a'), false],
    [pointer('/a'), manager('a'), false],
  ])('%j and %j: %s', (one, other, expected) => expect(coversWay(one, other)).toBe(expected));
});

describe('guarded kinds', () => {
  test.each<[string, boolean]>([
    ['*', true],
    ['K8sRequiredLabels', true],
    ['MyK8s', false],
    ['ImagePolicy', true],
    ['PolicyReport', false],
    ['MyConstraint', true],
    ['Constraints', true],
    ['Deployment', false],
    ['**', false],
  ])('%s is called like one: %s', (kind, expected) => expect(isCalledGuarded(kind)).toBe(expected));

  const harmful = (group: string, kind: string, field: string) =>
    guardedKinds
      .filter((each) => each.group === group && (each.kinds === undefined || each.kinds.includes(kind)))
      .some((each) => reaches(waysOf({ jsonPointers: [field] })[0] as Way, each));
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['rbac.authorization.k8s.io', 'Role', ['/rules', '/rules/0/verbs'], ['/metadata/labels/x']],
    [
      'rbac.authorization.k8s.io',
      'ClusterRole',
      ['/rules', '/aggregationRule', '/metadata/labels/x', '/metadata'],
      ['/metadata/annotations'],
    ],
    ['rbac.authorization.k8s.io', 'RoleBinding', ['/subjects', '/roleRef'], ['/metadata']],
    ['rbac.authorization.k8s.io', 'ClusterRoleBinding', ['/subjects/0', '/roleRef/name'], ['/rules']],
    ['', 'Namespace', ['/metadata/labels/pod-security.kubernetes.io~1enforce'], ['/metadata/labels/team', '/spec']],
    [
      'networking.k8s.io',
      'NetworkPolicy',
      ['/spec/podSelector', '/spec/policyTypes', '/spec/ingress', '/spec/egress/0'],
      ['/spec/other', '/metadata'],
    ],
    ['policy.networking.k8s.io', 'AdminNetworkPolicy', ['/spec/tier', '/spec/priority', '/spec/subject'], ['/status']],
    [
      'cilium.io',
      'CiliumNetworkPolicy',
      ['/specs', '/spec/ingressDeny', '/spec/enableDefaultDeny'],
      ['/spec/description'],
    ],
    ['projectcalico.org', 'GlobalNetworkPolicy', ['/spec/order', '/spec/preDNAT'], ['/spec/x']],
    ['crd.projectcalico.org', 'Tier', ['/spec/defaultAction'], ['/spec/x']],
    ['security.istio.io', 'PeerAuthentication', ['/spec/mtls', '/spec/portLevelMtls'], ['/spec/x']],
    [
      'admissionregistration.k8s.io',
      'ValidatingWebhookConfiguration',
      ['/webhooks', '/webhooks/0/failurePolicy', '/webhooks/0/clientConfig', '/webhooks/0/rules'],
      [
        '/webhooks/0/clientConfig/caBundle',
        '/webhooks/0/timeoutSeconds',
        '/webhooks/1/sideEffects',
        '/webhooks/0/reinvocationPolicy',
        '/webhooks/0/admissionReviewVersions/0',
      ],
    ],
    [
      'admissionregistration.k8s.io',
      'ValidatingAdmissionPolicy',
      ['/spec/validations', '/spec/failurePolicy', '/spec/matchConditions'],
      ['/spec/policyName'],
    ],
    [
      'admissionregistration.k8s.io',
      'ValidatingAdmissionPolicyBinding',
      ['/spec/policyName', '/spec/validationActions'],
      ['/spec/validations'],
    ],
    [
      'kyverno.io',
      'ClusterPolicy',
      ['/spec/rules', '/spec/validationFailureAction', '/spec/admission'],
      ['/spec/background'],
    ],
    ['kyverno.io', 'PolicyException', ['/spec/exceptions', '/spec/podSecurity'], ['/spec/rules']],
    [
      'policies.kyverno.io',
      'ValidatingPolicy',
      ['/spec/validations', '/spec/evaluation', '/spec/attestors'],
      ['/spec/x'],
    ],
    ['templates.gatekeeper.sh', 'ConstraintTemplate', ['/spec/crd', '/spec/targets'], ['/spec/x']],
    ['constraints.gatekeeper.sh', 'K8sRequired', ['/spec/match', '/spec/enforcementAction'], ['/spec/x']],
    ['config.gatekeeper.sh', 'Config', ['/spec/match'], ['/spec/sync']],
    [
      'security.openshift.io',
      'SecurityContextConstraints',
      ['/allowPrivilegedContainer', '/users'],
      ['/metadata', '/status/x', '/spec'],
    ],
    [
      'argoproj.io',
      'AppProject',
      ['/spec/sourceRepos', '/spec/clusterResourceWhitelist', '/spec/namespaceResourceBlacklist', '/spec/syncWindows'],
      ['/spec/description'],
    ],
    [
      'external-secrets.io',
      'ClusterSecretStore',
      ['/spec/provider/vault', '/spec/conditions'],
      ['/spec/refreshInterval'],
    ],
    ['apps', 'Deployment', [], ['/spec']],
  ])('of %s %s', (group, kind, deciding, others) => {
    for (const field of deciding) expect([field, harmful(group, kind, field)]).toEqual([field, true]);
    for (const field of others) expect([field, harmful(group, kind, field)]).toEqual([field, false]);
  });
});
