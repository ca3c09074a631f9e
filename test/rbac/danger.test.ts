import { describe, expect, test } from '@jest/globals';
import {
  dependsOnGainer,
  dependsOnOtherPermissions,
  judge,
  type RiskConditions,
  riskCost,
} from '../../src/rbac/judge/danger.ts';
import { dangers } from '../../src/rbac/judge/danger-table.ts';
import { describe as sentence } from '../../src/rbac/judge/sentence.ts';
import type { UserFacing } from '../../src/rbac/judge/user-facing.ts';
import { type Permission, readPolicyRule } from '../../src/rbac/model/permission.ts';
import { isControllerNamespace } from '../../src/rbac/model/placement.ts';
import { rbacState } from '../../src/rbac/state/rbac-state.ts';

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

const bare = rbacState([], { kubernetesVersion: '1.34', openshift: true, roles: [] });

const nothingElse: RiskConditions = {
  placement: undefined,
  holds: () => [],
  isEscalationNamespace: () => false,
  isForEveryone: () => false,
  gainer: 'other',
  podPrivileges: bare.podPrivileges,
};

function severity(text: string, conditions: Partial<RiskConditions> = {}, userFacing?: UserFacing): string {
  return judge(permission(text), { ...nothingElse, ...conditions }, userFacing).severity;
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
    'impersonate userextras/acme.com/project@authentication.k8s.io',
    'update helmchartconfigs@helm.cattle.io',
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
    'impersonate users system:admin',
    'patch secrets',
    'deletecollection secrets',
    'create helmcharts@helm.cattle.io',
    'patch helmcharts@helm.cattle.io',
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
    'patch secrets tls',
    'update secrets',
    'update helmcharts@helm.cattle.io traefik',
    'create workflows@argoproj.io',
    'create cronworkflows@argoproj.io',
    'create taskruns@tekton.dev',
    'create pipelineruns@tekton.dev',
    'patch virtualmachines@kubevirt.io',
    'create buckets@s3.aws.upbound.io',
    'create objects@kubernetes.crossplane.io',
    'update compositions@apiextensions.crossplane.io',
    'create roles@iam.services.k8s.aws',
    'create iampolicies@iam.cnrm.cloud.google.com',
    'create terraforms@infra.contrib.fluxcd.io',
    'create workspaces@app.terraform.io',
    'update externalsecrets@external-secrets.io',
    'create pushsecrets@external-secrets.io',
    'patch clustersecretstores@external-secrets.io',
    'create gitrepositories@source.toolkit.fluxcd.io',
    'patch ocirepositories@source.toolkit.fluxcd.io',
    'update buckets@source.toolkit.fluxcd.io',
    'create gitrepos@fleet.cattle.io',
    'create builds/custom@build.openshift.io',
    'create sparkapplications@sparkoperator.k8s.io',
    'create rayclusters@ray.io',
    'create scaledjobs@keda.sh',
    'patch services@serving.knative.dev',
    'update prometheuses@monitoring.coreos.com',
    'create triggertemplates@triggers.tekton.dev',
    'update tasks@tekton.dev',
    'create vaultstaticsecrets@secrets.hashicorp.com',
    'create secretproviderclasses@secrets-store.csi.x-k8s.io',
    'create vaultdynamicsecrets@generators.external-secrets.io',
    'create stacks@pulumi.com',
    'create clusters@cluster.x-k8s.io',
    'create awsmachines@infrastructure.cluster.x-k8s.io',
    'get virtualmachineinstances/console@subresources.kubevirt.io',
    'patch */scale,things@*',
    'impersonate:user-info users@authentication.k8s.io',
    'impersonate:serviceaccount serviceaccounts@authentication.k8s.io',
    'patch manifestworks@work.open-cluster-management.io',
    'create clusterserviceversions@operators.coreos.com',
    'get pods/proxy',
    'create services/proxy',
    'update securitycontextconstraints@security.openshift.io',
    'patch groups@user.openshift.io',
    'create machineconfigs@machineconfiguration.openshift.io',
    'delete customresourcedefinitions@apiextensions.k8s.io clusterpolicies.kyverno.io',
    'use securitycontextconstraints@security.openshift.io privileged',
    'use securitycontextconstraints@security.openshift.io restricted-but-not-known',
    'use podsecuritypolicies@policy',
    '* things/status@example.com',
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
    'create secrets',
    'update secrets tls',
    'patch */scale@*',
    'update */status@*',
    'create certificates@cert-manager.io',
    'patch issuers@cert-manager.io',
    'create customresourcedefinitions@apiextensions.k8s.io',
    'patch customresourcedefinitions@apiextensions.k8s.io',
    'create things@example.com',
    'patch things@sub.example.com',
    'get services/proxy dashboard',
    'create routes@route.openshift.io',
  ])('%s is medium', (text) => {
    expect(severity(text)).toBe('medium');
  });

  test.each([
    'get pods',
    'list configmaps',
    'create services',
    'delete secrets',
    'delete things@example.com',
    'update things/status@example.com',
    'update pods/finalizers',
    'update things/finalizers@example.com',
    '* things/finalizers@example.com',
    'update */finalizers@*',
    'update imagestreams@image.openshift.io',
    'delete pods web',
    'get pods/log web',
    'impersonate */scale@authentication.k8s.io',
    'update objects/status@kubernetes.crossplane.io',
    'use securitycontextconstraints@security.openshift.io restricted-v2',
    'use securitycontextconstraints@security.openshift.io nonroot-v2',
    'use securitycontextconstraints@security.openshift.io nested-container',
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
    ['patch secrets', 'high'],
    ['update secrets', 'medium'],
    ['create secrets', 'low'],
    ['create workflows@argoproj.io', 'medium'],
    ['create things@example.com', 'low'],
    ['create helmcharts@helm.cattle.io', 'critical'],
    ['* *@helm.cattle.io', 'critical'],
    ['use securitycontextconstraints@security.openshift.io privileged', 'high'],
    ['use securitycontextconstraints@security.openshift.io hostmount-anyuid', 'high'],
    ['use securitycontextconstraints@security.openshift.io anyuid', 'medium'],
    ['use securitycontextconstraints@security.openshift.io', 'high'],
  ])('%s is %s', (text, expected) => {
    expect(severity(text, { placement: 'web' })).toBe(expected);
  });

  test.each(['kube-system', 'flux-system', 'argocd'])('it is as bad as everywhere in %s', (placement) => {
    expect(severity('get secrets', { placement })).toBe('critical');
    expect(severity('create pods', { placement })).toBe('high');
  });

  test('what reaches ServiceAccounts is as bad as everywhere next to a stronger one', () => {
    const isEscalationNamespace = (namespace: string) => namespace === 'web';
    expect(severity('create pods', { placement: 'web', isEscalationNamespace })).toBe('high');
    expect(severity('create pods', { placement: 'db', isEscalationNamespace })).toBe('medium');
    expect(severity(`create roles@${rbac}`, { placement: 'web', isEscalationNamespace })).toBe('medium');
  });

  test("a ServiceAccount's constraints count for its own pods", () => {
    const use = (name: string) => `use securitycontextconstraints@security.openshift.io ${name}`;
    expect(severity(use('anyuid'), { gainer: 'account' })).toBe('medium');
    expect(severity(use('anyuid'), { gainer: 'person' })).toBe('high');
    expect(severity(use('privileged'), { gainer: 'account' })).toBe('high');
  });

  test('the ConfigMaps of kube-system', () => {
    expect(severity('update configmaps', { placement: 'kube-system' })).toBe('medium');
    expect(severity('update configmaps aws-auth', { placement: 'kube-system' })).toBe('critical');
    expect(severity('update configmaps aws-auth', { placement: 'web' })).toBe('low');
  });
});

describe('for everyone', () => {
  const isForEveryone = () => true;
  test.each([
    ['get pods', 'critical'],
    ['get configmaps cluster-info', 'high'],
    ['use securitycontextconstraints@security.openshift.io privileged', 'critical'],
    ['use securitycontextconstraints@security.openshift.io restricted', 'high'],
  ])('in every namespace %s is %s', (text, expected) => {
    expect(severity(text, { isForEveryone })).toBe(expected);
  });

  test.each([
    ['get configmaps', 'low'],
    ['get pods', 'low'],
    ['get pods/log', 'medium'],
    ['delete pods', 'high'],
    ['create pods/exec', 'critical'],
    ['get secrets', 'critical'],
    ['get secrets tls', 'critical'],
    ['create things@example.com', 'high'],
  ])('in one namespace %s is %s: judged by what it is', (text, expected) => {
    expect(severity(text, { isForEveryone, placement: 'web' })).toBe(expected);
  });

  test('reading logs is worse for those who need not log in', () => {
    expect(severity('get pods/log', { isForEveryone, placement: 'web', gainer: 'anonymous' })).toBe('high');
    expect(severity('get configmaps', { isForEveryone, placement: 'web', gainer: 'anonymous' })).toBe('low');
  });

  test.each([
    ['get things@example.com', 'low'],
    ['create things@example.com', 'medium'],
    ['create pods/exec', 'critical'],
    ['get secrets', 'critical'],
  ])('added to a user-facing role they are bound to, %s is %s', (text, expected) => {
    expect(severity(text, { isForEveryone }, 'added')).toBe(expected);
    expect(severity('get pods', { isForEveryone }, 'bound')).toBe('critical');
  });
});

describe('the content of admin, edit and view in one namespace', () => {
  const isEscalationNamespace = (namespace: string) => namespace === 'web';
  const contents = ['get secrets', 'create pods', 'update secrets', 'get pods/log', 'create pods/exec'];

  test.each(contents)('%s is medium for a person', (text) => {
    expect(severity(text, { placement: 'team', gainer: 'person' as const }, 'bound')).toBe('medium');
    expect(severity(text, { placement: '?apps/team', gainer: 'person' as const }, 'bound')).toBe('medium');
  });

  test('what is harmless stays low', () => {
    expect(severity('get pods', { placement: 'team', gainer: 'person' as const }, 'bound')).toBe('low');
  });

  test.each([
    ['a ServiceAccount or a name of system:', { placement: 'team', gainer: 'account' as const }],
    ["a controller's namespace", { placement: 'flux-system', gainer: 'person' as const }],
    [
      'a namespace with a stronger ServiceAccount',
      { placement: 'web', gainer: 'person' as const, isEscalationNamespace },
    ],
  ])('it stays high for %s', (_, conditions) => {
    expect(['critical', 'high']).toContain(severity('get secrets', conditions, 'bound'));
    expect(severity('get pods/log', conditions, 'bound')).toBe('medium');
  });

  test('in every namespace it is as bad as it is', () => {
    expect(severity('get secrets', { gainer: 'person' as const }, 'bound')).toBe('critical');
  });
});

test('URLs: any verb is high, reading is low', () => {
  const url = (verbs: string[], urls: string[]) =>
    readPolicyRule({ verbs, nonResourceURLs: urls }).map((each) => judge(each, nothingElse).severity);
  expect(url(['*'], ['*'])).toEqual(['high']);
  expect(url(['*'], ['/metrics'])).toEqual(['high']);
  expect(url(['get'], ['/metrics', '/healthz/*'])).toEqual(['low']);
});

test('the judgement names the dangerous part', () => {
  const mixed = readPolicyRule({ verbs: ['get', 'delete'], apiGroups: ['', 'apps'], resources: ['pods', 'secrets'] });
  const [judged] = mixed.map((each) => judge(each, nothingElse));
  expect(judged && sentence(judged.part)).toBe('get secrets');
  expect(judged?.references).toEqual(['CIS 5.1.2']);
});

test.each([
  ...['kube-system', 'argocd-prod', 'openshift-monitoring', 'vault', 'my-operators', 'x-controller', 'acme-system'].map(
    (name) => [name, true] as const,
  ),
  ...['not-argocd', 'hashicorp-vault', 'vaulted', 'kyverno2', 'acme-systemd', 'x-controller-tests', 'shop'].map(
    (name) => [name, false] as const,
  ),
])('%s is a namespace of controllers: %s', (name, expected) => expect(isControllerNamespace(name)).toBe(expected));

describe('what of a permission is dangerous', () => {
  const rule = (verbs: string, groups: string, of: string, names?: readonly string[]): Permission => {
    const [read] = readPolicyRule({
      verbs: verbs.split(','),
      apiGroups: groups.split(','),
      resources: of.split(','),
      resourceNames: names ?? [],
    });
    if (read === undefined) throw new Error(of);
    return read;
  };
  const judged = (given: Permission, conditions: Partial<RiskConditions> = {}) => {
    const { severity, reason, part, references } = judge(given, { ...nothingElse, ...conditions });
    return [severity, reason, sentence(part), ...references];
  };

  test.each([
    [
      'the verbs, groups and resources it is about',
      rule('get,list,delete', ',apps', 'configmaps,secrets,pods'),
      ['critical', 'read Secrets', 'get, list secrets', 'CIS 5.1.2'],
    ],
    ['all verbs', rule('*', '', 'secrets,pods'), expect.arrayContaining(['critical', 'do anything with secrets'])],
    [
      'custom resources',
      rule('create,get', ',example.com', 'pods,things,things/status'),
      ['high', expect.any(String), 'create pods', 'CIS 5.1.4'],
    ],
    [
      'only custom resources',
      rule('create,get', ',example.com', 'services,things,things/status'),
      [
        'medium',
        'have a controller act for them (custom resources)',
        'create services.example.com, things.example.com',
      ],
    ],
    [
      'subresources alone, which are none',
      rule('create', 'example.com', 'things/status'),
      ['low', undefined, 'create things.example.com/status'],
    ],
    ['nothing', rule('get', '', 'pods'), ['low', undefined, 'get pods']],
    [
      'finalizers, which give nothing',
      rule('update', 'apps', 'deployments/finalizers'),
      ['low', undefined, 'update deployments.apps/finalizers'],
    ],
    [
      'what is next to finalizers',
      rule('update', 'apps', 'deployments/finalizers,deployments'),
      ['high', expect.any(String), 'update deployments.apps', expect.any(String)],
    ],
  ])('is %s', (_, given, expected) => expect(judged(given)).toEqual(expected));

  test('is all that a template may make of it', () => {
    const severityOf = (given: Permission) => judge(given, nothingElse).severity;
    expect(severityOf(rule('{{ v }}', '', 'secrets'))).toBe('critical');
    expect(severityOf(rule('get', '', 'pods,{{ r }}'))).toBe('critical');
    expect(severityOf(rule('get', 'apps,{{ g }}', 'secrets'))).toBe('critical');
    const url = (urls: readonly string[]) => judge({ kind: 'url', verbs: ['get'], urls }, nothingElse);
    expect(sentence(url(['/a', '{{ u }}']).part)).toBe('get /a, {{ u }}');
    expect(judge({ kind: 'url', verbs: ['get', '{{ v }}'], urls: ['/a'] }, nothingElse).severity).toBe('high');
  });

  test('depends on who gains it by `use`, by a user-facing role, or where everyone gains', () => {
    const pods = rule('get', '', 'pods');
    const depends = (given: Permission, more: Partial<RiskConditions> = {}, facing?: UserFacing) =>
      dependsOnGainer(given, { ...nothingElse, ...more }, facing);
    expect(depends(pods)).toBe(false);
    expect(depends(rule('use', '', 'x'))).toBe(true);
    expect(depends(pods, { isForEveryone: () => true })).toBe(true);
    expect(depends(pods, {}, 'bound')).toBe(true);
  });

  test('depends on what else is held where the table says so', () => {
    const depends = (text: string) => dependsOnOtherPermissions(permission(text), nothingElse);
    expect(depends('create secrets')).toBe(true);
    expect(depends('approve signers@certificates.k8s.io')).toBe(true);
    expect(depends('get secrets')).toBe(false);
    expect(depends('* *@*')).toBe(true);
  });

  test('together with others counts for a rule without names, and where all others are held in that place', () => {
    const get = permission('get secrets');
    const csr = [
      'create certificatesigningrequests',
      'update certificatesigningrequests/approval',
      'approve signers',
    ].map((text) => permission(`${text}@certificates.k8s.io`));
    const severityOf = (given: Permission, held: readonly Permission[], placement?: string) =>
      judge(given, { ...nothingElse, placement, holds: () => held }).severity;
    expect(severityOf(rule('create', '', 'secrets', ['a']), [get])).not.toBe('critical');
    const [create, approval, sign] = csr as [Permission, Permission, Permission];
    expect(severityOf(create, [create, approval])).toBe('low');
    expect(severityOf(create, [create, approval, sign])).toBe('critical');
    expect(severityOf(create, [create, approval, sign], 'web')).toBe('low');
    const held = [create, approval, sign];
    expect([severityOf(create, held), severityOf(create, held, 'web'), severityOf(create, held)]).toEqual([
      'critical',
      'low',
      'critical',
    ]);
  });

  test.each([
    ['a namespace that its file leaves open', '?apps', 'high'],
    ['namespaces that are selected', '?*apps', 'high'],
    ['one namespace', 'web', 'high'],
    ['a controller’s namespace', 'kube-system', 'critical'],
  ])('in %s is judged there', (_, placement, expected) => {
    expect(severity('get secrets', { placement })).toBe(expected);
  });

  test('is the usual content of a user-facing role in one namespace, but not in selected ones', () => {
    const of = (placement: string) => severity('get secrets', { placement, gainer: 'person' }, 'bound');
    expect([of('web'), of('?apps'), of('?*apps'), of('kube-system')]).toEqual(['medium', 'medium', 'high', 'critical']);
    expect(severity('delete pods', { placement: 'web', gainer: 'person' }, 'bound')).toBe('medium');
    expect(severity('delete pods', { placement: 'web', gainer: 'account' }, 'bound')).toBe('medium');
  });

  test('is what the names of a rule leave, where all requests carry a name', () => {
    expect(severity('delete pods a')).toBe('low');
    expect(severity('deletecollection pods a')).toBe('medium');
    expect(severity('create pods a')).toBe('high');
    expect(severity('create pods/exec a')).toBe('medium');
    expect(severity('create pods/exec,pods a')).toBe('high');
    expect(severity('get secrets a,')).toBe('critical');
    expect(severity('impersonate groups a,system:masters')).toBe('critical');
    expect(severity('impersonate groups a,b')).toBe('high');
    const named = (names: readonly (string | null)[]) =>
      judge(
        { kind: 'resource', verbs: ['patch'], groups: [''], resources: ['namespaces'], names },
        { ...nothingElse, placement: 'web' },
      ).severity;
    expect([named(['web']), named(['web', 'x'])]).toEqual(['medium', 'low']);
  });

  test('does not reach cluster-scoped objects from a namespace', () => {
    expect(severity('update nodes,pods', { placement: 'web' })).toBe('medium');
    expect(severity('update nodes', { placement: 'web' })).toBe('low');
  });

  test('costs by its entries', () => {
    const cost = (count: number) =>
      riskCost({ kind: 'url', verbs: ['get'], urls: Array.from({ length: count }, (_, index) => `/${index}`) });
    expect([cost(15) / cost(1), cost(31) / cost(1), cost(14) / cost(1)]).toEqual([2, 3, 1]);
    expect(cost(1)).toBe(dangers.length);
  });
});
