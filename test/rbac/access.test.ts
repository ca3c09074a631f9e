import { describe, expect, test } from '@jest/globals';
import { type Access, accessOf } from '../../src/rbac/judge/access.ts';
import type { GainedPermission } from '../../src/rbac/judge/gained-permissions.ts';
import type { Permission } from '../../src/rbac/model/permission.ts';
import { subjectOf } from '../../src/rbac/model/subject.ts';
import type { Severity } from '../../src/severity.ts';
import { binding, change, type Files, role } from './manifests.ts';

const rule = (verbs: string) => `- {apiGroups: [""], resources: [secrets], verbs: [${verbs}]}`;
const ops = binding('ops', 'ClusterRole/ops', ['ServiceAccount/deployer/ci']);
const access = (before: Files, after: Files): Access =>
  accessOf({ changes: new Map([['prod', change(before, after)]]) });

const list = {
  what: 'list secrets in every namespace',
  verbs: ['list'],
  target: 'secrets',
  where: 'in every namespace',
  severity: undefined,
};

describe('who can do more and less', () => {
  test('a wider rule: the new connection is the role with what it allows', () => {
    const before = { 'a.yaml': role('ClusterRole', 'ops', rule('get')) + ops };
    const after = { 'a.yaml': role('ClusterRole', 'ops', rule('get, list')) + ops };
    expect(access(before, after)).toEqual({
      gained: [
        {
          scope: 'prod',
          subject: 'ServiceAccount ci/deployer',
          permissions: [{ ...list, severity: 'critical' }],
          more: 0,
        },
      ],
      lost: [],
      paths: [
        {
          scope: 'prod',
          subjects: ['ServiceAccount ci/deployer'],
          steps: ['ClusterRoleBinding ops', 'ClusterRole ops'],
          permission: 'list secrets in every namespace',
          severity: 'critical',
          newConnection: 2,
        },
      ],
    });
  });

  test('a new subject: the new connection is the subject with the binding', () => {
    const before = { 'a.yaml': role('ClusterRole', 'ops', rule('get')) + ops };
    const more = binding('ops', 'ClusterRole/ops', ['ServiceAccount/deployer/ci', 'Group/dev']);
    const after = { 'a.yaml': role('ClusterRole', 'ops', rule('get')) + more };
    const { gained, paths } = access(before, after);
    expect(gained.map(({ subject }) => subject)).toEqual(['Group dev']);
    expect(paths.map(({ subjects, newConnection }) => [subjects, newConnection])).toEqual([[['Group dev'], 0]]);
  });

  test('a binding to Kubernetes’ own role: the new connection is the binding with the role', () => {
    const { paths } = access({}, { 'b.yaml': binding('x', 'ClusterRole/cluster-admin', ['User/jane']) });
    expect(paths.map(({ permission }) => permission)).toEqual([
      'do anything with every resource of every API group in every namespace',
      'do anything with every URL',
    ]);
    for (const { steps, newConnection } of paths) {
      expect([steps, newConnection]).toEqual([['ClusterRoleBinding x', 'ClusterRole cluster-admin'], 1]);
    }
  });

  test('a role that nobody is bound to gives nobody anything', () => {
    const { gained, paths } = access({}, { 'a.yaml': role('ClusterRole', 'ops', rule('get')) });
    expect([gained, paths]).toEqual([[], []]);
  });

  test('what is lost is named', () => {
    const before = { 'a.yaml': role('ClusterRole', 'ops', rule('get, list')) + ops };
    const after = { 'a.yaml': role('ClusterRole', 'ops', rule('get')) + ops };
    expect(access(before, after).lost).toEqual([
      {
        scope: 'prod',
        subject: 'ServiceAccount ci/deployer',
        permissions: [list],
        more: 0,
      },
    ]);
  });

  test('any verb is one, a URL is nowhere, and what is beyond the list is counted', () => {
    const rules = [`- {nonResourceURLs: [/metrics], verbs: ['*', get]}`];
    for (let index = 0; index < 25; index++)
      rules.push(`- {apiGroups: [""], resources: [r${index}], verbs: [v${index}]}`);
    const { gained } = access({}, { 'a.yaml': role('ClusterRole', 'ops', rules.join('\n')) + ops });
    expect(gained).toMatchObject([{ more: 6 }]);
    const url = gained[0]?.permissions.find(({ target }) => target === '/metrics');
    expect(url).toMatchObject({ verbs: ['*'], where: '', what: 'do anything with /metrics' });
  });
});

describe('a report of access', () => {
  const ana = subjectOf('User', 'ana');
  const ben = subjectOf('User', 'ben');
  const get = (name: string): Permission => ({
    kind: 'resource',
    verbs: ['get'],
    groups: [''],
    resources: [name],
    names: [null],
  });
  const gain = (name: string, severity: Severity, subjects = [ana], placement?: string): GainedPermission => ({
    permission: get(name),
    placement,
    subjects,
    judgement: { severity, reason: undefined, part: get(name), references: [] },
  });
  const role = { kind: 'ClusterRole', name: 'ops', namespace: undefined, resource: undefined };
  const binding = { kind: 'ClusterRoleBinding', name: 'b', namespace: undefined, resource: undefined, role };
  const told = (...widenings: readonly object[]) =>
    accessOf({ changes: new Map([['prod', { widenings, lost: [], subjectsThatLost: [] } as never]]) });
  const widening = (gained: readonly GainedPermission[], more: object = {}) => ({
    cause: { kind: 'rule', object: role },
    severity: 'high',
    gained,
    ways: [],
    ...more,
  });
  const permissions = (access: Access) =>
    access.gained.map(
      ({ subject, permissions: all }) =>
        `${subject}: ${all.map(({ target, severity }) => `${target} ${severity}`).join(', ')}`,
    );

  test('has each permission once by its worst, the worst first, of subjects and of permissions', () => {
    expect(
      permissions(
        told(widening([gain('a', 'low'), gain('b', 'high', [ben]), gain('c', 'medium'), gain('a', 'medium')])),
      ),
    ).toEqual(['User ben: b high', 'User ana: a medium, c medium']);
    expect(permissions(told(widening([gain('a', 'medium'), gain('a', 'low'), gain('a', 'medium')])))).toEqual([
      'User ana: a medium',
    ]);
  });

  test('has the losses whether or not they were worked out', () => {
    const lost = [{ subjects: [ana, ben], placement: 'web', permissions: [get('a'), get('b')] }];
    const { lost: told } = accessOf({
      changes: new Map([['prod', { widenings: [], lost, subjectsThatLost: [ana, subjectOf('User', 'eve')] } as never]]),
    });
    expect(told.map(({ subject, permissions: all, more }) => [subject, all.map(({ what }) => what), more])).toEqual([
      ['User ana', ['get a, b in namespace web'], 0],
      ['User ben', ['get a, b in namespace web'], 0],
      ['User eve', [], 0],
    ]);
  });

  const way = (given: object) => ({
    subjects: [ana, ana, ben],
    steps: ['ClusterRoleBinding b', 'ClusterRole ops'],
    permissions: [get('a')],
    ...given,
  });
  test.each([
    ['a rule', { kind: 'rule', object: role }, 2],
    ['a selector', { kind: 'selector', object: role }, 2],
    ['a label', { kind: 'label', object: role }, 1],
    ['a subject', { kind: 'subject', object: binding }, 0],
    ['a reference to a role', { kind: 'role-reference', object: binding }, 1],
    ['something that is no step', { kind: 'subject', object: { ...role, name: 'other' } }, 2],
  ])('has ways whose new connection is that of %s', (_, cause, newConnection) => {
    const { paths } = told(widening([gain('x', 'critical'), gain('a', 'medium')], { cause, ways: [way({})] }));
    expect(paths).toEqual([
      {
        scope: 'prod',
        subjects: ['User ana', 'User ben'],
        steps: ['ClusterRoleBinding b', 'ClusterRole ops'],
        permission: 'get a in every namespace',
        severity: 'medium',
        newConnection,
      },
    ]);
  });

  test('names a way by the worst of what it leads to, else by the worst of all, else by what it is', () => {
    const path = (gained: readonly GainedPermission[], given: object = {}) => {
      const { paths } = told(widening(gained, { ways: [way(given)] }));
      return paths.map(({ permission, severity }) => `${severity} ${permission}`);
    };
    expect(
      path([gain('x', 'critical'), gain('a', 'low'), gain('b', 'medium')], { permissions: [get('a'), get('b')] }),
    ).toEqual(['low get a in every namespace, and more']);
    expect(path([gain('x', 'critical'), gain('y', 'low')])).toEqual(['critical get x in every namespace']);
    expect(path([])).toEqual(['high get a']);
    expect(path([], { permissions: [] })).toEqual(['high ']);
  });

  test('has the worst ways first, 500 at most, of 2,000 subjects and 20 permissions of each', () => {
    const many = widening([gain('a', 'low')], { ways: Array.from({ length: 501 }, () => way({})) });
    const bad = widening([gain('a', 'critical')], { ways: [way({})] });
    const { paths } = told(many, bad);
    expect([paths.length, paths[0]?.severity, paths[1]?.severity]).toEqual([500, 'critical', 'low']);
    const subjects = Array.from({ length: 2001 }, (_, index) => subjectOf('User', `u${index}`));
    expect(told(widening([gain('a', 'low', subjects), gain('b', 'low', subjects)])).gained).toHaveLength(2000);
    const wide = Array.from({ length: 22 }, (_, index) => gain(`r${index}`, 'low'));
    expect(told(widening(wide)).gained.map(({ permissions: all, more }) => [all.length, more])).toEqual([[20, 2]]);
    expect(told(widening(wide.slice(0, 20))).gained.map(({ permissions: all, more }) => [all.length, more])).toEqual([
      [20, 0],
    ]);
  });
});
