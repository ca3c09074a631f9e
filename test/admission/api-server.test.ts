import { describe, expect, test } from '@jest/globals';
import {
  configurationLoosened,
  imagePolicyLoosened,
  isImagePolicy,
  pluginsOf,
} from '../../src/admission/apiserver/configuration.ts';
import { pluginFlagsOfList, pluginFlagsOfMapping } from '../../src/admission/apiserver/plugin-flags.ts';
import { pluginsLoosened } from '../../src/admission/apiserver/plugins.ts';
import { bindingLoosened, isBoundAsMuch, type Policies } from '../../src/admission/kubernetes/bindings.ts';
import { actionStrength, isAsked, policyLoosened, strengthOf } from '../../src/admission/kubernetes/policies.ts';
import {
  conversionLoosened,
  judgedBy,
  severityOf,
  webhooksGone,
  webhooksLoosened,
} from '../../src/admission/kubernetes/webhooks.ts';
import { list } from '../../src/plain-values.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

describe('webhooks', () => {
  const rules = 'rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]';
  const service = (name = 'g', more = '') => `clientConfig: {service: {namespace: n, name: ${name}${more}}}`;
  const webhook = (name: string, more = '', client = service()) =>
    `{name: ${name}, ${client}, ${rules}${more === '' ? '' : `, ${more}`}}`;
  const configuration = (...all: readonly string[]) => `{webhooks: [${all.join(', ')}]}`;
  const a = webhook('a');
  const compare = (isMutating: boolean, before: string, after: string) =>
    webhooksLoosened(yaml(before), yaml(after), isMutating, judgedBy([yaml(after)]));
  test.each<Row>([
    ['as before', configuration(a), configuration(a)],
    [
      'none any more',
      configuration(a),
      '{}',
      'high webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
      'medium webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
    ],
    [
      'one of two is gone',
      configuration(a, webhook('b', 'failurePolicy: Ignore')),
      configuration(webhook('b', 'failurePolicy: Ignore')),
      'high webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
      'medium webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
    ],
    [
      'one is gone that another one makes up for',
      configuration(webhook('b', 'failurePolicy: Ignore'), a),
      configuration(a),
    ],
    ['renamed', configuration(a), configuration(webhook('b'))],
    [
      'renamed, and judges less',
      configuration(a),
      configuration(webhook('b', 'failurePolicy: Ignore')),
      'high webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
      'medium webhooks < webhooks.0: no longer has the webhook a [webhook; gone; a]',
    ],
    ['in another order', configuration(a, webhook('b')), configuration(webhook('b'), a)],
    [
      'lets requests through',
      configuration(a),
      configuration(webhook('a', 'failurePolicy: Ignore')),
      'high webhooks.0.failurePolicy: lets requests through where the webhook a does not answer (failurePolicy: Ignore) [failurePolicy; a]',
      'medium webhooks.0.failurePolicy: lets requests through where the webhook a does not answer (failurePolicy: Ignore) [failurePolicy; a]',
    ],
    [
      'as any word does',
      configuration(webhook('a', 'failurePolicy: Fail')),
      configuration(webhook('a', 'failurePolicy: fail')),
      'high webhooks.0.failurePolicy: lets requests through where the webhook a does not answer (failurePolicy: Ignore) [failurePolicy; a]',
      'medium webhooks.0.failurePolicy: lets requests through where the webhook a does not answer (failurePolicy: Ignore) [failurePolicy; a]',
    ],
    [
      'let them through already',
      configuration(webhook('a', 'failurePolicy: Ignore')),
      configuration(webhook('a', 'failurePolicy: Ignore')),
    ],
    ['the default, written out', configuration(a), configuration(webhook('a', 'failurePolicy: Fail'))],
    [
      'hardly waits',
      configuration(webhook('a', 'failurePolicy: Ignore')),
      configuration(webhook('a', 'failurePolicy: Ignore, timeoutSeconds: 2')),
      'high webhooks.0.timeoutSeconds: lets requests through where the webhook a does not answer within 2 s [timeoutSeconds; a; 2]',
      'medium webhooks.0.timeoutSeconds: lets requests through where the webhook a does not answer within 2 s [timeoutSeconds; a; 2]',
    ],
    [
      'waits a little',
      configuration(webhook('a', 'failurePolicy: Ignore')),
      configuration(webhook('a', 'failurePolicy: Ignore, timeoutSeconds: 3')),
    ],
    [
      'hardly waits as before',
      configuration(webhook('a', 'failurePolicy: Ignore, timeoutSeconds: 2')),
      configuration(webhook('a', 'failurePolicy: Ignore, timeoutSeconds: 1')),
    ],
    ['hardly waits, and refuses then', configuration(a), configuration(webhook('a', 'timeoutSeconds: 1'))],
    [
      'selects less',
      configuration(a),
      configuration(webhook('a', 'objectSelector: {matchLabels: {x: y}}')),
      'high webhooks.0.objectSelector: newly leaves objects out (objectSelector: {"matchLabels":{"x":"y"}}), in the webhook a [narrowed; objectSelector; {"matchLabels":{"x":"y"}}; a]',
      'medium webhooks.0.objectSelector: newly leaves objects out (objectSelector: {"matchLabels":{"x":"y"}}), in the webhook a [narrowed; objectSelector; {"matchLabels":{"x":"y"}}; a]',
    ],
    [
      'another Service',
      configuration(a),
      configuration(webhook('a', '', service('h'))),
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/h, not the Service n/g [clientConfig; a; n/h]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/h, not the Service n/g [clientConfig; a; n/h]',
    ],
    [
      'another Service and port',
      configuration(a),
      configuration(webhook('a', '', service('h', ', path: /x, port: 8443'))),
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/h, not the Service n/g [clientConfig; a; n/h; path; /x; port; 8443]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/h, not the Service n/g [clientConfig; a; n/h; path; /x; port; 8443]',
    ],
    [
      'an address',
      configuration(a),
      configuration(webhook('a', '', 'clientConfig: {url: "https://x.org/y"}')),
      'high webhooks.0.clientConfig: has another one answer for the webhook a: https://x.org/y, not the Service n/g [clientConfig; a; https://x.org/y]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: https://x.org/y, not the Service n/g [clientConfig; a; https://x.org/y]',
    ],
    [
      'another address',
      configuration(webhook('a', '', 'clientConfig: {url: "https://x.org/y"}')),
      configuration(webhook('a', '', 'clientConfig: {url: "https://x.org/z"}')),
      'high webhooks.0.clientConfig: has another one answer for the webhook a: https://x.org/z, not https://x.org/y [clientConfig; a; https://x.org/z]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: https://x.org/z, not https://x.org/y [clientConfig; a; https://x.org/z]',
    ],
    [
      'a Service in place of an address',
      configuration(webhook('a', '', 'clientConfig: {url: "https://x.org/y"}')),
      configuration(a),
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/g, not https://x.org/y [clientConfig; a; n/g]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/g, not https://x.org/y [clientConfig; a; n/g]',
    ],
    [
      'nobody was asked',
      configuration(webhook('a', '', 'clientConfig: {}')),
      configuration(a),
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/g, not nobody [clientConfig; a; n/g]',
      'medium webhooks.0.clientConfig: has another one answer for the webhook a: the Service n/g, not nobody [clientConfig; a; n/g]',
    ],
    ['nobody is asked', configuration(a), configuration(webhook('a', '', 'clientConfig: {}'))],
    [
      'another path',
      configuration(a),
      configuration(webhook('a', '', service('g', ', path: /x'))),
      'medium webhooks.0.clientConfig.service.path: asks the webhook a at the path /x, not / [clientConfig; a; path; /x]',
      'medium webhooks.0.clientConfig.service.path: asks the webhook a at the path /x, not / [clientConfig; a; path; /x]',
    ],
    [
      'another port',
      configuration(webhook('a', '', service('g', ', port: 8443'))),
      configuration(webhook('a', '', service('g', ', port: 8444'))),
      'medium webhooks.0.clientConfig.service.port: asks the webhook a at the port 8444, not 8443 [clientConfig; a; port; 8444]',
      'medium webhooks.0.clientConfig.service.port: asks the webhook a at the port 8444, not 8443 [clientConfig; a; port; 8444]',
    ],
    [
      'no port any more',
      configuration(webhook('a', '', service('g', ', port: 8443'))),
      configuration(a),
      'medium webhooks.0.clientConfig.service.port < webhooks.0.clientConfig.service.port: asks the webhook a at the port 443, not 8443 [clientConfig; a; port; 443]',
      'medium webhooks.0.clientConfig.service.port < webhooks.0.clientConfig.service.port: asks the webhook a at the port 443, not 8443 [clientConfig; a; port; 443]',
    ],
    [
      'the default port and path, written out',
      configuration(a),
      configuration(webhook('a', '', service('g', ', path: /, port: 443'))),
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect([...said(compare(false, before, after)), ...said(compare(true, before, after))]).toEqual(expected);
  });

  test('what refuses is worse to lose than what changes, and both than what is for a product’s own kinds', () => {
    const ofGroups = (groups: string) => yaml(`{rules: [{apiGroups: [${groups}]}]}`);
    const severities = ['""', 'apps', '"*"', 'rbac.authorization.k8s.io', 'a.org', 'a.org, apps', 'a.b.k8s.io.org'].map(
      (groups) => [false, true].map((isMutating) => severityOf(ofGroups(groups), isMutating)),
    );
    const [high, low] = [
      ['high', 'medium'],
      ['low', 'low'],
    ];
    expect(severities).toEqual([high, high, high, high, low, high, low]);
    expect(severityOf({}, false)).toBe('low');
  });

  test('a configuration is gone with the webhooks that no other one has', () => {
    const both = configuration(a, webhook('b', 'failurePolicy: Ignore', service('h')), webhook('c', '', service('i')));
    const gone = (...now: readonly string[]) => said(webhooksGone(yaml(both), false, judgedBy(now.map(yaml))));
    expect(gone()).toEqual(['high  < : is gone, and with it what its webhooks refused or changed [webhook; gone; ]']);
    expect(gone(configuration(a))).toEqual([
      'high  < : is gone, and with it what its webhooks b, c refused or changed [webhook; gone; ]',
    ]);
    expect(
      gone(configuration(webhook('x', '', service('h'))), configuration(webhook('y'), webhook('z', '', service('i')))),
    ).toEqual([]);
    expect(said(webhooksGone(yaml(configuration()), false, judgedBy([])))).toEqual([]);
  });

  test('a webhook is judged by another one of its Service that is for as much', () => {
    const judged = (was: string, ...now: readonly string[]) => judgedBy([yaml(configuration(...now))])(yaml(was));
    expect([
      judged(a),
      judged(a, webhook('b')),
      judged(a, webhook('b', '', service('h'))),
      judged(a, webhook('b', 'failurePolicy: Ignore')),
    ]).toEqual([false, true, false, false]);
    expect(judged(a, webhook('b', 'failurePolicy: Ignore'), webhook('c'))).toBe(true);
    const many = (count: number) => Array.from({ length: count }, () => webhook('b', 'failurePolicy: Ignore'));
    expect([judged(a, ...many(49), webhook('c')), judged(a, ...many(50), webhook('c'))]).toEqual([true, false]);
  });
});

describe('who converts objects', () => {
  const conversion = (client: string) => `{spec: {conversion: {webhook: {clientConfig: ${client}}}}}`;
  const service = (name: string) => conversion(`{service: {namespace: n, name: ${name}}}`);
  test.each<Row>([
    [
      'another Service',
      service('a'),
      service('b'),
      'medium spec.conversion.webhook.clientConfig: has its objects converted by the Service n/b, not by the Service n/a [conversion; n/b]',
    ],
    ['the same', service('a'), service('a')],
    [
      'an address',
      service('a'),
      conversion('{url: "https://x.org"}'),
      'high spec.conversion.webhook.clientConfig: has its objects converted by https://x.org, not by the Service n/a [conversion; https://x.org]',
    ],
    [
      'another address',
      conversion('{url: "http://x.org"}'),
      conversion('{url: "https://y.org"}'),
      'high spec.conversion.webhook.clientConfig: has its objects converted by https://y.org, not by http://x.org [conversion; https://y.org]',
    ],
    [
      'a new one by an address',
      '',
      conversion('{url: "https://x.org"}'),
      'high spec.conversion.webhook.clientConfig: has its objects converted by https://x.org [conversion; https://x.org]',
    ],
    ['a new one by a Service', '', service('a')],
    ['nobody any more', service('a'), '{}'],
    [
      'a Service in place of an address',
      conversion('{url: "https://x.org"}'),
      service('a'),
      'medium spec.conversion.webhook.clientConfig: has its objects converted by the Service n/a, not by https://x.org [conversion; n/a]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(conversionLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });
});

test('what a binding does is the most of its actions', () => {
  expect([
    strengthOf(['Audit', 'Deny']),
    strengthOf(['Warn', 'Audit']),
    strengthOf(['Audit']),
    strengthOf([]),
    strengthOf(['deny']),
    strengthOf(undefined),
  ]).toEqual(['refuses', 'warns', 'records', 'ignores', 'ignores', 'ignores']);
  const strength = (spec: string) => actionStrength(yaml(`{spec: {${spec}}}`));
  expect([
    strength(''),
    strength('validationActions: [Warn]'),
    strength('evaluation: {mode: JSON}, validationActions: [Deny]'),
  ]).toEqual(['refuses', 'warns', 'records']);
  const asked = [
    '',
    'mode: Kubernetes',
    'mode: JSON',
    'mode: xKubernetes',
    'mode: Kubernetesx',
    'admission: {enabled: true}',
    'admission: {enabled: false}',
    'admission: {enabled: "xtrue"}',
    'admission: {enabled: "truex"}',
    'admission: {}',
  ];
  expect(asked.map((each) => isAsked(yaml(`{spec: {evaluation: {${each}}}}`)))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});

describe('policies of the API server', () => {
  const policy = (spec: string) => yaml(`{spec: {${spec}}}`);
  const rules = (operations: string) =>
    `matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [${operations}], resources: [pods]}]}`;
  const validations = (...all: readonly string[]) => `validations: [${all.map((each) => `{${each}}`).join(', ')}]`;
  test.each<Row>([
    [
      'what cannot be judged is let through',
      '',
      'failurePolicy: Ignore',
      'high spec.failurePolicy: newly lets through what it cannot judge (failurePolicy: Ignore) [failurePolicy]',
    ],
    ['it is refused', 'failurePolicy: Ignore', 'failurePolicy: Fail'],
    ['let through as before', 'failurePolicy: Ignore', 'failurePolicy: ignore'],
    [
      'any other word',
      'failurePolicy: Fail',
      'failurePolicy: Failing',
      'high spec.failurePolicy: newly lets through what it cannot judge (failurePolicy: Ignore) [failurePolicy]',
    ],
    [
      'fewer requests',
      rules('CREATE, UPDATE'),
      rules('CREATE'),
      'high spec.matchConstraints.resourceRules: no longer judges pods (UPDATE) [narrowed; resourceRules; ["","pods","UPDATE"]]',
    ],
    [
      'under a condition',
      '',
      'matchConditions: [{name: c, expression: x}]',
      'high spec.matchConditions: newly judges only what fulfils the condition c [narrowed; matchConditions; c; {"name":"c","expression":"x"}]',
    ],
    [
      'a condition that is written in the wrong place',
      rules('CREATE'),
      rules('CREATE').replace('{resource', '{matchConditions: [{name: c, expression: x}], resource'),
    ],
    [
      'a validation is gone',
      validations('expression: a, message: "no  a"', 'expression: b'),
      validations('expression: b'),
      'high spec.validations: no longer has 1 of its validations gone: no a [validations; a]',
    ],
    [
      'both, without a message',
      validations('expression: a', 'expression: b, message: m'),
      '',
      'high spec.validations: no longer has 2 of its validations gone: a, m [validations; a; b]',
    ],
    [
      'one for two',
      validations('expression: a', 'expression: b'),
      validations('expression: c, message: x'),
      'high spec.validations: no longer has 2 of its validations gone: a, b [validations; a; b; {"expression":"c","message":"x"}]',
    ],
    [
      'another one',
      validations('expression: a'),
      validations('expression: " b "'),
      'medium spec.validations: judges otherwise than before (validations); whether it refuses less was not judged [content; validations; {"expression":" b "}]',
    ],
    [
      'another one, and more',
      validations('expression: a'),
      validations('expression: b', 'expression: c'),
      'medium spec.validations: judges otherwise than before (validations); whether it refuses less was not judged [content; validations; {"expression":"b"}; {"expression":"c"}]',
    ],
    ['only a message', validations('expression: a, message: m'), validations('message: n, expression: " a"')],
    ['one more', validations('expression: a'), validations('expression: a', 'expression: b')],
    [
      'a variable',
      `${validations('expression: a')}, variables: [{name: v, expression: x}]`,
      `${validations('expression: a')}, variables: [{name: v, expression: y}]`,
      'medium spec.variables: judges otherwise than before (variables); whether it refuses less was not judged [content; variables; variables; [{"name":"v","expression":"y"}]]',
    ],
    [
      'a further variable',
      'variables: [{name: v, expression: x}]',
      'variables: [{name: v, expression: x}, {name: w, expression: x}]',
    ],
    [
      'a variable less',
      'variables: [{name: v, expression: x}, {name: w, expression: x}]',
      'variables: [{name: v, expression: x}]',
      'medium spec.variables: judges otherwise than before (variables); whether it refuses less was not judged [content; variables; variables; [{"name":"v","expression":"x"}]]',
    ],
    ['a first variable', '', 'variables: [{name: v, expression: x}]'],
    [
      'parameters of another kind',
      'paramKind: {kind: A}',
      'paramKind: {kind: B}',
      'medium spec.paramKind: judges otherwise than before (paramKind); whether it refuses less was not judged [content; paramKind; paramKind; {"kind":"B"}]',
    ],
    [
      'no parameters any more',
      'paramKind: {kind: A}',
      '',
      'medium spec.paramKind: judges otherwise than before (paramKind); whether it refuses less was not judged [content; paramKind; paramKind; ]',
    ],
    [
      'what is set',
      'mutations: [{a: 1}]',
      'mutations: [{a: 2}]',
      'medium spec.mutations: sets something else than before (mutations); whether it protects less was not judged [content; mutations; mutations; [{"a":2}]]',
    ],
    [
      'what images it is for',
      'attestors: [a], images: [a]',
      'attestors: [b], images: [b]',
      'medium spec.attestors: judges otherwise than before (attestors); whether it refuses less was not judged [content; attestors; attestors; ["b"]; images; ["b"]]',
    ],
    [
      'a validation and more',
      `${validations('expression: a')}, paramKind: {kind: A}`,
      `${validations('expression: b')}, paramKind: {kind: B}`,
      'medium spec.validations: judges otherwise than before (validations); whether it refuses less was not judged [content; validations; {"expression":"b"}; paramKind; {"kind":"B"}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(policyLoosened(policy(before), policy(after)))).toEqual(expected);
  });

  test('what is gone is shown up to its length', () => {
    const [found] = policyLoosened(policy(validations(`expression: "${'x'.repeat(121)}"`)), policy(''));
    expect(found?.details).toEqual([`gone: ${'x'.repeat(120)}`]);
  });
});

describe('bindings of policies', () => {
  const of = (operations = 'CREATE, UPDATE') =>
    yaml(
      `{spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [${operations}], resources: [pods]}]}}}`,
    );
  const binding = (spec = '', name = 'p', action = 'Deny') =>
    yaml(`{spec: {policyName: ${name}, validationActions: [${action}]${spec === '' ? '' : `, ${spec}`}}}`);
  const known: Readonly<Record<string, ReturnType<typeof yaml>>> = { p: of(), q: of(), weak: of('CREATE') };
  const none: Policies = { before: (name) => known[name], after: (name) => known[name], bindings: [] };
  const own = (operations: string) =>
    `matchResources: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [${operations}], resources: [pods]}]}`;
  const parameters = (fields: string) => `paramRef: {${fields}}`;
  test.each<readonly [string, ReturnType<typeof yaml>, ReturnType<typeof yaml>, ...string[]]>([
    [
      'it only warns',
      binding(),
      binding('', 'p', 'Warn'),
      'high spec.validationActions: only warns of what it refused before [strength; ; refuses; warns]',
    ],
    [
      'it never refused',
      binding('', 'p', 'Audit'),
      binding('matchResources: {objectSelector: {matchLabels: {a: b}}}', 'p', 'Audit'),
      'low spec.matchResources.objectSelector: newly leaves objects out (objectSelector: {"matchLabels":{"a":"b"}}) [narrowed; objectSelector; {"matchLabels":{"a":"b"}}]',
    ],
    [
      'fewer objects',
      binding(),
      binding('matchResources: {objectSelector: {matchLabels: {a: b}}}'),
      'high spec.matchResources.objectSelector: newly leaves objects out (objectSelector: {"matchLabels":{"a":"b"}}) [narrowed; objectSelector; {"matchLabels":{"a":"b"}}]',
    ],
    ['rules of its own that are all of the policy’s', binding(), binding(own('UPDATE, CREATE'))],
    [
      'fewer rules of its own',
      binding(),
      binding(own('CREATE')),
      'high spec.matchResources.resourceRules: newly judges, of what its policy is about, only the requests that it names itself [narrowed; resourceRules; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]',
    ],
    [
      'rules of its own, and the policy is not known',
      binding('', 'x'),
      binding(own('CREATE, UPDATE'), 'x'),
      'high spec.matchResources.resourceRules: newly judges, of what its policy is about, only the requests that it names itself [narrowed; resourceRules; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["pods"]}]',
    ],
    [
      'fewer rules than its own',
      binding(own('CREATE, UPDATE')),
      binding(own('CREATE')),
      'high spec.matchResources.resourceRules: no longer judges pods (UPDATE) [narrowed; resourceRules; ["","pods","UPDATE"]]',
    ],
    ['no rules of its own any more', binding(own('CREATE')), binding()],
    ['another policy that refuses the same', binding(), binding('', 'q')],
    [
      'another policy that refuses less',
      binding(),
      binding('', 'weak'),
      'high spec.policyName: no longer enforces the policy p, but weak [policyName; p; weak]',
    ],
    [
      'another policy that is not known',
      binding(),
      binding('', 'x'),
      'high spec.policyName: no longer enforces the policy p, but x [policyName; p; x]',
    ],
    [
      'another policy in place of one that is not known',
      binding('', 'x'),
      binding('', 'p'),
      'high spec.policyName: no longer enforces the policy x, but p [policyName; x; p]',
    ],
    [
      'everything where parameters are gone',
      binding(parameters('name: a')),
      binding(parameters('name: a, parameterNotFoundAction: Allow')),
      'high spec.paramRef: newly lets everything through where its parameters are gone (parameterNotFoundAction: Allow) [parameterNotFoundAction]',
    ],
    [
      'everything where other parameters are gone',
      binding(parameters('name: a')),
      binding(parameters('name: b, parameterNotFoundAction: Allow')),
      'high spec.paramRef: newly lets everything through where its parameters are gone (parameterNotFoundAction: Allow) [parameterNotFoundAction; {"name":"b","parameterNotFoundAction":"Allow"}]',
    ],
    [
      'everything by first parameters',
      binding(),
      binding(parameters('name: a, parameterNotFoundAction: Allow')),
      'high spec.paramRef: newly lets everything through where its parameters are gone (parameterNotFoundAction: Allow) [parameterNotFoundAction; {"name":"a","parameterNotFoundAction":"Allow"}]',
    ],
    ['first parameters', binding(), binding(parameters('name: a'))],
    [
      'other parameters',
      binding(parameters('name: a')),
      binding(parameters('name: b')),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {"name":"b"}]',
    ],
    [
      'no parameters any more',
      binding(parameters('name: a')),
      binding(),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {}]',
    ],
    ['the same parameters', binding(parameters('name: a')), binding(parameters('name: a'))],
    [
      'let through where they were gone already',
      binding(parameters('name: a, parameterNotFoundAction: Allow')),
      binding(parameters('name: b, parameterNotFoundAction: Allow')),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {"name":"b","parameterNotFoundAction":"Allow"}]',
    ],
    [
      'more parameters by a selector',
      binding(parameters('selector: {matchLabels: {a: b}}')),
      binding(parameters('selector: {}')),
    ],
    [
      'fewer parameters by a selector',
      binding(parameters('selector: {}')),
      binding(parameters('selector: {matchLabels: {a: b}}')),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {"selector":{"matchLabels":{"a":"b"}}}]',
    ],
    [
      'a selector in place of a name',
      binding(parameters('name: a')),
      binding(parameters('selector: {}')),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {"selector":{}}]',
    ],
    [
      'a name in place of a selector',
      binding(parameters('selector: {}')),
      binding(parameters('name: a')),
      'medium spec.paramRef: judges by other parameters than before [paramRef; {"name":"a"}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(bindingLoosened(before, after, none))).toEqual(expected);
  });

  test('bindings together refuse as much as one that they were parted from', () => {
    const selecting = (field: string, operator: string, values = 'a') =>
      binding(`matchResources: {${field}: {matchExpressions: [{key: k, operator: ${operator}, values: [${values}]}]}}`);
    const bound = (was: ReturnType<typeof yaml>, ...bindings: readonly ReturnType<typeof yaml>[]) =>
      isBoundAsMuch(was, { ...none, bindings });
    const [one, others] = [selecting('namespaceSelector', 'In'), selecting('namespaceSelector', 'NotIn')];
    expect([
      bound(binding()),
      bound(binding(), one),
      bound(binding(), one, others),
      bound(binding(), binding()),
    ]).toEqual([false, false, true, true]);
    expect(bound(binding(), one, selecting('objectSelector', 'NotIn'))).toBe(false);
    expect(bound(one, one)).toBe(true);
    expect(bound(binding(), one, binding('', 'weak'))).toBe(false);
    expect(bound(binding(), one, { spec: { ...(others.spec as object), validationActions: ['Audit'] } })).toBe(false);
    expect(bound(selecting('namespaceSelector', 'x'), binding())).toBe(false);
    expect(bound(binding(), selecting('namespaceSelector', 'x'))).toBe(false);
    const parts = ['a', 'b', 'c', 'd', 'e'].map((value) => selecting('namespaceSelector', 'In', value));
    expect([bound(binding(), ...parts, binding()), bound(binding(), ...parts, one, binding())]).toEqual([true, false]);
    const narrower = bindingLoosened(binding(), one, { ...none, bindings: [one, others] });
    expect([narrower.length, bindingLoosened(binding(), one, none).length]).toEqual([0, 1]);
  });
});

describe('plugins of the API server', () => {
  const flags = (enabled: string, disabled = '', configuration = '') =>
    new Map(
      Object.entries({
        'enable-admission-plugins': enabled,
        'disable-admission-plugins': disabled,
        'admission-control-config-file': configuration,
      }).flatMap(([name, value]) => (value === '' ? [] : [[name, { value, path: [name] }] as const])),
    );
  const [enable, disable] = ['enable', 'disable'].map(
    (each) => (name: string) => (each === 'enable' ? flags(name) : flags('', name)),
  ) as [typeof flags, typeof flags];
  test.each<readonly [string, ReturnType<typeof flags>, ReturnType<typeof flags>, ...string[]]>([
    [
      'one less',
      enable('NodeRestriction, X,PodSecurity'),
      enable('X'),
      'high enable-admission-plugins: no longer asks the admission plugin NodeRestriction (--enable-admission-plugins) [admission plugins; NodeRestriction]',
    ],
    [
      'none any more',
      enable('NodeRestriction'),
      flags(''),
      'high  < enable-admission-plugins: no longer asks the admission plugin NodeRestriction (--enable-admission-plugins) [admission plugins; NodeRestriction]',
    ],
    ['one that is asked by default', enable('PodSecurity'), flags('')],
    [
      'a default that is off',
      flags(''),
      disable('LimitRanger'),
      'medium disable-admission-plugins: no longer asks the admission plugin LimitRanger (--disable-admission-plugins) [admission plugins; LimitRanger]',
    ],
    ['one that is on and off', enable('LimitRanger'), flags('LimitRanger', 'LimitRanger')],
    [
      'off in place of on',
      enable('NodeRestriction'),
      disable('NodeRestriction'),
      'high disable-admission-plugins: no longer asks the admission plugin NodeRestriction (--disable-admission-plugins) [admission plugins; NodeRestriction]',
    ],
    ['off as before', disable('LimitRanger'), disable('LimitRanger,X')],
    [
      'one that protects little',
      flags(''),
      disable('StorageObjectInUseProtection'),
      'low disable-admission-plugins: no longer asks the admission plugin StorageObjectInUseProtection (--disable-admission-plugins) [admission plugins; StorageObjectInUseProtection]',
    ],
    ['one that protects nothing', flags(''), disable('DefaultStorageClass,Priority')],
    ['one that lets everything through', enable('AlwaysAdmit'), flags('')],
    [
      'one that nobody knows',
      enable('Acme'),
      flags(''),
      'medium  < enable-admission-plugins: no longer asks the admission plugin Acme (--enable-admission-plugins) [admission plugins; Acme]',
    ],
    [
      'those of several worths',
      flags(''),
      disable('StorageObjectInUseProtection,LimitRanger,DefaultStorageClass,PodSecurity'),
      'high disable-admission-plugins: no longer asks the admission plugin StorageObjectInUseProtection, LimitRanger, PodSecurity (--disable-admission-plugins) [admission plugins; LimitRanger; PodSecurity; StorageObjectInUseProtection]',
    ],
    [
      'a variable in place of it',
      enable('NodeRestriction'),
      enable('$(PLUGINS)'),
      'medium enable-admission-plugins: may no longer ask the admission plugin NodeRestriction (--enable-admission-plugins) [admission plugins; NodeRestriction]',
    ],
    [
      'a variable in braces',
      enable('X'),
      enable('{{ plugins }}'),
      'medium enable-admission-plugins: may no longer ask the admission plugin X (--enable-admission-plugins) [admission plugins; X]',
    ],
    [
      'a dollar alone',
      enable('NodeRestriction'),
      enable('$X'),
      'high enable-admission-plugins: no longer asks the admission plugin NodeRestriction (--enable-admission-plugins) [admission plugins; NodeRestriction]',
    ],
    [
      'a configuration that is gone',
      flags('', '', '/a'),
      flags(''),
      'high  < admission-control-config-file: no longer reads a configuration of its admission plugins (--admission-control-config-file) [flag; admission-control-config-file; ]',
    ],
    [
      'another configuration',
      flags('', '', '/a'),
      flags('', '', '/b'),
      'medium admission-control-config-file: takes another configuration of its admission plugins, /b; whether they refuse less was not judged [flag; admission-control-config-file; /b]',
    ],
    ['a first configuration', flags(''), flags('', '', '/b')],
    ['the same configuration', flags('', '', '/a'), flags('', '', '/a')],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(pluginsLoosened(before, after, () => false))).toEqual(expected);
  });

  test('what another place newly says was moved there', () => {
    expect(
      pluginsLoosened(flags('NodeRestriction,X'), flags(''), (plugin) => plugin === 'X').map(({ subject }) => subject),
    ).toEqual([['admission plugins', 'NodeRestriction']]);
  });

  test('flags are read as they are written', () => {
    const plain = (found: ReadonlyMap<string, { value: string; path: readonly unknown[] }>) =>
      [...found].map(([name, { value, path }]) => `${name}=${value} at ${path.join('.')}`);
    const of = (text: string) => plain(pluginFlagsOfMapping(yaml(text)));
    expect(of('{enable-admission-plugins: "a,b", "--disable-admission-plugins": [c, 1, d], x: y}')).toEqual([
      'enable-admission-plugins=a,b at enable-admission-plugins',
      'disable-admission-plugins=c,d at --disable-admission-plugins',
    ]);
    expect(
      of('{enableAdmissionPlugins: [a], admissionControlConfigFile: f, kube_apiserver_disable_admission_plugins: [b]}'),
    ).toEqual([
      'enable-admission-plugins=a at enableAdmissionPlugins',
      'admission-control-config-file=f at admissionControlConfigFile',
      'disable-admission-plugins=b at kube_apiserver_disable_admission_plugins',
    ]);
    expect(of('{a: b}')).toEqual([]);
    const inList = (text: string) => plain(pluginFlagsOfList(list(yaml(`{x: ${text}}`).x)));
    expect(
      inList('["--enable-admission-plugins=a,b", --disable-admission-plugins, c, "--admission-control-config-file"]'),
    ).toEqual(['enable-admission-plugins=a,b at 0', 'disable-admission-plugins=c at 1']);
    expect(
      inList(
        '[--enable-admission-plugins, 1, {name: disable-admission-plugins, value: c}, {name: x, value: y}, "-disable-admission-plugins", d]',
      ),
    ).toEqual(['disable-admission-plugins=d at 4']);
    expect(inList(`["kube-apiserver --v=2 --enable-admission-plugins='a' admission-control-config-file=/f"]`)).toEqual([
      'enable-admission-plugins=a at 0',
      'admission-control-config-file=/f at 0',
    ]);
    expect(
      inList('[xenable-admission-plugins=a, "--enable-admission-plugins-x=a", "enable-admission-plugins"]'),
    ).toEqual([]);
  });
});

describe('the configuration of plugins', () => {
  const plugins = (text: string) => list(yaml(`{x: ${text}}`).x);
  test.each<Row>([
    [
      'one is gone',
      '[{name: ImagePolicyWebhook, path: a}, {name: X, path: b}]',
      '[]',
      'high  < 0: no longer configures the admission plugin ImagePolicyWebhook [plugin; gone; ImagePolicyWebhook]',
      'medium  < 1: no longer configures the admission plugin X [plugin; gone; X]',
    ],
    ['in another order', '[{name: X, path: b}, {name: Y, path: b}]', '[{name: Y, path: b}, {name: X, path: b}]'],
    [
      'another file',
      '[{name: Y}, {name: X, path: b}]',
      '[{name: X, path: c}]',
      'medium  < 0: no longer configures the admission plugin Y [plugin; gone; Y]',
      'medium 0.path: takes another configuration of the admission plugin X, c; whether it refuses less was not judged [plugin; X; c]',
    ],
    [
      'no file',
      '[{name: X, path: b}]',
      '[{name: Y}, {name: X, configuration: {a: 1}}]',
      'medium 1: takes another configuration of the admission plugin X; whether it refuses less was not judged [plugin; X; ]',
    ],
    [
      'another configuration',
      '[{name: X, configuration: {a: 1}}]',
      '[{name: X, configuration: {a: 2}}]',
      'medium 0.configuration: configures the admission plugin X otherwise than before; whether it refuses less was not judged [plugin; X; {"a":2}]',
    ],
    ['the same', '[{name: X, configuration: {a: 1}}]', '[{name: X, configuration: {a: 1}}, {name: Z}]'],
    [
      'Pod Security is compared by itself',
      '[{name: PodSecurity, configuration: {a: 1}}]',
      '[{name: PodSecurity, configuration: {a: 2}}]',
    ],
    [
      'but for its file',
      '[{name: PodSecurity, path: a}]',
      '[{name: PodSecurity, path: b}]',
      'medium 0.path: takes another configuration of the admission plugin PodSecurity, b; whether it refuses less was not judged [plugin; PodSecurity; b]',
    ],
    ['it is gone', '[{name: PodSecurity, configuration: {a: 1}}]', '[]'],
    [
      'and so is its file',
      '[{name: PodSecurity, path: a}]',
      '[]',
      'medium  < 0: no longer configures the admission plugin PodSecurity [plugin; gone; PodSecurity]',
    ],
    [
      'images by default',
      '[{name: ImagePolicyWebhook, configuration: {imagePolicy: {kubeConfigFile: a}}}]',
      '[{name: ImagePolicyWebhook, configuration: {imagePolicy: {kubeConfigFile: a, defaultAllow: true}}}]',
      'high 0.configuration.imagePolicy.defaultAllow: lets every image through where its webhook does not answer (ImagePolicyWebhook, defaultAllow: true) [imagePolicy; defaultAllow]',
    ],
    [
      'images are judged no more',
      '[{name: ImagePolicyWebhook, configuration: {imagePolicy: {kubeConfigFile: a}}}]',
      '[{name: ImagePolicyWebhook, configuration: {}}]',
      'medium 0.configuration.imagePolicy: has another webhook judge images, by none, not a; whether it refuses less was not judged [imagePolicy; kubeConfigFile; ]',
    ],
    [
      'what is not about images',
      '[{name: ImagePolicyWebhook, configuration: {a: 1}}]',
      '[{name: ImagePolicyWebhook, configuration: {a: 2}}]',
      'medium 0.configuration: configures the admission plugin ImagePolicyWebhook otherwise than before; whether it refuses less was not judged [plugin; ImagePolicyWebhook; {"a":2}]',
    ],
    [
      'of another plugin',
      '[{name: X, configuration: {imagePolicy: {}}}]',
      '[{name: X, configuration: {imagePolicy: {defaultAllow: true}}}]',
      'medium 0.configuration: configures the admission plugin X otherwise than before; whether it refuses less was not judged [plugin; X; {"imagePolicy":{"defaultAllow":true}}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(configurationLoosened(plugins(before), plugins(after)))).toEqual(expected);
  });

  test.each<Row>([
    [
      'allowed by default',
      '{}',
      '{defaultAllow: true}',
      'high at.defaultAllow: lets every image through where its webhook does not answer (ImagePolicyWebhook, defaultAllow: true) [imagePolicy; defaultAllow]',
    ],
    ['as before', '{defaultAllow: true}', '{defaultAllow: true}'],
    [
      'another webhook',
      '{kubeConfigFile: a}',
      '{kubeConfigFile: b}',
      'medium at.kubeConfigFile: has another webhook judge images, by b, not a; whether it refuses less was not judged [imagePolicy; kubeConfigFile; b]',
    ],
    [
      'none',
      '{kubeConfigFile: a}',
      '{}',
      'medium at: has another webhook judge images, by none, not a; whether it refuses less was not judged [imagePolicy; kubeConfigFile; ]',
    ],
    ['a first one', '{}', '{kubeConfigFile: b}'],
  ])('of images: %s', (_, before, after, ...expected) => {
    expect(said(imagePolicyLoosened(yaml(before), yaml(after), ['at']))).toEqual(expected);
  });

  test('a configuration is found by what it says', () => {
    const found = (text: string) => pluginsOf(yaml(text));
    const one = { field: 'plugins', plugins: [{ name: 'X' }] };
    expect(
      found('{kind: AdmissionConfiguration, apiVersion: apiserver.config.k8s.io/v1, plugins: [{name: X}]}'),
    ).toEqual(one);
    expect(
      found('{kind: AdmissionConfiguration, apiVersion: apiserver.k8s.io/v1alpha1, plugins: [{name: X}]}'),
    ).toEqual(one);
    expect(found('{kind: AdmissionConfiguration, apiVersion: apiserver.config.k8s.io/v1}')).toEqual({
      field: 'plugins',
      plugins: [],
    });
    const others = [
      '{kind: AdmissionConfiguration, apiVersion: x.apiserver.config.k8s.io/v1, plugins: [{name: X}]}',
      '{kind: AdmissionConfiguration, apiVersion: apiserver.config.k8s.io, plugins: [{name: X}]}',
      '{kind: Other, apiVersion: apiserver.config.k8s.io/v1, plugins: [{name: X}]}',
      '{admissionControl: [{name: X}, {configuration: {}}]}',
    ];
    expect(others.map(found)).toEqual([undefined, undefined, undefined, undefined]);
    expect(found('{admissionControl: [{}, {name: X, configuration: {}}]}')?.field).toBe('admissionControl');
    expect(
      [
        '{imagePolicy: {kubeConfigFile: a}}',
        '{imagePolicy: {defaultAllow: false}}',
        '{imagePolicy: {x: 1}}',
        '{kubeConfigFile: a}',
      ].map((each) => isImagePolicy(yaml(each))),
    ).toEqual([true, true, false, false]);
  });
});
