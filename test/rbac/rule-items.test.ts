import { describe, expect, test } from '@jest/globals';
import { gainerOf } from '../../src/rbac/judge/risk-context.ts';
import { newItems } from '../../src/rbac/judge/rule-items.ts';
import { userFacing } from '../../src/rbac/judge/user-facing.ts';
import { type Role, ruleAt } from '../../src/rbac/model/rbac-object.ts';
import { StepBudget } from '../../src/rbac/model/step-budget.ts';
import { subjectOf } from '../../src/rbac/model/subject.ts';

function role(rules: readonly object[], more: Partial<Role> = {}): Role {
  return {
    kind: 'ClusterRole',
    name: 'ops',
    namespace: undefined,
    origin: 'repository',
    labels: {},
    selectors: undefined,
    rules: rules.map((value, index) => ruleAt(['rules', index], value)),
    resource: undefined,
    reconciled: true,
    ...more,
  };
}

const rule = (verbs: string, groups: string, resources: string, names?: string) => ({
  verbs: verbs.split(','),
  apiGroups: groups.split(','),
  resources: resources.split(','),
  ...(names && { resourceNames: names.split(',') }),
});

describe('the new entries of a rule', () => {
  const found = (now: readonly object[], before: readonly object[] | undefined, at = 0) => {
    const after = role(now);
    const asked = after.rules[at];
    const items = asked && newItems(asked, after, before && role(before), new StepBudget());
    return items?.map(({ path, text }) => `${path.join('.')} ${text}`);
  };

  test.each([
    ['a verb', rule('get,list', 'a', 'pods'), ['rules.0.verbs.1 list']],
    ['a verb before', rule('list,get', 'a', 'pods'), ['rules.0.verbs.0 list']],
    ['a resource', rule('get', 'a', 'pods,secrets'), ['rules.0.resources.1 secrets']],
    ['a group', rule('get', 'a,b', 'pods'), ['rules.0.apiGroups.1 b']],
    ['names', rule('get', 'a', 'pods', 'x,y'), ['rules.0.resourceNames.0 x', 'rules.0.resourceNames.1 y']],
    ['several', rule('get,list', 'a,b', 'pods'), ['rules.0.verbs.1 list', 'rules.0.apiGroups.1 b']],
    ['nothing', rule('get', 'a', 'pods'), undefined],
    ['another rule altogether', rule('list', 'b', 'secrets'), undefined],
    ['one that shares a single list', rule('get', 'b', 'secrets'), undefined],
    ['one that shares two', rule('get', 'a', 'secrets'), ['rules.0.resources.0 secrets']],
  ])('are %s', (_, now, expected) => expect(found([now], [rule('get', 'a', 'pods')])).toEqual(expected));

  test('are of URLs as well', () => {
    const of = (urls: readonly string[]) => ({ verbs: ['get'], nonResourceURLs: urls });
    expect(found([of(['/a', '/b'])], [of(['/a'])])).toEqual(['rules.0.nonResourceURLs.1 /b']);
  });

  test('are none where entries were only taken away, and unknown without a former role', () => {
    expect(found([rule('get', 'a', 'pods')], [rule('get,list', 'a', 'pods')])).toEqual([]);
    expect(found([rule('get', 'a', 'pods')], undefined)).toBeUndefined();
    expect(found([rule('get', 'a', 'pods')], [])).toBeUndefined();
  });

  test('are those beyond the rule that it is most like, of those that are gone', () => {
    const [kept, like, less] = [rule('get', 'a', 'pods,x'), rule('get,watch', 'a', 'pods'), rule('get', 'a', 'y')];
    const now = rule('get,list', 'a', 'pods');
    expect(found([now, kept], [kept, less, like])).toEqual(['rules.0.verbs.1 list']);
    expect(found([now, kept], [kept, like, less])).toEqual(['rules.0.verbs.1 list']);
    expect(found([now, kept], [kept, less])).toEqual(['rules.0.verbs.1 list', 'rules.0.resources.0 pods']);
    expect(found([now, kept], [kept])).toBeUndefined();
    expect(found([kept, now], [kept, like], 1)).toEqual(['rules.1.verbs.1 list']);
  });

  test('are not looked for among more than a hundred rules that are gone', () => {
    const gone = (count: number) => Array.from({ length: count }, (_, index) => rule('get', 'a', `r${index}`));
    expect(found([rule('get', 'a', 'r0,x')], gone(100))).toEqual(['rules.0.resources.1 x']);
    expect(found([rule('get', 'a', 'r0,x')], gone(101))).toBeUndefined();
  });

  test('are asked for by the role, whatever was asked for another before', () => {
    const after = role([rule('get,list', 'a', 'pods')]);
    const [asked] = after.rules;
    const by = (old: Role) => asked && newItems(asked, after, old, new StepBudget())?.map(({ text }) => text);
    expect(by(role([rule('get', 'a', 'pods')]))).toEqual(['list']);
    expect(by(role([rule('list', 'a', 'pods')]))).toEqual(['get']);
  });

  test('cost the entries that are compared', () => {
    const after = role([rule('get,list', 'a', 'pods')]);
    const [asked] = after.rules;
    const work = new StepBudget();
    if (asked) newItems(asked, after, role([rule('get', 'a', 'pods'), rule('x', 'y', 'z', 'n')]), work);
    expect(work.done).toBe(5 + 4 + (5 + 5));
  });
});

test.each<[Parameters<typeof subjectOf>, string]>([
  [['ServiceAccount', 's', 'n'], 'account'],
  [['User', 'u'], 'person'],
  [['Group', 'g'], 'person'],
  [['User', 'system:anonymous'], 'anonymous'],
  [['Group', 'system:unauthenticated'], 'anonymous'],
  [['Group', 'system:authenticated'], 'other'],
  [['User', 'system:node:x'], 'other'],
  [['User', 'my-system:x'], 'person'],
  [['RoleHolder', 'view'], 'other'],
])('%j gains as %s', (given, expected) => {
  expect(gainerOf(subjectOf(...given))).toBe(expected);
  expect(gainerOf(undefined)).toBe('other');
});

describe('a user-facing role', () => {
  const named = (name: string, more: Partial<Role> = {}) => role([], { name, ...more });
  const own = { origin: 'default' as const };
  test.each(['admin', 'edit', 'view'])(
    '%s gives what is its own by a binding, and what is added to it by a role',
    (name) => {
      expect(userFacing([named(name, own)], true)).toBe('bound');
      expect(userFacing([named(name, own), named('system:aggregate-to-x', own)], false)).toBe('bound');
      expect(userFacing([named(name, own), named('mine')], false)).toBe('added');
      expect(userFacing([named(name, own), named('mine')], true)).toBeUndefined();
      expect(userFacing([named(name)], false)).toBe('added');
      expect(userFacing([named(name, { ...own, kind: 'Role' })], true)).toBeUndefined();
      expect(userFacing([named('mine'), named(name, own)], true)).toBeUndefined();
    },
  );

  test('is no other', () => {
    expect(userFacing([named('cluster-admin', own)], true)).toBeUndefined();
    expect(userFacing([], true)).toBeUndefined();
  });
});
