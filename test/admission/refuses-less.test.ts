import { describe, expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from '../rules/evidence.ts';

/** What is said of a change of one file, each as severity, line and message. */
async function says(before: string, after: string, parts: readonly string[]) {
  const side = (text: string) => folderOf(text === '' ? {} : { 'clusters/a/x.yaml': text });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  const found = findingsOf(evidence).filter(({ rule }) => rule === 'admission-weakened');
  const said = found.map(({ severity, position, message }) => `${severity} ${position?.line} ${message}`);
  expect(said).toEqual(parts.map((part) => expect.stringContaining(part)));
}

type Case = readonly [name: string, before: string, after: string, parts: readonly string[]];

/** Cases that change a text by replacing a part of it. */
function changes(base: string, rows: readonly (readonly [string, string, string, ...string[]])[]): readonly Case[] {
  return rows.map(([name, from, to, ...parts]) => {
    if (!base.includes(from)) throw new Error(`${name}: ${from}`);
    return [name, base, base.replace(from, to), parts];
  });
}

const registration = 'admissionregistration.k8s.io/v1';

describe('webhooks', () => {
  const head = (kind: string, name = 'guard') =>
    `apiVersion: ${registration}\nkind: ${kind}\nmetadata:\n  name: ${name}\nwebhooks:\n`;
  const first = `  - name: a.guard.io
    clientConfig:
      service: {name: guard, namespace: guard, path: /v}
    rules:
      - apiGroups: [""]
        apiVersions: [v1]
        operations: [CREATE, UPDATE]
        resources: [pods, pods/exec]
        scope: "*"
`;
  const second = first.replace('a.guard.io', 'b.guard.io').replace('[pods, pods/exec]', '[secrets]');
  const [validating, mutating] = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];
  const both = `${head(validating)}${first}${second}`;
  const parted = `${head(validating)}${first}---\n${head(validating, 'guard-b')}`;
  test.each<Case>([
    ...changes(`${head(validating)}${first}`, [
      ['pods are namespaced', 'scope: "*"', 'scope: Namespaced'],
      ['none of them is of the cluster', 'scope: "*"', 'scope: Cluster', 'high 14 '],
      ['operations', '[CREATE, UPDATE]', '[CREATE]', 'high 12 '],
      [
        'some by their names',
        'scope: "*"',
        'resourceNames: [a]',
        'judges pods (CREATE, UPDATE) but for what is called a, pods/exec (CREATE, UPDATE) but for what is called a,',
      ],
      ['another Service', 'name: guard,', 'name: other,', 'medium 8 '],
    ]),
    ...changes(`${head(validating)}${first.replace('[pods, pods/exec]', '[namespaces]')}`, [
      ['namespaces are not', 'scope: "*"', 'scope: Namespaced', 'high 14 '],
    ]),
    ...changes(`${head(validating)}${first.replace('[""]', '[example.org]')}`, [
      ['others may not be', 'scope: "*"', 'scope: Namespaced', 'low 14 '],
    ]),
    ...changes(`${head(mutating)}${first}`, [
      ['another Service', 'name: guard,', 'name: other,', 'medium 8 '],
      ['another path', 'path: /v', 'path: /allow', 'medium 8 '],
      ['another port', 'path: /v', 'path: /v, port: 8443', 'medium 8 '],
    ]),
    ['split in two', both, `${parted}${second}`, []],
    [
      'split in two and narrower',
      both,
      `${parted}${second.replace(', UPDATE', '')}`,
      ['no longer has the webhook b.guard'],
    ],
    ['joined', `${parted}${second}`, both, []],
    [
      'gone but for one that is elsewhere',
      both,
      `${head(validating, 'other')}${second}`,
      ['is gone, and with it what its webhooks a.guard.io refused or changed'],
    ],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('policies of the API server', () => {
  const policy = (name = 'p', more = '') => `apiVersion: ${registration}
kind: ValidatingAdmissionPolicy
metadata: {name: ${name}}
spec:
  matchConstraints:
    resourceRules:
      - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
  variables:
    - {name: a, expression: "1"}
${more}  validations:
    - expression: object.spec.replicas <= 3
`;
  const binding = (name: string, of: string, more = '') => `---
apiVersion: ${registration}
kind: ValidatingAdmissionPolicyBinding
metadata: {name: ${name}}
spec:
  policyName: ${of}
  validationActions: [Deny]
${more}`;
  const whole = `${policy()}${binding('b', 'p')}`;
  const selecting = (requirement: string) =>
    `  matchResources: {namespaceSelector: {matchExpressions: [{key: e, ${requirement}}]}}\n`;
  const own = (operations: string) =>
    `  matchResources: {resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: ${operations}, resources: [deployments]}]}\n`;
  const inParts = (...parts: readonly string[]) =>
    policy() + parts.map((part, index) => binding(`b-${index}`, 'p', part)).join('');
  test.each<Case>([
    ['renamed with its binding', whole, `${policy('q')}${binding('b', 'q')}`, []],
    ['renamed, and so is its binding', whole, `${policy('q')}${binding('c', 'q')}`, []],
    [
      'renamed and weaker',
      whole,
      `${policy('q').replace('CREATE, ', '')}${binding('b', 'q')}`,
      ['is gone, and with it what it refused', 'no longer enforces the policy p, but q'],
    ],
    ['a binding that repeats the rules', whole, policy() + binding('b', 'p', own('[UPDATE, CREATE]')), []],
    ['one of fewer rules', whole, policy() + binding('b', 'p', own('[CREATE]')), ['only the requests that it names']],
    [
      'parted by a label',
      whole,
      inParts(selecting('operator: In, values: [a]'), selecting('operator: NotIn, values: [a]')),
      [],
    ],
    [
      'parted with a gap',
      whole,
      inParts(selecting('operator: In, values: [a]'), selecting('operator: NotIn, values: [a, c]')),
      ['ValidatingAdmissionPolicyBinding b is gone'],
    ],
    [
      'parted, one of which only records',
      whole,
      inParts(selecting('operator: In, values: [a]'), selecting('operator: NotIn, values: [a]')).replace(
        /Deny(?![\s\S]*Deny)/,
        'Audit',
      ),
      ['ValidatingAdmissionPolicyBinding b is gone'],
    ],
    ['one of two bindings', `${whole}${binding('c', 'p')}`, whole, []],
    ...changes(whole, [
      ['keys in another order', '{name: a, expression: "1"}', '{expression: "1", name: a}'],
      [
        'a further variable',
        '{name: a, expression: "1"}',
        '{name: a, expression: "1"}\n    - {name: b, expression: "2"}',
      ],
      ['another variable', 'expression: "1"', 'expression: "2"', 'medium 9 '],
      ['the scope of what is namespaced', 'resources: [deployments]', 'resources: [deployments], scope: Namespaced'],
      ['every operation', '[CREATE, UPDATE]', '[CREATE, UPDATE, DELETE, CONNECT]'],
      ['another expression', '<= 3', '<= 30', 'medium 11 '],
    ]),
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  const mutating = policy()
    .replaceAll('Validating', 'Mutating')
    .replace(/ {2}validations:[\s\S]*/, '  mutations:\n    - {patchType: JSONPatch, jsonPatch: {expression: "[]"}}\n');
  test.each<Case>(
    changes(mutating, [['what is set', '"[]"', '"[1]"', 'low 11 MutatingAdmissionPolicy p sets something else']]),
  )('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('constraints of Gatekeeper', () => {
  const constraint = (match: string) => `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sRequiredLabels
metadata: {name: lab}
spec:
  match: {${match}}
`;
  const pods = 'kinds: [{apiGroups: [""], kinds: [Pod]}]';
  const all = 'kinds: [{apiGroups: ["*"], kinds: ["*"]}]';
  test.each<readonly [string, string, string, ...string[]]>([
    ['everything, written out', '', all],
    ['everything of one group', '', 'kinds: [{apiGroups: [apps], kinds: ["*"]}]', 'no longer judges other kinds.'],
    ['an entry without kinds', pods, 'kinds: [{apiGroups: [""]}]'],
    ['kinds that are none', pods, 'kinds: [{apiGroups: [""], kinds: [true]}]', 'no longer judges Pod'],
    ['every namespace, written out', pods, `${pods}, namespaces: ["*"]`],
    ['one namespace', `${pods}, namespaces: ["*"]`, `${pods}, namespaces: [a]`, 'only judges namespace a now'],
    ['every name, written out', pods, `${pods}, name: "*"`],
    ['a wider name', 'name: a', 'name: a*'],
    ['a narrower name', 'name: a*', 'name: a', 'only judges a now (name)'],
    ['the scope of what is namespaced', pods, `${pods}, scope: Namespaced`],
    ['the other scope', pods, `${pods}, scope: Cluster`, 'only judges Cluster now (scope)'],
    ['the scope of what is anything', '', 'scope: Namespaced', 'only judges Namespaced now (scope)'],
    ['a scope that is none', pods, `${pods}, scope: namespaced`],
    ['the default source', '', 'source: All'],
    ['one source', '', 'source: Generated', 'only judges Generated now (source)'],
  ])('%s', (_, before, after, ...parts) => says(constraint(before), constraint(after), parts));

  const template = (targets: string, more = '') => `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: k8srequiredlabels}
spec:
  crd:
    spec:
      names: {kind: K8sRequiredLabels}
      validation:
        openAPIV3Schema:
          properties:
            exemptImages:
              type: array
${more}  targets:
    - target: admission.k8s.gatekeeper.sh
${targets}`;
  const program = (depth: string, line = 'violation[{"msg": "no"}] { true }') =>
    `${depth}rego: |\n${depth}  package x\n${depth}  ${line}\n${depth}libs: ["package lib.a"]\n`;
  const plain = template(program('      '));
  const ofCode = (code: string) => template(`      code:\n        - engine: Rego\n          source:\n${code}`);
  const filled = template(program('      '), '              default: ["*"]\n');
  test.each<Case>([
    ['the program in code', plain, ofCode(program('            ')), []],
    ['and back', ofCode(program('            ')), plain, []],
    ['another one in code', plain, ofCode(program('            ', 'violation[x] { false }')), ['medium ']],
    ['another line of it', plain, plain.replace('{ true }', '{ false }'), ['medium 17 ']],
    [
      'a default',
      plain,
      filled,
      ['medium 13 ConstraintTemplate k8srequiredlabels gives constraints another parameter'],
    ],
    ['a default that is gone', filled, plain, ['exemptImages: nothing']],
    ['the kind', plain, plain.replace('kind: K8sReq', 'kind: K8sOther'), ['high 7 ']],
    [
      'an operation',
      plain,
      template(`${program('      ')}      operations: [CREATE]\n`),
      ['no longer judges UPDATE, DELETE, CONNECT'],
    ],
    ['every operation', plain, template(`${program('      ')}      operations: ["*"]\n`), []],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  const config = (processes: string, names = 'kube-system') =>
    `apiVersion: config.gatekeeper.sh/v1alpha1\nkind: Config\nmetadata: {name: c, namespace: g}\nspec:\n  match:\n    - excludedNamespaces: [${names}]\n      processes: [${processes}]\n`;
  test.each<Case>([
    ['what mutates leaves a namespace alone', config('audit'), config('audit, mutation-webhook'), ['low 7 ']],
    ['what judges does', config('audit'), config('webhook'), ['high 7 ']],
    ['both do', config('audit'), config('"*"'), ['high 7 ']],
  ])('%s', (_, before, after, parts) => says(before, after, parts));

  const assign = `apiVersion: mutations.gatekeeper.sh/v1
kind: Assign
metadata: {name: unprivileged}
spec:
  applyTo: [{groups: [""], kinds: [Pod, Job], versions: [v1]}]
  match: {scope: Namespaced}
  location: "spec.containers[name:*].securityContext.privileged"
  parameters: {assign: {value: false}}
`;
  test.each<Case>([
    ['a mutator that is gone', assign, '', ['low 1 Assign unprivileged is gone, and with it what it set']],
    ...changes(assign, [
      ['another value', 'value: false', 'value: true', 'low 8 Assign unprivileged sets something else'],
      ['fewer kinds', 'Pod, Job', 'Pod', 'low 5 Assign unprivileged no longer changes Job'],
      ['a namespace', 'scope: Namespaced', 'scope: Namespaced, excludedNamespaces: [dev]', 'low 6 '],
      ['more kinds', 'Pod, Job', 'Pod, Job, CronJob'],
    ]),
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('ClusterImagePolicies', () => {
  const policy = `apiVersion: policy.sigstore.dev/v1beta1
kind: ClusterImagePolicy
metadata: {name: c}
spec:
  images:
    - glob: "docker.io/acme/*"
  match:
    - {group: apps, resource: deployments, version: v1}
    - {resource: pods, version: v1}
  authorities:
    - name: k
      key: {data: A}
      ctlog: {url: "https://rekor.sigstore.dev"}
      attestations: [{name: scan, predicateType: vuln}]
    - name: other
      key: {data: B}
`;
  test.each<Case>(
    changes(policy, [
      ['a wider glob', 'acme/*', 'acme/**'],
      ['a wider glob of two', 'acme/*', 'ac**'],
      [
        'a narrower glob',
        'acme/*',
        'acme/a*',
        'high 6 ClusterImagePolicy c no longer judges the images docker.io/acme/*',
      ],
      [
        'one kind less',
        '    - {resource: pods, version: v1}\n',
        '',
        'high 7 ClusterImagePolicy c no longer judges pods',
      ],
      ['one kind more', '  authorities', '    - {group: batch, resource: jobs, version: v1}\n  authorities'],
      ['some of a kind', '{resource: pods,', '{selector: {matchLabels: {a: b}}, resource: pods,', 'high 9 '],
      [
        'an attestation less',
        '      attestations: [{name: scan, predicateType: vuln}]\n',
        '',
        'high 11 ClusterImagePolicy c no longer demands the attestation scan of its authority k',
      ],
      [
        'no log',
        '      ctlog: {url: "https://rekor.sigstore.dev"}\n',
        '',
        'medium 11 ClusterImagePolicy c checks otherwise than before by its authority k (ctlog)',
      ],
      ['another key', 'data: A', 'data: C', 'medium 12 '],
      [
        'a key more',
        '    - name: other',
        '    - name: more\n      key: {data: D}\n    - name: other',
        'medium 15 ClusterImagePolicy c newly takes another',
      ],
      [
        'no signature',
        '    - name: other\n      key: {data: B}',
        '    - name: other\n      static: {action: pass}',
        'high 15 ClusterImagePolicy c newly lets images through',
      ],
      ['an authority less', '    - name: other\n      key: {data: B}\n', ''],
    ]),
  )('%s', (_, before, after, parts) => says(before, after, parts));
});

describe('admission plugins of the API server', () => {
  const configuration = `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: ImagePolicyWebhook
    configuration:
      imagePolicy:
        kubeConfigFile: /etc/k.yaml
        defaultAllow: false
  - name: EventRateLimit
    path: limits.yaml
`;
  const kubeadm = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - {name: enable-admission-plugins, value: "NodeRestriction,ImagePolicyWebhook"}
    - {name: admission-control-config-file, value: /etc/a.yaml}
`;
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=NodeRestriction
`;
  const image = 'imagePolicy:\n  kubeConfigFile: /etc/k.yaml\n';
  const kops = 'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: c}\nspec:\n  kubeAPIServer:\n';
  test.each<Case>([
    ...changes(configuration, [
      ['images by default', 'defaultAllow: false', 'defaultAllow: true', 'high 8 '],
      ['its default', '        defaultAllow: false\n', ''],
      ['another webhook', '/etc/k.yaml', '/tmp/k.yaml', 'medium 7 '],
      ['another file', 'limits.yaml', 'none.yaml', 'medium 10 '],
      ['a plugin less', '  - name: EventRateLimit\n    path: limits.yaml\n', '', 'medium 3 '],
      ['a plugin more', '  - name: EventRateLimit', '  - name: X\n    path: x\n  - name: EventRateLimit'],
    ]),
    [
      'no ImagePolicyWebhook',
      configuration,
      configuration.replace(/ {2}- name: Image[\s\S]*(?= {2}- name: Event)/, ''),
      ['high 3 '],
    ],
    ['a file of its own', image, `${image}  defaultAllow: true\n`, ['high 3 ']],
    ...changes(kubeadm, [
      ['not enabled', ',ImagePolicyWebhook', '', 'high 5 '],
      ['in another order', 'NodeRestriction,ImagePolicyWebhook', 'ImagePolicyWebhook,NodeRestriction'],
      ['filled in', 'NodeRestriction,ImagePolicyWebhook', `\${PLUGINS}`, 'medium 5 '],
      [
        'disabled',
        'extraArgs:',
        'extraArgs:\n    - {name: disable-admission-plugins, value: ValidatingAdmissionPolicy}',
        'high 5 ',
      ],
      [
        'disabled, a default',
        'extraArgs:',
        'extraArgs:\n    - {name: disable-admission-plugins, value: DefaultStorageClass}',
      ],
      [
        'disabled, and enabled',
        'extraArgs:',
        'extraArgs:\n    - {name: disable-admission-plugins, value: NodeRestriction}',
      ],
      ['enabled that is so anyway', 'NodeRestriction,', 'NodeRestriction,PodSecurity,'],
      ['no configuration', '    - {name: admission-control-config-file, value: /etc/a.yaml}\n', '', 'high '],
      ['another configuration', '/etc/a.yaml', '/etc/b.yaml', 'medium 6 '],
    ]),
    ...changes(pod, [
      ['of a static pod', '=NodeRestriction', '=LimitRanger', 'high 9 '],
      ['with the value apart', '-plugins=NodeRestriction', '-plugins\n        - NodeRestriction'],
      ['no flag', '\n        - --enable-admission-plugins=NodeRestriction', '', 'high '],
    ]),
    [
      'of kops',
      `${kops}    enableAdmissionPlugins: [NodeRestriction]\n`,
      `${kops}    enableAdmissionPlugins: [X]\n`,
      ['high 6 '],
    ],
    [
      'of Kubespray',
      'kube_apiserver_enable_admission_plugins: [NodeRestriction]\n',
      'kube_apiserver_enable_admission_plugins: []\n',
      ['high 1 '],
    ],
    [
      'of k3s',
      'kube-apiserver-arg: [enable-admission-plugins=NodeRestriction]\n',
      'kube-apiserver-arg: [enable-admission-plugins=X]\n',
      ['high 1 '],
    ],
    [
      'one that nobody knows',
      'kube-apiserver-arg: [enable-admission-plugins=X]\n',
      'kube-apiserver-arg: [enable-admission-plugins=Y]\n',
      ['medium 1 '],
    ],
  ])('%s', (_, before, after, parts) => says(before, after, parts));
});
