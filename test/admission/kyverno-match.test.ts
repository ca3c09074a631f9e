import { describe, expect, test } from '@jest/globals';
import { clusterPolicyLoosened } from '../../src/admission/kyverno/cluster-policy.ts';
import { fieldPath, filterText, limitsText, readMatch, selectorText } from '../../src/admission/kyverno/filters.ts';
import { coversKind, isLike } from '../../src/admission/kyverno/kinds.ts';
import { newFilters } from '../../src/admission/kyverno/match.ts';
import { said, yaml } from './said.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['Pod', ['Pod', 'v1/Pod', '/v1/Pod'], ['pod', 'Pods', 'Pod/exec', 'Job', '*', 'P*']],
  ['*', ['Pod', '*', 'Pod*', 'apps/v1/Deployment', 'a.org/v1/Thing'], ['Pod/exec', '*/*', 'Pod.exec']],
  ['*/*', ['Pod', 'Pod/exec', '*', 'a.org/v1/Thing/scale'], []],
  ['Pod*', ['Pod', 'PodTemplate', 'Pod*', 'Pod?'], ['Po*', '*', 'APod']],
  ['*Policy', ['NetworkPolicy', 'ClusterPolicy'], ['Policy1', 'Policies']],
  ['Pod/exec', ['Pod.exec', 'Pod/exec'], ['Pod', 'Pod/log', 'Pod/*']],
  ['Pod/*', ['Pod/exec', 'Pod/*', 'Pod'], ['Job/exec', '*/exec']],
  ['*/scale', ['Deployment/scale', '*/scale'], ['Deployment/status', 'scale']],
  ['Pod.status', ['Pod/status'], ['Pod', 'Pod.exec']],
  ['v1/Pod', ['Pod', 'v1/Pod', 'a.org/v1/Pod'], ['v2/Pod', '*/Pod/exec']],
  ['v1beta1/Pod', ['v1beta1/Pod'], ['Pod', 'v1/Pod', 'v1beta2/Pod']],
  ['v2alpha1/Thing', ['v2alpha1/Thing'], ['Thing']],
  ['v1/Thing', ['v1/Thing', 'a.org/v1/Thing'], ['Thing', 'a.org/v2/Thing']],
  ['*/Pod', ['Pod', 'v1/Pod', 'v2/Pod'], ['Pod/exec']],
  [
    'apps/v1/Deployment',
    ['Deployment', 'v1/Deployment', 'apps/*/Deployment'],
    ['a.org/v1/Deployment', 'apps/v2/Deployment', 'apps/v1/Deployment/scale'],
  ],
  ['apps/*/Deployment', ['Deployment', 'apps/v1/Deployment'], ['batch/v1/Deployment']],
  ['v1/Pod/exec', ['Pod/exec', 'v1/Pod.exec'], ['Pod', 'v1/Pod/log']],
  [
    'apps/v1/Deployment/scale',
    ['Deployment/scale', 'apps/v1/Deployment/scale'],
    ['Deployment', 'apps/v1/Deployment/status'],
  ],
  ['apps/v1/Deployment.scale', ['Deployment/scale'], ['Deployment']],
  ['batch/v1/CronJob', ['CronJob'], ['Job']],
  ['policy/v1/PodDisruptionBudget', ['PodDisruptionBudget'], ['policy/v1beta1/PodDisruptionBudget']],
  ['storage.k8s.io/v1/StorageClass', ['StorageClass'], []],
  ['v1/Service', ['Service', 'v1/Service', 'serving.knative.dev/v1/Service'], ['v2/Service']],
  ['serving.knative.dev/v1/Service', ['serving.knative.dev/v1/Service'], ['Service']],
  ['networking.k8s.io/v1/NetworkPolicy', ['networking.k8s.io/v1/NetworkPolicy'], ['NetworkPolicy']],
  ['/v1/ConfigMap', ['ConfigMap', 'v1/ConfigMap'], ['a.org/v1/ConfigMap']],
])('%s takes what it is for, and nothing else', (own, taken, others) => {
  expect(taken.filter((each) => !coversKind(own, each))).toEqual([]);
  expect(others.filter((each) => coversKind(own, each))).toEqual([]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['a', ['a'], ['b', 'ab', 'a*', '']],
  ['*', ['', 'a', '*', 'a*b'], []],
  ['a*', ['a', 'ab', 'a*', 'a*b'], ['b', 'ba', '*', '']],
  ['*a', ['a', 'ba', '*a', 'aba'], ['ab', '*', '']],
  ['a*b', ['ab', 'acb', 'a*b', 'abab'], ['a', 'b', 'abc', 'cab', 'a*']],
  ['a**b', ['ab', 'axb'], ['a']],
  ['*a*b*', ['ab', 'xaxbx', 'aab'], ['ba', 'a', '']],
  ['a*bc*d', ['abcd', 'abbcd', 'axbxbcxd'], ['abdc', 'abc']],
  ['**', ['', 'a'], []],
  ['a?', ['a?'], ['ab', 'a']],
])('the pattern %s takes names and narrower patterns', (pattern, taken, others) => {
  expect(taken.filter((each) => !isLike(pattern, each))).toEqual([]);
  expect(others.filter((each) => isLike(pattern, each))).toEqual([]);
});

test.each<[name: string, match: string, ...filters: string[]]>([
  [
    'any before all',
    '{any: [{resources: {kinds: [A]}}], all: [{resources: {kinds: [B]}}], resources: {kinds: [C]}}',
    'any of',
    'm.any.0 {"kinds":["A"]}',
  ],
  [
    'all before what is written there',
    '{any: [], all: [{resources: {kinds: [B]}}], resources: {kinds: [C]}}',
    'all of',
    'm.all.0 {"kinds":["B"]}',
  ],
  ['what is written there', '{any: [], all: [], resources: {kinds: [C]}}', 'any of', 'm {"kinds":["C"]}'],
  [
    'filters without a condition',
    '{any: [{}, {resources: {}}, {resources: {kinds: [], name: "", annotations: null}}, {resources: {kinds: [A]}}]}',
    'any of',
    'm.any.3 {"kinds":["A"]}',
  ],
  ['a name is one of names', '{resources: {name: a}}', 'any of', 'm {"names":["a"]}'],
  ['names count before a name', '{resources: {name: a, names: [b]}}', 'any of', 'm {"name":"a","names":["b"]}'],
  [
    'names that every object has',
    '{resources: {kinds: [A], names: [a, "*"], namespaces: ["*"]}}',
    'any of',
    'm {"kinds":["A"]}',
  ],
  [
    'names that none has by itself',
    '{resources: {kinds: ["*"], name: "a*"}}',
    'any of',
    'm {"kinds":["*"],"names":["a*"]}',
  ],
  [
    'all operations',
    '{resources: {kinds: [A], operations: [DELETE, CREATE, UPDATE, CONNECT]}}',
    'any of',
    'm {"kinds":["A"]}',
  ],
  [
    'some operations',
    '{resources: {kinds: [A], operations: [DELETE, CREATE, UPDATE]}}',
    'any of',
    'm {"kinds":["A"],"operations":["DELETE","CREATE","UPDATE"]}',
  ],
  [
    'who asks',
    '{resources: {kinds: [A], roles: [x]}, subjects: [{kind: User, name: u}], clusterRoles: [c], roles: [], kinds: [B]}',
    'any of',
    'm {"kinds":["A"],"subjects":[{"kind":"User","name":"u"}],"clusterRoles":["c"]}',
  ],
  ['nothing', '{}', 'any of'],
])('filters of a match: %s', (_, match, ...expected) => {
  const read = readMatch(yaml(match), ['m']);
  const filters = read.filters.map(({ fields, path }) => `${path.join('.')} ${JSON.stringify(fields)}`);
  expect([read.isAll ? 'all of' : 'any of', ...filters]).toEqual(expected);
});

test('a condition is where it is written', () => {
  const [filter] = readMatch(yaml('{any: [{resources: {kinds: [A], name: x}, subjects: [{name: u}], names: [y]}]}'), [
    'm',
  ]).filters;
  if (filter === undefined) throw new Error('no filter');
  const of = (field: string) => fieldPath(filter, field).join('.');
  expect(['kinds', 'names', 'subjects', 'roles', 'namespaces'].map(of)).toEqual([
    'm.any.0.resources.kinds',
    'm.any.0.resources.name',
    'm.any.0.subjects',
    'm.any.0',
    'm.any.0',
  ]);
});

test('conditions are said in words, names first and namespaces next', () => {
  expect(filterText({})).toBe('objects');
  expect(filterText({ kinds: ['Pod', 'Job'] })).toBe('Pod, Job');
  expect(
    filterText({ selector: { matchLabels: { a: 'b' } }, namespaces: ['n'], names: ['x', 'y'], kinds: ['Pod'] }),
  ).toBe('Pod named x, y in namespace n with the labels a=b');
  const conditions: readonly [string, unknown][] = [
    ['operations', ['CREATE', 'UPDATE']],
    [
      'subjects',
      [
        { kind: 'ServiceAccount', namespace: 'n', name: 'a' },
        { kind: 'User', name: 'u' },
      ],
    ],
    ['namespaceSelector', { matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
    ['annotations', { a: 'b', c: 1 }],
    ['roles', ['r']],
    ['other', { x: 1 }],
    ['gone', undefined],
  ];
  expect(limitsText(conditions)).toBe(
    'in namespaces with the labels {"matchExpressions":[{"key":"a","operator":"Exists"}]} for CREATE, UPDATE by ServiceAccount n/a, User u with the annotations a=b, c=1 by roles r by other {"x":1}',
  );
  expect(
    limitsText([
      ['roles', ['r']],
      ['namespaces', ['n']],
      ['names', ['x']],
    ]),
  ).toBe('named x in namespace n by roles r');
  expect(selectorText({ matchLabels: { a: 'b', c: 'd' } })).toBe('a=b, c=d');
  expect(selectorText({ matchLabels: { a: 'b' }, matchExpressions: [] })).toBe(
    '{"matchLabels":{"a":"b"},"matchExpressions":[]}',
  );
  expect(selectorText({})).toBe('{}');
});

const policy = (match: string, exclude = '{}') =>
  yaml(
    `{kind: ClusterPolicy, metadata: {name: p}, spec: {rules: [{name: r, match: ${match}, exclude: ${exclude}, validate: {failureAction: Enforce, pattern: {}}}]}}`,
  );
const any = (...filters: readonly string[]) => `{any: [${filters.map((each) => `{resources: {${each}}}`).join(', ')}]}`;
const all = (...filters: readonly string[]) => any(...filters).replace('any', 'all');

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

describe('what a rule no longer matches', () => {
  test.each<Row>([
    [
      'one of two kinds',
      any('kinds: [Pod, Job]'),
      any('kinds: [Job]'),
      'high spec.rules.0.match: no longer judges Pod by its rule r [match; r; {"kinds":["Pod"]}]',
    ],
    [
      'all kinds',
      any('kinds: [Pod, Job]'),
      any('kinds: [Service]'),
      'high spec.rules.0.match: no longer judges Pod, Job by its rule r [match; r; {"kinds":["Job"]}; {"kinds":["Pod"]}; {"kinds":["Service"]}]',
    ],
    [
      'everything',
      any('kinds: [Pod]'),
      '{}',
      'high spec.rules.0.match: no longer judges Pod by its rule r [match; r; {"kinds":["Pod"]}]',
    ],
    [
      'one of two filters',
      any('kinds: [Pod]', 'kinds: [Job]'),
      any('kinds: [Job]'),
      'high spec.rules.0.match: no longer judges Pod by its rule r [match; r; {"kinds":["Pod"]}]',
    ],
    ['the same in two filters', any('kinds: [Pod, Job]'), any('kinds: [Job]', 'kinds: [Pod]')],
    [
      'a kind of any name becomes one of some',
      any('kinds: [Pod]'),
      any('kinds: [Pod], names: [a, b]'),
      'high spec.rules.0.match.any.0.resources.names: newly judges Pod only named a, b by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Pod"],"names":["a","b"]}]',
    ],
    [
      'and of a namespace',
      any('kinds: [Pod]'),
      any('kinds: [Pod], names: [a], namespaces: [n]'),
      'high spec.rules.0.match.any.0.resources.names: newly judges Pod only named a in namespace n by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Pod"],"names":["a"],"namespaces":["n"]}]',
    ],
    [
      'two kinds, and only some of them',
      any('kinds: [Pod, Job]'),
      any('kinds: [Pod, Job], selector: {matchLabels: {a: b}}'),
      'high spec.rules.0.match.any.0.resources.selector: newly judges Pod, Job only with the labels a=b by its rule r [match; r; {"kinds":["Job"]}; {"kinds":["Pod"]}; {"kinds":["Job"],"selector":{"matchLabels":{"a":"b"}}}; {"kinds":["Pod"],"selector":{"matchLabels":{"a":"b"}}}]',
    ],
    [
      'a kind is gone, and of the other only some',
      any('kinds: [Pod, Job]'),
      any('kinds: [Pod], selector: {matchLabels: {a: b}}'),
      'high spec.rules.0.match.any.0.resources.selector: no longer judges Job and newly judges Pod only with the labels a=b by its rule r [match; r; {"kinds":["Job"]}; {"kinds":["Pod"]}; {"kinds":["Pod"],"selector":{"matchLabels":{"a":"b"}}}]',
    ],
    [
      'each of two by another condition',
      any('kinds: [Pod]', 'kinds: [Job]'),
      any('kinds: [Pod], names: [a]', 'kinds: [Job], namespaces: [n]'),
      'high spec.rules.0.match.any.0.resources.names: newly judges Pod only named a and newly judges Job only in namespace n by its rule r [match; r; {"kinds":["Job"]}; {"kinds":["Pod"]}; {"kinds":["Job"],"namespaces":["n"]}; {"kinds":["Pod"],"names":["a"]}]',
    ],
    [
      'one of two namespaces',
      any('kinds: [Pod], namespaces: [a, b]'),
      any('kinds: [Pod], namespaces: [b]'),
      'high spec.rules.0.match.any.0.resources.namespaces: no longer judges Pod in namespace a by its rule r [match; r; {"kinds":["Pod"],"namespaces":["a"]}]',
    ],
    [
      'two kinds of two namespaces',
      any('kinds: [Pod, Job], namespaces: [a, b]'),
      any('kinds: [Pod, Job], namespaces: [b]'),
      'high spec.rules.0.match.any.0.resources.namespaces: no longer judges Pod in namespace a, Job in namespace a by its rule r [match; r; {"kinds":["Job"],"namespaces":["a"]}; {"kinds":["Pod"],"namespaces":["a"]}]',
    ],
    [
      'a namespace by a pattern that is narrower',
      any('kinds: [Pod], namespaces: ["a*"]'),
      any('kinds: [Pod], namespaces: ["ab*"]'),
      'high spec.rules.0.match.any.0.resources.namespaces: no longer judges Pod in namespace a* by its rule r [match; r; {"kinds":["Pod"],"namespaces":["a*"]}; {"kinds":["Pod"],"namespaces":["ab*"]}]',
    ],
    ['a pattern that is wider', any('kinds: [Pod], namespaces: ["ab*"]'), any('kinds: [Pod], namespaces: ["a*"]')],
    [
      'some of its names',
      any('kinds: [Pod], names: [a, b, c]'),
      any('kinds: [Pod], names: [a, c]'),
      'high spec.rules.0.match.any.0.resources.names: no longer judges Pod named b by its rule r [match; r; {"kinds":["Pod"],"names":["a","b","c"]}; {"kinds":["Pod"],"names":["a","c"]}]',
    ],
    [
      'other operations',
      any('kinds: [Pod], operations: [CREATE, UPDATE]'),
      any('kinds: [Pod], operations: [CREATE]'),
      'high spec.rules.0.match.any.0.resources.operations: no longer judges Pod for UPDATE by its rule r [match; r; {"kinds":["Pod"],"operations":["CREATE","UPDATE"]}; {"kinds":["Pod"],"operations":["CREATE"]}]',
    ],
    [
      'some operations of all',
      any('kinds: [Pod]'),
      any('kinds: [Pod], operations: [CREATE]'),
      'high spec.rules.0.match.any.0.resources.operations: newly judges Pod only for CREATE by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Pod"],"operations":["CREATE"]}]',
    ],
    [
      'another selector',
      any('kinds: [Pod], selector: {matchLabels: {a: b}}'),
      any('kinds: [Pod], selector: {matchLabels: {a: c}}'),
      'high spec.rules.0.match.any.0.resources.selector: no longer judges Pod with the labels a=b by its rule r [match; r; {"kinds":["Pod"],"selector":{"matchLabels":{"a":"b"}}}; {"kinds":["Pod"],"selector":{"matchLabels":{"a":"c"}}}]',
    ],
    [
      'a wider selector',
      any('kinds: [Pod], selector: {matchLabels: {a: b, c: d}}'),
      any('kinds: [Pod], selector: {matchLabels: {a: b}}'),
    ],
    ['a selector that is gone', any('kinds: [Pod], selector: {matchLabels: {a: b}}'), any('kinds: [Pod]')],
    [
      'other annotations',
      any('kinds: [Pod], annotations: {a: b}'),
      any('kinds: [Pod], annotations: {a: c}'),
      'high spec.rules.0.match.any.0.resources.annotations: no longer judges Pod with the annotations a=b by its rule r [match; r; {"kinds":["Pod"],"annotations":{"a":"b"}}; {"kinds":["Pod"],"annotations":{"a":"c"}}]',
    ],
    [
      'the same annotations',
      any('kinds: [Pod], annotations: {a: b}', 'kinds: [Job]'),
      any('kinds: [Job]', 'kinds: [Pod], annotations: {a: b}'),
    ],
    [
      'one kind of all in a namespace',
      any('namespaces: [a]'),
      any('kinds: [Pod], namespaces: [a]'),
      'high spec.rules.0.match: no longer judges objects in namespace a by its rule r [match; r; {"namespaces":["a"]}; {"kinds":["Pod"],"namespaces":["a"]}]',
    ],
    [
      'all of two filters',
      any('kinds: [Pod]'),
      all('kinds: [Pod]', 'namespaces: [a]'),
      'high spec.rules.0.match.all.1.resources.namespaces: newly judges Pod only in namespace a by its rule r [match; r; {"kinds":["Pod"]}; {"namespaces":["a"]}]',
    ],
    ['all of one filter is any of it', any('kinds: [Pod]'), all('kinds: [Pod]')],
    ['all becomes any', all('kinds: [Pod]', 'namespaces: [a]'), any('kinds: [Pod]')],
    [
      'a further filter of all',
      all('kinds: [Pod]', 'namespaces: [a]'),
      all('kinds: [Pod]', 'namespaces: [a]', 'names: [x]'),
      'high spec.rules.0.match: no longer judges Pod, objects in namespace a by its rule r [match; r; {"kinds":["Pod"]}; {"namespaces":["a"]}; {"names":["x"]}]',
    ],
    ['all, in another order', all('kinds: [Pod]', 'namespaces: [a]'), all('namespaces: [a]', 'kinds: [Pod]')],
    [
      'another namespace of all',
      all('kinds: [Pod]', 'namespaces: [a]'),
      all('kinds: [Pod]', 'namespaces: [b]'),
      'high spec.rules.0.match.all.1.resources.namespaces: no longer judges objects in namespace a and newly judges Pod only in namespace b by its rule r [match; r; {"kinds":["Pod"]}; {"namespaces":["a"]}; {"namespaces":["b"]}]',
    ],
    ['all of nothing', '{all: [{}]}', any('kinds: [Pod]')],
    [
      'any becomes all of nothing',
      any('kinds: [Pod]'),
      '{all: [{resources: {}}]}',
      'high spec.rules.0.match: no longer judges Pod by its rule r [match; r; {"kinds":["Pod"]}]',
    ],
    [
      'nearest by the fewest other conditions',
      any('kinds: [Pod]'),
      any('kinds: [Pod], names: [a], namespaces: [n]', 'kinds: [Pod], operations: [CREATE]'),
      'high spec.rules.0.match.any.1.resources.operations: newly judges Pod only for CREATE by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Pod"],"names":["a"],"namespaces":["n"]}; {"kinds":["Pod"],"operations":["CREATE"]}]',
    ],
    [
      'of another kind is not nearest',
      any('kinds: [Pod]'),
      any('kinds: [Job]', 'kinds: [Pod], names: [a], namespaces: [n]'),
      'high spec.rules.0.match.any.1.resources.names: newly judges Pod only named a in namespace n by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Job"]}; {"kinds":["Pod"],"names":["a"],"namespaces":["n"]}]',
    ],
    [
      'the older form',
      '{resources: {kinds: [Pod, Job]}}',
      '{resources: {kinds: [Pod]}}',
      'high spec.rules.0.match: no longer judges Job by its rule r [match; r; {"kinds":["Job"]}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(clusterPolicyLoosened(policy(before), policy(after)))).toEqual(expected);
  });

  test.each<Row>([
    [
      'whoever asks',
      '{any: [{resources: {kinds: [Pod]}}]}',
      '{any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: u}]}]}',
      'high spec.rules.0.match.any.0.subjects: newly judges Pod only by User u by its rule r [match; r; {"kinds":["Pod"]}; {"kinds":["Pod"],"subjects":[{"kind":"User","name":"u"}]}]',
    ],
    [
      'one of two who ask',
      '{any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: u}, {kind: User, name: v}]}]}',
      '{any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: v}]}]}',
      'high spec.rules.0.match.any.0.subjects: no longer judges Pod by User u by its rule r [match; r; {"kinds":["Pod"],"subjects":[{"kind":"User","name":"u"},{"kind":"User","name":"v"}]}; {"kinds":["Pod"],"subjects":[{"kind":"User","name":"v"}]}]',
    ],
    [
      'one who asks more',
      '{any: [{resources: {kinds: [Pod]}, subjects: [{kind: User, name: v}]}]}',
      '{any: [{resources: {kinds: [Pod]}, subjects: [{name: v, kind: User}, {kind: User, name: u}]}]}',
    ],
    [
      'roles',
      '{any: [{resources: {kinds: [Pod]}, clusterRoles: [a, b]}]}',
      '{any: [{resources: {kinds: [Pod]}, clusterRoles: [b]}]}',
      'high spec.rules.0.match.any.0.clusterRoles: no longer judges Pod by clusterRoles a by its rule r [match; r; {"kinds":["Pod"],"clusterRoles":["a","b"]}; {"kinds":["Pod"],"clusterRoles":["b"]}]',
    ],
  ])('by who asks: %s', (_, before, after, ...expected) => {
    expect(said(clusterPolicyLoosened(policy(before), policy(after)))).toEqual(expected);
  });
});

const labelled = (labels: string) => any(`kinds: [Pod], selector: {matchLabels: {${labels}}}`);

describe('labels by patterns', () => {
  test.each<readonly [string, string, string, number]>([
    ['the same pattern', 'a: "b*"', '"a": "b*", ', 0],
    ['a narrower pattern', 'a: "b*"', 'a: "bc*"', 1],
    ['a wider pattern', 'a: "bc*"', 'a: "b*"', 0],
    ['a value that it takes', 'a: "b*"', 'a: bc', 1],
    ['a pattern for a value', 'a: bc', 'a: "b*"', 0],
    ['a pattern of keys', 'ab: c', '"a*": "*"', 0],
    ['a key for a pattern', '"a*": "c"', 'ab: c', 1],
    ['another key', '"a*": "c"', '"b*": "c"', 1],
    ['a pattern and a value', 'a: "b*", c: d', 'a: "b*"', 0],
    ['the value is gone from what is asked', 'a: "b*"', 'a: "b*", c: d', 1],
    ['two patterns', '"a*": x, b: "y*"', 'b: "y*", "a*": x', 0],
    ['one of two patterns', '"a*": x, b: "y*"', 'b: "y*"', 0],
    ['a further pattern', 'b: "y*"', '"a*": x, b: "y*"', 1],
    ['one character', 'a: "b?"', 'a: "b?"', 0],
  ])('%s', (_, before, after, count) => {
    expect(clusterPolicyLoosened(policy(labelled(before)), policy(labelled(after)))).toHaveLength(count);
  });

  const selecting = (selector: string) => policy(any(`kinds: [Pod], selector: {${selector}}`));
  test.each<readonly [string, string, string, number]>([
    [
      'that there is a label, for a pattern of it',
      'matchLabels: {a: "b*"}',
      'matchExpressions: [{key: a, operator: Exists}]',
      0,
    ],
    [
      'a pattern for that there is a label',
      'matchExpressions: [{key: a, operator: Exists}]',
      'matchLabels: {a: "b*"}',
      1,
    ],
    [
      'every value for that there is a label',
      'matchExpressions: [{key: a, operator: Exists}]',
      'matchLabels: {a: "*"}',
      0,
    ],
    [
      'values that are all of the pattern',
      'matchExpressions: [{key: a, operator: In, values: [bc, bd]}]',
      'matchLabels: {a: "b*"}',
      0,
    ],
    [
      'values that are not all of the pattern',
      'matchExpressions: [{key: a, operator: In, values: [bc, cd]}]',
      'matchLabels: {a: "b*"}',
      1,
    ],
    [
      'a pattern for other values',
      'matchExpressions: [{key: a, operator: NotIn, values: [bc]}]',
      'matchLabels: {a: "b*"}',
      1,
    ],
    ['a selector that cannot be read', 'matchLabels: {a: "b*"}', 'matchExpressions: [{key: a, operator: x}]', 1],
    ['one that could not be read', 'matchExpressions: [{key: a, operator: x}]', 'matchLabels: {a: "b*"}', 1],
    [
      'that a label of a pattern is there',
      'matchLabels: {"a*": b}',
      'matchExpressions: [{key: a, operator: Exists}]',
      1,
    ],
  ])('%s', (_, before, after, count) => {
    expect(clusterPolicyLoosened(selecting(before), selecting(after))).toHaveLength(count);
  });
});

describe('what a rule newly leaves out', () => {
  const pods = any('kinds: [Pod]');
  test.each<Row>([
    [
      'a kind',
      '{}',
      any('kinds: [Job]'),
      'high spec.rules.0.exclude.any.0.resources.kinds.0: newly leaves out Job by its rule r [exclude; r; {"kinds":["Job"]}]',
    ],
    [
      'a further namespace',
      any('namespaces: [a]'),
      any('namespaces: [a, b]'),
      'high spec.rules.0.exclude.any.0.resources.namespaces.1: newly leaves out objects in namespace b by its rule r [exclude; r; {"namespaces":["b"]}]',
    ],
    [
      'two namespaces of two kinds',
      '{}',
      any('kinds: [Pod, Job], namespaces: [a, b]'),
      'high spec.rules.0.exclude.any.0.resources.namespaces.0: newly leaves out Pod in namespace a, Pod in namespace b, Job in namespace a, Job in namespace b by its rule r [exclude; r; {"kinds":["Job"],"namespaces":["a"]}; {"kinds":["Job"],"namespaces":["b"]}; {"kinds":["Pod"],"namespaces":["a"]}; {"kinds":["Pod"],"namespaces":["b"]}]',
    ],
    [
      'by a wider pattern',
      any('namespaces: ["ab*"]'),
      any('namespaces: ["a*"]'),
      'high spec.rules.0.exclude.any.0.resources.namespaces.0: newly leaves out objects in namespace a* by its rule r [exclude; r; {"namespaces":["a*"]}]',
    ],
    ['by a narrower pattern', any('namespaces: ["a*"]'), any('namespaces: ["ab*"]')],
    ['less', any('namespaces: [a, b]'), any('namespaces: [b]')],
    [
      'what fulfils fewer conditions',
      any('kinds: [Pod], names: [a]'),
      any('kinds: [Pod]'),
      'high spec.rules.0.exclude.any.0.resources.kinds.0: newly leaves out Pod by its rule r [exclude; r; {"kinds":["Pod"]}]',
    ],
    ['what fulfils more', any('kinds: [Pod]'), any('kinds: [Pod], names: [a]')],
    [
      'all of filters',
      '{}',
      all('kinds: [Pod]', 'namespaces: [a]'),
      'high spec.rules.0.exclude.all.0: newly leaves out Pod, objects in namespace a by its rule r [exclude; r; {"kinds":["Pod"]}; {"namespaces":["a"]}]',
    ],
    [
      'one filter of all',
      all('kinds: [Pod]', 'namespaces: [a]'),
      all('kinds: [Pod]'),
      'high spec.rules.0.exclude.all.0: newly leaves out Pod by its rule r [exclude; r; {"kinds":["Pod"]}]',
    ],
    [
      'who asks',
      '{}',
      '{any: [{subjects: [{kind: User, name: u}]}]}',
      'high spec.rules.0.exclude.any.0: newly leaves out objects by User u by its rule r [exclude; r; {"subjects":[{"kind":"User","name":"u"}]}]',
    ],
    [
      'two filters alike',
      '{}',
      any('names: [a]', 'names: [a]'),
      'high spec.rules.0.exclude.any.0: newly leaves out objects named a by its rule r [exclude; r; {"names":["a"]}; {"names":["a"]}]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(clusterPolicyLoosened(policy(pods, before), policy(pods, after)))).toEqual(expected);
  });
});

test('of more kinds and namespaces than are parted a filter is one', () => {
  const filter = (kinds: number, namespaces: number) => ({
    resources: {
      kinds: Array.from({ length: kinds }, (_, at) => `K${at}`),
      namespaces: Array.from({ length: namespaces }, (_, at) => `n${at}`),
    },
  });
  const parts = (kinds: number, namespaces: number) => newFilters(undefined, filter(kinds, namespaces)).length;
  expect([parts(20, 10), parts(67, 3), parts(0, 200), parts(0, 201), parts(200, 0), parts(201, 0)]).toEqual([
    200, 1, 200, 1, 200, 1,
  ]);
});
