import { describe, expect, test } from '@jest/globals';
import { attachedChanges } from '../../src/network/exposure/attached-policies.ts';
import { object } from './exposed.ts';
import { objectsOf } from './product-worlds.ts';

/** What is no longer demanded: `SecurityPolicy p: high <what> | <path> | <subject>`. */
function changed(before: readonly object[], after: readonly object[]): readonly string[] {
  const read = (all: readonly object[]) => all.flatMap((each) => objectsOf(each, 'a.yaml'));
  return attachedChanges({ before: read(before), after: read(after) }).flatMap(({ resource, loosenings }) =>
    loosenings.map(
      ({ what, severity, path, subject }) =>
        `${resource?.kind} ${resource?.name}: ${severity} ${what} | ${path.join('.')} | ${subject.join('; ')}`,
    ),
  );
}
const route = (name: string) => object('gateway.networking.k8s.io/v1', 'HTTPRoute', name, {});
const at = (...names: readonly string[]) => names.map((name) => ({ kind: 'HTTPRoute', name }));
const envoy = (spec: object, name = 'p') =>
  object('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', name, { targetRefs: at('web'), ...spec });
const kuadrant = (spec: object) => object('kuadrant.io/v1', 'AuthPolicy', 'p', { targetRef: at('web')[0], ...spec });
const web = route('web');
const ofWeb = (before: object, after: object) => changed([web, before], [web, after]);

describe('a policy that is attached to a route', () => {
  const jwt = { jwt: { providers: [] } };
  const still = (what: string, subject: string, where = '') =>
    `SecurityPolicy p: high no longer demands ${what} of whoever comes in by what it is attached to | spec | demands; ${subject}${where}`;

  test('is gone, or demands it no longer', () => {
    expect(changed([web, envoy(jwt)], [web])).toEqual([
      'SecurityPolicy p: high is gone: nothing demands jwt of whoever comes in by what it was attached to | spec | demands; jwt',
    ]);
    expect(ofWeb(envoy({ ...jwt, basicAuth: {} }), envoy({}))).toEqual([still('basicAuth, jwt', 'basicAuth; jwt')]);
    expect(ofWeb(envoy({}), envoy(jwt))).toEqual([]);
    expect(changed([web], [web, envoy(jwt)])).toEqual([]);
  });

  test('is gone with its route, or another one demands the same', () => {
    expect(changed([web, envoy(jwt)], [])).toEqual([]);
    expect(changed([web, envoy(jwt)], [web, envoy(jwt, 'q')])).toEqual([]);
    expect(changed([web, envoy(jwt)], [web, envoy({ basicAuth: {} }, 'q'), envoy(jwt, 'r')])).toEqual([]);
    expect(changed([web, envoy(jwt)], [web, envoy({ basicAuth: {} }, 'q')])).toHaveLength(1);
  });

  test('is attached to fewer routes, which are named', () => {
    const [two, one] = [envoy({ ...jwt, targetRefs: at('web', 'admin') }), envoy({ ...jwt, targetRefs: at('admin') })];
    const [all, name] = [[web, route('admin')], '; ["HTTPRoute","shop","web"]'];
    expect(changed([...all, two], [...all, one])).toEqual([still('jwt', 'jwt', name)]);
    expect(changed([...all, two], [route('admin'), one])).toEqual([]);
    expect(changed([...all, two], [...all])).toEqual([
      'SecurityPolicy p: high is gone: nothing demands jwt of whoever comes in by what it was attached to | spec | demands; jwt',
    ]);
    // Of two demands one is lost for one route alone.
    const both = envoy({ ...jwt, basicAuth: {}, targetRefs: at('web', 'admin') });
    const other = envoy({ basicAuth: {} }, 'q');
    expect(changed([...all, both], [...all, envoy({ ...jwt, basicAuth: {}, targetRefs: at('admin') }), other])).toEqual(
      [still('jwt', 'jwt', name)],
    );
  });

  test('is attached to a section, of which the whole is more', () => {
    const section = envoy({ ...jwt, targetRefs: [{ ...at('web')[0], sectionName: 'admin' }] });
    expect(ofWeb(section, envoy(jwt))).toEqual([]);
    expect(ofWeb(envoy(jwt), section)).toEqual([still('jwt', 'jwt')]);
  });

  test('is attached by labels', () => {
    const selected = (app: string) =>
      envoy({ ...jwt, targetRefs: [], targetSelectors: [{ kind: 'HTTPRoute', matchLabels: { app } }] });
    expect(ofWeb(selected('a'), selected('a'))).toEqual([]);
    expect(ofWeb(selected('a'), selected('b'))).toEqual([still('jwt', 'jwt')]);
  });

  test.each<[string, object, boolean]>([
    ['apiKeyAuth', { apiKeyAuth: {} }, true],
    ['extAuth', { extAuth: {} }, true],
    ['oidc', { oidc: {} }, true],
    ['no mapping', { basicAuth: 'yes' }, false],
    ['another field', { cors: {} }, false],
    ['jwt that is optional', { jwt: { optional: true } }, false],
    ['jwt that is not optional', { jwt: { optional: false } }, true],
    ['jwt of which that is null', { jwt: { optional: null } }, true],
    ['authorization that denies', { authorization: { defaultAction: 'Deny' } }, true],
    ['authorization that says nothing', { authorization: {} }, true],
    ['authorization that allows', { authorization: { defaultAction: 'Allow' } }, false],
    ['authorization of no known action', { authorization: { defaultAction: 'Denyx' } }, false],
    ['authorization of no known action either', { authorization: { defaultAction: 'xDeny' } }, false],
    [
      'authorization that allows but for some',
      { authorization: { defaultAction: 'Allow', rules: [{ action: 'Allow' }, { action: 'Deny' }] } },
      true,
    ],
    [
      'authorization that allows all the more',
      { authorization: { defaultAction: 'Allow', rules: [{ action: 'Allow' }] } },
      false,
    ],
    ['basicAuth that has the field of another', { basicAuth: { optional: true } }, true],
  ])('demands something by %s: %s', (_, spec, expected) => {
    expect(changed([web, envoy(spec)], [web]).length > 0).toBe(expected);
  });

  test('is one of Envoy Gateway or Kuadrant alone', () => {
    const of = (apiVersion: string, kind: string) =>
      changed(
        [web, object(apiVersion, kind, 'p', { targetRefs: at('web'), ...jwt, rules: { authorization: { a: {} } } })],
        [web],
      ).length;
    expect([
      of('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy'),
      of('kuadrant.io/v1', 'AuthPolicy'),
      of('example.org/v1', 'SecurityPolicy'),
      of('example.org/v1', 'AuthPolicy'),
      of('gateway.envoyproxy.io/v1alpha1', 'AuthPolicy'),
      of('kuadrant.io/v1', 'SecurityPolicy'),
      of('gateway.envoyproxy.io/v1alpha1', 'BackendTrafficPolicy'),
    ]).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('what a policy of Envoy Gateway demands less', () => {
  const [allow, deny] = [
    { action: 'Allow', principal: { clientCIDRs: ['10.0.0.0/8'] } },
    { action: 'Deny', principal: { clientCIDRs: ['192.0.2.0/24'] } },
  ];
  const rules = (...all: readonly object[]) => ({ authorization: { rules: all } });
  const other = (...all: readonly object[]) =>
    `medium has other rules of whom it lets in than before; whether they let in more was not judged | spec.authorization.rules | authorization; rules; ${JSON.stringify(all)}`;
  const opened =
    'high newly lets in whom none of its rules is about | spec.authorization.defaultAction | authorization; defaultAction';
  test.each<[string, object, object, readonly string[]]>([
    [
      'a decider that may fail',
      { extAuth: {} },
      { extAuth: { failOpen: true } },
      [
        'high newly lets everybody in while the service that decides does not answer | spec.extAuth.failOpen | extAuth; failOpen',
      ],
    ],
    ['one that might before', { extAuth: { failOpen: true } }, { extAuth: { failOpen: true } }, []],
    ['one that may no longer', { extAuth: { failOpen: true } }, { extAuth: { failOpen: false } }, []],
    ['the field elsewhere', { basicAuth: {} }, { basicAuth: { failOpen: true, passThroughAuthHeader: true } }, []],
    [
      'OIDC past which a token goes',
      { oidc: {} },
      { oidc: { passThroughAuthHeader: true } },
      [
        'medium newly leaves whoever brings a token in a header to other checks, without OIDC | spec.oidc.passThroughAuthHeader | oidc; passThroughAuthHeader',
      ],
    ],
    [
      'past which it went before',
      { oidc: { passThroughAuthHeader: true } },
      { oidc: { passThroughAuthHeader: true } },
      [],
    ],
    ['past which it goes no longer', { oidc: { passThroughAuthHeader: true } }, { oidc: {} }, []],
    ['rules of something else', { jwt: { rules: [allow] } }, { jwt: { rules: [deny] } }, []],
    ['another default', rules(deny), { authorization: { defaultAction: 'Allow', rules: [deny] } }, [opened]],
    [
      'another default, with another rule',
      { authorization: { defaultAction: 'Deny', rules: [deny] } },
      { authorization: { defaultAction: 'Allow', rules: [deny, allow] } },
      [`${opened}; ${JSON.stringify(allow)}`],
    ],
    [
      'a default that is not known',
      rules(deny),
      { authorization: { defaultAction: 'Denyx', rules: [deny] } },
      [opened],
    ],
    [
      'a default that is not known either',
      rules(deny),
      { authorization: { defaultAction: 'xDeny', rules: [deny] } },
      [opened],
    ],
    [
      'the default it had',
      { authorization: { defaultAction: 'Allow', rules: [deny] } },
      { authorization: { defaultAction: 'Allow', rules: [deny] } },
      [],
    ],
    [
      'a default that was as unknown',
      { authorization: { defaultAction: 'Denyx', rules: [deny] } },
      { authorization: { defaultAction: 'Allow', rules: [deny] } },
      [],
    ],
    [
      'a default that was as unknown as well',
      { authorization: { defaultAction: 'xDeny', rules: [deny] } },
      { authorization: { defaultAction: 'Allow', rules: [deny] } },
      [],
    ],
    ['the same rules', rules(allow, deny), rules(allow, deny), []],
    ['one rule less', rules(allow, { ...allow, name: 'x' }), rules(allow), []],
    ['another one that denies', rules(allow), rules(deny, allow), []],
    [
      'another one that allows',
      rules(allow),
      rules(allow, { ...allow, name: 'x' }),
      [other(allow, { ...allow, name: 'x' })],
    ],
    ['no longer one that denies', rules(allow, deny), rules(allow), [other(allow)]],
    ['one of two that deny no longer', rules(deny, { ...deny, name: 'x' }), rules(deny), [other(deny)]],
  ])('%s', (_, before, after, expected) => {
    expect(ofWeb(envoy(before), envoy(after))).toEqual(expected.map((each) => `SecurityPolicy p: ${each}`));
  });

  test('says nothing where the routes are gone', () => {
    const [was, is] = [envoy({ extAuth: {} }), envoy({ extAuth: { failOpen: true } })];
    expect(changed([web, was], [is])).toEqual([]);
    const two = { targetRefs: at('web', 'admin') };
    const all = [web, route('admin')];
    expect(
      changed([...all, envoy({ ...two, extAuth: {} })], [web, envoy({ ...two, extAuth: { failOpen: true } })]),
    ).toHaveLength(1);
  });
});

describe('what a policy of Kuadrant demands less', () => {
  const rules = (field: string, named: object) => ({ rules: { [field]: named } });
  const way = (name: string, at_: string, rule: object) =>
    `medium has another way to be known (authentication ${name}) than before; whether it lets in more was not judged | spec.${at_}rules.authentication.${name} | authentication; ${name}; ${JSON.stringify(rule)}`;
  test.each<[string, object, object, readonly string[]]>([
    [
      'another way to be known',
      rules('authentication', { a: { jwt: {} } }),
      rules('authentication', { a: { jwt: {} }, b: { apiKey: {} } }),
      [way('b', '', { apiKey: {} })],
    ],
    [
      'another way by the same name',
      rules('authentication', { a: { jwt: {} } }),
      rules('authentication', { a: { apiKey: {} } }),
      [way('a', '', { apiKey: {} })],
    ],
    ['a way less', rules('authentication', { a: { jwt: {} }, b: {} }), rules('authentication', { a: { jwt: {} } }), []],
    [
      'another way by default',
      { defaults: rules('authentication', { a: {} }) },
      { defaults: rules('authentication', { a: {}, b: {} }) },
      [way('b', 'defaults.', {})],
    ],
    [
      'another way by override',
      { overrides: rules('authentication', { a: {} }) },
      { overrides: rules('authentication', { a: {}, b: {} }) },
      [way('b', 'overrides.', {})],
    ],
    [
      'nobody need be known',
      rules('authentication', { a: {}, b: {} }),
      rules('authentication', { a: {}, b: { anonymous: {} } }),
      [
        'high no longer demands authentication of whoever comes in by what it is attached to | spec | demands; authentication',
      ],
    ],
    [
      'a rule less',
      rules('authorization', { a: { x: 1 }, b: {} }),
      rules('authorization', { a: { x: 1 } }),
      ['high no longer demands what authorization b did | spec.rules.authorization.b | authorization; b; gone'],
    ],
    [
      'another rule',
      rules('authorization', { a: { x: 1 } }),
      rules('authorization', { a: { x: 2 } }),
      [
        'medium has another rule (authorization a) than before; whether it lets in more was not judged | spec.rules.authorization.a | authorization; a; {"x":2}',
      ],
    ],
    ['a rule more', rules('authorization', { a: { x: 1 } }), rules('authorization', { a: { x: 1 }, b: {} }), []],
  ])('%s', (_, before, after, expected) => {
    expect(ofWeb(kuadrant(before), kuadrant(after))).toEqual(expected.map((each) => `AuthPolicy p: ${each}`));
  });

  test('names up to 60 characters are shown', () => {
    const gone = (size: number) => {
      const name = 'n'.repeat(size);
      const [found = ''] = ofWeb(
        kuadrant(rules('authorization', { a: {}, [name]: {} })),
        kuadrant(rules('authorization', { a: {} })),
      );
      const [added = ''] = ofWeb(
        kuadrant(rules('authentication', { a: {} })),
        kuadrant(rules('authentication', { a: {}, [name]: {} })),
      );
      return [found, added].map((each) => each.split(' | ')[0]?.includes(name));
    };
    expect([gone(60), gone(61)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  const other = (conditions: object) =>
    `AuthPolicy p: high newly demands it under other conditions alone (when) | spec.when | when; ${JSON.stringify(conditions)}`;
  const a = rules('authorization', { a: {} });
  const when = [{ predicate: 'x' }];
  test.each<[string, object, object, readonly string[]]>([
    [
      'it has a condition',
      a,
      { ...a, when },
      [
        other([
          [when, null, null],
          [null, null, null],
        ]),
      ],
    ],
    [
      'by default it has',
      a,
      { ...a, defaults: { when } },
      [
        other([
          [null, when, null],
          [null, null, null],
        ]),
      ],
    ],
    [
      'by override it has',
      a,
      { ...a, overrides: { when } },
      [
        other([
          [null, null, when],
          [null, null, null],
        ]),
      ],
    ],
    ['it has the same', { ...a, when }, { ...a, when }, []],
    ['it has none any more', { ...a, when }, a, []],
    [
      'its patterns are others',
      { ...a, when, patterns: { x: [1] } },
      { ...a, when, patterns: { x: [2] } },
      [
        other([
          [when, null, null],
          [{ x: [2] }, null, null],
        ]),
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(ofWeb(kuadrant(before), kuadrant(after))).toEqual(expected);
  });
});

describe('a Middleware of Traefik', () => {
  const of = (spec: object, apiVersion = 'traefik.io/v1alpha1', kind = 'Middleware') =>
    object(apiVersion, kind, 'm', spec);
  const lost = (what: string, field: string, now?: object) =>
    `Middleware m: high ${what} | spec.${field} | ${field}${now === undefined ? '' : `; ${JSON.stringify(now)}`}`;
  test.each<[string, object, object, readonly string[]]>([
    [
      'is another one',
      { basicAuth: { secret: 'x' } },
      { headers: {} },
      [lost('no longer does what it is named for (basicAuth)', 'basicAuth')],
    ],
    ['does the same by another secret', { basicAuth: { secret: 'x' } }, { basicAuth: { secret: 'y' } }, []],
    [
      'does two things no longer',
      { digestAuth: {}, forwardAuth: {} },
      {},
      ['digestAuth', 'forwardAuth'].map((field) => lost(`no longer does what it is named for (${field})`, field)),
    ],
    ['does none of it', { headers: {} }, {}, []],
    [
      'has its list by the newer name',
      { ipWhiteList: { sourceRange: ['10.0.0.0/8'] } },
      { ipAllowList: { sourceRange: ['10.0.0.0/8'] } },
      [],
    ],
    [
      'has its list by the older name',
      { ipAllowList: { sourceRange: ['10.0.0.0/8'] } },
      { ipWhiteList: { sourceRange: ['10.0.0.0/8'] } },
      [],
    ],
    [
      'has no list any more',
      { ipAllowList: { sourceRange: ['10.0.0.0/8'] } },
      { basicAuth: {} },
      [lost('no longer does what it is named for (ipAllowList)', 'ipAllowList')],
    ],
    [
      'has both lists as before',
      { ipAllowList: { sourceRange: ['10.0.0.0/8'] }, ipWhiteList: { sourceRange: ['10.0.0.0/9'] } },
      { ipAllowList: { sourceRange: ['10.0.0.0/8'] }, ipWhiteList: { sourceRange: ['10.0.0.0/9'] } },
      [],
    ],
    [
      'has basicAuth in place of nothing',
      { basicAuth: {} },
      { ipAllowList: {} },
      [lost('no longer does what it is named for (basicAuth)', 'basicAuth')],
    ],
    [
      'is a chain of fewer',
      { chain: { middlewares: [{ name: 'a' }, { name: 'b', namespace: 'x' }, { name: 'c' }] } },
      { chain: { middlewares: [{ name: 'c' }] } },
      [lost('no longer has requests go through a, x/b', 'chain', { middlewares: [{ name: 'c' }] })],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changed([of(before)], [of(after)])).toEqual(expected);
  });

  test('that is gone lets nothing through, and so does one that is new', () => {
    expect(changed([of({ basicAuth: {} })], [])).toEqual([]);
    expect(changed([], [of({ basicAuth: {} })])).toEqual([]);
  });

  test.each<[string, string, number]>([
    ['traefik.io/v1alpha1', 'MiddlewareTCP', 1],
    ['traefik.containo.us/v1alpha1', 'Middleware', 1],
    ['traefik.io/v1alpha1', 'MyMiddleware', 0],
    ['traefik.io/v1alpha1', 'Middlewares', 0],
    ['traefik.iot/v1alpha1', 'Middleware', 0],
    ['my.traefik.io/v1alpha1', 'Middleware', 0],
  ])('%s %s is one: %i', (apiVersion, kind, count) => {
    expect(changed([of({ basicAuth: {} }, apiVersion, kind)], [of({}, apiVersion, kind)])).toHaveLength(count);
  });
});
