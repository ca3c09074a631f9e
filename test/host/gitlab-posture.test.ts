import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readGitlabPosture } from '../../src/host/gitlab/posture/gitlab-posture.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import type { PostureCheck } from '../../src/posture/model/check.ts';
import { around } from '../posture/sample.ts';
import { some } from '../thorough.ts';
import { CountingClock } from './clocks.ts';
import type { Fault } from './github-double/double.ts';
import { SettingsDouble } from './gitlab-double/settings-double.ts';

const token = 'glpat-tokenOfThePosture';
const repository = 'shop/platform/clusters';

let double: SettingsDouble;
let api: string;
const doubles: SettingsDouble[] = [];
beforeEach(async () => {
  double = new SettingsDouble(token, '/gitlab');
  api = await double.listen();
  doubles.push(double);
});
afterAll(() => Promise.all(doubles.map((each) => each.close())));

async function read(globs?: readonly string[], own = token) {
  const clock = new CountingClock();
  double.onStall = clock.stall;
  const facts = await readGitlabPosture({ api, repository, token: own }, globs, {}, clock);
  expect(JSON.stringify(facts)).not.toContain(token);
  return { facts, checks: analysePosture(facts, around).checks, waited: clock.time };
}

const of = (checks: readonly PostureCheck[], state: PostureCheck['state']) =>
  checks.flatMap((check) => (check.state === state ? [check.id] : []));
const findings = (checks: readonly PostureCheck[]) =>
  checks.flatMap((check) =>
    check.state === 'does-not-hold'
      ? check.findings.map(({ rule, severity }) => `${check.id}: ${severity} ${rule}`)
      : [],
  );

test('a project that is set up as it should be holds in everything', async () => {
  const { checks } = await read();
  expect([of(checks, 'does-not-hold'), of(checks, 'could-not-check')]).toEqual([[], []]);
  expect(checks.length).toBeGreaterThan(15);
});

describe('each setting', () => {
  const changed = async (change: (settings: SettingsDouble['settings']) => void) => {
    change(double.settings);
    return findings((await read()).checks);
  };
  const pusher =
    (level: number, more = {}) =>
    (settings: SettingsDouble['settings']) =>
      Object.assign(settings.protectedBranches[0] ?? {}, {
        push_access_levels: [{ access_level: level, access_level_description: 'R', ...more }],
      });
  const project = (values: object) => (settings: SettingsDouble['settings']) => Object.assign(settings.project, values);
  const approvals = (values: object) => (settings: SettingsDouble['settings']) =>
    Object.assign(settings.approvals, values);

  test.each([
    [
      'no protected branch',
      (all) => all.protectedBranches.pop(),
      ['branch-protected: high unprotected-branch', 'request-required: high review-not-required'],
    ],
    ['developers push', pusher(30), ['request-required: high review-not-required']],
    ['maintainers push', pusher(40), ['request-required: medium review-not-required']],
    ['administrators push', pusher(60), ['request-required: low review-not-required']],
    ['a deploy key pushes', pusher(40, { deploy_key_id: 3 }), ['request-required: medium review-not-required']],
    [
      'force pushes',
      (all) => Object.assign(all.protectedBranches[0] ?? {}, { allow_force_push: true }),
      ['force-push-blocked: high unprotected-branch'],
    ],
    [
      'code owners',
      (all) => Object.assign(all.protectedBranches[0] ?? {}, { code_owner_approval_required: false }),
      ['code-owners-required: medium review-not-required'],
    ],
    ['no approval', (all) => all.approvalRules.pop(), ['approvals: high review-not-required']],
    [
      'an approval where a scanner finds something',
      (all) => Object.assign(all.approvalRules[0] ?? {}, { rule_type: 'report_approver' }),
      ['approvals: high review-not-required'],
    ],
    [
      'an approval for another branch',
      (all) => Object.assign(all.approvalRules[0] ?? {}, { protected_branches: [{ name: 'stage' }] }),
      ['approvals: high review-not-required'],
    ],
    [
      'no push rule',
      (all) => Object.assign(all, { pushRule: null }),
      ['signed-commits-required: low unprotected-branch'],
    ],
    [
      'approvals stay',
      approvals({ reset_approvals_on_push: false }),
      ['stale-approvals-dismissed: medium review-not-required'],
    ],
    [
      'authors approve',
      approvals({ merge_requests_author_approval: true }),
      ['author-may-not-approve: high review-not-required'],
    ],
    [
      'committers approve',
      approvals({ merge_requests_disable_committers_approval: false }),
      ['last-push-approved: medium review-not-required'],
    ],
    [
      'open threads',
      project({ only_allow_merge_if_all_discussions_are_resolved: false }),
      ['discussions-resolved: low review-not-required'],
    ],
    [
      'failed pipelines',
      project({ only_allow_merge_if_pipeline_succeeds: false }),
      ['requires-gate: high unprotected-branch'],
    ],
    [
      'skipped pipelines',
      project({ allow_merge_on_skipped_pipeline: true }),
      ['requires-gate: high unprotected-branch'],
    ],
    ['no policy', (all) => Object.assign(all, { policies: [] }), ['check-source: medium unprotected-branch']],
    [
      'a policy that is off',
      (all) => Object.assign(all, { policies: [{ name: 'x', enabled: false }] }),
      ['check-source: medium unprotected-branch'],
    ],
    ['public', project({ visibility: 'public' }), ['not-public: low public-repository']],
    [
      'forks',
      project({ ci_allow_fork_pipelines_to_run_in_parent_project: true }),
      ['fork-workflows: low workflow-permissions'],
    ],
    [
      'job tokens that push',
      project({ ci_push_repository_for_job_token_allowed: true }),
      ['workflow-token-reads: medium workflow-permissions'],
    ],
    [
      'job tokens of everybody',
      (all) => Object.assign(all.jobTokenScope, { inbound_enabled: false }),
      ['job-token-scope: medium workflow-permissions'],
    ],
  ] as const satisfies readonly (readonly [
    string,
    (settings: SettingsDouble['settings']) => unknown,
    readonly string[],
  ])[])('%s', async (_, change, expected) => {
    expect(await changed(change)).toEqual(expected);
  });

  test('a configuration in another project is not the author’s', async () => {
    const all = await changed((settings) => {
      settings.policies = undefined;
      settings.project.ci_config_path = '.gitlab-ci.yml@acme/gates';
    });
    expect(all).toEqual([]);
  });

  test('of several rules for a branch the most permissive one holds', async () => {
    const wide = {
      name: 'm*',
      push_access_levels: [{ access_level: 30, access_level_description: 'D' }],
      allow_force_push: true,
    };
    const all = await changed((settings) => settings.protectedBranches.push(wide));
    expect(all).toEqual(['request-required: high review-not-required', 'force-push-blocked: high unprotected-branch']);
  });
});

test('code owners that must approve, and no CODEOWNERS, are a finding', async () => {
  const { facts } = await read();
  const { checks } = analysePosture(facts, { ...around, hasCodeOwners: false });
  expect(findings(checks)).toEqual(['code-owners-required: medium review-not-required']);
});

describe('an answer of another type is no answer', () => {
  const all = () => double.settings;
  test.each([
    ['force-push-blocked', () => Object.assign(all().protectedBranches[0] ?? {}, { allow_force_push: 'false' })],
    ['request-required', () => Object.assign(all().protectedBranches[0] ?? {}, { push_access_levels: [0] })],
    ['request-required', () => Object.assign(all().protectedBranches[0] ?? {}, { push_access_levels: [{}] })],
    ['approvals', () => Object.assign(all().approvalRules[0] ?? {}, { protected_branches: {} })],
    ['approvals', () => Object.assign(all().approvalRules[0] ?? {}, { protected_branches: [{ id: 1 }] })],
    ['approvals', () => Object.assign(all().approvalRules[0] ?? {}, { approvals_required: '1' })],
    ['signed-commits-required', () => Object.assign(all(), { pushRule: { reject_unsigned_commits: 'true' } })],
    ['requires-gate', () => Object.assign(all().project, { allow_merge_on_skipped_pipeline: 'false' })],
    ['check-source', () => Object.assign(all(), { policies: [{ name: 'x', enabled: 'yes' }] })],
    ['not-public', () => Object.assign(all().project, { visibility: 'hidden' })],
  ] as const)('%s could not be checked (%#)', async (id, change) => {
    change();
    const { checks } = await read();
    expect(checks.find((check) => check.id === id)).toMatchObject({ state: 'could-not-check' });
    expect(findings(checks)).toEqual([]);
  });

  test('skipped pipelines of which nobody has said anything do not count', async () => {
    all().project.allow_merge_on_skipped_pipeline = null;
    expect(of((await read()).checks, 'holds')).toContain('requires-gate');
  });
});

describe('what the token may not see', () => {
  test('is not missing: a developer', async () => {
    double.role = 'developer';
    const { checks } = await read();
    expect(findings(checks)).toEqual([]);
    expect(of(checks, 'could-not-check')).toEqual(
      expect.arrayContaining(['branch-protected', 'approvals', 'job-token-scope', 'fork-workflows']),
    );
    for (const check of checks) if (check.state === 'could-not-check') expect(check.needs).toBeTruthy();
  });

  test('is not missing: a tier without the feature', async () => {
    double.isPremium = false;
    double.settings.policies = undefined;
    const [protection] = double.settings.protectedBranches;
    delete protection?.code_owner_approval_required;
    const { checks } = await read();
    expect(findings(checks)).toEqual([]);
    expect(of(checks, 'could-not-check')).toEqual([
      'code-owners-required',
      'approvals',
      'signed-commits-required',
      'stale-approvals-dismissed',
      'last-push-approved',
      'author-may-not-approve',
      'check-source',
    ]);
  });

  test.each([
    ['another project', 'none', token],
    ['a token that is no longer valid', 'maintainer', 'glpat-other'],
  ] as const)('%s is asked for once', async (_, role, own) => {
    double.role = role;
    const { checks } = await read(undefined, own);
    expect([of(checks, 'does-not-hold'), of(checks, 'holds')]).toEqual([[], []]);
    expect(double.seen).toHaveLength(1);
  });
});

describe('faults of each endpoint', () => {
  const routes = [
    '^$',
    '/protected_branches$',
    '/push_rule$',
    '/approvals$',
    '/approval_rules$',
    '/job_token_scope$',
    'graphql',
  ];
  const faults: readonly (readonly [string, Fault])[] = [
    ['401', { status: 401, body: { message: '401 Unauthorized' } }],
    ['403', { status: 403, body: { error: 'insufficient_scope', error_description: 'needs read_api' } }],
    ['404', { status: 404, body: { message: '404 Not Found' } }],
    ['429 that lasts', { status: 429, headers: { 'retry-after': '3600' } }],
    ['500', { status: 500 }],
    ['a page', { status: 502, body: '<html>' }],
    ['no answer', { stall: 'before' }],
    ['a cut connection', { cut: 'before' }],
    ['another shape', { body: { unexpected: true } }],
    ['text', { body: 'not JSON' }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/?x=1' } }],
  ];

  test.each(routes.flatMap((route, row) => some(faults, 3, row).map(([name, fault]) => [route, name, fault] as const)))(
    '%s: %s is never a finding',
    async (route, _, fault) => {
      double.faults = [{ ...fault, route: new RegExp(route) }];
      const { checks, waited } = await read();
      expect(findings(checks)).toEqual([]);
      expect(of(checks, 'could-not-check')).not.toEqual([]);
      expect(waited).toBeLessThanOrEqual(60_000);
    },
  );
});

test('branches of a pattern are found on all pages', async () => {
  double.settings.branches = Array.from({ length: 130 }, (_, at) => (at % 13 === 0 ? `release/${at}` : `topic-${at}`));
  double.settings.protectedBranches.push({ ...double.settings.protectedBranches[0], name: 'release/*' });
  const { facts, checks } = await read(['release/*']);
  expect('value' in facts.branches && facts.branches.value).toHaveLength(10);
  expect(findings(checks)).toEqual([]);
});

test('branches on pages whose headers something on the way takes out are found as well', async () => {
  const names = Array.from({ length: 130 }, (_, at) => `release-${at}`);
  double.settings.branches = names;
  const body = names.slice(0, 100).map((name) => ({ name }));
  double.faults = [{ route: /repository\/branches$/, times: 1, status: 200, body }];
  expect((await read(['release-*'])).facts.moreBranches).toBe(100);
});
