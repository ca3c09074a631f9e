import { describe, expect, test } from '@jest/globals';
import { configLoosened } from '../../src/admission/gatekeeper/config.ts';
import { constraintLoosened, constraintStrength } from '../../src/admission/gatekeeper/constraints.ts';
import { expansionGone, expansionLoosened } from '../../src/admission/gatekeeper/expansion.ts';
import { isLike, takesKind } from '../../src/admission/gatekeeper/match.ts';
import { mutatorLoosened } from '../../src/admission/gatekeeper/mutators.ts';
import { plainRego, plainTargets } from '../../src/admission/gatekeeper/rego.ts';
import { templateLoosened } from '../../src/admission/gatekeeper/template.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

test('what is done by a constraint is its action, of a scoped one the strongest at admission', () => {
  const strength = (spec: string) => constraintStrength(yaml(`{spec: {${spec}}}`));
  const scoped = (...actions: readonly string[]) =>
    strength(`enforcementAction: scoped, scopedEnforcementActions: [${actions.map((each) => `{${each}}`).join(', ')}]`);
  expect([
    strength(''),
    strength('enforcementAction: deny'),
    strength('enforcementAction: warn'),
    strength('enforcementAction: dryrun'),
    strength('enforcementAction: Deny'),
    strength('enforcementAction: constructor'),
  ]).toEqual(['refuses', 'refuses', 'warns', 'records', 'ignores', 'ignores']);
  const [webhook, audit] = [
    'enforcementPoints: [{name: validation.gatekeeper.sh}]',
    'enforcementPoints: [{name: audit.gatekeeper.sh}]',
  ];
  expect([
    scoped(),
    scoped(`action: deny, ${audit}`),
    scoped(`action: deny, ${webhook}`),
    scoped(`action: warn, ${webhook}`, `action: deny, ${audit}`),
    scoped(`action: warn, ${webhook}`, 'action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}, {name: "*"}]'),
    scoped('action: dryrun, enforcementPoints: [{name: vap.k8s.io}]'),
    scoped(`action: constructor, ${webhook}`),
  ]).toEqual(['ignores', 'ignores', 'refuses', 'warns', 'refuses', 'records', 'ignores']);
});

describe('what a constraint no longer refuses', () => {
  const constraint = (spec: string) => yaml(`{spec: {${spec}}}`);
  const pods = 'kinds: [{apiGroups: [""], kinds: [Pod]}]';
  const match = (fields: string) => `match: {${fields}}`;
  test.each<Row>([
    [
      'it only warns',
      '',
      'enforcementAction: warn',
      'high spec.enforcementAction: only warns of what it refused before [strength; ; refuses; warns]',
    ],
    [
      'by the scopes of its action',
      'enforcementAction: deny',
      'enforcementAction: scoped, scopedEnforcementActions: [{action: warn, enforcementPoints: [{name: "*"}]}]',
      'high spec.enforcementAction: only warns of what it refused before [strength; ; refuses; warns]',
    ],
    [
      'by another scope',
      'enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: "*"}]}]',
      'enforcementAction: scoped, scopedEnforcementActions: [{action: dryrun, enforcementPoints: [{name: "*"}]}]',
      'high spec.scopedEnforcementActions: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'no longer by scopes',
      'enforcementAction: scoped, scopedEnforcementActions: [{action: deny, enforcementPoints: [{name: "*"}]}]',
      'enforcementAction: dryrun',
      'high spec.enforcementAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'one kind of two',
      match('kinds: [{apiGroups: [""], kinds: [Pod, Service]}]'),
      match('kinds: [{apiGroups: [""], kinds: [Pod]}]'),
      'high spec.match.kinds: no longer judges Service [match; kinds; Service.]',
    ],
    [
      'one entry of two',
      match(`kinds: [{apiGroups: [""], kinds: [Pod]}, {apiGroups: [apps], kinds: [Deployment]}]`),
      match('kinds: [{apiGroups: [apps], kinds: [Deployment]}]'),
      'high spec.match.kinds: no longer judges Pod [match; kinds; Pod.]',
    ],
    [
      'a kind of another group',
      match('kinds: [{apiGroups: [apps], kinds: [Deployment]}]'),
      match('kinds: [{apiGroups: [batch], kinds: [Deployment]}]'),
      'high spec.match.kinds: no longer judges Deployment [match; kinds; Deployment.apps; {"group":"batch","kind":"Deployment"}]',
    ],
    [
      'a kind of two groups is said once',
      match('kinds: [{apiGroups: [apps, extensions], kinds: [Deployment]}]'),
      match(pods),
      'high spec.match.kinds: no longer judges Deployment [match; kinds; Deployment.apps; Deployment.extensions; {"group":"","kind":"Pod"}]',
    ],
    [
      'all kinds become some',
      '',
      match(pods),
      'high spec.match.kinds: no longer judges other kinds [match; kinds; *.*; {"group":"","kind":"Pod"}]',
    ],
    [
      'all kinds of the core group',
      match('kinds: [{apiGroups: [""], kinds: ["*"]}]'),
      match(pods),
      'high spec.match.kinds: no longer judges other kinds of the core group [match; kinds; *.; {"group":"","kind":"Pod"}]',
    ],
    [
      'all kinds of a group',
      match('kinds: [{apiGroups: [apps], kinds: ["*"]}]'),
      match(pods),
      'high spec.match.kinds: no longer judges other kinds of apps [match; kinds; *.apps; {"group":"","kind":"Pod"}]',
    ],
    ['more kinds', match(pods), match('kinds: [{apiGroups: ["*"], kinds: [Pod]}]')],
    ['kinds that are gone from what it matches', match(pods), ''],
    [
      'one namespace of two',
      match('namespaces: [a, b]'),
      match('namespaces: [b]'),
      'high spec.match.namespaces: no longer judges namespace a [match; namespaces; a]',
    ],
    ['a wider pattern', match('namespaces: [ab]'), match('namespaces: ["a*"]')],
    [
      'a narrower pattern',
      match('namespaces: ["a*"]'),
      match('namespaces: [ab]'),
      'high spec.match.namespaces: no longer judges namespace a* [match; namespaces; "ab"; a*]',
    ],
    [
      'some namespaces of all',
      match(pods),
      match(`${pods}, namespaces: [b, a]`),
      'high spec.match.namespaces: only judges namespace b, a now [match; namespaces; a; b]',
    ],
    [
      'all namespaces by a pattern and one',
      match('namespaces: ["*", x]'),
      match('namespaces: [x]'),
      'high spec.match.namespaces: only judges namespace x now [match; namespaces; x]',
    ],
    [
      'a namespace is left out',
      match(''),
      match('excludedNamespaces: [a]'),
      'high spec.match.excludedNamespaces: newly leaves out namespace a [match; excludedNamespaces; a]',
    ],
    [
      'a further one',
      match('excludedNamespaces: ["a*"]'),
      match('excludedNamespaces: [ab, b, "a*", c]'),
      'high spec.match.excludedNamespaces: newly leaves out namespace b, c [match; excludedNamespaces; b; c]',
    ],
    ['one of them is judged again', match('excludedNamespaces: [a, b]'), match('excludedNamespaces: [a]')],
    [
      'some by their labels',
      match(''),
      match('labelSelector: {matchLabels: {a: b}}'),
      'high spec.match.labelSelector: newly leaves objects out (labelSelector: {"matchLabels":{"a":"b"}}) [match; labelSelector; {"matchLabels":{"a":"b"}}]',
    ],
    [
      'namespaces by their labels',
      match('namespaceSelector: {}'),
      match('namespaceSelector: {matchLabels: {a: b}}'),
      'high spec.match.namespaceSelector: newly leaves objects out (namespaceSelector: {"matchLabels":{"a":"b"}}) [match; namespaceSelector; {"matchLabels":{"a":"b"}}]',
    ],
    ['those of no label any more', match('labelSelector: {matchLabels: {a: b}}'), match('')],
    [
      'one scope',
      match(''),
      match('scope: Cluster'),
      'high spec.match.scope: only judges Cluster now (scope) [match; scope; Cluster]',
    ],
    ['the scope of what has a namespace', match(pods), match(`${pods}, scope: Namespaced`)],
    [
      'the scope of what has none',
      match('kinds: [{apiGroups: [""], kinds: [Namespace]}]'),
      match('kinds: [{apiGroups: [""], kinds: [Namespace]}], scope: Cluster'),
    ],
    [
      'of what has none the other',
      match('kinds: [{apiGroups: [""], kinds: [Namespace]}]'),
      match('kinds: [{apiGroups: [""], kinds: [Namespace]}], scope: Namespaced'),
      'high spec.match.scope: only judges Namespaced now (scope) [match; scope; Namespaced]',
    ],
    [
      'of two kinds',
      match('kinds: [{apiGroups: [""], kinds: [Pod, Namespace]}]'),
      match('kinds: [{apiGroups: [""], kinds: [Pod, Namespace]}], scope: Namespaced'),
      'high spec.match.scope: only judges Namespaced now (scope) [match; scope; Namespaced]',
    ],
    [
      'of a kind that nobody knows',
      match('kinds: [{apiGroups: [a.org], kinds: [Thing]}]'),
      match('kinds: [{apiGroups: [a.org], kinds: [Thing]}], scope: Namespaced'),
      'high spec.match.scope: only judges Namespaced now (scope) [match; scope; Namespaced]',
    ],
    ['the scope as before', match('scope: Cluster'), match('scope: Cluster')],
    ['a scope that is none', match(''), match('scope: cluster')],
    [
      'some by their name',
      match(''),
      match('name: "a*"'),
      'high spec.match.name: only judges a* now (name) [match; name; a*]',
    ],
    [
      'by a narrower name',
      match('name: "*a"'),
      match('name: ba'),
      'high spec.match.name: only judges ba now (name) [match; name; ba]',
    ],
    ['by a wider name', match('name: ba'), match('name: "*a*"')],
    [
      'only what a user makes',
      match(''),
      match('source: Original'),
      'high spec.match.source: only judges Original now (source) [match; source; Original]',
    ],
    ['only what a user makes, as before', match('source: Original'), match('source: Original')],
    ['whatever makes it', match('source: Original'), match('source: All')],
    [
      'other parameters',
      'parameters: {limit: 1}',
      'parameters: {limit: 2}',
      'medium spec.parameters.limit: judges by another limit than before; whether it refuses less was not judged [parameters; limit; 2]',
    ],
    [
      'a parameter less',
      'parameters: {limit: 1}',
      '',
      'medium spec.parameters < spec.parameters.limit: judges by another limit than before; whether it refuses less was not judged [parameters; limit; ]',
    ],
    [
      'a parameter more',
      '',
      'parameters: {limit: 1}',
      'medium spec.parameters.limit: judges by another limit than before; whether it refuses less was not judged [parameters; limit; 1]',
    ],
    ['parameters that only look other', 'parameters: {limit: 1, a: [x]}', 'parameters: {a: [x], limit: 1}'],
    [
      'a further exemption',
      'parameters: {exemptImages: [a]}',
      'parameters: {exemptImages: [a, b, {x: 1}]}',
      'high spec.parameters.exemptImages: newly lets through b, {"x":1} (exemptImages) [parameters; exemptImages; "b"; {"x":1}]',
    ],
    [
      'a first exemption',
      '',
      'parameters: {allowedCapabilities: [a]}',
      'medium spec.parameters.allowedCapabilities: newly lets through a (allowedCapabilities) [parameters; allowedCapabilities; "a"]',
    ],
    ['one exemption less', 'parameters: {ignoredNames: [a, b]}', 'parameters: {ignoredNames: [b]}'],
    [
      'no exemptions any more',
      'parameters: {excludedNames: [a]}',
      '',
      'medium spec.parameters < spec.parameters.excludedNames: judges by another excludedNames than before; whether it refuses less was not judged [parameters; excludedNames; ]',
    ],
    [
      'exemptions that are no list',
      'parameters: {exemptImages: [a]}',
      'parameters: {exemptImages: a}',
      'medium spec.parameters.exemptImages: judges by another exemptImages than before; whether it refuses less was not judged [parameters; exemptImages; "a"]',
    ],
    [
      'what is exempt, by the end of its name',
      'parameters: {notExempt: [a]}',
      'parameters: {notExempt: [a, b]}',
      'medium spec.parameters.notExempt: judges by another notExempt than before; whether it refuses less was not judged [parameters; notExempt; ["a","b"]]',
    ],
    [
      'of one that only warns',
      'enforcementAction: warn, parameters: {limit: 1, exemptImages: [a]}',
      'enforcementAction: warn, parameters: {limit: 2, exemptImages: [b]}',
      'low spec.parameters.limit: judges by another limit than before; whether it refuses less was not judged [parameters; limit; 2]',
      'low spec.parameters.exemptImages: newly lets through b (exemptImages) [parameters; exemptImages; "b"]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(constraintLoosened(constraint(before), constraint(after)))).toEqual(expected);
  });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['a', ['a'], ['ab', '', 'ba']],
  ['a*', ['a', 'ab', 'a*'], ['ba', 'b', '*']],
  ['*a', ['a', 'ba', '*a'], ['ab', '*']],
  ['*a*', ['a', 'bab', 'a*'], ['b', '']],
  ['*', ['', 'a', '*'], []],
])('the name %s is a pattern at its ends alone', (pattern, taken, others) => {
  expect(taken.filter((each) => !isLike(pattern, each))).toEqual([]);
  expect(others.filter((each) => isLike(pattern, each))).toEqual([]);
});

test('a match is for kinds by their group', () => {
  const [pod, deployment] = [
    { group: '', kind: 'Pod' },
    { group: 'apps', kind: 'Deployment' },
  ];
  const takes = (match: string) => [pod, deployment].map((each) => takesKind(yaml(match), each));
  expect([
    takes(''),
    takes('kinds: []'),
    takes('kinds: [{kinds: [Pod]}, {apiGroups: [batch]}]'),
    takes('kinds: [{apiGroups: [apps]}]'),
    takes('kinds: [{apiGroups: [1], kinds: [Pod]}]'),
  ]).toEqual([
    [true, true],
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ]);
});

describe('what the Config leaves alone', () => {
  const config = (...entries: readonly string[]) =>
    `{spec: {match: [${entries.map((each) => `{${each}}`).join(', ')}]}}`;
  test.each<Row>([
    [
      'a new one',
      '',
      config('processes: ["*"], excludedNamespaces: [a, b, a]'),
      'medium spec.match: newly leaves all objects of namespace a, b alone [excludedNamespaces; a; b]',
    ],
    [
      'a new one of mutators',
      '',
      config('processes: [mutation-webhook], excludedNamespaces: [a]'),
      'low spec.match: newly has no objects of namespace a changed by its mutators [excludedNamespaces; mutation; a]',
    ],
    [
      'what judges',
      config(),
      config('processes: [webhook], excludedNamespaces: [b, a]'),
      'high spec.match: newly leaves all objects of namespace b, a alone [excludedNamespaces; a; b]',
    ],
    [
      'what judges one and changes others',
      config(),
      config(
        'processes: [webhook], excludedNamespaces: [a]',
        'processes: [mutation-webhook], excludedNamespaces: [b, a]',
      ),
      'high spec.match: newly leaves all objects of namespace a alone [excludedNamespaces; a]',
      'low spec.match: newly has no objects of namespace b changed by its mutators [excludedNamespaces; mutation; b]',
    ],
    ['what looks for itself', config(), config('processes: [audit, sync], excludedNamespaces: [a]')],
    [
      'a pattern that takes it already',
      config('processes: ["*"], excludedNamespaces: ["a*"]'),
      config('processes: ["*"], excludedNamespaces: [ab]'),
    ],
    [
      'another process of it',
      config('processes: [audit], excludedNamespaces: [a]'),
      config('processes: [audit, webhook], excludedNamespaces: [a]'),
      'high spec.match: newly leaves all objects of namespace a alone [excludedNamespaces; a]',
    ],
    [
      'one less',
      config('processes: ["*"], excludedNamespaces: [a, b]'),
      config('processes: ["*"], excludedNamespaces: [a]'),
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(configLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });
});

describe('workloads that are judged by what they make', () => {
  const template = (spec: string) => yaml(`{spec: {${spec}}}`);
  const both =
    'applyTo: [{groups: [apps], versions: [v1, v1beta1], kinds: [Deployment]}, {groups: [""], versions: [v1], kinds: [ReplicationController]}]';
  test.each<Row>([
    [
      'one less',
      both,
      'applyTo: [{groups: [apps], versions: [v1], kinds: [Deployment]}]',
      'medium spec.applyTo: no longer has Deployment.apps/v1beta1, ReplicationController/v1 judged by what they make [applyTo; Deployment.apps/v1beta1; ReplicationController/v1]',
    ],
    [
      'none any more',
      both,
      '',
      'medium spec.applyTo < spec.applyTo: no longer has Deployment.apps/v1, Deployment.apps/v1beta1, ReplicationController/v1 judged by what they make [applyTo; Deployment.apps/v1; Deployment.apps/v1beta1; ReplicationController/v1]',
    ],
    ['one more', 'applyTo: [{groups: [apps], versions: [v1], kinds: [Deployment]}]', both],
    [
      'they are only warned of',
      both,
      `${both}, enforcementAction: warn`,
      'medium spec.enforcementAction: no longer has workloads refused by what they make (enforcementAction: warn) [enforcementAction; warn]',
    ],
    ['as the constraint says', both, `${both}, enforcementAction: ""`],
    ['they are refused', `${both}, enforcementAction: warn`, `${both}, enforcementAction: deny`],
    ['the action is gone', `${both}, enforcementAction: warn`, both],
    ['warned of as before', `${both}, enforcementAction: warn`, `${both}, enforcementAction: warn`],
    [
      'something else of them',
      `${both}, templateSource: spec.template`,
      `${both}, templateSource: spec.other`,
      'medium spec.templateSource: has something else of workloads judged than before (templateSource) [templateSource; ["spec.other",null]]',
    ],
    [
      'as something else',
      `${both}, generatedGVK: {kind: Pod}`,
      both,
      'medium spec.generatedGVK < spec.generatedGVK: has something else of workloads judged than before (generatedGVK) [generatedGVK; [null,null]]',
    ],
    [
      'the same in another order',
      `${both}, generatedGVK: {kind: Pod, group: ""}`,
      `${both}, generatedGVK: {group: "", kind: Pod}`,
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(expansionLoosened(template(before), template(after)))).toEqual(expected);
  });

  test('the template is gone', () => {
    expect([...said(expansionGone(template(both))), ...said(expansionGone({}))]).toEqual([
      'medium  < : is gone, and with it the judgement of Deployment.apps/v1, Deployment.apps/v1beta1, ReplicationController/v1 by what they make [gone]',
      'medium  < : is gone, and with it the judgement of workloads by what they make [gone]',
    ]);
  });
});

describe('what a mutator no longer sets', () => {
  const mutator = (spec: string) => yaml(`{spec: {${spec}}}`);
  const pods = 'applyTo: [{groups: [""], versions: [v1], kinds: [Pod, Service]}]';
  test.each<Row>([
    [
      'a kind less',
      pods,
      pods.replace(', Service', ''),
      'low spec.applyTo: no longer changes Service/v1 [applyTo; Service/v1]',
    ],
    ['a kind more', pods.replace(', Service', ''), pods],
    [
      'another place',
      `${pods}, location: a`,
      `${pods}, location: b`,
      'low spec.location: sets something else than before (location); whether it protects less was not judged [sets; "b"]',
    ],
    [
      'another value',
      `${pods}, parameters: {a: 1}`,
      `${pods}, parameters: {a: 2}`,
      'low spec.parameters: sets something else than before (parameters); whether it protects less was not judged [sets; {"a":2}]',
    ],
    [
      'another place and value',
      `${pods}, location: a, parameters: {a: 1}`,
      `${pods}, location: b, parameters: {a: 2}`,
      'low spec.location: sets something else than before (location, parameters); whether it protects less was not judged [sets; "b"; {"a":2}]',
    ],
    [
      'a namespace less',
      `${pods}, match: {namespaces: [a, b]}`,
      `${pods}, match: {namespaces: [a]}`,
      'low spec.match.namespaces: no longer changes namespace b [match; namespaces; b]',
    ],
    [
      'one namespace',
      pods,
      `${pods}, match: {namespaces: [a]}`,
      'low spec.match.namespaces: only changes namespace a now [match; namespaces; a]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(mutatorLoosened(mutator(before), mutator(after)))).toEqual(expected);
  });
});

test.each<readonly [name: string, program: string, plain: string]>([
  ['comments are left out', 'a # b "c"\nd', 'a\nd'],
  ['blanks count once, and lines more than blanks', ' a \t b \n\n  c\n', 'a b\nc'],
  ['what is in quotes stays as it is', 'a := "x  # y \\" z"  # w', 'a := "x  # y \\" z"'],
  ['raw strings go over lines', 'a :=  `x\n # y`\nb', 'a := `x\n # y`\nb'],
  ['a string that is left open ends with its line', 'a "b  c\nd  e', 'a "b  c\nd e'],
  ['nothing', ' # a\n', ''],
])('of a program in Rego %s', (_, program, plain) => {
  expect(plainRego(program)).toBe(plain);
});

test('a program counts wherever it is written', () => {
  const plain = (targets: string) => JSON.stringify(plainTargets(yaml(`{targets: ${targets}}`).targets));
  const ofCode = '[{"target":"t","code":[{"engine":"Rego","source":{"rego":"a b","libs":["c d"]}}]}]';
  expect(plain('[{target: t, rego: "a   b", libs: ["c  d"]}]')).toBe(ofCode);
  expect(plain('[{target: t, code: [{engine: Rego, source: {rego: "a  b # c", libs: ["c   d"]}}]}]')).toBe(ofCode);
  expect(plain('[{target: t, code: [{engine: K8sNativeValidation, source: {x: 1}}, {engine: CEL}], rego: a}]')).toBe(
    '[{"target":"t","code":[{"engine":"CEL"},{"engine":"K8sNativeValidation","source":{"x":1}},{"engine":"Rego","source":{"rego":"a"}}]}]',
  );
  expect(plain('[{target: t, code: [{engine: Rego, source: {rego: "b  c"}}], rego: "a  b", libs: [1]}]')).toBe(
    '[{"target":"t","rego":"a b","libs":[1],"code":[{"engine":"Rego","source":{"rego":"b c"}}]}]',
  );
  expect(plain('[{target: t, libs: ["a  b"]}, 7, {code: [1, {engine: Rego, source: x}]}]')).toBe(
    '[{"target":"t","code":[]},7,{"code":[1,{"engine":"Rego","source":"x"}]}]',
  );
});

describe('what a template demands', () => {
  const template = (targets: string, schema = '{}', kind = 'K') =>
    `{spec: {crd: {spec: {names: {kind: ${kind}}, validation: {openAPIV3Schema: ${schema}}}}, targets: ${targets}}}`;
  const target = (rego: string, more = '') => `[{target: t, rego: "${rego}"${more}}]`;
  const properties = (fields: string) => `{properties: {${fields}}}`;
  test.each<Row>([
    [
      'another program',
      template(target('a')),
      template(target('b')),
      'medium spec.targets: judges by another program than before; whether its constraints refuse less was not judged [targets; [{"target":"t","code":[{"engine":"Rego","source":{"rego":"b"}}]}]]',
    ],
    ['another comment', template(target('a # x')), template(target('a'))],
    [
      'another kind',
      template(target('a')),
      template(target('a'), '{}', 'L'),
      'high spec.crd.spec.names.kind: is no longer for constraints of the kind K, but of L [kind; K; L]',
    ],
    [
      'no kind any more',
      template(target('a')),
      template(target('a'), '{}', '""'),
      'high spec.crd.spec.names.kind: is no longer for constraints of the kind K, but of none [kind; K; ]',
    ],
    ['a kind that was not stated', template(target('a'), '{}', '""'), template(target('a'))],
    [
      'some operations',
      template(target('a')),
      template(target('a', ', operations: [CREATE, UPDATE]')),
      'high spec.targets.0.operations: no longer judges DELETE, CONNECT of objects [operations; t; DELETE; CONNECT]',
    ],
    [
      'one less',
      template(target('a', ', operations: [CREATE, UPDATE]')),
      template(target('a', ', operations: [CREATE]')),
      'high spec.targets.0.operations: no longer judges UPDATE of objects [operations; t; UPDATE]',
    ],
    ['all of them', template(target('a', ', operations: [CREATE]')), template(target('a', ', operations: ["*"]'))],
    [
      'none stated are all',
      template(target('a', ', operations: ["*", CREATE]')),
      template(target('a', ', operations: []')),
    ],
    [
      'of a new target',
      template(target('a')),
      template('[{target: t, rego: a}, {target: u, rego: a, operations: [CREATE]}]'),
      'medium spec.targets: judges by another program than before; whether its constraints refuse less was not judged [targets; [{"target":"t","code":[{"engine":"Rego","source":{"rego":"a"}}]},{"target":"u","code":[{"engine":"Rego","source":{"rego":"a"}}]}]]',
    ],
    [
      'of the second target',
      template('[{target: t, rego: a}, {target: u, rego: a}]'),
      template('[{target: u, rego: a, operations: [CREATE]}, {target: t, rego: a}]'),
      'high spec.targets.0.operations: no longer judges UPDATE, DELETE, CONNECT of objects [operations; u; UPDATE; DELETE; CONNECT]',
      'medium spec.targets: judges by another program than before; whether its constraints refuse less was not judged [targets; [{"target":"u","code":[{"engine":"Rego","source":{"rego":"a"}}]},{"target":"t","code":[{"engine":"Rego","source":{"rego":"a"}}]}]]',
    ],
    [
      'a default',
      template(target('a'), properties('x: {type: string}')),
      template(target('a'), properties('x: {type: string, default: "*"}')),
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.x.default: gives constraints another parameter where they state none (x: "*"); whether they refuse less was not judged [defaults; x: "*"]',
    ],
    [
      'another default',
      template(target('a'), properties('x: {default: 1}')),
      template(target('a'), properties('x: {default: 2}')),
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.x.default: gives constraints another parameter where they state none (x: 2); whether they refuse less was not judged [defaults; x: 2]',
    ],
    [
      'no default any more',
      template(target('a'), properties('x: {default: 1}')),
      template(target('a'), properties('x: {}')),
      'medium spec.crd.spec.validation.openAPIV3Schema < spec.crd.spec.validation.openAPIV3Schema.properties.x.default: gives constraints another parameter where they state none (x: nothing); whether they refuse less was not judged [defaults; x: nothing]',
    ],
    [
      'one for one',
      template(target('a'), properties('x: {default: 1}')),
      template(target('a'), properties('y: {default: 1}')),
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.y.default: gives constraints another parameter where they state none (y: 1, x: nothing); whether they refuse less was not judged [defaults; x: nothing; y: 1]',
    ],
    [
      'the default of all',
      template(target('a'), '{default: {x: 1}}'),
      template(target('a'), '{default: {x: 2}}'),
      'medium spec.crd.spec.validation.openAPIV3Schema.default: gives constraints another parameter where they state none (all: {"x":2}); whether they refuse less was not judged [defaults; all: {"x":2}]',
    ],
    [
      'of what is inside',
      template(
        target('a'),
        properties(
          'x: {properties: {y: {default: 1}}, items: {default: 2, properties: {z: {default: 1}}}, additionalProperties: {default: 3}}',
        ),
      ),
      template(
        target('a'),
        properties(
          'x: {properties: {y: {default: 2}}, items: {default: 3, properties: {z: {default: 2}}}, additionalProperties: {default: 4}}',
        ),
      ),
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.x.properties.y.default: gives constraints another parameter where they state none (x.y: 2, x[]: 3, x[].z: 2, x{}: 4); whether they refuse less was not judged [defaults; x.y: 2; x[].z: 2; x[]: 3; x{}: 4]',
    ],
    [
      'of a new field with a new program',
      template(target('a')),
      template(target('b'), properties('x: {default: 1}')),
      'medium spec.targets: judges by another program than before; whether its constraints refuse less was not judged [targets; [{"target":"t","code":[{"engine":"Rego","source":{"rego":"b"}}]}]]',
    ],
    [
      'of a known field with a new program',
      template(target('a'), properties('x: {type: string}')),
      template(target('b'), properties('x: {default: 1}')),
      'medium spec.targets: judges by another program than before; whether its constraints refuse less was not judged [targets; [{"target":"t","code":[{"engine":"Rego","source":{"rego":"b"}}]}]]',
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.x.default: gives constraints another parameter where they state none (x: 1); whether they refuse less was not judged [defaults; x: 1]',
    ],
    [
      'of a new field with the same program',
      template(target('a')),
      template(target('a'), properties('x: {default: 1}')),
      'medium spec.crd.spec.validation.openAPIV3Schema.properties.x.default: gives constraints another parameter where they state none (x: 1); whether they refuse less was not judged [defaults; x: 1]',
    ],
    [
      'the same default',
      template(target('a'), properties('x: {default: {a: 1}}')),
      template(target('a'), properties('x: {default: {a: 1}, type: object}')),
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(templateLoosened(yaml(before), yaml(after)))).toEqual(expected);
  });
});
