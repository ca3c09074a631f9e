import { describe, expect, test } from '@jest/globals';
import { exposed, ingress, object, service } from './exposed.ts';

const ports = [{ port: 80 }];
const selector = { app: 'web' };
const lb = (over: object = {}, annotations: object = {}) =>
  service({ type: 'LoadBalancer', ports, selector, ...over }, annotations);
const cluster = service({ type: 'ClusterIP', ports, selector });
const inside = { 'service.beta.kubernetes.io/aws-load-balancer-internal': 'true' };

/** What becomes of it, without path and subject. */
const told = (before: readonly object[], after: readonly object[]) =>
  exposed(before, after).map((each) => each.split(' | ')[0]);

describe('a Service', () => {
  test.each<[string, object, string]>([
    [
      'NodePort',
      service({ type: 'NodePort', ports, selector }),
      'high can be reached on a port of every node | spec.type |  | reach nodes',
    ],
    ['LoadBalancer', lb(), 'high can be reached through a load balancer | spec.type |  | reach everywhere'],
    [
      'LoadBalancer of the cloud alone',
      lb({}, inside),
      'medium can be reached through a load balancer of the cloud’s own network | spec.type |  | reach internal',
    ],
    [
      'LoadBalancer for some',
      lb({ loadBalancerSourceRanges: ['10.0.0.0/8', ' 192.0.2.0/24 '] }),
      'medium can be reached through a load balancer from 10.0.0.0/8, 192.0.2.0/24 | spec.type |  | reach everywhere; 10.0.0.0/8; 192.0.2.0/24',
    ],
    [
      'LoadBalancer for all of IPv4',
      lb({ loadBalancerSourceRanges: ['0.0.0.0/1', '128.0.0.0/1'] }),
      'high can be reached through a load balancer | spec.type |  | reach everywhere',
    ],
    [
      'LoadBalancer for nobody knows whom',
      lb({ loadBalancerSourceRanges: ['office'] }),
      'high can be reached through a load balancer | spec.type |  | reach everywhere',
    ],
    [
      'LoadBalancer of the cloud alone, whatever its ranges',
      lb({ loadBalancerSourceRanges: ['10.0.0.0/8'] }, inside),
      'medium can be reached through a load balancer of the cloud’s own network | spec.type |  | reach internal',
    ],
  ])('that becomes a %s', (_, after, expected) => {
    expect(exposed([cluster], [after])).toEqual([`Service web: ${expected}`]);
  });

  test.each<[string, object, string]>([
    ['with a load balancer', lb(), 'can be reached through a load balancer'],
    ['on every node', service({ type: 'NodePort', ports, selector }), 'can be reached on a port of every node'],
  ])('that is new %s is less than one that becomes so, and says what it leads to', (_, after, what) => {
    const [found] = exposed([], [after]);
    expect(found).toMatch(`Service web: medium ${what} | spec.type |  | reach `);
    expect(found).toMatch('[{"app":"web"},[{"port":80}]]');
  });

  test('that leads elsewhere as well says so in its subject', () => {
    expect(exposed([cluster], [lb({ selector: { app: 'db' } })])).toEqual([
      'Service web: high can be reached through a load balancer | spec.type |  | reach everywhere; [{"app":"db"},[{"port":80}]]',
    ]);
  });

  test('that reaches no further than before says nothing', () => {
    const nodes = service({ type: 'NodePort', ports, selector });
    for (const [before, after] of [
      [lb(), cluster],
      [lb(), nodes],
      [lb(), lb({}, inside)],
      [lb({}, inside), nodes],
      [nodes, nodes],
      [cluster, service({ ports, selector })],
      [cluster, service({ type: 'ExternalName', ports, selector })],
    ] as const)
      expect(exposed([before], [after])).toEqual([]);
  });

  test('of another group is none of the cluster’s', () => {
    const of = (type: string) => object('serving.knative.dev/v1', 'Service', 'web', { type });
    expect(exposed([of('ClusterIP')], [of('LoadBalancer')])).toEqual([]);
  });

  test('is not the object of another kind alongside it', () => {
    const of = (type: string) => object('v1', 'ReplicationController', 'web', { type });
    expect(exposed([of('ClusterIP'), cluster], [of('LoadBalancer'), cluster])).toEqual([]);
  });
});

describe('annotations that keep a load balancer inside', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'service.beta.kubernetes.io/aws-load-balancer-scheme',
      ['internal'],
      ['internet-facing', 'xinternal', 'internalx'],
    ],
    ['service.beta.kubernetes.io/aws-load-balancer-internal', ['true', '0.0.0.0/0', 'falsey', 'xfalse'], ['false', '']],
    ['service.beta.kubernetes.io/azure-load-balancer-internal', ['true'], ['false', 'xtrue', 'truex']],
    ['networking.gke.io/load-balancer-type', ['Internal', 'internal'], ['External', 'xinternal', 'internalx']],
    ['cloud.google.com/load-balancer-type', ['Internal', 'internal'], ['External', 'xinternal', 'internalx']],
    ['service.beta.kubernetes.io/openstack-internal-load-balancer', ['true'], ['false', 'xtrue', 'truex']],
    ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', ['private'], ['public', 'xprivate', 'privatex']],
    ['service.beta.kubernetes.io/oci-load-balancer-internal', ['true'], ['false', 'xtrue', 'truex']],
    [
      'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type',
      ['intranet'],
      ['internet', 'xintranet', 'intranetx'],
    ],
    ['service.kubernetes.io/qcloud-loadbalancer-internal-subnetid', ['subnet-1'], ['']],
    ['service.kubernetes.io/qcloud-loadbalancer-internal-subnet-id', ['subnet-1'], ['']],
    [
      'service.beta.kubernetes.io/do-loadbalancer-network',
      ['INTERNAL', 'internal'],
      ['EXTERNAL', 'xinternal', 'internalx'],
    ],
    ['load-balancer.hetzner.cloud/disable-public-network', ['1', 't', 'true', 'TRUE'], ['false', 'x1', '11']],
  ])('%s', (annotation, is, not) => {
    const reach = (value: string) => told([lb({}, inside)], [lb({}, { [annotation]: value })]);
    for (const value of is) expect({ value, found: reach(value) }).toEqual({ value, found: [] });
    for (const value of not)
      expect({ value, found: reach(value) }).toEqual({
        value,
        found: ['Service web: high can be reached through a load balancer'],
      });
  });
});

describe('whom a load balancer lets in', () => {
  const ranges = (...loadBalancerSourceRanges: string[]) => lb({ loadBalancerSourceRanges });
  const annotated = (value: string) => lb({}, { 'service.beta.kubernetes.io/load-balancer-source-ranges': value });
  const at = 'spec.loadBalancerSourceRanges | ';

  test.each<[string, object, object, readonly string[]]>([
    [
      'more networks',
      ranges('10.0.0.0/8'),
      ranges('10.0.0.0/8', '192.0.2.0/24', '198.51.100.0/24'),
      [
        `medium newly lets in 192.0.2.0/24, 198.51.100.0/24 (10.0.0.0/8 before) | ${at} | sources 192.0.2.0/24 198.51.100.0/24`,
      ],
    ],
    [
      'everybody',
      ranges('10.0.0.0/8'),
      lb(),
      [`high newly lets in everybody (10.0.0.0/8 before) | ${at} | sources everybody`],
    ],
    [
      'everybody, by a network',
      ranges('10.0.0.0/8'),
      ranges('0.0.0.0/0'),
      [`high newly lets in 0.0.0.0/0 (10.0.0.0/8 before) | ${at} | sources 0.0.0.0/0`],
    ],
    ['a part of what it let in', ranges('10.0.0.0/8'), ranges('10.1.0.0/16'), []],
    ['some in place of everybody', lb(), ranges('10.0.0.0/8'), []],
    ['everybody as before', ranges('0.0.0.0/0', '::/0'), lb(), []],
    ['what cannot be read, as before', ranges('office'), ranges('office'), []],
    [
      'another that cannot be read',
      ranges('office'),
      ranges('office', 'home'),
      [`high newly lets in home (office before) | ${at} | sources home`],
    ],
    [
      'what an annotation names',
      annotated('10.0.0.0/8, 10.0.0.0/7'),
      annotated('10.0.0.0/8, 0.0.0.0/7'),
      [`medium newly lets in 0.0.0.0/7 (10.0.0.0/8, 10.0.0.0/7 before) | ${at} | sources 0.0.0.0/7`],
    ],
    [
      'what the field names, not the annotation',
      lb(
        { loadBalancerSourceRanges: ['10.0.0.0/8'] },
        { 'service.beta.kubernetes.io/load-balancer-source-ranges': '0.0.0.0/0' },
      ),
      ranges('10.0.0.0/8'),
      [],
    ],
    [
      'more of the cloud’s own network',
      lb({ loadBalancerSourceRanges: ['10.0.0.0/8'] }, inside),
      lb({}, inside),
      [`medium newly lets in all of the cloud’s own network (10.0.0.0/8 before) | ${at} | sources everybody`],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(exposed([before], [after])).toEqual(expected.map((each) => `Service web: ${each}`));
  });

  test('counts only for load balancers', () => {
    const of = (type: string, ...loadBalancerSourceRanges: string[]) =>
      service({ type, ports, selector, loadBalancerSourceRanges });
    for (const type of ['ClusterIP', 'NodePort'])
      expect(exposed([of(type, '10.0.0.0/8')], [of(type, '0.0.0.0/0')])).toEqual([]);
  });
});

describe('external addresses', () => {
  const with_ = (...externalIPs: string[]) => service({ ports, selector, externalIPs });
  test('that a Service newly takes', () => {
    expect(exposed([with_('192.0.2.1')], [with_('192.0.2.1', '192.0.2.3', '192.0.2.2')])).toEqual([
      'Service web: high takes the traffic to 192.0.2.3, 192.0.2.2 (externalIPs) | spec.externalIPs |  | externalIPs 192.0.2.3 192.0.2.2',
    ]);
    expect(told([], [with_('192.0.2.1')])).toEqual(['Service web: high takes the traffic to 192.0.2.1 (externalIPs)']);
    expect(exposed([with_('192.0.2.1', '192.0.2.2')], [with_('192.0.2.2')])).toEqual([]);
  });
});

describe('where a load balancer leads', () => {
  const pod = (name: string, labels: object, containers: readonly object[] = [{ name: 'a', image: 'a' }]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels },
    spec: { containers },
  });
  const web = pod('web', { app: 'web' });
  const admin = pod('admin', { app: 'admin' });
  const moved = (before: object, after: object, ...pods: readonly object[]) =>
    exposed([before, ...pods], [after, ...pods]).map((each) =>
      each.replace('Service web: medium newly leads from outside to ', ''),
    );

  test.each<[string, object, object, readonly string[]]>([
    [
      'other pods',
      lb(),
      lb({ selector: { app: 'admin' } }),
      ['Pod shop/admin | spec.selector |  | selector app=admin'],
    ],
    [
      'more pods',
      lb({ selector: { app: 'web', tier: 'x' } }),
      lb(),
      ['Pod shop/web | spec.selector |  | selector app=web'],
    ],
    [
      'pods that are not shown',
      lb(),
      lb({ selector: { app: 'none' } }),
      ['pods with app=none, which the repository does not show | spec.selector |  | selector app=none'],
    ],
    ['fewer pods', lb(), lb({ selector: { app: 'web', tier: 'x' } }), []],
    [
      'another version',
      lb({ selector: { app: 'web', version: '1' } }),
      lb({ selector: { app: 'web', version: '2' } }),
      [],
    ],
    [
      'another colour',
      lb({ selector: { app: 'web', 'a/colour': '1' } }),
      lb({ selector: { app: 'web', 'a/color': '2' } }),
      [],
    ],
    [
      'another of what only sounds like a version',
      lb({ selector: { app: 'web', conversion: '1' } }),
      lb({ selector: { app: 'web', conversion: '2' } }),
      [
        'pods with app=web,conversion=2, which the repository does not show | spec.selector |  | selector app=web,conversion=2',
      ],
    ],
    [
      'another of what only begins like a version',
      lb({ selector: { app: 'web', versions: '1' } }),
      lb({ selector: { app: 'web', versions: '2' } }),
      [
        'pods with app=web,versions=2, which the repository does not show | spec.selector |  | selector app=web,versions=2',
      ],
    ],
    [
      'another version of whatever there is',
      lb({ selector: { version: '1' } }),
      lb({ selector: { version: '2' } }),
      ['pods with version=2, which the repository does not show | spec.selector |  | selector version=2'],
    ],
    ['none', lb(), lb({ selector: {} }), []],
  ])('%s', (_, before, after, expected) => {
    expect(moved(before, after, web, admin)).toEqual(expected);
  });

  test('pods of another namespace are none of its own', () => {
    const elsewhere = { ...admin, metadata: { ...admin.metadata, namespace: 'ops' } };
    expect(moved(lb(), lb({ selector: { app: 'admin' } }), web, elsewhere)).toEqual([
      'pods with app=admin, which the repository does not show | spec.selector |  | selector app=admin',
    ]);
  });

  test.each<[string, object, object, readonly string[]]>([
    [
      'two more ports',
      lb(),
      lb({ ports: [...ports, { port: 81, targetPort: 9090 }, { port: 82, protocol: 'UDP' }] }),
      ['TCP 9090, UDP 82 of its pods | spec.ports.1 |  | targets TCP 9090 UDP 82'],
    ],
    ['the same port of the pods by another', lb(), lb({ ports: [{ port: 8080, targetPort: 80 }] }), []],
    [
      'a port by its name',
      lb({ ports: [{ port: 80, targetPort: 'http' }] }),
      lb({
        ports: [
          { port: 80, targetPort: 'http' },
          { port: 81, targetPort: 'metrics' },
        ],
      }),
      ['TCP 9090 of its pods | spec.ports.1 |  | targets TCP 9090'],
    ],
    [
      'the port behind a name',
      lb({ ports: [{ port: 80, targetPort: 'http' }] }),
      lb({ ports: [{ port: 80, targetPort: 8080 }] }),
      [],
    ],
    [
      'the same name of another protocol',
      lb({ ports: [{ port: 80, targetPort: 'http' }] }),
      lb({ ports: [{ port: 80, targetPort: 'http', protocol: 'UDP' }] }),
      ['UDP http of its pods | spec.ports.0 |  | targets UDP http'],
    ],
  ])('%s', (_, before, after, expected) => {
    const named = pod('web', { app: 'web' }, [
      { name: 'a', image: 'a', ports: [{ name: 'http', containerPort: 8080 }, { containerPort: 1 }] },
      { name: 'b', image: 'b', ports: [{ name: 'metrics', containerPort: 9090, protocol: 'TCP' }] },
    ]);
    expect(moved(before, after, named)).toEqual(expected);
  });

  test('is asked of load balancers that stay there alone', () => {
    const other = { selector: { app: 'admin' } };
    const internal = lb(other, inside);
    for (const [before, after] of [
      [service({ ports, selector }), service({ ports, ...other })],
      [lb(), service({ ports, ...other })],
      [lb({}, inside), internal],
    ] as const)
      expect(exposed([before, web, admin], [after, web, admin])).toEqual([]);
    // An object that is not redirected alongside one that is changes nothing.
    const both = exposed([ingress({}), lb(), web, admin], [ingress({}), lb(other), web, admin]);
    expect(both).toHaveLength(1);
  });
});
