import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readGithubPosture } from '../../src/host/github/posture/github-posture.ts';
import type { GithubFacts } from '../../src/posture/github/facts.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import { around } from '../posture/sample.ts';
import { some } from '../thorough.ts';
import { CountingClock } from './clocks.ts';
import type { Fault } from './github-double/double.ts';
import { goodSettings, SettingsDouble } from './github-double/settings-double.ts';

const token = 'ghp_tokenOfThePosture';
const repository = 'shop/clusters';

let double: SettingsDouble;
let api: string;
const doubles: SettingsDouble[] = [];
beforeEach(async () => {
  double = new SettingsDouble(token, '/api/v3');
  api = await double.listen();
  doubles.push(double);
});
afterAll(() => Promise.all(doubles.map((each) => each.close())));

async function read(globs?: readonly string[], address: Partial<{ token: string; repository: string }> = {}) {
  const clock = new CountingClock();
  double.onStall = clock.stall;
  const facts = await readGithubPosture({ api, repository, token, ...address }, globs, clock);
  expect(double.wrong).toEqual([]);
  expect(JSON.stringify(facts)).not.toContain(token);
  return { facts, checks: analysePosture(facts, around).checks, waited: clock.time };
}

const states = (checks: Awaited<ReturnType<typeof read>>['checks']) => {
  const of = (state: string) => checks.flatMap((check) => (check.state === state ? [check.id] : []));
  return { not: of('does-not-hold'), unknown: of('could-not-check'), holds: of('holds') };
};

test('a repository that is set up as it should be holds in everything', async () => {
  const { checks, facts } = await read();
  expect(states(checks)).toMatchObject({ not: [], unknown: [] });
  expect(checks.length).toBeGreaterThan(20);
  expect(facts.branches).toMatchObject({
    value: [{ rulesets: { value: [{ by: 'the ruleset “delivered” of shop/clusters' }] } }],
  });
});

describe('by what the token may', () => {
  test('somebody who reads sees rules, the branch and CODEOWNERS; nothing else is said to be missing', async () => {
    double.rights = 'read';
    const { checks } = await read();
    const { not, unknown, holds } = states(checks);
    expect(not).toEqual([]);
    expect(holds).toEqual(expect.arrayContaining(['approvals', 'requires-gate', 'code-owners-valid', 'not-public']));
    expect(unknown).toEqual([
      'nobody-bypasses',
      'scans-secrets',
      'push-protection',
      'deploy-keys-read-only',
      'no-outside-admins',
      'workflow-token-reads',
      'workflows-may-not-approve',
      'fork-workflows',
      'allowed-actions',
    ]);
    for (const check of checks) if (check.state === 'could-not-check') expect(check.needs).toBeTruthy();
  });

  test('without rulesets, and with a protection that it may not see, nothing of a branch is known', async () => {
    double.rights = 'write';
    double.settings.rules = {};
    const { checks } = await read();
    expect(states(checks).not).toEqual([]);
    const [first] = checks;
    expect(first).toMatchObject({ id: 'branch-protected', state: 'could-not-check', needs: 'Administration: read' });
  });

  test('a branch of which GitHub itself says that nothing protects it needs no more rights', async () => {
    double.rights = 'read';
    double.settings.rules = {};
    for (const branch of double.settings.branches) branch.protected = false;
    expect(states((await read()).checks).not).toEqual(expect.arrayContaining(['branch-protected', 'request-required']));
  });

  test('a repository that it does not see, or that is not there, is asked for once', async () => {
    double.rights = 'none';
    const { checks } = await read();
    expect(states(checks)).toMatchObject({ not: [], holds: [] });
    expect(double.seen).toEqual(['GET /repos/{owner}/{repo}']);
  });

  test('one that is expired says so, once', async () => {
    const { facts } = await read(undefined, { token: 'ghp_another' });
    expect(facts.visibility).toMatchObject({
      unknown: expect.stringContaining('401 Bad credentials'),
      needs: 'a token that is valid',
      remedy: expect.stringContaining('expired'),
    });
    expect(double.seen).toHaveLength(1);
  });

  test('one that single sign-on keeps out', async () => {
    const message =
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
    double.faults = [
      { status: 403, body: { message }, headers: { 'x-github-sso': 'required; url=https://github.com/orgs/shop/sso' } },
    ];
    const { facts } = await read();
    expect(facts.visibility).toMatchObject({ needs: expect.stringContaining('single sign-on') });
  });
});

describe('classic protection', () => {
  const classic = {
    required_status_checks: {
      strict: true,
      contexts: ['gitops-gate', 'lint'],
      checks: [
        { context: 'gitops-gate', app_id: 15_368 },
        { context: 'lint', app_id: null },
      ],
    },
    enforce_admins: { url: 'https://api.github.com/x', enabled: true },
    required_pull_request_reviews: {
      dismiss_stale_reviews: true,
      require_code_owner_reviews: true,
      required_approving_review_count: 2,
      require_last_push_approval: true,
    },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
    required_signatures: { url: 'https://api.github.com/y', enabled: true },
  };

  beforeEach(() => {
    double.settings.rules = {};
    double.settings.protection = { main: structuredClone(classic) };
  });

  test('holds in everything', async () => {
    const { checks } = await read();
    expect(states(checks)).toMatchObject({ not: [], unknown: [] });
    expect(checks.find(({ id }) => id === 'approvals')).toMatchObject({ detail: '2, by branch protection' });
  });

  test('that admins need not follow, and some users neither, names them', async () => {
    const main = double.settings.protection.main;
    if (main?.enforce_admins) main.enforce_admins.enabled = false;
    if (main?.required_pull_request_reviews)
      main.required_pull_request_reviews.bypass_pull_request_allowances = {
        users: [{ login: 'eve' } as never],
        teams: [],
        apps: [],
      };
    const { checks } = await read();
    expect(checks.find(({ id }) => id === 'nobody-bypasses')).toMatchObject({
      state: 'does-not-hold',
      detail: 'admins of the repository (always), the user eve (always)',
    });
  });

  test('a check of any app has no source', async () => {
    const checks = double.settings.protection.main?.required_status_checks;
    if (checks) checks.checks = [{ context: 'gitops-gate', app_id: -1 }];
    expect(states((await read()).checks).not).toEqual(['check-source']);
  });

  test.each([
    [404, 'Not Found', 'could-not-check'],
    [404, 'Branch not found', 'could-not-check'],
    [403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.', 'could-not-check'],
    [404, 'Branch not protected', 'does-not-hold'],
  ])('%i %s: %s', async (status, message, state) => {
    double.faults = [
      { route: /\/protection$/, status, body: { message, documentation_url: 'https://docs.github.com/rest' } },
    ];
    const [first] = (await read()).checks;
    expect(first).toMatchObject({ id: 'branch-protected', state });
    if (first?.state === 'could-not-check') expect(first.detail).toContain(message.replace(/\.$/, ''));
  });
});

describe('branches', () => {
  test('that the policy names by a pattern are found on all pages, and no others', async () => {
    const names = Array.from({ length: 130 }, (_, at) => (at % 13 === 0 ? `release/${at}` : `topic-${at}`));
    double.settings.branches = ['main', ...names].map((name) => ({
      name,
      protected: true,
      protection: { enabled: false },
    }));
    const main = double.settings.rules.main ?? [];
    for (const name of names) double.settings.rules[name] = main;
    const { facts } = await read(['main', 'release/*']);
    const branches = 'value' in facts.branches ? facts.branches.value.map(({ name }) => name) : [];
    expect(branches).toEqual(['main', ...names.filter((name) => name.startsWith('release/'))]);
    expect(double.seen.filter((route) => route.endsWith('/branches'))).toHaveLength(2);
  });

  test('on pages whose headers something on the way takes out are found as well', async () => {
    const names = Array.from({ length: 130 }, (_, at) => `release-${at}`);
    const branch = (name: string) => ({ name, protected: true, protection: { enabled: false } });
    double.settings.branches = names.map(branch);
    double.faults = [{ route: /\/branches$/, times: 1, status: 200, body: names.slice(0, 100).map(branch) }];
    expect((await read(['release-*'])).facts.moreBranches).toBe(100);
    expect(double.seen.filter((route) => route.endsWith('/branches'))).toHaveLength(2);
  });

  test('more than are looked at are counted', async () => {
    const names = Array.from({ length: 45 }, (_, at) => `release-${at}`);
    double.settings.branches = names.map((name) => ({ name, protected: true, protection: { enabled: false } }));
    expect((await read(['release-*'])).facts.moreBranches).toBe(15);
  });

  test('a pattern that none matches is named, alongside others that some do', async () => {
    const { facts, checks } = await read(['main', 'relase/*']);
    expect(facts.unmatched).toEqual(['relase/*']);
    expect(checks).toContainEqual(
      expect.objectContaining({
        id: 'branch-protected',
        state: 'could-not-check',
        detail: expect.stringContaining('relase/*'),
        remedy: expect.stringContaining('Correct branches'),
      }),
    );
  });

  test('one that is not there is not one without protection, nor a matter of the token', async () => {
    double.rights = 'read';
    const { checks } = await read(['gone']);
    const own = checks.filter(({ branch }) => branch === 'gone');
    expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['could-not-check']));
    for (const check of own) expect(check).toMatchObject({ detail: 'GitHub has no branch gone' });
    for (const check of own) expect(check).not.toHaveProperty('needs');
  });

  test('without a pattern are not listed', async () => {
    await read(['main']);
    expect(double.seen.filter((route) => route.endsWith('/branches'))).toEqual([]);
  });
});

describe('rulesets', () => {
  test('who bypasses them is named; what is not known of it counts as always', async () => {
    const [ruleset] = goodSettings().rulesets;
    double.settings.rulesets = [
      {
        ...ruleset,
        id: 7,
        name: 'a ]( b\u202e',
        bypass_actors: [
          { actor_id: 4, actor_type: 'RepositoryRole', bypass_mode: 'always' },
          { actor_id: null, actor_type: 'DeployKey' },
          { actor_id: 1, actor_type: 'OrganizationAdmin', bypass_mode: 'pull_request' },
          { actor_id: 12, actor_type: 'Team', bypass_mode: 'exempt' },
        ],
      },
    ];
    const { facts } = await read();
    expect('value' in facts.branches && facts.branches.value[0]?.bypasses).toMatchObject([
      {
        actors: {
          value: [
            { who: 'the role write', mode: 'always', isWide: true },
            { who: 'deploy keys', mode: 'always' },
            { who: 'owners of the organization', mode: 'request', isAdmin: true },
            { who: 'the team 12', mode: 'exempt' },
          ],
        },
      },
    ]);
  });

  test('of the organization say where the right is needed', async () => {
    double.rights = 'write';
    for (const rule of double.settings.rules.main ?? [])
      Object.assign(rule, { ruleset_source_type: 'Organization', ruleset_source: 'shop' });
    const { checks } = await read();
    expect(checks.find(({ id }) => id === 'nobody-bypasses')).toMatchObject({
      state: 'could-not-check',
      needs: expect.stringContaining('of the organization shop'),
    });
  });
});

describe('faults of each endpoint', () => {
  const routes = [
    '/repos/{owner}/{repo}$',
    '/branches/{branch}$',
    '/protection$',
    '/rules/branches/{branch}$',
    '/rulesets/{ruleset_id}$',
    '/codeowners/errors$',
    '/keys$',
    '/collaborators$',
    '/actions/permissions$',
    '/workflow$',
    '/selected-actions$',
    '/fork-pr-workflows-private-repos$',
  ];
  const faults: readonly (readonly [string, Fault])[] = [
    ['401', { status: 401, body: { message: 'Bad credentials' } }],
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['404', { status: 404, body: { message: 'Not Found' } }],
    ['429 that lasts', { status: 429, headers: { 'retry-after': '3600' } }],
    ['500', { status: 500 }],
    ['502 with a page', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['no answer', { stall: 'before' }],
    ['a cut connection', { cut: 'before' }],
    ['another shape', { body: { unexpected: true } }],
    ['text', { body: 'not JSON' }],
    ['null', { body: null }],
    ['blank', { body: ' ' }],
    ['no content', { status: 204, body: '' }],
    ['a redirect', { status: 301, headers: { location: 'https://evil.example/repositories/1?token=x' } }],
  ];

  test.each(routes.flatMap((route, row) => some(faults, 3, row).map(([name, fault]) => [route, name, fault] as const)))(
    '%s: %s is never a finding',
    async (route, _, fault) => {
      double.faults = [{ ...fault, route: new RegExp(route.replace(/[{}]/g, '\\$&')) }];
      const { checks, waited } = await read();
      expect(states(checks).not).toEqual([]);
      expect(waited).toBeLessThanOrEqual(60_000);
    },
  );

  test.each(['not JSON', ' ', ''])('what cannot be read is asked for twice: “%s”', async (body) => {
    double.faults = [{ route: /\/keys$/, body }];
    const { checks } = await read();
    expect(states(checks).unknown).toEqual(['deploy-keys-read-only']);
    expect(double.seen.filter((route) => route.endsWith('/keys'))).toHaveLength(2);
  });

  test('what passes is asked for again', async () => {
    double.faults = [
      { route: /\/keys$/, status: 503, times: 2 },
      { route: /\/rules/, status: 429, times: 1, headers: { 'retry-after': '1' } },
    ];
    expect(states((await read()).checks)).toMatchObject({ not: [], unknown: [] });
  });

  test('long lists are read to their end', async () => {
    double.settings.keys = Array.from({ length: 250 }, (_, id) => ({ id, title: `key ${id}`, read_only: id !== 249 }));
    const { facts } = await read();
    expect(facts.deployKeys).toEqual({ value: ['key 249'] });
  });

  test('a list without end is not read to it', async () => {
    double.settings.outsideAdmins = Array.from({ length: 2_100 }, (_, at) => `user-${at}`);
    expect((await read()).facts.outsideAdmins).toMatchObject({ unknown: expect.stringContaining('more than 2000') });
  });
});

describe('an answer of another type is no answer', () => {
  const first = (type: string) => (double.settings.rules.main ?? []).find((rule) => rule.type === type) ?? {};
  const parameters = (type: string, changed: object) => () => Object.assign(first(type), { parameters: changed });
  const request = {
    required_approving_review_count: 1,
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: true,
    require_last_push_approval: true,
  };
  const classic = (changed: object) => () => {
    double.settings.rules = {};
    const whole = {
      required_pull_request_reviews: {
        dismiss_stale_reviews: true,
        require_code_owner_reviews: true,
        required_approving_review_count: 2,
      },
      allow_force_pushes: { enabled: false },
      allow_deletions: { enabled: false },
    };
    double.settings.protection = { main: { ...whole, ...changed } as never };
  };
  const reviews = (changed: object) =>
    classic({
      required_pull_request_reviews: {
        dismiss_stale_reviews: true,
        require_code_owner_reviews: true,
        required_approving_review_count: 2,
        ...changed,
      },
    });
  const set = (changed: object) => () => Object.assign(double.settings, changed);

  test.each([
    ['approvals', parameters('pull_request', undefined as never)],
    ['approvals', parameters('pull_request', { ...request, required_approving_review_count: '1' })],
    ['approvals', parameters('pull_request', { ...request, required_approving_review_count: -1 })],
    ['approvals', parameters('pull_request', { ...request, dismiss_stale_reviews_on_push: 'true' })],
    ['requires-gate', parameters('required_status_checks', { required_status_checks: {} })],
    ['requires-gate', parameters('required_status_checks', { required_status_checks: ['gitops-gate'] })],
    [
      'requires-gate',
      parameters('required_status_checks', {
        required_status_checks: [{ context: 'gitops-gate', integration_id: '15368' }],
      }),
    ],
    ['requires-gate', parameters('required_status_checks', { required_status_checks: [{ context: null }] })],
    ['force-push-blocked', classic({ allow_force_pushes: undefined })],
    ['force-push-blocked', classic({ allow_force_pushes: { enabled: 'false' } })],
    ['deletion-blocked', classic({ allow_deletions: 'no' })],
    ['signed-commits-required', classic({ required_signatures: { enabled: 1 } })],
    ['approvals', classic({ required_pull_request_reviews: true })],
    ['approvals', reviews({ required_approving_review_count: '2' })],
    ['approvals', reviews({ required_approving_review_count: undefined })],
    ['approvals', reviews({ bypass_pull_request_allowances: { users: {} } })],
    ['requires-gate', classic({ required_status_checks: { checks: 'gitops-gate' } })],
    ['allowed-actions', set({ selected: { github_owned_allowed: true } })],
    ['allowed-actions', set({ selected: { patterns_allowed: [1] } })],
    [
      'workflow-token-reads',
      set({ token: { default_workflow_permissions: 1, can_approve_pull_request_reviews: false } }),
    ],
    [
      'workflow-token-reads',
      set({ token: { default_workflow_permissions: 'x', can_approve_pull_request_reviews: false } }),
    ],
    ['not-public', () => Object.assign(double.settings.repository, { visibility: 'hidden' })],
    [
      'scans-secrets',
      () => Object.assign(double.settings.repository.security_and_analysis ?? {}, { secret_scanning: { status: 'x' } }),
    ],
  ] as const)('%s could not be checked (%#)', async (id, change) => {
    change();
    const { checks } = await read();
    expect(checks.find((check) => check.id === id)).toMatchObject({ state: 'could-not-check' });
    expect(states(checks).not).toEqual([]);
  });
});

test('every kind of setting is read as it is', async () => {
  const { settings } = double;
  settings.repository = { ...settings.repository, visibility: 'public', private: false };
  settings.token = { default_workflow_permissions: 'write', can_approve_pull_request_reviews: true };
  settings.actions = { enabled: true, allowed_actions: 'all' };
  settings.forksPublic = { approval_policy: 'first_time_contributors_new_to_github' };
  settings.outsideAdmins = ['eve'];
  settings.keys.push({ id: 2, title: 'flux', read_only: false });
  settings.ownersErrors = [
    { line: 3, column: 1, kind: 'Unknown owner', message: 'Unknown owner on line 3', path: '.github/CODEOWNERS' },
  ];
  const { facts, checks } = await read();
  expect(facts).toMatchObject({
    visibility: { value: 'public' },
    token: { value: { mayWrite: true, mayApprove: true } },
    actions: { value: { isOn: true, allowed: 'all', mustBePinned: false } },
    forks: { value: { of: 'public', approval: 'first_time_contributors_new_to_github' } },
    outsideAdmins: { value: ['eve'] },
    deployKeys: { value: ['flux'] },
    ownersErrors: { value: [{ path: '.github/CODEOWNERS', line: 3, message: 'Unknown owner' }] },
  } satisfies Partial<GithubFacts>);
  expect(states(checks).not).toEqual([
    'code-owners-valid',
    'not-public',
    'deploy-keys-read-only',
    'no-outside-admins',
    'workflow-token-reads',
    'workflows-may-not-approve',
    'fork-workflows',
    'allowed-actions',
  ]);
});
