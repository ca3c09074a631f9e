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
  'what a kustomization newly lays over objects of all kinds: $name',
  ({ rest }) => {
    const [expected, before, changed, covered, rendered] = rest;
    expect(patched(before, changed, covered, rendered)).toEqual(expected);
  },
);
