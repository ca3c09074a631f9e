import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { subjectName } from '../../src/rbac/model/subject.ts';
import { permissionsOf, readSubject } from '../../src/rbac/query/permissions-of.ts';
import { readAccessRequest } from '../../src/rbac/query/request.ts';
import { whoCan } from '../../src/rbac/query/who-can.ts';
import { permissionsText } from '../../src/report/terminal/permissions.ts';
import { whoCanText } from '../../src/report/terminal/who-can.ts';
import { binding, resources, role } from './manifests.ts';

const files = {
  'roles.yaml':
    role('ClusterRole', 'reader', '- {apiGroups: [""], resources: [secrets], verbs: [get]}') +
    role('ClusterRole', 'logs', '- {apiGroups: [""], resources: ["*/log"], verbs: [get]}') +
    role(
      'ClusterRole',
      'scale',
      '- {apiGroups: [apps], resources: [deployments/scale], verbs: [patch]}\n- {nonResourceURLs: ["/metrics*"], verbs: [get]}',
    ),
  'bindings.yaml':
    binding('everywhere', 'ClusterRole/reader', ['ServiceAccount/deployer/ci']) +
    binding('web', 'ClusterRole/reader', ['Group/dev', 'ServiceAccount/app'], 'web') +
    binding('logs', 'ClusterRole/logs', ['User/jane']) +
    binding('scale', 'ClusterRole/scale', ['User/scaler'], 'web') +
    binding('metrics', 'ClusterRole/scale', ['User/prometheus']) +
    binding('vendor', 'ClusterRole/vendor', ['User/vendor']),
};

function holders(verb: string, resource: string, namespace?: string): string[] {
  const answer = whoCan(resources(files), { verb, resource, namespace }, defaultPolicy);
  return answer.holders
    .filter(({ origin }) => origin === 'repository')
    .map(({ subject, placement }) => `${subjectName(subject)} in ${placement ?? '*'}`);
}

describe('who can', () => {
  test('everywhere, and in which namespaces only', () => {
    expect(holders('get', 'secrets')).toEqual([
      'ServiceAccount ci/deployer in *',
      'Group dev in web',
      'ServiceAccount web/app in web',
    ]);
    expect(holders('get', 'secrets', 'web')).toHaveLength(3);
    expect(holders('get', 'secrets', 'db')).toEqual(['ServiceAccount ci/deployer in *']);
    expect(holders('list', 'secrets')).toEqual([]);
  });

  test('subresources, groups and URLs', () => {
    expect(holders('get', 'pods/log')).toEqual(['User jane in *']);
    expect(holders('get', 'pods')).toEqual([]);
    expect(holders('patch', 'deployments.apps/scale')).toEqual(['User scaler in web', 'User prometheus in *']);
    expect(holders('patch', 'deploy/scale', 'web')).toHaveLength(2);
    expect(holders('patch', 'deployments.extensions/scale')).toEqual([]);
    expect(holders('get', '/metrics/cadvisor')).toEqual(['User prometheus in *']);
  });

  test('Kubernetes itself, and who cannot be decided', () => {
    const answer = whoCan(resources(files), { verb: 'get', resource: 'secrets' }, defaultPolicy);
    expect(answer.holders.map(({ subject }) => subjectName(subject))).toEqual(
      expect.arrayContaining([
        'Group system:masters',
        'every holder of ClusterRole admin',
        'User system:kube-controller-manager',
      ]),
    );
    expect(answer.undecided.map(({ subject }) => subject.name)).toEqual(['vendor']);
    expect(whoCanText(answer)).toContain(
      '  ServiceAccount ci/deployer  in every namespace  through ClusterRoleBinding everywhere → ClusterRole reader [bindings.yaml:',
    );
  });
});

describe('the permissions of a subject', () => {
  test('its own, its groups’ and its namespace’s', () => {
    const found = permissionsOf(resources(files), readSubject('serviceaccount:web/app'), defaultPolicy);
    const own = found.permissions.filter(({ origin }) => origin === 'repository');
    expect(own).toMatchObject([{ placement: 'web', permission: { verbs: ['get'], resources: ['secrets'] } }]);
    expect(permissionsText(found)).toContain(
      '  high     get secrets in namespace web  through RoleBinding web/web → ClusterRole reader',
    );
    expect(found.permissions.some(({ route }) => route.includes('ClusterRole system:discovery'))).toBe(true);
  });

  test('URLs have no effect through a RoleBinding', () => {
    const found = permissionsOf(resources(files), readSubject('user:scaler'), defaultPolicy);
    const own = found.permissions.filter(({ origin }) => origin === 'repository');
    expect(own.map(({ permission }) => permission.kind)).toEqual(['resource']);
  });

  test('unknown roles are named', () => {
    const found = permissionsOf(resources(files), readSubject('user:vendor'), defaultPolicy);
    expect(found.unknown.map(({ route }) => route)).toEqual([['ClusterRoleBinding vendor', 'ClusterRole vendor']]);
  });
});

describe('what people write', () => {
  test.each([
    ['pods', { group: '', resource: 'pods' }],
    ['po/log', { group: '', resource: 'pods/log' }],
    ['deployments.apps', { group: 'apps', resource: 'deployments' }],
    ['deployments.v1.apps', { group: 'apps', resource: 'deployments' }],
    ['widgets.example.com/status', { group: 'example.com', resource: 'widgets/status' }],
    ['widgets', { group: undefined, resource: 'widgets' }],
  ])('%s', (text, expected) => {
    expect(readAccessRequest('get', text)).toMatchObject({ kind: 'resource', ...expected });
  });

  test.each([
    ['user:jane', 'User:jane'],
    ['group:ops', 'Group:ops'],
    ['serviceaccount:ci/deployer', 'User:system:serviceaccount:ci:deployer'],
    ['sa:ci/deployer', 'User:system:serviceaccount:ci:deployer'],
    ['user:system:serviceaccount:ci:deployer', 'User:system:serviceaccount:ci:deployer'],
  ])('%s', (text, key) => {
    expect(readSubject(text).key).toBe(key);
  });

  test.each(['jane', 'serviceaccount:deployer', 'robot:x', ''])('"%s" is refused', (text) => {
    expect(() => readSubject(text)).toThrow('names no subject');
  });
});
