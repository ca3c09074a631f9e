import { describe, expect, test } from '@jest/globals';
import { adminChanges, baselineOverridden } from '../../src/network/admin/admin-changes.ts';
import { adminRules } from '../../src/network/admin/admin-policy.ts';
import { portsCode } from '../../src/network/model/ports.ts';
import { object, read } from './policy-objects.ts';

const admin = (spec: object, kind = 'AdminNetworkPolicy', name = 'p') =>
  object('policy.networking.k8s.io/v1alpha1', kind, { subject: { namespaces: {} }, ...spec }, name, {
    namespace: undefined,
  });
const baseline = (spec: object) => admin(spec, 'BaselineAdminNetworkPolicy', 'default');
const rules = (...objects: readonly object[]) => adminRules(read(...objects));
const everyone = { namespaces: {} };

describe('the rules of policies for the whole cluster', () => {
  test.each<[string, string, number]>([
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', 1],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', 1],
    ['policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy', 1],
    ['policy.networking.k8s.io/v1alpha1', 'MyAdminNetworkPolicy', 0],
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicies', 0],
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicyX', 0],
    ['example.org/v1', 'AdminNetworkPolicy', 0],
    ['v1', 'ConfigMap', 0],
  ])('%s %s has them: %i', (apiVersion, kind, count) => {
    expect(rules(object(apiVersion, kind, { ingress: [{}] }))).toHaveLength(count);
  });

  const order = (...objects: readonly object[]) =>
    rules(...objects).map(
      ({ tier, resource, direction, index, action }) => `${tier} ${resource.name} ${direction} ${index} ${action}`,
    );
  test('are asked by tier, priority and place; of equal ones the one that allows first', () => {
    expect(
      order(
        admin({ priority: 20, ingress: [{}] }, undefined, 'late'),
        admin({ priority: 3, ingress: [{}] }, undefined, 'early'),
      ),
    ).toEqual(['Admin early ingress 0 Allow', 'Admin late ingress 0 Allow']);
    expect(order(baseline({ ingress: [{}] }), admin({ priority: 99, ingress: [{}] }))).toEqual([
      'Admin p ingress 0 Allow',
      'Baseline default ingress 0 Allow',
    ]);
    expect(
      order(admin({ ingress: [{ action: 'Deny' }, { action: 'Pass' }, { action: 'Allow' }, { action: 'x' }] })),
    ).toEqual([
      'Admin p ingress 0 Deny',
      'Admin p ingress 1 Pass',
      'Admin p ingress 2 Allow',
      'Admin p ingress 3 Allow',
    ]);
    expect(
      order(
        ...['Deny', 'Pass', 'Allow'].map((action) => admin({ priority: 1, ingress: [{ action }] }, undefined, action)),
      ),
    ).toEqual(['Admin Allow ingress 0 Allow', 'Admin Pass ingress 0 Pass', 'Admin Deny ingress 0 Deny']);
    expect(
      order(
        admin({ tier: 'Baseline', ingress: [{}] }, 'ClusterNetworkPolicy'),
        admin({ tier: 'Admin', ingress: [{}] }, 'ClusterNetworkPolicy', 'q'),
      ),
    ).toEqual(['Admin q ingress 0 Allow', 'Baseline p ingress 0 Allow']);
    expect(
      rules(admin({ priority: 'x', ingress: [{}] }), admin({ priority: 7, ingress: [{}] })).map(
        ({ priority }) => priority,
      ),
    ).toEqual([0, 7]);
  });

  const peers = (peer: object, action = 'Deny', direction = 'ingress') =>
    rules(admin({ [direction]: [{ action, [direction === 'ingress' ? 'from' : 'to']: [peer] }] })).map(
      ({ peers: all, said }) => `${all.map(({ kind }) => kind).join()}: ${said.peers}`,
    );
  test.each<[string, object, string]>([
    ['namespaces', everyone, 'pods: all pods of every namespace'],
    [
      'pods',
      { pods: { namespaceSelector: { matchLabels: { a: 'b' } }, podSelector: { matchLabels: { c: 'd' } } } },
      'pods: pods with c=d of namespaces with a=b',
    ],
    ['all nodes', { nodes: {} }, 'nodes: all nodes'],
    ['some nodes', { nodes: { matchLabels: { a: 'b' } } }, 'nodes: nodes with a=b'],
    ['networks', { networks: ['10.0.0.0/8', '::/0'] }, 'addresses: 10.0.0.0/8, ::/0'],
    ['networks that cannot be read', { networks: ['10.0.0.0/8', 'x'] }, ': '],
    ['no networks', { networks: [] }, ': '],
    ['domains', { domainNames: ['a.org', '*.b.org'] }, 'domain,domain: a.org, *.b.org'],
    ['what is not known', { x: {} }, ': '],
    [
      'pods by an operator that is not there',
      { namespaces: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } },
      ': ',
    ],
  ])('are for %s', (_, peer, expected) => {
    expect([peers(peer), peers(peer, 'Deny', 'egress')]).toEqual([[expected], [expected]]);
    const allowed = expected === ': ' ? 'any: anywhere' : expected;
    expect([peers(peer, 'Allow'), peers(peer, 'Pass')]).toEqual([[allowed], [expected]]);
  });

  test('deny nobody for certain where their pods cannot be read', () => {
    const of = (action: string) =>
      rules(admin({ subject: { x: 1 }, ingress: [{ action, from: [everyone] }] })).map(
        ({ peers: all, said }) => `${all.length} ${said.subject}`,
      );
    expect(['Deny', 'Pass', 'Allow'].flatMap(of)).toEqual([
      '0 all pods of every namespace',
      '0 all pods of every namespace',
      '1 all pods of every namespace',
    ]);
  });

  test.each<[object, string]>([
    [{}, '*'],
    [{ ports: [{ portNumber: { port: 80 } }, { portNumber: { protocol: 'UDP', port: 53 } }] }, 'TCP/80,UDP/53'],
    [
      { ports: [{ portRange: { start: 1, end: 9 } }, { portRange: { protocol: 'SCTP', start: 1 } }] },
      'TCP/1-9,SCTP/1-0',
    ],
    [{ ports: [{ portRange: { start: 'x', end: 9 } }, { portRange: { start: 1, end: 'x' } }] }, '*'],
    [{ ports: [{ namedPort: 'http', portNumber: { port: 80 } }] }, 'TCP/http'],
    [
      {
        protocols: [
          { tcp: { destinationPort: { number: 80 } } },
          { udp: {} },
          { sctp: { destinationPort: { range: { start: 1, end: 9 } } } },
        ],
      },
      'TCP/80,UDP/1-65535,SCTP/1-9',
    ],
    [
      {
        protocols: [
          { tcp: { destinationPort: { range: { start: 'x', end: 9 } } } },
          { udp: { destinationPort: { range: { start: 9, end: 'x' } } } },
        ],
      },
      '*',
    ],
    [{ protocols: [{ destinationNamedPort: 'http', tcp: {} }] }, 'TCP/http'],
  ])('have the ports %j: %s', (stated, code) => {
    expect(rules(admin({ ingress: [stated] })).map(({ ports }) => portsCode(ports))).toEqual([code]);
  });
});

describe('a baseline that denies', () => {
  const deny = baseline({ ingress: [{ action: 'Deny', from: [everyone] }] });
  const policy = (
    spec: object = { ingress: [{ from: [{ podSelector: {} }, { podSelector: {} }, {}] }] },
    name = 'n',
    namespace = 'shop',
  ) => object('networking.k8s.io/v1', 'NetworkPolicy', spec, name, { namespace });
  const pod = (labels: object = {}, namespace = 'shop') =>
    object('v1', 'Pod', { containers: [] }, 'a', { labels, namespace });
  const said = (before: readonly object[], after: readonly object[]) =>
    baselineOverridden({ before: read(...before), after: read(...after) }).flatMap(({ resource, loosenings }) =>
      loosenings.map(({ what, severity, path }) => `${resource?.name} ${severity} ${what} | ${path.join('.')}`),
    );
  const over = (direction = 'ingress', whom = 'all pods of the namespace, anywhere') =>
    `n medium newly decides about ${direction} in place of a baseline that denies, and lets through ${whom} | spec.${direction}`;
  const both = { policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] };
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['is not asked any more', [deny], [deny, policy()], [over()]],
    ['is not asked about what it denies', [deny], [deny, policy(both)], [over('ingress', 'anywhere')]],
    [
      'is not asked about both',
      [],
      [baseline({ ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] }), policy(both)],
      [over('ingress', 'anywhere'), over('egress', 'anywhere')],
    ],
    ['was not asked', [deny, policy()], [deny, policy()], []],
    ['was not asked about these pods', [deny, policy({}, 'all')], [deny, policy({}, 'all'), policy()], []],
    [
      'was not asked about other pods',
      [deny, policy({ podSelector: { matchLabels: { a: 'b' } } }, 'some')],
      [deny, policy(), policy({ podSelector: { matchLabels: { a: 'b' } } }, 'some')],
      [over()],
    ],
    [
      'was not asked about pods of another namespace',
      [deny, policy({}, 'all', 'other')],
      [deny, policy({}, 'all', 'other'), policy()],
      [over()],
    ],
    [
      'was not asked about another direction',
      [deny, policy({ policyTypes: ['Egress'] }, 'out')],
      [deny, policy({ policyTypes: ['Egress'] }, 'out'), policy()],
      [over()],
    ],
    ['denies no more than the policy', [deny], [deny, policy({})], []],
    ['is about new pods', [deny], [deny, policy(), pod()], []],
    ['is about pods that were there', [deny, pod()], [deny, policy(), pod()], [over()]],
    [
      'is about new pods next to old ones of another namespace',
      [deny, pod({}, 'other')],
      [deny, policy(), pod(), pod({}, 'other')],
      [],
    ],
    [
      'is about others than the new pods',
      [deny],
      [deny, policy({ podSelector: { matchLabels: { a: 'b' } }, ingress: [{}] }), pod({ a: 'c' })],
      [over('ingress', 'anywhere')],
    ],
    ['allows', [], [baseline({ ingress: [{ action: 'Allow' }] }), policy()], []],
    ['is none', [], [admin({ ingress: [{ action: 'Deny' }] }), policy()], []],
    ['is not there', [], [policy()], []],
  ])('%s', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });
});

describe('what policies for the whole cluster newly let through', () => {
  const said = (before: readonly object[], after: readonly object[]) =>
    adminChanges({ before: read(...before), after: read(...after) }).flatMap(({ resource, loosenings }) =>
      loosenings.map(
        ({ what, severity, path, formerPath }) =>
          `${resource?.name} ${severity} ${what} | ${path.join('.')} | ${formerPath?.join('.') ?? ''}`,
      ),
    );
  const rule = (action: string, over: object = {}) => ({ action, from: [everyone], ...over });
  const of = (...ingress: readonly object[]) => admin({ ingress });
  const all = 'all pods of every namespace';
  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['nothing', [of(rule('Deny'))], [of(rule('Deny'))], []],
    [
      'what was denied',
      [of(rule('Deny'))],
      [of()],
      [`p high no longer keeps ${all} from reaching ${all} on all ports | spec | spec.ingress.0`],
    ],
    [
      'what was denied by one that is gone',
      [of(rule('Deny'))],
      [],
      [`p high no longer keeps ${all} from reaching ${all} on all ports | spec | spec.ingress.0`],
    ],
    [
      'what it allows now',
      [of(rule('Deny'))],
      [of(rule('Allow'))],
      [`p high newly lets ${all} reach ${all} on all ports | spec.ingress.0 | `],
    ],
    [
      'what it leaves to others',
      [of(rule('Deny'))],
      [of(rule('Pass'))],
      [`p high newly leaves it to others whether ${all} may reach ${all} on all ports | spec.ingress.0 | `],
    ],
    ['what a new one allows', [], [of(rule('Allow'))], []],
    ['what is denied besides', [], [of(rule('Deny'))], []],
    ['another object', [object('v1', 'ConfigMap', {})], [object('v1', 'ConfigMap', { a: 1 })], []],
  ])('%s', (_, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });

  test('is open to more where a NetworkPolicy isolates', () => {
    const isolating = object('networking.k8s.io/v1', 'NetworkPolicy', {}, 'n');
    expect(said([isolating], [isolating, of(rule('Allow'))])).toEqual([
      `p medium newly lets ${all} reach ${all} on all ports, whatever NetworkPolicies say | spec.ingress.0 | `,
    ]);
    const out = admin({
      egress: [{ action: 'Allow', to: [{ networks: ['0.0.0.0/0'] }], ports: [{ portNumber: { port: 443 } }] }],
    });
    expect(said([isolating], [isolating, out])).toEqual([]);
    const both = object('networking.k8s.io/v1', 'NetworkPolicy', { policyTypes: ['Egress'] }, 'n');
    expect(said([both], [both, out])).toEqual([
      `p medium newly lets ${all} reach 0.0.0.0/0 on TCP 443, whatever NetworkPolicies say | spec.egress.0 | `,
    ]);
  });
});
