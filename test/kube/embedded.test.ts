import { describe, expect, test } from '@jest/globals';
import { documentsInside, embeddedObjects, objectsInside } from '../../src/kube/embedded.ts';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from '../yaml/limits.ts';
import { objectOf } from './objects.ts';

const role = (name: string) => [
  'apiVersion: rbac.authorization.k8s.io/v1',
  'kind: Role',
  `metadata: {name: ${name}}`,
  'rules: []',
];
const indented = (lines: readonly string[], by: number) => lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');

const found = (text: string) =>
  parseYaml(Buffer.from(text), limits)
    .documents.flatMap((document) => embeddedObjects(document, 'f.yaml', resourcesOf(document, 'f.yaml'), limits))
    .map((resource) => `${resource.kind} ${resource.name} ${resource.at(['metadata']).line}`);

describe('embeddedObjects', () => {
  test('leaves objects at the top, and items of lists there, to others', () => {
    expect(found(role('a').join('\n'))).toEqual([]);
    expect(found(`apiVersion: v1\nkind: List\nitems:\n- ${indented(role('a'), 2).trim()}\n`)).toEqual([]);
    const typed = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems:\n- metadata: {name: a}\n';
    expect(found(typed)).toEqual([]);
  });

  test('finds objects in values, each once', () => {
    expect(found(`extraObjects:\n- ${indented(role('a'), 2).trim()}\n- x: 1\n`)).toEqual(['Role a 4']);
    const list =
      'x:\n  apiVersion: rbac.authorization.k8s.io/v1\n  kind: RoleList\n  items:\n  - metadata: {name: a}\n';
    expect(found(list)).toEqual(['Role a 5']);
  });

  test('finds manifests in strings, and in strings of those, on their lines', () => {
    const inner = `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n${indented(role('deep'), 4)}\n---\n${role('flat').join('\n')}\n`;
    expect(found(`data:\n  b: |\n${indented(inner.split('\n'), 4)}\n`)).toEqual(['Role deep 9', 'Role flat 14']);
    expect(found(`data: {c: ${JSON.stringify(role('json').join('\n'))}}\n`)).toEqual(['Role json 1']);
  });

  test('takes kinds that are not text, and strings that are not manifests', () => {
    expect(found('kind: {Role: 1}\nx: {kind: [Role]}\ny: {kind: {a: {}}}\n')).toEqual([]);
    expect(found('x: "kind: Role\\n[ {"\n')).toEqual([]);
  });
});

/** The objects inside a value, by kind, name and place in it. */
const inside = (value: unknown): readonly Resource[] =>
  parseYaml(Buffer.from(JSON.stringify(value)), limits).documents.flatMap((document) =>
    embeddedObjects(document, 'f.yaml', resourcesOf(document, 'f.yaml'), limits),
  );
const shown = (value: unknown) =>
  inside(value).map(
    ({ group, kind, name, path, within }) => `${group} ${kind} ${name} ${[...(within?.path ?? []), ...path].join('.')}`,
  );
const metadata = { name: 'x' };

describe('what counts inside another object', () => {
  test.each<[name: string, value: unknown, expected: readonly string[]]>([
    [
      'a role',
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules: [] },
      ['rbac.authorization.k8s.io Role x a'],
    ],
    [
      'a role of OpenShift',
      { apiVersion: 'authorization.openshift.io/v1', kind: 'RoleBinding', metadata, userNames: [] },
      ['authorization.openshift.io RoleBinding x a'],
    ],
    [
      'one that says no version',
      { kind: 'ClusterRole', metadata, rules: [] },
      ['rbac.authorization.k8s.io ClusterRole x a'],
    ],
    ['a Secret', { apiVersion: 'v1', kind: 'Secret', metadata, data: {} }, [' Secret x a']],
    ['one with text', { apiVersion: 'v1', kind: 'Secret', metadata, stringData: {} }, [' Secret x a']],
    ['a kind of a template', { apiVersion: 'v1', kind: '{{ .kind }}', metadata, data: {} }, [' {{ .kind }} x a']],
    ['a kind of a parameter', { apiVersion: 'v1', kind: '$' + '{KIND}', metadata, data: {} }, [` \${KIND} x a`]],
    ['a kind of a template without a version', { kind: '{{ .kind }}', metadata, data: {} }, []],
    ['a Secret without a version', { kind: 'Secret', metadata, data: {} }, []],
    ['a Secret of another group', { apiVersion: 'x.io/v1', kind: 'Secret', metadata, data: {} }, []],
    ['a Secret of another version', { apiVersion: 'v11', kind: 'Secret', metadata, data: {} }, []],
    [
      'a role of a group that ends so',
      { apiVersion: 'x.rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules: [] },
      [],
    ],
    ['a version that is no text', { apiVersion: 1, kind: 'Role', metadata, rules: [] }, []],
    ['a mere reference', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata }, []],
    ['one without metadata', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules: [] }, []],
    ['another kind', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: {} }, []],
    [
      'a list of roles',
      { kind: 'RoleList', apiVersion: 'rbac.authorization.k8s.io/v1', items: [{ metadata }] },
      ['rbac.authorization.k8s.io Role x a.items.0'],
    ],
    [
      'a list of another kind',
      { kind: 'MyRoleList', apiVersion: 'rbac.authorization.k8s.io/v1', items: [{ metadata }] },
      [],
    ],
    ['a namespace', { apiVersion: 'v1', kind: 'Namespace', metadata }, []],
    [
      'roles in lists of lists',
      [[{ kind: 'Role', metadata, rules: [] }], null],
      ['rbac.authorization.k8s.io Role x a.0.0'],
    ],
  ])('%s', (_, value, expected) => expect(shown({ a: value })).toEqual(expected));

  test.each(['rules', 'subjects', 'roleRef', 'aggregationRule', 'userNames', 'groupNames', 'data', 'stringData'])(
    'an object that has %s says something',
    (field) => expect(shown({ a: { kind: 'Role', metadata, [field]: {} } })).toHaveLength(1),
  );

  test('is marked, with the place that it is in', () => {
    const [role] = inside({ a: [{ kind: 'Role', metadata, rules: [] }] });
    expect([role?.isEmbedded, role?.within?.path, role?.within?.document.value]).toEqual([
      true,
      ['a', 0],
      { a: [{ kind: 'Role', metadata, rules: [] }] },
    ]);
  });

  test('of a policy that only looks, Secrets count, which are there to be read, and roles do not', () => {
    const policy = (remediationAction: string) => ({
      spec: {
        remediationAction,
        'object-templates': [
          {
            complianceType: 'musthave',
            objectDefinition: { kind: 'Role', metadata, rules: [] },
          },
          {
            complianceType: 'musthave',
            objectDefinition: { apiVersion: 'v1', kind: 'Secret', metadata, data: {} },
          },
        ],
      },
    });
    const place = 'spec.object-templates';
    expect(shown(policy('inform'))).toEqual([` Secret x ${place}.1.objectDefinition`]);
    expect(shown(policy('enforce'))).toEqual([
      `rbac.authorization.k8s.io Role x ${place}.0.objectDefinition`,
      ` Secret x ${place}.1.objectDefinition`,
    ]);
  });

  test('below the field by which others are applied, whole manifests count, and what is inside them', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata };
    const release = { apiVersion: 'helm.toolkit.fluxcd.io/v2', kind: 'HelmRelease', metadata };
    expect(
      shown({ ...release, spec: { values: { extra: [service, { ...service, metadata: {} }] }, other: service } }),
    ).toEqual([' Service x spec.values.extra.0']);
    const application = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata,
      spec: { source: { helm: { valuesObject: [service] } } },
    };
    expect(shown({ ...release, spec: { values: { extra: [application] } } })).toEqual([
      'argoproj.io Application x spec.values.extra.0',
      ' Service x spec.values.extra.0.spec.source.helm.valuesObject.0',
    ]);
    expect(shown({ ...release, kind: 'Other', spec: { values: [service] } })).toEqual([]);
    // In a string of it as well, and only there.
    const text = JSON.stringify(service);
    expect(shown({ ...release, spec: { values: text } })).toEqual([' Service x spec.values']);
    expect(shown({ ...release, spec: { other: text } })).toEqual([]);
  });

  test('the objects of an OpenShift Template have the values of its parameters', () => {
    const template = {
      apiVersion: 'template.openshift.io/v1',
      kind: 'Template',
      metadata,
      parameters: [{ name: 'NAME', value: 'given' }],
      objects: [{ kind: 'Role', metadata: { name: '$' + '{NAME}' }, rules: [] }],
      other: [{ kind: 'Role', metadata: { name: '$' + '{NAME}' }, rules: [] }],
    };
    expect(inside(template).map(({ name }) => name)).toEqual(['given', '$' + '{NAME}']);
  });
});

describe('manifests in strings', () => {
  const text = (...lines: readonly string[]) => lines.join('\n');
  const manifest = text('kind: Role', 'metadata: {name: r}', 'rules: []', '');

  test('count where they have every word of a role, two strings deep', () => {
    expect(shown({ a: manifest })).toEqual(['rbac.authorization.k8s.io Role r a']);
    expect(shown({ a: JSON.stringify({ b: manifest }) })).toEqual(['rbac.authorization.k8s.io Role r a']);
    expect(shown({ a: JSON.stringify({ b: JSON.stringify({ c: manifest }) }) })).toEqual([]);
  });

  test('each string is read once, though an alias repeats it', () => {
    expect(found(`a: &t |\n${indented(manifest.split('\n'), 2)}\nb: *t\n`)).toEqual(['Role r 3']);
  });

  test('Secrets in them are found elsewhere', () => {
    const secret = text('---', 'apiVersion: v1', 'kind: Secret', 'metadata: {name: s}', 'data: {}', '');
    expect(shown({ a: manifest + secret })).toEqual(['rbac.authorization.k8s.io Role r a']);
  });

  test('with an action they are read as templates', () => {
    const template = text('{{- if .x }}', manifest, '{{- end }}', '');
    expect(shown({ a: template })).toEqual(['rbac.authorization.k8s.io Role r a']);
  });

  test('say where the outermost string is', () => {
    const [role] = inside({ a: JSON.stringify({ b: manifest }) });
    expect(role?.within?.path).toEqual(['a']);
    expect(role?.isEmbedded).toBe(true);
  });
});

test('documents inside a string have their lines where it is a literal block, else the place of the string', () => {
  const outer = objectOf(
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    x: 1\n    k: "z"\n    ---\n    w: 2\n  b: "v: 1"\n',
  );
  const [first, second, ...more] = documentsInside('x: 1\nk: "z"\n---\nw: 2\n', outer.document, ['data', 'a'], limits);
  expect(more).toEqual([]);
  expect([first?.value, first?.line, second?.line]).toEqual([{ x: 1, k: 'z' }, 5, 8]);
  expect(first?.at(['k'])).toEqual({ line: 6, column: 5 });
  expect(first?.valueAt(['k'])).toEqual({ line: 6, column: 8 });
  expect(first?.styleAt(['k'])).toBe('double-quoted');
  expect(second?.at(['w'])).toEqual({ line: 8, column: 5 });
  const [quoted] = documentsInside('v: 1', outer.document, ['data', 'b'], limits);
  expect([quoted?.line, quoted?.at(['v'])]).toEqual([9, { line: 9, column: 3 }]);
});

test('objects at a place inside an object are marked with it, with their places in the file', () => {
  const outer = objectOf('apiVersion: v1\nkind: X\nspec:\n  t:\n    apiVersion: v1\n    kind: "Pod"\n');
  const [pod, ...more] = objectsInside(outer, ['spec', 't'], { apiVersion: 'v1', kind: 'Pod' });
  expect(more).toEqual([]);
  expect([pod?.kind, pod?.isEmbedded, pod?.within?.path]).toEqual(['Pod', true, ['spec', 't']]);
  expect(pod?.at(['kind'])).toEqual({ file: 'a.yaml', line: 6, column: 5 });
  expect(pod?.valueAt(['kind'])).toEqual({ file: 'a.yaml', line: 6, column: 11 });
  expect(pod?.styleAt(['kind'])).toBe('double-quoted');
  expect(pod?.document.line).toBe(4);
});
