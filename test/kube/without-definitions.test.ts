import { describe, expect, test } from '@jest/globals';
import { readFile } from '../../src/kube/read-file.ts';
import { isDefinition, sharedDefinitions, withoutDefinitions } from '../../src/kube/without-definitions.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { superlinearAt } from '../growth.ts';

const group = 'apiVersion: apiextensions.k8s.io/v1';
const kind = 'kind: CustomResourceDefinition';
const definition = `${group}\n${kind}\nmetadata:\n  name: roles.example.com\nspec:\n  versions:\n  - name: v1\n`;
const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ops}\nrules: []\n`;
const without = (text: string) => withoutDefinitions(Buffer.from(text)).toString();

describe('definitions of custom resources are left out of what may grant', () => {
  test('what is alongside them stays on its lines', () => {
    const left = without(`${definition}---\n${role}---\n# Copyright\n${definition}`);
    expect(left).toBe(`${'\n'.repeat(7)}---\n${role}---\n${'\n'.repeat(8)}`);
    expect(left.split('\n')[9]).toBe('kind: ClusterRole');
  });

  test.each([
    ['comments and empty lines before it', `# x\n\n  # y\n${definition}`],
    ['its kind first', `${kind}\n${group}\nmetadata: {}\n`],
    ['v1beta1', definition.replace('/v1', '/v1beta1')],
    ['an item at the start of a line', `${group}\n${kind}\nspec:\n  versions:\nlist:\n- a: 1\n`],
  ])('with %s', (_, text) => expect(isDefinition(text)).toBe(true));

  test('without any, a file is the same', () => {
    const bytes = Buffer.from(role);
    expect(withoutDefinitions(bytes)).toBe(bytes);
  });
});

describe('definitions that both sides of a file hold', () => {
  const limits = defaultPolicy.limits;
  const other = definition.replace('roles', 'others');
  const side = (text: string, shared: ReadonlySet<string>) => {
    const bytes = Buffer.from(text);
    const file = { path: 'a.yaml', mode: '100644', id: text, size: bytes.length, bytes, shared, limits };
    return readFile({ ...file, isTemplate: false, isNamed: false });
  };

  test('are not read; what changes is, in its place', () => {
    const [old, now] = [
      `${definition}---\n${other}---\n${role}`,
      `${definition}---\n${other}  - name: v2\n---\n${role}`,
    ];
    const shared = sharedDefinitions(Buffer.from(old), Buffer.from(now));
    expect([...shared]).toEqual([definition]);
    const { resources, structure, text } = side(now, shared);
    expect(resources.map((each) => [each.name, each.at(['metadata', 'name']).line])).toEqual([
      ['others.example.com', 12],
      ['ops', 20],
    ]);
    expect([structure, text]).toEqual(['manifest', now]);
  });

  test('leave a manifest where nothing else is in it', () => {
    const shared = sharedDefinitions(Buffer.from(definition), Buffer.from(`# x\n---\n${definition}`));
    expect(side(definition, shared)).toMatchObject({ structure: 'manifest', resources: [] });
  });

  test.each([
    ['with an action of a template', definition.replace('name: v1', 'name: {{ .x }}')],
    ['with a second kind', `${definition}kind: ClusterRole\n`],
    ['that is no definition', role],
  ])('%s is read', (_, text) => {
    const sides = Buffer.from(`${definition.replace('roles', 'more')}---\n${text}`);
    expect(sharedDefinitions(sides, sides).has(text)).toBe(false);
  });
});

describe('what only looks like a definition is read', () => {
  test.each([
    ['a second kind, which counts', `${definition}kind: ClusterRole\n`],
    ['a second kind in quotes', `${definition}"kind": ClusterRole\n`],
    ['a second kind in single quotes', `${definition}'kind': ClusterRole\n`],
    ['a second kind as an explicit key', `${definition}? kind\n: ClusterRole\n`],
    ['a second kind that is escaped', `${definition}"\\x6bind": ClusterRole\n`],
    ['a second kind with a tag or an anchor', `${definition}!!str kind: ClusterRole\n`],
    ['a second kind with space before its colon', `${definition}kind : ClusterRole\n`],
    ['a second group', `${definition}apiVersion: rbac.authorization.k8s.io/v1\n`],
    ['a merge key', `${definition}<<: {kind: ClusterRole}\n`],
    ['text before it, which may be an open quote', `x: "\n${definition}"\nkind: ClusterRole\n`],
    ['an indented object around it', ` kind: ClusterRole\n x: "\n${definition}"\n`],
    ['a flow mapping around it', `{kind: ClusterRole, x: "\n${definition}"}\n`],
    ['another kind', definition.replace(kind, 'kind: CustomResourceDefinitionList')],
    ['another group', definition.replace('apiextensions.k8s.io', 'rbac.authorization.k8s.io')],
    ['a line end that YAML 1.1 alone knows', `${definition}a: "\u2028kind: ClusterRole"\n`],
    ['a text that looks like a key', `${definition}a:b\n`],
    ['a carriage return', `${definition}a: b\rkind: ClusterRole\n`],
    ['a directive', `%YAML 1.1\n---\n${definition}`.replace('---\n', '')],
    ['an expression of a template', `{{- if .Values.crds }}\n${definition}{{- end }}\n`],
    ['a tab', `${group}\n${kind}\t\n`],
  ])('%s', (_, text) => {
    expect(isDefinition(text)).toBe(false);
    expect(without(text)).toBe(text);
  });

  test('text after a separator, where kubectl stops reading', () => {
    const text = `--- x\n${definition}`;
    expect(without(text)).toBe(text);
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(definition), Buffer.from([0xff])]);
    expect(withoutDefinitions(bytes)).toBe(bytes);
    const apart = Buffer.concat([Buffer.from(`${definition}---\na: `), Buffer.from([0xff])]);
    expect(withoutDefinitions(apart)).toBe(apart);
    expect(sharedDefinitions(apart, Buffer.from(definition)).size).toBe(0);
    expect(sharedDefinitions(Buffer.from(definition), apart).size).toBe(0);
  });
});

test('looking for them takes time in proportion to the text', () => {
  expect(
    superlinearAt((size) => isDefinition(`${' '.repeat(size)}\n`.repeat(4) + definition), 100_000),
  ).toBeUndefined();
  expect(superlinearAt((size) => isDefinition(`# x\n`.repeat(size) + definition), 100_000)).toBeUndefined();
  expect(
    superlinearAt((size) => withoutDefinitions(Buffer.from(`${definition}---\n`.repeat(size))), 20_000),
  ).toBeUndefined();
}, 60_000);
