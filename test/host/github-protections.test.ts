import { describe, expect, test } from '@jest/globals';
import {
  type BranchRule,
  classicBypasses,
  classicProtection,
  readBranch,
  readBypass,
  readRule,
  rulesetProtection,
} from '../../src/host/github/posture/protections.ts';

const nothing = {
  requiresRequest: false,
  approvals: 0,
  dismissesStale: false,
  needsLastPushApproved: false,
  needsCodeOwners: false,
  blocksForcePush: false,
  blocksDeletion: false,
  needsSignatures: false,
  isLocked: false,
  checks: [],
  workflows: [],
};

describe('what a ruleset of GitHub asks for', () => {
  const rule = (type: string, parameters: unknown = {}): BranchRule => ({
    type,
    parameters,
    ruleset: 7,
    source: 'acme',
  });
  const request = (more: object = {}) =>
    rule('pull_request', {
      required_approving_review_count: 1,
      dismiss_stale_reviews_on_push: false,
      require_last_push_approval: false,
      require_code_owner_review: false,
      ...more,
    });

  test('is nothing without rules, and what each of them asks for', () => {
    expect(rulesetProtection('r', [])).toEqual({ ...nothing, by: 'r' });
    expect(rulesetProtection('r', [rule('creation')])).toEqual({ ...nothing, by: 'r' });
    const protection = (...rules: readonly BranchRule[]) => {
      const { by: _, ...all } = rulesetProtection('r', rules);
      return Object.fromEntries(
        Object.entries(all).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(nothing[name as keyof typeof nothing]),
        ),
      );
    };
    expect(protection(request())).toEqual({ requiresRequest: true, approvals: 1 });
    expect(
      protection(
        request({ required_approving_review_count: 3, dismiss_stale_reviews_on_push: true }),
        request({ require_last_push_approval: true }),
      ),
    ).toEqual({
      requiresRequest: true,
      approvals: 3,
      dismissesStale: true,
      needsLastPushApproved: true,
    });
    expect(protection(request({ require_code_owner_review: true }))).toMatchObject({ needsCodeOwners: true });
    expect(protection(rule('non_fast_forward'))).toEqual({ blocksForcePush: true });
    expect(protection(rule('deletion'))).toEqual({ blocksDeletion: true });
    expect(protection(rule('required_signatures'))).toEqual({ needsSignatures: true });
    expect(protection(rule('update'))).toEqual({ isLocked: true });
    const checks = [{ context: 'a', integration_id: 9 }, { context: 'b' }, { context: 'c', integration_id: -1 }];
    expect(protection(rule('required_status_checks', { required_status_checks: checks }))).toEqual({
      checks: [
        { name: 'a', source: 9 },
        { name: 'b', source: undefined },
        { name: 'c', source: undefined },
      ],
    });
    expect(protection(rule('workflows', { workflows: [{ path: 'x.yml' }] }))).toEqual({ workflows: ['x.yml'] });
  });

  test('is odd where an answer does not say what it should', () => {
    expect(() => rulesetProtection('r', [request({ require_last_push_approval: 'yes' })])).toThrow(
      'an answer without require_last_push_approval',
    );
    expect(() =>
      rulesetProtection('r', [request({ require_code_owner_review: true }), request({ require_code_owner_review: 1 })]),
    ).toThrow('without require_code_owner_review');
    const checks = { required_status_checks: [{ context: 'a', integration_id: 'x' }] };
    expect(() => rulesetProtection('r', [rule('required_status_checks', checks)])).toThrow(
      'an answer without integration_id',
    );
  });

  test('is read with where it is set, if that is said', () => {
    expect(readRule({ type: 'deletion', ruleset_id: 7, ruleset_source: 'acme' })).toEqual({
      type: 'deletion',
      parameters: undefined,
      ruleset: 7,
      source: 'acme',
    });
    expect(readRule({ type: 'deletion', ruleset_id: '7' })).toMatchObject({ ruleset: undefined, source: '' });
    expect(() => readRule({ type: 'pull_request', parameters: {} })).toThrow('an answer without');
    expect(() => readRule({})).toThrow('an answer without type');
  });

  test.each<[actor: object, expected: object]>([
    [
      { actor_type: 'OrganizationAdmin', actor_id: 1 },
      { who: 'owners of the organization', code: 'OrganizationAdmin/1', isAdmin: true, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'EnterpriseOwner' },
      { who: 'owners of the enterprise', code: 'EnterpriseOwner/', isAdmin: true, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'RepositoryRole', actor_id: 5 },
      { who: 'the role admin', code: 'RepositoryRole/5', isAdmin: true, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'RepositoryRole', actor_id: 4, bypass_mode: 'exempt' },
      { who: 'the role write', code: 'RepositoryRole/4', isAdmin: false, isWide: true, mode: 'exempt' },
    ],
    [
      { actor_type: 'RepositoryRole', actor_id: 2, bypass_mode: 'pull_request' },
      { who: 'the role maintain', code: 'RepositoryRole/2', isAdmin: false, isWide: false, mode: 'request' },
    ],
    [
      { actor_type: 'RepositoryRole', actor_id: 99 },
      { who: 'the role 99', code: 'RepositoryRole/99', isAdmin: false, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'DeployKey', actor_id: null },
      { who: 'deploy keys', code: 'DeployKey/', isAdmin: false, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'Integration', actor_id: 3 },
      { who: 'the app 3', code: 'Integration/3', isAdmin: false, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'Team', actor_id: 3 },
      { who: 'the team 3', code: 'Team/3', isAdmin: false, isWide: false, mode: 'always' },
    ],
    [
      { actor_type: 'User', actor_id: 3 },
      { who: 'the user 3', code: 'User/3', isAdmin: false, isWide: false, mode: 'always' },
    ],
    [{ actor_type: 'Robot' }, { who: 'the Robot', code: 'Robot/', isAdmin: false, isWide: false, mode: 'always' }],
  ])('%j bypasses it', (actor, expected) => expect(readBypass(actor)).toEqual(expected));
});

describe('what a classic protection of GitHub asks for', () => {
  const off = { allow_force_pushes: { enabled: false }, allow_deletions: { enabled: false } };
  const on = { allow_force_pushes: { enabled: true }, allow_deletions: { enabled: true } };

  test('is what its settings say', () => {
    expect(classicProtection(on)).toEqual({ ...nothing, by: 'branch protection' });
    expect(classicProtection(off)).toEqual({
      ...nothing,
      by: 'branch protection',
      blocksForcePush: true,
      blocksDeletion: true,
    });
    const reviews = {
      required_approving_review_count: 2,
      dismiss_stale_reviews: true,
      require_code_owner_reviews: true,
    };
    expect(
      classicProtection({
        ...on,
        required_pull_request_reviews: reviews,
        required_signatures: { enabled: true },
        lock_branch: { enabled: true },
        required_status_checks: { checks: [{ context: 'a', app_id: 1 }], contexts: ['a', 'b'] },
      }),
    ).toEqual({
      ...nothing,
      by: 'branch protection',
      requiresRequest: true,
      approvals: 2,
      dismissesStale: true,
      needsCodeOwners: true,
      needsSignatures: true,
      isLocked: true,
      checks: [
        { name: 'a', source: 1 },
        { name: 'b', source: undefined },
      ],
    });
    const pushed = { ...on, required_pull_request_reviews: { ...reviews, require_last_push_approval: true } };
    expect(classicProtection(pushed).needsLastPushApproved).toBe(true);
    expect(
      classicProtection({ ...on, required_pull_request_reviews: null, required_status_checks: null }),
    ).toMatchObject({ requiresRequest: false, checks: [] });
    expect(() => classicProtection({})).toThrow();
  });

  test('binds all but whom it names', () => {
    const admins = { who: 'admins of the repository', code: 'admins', mode: 'always', isWide: false, isAdmin: true };
    expect(classicBypasses({})).toEqual([admins]);
    expect(classicBypasses({ enforce_admins: { enabled: false } })).toEqual([admins]);
    const allowed = { users: [{ login: 'ada' }], teams: [{ slug: 'ops' }], apps: [{ slug: 'bot' }] };
    const named = (noun: string, name: string) => ({
      who: `the ${noun} ${name}`,
      code: `${noun}/${name}`,
      mode: 'always',
      isWide: false,
      isAdmin: false,
    });
    expect(
      classicBypasses({
        enforce_admins: { enabled: true },
        required_pull_request_reviews: { bypass_pull_request_allowances: allowed },
      }),
    ).toEqual([named('user', 'ada'), named('team', 'ops'), named('app', 'bot')]);
  });

  test('is known in part from the branch itself', () => {
    const checks = { contexts: ['a'] };
    const visible = [{ ...nothing, by: 'branch protection', checks: [{ name: 'a', source: undefined }] }];
    expect(readBranch({ protected: true, protection: { enabled: true, required_status_checks: checks } })).toEqual({
      isProtected: true,
      visible,
    });
    expect(readBranch({ protected: true, protection: { enabled: false, required_status_checks: checks } })).toEqual({
      isProtected: true,
      visible: [],
    });
    expect(readBranch({ protected: false })).toEqual({ isProtected: false, visible: [] });
    expect(() => readBranch({})).toThrow('an answer without protected');
  });
});
