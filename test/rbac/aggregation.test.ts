import { describe, expect, test } from '@jest/globals';
import { type Labels, readLabelSelector } from '../../src/rbac/model/label-selector.ts';
import type { Role } from '../../src/rbac/model/rbac-object.ts';
import { StepBudget } from '../../src/rbac/model/step-budget.ts';
import { aggregate, cycles, selections } from '../../src/rbac/state/aggregation.ts';

/** A ClusterRole with one rule for each letter; one that aggregates has the labels its selectors ask for. */
function role(name: string, rules: string, labels: Labels = {}, selects?: readonly Labels[], more = {}): Role {
  return {
    kind: 'ClusterRole',
    name,
    namespace: undefined,
    origin: 'repository',
    labels,
    selectors: selects?.map((matchLabels) => readLabelSelector({ matchLabels }) ?? []),
    rules: [...rules].map((value) => ({ path: [], value, permissions: [] })),
    resource: undefined,
    reconciled: true,
    ...more,
  };
}

/** `letter of the rule: the roles it came through`, for the first role. */
function rulesOf(...roles: readonly [Role, ...Role[]]): string[] {
  const work = new StepBudget();
  const selection = selections(roles, work);
  return aggregate(roles[0], selection, cycles(selection, work), work)
    .map(({ rule, chain }) => `${rule.value}: ${chain.map(({ name }) => name).join(' ')}`)
    .sort();
}

describe('an aggregated role', () => {
  test('has the rules of all that one of its selectors fits, and none of its own', () => {
    const sum = role('sum', 'x', {}, [{ a: '1' }, { b: '1' }]);
    expect(
      rulesOf(sum, role('one', 'pq', { a: '1' }), role('two', 'r', { b: '1' }), role('no', 's', { a: '2' })),
    ).toEqual(['p: sum one', 'q: sum one', 'r: sum two']);
  });

  test('keeps its own where the product that wrote it does', () => {
    const sum = role('sum', 'x', {}, [{ a: '1' }], { keepsRules: true });
    expect(rulesOf(sum, role('one', 'p', { a: '1' }))).toEqual(['p: sum one', 'x: sum']);
  });

  test('has each rule once, by the shortest way, though two ways lead to a role', () => {
    const sum = role('sum', '', {}, [{ a: '1' }]);
    const inner = role('inner', '', { a: '1' }, [{ b: '1' }]);
    const other = role('other', '', { a: '1' }, [{ b: '1' }, { c: '1' }]);
    const leaf = role('leaf', 'p', { a: '1', b: '1' });
    const deep = role('deep', 'q', { b: '1', c: '1' });
    expect(rulesOf(sum, inner, other, leaf, deep)).toEqual(['p: sum leaf', 'q: sum inner deep']);
  });

  test('does not select itself, and copies of its name add nothing by themselves', () => {
    const sum = role('sum', 'x', { a: '1' }, [{ a: '1' }]);
    expect(rulesOf(sum, role('sum', 'y', { a: '1' }), role('one', 'p', { a: '1' }))).toEqual(['p: sum one']);
  });

  test('has the rules that a copy of another role’s name leaves to it', () => {
    const sum = role('sum', '', {}, [{ a: '1' }]);
    const inner = role('inner', '', { a: '1' }, [{ a: '1' }]);
    expect(rulesOf(sum, inner, role('inner', 'y', { a: '1' }), role('leaf', 'p', { a: '1' }))).toEqual([
      'p: sum leaf',
      'y: sum inner',
    ]);
  });

  test('keeps what roles that select each other were applied with', () => {
    const one = role('one', 'x', { b: '1' }, [{ a: '1' }]);
    const two = role('two', 'y', { a: '1' }, [{ b: '1' }]);
    expect(rulesOf(one, two)).toEqual(['x: one', 'y: one two']);
  });

  test('loses what it was applied with where nothing comes back to it', () => {
    const sum = role('sum', 'x', { b: '1' }, [{ a: '1' }]);
    const middle = role('middle', 'y', { a: '1' }, [{ c: '1' }]);
    expect(rulesOf(sum, middle, role('leaf', 'p', { c: '1' }))).toEqual(['p: sum middle leaf']);
  });
});
