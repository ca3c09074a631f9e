import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import {
  asksForDeliverers,
  asksForPods,
  asksForPolicies,
  isDelivering,
  namespacesInQuestion,
} from '../../src/network/policies/worth-context.ts';
import { leavesSidecar, sidecarsLost } from '../../src/network/products/mesh-sidecars.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { object, read } from './policy-objects.ts';

const map = object('v1', 'ConfigMap', {}, 'm');
const policy = (name = 'n', namespace = 'shop') =>
  object('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {} }, name, { namespace });
const rules = (name = 'r', namespace = 'shop') =>
  object('security.istio.io/v1', 'AuthorizationPolicy', {}, name, { namespace });
const balancer = (selector: object) => object('v1', 'Service', { type: 'LoadBalancer', selector }, 's');
const namespace = (name: string, labels: object = {}) =>
  object('v1', 'Namespace', {}, name, { namespace: undefined, labels });
const pod = (labels: object = {}, annotations: object = {}, name = 'p') =>
  object('v1', 'Pod', { containers: [{ name: 'a', image: 'a/b:1' }] }, name, { labels, annotations });

describe('unchanged objects matter', () => {
  const sides = (before: readonly object[], after: readonly object[]) => ({
    before: read(map, ...before),
    after: read(map, ...after),
  });
  test.each<[string, readonly object[], readonly object[], [pods: boolean, policies: boolean, deliverers: boolean]]>([
    ['for nothing', [], [], [false, false, false]],
    ['for another object', [], [object('v1', 'Secret', {})], [false, false, false]],
    ['for a new policy', [], [policy()], [true, true, false]],
    ['for a policy that is gone', [policy()], [], [true, true, true]],
    ['for a policy that stays', [policy()], [policy()], [true, true, false]],
    ['for one of two policies that are gone', [policy(), policy('x')], [policy()], [true, true, true]],
    ['for one of two policies of a product that are gone', [rules(), rules('x')], [rules()], [true, true, true]],
    ['for a policy of a product that stays', [rules()], [rules()], [false, true, false]],
    ['for a new policy of a product', [], [rules()], [false, true, false]],
    [
      'for one that another kind has the name of',
      [rules()],
      [object('v1', 'AuthorizationPolicy', {}, 'r')],
      [true, true, true],
    ],
    ['for a load balancer that leads elsewhere', [balancer({ a: 'b' })], [balancer({ a: 'c' })], [true, true, false]],
    [
      'for one of two that does',
      [balancer({ a: 'b' }), object('v1', 'Service', {}, 't')],
      [balancer({ a: 'c' }), object('v1', 'Service', {}, 't')],
      [true, true, false],
    ],
    ['for one that does not', [balancer({ a: 'b' })], [balancer({ a: 'b' })], [false, false, false]],
    ['for an Ingress', [], [object('networking.k8s.io/v1', 'Ingress', {})], [false, true, false]],
    ['for an Ingress that is gone', [object('networking.k8s.io/v1', 'Ingress', {})], [], [false, false, false]],
    [
      'for a policy of admins',
      [],
      [object('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', {})],
      [false, true, false],
    ],
    [
      'for a policy of admins that is gone',
      [object('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', {})],
      [],
      [false, true, false],
    ],
    ['for a policy that is attached', [], [object('kuadrant.io/v1', 'AuthPolicy', {})], [false, true, false]],
    ['for a set of networks', [], [object('projectcalico.org/v3', 'NetworkSet', {})], [false, true, false]],
    ['for a new namespace', [], [namespace('x')], [false, true, false]],
    ['for a namespace that stays', [namespace('x')], [namespace('x')], [false, false, false]],
    [
      'for a namespace that leaves the mesh',
      [namespace('x', { 'istio-injection': 'enabled' })],
      [namespace('x')],
      [false, true, false],
    ],
    [
      'for another label of pods',
      [pod({ a: 'b' }), pod({}, {}, 'q')],
      [pod({ a: 'c' }), pod({}, {}, 'q')],
      [false, true, false],
    ],
    ['for a new annotation of pods', [pod()], [pod({}, { a: 'b' })], [false, false, false]],
    ['for pods that leave the mesh', [pod()], [pod({}, { 'sidecar.istio.io/inject': 'false' })], [false, true, false]],
    ['for new pods', [], [pod({ a: 'b' })], [false, false, false]],
    ['for pods that are gone', [pod({ a: 'b' })], [], [false, false, false]],
  ])('%s', (_, before, after, expected) => {
    const given = sides(before, after);
    expect([asksForPods(given), asksForPolicies(given), asksForDeliverers(given)]).toEqual(expected);
  });

  test('in these namespaces', () => {
    const of = (before: readonly object[], after: readonly object[]) => [
      ...new Set(namespacesInQuestion(sides(before, after))),
    ];
    expect(of([policy('a', 'one')], [policy('b', 'two')])).toEqual(['one', 'two']);
    expect(of([rules('a', 'one')], [rules('b', 'two')])).toEqual(['one']);
    expect(
      of(
        [namespace('x')],
        [
          namespace('x'),
          namespace('y'),
          object('example.org/v1', 'Namespace', {}, 'z'),
          object('v1', 'Service', {}, 's'),
        ],
      ),
    ).toEqual(['y']);
    expect(
      of(
        [object('security.istio.io/v1', 'PeerAuthentication', {}, 'p')],
        [object('security.istio.io/v1', 'PeerAuthentication', {}, 'p')],
      ),
    ).toEqual(['istio-system']);
  });
});

test.each<[string, string, boolean]>([
  ['argoproj.io/v1alpha1', 'Application', true],
  ['argoproj.io/v1alpha1', 'ApplicationSet', true],
  ['argoproj.io/v1alpha1', 'AppProject', false],
  ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', true],
  ['kustomize.config.k8s.io/v1', 'Kustomization', false],
  ['helm.toolkit.fluxcd.io/v2', 'HelmRelease', true],
  ['helm.cattle.io/v1', 'HelmChart', true],
  ['app.k8s.io/v1', 'Application', false],
])('%s %s delivers: %s', (apiVersion, kind, expected) => {
  expect(read(object(apiVersion, kind, {})).map(isDelivering)).toEqual([expected]);
});

describe('pods that leave the mesh', () => {
  const [inject, excluded] = ['sidecar.istio.io/inject', 'traffic.sidecar.istio.io/excludeInboundPorts'];
  const said = (before: Resource[], after: Resource[]) => {
    const [was, is] = [before, after].map((all) => all.flatMap(podsOf)[0]);
    const changes = was === undefined && is === undefined ? [] : [{ before: was, after: is }];
    return sidecarsLost({ before, after }, changes).flatMap(({ resource, loosenings }) =>
      loosenings.map(
        ({ what, path, subject }) => `${resource?.name} ${what} | ${path.join('.')} | ${subject.join('; ')}`,
      ),
    );
  };
  const strict = (over: object = {}, namespaceOf = 'shop', mode = 'STRICT') =>
    object('security.istio.io/v1', 'PeerAuthentication', { mtls: { mode }, ...over }, 'strict', {
      namespace: namespaceOf,
    });
  const changed = (before: object, after: object, ...policies: readonly object[]) =>
    said([...read(before, ...policies)], [...read(after, ...policies)]);
  const out = (path: string, by = 'PeerAuthentication shop/strict') =>
    `p newly runs without the sidecar of Istio, which enforces ${by} | ${path} | sidecar`;

  test.each<[object, object, readonly string[]]>([
    [pod(), pod({ [inject]: 'false' }), [out(`labels.${inject}`)]],
    [pod(), pod({}, { [inject]: 'false' }), [out(`annotations.${inject}`)]],
    [pod(), pod({ [inject]: 'true' }, { [inject]: 'false' }), []],
    [pod(), pod({ [inject]: 'no' }), [out(`labels.${inject}`)]],
    [pod(), pod({ [inject]: '' }), []],
    [pod({ [inject]: 'false' }), pod({ [inject]: 'false' }), []],
    [pod({ [inject]: 'false' }), pod(), []],
    [
      pod(),
      pod({}, { [excluded]: '80, 81,,' }),
      [
        `p newly takes connections to port 80, 81 past the sidecar of Istio, which enforces PeerAuthentication shop/strict | annotations.${excluded} | ports; 80; 81`,
      ],
    ],
    [
      pod({}, { [excluded]: '80' }),
      pod({}, { [excluded]: '80,81' }),
      [
        `p newly takes connections to port 81 past the sidecar of Istio, which enforces PeerAuthentication shop/strict | annotations.${excluded} | ports; 81`,
      ],
    ],
    [pod({}, { [excluded]: '*' }), pod({}, { [excluded]: '80' }), []],
    [pod({}, { [excluded]: '80' }), pod({}, { [excluded]: '80' }), []],
    [pod(), pod({ [inject]: 'false' }, { [excluded]: '80' }), [out(`labels.${inject}`)]],
  ])('%#', (before, after, expected) => {
    expect(changed(before, after, strict())).toEqual(expected);
    const [was, is] = read(before, after).flatMap(podsOf);
    expect(was !== undefined && is !== undefined && leavesSidecar(was, is)).toBe(expected.length > 0);
  });

  const gone = pod({ [inject]: 'false', app: 'web' });
  const own = pod({ app: 'web' });
  test.each<[string, readonly object[], number]>([
    ['nobody', [], 0],
    ['one that demands it', [strict()], 1],
    ['one that does not', [strict({}, 'shop', 'PERMISSIVE')], 0],
    ['one of another namespace', [strict({}, 'other')], 0],
    ['one of all', [strict({}, 'istio-system')], 1],
    ['one of other pods', [strict({ selector: { matchLabels: { app: 'db' } } })], 0],
    ['one of these pods', [strict({ selector: { matchLabels: { app: 'web' } } })], 1],
    ['the second', [strict({}, 'other'), strict()], 1],
    ['one that allows some', [object('security.istio.io/v1', 'AuthorizationPolicy', { rules: [{ from: [1] }] })], 1],
    ['one that allows all', [object('security.istio.io/v1', 'AuthorizationPolicy', { rules: [{}] })], 0],
    [
      'one that denies',
      [object('security.istio.io/v1', 'AuthorizationPolicy', { action: 'DENY', rules: [{ from: [1] }] })],
      1,
    ],
    ['one that denies nothing', [object('security.istio.io/v1', 'AuthorizationPolicy', { action: 'DENY' })], 0],
    ['another kind', [object('security.istio.io/v1', 'RequestAuthentication', { mtls: { mode: 'STRICT' } })], 0],
    ['another group', [object('cilium.io/v2', 'CiliumNetworkPolicy', { ingress: [] })], 0],
    ['a kind of another group', [{ ...strict(), apiVersion: 'example.org/v1' }], 0],
  ])('are kept by %s', (_, policies, count) => {
    expect(changed(own, gone, ...policies)).toHaveLength(count);
  });

  test('are there on both sides', () => {
    expect(said([], read(gone, strict()))).toEqual([]);
    expect(said(read(own, strict()), read(strict()))).toEqual([]);
  });

  const joined = (key: string, value: string) => namespace('shop', { [key]: value });
  const left = (label: string) => [
    `shop newly has its pods run outside the mesh of Istio, which enforces PeerAuthentication shop/strict | metadata.labels.${label} | mesh`,
  ];
  test.each<[string, object, object, readonly string[]]>([
    ['by injection', joined('istio-injection', 'enabled'), namespace('shop'), left('istio-injection')],
    ['by a revision', joined('istio.io/rev', '1'), namespace('shop'), left('istio.io/rev')],
    [
      'by the mode',
      joined('istio.io/dataplane-mode', 'ambient'),
      joined('istio.io/dataplane-mode', 'none'),
      left('istio.io/dataplane-mode'),
    ],
    ['for another way', joined('istio-injection', 'enabled'), joined('istio.io/rev', '1'), []],
    [
      'for a revision that does not count',
      joined('istio-injection', 'enabled'),
      namespace('shop', { 'istio-injection': 'disabled', 'istio.io/rev': '1' }),
      left('istio-injection'),
    ],
    ['that was not in it', joined('istio-injection', 'xenabled'), namespace('shop'), []],
    ['that was not in it either', joined('istio-injection', 'enabledx'), namespace('shop'), []],
    ['that was in none', joined('istio.io/dataplane-mode', 'xambient'), namespace('shop'), []],
    ['that was in none either', joined('istio.io/dataplane-mode', 'ambientx'), namespace('shop'), []],
    [
      'of another group',
      { ...joined('istio-injection', 'enabled'), apiVersion: 'example.org/v1' },
      { ...namespace('shop'), apiVersion: 'example.org/v1' },
      [],
    ],
    [
      'of another kind',
      { ...joined('istio-injection', 'enabled'), kind: 'Node' },
      { ...namespace('shop'), kind: 'Node' },
      [],
    ],
  ])('with their namespace %s', (_, before, after, expected) => {
    expect(changed(before, after, strict())).toEqual(expected);
  });
  test('with a namespace that another policy is for, or that is gone', () => {
    expect(changed(joined('istio-injection', 'enabled'), namespace('shop'), strict({}, 'other'))).toEqual([]);
    expect(said(read(joined('istio-injection', 'enabled')), read(strict()))).toEqual([]);
  });
});
