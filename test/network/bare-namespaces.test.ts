import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { bareNamespaces } from '../../src/network/judge/bare-namespaces.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';

function resources(text: string, file: string): readonly Resource[] {
  return parseYaml(Buffer.from(text), defaultPolicy.limits).documents.flatMap((each) => resourcesOf(each, file));
}

/** Whether `shop`, new in the folder `a`, is reported where another object is there. */
function isBare(other: string, file = 'a/other.yaml'): boolean {
  const sides = { before: [], after: [...resources(namespace, 'a/namespace.yaml'), ...resources(other, file)] };
  const find = bareNamespaces(
    new Map([['a', sides]]),
    () => true,
    () => [],
  );
  return find('a', sides).some(({ name }) => name === 'shop');
}

const object = (kind: string, spec: object, apiVersion = 'example.org/v1') =>
  JSON.stringify({ apiVersion, kind, metadata: { name: 'x' }, spec });
const rule = (generate: object) => ({ rules: [{ name: 'r', generate }] });

test('a namespace without any object around it is reported', () => {
  expect(isBare(object('ConfigMap', {}, 'v1'))).toBe(true);
});

describe('what makes fences for every namespace', () => {
  test.each([
    ['Tenant', object('Tenant', {})],
    ['ProjectConfigTemplate', object('ProjectConfigTemplate', {})],
    ['NamespaceConfig', object('NamespaceConfig', {})],
    ['a rule that generates', object('ClusterPolicy', rule({ kind: 'ResourceQuota' }))],
    ['a rule of a namespace', object('Policy', rule({ kind: 'LimitRange' }))],
    ['a rule that generates each of a list', object('ClusterPolicy', rule({ foreach: [{ kind: 'NetworkPolicy' }] }))],
    [
      'a rule that clones',
      object('ClusterPolicy', rule({ cloneList: { kinds: ['v1/Secret', 'networking.k8s.io/v1/NetworkPolicy'] } })),
    ],
    ['expressions', object('GeneratingPolicy', { variables: [{ expression: '[{"kind": dyn("NetworkPolicy")}]' }] })],
    ['a policy of the cluster', object('GlobalNetworkPolicy', {})],
  ])('%s', (_, other) => {
    expect(isBare(other)).toBe(false);
  });

  test.each([
    ['TenantQuota', object('TenantQuota', {})],
    [
      'a rule that generates something else',
      object('ClusterPolicy', rule({ kind: 'ConfigMap', data: { kind: 'ResourceQuota' } })),
    ],
    ['a rule that clones something else', object('ClusterPolicy', rule({ cloneList: { kinds: ['v1/Secret'] } }))],
    ['a rule that only matches them', object('ClusterPolicy', { rules: [{ match: { kind: 'NetworkPolicy' } }] })],
    ['another kind that generates', object('PolicyReport', rule({ kind: 'NetworkPolicy' }))],
    [
      'expressions that make something else',
      object('GeneratingPolicy', { variables: [{ expression: '"NetworkPolicyLike"' }] }),
    ],
  ])('but not %s', (_, other) => {
    expect(isBare(other)).toBe(true);
  });
});

describe('a fence of one namespace', () => {
  const quota = (metadata: object) => JSON.stringify({ apiVersion: 'v1', kind: 'ResourceQuota', metadata });

  test.each([
    ['in its namespace', quota({ name: 'q', namespace: 'shop' }), 'a/other.yaml', false],
    ['in another namespace', quota({ name: 'q', namespace: 'pay' }), 'a/other.yaml', true],
    ['without one in the same folder', quota({ name: 'q' }), 'a/other.yaml', false],
    ['without one in another folder', quota({ name: 'q' }), 'a/b/other.yaml', true],
  ])('%s', (_, other, file, expected) => {
    expect(isBare(other, file)).toBe(expected);
  });
});
