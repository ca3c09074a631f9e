import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Bypass, GithubBranch, GithubFacts, Protection } from '../../src/posture/github/facts.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import type { PostureCheck, PostureFinding } from '../../src/posture/model/check.ts';
import type { Surroundings } from '../../src/posture/model/surroundings.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';
import { around, goodBranch, goodGithub, lax, strict } from './sample.ts';

const checks = (facts: Partial<GithubFacts>, more: Partial<Surroundings> = {}) =>
  analysePosture({ ...goodGithub, ...facts }, { ...around, ...more }).checks;
const one = (id: string, facts: Partial<GithubFacts>, more: Partial<Surroundings> = {}) =>
  checks(facts, more).find((each) => each.id === id);
const branch = (over: Partial<GithubBranch>): Partial<GithubFacts> => ({
  branches: { value: [{ ...goodBranch, ...over }] },
});
const rulesets = (...value: readonly Partial<Protection>[]) =>
  branch({ rulesets: { value: value.map((each) => ({ ...strict, ...each })) } });
const findingsOf = (check: PostureCheck | undefined): readonly PostureFinding[] =>
  check?.state === 'does-not-hold' ? check.findings : [];
const letters = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);

describe('a branch', () => {
  test('is protected by each protection, named once', () => {
    const all = { ...strict, by: 'the ruleset “a”' };
    const facts = branch({ rulesets: { value: [all, all] }, classic: { value: [{ ...lax, requiresRequest: true }] } });
    expect(one('branch-protected', facts)?.detail).toBe('by the ruleset “a” and branch protection');
  });

  test.each<[readonly Partial<Protection>[], string]>([
    [[], 'nothing protects the branch'],
    [[{ by: 'a' }], 'a does not ask for it'],
    [[{ by: 'a' }, { by: 'a' }], 'a does not ask for it'],
    [[{ by: 'a' }, { by: 'b' }], 'none of a, b asks for it'],
  ])('that nothing asks for signatures of, as protected by %j', (all, detail) => {
    expect(
      one('signed-commits-required', rulesets(...all.map((each) => ({ ...each, needsSignatures: false })))),
    ).toMatchObject({ detail });
  });

  test('of which one protection of two requires a request has findings about its reviews', () => {
    const [first, second] = [{ dismissesStale: false }, { dismissesStale: false, requiresRequest: false }];
    for (const all of [rulesets(first, second), rulesets(second, first)])
      expect(findingsOf(one('stale-approvals-dismissed', all))).toHaveLength(1);
    expect(findingsOf(one('stale-approvals-dismissed', rulesets(second, second)))).toEqual([]);
  });

  test('that one protection of two locks needs no CODEOWNERS', () => {
    for (const all of [rulesets({ isLocked: true }, {}), rulesets({}, { isLocked: true })])
      expect(one('code-owners-required', all, { hasCodeOwners: false })?.state).toBe('holds');
    expect(one('code-owners-required', rulesets({}, {}), { hasCodeOwners: false })?.state).toBe('does-not-hold');
  });

  test('whose missing owners’ approval is known needs no word on CODEOWNERS', () => {
    expect(one('code-owners-required', rulesets({ needsCodeOwners: false }), { hasCodeOwners: false })).toMatchObject({
      detail: `${strict.by} does not ask for it`,
    });
  });

  test.each<[number, readonly Partial<Protection>[], string]>([
    [1, [{ approvals: 1 }], `1, by ${strict.by}`],
    [2, [{ approvals: 1 }, { approvals: 3, by: 'b' }], '3, by b'],
    [1, [{ approvals: 0, isLocked: true, by: 'b' }], 'b locks the branch'],
    [1, [], 'no approval is needed'],
    [1, [{ approvals: 0 }], 'no approval is needed'],
    [2, [{ approvals: 1 }, { approvals: 0 }], 'one approval is needed'],
    [3, [{ approvals: 1 }, { approvals: 2 }], '2 approvals are needed'],
  ])('of which %i approvals are wanted, protected by %j: %s', (approvals, all, detail) => {
    const check = one('approvals', rulesets(...all), { approvals });
    const what = approvals === 1 ? 'At least one person approves' : `At least ${approvals} people approve`;
    expect(check).toMatchObject({ what, detail, state: detail.endsWith('needed') ? 'does-not-hold' : 'holds' });
  });

  test.each([
    [0, 'A change to main needs no approval: its author merges it alone.'],
    [1, 'A change to main needs fewer approvals than the policy’s posture.approvals: 1 of 2.'],
  ])('that needs %i approvals of two says so', (approvals, message) => {
    const remedy = 'In a ruleset for main (Settings → Rules → Rulesets): “Required approvals” 2.';
    expect(findingsOf(one('approvals', rulesets({ approvals }), { approvals: 2 }))).toEqual([
      { rule: 'review-not-required', severity: 'high', message, remedy, subject: [String(approvals)] },
    ]);
  });

  const bypass = (over: Partial<Bypass>): Bypass => ({
    who: 'the app 7',
    code: 'Integration/7',
    mode: 'always',
    isWide: false,
    isAdmin: false,
    ...over,
  });
  test.each<[readonly Bypass[], Partial<PostureFinding>]>([
    [
      [bypass({ who: 'the role write', code: 'RepositoryRole/4', isWide: true }), bypass({ mode: 'exempt' })],
      {
        severity: 'high',
        message: `Everybody who may write to the repository bypasses ${strict.by}, which is to protect main.`,
        details: ['bypasses it: the role write (always)', 'bypasses it: the app 7 (always, without a trace)'],
        subject: ['ruleset/7', 'Integration/7 exempt', 'RepositoryRole/4 always'],
      },
    ],
    [
      [bypass({ mode: 'request' })],
      {
        severity: 'low',
        message: `Not everybody is bound by ${strict.by}, which protects main: the app 7 (in pull requests).`,
        subject: ['ruleset/7', 'Integration/7 request'],
      },
    ],
  ])('that somebody bypasses: %j', (value, expected) => {
    const remedy = 'Take them off the bypass list, or leave break-glass accounts alone there, and alert on their use.';
    const facts = branch({ bypasses: [{ by: strict.by, code: 'ruleset/7', actors: { value } }] });
    expect(findingsOf(one('nobody-bypasses', facts))).toEqual([{ rule: 'unprotected-branch', remedy, ...expected }]);
  });

  test('whose required check may come from anybody names the first', () => {
    const checks = ['gitops-gate a', 'gitops-gate b'].map((name) => ({ name, source: undefined }));
    expect(findingsOf(one('check-source', rulesets({ checks })))).toEqual([
      {
        rule: 'unprotected-branch',
        severity: 'medium',
        message:
          'The required check “gitops-gate a” of main may come from anybody: whoever may set a commit’s status can say that it passed.',
        remedy: 'Where the check is required, choose GitHub Actions as its expected source.',
        subject: ['gitops-gate a'],
      },
    ]);
    const bound = [...checks, { name: 'gitops-gate c', source: 15_368 }];
    expect(one('check-source', rulesets({ checks: bound }))).toMatchObject({
      state: 'holds',
      detail: 'GitHub Actions',
    });
  });
});

describe('Actions', () => {
  test.each([
    ['workflow-token-reads', 'medium', 'read and write'],
    ['workflows-may-not-approve', 'high', 'allowed'],
  ])('a token that may do too much is a finding: %s', (id, severity, detail) => {
    const check = one(id, { token: { value: { mayWrite: true, mayApprove: true } } });
    expect(check?.detail).toBe(detail);
    expect(findingsOf(check)).toMatchObject([{ rule: 'workflow-permissions', severity }]);
  });

  test.each([
    [true, true, 'a token that may write and secrets', ['write token', 'secrets']],
    [true, false, 'a token that may write', ['write token']],
    [false, true, 'secrets', ['secrets']],
  ])('forks that get a write token (%s) and secrets (%s)', (getsWriteToken, getsSecrets, what, subject) => {
    const value = { of: 'private', runs: true, getsWriteToken, getsSecrets, needsApproval: true } as const;
    expect(one('fork-workflows', { forks: { value } })).toMatchObject({
      detail: `they run with ${what}`,
      findings: [
        {
          severity: 'high',
          message: `Workflows of requests from forks run with ${what}: who may fork, and not write, gets them by a request.`,
          subject,
        },
      ],
    });
  });

  test.each<['all' | 'selected' | 'local_only' | undefined, boolean, readonly string[], string]>([
    ['local_only', false, [], 'those of this owner'],
    ['selected', true, ['*'], 'chosen ones, which must be pinned by commit'],
    ['selected', false, ['acme/*', 'acme/a@*', 'x*', '*x', '*/x', '**', '@v1'], 'chosen ones'],
    ['selected', false, ['acme/*', '*', '*/*', '*@*', '*/*@*'], 'chosen ones, by *, */*, *@*, */*@*'],
    ['all', true, [], 'all, which must be pinned by commit'],
    ['all', false, [], 'all'],
    [undefined, false, [], 'GitHub does not say which actions may run'],
  ])('of those that are allowed (%s, pinned: %s, %j) may run: %s', (allowed, mustBePinned, selected, detail) => {
    const actions = { value: { isOn: true, allowed, mustBePinned } };
    expect(one('allowed-actions', { actions, selected: { value: selected } })?.detail).toBe(detail);
  });
});

describe('the repository', () => {
  const error = (line: number, message = 'Unknown owner\n  x\n  ^') => ({ path: 'docs/CODEOWNERS', line, message });
  test('whose CODEOWNERS has one error', () => {
    expect(one('code-owners-valid', { ownersErrors: { value: [error(3)] } })).toMatchObject({
      detail: '1 line is not read',
      findings: [
        {
          rule: 'review-not-required',
          severity: 'medium',
          message: 'GitHub cannot read a line of docs/CODEOWNERS: nobody is asked to review the paths that it names.',
          details: ['line 3: Unknown owner'],
          subject: ['Unknown owner'],
        },
      ],
    });
  });

  test('whose CODEOWNERS has more errors than are shown', () => {
    const value = letters(21).map((name, at) => error(at, at === 0 ? 'z' : name));
    const [found] = findingsOf(one('code-owners-valid', { ownersErrors: { value } }));
    expect(one('code-owners-valid', { ownersErrors: { value } })?.detail).toBe('21 lines are not read');
    expect(found?.message).toMatch(/^GitHub cannot read 21 lines of docs/);
    expect(found?.details).toEqual(value.slice(0, 20).map(({ line, message }) => `line ${line}: ${message}`));
    expect(found?.subject).toEqual(value.map(({ message }) => message).sort());
  });

  test('that is public scans for secrets', () => {
    const all = checks({ visibility: { value: 'public' }, scanning: { value: { secrets: false, pushes: false } } });
    const severities = all.flatMap((check) => findingsOf(check).map(({ severity }) => `${check.id}: ${severity}`));
    expect(severities).toEqual(['not-public: low', 'scans-secrets: medium', 'push-protection: medium']);
  });

  test.each([
    [1, 'A deploy key', 'k0'],
    [2, '2 deploy keys', 'k0, k1'],
    [20, '20 deploy keys', letters(20).join(', ')],
    [21, '21 deploy keys', `${letters(20).join(', ')} and 1 more`],
  ])('with %i deploy keys that may write', (count, start, names) => {
    const check = one('deploy-keys-read-only', { deployKeys: { value: letters(count) } });
    expect(check?.detail).toBe(`${names} may write`);
    expect(findingsOf(check)).toMatchObject([
      {
        rule: 'unprotected-branch',
        severity: 'medium',
        message: `${start} may write: ${names}. Whoever holds one pushes as nobody, and deploy keys can be exempt from rulesets.`,
        subject: letters(count).sort(),
      },
    ]);
  });

  test('with outside collaborators who are admins', () => {
    expect(findingsOf(one('no-outside-admins', { outsideAdmins: { value: ['zoe', 'eve'] } }))).toMatchObject([
      {
        rule: 'unprotected-branch',
        severity: 'medium',
        message: 'People outside the organization may change every protection of the repository: zoe, eve.',
        subject: ['eve', 'zoe'],
      },
    ]);
  });

  test.each([
    [0, 'low', 'is public: everybody can read what runs in the clusters, and how it is protected.', []],
    [1, 'high', 'is public, and holds a plaintext secret: everybody can read them, in its history too.', ['secrets']],
    [2, 'high', 'is public, and holds 2 plaintext secrets: everybody can read them, in its history too.', ['secrets']],
  ])('that is public with %i plaintext secrets', (plaintextSecrets, severity, end, subject) => {
    const remedy =
      plaintextSecrets === 0
        ? 'Where that is meant, accept it or turn the rule off; else make the repository private.'
        : 'Rotate these secrets first; making the repository private takes back nothing that was copied.';
    expect(findingsOf(one('not-public', { visibility: { value: 'public' } }, { plaintextSecrets }))).toEqual([
      { rule: 'public-repository', severity, message: `The repository ${end}`, remedy, subject },
    ]);
  });

  test.each([
    [1, 1, 0],
    [0, 1, 1],
    [2, 1, 1],
    [0, 0, 1],
  ])('that delivers %i roles, %i secrets and %i workloads delivers something', (rbac, secrets, workloads) => {
    const delivers = { rbac, secrets, workloads };
    expect(analysePosture(goodGithub, { ...around, delivers }).deliversNothing).toBe(false);
  });
});

describe('actions of workflows', () => {
  const commit = '3d3c42e5aac5ba805825da76410c181273ba90b1';
  const workflow = (path: string, ...uses: readonly string[]) => {
    const steps = uses.map((each) => `      - uses: ${each}\n`).join('');
    const [document] = parseYaml(Buffer.from(`jobs:\n  a:\n    steps:\n${steps}`), defaultPolicy.limits).documents;
    if (document === undefined) throw new Error('no document');
    return { path, value: document.value as Record<string, unknown>, document };
  };
  const pinned = (...workflows: ReturnType<typeof workflow>[]) => one('actions-pinned', {}, { workflows });
  const good = workflow('a.yml', `acme/a@${commit}`);

  test('are pinned in one workflow, in all, or there is none', () => {
    expect([pinned(good)?.detail, pinned(good, good)?.detail]).toEqual(['in the workflow', 'in all 2 workflows']);
    expect(pinned()).toBeUndefined();
  });

  test.each([
    [`acme/a@${commit}0`],
    [`acme/a@${commit}-x`],
    [`docker://x@sha256:${'a'.repeat(64)}0`],
    [`docker://x@${commit}`],
    ['acme/./a@v1'],
  ])('%s is not pinned', (uses) => {
    expect(pinned(good, workflow('b.yml', uses))).toMatchObject({
      detail: `1 is not: ${uses}`,
      findings: [
        {
          rule: 'workflow-permissions',
          severity: 'low',
          message: `b.yml uses an action that is not pinned by commit: ${uses}. Whoever moves the tag or branch runs code with this workflow’s token.`,
          subject: ['b.yml', uses],
          position: { file: 'b.yml', line: 4 },
        },
      ],
    });
    expect(Object.keys(findingsOf(pinned(workflow('b.yml', uses)))[0] ?? {})).not.toContain('places');
  });

  test.each([
    [8, letters(8).join(', ')],
    [9, `${letters(8).join(', ')} and 1 more`],
  ])('%i that are not pinned are named up to eight', (count, names) => {
    const check = pinned(workflow('b.yml', ...letters(count)));
    expect(check?.detail).toBe(`${count} are not: ${names}`);
    expect(findingsOf(check)[0]?.message).toMatch(
      `b.yml uses ${count} actions that are not pinned by commit: ${names}.`,
    );
  });
});
