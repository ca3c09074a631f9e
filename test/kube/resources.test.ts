import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/kube/resources.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { limits } from '../yaml/limits.ts';

const read = (text: string) =>
  parseYaml(Buffer.from(text), limits).documents.flatMap((document) => resourcesOf(document, 'f.yaml'));

describe('resourcesOf', () => {
  test('splits the API version and names the object', () => {
    expect(read('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n')).toMatchObject([
      {
        group: 'apps',
        version: 'v1',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
        namespace: 'shop',
        path: [],
      },
    ]);
    expect(read('apiVersion: v1\nkind: Pod\nmetadata: {generateName: job-}\n')).toMatchObject([
      { group: '', version: 'v1', name: 'job-', namespace: undefined },
    ]);
  });

  test.each([
    'kind: X\n',
    'apiVersion: v1\n',
    '- apiVersion: v1\n',
    'apiVersion: 1\nkind: X\n',
    'text',
    'apiVersion: v1\nkind: [X]\n',
    'metadata: x\n',
  ])('sees no object in %j', (text) => expect(read(text)).toEqual([]));

  test('opens lists, nested and typed ones, and keeps the places', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: rbac.authorization.k8s.io/v1\n  kind: ClusterRoleList\n  items:\n  - metadata:\n      name: a\n    rules: []\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: b}\n- text\n';
    const [role, pod, ...rest] = read(text);
    expect(rest).toEqual([]);
    expect(role).toMatchObject({ kind: 'ClusterRole', group: 'rbac.authorization.k8s.io', name: 'a' });
    expect(role?.path).toEqual(['items', 0, 'items', 0]);
    expect(role?.at(['metadata', 'name'])).toEqual({ file: 'f.yaml', line: 8, column: 7 });
    expect(role?.valueAt(['metadata', 'name'])).toEqual({ file: 'f.yaml', line: 8, column: 13 });
    expect(pod?.styleAt(['metadata', 'name'])).toBe('plain');
  });

  test('sees an object that carries items, and the items', () => {
    const text =
      'apiVersion: v1\nkind: X\nmetadata: {name: x}\nitems:\n- {apiVersion: v1, kind: Z, metadata: {name: z}}\n';
    expect(read(text).map(({ kind }) => kind)).toEqual(['Z', 'X']);
  });

  test('is not fooled by names of built-in properties', () => {
    expect(read('__proto__: {apiVersion: v1, kind: X}\n')).toEqual([]);
    expect(read('apiVersion: v1\nkind: X\nmetadata:\n  __proto__: {name: x}\n')).toMatchObject([{ name: '' }]);
  });
});
