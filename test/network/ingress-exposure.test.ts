import { describe, expect, test } from '@jest/globals';
import { exposed, ingress, object, service } from './exposed.ts';

const to = (name: string, number: number | string = 80) => ({
  service: { name, port: typeof number === 'number' ? { number } : { name: number } },
});
const rule = (host: string | undefined, ...backends: readonly object[]) => ({
  ...(host === undefined ? {} : { host }),
  http: { paths: backends.map((backend, at) => ({ path: `/${at}`, backend })) },
});
const rules = (...hosts: readonly (string | undefined)[]) => ({ rules: hosts.map((host) => rule(host, to('web'))) });
const services = ['web', 'admin'].map((name) => service({ ports: [{ port: 80 }, { port: 81 }] }, {}, name));
const alone = (before: readonly object[], after: readonly object[]) =>
  exposed([...services, ...before], [...services, ...after]);
const nginx = (name: string) => `nginx.ingress.kubernetes.io/${name}`;

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

describe('TLS of an Ingress', () => {
  const tls = (...hosts: readonly string[]) => ({ tls: [{ hosts, secretName: 'tls' }] });
  const lost = (what: string, subject: string) =>
    `Ingress web: high no longer serves ${what}by TLS | spec.tls | spec.tls | ${subject}`;
  const aside = (what: string, subject: string) =>
    `Ingress web: high serves ${what} without TLS in place of what it served by TLS | spec.rules |  | tls of ${subject}`;
  test.each<[string, object, object, readonly string[]]>([
    ['is gone', { ...rules('a'), ...tls('a') }, rules('a'), [lost('a ', 'tls')]],
    ['for all is gone', { ...rules('a'), tls: [{}] }, rules('a'), [lost('', 'tls')]],
    [
      'of two of three hosts is gone',
      { ...rules('c', 'b', 'a'), ...tls('c', 'b', 'a') },
      { ...rules('a', 'b', 'c'), ...tls('a') },
      [lost('c, b ', 'tls; b; c')],
    ],
    [
      'of a host that is not served any more',
      { ...rules('a', 'b'), ...tls('a', 'b') },
      { ...rules('a'), ...tls('a') },
      [],
    ],
    [
      'is for all below a domain instead',
      { ...rules('x.a.org'), ...tls('x.a.org') },
      { ...rules('x.a.org'), ...tls('*.a.org') },
      [],
    ],
    ['is for all instead', { ...rules('a'), ...tls('a') }, { ...rules('a'), tls: [{}] }, []],
    [
      'is for all below another domain',
      { ...rules('x.a.org'), ...tls('x.a.org') },
      { ...rules('x.a.org'), ...tls('*.x.a.org') },
      [lost('x.a.org ', 'tls; x.a.org')],
    ],
    [
      'is for another host than the one that takes its place',
      { ...rules('a'), ...tls('a') },
      { ...rules('b'), ...tls('a') },
      [aside('b', 'b')],
    ],
    [
      'is for none of the hosts that take its place',
      { ...rules('a', 'k'), ...tls('a') },
      { ...rules('b', undefined, 'k'), ...tls('a') },
      [aside('b, every host', 'b *')],
    ],
    ['covers the host that takes its place', { ...rules('a'), ...tls('a') }, { ...rules('b'), ...tls('a', 'b') }, []],
    [
      'does not cover a host that is served besides',
      { ...rules('a'), ...tls('a') },
      { ...rules('a', 'b'), ...tls('a') },
      [],
    ],
    [
      'did not cover the host that is gone',
      { ...rules('a', 'c'), ...tls('a') },
      { ...rules('a', 'b'), ...tls('a') },
      [],
    ],
    [
      'is for one host of two, and neither is new',
      { ...rules('a', 'b'), ...tls('a') },
      { ...rules('b'), ...tls('a') },
      [],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(alone([ingress(before)], [ingress(after)])).toEqual(expected);
  });

  const route = (tls_: object | undefined) =>
    object('route.openshift.io/v1', 'Route', 'web', {
      to: { name: 'web' },
      ...(tls_ === undefined ? {} : { tls: tls_ }),
    });
  const insecure = (insecureEdgeTerminationPolicy?: string) =>
    route({ termination: 'edge', ...(insecureEdgeTerminationPolicy ? { insecureEdgeTerminationPolicy } : {}) });
  test('of a Route is gone', () => {
    expect(alone([insecure()], [route(undefined)])).toEqual([
      'Route web: high no longer serves by TLS | spec.tls | spec.tls | tls',
    ]);
    expect(alone([route(undefined)], [insecure()])).toEqual([]);
  });
  test.each([undefined, 'None', 'Redirect'])('of a Route that served nothing else: %s', (former) => {
    expect(alone([insecure(former)], [insecure('Allow')])).toEqual([
      'Route web: high newly also serves requests without TLS | spec.tls.insecureEdgeTerminationPolicy |  | insecure',
    ]);
    for (const now of ['None', 'Redirect', undefined]) expect(alone([insecure(former)], [insecure(now)])).toEqual([]);
    expect(alone([insecure(former)], [insecure('Nonesuch')])).toHaveLength(1);
    expect(alone([insecure(former)], [insecure('xNone')])).toHaveLength(1);
    expect(alone([insecure('Allow')], [insecure('Allow')])).toEqual([]);
    expect(alone([route(undefined)], [insecure('Allow')])).toEqual([]);
    const kind = (tls_: object) => ingress({ defaultBackend: to('web'), tls: tls_ });
    expect(alone([kind({})], [kind({ insecureEdgeTerminationPolicy: 'Allow' })])).toEqual([]);
  });
  test('of a route of Traefik is gone', () => {
    const of = (spec: object) => object('traefik.io/v1alpha1', 'IngressRouteTCP', 'web', spec);
    expect(alone([of({ tls: {} })], [of({})])).toEqual([
      'IngressRouteTCP web: high no longer serves by TLS | spec.tls | spec.tls | tls',
    ]);
  });
});

describe('the class of an Ingress', () => {
  const of = (ingressClassName: string) => ingress({ ...rules('a'), ingressClassName });
  test.each<[string, string, readonly string[]]>([
    ['internal', 'public', ['public']],
    ['nginx-private', '', ['the default one']],
    ['intern', 'extern', ['extern']],
    ['nginx-intern', 'interning', ['interning']],
    ['international', 'public', []],
    ['internal', 'private', []],
    ['public', 'extern', []],
  ])('%s becomes %s', (before, after, to_) => {
    expect(alone([of(before)], [of(after)])).toEqual(
      to_.map(
        (each) =>
          `Ingress web: medium moves from the ingress class ${before} to ${each} | spec.ingressClassName |  | class ${after}`,
      ),
    );
  });
  test('of a route is its Gateway: one for the outside, where there is one', () => {
    const route = (...names: readonly string[]) =>
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
        parentRefs: names.map((name) => ({ name })),
        rules: [{ backendRefs: [{ name: 'web' }] }],
      });
    expect(alone([route('internal')], [route('private', 'public')])).toEqual([
      'HTTPRoute web: medium moves from the Gateway internal to public | spec.parentRefs |  | class public',
    ]);
    expect(alone([route('internal')], [route('private', 'internal')])).toEqual([]);
  });
});

describe('snippets', () => {
  const snippet = nginx('configuration-snippet');
  const of = (text: string | undefined, annotations: object = {}, name = snippet) =>
    ingress(rules('a'), { ...annotations, ...(text === undefined ? {} : { [name]: text }) });
  const short = (before: object, after: object) =>
    alone([before], [after]).map((each) => each.replace('Ingress web: ', '').split(' | ').slice(0, 3).join(' | '));
  const at = `metadata.annotations.${snippet}`;
  const undoes = (words: string) => `high newly undoes what protects it: ${words} (${snippet}) | ${at} | `;
  const lost = (words: string) =>
    `high no longer has in its snippets what turned requests away: ${words} (${snippet}) | ${at} | `;
  const leads = (words: string) =>
    `medium newly answers by its snippets otherwise than by its Service: ${words} (${snippet}) | ${at} | `;
  const auth = { [nginx('auth-url')]: 'https://auth' };

  test.each<[string, string, readonly string[]]>([
    ['deny all;', 'deny all; allow 10.0.0.0/8;', [undoes('allow')]],
    [
      'deny all;',
      'deny all; satisfy any; auth_basic off; auth_request "off"; ssl_verify_client optional;',
      [undoes('satisfy, auth_basic, auth_request, ssl_verify_client')],
    ],
    ['deny all;', 'deny all; auth_basic offline;', []],
    [
      'deny all;',
      'deny all; modsecurity off; SecRuleEngine Off; SecRuleEngine DetectionOnly;',
      [undoes('modsecurity, SecRuleEngine')],
    ],
    ['deny all; allow a;', 'deny all; allow a;', []],
    ['deny all;', 'allow all;', [undoes('allow'), lost('deny')]],
    ['x all;', 'x all; allow all;', []],
    ['deny all; deny a;', 'deny  a;\ndeny\tall;', []],
    [
      'ssl_verify_client on; modsecurity on; access_by_lua x; auth_jwt y;',
      '',
      [lost('ssl_verify_client, modsecurity, access_by_lua, auth_jwt')],
    ],
    ['auth_request /a; xdeny all;', 'x;', [lost('auth_request')]],
    ['auth_basic "one";', 'auth_basic "two";', []],
    ['auth_basic "one";', 'xauth_basic "two";', [lost('auth_basic')]],
    ['auth_basic "one";', 'auth_basic off;', [undoes('auth_basic'), lost('auth_basic')]],
    ['auth_basic one; deny a;', 'auth_basic two; x y;', [lost('deny')]],
    ['auth_basic_user_file a; xauth_basic b;', 'x;', []],
    ['auth_basic off;', 'x;', []],
    [
      'x;',
      'proxy_pass http://a; root /a; alias /a; include /a; js_content a; content_by_lua_block {}',
      [leads('proxy_pass, root, alias, include, js_content, content_by_lua_block')],
    ],
    ['x;', 'xroot /a; proxy_passed x;', []],
    ['root /a;', 'root /a; x;', []],
    ['x;', '# root /a;\nx "root /a;" y;', []],
    ['x;', 'x y#z; root /a;', [leads('root')]],
    ['x;', 'x "a\\"; root /a; \\""; alias /b;', [leads('alias')]],
    ['x;', 'x \\; root /a;', []],
    ['x;', 'x {root /a;}', [leads('root')]],
    ['x;', "'root' /a;", [leads('root')]],
    ['x;', 'root\\\n/a;', []],
  ])('%j become %j', (before, after, expected) => {
    expect(short(of(before), of(after))).toEqual(expected);
  });

  test('undo what annotations demand', () => {
    expect(short(of(undefined, auth), of('satisfy any;', auth))).toEqual([undoes('satisfy')]);
    expect(short(of(undefined), of('satisfy any;'))).toEqual([]);
  });

  test('that are gone altogether are shown where they were, and all of them are in the subject', () => {
    expect(alone([of('deny all;')], [of(undefined, { [nginx('server-snippet')]: 'y;', a: 'deny all;' })])).toEqual([
      `Ingress web: high no longer has in its snippets what turned requests away: deny (${snippet}) | metadata.annotations | ${at} | snippet; lost; deny; ${nginx('server-snippet')}: y;`,
    ]);
  });

  test.each<[string, number]>([
    [nginx('configuration-snippet'), 1],
    [nginx('server-snippet'), 1],
    [nginx('auth-snippet'), 1],
    [nginx('modsecurity-snippet'), 1],
    ['nginx.org/location-snippets', 1],
    ['nginx.org/server-snippets', 1],
    [`x${nginx('server-snippet')}`, 0],
    [`${nginx('server-snippet')}s`, 0],
  ])('are those of %s', (name, count) => {
    expect(alone([of('deny all', {}, name)], [of(undefined)])).toHaveLength(count);
  });

  test('of ModSecurity end with their line, and a backslash carries them on', () => {
    const name = nginx('modsecurity-snippet');
    const of_ = (text: string) => of(text, {}, name);
    const count = (text: string) => short(of_('SecRuleEngine On'), of_(`SecRuleEngine On\n${text}`)).length;
    expect(
      [
        'SecRuleEngine Off',
        'x SecRuleEngine Off',
        '# SecRuleEngine Off',
        'x \\\nSecRuleEngine Off',
        'x; SecRuleEngine Off',
      ].map(count),
    ).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('middlewares of a route of Traefik', () => {
  const route = (...routes: readonly object[]) => object('traefik.io/v1alpha1', 'IngressRoute', 'web', { routes });
  const one = (match: string, name: string, ...middlewares: readonly object[]) => ({
    match,
    services: [{ name, port: 80 }],
    middlewares,
  });
  const [auth, allow] = [{ name: 'auth' }, { name: 'allow', namespace: 'shared' }];
  const lost = (names: string, at: number, was: number, subject: string) =>
    `IngressRoute web: high no longer has requests go through ${names} | spec.routes.${at} | spec.routes.${was}.middlewares | ${subject}`;

  test.each<[string, object, object, readonly string[]]>([
    [
      'one is gone',
      route(one('a', 'web', auth, allow)),
      route(one('a', 'web', allow)),
      [lost('auth', 0, 0, 'middlewares auth')],
    ],
    [
      'all are gone',
      route(one('a', 'web', auth, allow)),
      route(one('a', 'web')),
      [lost('auth, shared/allow', 0, 0, 'middlewares auth shared/allow')],
    ],
    ['they are in another order', route(one('a', 'web', auth, allow)), route(one('a', 'web', allow, auth)), []],
    [
      'of a route with another match, by its Services',
      route(one('a', 'web', auth)),
      route(one('b', 'web')),
      [lost('auth', 0, 0, 'middlewares auth')],
    ],
    [
      'of the second of two routes',
      route(one('a', 'web'), one('b', 'admin', auth)),
      route(one('b', 'web'), one('a', 'web')),
      [lost('auth', 0, 1, 'middlewares auth; b')],
    ],
    ['of a route that is another one', route(one('a', 'web', auth)), route(one('b', 'admin')), []],
  ])('%s', (_, before, after, expected) => {
    expect(
      alone([before, ingress({ defaultBackend: to('admin') })], [after, ingress({ defaultBackend: to('admin') })]),
    ).toEqual(expected);
  });
});

describe('a way around what is protected', () => {
  const guarded = ingress(rules('a.org'), { [nginx('auth-url')]: 'https://auth' }, 'guarded');
  const around =
    'leads to Service web, less protected than by Ingress shop/guarded (nginx.ingress.kubernetes.io/auth-url)';
  const to_ = (route: object) =>
    alone([guarded], [guarded, route]).map((each) => each.split(' | ')[0]?.replace(/^\S+ \S+ /, ''));
  const gateway = (over: object) =>
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', {
      rules: [{ backendRefs: [{ name: 'web', port: 80 }], ...over }],
    });

  test('is an Ingress that demands nothing, or less, at the same place or of the same Service', () => {
    expect(to_(ingress(rules('b.org')))).toEqual([`high ${around}`]);
    expect(to_(ingress({ rules: [rule('a.org', to('other'))] }))).toEqual([
      'medium newly leads from outside to Service other, which nothing led to before',
      `high ${around.replace('Service web', 'a.org/0')}`,
    ]);
    expect(to_(ingress(rules('b.org'), { [nginx('auth-url')]: 'https://auth' }))).toEqual([]);
    expect(to_(ingress(rules('b.org'), { [nginx('canary')]: 'true' }))).toEqual([]);
    expect(to_(ingress({ ...rules('b.org'), ingressClassName: 'internal' }))).toEqual([]);
  });

  test('is no route that something else decides about', () => {
    expect(to_(gateway({}))).toEqual([`high ${around}`]);
    expect(to_(gateway({ filters: [{ type: 'RequestMirror' }] }))).toEqual([`high ${around}`]);
    expect(to_(gateway({ filters: [{ type: 'RequestMirror' }, { type: 'ExtensionRef' }] }))).toEqual([]);
    const policy = object('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', 'p', {
      targetRef: { kind: 'HTTPRoute', name: 'web' },
      basicAuth: {},
    });
    expect(alone([guarded], [guarded, gateway({}), policy])).toEqual([]);
    const traefik = (...middlewares: readonly object[]) =>
      object('traefik.io/v1alpha1', 'IngressRoute', 'web', {
        routes: [{ services: [{ name: 'web', port: 80 }] }, { middlewares }],
      });
    expect(to_(traefik())).toEqual([`high ${around}`]);
    expect(to_(traefik({ name: 'auth' }))).toEqual([]);
  });

  test('is said once for two Services, and not where one of several ways protects no more', () => {
    const both = ingress({ rules: [rule('b.org', to('web'), to('admin'), to('web'))] });
    const two = [
      guarded,
      ingress({ rules: [rule('c.org', to('admin'))] }, { [nginx('auth-url')]: 'https://auth' }, 'second'),
    ];
    expect(alone(two, [...two, both]).map((each) => each.split(' | ')[0])).toEqual([
      'Ingress web: high leads to Service web, Service admin, less protected than by Ingress shop/guarded (nginx.ingress.kubernetes.io/auth-url)',
    ]);
    const open = ingress(rules('d.org'), {}, 'open');
    expect(alone([guarded, open], [guarded, open, ingress(rules('b.org'))])).toEqual([]);
  });

  test('is medium where what is missing is', () => {
    const tls = ingress(rules('a.org'), { [nginx('allowlist-source-range')]: '10.0.0.0/8' }, 'guarded');
    expect(alone([tls], [tls, ingress(rules('b.org'))]).map((each) => each.split(':')[1]?.slice(0, 6))).toEqual([
      ' high ',
    ]);
  });
});
