import { describe, expect, test } from '@jest/globals';
import type { GainedPermission } from '../../src/rbac/judge/gained-permissions.ts';
import { compact, enumerate, describe as sentence } from '../../src/rbac/judge/sentence.ts';
import type { Widening } from '../../src/rbac/judge/widening.ts';
import {
  gainedKeys,
  tooLargeMessage,
  wideningDetails,
  wideningMessage,
  wideningRemedy,
  withoutDirectory,
} from '../../src/rbac/judge/wording.ts';
import type { Permission } from '../../src/rbac/model/permission.ts';
import { type Subject, subjectOf } from '../../src/rbac/model/subject.ts';
import { resources } from './manifests.ts';

const on = (verbs: string, of: string, groups = '', names?: readonly (string | null)[]): Permission => ({
  kind: 'resource',
  verbs: verbs.split(','),
  groups: groups.split(','),
  resources: of.split(','),
  names: names ?? [null],
});
const url = (verbs: string, urls: string): Permission => ({
  kind: 'url',
  verbs: verbs.split(','),
  urls: urls.split(','),
});
const letters = (count: number) => Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index));

describe('a permission in words', () => {
  const twelve = letters(12).join();
  test.each([
    [on('get,list', 'secrets'), 'get, list secrets'],
    [on('get,*', 'secrets'), 'do anything with secrets'],
    [on('get', 'deployments,statefulsets/scale', 'apps'), 'get deployments.apps, statefulsets.apps/scale'],
    [on('get', 'pods', ',apps'), 'get pods, pods.apps'],
    [on('get', 'pods', '*'), 'get pods of every API group'],
    [on('get', '*', 'apps,*'), 'get every resource of every API group'],
    [on('get', 'pods,*', ''), 'get every resource of the core API group'],
    [on('get', '*', 'apps'), 'get every resource of apps'],
    [on('get', '*', ',apps'), 'get every resource of the core API group, apps'],
    [on('get', 'a,b,c,d', 'x,y,z'), 'get a.x, b.x, c.x, d.x, a.y, b.y, c.y, d.y, a.z, b.z, c.z, d.z'],
    [on('get', 'a,b,c,d,e', ',x,y'), 'get a, b, c, d, e of the core API group, x, y'],
    [on('get', twelve), `get ${letters(12).join(', ')}`],
    [on('get', letters(13).join()), `get ${letters(12).join(', ')} and 1 more of the core API group`],
    [on(letters(14).join(), 'x'), `${letters(12).join(', ')} and 2 more x`],
    [on('get', 'secrets', '', ['a', 'b']), 'get secrets named a, b'],
    [on('get', 'secrets', '', ['a', null]), 'get secrets'],
    [on('get', 'secrets', '', ['', '?apps']), 'get secrets named (no name), like its own namespace'],
    [url('get', '/metrics,/healthz/*'), 'get /metrics, /healthz/*'],
    [url('*', '/*'), 'do anything with every URL'],
  ])('%#: %j', (permission, expected) => expect(sentence(permission)).toBe(expected));

  test.each([
    ['nothing', [], []],
    ['one', [on('get', 'a')], [on('get', 'a')]],
    ['the same twice', [on('get,list', 'a'), on('list,get', 'a')], [on('list,get', 'a')]],
    ['the resources', [on('get', 'a'), on('get', 'b')], [on('get', 'a,b')]],
    ['the verbs', [on('get', 'a'), on('list', 'a')], [on('get,list', 'a')]],
    ['the groups', [on('get', 'a', 'x'), on('get', 'a', 'y')], [on('get', 'a', 'x,y')]],
    ['the names', [on('get', 'a', '', ['n']), on('get', 'a', '', ['m'])], [on('get', 'a', '', ['n', 'm'])]],
    ['two factors in turn', [on('get', 'a'), on('get', 'b'), on('list', 'a,b')], [on('get,list', 'a,b')]],
    ['what differs in two', [on('get', 'a'), on('list', 'b')], [on('get', 'a'), on('list', 'b')]],
    ['URLs', [url('get', '/a'), url('get', '/b'), url('put', '/a')], [url('get,put', '/a'), url('get', '/b')]],
    ['both kinds', [url('get', '/a'), on('get', 'a')], [url('get', '/a'), on('get', 'a')]],
  ])('is joined with others by %s', (_, given, expected) => {
    const order = (all: readonly Permission[]) => [...all].map((each) => JSON.stringify(each)).sort();
    expect(order(compact(given))).toEqual(order(expected));
  });

  test('is one of a list that counts what it does not show', () => {
    expect([enumerate([]), enumerate(['a']), enumerate(letters(12)), enumerate(letters(13))]).toEqual([
      '',
      'a',
      letters(12).join(', '),
      `${letters(12).join(', ')} and 1 more`,
    ]);
  });
});

const ana = subjectOf('User', 'ana');
const bot = subjectOf('ServiceAccount', 'bot', 'ci');

function gain(
  permission: Permission,
  more: Partial<GainedPermission> & {
    severity?: GainedPermission['judgement']['severity'];
    reason?: string;
    part?: Permission;
  } = {},
): GainedPermission {
  const { severity = 'high', reason, part = permission, ...rest } = more;
  return {
    permission,
    placement: undefined,
    subjects: [ana],
    judgement: { severity, reason, part, references: [] },
    ...rest,
  };
}

const rbac = 'rbac.authorization.k8s.io/v1';
function object(kind: string, apiVersion = rbac, name = 'ops') {
  const [resource] = resources({ 'a.yaml': JSON.stringify({ apiVersion, kind, metadata: { name } }) });
  if (resource === undefined) throw new Error(kind);
  return resource;
}

function widening(given: Partial<Widening> & { kind?: string }): Widening {
  const resource = given.resource ?? object('ClusterRole');
  const role = { kind: 'ClusterRole', name: 'ops', namespace: undefined, resource };
  return {
    cause: { kind: given.kind ?? 'rule', object: role, label: 'a=b' } as never,
    resource,
    paths: [],
    severity: 'high',
    isLatent: false,
    unread: [],
    isForEveryone: false,
    gained: [],
    bindings: [],
    isBuiltIn: false,
    routes: [],
    ways: [],
    ...given,
  };
}

describe('a gain as one sentence', () => {
  const says = (gained: readonly GainedPermission[], more: Partial<Widening> & { kind?: string } = {}) =>
    wideningMessage(widening({ gained, ...more }));
  const start = 'ClusterRole ops newly lets User ana';

  test.each([
    ['one permission', [gain(on('get', 'a'))], `${start} get a in every namespace.`],
    ['several that are one', [gain(on('get', 'a')), gain(on('get', 'b'))], `${start} get a, b in every namespace.`],
    [
      'several that are not',
      [gain(on('get', 'a')), gain(on('list', 'b')), gain(on('watch', 'c'))],
      `${start} get a; list b; watch c in every namespace.`,
    ],
    [
      'more than three',
      [gain(on('get', 'a')), gain(on('list', 'b')), gain(on('watch', 'c')), gain(on('put', 'd'))],
      `${start} get a; list b; watch c in every namespace, and more.`,
    ],
    ['a place', [gain(on('get', 'a'), { placement: 'web' })], `${start} get a in namespace web.`],
    ['URLs, which are nowhere', [gain(url('get', '/a'))], `${start} get /a.`],
    [
      'URLs and resources',
      [gain(url('get', '/a')), gain(on('get', 'a'))],
      `${start} get /a; get a in every namespace.`,
    ],
    [
      'the worst part of a permission',
      [gain(on('get,list', 'a'), { part: on('get', 'a') })],
      `${start} get a in every namespace, and more.`,
    ],
    [
      'the worst, and that there is more',
      [gain(on('get', 'a')), gain(on('list', 'b'), { severity: 'low' })],
      `${start} get a in every namespace, and more.`,
    ],
    [
      'what is elsewhere as more',
      [gain(on('get', 'a')), gain(on('list', 'b'), { placement: 'web' })],
      `${start} get a in every namespace, and more.`,
    ],
    [
      'what others gain as more',
      [gain(on('get', 'a')), gain(on('list', 'b'), { subjects: [bot] })],
      `${start} get a in every namespace, and more.`,
    ],
    [
      'all who gain it, once',
      [gain(on('get', 'a'), { subjects: [ana, bot, ana] })],
      'ClusterRole ops newly lets User ana, ServiceAccount ci/bot get a in every namespace.',
    ],
  ])('names %s', (_, gained, expected) => expect(says(gained)).toBe(expected));

  test('names the label, the role of a binding, and what binds a role that is bound by nothing here', () => {
    const gained = [gain(on('get', 'a'))];
    expect(says(gained, { kind: 'label' })).toBe(
      'ClusterRole ops (label a=b) newly lets User ana get a in every namespace.',
    );
    const binding = {
      kind: 'ClusterRoleBinding',
      name: 'ops',
      namespace: undefined,
      resource: object('ClusterRoleBinding'),
      role: { kind: 'ClusterRole', name: 'edit' },
    };
    expect(says(gained, { cause: { kind: 'subject', object: binding } as never })).toBe(
      'ClusterRoleBinding ops newly lets User ana get a in every namespace, through ClusterRole edit.',
    );
    const latent = (...unread: readonly string[]) =>
      says([gain(on('get', 'a'), { subjects: [] }), gain(on('list', 'b'), { subjects: [], severity: 'low' })], {
        isLatent: true,
        unread,
      });
    const lets = 'now lets its holders get a in every namespace, and more.';
    expect(latent()).toBe(`ClusterRole ops, which nothing here binds, ${lets}`);
    expect(latent('x.yaml')).toBe(`ClusterRole ops, which may be bound in x.yaml, which could not be read, ${lets}`);
    expect(latent('x.yaml', 'y', 'z')).toBe(
      `ClusterRole ops, which may be bound in x.yaml and 2 more, which could not be read, ${lets}`,
    );
  });
});

describe('the details of a gain', () => {
  test('are each permission with why, where and who, and the ways', () => {
    const gained = [
      gain(on('get', 'secrets'), { severity: 'critical', reason: 'read them', placement: 'web' }),
      gain(url('get', '/a'), { severity: 'low', subjects: [] }),
    ];
    expect(wideningDetails(widening({ gained, routes: ['User ana → ClusterRole ops'] }))).toEqual([
      'get secrets in namespace web (critical, which lets them read them): User ana',
      'get /a (low)',
      'through User ana → ClusterRole ops',
    ]);
  });

  test.each([
    [20, 10, []],
    [21, 11, ['and 1 more permission', 'and 1 more way']],
    [25, 15, ['and 5 more permissions', 'and 5 more ways']],
  ])('are %i permissions and %i ways, or counted', (permissions, ways, more) => {
    const gained = Array.from({ length: permissions }, () => gain(on('get', 'a')));
    const routes = Array.from({ length: ways }, () => 'x');
    const lines = wideningDetails(widening({ gained, routes }));
    expect(lines.filter((line) => line.startsWith('and'))).toEqual(more);
    expect(lines.filter((line) => line.startsWith('get'))).toHaveLength(20);
    expect(lines.filter((line) => line.startsWith('through'))).toHaveLength(10);
  });
});

describe('the narrower form', () => {
  const end = 'If all of it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.';
  const advice = (given: Partial<Widening> & { kind?: string }) => {
    const text = wideningRemedy(widening(given));
    expect(text.endsWith(`. ${end}`)).toBe(true);
    return text.slice(0, -end.length - 2);
  };
  const here = (permission: Permission) => [gain(permission, { placement: 'web' })];
  const roleBinding = 'Where single namespaces suffice, grant it by a RoleBinding in each';
  const leave = 'Leave out what is not needed';
  const secrets = 'Name the Secrets in resourceNames, and leave out list and watch';
  const wildcards = (what: string) => `Name the ${what} that are needed instead of "*"`;

  test.each([
    ['nothing obvious', { gained: here(on('get', 'a')) }, leave],
    ['a subject', { gained: here(on('get', 'a')), kind: 'subject' }, 'Name only subjects that need it'],
    [
      'another role',
      { gained: here(on('get', 'a')), kind: 'role-reference' },
      'Bind a role that holds only what is needed',
    ],
    ['everyone', { gained: here(on('get', 'a')), isForEveryone: true }, 'Bind a group of your own instead of everyone'],
    ['all verbs', { gained: here(on('*', 'a')) }, wildcards('verbs')],
    ['all verbs on URLs', { gained: here(url('*', '/*')) }, wildcards('verbs')],
    ['all resources', { gained: here(on('get', '*', 'x')) }, wildcards('resources')],
    ['all groups', { gained: here(on('get', 'a', '*')) }, wildcards('API groups')],
    [
      'two wildcards, of several permissions',
      { gained: [...here(on('*', 'a')), ...here(on('get', 'a', '*'))] },
      wildcards('verbs and API groups'),
    ],
    ['all of them', { gained: here(on('*', '*', '*')) }, wildcards('verbs, resources and API groups')],
    ['wildcards of a built-in role', { gained: here(on('*', '*', '*')), isBuiltIn: true }, leave],
    ['Secrets', { gained: [...here(on('get', 'a')), ...here(on('get', 'secrets'))] }, secrets],
    ['named Secrets', { gained: here(on('get', 'secrets', '', ['a'])) }, leave],
    ['Secrets of a built-in role', { gained: here(on('get', 'secrets')), isBuiltIn: true }, leave],
    ['every namespace', { gained: [...here(on('get', 'a')), gain(on('list', 'a'))] }, roleBinding],
    ['every namespace, by a label', { gained: [gain(on('get', 'a'))], kind: 'label' }, leave],
    [
      'several',
      { gained: [gain(on('*', 'secrets'))], isForEveryone: true, kind: 'role-reference' },
      `Bind a group of your own instead of everyone. Bind a role that holds only what is needed. ${wildcards('verbs')}. ${secrets}. ${roleBinding}`,
    ],
  ])('of %s', (_, given: Partial<Widening> & { kind?: string }, expected) => expect(advice(given)).toBe(expected));

  const everywhere = [gain(on('get', 'a'))];
  const made = (kind: string, apiVersion: string, roleName = 'x') =>
    ({ resource: object(kind, apiVersion), role: { kind: 'ClusterRole', name: roleName } }) as never;
  const maker = { gained: everywhere, resource: object('ConfigMap', 'v1') };
  test.each([
    [
      'an operator',
      'ClusterServiceVersion',
      'operators.coreos.com/v1',
      'Where the operator’s own namespace suffices, move the rule from clusterPermissions to permissions',
    ],
    [
      'EKS',
      'AccessEntry',
      'eks.services.k8s.aws/v1',
      'Where single namespaces suffice, give the access scope the type namespace',
    ],
    [
      'EKS by an association',
      'AccessPolicyAssociation',
      'eks.aws.upbound.io/v1',
      'Where single namespaces suffice, give the access scope the type namespace',
    ],
    [
      'rbac-manager',
      'RBACDefinition',
      'rbacmanager.reactiveops.io/v1beta1',
      'Where single namespaces suffice, use roleBindings instead of clusterRoleBindings',
    ],
    [
      'Rancher',
      'GlobalRoleBinding',
      'management.cattle.io/v3',
      'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
    ],
    [
      'a cluster of Rancher',
      'ClusterRoleTemplateBinding',
      'management.cattle.io/v3',
      'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
    ],
    ['OpenShift', 'ClusterRoleBinding', 'authorization.openshift.io/v1', roleBinding],
    ['constraints', 'SecurityContextConstraints', 'security.openshift.io/v1', roleBinding],
    ['a product that knows none', 'Tenant', 'capsule.clastix.io/v1', leave],
  ])('of %s is its own', (_, kind, apiVersion, expected) => {
    expect(advice({ gained: everywhere, bindings: [made(kind, apiVersion)] })).toBe(expected);
    expect(advice({ gained: everywhere, resource: object(kind, apiVersion) })).toBe(expected);
  });

  test('of several makers is a RoleBinding where one of them is Kubernetes’, and of Argo CD its policy', () => {
    const tenant = made('Tenant', 'capsule.clastix.io/v1');
    expect(advice({ ...maker, bindings: [tenant, made('ClusterRoleBinding', rbac)] })).toBe(roleBinding);
    expect(advice({ ...maker, bindings: [tenant, { resource: undefined, role: { name: 'x' } } as never] })).toBe(
      roleBinding,
    );
    expect(advice({ ...maker, bindings: [tenant, made('AccessEntry', 'eks/v1')] })).toContain('access scope');
    expect(advice({ ...maker, bindings: [tenant, made('ConfigMap', 'v1', 'Argo CD/role:admin')] })).toBe(
      'Name the projects and applications that are needed in Argo CD’s policy',
    );
    expect(advice({ ...maker, bindings: [made('ConfigMap', 'v1', 'my Argo CD/')] })).toBe(leave);
  });
});

describe('a fingerprint', () => {
  const keys = (gained: readonly GainedPermission[]) => gainedKeys(gained);

  test('is the same in any order, and wherever files are', () => {
    const open = (folder: string): Subject => subjectOf('ServiceAccount', 'bot', `?${folder}`);
    const first = gain(on('get,list', 'a,b', ',x', ['n', null]), {
      placement: '?apps/web',
      subjects: [ana, open('apps/web')],
    });
    const second = gain(on('list,get', 'b,a', 'x,', [null, 'n']), {
      placement: '?other',
      subjects: [open('other'), ana],
    });
    expect(keys([first])).toEqual(keys([second]));
    expect(keys([first, gain(url('get', '/a'))])).toEqual(keys([gain(url('get', '/a')), second]));
    expect(keys([gain(on('get', 'a', '', ['?apps']))])).toEqual(keys([gain(on('get', 'a', '', ['?other']))]));
    expect(keys([gain(on('get', 'a', '', ['a?apps']))])).not.toEqual(keys([gain(on('get', 'a', '', ['a?other']))]));
  });

  test('is another for another permission, place or subject', () => {
    const own = keys([gain(on('get', 'a'))]);
    for (const each of [
      gain(on('list', 'a')),
      gain(on('get', 'a', '', ['n'])),
      gain(on('get', 'a'), { placement: 'web' }),
      gain(on('get', 'a'), { subjects: [bot] }),
    ]) {
      expect(keys([each])).not.toEqual(own);
    }
    expect(own).toEqual([
      '[[["groups",[""]],["kind","resource"],["names",["any name"]],["resources",["a"]],["verbs",["get"]]],"",["User:ana"]]',
    ]);
  });

  test.each([
    ['?apps/web', '?'],
    ['User:system:serviceaccount:?apps/web:bot', 'User:system:serviceaccount:?:bot'],
    ['web', 'web'],
  ])('has no directory: %s', (text, expected) => expect(withoutDirectory(text)).toBe(expected));
});

test('a change that is too large is said, with its largest object', () => {
  const most = 10_000_600;
  const steps =
    'What this change grants is too large to judge: comparing all its subjects and rules takes more than 10,000,600 steps';
  expect(tooLargeMessage({ resource: undefined, most, digest: '' })).toBe(`${steps}.`);
  expect(tooLargeMessage({ resource: object('Role'), most, digest: '' })).toBe(
    `${steps}, with Role ops the largest changed object.`,
  );
});
