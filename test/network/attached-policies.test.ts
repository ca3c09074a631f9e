import { describe, expect, test } from '@jest/globals';
import { at, changed, envoy, ofWeb, route, web } from './attached.ts';
import { object } from './exposed.ts';

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
