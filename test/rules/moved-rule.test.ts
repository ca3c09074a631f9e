import { expect, test } from '@jest/globals';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { evidenceOfFolders } from './evidence.ts';

type Files = Readonly<Record<string, string>>;

const rule = (name: string, kind = 'Pod') =>
  `{name: ${name}, match: {any: [{resources: {kinds: [${kind}]}}]}, validate: {failureAction: Enforce, pattern: {spec: {hostNetwork: false}}}}`;

const policy = (name: string, rules: string, settings = '') =>
  `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: ${name}}\nspec: {${settings} rules: [${rules}]}\n`;

const exception = (policyName: string, ruleName: string, kind = 'Pod') =>
  `apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: {name: e, namespace: shop}\nspec: {exceptions: [{policyName: ${policyName}, ruleNames: ['${ruleName}']}], match: {any: [{resources: {kinds: [${kind}]}}]}}\n`;

const celPolicy = (name: string) =>
  `apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\nmetadata: {name: ${name}}\nspec: {validationActions: [Deny], validations: [{expression: 'false'}]}\n`;

const celException = (kind: string) =>
  `apiVersion: policies.kyverno.io/v1\nkind: PolicyException\nmetadata: {name: e, namespace: shop}\nspec: {policyRefs: [{kind: ${kind}, name: q}]}\n`;

/** What is said of a policy, or of any, between two folders. */
async function saidBetween(before: Files, after: Files): Promise<readonly string[]> {
  const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
  return findingsOf(evidence).flatMap(({ rule: id, message }) => (id === 'admission-weakened' ? [message] : []));
}

const lab = (rules = rule('c', 'ConfigMap'), settings = '') => policy('lab', rules, settings);
const both = `${rule('c', 'ConfigMap')}, ${rule('r')}`;

test.each<[string, Files, Files, boolean]>([
  ['another policy', {}, {}, false],
  ['one from which an exception exempts', { 'e.yaml': exception('lab', '*') }, {}, true],
  ['one from which an exception exempts by the rule', { 'e.yaml': exception('lab', 'r') }, {}, true],
  ['one from which an exception exempts by a pattern', { 'e.yaml': exception("'l*'", '?') }, {}, true],
  ['one from which an exception exempts workloads', { 'e.yaml': exception('lab', 'autogen-r') }, {}, true],
  ['one from which an exception exempts by another rule', { 'e.yaml': exception('lab', 'c') }, {}, false],
  ['one next to another with an exception', { 'e.yaml': exception('p', '*') }, {}, false],
  ['one that lets through', {}, { 'lab.yaml': lab(both, 'failurePolicy: Ignore,') }, true],
  ['one whose first rule ends it', {}, { 'lab.yaml': lab(both, 'applyRules: One,') }, true],
  ['one that is first of several', {}, { 'lab.yaml': lab(`${rule('r')}, ${rule('c')}`, 'applyRules: One,') }, false],
  ['one that is not asked', {}, { 'lab.yaml': lab(both, 'admission: false,') }, true],
  ['one that is not looked at later', {}, { 'lab.yaml': lab(both, 'background: false,') }, true],
  [
    'one that is asked under a condition',
    {},
    { 'lab.yaml': lab(both, 'webhookConfiguration: {matchConditions: [{name: a, expression: "false"}]},') },
    true,
  ],
  ['one with a longer time', {}, { 'lab.yaml': lab(both, 'webhookConfiguration: {timeoutSeconds: 20},') }, false],
])('a rule that moves into %s', async (_, there, arrived, expected) => {
  const before = { 'lab.yaml': lab(), ...there };
  const after = { ...before, 'lab.yaml': lab(both), ...arrived };
  const gone = await saidBetween({ ...before, 'p.yaml': policy('p', rule('r')) }, after);
  expect(gone.some((each) => each.includes('ClusterPolicy p is gone'))).toBe(expected);
  const [one, two] = [policy('p', `${rule('r')}, ${rule('s', 'Secret')}`), policy('p', rule('s', 'Secret'))];
  const less = await saidBetween({ ...before, 'p.yaml': one }, { ...after, 'p.yaml': two });
  expect(less.some((each) => each.includes('no longer has the rule r'))).toBe(expected);
});

test('a rule or policy gets no name from which an exception exempts that did not from the former one', async () => {
  const old = { 'p.yaml': policy('p', rule('r')) };
  const renamed = (e: string, is: string) => saidBetween({ ...old, 'e.yaml': e }, { 'e.yaml': e, 'q.yaml': is });
  expect(await renamed(exception('q', 'r'), policy('q', rule('r')))).toHaveLength(1);
  expect(await renamed(exception('x', 'r'), policy('q', rule('r')))).toEqual([]);
  expect(await renamed(exception('"*"', 'r'), policy('q', rule('r')))).toEqual([]);
  const inPlace = (e: string) =>
    saidBetween({ ...old, 'e.yaml': e }, { 'e.yaml': e, 'p.yaml': policy('p', rule('s')) });
  expect(await inPlace(exception('p', 's'))).toHaveLength(1);
  expect(await inPlace(exception('p', 't'))).toEqual([]);
});

test('a policy of expressions gets no name from which an exception exempts', async () => {
  const renamed = (kind: string) =>
    saidBetween(
      { 'p.yaml': celPolicy('p'), 'e.yaml': celException(kind) },
      { 'q.yaml': celPolicy('q'), 'e.yaml': celException(kind) },
    );
  expect(await renamed('ValidatingPolicy')).toHaveLength(1);
  expect(await renamed('ImageValidatingPolicy')).toEqual([]);
});

test.each<[string, string, boolean]>([
  ['another folder', 'team-a/e.yaml', true],
  ['a folder of one environment', 'clusters/prod/e.yaml', true],
  ['a folder from which nothing is delivered', 'team-a/e.yaml.disabled', false],
])('an exception in %s is for policies of the whole cluster', async (_, path, expected) => {
  const is = async (e: string, before: string, after: string) =>
    (await saidBetween({ 'policies/p.yaml': before, [path]: e }, { 'policies/p.yaml': after, [path]: e })).length > 0;
  const old = policy('p', rule('r'));
  // Another name of the rule, of the policy, and a rule that moves into another policy.
  expect(await is(exception('p', 's'), old, policy('p', rule('s')))).toBe(expected);
  expect(await is(exception('q', '*'), old, policy('q', rule('r')))).toBe(expected);
  expect(await is(exception('lab', 'r'), `${old}---\n${lab()}`, lab(both))).toBe(expected);
  expect(await is(celException('ValidatingPolicy'), celPolicy('p'), celPolicy('q'))).toBe(expected);
  // One that was for the former name as well, or is for neither.
  expect(await is(exception('p', '?'), old, policy('p', rule('s')))).toBe(false);
  expect(await is(exception('x', 's'), old, policy('p', rule('s')))).toBe(false);
  expect(await is(exception('p', 'r'), old, policy('p', rule('s')))).toBe(false);
});

test('an exception of one folder does not make up for that of another one', async () => {
  const files = (name: string) => ({
    'policies/p.yaml': policy('p', rule(name)),
    'clusters/dev/e.yaml': exception('p', 'r'),
    'clusters/prod/e.yaml': exception('p', 's'),
  });
  expect(await saidBetween(files('r'), files('s'))).toHaveLength(1);
  const { evidence } = await evidenceOfFolders(folderOf(files('r')), folderOf(files('s')));
  const details = findingsOf(evidence).map((each) => each.details);
  expect(details).toEqual([
    ['The rule s says the same, and PolicyException e in clusters/prod/e.yaml exempts from it.'],
  ]);
});

test('several exceptions in other folders count, and those of another environment do not', async () => {
  const files = (folder: string, name: string) => ({
    [`${folder}/p.yaml`]: policy('p', rule(name)),
    'team-a/e.yaml': exception('p', 't'),
    'team-b/e.yaml': exception('p', 'u'),
    'clusters/dev/e.yaml': exception('p', 's'),
  });
  expect(await saidBetween(files('clusters/prod', 'r'), files('clusters/prod', 's'))).toEqual([]);
  expect(await saidBetween(files('clusters/prod', 'r'), files('clusters/prod', 'u'))).toHaveLength(1);
  expect(await saidBetween(files('clusters/dev', 'r'), files('clusters/dev', 's'))).toHaveLength(1);
});

test('an exception that comes into another folder along with a rename', async () => {
  const before = { 'policies/p.yaml': policy('p', rule('r')) };
  const after = { 'policies/p.yaml': policy('p', rule('s')), 'team-a/e.yaml': exception('p', 's') };
  expect(await saidBetween(before, after)).toHaveLength(2);
});

test('a pattern in the place of a policy’s name, which Kyverno takes as a name, makes up for none', async () => {
  const files = (name: string) => ({
    'p.yaml': policy(name, rule('r')),
    'e.yaml': `${exception('"*"', 'r')}---\n${exception('q', 'r').replace('name: e,', 'name: f,')}`,
  });
  expect(await saidBetween(files('p'), files('q'))).toHaveLength(1);
});
