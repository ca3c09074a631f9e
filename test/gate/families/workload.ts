import { familiesOf } from './family.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: shop}
spec: {selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {#}}}
`;
const digest = `sha256:${'a'.repeat(64)}`;
const container = (text: string) => `containers: [{name: c, image: "acme.test/a@${digest}"${text}}]`;
const namespace = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {#}}
`;
const store = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: {name: s}
spec: {provider: {fake: {}}#}
`;
const role = `apiVersion: redhatcop.redhat.io/v1alpha1
kind: KubernetesAuthEngineRole
metadata: {name: r, namespace: vault}
spec: {path: kubernetes, policies: [a], #}
`;
const accounts = (names: string, namespaces: string) =>
  `targetServiceAccounts: [${names}], targetNamespaces: {targetNamespaces: [${namespaces}]}`;

export const workload = [
  ...familiesOf('pod-privileges-widened', [
    [
      'what a container may do',
      deployment,
      container(''),
      container(', securityContext: {capabilities: {add: [NET_ADMIN]}}'),
      container(', securityContext: {capabilities: {add: [NET_ADMIN, SYS_ADMIN]}}'),
      container(', securityContext: {privileged: true}'),
      `${container('')}, volumes: [{name: v, hostPath: {path: /var/log}}]`,
      `${container('')}, volumes: [{name: v, hostPath: {path: /}}]`,
      container(', ports: [{containerPort: 80, hostPort: 80}]'),
      container(', ports: [{containerPort: 80, hostPort: 80}, {containerPort: 22, hostPort: 22}]'),
      `${container('')}, securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}]}`,
      `${container('')}, securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}, {name: kernel.sem, value: "1"}]}`,
    ],
  ]),
  ...familiesOf('image-unpinned', [
    [
      'what an image is named by',
      deployment,
      container(''),
      'containers: [{name: c, image: "acme.test/a:1.2.3"}]',
      'containers: [{name: c, image: "acme.test/a:latest"}]',
      'containers: [{name: c, image: "other.test/a:1.2.3"}]',
    ],
  ]),
  ...familiesOf('pod-security-lowered', [
    [
      'what a namespace enforces',
      namespace,
      'pod-security.kubernetes.io/enforce: restricted',
      'pod-security.kubernetes.io/enforce: baseline',
      'pod-security.kubernetes.io/enforce: privileged',
    ],
  ]),
  ...familiesOf('secret-store-widened', [
    [
      'namespaces of a store',
      store,
      ', conditions: [{namespaces: [a]}]',
      ', conditions: [{namespaces: [a, b]}]',
      ', conditions: [{namespaces: [a, b, c]}]',
      `, conditions: [{namespaces: [a]}, {namespaceSelector: {matchExpressions: [{key: a, operator: In, values: [${'x, '.repeat(80)}y]}]}}]`,
      `, conditions: [{namespaces: [a]}, {namespaceSelector: {matchExpressions: [{key: a, operator: In, values: [${'x, '.repeat(80)}z]}]}}]`,
      '',
    ],
    [
      'accounts of a role of Vault',
      role,
      accounts('a', 'x'),
      accounts('a, b', 'x'),
      accounts('a, b, c', 'x'),
      accounts('"*"', 'x'),
      accounts('"*"', '"*"'),
    ],
  ]),
];
