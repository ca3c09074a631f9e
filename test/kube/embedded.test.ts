import { describe, expect, test } from '@jest/globals';
import { embeddedObjects } from '../../src/kube/embedded.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from '../yaml/limits.ts';

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
