import { describe, expect, test } from '@jest/globals';
import { at, changed, envoy, kuadrant, ofWeb, route, web } from './attached.ts';

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
