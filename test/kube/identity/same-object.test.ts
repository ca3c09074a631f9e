import { describe, expect, test } from '@jest/globals';
import { isClusterKind } from '../../../src/kube/identity/cluster-kinds.ts';
import {
  addedDefinitions,
  definedIn,
  isSameObject,
  placeOfDefinition,
} from '../../../src/kube/identity/same-object.ts';
import { objectOf } from '../objects.ts';

describe('kinds that live in no namespace', () => {
  test.each<[kind: string, group: string | undefined, is: boolean]>([
    ['ClusterRole', undefined, true],
    ['ClusterPolicy', 'kyverno.io', true],
    ['Namespace', '', true],
    ['ConstraintTemplate', 'templates.gatekeeper.sh', true],
    ['Role', 'rbac.authorization.k8s.io', false],
    ['MyCluster', undefined, false],
    ['K8sHost', 'constraints.gatekeeper.sh', true],
    ['ExpansionTemplate', 'expansion.gatekeeper.sh', true],
    ['K8sHost', 'mutations.gatekeeper.sh', false],
    ['ValidatingPolicy', 'policies.kyverno.io', true],
    ['ImageValidatingPolicy', 'policies.kyverno.io', true],
    ['NamespacedValidatingPolicy', 'policies.kyverno.io', false],
    ['ValidatingPolicyList', 'policies.kyverno.io', false],
    ['ValidatingPolicy', 'kyverno.io', false],
    ['AdminNetworkPolicy', 'policy.networking.k8s.io', true],
    ['GlobalNetworkPolicy', 'projectcalico.org', true],
    ['GlobalNetworkPolicy', 'crd.projectcalico.org', true],
    ['Tier', 'projectcalico.org', true],
    ['StagedGlobalNetworkPolicy', 'projectcalico.org', false],
    ['NetworkPolicy', 'projectcalico.org', false],
    ['TracingPolicy', 'cilium.io', true],
    ['TracingPolicyNamespaced', 'cilium.io', false],
    ['NamespacedTracingPolicy', 'cilium.io', false],
    ['OAuth', 'config.openshift.io', true],
    ['OAuth', undefined, false],
    ['OAuth', 'constructor', false],
  ])('%s of %j: %s', (kind, group, is) => expect(isClusterKind(kind, group)).toBe(is));
});

const configMap = (name: string, file: string, namespace?: string) =>
  objectOf(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } }), file);
const clusterRole = (file: string) =>
  objectOf('apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: x}\n', file);
const generated = (file: string) =>
  objectOf('apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: x-, namespace: a}\n', file);

describe('where other definitions of an object are', () => {
  test.each([
    ['with a namespace, anywhere', configMap('x', 'a/b.yaml', 'n'), '//', undefined],
    ['of a kind without namespaces, anywhere', clusterRole('a/b.yaml'), '//', undefined],
    ['without a namespace, in its folder', configMap('x', 'a/b.yaml'), 'a', 'a'],
    ['without a namespace, at the top', configMap('x', 'b.yaml'), '', ''],
    ['of a name that a template makes, nowhere', configMap('{{ .x }}', 'a/b.yaml', 'n'), undefined, undefined],
    ['of a name that ends in another one', configMap('a b', 'a/b.yaml', 'n'), undefined, undefined],
    ['of a name that begins with another one', configMap('{a', 'a/b.yaml', 'n'), undefined, undefined],
    ['of a name with every sign that names have', configMap('system:a.b_c-1', 'b.yaml', 'n'), '//', undefined],
    ['of a name that the API server makes, nowhere', generated('a/b.yaml'), undefined, undefined],
  ])('%s', (_, object, place, folder) => {
    expect(placeOfDefinition(object)).toBe(place);
    expect(definedIn(object)).toBe(folder);
  });

  test('an object whose metadata is no mapping is known by the name that it was given', () => {
    expect(placeOfDefinition({ ...configMap('x', 'a/b.yaml', 'n'), value: {} })).toBe('//');
    expect(placeOfDefinition({ ...configMap('x', 'a/b.yaml', 'n'), name: '', value: {} })).toBeUndefined();
  });
});

describe('two definitions are one object', () => {
  const one = generated('a/b.yaml');
  test.each([
    ['from one folder', configMap('x', 'a/b.yaml'), configMap('x', 'a/c.yaml'), true],
    ['not from two, where neither states a namespace', configMap('x', 'a/b.yaml'), configMap('x', 'c/b.yaml'), false],
    ['from two, where both state one', configMap('x', 'a/b.yaml', 'n'), configMap('x', 'c/b.yaml', 'n'), true],
    ['from two, where one states one', configMap('x', 'a/b.yaml', 'n'), configMap('x', 'c/b.yaml'), true],
    ['whichever of them does', configMap('x', 'a/b.yaml'), configMap('x', 'c/b.yaml', 'n'), true],
    ['not where the API server makes the names', generated('a/b.yaml'), generated('a/b.yaml'), false],
    ['not where it makes one of them', generated('a/b.yaml'), configMap('x', 'a/b.yaml', 'a'), false],
    ['not where it makes the other one', configMap('x', 'a/b.yaml', 'a'), generated('a/b.yaml'), false],
    ['where they are one definition', one, one, true],
  ])('%s', (_, left, right, is) => expect(isSameObject(left, right)).toBe(is));
});

describe('objects of which a change adds a definition', () => {
  const names = (before: Parameters<typeof addedDefinitions>[0]['before'], after: typeof before) =>
    addedDefinitions({ before, after }).map(({ name, file }) => `${name} ${file}`);

  test('what was there, and what moved, is none', () => {
    const was = configMap('x', 'a/b.yaml', 'n');
    expect(names([was], [was])).toEqual([]);
    expect(names([was], [configMap('x', 'c.yaml', 'n')])).toEqual([]);
    expect(names([was], [])).toEqual([]);
  });

  test('what is new, and one more of what was there, each once for each definition', () => {
    const was = configMap('x', 'a.yaml', 'n');
    const more = [configMap('x', 'b.yaml', 'n'), configMap('x', 'c.yaml', 'n')];
    expect(names([], [was])).toEqual(['x a.yaml']);
    expect(names([was], [was, ...more])).toEqual(['x b.yaml', 'x c.yaml']);
    expect(names([was, ...more], [was, ...more])).toEqual([]);
    expect(names([was, ...more], [was, ...more, configMap('x', 'd.yaml', 'n')])).toEqual(['x d.yaml']);
  });

  test('of another name, namespace, kind or group it is another object', () => {
    const was = configMap('x', 'a.yaml', 'n');
    const others = [
      configMap('y', 'b.yaml', 'n'),
      configMap('x', 'c.yaml', 'm'),
      { ...was, kind: 'Secret', file: 'd.yaml' },
      { ...was, group: 'apps', file: 'e.yaml' },
    ];
    expect(names([was], [was, ...others])).toEqual(['y b.yaml', 'x c.yaml', 'x d.yaml', 'x e.yaml']);
  });

  test('a name that nobody knows is none', () => {
    expect(names([], [generated('a.yaml'), configMap('{{ .x }}', 'b.yaml', 'n')])).toEqual([]);
  });
});
