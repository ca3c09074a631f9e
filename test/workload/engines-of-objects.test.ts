import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { type EngineFamily, instancesOf } from '../../src/workload/engines/engines.ts';
import { kindsLost } from '../../src/workload/engines/kinds-lost.ts';
import { application, k3s, read, release } from './chart-values.ts';
import { said, workload } from './engine-objects.ts';

const engines = (objects: readonly Resource[], isOf: (family: EngineFamily) => boolean = () => true) =>
  instancesOf(objects, isOf).map(
    ({ engine, isOff, isSuspended }) => `${engine.name}${isOff ? ' off' : ''}${isSuspended ? ' suspended' : ''}`,
  );
const one = (...objects: readonly object[]) => engines(read(...objects));

describe('an engine', () => {
  test.each<[string, string | undefined]>([
    ['kyverno/kyverno', 'Kyverno'],
    ['ghcr.io/kyverno/kyverno:v1@sha256:abc', 'Kyverno'],
    ['mykyverno/kyverno', undefined],
    ['kyverno/kyvernopre', undefined],
    ['localhost:5000/kyverno/kyverno', 'Kyverno'],
    ['openpolicyagent/gatekeeper', 'Gatekeeper'],
    ['myopenpolicyagent/gatekeeper', undefined],
    ['openpolicyagent/gatekeeper-crds', undefined],
    ['ghcr.io/sigstore/policy-controller/policy-controller', 'sigstore’s policy-controller'],
    ['sigstore/policy-controller', 'sigstore’s policy-controller'],
    ['mysigstore/policy-controller', undefined],
    ['sigstore/policy-controller-tester', undefined],
    ['securesystemsengineering/connaisseur', 'Connaisseur'],
    ['mysecuresystemsengineering/connaisseur', undefined],
    ['securesystemsengineering/connaisseur-x', undefined],
    ['kubewarden/policy-server', 'Kubewarden'],
    ['kubewarden/adm-controller/controller', 'Kubewarden'],
    ['mykubewarden/policy-server', undefined],
    ['kubewarden/policy-server-x', undefined],
    ['falcosecurity/falco-no-driver:0.39', 'Falco'],
    ['myfalcosecurity/falco', undefined],
    ['falcosecurity/falcoctl', undefined],
    ['cilium/tetragon', 'Tetragon'],
    ['mycilium/tetragon', undefined],
    ['cilium/tetragon-operator', undefined],
    ['quay.io/prometheus-operator/prometheus-operator', 'Prometheus’ operator'],
    ['coreos/prometheus-operator', 'Prometheus’ operator'],
    ['myprometheus-operator/prometheus-operator', undefined],
    ['mycoreos/prometheus-operator', undefined],
    ['coreos/prometheus-operator-x', undefined],
  ])('runs by the image %s: %s', (image, name) => {
    expect(one(workload(image))).toEqual(name === undefined ? [] : [name]);
  });

  test.each([
    ['Deployment', 1],
    ['DaemonSet', 1],
    ['StatefulSet', 1],
    ['ReplicaSet', 0],
    ['DeploymentX', 0],
    ['XStatefulSet', 0],
  ])('runs by a %s: %i', (kind, count) => {
    expect(one(workload('kyverno/kyverno', kind))).toHaveLength(count);
    expect(one({ ...workload('kyverno/kyverno', kind), apiVersion: 'example.org/v1' })).toEqual([]);
  });

  test.each<[readonly string[], number]>([
    [[], 1],
    [['--operation=webhook'], 1],
    [['--operation=audit,webhook'], 1],
    [['--operation=audit'], 0],
    [['--operation', 'audit', '--operation', 'webhook'], 1],
  ])('of Gatekeeper answers by the flags %j: %i', (args, count) => {
    expect(one(workload('openpolicyagent/gatekeeper', 'Deployment', {}, { args }))).toHaveLength(count);
    expect(one(workload('kyverno/kyverno', 'Deployment', {}, { args }))).toHaveLength(1);
  });

  test('is off, or suspended', () => {
    const image = 'kyverno/kyverno';
    const replicas = [0, '0', 1, undefined].map((each) =>
      one(workload(image, 'Deployment', { replicas: each })).join(),
    );
    expect(replicas).toEqual(['Kyverno off', 'Kyverno off', 'Kyverno', 'Kyverno']);
    expect(one(workload(image, 'Deployment', { generators: [] }))).toEqual(['Kyverno']);
    const chart = { chart: { spec: { chart: 'kyverno' } } };
    expect([true, 'true', false].flatMap((suspend) => one(release({}, { ...chart, suspend })))).toEqual([
      'Kyverno suspended',
      'Kyverno',
      'Kyverno',
    ]);
    const set = (generators: readonly object[] | undefined) => ({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'a' },
      spec: { generators, template: { spec: { source: { chart: 'kyverno', repoURL: 'https://kyverno.github.io' } } } },
    });
    expect([one(set([])), one(set(undefined)), one(set([{}])), one(set([{}, {}]))]).toEqual([
      ['Kyverno off'],
      ['Kyverno off'],
      ['Kyverno'],
      ['Kyverno'],
    ]);
  });

  const helm = (url: string, kind = 'HelmRepository', apiVersion = 'source.toolkit.fluxcd.io/v1') => ({
    apiVersion,
    kind,
    metadata: { name: 'r', namespace: 'shop' },
    spec: { url },
  });
  const from = (sourceRef?: object) => release({}, { chart: { spec: { chart: 'kyverno', sourceRef } } });
  const ref = { kind: 'HelmRepository', name: 'r' };
  test.each<[string, readonly object[], readonly string[]]>([
    ['a chart of nobody knows where', [from(ref)], ['Kyverno']],
    ['a chart without a source', [from()], ['Kyverno']],
    ['a chart of its own repository', [helm('https://KYVERNO.github.io/x'), from(ref)], ['Kyverno']],
    ['a chart called alike', [helm('https://example.org'), from(ref)], []],
    ['a repository of another kind', [helm('https://example.org', 'Bucket'), from(ref)], ['Kyverno']],
    [
      'a repository of another group',
      [helm('https://example.org', 'HelmRepository', 'example.org/v1'), from(ref)],
      ['Kyverno'],
    ],
    [
      'another chart',
      [helm('https://kyverno.github.io'), release({}, { chart: { spec: { chart: 'web', sourceRef: ref } } })],
      [],
    ],
    ['no chart', [release({}, { chart: undefined })], []],
    [
      'an artifact',
      [
        helm('oci://ghcr.io/kyverno/charts/kyverno//', 'OCIRepository'),
        release({}, { chart: undefined, chartRef: { kind: 'OCIRepository', name: 'r' } }),
      ],
      ['Kyverno'],
    ],
    [
      'an artifact that is not shown',
      [release({}, { chart: { spec: { chart: 'kyverno' } }, chartRef: { kind: 'OCIRepository', name: 'r' } })],
      [],
    ],
    ['another group', [{ ...from(), apiVersion: 'example.org/v1' }], []],
    ['another kind of Flux', [{ ...from(), kind: 'HelmReleases' }], []],
    ['k3s', [k3s({ chart: 'oci://ghcr.io/kyverno/charts/kyverno/' })], ['Kyverno']],
    ['k3s, by its repository', [k3s({ chart: 'kyverno', repo: 'https://kyverno.github.io' })], ['Kyverno']],
    ['k3s, of another repository', [k3s({ chart: 'kyverno', repo: 'https://example.org' })], []],
    ['another kind of k3s', [k3s({ chart: 'kyverno', repo: 'https://kyverno.github.io' }, 'HelmChartConfig')], []],
    ['another HelmChart', [{ ...k3s({ chart: 'kyverno' }), apiVersion: 'example.org/v1' }], []],
    [
      'Argo CD',
      [
        application({
          source: { chart: 'falco', repoURL: 'x' },
          sources: [{ path: 'x' }, { chart: 'kyverno', repoURL: 'kyverno' }],
        }),
      ],
      ['Kyverno'],
    ],
    ['another kind of Argo CD', [application({ source: { chart: 'kyverno' } }, 'Applications')], []],
    ['what ends like Argo CD', [application({ source: { chart: 'kyverno' } }, 'MyApplication')], []],
    [
      'an Application of another group',
      [{ ...application({ source: { chart: 'kyverno' } }), apiVersion: 'app.k8s.io/v1' }],
      [],
    ],
  ])('is installed by %s', (_, objects, expected) => {
    expect(one(...objects)).toEqual(expected);
  });

  test('is asked for by its family', () => {
    const all = read(
      workload('kyverno/kyverno'),
      workload('falcosecurity/falco', 'DaemonSet'),
      workload('coreos/prometheus-operator'),
    );
    const of = (family: EngineFamily) => engines(all, (each) => each === family);
    expect([of('admission'), of('audit'), of('monitoring')]).toEqual([
      ['Kyverno'],
      ['Falco'],
      ['Prometheus’ operator'],
    ]);
  });
});

describe('a kind that is lost', () => {
  const definition = (name: string) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec: {},
  });
  const families = ['admission', 'network', 'audit', 'monitoring'] as const;
  const names: readonly (readonly [string, (typeof families)[number], string])[] = [
    ['policies.kyverno.io', 'admission', 'clusterpolicies.kyverno.io'],
    ['imagevalidatingpolicies.policies.kyverno.io', 'admission', 'namespacedvalidatingpolicies.policies.kyverno.io'],
    ['constrainttemplates.templates.gatekeeper.sh', 'admission', 'constrainttemplates.templates.gatekeeper.sh'],
    ['clusterimagepolicies.policy.sigstore.dev', 'admission', 'clusterimagepolicies.policy.sigstore.dev'],
    ['admissionpolicies.policies.kubewarden.io', 'admission', 'clusteradmissionpolicygroups.policies.kubewarden.io'],
    ['ciliumnetworkpolicies.cilium.io', 'network', 'ciliumclusterwidenetworkpolicies.cilium.io'],
    ['tiers.projectcalico.org', 'network', 'stagedglobalnetworkpolicies.crd.projectcalico.org'],
    ['peerauthentications.security.istio.io', 'network', 'authorizationpolicies.security.istio.io'],
    [
      'adminnetworkpolicies.policy.networking.k8s.io',
      'network',
      'baselineadminnetworkpolicies.policy.networking.k8s.io',
    ],
    ['clusternetworkpolicies.policy.networking.k8s.io', 'network', 'clusternetworkpolicies.policy.networking.k8s.io'],
    ['tracingpolicies.cilium.io', 'audit', 'tracingpoliciesnamespaced.cilium.io'],
    ['prometheusrules.monitoring.coreos.com', 'monitoring', 'alertmanagers.monitoring.coreos.com'],
    ['vmrules.operator.victoriametrics.com', 'monitoring', 'vmalerts.operator.victoriametrics.com'],
  ];
  const familiesOf = (name: string) =>
    families.filter((family) => kindsLost({ before: read(definition(name)), after: [] }, family).length > 0);
  test.each(names)('%s is one of %s', (name, family, other) => {
    expect([familiesOf(name), familiesOf(other), familiesOf(`x${name}`), familiesOf(`${name}x`)]).toEqual([
      [family],
      [family],
      [],
      [],
    ]);
  });
  test('a constraint of Gatekeeper is one as well', () => {
    expect([
      familiesOf('k8srequiredlabels.constraints.gatekeeper.sh'),
      familiesOf('a.constraints.gatekeeper.shx'),
    ]).toEqual([['admission'], []]);
  });

  const kinds = (before: readonly object[], after: readonly object[]) =>
    said(kindsLost({ before: read(...before), after: read(...after) }, 'admission'));
  const [a, b, c] = [
    'policies.kyverno.io',
    'clusterpolicies.kyverno.io',
    'clusterimagepolicies.policy.sigstore.dev',
  ].map(definition) as [object, object, object];
  const gone = (others: string, subject: string, name = 'policies.kyverno.io') =>
    `CustomResourceDefinition ${name}: high is gone, and with it every object of its kind in the cluster, wherever they come from${others} |  | kind; ${subject}`;
  test('is said once a file', () => {
    expect(kinds([a], [])).toEqual([gone('', 'policies.kyverno.io')]);
    expect(kinds([a, a], [])).toEqual([gone('', 'policies.kyverno.io')]);
    expect(kinds([a, b], [])).toEqual([
      gone(' (so is clusterpolicies.kyverno.io)', 'clusterpolicies.kyverno.io; policies.kyverno.io'),
    ]);
    expect(kinds([a, c, b], [])).toEqual([
      gone(
        ' (so are clusterimagepolicies.policy.sigstore.dev, clusterpolicies.kyverno.io)',
        'clusterimagepolicies.policy.sigstore.dev; clusterpolicies.kyverno.io; policies.kyverno.io',
      ),
    ]);
    expect(kinds([a, b], [a])).toEqual([gone('', 'clusterpolicies.kyverno.io', 'clusterpolicies.kyverno.io')]);
    expect(kinds([a], [a])).toEqual([]);
    expect(kinds([], [])).toEqual([]);
  });
  test('is medium of what is monitored', () => {
    const [found] = kindsLost(
      { before: read(definition('vmrules.operator.victoriametrics.com')), after: [] },
      'monitoring',
    );
    expect(found?.loosenings).toMatchObject([{ severity: 'medium' }]);
  });
  test('is a definition, and no patch of one', () => {
    const [own] = read(a);
    const all = [
      { ...a, apiVersion: 'example.org/v1' },
      { ...a, kind: 'APIService' },
    ];
    expect(kinds(all, [])).toEqual([]);
    const patch = own === undefined ? [] : [{ ...own, isPatch: true }];
    expect(kindsLost({ before: patch, after: [] }, 'admission')).toEqual([]);
    expect(said(kindsLost({ before: own === undefined ? [] : [own], after: patch }, 'admission'))).toHaveLength(1);
    // Another object of the same name does not keep it.
    expect(kinds([a], [{ ...a, kind: 'APIService' }])).toHaveLength(1);
  });
});
