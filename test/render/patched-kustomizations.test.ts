import { expect, test } from '@jest/globals';
import type { Texts } from './delivered.ts';
import { account, type Changed, files, k, merge, op, patched } from './patched.ts';

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
];

test.each(cases.map(([name, ...rest]) => ({ name, rest })))(
  'what a kustomization newly lays over objects: $name',
  ({ rest }) => {
    const [expected, before, changed, covered, rendered] = rest;
    expect(patched(before, changed, covered, rendered)).toEqual(expected);
  },
);
