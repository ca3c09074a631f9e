import { describe, expect, test } from '@jest/globals';
import { jsonPatched, mergedOver, PatchLimitError } from '../../../src/kube/patch/laid-over.ts';
import { type Mapping, valueUnder } from '../../../src/plain-values.ts';
import type { Path } from '../../../src/yaml/document.ts';

type Noted = readonly [to: Path, from: Path];

function merged(base: Mapping, patch: Mapping, group = 'apps') {
  const noted: Noted[] = [];
  const value = mergedOver(base, patch, group, (to, from) => noted.push([to, from]));
  return { value, noted };
}

function patched(base: Mapping, ...operations: readonly unknown[]) {
  const noted: Noted[] = [];
  const value = jsonPatched(base, operations, (to, from) => noted.push([to, from]));
  return { value, noted };
}

describe('a strategic merge patch laid over an object', () => {
  test('keeps what it does not state, and takes what it does', () => {
    expect(merged({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 4 }, e: 5 })).toEqual({
      value: { a: 1, b: { c: 4, d: 3 }, e: 5 },
      noted: [
        [
          ['b', 'c'],
          ['b', 'c'],
        ],
        [['e'], ['e']],
      ],
    });
  });

  test('takes a mapping as a whole where there was none', () => {
    expect(merged({ b: 'text' }, { a: { c: 1 }, b: {} })).toEqual({
      value: { a: { c: 1 }, b: {} },
      noted: [
        [['a'], ['a']],
        [
          ['a', 'c'],
          ['a', 'c'],
        ],
        [['b'], ['b']],
      ],
    });
  });

  test('null takes a field away', () => {
    const { value, noted } = merged({ a: 1, b: { c: 2 }, d: 3 }, { a: null, b: { c: null } });
    expect(value).toEqual({ b: {}, d: 3 });
    expect(Object.hasOwn(value ?? {}, 'a')).toBe(false);
    expect(noted).toEqual([
      [['a'], ['a']],
      [
        ['b', 'c'],
        ['b', 'c'],
      ],
    ]);
  });

  test('a directive deletes a mapping, or puts another one in its place', () => {
    expect(merged({ a: { b: 1 }, c: 2 }, { a: { $patch: 'delete', b: 3 } })).toEqual({
      value: { c: 2 },
      noted: [[['a'], ['a']]],
    });
    expect(merged({ a: { b: 1 } }, { a: { $patch: 'replace', c: 2 } })).toEqual({
      value: { a: { c: 2 } },
      noted: [
        [['a'], ['a']],
        [
          ['a', 'c'],
          ['a', 'c'],
        ],
      ],
    });
    expect(merged({ a: { b: 1 } }, { a: { $patch: 'merge', $other: 1, c: 2 } })).toEqual({
      value: { a: { b: 1, c: 2 } },
      noted: [
        [
          ['a', 'c'],
          ['a', 'c'],
        ],
      ],
    });
  });

  test('a patch that deletes the object leaves none', () => {
    expect(merged({ a: 1 }, { $patch: 'delete' })).toEqual({ value: undefined, noted: [[[], []]] });
  });

  test('a key that ends like a directive is a key', () => {
    expect(merged({}, { a$: 1 }).value).toEqual({ a$: 1 });
  });

  test('the object itself stays as it is, and a key of the repository is no property of JavaScript', () => {
    const base = { a: { b: 1 } };
    merged(base, { a: { b: 2 }, c: null });
    expect(base).toEqual({ a: { b: 1 } });
    const hostile = JSON.parse('{"__proto__": {"isPrivileged": true}}');
    const { value } = merged({}, { a: hostile });
    expect(valueUnder(value, 'a', 'isPrivileged')).toBeUndefined();
  });

  test.each<[field: string, key: string]>([
    ['containers', 'name'],
    ['initContainers', 'name'],
    ['ephemeralContainers', 'name'],
    ['volumes', 'name'],
    ['env', 'name'],
    ['imagePullSecrets', 'name'],
    ['volumeMounts', 'mountPath'],
    ['volumeDevices', 'devicePath'],
    ['ports', 'containerPort'],
    ['ports', 'port'],
    ['hostAliases', 'ip'],
  ])('the items of %s are known by their %s', (field, key) => {
    const base = {
      [field]: [
        { [key]: 1, a: 1 },
        { [key]: 2, a: 2 },
      ],
    };
    expect(merged(base, { [field]: [{ [key]: 2, b: 3 }, { [key]: 3 }] })).toEqual({
      value: { [field]: [{ [key]: 1, a: 1 }, { [key]: 2, a: 2, b: 3 }, { [key]: 3 }] },
      noted: [
        [
          [field, 1, key],
          [field, 0, key],
        ],
        [
          [field, 1, 'b'],
          [field, 0, 'b'],
        ],
        [
          [field, 2],
          [field, 1],
        ],
        [
          [field, 2, key],
          [field, 1, key],
        ],
      ],
    });
  });

  test('of the keys of a list the first that an item has counts', () => {
    const ports = [
      { containerPort: 1, port: 9 },
      { port: 9, a: 1 },
    ];
    expect(merged({ ports }, { ports: [{ port: 9, b: 1 }] }).value).toEqual({
      ports: [{ containerPort: 1, port: 9, b: 1 }, ports[1]],
    });
    expect(merged({ ports }, { ports: [{ containerPort: 2, port: 9 }] }).value).toEqual({
      ports: [...ports, { containerPort: 2, port: 9 }],
    });
  });

  test('any other list is replaced', () => {
    expect(merged({ args: ['a', 'b'] }, { args: ['c'] })).toEqual({
      value: { args: ['c'] },
      noted: [[['args'], ['args']]],
    });
    // Of a list with an item that is no mapping, or a name of JavaScript.
    expect(merged({ env: [{ name: 'a' }] }, { env: [{ name: 'b' }, 'c'] }).value).toEqual({
      env: [{ name: 'b' }, 'c'],
    });
    expect(merged({ toString: [{ name: 'a' }] }, { toString: [{ name: 'b' }] }).value).toEqual({
      toString: [{ name: 'b' }],
    });
    expect(merged({ env: [{ name: 'a' }] }, { env: { name: 'b' } }).value).toEqual({ env: { name: 'b' } });
  });

  test.each<[group: string, isMerged: boolean]>([
    ['', true],
    ['apps', true],
    ['batch', true],
    ['extensions', true],
    ['argoproj.io', false],
    ['apps.openshift.io', false],
    ['my-batch', false],
    ['admissionregistration.k8s.io', false],
  ])('lists of containers of the group %j are merged: %s', (group, isMerged) => {
    const { value } = merged({ containers: [{ name: 'a' }] }, { containers: [{ name: 'b' }] }, group);
    expect(value).toEqual({ containers: isMerged ? [{ name: 'a' }, { name: 'b' }] : [{ name: 'b' }] });
  });

  test('webhooks are merged by their names in their own group alone', () => {
    const patch = { webhooks: [{ name: 'b', failurePolicy: 'Ignore' }] };
    const base = { webhooks: [{ name: 'a' }, { name: 'b', failurePolicy: 'Fail' }] };
    expect(merged(base, patch, 'admissionregistration.k8s.io').value).toEqual({
      webhooks: [{ name: 'a' }, { name: 'b', failurePolicy: 'Ignore' }],
    });
    expect(merged(base, patch, 'apps').value).toEqual(patch);
  });

  test('items are deleted, replaced, and added to a list that is not there', () => {
    const env = [{ name: 'a', v: 1 }, { name: 'b' }, { name: 'c' }, { v: 2 }];
    expect(merged({ env }, { env: [{ name: 'b', $patch: 'delete' }, { name: 'd' }] }).value).toEqual({
      env: [{ name: 'a', v: 1 }, { name: 'c' }, { v: 2 }, { name: 'd' }],
    });
    expect(merged({ env }, { env: [{ name: 'a' }, { $patch: 'replace' }] }).value).toEqual({ env: [{ name: 'a' }] });
    expect(merged({ env }, { env: [{ v: 3 }] }).value).toEqual({ env });
    expect(merged({}, { env: [{ name: 'a' }] }).value).toEqual({ env: [{ name: 'a' }] });
    const deletions = [
      { name: 'a', $patch: 'delete' },
      { name: 'c', $patch: 'delete' },
    ];
    expect(merged({ env }, { env: deletions }).value).toEqual({ env: [{ name: 'b' }, { v: 2 }] });
  });
});

describe('a JSON patch applied to an object', () => {
  const base = { a: { b: 1 }, list: ['x', 'y', 'z'] };

  test.each<[name: string, operations: readonly unknown[], value: unknown, to: readonly Path[]]>([
    ['adds a field', [{ op: 'add', path: '/a/c', value: 2 }], { ...base, a: { b: 1, c: 2 } }, [['a', 'c']]],
    ['replaces a field', [{ op: 'replace', path: '/a/b', value: 2 }], { ...base, a: { b: 2 } }, [['a', 'b']]],
    ['takes a field away', [{ op: 'remove', path: '/a/b' }], { ...base, a: {} }, [['a', 'b']]],
    [
      'adds an item before one',
      [{ op: 'add', path: '/list/1', value: 'n' }],
      { ...base, list: ['x', 'n', 'y', 'z'] },
      [['list', 1]],
    ],
    [
      'adds an item at the end',
      [{ op: 'add', path: '/list/-', value: 'n' }],
      { ...base, list: ['x', 'y', 'z', 'n'] },
      [['list', 3]],
    ],
    [
      'adds one beyond the end as far as it can',
      [{ op: 'add', path: '/list/9', value: 'n' }],
      { ...base, list: ['x', 'y', 'z', 'n'] },
      [['list', 3]],
    ],
    [
      'replaces an item',
      [{ op: 'replace', path: '/list/1', value: 'n' }],
      { ...base, list: ['x', 'n', 'z'] },
      [['list', 1]],
    ],
    ['takes an item away', [{ op: 'remove', path: '/list/1' }], { ...base, list: ['x', 'z'] }, [['list', 1]]],
    [
      'goes into items',
      [
        { op: 'replace', path: '/list/0', value: { k: 1, l: 2 } },
        { op: 'add', path: '/list/0/k', value: 3 },
        { op: 'remove', path: '/list/0/l' },
      ],
      { ...base, list: [{ k: 3 }, 'y', 'z'] },
      [
        ['list', 0],
        ['list', 0, 'k'],
        ['list', 0, 'l'],
      ],
    ],
    [
      'makes the lists and mappings on the way',
      [
        { op: 'add', path: '/m/0/n', value: 1 },
        { op: 'add', path: '/o/-', value: 2 },
        { op: 'add', path: '/p/12345', value: 3 },
        { op: 'add', path: '/q/1a', value: 4 },
        { op: 'add', path: '/r/a1', value: 5 },
      ],
      { ...base, m: [{ n: 1 }], o: [2], p: { 12345: 3 }, q: { '1a': 4 }, r: { a1: 5 } },
      [
        ['m', 0, 'n'],
        ['o', 0],
        ['p', '12345'],
        ['q', '1a'],
        ['r', 'a1'],
      ],
    ],
    [
      'takes an index for a key where there is a mapping',
      [{ op: 'add', path: '/a/0', value: 1 }],
      { ...base, a: { b: 1, 0: 1 } },
      [['a', '0']],
    ],
    ['moves a value', [{ op: 'move', from: '/a/b', path: '/c' }], { a: {}, list: base.list, c: 1 }, [['c']]],
    [
      'copies a value',
      [{ op: 'copy', from: '/list/2', path: '/list/0' }],
      { ...base, list: ['z', 'x', 'y', 'z'] },
      [['list', 0]],
    ],
    [
      'copies nothing where there is nothing',
      [{ op: 'copy', from: '/none/of/it', path: '/c' }],
      { ...base, c: undefined },
      [['c']],
    ],
    [
      'reads the escapes of a pointer',
      [{ op: 'add', path: '/a~1b~0c~01', value: 1 }],
      { ...base, 'a/b~c~1': 1 },
      [['a/b~c~1']],
    ],
    ['takes what is not there away', [{ op: 'remove', path: '/none/x' }], base, [['none', 'x']]],
    ['takes what is inside a text away', [{ op: 'remove', path: '/a/b/c' }], base, [['a', 'b', 'c']]],
    ['takes no property of JavaScript away', [{ op: 'remove', path: '/toString' }], base, [['toString']]],
    ['and the empty key', [{ op: 'add', path: '/', value: 1 }], { ...base, '': 1 }, [['']]],
  ])('%s', (_, operations, value, to) => {
    const found = patched(base, ...operations);
    expect(found.value).toStrictEqual(value);
    expect(found.noted.map(([each]) => each)).toEqual(to);
    expect(base).toEqual({ a: { b: 1 }, list: ['x', 'y', 'z'] });
  });

  test('says where in the patch each value is: the operation itself where it comes from the object', () => {
    const { noted } = patched(
      base,
      { op: 'add', path: '/c', value: 1 },
      { op: 'replace', path: '/c', value: 1 },
      { op: 'remove', path: '/list/1' },
      { op: 'copy', from: '/c', path: '/d' },
      { op: 'move', from: '/c', path: '/e' },
      { op: 'move', path: '/f', value: 2 },
    );
    expect(noted).toEqual([
      [['c'], [0, 'value']],
      [['c'], [1, 'value']],
      [['list', 1], [2]],
      [['d'], [3]],
      [['e'], [4]],
      [['f'], [5, 'value']],
    ]);
  });

  test.each([
    ['another operation', { op: 'test', path: '/a', value: 1 }],
    ['no operation', { path: '/a', value: 1 }],
    ['no path', { op: 'add', value: 1 }],
    ['a path that is no text', { op: 'add', path: 1, value: 1 }],
    ['a path that does not begin at the top', { op: 'add', path: 'a/', value: 1 }],
    ['a path of more than 1000 characters', { op: 'add', path: `/${'a'.repeat(1000)}`, value: 1 }],
    ['what is no operation at all', 'add'],
  ])('%s is left out', (_, operation) => {
    expect(patched(base, operation)).toEqual({ value: base, noted: [] });
    expect(patched(base, operation, { op: 'remove', path: '/a' }).value).toEqual({ list: base.list });
  });

  test('a path of 1000 characters is read', () => {
    const key = 'a'.repeat(999);
    expect(patched({}, { op: 'add', path: `/${key}`, value: 1 }).value).toEqual({ [key]: 1 });
  });
});

describe('what a JSON patch copies within an object', () => {
  /** A list of so many values, itself included. */
  const values = (count: number) => Array.from({ length: count - 1 }, () => 0);
  const copy = { op: 'copy', from: '/a', path: '/b' };
  const work =
    (base: Mapping, ...operations: readonly unknown[]) =>
    () =>
      patched(base, ...operations);

  test('may come to 100,000 values with the object, and not to one more', () => {
    expect(work({ a: values(49_999), c: values(1) }, copy)).not.toThrow();
    expect(work({ a: values(49_999), c: values(3) }, copy)).toThrow(PatchLimitError);
    expect(work({ a: values(49_999), c: values(3) }, copy)).toThrow(
      'the operations of a JSON patch make an object of more than 100000 values',
    );
  });

  test('is counted each time, in lists and in mappings', () => {
    const double = [
      { op: 'copy', from: '/a', path: '/a/x' },
      { op: 'copy', from: '/a', path: '/a/y' },
      { op: 'copy', from: '/a', path: '/a/z' },
    ];
    const a = Object.fromEntries(values(20_000).map((_, index) => [`k${index}`, 0]));
    expect(work({ a }, ...double.slice(0, 2))).not.toThrow();
    expect(work({ a }, ...double)).toThrow(PatchLimitError);
    expect(work({ a: { n: { m: values(60_000) } } }, copy)).toThrow(PatchLimitError);
    const thrice = { a: values(30_000), x: values(20_000) };
    expect(work(thrice, copy)).not.toThrow();
    expect(work(thrice, copy, { ...copy, path: '/c' })).toThrow(PatchLimitError);
  });

  test('makes what is added after it count, and nothing that is added before', () => {
    const add = { op: 'add', path: '/c', value: values(60_000) };
    const base = { a: values(30_000) };
    expect(work(base, copy)).not.toThrow();
    expect(work(base, copy, add)).toThrow(PatchLimitError);
    expect(work(base, add, { ...add, path: '/d' })).not.toThrow();
    expect(work({ a: [] }, copy, add, { ...add, path: '/d' })).toThrow(PatchLimitError);
  });
});
