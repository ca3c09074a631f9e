import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import {
  isConnections,
  isGateway,
  isJudged,
  isOfPods,
  isPeers,
  isRules,
  isTier,
  isTokens,
} from '../../src/network/products/other-scopes.ts';
import { isFor, isForAll, isLeftByItsPods, isOfNamespace, mayBeFor } from '../../src/network/products/selected-pods.ts';
import type { Pod } from '../../src/workload/model/pod.ts';
import { podsOf } from '../../src/workload/model/pods.ts';
import { calico, cilium, object, read } from './policy-objects.ts';

const resource = (value: object): Resource => read(value)[0] as Resource;
const pod = (labels: object = { app: 'web' }, namespace: string | undefined = 'shop') =>
  object('v1', 'Pod', { containers: [] }, 'p', { labels, namespace });
const podOf = (...given: Parameters<typeof pod>): Pod => read(pod(...given)).flatMap(podsOf)[0] as Pod;
const istio = (spec: object, namespace: string | undefined = 'shop') =>
  object('security.istio.io/v1', 'AuthorizationPolicy', spec, 'a', { namespace });
const selector = (matchLabels: object) => ({ selector: { matchLabels } });

describe('a policy is left by its pods', () => {
  const web = selector({ app: 'web' });
  const left = (policy: object, before: readonly object[], after: readonly object[]) =>
    isLeftByItsPods(resource(policy), { before: read(...before), after: read(...after) });
  test.each<[string, object, readonly object[], readonly object[], boolean]>([
    ['that are gone', istio(web), [pod()], [], true],
    ['that stay', istio(web), [pod()], [pod()], false],
    ['of which one stays', istio(web), [pod()], [pod(), pod({ app: 'db' })], false],
    ['that are labelled otherwise', istio(web), [pod()], [pod({ app: 'x' })], true],
    ['that were not to be seen', istio(web), [pod({ app: 'x' })], [], false],
    ['of another namespace', istio(web), [pod(undefined, 'other')], [], false],
    [
      'of no known namespace',
      istio(web),
      [object('v1', 'Pod', { containers: [] }, 'p', { labels: { app: 'web' }, namespace: undefined })],
      [],
      true,
    ],
    ['whose labels are filled in', istio(web), [pod({ app: '{{ x }}' })], [], true],
    ['whose other labels are', istio(web), [pod({ a: 'b', '{{ x }}': 'y' })], [], true],
    ['whose labels are a mapping', istio(web), [pod({ app: { x: 1 } })], [], true],
    ['without a label', istio(web), [pod({ a: 'b' })], [], false],
    ['with two labels', istio(selector({ app: 'web', tier: 'x' })), [pod({ app: 'web', tier: 'x' })], [], true],
    ['with one label of two', istio(selector({ app: 'web', tier: 'x' })), [pod()], [], false],
    ['but it selects all', istio({}), [pod()], [], false],
    [
      'but it selects by expressions',
      istio({ selector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] } }),
      [pod()],
      [],
      false,
    ],
    ['but it is attached', istio({ ...web, targetRef: { name: 'x' } }), [pod()], [], false],
    ['but it is attached to some', istio({ ...web, targetRefs: [{ name: 'x' }] }), [pod()], [], false],
    ['of Cilium', cilium({ endpointSelector: { matchLabels: { 'k8s:app': 'web' } } }), [pod()], [], true],
    [
      'of Cilium, of several',
      { ...cilium({ endpointSelector: { matchLabels: { app: 'web' } } }), specs: [{}] },
      [pod()],
      [],
      false,
    ],
  ])('%s', (_, policy, before, after, expected) => {
    expect(left(policy, before, after)).toBe(expected);
  });
});

describe('a policy', () => {
  const elsewhere = istio({}, 'istio-system');
  test.each<[string, object, boolean, boolean]>([
    ['of its namespace', istio({}), true, true],
    ['of another namespace', istio({}, 'other'), false, true],
    ['of the mesh', elsewhere, true, true],
    [
      'of no namespace',
      object('security.istio.io/v1', 'AuthorizationPolicy', {}, 'a', { namespace: undefined }),
      false,
      true,
    ],
    ['of these labels', istio(selector({ app: 'web' })), true, true],
    ['of other labels', istio(selector({ app: 'db' })), false, false],
    ['of a Gateway', istio({ targetRef: {} }), false, true],
    ['of several Gateways', istio({ targetRefs: [{}] }), false, true],
    [
      'that is not understood',
      istio({ selector: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } }),
      true,
      true,
    ],
    [
      'of Cilium',
      cilium({ endpointSelector: { matchLabels: { 'any:app': 'web', 'k8s.io.kubernetes.pod.namespace': 'shop' } } }),
      true,
      false,
    ],
    ['of Cilium for others', cilium({ endpointSelector: { matchLabels: { app: 'db' } } }), false, false],
    [
      'of Cilium for a label that sounds so',
      cilium({ endpointSelector: { matchLabels: { 'xany:app': 'web' } } }),
      false,
      false,
    ],
    ['of Cilium for all', cilium({}), true, true],
    ['of Cilium for nodes', cilium({ nodeSelector: {} }), false, true],
    ['of Cilium for both', cilium({ nodeSelector: {}, endpointSelector: {} }), true, true],
    [
      'of Cilium of several',
      {
        ...cilium({ endpointSelector: { matchLabels: { app: 'db' } } }),
        specs: [{ endpointSelector: { matchLabels: { app: 'web' } } }],
      },
      true,
      true,
    ],
    ['of Calico', calico({ selector: "app == 'web'" }), true, true],
    ['of Calico for others', calico({ selector: "app == 'db'" }), false, true],
  ])('%s, and a pod', (_, policy, expected, maybe) => {
    expect([isFor(resource(policy), podOf()), mayBeFor(resource(policy), podOf())]).toEqual([expected, maybe]);
  });

  test('is for all namespaces, or for its own', () => {
    const all = [
      istio({}),
      elsewhere,
      calico({}, 'GlobalNetworkPolicy'),
      calico({}, 'NetworkPolicy'),
      object('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', {}),
      cilium({}),
      calico({}, 'StagedGlobalNetworkPolicy'),
    ];
    expect(all.map((each) => isForAll(resource(each)))).toEqual([false, true, true, false, true, false, false]);
    expect([istio({}), istio({}, 'other'), elsewhere].map((each) => isOfNamespace(resource(each), podOf()))).toEqual([
      true,
      false,
      true,
    ]);
    const open = resource(object('security.istio.io/v1', 'AuthorizationPolicy', {}, 'a', { namespace: undefined }));
    const here = read(object('v1', 'Pod', { containers: [] }, 'p', { namespace: undefined })).flatMap(podsOf)[0] as Pod;
    expect(isOfNamespace(open, here)).toBe(true);
    expect(isOfNamespace({ ...open, file: 'x/y.yaml' }, here)).toBe(false);
  });
});

test.each<[string, string, readonly string[]]>([
  ['security.istio.io/v1', 'AuthorizationPolicy', ['rules', 'pods']],
  ['security.istio.io/v1', 'PeerAuthentication', ['peers', 'pods']],
  ['security.istio.io/v1', 'RequestAuthentication', ['tokens', 'pods']],
  ['networking.istio.io/v1', 'DestinationRule', ['connections']],
  ['networking.istio.io/v1', 'Gateway', ['gateway']],
  ['gateway.networking.k8s.io/v1', 'Gateway', ['gateway']],
  ['projectcalico.org/v3', 'Tier', ['tier']],
  ['crd.projectcalico.org/v1', 'Tier', ['tier']],
  ['my.projectcalico.org/v1', 'Tier', []],
  ['projectcalico.orgs/v1', 'Tier', []],
  ['my.networking.istio.io/v1', 'Gateway', []],
  ['networking.istio.iox/v1', 'Gateway', []],
  ['networking.istio.io/v1', 'VirtualService', []],
  ['example.org/v1', 'PeerAuthentication', []],
  ['example.org/v1', 'RequestAuthentication', []],
  ['example.org/v1', 'DestinationRule', []],
])('%s %s is judged as %j', (apiVersion, kind, expected) => {
  const is = {
    rules: isRules,
    peers: isPeers,
    tokens: isTokens,
    connections: isConnections,
    gateway: isGateway,
    tier: isTier,
    pods: isOfPods,
  };
  const given = resource(object(apiVersion, kind, {}));
  expect(Object.entries(is).flatMap(([name, holds]) => (holds(given) ? [name] : []))).toEqual(expected);
  expect(isJudged(given)).toBe(expected.length > 0);
});
