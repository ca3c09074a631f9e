import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './evidence.ts';

type Files = Readonly<Record<string, string>>;

/** What is said of a change, each as severity, rule and message. */
async function said(before: Files, after: Files): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
  return findingsOf(evidence).map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);
}

async function says(before: string, after: string, parts: readonly string[]) {
  const side = (text: string): Files => (text === '' ? {} : { 'clusters/a/x.yaml': text });
  const found = await said(side(before), side(after));
  expect(found).toEqual(parts.map((part) => expect.stringContaining(part)));
}

const object = (apiVersion: string, kind: string, spec: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: n}\nspec: ${spec}\n`;

describe('tiers of Calico', () => {
  const tier = (action: string) => object('projectcalico.org/v3', 'Tier', `{order: 1${action}}`);
  const filled = tier(`, defaultAction: "\${ACTION}"`);
  test.each<[string, string, string, readonly string[]]>([
    ['an action that is filled in', tier(''), filled, ['may newly leave to the next tier']],
    ['one that is misspelt', tier(', defaultAction: Deny'), tier(', defaultAction: Alow'), ['may newly leave']],
    ['one that was filled in', filled, tier(', defaultAction: Pass'), ['newly leaves to the next tier']],
    ['the same', filled, `${filled}# a\n`, []],
    ['its default', tier(''), tier(', defaultAction: Deny'), []],
    ['less', tier(', defaultAction: Pass'), tier(''), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('Falco by its chart', () => {
  const release = (values: string) =>
    object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', `{chart: {spec: {chart: falco}}, values: ${values}}`);
  const application = (helm: string) =>
    object('argoproj.io/v1alpha1', 'Application', `{source: {chart: falco, helm: ${helm}}}`);
  const k3s = (spec: string) => object('helm.cattle.io/v1', 'HelmChart', `{chart: falco, ${spec}}`);
  const rules = (file: string) => `customRules: {${file}}`;
  const rule = '"- rule: Shell\\n  condition: evt.num > 0\\n  priority: ERROR\\n"';
  test.each<[string, string, string, readonly string[]]>([
    ['no driver', release('{}'), release('{driver: {enabled: false}}'), ['no longer looks at the system calls']],
    ['a driver that is filled in', release('{}'), release(`{driver: {enabled: "\${D}"}}`), ['may no longer look']],
    [
      'no driver by a parameter',
      application('{}'),
      application('{parameters: [{name: driver.enabled, value: "false"}]}'),
      ['no longer looks at the system calls'],
    ],
    [
      'no driver by values as text',
      application('{values: "tty: true"}'),
      application('{values: "driver:\\n  enabled: false\\n"}'),
      ['no longer looks at the system calls'],
    ],
    [
      'no driver by values',
      application('{}'),
      application('{valuesObject: {driver: {enabled: false}}}'),
      ['no longer looks at the system calls'],
    ],
    ['k3s', k3s('set: {}'), k3s('set: {driver.enabled: "false"}'), ['no longer looks at the system calls']],
    [
      'k3s by text',
      k3s('valuesContent: ""'),
      k3s('valuesContent: "driver:\\n  enabled: false"'),
      ['no longer looks at the system calls'],
    ],
    [
      'a priority by a parameter',
      application('{parameters: [{name: falco.priority, value: notice}]}'),
      application('{parameters: [{name: falco.priority, value: critical}]}'),
      ['only has rules of the priority critical'],
    ],
    [
      'a priority that is filled in',
      release('{falco: {priority: debug}}'),
      release('{falco: {priority: "{{ .p }}"}}'),
      ['only has rules of the priority that {{ .p }} becomes'],
    ],
    ['rules', release(`{${rules(`a.yaml: ${rule}`)}}`), release('{}'), ['no longer has the rule Shell']],
    [
      'rules of a parameter',
      application(`{parameters: [{name: customRules.a\\.yaml, value: ${rule}}]}`),
      application('{parameters: []}'),
      ['no longer has the rule Shell'],
    ],
    [
      'files of rules',
      release('{falco: {rules_files: [/etc/falco/falco_rules.yaml]}}'),
      release('{falco: {rules_files: ["", /]}}'),
      ['no longer reads the rules of /etc/falco/falco_rules.yaml'],
    ],
    [
      'a list of files of nothing',
      release('{falco: {rules_files: [/etc/falco/a.yaml]}}'),
      release('{falco: {rules_files: }}'),
      ['no longer reads the rules of /etc/falco/a.yaml'],
    ],
    [
      'the folder of a file',
      release('{falco: {rules_files: [/etc/falco/rules.d/a.yaml]}}'),
      release('{falco: {rules_files: [/etc/falco/rules.d/]}}'),
      [],
    ],
    [
      'an output that is filled in',
      release('{falco: {syslog_output: {enabled: true}}}'),
      release(`{falco: {syslog_output: {enabled: "\${S}"}}}`),
      ['no longer tells what it finds by syslog_output'],
    ],
    [
      'another chart',
      release('{}').replace('falco', 'x'),
      release('{driver: {enabled: false}}').replace('falco', 'x'),
      [],
    ],
    ['a driver of another kind', release('{driver: {kind: kmod}}'), release('{driver: {kind: modern_ebpf}}'), []],
    ['something else', release('{}'), release('{tty: true, driver: {enabled: true}}'), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  const file = (kind: string) => `rules_files: [a]\nengine: {kind: ${kind}}\n`;
  test.each<[string, string, readonly string[]]>([
    ['no driver', 'nodriver', ['no longer looks']],
    ['what was captured', 'replay', ['no longer looks']],
    ['what is filled in', `"\${ENGINE}"`, ['may no longer look']],
    ['another one', 'kmod', []],
  ])('in falco.yaml: %s', (_, kind, parts) => says(file('modern_ebpf'), file(kind), parts));
});

test('a variable of Terraform that files set elsewhere is not its default', async () => {
  const variable = 'variable "on" {\n  default = true\n}\n';
  const branch = (on: string) => `resource "github_branch_protection" "m" {\n  enforce_admins = ${on}\n}\n`;
  const files = { 'tf/prod.tfvars': 'on = false\n' };
  const [before, after] = [{ 'tf/a.tf': branch('true') }, { 'tf/a.tf': variable + branch('var.on') }];
  expect(await said({ ...files, ...before }, { ...files, ...after })).toEqual([
    expect.stringContaining('lets an expression decide enforce_admins'),
  ]);
  expect(await said(before, { ...files, ...after })).toHaveLength(1);
  expect(await said({ 'x/a.tfvars': 'on = false\n', ...before }, { 'x/a.tfvars': 'on = false\n', ...after })).toEqual(
    [],
  );
});

describe('policies that are attached to routes', () => {
  const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', '{parentRefs: [{name: g}]}');
  const target = 'targetRef: {group: gateway.networking.k8s.io, kind: HTTPRoute, name: a}';
  const kuadrant = (more: string, version = 'v1') =>
    `${route}---\n${object(`kuadrant.io/${version}`, 'AuthPolicy', `{${target}, ${more}}`)}`;
  const envoy = (more: string) =>
    `${route}---\n${object('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', `{${target}, ${more}}`)}`;
  const key = 'k: {apiKey: {selector: {}}}';
  const known = kuadrant(`rules: {authentication: {${key}}}`);
  const opa = (rego: string) => kuadrant(`rules: {authorization: {o: {opa: {rego: "${rego}"}}}}`);
  const rules = (...actions: readonly string[]) =>
    envoy(
      `authorization: {rules: [${actions.map((each) => `{action: ${each}, principal: {clientCIDRs: [10.0.0.0/8]}}`)}]}`,
    );
  test.each<[string, string, string, readonly string[]]>([
    [
      'anonymous',
      known,
      kuadrant('rules: {authentication: {k: {anonymous: {}}}}'),
      ['no longer demands authentication'],
    ],
    [
      'anonymous alongside',
      known,
      kuadrant(`rules: {authentication: {${key}, z: {anonymous: {}, priority: 1}}}`),
      ['no longer demands authentication'],
    ],
    [
      'anonymous as a default',
      kuadrant(`defaults: {rules: {authentication: {${key}}}}`, 'v1beta3'),
      kuadrant('defaults: {rules: {authentication: {k: {anonymous: {}}}}}', 'v1beta3'),
      ['no longer demands authentication'],
    ],
    [
      'another way',
      known,
      kuadrant(`rules: {authentication: {${key}, j: {jwt: {}}}}`),
      ['has another way to be known'],
    ],
    ['one way of two', kuadrant(`rules: {authentication: {${key}, j: {jwt: {}}}}`), known, []],
    ['conditions', known, known.replace('rules:', 'when: [{predicate: "false"}], rules:'), ['under other conditions']],
    ['conditions that are gone', known.replace('rules:', 'when: [{predicate: "false"}], rules:'), known, []],
    ['another program', opa('allow = false'), opa('allow = true'), ['has another rule (authorization o)']],
    [
      'a rule of two',
      kuadrant('rules: {authorization: {o: {opa: {rego: x}}, p: {opa: {rego: y}}}}'),
      opa('x'),
      ['no longer demands what authorization p did'],
    ],
    [
      'tokens that may be missing',
      envoy('jwt: {providers: []}'),
      envoy('jwt: {optional: true}'),
      ['no longer demands jwt'],
    ],
    ['open when it fails', envoy('extAuth: {http: {}}'), envoy('extAuth: {failOpen: true}'), ['does not answer']],
    [
      'allowed by default',
      rules('Deny'),
      rules('Deny').replace('{rules', '{defaultAction: Allow, rules'),
      ['newly lets in'],
    ],
    [
      'all allowed',
      rules(),
      rules().replace('{rules', '{defaultAction: Allow, rules'),
      ['no longer demands authorization'],
    ],
    ['more allowed', rules('Deny'), rules('Deny', 'Allow'), ['whether they let in more was not judged']],
    ['less denied', rules('Deny', 'Allow'), rules('Allow'), ['whether they let in more was not judged']],
    ['more denied', rules('Allow'), rules('Deny', 'Allow'), []],
    ['less allowed', rules('Deny', 'Allow'), rules('Deny'), []],
    ['tokens in headers', envoy('oidc: {}'), envoy('oidc: {passThroughAuthHeader: true}'), ['without OIDC']],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('Istio', () => {
  const policy = (spec: string) => object('security.istio.io/v1', 'AuthorizationPolicy', spec);
  const peers = (name: string, namespace: string, spec: string) =>
    object('security.istio.io/v1', 'PeerAuthentication', spec).replace(
      'name: a, namespace: n',
      `name: ${name}, namespace: ${namespace}`,
    );
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: p}}\nspec: {automountServiceAccountToken: false, containers: [{name: c, image: a:1.0.0, securityContext: {runAsNonRoot: true}}]}\n';
  const strict = peers('default', 'istio-system', '{mtls: {mode: STRICT}}');
  const deny = policy('{action: DENY, rules: [{}]}');
  const custom = policy('{action: CUSTOM, provider: {name: x}, rules: [{}]}');
  const ofPod = peers('p', 'shop', '{selector: {matchLabels: {app: p}}, mtls: {mode: DISABLE}}');
  test.each<[string, string, string, readonly string[]]>([
    [
      'tried out',
      deny,
      deny.replace('namespace: n', "namespace: n, annotations: {istio.io/dry-run: 'true'}"),
      ['no longer denies'],
    ],
    ['another provider', custom, custom.replace('name: x', 'name: y'), ['no longer denies']],
    [
      'a new exception',
      `${strict}---\n${pod}`,
      `${strict}---\n${pod}---\n${ofPod}`,
      ['no longer takes encrypted connections'],
    ],
    [
      'a new one of a namespace',
      `${strict}---\n${pod}`,
      `${strict}---\n${pod}---\n${peers('b', 'shop', '{mtls: {mode: PERMISSIVE}}')}`,
      ['newly takes connections without a certificate'],
    ],
    ['one that demands as much', `${strict}---\n${pod}`, `${strict}---\n${pod}---\n${peers('b', 'shop', '{}')}`, []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  test('an exception of a pod that is new', async () => {
    const found = await said(
      { 'clusters/a/x.yaml': strict },
      { 'clusters/a/x.yaml': `${strict}---\n${pod}---\n${ofPod}` },
    );
    expect(found.filter((each) => each.includes('network-widened'))).toEqual([]);
  });
});

describe('where requests come in', () => {
  const gateway = (more: string) =>
    object('gateway.networking.k8s.io/v1', 'Gateway', `{listeners: [{name: a, port: 443, protocol: HTTPS}${more}]}`);
  const route = (policy: string) =>
    object('route.openshift.io/v1', 'Route', `{to: {name: x}, tls: {termination: edge${policy}}}`);
  test.each<[string, string, string, readonly string[]]>([
    [
      'a listener without TLS',
      gateway(''),
      gateway(', {name: b, port: 80, protocol: HTTP}'),
      ['newly serves b without TLS'],
    ],
    ['another one with it', gateway(''), gateway(', {name: b, port: 8443, protocol: HTTPS}'), []],
    [
      'no redirect',
      route(', insecureEdgeTerminationPolicy: Redirect'),
      route(', insecureEdgeTerminationPolicy: Allow'),
      ['serves requests without TLS'],
    ],
    ['not turned away', route(''), route(', insecureEdgeTerminationPolicy: Allow'), ['serves requests without TLS']],
    [
      'turned away',
      route(', insecureEdgeTerminationPolicy: Redirect'),
      route(', insecureEdgeTerminationPolicy: None'),
      [],
    ],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('admission', () => {
  const binding = (more: string) =>
    object(
      'admissionregistration.k8s.io/v1',
      'ValidatingAdmissionPolicyBinding',
      `{policyName: p, validationActions: [Deny]${more}}`,
    );
  const cel = (more: string) =>
    object(
      'policies.kyverno.io/v1alpha1',
      'ValidatingPolicy',
      `{validationActions: [Deny]${more}, validations: [{expression: a}]}`,
    );
  const webhook = (version: string, more: string) =>
    `apiVersion: admissionregistration.k8s.io/${version}\nkind: ValidatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- {name: a.b.c, rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources: [pods]}]${more}}\n`;
  const rule = "{apiGroups: [apps], apiVersions: ['*'], operations: ['*'], resources: ['*']}";
  test.each<[string, string, string, readonly string[]]>([
    [
      'rules of its own',
      binding(''),
      binding(`, matchResources: {resourceRules: [${rule}]}`),
      ['only the requests that it names'],
    ],
    ['no rules of its own', binding(`, matchResources: {resourceRules: [${rule}]}`), binding(''), []],
    [
      'parameters that may be missing',
      binding(''),
      binding(', paramRef: {name: x, parameterNotFoundAction: Allow}'),
      ['lets everything through where its parameters are gone'],
    ],
    ['not asked', cel(''), cel(', evaluation: {admission: {enabled: false}}'), ['no longer asked by the API server']],
    ['not of Kubernetes', cel(''), cel(', evaluation: {mode: JSON}'), ['no longer asked by the API server']],
    ['asked as before', cel(''), cel(', evaluation: {mode: Kubernetes, background: {enabled: true}}'), []],
    [
      'nothing stated in v1beta1',
      webhook('v1beta1', ', failurePolicy: Fail'),
      webhook('v1beta1', ''),
      ['failurePolicy: Ignore'],
    ],
    ['nothing stated in v1', webhook('v1', ', failurePolicy: Fail'), webhook('v1', ''), []],
    [
      'a failure policy that is filled in',
      webhook('v1', ''),
      webhook('v1', `, failurePolicy: "\${F}"`),
      ['does not answer'],
    ],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('monitoring', () => {
  const alerting = (more: string) =>
    object(
      'monitoring.coreos.com/v1alpha1',
      'AlertmanagerConfig',
      `{route: {receiver: w}, receivers: [{name: w, webhookConfigs: [{}]}]${more}}`,
    );
  const monitor = (ports: string) =>
    object('monitoring.coreos.com/v1', 'ServiceMonitor', `{selector: {}, endpoints: ${ports}}`);
  const filler = '---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n';
  test.each<[string, string, string, readonly string[]]>([
    [
      'whom an operator tells',
      alerting('') + filler,
      filler,
      ['medium monitoring-removed AlertmanagerConfig a is gone'],
    ],
    [
      'alerts while another one fires',
      alerting(''),
      alerting(', inhibitRules: [{targetMatch: [{name: severity, value: critical}]}]'),
      ['medium monitoring-removed AlertmanagerConfig a newly notifies nobody of alerts with severity=critical'],
    ],
    [
      'alerts of the same object',
      alerting(''),
      alerting(', inhibitRules: [{targetMatch: [{name: severity, value: info}], equal: [pod]}]'),
      ['low monitoring-removed'],
    ],
    ['no endpoint', monitor('[{port: a}]'), monitor('[]'), ['measures nothing any more (endpoints)']],
    ['another endpoint', monitor('[{port: a}]'), monitor('[{port: b}]'), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('Argo CD', () => {
  const server = (more: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: argocd-server, namespace: argocd}\nspec:\n  containers:\n  - {name: argocd-server, image: 'a:1.0.0'${more}}\n`;
  const settings = (data: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: argocd}\ndata: {admin.enabled: "false"${data}}\n`;
  const into = (namespace: string) =>
    object('argoproj.io/v1alpha1', 'Application', `{project: p, destination: {name: c, namespace: ${namespace}}}`);
  const deploys = async (before: string, after: string) =>
    (await said({ 'clusters/a/x.yaml': before }, { 'clusters/a/x.yaml': after })).filter((each) =>
      each.includes('deploy-authority'),
    );
  test.each<[string, string, string, readonly string[]]>([
    ['a variable', server(''), server(", env: [{name: ARGOCD_SERVER_INSECURE, value: 'true'}]"), ['without TLS']],
    [
      'a flag over a variable',
      server(''),
      server(", args: [--insecure=false], env: [{name: ARGOCD_SERVER_INSECURE, value: 'true'}]"),
      [],
    ],
    [
      'a first identity provider',
      settings(''),
      settings(', dex.config: "connectors: [{type: github}]"'),
      ['another identity provider'],
    ],
    ['controllers’ namespace', into('shop'), into('kube-system'), ['into kube-system, a namespace of controllers']],
    ['another namespace', into('shop'), into('shop-2'), []],
  ])('%s', async (_, before, after, parts) =>
    expect(await deploys(before, after)).toEqual(parts.map((part) => expect.stringContaining(part))),
  );
});

describe('what a baseline keeps out', () => {
  const baseline =
    'apiVersion: policy.networking.k8s.io/v1alpha1\nkind: BaselineAdminNetworkPolicy\nmetadata: {name: default}\nspec: {subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n';
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: p}}\nspec: {automountServiceAccountToken: false, containers: [{name: c, image: a:1.0.0, securityContext: {runAsNonRoot: true}}]}\n';
  const policy = (spec: string) =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: shop}\nspec: ${spec}\n`;
  const opened = policy('{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}');
  const all = (...parts: readonly string[]) => parts.join('---\n');
  test.each<[string, string, string, readonly string[]]>([
    [
      'a policy decides in its place',
      all(baseline, pod),
      all(baseline, pod, opened),
      ['in place of a baseline that denies'],
    ],
    ['a policy that lets nothing in', all(baseline, pod), all(baseline, pod, policy('{podSelector: {}}')), []],
    [
      'a policy about what leaves',
      all(baseline, pod),
      all(baseline, pod, policy('{podSelector: {}, policyTypes: [Egress], egress: [{}]}')),
      [],
    ],
    ['no baseline', pod, all(pod, opened), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  test('of pods that are new', async () => {
    const found = await said({ 'clusters/a/x.yaml': baseline }, { 'clusters/a/x.yaml': all(baseline, pod, opened) });
    expect(found.filter((each) => each.includes('baseline'))).toEqual([]);
  });
});

test('a policy does not go along with one application of several in its folder', async () => {
  const workload = (kind: string, name: string) =>
    `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\nspec: {template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: c, image: a:1.0.0}]}}}\n`;
  const policy =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: shop}\nspec: {podSelector: {}}\n';
  const kept = { 'clusters/a/r.yaml': workload('ReplicaSet', 'old') };
  const gone = { 'clusters/a/n.yaml': policy, 'clusters/a/d.yaml': workload('Deployment', 'new') };
  expect(await said({ ...kept, ...gone }, kept)).toEqual([expect.stringContaining('NetworkPolicy shop/a is gone')]);
});
