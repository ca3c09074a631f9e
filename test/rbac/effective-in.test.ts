import { describe, expect, test } from '@jest/globals';
import { isClusterScoped, isClusterScopedSomewhere } from '../../src/rbac/model/cluster-scoped.ts';
import type { Permission } from '../../src/rbac/model/permission.ts';
import { effectiveIn } from '../../src/rbac/model/placement.ts';

const rbac = 'rbac.authorization.k8s.io';
const permission = (
  verbs: readonly string[],
  groups: readonly string[],
  resources: readonly string[],
  names: readonly (string | null)[] = [null],
): Permission => ({ kind: 'resource', verbs, groups, resources, names });

describe('a RoleBinding in namespace web', () => {
  test('gives what it names, and everywhere all of it', () => {
    const pods = permission(['get'], [''], ['pods', 'pods/log']);
    expect(effectiveIn('web', pods)).toEqual([pods]);
    const nodes = permission(['get'], [''], ['nodes']);
    expect(effectiveIn('web', nodes)).toEqual([]);
    expect(effectiveIn(undefined, nodes)).toEqual([nodes]);
  });

  test('gives no URLs', () => {
    const metrics: Permission = { kind: 'url', verbs: ['get'], urls: ['/metrics'] };
    expect(effectiveIn('web', metrics)).toEqual([]);
    expect(effectiveIn(undefined, metrics)).toEqual([metrics]);
  });

  // Only these requests for a Namespace object carry its name as their namespace.
  test('gives its own Namespace object, by the verbs that name one', () => {
    const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];
    const own = permission(['get', 'watch', 'update', 'patch', 'delete'], [''], ['namespaces'], ['web']);
    expect(effectiveIn('web', permission(verbs, [''], ['namespaces']))).toEqual([own]);
    expect(effectiveIn('web', permission(verbs, [''], ['namespaces'], ['web', 'other']))).toEqual([own]);
    expect(effectiveIn('web', permission(['list', 'create'], [''], ['namespaces']))).toEqual([]);
    expect(effectiveIn('web', permission(verbs, [''], ['namespaces'], ['other']))).toEqual([]);
    expect(effectiveIn('web', permission(['*'], [''], ['namespaces/finalize']))).toEqual([
      permission(['*'], [''], ['namespaces/finalize'], ['web']),
    ]);
  });

  test('gives what another group calls namespaces as any resource', () => {
    const foreign = permission(['get', 'list'], ['example.com'], ['namespaces']);
    expect(effectiveIn('web', foreign)).toEqual([foreign]);
    expect(effectiveIn('web', permission(['list'], ['', 'example.com'], ['namespaces', 'pods']))).toEqual([
      permission(['list'], ['example.com'], ['namespaces']),
      permission(['list'], ['', 'example.com'], ['pods']),
    ]);
  });

  test('gives bind on ClusterRoles, which is asked in its namespace, and nothing else on them', () => {
    const bind = permission(['bind'], [rbac], ['clusterroles'], ['view']);
    expect(effectiveIn('web', permission(['bind', 'escalate', 'get'], [rbac], ['clusterroles'], ['view']))).toEqual([
      bind,
    ]);
    expect(effectiveIn('web', permission(['*'], [rbac], ['clusterroles'], ['view']))).toEqual([bind]);
    expect(effectiveIn('web', permission(['escalate', 'get'], [rbac], ['clusterroles']))).toEqual([]);
    expect(effectiveIn('web', permission(['bind'], [rbac], ['clusterrolebindings']))).toEqual([]);
    const foreign = permission(['bind'], ['example.com'], ['clusterroles']);
    expect(effectiveIn('web', foreign)).toEqual([foreign]);
  });
});

describe('cluster-scoped', () => {
  test.each([
    ['', 'nodes', true],
    ['', 'nodes/proxy', true],
    ['', 'pods', false],
    ['', 'clusterroles', false],
    [rbac, 'clusterroles', true],
    ['metrics.k8s.io', 'nodes', true],
    ['authentication.k8s.io', 'userextras/scopes', true],
    ['authentication.k8s.io', 'userextrasomething', true],
    ['authentication.k8s.io', 'myuserextras', false],
    ['example.com', 'nodes', false],
    ['constructor', 'nodes', false],
    ['', '/nodes', false],
  ])('%j %s: %s', (group, resource, expected) => expect(isClusterScoped(group, resource)).toBe(expected));

  test.each([
    ['nodes', true],
    ['clusterroles/x', true],
    ['pods', false],
    ['', false],
  ])('%j in some group: %s', (resource, expected) => expect(isClusterScopedSomewhere(resource)).toBe(expected));
});
