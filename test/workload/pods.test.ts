import { describe, expect, test } from '@jest/globals';
import { podChanges } from '../../src/workload/model/pair-pods.ts';
import type { Pod } from '../../src/workload/model/pod.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import type { Path } from '../../src/yaml/document.ts';
import { resources } from '../rbac/manifests.ts';
import { workloadKinds } from './kinds.ts';

const pods = (text: string, file = 'f.yaml'): readonly Pod[] => resources({ [file]: text }).flatMap(podsOf);

const accounts = (text: string) => pods(text).flatMap((pod) => pod.accounts);

describe('podsOf', () => {
  test.each(Object.entries(workloadKinds))('finds the account of: %s', (_, text) => {
    const named = pods(text.replace('ACCOUNT', 'strong'));
    expect(named.map(({ namespace }) => namespace)).toEqual(named.map(() => 'shop'));
    const [account] = named.flatMap((pod) => pod.accounts).filter(({ name }) => name === 'strong');
    expect(account?.path).toBeDefined();
  });

  test('places a field where the object writes it, whatever shape it has', () => {
    const text = `apiVersion: tekton.dev/v1
kind: TaskRun
metadata: {name: a}
spec:
  podTemplate:
    hostNetwork: true
    volumes:
    - name: x
  taskSpec:
    stepTemplate:
      securityContext: {privileged: true}
    steps:
    - name: first
    sidecars:
    - name: second
      image: b
    volumes:
    - name: y
      hostPath: {path: /}
`;
    const [pod] = pods(text);
    const line = (...path: (string | number)[]) => pod?.at(path).line;
    expect(pod?.spec.containers).toEqual([
      { name: 'first', securityContext: { privileged: true } },
      { name: 'second', image: 'b' },
    ]);
    expect(line('hostNetwork')).toBe(6);
    expect(line('containers', 0, 'name')).toBe(13);
    expect(line('containers', 1, 'image')).toBe(16);
    expect(line('volumes', 0)).toBe(8);
    expect(line('volumes', 1, 'hostPath')).toBe(19);
    expect(accounts(text)).toEqual([{ name: 'default', path: undefined }]);
  });

  test('gives the pods of a Spark application the fields of their role, over those of the template', () => {
    const [driver, executor] = pods(`apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: {name: a}
spec:
  image: spark
  driver:
    serviceAccount: runner
    securityContext: {privileged: true}
    template: {spec: {hostPID: true, containers: [{name: main, tty: true}, {name: side}]}}
  executor:
    sidecars: [{name: log}]
`);
    expect(driver?.spec).toMatchObject({ hostPID: true, serviceAccountName: 'runner' });
    expect(driver?.spec.containers).toMatchObject([
      { image: 'spark', securityContext: { privileged: true }, tty: true },
      { name: 'side' },
    ]);
    expect(driver?.at(['containers', 0, 'securityContext']).line).toBe(8);
    expect(driver?.at(['containers', 1]).line).toBe(9);
    expect(executor?.accounts).toEqual([{ name: 'runner', path: ['spec', 'driver', 'serviceAccount'] }]);
    expect(executor?.at(['containers', 1]).line).toBe(11);
  });

  test('lays a step over the template of steps, and a template over the defaults, key by key', () => {
    const step = `apiVersion: tekton.dev/v1
kind: Task
metadata: {name: a}
spec:
  stepTemplate:
    securityContext:
      privileged: true
      capabilities: {add: [SYS_ADMIN], drop: [ALL]}
    volumeMounts:
    - {name: x, mountPath: /x}
  steps:
  - name: first
    securityContext:
      runAsUser: 1
      capabilities:
        add: [NET_RAW]
    volumeMounts:
    - {name: z, mountPath: /z}
  - ref: {name: elsewhere}
`;
    const [task] = pods(step);
    expect(task?.spec.containers).toEqual([
      {
        name: 'first',
        securityContext: { privileged: true, runAsUser: 1, capabilities: { add: ['NET_RAW'], drop: ['ALL'] } },
        volumeMounts: [
          { name: 'z', mountPath: '/z' },
          { name: 'x', mountPath: '/x' },
        ],
      },
      { ref: { name: 'elsewhere' } },
    ]);
    const context: Path = ['containers', 0, 'securityContext'];
    expect(task?.at([...context, 'privileged']).line).toBe(7);
    expect(task?.at([...context, 'runAsUser']).line).toBe(14);
    expect(task?.at([...context, 'capabilities', 'add']).line).toBe(16);
    expect(task?.at([...context, 'capabilities', 'drop']).line).toBe(8);
    expect(task?.at(['containers', 0, 'volumeMounts', 1, 'name']).line).toBe(10);
  });

  test('gives each part of a custom resource one name, and its labels', () => {
    const found = pods(`apiVersion: acme.test/v1
kind: Shop
metadata: {name: a}
spec:
  podTemplate:
    metadata:
      labels:
        azure.workload.identity/use: "true"
        app: a
    spec:
      serviceAccountName: b
  server:
    podAnnotations:
      iam.amazonaws.com/role: c
    extraVolumes:
    - name: node
      hostPath: {path: /}
  containers: {app: {securityContext: {privileged: true}}}
`);
    expect(found.map(({ part }) => part)).toEqual(['podTemplate', 'server', 'containers.app']);
    const [template, server] = found;
    expect(template?.metadata).toEqual({ labels: { 'azure.workload.identity/use': 'true' } });
    expect(template?.metadataAt(['labels', 'azure.workload.identity/use']).line).toBe(8);
    expect(server?.metadataAt(['annotations', 'iam.amazonaws.com/role']).line).toBe(14);
    expect(server?.at(['volumes', 0, 'hostPath']).line).toBe(17);
    expect(found.every(({ isWhole }) => !isWhole)).toBe(true);
  });

  test.each([
    [
      'values of a chart',
      'argoproj.io/v1alpha1',
      'Application',
      '{source: {helm: {valuesObject: {hostNetwork: true}}}}',
    ],
    ['a policy of pods', 'extensions/v1beta1', 'PodSecurityPolicy', '{hostNetwork: true}'],
    ['a schema', 'acme.test/v1', 'Shop', '{openAPIV3Schema: {hostNetwork: true}}'],
    [
      'permissions',
      'operators.coreos.com/v1alpha1',
      'ClusterServiceVersion',
      '{permissions: [{serviceAccountName: a}]}',
    ],
    ['an identity of a cloud', 'acme.test/v1', 'Shop', '{node: {serviceAccount: a}, serviceAccount: a@acme.test}'],
  ])('takes no part of a pod from %s', (_, apiVersion, kind, spec) => {
    expect(pods(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`)).toEqual([]);
  });

  test('a guest has no token but by a volume of it, and what a hostDisk mounts is a path of the node', () => {
    const [machine] = pods(`apiVersion: kubevirt.io/v1
kind: VirtualMachine
metadata: {name: a}
spec:
  template:
    spec:
      volumes:
      - name: plain
      - name: disk
        hostDisk: {path: /var/x}
`);
    expect(machine?.accounts).toEqual([]);
    expect(machine?.spec).toMatchObject({
      automountServiceAccountToken: false,
      volumes: [{ hostPath: { path: '/var/x' } }],
    });
    expect(machine?.at(['volumes', 0]).line).toBe(9);
  });

  test.each([
    [
      'a patch',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {hostPID: true}}}\n',
    ],
    ['a Task', 'apiVersion: tekton.dev/v1\nkind: Task\nmetadata: {name: a}\nspec: {steps: [{image: b}]}\n'],
  ])('%s leaves the account to others', (_, text) => {
    expect(pods(text)).toHaveLength(1);
    expect(accounts(text)).toEqual([]);
  });

  test.each([
    [
      'a pattern of a policy',
      'kyverno.io/v1',
      'ClusterPolicy',
      '{validate: {pattern: {spec: {containers: [{name: "*"}]}}}}',
    ],
    ['an account that Flux deploys as', 'kustomize.toolkit.fluxcd.io/v1', 'Kustomization', '{serviceAccountName: a}'],
    [
      'a policy that only looks',
      'policy.open-cluster-management.io/v1',
      'ConfigurationPolicy',
      '{remediationAction: inform, object-templates: [{complianceType: musthave, objectDefinition: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: b}]}}}]}',
    ],
  ])('takes no pod from %s', (_, apiVersion, kind, spec) => {
    expect(pods(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`)).toEqual([]);
  });
});

describe('podChanges', () => {
  const deployment = (name: string, image: string, rest = '', more = '') =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}${more}}\nspec: {template: {spec: {containers: [{name: a, image: "${image}"}]${rest}}}}\n---\n`;
  const changes = (before: Record<string, string>, after: Record<string, string>) =>
    podChanges(resources(before).flatMap(podsOf), resources(after).flatMap(podsOf)).map(({ before: was, after: is }) =>
      [was, is]
        .map((pod) => (pod === undefined ? '-' : `${pod.resource.file} ${pod.resource.kind} ${pod.resource.name}`))
        .join(' → '),
    );

  test('says nothing of what is as it was, also where its file moved', () => {
    const text = deployment('web', 'a:1');
    expect(changes({ 'a.yaml': text }, { 'b.yaml': text })).toEqual([]);
  });

  test('pairs an object with its own former text first, and with one that moved', () => {
    expect(
      changes(
        { 'a.yaml': deployment('web', 'a:1'), 'b.yaml': deployment('web', 'a:2'), 'c.yaml': deployment('job', 'c:1') },
        { 'a.yaml': deployment('web', 'a:2'), 'b.yaml': deployment('web', 'a:3'), 'd.yaml': deployment('job', 'c:2') },
      ),
    ).toEqual([
      'a.yaml Deployment web → a.yaml Deployment web',
      'b.yaml Deployment web → b.yaml Deployment web',
      'c.yaml Deployment job → d.yaml Deployment job',
    ]);
  });

  test('follows a rename by what runs, and a change of kind by the name', () => {
    const before = { 'a.yaml': deployment('web', 'acme.test:5000/web:1') + deployment('db', 'db:1') };
    const after = {
      'a.yaml':
        deployment('shop', 'acme.test:5000/web:2', ', hostPID: true') +
        deployment('db', 'x:1').replace('Deployment', 'StatefulSet'),
    };
    expect(changes(before, after)).toEqual([
      'a.yaml Deployment web → a.yaml Deployment shop',
      'a.yaml Deployment db → a.yaml StatefulSet db',
    ]);
  });

  test('a pod of another namespace is new; one that begins to state its own is not', () => {
    const plain = deployment('web', 'a:1');
    const inShop = deployment('web', 'a:1', '', ', namespace: shop');
    const inDev = deployment('web', 'a:1', '', ', namespace: dev');
    expect(changes({ 'a.yaml': inShop }, { 'b.yaml': inDev })).toEqual([
      '- → b.yaml Deployment web',
      'a.yaml Deployment web → -',
    ]);
    expect(changes({ 'a.yaml': plain }, { 'a.yaml': inDev })).toEqual([
      'a.yaml Deployment web → a.yaml Deployment web',
    ]);
  });
});
