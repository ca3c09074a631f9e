import { describe, expect, test } from '@jest/globals';
import { alone, ingress, object, rules, to } from './exposed.ts';

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
