import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said of admission between two versions of one file, each as severity, line and message. */
async function said(before: string, after: string): Promise<readonly string[]> {
  const side = (text: string) => folderOf(text === '' ? {} : { 'clusters/a/x.yaml': text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  return findingsOf(evidence)
    .filter(({ rule }) => rule === 'admission-weakened')
    .map(({ severity, position, message }) => `${severity} ${position?.line} ${message}`);
}

const contained = (parts: readonly string[]) => parts.map((part) => expect.stringContaining(part));

const engine = (name: string, image: string, args: readonly string[], env = '[]') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${name}}\nspec:\n  template:\n    spec:\n      containers:\n        - name: ${name}\n          image: ${image}\n          env: ${env}\n          args:\n${['--v=2', ...args].map((each) => `            - ${each}\n`).join('')}`;

const kyverno = (...args: readonly string[]) => engine('kyverno', 'ghcr.io/kyverno/kyverno:v1.15.0', args);
const gatekeeper = (...args: readonly string[]) => engine('manager', 'openpolicyagent/gatekeeper:v3.20.0', args);
const variable = (value: string) =>
  engine(
    'kyverno',
    'ghcr.io/kyverno/kyverno:v1.15.0',
    [],
    `[{name: FLAG_FORCE_FAILURE_POLICY_IGNORE, value: "${value}"}]`,
  );

describe('flags of policy engines', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'requests that Kyverno does not answer',
      kyverno(),
      kyverno('--forceFailurePolicyIgnore=true'),
      ['high 13 Deployment kyverno/kyverno newly lets requests through where Kyverno does not answer, whatever'],
    ],
    ['without a value', kyverno(), kyverno('--forceFailurePolicyIgnore'), ['high 13 ']],
    [
      'by a variable',
      variable('false'),
      variable('true'),
      ['newly lets requests through where Kyverno does not answer'],
    ],
    ['off', kyverno('--forceFailurePolicyIgnore=true'), kyverno('--forceFailurePolicyIgnore=false'), []],
    ['as before', kyverno('--forceFailurePolicyIgnore=true'), kyverno('--forceFailurePolicyIgnore=1'), []],
    [
      'exceptions of one namespace',
      kyverno('--enablePolicyException=false'),
      kyverno('--enablePolicyException=true', '--exceptionNamespace=kyverno'),
      ['medium 13 Deployment kyverno/kyverno newly takes PolicyExceptions (--enablePolicyException)'],
    ],
    [
      'exceptions of every namespace',
      kyverno('--exceptionNamespace=kyverno'),
      kyverno('--exceptionNamespace=*'),
      ['high 13 Deployment kyverno/kyverno newly takes PolicyExceptions from every namespace'],
    ],
    ['registries without TLS', kyverno(), kyverno('--allowInsecureRegistry=true'), ['medium 13 ']],
    ['nodes', kyverno(), kyverno('--excludeBootstrapResources=true'), ['newly leaves Nodes']],
    ['logs', kyverno(), kyverno('--loggingFormat=json'), []],
    [
      'another product with a flag of the name',
      engine('a', 'example/a', []),
      engine('a', 'example/a', ['--forceFailurePolicyIgnore=true']),
      [],
    ],
    [
      'a further namespace',
      gatekeeper('--exempt-namespace=gatekeeper-system'),
      gatekeeper('--exempt-namespace=gatekeeper-system', '--exempt-namespace=shop'),
      [
        'medium 14 Deployment manager/manager newly lets a namespace shop be left alone by its label (--exempt-namespace)',
      ],
    ],
    [
      'namespaces by how they begin',
      gatekeeper(),
      gatekeeper('--exempt-namespace-prefix=team-'),
      ['whose name begins with team- be left alone'],
    ],
    [
      'the same in another order',
      gatekeeper('--exempt-namespace=a', '--exempt-namespace=b'),
      gatekeeper('--exempt-namespace=b', '--exempt-namespace=a'),
      [],
    ],
    [
      'no requests any more',
      gatekeeper('--operation=audit', '--operation=webhook'),
      gatekeeper('--operation=audit'),
      ['high 13 Deployment manager/manager no longer answers the API server'],
    ],
    ['all operations', gatekeeper('--operation=webhook'), gatekeeper(), []],
    ['only requests', gatekeeper(), gatekeeper('--operation=webhook'), []],
    ['only looking at what is there', gatekeeper(), gatekeeper('--operation=audit'), ['no longer answers']],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(before, after)).toEqual(contained(parts));
  });
});

describe('images that no policy of sigstore is for', () => {
  const configuration = (data: string, name = 'config-policy-controller') =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: cosign-system}\ndata:\n  a: b\n${data}`;
  const match = (word: string) => configuration(`  no-match-policy: ${word}\n`);
  test.each<[string, string, string, readonly string[]]>([
    [
      'let through',
      match('deny'),
      match('allow'),
      [
        'high 6 ConfigMap cosign-system/config-policy-controller newly lets images through that no ClusterImagePolicy is for',
      ],
    ],
    [
      'warned of',
      configuration(''),
      match('warn'),
      ['high 6 ConfigMap cosign-system/config-policy-controller only warns of images that no'],
    ],
    ['no longer warned of', match('warn'), match('allow'), ['low 6 ']],
    ['let through by a new one', '', match('allow'), ['high 6 ']],
    ['refused', match('allow'), match('deny'), []],
    ['refused, whatever it is called', match('deny'), match('Allow'), []],
    ['of another ConfigMap', configuration('', 'other'), configuration('  no-match-policy: allow\n', 'other'), []],
    [
      'policies without an authority',
      configuration(''),
      configuration('  fail-on-empty-authorities: "false"\n'),
      ['medium 6 '],
    ],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(before, after)).toEqual(contained(parts));
  });
});

describe('what Kyverno deletes', () => {
  const cleanup = (kinds: string) =>
    `apiVersion: kyverno.io/v2\nkind: ClusterCleanupPolicy\nmetadata: {name: c}\nspec:\n  schedule: "* * * * *"\n  match: {any: [{resources: {kinds: [${kinds}]}}]}\n`;
  const deleting = (resources: string) =>
    `apiVersion: policies.kyverno.io/v1\nkind: DeletingPolicy\nmetadata: {name: c}\nspec:\n  schedule: "* * * * *"\n  matchConstraints:\n    resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], resources: [${resources}]}]\n`;
  test.each<[string, string, string, readonly string[]]>([
    [
      'a new one',
      '',
      cleanup('networking.k8s.io/v1/NetworkPolicy'),
      ['high 6 ClusterCleanupPolicy c newly deletes networkpolicies by itself'],
    ],
    [
      'a further kind',
      cleanup('Pod'),
      cleanup('Pod, "Cluster*Policy"'),
      ['newly deletes clusternetworkpolicies, clusterpolicies'],
    ],
    ['everything', '', deleting('"*"'), ['high 6 DeletingPolicy c newly deletes whatever protects by itself']],
    [
      'webhooks',
      deleting('pods'),
      deleting('pods, validatingwebhookconfigurations'),
      ['newly deletes validatingwebhookconfigurations'],
    ],
    ['pods', '', cleanup('Pod, Job, ReplicaSet'), []],
    ['the same', cleanup('NetworkPolicy'), cleanup('v1/NetworkPolicy'), []],
    ['less', deleting('"*"'), deleting('pods'), []],
  ])('%s', async (_, before, after, parts) => {
    expect(await said(before, after)).toEqual(contained(parts));
  });
});
