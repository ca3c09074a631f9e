import { describe, expect, test } from '@jest/globals';
import { plainDocuments } from '../../src/kube/plain-documents.ts';
import { readFile } from '../../src/kube/read-file.ts';
import type { RbacObjects } from '../../src/rbac/model/rbac-objects.ts';
import { insideText, partOf } from '../../src/rbac/products/part-of.ts';
import { readRbac } from '../../src/rbac/read/read-rbac.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from '../yaml/limits.ts';
import { resources } from './manifests.ts';

const rule = { verbs: ['get'], apiGroups: [''], resources: ['pods'] };
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' };
const subjects = [{ kind: 'User', name: 'u' }];

/** What is granted, a line each: with its place in the object after `@`. */
function said({ roles, bindings, unjudged }: RbacObjects): string[] {
  const at = (path: readonly unknown[]) => ` @${path.join('.')}`;
  return [
    ...roles.map(
      ({ kind, namespace, name, rules }) =>
        `${kind} ${namespace ?? '*'} ${name}:${rules.map(({ path }) => at(path)).join()}`,
    ),
    ...bindings.map(({ kind, namespace, name, role, rolePath, subjects: bound }) => {
      const who = bound.map(({ subject, path }) => `${subject.key}${at(path)}`).join(', ');
      return `${kind} ${namespace ?? '*'} ${name} → ${role.kind} ${role.name}${at(rolePath)} for ${who}`;
    }),
    ...unjudged.map(({ what, code, severity, path }) => `${severity} ${what} [${code}]${at(path)}`),
  ];
}

describe('a policy of Kyverno', () => {
  const policy = (spec: object, kind = 'ClusterPolicy', apiVersion = 'kyverno.io/v1') =>
    said(readRbac(resources({ 'p.yaml': JSON.stringify({ apiVersion, kind, metadata: { name: 'p' }, spec }) })));
  const generate = (given: object) => policy({ rules: [{ name: 'other' }, { generate: given }] });
  const copies = (kind: string) =>
    `high generates ${kind}s that it copies from elsewhere [clones,${kind}] @spec.rules.1.generate`;
  const edit = (place: string, name = 'b') =>
    `RoleBinding ${place} ${name} → ClusterRole edit @roleRef.name for User:u @subjects.0`;

  test('generates roles and bindings, in their namespace or in one that its trigger names', () => {
    const data = { roleRef, subjects };
    expect(generate({ kind: 'RoleBinding', name: 'b', namespace: 'web', data })).toEqual([edit('web')]);
    expect(generate({ kind: 'RoleBinding', name: 'b', namespace: '{{ request.namespace }}', data })).toEqual([
      edit('?*p/b'),
    ]);
    expect(generate({ kind: 'RoleBinding', name: 'b', data })).toEqual([edit('?*p/b')]);
    expect(generate({ kind: 'RoleBinding', data: { metadata: { name: 'own' }, ...data } })).toEqual([
      edit('?*p/own', 'own'),
    ]);
    expect(generate({ kind: 'Role', name: 'r', data: { rules: [rule] } })).toEqual(['Role ?*p/r r: @rules.0']);
    expect(generate({ kind: 'ClusterRole', name: 'r', data: { rules: [rule] } })).toEqual([
      'ClusterRole * r: @rules.0',
    ]);
    expect(generate({ kind: '{{ k }}', name: 'r', data: { rules: [rule] } })).toEqual(['ClusterRole * r: @rules.0']);
  });

  test('is placed by what generates, rule by rule', () => {
    const [resource] = resources({
      'p.yaml': `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: p}\nspec:\n  rules:\n  - generate:\n      kind: ClusterRole\n      name: r\n      data:\n        rules:\n        - {verbs: [get], apiGroups: [""], resources: [pods]}\n`,
    });
    const [role] = readRbac(resource ? [resource] : []).roles;
    expect(role?.resource?.at(role.rules[0]?.path ?? [])).toMatchObject({ file: 'p.yaml', line: 11 });
  });

  test('generates each of a list', () => {
    const foreach = [
      { kind: 'ConfigMap', name: 'c', data: {} },
      { kind: 'ClusterRole', name: 'r', data: { rules: [rule] } },
      { kind: 'Role', name: 'x', clone: {} },
    ];
    expect(generate({ foreach })).toEqual([
      'ClusterRole * r: @rules.0',
      'high generates Roles that it copies from elsewhere [clones,Role] @spec.rules.1.generate.foreach.2',
    ]);
    expect(generate({ kind: 'ConfigMap', foreach })).toHaveLength(2);
  });

  test.each([
    'Role',
    'ClusterRole',
    'RoleBinding',
    'ClusterRoleBinding',
    'rbac.authorization.k8s.io/v1/Role',
    '$' + '{KIND}',
    '{{ kind }}',
  ])('that copies a %s cannot be compared', (kind) =>
    expect(generate({ kind, clone: { name: 'x' } })).toEqual([copies(kind)]),
  );

  test.each(['ConfigMap', 'Secret', 'RoleBindingRestriction', 'MyRole', 'NetworkPolicy'])(
    'that makes a %s grants nothing',
    (kind) => {
      expect(generate({ kind, name: 'x', data: { rules: [rule], roleRef, subjects } })).toEqual([]);
      expect(generate({ kind, clone: { name: 'x' } })).toEqual([]);
    },
  );

  const listed =
    'high generates roles or bindings that it copies from elsewhere [clones] @spec.rules.1.generate.cloneList';
  test.each([
    [['v1/Secret', 'rbac.authorization.k8s.io/v1/RoleBinding'], [listed]],
    [['*'], [listed]],
    [['*/*'], [listed]],
    [['{{ x }}'], [listed]],
    [['v1/Secret', 7], []],
    [['x/*y'], []],
    [[], []],
  ])('that clones %j says so', (kinds, expected) => expect(generate({ cloneList: { kinds } })).toEqual(expected));

  const mutate = (match: object | undefined, given: object | undefined) =>
    policy({ rules: [{ match, mutate: given }] });
  const changes = ['high changes roles or bindings [mutates] @spec.rules.0.mutate'];
  const patch = { patchStrategicMerge: { subjects } };
  test.each([
    ['what it matches', { resources: { kinds: ['Pod', 'ClusterRoleBinding'] } }, patch, changes],
    ['any of what it matches', { any: [{}, { resources: { kinds: ['Role'] } }] }, patch, changes],
    ['all of what it matches', { all: [{ resources: { kinds: ['*'] } }] }, patch, changes],
    ['a group and kind', { resources: { kinds: ['rbac.authorization.k8s.io/v1/RoleBinding'] } }, patch, changes],
    ['what a template names', { resources: { kinds: ['{{ k }}'] } }, patch, changes],
    [
      'its targets',
      { resources: { kinds: ['Pod'] } },
      { ...patch, targets: [{ kind: 'Pod' }, { kind: 'RoleBinding' }] },
      changes,
    ],
    [
      'other targets than what it matches',
      { resources: { kinds: ['Role'] } },
      { ...patch, targets: [{ kind: 'Pod' }] },
      [],
    ],
    ['other kinds', { resources: { kinds: ['Pod'] } }, patch, []],
    [
      'what decides nothing',
      { resources: { kinds: ['Role'] } },
      { patchStrategicMerge: { metadata: { annotations: { a: 'b' } } } },
      [],
    ],
    [
      'what decides nothing, of targets that do',
      {},
      { targets: [{ kind: 'Role', name: 'rules' }], patchStrategicMerge: {} },
      [],
    ],
    ['rules by a JSON patch', { resources: { kinds: ['Role'] } }, { patchesJson6902: '- path: /rules/0' }, changes],
    [
      'aggregation labels',
      { resources: { kinds: ['ClusterRole'] } },
      { x: 'rbac.authorization.k8s.io/aggregate-to-view' },
      changes,
    ],
    ['nothing', { resources: { kinds: ['Role'] } }, undefined, []],
  ])('changes %s', (_, match, given, expected) => expect(mutate(match, given)).toEqual(expected));

  const computed = ['high makes or changes roles or bindings by expressions [expressions] @spec'];
  test.each(['GeneratingPolicy', 'MutatingPolicy', 'NamespacedGeneratingPolicy', 'NamespacedMutatingPolicy'])(
    '%s is named where it is about roles or bindings',
    (kind) => {
      const of = (spec: object) => policy(spec, kind, 'policies.kyverno.io/v1alpha1');
      for (const word of [
        'rbac.authorization.k8s.io',
        'Role',
        'ClusterRole',
        'RoleBinding',
        'ClusterRoleBinding',
        'roleRef',
        'rolebindings',
        'clusterroles',
      ]) {
        expect(of({ variables: [{ expression: `x ${word}` }] })).toEqual(computed);
      }
      for (const field of ['generate', 'mutations', 'matchConstraints'])
        expect(of({ [field]: 'Role' })).toEqual(computed);
      expect(of({ generate: 'ConfigMap Roles myRole2' })).toEqual([]);
      expect(of({ validations: 'Role' })).toEqual([]);
      expect(of({})).toEqual([]);
    },
  );

  test('that only validates grants nothing', () => {
    expect(policy({ validations: 'Role' }, 'ValidatingPolicy', 'policies.kyverno.io/v1alpha1')).toEqual([]);
    expect(policy({ rules: [{ validate: { pattern: { rules: [rule] } } }] })).toEqual([]);
  });
});

describe('values of charts', () => {
  const release = (values: unknown, more: object = {}) =>
    said(
      readRbac(
        resources({
          'r.yaml': JSON.stringify({
            apiVersion: 'helm.toolkit.fluxcd.io/v2',
            kind: 'HelmRelease',
            metadata: { name: 'web', namespace: 'apps' },
            spec: { values, ...more },
          }),
        }),
      ),
    );
  const account = (namespace: string) => `User:system:serviceaccount:${namespace}:of HelmRelease web`;
  const role = (path: string, ...rules: readonly string[]) =>
    `ClusterRole * HelmRelease/web/${path}: ${rules.map((each) => `@${each}`).join(', ')}`;
  const bound = (path: string, namespace = 'apps', place = 'ClusterRoleBinding *') =>
    `${place} HelmRelease/web/${path} → ClusterRole HelmRelease/web/${path} @${path} for ${account(namespace)} @${path}`;

  test('lists of rules are roles of an account that only the chart knows', () => {
    const at = 'spec.values.rbac.extra';
    expect(release({ rbac: { extra: [rule, rule] } })).toEqual([role(at, `${at}.0`, `${at}.1`), bound(at)]);
    expect(release({ rbac: { extra: [rule] } }, { targetNamespace: 'other' })).toEqual([
      role(at, `${at}.0`),
      bound(at, 'other'),
    ]);
    expect(release({ rbac: { extra: ['x', { verbs: 'get', nonResourceURLs: '/x' }] } })).toEqual([
      role(at, `${at}.0`, `${at}.1`),
      bound(at),
    ]);
  });

  test.each([
    ['verbs without resources', [{ verbs: ['get'] }]],
    ['resources without verbs', [{ resources: ['pods'] }]],
    ['verbs that are not words', [{ verbs: [1], resources: ['pods'] }]],
    ['resources that are not words', [{ verbs: ['get'], resources: [{}] }]],
    ['words', ['verbs', 'resources']],
  ])('%s are no rules', (_, list) => expect(release({ a: list })).toEqual([]));

  test('rules outside values are none, wherever values may be', () => {
    expect(release({}, { rules: [rule] })).toEqual([]);
    for (const field of [
      'values',
      'valuesObject',
      'valuesInline',
      'valuesContent',
      'valuesTemplate',
      'helmValues',
      'my-values.yaml',
      'values.yml',
      'VALUES',
    ]) {
      expect([field, release({}, { x: { [field]: { a: [rule] } } })]).toEqual([
        field,
        [role(`spec.x.${field}.a`, `spec.x.${field}.a.0`), bound(`spec.x.${field}.a`)],
      ]);
    }
    for (const field of ['myvalues', 'valuesFrom', 'values.json'])
      expect(release({}, { x: { [field]: { a: [rule] } } })).toEqual([]);
  });

  test('rules inside text of values are rules, up to three texts deep', () => {
    const text = (value: object) => JSON.stringify(value);
    const one = { a: [rule] };
    expect(release(text(one))).toEqual([role('spec.values.a', 'spec.values.a.0'), bound('spec.values.a')]);
    expect(release({ b: text({ c: text(one) }) })).toHaveLength(2);
    expect(release({ b: text({ c: text({ d: text(one) }) }) })).toHaveLength(2);
    expect(release({ b: text({ c: text({ d: text({ e: text(one) }) }) }) })).toEqual([]);
    expect(release({}, { note: text(one) })).toEqual([]);
    expect(release({ b: 'verbs' })).toEqual([]);
  });

  test('of the common library bind by name, and have roles of their namespace', () => {
    const library = (rbac: object) => release({ rbac });
    const at = 'spec.values.rbac.bindings.x';
    const binding = (place: string, named: string) =>
      `${place} HelmRelease/web/${at} → ${named} @${at}.roleRef.name for ${account('apps')} @${at}`;
    expect(
      library({ bindings: { x: { type: 'ClusterRoleBinding', roleRef: { kind: 'ClusterRole', name: 'edit' } } } }),
    ).toEqual([binding('ClusterRoleBinding *', 'ClusterRole edit')]);
    expect(library({ bindings: { x: { type: 'RoleBinding', roleRef: { kind: 'Role', name: 'own' } } } })).toEqual([
      binding('RoleBinding apps', 'Role own'),
    ]);
    expect(library({ bindings: { x: { roleRef: { identifier: 'own' } } } })).toEqual([]);
    expect(release({ bindings: { x: { roleRef: { name: 'edit' } } } })).toEqual([]);
    const rules = 'spec.values.rbac.roles.x.rules';
    expect(library({ roles: { x: { type: 'Role', rules: [rule] } } })).toEqual([
      role(rules, `${rules}.0`),
      bound(rules, 'apps', 'RoleBinding apps'),
    ]);
    expect(library({ roles: { x: { type: 'ClusterRole', rules: [rule] } } })).toEqual([
      role(rules, `${rules}.0`),
      bound(rules),
    ]);
    expect(release({ roles: { x: { type: 'Role', rules: [rule] } } })).toEqual([
      role('spec.values.roles.x.rules', 'spec.values.roles.x.rules.0'),
      bound('spec.values.roles.x.rules'),
    ]);
    expect(library({ roles: { x: { type: 'Role', more: [rule] } } })[1]).toContain('ClusterRoleBinding *');
  });

  test('whole objects among values are read as such, not as rules', () => {
    expect(release({ extra: [{ kind: 'X', metadata: { name: 'x' }, rules: [rule] }] })).toEqual([]);
    expect(release({ extra: [{ kind: 'X', rules: [rule] }] })).toHaveLength(2);
    expect(release({ extra: [{ metadata: { name: 'x' }, rules: [rule] }] })).toHaveLength(2);
  });

  test('parameters that set single words of rules are named', () => {
    const application = (parameters: unknown) =>
      said(
        readRbac(
          resources({
            'a.yaml': JSON.stringify({
              apiVersion: 'argoproj.io/v1alpha1',
              kind: 'Application',
              metadata: { name: 'a' },
              spec: { source: { helm: { parameters } } },
            }),
          }),
        ),
      );
    const at = 'spec.source.helm.parameters';
    expect(
      application([
        { name: 'x.rules[0].verbs[0]', value: '*' },
        { name: 'replicas', value: '2' },
        { name: 'x.apiGroups', value: ['a', 'b'] },
        { name: 'x.resourcesX', value: 'y' },
        { name: 'verbs', value: 'y' },
        { name: 'x.nonResourceURLs[1]' },
        'text',
      ]),
    ).toEqual([
      `high sets x.rules[0].verbs[0]=*, a part of a rule [parameter,x.rules[0].verbs[0],*] @${at}.0`,
      `high sets x.apiGroups=a,b, a part of a rule [parameter,x.apiGroups,a,b] @${at}.2`,
      `high sets x.nonResourceURLs[1]=, a part of a rule [parameter,x.nonResourceURLs[1],] @${at}.5`,
    ]);
    expect(application({ name: 'x.rules[0].verbs[0]' })).toEqual([]);
  });

  test('Argo CD’s keys among them are its policy; a file of values is of a namespace that is not stated', () => {
    const file = (value: object) => {
      const bytes = Buffer.from(JSON.stringify(value));
      const side = readFile({
        path: 'a/values.yaml',
        mode: '100644',
        id: 'i',
        size: bytes.length,
        bytes,
        isTemplate: false,
        isNamed: false,
        limits,
      });
      return said(readRbac([...side.resources, ...plainDocuments(side, 'a/values.yaml')]));
    };
    expect(file({ argo: { rbac: { 'policy.default': 'role:x' } } })[0]).toContain(
      '→ ClusterRole Argo CD/role:x @argo.rbac.policy.default for Group:everyone of Argo CD',
    );
    expect(file({ 'policy.default': 'role:x' })).toEqual([]);
    expect(file({ rules: [rule] })[1]).toContain(':?a/values.yaml:of ');
    expect(release({ 'policy.default': 'role:x' })).toHaveLength(1);
    expect(release({}, { 'policy.default': 'role:x' })).toEqual([]);
    expect(release({ config: 'a: {policy.default: "role:x"}' })).toHaveLength(1);
  });
});

describe('places inside an object', () => {
  const config = (data: string) => {
    const [resource] = resources({ 'c.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${data}` });
    if (resource === undefined) throw new Error(data);
    return resource;
  };
  const field = ['data', 'x'];
  const inside = (data: string, text: string) => {
    const [document] = parseYaml(Buffer.from(text), limits).documents;
    if (document === undefined) throw new Error(text);
    return insideText(config(data), field, document);
  };
  const place = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;

  test('of a literal block are those of the file', () => {
    const resource = inside('  x: |\n    a:\n      b: |\n        c\n', 'a:\n  b: |\n    c\n');
    expect(place(resource.at([...field, 'a', 'b']))).toBe('7:7');
    expect(place(resource.valueAt([...field, 'a', 'b']))).toBe('8:9');
    expect(resource.styleAt([...field, 'a', 'b'])).toBe('literal');
    expect([place(resource.at(field)), place(resource.valueAt(field)), resource.styleAt(field)]).toEqual([
      '5:3',
      '6:5',
      'literal',
    ]);
    expect(place(resource.at(['data']))).toBe('4:1');
  });

  test('of other text are the place of the text', () => {
    const resource = inside('  x: "a: 1"\n', 'a: 1');
    expect(place(resource.at([...field, 'a']))).toBe('5:3');
    expect(place(resource.valueAt([...field, 'a']))).toBe('5:6');
    expect([resource.styleAt([...field, 'a']), resource.styleAt(field)]).toEqual([
      undefined,
      config('  x: "a: 1"\n').styleAt(field),
    ]);
    expect(place(resource.at(['data']))).toBe('4:1');
    expect(place(resource.valueAt(['data']))).toBe('5:3');
  });

  test('of a part are those of its maker', () => {
    const maker = config('  x: {rules: [1]}\n');
    const part = (apiVersion: string, metadata?: object) =>
      partOf(maker, field, { apiVersion, kind: 'Role', metadata });
    expect(part('apps/v1', { name: 'n', namespace: 's' })).toMatchObject({
      group: 'apps',
      version: 'v1',
      kind: 'Role',
      name: 'n',
      namespace: 's',
      file: 'c.yaml',
      path: field,
      isEmbedded: true,
    });
    expect(part('v1')).toMatchObject({ group: '', version: 'v1', name: '', namespace: undefined });
    expect([place(part('v1').at(['rules'])), place(part('v1').valueAt(['rules']))]).toEqual(['5:7', '5:14']);
  });
});
