import { describe, expect, test } from '@jest/globals';
import { cellsOf, isTooMuch, readActions, verdictIn } from '../../src/admission/kyverno/actions.ts';
import { clusterPolicyLoosened } from '../../src/admission/kyverno/cluster-policy.ts';
import { policyStrength, rulesOf } from '../../src/admission/kyverno/rules.ts';
import { said, yaml } from './said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

const match = 'match: {any: [{resources: {kinds: [Pod]}}]}';
/** A rule that validates, with its own fields of `validate`. */
const rule = (validate = '', name = 'r') =>
  `{name: ${name}, ${match}, validate: {pattern: {}${validate === '' ? '' : `, ${validate}`}}}`;
const images = (...entries: readonly string[]) =>
  `{name: r, ${match}, verifyImages: [${entries.map((each) => `{imageReferences: ["*"]${each === '' ? '' : `, ${each}`}}`).join(', ')}]}`;
/** A policy with fields of its own. */
const policy = (spec: string, ...rules: readonly string[]) =>
  `{kind: ClusterPolicy, metadata: {name: p}, spec: {${spec === '' ? '' : `${spec}, `}rules: [${rules.join(', ')}]}}`;
const enforce = 'validationFailureAction: Enforce';
const audit = 'validationFailureAction: Audit';
const own = (...overrides: readonly string[]) =>
  `failureActionOverrides: [${overrides.map((each) => `{${each}}`).join(', ')}]`;
const ofPolicy = (...overrides: readonly string[]) =>
  `validationFailureActionOverrides: [${overrides.map((each) => `{${each}}`).join(', ')}]`;
const tier = 'namespaceSelector: {matchLabels: {tier: x}}';

const says = (_: string, before: string, after: string, ...expected: string[]) =>
  expect(said(clusterPolicyLoosened(yaml(before), yaml(after)))).toEqual(expected);

describe('what is done about what breaks a rule', () => {
  test.each<Row>([
    [
      'the policy only records',
      policy(enforce, rule()),
      policy(audit, rule()),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    ['the same in small letters', policy('validationFailureAction: enforce', rule()), policy(enforce, rule())],
    [
      'another word',
      policy(enforce, rule()),
      policy('validationFailureAction: ENFORCE', rule()),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'nothing is stated any more',
      policy(enforce, rule()),
      policy('', rule()),
      'high spec < spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    ['it refuses now', policy(audit, rule()), policy(enforce, rule())],
    ['nothing was stated', policy('', rule()), policy(audit, rule())],
    [
      'the rule itself only records',
      policy(enforce, rule()),
      policy(enforce, rule('failureAction: Audit')),
      'high spec.rules.0.validate.failureAction: only records what it refused before by its rule r [strength; r; refuses; records]',
    ],
    [
      'its own action is gone',
      policy(audit, rule('failureAction: Enforce')),
      policy(audit, rule()),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'its own action and the policy’s are gone',
      policy('', rule('failureAction: Enforce')),
      policy('', rule()),
      'high spec.rules.0 < spec.rules.0.validate.failureAction: only records what it refused before by its rule r [strength; r; refuses; records]',
    ],
    [
      'its own action counts',
      policy(enforce, rule('failureAction: Audit')),
      policy(audit, rule('failureAction: Audit')),
    ],
    [
      'one of two rules by itself',
      policy(enforce, rule(), rule('', 's')),
      policy(enforce, rule(), rule('failureAction: Audit', 's')),
      'high spec.rules.1.validate.failureAction: only records what it refused before by its rule s [strength; s; refuses; records]',
    ],
    [
      'the policy for two rules is said once',
      policy(enforce, rule(), rule('', 's')),
      policy(audit, rule(), rule('', 's')),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'and which rule is as strong as it was',
      policy(enforce, rule(), rule('failureAction: Enforce', 's')),
      policy(audit, rule(), rule('failureAction: Enforce', 's')),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records; s]',
    ],
    [
      'not asked about requests',
      policy(enforce, rule()),
      policy(`${enforce}, admission: false`, rule()),
      'high spec.admission: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'not asked, whatever the rule says',
      policy('', rule('failureAction: Enforce')),
      policy('admission: false', rule('failureAction: Enforce')),
      'high spec.admission: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'not asked before either',
      policy(`${enforce}, admission: false`, rule()),
      policy(`${audit}, admission: false`, rule()),
    ],
    [
      'not asked, and the policy records',
      policy(enforce, rule()),
      policy(`${audit}, admission: false`, rule()),
      'high spec.admission: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'a rule by itself as well',
      policy(enforce, rule(), rule('failureAction: Enforce', 's')),
      policy(audit, rule(), rule('failureAction: Audit', 's')),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
      'high spec.rules.1.validate.failureAction: only records what it refused before by its rule s [strength; s; refuses; records]',
    ],
    [
      'a rule that only recorded, and none is asked any more',
      policy('', rule('failureAction: Enforce'), rule('failureAction: Audit', 's')),
      policy('admission: false', rule('failureAction: Enforce'), rule('failureAction: Audit', 's')),
      'high spec.admission: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'a rule that changes objects',
      policy(enforce, `{name: r, ${match}, mutate: {}}`),
      policy(audit, `{name: r, ${match}, mutate: {}}`),
    ],
    [
      'images that are only recorded',
      policy('', images('failureAction: Enforce')),
      policy('', images('failureAction: Audit')),
      'high spec.rules.0.verifyImages.0.failureAction: only records what it refused before by its rule r [strength; r; refuses; records]',
    ],
    [
      'images by the policy',
      policy(enforce, images('')),
      policy(audit, images('')),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'one of two images is enough',
      policy(audit, images('failureAction: Audit', 'failureAction: Enforce')),
      policy(audit, images('failureAction: Enforce', 'failureAction: Audit')),
    ],
    [
      'no image any more',
      policy(enforce, images('failureAction: Audit', 'failureAction: Enforce')),
      policy(enforce, images('failureAction: Audit', 'failureAction: Audit')),
      'high spec.rules.0.verifyImages.0.failureAction: only records what it refused before by its rule r [strength; r; refuses; records]',
    ],
    [
      'of images overrides of the policy count after their own',
      policy('', images('failureAction: Enforce')),
      policy(ofPolicy('action: Audit'), images('failureAction: Enforce')),
    ],
    [
      'and before the policy’s action',
      policy(enforce, images('')),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, images('')),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
  ])('%s', says);
});

describe('what is done in some namespaces', () => {
  test.each<Row>([
    [
      'the policy only records in one',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'the rule only records in two',
      policy(enforce, rule()),
      policy(enforce, rule(own('action: Audit, namespaces: [a, b]'))),
      'high spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a, b by its rule r [failureActionOverrides; r; a; b]',
    ],
    [
      'one more',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a, c, b]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.2: newly only records in namespace b, c [validationFailureActionOverrides; ; b; c]',
    ],
    [
      'one less',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a, b]')}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, rule()),
    ],
    [
      'the only one that refused',
      policy(`${audit}, ${ofPolicy('action: Enforce, namespaces: [a, b]')}`, rule()),
      policy(`${audit}, ${ofPolicy('action: Enforce, namespaces: [b]')}`, rule()),
      'high spec.validationFailureActionOverrides.0 < spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'none that refused any more',
      policy(`${audit}, ${ofPolicy('action: Enforce, namespaces: [a]')}`, rule()),
      policy(audit, rule()),
      'high spec.validationFailureAction < spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'none of the rule’s own',
      policy(audit, rule(own('action: Enforce, namespaces: [a]'))),
      policy(audit, rule()),
      'high spec.validationFailureAction < spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a [failureActionOverrides; ; a]',
    ],
    [
      'a pattern of names',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: ["a*"]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a* [validationFailureActionOverrides; ; a*]',
    ],
    [
      'a wider pattern',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: ["ab*"]')}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: ["a*"]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a* [validationFailureActionOverrides; ; a*]',
    ],
    [
      'a name of the pattern',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: ["a*"]')}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [ab, "a*"]')}`, rule()),
    ],
    [
      'names that two patterns have in common',
      policy(`${audit}, ${ofPolicy('action: Enforce, namespaces: ["a*"]')}`, rule()),
      policy(
        `${audit}, ${ofPolicy('action: Audit, namespaces: ["*b"]', 'action: Enforce, namespaces: ["a*"]')}`,
        rule(),
      ),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a* and *b [validationFailureActionOverrides; ; a* and *b]',
    ],
    [
      'the first that matches decides',
      policy(`${enforce}, ${ofPolicy('action: Enforce, namespaces: [a]', 'action: Audit, namespaces: [a]')}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]', 'action: Enforce, namespaces: [a]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'by labels',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy(`action: Audit, ${tier}`)}`, rule()),
      'high spec.validationFailureActionOverrides.0: newly only records in namespaces with the labels tier=x [validationFailureActionOverrides; ; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'by a name and labels',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy(`action: Audit, namespaces: [a], ${tier}`)}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a and namespaces with the labels tier=x [validationFailureActionOverrides; ; a; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'by names here and labels there',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]', `action: Audit, ${tier}`)}`, rule()),
      'high spec.validationFailureActionOverrides.1: newly only records in namespaces with the labels tier=x [validationFailureActionOverrides; ; {"matchLabels":{"tier":"x"}}]',
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'by wider labels',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaceSelector: {matchLabels: {tier: x, zone: y}}')}`, rule()),
      policy(`${enforce}, ${ofPolicy(`action: Audit, ${tier}`)}`, rule()),
      'high spec.validationFailureActionOverrides.0: newly only records in namespaces with the labels tier=x [validationFailureActionOverrides; ; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'by narrower labels',
      policy(`${enforce}, ${ofPolicy(`action: Audit, ${tier}`)}`, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaceSelector: {matchLabels: {tier: x, zone: y}}')}`, rule()),
    ],
    [
      'by labels that are an override no longer',
      policy(`${audit}, ${ofPolicy(`action: Enforce, ${tier}`)}`, rule()),
      policy(audit, rule()),
      'high spec.validationFailureAction < spec.validationFailureActionOverrides.0: newly only records in namespaces with the labels tier=x [validationFailureActionOverrides; ; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'an override for all',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit')}`, rule()),
      'high spec.validationFailureActionOverrides.0: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'one for all of the rule’s own',
      policy(enforce, rule()),
      policy(enforce, rule(own('action: Audit'))),
      'high spec.rules.0.validate.failureActionOverrides.0: only records what it refused before by its rule r [strength; r; refuses; records]',
    ],
    [
      'an override for all that refused',
      policy(`${audit}, ${ofPolicy('action: Enforce')}`, rule()),
      policy(audit, rule()),
      'high spec.validationFailureAction: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'two rules by one override',
      policy(enforce, rule(), rule('', 's')),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, rule(), rule('', 's')),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'two rules, each by its own',
      policy(enforce, rule(), rule('', 's')),
      policy(enforce, rule(own('action: Audit, namespaces: [a]')), rule(own('action: Audit, namespaces: [a]'), 's')),
      'high spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a by its rule r [failureActionOverrides; r; a]',
      'high spec.rules.1.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a by its rule s [failureActionOverrides; s; a]',
    ],
    [
      'an override of the policy counts before the rule’s own action',
      policy(enforce, rule('failureAction: Enforce')),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [a]')}`, rule('failureAction: Enforce')),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'its own overrides count before its action',
      policy('', rule('failureAction: Enforce')),
      policy('', rule(`failureAction: Enforce, ${own('action: Audit, namespaces: [a]')}`)),
      'high spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a by its rule r [failureActionOverrides; r; a]',
    ],
    [
      'and those of the policy are then not asked',
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [b]')}`, rule(own('action: Audit, namespaces: [a]'))),
      policy(
        `${enforce}, ${ofPolicy('action: Audit, namespaces: [b]')}`,
        rule(own('action: Audit, namespaces: [a, b]')),
      ),
    ],
    [
      'the only name of labels that refused',
      policy(`${audit}, ${ofPolicy(`action: Enforce, namespaces: [a], ${tier}`)}`, rule()),
      policy(audit, rule()),
      'high spec.validationFailureAction < spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a with the labels tier=x [validationFailureActionOverrides; ; a; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'the only override, and nothing else is stated',
      policy(ofPolicy('action: Enforce, namespaces: [a]'), rule()),
      policy('', rule()),
      'high spec < spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
    [
      'the only override of its own, and nothing else is stated',
      policy('', rule(own('action: Enforce, namespaces: [a]'))),
      policy('', rule()),
      'high spec.rules.0.validate < spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a by its rule r [failureActionOverrides; r; a]',
    ],
    [
      'one of its own less',
      policy(audit, rule(own('action: Enforce, namespaces: [a, b]'))),
      policy(audit, rule(own('action: Enforce, namespaces: [b]'))),
      'high spec.rules.0.validate.failureActionOverrides.0 < spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a [failureActionOverrides; ; a]',
    ],
    [
      'an override for a name and labels keeps the name from being enforced',
      policy(enforce, rule()),
      policy(enforce, rule(own(`action: Audit, namespaces: [a], ${tier}`, 'action: Enforce, namespaces: [a]'))),
      'high spec.rules.0.validate.failureActionOverrides.0.namespaces.0: newly only records in namespace a and namespaces with the labels tier=x by its rule r [failureActionOverrides; r; a; {"matchLabels":{"tier":"x"}}]',
    ],
    [
      'names that are no text',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: Audit, namespaces: [1]')}`, rule()),
      'high spec.validationFailureActionOverrides.0: only records what it refused before [strength; ; refuses; records]',
    ],
    [
      'an action that is no text',
      policy(enforce, rule()),
      policy(`${enforce}, ${ofPolicy('action: [Enforce], namespaces: [a]')}`, rule()),
      'high spec.validationFailureActionOverrides.0.namespaces.0: newly only records in namespace a [validationFailureActionOverrides; ; a]',
    ],
  ])('%s', says);
});

test('where a rule refuses is asked with what holds there, and by what', () => {
  const spec = yaml(`{${audit}, ${ofPolicy('action: Enforce, namespaces: [a, "b*"]', `action: Enforce, ${tier}`)}}`);
  const actions = readActions(yaml(rule()), ['spec', 'rules', 0], spec);
  const code = '{"matchLabels":{"tier":"x"}}';
  const asked = [
    { name: 'a', called: 'a', selectors: [] },
    { name: 'b~', called: 'b*', selectors: [] },
    { name: 'c', called: '', selectors: [code] },
    { name: 'c', called: '', selectors: ['{}'] },
  ].map((cell) => verdictIn(actions, cell));
  const at = ['spec', 'validationFailureActionOverrides'];
  expect(asked).toEqual([
    { refuses: true, path: [...at, 0, 'namespaces', 0], isByOverride: true },
    { refuses: true, path: [...at, 0, 'namespaces', 1], isByOverride: true },
    { refuses: true, path: [...at, 1], isByOverride: true },
    { refuses: false, path: ['spec', 'validationFailureAction'], isByOverride: false },
  ]);
  expect(verdictIn({ ...actions, isOff: true }, { name: 'a', called: 'a', selectors: [] })).toEqual({
    refuses: false,
    path: ['spec', 'admission'],
    isByOverride: false,
  });
});

test('namespaces are distinguished by names, patterns, what two patterns have in common, and labels', () => {
  const cells = (...overrides: readonly string[]) =>
    cellsOf([readActions(yaml(rule()), [], yaml(`{${ofPolicy(...overrides)}}`))]).map(
      ({ name, called, selectors }) => `${name} (${called}) ${selectors.join(' ')}`,
    );
  expect(cells()).toEqual(['~~ () ']);
  expect(cells('namespaces: [a, "b*", "*c"]', 'namespaces: [a]')).toEqual([
    '~~ () ',
    'a (a) ',
    'b~ (b*) ',
    '~c (*c) ',
    'b~c (b* and *c) ',
  ]);
  expect(cells('namespaces: ["a*", "*"]')).toEqual(['~~ () ', 'a~ (a*) ', '~ (*) ']);
  expect(cells('namespaces: ["a*b*", "*c*d"]')).toContain('a*b~c*d (a*b* and *c*d) ');
  const broken = 'namespaceSelector: {matchExpressions: [{key: a, operator: x}]}';
  expect(cells(broken, 'namespaceSelector: {}')).toHaveLength(4);
  expect(cells('namespaces: ["*"]')).toEqual(['~~ () ', '~ (*) ']);
  expect(cells('namespaces: ["a**", "**b"]')).toContain('a~b (a** and **b) ');
  const [wide, narrow] = [`namespaceSelector: {matchLabels: {t: x}}`, 'namespaceSelector: {matchLabels: {t: x, z: y}}'];
  expect(cells(wide, narrow, wide)).toEqual([
    '~~ () ',
    '~~ () {"matchLabels":{"t":"x"}}',
    '~~ () {"matchLabels":{"t":"x","z":"y"}} {"matchLabels":{"t":"x"}}',
  ]);
  const many = Array.from({ length: 6 }, (_, at) => `namespaceSelector: {matchLabels: {t: "${at}"}}`);
  expect([cells(...many.slice(0, 5)).length, cells(...many).length]).toEqual([32, 7]);
});

test('overrides that distinguish too much are not gone through', () => {
  const of = (patterns: number, length: number, selectors = 0) =>
    readActions({}, [], {
      validationFailureActionOverrides: [
        { action: 'Audit', namespaces: Array.from({ length: patterns }, (_, at) => `${at}${'a'.repeat(length)}*`) },
        ...Array.from({ length: selectors }, (_, at) => ({
          action: 'Audit',
          namespaceSelector: { matchLabels: { at } },
        })),
      ],
    });
  expect([isTooMuch([of(12, 70)], 1), isTooMuch([of(13, 70)], 1), isTooMuch([of(13, 40)], 1)]).toEqual([
    false,
    true,
    false,
  ]);
  expect([isTooMuch([of(13, 60)], 1), isTooMuch([of(13, 61)], 1)]).toEqual([false, true]);
  const plain = readActions({}, [], { validationFailureActionOverrides: [{ namespaces: ['a', 'b', 'c'] }] });
  expect([isTooMuch([plain], 750_000), isTooMuch([plain], 750_001)]).toEqual([false, true]);
  expect([isTooMuch([of(0, 0)], 3_000_000), isTooMuch([of(0, 0)], 3_000_001)]).toEqual([false, true]);
  // (3 names + 12² + 1) · 2¹ · (2 overrides + 3 patterns) + 1.
  expect([isTooMuch([of(3, 1, 1)], 2_025), isTooMuch([of(3, 1, 1)], 2_026)]).toEqual([false, true]);
  // 1 · 2⁵ · 6 + 25, and 1 · 7 · 7 + 36.
  expect([isTooMuch([of(0, 0, 5)], 13_824), isTooMuch([of(0, 0, 5)], 13_825)]).toEqual([false, true]);
  expect([isTooMuch([of(0, 0, 6)], 35_294), isTooMuch([of(0, 0, 6)], 35_295)]).toEqual([false, true]);
});

describe('overrides that are too many to be compared', () => {
  const many = (action: string, last = '') =>
    `{action: ${action}, namespaces: [${Array.from({ length: 3_000 }, (_, at) => `"a${at}*"`).join(', ')}${last}]}`;
  const large = (spec: string, override: string, ...rules: readonly string[]) =>
    policy(`${spec}, validationFailureActionOverrides: [${override}]`, ...rules);
  const short = (found: readonly string[]) => found.map((each) => each.replace(/\[overrides.*/, ''));
  const compared = (before: string, after: string) => short(said(clusterPolicyLoosened(yaml(before), yaml(after))));

  test('are said where they change, with the rules that have them', () => {
    const [was, is] = [
      large(enforce, many('Enforce'), rule(), rule('', 's')),
      large(enforce, many('Audit'), rule(), rule('', 's')),
    ];
    expect(compared(was, was)).toEqual([]);
    expect(compared(was, is)).toEqual([
      'high spec.validationFailureActionOverrides.0: may newly only record in some namespaces by its rule r, s: its overrides are too many to be compared ',
    ]);
    expect(compared(large(audit, many('Audit'), rule()), large(audit, many('Audit', ', b'), rule()))).toEqual([]);
    const byLabel = (value: string) =>
      `${many('Enforce')}, {action: Audit, namespaceSelector: {matchLabels: {tier: ${value}}}}`;
    const each = many('Audit');
    const changed = [
      [large(enforce, each, rule()), large(audit, each, rule())],
      [large(audit, each, rule('failureAction: Enforce')), large(audit, each, rule('failureAction: Audit'))],
      [large(enforce, byLabel('x'), rule()), large(enforce, byLabel('y'), rule())],
    ] as const;
    expect(changed.map(([before, after]) => compared(before, after).length)).toEqual([1, 1, 1]);
  });

  test('of a rule by itself they are at its own, or at its action', () => {
    const mine = (action: string) =>
      policy(enforce, `{name: r, ${match}, validate: {pattern: {}, failureActionOverrides: [${many(action)}]}}`);
    expect(compared(mine('Enforce'), mine('Audit'))).toEqual([
      'high spec.rules.0.validate.failureActionOverrides.0: may newly only record in some namespaces by its rule r: its overrides are too many to be compared ',
    ]);
    expect(compared(mine('Enforce'), policy(enforce, rule('failureAction: Enforce')))).toEqual([
      'high spec.rules.0.validate.failureAction: may newly only record in some namespaces by its rule r: its overrides are too many to be compared ',
    ]);
    expect(compared(mine('Enforce'), policy(enforce, rule()))).toEqual([
      'high spec: may newly only record in some namespaces by its rule r: its overrides are too many to be compared ',
    ]);
  });

  test('a rule has what it may do where they are too many', () => {
    const strengths = (...rules: readonly string[]) =>
      rulesOf(yaml(large(audit, many('Audit'), ...rules))).map(({ strength }) => strength);
    expect(strengths(rule(), rule('failureAction: Enforce', 's'))).toEqual(['records', 'refuses']);
    expect(rulesOf(yaml(large(audit, many('Enforce'), rule()))).map(({ strength }) => strength)).toEqual(['refuses']);
    expect(
      rulesOf(yaml(large(`${audit}, admission: false`, many('Enforce'), rule()))).map(({ strength }) => strength),
    ).toEqual(['records']);
  });
});

test('a policy is as strong as the strongest of its rules', () => {
  const strength = (spec: string, ...rules: readonly string[]) => policyStrength(yaml(policy(spec, ...rules)));
  expect([
    strength(enforce, `{name: r, mutate: {}}`),
    strength(enforce, `{name: r, mutate: {}}`, rule('failureAction: Audit')),
    strength(audit, rule(), rule('failureAction: Enforce', 's')),
    strength(audit, images('')),
    strength(enforce),
    strength(audit, rule(own('action: Enforce, namespaces: [a]'))),
  ]).toEqual(['ignores', 'records', 'refuses', 'records', 'ignores', 'refuses']);
});
