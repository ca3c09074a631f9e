import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said of a change of one file, each as severity, line and message. */
async function said(before: string, after: string): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(
    folderOf({ 'clusters/a/x.yaml': before }),
    folderOf({ 'clusters/a/x.yaml': after }),
  );
  return findingsOf(evidence)
    .filter(({ rule }) => rule === 'deploy-authority-widened')
    .map(({ severity, position, message }) => `${severity} ${position?.line} ${message}`);
}

const contained = (parts: readonly string[]) => parts.map((part) => expect.stringContaining(part));

describe('drift of a HelmRelease', () => {
  const release = (spec: string) =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: kyverno, namespace: kyverno}\nspec:\n  interval: 1h\n${spec}`;
  const drift = (mode: string, ...ignore: readonly string[]) =>
    release(
      `  driftDetection:\n    mode: ${mode}\n${ignore.length === 0 ? '' : `    ignore:\n${ignore.map((each) => `      - ${each}\n`).join('')}`}`,
    );
  const rules = '{paths: [/rules], target: {kind: ClusterRole}}';

  test.each<[string, string, string, readonly string[]]>([
    ['only reported', drift('enabled'), drift('warn'), ['low 7 HelmRelease kyverno/kyverno no longer takes back']],
    ['off', drift('enabled'), drift('disabled'), ['low 7 ']],
    [
      'not stated',
      drift('enabled'),
      release(''),
      ['no longer takes back what is changed in the cluster in what it deploys'],
    ],
    ['no longer reported', drift('warn'), drift('disabled'), ['no longer reports what is changed']],
    ['of another word', drift('enabled'), drift('Enabled'), ['low 7 ']],
    ['taken back', drift('warn'), drift('enabled'), []],
    ['off all along', drift('disabled'), release(''), []],
    ['replicas', drift('enabled'), drift('enabled', '{paths: [/spec/replicas]}'), []],
    ['workloads', drift('enabled'), drift('enabled', '{paths: [""], target: {kind: Deployment}}'), []],
    [
      'rules of roles',
      drift('enabled'),
      drift('enabled', rules),
      [
        'medium 9 HelmRelease kyverno/kyverno no longer takes back what is changed in the cluster in ClusterRole objects (driftDetection.ignore: /rules)',
      ],
    ],
    [
      'rules of roles, only reported',
      drift('warn'),
      drift('warn', rules),
      ['low 9 HelmRelease kyverno/kyverno no longer reports'],
    ],
    ['rules of roles, of which nothing was reported', drift('disabled'), drift('enabled', rules), []],
    ['rules of all', drift('enabled'), drift('enabled', '{paths: [/rules]}'), ['in every kind of object ']],
    [
      'all of all',
      drift('enabled'),
      drift('enabled', '{paths: [""]}'),
      ['in every kind of object (driftDetection.ignore: all of it)'],
    ],
    [
      'policies',
      drift('enabled'),
      drift('enabled', '{paths: [/spec], target: {group: kyverno.io, kind: (Cluster)?Policy}}'),
      ['ClusterPolicy'],
    ],
    [
      'one of two kinds',
      drift('enabled'),
      drift('enabled', '{paths: [""], target: {kind: (Deployment|RoleBinding)}}'),
      ['in RoleBinding objects'],
    ],
    [
      'by any letter',
      drift('enabled'),
      drift('enabled', '{paths: [""], target: {kind: Role.inding}}'),
      ['in RoleBinding objects'],
    ],
    [
      'by any letters',
      drift('enabled'),
      drift('enabled', '{paths: [/webhooks], target: {group: .*.k8s.io, kind: Validating.*}}'),
      ['ValidatingWebhookConfiguration'],
    ],
    [
      'by very many names',
      drift('enabled'),
      drift(
        'enabled',
        `{paths: [/rules], target: {kind: '${Array.from({ length: 400 }, (_, at) => `K${at}`).join('|')}|ClusterRole'}}`,
      ),
      ['no longer takes back'],
    ],
    [
      'what was ignored',
      drift('enabled', rules),
      drift('enabled', '{target: {kind: ClusterRole}, paths: [/rules]}'),
      [],
    ],
    ['less than was ignored', drift('enabled', '{paths: [""]}'), drift('enabled', rules), []],
    [
      'what was ignored by an expression',
      drift('enabled', '{paths: [/rules], target: {kind: "[CR].*"}}'),
      drift('enabled', '{paths: [/rules], target: {kind: "[CR].*"}}', '{paths: [/spec/replicas]}'),
      [],
    ],
    [
      'more than by labels',
      drift('enabled', '{paths: [/rules], target: {kind: ClusterRole, labelSelector: a=b}}'),
      drift('enabled', rules),
      ['ClusterRole objects'],
    ],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(before, after)).toEqual(contained(parts));
  });
});

describe('drift of an Application', () => {
  const application = (automated: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec:\n  project: shop\n  syncPolicy:\n    automated: ${automated}\n`;
  test.each<[string, string, string, readonly string[]]>([
    ['off', '{selfHeal: true}', '{selfHeal: false}', ['low 7 Application argocd/a no longer takes back by itself']],
    [
      'not stated',
      '{selfHeal: true}',
      '{}',
      ['no longer takes back by itself what is changed in the cluster (selfHeal)'],
    ],
    ['without anything that is automatic', '{selfHeal: true}', 'null', ['(selfHeal)']],
    ['switched off', '{selfHeal: true}', '{selfHeal: true, enabled: false}', ['(selfHeal)']],
    ['as before', '{selfHeal: true, prune: true}', '{selfHeal: true}', []],
    ['new', '{}', '{selfHeal: true}', []],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(application(before), application(after))).toEqual(contained(parts));
  });
});

describe('kinds that Argo CD leaves alone', () => {
  const configuration = (data: Readonly<Record<string, string>>) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: argocd}\ndata:\n  url: https://argocd.example\n${Object.entries(
      data,
    )
      .map(([key, text]) => `  ${key}: |\n${text.replace(/^/gm, '    ')}\n`)
      .join('')}`;
  const out = (text: string) => configuration({ 'resource.exclusions': text });
  const only = (text: string) => configuration({ 'resource.inclusions': text });
  const nothing = configuration({});
  const rbac = '- {apiGroups: [rbac.authorization.k8s.io], kinds: ["*"], clusters: ["*"]}';
  test.each<[string, string, string, readonly string[]]>([
    [
      'roles',
      nothing,
      out(rbac),
      [
        'medium 6 ConfigMap argocd/argocd-cm newly leaves Role, ClusterRole, RoleBinding, ClusterRoleBinding alone (resource.exclusions): it does not deploy them',
      ],
    ],
    ['one kind, whatever its group', nothing, out('- {kinds: [ClusterPolicy]}'), ['newly leaves ClusterPolicy alone']],
    [
      'a group by a pattern',
      nothing,
      out('- {apiGroups: ["*.gatekeeper.sh"]}'),
      ['ConstraintTemplate, kinds of constraints.gatekeeper.sh, Config'],
    ],
    [
      'a kind that users make',
      nothing,
      out('- {kinds: [K8sPSPPrivilegedContainer]}'),
      ['newly leaves K8sPSPPrivilegedContainer alone'],
    ],
    [
      'a whole group',
      nothing,
      out('- apiGroups: [cilium.io]'),
      ['CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy'],
    ],
    [
      'names in any case',
      nothing,
      out('- {APIGROUPS: [networking.k8s.io], Kinds: [NetworkPolicy]}'),
      ['NetworkPolicy'],
    ],
    ['everything', nothing, out('- {}'), ['more kinds alone']],
    ['a further one', out('- {kinds: [Lease]}'), out('- {kinds: [Lease, NetworkPolicy]}'), ['NetworkPolicy']],
    ['of one cluster', nothing, out('- {kinds: [RoleBinding], clusters: ["https://prod"]}'), ['RoleBinding']],
    [
      'of a further cluster',
      out('- {kinds: [RoleBinding], clusters: ["https://dev"]}'),
      out('- {kinds: [RoleBinding], clusters: ["https://dev", "https://prod*"]}'),
      ['RoleBinding'],
    ],
    ['all but some', nothing, only('- {apiGroups: [apps], kinds: [Deployment]}'), ['(resource.inclusions)']],
    ['fewer of some', only(`${rbac}\n- {apiGroups: [apps]}`), only('- {apiGroups: [apps]}'), ['newly leaves Role, ']],
    ['what cannot be read', nothing, out('{{ .Values.exclusions }}'), ['could not be read']],
    [
      'what is too long',
      nothing,
      out(`- {kinds: [${Array.from({ length: 2000 }, (_, at) => `K${at}`).join()}]}`),
      ['could not be read'],
    ],
    [
      'what decides nothing',
      nothing,
      out(
        '- {apiGroups: [cilium.io], kinds: [CiliumIdentity]}\n- {apiGroups: [kyverno.io, reports.kyverno.io], kinds: [AdmissionReport]}\n- {apiGroups: ["*"], kinds: [TaskRun, Endpoints, Event, Secret]}',
      ),
      [],
    ],
    ['the same in other words', out(rbac), out('- kinds: []\n  apiGroups: ["rbac.authorization.k8s.*"]'), []],
    ['less', out(`${rbac}\n- {kinds: [ClusterPolicy]}`), out(rbac), []],
    ['nothing any more', only('- {apiGroups: [apps]}'), nothing, []],
    [
      'how aggregated roles and states are compared',
      nothing,
      configuration({ 'resource.compareoptions': 'ignoreAggregatedRoles: true\nignoreResourceStatusField: all' }),
      [],
    ],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(before, after)).toEqual(contained(parts));
  });
});
