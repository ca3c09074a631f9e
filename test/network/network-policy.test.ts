import { describe, expect, test } from '@jest/globals';
import { labelClasses } from '../../src/network/model/label-classes.ts';
import { networkPolicyOf, peerCode, policiesOf, selectorText } from '../../src/network/model/network-policy.ts';
import { namespacesIn } from '../../src/network/model/used-namespaces.ts';
import { object, read } from './policy-objects.ts';

const policy = (spec: object, apiVersion = 'networking.k8s.io/v1', kind = 'NetworkPolicy') =>
  networkPolicyOf(read(object(apiVersion, kind, spec))[0] as never);
const peers = (...from: readonly unknown[]) =>
  policy({ ingress: [{ from }] })?.rules.ingress?.flatMap((rule) =>
    rule.peers.map((peer) => `${peer.text} at ${peer.path.join('.')}: ${peerCode(peer)}`),
  );

describe('a NetworkPolicy', () => {
  test.each<[object, readonly string[]]>([
    [{}, ['ingress']],
    [{ egress: [] }, ['ingress']],
    [{ egress: [{}] }, ['ingress', 'egress']],
    [{ policyTypes: ['Egress'] }, ['egress']],
    [{ policyTypes: ['Ingress'], egress: [{}] }, ['ingress']],
    [{ policyTypes: ['Ingress', 'Egress'] }, ['ingress', 'egress']],
    [{ policyTypes: [] }, ['ingress']],
  ])('%j isolates %j', (spec, expected) => {
    expect(Object.keys(policy(spec)?.rules ?? {})).toEqual(expected);
  });

  test('is one of its group, and of operators that there are', () => {
    expect(
      [
        policy({}, 'extensions/v1beta1'),
        policy({}, 'projectcalico.org/v3'),
        policy({}, 'networking.k8s.io/v1', 'Ingress'),
      ].map((each) => each !== undefined),
    ).toEqual([true, false, false]);
    expect(
      policy({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } }),
    ).toBeUndefined();
    expect(
      policiesOf(read(object('networking.k8s.io/v1', 'NetworkPolicy', {}), object('v1', 'Service', {}))),
    ).toHaveLength(1);
  });

  const at = 'spec.ingress.0';
  const own = '[{"key":"kubernetes.io/metadata.name","operator":"In","values":["shop"]}]';
  const selector = (key: string, ...values: readonly string[]) => ({
    matchExpressions: [{ key, operator: values.length === 0 ? 'Exists' : 'In', values }],
  });
  test.each<[string, readonly unknown[], readonly string[]]>([
    ['nobody in particular', [], [`anywhere at ${at}: any`]],
    ['anybody', [{}], [`anywhere at ${at}.from.0: any`]],
    [
      'addresses',
      [{ ipBlock: { cidr: '10.0.0.0/30' } }],
      [`10.0.0.0/30 at ${at}.from.0: ["addresses","32 167772160-167772163"]`],
    ],
    [
      'addresses but some',
      [{ ipBlock: { cidr: '10.0.0.0/30', except: ['10.0.0.3/32', '10.0.0.2/32'] } }],
      [`10.0.0.0/30 except 10.0.0.3/32, 10.0.0.2/32 at ${at}.from.0: ["addresses","32 167772160-167772161"]`],
    ],
    [
      'addresses that cannot be read',
      [{ ipBlock: { cidr: 'x' }, podSelector: { matchLabels: { a: 'b' } } }],
      [`anywhere at ${at}.from.0: any`],
    ],
    [
      'pods of the namespace',
      [{}, { podSelector: {} }],
      [`anywhere at ${at}.from.0: any`, `all pods of the namespace at ${at}.from.1: ["pods",null,[]]`],
    ],
    ['pods of all', [{ namespaceSelector: {} }], [`all pods of every namespace at ${at}.from.0: ["pods",[],[]]`]],
    [
      'some of some',
      [{ namespaceSelector: selector('n'), podSelector: selector('a', 'b') }],
      [
        `pods with a=b of namespaces with n at ${at}.from.0: ["pods",[{"key":"n","operator":"Exists","values":[]}],[{"key":"a","operator":"In","values":["b"]}]]`,
      ],
    ],
    [
      'pods by an operator that is not there',
      [{ podSelector: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } }],
      [`anywhere at ${at}.from.0: any`],
    ],
    [
      'namespaces by one',
      [{ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } }],
      [`anywhere at ${at}.from.0: any`],
    ],
  ])('lets in %s', (_, from, expected) => {
    expect(peers(...from)).toEqual(expected);
  });

  test('selects pods of its own namespace', () => {
    const [peer] = policy({ ingress: [{ from: [{ podSelector: {} }] }] })?.rules.ingress?.[0]?.peers ?? [];
    expect(JSON.stringify(peer?.kind === 'pods' && peer.namespaces)).toBe(own);
    const egress = policy({ policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }], from: [{}, {}] }] });
    expect(egress?.rules.egress?.[0]?.peers).toHaveLength(1);
  });
});

test('a selector is written as kubectl does', () => {
  const text = (operator: string, ...values: readonly string[]) =>
    selectorText([{ key: 'a', operator, values } as never]);
  expect([
    text('Exists'),
    text('DoesNotExist'),
    text('In', 'x'),
    text('In', 'x', 'y'),
    text('NotIn', 'x'),
    text('NotIn', 'x', 'y'),
  ]).toEqual(['a', '!a', 'a=x', 'a in (x,y)', 'a notin (x)', 'a notin (x,y)']);
  expect(
    selectorText([
      { key: 'a', operator: 'Exists', values: [] },
      { key: 'b', operator: 'In', values: ['c'] },
    ]),
  ).toBe('a,b=c');
});

test('labels represent all that selectors tell apart, up to a number of them', () => {
  const selectors = [
    [{ key: 'a', operator: 'In', values: ['x'] }],
    [
      { key: 'a', operator: 'In', values: ['y'] },
      { key: 'b', operator: 'Exists', values: [] },
    ],
  ] as const;
  const other = '\u0000';
  expect(labelClasses([], 0)).toEqual([{}]);
  expect(labelClasses([selectors[0]], 3)).toEqual([{}, { a: other }, { a: 'x' }]);
  expect(labelClasses([selectors[0]], 2)).toBeUndefined();
  const all = labelClasses(selectors, 8);
  expect(all).toHaveLength(8);
  expect(all).toEqual(expect.arrayContaining([{}, { b: other }, { a: 'y', b: other }]));
  expect(labelClasses(selectors, 7)).toBeUndefined();
});

test.each<[object, readonly string[]]>([
  [object('v1', 'ConfigMap', {}), ['shop']],
  [object('v1', 'ConfigMap', {}, 'p', { namespace: undefined }), []],
  [object('v1', 'Namespace', {}, 'n', { namespace: undefined }), ['n']],
  [object('v1', 'Pod', { containers: [] }), ['shop', expect.not.stringMatching('shop') as never, 'shop']],
  [
    object(
      'argoproj.io/v1alpha1',
      'Application',
      { destination: { namespace: 'x' }, syncPolicy: { managedNamespaceMetadata: { labels: { a: 'b' } } } },
      'p',
    ),
    ['shop', 'x'],
  ],
  [object('argoproj.io/v1alpha1', 'Application', { destination: { namespace: 'x' } }, 'p'), ['shop']],
])('%j is in the namespaces %j', (value, expected) => {
  expect(read(value).flatMap(namespacesIn)).toEqual(expected);
});
