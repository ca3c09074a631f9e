import { describe, expect, test } from '@jest/globals';
import { judge, type RiskConditions } from '../../src/rbac/judge/danger.ts';
import { describe as sentence } from '../../src/rbac/judge/sentence.ts';
import { type Permission, readPolicyRule } from '../../src/rbac/model/permission.ts';

/** `verbs resources[.group] [names]` as one permission; the group `core` is the empty one. */
function permission(text: string): Permission {
  const [verbs = '', target = '', names] = text.split(' ');
  const [resource = '', ...group] = target.split('@');
  const [read] = readPolicyRule({
    verbs: verbs.split(','),
    resources: resource.split(','),
    apiGroups: [group[0] ?? ''],
    ...(names === undefined ? {} : { resourceNames: names.split(',') }),
  });
  if (read === undefined) throw new Error(text);
  return read;
}

function severity(text: string, circumstances: Partial<RiskConditions> = {}): string {
  return judge(permission(text), {
    placement: undefined,
    holds: () => [],
    isEscalationNamespace: () => false,
    isForEveryone: () => false,
    ...circumstances,
  }).severity;
}

const rbac = 'rbac.authorization.k8s.io';

describe('in every namespace', () => {
  test.each([
    '* *@*',
    `escalate clusterroles@${rbac}`,
    `escalate roles@${rbac}`,
    `bind clusterroles@${rbac}`,
    `bind roles@${rbac}`,
    'impersonate users',
    'impersonate groups',
    'impersonate serviceaccounts',
    'impersonate userextras/scopes@authentication.k8s.io',
    'get secrets',
    'list secrets',
    'watch secrets',
    'get *',
    'get *@*',
    'create serviceaccounts/token',
    'create mutatingwebhookconfigurations@admissionregistration.k8s.io',
    'patch validatingwebhookconfigurations@admissionregistration.k8s.io',
    'update validatingadmissionpolicies@admissionregistration.k8s.io',
    'delete validatingadmissionpolicybindings@admissionregistration.k8s.io',
    'update configmaps aws-auth',
    '* secrets',
    `* clusterroles@${rbac}`,
    '* serviceaccounts',
    'bind clusterroles@rbac.authorization.k8s.io cluster-admin',
    'impersonate groups system:masters',
  ])('%s is critical', (text) => {
    expect(severity(text)).toBe('critical');
  });

  test.each([
    `create rolebindings@${rbac}`,
    `patch clusterroles@${rbac}`,
    'get nodes/proxy',
    'create pods/exec',
    'get pods/exec',
    'get pods/attach',
    'create pods/portforward',
    'patch pods/ephemeralcontainers',
    'create pods',
    'patch deployments@apps',
    'update daemonsets@apps',
    'create statefulsets@apps',
    'create replicasets@apps',
    'create replicationcontrollers',
    'create jobs@batch',
    'update cronjobs@batch',
    'create persistentvolumes',
    'patch namespaces',
    'update nodes',
    'use podsecuritypolicies@policy privileged',
    'use securitycontextconstraints@security.openshift.io anyuid',
    'use securitycontextconstraints@security.openshift.io',
    '* things@example.com',
    'get *@example.com',
    'get things@*',
    'create apiservices@apiregistration.k8s.io',
    'delete clusterpolicies@kyverno.io',
    'create applications@argoproj.io',
    'patch appprojects@argoproj.io',
    'update kustomizations@kustomize.toolkit.fluxcd.io',
    'create helmreleases@helm.toolkit.fluxcd.io',
    'get secrets tls',
    `bind clusterroles@${rbac} mine`,
    '* secrets tls',
  ])('%s is high', (text) => {
    expect(severity(text)).toBe('high');
  });

  test.each([
    'delete pods',
    'deletecollection deployments@apps',
    'delete events',
    'get pods/log',
    'update services/status',
    'create endpoints',
    'patch ingresses@networking.k8s.io',
    'delete networkpolicies@networking.k8s.io',
    'update configmaps',
    'patch deployments@apps web',
    'deletecollection pods web',
  ])('%s is medium', (text) => {
    expect(severity(text)).toBe('medium');
  });

  test.each([
    'get pods',
    'list configmaps',
    'create services',
    'create secrets',
    'delete pods web',
    'get pods/log web',
    'use securitycontextconstraints@security.openshift.io restricted-v2',
    'create certificatesigningrequests@certificates.k8s.io',
  ])('%s is low', (text) => {
    expect(severity(text)).toBe('low');
  });

  test('some permissions are dangerous only together', () => {
    const holds = () => [permission('get secrets')];
    expect(severity('create secrets', { holds })).toBe('critical');
    const csr = ['create certificatesigningrequests', 'update certificatesigningrequests/approval', 'approve signers'];
    const all = csr.map((text) => `${text}@certificates.k8s.io`);
    for (const text of all) expect(severity(text, { holds: () => all.map(permission) })).toBe('critical');
    for (const text of all) expect(severity(text, { holds: () => [permission(text)] })).toBe('low');
  });
});

describe('in one namespace', () => {
  test.each([
    ['get secrets', 'high'],
    ['* *@*', 'high'],
    [`bind clusterroles@${rbac}`, 'high'],
    ['create pods', 'medium'],
    ['get secrets tls', 'medium'],
    ['delete pods', 'low'],
    ['get pods', 'low'],
    ['update configmaps', 'low'],
  ])('%s is %s', (text, expected) => {
    expect(severity(text, { placement: 'web' })).toBe(expected);
  });

  test.each(['kube-system', 'flux-system', 'argocd'])('it is as bad as everywhere in %s', (placement) => {
    expect(severity('get secrets', { placement })).toBe('critical');
    expect(severity('create pods', { placement })).toBe('high');
  });

  test('what reaches ServiceAccounts is as bad as everywhere beside a stronger one', () => {
    const isEscalationNamespace = (namespace: string) => namespace === 'web';
    expect(severity('create pods', { placement: 'web', isEscalationNamespace })).toBe('high');
    expect(severity('create pods', { placement: 'db', isEscalationNamespace })).toBe('medium');
    expect(severity(`create roles@${rbac}`, { placement: 'web', isEscalationNamespace })).toBe('medium');
  });

  test('the ConfigMaps of kube-system', () => {
    expect(severity('update configmaps', { placement: 'kube-system' })).toBe('medium');
    expect(severity('update configmaps aws-auth', { placement: 'kube-system' })).toBe('critical');
    expect(severity('update configmaps aws-auth', { placement: 'web' })).toBe('low');
  });
});

describe('for everyone', () => {
  const isForEveryone = () => true;
  test('whatever it is', () => {
    expect(severity('get pods', { isForEveryone })).toBe('critical');
    expect(severity('get pods', { isForEveryone, placement: 'web' })).toBe('high');
    expect(severity('get configmaps cluster-info', { isForEveryone, placement: 'web' })).toBe('medium');
  });
});

test('the judgement names the dangerous part', () => {
  const mixed = readPolicyRule({ verbs: ['get', 'delete'], apiGroups: ['', 'apps'], resources: ['pods', 'secrets'] });
  const [judged] = mixed.map((each) =>
    judge(each, {
      placement: undefined,
      holds: () => [],
      isEscalationNamespace: () => false,
      isForEveryone: () => false,
    }),
  );
  expect(judged && sentence(judged.part)).toBe('get secrets');
  expect(judged?.references).toEqual(['CIS 5.1.2']);
});
