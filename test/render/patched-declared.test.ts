import { expect, test } from '@jest/globals';
import type { Texts } from './delivered.ts';
import {
  account,
  application,
  applicationSet,
  type Changed,
  deploy,
  enforce,
  files,
  flux,
  k,
  merge,
  op,
  patched,
  release,
  sources,
} from './patched.ts';

/** As `patched` shows it. */
const cases: readonly (readonly [string, readonly string[], Texts, Changed, (readonly string[])?, string?])[] = [
  ['what is rendered', [], files, k(op(2)), ['k/kustomization.yaml']],
  ['a merge in what is rendered', ['= k/kustomization.yaml here'], files, k(merge('2')), ['k/kustomization.yaml']],
  [
    'a merge by a target in what is rendered',
    ['= k/kustomization.yaml here'],
    files,
    k(merge('2').replace('- patch', '- target: {name: a}\n  patch')),
    ['k/kustomization.yaml'],
  ],
  [
    'a merge by a target with a namespace in what is rendered',
    ['= k/kustomization.yaml here'],
    files,
    k(merge('2').replace('- patch', '- target: {name: a, namespace: shop}\n  patch')),
    ['k/kustomization.yaml'],
  ],
  [
    'a merge by a target that may meet it in what is rendered',
    [],
    files,
    k(merge('2').replace('- patch', '- target: {name: a, labelSelector: a in (b)}\n  patch')),
    ['k/kustomization.yaml'],
  ],
  [
    'what is rendered, of something that is not here',
    ['+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} k/kustomization.yaml:5 (patch)'],
    files,
    k(op(2, '{kind: Pod, name: p}')),
    ['k/kustomization.yaml'],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: q}\n---\napiVersion: v1\nkind: Deployment\nmetadata: {name: p}\n',
  ],
  [
    'what is rendered, with the object',
    [],
    files,
    k(op(2, '{kind: Pod, name: p}')),
    ['k/kustomization.yaml'],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: q}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: x-p-y}\n',
  ],
  [
    'what is rendered, with an object of the kind',
    [],
    files,
    k(op(2, '{kind: Pod}')),
    ['k/kustomization.yaml'],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: q}\n',
  ],
  [
    'what is rendered, with the object elsewhere',
    ['+ stated Pod one/p {"spec":{"containers":[{"name":"*"}]},"x":2} k/kustomization.yaml:5 (patch)'],
    files,
    k(op(2, '{kind: Pod, name: p, namespace: one}')),
    ['k/kustomization.yaml'],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: two}\n',
  ],
  [
    'what is not rendered, with the object',
    ['+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} k/kustomization.yaml:5 (patch)'],
    files,
    k(op(2, '{kind: Pod, name: p}')),
    [],
    'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n',
  ],
  [
    'a patch of a delivery of Flux',
    ['- ServiceAccount /a {"x":1} r.yaml:4', '+ ServiceAccount /a {"x":2} r.yaml:10', '!  k/a.yaml changed'],
    { ...flux(), 'k/a.yaml': account() },
    flux(op(2)),
  ],
  [
    'a patch of a delivery of Flux that is gone',
    ['- ServiceAccount /a {"x":2} r.yaml:10', '+ ServiceAccount /a {"x":1} r.yaml:4', '!  k/a.yaml changed'],
    { ...flux(op(2)), 'k/a.yaml': account() },
    flux(),
  ],
  [
    'another patch of a delivery of Flux',
    ['- ServiceAccount /a {"x":2} r.yaml:10', '+ ServiceAccount /a {"x":3} r.yaml:10', '!  k/a.yaml changed'],
    { ...flux(op(2)), 'k/a.yaml': account() },
    flux(op(3)),
  ],
  [
    'a patch of a delivery of Flux of a kustomization',
    ['- ServiceAccount /a {"x":2} r.yaml:4', '+ ServiceAccount /a {"x":3} r.yaml:10', '!  k/a.yaml changed'],
    { ...flux(), ...files, ...k(op(2)) },
    flux(op(3)),
  ],
  [
    'labels of a delivery of Flux',
    [
      '- Deployment /d {"spec":{"template":{"spec":{"containers":[]}}}} r.yaml:4',
      '+ Deployment /d {"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"privileged"},"annotations":{"iam.gke.io/x":"v"}},"spec":{"template":{"spec":{"containers":[]}}}} r.yaml:9',
      '!  k/a.yaml changed',
    ],
    { ...flux(), 'k/a.yaml': deploy },
    flux(`commonMetadata:\n  labels: ${enforce}\n  annotations: {iam.gke.io/x: v}\n`),
  ],
  [
    'a patch of what a delivery of Flux does not have here',
    ['+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} r.yaml:10 (patch)'],
    { ...flux(), 'k/a.yaml': account() },
    flux(op(2, '{kind: Pod, name: p}')),
  ],
  [
    'a new delivery of Flux with a patch',
    ['- ServiceAccount /a {"x":1} r.yaml:4', '+ ServiceAccount /a {"x":2} r.yaml:10', '!  k/a.yaml changed'],
    { 'k/a.yaml': account() },
    flux(op(2)),
  ],
  [
    'a post-renderer of Flux',
    ['+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} r.yaml:6 (patch)'],
    { 'r.yaml': release('[]') },
    {
      'r.yaml': release(
        '[{kustomize: {patches: []}}, {kustomize: {patches: [{target: {kind: Pod, name: p}, patch: "[{op: add, path: /x, value: 2}]"}]}}]',
      ),
    },
  ],
  [
    'an Application',
    ['- ServiceAccount /a {"x":1} r.yaml:4', '+ ServiceAccount /a {"x":2} r.yaml:9', '!  k/a.yaml changed'],
    { 'r.yaml': application('{}'), 'k/a.yaml': account(), ...k('') },
    { 'r.yaml': application('{patches: [{target: {name: a}, patch: "[{op: add, path: /x, value: 2}]"}]}') },
  ],
  [
    'an Application of several sources',
    ['- ServiceAccount /a {"x":1} r.yaml:4', '+ ServiceAccount /a {"x":2} r.yaml:9', '!  k/a.yaml changed'],
    { 'r.yaml': sources('{}'), 'k/a.yaml': account(), ...k('') },
    { 'r.yaml': sources('{patches: [{target: {name: a}, patch: "[{op: add, path: /x, value: 2}]"}]}') },
  ],
  [
    'an ApplicationSet',
    ['+ stated Pod /p {"spec":{"containers":[{"name":"*"}]},"x":2} r.yaml:8 (patch)'],
    { 'r.yaml': applicationSet('{}') },
    {
      'r.yaml': applicationSet('{patches: [{target: {kind: Pod, name: p}, patch: "[{op: add, path: /x, value: 2}]"}]}'),
    },
  ],
  [
    'another kind',
    [],
    { 'r.yaml': flux()['r.yaml'].replace('kind: Kustomization', 'kind: Other') },
    { 'r.yaml': flux(op(2, '{kind: Pod, name: p}'))['r.yaml'].replace('kind: Kustomization', 'kind: Other') },
  ],
  [
    'another group',
    [],
    { 'r.yaml': flux()['r.yaml'].replace('kustomize.toolkit.fluxcd.io/v1', 'x/v1') },
    { 'r.yaml': flux(op(2, '{kind: Pod, name: p}'))['r.yaml'].replace('kustomize.toolkit.fluxcd.io/v1', 'x/v1') },
  ],
  [
    'a file that is no longer taken in',
    ['- ServiceAccount /b {"x":1} k/kustomization.yaml:1', '! k k/b.yaml deleted'],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
    k(''),
  ],
  [
    'a file that is no longer taken in, and is gone',
    [],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
    { ...k(''), 'k/b.yaml': undefined },
  ],
  [
    'a file that is no longer taken in, and is another',
    [],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
    { ...k(''), 'k/b.yaml': account('b', 'x: 2\n') },
  ],
  [
    'a file that is no longer taken in with its patch',
    ['- ServiceAccount /b {"x":2} k/kustomization.yaml:1', '! k k/b.yaml deleted'],
    { ...files, ...k(op(2, '{name: b}'), 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
    k(''),
  ],
  [
    'a file that is no longer taken in, for one with the same object',
    [
      '- ServiceAccount /b {"x":1} k/kustomization.yaml:1',
      '+ ServiceAccount /b {"x":2} k/kustomization.yaml:1',
      '! k k/b.yaml changed',
    ],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b'), 'k/c.yaml': account('b', 'x: 2\n') },
    k('', 'a.yaml, c.yaml'),
  ],
  [
    'a folder that is no longer taken in',
    ['- ServiceAccount /b {"x":2} k/kustomization.yaml:1', '! k l/b.yaml deleted'],
    {
      ...files,
      ...k('', 'a.yaml, ../l'),
      'l/kustomization.yaml': `resources: [b.yaml]\n${op(2, '{name: b}')}`,
      'l/b.yaml': account('b'),
    },
    k(''),
  ],
  [
    'a file that another kustomization of the scope takes in',
    [],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b'), 'k/l/kustomization.yaml': 'resources: []\n' },
    { ...k(''), 'k/l/kustomization.yaml': 'resources: [../b.yaml]\n' },
  ],
  [
    'a file that a kustomization of another scope takes in',
    ['- ServiceAccount /b {"x":1} k/kustomization.yaml:1', '! k k/b.yaml deleted'],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b'), 'l/kustomization.yaml': 'resources: []\n' },
    { ...k(''), 'l/kustomization.yaml': 'resources: [../k/b.yaml]\n' },
  ],
  [
    'a file that comes in by a folder',
    [],
    {
      ...files,
      ...k('', 'a.yaml, b/b.yaml'),
      'k/b/b.yaml': account('b'),
      'k/b/kustomization.yaml': 'resources: [b.yaml]\n',
    },
    k('', 'a.yaml, b'),
  ],
  [
    'a file that is no longer taken in, of a role',
    [],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: b}\n' },
    k(''),
  ],
  [
    'a file that is no longer taken in, where it is rendered',
    [],
    { ...files, ...k('', 'a.yaml, b.yaml'), 'k/b.yaml': account('b') },
    k(''),
    ['k/kustomization.yaml'],
  ],
  ['a kustomization that is gone', [], files, { 'k/kustomization.yaml': undefined }],
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))(
  'what deliveries lay over objects, and what is no longer taken in: $name',
  ({ rest }) => {
    const [expected, before, changed, covered, rendered] = rest;
    expect(patched(before, changed, covered, rendered)).toEqual(expected);
  },
);
