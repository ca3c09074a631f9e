import { describe, expect, test } from '@jest/globals';
import { type Access, accessOf } from '../../src/rbac/judge/access.ts';
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
