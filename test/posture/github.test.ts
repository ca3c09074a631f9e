import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { GithubBranch, GithubFacts, Protection } from '../../src/posture/github/facts.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import type { PostureCheck } from '../../src/posture/model/check.ts';
import type { Fact, Unknown } from '../../src/posture/model/fact.ts';
import type { Surroundings } from '../../src/posture/model/surroundings.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { runs } from '../thorough.ts';
import { around, goodBranch, goodGithub, lax, strict } from './sample.ts';

const refused: Unknown = { unknown: 'asking for it: 403 Forbidden', needs: 'Administration: read' };

function checks(facts: Partial<GithubFacts> = {}, more: Partial<Surroundings> = {}): readonly PostureCheck[] {
  return analysePosture({ ...goodGithub, ...facts }, { ...around, ...more }).checks;
}

const ofBranch = (branch: Partial<GithubBranch>, more: Partial<Surroundings> = {}) =>
  checks({ branches: { value: [{ ...goodBranch, ...branch }] } }, more);

/** `id: state`, of those that do not simply hold. */
const notHolding = (all: readonly PostureCheck[]) =>
  all.flatMap(({ id, state }) => (state === 'holds' ? [] : [`${id}: ${state}`]));

const findings = (all: readonly PostureCheck[]) =>
  all.flatMap((check) =>
    check.state === 'does-not-hold'
      ? check.findings.map(({ rule, severity }) => `${check.id}: ${severity} ${rule}`)
      : [],
  );

const only = (protection: Partial<Protection>): Partial<GithubBranch> => ({
  rulesets: { value: [{ ...strict, ...protection }] },
});

describe('a branch', () => {
  test('that is protected in every way has nothing to say', () => {
    expect(notHolding(checks())).toEqual([]);
  });

  test.each([
    ['requiresRequest', { requiresRequest: false, approvals: 0 }, ['request-required: high review-not-required']],
    ['approvals', { approvals: 0 }, ['approvals: high review-not-required']],
    ['dismissesStale', { dismissesStale: false }, ['stale-approvals-dismissed: medium review-not-required']],
    ['needsLastPushApproved', { needsLastPushApproved: false }, ['last-push-approved: medium review-not-required']],
    ['needsCodeOwners', { needsCodeOwners: false }, ['code-owners-required: medium review-not-required']],
    ['blocksForcePush', { blocksForcePush: false }, ['force-push-blocked: high unprotected-branch']],
    ['blocksDeletion', { blocksDeletion: false }, ['deletion-blocked: medium unprotected-branch']],
    ['needsSignatures', { needsSignatures: false }, ['signed-commits-required: low unprotected-branch']],
    ['checks', { checks: [] }, ['requires-gate: high unprotected-branch']],
    ['source', { checks: [{ name: 'gitops-gate', source: undefined }] }, ['check-source: medium unprotected-branch']],
  ])('without %s is one finding', (_, protection, expected) => {
    expect(findings(ofBranch(only(protection)))).toEqual(expected);
    expect(ofBranch(only(protection)).some(({ state }) => state === 'could-not-check')).toBe(false);
  });

  test('what one protection lacks another one makes up for', () => {
    const classic = { value: [{ ...lax, needsSignatures: true }] };
    expect(notHolding(ofBranch({ ...only({ needsSignatures: false }), classic }))).toEqual([]);
  });

  test('that nothing protects is two findings, whatever else it lacks', () => {
    const bare = ofBranch({ rulesets: { value: [] }, classic: { value: [] }, bypasses: [] });
    expect(findings(bare)).toEqual([
      'branch-protected: high unprotected-branch',
      'request-required: high review-not-required',
    ]);
    expect(notHolding(bare)).toContain('force-push-blocked: does-not-hold');
  });

  test('fewer approvals than the policy asks for are a finding that names both numbers', () => {
    const [check] = ofBranch({}, { approvals: 2 }).filter(({ id }) => id === 'approvals');
    expect(check).toMatchObject({
      state: 'does-not-hold',
      findings: [{ message: expect.stringContaining('1 of 2'), subject: ['1'] }],
    });
  });

  test('that is locked takes no push, so that no review is asked of it', () => {
    const locked = ofBranch({ rulesets: { value: [{ ...lax, isLocked: true }] } });
    expect(findings(locked).filter((each) => /review/.test(each))).toEqual([]);
  });
});

describe('code owners', () => {
  const owners = (facts: Partial<GithubFacts>, hasCodeOwners: boolean) =>
    checks(facts, { hasCodeOwners }).flatMap(({ id, state }) => (/owners/.test(id) ? [`${id}: ${state}`] : []));
  const wrong = { value: [{ path: 'CODEOWNERS', line: 1, message: 'Unknown owner' }] };

  test.each([
    [{ value: [] }, true, 'holds', 'holds'],
    [{ value: [] }, false, 'does-not-hold', 'does-not-hold'],
    [refused, false, 'does-not-hold', 'does-not-hold'],
    [refused, true, 'could-not-check', 'could-not-check'],
    [wrong, false, 'could-not-check', 'does-not-hold'],
    [wrong, true, 'holds', 'does-not-hold'],
  ] as const)('errors %j, CODEOWNERS %s: required %s, valid %s', (ownersErrors, isThere, required, valid) => {
    expect(owners({ ownersErrors }, isThere)).toEqual([
      `code-owners-required: ${required}`,
      `code-owners-valid: ${valid}`,
    ]);
  });

  test('that are asked for without a CODEOWNERS are one finding', () => {
    expect(findings(checks({}, { hasCodeOwners: false }))).toEqual([
      'code-owners-required: medium review-not-required',
    ]);
    expect(findings(ofBranch(only({ needsCodeOwners: false }), { hasCodeOwners: false }))).toHaveLength(1);
    expect(findings(ofBranch(only({ isLocked: true }), { hasCodeOwners: false }))).toEqual([]);
  });
});

describe('what the token may not see', () => {
  const gap = (branch: Partial<GithubBranch>) =>
    ofBranch(branch).filter(({ branch: name, state }) => name === 'main' && state !== 'holds');

  test('no rulesets and a classic protection that is not shown: nothing is said to be missing', () => {
    const all = gap({ rulesets: { value: [] }, classic: refused, bypasses: [] });
    expect(all.length).toBeGreaterThan(8);
    for (const check of all) expect(check).toMatchObject({ state: 'could-not-check', needs: 'Administration: read' });
  });

  test('rulesets that are not shown, and no classic protection', () => {
    const all = gap({ rulesets: refused, classic: { value: [] }, bypasses: [] });
    expect(all.length).toBeGreaterThan(8);
    for (const check of all) expect(check).toMatchObject({ state: 'could-not-check' });
  });

  test('what a ruleset asks for holds all the same, and what it does not is not known', () => {
    const all = ofBranch({ ...only({ blocksForcePush: false }), classic: refused });
    expect(notHolding(all)).toEqual(['force-push-blocked: could-not-check']);
  });

  test('required checks of a classic protection show where it does not', () => {
    const visible = [{ ...lax, checks: [{ name: 'gitops-gate', source: 15_368 }] }];
    const all = ofBranch({ rulesets: { value: [] }, classic: refused, visible, bypasses: [] });
    expect(all.find(({ id }) => id === 'requires-gate')).toMatchObject({ state: 'holds' });
    expect(all.find(({ id }) => id === 'branch-protected')).toMatchObject({ state: 'holds' });
    expect(all.find(({ id }) => id === 'request-required')).toMatchObject({ state: 'could-not-check' });
  });

  test('who bypasses it, and from where the check comes, is asked all the same', () => {
    const all = notHolding(ofBranch({ rulesets: refused, classic: { value: [] }, bypasses: [] }));
    expect(all).toEqual(expect.arrayContaining(['check-source: could-not-check', 'nobody-bypasses: could-not-check']));
  });

  test('a bypass list that is not shown is not an empty one', () => {
    const all = ofBranch({ bypasses: [{ by: strict.by, code: 'ruleset/7', actors: refused }] });
    expect(notHolding(all)).toEqual(['nobody-bypasses: could-not-check']);
  });

  const facts = Object.keys(goodGithub).filter(
    (key) => !['forge', 'repository', 'moreBranches', 'unmatched'].includes(key),
  ) as (keyof GithubFacts)[];

  test.each(facts)('%s is never a finding where it is not known', (key) => {
    const all = checks({ [key]: refused });
    expect(all.flatMap((check) => (check.state === 'does-not-hold' ? [check.id] : []))).toEqual([]);
    expect(all.some(({ state }) => state === 'could-not-check')).toBe(true);
  });

  test('whatever is not known, no more is found than where all is known', () => {
    const poor: GithubFacts = {
      ...goodGithub,
      branches: { value: [{ ...goodBranch, rulesets: { value: [lax] }, classic: { value: [] } }] },
      visibility: { value: 'public' },
      scanning: { value: { secrets: false, pushes: false } },
      deployKeys: { value: ['flux'] },
      outsideAdmins: { value: ['eve'] },
      actions: { value: { isOn: true, allowed: 'all', mustBePinned: false } },
      token: { value: { mayWrite: true, mayApprove: true } },
      forks: { value: { of: 'public', approval: 'first_time_contributors_new_to_github' } },
      ownersErrors: { value: [{ path: 'CODEOWNERS', line: 1, message: 'Unknown owner' }] },
    };
    const all = new Set(findings(analysePosture(poor, around).checks));
    expect(all.size).toBeGreaterThan(12);
    fc.assert(
      fc.property(fc.subarray(facts, { minLength: 1 }), fc.boolean(), (hidden, isRulesHidden) => {
        const branch = { ...goodBranch, rulesets: isRulesHidden ? refused : { value: [lax] }, classic: refused };
        const less: GithubFacts = {
          ...poor,
          branches: { value: [branch] },
          ...Object.fromEntries(hidden.map((key) => [key, refused])),
        };
        const found = findings(analysePosture(less, around).checks);
        expect(found.filter((each) => !all.has(each))).toEqual([]);
        expect(found.filter((each) => each.startsWith('branch-protected'))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('who bypasses', () => {
  const bypass = (...actors: { who: string; mode: 'always' | 'request'; isWide?: boolean; isAdmin?: boolean }[]) => {
    const all = actors.map((actor) => ({ isWide: false, isAdmin: false, code: actor.who, ...actor }));
    return findings(ofBranch({ bypasses: [{ by: 'the ruleset', code: 'ruleset/7', actors: { value: all } }] }));
  };

  test('everybody who may write is grave, another than an admin less so, and admins least', () => {
    const admin = { who: 'admins', mode: 'always', isAdmin: true } as const;
    expect(bypass({ who: 'the role write', mode: 'always', isWide: true }, admin)).toEqual([
      'nobody-bypasses: high unprotected-branch',
    ]);
    expect(bypass({ who: 'the app 7', mode: 'always' }, admin)).toEqual(['nobody-bypasses: medium unprotected-branch']);
    expect(bypass(admin)).toEqual(['nobody-bypasses: low unprotected-branch']);
    expect(bypass({ who: 'the role write', mode: 'request', isWide: true })).toEqual([
      'nobody-bypasses: low unprotected-branch',
    ]);
  });
});

describe('the gate’s check', () => {
  const required = (protection: Partial<Protection>, more: Partial<Surroundings> = {}) =>
    ofBranch(only({ checks: [], ...protection }), more).filter(
      ({ id }) => id === 'requires-gate' || id === 'check-source',
    );

  test('is one that a workflow of the repository names', () => {
    const checks = [{ name: 'security', source: 1 }];
    expect(required({ checks })).toMatchObject([
      { state: 'does-not-hold', detail: expect.stringContaining('“security”') },
      { id: 'check-source', state: 'does-not-hold', findings: [] },
    ]);
    expect(required({ checks }, { isGateCheck: (name) => name === 'security' })).toMatchObject([
      { id: 'requires-gate', state: 'holds' },
      { id: 'check-source', state: 'holds', detail: 'the app 1' },
    ]);
  });

  test('is a required workflow; what another one runs is not known', () => {
    expect(required({ workflows: ['.github/workflows/gitops-gate.yml'] })).toMatchObject([{ state: 'holds' }]);
    expect(required({ workflows: ['.github/workflows/ci.yml'] })).toMatchObject([{ state: 'could-not-check' }]);
  });
});

describe('the repository', () => {
  const one = (id: string, facts: Partial<GithubFacts>, more: Partial<Surroundings> = {}) =>
    findings(checks(facts, more)).filter((each) => each.startsWith(`${id}:`));

  test('is low where it is public, and high where plaintext secrets are in it', () => {
    const visibility: Fact<string> = { value: 'public' };
    expect(one('not-public', { visibility })).toEqual(['not-public: low public-repository']);
    expect(one('not-public', { visibility }, { plaintextSecrets: 2 })).toEqual(['not-public: high public-repository']);
    expect(one('not-public', { visibility: { value: 'internal' } })).toEqual([]);
  });

  test('that is private has a note on scanning that is off, and that is no finding', () => {
    const scanning = { value: { secrets: false, pushes: false } };
    expect(notHolding(checks({ scanning }))).toEqual([
      'scans-secrets: does-not-hold',
      'push-protection: does-not-hold',
    ]);
    expect(findings(checks({ scanning }))).toEqual([]);
    expect(findings(checks({ scanning, visibility: { value: 'public' } }))).toHaveLength(3);
  });

  test.each([
    [{ of: 'public', approval: 'all_external_contributors' }, []],
    [{ of: 'public', approval: 'first_time_contributors_new_to_github' }, ['fork-workflows: low workflow-permissions']],
    [{ of: 'private', runs: false, getsWriteToken: true, getsSecrets: true, needsApproval: false }, []],
    [{ of: 'private', runs: true, getsWriteToken: false, getsSecrets: false, needsApproval: true }, []],
    [
      { of: 'private', runs: true, getsWriteToken: false, getsSecrets: false, needsApproval: false },
      ['fork-workflows: low workflow-permissions'],
    ],
    [
      { of: 'private', runs: true, getsWriteToken: false, getsSecrets: true, needsApproval: true },
      ['fork-workflows: high workflow-permissions'],
    ],
  ] as const)('forks: %j', (value, expected) => {
    expect(one('fork-workflows', { forks: { value } })).toEqual(expected);
  });

  test('actions: all is a finding unless they must be pinned; a list that allows everything is one too', () => {
    const of = (allowed: 'all' | 'selected', mustBePinned: boolean, selected: string[] = []) =>
      one('allowed-actions', {
        actions: { value: { isOn: true, allowed, mustBePinned } },
        selected: { value: selected },
      });
    const finding = ['allowed-actions: low workflow-permissions'];
    expect([of('all', false), of('all', true), of('selected', false, ['acme/*'])]).toEqual([finding, [], []]);
    expect([of('selected', false, ['*']), of('selected', false, ['*/*@*'])]).toEqual([finding, finding]);
  });

  test('where Actions is off nothing of it is asked', () => {
    const off = checks({
      actions: { value: { isOn: false, allowed: undefined, mustBePinned: false } },
      token: { value: { mayWrite: true, mayApprove: true } },
    });
    expect(findings(off)).toEqual([]);
  });

  test('that delivers nothing is one step less severe, but for secrets that everybody can read', () => {
    const delivers = { rbac: 0, secrets: 0, workloads: 0 };
    const branches = { value: [{ ...goodBranch, rulesets: { value: [] }, bypasses: [] }] };
    const visibility: Fact<string> = { value: 'public' };
    expect(findings(checks({ branches, visibility }, { delivers, plaintextSecrets: 1 }))).toEqual([
      'branch-protected: medium unprotected-branch',
      'request-required: medium review-not-required',
      'not-public: high public-repository',
    ]);
    // What could not be read may deliver something.
    expect(findings(checks({ branches }, { delivers, isWhole: false }))).toContain(
      'branch-protected: high unprotected-branch',
    );
  });

  test('no branch that matches, and more than are looked at, are said', () => {
    expect(notHolding(checks({ branches: { value: [] } }))).toEqual(['branch-protected: could-not-check']);
    expect(notHolding(checks({ moreBranches: 12 }))).toEqual(['branch-protected: could-not-check']);
    expect(notHolding(checks({ unmatched: ['relase/*'] }))).toEqual(['branch-protected: could-not-check']);
  });
});

describe('actions of workflows', () => {
  const commit = '3d3c42e5aac5ba805825da76410c181273ba90b1';
  const workflow = (...uses: string[]) => {
    const steps = uses.map((each) => `      - uses: ${each}\n`).join('');
    const [document] = parseYaml(Buffer.from(`jobs:\n  a:\n    steps:\n${steps}`), defaultPolicy.limits).documents;
    if (document === undefined) throw new Error('no document');
    return { path: '.github/workflows/a.yml', value: document.value as Record<string, unknown>, document };
  };
  const pinned = (...uses: string[]) =>
    checks({}, { workflows: [workflow(...uses)] }).find(({ id }) => id === 'actions-pinned');

  test('are pinned by a commit or a digest, and those of the repository need not be', () => {
    const digest = 'a'.repeat(64);
    const all = [
      `acme/a@${commit}`,
      './local',
      `docker://x/y@sha256:${digest}`,
      `acme/a/.github/workflows/x.yml@${commit}`,
    ];
    expect(pinned(...all)).toMatchObject({ state: 'holds' });
  });

  test('are found where each is, once a file', () => {
    expect(
      pinned(`acme/a@${commit}`, 'acme/b@v1', 'acme/c@main', 'docker://x/y:1', 'acme/b@v1', 'acme/d'),
    ).toMatchObject({
      state: 'does-not-hold',
      findings: [
        {
          subject: ['.github/workflows/a.yml', 'acme/b@v1', 'acme/c@main', 'acme/d', 'docker://x/y:1'],
          position: { line: 5 },
          places: [{ line: 6 }, { line: 7 }, { line: 8 }, { line: 9 }],
        },
      ],
    });
  });

  test('of a workflow that cannot be read are not known', () => {
    expect(notHolding(checks({}, { unreadWorkflows: ['.github/workflows/b.yml'] }))).toEqual([
      'actions-pinned: could-not-check',
    ]);
  });
});
