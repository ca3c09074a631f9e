import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { json } from '../../src/plain-values.ts';
import { asDelivered } from '../../src/render/patched/as-delivered.ts';
import { PatchedResource } from '../../src/render/patched/patched-resource.ts';
import { placing } from '../../src/render/patched/placing.ts';
import { changeOf, limits, objectsOf, type Texts } from './delivered.ts';
import { account, type Changed, flux, k, merge, op } from './patched.ts';

/** What of the objects of touched files is otherwise as it is delivered. */
function delivered(files: Texts, changed: Changed, plain: readonly string[] = []): readonly string[] {
  const { sides, touched } = changeOf(files, changed);
  const found = asDelivered(touched, sides, (file) => plain.includes(file), limits);
  return (['before', 'after'] as const).flatMap((side) =>
    touched.flatMap((file) =>
      (file[side]?.resources ?? []).flatMap((each) => {
        const { apiVersion: _, kind: __, metadata: ___, ...rest } = found.get(each)?.value ?? {};
        return found.has(each) ? [`${side} ${each.name} ${json(rest)}`] : [];
      }),
    ),
  );
}

const more = account('a', 'x: 1\nw: 2\n');
const touch = { 'k/a.yaml': more };
const base = { 'k/a.yaml': account() };
const ops = (list: string, target = '{kind: ServiceAccount, name: a}') =>
  `patches:\n- target: ${target}\n  patch: |-\n    ${list}\n`;
const withLists = account('a', 'x: 1\nl: [1, 2]\nm: {a/b: 1, "c~d": 2}\n');
const over = (folder: string, text: string) => ({ [`${folder}/kustomization.yaml`]: text });

/** What is otherwise, before and after. */
const cases: readonly (readonly [string, readonly string[], Texts, Changed, (readonly string[])?])[] = [
  ['a patch', ['before a {"x":2}', 'after a {"x":2,"w":2}'], { ...base, ...k(op(2)) }, touch],
  ['a merge', ['before a {"x":2}', 'after a {"x":2,"w":2}'], { ...base, ...k(merge('2')) }, touch],
  ['a merge of another version', [], { ...base, ...k(merge('2').replace('apiVersion: v1', 'apiVersion: v2')) }, touch],
  ['a merge of another kind', [], { ...base, ...k(merge('2', 'a', 'Pod')) }, touch],
  ['a merge of another name', [], { ...base, ...k(merge('2', 'b')) }, touch],
  [
    'a merge of another namespace',
    [],
    { ...base, ...k(merge('2').replace('name: a', 'name: a, namespace: one')) },
    touch,
  ],
  [
    'a merge of the default namespace',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k(merge('2').replace('name: a', 'name: a, namespace: default')) },
    touch,
  ],
  ['a merge that deletes', [], { ...base, ...k(merge('2\n    $patch: delete')) }, touch],
  ['a merge that says the same', [], { ...base, ...k(merge('1')) }, touch],
  ['a patch that the change makes', [], { ...base, ...k('') }, { ...touch, ...k(op(2)) }],
  ['a patch that the change takes away', [], { ...base, ...k(op(2)) }, { ...touch, ...k('') }],
  ['another patch', [], { ...base, ...k(op(2)) }, { ...touch, ...k(op(3)) }],
  ['no kustomization', [], base, touch],
  ['what is delivered plainly as well', [], { ...base, ...k(op(2)) }, touch, ['k/a.yaml']],
  [
    'a folder that takes in the file from outside',
    [],
    { 'k/a.yaml': account(), ...over('l', `resources: [../k/a.yaml]\n${op(2)}`) },
    touch,
  ],
  [
    'two that take it in',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k(''), ...over('l', `resources: [../k]\n${op(2)}`), ...over('m', `resources: [../k]\n${op(2)}`) },
    touch,
  ],
  [
    'two of which one has a patch',
    [],
    { ...base, ...k(''), ...over('l', `resources: [../k]\n${op(2)}`), ...over('m', 'resources: [../k]\n') },
    touch,
  ],
  [
    'two of which the other has a patch',
    [],
    { ...base, ...k(''), ...over('l', 'resources: [../k]\n'), ...over('m', `resources: [../k]\n${op(2)}`) },
    touch,
  ],
  [
    'two with other patches',
    [],
    { ...base, ...k(''), ...over('l', `resources: [../k]\n${op(2)}`), ...over('m', `resources: [../k]\n${op(3)}`) },
    touch,
  ],
  [
    'one inside another',
    ['before a {"x":3}', 'after a {"x":3,"w":2}'],
    { ...base, ...k(op(2)), ...over('l', `resources: [../k]\n${op(3)}`) },
    touch,
  ],
  [
    'a component',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k('components: [../c]\n'), ...over('c', `kind: Component\n${op(2)}`) },
    touch,
  ],
  [
    'a component that the change takes in',
    [],
    { ...base, ...k(''), ...over('c', `kind: Component\n${op(2)}`) },
    { ...touch, ...k('components: [../c]\n') },
  ],
  [
    'a file of a component',
    [],
    {
      'c/a.yaml': account(),
      ...k('components: [../c]\n', ''),
      ...over('c', `kind: Component\nresources: [a.yaml]\n${op(2)}`),
    },
    { 'c/a.yaml': more },
  ],
  [
    'a component that is elsewhere',
    [],
    { ...base, ...k(`components: [https://example.org/c?ref=v1]\n${op(2)}`) },
    touch,
  ],
  [
    'replacements of a component',
    [],
    { ...base, ...k(`components: [../c]\n${op(2)}`), ...over('c', 'kind: Component\nreplacements: []\n') },
    touch,
  ],
  [
    'replacements further out',
    [],
    { ...base, ...k(op(2)), ...over('l', 'resources: [../k]\nreplacements: []\n') },
    touch,
  ],
  ['a circle', [], { ...base, ...k(op(2), 'a.yaml, ../l'), ...over('l', 'resources: [../k]\n') }, touch],
  [
    'a prefix that a patch further out names',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k('namePrefix: p-\nnameSuffix: -s\n'), ...over('l', `resources: [../k]\n${merge('2', 'p-a-s')}`) },
    touch,
  ],
  [
    'the name before a prefix',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k('namePrefix: p-\n'), ...over('l', `resources: [../k]\n${merge('2')}`) },
    touch,
  ],
  [
    'a name in between',
    [],
    {
      ...base,
      ...k('namePrefix: p-\n'),
      ...over('l', 'resources: [../k]\nnamePrefix: q-\n'),
      ...over('m', `resources: [../l]\n${merge('2', 'p-a')}`),
    },
    touch,
  ],
  [
    'a namespace that a patch further out names',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    {
      ...base,
      ...k('namespace: one\n'),
      ...over('l', `resources: [../k]\n${merge('2').replace('name: a', 'name: a, namespace: one')}`),
    },
    touch,
  ],
  [
    'a namespace that is another further in',
    [],
    {
      ...base,
      ...k('namespace: one\n'),
      ...over('l', `resources: [../k]\n${merge('2').replace('name: a', 'name: a, namespace: two')}`),
    },
    touch,
  ],
  [
    'a patch for many',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k(op(2, '{kind: ".*Account", name: a|b, version: v1}')) },
    touch,
  ],
  ['a patch for another version', [], { ...base, ...k(op(2, '{kind: ServiceAccount, version: v2}')) }, touch],
  [
    'a patch by labels that are not known',
    [],
    { ...base, ...k(op(2, '{kind: ServiceAccount, labelSelector: a in (b)}')) },
    touch,
  ],
  ['a patch that copies', [], { ...base, ...k(`${op(2)}${ops('- {op: copy, from: /x, path: /z}').slice(9)}`) }, touch],
  ['a delivery of Flux', ['before a {"x":2}', 'after a {"x":2,"w":2}'], { ...base, ...k(op(2)), ...flux() }, touch],
  [
    'a delivery of Flux with a patch',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k(op(2)), ...flux(op(3)) },
    touch,
  ],
  [
    'a delivery of Flux with a patch that copies',
    [],
    { ...base, ...k(op(2)), ...flux('patches: [{patch: "[{op: move, from: /x, path: /z}]"}]\n') },
    touch,
  ],
  [
    'a delivery of Flux with components',
    [],
    { ...base, ...k(op(2)), ...flux('components: [../c]\n'), ...over('c', 'kind: Component\n') },
    touch,
  ],
  ['a delivery of Flux that delivers the folder plainly', [], { ...base, ...flux(op(2)) }, touch],
  [
    'an index',
    ['before a {"x":1,"l":[3,1,2],"m":{"a/b":1,"c~d":2}}', 'after a {"x":1,"l":[3,1,2],"m":{"a/b":1,"c~d":2},"w":2}'],
    { 'k/a.yaml': withLists, ...k(ops('- {op: add, path: /l/0, value: 3}')) },
    { 'k/a.yaml': `${withLists}w: 2\n` },
  ],
  [
    'an index, with a patch that may come before',
    ['before a {"x":2,"l":[1,2],"m":{"a/b":1,"c~d":2}}', 'after a {"x":2,"l":[1,2],"m":{"a/b":1,"c~d":2},"w":2}'],
    { 'k/a.yaml': withLists, ...k(`${ops('- {op: add, path: /l/0, value: 3}')}${op(2).slice(9)}`), ...flux(op(3)) },
    { 'k/a.yaml': `${withLists}w: 2\n` },
  ],
  [
    'an index that the change newly has another patch with',
    ['before a {"x":2,"l":[3,1,2],"m":{"a/b":1,"c~d":2}}', 'after a {"x":2,"l":[1,2],"m":{"a/b":1,"c~d":2},"w":2}'],
    { 'k/a.yaml': withLists, ...k(`${ops('- {op: add, path: /l/0, value: 3}')}${op(2).slice(9)}`) },
    {
      'k/a.yaml': `${withLists}w: 2\n`,
      ...k(`${op(4)}${ops('- {op: add, path: /l/0, value: 3}').slice(9)}${op(2).slice(9)}`),
    },
  ],
  [
    'a file at another place',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { 'k/a.yaml': account(), ...k(op(2)), ...over('l', `resources: []\n${op(2)}`) },
    { 'k/a.yaml': undefined, ...k(op(2), ''), 'l/a.yaml': more, ...over('l', `resources: [a.yaml]\n${op(2)}`) },
  ],
  [
    'a file at another place with another patch',
    ['before a {"x":2}', 'after a {"x":3,"w":2}'],
    { 'k/a.yaml': account(), ...k(op(2)), ...over('l', `resources: []\n${op(3)}`) },
    { 'k/a.yaml': undefined, ...k(op(2), ''), 'l/a.yaml': more, ...over('l', `resources: [a.yaml]\n${op(3)}`) },
  ],
  [
    'a new file',
    ['after b {"x":2}'],
    { ...base, ...k(op(2, '{kind: ServiceAccount}')) },
    { 'k/b.yaml': account('b'), ...k(op(2, '{kind: ServiceAccount}'), 'a.yaml, b.yaml') },
  ],
  ['a file that is gone', ['before a {"x":2}'], { ...base, ...k(op(2)) }, { 'k/a.yaml': undefined, ...k(op(2), '') }],
  [
    'a kustomization that no longer is built alone',
    ['before a {"x":2}', 'after a {"x":2,"w":2}'],
    { ...base, ...k(op(2)) },
    { ...touch, ...over('l', `resources: [../k]\n${op(3)}`) },
  ],
  ['what nothing takes in any more', [], { ...base, ...k(op(2)) }, { ...touch, ...k(op(2), '') }],
];

describe('a file as unchanged patches leave it', () => {
  test.each(cases.map(([name, ...rest]) => ({ name, rest })))('$name', ({ rest }) => {
    const [expected, before, changed, plain] = rest;
    expect(delivered(before, changed, plain)).toEqual(expected);
  });

  test.each(['replacements', 'vars', 'transformers', 'configurations', 'openapi'])('%s alongside', (field) =>
    expect(delivered({ ...base, ...k(`${op(2)}${field}: []\n`) }, touch)).toEqual([]),
  );

  /** Where kustomize builds nothing (evanphx/json-patch) nothing is known. */
  const l = '"l":[1,2]';
  const m = '"m":{"a/b":1,"c~d":2}';
  test.each<[operations: string, value: string | undefined]>([
    ['add, path: /l/2, value: 3', `"x":1,"l":[1,2,3],${m}`],
    ['add, path: /l/3, value: 3', undefined],
    ['add, path: /l/-, value: 3', `"x":1,"l":[1,2,3],${m}`],
    ['add, path: /l/0, value: 3', `"x":1,"l":[3,1,2],${m}`],
    ['add, path: /l/x, value: 3', undefined],
    ['add, path: /l/00002, value: 3', undefined],
    ['add, path: /m/e, value: 3', `"x":1,${l},"m":{"a/b":1,"c~d":2,"e":3}`],
    ['add, path: /no/e, value: 3', undefined],
    ['add, path: /x/e, value: 3', undefined],
    ['replace, path: /x, value: 3', `"x":3,${l},${m}`],
    ['replace, path: /no, value: 3', undefined],
    ['replace, path: /l/1, value: 3', `"x":1,"l":[1,3],${m}`],
    ['replace, path: /l/2, value: 3', undefined],
    ['replace, path: /l/-, value: 3', undefined],
    ['replace, path: /m/constructor, value: 3', undefined],
    ['remove, path: /m', `"x":1,${l}`],
    ['remove, path: /no', undefined],
    ['remove, path: /m/a~1b', `"x":1,${l},"m":{"c~d":2}`],
    ['remove, path: /m/c~0d', `"x":1,${l},"m":{"a/b":1}`],
    ['test, path: /x, value: 1}, {op: add, path: /x, value: 3', `"x":3,${l},${m}`],
    ['test, path: /x, value: 2}, {op: add, path: /x, value: 3', undefined],
    ['add, path: x, value: 3', undefined],
    ['add, path: /, value: 3', undefined],
    ['add, path: "", value: 3', undefined],
    ['add, value: 3', undefined],
    ['remove, path: /x}, {op: replace, path: /x, value: 3', undefined],
    ['add, path: /new, value: {}}, {op: add, path: /new/a, value: 3', `"x":1,${l},${m},"new":{"a":3}`],
  ])('the operations {op: %s}', (operations, value) => {
    const files = { 'k/a.yaml': withLists, ...k(ops(`[{op: ${operations}}]`)) };
    const [before] = delivered(files, { 'k/a.yaml': `${withLists}w: 2\n` });
    expect(before).toBe(value && `before a {${value}}`);
  });
});

describe('the namespace that kustomizations give', () => {
  const config = (name = 'a', stated = ', namespace: own') =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}${stated}}\n`;
  function placed(
    files: Texts,
    plain: readonly string[] = [],
    objects = objectsOf(files['k/a.yaml'] ?? '', 'k/a.yaml'),
  ) {
    const { sides } = changeOf(files, {});
    const place = placing(sides, (file) => plain.includes(file));
    const both = { before: objects, after: objects };
    const given = place(both);
    expect(given.before.map(named)).toEqual(given.after.map(named));
    return { both, given, again: place(both), names: given.after.map(named) };
  }
  const named = ({ namespace, name, value }: Resource) => {
    const { name: own, namespace: stated } = value.metadata as Record<string, unknown>;
    expect([stated, own]).toEqual([namespace, name]);
    return `${namespace}/${name}`;
  };
  const namespaced = (namespace: string) => `namespace: ${namespace}\n`;

  const rows: readonly (readonly [string, string, Texts, (readonly string[])?])[] = [
    ['its own', 'one/a', k(namespaced('one'))],
    ['none', 'own/a', k('')],
    [
      'of one further out',
      'two/a',
      { ...k(namespaced('one')), ...over('l', `resources: [../k]\n${namespaced('two')}`) },
    ],
    ['of one further in', 'one/a', { ...k(namespaced('one')), ...over('l', 'resources: [../k]\n') }],
    [
      'of two that agree',
      'two/a',
      {
        ...k(''),
        ...over('l', `resources: [../k]\n${namespaced('two')}`),
        ...over('m', `resources: [../k]\n${namespaced('two')}`),
      },
    ],
    [
      'of two that differ',
      'own/a',
      {
        ...k(''),
        ...over('l', `resources: [../k]\n${namespaced('two')}`),
        ...over('m', `resources: [../k]\n${namespaced('one')}`),
      },
    ],
    [
      'of one of two',
      'own/a',
      { ...k(''), ...over('l', `resources: [../k]\n${namespaced('two')}`), ...over('m', 'resources: [../k]\n') },
    ],
    [
      'of the other of two',
      'own/a',
      { ...k(''), ...over('l', 'resources: [../k]\n'), ...over('m', `resources: [../k]\n${namespaced('two')}`) },
    ],
    ['of Flux', 'two/a', { ...k(namespaced('one')), ...flux('targetNamespace: two\n') }],
    ['that something fills in later', 'own/a', k(namespaced('"$(x)"'))],
    ['that is no name', 'own/a', k(namespaced('A_b'))],
    ['that begins otherwise', 'own/a', k(namespaced('"-a.b"'))],
    ['where it is delivered plainly as well', 'own/a', k(namespaced('one')), ['k/a.yaml']],
    ['by way of replacements', 'own/a', k(`${namespaced('one')}replacements: []\n`)],
  ];
  test.each(rows.map(([name, expected, files, plain]) => ({ name, expected, files, plain })))('$name', (row) => {
    const { expected, files, plain } = row;
    const { both, given, names } = placed({ 'k/a.yaml': config(), ...files }, plain);
    expect(names).toEqual([expected]);
    expect(given === both).toBe(expected === 'own/a');
  });

  test('is for what states one, and names a Namespace', () => {
    const source = [
      config('b', ''),
      config('c', ', namespace: one'),
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: own}\n',
      'apiVersion: x/v1\nkind: Namespace\nmetadata: {name: own}\n',
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: one}\n',
      config('d'),
    ].join('---\n');
    const { names, both, given, again } = placed({ 'k/a.yaml': source, ...k(namespaced('one')) });
    expect(names).toEqual(['undefined/b', 'one/c', 'undefined/one', 'undefined/own', 'undefined/one', 'one/d']);
    const kept = (['before', 'after'] as const).map((side) =>
      given[side].map((each, index) => each === both[side][index]),
    );
    expect(kept).toEqual(Array(2).fill([true, true, false, true, true, false]));
    // What is compared by who it is stays the same object.
    expect(again.after.map((each, index) => each === given.after[index])).toEqual(Array(6).fill(true));
  });

  test('is not for patches and what is inside others', () => {
    const files = { 'k/a.yaml': config(), ...k(namespaced('one')) };
    const marked = (mark: object) => objectsOf(config(), 'k/a.yaml').map((each) => Object.assign(each, mark));
    expect(placed(files, [], marked({ isPatch: true })).names).toEqual(['own/a']);
    expect(placed(files, [], marked({ isEmbedded: true })).names).toEqual(['own/a']);
    expect(placed(files, [], marked({ isPatch: false, isEmbedded: false })).names).toEqual(['one/a']);
  });

  test('is of the kustomization whose patch made an object', () => {
    const files = {
      'k/a.yaml': config(),
      ...k(''),
      ...over('l', `resources: [../k]\n${namespaced('two')}`),
      ...over('m', `resources: [../k]\n${namespaced('one')}`),
    };
    const [written] = objectsOf(config(), 'k/a.yaml') as [Resource];
    const content = { value: written.value, marks: [], isPatch: false };
    const made = (file: string) => [new PatchedResource(written, content, file, () => ({ file, line: 7, column: 1 }))];
    expect(placed(files, [], made('l/kustomization.yaml')).names).toEqual(['two/a']);
    expect(placed(files, [], made('m/kustomization.yaml')).names).toEqual(['one/a']);
    expect(placed(files, [], made('k/kustomization.yaml')).names).toEqual(['own/a']);
    const [moved] = placed(files, [], made('l/kustomization.yaml')).given.after;
    expect(moved?.at(['data'])).toEqual({ file: 'l/kustomization.yaml', line: 7, column: 1 });
  });
});
