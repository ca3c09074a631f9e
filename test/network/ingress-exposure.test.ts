import { describe, expect, test } from '@jest/globals';
import { alone, exposed, ingress, object, rule, rules, service, services, to } from './exposed.ts';

describe('what newly leads from outside', () => {
  const leads = (name: string, path: string, place: string) =>
    `medium newly leads from outside to Service ${name}, which nothing led to before | ${path} |  | service ${name}; ${place}`;
  const openshift = (spec: object) => object('route.openshift.io/v1', 'Route', 'web', spec);
  const gateway = (spec: object, kind = 'HTTPRoute') => object('gateway.networking.k8s.io/v1', kind, 'web', spec);
  const traefik = (spec: object, apiVersion = 'traefik.io/v1alpha1', kind = 'IngressRoute') =>
    object(apiVersion, kind, 'web', spec);
  const backendRefs = [{ name: 'web' }];

  test.each<[string, object, readonly string[]]>([
    ['an Ingress by a rule', ingress(rules('a.org')), [leads('web', 'spec.rules.0.http.paths.0.backend', 'a.org/0')]],
    ['an Ingress for every host', ingress(rules(undefined)), [leads('web', 'spec.rules.0.http.paths.0.backend', '*')]],
    ['an Ingress by default', ingress({ defaultBackend: to('web') }), [leads('web', 'spec.defaultBackend', '*')]],
    [
      'an Ingress of before version 1',
      object('extensions/v1beta1', 'Ingress', 'web', { backend: { serviceName: 'web', servicePort: 80 } }),
      [leads('web', 'spec.backend', '*')],
    ],
    [
      'an Ingress to two Services, one of them twice',
      ingress({ rules: [rule('b.org', to('web'), to('admin')), rule('a.org', to('web'))] }),
      [
        leads('web', 'spec.rules.0.http.paths.0.backend', 'a.org/0; b.org/0'),
        leads('admin', 'spec.rules.0.http.paths.1.backend', 'b.org/1'),
      ],
    ],
    [
      'an Ingress to what is not there',
      ingress({ defaultBackend: to('other') }),
      [leads('other', 'spec.defaultBackend', '*')],
    ],
    ['an Ingress of another group', object('example.org/v1', 'Ingress', 'web', { defaultBackend: to('web') }), []],
    [
      'an Ingress whose version a chart makes',
      object('{{ .Values.version }}', 'Ingress', 'web', { defaultBackend: to('web') }),
      [leads('web', 'spec.defaultBackend', '*')],
    ],
    [
      'a Route of OpenShift',
      openshift({ host: 'A.org', path: '/x', to: { name: 'web' }, alternateBackends: [{ name: 'admin' }] }),
      [leads('web', 'spec.to.name', 'a.org/x'), leads('admin', 'spec.alternateBackends.0', 'a.org/x')],
    ],
    ['a Route of another group', object('serving.knative.dev/v1', 'Route', 'web', { to: { name: 'web' } }), []],
    [
      'a route of a Gateway',
      gateway({
        parentRefs: [{ name: 'public' }],
        hostnames: ['A.org', 'b.org'],
        rules: [{ backendRefs, matches: [{ path: { value: '/x' } }, {}, { path: { value: '/x' } }] }],
      }),
      [leads('web', 'spec.rules.0.backendRefs.0', 'a.org/; a.org/x; b.org/; b.org/x')],
    ],
    [
      'a route that names no parent',
      gateway({ rules: [{ backendRefs }] }),
      [leads('web', 'spec.rules.0.backendRefs.0', '*')],
    ],
    [
      'a route without matches',
      gateway({ hostnames: ['a.org'], rules: [{ backendRefs }] }, 'GRPCRoute'),
      [leads('web', 'spec.rules.0.backendRefs.0', 'a.org/')],
    ],
    ['a route of a mesh', gateway({ parentRefs: [{ kind: 'Service', name: 'web' }], rules: [{ backendRefs }] }), []],
    [
      'a route to what is no Service',
      gateway({ rules: [{ backendRefs: [{ kind: 'Bucket', name: 'web' }, { name: 'admin' }, {}] }] }),
      [leads('admin', 'spec.rules.0.backendRefs.1', '*')],
    ],
    ['a route of no kind of the Gateway API', gateway({ rules: [{ backendRefs }] }, 'Gateway'), []],
    ['a route of another group', object('example.org/v1', 'HTTPRoute', 'web', { rules: [{ backendRefs }] }), []],
    [
      'a route of Traefik',
      traefik({ routes: [{ services: [{ kind: 'TraefikService', name: 'web' }, { name: 'admin' }, {}] }] }),
      [leads('admin', 'spec.routes.0.services.1', '*')],
    ],
    [
      'a TCP route of an older Traefik',
      traefik({ routes: [{ services: backendRefs }] }, 'traefik.containo.us/v1alpha1', 'IngressRouteTCP'),
      [leads('web', 'spec.routes.0.services.0', '*')],
    ],
    [
      'what is called like a route of Traefik',
      traefik({ routes: [{ services: backendRefs }] }, 'traefik.io/v1alpha1', 'IngressRoutes'),
      [],
    ],
    [
      'what ends like a route of Traefik',
      traefik({ routes: [{ services: backendRefs }] }, 'traefik.io/v1alpha1', 'MyIngressRoute'),
      [],
    ],
    ['what is of a group like Traefik’s', traefik({ routes: [{ services: backendRefs }] }, 'traefik.iot/v1alpha1'), []],
    [
      'what is of a group that ends like it',
      traefik({ routes: [{ services: backendRefs }] }, 'my.traefik.io/v1alpha1'),
      [],
    ],
  ])('%s', (_, after, expected) => {
    const kind = (after as { kind: string }).kind;
    expect(alone([], [after])).toEqual(expected.map((each) => `${kind} web: ${each}`));
    // What led there before says nothing.
    expect(alone([after], [after])).toEqual([]);
  });

  test('up to 16 hosts and 64 paths of a route are told apart', () => {
    const numbers = (size: number) => Array.from({ length: size }, (_, at) => at);
    const places = (hosts: number, paths: number) => {
      const matches = numbers(paths).map((each) => ({ path: { value: `/${each}` } }));
      const hostnames = numbers(hosts).map((each) => `${each}.org`);
      const [found = ''] = alone([], [gateway({ hostnames, rules: [{ backendRefs, matches }] })]);
      return (found.split(' | ').at(-1) ?? '').split('; ').slice(1);
    };
    expect([places(16, 64), places(17, 1), places(1, 65)].map(({ length }) => length)).toEqual([16 * 64, 1, 1]);
    expect([places(17, 1), places(1, 65)]).toEqual([['*'], ['0.org/']]);
  });

  test('a Service that is new with it is an ordinary application', () => {
    expect(exposed([], [...services, ingress(rules('a.org'))])).toEqual([]);
  });

  test('other ports of a Service that something led to', () => {
    const more = ingress({ rules: [rule('a.org', to('web'), to('web', 81), to('web', 81))] });
    expect(alone([ingress(rules('a.org'))], [more])).toEqual([
      'Ingress web: medium newly leads from outside to port 81 of Service web, to which nothing led before | spec.rules.0.http.paths.1.backend |  | port web 81',
    ]);
    const all = [service({ type: 'LoadBalancer', ports: [{ port: 80 }, { port: 81 }] })];
    expect(exposed([...all, ingress(rules('a.org'))], [...all, more])).toEqual([]);
    const nodes = [service({ type: 'NodePort', ports: [{ port: 80 }, { port: 81 }] })];
    expect(exposed([...nodes, ingress(rules('a.org'))], [...nodes, more])).toEqual([]);
    const headless = [service({ type: 'MyLoadBalancerX', ports: [{ port: 80 }, { port: 81 }] })];
    expect(exposed([...headless, ingress(rules('a.org'))], [...headless, more])).toHaveLength(1);
  });
});
