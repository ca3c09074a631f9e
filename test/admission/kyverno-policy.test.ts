import { describe, expect, test } from '@jest/globals';
import {
  clusterPolicyGone,
  clusterPolicyLoosened,
  type OtherPolicies,
} from '../../src/admission/kyverno/cluster-policy.ts';
import { deletionsLoosened } from '../../src/admission/kyverno/deletions.ts';
import { rulesOf } from '../../src/admission/kyverno/rules.ts';
import { rulesElsewhere } from '../../src/admission/kyverno/rules-elsewhere.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

const pods = 'match: {any: [{resources: {kinds: [Pod]}}]}';
const policy = (...rules: readonly string[]) =>
  `{kind: ClusterPolicy, metadata: {name: p}, spec: {validationFailureAction: Enforce, rules: [${rules.map((each) => `{${each}}`).join(', ')}]}}`;
/** A rule of pods. */
const rule = (body: string, name = 'r') => `name: ${name}, ${pods}, ${body}`;
const one = (body: string) => policy(rule(body));
const validate = (body: string) => one(`validate: {${body}}`);

const says = (_: string, before: string, after: string, ...expected: string[]) =>
  expect(said(clusterPolicyLoosened(yaml(before), yaml(after)))).toEqual(expected);

describe('what a rule demands', () => {
  test.each<Row>([
    [
      'another pattern',
      validate('pattern: {a: b}'),
      validate('pattern: {a: c}'),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"pattern":{"a":"c"}},{},[],null,null]]',
    ],
    ['another message', validate('pattern: {a: b}, message: x'), validate('pattern: {a: b}, message: y')],
    [
      'another kind of demand',
      validate('pattern: {a: b}'),
      validate('anyPattern: [{a: b}]'),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"anyPattern":[{"a":"b"}]},{},[],null,null]]',
    ],
    [
      'a rule that records, by another pattern',
      policy(rule('validate: {failureAction: Audit, pattern: {a: b}}')),
      policy(rule('validate: {failureAction: Audit, pattern: {a: c}}')),
      'low spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"pattern":{"a":"c"}},{},[],null,null]]',
    ],
    [
      'it changes objects now',
      validate('pattern: {a: b}'),
      one('mutate: {x: y}'),
      'high spec.rules.0.mutate < spec.rules.0.validate: no longer judges anything by its rule r, which now changes objects [judge; r; mutate]',
    ],
    [
      'it makes objects now',
      validate('pattern: {a: b}'),
      one('generate: {x: y}'),
      'high spec.rules.0.generate < spec.rules.0.validate: no longer judges anything by its rule r, which now makes objects [judge; r; generate]',
    ],
    [
      'it does nothing now',
      one('verifyImages: [{imageReferences: ["*"]}]'),
      one('preconditions: {}'),
      'high spec.rules.0 < spec.rules.0.verifyImages: no longer judges anything by its rule r, which now does nothing [judge; r; ]',
    ],
    [
      'it records, and changes objects now',
      policy(rule('validate: {failureAction: Audit, pattern: {a: b}}')),
      one('mutate: {x: y}'),
      'low spec.rules.0.mutate < spec.rules.0.validate: no longer judges anything by its rule r, which now changes objects [judge; r; mutate]',
    ],
    [
      'it changes objects otherwise',
      one('mutate: {x: y}'),
      one('mutate: {x: z}'),
      'low spec.rules.0.mutate: changes objects otherwise than before by its rule r (mutate) [content; r; mutate; {"x":"z"}]',
    ],
    [
      'it makes other objects',
      one('generate: {x: y}'),
      one('generate: {x: z}'),
      'low spec.rules.0.generate: makes objects otherwise than before by its rule r (generate) [content; r; generate; {"x":"z"}]',
    ],
    [
      'it changes no object any more',
      one('mutate: {x: y}'),
      one('preconditions: {}'),
      'low spec.rules.0 < spec.rules.0.mutate: changes objects otherwise than before by its rule r (mutate) [content; r; mutate; ]',
    ],
    [
      'it makes none, and changes some',
      one('generate: {x: y}'),
      one('mutate: {x: y}'),
      'low spec.rules.0 < spec.rules.0.generate: makes objects otherwise than before by its rule r (generate) [content; r; generate; ]',
    ],
    ['it judges what it changed', one('mutate: {x: y}'), validate('pattern: {}')],
    ['it changes as before', one('mutate: {x: y, z: 1}'), one('mutate: {z: 1, x: y}')],
    [
      'what was changed is now only under conditions',
      one('mutate: {x: y}'),
      one('mutate: {x: y}, preconditions: {all: [{key: a, operator: Equals, value: b}]}'),
      'medium spec.rules.0.preconditions: newly judges only what fulfils its preconditions by its rule r [conditions; r; preconditions]',
    ],
    [
      'images of another extractor',
      one('verifyImages: [{imageReferences: ["*"]}], imageExtractors: {a: 1}'),
      one('verifyImages: [{imageReferences: ["*"]}]'),
      'medium spec.rules.0 < spec.rules.0.imageExtractors: judges otherwise than before by its rule r (imageExtractors); whether it refuses less was not judged [content; r; imageExtractors]',
    ],
  ])('%s', says);
});

const condition = (key: string, more = '') => `{key: ${key}, operator: Equals, value: b${more}}`;

describe('conditions under which a rule judges', () => {
  const under = (conditions: string, field = 'preconditions') =>
    one(`validate: {pattern: {}}, ${field}: ${conditions}`);
  test.each<Row>([
    [
      'there are some now',
      one('validate: {pattern: {}}'),
      under(`{all: [${condition('a')}]}`),
      'high spec.rules.0.preconditions: newly judges only what fulfils its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"all":[{"key":"a","operator":"Equals","value":"b"}]},null]]',
    ],
    ['empty ones are none', one('validate: {pattern: {}}'), under('{all: []}')],
    [
      'an empty any is one that nothing fulfils',
      one('validate: {pattern: {}}'),
      under('{any: []}'),
      'high spec.rules.0.preconditions: newly judges only what fulfils its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"any":[]},null]]',
    ],
    [
      'in the older form',
      one('validate: {pattern: {}}'),
      under(`[${condition('a')}]`),
      'high spec.rules.0.preconditions: newly judges only what fulfils its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],[{"key":"a","operator":"Equals","value":"b"}],null]]',
    ],
    ['from the older form to the newer', under(`[${condition('a')}]`), under(`{all: [${condition('a')}]}`)],
    ['with another message', under(`{all: [${condition('a')}]}`), under(`{all: [${condition('a', ', message: m')}]}`)],
    [
      'one more of all',
      under(`{all: [${condition('a')}]}`),
      under(`{all: [${condition('b')}, ${condition('a')}]}`),
      'high spec.rules.0.preconditions: newly judges only what fulfils more of its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"all":[{"key":"b","operator":"Equals","value":"b"},{"key":"a","operator":"Equals","value":"b"}]},null]]',
    ],
    ['one less of all', under(`{all: [${condition('a')}, ${condition('b')}]}`), under(`{all: [${condition('b')}]}`)],
    [
      'another of all',
      under(`{all: [${condition('a')}]}`),
      under(`{all: [${condition('b')}]}`),
      'medium spec.rules.0.preconditions: judges otherwise than before by its rule r (preconditions); whether it refuses less was not judged [content; r; preconditions; [{"pattern":{}},{},[],{"all":[{"key":"b","operator":"Equals","value":"b"}]},null]]',
    ],
    ['one more of any', under(`{any: [${condition('a')}]}`), under(`{any: [${condition('b')}, ${condition('a')}]}`)],
    [
      'one less of any',
      under(`{any: [${condition('a')}, ${condition('b')}]}`),
      under(`{any: [${condition('b')}]}`),
      'high spec.rules.0.preconditions: newly judges only what fulfils more of its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"any":[{"key":"b","operator":"Equals","value":"b"}]},null]]',
    ],
    [
      'any no longer',
      under(`{any: [${condition('a')}], all: [${condition('b')}]}`),
      under(`{all: [${condition('b')}]}`),
    ],
    [
      'newly any',
      under(`{all: [${condition('b')}]}`),
      under(`{any: [${condition('a')}], all: [${condition('b')}]}`),
      'high spec.rules.0.preconditions: newly judges only what fulfils more of its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"any":[{"key":"a","operator":"Equals","value":"b"}],"all":[{"key":"b","operator":"Equals","value":"b"}]},null]]',
    ],
    ['none any more', under(`{all: [${condition('a')}]}`), one('validate: {pattern: {}}')],
    [
      'a field that nobody knows',
      one('validate: {pattern: {}}'),
      under('{x: 1}'),
      'high spec.rules.0.preconditions: newly judges only what fulfils its preconditions by its rule r [conditions; r; preconditions; [{"pattern":{}},{},[],{"x":1},null]]',
    ],
    [
      'lists of blocks are compared as a whole',
      under(`[{all: [${condition('a')}]}]`),
      under(`[{all: [${condition('a')}, ${condition('b')}]}]`),
      'medium spec.rules.0.preconditions: judges otherwise than before by its rule r (preconditions); whether it refuses less was not judged [content; r; preconditions; [{"pattern":{}},{},[],[{"all":[{"key":"a","operator":"Equals","value":"b"},{"key":"b","operator":"Equals","value":"b"}]}],null]]',
    ],
    ['the same list of blocks', under(`[{all: [${condition('a')}]}]`), under(`[{all: [${condition('a')}]}]`)],
    [
      'conditions of CEL',
      one('validate: {pattern: {}}'),
      under('[{name: c, expression: a}]', 'celPreconditions'),
      'high spec.rules.0.celPreconditions: newly judges only what fulfils its celPreconditions by its rule r [conditions; r; celPreconditions; [{"pattern":{}},{},[],null,[{"name":"c","expression":"a"}]]]',
    ],
    [
      'another of CEL',
      under('[{name: c, expression: a}]', 'celPreconditions'),
      under('[{name: c, expression: b}]', 'celPreconditions'),
      'medium spec.rules.0.celPreconditions: judges otherwise than before by its rule r (celPreconditions); whether it refuses less was not judged [content; r; celPreconditions; [{"pattern":{}},{},[],null,[{"name":"c","expression":"b"}]]]',
    ],
    [
      'one less of CEL',
      under('[{name: c, expression: a}, {name: d, expression: b}]', 'celPreconditions'),
      under('[{name: x, expression: " b"}]', 'celPreconditions'),
    ],
    [
      'one more of CEL',
      under('[{name: c, expression: a}]', 'celPreconditions'),
      under('[{name: c, expression: a}, {name: d, expression: b}]', 'celPreconditions'),
      'medium spec.rules.0.celPreconditions: judges otherwise than before by its rule r (celPreconditions); whether it refuses less was not judged [content; r; celPreconditions; [{"pattern":{}},{},[],null,[{"name":"c","expression":"a"},{"name":"d","expression":"b"}]]]',
    ],
  ])('%s', says);
});

describe('what a rule denies', () => {
  const denied = (conditions: string, more = '') => validate(`deny: {conditions: ${conditions}${more}}`);
  test.each<Row>([
    [
      'only what fulfils more of all',
      denied(`{all: [${condition('a')}]}`),
      denied(`{all: [${condition('a')}, ${condition('b')}]}`),
      'high spec.rules.0.validate.deny.conditions: newly refuses only what fulfils more conditions by its rule r (deny) [deny; r; [{"deny":{"conditions":{"all":[{"key":"a","operator":"Equals","value":"b"},{"key":"b","operator":"Equals","value":"b"}]}}},{},[],null,null]]',
    ],
    [
      'what fulfils less',
      denied(`{all: [${condition('a')}, ${condition('b')}]}`),
      denied(`{all: [${condition('a')}]}`),
    ],
    ['one more of any', denied(`{any: [${condition('a')}]}`), denied(`{any: [${condition('a')}, ${condition('b')}]}`)],
    [
      'one less of any',
      denied(`{any: [${condition('a')}, ${condition('b')}]}`),
      denied(`{any: [${condition('a')}]}`),
      'high spec.rules.0.validate.deny.conditions: newly refuses only what fulfils more conditions by its rule r (deny) [deny; r; [{"deny":{"conditions":{"any":[{"key":"a","operator":"Equals","value":"b"}]}}},{},[],null,null]]',
    ],
    [
      'something else',
      denied(`{all: [${condition('a')}]}`),
      denied(`{all: [${condition('b')}]}`),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"deny":{"conditions":{"all":[{"key":"b","operator":"Equals","value":"b"}]}}},{},[],null,null]]',
    ],
    ['the newer form', denied(`[${condition('a')}]`), denied(`{all: [${condition('a')}]}`)],
    [
      'more, and something else of deny changes',
      denied(`{any: [${condition('a')}]}`),
      denied(`{any: [${condition('a')}, ${condition('b')}]}`, ', x: 1'),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"deny":{"conditions":{"any":[{"key":"a","operator":"Equals","value":"b"},{"key":"b","operator":"Equals","value":"b"}]},"x":1}},{},[],null,null]]',
    ],
    [
      'nothing any more',
      denied(`{all: [${condition('a')}]}`),
      validate('deny: {}'),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"deny":{}},{},[],null,null]]',
    ],
    [
      'of each of several',
      validate(`foreach: [{list: x, deny: {conditions: [${condition('a')}]}}]`),
      validate(`foreach: [{list: x, deny: {conditions: {all: [${condition('a')}]}}}]`),
    ],
    [
      'of each, under other conditions',
      validate(`foreach: [{list: x, preconditions: [${condition('a')}]}]`),
      validate(`foreach: [{list: x, preconditions: {all: [${condition('b')}]}}]`),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"foreach":[{"list":"x","preconditions":{"all":[{"key":"b","operator":"Equals","value":"b"}]}}]},{},[],null,null]]',
    ],
    [
      'a pattern that looks like conditions',
      validate(`pattern: {conditions: [${condition('a')}]}`),
      validate(`pattern: {conditions: {all: [${condition('a')}]}}`),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"pattern":{"conditions":{"all":[{"key":"a","operator":"Equals","value":"b"}]}}},{},[],null,null]]',
    ],
    [
      'any pattern that looks like conditions',
      validate(`anyPattern: [{conditions: [${condition('a')}]}]`),
      validate(`anyPattern: [{conditions: {all: [${condition('a')}]}}]`),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{"anyPattern":[{"conditions":{"all":[{"key":"a","operator":"Equals","value":"b"}]}}]},{},[],null,null]]',
    ],
  ])('%s', says);
});

describe('variables of a rule', () => {
  const given = (context: string, more = 'pattern: {a: "{{x}}"}') => one(`validate: {${more}}, context: [${context}]`);
  test.each<Row>([
    [
      'a new one that nothing names',
      given('{name: x, variable: 1}'),
      given('{name: x, variable: 1}, {name: yy, variable: 2}'),
    ],
    [
      'a new one that was named before',
      validate('pattern: {a: "{{x}}"}'),
      given('{name: x, variable: 1}'),
      'medium spec.rules.0.context: judges otherwise than before by its rule r (context); whether it refuses less was not judged [content; r; context; [{"pattern":{"a":"{{x}}"}},{},[],null,null,[{"name":"x","variable":1}]]]',
    ],
    [
      'a new one that another names',
      given('{name: y, variable: "{{zz}}"}'),
      given('{name: y, variable: "{{zz}}"}, {name: zz, variable: 1}'),
      'medium spec.rules.0.context: judges otherwise than before by its rule r (context); whether it refuses less was not judged [content; r; context; [{"pattern":{"a":"{{x}}"}},{},[],null,null,[{"name":"y","variable":"{{zz}}"},{"name":"zz","variable":1}]]]',
    ],
    [
      'another value',
      given('{name: x, variable: 1}'),
      given('{name: x, variable: 2}'),
      'medium spec.rules.0.context: judges otherwise than before by its rule r (context); whether it refuses less was not judged [content; r; context; [{"pattern":{"a":"{{x}}"}},{},[],null,null,[{"name":"x","variable":2}]]]',
    ],
    [
      'one less',
      given('{name: x, variable: 1}, {name: y, variable: 1}'),
      given('{name: x, variable: 1}'),
      'medium spec.rules.0.context: judges otherwise than before by its rule r (context); whether it refuses less was not judged [content; r; context; [{"pattern":{"a":"{{x}}"}},{},[],null,null,[{"name":"x","variable":1}]]]',
    ],
    [
      'in another order',
      given('{name: x, variable: 1}, {name: y, variable: 1}'),
      given('{name: y, variable: 1}, {name: x, variable: 1}'),
    ],
    [
      'along with what is named by itself',
      given('{name: x, variable: 1}', 'allowExistingViolations: false, pattern: {}'),
      given('{name: x, variable: 2}', 'pattern: {}'),
      'medium spec.rules.0.validate < spec.rules.0.validate.allowExistingViolations: newly lets objects be changed that break its rule r already (allowExistingViolations) [existing; r; [{"pattern":{}},{},[],null,null,[{"name":"x","variable":2}]]]',
    ],
  ])('%s', says);
});

describe('objects that break a rule already', () => {
  test.each<Row>([
    [
      'may be changed now',
      validate('allowExistingViolations: false, pattern: {}'),
      validate('allowExistingViolations: true, pattern: {}'),
      'medium spec.rules.0.validate.allowExistingViolations: newly lets objects be changed that break its rule r already (allowExistingViolations) [existing; r]',
    ],
    [
      'by default',
      validate('allowExistingViolations: false, pattern: {}'),
      validate('pattern: {}'),
      'medium spec.rules.0.validate < spec.rules.0.validate.allowExistingViolations: newly lets objects be changed that break its rule r already (allowExistingViolations) [existing; r]',
    ],
    [
      'of a rule that records',
      policy(rule('validate: {failureAction: Audit, allowExistingViolations: false, pattern: {}}')),
      policy(rule('validate: {failureAction: Audit, pattern: {}}')),
      'low spec.rules.0.validate < spec.rules.0.validate.allowExistingViolations: newly lets objects be changed that break its rule r already (allowExistingViolations) [existing; r]',
    ],
    ['no longer', validate('pattern: {}'), validate('allowExistingViolations: false, pattern: {}')],
    [
      'as before',
      validate('allowExistingViolations: false, pattern: {}'),
      validate('pattern: {}, allowExistingViolations: false'),
    ],
    [
      'a rule for images',
      validate('allowExistingViolations: false, pattern: {}'),
      one('verifyImages: [{imageReferences: ["*"]}]'),
      'medium spec.rules.0 < spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{},{},[{}],null,null]]',
    ],
  ])('%s', says);
});

describe('levels of Pod Security', () => {
  const pod = (body: string) => validate(`podSecurity: {${body}}`);
  test.each<Row>([
    [
      'a lower level',
      pod('level: restricted, version: latest'),
      pod('level: baseline, version: latest'),
      'high spec.rules.0.validate.podSecurity.level: no longer demands the level restricted by its rule r [podSecurity; r; baseline]',
    ],
    [
      'the lowest',
      pod('level: baseline'),
      pod('level: privileged'),
      'high spec.rules.0.validate.podSecurity.level: no longer demands the level baseline by its rule r [podSecurity; r; privileged]',
    ],
    ['a higher level', pod('level: baseline'), pod('level: restricted')],
    [
      'no level',
      pod('level: baseline'),
      pod('version: latest'),
      'high spec.rules.0.validate.podSecurity.level: no longer demands the level baseline by its rule r [podSecurity; r; ; [{},{"version":"latest"},[],null,null]]',
    ],
    [
      'another version',
      pod('level: baseline, version: latest'),
      pod('level: baseline, version: v1.20'),
      'medium spec.rules.0.validate: judges otherwise than before by its rule r (validate); whether it refuses less was not judged [content; r; validate; [{},{"version":"v1.20"},[],null,null]]',
    ],
    [
      'a control less',
      pod('level: baseline'),
      pod('level: baseline, exclude: [{controlName: Capabilities}]'),
      'high spec.rules.0.validate.podSecurity.exclude.0: newly leaves out the control Capabilities by its rule r [podSecurity; r; {"controlName":"Capabilities"}]',
    ],
    [
      'further controls',
      pod('level: baseline, exclude: [{controlName: A}]'),
      pod('level: baseline, exclude: [{controlName: A}, {controlName: B, images: ["x"]}, {controlName: C}]'),
      'high spec.rules.0.validate.podSecurity.exclude.1: newly leaves out the control B, C by its rule r [podSecurity; r; {"controlName":"B","images":["x"]}; {"controlName":"C"}]',
    ],
    ['a control that is judged again', pod('level: baseline, exclude: [{controlName: A}]'), pod('level: baseline')],
    [
      'the same control of other images',
      pod('level: baseline, exclude: [{controlName: A, images: [x]}]'),
      pod('level: baseline, exclude: [{images: [x, y], controlName: A}]'),
      'high spec.rules.0.validate.podSecurity.exclude.0: newly leaves out the control A by its rule r [podSecurity; r; {"images":["x","y"],"controlName":"A"}]',
    ],
    [
      'a lower level, and a control less',
      pod('level: restricted'),
      pod('level: baseline, exclude: [{controlName: A}]'),
      'high spec.rules.0.validate.podSecurity.level: no longer demands the level restricted by its rule r [podSecurity; r; baseline]',
      'high spec.rules.0.validate.podSecurity.exclude.0: newly leaves out the control A by its rule r [podSecurity; r; {"controlName":"A"}]',
    ],
    [
      'a lower level in another version',
      pod('level: restricted, version: latest'),
      pod('level: baseline, version: v1.20'),
      'high spec.rules.0.validate.podSecurity.level: no longer demands the level restricted by its rule r [podSecurity; r; baseline; [{},{"version":"v1.20"},[],null,null]]',
    ],
  ])('%s', says);
});

describe('images that a rule verifies', () => {
  const verify = (...entries: readonly string[]) =>
    one(`verifyImages: [${entries.map((each) => `{${each}}`).join(', ')}]`);
  const signed = 'imageReferences: ["a/*"], attestors: [{x: 1}]';
  test.each<Row>([
    [
      'fewer',
      verify('imageReferences: ["a/*", "b/*"]'),
      verify('imageReferences: ["a/*"]'),
      'high spec.rules.0.verifyImages.0.imageReferences: no longer verifies the images b/* by its rule r [images; r; imageReferences; b/*]',
    ],
    ['by a wider pattern', verify('imageReferences: ["a/b*"]'), verify('imageReferences: ["a/*"]')],
    [
      'by a narrower pattern',
      verify('imageReferences: ["a/*"]'),
      verify('imageReferences: ["a/b*"]'),
      'high spec.rules.0.verifyImages.0.imageReferences: no longer verifies the images a/* by its rule r [images; r; imageReferences; a/*; "a/b*"]',
    ],
    ['by the older field', verify('image: "a/*"'), verify('imageReferences: ["a/*"]')],
    [
      'by the older field, another',
      verify('image: "a/*"'),
      verify('image: "b/*"'),
      'high spec.rules.0.verifyImages: no longer verifies the images a/* by its rule r [images; r; imageReferences; a/*; "b/*"; [{},{},[{"image":"b/*"}],null,null]]',
    ],
    [
      'in two entries',
      verify('imageReferences: ["a/*", "b/*"], required: true'),
      verify('imageReferences: ["a/*"], required: true', 'imageReferences: ["b/*"], required: true'),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages; [{},{},[{},{}],null,null]]',
    ],
    [
      'an entry less',
      verify('imageReferences: ["a/*"]', 'imageReferences: ["b/*"]'),
      verify('imageReferences: ["b/*"]'),
      'high spec.rules.0.verifyImages: no longer verifies the images a/* by its rule r [images; r; imageReferences; a/*; [{},{},[{}],null,null]]',
    ],
    [
      'some are skipped',
      verify(signed),
      verify(`${signed}, skipImageReferences: ["a/b", "a/c*"]`),
      'high spec.rules.0.verifyImages.0.skipImageReferences.0: newly skips the images a/b, a/c* by its rule r [images; r; skipImageReferences; a/b; a/c*]',
    ],
    [
      'further ones are skipped',
      verify(`${signed}, skipImageReferences: ["a/c*"]`),
      verify(`${signed}, skipImageReferences: ["a/cd", "a/b"]`),
      'high spec.rules.0.verifyImages.0.skipImageReferences.1: newly skips the images a/b by its rule r [images; r; skipImageReferences; a/b]',
    ],
    ['fewer are skipped', verify(`${signed}, skipImageReferences: ["a/c*"]`), verify(signed)],
    [
      'not demanded of each',
      verify(signed),
      verify(`${signed}, required: false, verifyDigest: false, mutateDigest: false`),
      'high spec.rules.0.verifyImages.0.required: no longer demands it of every image (required: false, verifyDigest: false, mutateDigest: false) by its rule r [images; r; demands; mutateDigest; required; verifyDigest]',
    ],
    ['demanded again', verify(`${signed}, required: false`), verify(`${signed}, required: true`)],
    ['demanded as it is by default', verify(signed), verify(`${signed}, required: true`)],
    [
      'no attestors',
      verify(signed),
      verify('imageReferences: ["a/*"]'),
      'high spec.rules.0.verifyImages.0: no longer demands attestors of the images by its rule r [images; r; demands; attestors; [{},{},[{}],null,null]]',
    ],
    [
      'an empty list of attestors',
      verify(signed),
      verify('imageReferences: ["a/*"], attestors: []'),
      'high spec.rules.0.verifyImages.0: no longer demands attestors of the images by its rule r [images; r; demands; attestors; [{},{},[{"attestors":[]}],null,null]]',
    ],
    [
      'a key in place of attestors',
      verify(signed),
      verify('imageReferences: ["a/*"], key: k'),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages; [{},{},[{"key":"k"}],null,null]]',
    ],
    [
      'a key that is empty',
      verify('imageReferences: ["a/*"], key: k'),
      verify('imageReferences: ["a/*"], key: ""'),
      'high spec.rules.0.verifyImages.0: no longer demands attestors of the images by its rule r [images; r; demands; attestors; [{},{},[{"key":""}],null,null]]',
    ],
    [
      'another key',
      verify('imageReferences: ["a/*"], key: k'),
      verify('imageReferences: ["a/*"], key: l'),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages; [{},{},[{"key":"l"}],null,null]]',
    ],
    [
      'no attestations',
      verify(`${signed}, attestations: [{t: 1}]`),
      verify(signed),
      'high spec.rules.0.verifyImages.0: no longer demands attestations of the images by its rule r [images; r; demands; attestations; [{},{},[{"attestors":[{"x":1}]}],null,null]]',
    ],
    [
      'other attestors',
      verify(signed),
      verify(signed.replace('x: 1', 'x: 2')),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages; [{},{},[{"attestors":[{"x":2}]}],null,null]]',
    ],
    [
      'other attestors and fewer images',
      verify(signed.replace('["a/*"]', '["a/*", b]')),
      verify(signed.replace('x: 1', 'x: 2')),
      'high spec.rules.0.verifyImages.0.imageReferences: no longer verifies the images b by its rule r [images; r; imageReferences; b; [{},{},[{"attestors":[{"x":2}]}],null,null]]',
    ],
    [
      'two entries in another order',
      verify(signed, 'imageReferences: [b], key: k'),
      verify('imageReferences: [b], key: k', signed),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages; [{},{},[{"key":"k"},{"attestors":[{"x":1}]}],null,null]]',
    ],
    [
      'one of two entries',
      verify(signed, 'imageReferences: [b], key: k'),
      verify(signed, 'imageReferences: [b]'),
      'high spec.rules.0.verifyImages.1: no longer demands attestors of the images by its rule r [images; r; demands; attestors; [{},{},[{"attestors":[{"x":1}]},{}],null,null]]',
    ],
    [
      'a new entry before a changed one',
      verify(signed),
      verify('imageReferences: [b], key: k', 'imageReferences: ["a/*"]'),
      'high spec.rules.0.verifyImages.1: no longer demands attestors of the images by its rule r [images; r; demands; attestors; [{},{},[{"key":"k"},{}],null,null]]',
    ],
    [
      'references that change places',
      verify('imageReferences: [a], key: k', 'imageReferences: [b], key: l'),
      verify('imageReferences: [b], key: k', 'imageReferences: [a], key: l'),
      'medium spec.rules.0.verifyImages: judges otherwise than before by its rule r (verifyImages); whether it refuses less was not judged [content; r; verifyImages]',
    ],
    [
      'a list that is no list',
      verify(signed),
      one('verifyImages: {x: 1}'),
      'high spec.rules.0.verifyImages: no longer verifies the images a/* by its rule r [images; r; imageReferences; a/*; [{},{},[],null,null]]',
    ],
  ])('%s', says);
});

describe('rules of a policy', () => {
  const other = rule('validate: {pattern: {b: c}}', 's');
  const first = rule('validate: {pattern: {a: b}}');
  const spec = (text: string) => policy(first).replace('spec: {', `spec: {${text}, `);
  test.each<Row>([
    [
      'one is gone',
      policy(first, other),
      policy(other),
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
    ],
    [
      'one that records',
      policy(rule('validate: {failureAction: Audit, pattern: {}}'), other),
      policy(other),
      'low spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
    ],
    [
      'one that changes objects',
      policy(rule('mutate: {x: y}'), other),
      policy(other),
      'medium spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
    ],
    ['renamed', policy(first), policy(rule('validate: {pattern: {a: b}}', 'q'))],
    [
      'renamed and changed',
      policy(first),
      policy(rule('validate: {pattern: {a: c}}', 'q')),
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
    ],
    [
      'a name that another rule had',
      policy(first, other),
      policy(rule('validate: {pattern: {a: b}}', 's')),
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'medium spec.rules.0.validate: judges otherwise than before by its rule s (validate); whether it refuses less was not judged [content; s; validate; [{"pattern":{"a":"b"}},{},[],null,null]]',
    ],
    ['in another order', policy(first, other), policy(other, first)],
    [
      'lets requests through',
      policy(first),
      spec('failurePolicy: Ignore'),
      'high spec.failurePolicy: newly lets requests through where Kyverno does not answer (failurePolicy: Ignore) [failurePolicy]',
    ],
    [
      'by what is stated for its webhook',
      policy(first),
      spec('webhookConfiguration: {failurePolicy: Ignore}'),
      'high spec.webhookConfiguration.failurePolicy: newly lets requests through where Kyverno does not answer (failurePolicy: Ignore) [failurePolicy]',
    ],
    ['let them through already', spec('failurePolicy: Ignore'), spec('webhookConfiguration: {failurePolicy: Ignore}')],
    [
      'its webhook counts',
      spec('failurePolicy: Ignore'),
      spec('failurePolicy: Ignore, webhookConfiguration: {failurePolicy: Fail}'),
    ],
    ['refuses where it does not answer', spec('failurePolicy: Ignore'), spec('failurePolicy: Fail')],
    [
      'is asked under conditions',
      policy(first),
      spec('webhookConfiguration: {matchConditions: [{name: c, expression: x}]}'),
      'high spec.webhookConfiguration.matchConditions: newly judges only what fulfils the condition c [narrowed; matchConditions; c; {"name":"c","expression":"x"}]',
    ],
  ])('%s', says);
});

describe('only the first rule that is for an object', () => {
  const kinds = (name: string, kind: string, more = '') =>
    `name: ${name}, match: {any: [{resources: {${kind === '' ? 'names: [x]' : `kinds: [${kind}]`}}}]}, validate: {pattern: {}${more}}`;
  const onlyOne = (...rules: readonly string[]) => policy(...rules).replace('spec: {', 'spec: {applyRules: One, ');
  test.each<Row>([
    [
      'newly',
      policy(kinds('r', 'Pod'), kinds('s', 'Pod')),
      onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    [
      'each for other kinds',
      policy(kinds('r', 'Pod'), kinds('s', 'Secret')),
      onlyOne(kinds('r', 'Pod'), kinds('s', 'Secret')),
    ],
    [
      'rules for pods are made for workloads',
      policy(kinds('r', 'Pod'), kinds('s', 'Deployment')),
      onlyOne(kinds('r', 'Pod'), kinds('s', 'Deployment')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    [
      'a rule for all kinds',
      policy(kinds('r', ''), kinds('s', 'Secret')),
      onlyOne(kinds('r', ''), kinds('s', 'Secret')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    [
      'behind one for all kinds',
      policy(kinds('r', 'Secret'), kinds('s', '')),
      onlyOne(kinds('r', 'Secret'), kinds('s', '')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    [
      'a rule that records',
      policy(kinds('r', 'Pod'), kinds('s', 'Pod', ', failureAction: Audit')),
      onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod', ', failureAction: Audit')),
    ],
    [
      'behind one that records',
      policy(kinds('r', 'Pod', ', failureAction: Audit'), kinds('s', 'Pod')),
      onlyOne(kinds('r', 'Pod', ', failureAction: Audit'), kinds('s', 'Pod')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    ['as before', onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod')), onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod'))],
    [
      'a new rule before them',
      onlyOne(kinds('r', 'Pod')),
      onlyOne(kinds('n', 'Pod'), kinds('r', 'Pod')),
      'high spec.rules.1: newly applies the rule r only to what no rule before it is for (applyRules: One) [applyRules; r]',
    ],
    ['a new rule behind them', onlyOne(kinds('r', 'Pod')), onlyOne(kinds('r', 'Pod'), kinds('n', 'Pod'))],
    [
      'in another order',
      onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod')),
      onlyOne(kinds('s', 'Pod'), kinds('r', 'Pod')),
      'high spec.rules.1: newly applies the rule r only to what no rule before it is for (applyRules: One) [applyRules; r]',
    ],
    [
      'three rules',
      policy(kinds('t', 'Pod'), kinds('s', 'Secret'), kinds('r', 'Secret, Pod')),
      onlyOne(kinds('t', 'Pod'), kinds('s', 'Secret'), kinds('r', 'Secret, Pod')),
      'high spec.applyRules: newly applies the rule r only to what no rule before it is for (applyRules: One) [applyRules; r]',
    ],
    [
      'a pattern of kinds',
      policy(kinds('r', '"*"'), kinds('s', 'Secret')),
      onlyOne(kinds('r', '"*"'), kinds('s', 'Secret')),
      'high spec.applyRules: newly applies the rule s only to what no rule before it is for (applyRules: One) [applyRules; s]',
    ],
    ['all of them again', onlyOne(kinds('r', 'Pod'), kinds('s', 'Pod')), policy(kinds('r', 'Pod'), kinds('s', 'Pod'))],
  ])('%s', says);
});

describe('workloads that rules for pods are made for', () => {
  const generated = (value: string, match = pods, more = '') =>
    `{kind: ClusterPolicy, metadata: {name: p${value === '' ? '' : `, annotations: {pod-policies.kyverno.io/autogen-controllers: ${value}}`}}, spec: {validationFailureAction: Enforce, rules: [{name: r, ${match}, validate: {pattern: {}}${more}}]}}`;
  test.each<Row>([
    [
      'none any more',
      generated(''),
      generated('none'),
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges CronJob, DaemonSet, Deployment, Job, ReplicaSet, ReplicationController, StatefulSet (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; CronJob; DaemonSet; Deployment; Job; ReplicaSet; ReplicationController; StatefulSet]',
    ],
    [
      'some',
      generated('all'),
      generated('"Deployment, DaemonSet"'),
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges CronJob, Job, ReplicaSet, ReplicationController, StatefulSet (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; CronJob; Job; ReplicaSet; ReplicationController; StatefulSet]',
    ],
    [
      'one less',
      generated('"Deployment,Job"'),
      generated('Job'),
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges Deployment (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; Deployment]',
    ],
    ['one more', generated('Job'), generated('"Job,Deployment"')],
    ['all, written out', generated(''), generated('all')],
    [
      'a word that is none',
      generated('Job'),
      generated('job'),
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges Job (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; Job]',
    ],
    ['what makes objects', generated('', pods, ', generate: {}'), generated('none', pods, ', generate: {}')],
  ])('%s', says);

  test.each<readonly [name: string, match: string, ...said: string[]]>([
    ['for other kinds as well', 'match: {any: [{resources: {kinds: [Pod, Secret]}}]}'],
    [
      'for pods with their version',
      'match: {any: [{resources: {kinds: [v1/Pod]}}]}',
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges CronJob, DaemonSet, Deployment, Job, ReplicaSet, ReplicationController, StatefulSet (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; CronJob; DaemonSet; Deployment; Job; ReplicaSet; ReplicationController; StatefulSet]',
    ],
    ['for pods of a name', 'match: {any: [{resources: {kinds: [Pod], name: x}}]}'],
    ['for pods of names', 'match: {any: [{resources: {kinds: [Pod], names: [x]}}]}'],
    ['for pods of a label', 'match: {all: [{resources: {kinds: [Pod], selector: {}}}]}'],
    ['for pods of an annotation', 'match: {resources: {kinds: [Pod], annotations: {}}}'],
    [
      'in the older form',
      'match: {resources: {kinds: [Pod]}}',
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges CronJob, DaemonSet, Deployment, Job, ReplicaSet, ReplicationController, StatefulSet (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; CronJob; DaemonSet; Deployment; Job; ReplicaSet; ReplicationController; StatefulSet]',
    ],
    [
      'for pods of a namespace',
      'match: {all: [{resources: {kinds: [Pod], namespaces: [a]}}]}',
      'low metadata.annotations.pod-policies.kyverno.io/autogen-controllers: no longer judges CronJob, DaemonSet, Deployment, Job, ReplicaSet, ReplicationController, StatefulSet (pod-policies.kyverno.io/autogen-controllers), only the pods that they make [autogen; CronJob; DaemonSet; Deployment; Job; ReplicaSet; ReplicationController; StatefulSet]',
    ],
    ['for everything', 'match: {any: [{resources: {namespaces: [a]}}]}'],
    ['for kinds that begin so', 'match: {any: [{resources: {kinds: [PodTemplate]}}]}'],
    ['for kinds that end so', 'match: {any: [{resources: {kinds: [apps/v1/Pod]}}]}'],
  ])('%s', (_, match, ...expected) => {
    expect(said(clusterPolicyLoosened(yaml(generated('', match)), yaml(generated('none', match))))).toEqual(expected);
  });
});

const others = (...policies: readonly string[]): OtherPolicies => ({
  isElsewhere: rulesElsewhere(policies.map(yaml), () => undefined),
  isExempted: () => undefined,
});

describe('rules that are in another policy', () => {
  const [first, second] = [rule('validate: {pattern: {a: b}}'), rule('validate: {pattern: {b: c}}', 's')];
  const named = (name: string, ...rules: readonly string[]) => policy(...rules).replace('name: p', `name: ${name}`);
  const whole = policy(first, second);
  test.each<readonly [string, readonly string[], ...string[]]>([
    [
      'none',
      [],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    ['both in one', [named('q', second, first)]],
    ['each in one', [named('q', second), named('o', first)]],
    [
      'one',
      [named('q', second)],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    ['the other', [named('q', first)], 'high  < : is gone, and with it what it refused [gone]'],
    ['under another name', [named('q', rule('validate: {message: m, pattern: {a: b}}', 'x'), second)]],
    [
      'weaker',
      [named('q', first, second).replace('Enforce', 'Audit')],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'by an action of their own',
      [
        named(
          'q',
          ...[first, second].map((each) => each.replace('validate: {', 'validate: {failureAction: Enforce, ')),
        ).replace('Enforce', 'Audit'),
      ],
    ],
    [
      'in some namespaces weaker',
      [
        named('q', first, second).replace(
          'rules:',
          'validationFailureActionOverrides: [{action: Audit, namespaces: [a]}], rules:',
        ),
      ],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in a Policy',
      [named('q', first, second).replace('ClusterPolicy', 'Policy')],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one that is not asked',
      [named('q', first, second).replace('rules:', 'admission: false, rules:')],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one that does not look at what is there',
      [named('q', first, second).replace('rules:', 'background: false, rules:')],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one that lets requests through',
      [named('q', first, second).replace('rules:', 'failurePolicy: Ignore, rules:')],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one that is asked under conditions',
      [
        named('q', first, second).replace(
          'rules:',
          'webhookConfiguration: {matchConditions: [{name: c, expression: x}]}, rules:',
        ),
      ],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one of which the first rule ends it',
      [named('q', first, second).replace('rules:', 'applyRules: One, rules:')],
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in one for fewer workloads',
      [
        named('q', first, second).replace(
          'name: q',
          'name: q, annotations: {pod-policies.kyverno.io/autogen-controllers: none}',
        ),
      ],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'in a worse and in a good one',
      [named('q', first, second).replace('rules:', 'background: false, rules:'), named('o', first, second)],
    ],
    [
      'demanding something else',
      [named('q', first.replace('a: b', 'a: c'), second)],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
    [
      'for other kinds',
      [named('q', first.replace('Pod', 'Job'), second)],
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
      'high  < : is gone, and with it what it refused [gone]',
    ],
  ])('%s', (_, policies, ...expected) => {
    const around = others(...policies);
    const found = [
      ...clusterPolicyLoosened(yaml(whole), yaml(policy(second)), around),
      ...clusterPolicyGone(yaml(whole), around),
    ];
    expect(said(found)).toEqual(expected);
  });

  test('a policy that refuses nothing is gone with what it did', () => {
    const gone = (text: string) => said(clusterPolicyGone(yaml(text), others()));
    expect(gone(policy(rule('mutate: {}')))).toEqual(['low  < : is gone, and with it what it changed or made [gone]']);
    expect(gone(whole.replace('Enforce', 'Audit'))).toEqual(['low  < : is gone, and with it what it noted [gone]']);
    expect(gone(policy())).toEqual(['low  < : is gone, and with it what it changed or made [gone]']);
  });

  test('one that let requests through before is the same where it still does', () => {
    const was = policy(first).replace('rules:', 'background: false, admission: false, failurePolicy: Ignore, rules:');
    const isThere = (text: string) => rulesElsewhere([yaml(text)], () => undefined);
    const [only] = rulesOf(yaml(was));
    if (only === undefined) throw new Error('no rule');
    expect(isThere(was.replace('name: p', 'name: q'))(only, yaml(was))).toBe(true);
    expect(rulesElsewhere([yaml(was.replace('name: p', 'name: q'))], () => 'an exception')(only, yaml(was))).toBe(
      false,
    );
  });
});

describe('exceptions from rules', () => {
  const [first, renamed] = [rule('validate: {pattern: {a: b}}'), rule('validate: {pattern: {a: b}}', 'q')];
  const exempting = (name: string): OtherPolicies => ({
    isElsewhere: () => false,
    isExempted: (_, { rule: each }) => (each === name ? 'PolicyException e in x.yaml' : undefined),
  });
  test('a rule under another name is not the same where it is exempted from', () => {
    expect(said(clusterPolicyLoosened(yaml(policy(first)), yaml(policy(renamed)), exempting('q')))).toEqual([
      'high spec.rules < spec.rules.0: no longer has the rule r The rule q says the same, and PolicyException e in x.yaml exempts from it. [rule; gone; r]',
    ]);
    expect(clusterPolicyLoosened(yaml(policy(first)), yaml(policy(renamed)), exempting('x'))).toEqual([]);
  });
  test('another rule of the content takes its place', () => {
    const two = policy(renamed, renamed.replace('name: q', 'name: o'));
    expect(clusterPolicyLoosened(yaml(policy(first)), yaml(two), exempting('q'))).toEqual([]);
    expect(clusterPolicyLoosened(yaml(policy(first)), yaml(policy(first, renamed)), exempting('r'))).toEqual([]);
    expect(said(clusterPolicyLoosened(yaml(policy(first)), yaml(policy(first)), exempting('r')))).toEqual([
      'high spec.rules < spec.rules.0: no longer has the rule r [rule; gone; r]',
    ]);
  });
});

describe('what Kyverno deletes', () => {
  const clean = (kinds: string, how = 'any') => `{spec: {match: {${how}: [{resources: {kinds: [${kinds}]}}]}}}`;
  const deleting = (resources: string) => `{spec: {matchConstraints: {resourceRules: [{resources: [${resources}]}]}}}`;
  test.each<Row>([
    [
      'a new one',
      '',
      clean('NetworkPolicy'),
      'high spec.match: newly deletes networkpolicies by itself [deletes; networkpolicies]',
    ],
    [
      'of all conditions',
      '',
      clean('ClusterPolicy', 'all'),
      'high spec.match: newly deletes clusterpolicies by itself [deletes; clusterpolicies]',
    ],
    ['nothing that protects', '', clean('Pod')],
    ['the same', clean('NetworkPolicy'), clean('networking.k8s.io/v1/NetworkPolicy', 'all')],
    [
      'one more',
      clean('NetworkPolicy'),
      clean('NetworkPolicy, LimitRange'),
      'high spec.match: newly deletes limitranges by itself [deletes; limitranges]',
    ],
    [
      'a pattern',
      clean('NetworkPolicy'),
      deleting('"limit?anges", "*policies"'),
      'high spec.matchConstraints: newly deletes globalnetworkpolicies, ciliumnetworkpolicies, ciliumclusterwidenetworkpolicies, adminnetworkpolicies, baselineadminnetworkpolicies, clusternetworkpolicies, authorizationpolicies, validatingadmissionpolicies, clusterpolicies, policies, validatingpolicies, imagevalidatingpolicies and 2 more by itself [deletes; globalnetworkpolicies; ciliumnetworkpolicies; ciliumclusterwidenetworkpolicies; adminnetworkpolicies; baselineadminnetworkpolicies; clusternetworkpolicies; authorizationpolicies; validatingadmissionpolicies; clusterpolicies; policies; validatingpolicies; imagevalidatingpolicies; clusterimagepolicies; limitranges]',
    ],
    [
      'everything',
      clean('Pod'),
      deleting('"*"'),
      'high spec.matchConstraints: newly deletes whatever protects by itself [deletes; networkpolicies; globalnetworkpolicies; ciliumnetworkpolicies; ciliumclusterwidenetworkpolicies; adminnetworkpolicies; baselineadminnetworkpolicies; clusternetworkpolicies; authorizationpolicies; peerauthentications; requestauthentications; validatingwebhookconfigurations; mutatingwebhookconfigurations; validatingadmissionpolicies; validatingadmissionpolicybindings; clusterpolicies; policies; validatingpolicies; imagevalidatingpolicies; constrainttemplates; clusterimagepolicies; resourcequotas; limitranges]',
    ],
    [
      'all but one',
      clean('NetworkPolicy'),
      deleting('"*"'),
      'high spec.matchConstraints: newly deletes globalnetworkpolicies, ciliumnetworkpolicies, ciliumclusterwidenetworkpolicies, adminnetworkpolicies, baselineadminnetworkpolicies, clusternetworkpolicies, authorizationpolicies, peerauthentications, requestauthentications, validatingwebhookconfigurations, mutatingwebhookconfigurations, validatingadmissionpolicies and 9 more by itself [deletes; globalnetworkpolicies; ciliumnetworkpolicies; ciliumclusterwidenetworkpolicies; adminnetworkpolicies; baselineadminnetworkpolicies; clusternetworkpolicies; authorizationpolicies; peerauthentications; requestauthentications; validatingwebhookconfigurations; mutatingwebhookconfigurations; validatingadmissionpolicies; validatingadmissionpolicybindings; clusterpolicies; policies; validatingpolicies; imagevalidatingpolicies; constrainttemplates; clusterimagepolicies; resourcequotas; limitranges]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said(deletionsLoosened(before === '' ? undefined : yaml(before), yaml(after)))).toEqual(expected);
  });
});
