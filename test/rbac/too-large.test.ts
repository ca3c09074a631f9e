import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { rbacChange } from '../../src/rbac/judge/widening.ts';
import { mostSteps } from '../../src/rbac/model/step-budget.ts';
import { rbacWidened } from '../../src/rules/rbac/rbac-widened.ts';
import { evidenceOfFiles } from '../rules/evidence.ts';
import { binding, resources, role } from './manifests.ts';

const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));
const rules = (count: number, verbs: string) =>
  many(count, (index) => `- {apiGroups: [g], resources: [r${index}], verbs: [${verbs}]}`).join('\n');
const users = (count: number) => many(count, (index) => `User/u${index}`);
const aggregating = (count: number) =>
  many(
    count,
    (index) =>
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: all${index}}\naggregationRule: {clusterRoleSelectors: [{}]}\n---\n`,
  ).join('');

function sides(before: string, after: string) {
  return { before: resources({ 'a.yaml': before }), after: resources({ 'a.yaml': after }) };
}

const big = role('ClusterRole', 'big', rules(600, 'get'));
/** Before, after, and a limit of steps where it is not the default one. */
const tooLarge: Readonly<Record<string, readonly [string, string, number?]>> = {
  'many subjects that each held another role, newly bound to many rules': [
    big + many(150, (index) => binding(`own${index}`, 'ClusterRole/view', [`User/u${index}`], `n${index}`)).join(''),
    big + many(150, (index) => binding(`b${index}`, 'ClusterRole/big', [`User/u${index}`])).join(''),
    100_000,
  ],
  'many new roles that each aggregate all others': [
    '',
    aggregating(1_500) + role('ClusterRole', 'leaf', rules(2_000, 'get')),
  ],
};

describe('a change that is too large to judge', () => {
  test.each(Object.entries(tooLarge))('%s', (_, [before, after, most]) => {
    const scope = sides(before, after);
    const change = rbacChange(scope, defaultPolicy, undefined, most);
    expect(change.tooLarge).toBeDefined();
    expect(change.work).toBeLessThan(2 * (most ?? mostSteps(scope.before.length + scope.after.length)));
    const rbac = { changes: new Map([['all', change]]), patches: [], labels: [] };
    expect([...rbacWidened.check({ ...evidenceOfFiles([]), rbac })]).toMatchObject([
      { severity: 'critical', message: expect.stringContaining('too large to judge'), position: { file: 'a.yaml' } },
    ]);
  });

  test('differs from another one by its content', () => {
    const digest = (verb: string) =>
      rbacChange(sides('', role('ClusterRole', 'r', rules(2, verb))), defaultPolicy, undefined, 10).tooLarge?.digest;
    expect(digest('get')).toBeDefined();
    expect(digest('get')).toBe(digest('get'));
    expect(digest('get')).not.toBe(digest('list'));
  });
});

describe('steps', () => {
  const steps = (before: string, after: string) => {
    const { work, tooLarge: refused, widenings } = rbacChange(sides(before, after), defaultPolicy);
    expect(refused).toBeUndefined();
    return { work, findings: widenings.length };
  };
  const changed = (rulesCount: number, subjects: number) => {
    const file = (verbs: string) =>
      role('ClusterRole', 'r', rules(rulesCount, verbs)) + binding('b', 'ClusterRole/r', users(subjects));
    return steps(file('get'), file('get, list'));
  };

  test('grow as the rules of a role do', () => {
    const [small, large] = [changed(100, 1), changed(1_000, 1)];
    expect(large.findings).toBe(1_000);
    expect(large.work).toBeLessThan(11 * small.work);
  });

  test('hang little on how many subjects gain alike', () => {
    const [small, large] = [changed(50, 20), changed(50, 2_000)];
    expect(large.findings).toBe(50);
    expect(large.work).toBeLessThan(30 * small.work);
  });

  test('grow as the objects do', () => {
    const files = (count: number, verbs: string) =>
      many(
        count,
        (index) =>
          role('ClusterRole', `r${index}`, rules(2, verbs)) +
          binding(`b${index}`, `ClusterRole/r${index}`, [`User/u${index % 40}`]),
      ).join('');
    const [small, large] = [
      steps(files(40, 'get'), files(40, 'get, list')),
      steps(files(400, 'get'), files(400, 'get, list')),
    ];
    expect(large.findings).toBe(800);
    expect(large.work).toBeLessThan(12 * small.work);
  });
});
