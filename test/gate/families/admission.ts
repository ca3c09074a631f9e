import { familiesOf } from './family.ts';

const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: w}
webhooks:
  - name: a.example.org
    clientConfig: {service: {namespace: n, name: s}}
    #
`;
const rule = (text: string) => `rules: [{apiGroups: ["*"], apiVersions: ["*"], operations: [CREATE], ${text}}]`;
const exception = `apiVersion: kyverno.io/v2
kind: PolicyException
metadata: {name: e, namespace: kyverno}
spec: {exceptions: [{policyName: p, ruleNames: [r]}]#}
`;
const noException = `apiVersion: v1
kind: ConfigMap
metadata: {name: other, namespace: kyverno}
`;
const images = `apiVersion: policy.sigstore.dev/v1beta1
kind: ClusterImagePolicy
metadata: {name: c}
spec: {#}
`;
const kyverno = `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: p}
spec:
  validationFailureAction: Enforce
  rules: [{name: r, #}]
`;
const pods = 'match: {any: [{resources: {kinds: [Pod]}}]}';
const demanded = 'validate: {message: m, pattern: {spec: {hostNetwork: "false"}}}';
const gatekeeper = `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sNoHost
metadata: {name: g}
spec: {enforcementAction: deny, #}
`;
const leftAlone = `apiVersion: v1
kind: ConfigMap
metadata: {name: kyverno, namespace: kyverno}
data: {a: b, #}
`;
const policy = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: v}
spec:
  matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
  #
`;

export const admission = familiesOf('admission-weakened', [
  [
    'whom Kyverno leaves alone',
    leftAlone,
    'excludeGroups: "ops, !system:masters"',
    'excludeGroups: "ops, dev, !system:masters"',
    'excludeGroups: "ops, dev"',
    'excludeGroups: "*"',
    'resourceFilters: "[Pod,shop,a]"',
    'resourceFilters: "[Pod,shop,*]"',
    'resourceFilters: "[*,*,*]"',
    `webhooks: '{"objectSelector": {"matchLabels": {"a": "b"}}}'`,
    `matchConditions: '[{"name": "a", "expression": "false"}]'`,
  ],
  [
    'resources of a webhook',
    webhook,
    rule('resources: ["*"]'),
    rule('resources: [pods]'),
    rule('resources: [configmaps]'),
    rule('resources: [pods, configmaps]'),
  ],
  [
    'conditions of a webhook',
    webhook,
    rule('resources: [pods]'),
    `${rule('resources: [pods]')}\n    matchConditions: [{name: c, expression: "object.metadata.name == 'a'"}]`,
    `${rule('resources: [pods]')}\n    matchConditions: [{name: c, expression: "false"}]`,
  ],
  [
    'namespaces of a webhook',
    webhook,
    rule('resources: [pods]'),
    `${rule('resources: [pods]')}\n    namespaceSelector: {matchLabels: {a: b}}`,
    `${rule('resources: [pods]')}\n    namespaceSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}`,
  ],
  [
    'objects of an exception',
    '#',
    noException,
    exception.replace('#', ', match: {any: [{resources: {kinds: [Pod], namespaces: [shop], names: [debug]}}]}'),
    exception.replace('#', ', match: {any: [{resources: {kinds: [Pod], namespaces: [shop]}}]}'),
    exception.replace('#', ', match: {any: [{resources: {kinds: [Pod]}}]}'),
    exception.replace('#', ', match: {any: [{resources: {kinds: [Pod, Deployment]}}]}'),
    exception.replace('#', ''),
    exception.replace('#', ', match: {any: [{resources: {kinds: [Pod]}}]}, podSecurity: [{controlName: Capabilities}]'),
  ],
  [
    'images that are verified',
    images,
    'images: [{glob: "**"}], authorities: [{key: {data: a}}]',
    'images: [{glob: "ghcr.io/**"}], authorities: [{key: {data: a}}]',
    'images: [{glob: "ghcr.io/acme/x"}], authorities: [{key: {data: a}}]',
    'images: [{glob: "**"}], authorities: [{key: {data: a}}, {key: {data: b}}]',
    'images: [{glob: "**"}], authorities: [{key: {data: a}}, {key: {data: c}}]',
    'images: [{glob: "**"}], authorities: [{key: {data: a}}, {static: {action: pass}}]',
  ],
  [
    'what a rule of Kyverno matches',
    kyverno,
    `${pods}, ${demanded}`,
    `match: {any: [{resources: {kinds: [Pod], namespaces: [a, b]}}]}, ${demanded}`,
    `match: {any: [{resources: {kinds: [Pod], namespaces: [a]}}]}, ${demanded}`,
    `${pods}, exclude: {any: [{resources: {namespaces: [a]}}]}, ${demanded}`,
    `${pods}, exclude: {any: [{resources: {namespaces: [a, b]}}]}, ${demanded}`,
    `${pods}, ${demanded.replace('"false"', '"*"')}`,
    `${pods}, ${demanded.replace('"false"', '"?*"')}`,
    `${pods}, preconditions: {all: [{key: a, operator: Equals, value: a}]}, ${demanded}`,
    `${pods}, preconditions: {all: [{key: a, operator: Equals, value: b}]}, ${demanded}`,
    `${pods}, preconditions: {all: [{key: a, operator: Equals, value: a}]}, ${demanded.replace('"false"', '"*"')}`,
  ],
  [
    'what a constraint of Gatekeeper matches',
    gatekeeper,
    'match: {kinds: [{apiGroups: ["*"], kinds: ["*"]}]}, parameters: {most: 1}',
    'match: {kinds: [{apiGroups: ["*"], kinds: [Pod]}]}, parameters: {most: 1}',
    'match: {kinds: [{apiGroups: ["*"], kinds: [Service]}]}, parameters: {most: 1}',
    'match: {kinds: [{apiGroups: ["*"], kinds: ["*"]}]}, parameters: {most: 10}',
    'match: {kinds: [{apiGroups: ["*"], kinds: ["*"]}]}, parameters: {most: 1000}',
    'match: {kinds: [{apiGroups: ["*"], kinds: ["*"]}], excludedNamespaces: [a]}, parameters: {most: 1}',
    'match: {kinds: [{apiGroups: ["*"], kinds: ["*"]}], excludedNamespaces: [a, b]}, parameters: {most: 1}',
  ],
  [
    'validations',
    policy,
    'validations: [{expression: "object.spec.replicas < 5"}, {expression: "object.spec.a"}]',
    'validations: [{expression: "object.spec.replicas < 50"}, {expression: "object.spec.a"}]',
    'validations: [{expression: "object.spec.replicas < 500"}, {expression: "object.spec.a"}]',
    'validations: [{expression: "object.spec.a"}]',
    'validations: [{expression: "true"}]',
  ],
]);
