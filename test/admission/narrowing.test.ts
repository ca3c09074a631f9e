import { describe, expect, test } from '@jest/globals';
import { inOrder } from '../../src/admission/model/in-order.ts';
import { isSelectorNarrower, lostRequests, narrowed } from '../../src/admission/model/narrowing.ts';
import { resourceOf } from '../../src/admission/model/resource-of.ts';
import { leftOut } from '../../src/admission/model/selectors.ts';
import { lossOf, strongest, weakened } from '../../src/admission/model/strength.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

const rule = (resources: string, more = '', operations = 'CREATE', groups = '""') =>
  `{apiGroups: [${groups}], apiVersions: [v1], operations: [${operations}], resources: [${resources}]${more}}`;
const rules = (...all: readonly string[]) => `rules: [${all.join(', ')}]`;
const pods = rule('pods');
const named = (names: string) => rule('pods', `, resourceNames: [${names}]`);

describe('requests that rules no longer select', () => {
  test.each<Row>([
    ['the same', rules(pods), rules(pods)],
    [
      'none any more',
      rules(pods),
      '',
      'high spec < spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
    ['no rules before', '', rules(pods)],
    [
      'another resource',
      rules(rule('pods, secrets')),
      rules(pods),
      'high spec.rules: no longer judges secrets (CREATE) [narrowed; rules; ["","secrets","CREATE"]]',
    ],
    ['one more', rules(pods), rules(pods, rule('secrets'))],
    ['parted into two rules', rules(rule('pods, secrets')), rules(rule('secrets'), pods)],
    [
      'one of two rules',
      rules(pods, rule('secrets')),
      rules(rule('secrets')),
      'high spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
    [
      'the same twice is said once',
      rules(pods, pods),
      rules(rule('secrets')),
      'high spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
    [
      'one operation',
      rules(rule('pods', '', 'CREATE, UPDATE, DELETE')),
      rules(rule('pods', '', 'UPDATE')),
      'high spec.rules: no longer judges pods (CREATE, DELETE) [narrowed; rules; ["","pods","CREATE","DELETE"]]',
    ],
    [
      'every operation becomes one',
      rules(rule('pods', '', '"*"')),
      rules(rule('pods', '', 'CONNECT')),
      'high spec.rules: no longer judges pods (CREATE, UPDATE, DELETE) [narrowed; rules; ["","pods","CREATE","UPDATE","DELETE"]]',
    ],
    [
      'every operation written out',
      rules(rule('pods', '', '"*"')),
      rules(rule('pods', '', 'CREATE, UPDATE, DELETE, CONNECT')),
    ],
    ['and back', rules(rule('pods', '', 'CREATE, UPDATE, DELETE, CONNECT')), rules(rule('pods', '', '"*"'))],
    [
      'another group',
      rules(rule('deployments', '', 'CREATE', 'apps')),
      rules(rule('deployments', '', 'CREATE', 'batch')),
      'high spec.rules: no longer judges deployments.apps (CREATE) [narrowed; rules; ["apps","deployments","CREATE"]]',
    ],
    [
      'every group becomes one',
      rules(rule('jobs', '', 'CREATE', '"*"')),
      rules(rule('jobs', '', 'CREATE', 'batch')),
      'high spec.rules: no longer judges jobs (CREATE) [narrowed; rules; ["*","jobs","CREATE"]; {"apiGroups":["batch"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["jobs"]}]',
    ],
    ['one group becomes every', rules(rule('jobs', '', 'CREATE', 'batch')), rules(rule('jobs', '', 'CREATE', '"*"'))],
    [
      'one of two groups',
      rules(rule('jobs', '', 'CREATE', 'batch, apps')),
      rules(rule('jobs', '', 'CREATE', 'apps')),
      'high spec.rules: no longer judges jobs.batch (CREATE) [narrowed; rules; ["batch","jobs","CREATE"]]',
    ],
    [
      'every resource of a group',
      rules(rule('"*"', '', 'CREATE', 'apps')),
      rules(rule('deployments', '', 'CREATE', 'apps')),
      'high spec.rules: no longer judges every resource of apps (CREATE) [narrowed; rules; ["apps","*","CREATE"]; {"apiGroups":["apps"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["deployments"]}]',
    ],
    [
      'every resource of the core group',
      rules(rule('"*/*"')),
      rules(rule('"*"')),
      'high spec.rules: no longer judges every resource of the core group (CREATE) [narrowed; rules; ["","*/*","CREATE"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["*"]}]',
    ],
    [
      'every resource of all groups',
      rules(rule('"*"', '', 'CREATE', '"*"')),
      rules(pods),
      'high spec.rules: no longer judges every resource (CREATE) [narrowed; rules; ["*","*","CREATE"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]',
    ],
    ['every resource covers one', rules(pods), rules(rule('"*"'))],
    [
      'every resource covers no subresource',
      rules(rule('pods/exec')),
      rules(rule('"*"')),
      'high spec.rules: no longer judges pods/exec (CREATE) [narrowed; rules; ["","pods/exec","CREATE"]]',
    ],
    ['every subresource of all', rules(rule('pods/exec, pods')), rules(rule('"*/*"'))],
    ['subresources of one resource', rules(rule('pods/exec')), rules(rule('pods/*'))],
    [
      'subresources are not the resource',
      rules(pods),
      rules(rule('pods/*')),
      'high spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
    ['the subresource of every resource', rules(rule('pods/scale')), rules(rule('"*/scale"'))],
    [
      'another subresource of every resource',
      rules(rule('pods/scale')),
      rules(rule('"*/status"')),
      'high spec.rules: no longer judges pods/scale (CREATE) [narrowed; rules; ["","pods/scale","CREATE"]]',
    ],
    [
      'a subresource of another resource',
      rules(rule('pods/log')),
      rules(rule('nodes/*')),
      'high spec.rules: no longer judges pods/log (CREATE) [narrowed; rules; ["","pods/log","CREATE"]]',
    ],
    [
      'the resource does not cover its subresource',
      rules(rule('pods/log')),
      rules(pods),
      'high spec.rules: no longer judges pods/log (CREATE) [narrowed; rules; ["","pods/log","CREATE"]]',
    ],
    [
      'a pattern of resources',
      rules(rule('pods/*, pods')),
      rules(pods),
      'high spec.rules: no longer judges pods/* (CREATE) [narrowed; rules; ["","pods/*","CREATE"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]',
    ],
    [
      'some by their names',
      rules(pods),
      rules(named('a, b')),
      'high spec.rules: no longer judges pods (CREATE) but for what is called a, b [narrowed; rules; ["","pods","CREATE"," but for what is called a, b"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["a","b"]}]',
    ],
    [
      'some by their names in two rules',
      rules(pods),
      rules(named('a'), named('b, a')),
      'high spec.rules: no longer judges pods (CREATE) but for what is called a, b [narrowed; rules; ["","pods","CREATE"," but for what is called a, b"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["a"]}; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["b","a"]}]',
    ],
    [
      'one name less',
      rules(named('a, b')),
      rules(named('a')),
      'high spec.rules: no longer judges pods (CREATE) but for what is called a [narrowed; rules; ["","pods","CREATE"," but for what is called a"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["a"]}]',
    ],
    ['one name more', rules(named('a')), rules(named('b, a'))],
    ['names that no longer limit', rules(named('a')), rules(pods)],
    [
      'objects of the cluster alone',
      rules(pods),
      rules(rule('pods', ', scope: Cluster')),
      'high spec.rules: no longer judges pods (CREATE) but for what is in no namespace [narrowed; rules; ["","pods","CREATE"," but for what is in no namespace"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"scope":"Cluster"}]',
    ],
    [
      'objects of namespaces alone',
      rules(rule('things', '', 'CREATE', 'a.org')),
      rules(rule('things', ', scope: Namespaced', 'CREATE', 'a.org')),
      'high spec.rules: no longer judges things.a.org (CREATE) but for what is in a namespace [narrowed; rules; ["a.org","things","CREATE"," but for what is in a namespace"]; {"apiGroups":["a.org"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["things"],"scope":"Namespaced"}]',
    ],
    ['what has a namespace anyway', rules(pods), rules(rule('pods', ', scope: Namespaced'))],
    [
      'one of them has none',
      rules(rule('pods, nodes')),
      rules(rule('pods, nodes', ', scope: Namespaced')),
      'high spec.rules: no longer judges nodes (CREATE) but for what is in a namespace [narrowed; rules; ["","nodes","CREATE"," but for what is in a namespace"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods","nodes"],"scope":"Namespaced"}]',
    ],
    ['the same scope', rules(rule('nodes', ', scope: Cluster')), rules(rule('nodes', ', scope: Cluster'))],
    ['every scope, written out', rules(pods), rules(rule('pods', ', scope: "*"'))],
    [
      'names and a scope',
      rules(rule('pods, things')),
      rules(named('a'), rule('things', ', scope: Namespaced')),
      'high spec.rules: no longer judges pods (CREATE) but for what is called a [narrowed; rules; ["","pods","CREATE"," but for what is called a"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"],"resourceNames":["a"]}; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["things"],"scope":"Namespaced"}]',
    ],
    ['another version is had as well', rules(pods), rules(pods.replace('[v1]', '[v2, v1]'))],
    [
      'a version that was named before',
      rules(pods.replace('[v1]', '[v1beta1, v2]')),
      rules(pods.replace('[v1]', '[v1beta1]')),
    ],
    [
      'a version that may not be served',
      rules(pods.replace('[v1]', '[v2]')),
      rules(pods.replace('[v1]', '[v3]')),
      'high spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
    [
      'versions, one of which was named before',
      rules(pods.replace('[v1]', '[v1beta1, v2]')),
      rules(pods.replace('[v1]', '[v2, v3]')),
    ],
    ['one of two rules with a pattern', rules(rule('"*"'), pods), rules(rule('"*"'))],
    [
      'the other one',
      rules(rule('secrets'), rule('pods/*')),
      rules(rule('pods/*')),
      'high spec.rules: no longer judges secrets (CREATE) [narrowed; rules; ["","secrets","CREATE"]]',
    ],
    ['a version by the first', rules(pods.replace('[v1]', '[v2]')), rules(pods)],
    ['every version', rules(pods.replace('[v1]', '[v2]')), rules(pods.replace('[v1]', '["*"]'))],
    [
      'rules of a policy',
      'resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]',
      'resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [secrets]}]',
      'high spec.resourceRules: no longer judges pods (CREATE) [narrowed; resourceRules; ["","pods","CREATE"]]',
    ],
    [
      'no rules of its own',
      'resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]',
      'resourceRules: []',
    ],
    [
      'no rules at all',
      rules(pods),
      'rules: []',
      'high spec.rules: no longer judges pods (CREATE) [narrowed; rules; ["","pods","CREATE"]]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(narrowed(yaml(before), yaml(after), ['spec'], 'high'))).toEqual(expected);
  });

  test('of very many it is said how many, and whether one rule takes them all', () => {
    const of = (resources: readonly string[], groups: readonly string[], more: object = {}) => ({
      ...{ apiGroups: groups, apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources },
      ...more,
    });
    const texts = (was: object, ...is: readonly object[]) => lostRequests([was], is).map(({ text }) => text);
    const [many, groups] = [Array.from({ length: 501 }, (_, at) => `r${at}`), ['a.org', 'b.org']];
    const [whole, some] = [of(many, groups), ['some of 501 resources']];
    expect(texts(whole, of(['other'], groups), whole)).toEqual([]);
    expect(texts(whole, of(many.slice(1), groups), of(['other'], groups))).toEqual(some);
    expect(texts(whole, of(many, ['a.org', 'c.org']))).toEqual(some);
    expect(texts(of(many.slice(1), groups), of(many.slice(2), groups))).toEqual([
      'r1.a.org (CREATE, UPDATE)',
      'r1.b.org (CREATE, UPDATE)',
    ]);
    const [pod, scope] = [Array(501).fill('pods'), { scope: 'Namespaced' }];
    expect(texts(of(pod, ['', '']), of(pod, ['', ''], scope))).toEqual([]);
    expect(texts(of(pod, ['', 'a.org']), of(pod, ['', 'a.org'], scope))).toEqual(some);
    expect(texts(of([...pod.slice(1), 'nodes'], ['', '']), of([...pod.slice(1), 'nodes'], ['', ''], scope))).toEqual(
      some,
    );
  });

  test('of more than a hundred resources what is left of them counts as well', () => {
    const codes = (count: number) => {
      const of = (resources: readonly string[]) => ({
        rules: [{ apiGroups: ['a.org'], apiVersions: ['v1'], operations: ['CREATE'], resources }],
      });
      const many = Array.from({ length: count }, (_, at) => `r${at}`);
      return narrowed(of(many), of(many.slice(1)), [], 'low')[0]?.subject.length;
    };
    expect([codes(100), codes(101)]).toEqual([3, 4]);
  });
});

describe('what else selects less', () => {
  test.each<Row>([
    [
      'a selector of namespaces',
      '',
      'namespaceSelector: {matchLabels: {a: b}}',
      'low spec.namespaceSelector: newly leaves namespaces out (namespaceSelector: {"matchLabels":{"a":"b"}}) [narrowed; namespaceSelector; {"matchLabels":{"a":"b"}}]',
    ],
    [
      'a selector of objects',
      'objectSelector: {}',
      'objectSelector: {matchLabels: {a: b}}',
      'low spec.objectSelector: newly leaves objects out (objectSelector: {"matchLabels":{"a":"b"}}) [narrowed; objectSelector; {"matchLabels":{"a":"b"}}]',
    ],
    ['a selector that is gone', 'objectSelector: {matchLabels: {a: b}}', ''],
    [
      'a selector that cannot be read',
      'objectSelector: {}',
      'objectSelector: {matchExpressions: [{key: a, operator: x}]}',
      'low spec.objectSelector: newly leaves objects out (objectSelector: {"matchExpressions":[{"key":"a","operator":"x"}]}) [narrowed; objectSelector; {"matchExpressions":[{"key":"a","operator":"x"}]}]',
    ],
    [
      'one that could not be read before',
      'objectSelector: {matchExpressions: [{key: a, operator: x}]}',
      'objectSelector: {matchLabels: {a: b}}',
    ],
    [
      'what is newly excluded',
      '',
      `excludeResourceRules: [${pods}]`,
      'low spec.excludeResourceRules: newly leaves out pods (CREATE) [narrowed; excludeResourceRules; ["","pods","CREATE"]]',
    ],
    [
      'some of it by names',
      `excludeResourceRules: [${pods}]`,
      `excludeResourceRules: [${pods}, ${rule('secrets', ', resourceNames: [a]')}]`,
      'low spec.excludeResourceRules: newly leaves out secrets (CREATE) [narrowed; excludeResourceRules; ["","secrets","CREATE"]; {"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["secrets"],"resourceNames":["a"]}]',
    ],
    [
      'of one scope',
      '',
      `excludeResourceRules: [${rule('things', ', scope: Cluster', 'CREATE', 'a.org')}]`,
      'low spec.excludeResourceRules: newly leaves out things.a.org (CREATE) [narrowed; excludeResourceRules; ["a.org","things","CREATE"]; {"apiGroups":["a.org"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["things"],"scope":"Cluster"}]',
    ],
    ['what is excluded no longer', `excludeResourceRules: [${pods}]`, ''],
    [
      'a condition',
      '',
      'matchConditions: [{name: c, expression: " a "}]',
      'low spec.matchConditions: newly judges only what fulfils the condition c [narrowed; matchConditions; c; {"name":"c","expression":" a "}]',
    ],
    [
      'two conditions, one without a name',
      'matchConditions: [{name: c, expression: a}]',
      'matchConditions: [{name: c, expression: " a"}, {name: d, expression: b}, {expression: e}]',
      'low spec.matchConditions: newly judges only what fulfils the condition d, without a name [narrowed; matchConditions; d; without a name; {"expression":"e"}; {"name":"c","expression":" a"}; {"name":"d","expression":"b"}]',
    ],
    [
      'another condition of the name',
      'matchConditions: [{name: c, expression: a}]',
      'matchConditions: [{name: c, expression: b}]',
      'low spec.matchConditions: judges by another condition c than before; whether it judges less was not judged [narrowed; matchConditions; c; {"name":"c","expression":"b"}]',
    ],
    [
      'another and a new condition',
      'matchConditions: [{name: c, expression: a}]',
      'matchConditions: [{name: c, expression: b}, {name: d, expression: b}]',
      'low spec.matchConditions: newly judges only what fulfils the condition c, d [narrowed; matchConditions; c; d; {"name":"c","expression":"b"}; {"name":"d","expression":"b"}]',
    ],
    ['a condition less', 'matchConditions: [{name: c, expression: a}]', ''],
    [
      'requests by other versions',
      `matchPolicy: Equivalent, ${rules(pods)}`.replace(/^/, '{').concat('}'),
      `{matchPolicy: Exact, ${rules(pods)}}`,
      'low spec.matchPolicy: no longer judges requests by other versions of an API (matchPolicy: Exact) [narrowed; matchPolicy]',
    ],
    [
      'and a version',
      `{${rules(pods.replace('[v1]', '[v1, v2]'))}}`,
      `{matchPolicy: Exact, ${rules(pods)}}`,
      'low spec.matchPolicy: no longer judges requests by other versions of an API (matchPolicy: Exact) [narrowed; matchPolicy; v2]',
    ],
    ['exact as before', `{matchPolicy: Exact, ${rules(pods)}}`, `{matchPolicy: Exact, ${rules(pods)}}`],
    [
      'exact, and versions less',
      `{matchPolicy: Exact, ${rules(pods.replace('[v1]', '[v3, v2, v1]'))}}`,
      `{matchPolicy: Exact, ${rules(pods)}}`,
      'low spec.rules: no longer judges requests by version v2, v3 [narrowed; rules; v2; v3]',
    ],
    [
      'exact, and every version',
      `{matchPolicy: Exact, ${rules(pods.replace('[v1]', '[v2]'))}}`,
      `{matchPolicy: Exact, ${rules(pods.replace('[v1]', '["*"]'))}}`,
    ],
    [
      'exact, in rules of a policy',
      `{matchPolicy: Exact, ${rules(pods.replace('[v1]', '[v2, v1]')).replace('rules', 'resourceRules')}}`,
      `{matchPolicy: Exact, ${rules(pods).replace('rules', 'resourceRules')}}`,
      'low spec.resourceRules: no longer judges requests by version v2 [narrowed; resourceRules; v2]',
    ],
    ['exact no longer', `{matchPolicy: Exact, ${rules(pods.replace('[v1]', '[v1, v2]'))}}`, `{${rules(pods)}}`],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(narrowed(yaml(before), yaml(after), ['spec'], 'low'))).toEqual(expected);
  });

  test('a selector is narrower where it leaves out what it selected, or can no longer be read', () => {
    const [all, some, broken] = [{}, { matchLabels: { a: 'b' } }, { matchExpressions: [{ key: 'a', operator: 'x' }] }];
    const narrower = [
      [all, some],
      [some, all],
      [some, some],
      [some, broken],
      [broken, some],
      [undefined, some],
      [some, undefined],
    ];
    expect(narrower.map(([was, is]) => isSelectorNarrower(was, is))).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

const label = 'kubernetes.io/metadata.name';
const expression = (key: string, operator: string, values = '') =>
  `{matchExpressions: [{key: ${key}, operator: ${operator}${values === '' ? '' : `, values: [${values}]`}}]}`;

describe('what a selector leaves out, in words', () => {
  test.each<Row>([
    ['nothing', '{}', '{}'],
    [
      'all but those of a label',
      '{}',
      '{matchLabels: {a: b}}',
      'all namespaces but those with a=b',
      'all objects but those with a=b',
    ],
    [
      'all but those of several values',
      '{}',
      expression('a', 'In', 'b, c'),
      'all namespaces but those with a in (b, c)',
      'all objects but those with a in (b, c)',
    ],
    [
      'all but one namespace',
      '{}',
      expression(label, 'In', 'shop'),
      'all namespaces but namespace shop',
      'all objects but those with kubernetes.io/metadata.name=shop',
    ],
    [
      'all but two namespaces',
      '{}',
      expression(label, 'In', 'shop, web'),
      'all namespaces but namespaces shop, web',
      'all objects but those with kubernetes.io/metadata.name in (shop, web)',
    ],
    [
      'a value less',
      expression('a', 'In', 'b, c'),
      expression('a', 'In', 'c'),
      'namespaces with a=b',
      'objects with a=b',
    ],
    ['a value more', expression('a', 'In', 'b'), expression('a', 'In', 'c, b')],
    [
      'a value of another label',
      expression('z', 'In', 'b'),
      expression('a', 'In', 'b'),
      'all namespaces but those with a=b',
      'all objects but those with a=b',
    ],
    [
      'one namespace by its name',
      '{}',
      expression(label, 'NotIn', 'shop'),
      'namespace shop',
      'objects with kubernetes.io/metadata.name=shop',
    ],
    [
      'a further namespace',
      expression(label, 'NotIn', 'shop'),
      expression(label, 'NotIn', 'shop, web'),
      'namespace web',
      'objects with kubernetes.io/metadata.name=web',
    ],
    ['a namespace less', expression(label, 'NotIn', 'shop, web'), expression(label, 'NotIn', 'web')],
    [
      'values of a label',
      '{}',
      expression('a', 'NotIn', 'b, c'),
      'namespaces with a in (b, c)',
      'objects with a in (b, c)',
    ],
    ['what the label alone left out', expression('a', 'DoesNotExist'), expression('a', 'NotIn', 'b')],
    [
      'those without a label',
      '{}',
      expression('a', 'Exists'),
      'namespaces without the label a',
      'objects without the label a',
    ],
    ['those without it already', expression('a', 'Exists'), expression('a', 'Exists')],
    ['those without a value already', expression('a', 'In', 'b'), expression('a', 'Exists')],
    [
      'those with a label',
      '{}',
      expression('a', 'DoesNotExist'),
      'namespaces with the label a',
      'objects with the label a',
    ],
    ['those with it already', expression('a', 'DoesNotExist'), expression('a', 'DoesNotExist')],
    [
      'those with one value before',
      expression('a', 'NotIn', 'b'),
      expression('a', 'DoesNotExist'),
      'namespaces with the label a',
      'objects with the label a',
    ],
    [
      'a selector that cannot be read',
      '{}',
      expression('a', 'x'),
      'all namespaces, because of a selector that cannot be read,',
      'all objects, because of a selector that cannot be read,',
    ],
    [
      'one that could not be read before',
      expression('a', 'x'),
      expression('a', 'Exists'),
      'namespaces without the label a',
      'objects without the label a',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect((['namespaces', 'objects'] as const).flatMap((whose) => leftOut(yaml(before), yaml(after), whose))).toEqual(
      expected,
    );
  });
});

test('what does less is said by what it did and does', () => {
  const all = ['refuses', 'warns', 'records', 'ignores'] as const;
  const pairs = all.flatMap((was) => all.flatMap((is) => said(weakened(was, is, { path: ['spec'] }))));
  expect(pairs).toEqual([
    'high spec: only warns of what it refused before [strength; ; refuses; warns]',
    'high spec: only records what it refused before [strength; ; refuses; records]',
    'high spec: no longer looks at what it refused before [strength; ; refuses; ignores]',
    'low spec: only records what it warned of before [strength; ; warns; records]',
    'low spec: no longer looks at what it warned of before [strength; ; warns; ignores]',
    'low spec: no longer looks at what it recorded before [strength; ; records; ignores]',
  ]);
  expect(said(weakened('refuses', 'records', { path: ['a'], formerPath: ['b'], who: 'r' }))).toEqual([
    'high a < b: only records what it refused before by its rule r [strength; r; refuses; records]',
  ]);
  expect([strongest([]), strongest(['records', 'refuses', 'warns']), strongest(['ignores', 'records'])]).toEqual([
    'ignores',
    'refuses',
    'records',
  ]);
  expect(all.map(lossOf)).toEqual(['high', 'low', 'low', 'low']);
});

test('the resource of a kind is its plural in small letters', () => {
  const kinds = [
    'Pod',
    'apps/v1/Deployment',
    'NetworkPolicy',
    'Ingress',
    'Prefix',
    'Batch',
    'Mesh',
    '*',
    'Cluster*',
    'Sash/Gate',
    'Exec',
  ];
  expect(kinds.map(resourceOf)).toEqual([
    'pods',
    'deployments',
    'networkpolicies',
    'ingresses',
    'prefixes',
    'batches',
    'meshes',
    '*',
    'cluster*',
    'gates',
    'execs',
  ]);
});

test('values are the same text whatever the order of their keys, and lists keep theirs', () => {
  const value = { b: [{ d: 1, c: null }, 'x'], a: 'y' };
  expect(JSON.stringify(inOrder(value))).toBe('{"a":"y","b":[{"c":null,"d":1},"x"]}');
  expect([inOrder('x'), inOrder(null), inOrder(undefined)]).toEqual(['x', null, undefined]);
  expect(inOrder(value)).toBe(inOrder(value));
});
