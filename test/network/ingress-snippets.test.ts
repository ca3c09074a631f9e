import { describe, expect, test } from '@jest/globals';
import { alone, ingress, nginx, object, rule, rules, to } from './exposed.ts';

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
