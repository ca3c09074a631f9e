import { describe, expect, test } from '@jest/globals';
import type { GitlabFacts, GitlabProtection, ProjectSettings, Pusher } from '../../src/posture/gitlab/facts.ts';
import { analysePosture } from '../../src/posture/judge/analyse-posture.ts';
import type { PostureCheck } from '../../src/posture/model/check.ts';
import type { Fact, Unknown } from '../../src/posture/model/fact.ts';
import type { Surroundings } from '../../src/posture/model/surroundings.ts';
import { around } from './sample.ts';

const refused: Unknown = { unknown: 'asking for it: 403 Forbidden', needs: 'the role Maintainer' };
const settings = 'Settings → Repository → Protected branches';

const goodProject: ProjectSettings = {
  visibility: 'private',
  pipelineMustSucceed: true,
  skippedIsEnough: false,
  discussionsMustBeResolved: true,
  pipelinePath: '.gitlab-ci.yml@acme/gates',
  runsForkPipelines: false,
  jobTokenMayPush: false,
  blocksSecrets: true,
};
const goodProtection: GitlabProtection = {
  name: 'main',
  pushers: [],
  allowsForcePush: false,
  needsCodeOwners: true,
};
const good: GitlabFacts = {
  forge: 'gitlab',
  repository: 'acme/clusters',
  branches: { value: ['main'] },
  moreBranches: 0,
  unmatched: [],
  project: { value: goodProject },
  protections: { value: [goodProtection] },
  pushRule: { value: { rejectsUnsigned: true, rejectsSecrets: false } },
  approvals: { value: { resetOnPush: true, authorMayApprove: false, committersMayApprove: false } },
  approvalRules: { value: [{ approvals: 1, branches: undefined }] },
  jobTokenIsLimited: { value: true },
  pipelinePolicies: { value: [] },
};

const checks = (facts: Partial<GitlabFacts> = {}, more: Partial<Surroundings> = {}) =>
  analysePosture({ ...good, ...facts }, { ...around, ...more }).checks;
const one = (id: string, facts: Partial<GitlabFacts>, more: Partial<Surroundings> = {}) =>
  checks(facts, more).find((each) => each.id === id);
const project = (over: Partial<ProjectSettings>): Partial<GitlabFacts> => ({
  project: { value: { ...goodProject, ...over } },
});
const protectedAs = (...all: readonly Partial<GitlabProtection>[]): Partial<GitlabFacts> => ({
  protections: { value: all.map((each) => ({ ...goodProtection, ...each })) },
});
const words = ({ id, state, detail }: PostureCheck) => `${id}: ${state}, ${detail}`;
const notHolding = (all: readonly PostureCheck[]) => all.filter(({ state }) => state !== 'holds').map(words);

test('a project that is set up as it should be holds in every check, in this order', () => {
  expect(checks().map(words)).toEqual([
    'branch-protected: holds, as main',
    'request-required: holds, nobody may push',
    'force-push-blocked: holds, not allowed',
    'code-owners-required: holds, required',
    'approvals: holds, 1',
    'signed-commits-required: holds, by a push rule',
    'stale-approvals-dismissed: holds, set so',
    'last-push-approved: holds, set so',
    'author-may-not-approve: holds, set so',
    'discussions-resolved: holds, set so',
    'requires-gate: holds, on',
    'check-source: holds, its configuration is .gitlab-ci.yml@acme/gates',
    'not-public: holds, private',
    'push-protection: holds, on',
    'fork-workflows: holds, set so',
    'workflow-token-reads: holds, set so',
    'job-token-scope: holds, set so',
  ]);
});

describe('a branch', () => {
  test('that no protected branch covers is two findings, and its reviews are asked for all the same', () => {
    const all = checks({ ...protectedAs({ name: 'release/*' }), approvalRules: { value: [] } });
    expect(all.slice(0, 5)).toEqual([
      {
        id: 'branch-protected',
        what: 'The branch is protected',
        branch: 'main',
        state: 'does-not-hold',
        detail: 'no protected branch matches it',
        findings: [
          {
            rule: 'unprotected-branch',
            severity: 'high',
            message:
              'Nothing protects main: every developer can push to it, force-push to it and delete it, past this gate too.',
            remedy: `Protect main (${settings}): nobody is allowed to push, Maintainers to merge.`,
          },
        ],
      },
      {
        id: 'request-required',
        what: 'A merge request is required',
        branch: 'main',
        state: 'does-not-hold',
        detail: 'no protected branch matches it',
        findings: [
          {
            rule: 'review-not-required',
            severity: 'high',
            message:
              'Changes reach main without a merge request: every developer can push to it, and nobody reviews it.',
            remedy: `Protect main, “Allowed to push and merge”: No one (${settings}).`,
            subject: ['not protected'],
          },
        ],
      },
      expect.objectContaining({ id: 'force-push-blocked', state: 'does-not-hold', findings: [] }),
      expect.objectContaining({ id: 'code-owners-required', state: 'does-not-hold', findings: [] }),
      expect.objectContaining({ id: 'approvals', state: 'does-not-hold', detail: '0 needed', findings: [] }),
    ]);
  });

  const pusher = (level: number | undefined, who: string): Pusher => ({ who, code: `role/${who}`, level });
  test.each<[string, readonly (number | undefined)[], string]>([
    ['developers', [30], 'high'],
    ['developers as well as maintainers', [40, 30], 'high'],
    ['maintainers', [40], 'medium'],
    ['one user', [undefined], 'medium'],
    ['administrators', [60], 'low'],
    ['owners and one user', [50, undefined], 'medium'],
  ])('to which %s may push takes changes without a request', (_, levels, severity) => {
    const pushers = levels.map((level, at) => pusher(level, 'zyx'.charAt(at)));
    const names = pushers.map(({ who }) => who).join(', ');
    const rules = protectedAs(
      { pushers },
      { name: 'm*', pushers: pushers.slice(0, 1) },
      { name: 'x', pushers: [pusher(30, 'w')] },
    );
    expect(one('request-required', rules)).toEqual({
      id: 'request-required',
      what: 'A merge request is required',
      branch: 'main',
      state: 'does-not-hold',
      detail: `${names} may push`,
      findings: [
        {
          rule: 'review-not-required',
          severity,
          message: `Changes reach main without a merge request: ${names} may push to it, and nobody reviews it.`,
          remedy: `“Allowed to push and merge”: No one, for main and every wildcard that matches it (${settings}).`,
          subject: pushers.map(({ code }) => code).reverse(),
        },
      ],
    });
  });

  test('takes force pushes where one of the rules that match it allows them', () => {
    const rules = protectedAs({}, { name: 'ma*', allowsForcePush: true }, { name: '*', allowsForcePush: true });
    expect(one('branch-protected', rules)).toMatchObject({ state: 'holds', detail: 'as main and ma* and *' });
    expect(one('force-push-blocked', rules)).toMatchObject({
      state: 'does-not-hold',
      detail: 'allowed by ma*, *',
      findings: [
        {
          rule: 'unprotected-branch',
          severity: 'high',
          message: 'Force pushes to main are allowed: what was reviewed can be replaced, and its history with it.',
          remedy: `Turn off “Allowed to force push” for ma*, * (${settings}).`,
        },
      ],
    });
  });

  test.each<[readonly (boolean | undefined)[], string]>([
    [[true, false], 'code-owners-required: holds, required'],
    [[false, undefined, true], 'code-owners-required: holds, required'],
    [[false, undefined], 'code-owners-required: could-not-check, GitLab does not say whether code owners must approve'],
    [[false, false], 'code-owners-required: does-not-hold, not required'],
  ])('asks for code owners where one rule does: %j', (needs, expected) => {
    const check = one('code-owners-required', protectedAs(...needs.map((needsCodeOwners) => ({ needsCodeOwners }))));
    expect(check && words(check)).toBe(expected);
    if (check?.state === 'could-not-check') expect(check.needs).toBe('GitLab Premium');
    if (check?.state === 'does-not-hold')
      expect(check.findings).toEqual([
        {
          rule: 'review-not-required',
          severity: 'medium',
          message: 'Code owners need not approve changes to main: anybody’s approval is enough for every path.',
          remedy: `Turn on “Code owner approval” for main (${settings}), with a CODEOWNERS file that names owners of what is delivered.`,
        },
      ]);
  });

  test('asks for code owners in vain where there is no CODEOWNERS', () => {
    expect(one('code-owners-required', {}, { hasCodeOwners: false })).toEqual({
      id: 'code-owners-required',
      what: 'Code owners approve',
      branch: 'main',
      state: 'does-not-hold',
      detail: 'required, but there is no CODEOWNERS',
      findings: [
        {
          rule: 'review-not-required',
          severity: 'medium',
          message:
            'Code owners must approve changes to main, but there is no CODEOWNERS that names any: nobody has to.',
          remedy: 'Add a CODEOWNERS file that names owners of what is delivered.',
          subject: ['no CODEOWNERS'],
        },
      ],
    });
    expect(
      one('code-owners-required', protectedAs({ needsCodeOwners: false }), { hasCodeOwners: false }),
    ).toMatchObject({ detail: 'not required' });
  });

  test.each<[readonly (readonly [number, readonly string[] | undefined])[], number, string]>([
    [[], 1, '0 needed'],
    [[[2, ['release/*', 'x']]], 1, '0 needed'],
    [
      [
        [1, undefined],
        [1, ['main']],
      ],
      2,
      '1 needed',
    ],
    [
      [
        [1, undefined],
        [2, ['x', 'ma*']],
      ],
      2,
      '2',
    ],
    [[[3, undefined]], 2, '3'],
  ])('with the approval rules %j, of which %i are wanted: %s', (rules, approvals, detail) => {
    const approvalRules = { value: rules.map(([number, branches]) => ({ approvals: number, branches })) };
    expect(one('approvals', { approvalRules }, { approvals })).toMatchObject({
      state: detail.endsWith('needed') ? 'does-not-hold' : 'holds',
      what: approvals === 1 ? 'At least one person approves' : `At least ${approvals} people approve`,
      detail,
    });
  });

  test.each([
    [0, 'A change to main needs no approval: its author merges it alone.'],
    [1, 'A change to main needs fewer approvals than the policy’s posture.approvals: 1 of 2.'],
  ])('that needs %i approvals of two is a finding', (number, message) => {
    const approvalRules = { value: number === 0 ? [] : [{ approvals: number, branches: undefined }] };
    const expected = [
      {
        rule: 'review-not-required',
        severity: 'high',
        message,
        remedy: 'Make an approval rule for main with 2 required (Settings → Merge requests → Merge request approvals).',
        subject: [String(number)],
      },
    ];
    expect(one('approvals', { approvalRules }, { approvals: 2 })).toMatchObject({ findings: expected });
    expect(one('approvals', { approvalRules, protections: refused }, { approvals: 2 })).toMatchObject({
      findings: expected,
    });
  });

  test('that one protected branch of two covers needs approvals', () => {
    const facts = { ...protectedAs({ name: 'x' }, {}), approvalRules: { value: [] } };
    expect(one('approvals', facts)).toMatchObject({ findings: [{ severity: 'high' }] });
  });

  test('that takes unsigned commits', () => {
    const pushRule = { value: { rejectsUnsigned: false, rejectsSecrets: false } };
    expect(one('signed-commits-required', { pushRule })).toMatchObject({
      state: 'does-not-hold',
      detail: 'no push rule asks for it',
      findings: [{ rule: 'unprotected-branch', severity: 'low' }],
    });
  });
});

describe('the project', () => {
  test.each<[string, Partial<GitlabFacts>, string]>([
    ['stale-approvals-dismissed', approvals({ resetOnPush: false }), 'medium review-not-required'],
    ['last-push-approved', approvals({ committersMayApprove: true }), 'medium review-not-required'],
    ['author-may-not-approve', approvals({ authorMayApprove: true }), 'high review-not-required'],
    ['discussions-resolved', project({ discussionsMustBeResolved: false }), 'low review-not-required'],
    ['fork-workflows', project({ runsForkPipelines: true }), 'low workflow-permissions'],
    ['workflow-token-reads', project({ jobTokenMayPush: true }), 'medium workflow-permissions'],
    ['job-token-scope', { jobTokenIsLimited: { value: false } }, 'medium workflow-permissions'],
  ])('without %s is one finding', (id, facts, expected) => {
    expect(notHolding(checks(facts))).toEqual([`${id}: does-not-hold, not set so`]);
    const check = one(id, facts);
    const found = check?.state === 'does-not-hold' ? check.findings : [];
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([expected]);
    expect(Object.keys(found[0] ?? {})).toEqual(['rule', 'severity', 'message', 'remedy']);
  });

  test.each<[Partial<ProjectSettings>, string, string | undefined]>([
    [
      { pipelineMustSucceed: true, skippedIsEnough: true },
      'does-not-hold, skipped pipelines count as successful',
      'skipped',
    ],
    [{ pipelineMustSucceed: false, skippedIsEnough: false }, 'does-not-hold, off', 'off'],
    [{ pipelineMustSucceed: false, skippedIsEnough: undefined }, 'does-not-hold, off', 'off'],
    [{ skippedIsEnough: undefined }, 'could-not-check, GitLab does not show this setting to the token', undefined],
    [{ pipelineMustSucceed: undefined }, 'could-not-check, GitLab does not show this setting to the token', undefined],
  ])('merges what the gate refuses: %j', (over, expected, subject) => {
    const check = one('requires-gate', project(over));
    expect(check && words(check)).toBe(`requires-gate: ${expected}`);
    const message =
      subject === 'skipped'
        ? 'A skipped pipeline counts as successful: “[skip ci]” in a commit merges a change that this gate has not judged.'
        : 'Pipelines need not succeed: a merge request is merged whatever the gate says.';
    if (check?.state === 'does-not-hold')
      expect(check.findings).toMatchObject([
        { rule: 'unprotected-branch', severity: 'high', message, subject: [subject] },
      ]);
    else expect(check).toMatchObject({ needs: 'the role Maintainer' });
  });

  test.each<[string | undefined, Fact<readonly string[]>, string]>([
    ['ci.yml@acme/gates', refused, 'holds, its configuration is ci.yml@acme/gates'],
    ['ci.yml', { value: ['gate', 'scan'] }, 'holds, pipeline execution policies: gate, scan'],
    [undefined, { value: ['gate'] }, 'holds, pipeline execution policies: gate'],
    ['ci.yml', { value: [] }, 'does-not-hold, the pipeline is .gitlab-ci.yml of the merge request'],
    [undefined, refused, `could-not-check, ${refused.unknown}`],
  ])('whose pipeline is %s and whose policies are %j: %s', (pipelinePath, pipelinePolicies, expected) => {
    const check = one('check-source', { ...project({ pipelinePath }), pipelinePolicies });
    expect(check && words(check)).toBe(`check-source: ${expected}`);
    if (check?.state === 'does-not-hold')
      expect(check.findings).toMatchObject([{ rule: 'unprotected-branch', severity: 'medium' }]);
  });

  test('that is not shown has its pipeline from a policy, or from nobody knows where', () => {
    const hidden: Unknown = { unknown: 'the project is not shown' };
    expect(one('check-source', { project: hidden, pipelinePolicies: { value: ['gate'] } })?.state).toBe('holds');
    for (const pipelinePolicies of [{ value: [] }, refused])
      expect(one('check-source', { project: hidden, pipelinePolicies })?.detail).toBe('the project is not shown');
  });

  const rule = (rejectsSecrets: boolean) => ({ value: { rejectsUnsigned: true, rejectsSecrets } });
  test.each<[GitlabFacts['pushRule'], Partial<ProjectSettings>, string]>([
    [rule(true), { blocksSecrets: false }, 'holds, files, by a push rule'],
    [rule(false), { blocksSecrets: true }, 'holds, on'],
    [refused, { blocksSecrets: true }, 'holds, on'],
    [rule(false), { blocksSecrets: undefined }, 'could-not-check, GitLab does not show this setting to the token'],
    [refused, { blocksSecrets: false }, `could-not-check, ${refused.unknown}`],
    [rule(false), { blocksSecrets: false }, 'does-not-hold, off'],
    [rule(false), { blocksSecrets: false, visibility: 'public' }, 'does-not-hold, off'],
  ])('with the push rule %j and the setting %j, pushes with secrets are blocked: %s', (pushRule, over, expected) => {
    const check = one('push-protection', { ...project(over), pushRule });
    expect(check && words(check)).toBe(`push-protection: ${expected}`);
    if (check?.state === 'does-not-hold')
      expect(check.findings.map(({ severity, rule: id }) => `${severity} ${id}`)).toEqual(
        over.visibility === 'public' ? ['medium public-repository'] : [],
      );
  });

  test('whose settings the token may not see has no finding', () => {
    const hidden = checks({
      project: refused,
      protections: refused,
      pushRule: refused,
      approvals: refused,
      approvalRules: refused,
      jobTokenIsLimited: refused,
      pipelinePolicies: refused,
    });
    expect(hidden).toHaveLength(checks().length);
    for (const check of hidden)
      expect(check).toMatchObject({ state: 'could-not-check', detail: refused.unknown, needs: refused.needs });
    expect(one('push-protection', { project: refused, pushRule: rule(true) })?.state).toBe('holds');
  });
});

function approvals(over: Partial<{ resetOnPush: boolean; authorMayApprove: boolean; committersMayApprove: boolean }>) {
  const all = { resetOnPush: true, authorMayApprove: false, committersMayApprove: false, ...over };
  return { approvals: { value: all } };
}
