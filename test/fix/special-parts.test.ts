import { describe, expect, test } from '@jest/globals';
import { applyEdits, type Edit } from '../../src/fix/edit/edit.ts';
import { echoesOf, withEchoes } from '../../src/fix/special/echoes.ts';
import { emptiedEdit } from '../../src/fix/special/emptied.ts';
import { leftToFill } from '../../src/fix/special/left-to-fill.ts';
import { waysWithoutSecret, withoutComment } from '../../src/fix/special/secret.ts';
import { keyWord, type SecretWays, skeletonOf } from '../../src/fix/special/skeleton.ts';
import { withoutUnseen } from '../../src/fix/special/unseen.ts';
import { indented, yamlScalar } from '../../src/fix/special/written.ts';
import type { Path } from '../../src/yaml/document.ts';
import { parseTrees } from '../../src/yaml/parse-tree.ts';
import { limits } from '../yaml/limits.ts';

const treeOf = (text: string) => {
  const tree = parseTrees(text, limits)?.[0];
  if (tree === undefined) throw new Error(`no document: ${text}`);
  return tree;
};
const tools = (...used: readonly ('externalSecrets' | 'sealedSecrets' | 'sops')[]): SecretWays => ({
  tools: {
    externalSecrets: used.includes('externalSecrets'),
    sealedSecrets: used.includes('sealedSecrets'),
    sops: used.includes('sops'),
  } as SecretWays['tools'],
  store: undefined,
  version: undefined,
});

test.each([
  ['plain-Word_1/a.b', 'plain-Word_1/a.b'],
  ['1a', '"1a"'],
  ['', '""'],
  ['a b', '"a b"'],
  ['Yes', '"Yes"'],
  ['null', '"null"'],
  ['nullable', 'nullable'],
  ['a"b\n', '"a\\"b\\n"'],
])('%j is written as %s', (value, text) => expect(yamlScalar(value)).toBe(text));

test('lines are indented, and a key in a comment stays on its line', () => {
  expect(indented(['a', ' b'], 2)).toBe('  a\n   b');
  expect(keyWord('a b.c-d_e\n#\u2028é')).toBe('a b.c-d_e????');
});

describe('what delivers a Secret without its values', () => {
  const secret = { namespace: 'shop', name: 'db', keys: ['user', 'pass word'], type: undefined };

  test('is an ExternalSecret, of the store that the change names', () => {
    expect(skeletonOf(secret, tools())).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      spec: [
        'spec:',
        '  refreshInterval: 1h',
        '  secretStoreRef:',
        '    kind: ClusterSecretStore',
        '    name: name-of-your-store',
        '  target:',
        '    name: db',
        '  data:',
        '    - secretKey: user',
        '      remoteRef:',
        '        key: shop/db',
        '        property: user',
        '    - secretKey: "pass word"',
        '      remoteRef:',
        '        key: shop/db',
        '        property: "pass word"',
      ],
    });
    const ways = {
      ...tools('sops', 'externalSecrets', 'sealedSecrets'),
      store: { kind: 'SecretStore', name: 'vault' },
      version: 'external-secrets.io/v1beta1',
    };
    expect(skeletonOf({ ...secret, namespace: undefined, keys: ['a'], type: 'kubernetes.io/tls' }, ways)).toEqual({
      apiVersion: 'external-secrets.io/v1beta1',
      kind: 'ExternalSecret',
      spec: [
        'spec:',
        '  refreshInterval: 1h',
        '  secretStoreRef:',
        '    kind: SecretStore',
        '    name: vault',
        '  target:',
        '    name: db',
        '    template:',
        '      type: kubernetes.io/tls',
        '  data:',
        '    - secretKey: a',
        '      remoteRef:',
        '        key: db',
        '        property: a',
      ],
    });
  });

  test('is a SealedSecret where the repository uses those', () => {
    for (const ways of [tools('sealedSecrets'), tools('sealedSecrets', 'sops')])
      expect(skeletonOf({ ...secret, type: 'Other' }, ways)).toEqual({
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        spec: [
          'spec:',
          '  # Add the new value of each key, read from standard input: kubeseal --raw --namespace shop --name db --from-file=/dev/stdin',
          '  #   user',
          '  #   pass word',
          '  encryptedData: {}',
          '  template:',
          '    type: Other',
        ],
      });
    expect(
      skeletonOf({ namespace: undefined, name: "a'b$", keys: [], type: undefined }, tools('sealedSecrets'))?.spec,
    ).toEqual([
      'spec:',
      "  # Add the new value of each key, read from standard input: kubeseal --raw --name 'a_b_' --from-file=/dev/stdin",
      '  encryptedData: {}',
    ]);
  });

  test('is none where the repository uses SOPS alone', () => {
    expect(skeletonOf(secret, tools('sops'))).toBeUndefined();
    expect(skeletonOf(secret, tools('sops', 'externalSecrets'))?.kind).toBe('ExternalSecret');
  });

  test('leaves what nobody knows to be filled in', () => {
    const textOf = (ways: SecretWays) => (skeletonOf(secret, ways)?.spec ?? []).join('\n');
    const store = 'the name (and kind) of your store in place of name-of-your-store';
    const remote = 'where the store has each value: see that remoteRef.key and property are right';
    expect(leftToFill([textOf(tools())])).toEqual([store, remote]);
    expect(leftToFill([textOf({ ...tools(), store: { kind: 'SecretStore', name: 'name-of-your-stores' } })])).toEqual([
      remote,
    ]);
    expect(leftToFill([textOf(tools('sealedSecrets'))])).toEqual([
      'encryptedData: the new value of each key, sealed by the command in the comment above it',
    ]);
    expect(leftToFill(['a', '# Encrypt this file before it is committed'])).toEqual([
      'a new value for each key, added with SOPS as the comment says',
    ]);
    expect(leftToFill([])).toEqual([]);
  });
});

describe('a file without a secret', () => {
  const ways = (text: string, path: Path, mark: string, used = tools()) =>
    [...waysWithoutSecret({ text, root: treeOf(text).root }, path, text.indexOf(mark), used)].map(({ edits, what }) => [
      what,
      applyEdits(text, edits),
    ]);
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db # keep\ntype: Opaque\nstringData:\n  user: hunter2\n';

  test('is one whose Secret something else delivers', () => {
    expect(ways(secret, ['stringData', 'user'], 'hunter2')[0]).toEqual([
      'makes the Secret an ExternalSecret',
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: db # keep\nspec:\n  refreshInterval: 1h\n  secretStoreRef:\n    kind: ClusterSecretStore\n    name: name-of-your-store\n  target:\n    name: db\n  data:\n    - secretKey: user\n      remoteRef:\n        key: db\n        property: user\n',
    ]);
    const both = secret.replace('stringData:', 'data:\n  pass: aHVudGVyMg==\nstringData:').replace('Opaque', 'Other');
    expect(ways(both, ['stringData', 'user'], 'hunter2', tools('sealedSecrets'))[0]).toEqual([
      'makes the Secret a SealedSecret',
      'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: db # keep\nspec:\n  # Add the new value of each key, read from standard input: kubeseal --raw --name db --from-file=/dev/stdin\n  #   pass\n  #   user\n  encryptedData: {}\n  template:\n    type: Other\n',
    ]);
    expect(ways(both, ['stringData', 'user'], 'hunter2', tools('sops'))[0]).toEqual([
      'takes the values out of the Secret',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db # keep\ntype: Other\n# Encrypt this file before it is committed (sops encrypt --in-place FILE), with a new value for each key, added by sops edit FILE:\n#   pass\n#   user\nstringData: {}\n',
    ]);
    const listed = `apiVersion: v1\nkind: List\nitems:\n- ${secret.trimEnd().replaceAll('\n', '\n  ')}\n`;
    expect(ways(listed, ['items', 0, 'stringData', 'user'], 'hunter2')[0]?.[0]).toBe(
      'makes Secret items[db] an ExternalSecret',
    );
  });

  test.each([
    ['without a name', secret.replace('  name: db # keep', '  labels: {}')],
    [
      'between brackets',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: db}\nstringData: {user: hunter2}\n'
        .replace(/^/, '{')
        .replaceAll('\n', ', ')
        .replace(/, $/, '}\n'),
    ],
  ])('stays a Secret %s', (_, text) => {
    expect(ways(text, ['stringData', 'user'], 'hunter2').map(([what]) => what)).not.toContain(
      'makes the Secret an ExternalSecret',
    );
  });

  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers:\n  - name: a\n    env:\n    - name: DB_Pass\n      value: hunter2\n';
  const at: Path = ['spec', 'containers', 0, 'env', 0, 'value'];

  test('takes a variable from one that something else delivers', () => {
    expect(ways(pod, at, 'hunter2')[0]).toEqual([
      'takes DB_Pass from Secret web-secrets, which a new ExternalSecret delivers',
      `${pod.replace('value: hunter2', 'valueFrom:\n        secretKeyRef:\n          name: web-secrets\n          key: db-pass')}---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: web-secrets\n  namespace: shop\nspec:\n  refreshInterval: 1h\n  secretStoreRef:\n    kind: ClusterSecretStore\n    name: name-of-your-store\n  target:\n    name: web-secrets\n  data:\n    - secretKey: db-pass\n      remoteRef:\n        key: shop/web-secrets\n        property: db-pass\n`,
    ]);
    const bare = pod.replace('  namespace: shop\n', '').trimEnd();
    expect(ways(bare, at, 'hunter2')[0]?.[1]).toContain(
      'key: db-pass\n---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata:\n  name: web-secrets\nspec:',
    );
  });

  test.each([
    ['with SOPS alone', pod, tools('sops')],
    ['of a name that no Secret could have', pod.replace('name: web', 'name: Web_1'), tools()],
    ['of another list', pod.replace('env:', 'args:'), tools()],
    ['without a name', pod.replace('- name: DB_Pass\n      value', '- other: x\n      value'), tools()],
  ])('does not %s', (name, text, used) => {
    const path = name === 'of another list' ? at.map((step) => (step === 'env' ? 'args' : step)) : at;
    expect(
      ways(text, path, 'hunter2', used)
        .map(([what]) => String(what))
        .filter((what) => what.includes('delivers')),
    ).toEqual([]);
  });

  test('loses the line of a text, or the value alone', () => {
    const map =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: |\n    x=1\n    pass=hunter2\n  b: hunter2\n';
    expect(ways(map, ['data', 'a'], 'pass')).toEqual([
      ['takes the line out of data.a', map.replace('    pass=hunter2\n', '')],
      ['leaves data.a empty', map.replace('|\n    x=1\n    pass=hunter2', '""')],
      ['takes data.a out', map.replace('  a: |\n    x=1\n    pass=hunter2\n', '')],
    ]);
    const key = map.replace('pass=hunter2', '-----BEGIN KEY-----');
    expect(ways(key, ['data', 'a'], '-----BEGIN').map(([what]) => what)).toEqual([
      'leaves data.a empty',
      'takes data.a out',
    ]);
    const one = map.replace('    x=1\n', '');
    expect(ways(one, ['data', 'a'], 'pass').map(([what]) => what)).toEqual(['leaves data.a empty', 'takes data.a out']);
  });

  test('loses a comment', () => {
    const text = 'a: 1 # hunter2\n# hunter3\nb: "# no"\n';
    const { root } = treeOf(text);
    const without = (mark: string, of: typeof root | undefined = root) => {
      const way = withoutComment(text, of, text.indexOf(mark));
      return way && [way.what, applyEdits(text, way.edits)];
    };
    expect(without('hunter2')).toEqual(['takes the comment out', 'a: 1\n# hunter3\nb: "# no"\n']);
    expect(without('hunter3')).toEqual(['takes the comment out', 'a: 1 # hunter2\nb: "# no"\n']);
    expect(without('no')).toBeUndefined();
    expect(without('1')).toBeUndefined();
    // Of what cannot be read only a line of its own is surely a comment.
    expect(withoutComment(text, undefined, text.indexOf('hunter2'))).toBeUndefined();
    expect(withoutComment(text, undefined, text.indexOf('hunter3'))).toBeDefined();
  });
});

test.each<[text: string, path: Path, result: string | undefined]>([
  ['a: x # c\nb: 1\n', ['a'], 'a: ""\nb: 1\n'],
  ['"a b": |\n  x\n  y\nb: 1\n', ['a b'], '"a b": ""\nb: 1\n'],
  ["'a': >\n  x\n", ['a'], '\'a\': ""\n'],
  ['a b: |-\n  x\n', ['a b'], 'a b: ""\n'],
  ['a: [x]\n', ['a', 0], undefined],
  ['a: {b: 1}\n', ['a'], undefined],
  ['a: [1]\n', ['a'], undefined],
  ['a:\n', ['a'], undefined],
  ['{a: x, b: 1}\n', ['a'], '{a: "", b: 1}\n'],
])('in %j the value at %j is left empty', (text, path, result) => {
  const edit = emptiedEdit(text, treeOf(text).root, path);
  expect(edit && applyEdits(text, [edit])).toBe(result);
});

describe('a value that is there once more', () => {
  const text =
    'metadata:\n  annotations:\n    a: hunter22\n    b: other\n  labels: {c: hunter22}\n# hunter22\npass: hunter22\nx: hunter22 # short\ny: "aHVudGVyMjI=" # aHVudGVyMjI=\n';
  const echoes = (source: string, path: Path, mark: string) =>
    echoesOf(source, treeOf(source), path, source.indexOf(mark));

  test('is found in comments, annotations and labels', () => {
    const found = echoes(text, ['pass'], 'pass');
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# hunter22\n',
      ' # aHVudGVyMjI=',
      'hunter22',
      'hunter22',
    ]);
    const all = withEchoes([], found);
    expect(applyEdits(text, all ?? [])).toBe(
      'metadata:\n  annotations:\n    a: ""\n    b: other\n  labels: {c: ""}\npass: hunter22\nx: hunter22 # short\ny: "aHVudGVyMjI="\n',
    );
    expect(echoes(text, ['metadata', 'annotations', 'a'], 'a: hunter22')).toHaveLength(3);
    expect(echoes('a: short\n# short\n', ['a'], 'a')).toEqual([]);
    expect(echoes('a: sixsix\n# sixsix\n', ['a'], 'a')).toHaveLength(1);
  });

  test('of a text over several lines is the last word of its line', () => {
    const lines = 'a: |\n  first=longword1\n  key = longword2\n# longword1\n# longword2\n';
    const found = echoes(lines, ['a'], 'key');
    expect(found.map(({ start, end }) => lines.slice(start, end))).toEqual(['# longword2\n']);
  });

  test('more than twenty times stays', () => {
    const many = (count: number) => `a: hunter22\n${'# hunter22\n'.repeat(count)}`;
    expect(echoes(many(20), ['a'], 'a')).toHaveLength(20);
    const over = echoes(many(21), ['a'], 'a');
    expect(over).toEqual([{ start: 0, end: many(21).length, edit: undefined }]);
    expect(withEchoes([], over)).toBeUndefined();
  });

  test('goes with what an edit takes away, and stays where one touches it', () => {
    const edit = (start: number, end: number): Edit => ({ start, end, text: '' });
    const echo = { start: 4, end: 6, edit: edit(4, 6) };
    expect(withEchoes([edit(0, 9)], [echo])).toEqual([edit(0, 9)]);
    expect(withEchoes([edit(0, 5)], [echo])).toBeUndefined();
    expect(withEchoes([edit(0, 4)], [echo])).toEqual([edit(0, 4), edit(4, 6)]);
    expect(withEchoes([edit(0, 4)], [{ ...echo, edit: undefined }])).toBeUndefined();
  });
});

test('characters that nobody sees are taken out of lines that are new', () => {
  const text = 'a: b\u200bc\r\nknown\u200b\nd: e\u2028f\n';
  expect(applyEdits(text, withoutUnseen(text, 'known\u200b\n'))).toBe('a: bc\r\nknown\u200b\nd: e f\n');
  expect(withoutUnseen('plain\n', '')).toEqual([]);
});
