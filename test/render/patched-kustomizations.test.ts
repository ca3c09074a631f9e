import { expect, test } from '@jest/globals';
import type { Texts } from './delivered.ts';
import {
  account,
  type Changed,
  deploy,
  enforce,
  files,
  k,
  kustomization,
  merge,
  ns,
  op,
  patched,
  remote,
} from './patched.ts';

/** As `patched` shows it. */
const cases: readonly (readonly [string, readonly string[], Texts, Changed, (readonly string[])?, string?])[] = [
  [
    'a new patch by a target',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    files,
    k(op(2)),
  ],
  [
    'a new patch that names its object',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:7',
      '! k k/a.yaml changed',
      '= k/kustomization.yaml here',
    ],
    files,
    k(merge('2')),
  ],
  [
    'another value',
    [
      '- ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '+ ServiceAccount /a {"x":3} k/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    { ...files, ...k(op(2)) },
    k(op(3)),
  ],
  [
    'a patch that is gone',
    [
      '- ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '+ ServiceAccount /a {"x":1} k/kustomization.yaml:1',
      '! k k/a.yaml changed',
    ],
    { ...files, ...k(op(2)) },
    k(''),
  ],
  ['the same patch', ['= k/kustomization.yaml elsewhere'], { ...files, ...k(op(2)) }, k(`${op(2)}namePrefix: p\n`)],
  [
    'a patch that deletes',
    ['- ServiceAccount /a {"x":1} k/kustomization.yaml:4', '! k k/a.yaml deleted', '= k/kustomization.yaml here'],
    files,
    k(merge('2\n    $patch: delete')),
  ],
  [
    'a patch that no longer deletes',
    ['+ ServiceAccount /a {"x":1} k/kustomization.yaml:1', '! k k/a.yaml changed', '= k/kustomization.yaml here'],
    { ...files, ...k(merge('2\n    $patch: delete')) },
    k(''),
  ],
  [
    'a patch for another name',
    ['+ stated ServiceAccount /b {"x":2} k/kustomization.yaml:5 (patch)'],
    files,
    k(op(2, '{kind: ServiceAccount, name: b}')),
  ],
  [
    'a patch for another kind',
    [
      '+ stated Deployment /* {"spec":{"template":{"spec":{"containers":[{"name":"*"}]}}},"x":2} k/kustomization.yaml:5 (patch)',
    ],
    files,
    k(op(2, '{kind: Deployment}')),
  ],
  [
    'a patch for two of three',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '- ServiceAccount /ab {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '+ ServiceAccount /ab {"x":2} k/kustomization.yaml:5',
      '! k k/a.yaml changed',
      '! k k/a.yaml changed',
    ],
    { ...files, 'k/a.yaml': ['b', 'a', 'ab'].map((each) => account(each)).join('---\n') },
    k(op(2, '{name: a.*}')),
  ],
  [
    'two patches in their order',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":3} k/kustomization.yaml:8',
      '! k k/a.yaml changed',
    ],
    files,
    k(`${op(2)}${op(3).replace('patches:\n', '')}`),
  ],
  [
    'a patch in a file',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/p.yaml:4',
      '! k k/a.yaml changed',
      '= k/p.yaml here',
    ],
    { ...files, 'k/p.yaml': account('a', 'x: 2\n') },
    k('patches:\n- path: p.yaml\n'),
  ],
  [
    'a patch in the older list',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/p.yaml:4',
      '! k k/a.yaml changed',
      '= k/p.yaml here',
    ],
    { ...files, 'k/p.yaml': account('a', 'x: 2\n') },
    k('patchesStrategicMerge: [p.yaml]\n'),
  ],
  [
    'a patch in place in the older list',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2,"z":3} k/kustomization.yaml:7',
      '! k k/a.yaml changed',
      '= k/kustomization.yaml here',
    ],
    files,
    k(
      "patchesStrategicMerge:\n- |-\n  apiVersion: v1\n  kind: ServiceAccount\n  metadata: {name: a}\n  x: 2\n- '{apiVersion: v1, kind: ServiceAccount, metadata: {name: a}, z: 3}'\n",
    ),
  ],
  [
    'operations in the oldest list',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    files,
    k(op(2).replace('patches', 'patchesJson6902')),
  ],
  [
    'the file of a patch',
    [
      '- ServiceAccount /a {"x":2} k/p.yaml:4',
      '+ ServiceAccount /a {"x":3} k/p.yaml:4',
      '! k k/a.yaml changed',
      '= k/p.yaml here',
    ],
    { ...files, ...k('patches:\n- path: p.yaml\n'), 'k/p.yaml': account('a', 'x: 2\n') },
    { 'k/p.yaml': account('a', 'x: 3\n') },
  ],
  [
    'a patch that is in another file now',
    ['= k/p.yaml here', '= k/p.yaml elsewhere', '= k/q.yaml here', '= k/q.yaml elsewhere'],
    { ...files, ...k('patches:\n- path: p.yaml\n'), 'k/p.yaml': account('a', 'x: 2\n') },
    { ...k('patches:\n- path: q.yaml\n'), 'k/p.yaml': undefined, 'k/q.yaml': account('a', 'x: 2\n') },
  ],
  [
    'a patch of a component',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:1',
      '+ ServiceAccount /a {"x":2} c/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    { ...files, ...k('components: [../c]\n'), 'c/kustomization.yaml': 'kind: Component\n' },
    { 'c/kustomization.yaml': `kind: Component\n${op(2)}` },
  ],
  [
    'a component before the patch of who takes it in',
    [
      '- ServiceAccount /a {"x":3} k/kustomization.yaml:6',
      '+ ServiceAccount /a {"x":3} k/kustomization.yaml:6',
      '! k k/a.yaml changed',
      '= k/kustomization.yaml elsewhere',
    ],
    { ...files, ...k(`components: [../c]\n${op(3)}`), 'c/kustomization.yaml': 'kind: Component\n' },
    { 'c/kustomization.yaml': `kind: Component\n${op(2)}` },
  ],
  [
    'a component that two take in',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:1',
      '+ ServiceAccount /a {"x":2} c/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    {
      ...files,
      ...k('components: [../c]\n'),
      'l/kustomization.yaml': 'resources: [../k/a.yaml]\ncomponents: [../c]\n',
      'c/kustomization.yaml': 'kind: Component\n',
    },
    { 'c/kustomization.yaml': `kind: Component\n${op(2)}` },
  ],
  [
    'a component that nothing takes in',
    ['+ stated ServiceAccount /a {"x":2} c/kustomization.yaml:5 (patch)'],
    { 'c/kustomization.yaml': 'kind: Component\n' },
    { 'c/kustomization.yaml': `kind: Component\n${op(2)}` },
  ],
  [
    'a folder with a patch of its own',
    [
      '- ServiceAccount /a {"x":2} l/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":3} l/kustomization.yaml:5',
      '! l k/a.yaml changed',
    ],
    { ...files, ...k(op(2)), 'l/kustomization.yaml': 'resources: [../k]\n' },
    { 'l/kustomization.yaml': `resources: [../k]\n${op(3)}` },
  ],
  [
    'a patch inside, below another',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '! k k/a.yaml changed',
    ],
    { ...files, 'l/kustomization.yaml': `resources: [../k]\n${op(3)}` },
    k(op(2)),
  ],
  [
    'a circle',
    [
      '- ServiceAccount /a {"x":1} l/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":3} l/kustomization.yaml:5',
      '! l k/a.yaml changed',
    ],
    { ...files, ...k('', 'a.yaml, ../l'), 'l/kustomization.yaml': 'resources: [../k]\n' },
    { 'l/kustomization.yaml': `resources: [../k]\n${op(3)}` },
  ],
  [
    'an object that is new with its patch',
    [
      '- stated ServiceAccount /b {"x":1} k/kustomization.yaml:2',
      '+ stated ServiceAccount /b {"x":2} k/kustomization.yaml:5',
    ],
    files,
    { ...k(op(2, '{name: b}'), 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
  ],
  [
    'an object that is in another file now',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '! k k/b.yaml changed',
    ],
    files,
    { ...k(op(2), 'b.yaml'), 'k/a.yaml': undefined, 'k/b.yaml': account() },
  ],
  [
    'a role and a secret',
    [],
    {
      ...files,
      'k/a.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\n',
    },
    k(op(2, '{name: a}')),
  ],
  [
    'labels for all',
    [
      '- Namespace /shop {"metadata":{"labels":{}}} k/kustomization.yaml:1',
      '- Deployment /d {"spec":{"template":{"spec":{"containers":[]}}}} k/kustomization.yaml:1',
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:1',
      '+ Namespace /shop {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"},"annotations":{"iam.gke.io/x":"v"}}} k/kustomization.yaml:3',
      '+ Deployment /d {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"},"annotations":{"iam.gke.io/x":"v"}},"spec":{"template":{"spec":{"containers":[]},"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"},"annotations":{"iam.gke.io/x":"v"}}}}} k/kustomization.yaml:3',
      '+ ServiceAccount /a {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"},"annotations":{"iam.gke.io/x":"v"}},"x":1} k/kustomization.yaml:3',
      '! k k/a.yaml changed',
      '! k k/a.yaml changed',
      '! k k/a.yaml changed',
    ],
    { ...files, 'k/a.yaml': `${ns()}---\n${deploy}---\n${account()}` },
    k(`commonLabels: ${enforce}\ncommonAnnotations: {iam.gke.io/x: v, other: z}\n`),
  ],
  [
    'labels of which some are for templates',
    [
      '- Deployment /d {"spec":{"template":{"spec":{"containers":[]}}}} k/kustomization.yaml:1',
      '+ Deployment /d {"metadata":{"labels":{"azure.workload.identity/use":"true","aadpodidbinding":"b","openshift.io/run-level":"c"}},"spec":{"template":{"spec":{"containers":[]},"metadata":{"labels":{"aadpodidbinding":"b","openshift.io/run-level":"c"}}}}} k/kustomization.yaml:6',
      '! k k/a.yaml changed',
    ],
    { ...files, 'k/a.yaml': deploy },
    k(
      'labels:\n- pairs: {azure.workload.identity/use: "true"}\n- pairs: {aadpodidbinding: b}\n  includeTemplates: true\n- pairs: {openshift.io/run-level: c}\n  includeSelectors: true\n- pairs: {app: d}\n',
    ),
  ],
  [
    'labels of a job',
    [
      '- CronJob /c {"spec":{"jobTemplate":{"spec":{"template":{"spec":{}}}}}} k/kustomization.yaml:1',
      '+ CronJob /c {"metadata":{"labels":{"aadpodidbinding":"b"}},"spec":{"jobTemplate":{"spec":{"template":{"spec":{},"metadata":{"labels":{"aadpodidbinding":"b"}}}}}}} k/kustomization.yaml:2',
      '! k k/a.yaml changed',
    ],
    {
      ...files,
      'k/a.yaml':
        'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec: {jobTemplate: {spec: {template: {spec: {}}}}}\n',
    },
    k('commonLabels: {aadpodidbinding: b}\n'),
  ],
  ['labels that say nothing', [], files, k('commonLabels: {app: a}\n')],
  [
    'a namespace that is not here',
    [
      '- stated Namespace /shop {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"restricted"}}} k/kustomization.yaml:2 (patch) (assumed)',
      '+ stated Namespace /shop {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"}}} k/kustomization.yaml:4 (patch)',
      '= k/kustomization.yaml elsewhere',
    ],
    { 'k/kustomization.yaml': kustomization('', remote) },
    k(
      merge('2', 'shop', 'Namespace')
        .replace('x: 2', `metadata: {name: shop, labels: ${enforce}}`)
        .replace('metadata: {name: shop}\n    ', ''),
      remote,
    ),
  ],
  [
    'a namespace that is not here, and another label',
    ['+ stated Namespace /shop {"x":2} k/kustomization.yaml:7 (patch)', '= k/kustomization.yaml elsewhere'],
    { 'k/kustomization.yaml': kustomization('', remote) },
    k(merge('2', 'shop', 'Namespace'), remote),
  ],
  [
    'a namespace that nothing else can have',
    ['+ stated Namespace /shop {"x":2} k/kustomization.yaml:7 (patch)'],
    { 'k/kustomization.yaml': kustomization('', 'a.yaml'), 'k/a.yaml': account() },
    k(merge('2', 'shop', 'Namespace')),
  ],
  [
    'a workload that is not here',
    [
      '+ stated Deployment shop/d {"spec":{"template":{"spec":{"initContainers":[{"name":"i","image":"j"}],"containers":[{"name":"*"}],"hostPID":true}}}} k/kustomization.yaml:4 (patch)',
      '= k/kustomization.yaml elsewhere',
    ],
    { 'k/kustomization.yaml': kustomization('', remote) },
    k(
      'patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: d, namespace: shop}\n    spec: {template: {spec: {hostPID: true, initContainers: [{name: i, image: j}]}}}\n',
      remote,
    ),
  ],
  [
    'a workload of a target that is not here',
    [
      '+ stated Deployment shop/* {"spec":{"template":{"spec":{"containers":[{"name":"*"}],"hostPID":true}}}} k/kustomization.yaml:5 (patch)',
    ],
    { 'k/kustomization.yaml': kustomization('', remote) },
    k(
      'patches:\n- target: {kind: Deployment, namespace: shop}\n  patch: |-\n    - {op: add, path: /spec/template/spec/hostPID, value: true}\n',
      remote,
    ),
  ],
  [
    'another patch of a workload that is not here',
    [
      '- stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} k/kustomization.yaml:5 (patch)',
      '+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":3} k/kustomization.yaml:5 (patch)',
    ],
    { 'k/kustomization.yaml': kustomization(op(2, '{kind: Pod, name: p}'), remote) },
    k(op(3, '{kind: Pod, name: p}'), remote),
  ],
  [
    'a patch that is gone of a workload that is not here',
    [
      '- stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} k/kustomization.yaml:5 (patch)',
      '+ stated Pod /p {"spec":{"containers":[{"name":"*"}]}} k/kustomization.yaml:1 (patch)',
    ],
    { 'k/kustomization.yaml': kustomization(op(2, '{kind: Pod, name: p}'), remote) },
    k('', remote),
  ],
  [
    'a patch of a workload that is gone',
    [],
    {
      'k/kustomization.yaml': kustomization(op(2, '{kind: Pod, name: p}')),
      'k/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {}\n',
    },
    { ...k('', 'b.yaml'), 'k/a.yaml': undefined, 'k/b.yaml': account() },
  ],
  [
    'kinds that are not known',
    ['+ stated Other /o {"x":2} k/kustomization.yaml:11 (patch)'],
    { 'k/kustomization.yaml': kustomization('', remote) },
    k(
      `${op(2, '{kind: Thing}')}${op(2, '{kind: Pod|Job}').slice(9)}${op(2, '{group: g.io, version: v1, kind: Other, name: o}').slice(9)}`,
      remote,
    ),
  ],
  [
    'a folder that is called otherwise',
    [
      '- ServiceAccount /a {"x":2} old/k/p.yaml:4',
      '+ ServiceAccount /a {"x":3} new/k/p.yaml:4',
      '! new new/k/a.yaml changed',
      '= old/k/p.yaml here',
      '= new/k/p.yaml here',
    ],
    {
      'old/k/kustomization.yaml': kustomization('patches:\n- path: p.yaml\n'),
      'old/k/a.yaml': account(),
      'old/k/p.yaml': account('a', 'x: 2\n'),
    },
    {
      'old/k/kustomization.yaml': undefined,
      'old/k/a.yaml': undefined,
      'old/k/p.yaml': undefined,
      'new/k/kustomization.yaml': kustomization('patches:\n- path: p.yaml\n'),
      'new/k/a.yaml': account(),
      'new/k/p.yaml': account('a', 'x: 3\n'),
    },
  ],
  [
    'a folder that is elsewhere',
    [
      '- stated ServiceAccount /a {"x":1} new/l/kustomization.yaml:2',
      '+ stated ServiceAccount /a {"x":3} new/l/p.yaml:4',
      '= new/l/p.yaml here',
    ],
    {
      'old/k/kustomization.yaml': kustomization('patches:\n- path: p.yaml\n'),
      'old/k/a.yaml': account(),
      'old/k/p.yaml': account('a', 'x: 2\n'),
    },
    {
      'old/k/kustomization.yaml': undefined,
      'old/k/a.yaml': undefined,
      'old/k/p.yaml': undefined,
      'new/l/kustomization.yaml': kustomization('patches:\n- path: p.yaml\n'),
      'new/l/a.yaml': account(),
      'new/l/p.yaml': account('a', 'x: 3\n'),
    },
  ],
  [
    'patches for two objects',
    [
      '- ServiceAccount /a {"x":1} k/kustomization.yaml:2',
      '- ServiceAccount /c {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount /a {"x":2} k/kustomization.yaml:5',
      '+ ServiceAccount /c {"x":3} k/kustomization.yaml:8',
      '! k k/a.yaml changed',
      '! k k/a.yaml changed',
    ],
    { ...files, 'k/a.yaml': `${account()}---\n${account('b')}---\n${account('c')}` },
    k(`${op(2)}${op(3, '{name: c}').slice(9)}`),
  ],
  [
    'a patch for an object of a namespace',
    [
      '- ServiceAccount two/a {"x":1} k/kustomization.yaml:2',
      '+ ServiceAccount two/a {"x":2} k/kustomization.yaml:7',
      '! k k/a.yaml changed',
      '= k/kustomization.yaml here',
    ],
    {
      ...files,
      'k/a.yaml': `${account().replace('name: a', 'name: a, namespace: one')}---\n${account().replace('name: a', 'name: a, namespace: two')}`,
    },
    k(merge('2').replace('name: a', 'name: a, namespace: two')),
  ],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))(
  'what a kustomization newly lays over objects: $name',
  ({ rest }) => {
    const [expected, before, changed, covered, rendered] = rest;
    expect(patched(before, changed, covered, rendered)).toEqual(expected);
  },
);
