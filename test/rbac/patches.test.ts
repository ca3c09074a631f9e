import { describe, expect, test } from '@jest/globals';
import { readFile } from '../../src/kube/read-file.ts';
import { newRbacPatches } from '../../src/rbac/read/json-patch.ts';
import { newLabelPatches } from '../../src/rbac/read/label-patch.ts';
import { limits } from '../yaml/limits.ts';

function touched(before: string | undefined, after: string | undefined) {
  const side = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const bytes = Buffer.from(text);
    const content = { path: 'k.yaml', mode: '100644', id: 'i', size: bytes.length, bytes };
    return readFile({ ...content, isTemplate: false, isNamed: false, limits });
  };
  return { path: 'k.yaml', scope: '', before: side(before), after: side(after), movedFrom: undefined };
}

describe('operations of JSON patches on roles and bindings', () => {
  const found = (after: string | undefined, before?: string) =>
    newRbacPatches(touched(before, after)).map(
      ({ op, pointer, position }) => `${position.file}:${position.line}:${position.column} ${op} ${pointer}`,
    );
  const operation = (op: string, path: string, more = '') => `- {op: ${op}, path: ${JSON.stringify(path)}${more}}\n`;
  const pointers = (text: string) => found(text).map((line) => line.split(' ').at(-1));

  test.each([
    '/rules',
    '/rules/0',
    '/rules/-',
    '/rules/0/verbs/-',
    '/subjects/0/name',
    '/roleRef',
    '/roleRef/name',
    '/aggregationRule/clusterRoleSelectors',
    '/metadata/labels/rbac.authorization.k8s.io~1aggregate-to-view',
  ])('are those on %s', (pointer) => expect(pointers(operation('add', pointer))).toEqual([pointer]));

  test.each([
    '/rulesX',
    '/spec/rules',
    '/metadata/labels/a',
    '/metadata/labels',
    '/x/metadata/labels/rbac.authorization.k8s.io~1x',
    'rules',
    '',
  ])('are not those on %j', (pointer) => expect(pointers(operation('add', pointer))).toEqual([]));

  test.each([
    ['/rules/0', false],
    ['/rules', false],
    ['/rules/-', false],
    ['/subjects/12', false],
    ['/rules/0/verbs/1', false],
    ['/rules/0/resources/1', false],
    ['/rules/0/apiGroups/0', false],
    ['/rules/0/nonResourceURLs/3', false],
    ['/rules/0/verbs', true],
    ['/rules/0/resourceNames/0', true],
    ['/rules/0/resourceNames', true],
    ['/rules/0/verbs/1/x', true],
    ['/aggregationRule', true],
    ['/roleRef', true],
  ])('that remove %s are one of them: %p', (pointer, isOne) => {
    expect(pointers(operation('remove', pointer))).toEqual(isOne ? [pointer] : []);
    expect(pointers(operation('replace', pointer))).toEqual([pointer]);
    expect(pointers(operation('test', pointer))).toEqual([]);
  });

  test('are new ones only, whatever is around them', () => {
    const text = operation('add', '/rules/0', ', value: {a: 1, b: 2}');
    expect(found(text, text)).toEqual([]);
    expect(found(text, operation('add', '/rules/0', ', value: {b: 2, a: 1}'))).toEqual([]);
    expect(found(text, operation('add', '/rules/0', ', value: {a: 1}'))).toEqual(['k.yaml:1:3 add /rules/0']);
    expect(found(operation('move', '/rules/0', ', from: /x'), operation('move', '/rules/0', ', from: /y'))).toEqual([
      'k.yaml:1:3 move /rules/0',
    ]);
    expect(found(`${text}${operation('add', '/rules/1')}`, text)).toEqual(['k.yaml:2:3 add /rules/1']);
    expect(found(undefined, text)).toEqual([]);
  });

  test('are found in text, in text of text, and at the text where they are not lines of the file', () => {
    const inner = JSON.stringify([{ op: 'add', path: '/rules/0' }]);
    expect(found(`patches:\n- target: {kind: Role}\n  patch: |\n    - op: add\n      path: /rules/0\n`)).toEqual([
      'k.yaml:3:3 add /rules/0',
    ]);
    expect(found(`a: {b: ${JSON.stringify(inner)}}\n`)).toEqual(['k.yaml:1:5 add /rules/0']);
    expect(found(`a: ${JSON.stringify(JSON.stringify({ b: inner }))}\n`)).toEqual(['k.yaml:1:1 add /rules/0']);
    expect(found(`a: &x ${JSON.stringify(inner)}\nb: *x\n`)).toEqual(['k.yaml:1:1 add /rules/0']);
    expect(found(`a: "op path"\n`)).toEqual([]);
    expect(found('op: 3\npath: /rules\n')).toEqual([]);
    expect(found('op: add\npath: 3\n')).toEqual([]);
    expect(found('- null\n- 5\n- {op: add, path: /rules, x: [{op: add, path: /subjects}]}\n')).toEqual([
      'k.yaml:3:3 add /rules',
    ]);
  });
});

describe('labels that aggregate, given to roles from elsewhere', () => {
  const label = 'rbac.authorization.k8s.io/aggregate-to-view';
  const found = (after: string | undefined, before?: string) =>
    newLabelPatches(touched(before, after)).map(
      (each) => `${each.position.line}:${each.position.column} ${each.label} of ${each.name}`,
    );
  const yes = (place: string, name = '') => [`${place} ${label}=true of ${name}`];
  const labelled = (kind: string, more = '') =>
    `kind: ${kind}\nmetadata:\n  name: x\n  labels:\n    ${label}: "true"\n${more}`;

  test('are those of a patch, of a kustomization, and of values', () => {
    expect(found(`labels:\n- pairs:\n    ${label}: "true"\n`)).toEqual(yes('3:5'));
    expect(found(`commonLabels: {${label}: true}\n`)).toEqual(yes('1:16'));
    expect(found(labelled('ClusterRole'))).toEqual(yes('5:5', 'x'));
    expect(found(`metadata: {name: web}\nspec:\n  values:\n    labels: {${label}: "true"}\n`)).toEqual(
      yes('4:14', 'web'),
    );
  });

  test.each([
    ['ClusterRole', 'rules: []\n'],
    ['ClusterRole', 'aggregationRule: {}\n'],
    ['Role', 'rules: []\n'],
    ['RoleBinding', 'roleRef: {}\n'],
    ['ClusterRoleBinding', 'roleRef: {}\n'],
  ])('are not those of a whole %s (%j)', (kind, more) => expect(found(labelled(kind, more))).toEqual([]));

  test.each([
    ['ClusterRole', 'rules: x\n'],
    ['ClusterRole', 'aggregationRule: x\n'],
    ['Role', ''],
    ['RoleBinding', 'roleRef: x\n'],
    ['Deployment', 'rules: []\nroleRef: {}\n'],
  ])('are those of half a %s (%j)', (kind, more) => expect(found(labelled(kind, more))).toEqual(yes('5:5', 'x')));

  test('are those of whole objects that are patches inside another, but for ClusterRoles, and not in a list', () => {
    const inside = (text: string) => `spec:\n  patch:\n    ${text.trimEnd().replaceAll('\n', '\n    ')}\n`;
    expect(found(inside(labelled('Role', 'rules: []\n')))).toHaveLength(1);
    expect(found(inside(labelled('RoleBinding', 'roleRef: {}\n')))).toHaveLength(1);
    expect(found(inside(labelled('ClusterRole', 'rules: []\n')))).toEqual([]);
    expect(found(`kind: List\nitems:\n- ${labelled('Role', 'rules: []').replaceAll('\n', '\n  ')}\n`)).toEqual([]);
  });

  test('are not what selects by them', () => {
    expect(found(`a: {matchLabels: {${label}: "true"}}\nb: {matchExpressions: {${label}: "true"}}\n`)).toEqual([]);
  });

  const pointer = '/metadata/labels/rbac.authorization.k8s.io~1aggregate-to-view';
  test.each(['add', 'replace', 'copy', 'move'])('are those that the operation %s of a JSON patch gives', (op) => {
    expect(found(`- {op: ${op}, path: ${pointer}, value: "true"}\n`)).toEqual([
      `1:${10 + op.length} ${label}=true of `,
    ]);
  });

  test('are not those that another operation, or another path, does not give', () => {
    expect(found(`- {op: remove, path: ${pointer}, value: "true"}\n`)).toEqual([]);
    expect(found(`- {op: add, path: x${pointer}, value: "true"}\n`)).toEqual([]);
    expect(found(`- {op: add, path: /metadata/labels/x~1rbac.authorization.k8s.io~1aggregate-to-view}\n`)).toEqual([]);
    expect(found(`- {op: add, path: ${pointer}~0x, value: "true"}\n`)).toEqual([`1:13 ${label}~x=true of `]);
  });

  test('are found in text, however it is escaped', () => {
    const patch = JSON.stringify({ metadata: { name: 'p', labels: { [label]: 'true' } } });
    expect(found(`a: ${JSON.stringify(patch)}\n`)).toEqual(yes('1:1', 'p'));
    expect(found(`a: &x ${JSON.stringify(patch)}\nb: *x\n`)).toEqual(yes('1:1', 'p'));
    expect(found(`"rbac.authorization.k8s.io\\/aggregate-to-view": "true"\n`)).toEqual(yes('1:1'));
    expect(found(`"rbac.authorization.k8s\\x2eio/aggregate-to-view": "true"\n`)).toEqual(yes('1:1'));
    expect(found(`"rbac.authorization.k8s\\u002Eio/aggregate-to-view": "true"\n`)).toEqual(yes('1:1'));
    expect(found(`"rbac.authorization.k8s\\U0000002eio/aggregate-to-view": "true"\n`)).toEqual(yes('1:1'));
    expect(found(`a: "{labels: {rbac.authorization.k8s.io/\\\n  aggregate-to-view: 'true'}}"\n`)).toEqual(yes('1:1'));
    expect(found(`"rbac.authorization.k8s.io-aggregate-to-view": "true"\n`)).toEqual([]);
    expect(found(`a: "rbac.authorization.k8s.io/aggregate-to-view"\n`)).toEqual([]);
  });

  test('are new ones only: for another object, in another place or of another value', () => {
    const text = labelled('ClusterRole');
    expect(found(text, text)).toEqual([]);
    expect(found(`# moved down\n${text}`, text)).toEqual([]);
    expect(found(text.replace('name: x', 'name: z'), text)).toEqual(yes('5:5', 'z'));
    expect(found(text.replace('"true"', '"false"'), text)).toEqual([`5:5 ${label}=false of x`]);
    expect(found(`spec: {a: {${label}: "true"}}\n`, `spec: {b: {${label}: "true"}}\n`)).toEqual(yes('1:12'));
    const item = (target: string) => `patches:\n- target: {name: ${target}}\n  labels: {${label}: "true"}\n`;
    expect(found(item('a'), item('b'))).toEqual(yes('3:12'));
    expect(found(`${item('a')}${item('b').replace('patches:\n', '')}`, item('b'))).toEqual(yes('3:12'));
    const operation = (target: string) =>
      `patches:\n- target: {name: ${target}}\n  patch:\n  - {op: add, path: ${pointer}, value: "true"}\n`;
    expect(found(operation('a'), operation('a'))).toEqual([]);
    expect(found(operation('a'), operation('b'))).toHaveLength(1);
    expect(found(undefined, text)).toEqual([]);
  });
});
