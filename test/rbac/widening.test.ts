import { describe, expect, test } from '@jest/globals';
import { binding, change, lines, role } from './manifests.ts';

const pods = '- {apiGroups: [""], resources: [pods], verbs: [get]}';
const secrets = '- {apiGroups: [""], resources: [secrets], verbs: [get]}';
const ops = binding('ops', 'ClusterRole/ops', ['ServiceAccount/deployer/ci']);

describe('what a subject gains', () => {
  test('a verb added to a bound role is reported on the verb', () => {
    const before = {
      'a.yaml': role('ClusterRole', 'ops', '- apiGroups: [""]\n  resources: [secrets]\n  verbs:\n  - get') + ops,
    };
    const after = {
      'a.yaml':
        role('ClusterRole', 'ops', '- apiGroups: [""]\n  resources: [secrets]\n  verbs:\n  - get\n  - list') + ops,
    };
    expect(lines(change(before, after))).toEqual([
      'a.yaml:10:5 critical widened ClusterRole ops newly lets ServiceAccount ci/deployer list secrets in every namespace.',
    ]);
    expect(lines(change(after, before))).toEqual([]);
    expect(change(after, before).subjectsThatLost.map(({ name }) => name)).toEqual(['deployer']);
  });

  test('a rule added to a bound role is reported on its first line', () => {
    const before = { 'a.yaml': role('ClusterRole', 'ops', pods) + ops };
    const after = { 'a.yaml': role('ClusterRole', 'ops', `${pods}\n${secrets}`) + ops };
    expect(lines(change(before, after))).toEqual([
      'a.yaml:7:3 critical widened ClusterRole ops newly lets ServiceAccount ci/deployer get secrets in every namespace.',
    ]);
  });

  test('an unbound role is latent, one step lower', () => {
    expect(lines(change({}, { 'a.yaml': role('ClusterRole', 'ops', secrets) }))).toEqual([
      'a.yaml:6:3 high latent ClusterRole ops, which nothing here binds, now lets its holders get secrets in every namespace.',
    ]);
  });

  test('a new binding to a known role', () => {
    const before = { 'a.yaml': role('ClusterRole', 'ops', secrets) };
    expect(lines(change(before, { ...before, 'b.yaml': ops }))).toEqual([
      'b.yaml:7:3 critical widened ClusterRoleBinding ops newly lets ServiceAccount ci/deployer get secrets in every namespace, through ClusterRole ops.',
    ]);
  });

  test('a new binding to cluster-admin', () => {
    expect(
      lines(change({}, { 'b.yaml': binding('x', 'ClusterRole/cluster-admin', ['User/jane', 'Group/dev']) })),
    ).toEqual([
      'b.yaml:5:30 critical widened ClusterRoleBinding x newly lets User jane, Group dev do anything with every resource of every API group in every namespace, and more, through ClusterRole cluster-admin.',
    ]);
  });

  test('an unknown role', () => {
    expect(lines(change({}, { 'b.yaml': binding('x', 'ClusterRole/elsewhere', ['User/jane']) }))).toEqual([
      'b.yaml:7 unknown ClusterRole elsewhere',
    ]);
  });

  test('a label that aggregates into view', () => {
    const before = { 'a.yaml': role('ClusterRole', 'mine', secrets) };
    const labels = '  labels:\n    rbac.authorization.k8s.io/aggregate-to-view: "true"\n';
    const after = { 'a.yaml': role('ClusterRole', 'mine', secrets, labels) };
    expect(lines(change(before, after))).toEqual([
      'a.yaml:6:5 critical widened ClusterRole mine (label rbac.authorization.k8s.io/aggregate-to-view=true) newly lets every holder of ClusterRole view get secrets in every namespace.',
    ]);
  });
});
