import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

const rules = ['admission-weakened', 'network-widened', 'audit-lowered', 'monitoring-removed'];

/** What is said of a change, each as severity, rule, line and message. */
async function says(before: Record<string, string>, after: Record<string, string>, parts: readonly string[]) {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
  const found = findingsOf(evidence).filter(({ rule }) => rules.includes(rule));
  const said = found.map(({ severity, rule, position, message }) => `${severity} ${rule} ${position?.line} ${message}`);
  expect(said).toEqual(parts.map((part) => expect.stringContaining(part)));
}

const file = 'clusters/a/x.yaml';
type Row = readonly [name: string, before: string, after: string, ...parts: string[]];

const helmRelease = (name: string, chart: string, version = '1.0.0') =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}, namespace: system}\nspec: {chart: {spec: {chart: ${chart}, version: ${version}, sourceRef: {kind: HelmRepository, name: r}}}}\n---\n`;
const repository = (url: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: r, namespace: system}\nspec: {url: "${url}"}\n---\n`;
const application = (chart: string, url: string) =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: ${chart}, namespace: argocd}\nspec: {project: p, destination: {name: in-cluster}, source: {repoURL: "${url}", chart: ${chart}, targetRevision: 1.0.0}}\n---\n`;
const workload = (kind: string, image: string, more = '', pod = '', container = '', name = 'w') =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: system}\nspec:\n  ${more}\n  template:\n    spec:\n      ${pod}\n      containers: [{name: c, image: "${image}"${container}}]\n---\n`;
const plain = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: a}\ndata: {a: b}\n';

describe('an engine that goes', () => {
  const kyverno = workload('Deployment', 'ghcr.io/kyverno/kyverno:v1.13.0', 'replicas: 3');
  const falco = (pod: string) => workload('DaemonSet', 'docker.io/falcosecurity/falco:0.39.0', '', pod);
  const worker = 'nodeSelector: {role: worker}';
  const audit = workload(
    'Deployment',
    'openpolicyagent/gatekeeper:v3',
    '',
    '',
    ', args: ["--operation=audit"]',
    'audit',
  );
  const webhook = workload('Deployment', 'openpolicyagent/gatekeeper:v3', '', '', ', args: ["--operation=webhook"]');
  test.each<Row>([
    [
      'a HelmRelease',
      helmRelease('k', 'kyverno'),
      '',
      'high admission-weakened 1 HelmRelease system/k is gone, and with it Kyverno and what it refused.',
    ],
    ['one of its policies', helmRelease('k', 'kyverno-policies'), '', 'high admission-weakened 1 '],
    [
      'one of Falco',
      helmRelease('f', 'falco'),
      '',
      'high audit-lowered 1 HelmRelease system/f is gone, and with it Falco and what it found.',
    ],
    ['one of Prometheus', helmRelease('p', 'kube-prometheus-stack'), '', 'medium monitoring-removed 1 '],
    ...[
      'kubewarden/kubewarden-controller',
      'kubewarden/adm-controller/controller',
      'kubewarden/adm-controller/policy-server',
    ].map(
      (image): Row => [
        image,
        workload('Deployment', `ghcr.io/${image}:v1`),
        '',
        'high admission-weakened 1 Deployment system/w is gone, and with it Kubewarden',
      ],
    ),
    [
      'one of Kubewarden’s newer chart',
      repository('https://charts.kubewarden.io') + helmRelease('k', 'admission-controller'),
      repository('https://charts.kubewarden.io'),
      'high admission-weakened 6 HelmRelease system/k is gone, and with it Kubewarden',
    ],
    [
      'its newer chart instead of the older',
      repository('https://charts.kubewarden.io') + helmRelease('k', 'kubewarden-controller'),
      repository('https://charts.kubewarden.io') + helmRelease('k', 'admission-controller'),
    ],
    [
      'an older image of Prometheus’ operator',
      workload('Deployment', 'quay.io/coreos/prometheus-operator:v0.38.1'),
      '',
      'medium monitoring-removed 1 ',
    ],
    ['one of something else', helmRelease('p', 'podinfo'), ''],
    [
      'a chart of the same name from elsewhere',
      repository('https://charts.example.org/keycloak') + helmRelease('g', 'gatekeeper'),
      repository('https://charts.example.org/keycloak'),
    ],
    [
      'a mirror',
      repository('oci://registry.corp/kyverno') + helmRelease('k', 'kyverno'),
      repository('oci://registry.corp/kyverno'),
      'high admission-weakened',
    ],
    [
      'an Application',
      application('gatekeeper', 'https://open-policy-agent.github.io/gatekeeper/charts'),
      '',
      'high admission-weakened 1 Application argocd/gatekeeper is gone, and with it Gatekeeper',
    ],
    ['under another name', helmRelease('k', 'kyverno'), helmRelease('k2', 'kyverno')],
    ['another version', helmRelease('k', 'kyverno'), helmRelease('k', 'kyverno', '2.0.0')],
    ['another kind', kyverno, helmRelease('k', 'kyverno')],
    ['a Deployment', kyverno, '', 'high admission-weakened 1 Deployment system/w is gone, and with it Kyverno'],
    [
      'no replicas',
      kyverno,
      kyverno.replace('replicas: 3', 'replicas: 0'),
      'high admission-weakened 5 Deployment system/w runs Kyverno no more (replicas: 0), and with it goes what it refused.',
    ],
    ['fewer replicas', kyverno, kyverno.replace('replicas: 3', 'replicas: 1')],
    ['another version of it', kyverno, kyverno.replace('v1.13.0', 'v1.14.0')],
    [
      'nodes of another system',
      falco('nodeSelector: {kubernetes.io/os: linux}'),
      falco('nodeSelector: {kubernetes.io/os: windows}'),
      'high audit-lowered 8 DaemonSet system/w newly runs Falco on fewer nodes (nodeSelector).',
    ],
    ['from a mirror', kyverno, kyverno.replace('ghcr.io/kyverno/kyverno', 'registry.corp/mirror/kyverno')],
    [
      'another image',
      kyverno,
      kyverno.replace('ghcr.io/kyverno/kyverno', 'registry.k8s.io/pause'),
      'high admission-weakened 4 Deployment system/w runs another image or chart, which may not be Kyverno, and then what it refused goes with it.',
    ],
    ['a controller that refuses nothing', workload('Deployment', 'ghcr.io/kyverno/background-controller:v1'), ''],
    ['Gatekeeper’s webhook', webhook + audit, audit, 'high admission-weakened 1 Deployment system/w is gone'],
    ['Gatekeeper’s audit', webhook + audit, webhook],
    [
      'fewer nodes',
      falco('nodeSelector: {kubernetes.io/os: linux}'),
      falco(worker),
      'high audit-lowered 8 DaemonSet system/w newly runs Falco on fewer nodes (nodeSelector).',
    ],
    ['nodes as before', falco(worker), falco(`${worker}\n      hostPID: true`)],
    ['more nodes', falco(worker), falco('')],
    [
      'nodes of an affinity',
      falco(''),
      falco(
        'affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}}',
      ),
      'high audit-lowered 8 ',
    ],
  ])('%s', async (_name, before, after, ...parts) => {
    await says({ [file]: before + plain }, { [file]: after + plain }, parts);
  });

  test('an unchanged file still installs it', async () => {
    const other = { 'clusters/a/other.yaml': helmRelease('k2', 'kyverno') };
    await says({ [file]: kyverno + plain, ...other }, { [file]: plain, ...other }, []);
  });
});

describe('kinds that go', () => {
  const crd = (name: string, version = 'v1') =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: ${name}}\nspec: {group: ${name.slice(name.indexOf('.') + 1)}, scope: Cluster, names: {kind: K, plural: ${name.split('.')[0]}}, versions: [{name: ${version}, served: true, storage: true}]}\n---\n`;
  const [policies, exceptions] = ['clusterpolicies.kyverno.io', 'policyexceptions.kyverno.io'];
  test.each<Row>([
    [
      'Kyverno',
      crd(policies),
      '',
      'high admission-weakened 1 CustomResourceDefinition clusterpolicies.kyverno.io is gone, and with it every object of its kind in the cluster, wherever they come from.',
    ],
    ['several', crd(policies) + crd('policies.kyverno.io'), '', 'from (so is policies.kyverno.io).'],
    ['Gatekeeper', crd('constrainttemplates.templates.gatekeeper.sh'), '', 'high admission-weakened 1 '],
    ['Cilium', crd('ciliumnetworkpolicies.cilium.io'), '', 'high network-widened 1 '],
    ['Calico', crd('globalnetworkpolicies.crd.projectcalico.org'), '', 'high network-widened 1 '],
    ['Tetragon', crd('tracingpolicies.cilium.io'), '', 'high audit-lowered 1 '],
    ['alerts', crd('prometheusrules.monitoring.coreos.com'), '', 'medium monitoring-removed 1 '],
    ['exemptions', crd(exceptions), ''],
    ['something else', crd('widgets.example.org'), ''],
    ['another version', crd(policies), crd(policies, 'v2')],
  ])('%s', async (_name, before, after, ...parts) => {
    await says({ [file]: before + plain }, { [file]: after + plain }, parts);
  });

  test('one that another file has', async () => {
    await says({ [file]: crd(policies) + plain }, { [file]: plain, 'clusters/a/y.yaml': crd(policies) }, []);
  });
});

describe('who evaluates and notifies', () => {
  const server = (spec: string, kind = 'Prometheus', name = 'p') =>
    `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: m}\nspec: {${spec}}\n---\n`;
  test.each<Row>([
    [
      'gone',
      server('replicas: 2'),
      '',
      'medium monitoring-removed 1 Prometheus m/p is gone, and with it who evaluates alerts.',
    ],
    [
      'an Alertmanager',
      server('replicas: 2', 'Alertmanager'),
      '',
      'medium monitoring-removed 1 Alertmanager m/p is gone, and with it who notifies of alerts.',
    ],
    ['under another name', server('replicas: 2'), server('replicas: 2', 'Prometheus', 'q')],
    ['no replicas', server('replicas: 2'), server('replicas: 0'), 'medium monitoring-removed 4 '],
    [
      'fewer rules',
      server('ruleSelector: {}'),
      server('ruleSelector: {matchLabels: {a: b}}'),
      'medium monitoring-removed 4 Prometheus m/p newly takes fewer rules or configurations (ruleSelector).',
    ],
    ['no rules', server('ruleSelector: {}, a: b'), server('a: b'), 'medium monitoring-removed 4 '],
    ['more rules', server('ruleSelector: {matchLabels: {a: b}}'), server('ruleSelector: {}')],
    [
      'fewer configurations',
      server('alertmanagerConfigSelector: {}', 'Alertmanager'),
      server('alertmanagerConfigSelector: {matchLabels: {a: b}}', 'Alertmanager'),
      'medium monitoring-removed 4 ',
    ],
    [
      'no Alertmanager',
      server('alerting: {alertmanagers: [{name: a, port: web}]}'),
      server('a: b'),
      'medium monitoring-removed 4 ',
    ],
  ])('%s', async (_name, before, after, ...parts) => {
    await says({ [file]: before + plain }, { [file]: after + plain }, parts);
  });
});
