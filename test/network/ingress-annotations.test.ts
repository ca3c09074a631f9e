import { describe, expect, test } from '@jest/globals';
import { verifyingPorts } from '../../src/network/annotations/ingress-alb.ts';
import { limitsAmong, lostProtections, sourcesLost } from '../../src/network/annotations/ingress-protection.ts';

const nginx = (name: string) => `nginx.ingress.kubernetes.io/${name}`;
const alb = (name: string) => `alb.ingress.kubernetes.io/${name}`;
const lost = (before: object, after: object) =>
  lostProtections(before as never, after as never).map(
    ({ severity, what, now, value }) => `${severity} ${what} now ${now}=${value}`,
  );
/** Whether something is lost where one annotation changes its value. */
const isLost = (name: string, before: string | undefined, after: string | undefined, beside: object = {}) =>
  lost(
    { ...beside, ...(before === undefined ? {} : { [name]: before }) },
    { ...beside, ...(after === undefined ? {} : { [name]: after }) },
  ).length > 0;

describe('annotations that are switches', () => {
  test.each<[string, readonly (string | undefined)[], readonly (string | undefined)[]]>([
    [nginx('enable-global-auth'), [undefined, 'true', 'falsey', 'xfalse', ''], ['false']],
    [nginx('satisfy'), [undefined, 'all', 'anyone', 'xany'], ['any']],
    [nginx('ssl-redirect'), [undefined, 'true', 'falsey', 'xfalse'], ['false']],
    [nginx('force-ssl-redirect'), ['true'], [undefined, 'false', 'xtrue', 'truex']],
    [nginx('enable-modsecurity'), ['true'], [undefined, 'false', 'xtrue', 'truex']],
    ['traefik.ingress.kubernetes.io/router.tls', ['true'], [undefined, 'false', 'xtrue', 'truex']],
    [alb('scheme'), [undefined, 'internal', 'internet-facingx', 'xinternet-facing'], ['internet-facing']],
    ['kubernetes.io/ingress.allow-http', ['false'], [undefined, 'true', 'xfalse', 'falsex']],
  ])('%s is on by %j, and off by %j', (name, on, off) => {
    for (const one of on) {
      for (const other of off) {
        expect({ one, other, lost: isLost(name, one, other) }).toEqual({ one, other, lost: true });
        expect({ other, one, lost: isLost(name, other, one) }).toEqual({ other, one, lost: false });
      }
    }
    expect(isLost(name, on[0], on.at(-1))).toBe(false);
    expect(limitsAmong({ [name]: on.at(-1) ?? 'true' })).toEqual([]);
  });

  test('say what is lost', () => {
    expect(lost({ [nginx('force-ssl-redirect')]: 'true' }, {})).toEqual([
      `high loses the redirect to TLS (${nginx('force-ssl-redirect')}) now ${nginx('force-ssl-redirect')}=undefined`,
    ]);
  });
});

describe('annotations that demand authentication', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      nginx('auth-tls-verify-client'),
      nginx('auth-tls-secret'),
      ['on', 'offx', 'xoff', 'optionally', 'xoptional'],
      ['off', 'optional', 'optional_no_ca'],
    ],
    [
      'haproxy-ingress.github.io/auth-tls-verify-client',
      'haproxy-ingress.github.io/auth-tls-secret',
      ['on', 'offx', 'xoptional'],
      ['off', 'optional', 'optional_no_ca'],
    ],
    [alb('auth-on-unauthenticated-request'), alb('auth-type'), ['authenticate', 'deny', 'xallow', 'allowx'], ['allow']],
  ])('%s refines %s', (name, whole, on, off) => {
    for (const one of on)
      for (const other of off)
        expect({ one, other, lost: isLost(name, one, other, { [whole]: 'oidc' }) }).toEqual({ one, other, lost: true });
    for (const other of off) {
      expect(isLost(name, undefined, other, { [whole]: 'oidc' })).toBe(true);
      expect(isLost(name, 'on', other)).toBe(false);
      expect(isLost(name, 'on', other, { [whole]: '' })).toBe(false);
      expect(isLost(name, other, 'on', { [whole]: 'oidc' })).toBe(false);
    }
    expect(isLost(name, 'on', undefined, { [whole]: 'oidc' })).toBe(false);
  });

  test('of the AWS controller is off by one word', () => {
    expect(
      ['none', undefined, '', 'nonex', 'xnone', 'cognito'].map((value) => isLost(alb('auth-type'), 'oidc', value)),
    ).toEqual([true, true, true, false, false, false]);
    expect(isLost(alb('auth-on-unauthenticated-request'), 'deny', 'allow', { [alb('auth-type')]: 'none' })).toBe(false);
  });

  test('by somebody else is another decision', () => {
    const name = nginx('auth-url');
    expect(lost({ [name]: 'a' }, { [name]: 'b' })).toEqual([
      `medium has another one decide who may come in (${name}) now ${name}=b`,
    ]);
    expect(lost({ [name]: 'a' }, {})).toEqual([
      `high no longer demands authentication (${name}) now ${name}=undefined`,
    ]);
    expect(lost({}, { [name]: 'b' })).toEqual([]);
    expect(isLost('nginx.org/basic-auth-secret', 'a', 'b')).toBe(false);
  });
});

describe('lists', () => {
  test('of middlewares lose those that go', () => {
    const name = 'konghq.com/plugins';
    expect(lost({ [name]: 'a, b,,c' }, { [name]: 'b' })).toEqual([
      `high no longer has requests go through a, c (${name}) now ${name}=b`,
    ]);
    expect(isLost(name, 'a,b', 'b, a, c')).toBe(false);
    expect([isLost(name, 'a', undefined), isLost(name, undefined, 'a'), isLost(name, '', undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of networks let in no more', () => {
    const [name, older] = [nginx('allowlist-source-range'), nginx('whitelist-source-range')];
    expect(lost({ [older]: '10.0.0.0/8' }, { [name]: '10.0.0.0/7' })).toEqual([
      `high also lets in 10.0.0.0/7 (${older}) now ${name}=10.0.0.0/7`,
    ]);
    expect(lost({ [older]: '10.0.0.0/8' }, { [name]: '10.0.0.0/8' })).toEqual([]);
    expect(lost({ [name]: '10.0.0.0/8', [older]: '0.0.0.0/0' }, { [name]: '', [older]: '11.0.0.0/8' })).toEqual([
      `high also lets in 11.0.0.0/8 (${name}) now ${older}=11.0.0.0/8`,
    ]);
    const [one, other] = ['haproxy.org/allow-list', 'haproxy.org/whitelist'];
    expect(isLost(one, '10.0.0.0/8', undefined, { [other]: '10.0.0.0/8' })).toBe(false);
    expect(isLost(one, '10.0.0.0/8', undefined, { [other]: '10.0.0.0/7' })).toBe(true);
  });

  test.each<[string | undefined, string | undefined, string | undefined]>([
    [undefined, '0.0.0.0/0', undefined],
    ['', undefined, undefined],
    ['10.0.0.0/8', '', 'lets in everybody'],
    ['10.0.0.0/8', '10.1.0.0/16 10.2.0.1,::1', 'also lets in ::1'],
    ['10.0.0.0/8 ::1', '10.2.0.1 ::1/128', undefined],
    ['10.0.0.1', '10.0.0.1 10.0.0.2', 'also lets in 10.0.0.2'],
    ['10.0.0.1/32 ::1', '10.0.0.1 ::1', undefined],
    ['office', 'office home', 'also lets in home'],
  ])('%j becomes %j: %s', (before, after, expected) => {
    expect(sourcesLost(before, after)).toBe(expected);
  });

  test('of networks that are turned away', () => {
    const name = nginx('denylist-source-range');
    expect(lost({ [name]: '10.0.0.0/8, 192.0.2.1 office' }, { [name]: '192.0.2.0/24' })).toEqual([
      `high no longer turns away 10.0.0.0/8, office (${name}) now ${name}=192.0.2.0/24`,
    ]);
    expect([
      isLost(name, 'office', 'office home'),
      isLost(name, '10.1.0.0/16', '10.0.0.0/8'),
      isLost(name, undefined, 'x'),
    ]).toEqual([false, false, false]);
  });

  test('of listeners that verify certificates', () => {
    const name = alb('mutual-authentication');
    const ports = (...all: readonly (readonly [number, string])[]) =>
      JSON.stringify(all.map(([port, mode]) => ({ port, mode })));
    const both = ports([443, 'verify'], [8443, 'verify']);
    expect([
      isLost(name, both, ports([443, 'verify'])),
      isLost(name, both, ports([443, 'verify'], [8443, 'passthrough'])),
      isLost(name, both, both.replace(',', ', ')),
    ]).toEqual([true, true, false]);
    expect([
      isLost(name, both, undefined),
      isLost(name, both, 'x'),
      isLost(name, 'x', undefined),
      isLost(name, 'x', 'y'),
      isLost(name, 'x', both),
    ]).toEqual([true, true, true, false, false]);
    expect([undefined, '', 'x', '[]', both].map((value) => verifyingPorts(value))).toEqual([
      new Set(),
      new Set(),
      undefined,
      undefined,
      new Set(['443', '8443']),
    ]);
  });

  test('of a firewall', () => {
    const name = alb('wafv2-acl-arn');
    expect([
      isLost(name, 'a', undefined),
      isLost(name, 'a', ''),
      isLost(name, 'a', 'b'),
      isLost(name, '', undefined),
      isLost(name, undefined, 'a'),
    ]).toEqual([true, true, false, false, false]);
  });
});

test('what limits who comes in', () => {
  expect(
    limitsAmong({
      [nginx('auth-url')]: 'a',
      [nginx('whitelist-source-range')]: 'b',
      [nginx('auth-type')]: '',
      [nginx('auth-tls-verify-client')]: 'on',
      [alb('auth-type')]: 'none',
      'konghq.com/plugins': 'x',
    }),
  ).toEqual([nginx('auth-url'), nginx('whitelist-source-range'), 'konghq.com/plugins']);
});

describe('annotations of the AWS controller together', () => {
  const [redirect, ports, certificate, groups] = [
    'ssl-redirect',
    'listen-ports',
    'certificate-arn',
    'security-groups',
  ].map(alb) as [string, string, string, string];
  const [http, https] = ['[{"HTTP": 80}, {"HTTPS": 443}]', '[{"HTTPS": 443}]'];
  const clear = (annotation: string, value: string | undefined) =>
    annotation === redirect
      ? [`high loses the redirect to TLS (${redirect}) now ${redirect}=${value}`]
      : [`medium newly also serves requests without TLS (${ports}) now ${ports}=${value}`];
  test.each<[string, object, object, readonly string[]]>([
    ['redirect no more', { [redirect]: '443' }, {}, clear(redirect, undefined)],
    ['redirect to nowhere', { [redirect]: '443' }, { [redirect]: 'x443' }, clear(redirect, 'x443')],
    ['redirect nowhere else', { [redirect]: '443' }, { [redirect]: '443x' }, clear(redirect, '443x')],
    ['did not redirect', { [redirect]: '443x', [certificate]: 'a' }, { [ports]: http }, clear(ports, http)],
    ['redirect elsewhere', { [redirect]: '443' }, { [redirect]: '8443', [ports]: http }, []],
    ['redirect no more, and serve TLS alone', { [redirect]: '443' }, { [ports]: https }, []],
    ['redirect no more, and have a certificate', { [redirect]: '443' }, { [certificate]: 'a' }, []],
    ['serve without TLS as well', { [ports]: https }, { [ports]: http }, clear(ports, http)],
    ['served without TLS', { [ports]: http }, { [ports]: http, a: 'b' }, []],
    ['say nothing of ports any more', { [ports]: https }, {}, clear(ports, undefined)],
    ['begin to list ports', { [certificate]: 'a' }, { [ports]: http }, clear(ports, http)],
    ['list what cannot be read', { [ports]: https }, { [ports]: 'x' }, []],
    ['say nothing of it', { [certificate]: 'a' }, {}, []],
  ])('%s', (_, before, after, expected) => {
    expect(lost(before, after)).toEqual(expected);
  });

  test('have a group of one’s own, or limits besides', () => {
    const open = `medium newly lets in everybody, with a security group that is made for it (${groups}) now ${groups}=undefined`;
    expect([
      lost({ [groups]: 'a' }, {}),
      lost({ [groups]: 'a' }, { [groups]: ' ' }),
      lost({ [groups]: ' ' }, {}),
    ]).toEqual([[open], [open], []]);
    for (const kept of [groups, alb('inbound-cidrs'), alb('security-group-prefix-lists')])
      expect(lost({ [groups]: 'a' }, { [kept]: '10.0.0.0/8' })).toEqual([]);
  });
});
