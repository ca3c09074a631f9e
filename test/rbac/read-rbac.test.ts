import { describe, expect, test } from '@jest/globals';
import type { Binding } from '../../src/rbac/model/rbac-object.ts';
import { completeElsewhere, isUnnamed, lacksSubjects } from '../../src/rbac/read/complete-fragments.ts';
import { readRbac } from '../../src/rbac/read/read-rbac.ts';
import { resources } from './manifests.ts';

const rbac = 'rbac.authorization.k8s.io/v1';
const openshift = 'authorization.openshift.io/v1';
const read = (...objects: readonly object[]) =>
  readRbac(objects.flatMap((object, at) => resources({ [`apps/${at}.yaml`]: JSON.stringify(object) })));
const object = (apiVersion: string, kind: string, rest: object, metadata: object = { name: 'x', namespace: 'n' }) => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const rules = [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }];
const roleRef = { kind: 'ClusterRole', name: 'edit' };
const subjects = [{ kind: 'User', name: 'u' }];

describe('a role', () => {
  const role = (apiVersion: string, kind: string, rest: object, metadata?: object) =>
    read(object(apiVersion, kind, rest, metadata)).roles[0];

  test('has its rules, its labels, and a namespace where it is of one', () => {
    const metadata = { name: 'x', namespace: 'n', labels: { a: 'b', c: 1 } };
    expect(role(rbac, 'Role', { rules }, metadata)).toMatchObject({
      kind: 'Role',
      name: 'x',
      namespace: 'n',
      origin: 'repository',
      labels: { a: 'b', c: '1' },
      selectors: undefined,
      rules: [{ path: ['rules', 0], value: rules[0], permissions: [{ verbs: ['get'] }] }],
      reconciled: true,
    });
    expect(role(rbac, 'Role', { rules }, { name: 'x' })?.namespace).toBe('?apps');
    expect(role(rbac, 'ClusterRole', { rules })?.namespace).toBeUndefined();
    expect(role(rbac, 'Role', { rules: [null, 'x'] })?.rules.map(({ permissions }) => permissions)).toEqual([[], []]);
  });

  test('selects others where it is a ClusterRole whose selectors the API server takes', () => {
    const aggregationRule = (...clusterRoleSelectors: readonly object[]) => ({
      aggregationRule: { clusterRoleSelectors },
    });
    const one = { matchLabels: { a: 'b' } };
    const bad = { matchExpressions: [{ key: 'a', operator: 'Like' }] };
    const selector = [{ key: 'a', operator: 'In', values: ['b'] }];
    expect(role(rbac, 'ClusterRole', aggregationRule(one))?.selectors).toEqual([selector]);
    expect(role(rbac, 'ClusterRole', aggregationRule())?.selectors).toEqual([]);
    expect(role(rbac, 'ClusterRole', aggregationRule(one, bad))?.selectors).toBeUndefined();
    expect(role(rbac, 'ClusterRole', { aggregationRule: 'x' })?.selectors).toBeUndefined();
    expect(role(rbac, 'Role', aggregationRule(one))?.selectors).toBeUndefined();
  });

  test('keeps to itself where it is not to be reconciled, unless it states no rules', () => {
    const reconciled = (value: string, rest: object) =>
      role(rbac, 'ClusterRole', rest, {
        name: 'x',
        annotations: { 'rbac.authorization.kubernetes.io/autoupdate': value },
      })?.reconciled;
    expect(reconciled('false', { rules })).toBe(false);
    expect(reconciled('true', { rules })).toBe(true);
    expect(reconciled('false', {})).toBe(true);
  });

  test('of OpenShift’s own API is about the core group where it states none', () => {
    const groups = (apiVersion: string, rule: object) =>
      (role(apiVersion, 'Role', { rules: [rule] })?.rules[0]?.value as { apiGroups?: unknown } | undefined)?.apiGroups;
    for (const version of [openshift, 'v1']) {
      expect(groups(version, { verbs: ['get'], resources: ['pods'] })).toEqual(['']);
      expect(groups(version, { verbs: ['*'], resources: ['*'] })).toEqual(['*']);
      expect(groups(version, { verbs: ['*'], resources: ['pods'] })).toEqual(['']);
      expect(groups(version, { verbs: ['get'], resources: ['*'] })).toEqual(['']);
      expect(groups(version, { verbs: ['get'], apiGroups: ['apps'], resources: ['pods'] })).toEqual(['apps']);
      expect(groups(version, { verbs: ['get'], nonResourceURLs: ['/x'] })).toBeUndefined();
    }
    expect(groups(rbac, { verbs: ['get'], resources: ['pods'] })).toBeUndefined();
  });
});

describe('a binding', () => {
  const bind = (apiVersion: string, kind: string, rest: object, metadata?: object) => {
    const [binding] = read(object(apiVersion, kind, rest, metadata)).bindings;
    if (binding === undefined) return undefined;
    const { role, subjects: bound, namespace } = binding;
    return [
      binding.kind,
      namespace,
      `${role.kind} ${role.name}`,
      ...bound.map(({ subject, path }) => `${subject.key} ${path.join('.')}`),
    ];
  };

  test('has its role, its place and those it matches', () => {
    const all = [
      { kind: 'User', name: 'u' },
      { kind: 'Group', name: 'g' },
      { kind: 'ServiceAccount', name: 's', namespace: 'm' },
      { kind: 'ServiceAccount', name: 's', namespace: '' },
      { kind: 'SystemUser', name: 'v' },
      { kind: 'SystemGroup', name: 'h' },
      { kind: 'User', name: '' },
      { kind: 'User', name: 5 },
      { kind: 'Robot', name: 'r' },
      { kind: 'User', name: '*' },
      'u',
    ];
    const named = ['User:u subjects.0', 'Group:g subjects.1', 'User:system:serviceaccount:m:s subjects.2'];
    const more = ['User:v subjects.4', 'Group:h subjects.5', 'User:* subjects.9'];
    expect(bind(rbac, 'RoleBinding', { roleRef, subjects: all })).toEqual([
      'RoleBinding',
      'n',
      'ClusterRole edit',
      ...named,
      'User:system:serviceaccount:n:s subjects.3',
      ...more,
    ]);
    expect(bind(rbac, 'ClusterRoleBinding', { roleRef, subjects: all })).toEqual([
      'ClusterRoleBinding',
      undefined,
      'ClusterRole edit',
      ...named,
      'User:system:serviceaccount:?apps:s subjects.3',
      ...more,
    ]);
    expect(bind(rbac, 'RoleBinding', { roleRef, subjects }, { name: 'x' })?.[1]).toBe('?apps');
  });

  test('of v1alpha1 reads the user * as everyone who is logged in', () => {
    const star = [{ kind: 'User', name: '*' }];
    expect(bind('rbac.authorization.k8s.io/v1alpha1', 'ClusterRoleBinding', { roleRef, subjects: star })?.[3]).toBe(
      'Group:system:authenticated subjects.0',
    );
    expect(bind('rbac.authorization.k8s.io/v1alpha1', 'ClusterRoleBinding', { roleRef, subjects })?.[3]).toBe(
      'User:u subjects.0',
    );
    expect(bind('rbac.authorization.k8s.io/v1beta1', 'ClusterRoleBinding', { roleRef, subjects: star })?.[3]).toBe(
      'User:* subjects.0',
    );
  });

  test('of OpenShift’s own API may leave out the role’s kind, and name subjects in lists of their own', () => {
    const lists = { userNames: ['u', 5], groupNames: ['g'] };
    expect(bind(openshift, 'RoleBinding', { roleRef: { name: 'a', namespace: 'n' }, ...lists })).toEqual([
      'RoleBinding',
      'n',
      'Role a',
      'User:u userNames.0',
      'Group:g groupNames.0',
    ]);
    expect(bind(openshift, 'RoleBinding', { roleRef: { name: 'a' }, ...lists })?.[2]).toBe('ClusterRole a');
    expect(bind(openshift, 'ClusterRoleBinding', { roleRef: { name: 'a', namespace: 'n' }, ...lists })?.[2]).toBe(
      'ClusterRole a',
    );
    expect(bind('v1', 'RoleBinding', { roleRef: { kind: 'Role', name: 'a' }, subjects, ...lists })).toEqual([
      'RoleBinding',
      'n',
      'Role a',
      'User:u subjects.0',
    ]);
    expect(bind(rbac, 'RoleBinding', { roleRef: { name: 'a' }, ...lists })).toEqual(['RoleBinding', 'n', ' a']);
  });

  test('is one of Kubernetes’ or OpenShift’s groups; what a template makes of a kind counts as the wider', () => {
    expect(bind('example.com/v1', 'RoleBinding', { roleRef, subjects })).toBeUndefined();
    expect(bind(rbac, '{{ k }}', { roleRef })?.[0]).toBe('ClusterRoleBinding');
    expect(bind(rbac, '$' + '{K}', { subjects })?.[0]).toBe('ClusterRoleBinding');
    expect(read(object(rbac, '{{ k }}', { rules })).roles[0]?.kind).toBe('ClusterRole');
    expect(read(object(rbac, '{{ k }}', { aggregationRule: {} })).roles[0]?.kind).toBe('ClusterRole');
    expect(read(object(rbac, '{{ k }}', { data: {} }))).toMatchObject({ roles: [], bindings: [] });
    expect(read(object(rbac, 'Deployment', { rules, roleRef }))).toMatchObject({ roles: [], bindings: [] });
  });
});

describe('half a binding, as a patch states it', () => {
  const whole = (role: string, name = 'x') =>
    object(
      rbac,
      'RoleBinding',
      { roleRef: { kind: 'Role', name: role }, subjects: [{ kind: 'Group', name: 'g' }] },
      { name, namespace: 'n' },
    );
  const bound = (...objects: readonly object[]) =>
    read(...objects).bindings.map(
      ({ role, subjects: all }) => `${role.kind} ${role.name}: ${all.map(({ subject }) => subject.key)}`,
    );
  const withoutRole = object(rbac, 'RoleBinding', { subjects });
  const withoutSubjects = object(rbac, 'RoleBinding', { roleRef });

  test('has the other half of the one that it patches', () => {
    expect(bound(withoutRole, whole('r'))).toEqual(['Role r: User:u', 'Role r: Group:g']);
    expect(bound(withoutSubjects, whole('r'))).toEqual(['ClusterRole edit: Group:g', 'Role r: Group:g']);
  });

  test('binds what nobody knows where there is none, or more than one', () => {
    expect(bound(withoutRole)).toEqual(['ClusterRole (named elsewhere): User:u']);
    expect(bound(withoutRole, whole('r', 'y'))[0]).toBe('ClusterRole (named elsewhere): User:u');
    expect(bound(withoutRole, whole('r'), whole('s'))[0]).toBe('ClusterRole (named elsewhere): User:u');
    expect(bound(withoutSubjects)).toEqual(['ClusterRole edit: ']);
  });

  test('is not one that states that it binds nobody', () => {
    expect(bound(object(rbac, 'RoleBinding', { roleRef, subjects: [] }), whole('r'))[0]).toBe('ClusterRole edit: ');
    expect(bound(object(rbac, 'RoleBinding', {}), whole('r'))[0]).toBe(' : ');
  });
});

describe('half a binding that patches one of another folder', () => {
  const subject = (name: string) => ({ kind: 'User', name });
  const half = (rest: object) => read(object(rbac, 'RoleBinding', rest)).bindings[0] as Binding;
  const whole = (role: object, ...names: readonly string[]) => half({ roleRef: role, subjects: names.map(subject) });
  const other = { kind: 'Role', name: 'own' };
  const completed = (binding: Binding, ...patched: readonly Binding[]) =>
    completeElsewhere([binding], () => patched).map(
      ({ role, subjects: all }) => `${role.kind} ${role.name}: ${all.map(({ subject: { name } }) => name)}`,
    );
  const withoutRole = half({ subjects });
  const withoutSubjects = half({ roleRef });
  const unnamed = 'ClusterRole (named elsewhere): u';

  test('has its role where all that it can patch name one', () => {
    expect(completed(withoutRole, whole(other, 'a'))).toEqual(['Role own: u']);
    expect(completed(withoutRole, whole(other, 'a'), whole(other, 'b'))).toEqual(['Role own: u']);
    expect(completed(withoutRole, withoutRole, half({}), whole(other, 'a'))).toEqual(['Role own: u']);
    expect(completed(withoutRole, whole(other, 'a'), whole(other, 'b'), whole(roleRef, 'c'))).toEqual([unnamed]);
    expect(completed(withoutRole, whole(other, 'a'), whole({ kind: 'ClusterRole', name: 'own' }, 'b'))).toEqual([
      unnamed,
    ]);
    expect(completed(withoutRole, whole(other, 'a'), whole({ kind: 'Role', name: 'x' }, 'b'))).toEqual([unnamed]);
    expect(completed(withoutRole)).toEqual([unnamed]);
    expect(completed(withoutRole, half({}))).toEqual([unnamed]);
  });

  test('has the subjects of all whose role is another', () => {
    expect(completed(withoutSubjects, whole(other, 'a'), whole({ kind: 'Role', name: 'edit' }, 'b'))).toEqual([
      'ClusterRole edit: a,b',
    ]);
    expect(completed(withoutSubjects, whole(roleRef, 'a'))).toEqual(['ClusterRole edit: ']);
    expect(completed(withoutSubjects, withoutRole, whole(other, 'b'))).toEqual(['ClusterRole edit: b']);
  });

  test('is none where it states both, or nothing', () => {
    expect(completed(whole(roleRef, 'u'), whole(other, 'a'))).toEqual(['ClusterRole edit: u']);
    expect(completed(half({}), whole(other, 'a'))).toEqual([' : ']);
    expect(completed(half({ roleRef, subjects: [] }), whole(other, 'a'))).toEqual(['ClusterRole edit: ']);
    expect(
      [withoutRole, withoutSubjects, whole(roleRef, 'u'), half({}), half({ roleRef, subjects: [] })].map(lacksSubjects),
    ).toEqual([false, true, false, false, false]);
    expect([withoutRole, withoutSubjects].map(isUnnamed)).toEqual([true, false]);
  });
});
