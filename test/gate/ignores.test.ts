import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/gate/fingerprint.ts';
import { neverHolds } from '../../src/gate/ignores.ts';
import { type GateInput, judge } from '../../src/gate.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { ignoreEntry } from '../../src/policy/ignore-entry.ts';
import type { IgnoreEntry } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import type { Observation, RuleCategory } from '../../src/rules/rule.ts';
import type { Severity } from '../../src/severity.ts';

const now = Date.UTC(2026, 5, 15, 12);
const blob = 'b'.repeat(40);
const role = { group: 'rbac.authorization.k8s.io', kind: 'Role', namespace: 'ci', name: 'deployer' };
const observation: Observation = {
  message: 'm',
  remedy: 'r',
  subject: ['rules', 'get pods'],
  scope: 'prod',
  object: role,
  position: { file: 'prod/role.yaml', line: 7, column: 3 },
};

function entry(over: Partial<IgnoreEntry>): IgnoreEntry {
  return {
    rule: 'rbac-widened',
    fingerprint: undefined,
    object: undefined,
    path: undefined,
    blobs: [],
    reason: 'agreed with the security team',
    until: '2026-12-31',
    line: 12,
    ...over,
  };
}

function verdict(
  severity: Severity,
  ignore: readonly IgnoreEntry[],
  over: Partial<Observation> = {},
  [id, category]: [string, RuleCategory] = ['rbac-widened', 'rbac'],
  rest: Partial<GateInput> = {},
) {
  const observed: GateInput['observed'][number] = {
    rule: { id, category, severity },
    observation: { ...observation, severity, ...over },
  };
  return judge({
    observed: [observed],
    failOn: undefined,
    isPush: false,
    after: new Map([['prod/role.yaml', { mode: '100644', id: blob }]]),
    unjudged: [],
    notes: [],
    now,
    ...rest,
    policy: { ...defaultPolicy, source: '.gitops-gate/policy.yaml', ignore },
  });
}

const exact = fingerprint('rbac-widened', observation);

describe('an ignore entry', () => {
  test.each<[string, Severity, Partial<IgnoreEntry>]>([
    ['its exact fingerprint', 'critical', { fingerprint: exact }],
    ['its object', 'high', { object: 'Role/ci/deployer' }],
    ['its object with the group', 'high', { object: 'Role.rbac.authorization.k8s.io/ci/deployer' }],
    ['object and path', 'high', { object: 'Role/ci/deployer', path: 'prod/**' }],
    ['the last day', 'high', { object: 'Role/ci/deployer', until: '2026-06-15' }],
  ])('covers a finding by %s', (_, severity, over) => {
    const { findings, suppressed, outcome } = verdict(severity, [entry(over)]);
    expect(findings).toEqual([]);
    expect(suppressed).toMatchObject([{ reason: 'agreed with the security team', blocking: false }]);
    expect(outcome).toBe('passed');
  });

  test.each<[string, Severity, Partial<IgnoreEntry>]>([
    ['of another rule', 'high', { rule: 'rbac-unknown-role', fingerprint: exact }],
    ['with a shortened fingerprint', 'high', { fingerprint: exact.slice(0, 12) }],
    ['that selects nothing', 'high', {}],
    ['of an object in another namespace', 'high', { object: 'Role/prod/deployer' }],
    ['of the object without its namespace', 'high', { object: 'Role/deployer' }],
    ['of another group', 'high', { object: 'Role.example.com/ci/deployer' }],
    ['whose second selector does not match', 'high', { fingerprint: exact, path: 'dev/**' }],
  ])('%s covers nothing and is not mentioned', (_, severity, over) => {
    const { findings, outcome } = verdict(severity, [entry(over)]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.details).toBeUndefined();
    expect(outcome).toBe('blocked');
  });

  test.each<[string, Severity, Partial<IgnoreEntry>, string]>([
    ['a critical finding by its object', 'critical', { object: 'Role/ci/deployer' }, 'exact fingerprint'],
    ['a critical finding by its path', 'critical', { path: '**' }, 'exact fingerprint'],
    ['an RBAC finding by a path', 'high', { path: 'prod/**' }, 'never hides an RBAC'],
    ['an expired one', 'high', { fingerprint: exact, until: '2026-06-14' }, 'expired after 2026-06-14'],
  ])('never hides %s, and the finding says why', (_, severity, over, why) => {
    const { findings, suppressed, outcome } = verdict(severity, [entry(over)]);
    expect(suppressed).toEqual([]);
    expect(outcome).toBe('blocked');
    expect(findings[0]?.details?.join()).toContain('line 12');
    expect(findings[0]?.details?.join()).toContain(why);
  });

  test('that is expired is named in the notes even when it matches nothing', () => {
    const { notes } = verdict('low', [entry({ fingerprint: 'f'.repeat(64), until: '2025-01-31' })]);
    expect(notes.join()).toContain('line 12 (rbac-widened, until 2025-01-31)');
  });

  test('that holds goes before one that does not', () => {
    const ignore = [entry({ fingerprint: exact, until: '2020-01-01' }), entry({ fingerprint: exact })];
    expect(verdict('critical', ignore).suppressed).toHaveLength(1);
  });

  test('an object whose namespace smuggles a slash matches no reference', () => {
    const object = { ...role, namespace: undefined, name: 'ci/deployer' };
    expect(verdict('high', [entry({ object: 'Role/ci/deployer' })], { object }).findings).toHaveLength(1);
  });

  test('by path covers only a finding that is nowhere else', () => {
    const rule: [string, RuleCategory] = ['unreadable-manifest', 'input'];
    const ignore = [entry({ rule: 'unreadable-manifest', path: 'prod/**' })];
    const places = [{ file: 'dev/other.yaml', line: 1, column: 1 }];
    const { position: _, ...nowhere } = observation;
    expect(verdict('high', ignore, {}, rule).suppressed).toHaveLength(1);
    expect(verdict('high', ignore, { places }, rule).suppressed).toHaveLength(0);
    const observed = [{ rule: { id: rule[0], category: rule[1], severity: 'high' as const }, observation: nowhere }];
    expect(verdict('high', ignore, {}, rule, { observed }).suppressed).toHaveLength(0);
  });
});

test.each<[Partial<IgnoreEntry>, RuleCategory, string | undefined]>([
  [{}, 'network', 'it names no fingerprint, object or path'],
  [{ fingerprint: exact }, 'secret', undefined],
  [{ path: 'a' }, 'network', undefined],
  [{ object: 'Role/a' }, 'rbac', undefined],
  [{ object: 'Secret/a/b' }, 'secret', 'a secret is ignored only together with the blob id of its file'],
  [{ object: 'Secret/a/b', blobs: [blob] }, 'secret', undefined],
])('the entry %j of a rule about %s holds for nothing: %s', (over, category, why) => {
  expect(neverHolds(entry(over), category)).toBe(why);
});

test('an object without a name is named by no entry', () => {
  const nameless = { ...role, name: '' };
  expect(verdict('high', [entry({ object: 'Role/ci/' })], { object: nameless }).suppressed).toEqual([]);
});

describe("a secret's ignore", () => {
  const rule: [string, RuleCategory] = ['plaintext-secret', 'secret'];
  const secret = { ...observation, object: { group: '', kind: 'Secret', namespace: 'ci', name: 'db' } };
  const pinned = entry({
    rule: 'plaintext-secret',
    fingerprint: fingerprint('plaintext-secret', secret),
    blobs: [blob],
  });
  const files = (...ids: [string, string][]) => ({
    after: new Map(ids.map(([file, id]) => [file, { mode: '100644', id }] as const)),
  });

  test('holds while the file is the one it was pinned to', () => {
    expect(verdict('critical', [pinned], secret, rule).suppressed).toHaveLength(1);
  });

  test.each<[string, IgnoreEntry, Partial<GateInput>, RegExp]>([
    ['the file changed', pinned, files(['prod/role.yaml', 'c'.repeat(40)]), /not the one it was pinned to/],
    ['the file is gone', pinned, files(), /not the one it was pinned to/],
    ['it is not pinned', { ...pinned, blobs: [] }, {}, /only together with the blob id/],
  ])('does not hold when %s', (_, ignore, rest, why) => {
    const { findings, outcome } = verdict('critical', [ignore], secret, rule, rest);
    expect(outcome).toBe('blocked');
    expect(findings[0]?.details?.join()).toMatch(why);
  });

  test('does not hold for a secret in no file: nothing pins it', () => {
    const { position: _, ...nowhere } = secret;
    const ignore = { ...pinned, fingerprint: fingerprint('plaintext-secret', nowhere) };
    const { outcome, suppressed } = verdict('critical', [ignore], { ...nowhere, position: undefined as never }, rule);
    expect({ outcome, suppressed }).toEqual({ outcome: 'blocked', suppressed: [] });
  });

  test('must pin every file the secret is in', () => {
    const other = 'd'.repeat(40);
    const places = [{ file: 'dev/copy.yaml', line: 1, column: 1 }];
    const rest = files(['prod/role.yaml', blob], ['dev/copy.yaml', other]);
    expect(verdict('critical', [pinned], { ...secret, places }, rule, rest).suppressed).toHaveLength(0);
    const both = { ...pinned, blobs: [blob, other] };
    expect(verdict('critical', [both], { ...secret, places }, rule, rest).suppressed).toHaveLength(1);
  });

  test('of a finding about a commit needs no pin: the commit is in the fingerprint', () => {
    const commit = 'e'.repeat(40);
    const history = fingerprint('secret-in-history', { ...secret, commit });
    const ignore = entry({ rule: 'secret-in-history', fingerprint: history });
    const past = { ...secret, commit };
    expect(verdict('high', [ignore], past, ['secret-in-history', 'secret'], files()).suppressed).toHaveLength(1);
    const byObject = { ...ignore, fingerprint: undefined, object: 'Secret/ci/db' };
    expect(verdict('high', [byObject], past, ['secret-in-history', 'secret'], files()).suppressed).toHaveLength(0);
  });

  test('does not cover a second copy planted alongside the first', () => {
    const copies = ['prod/role.yaml', 'prod/a-copy.yaml'].map((file) => ({
      rule: { id: 'plaintext-secret', category: 'secret' as const, severity: 'critical' as const },
      observation: { ...secret, position: { file, line: 1, column: 1 } },
    }));
    const rest = { ...files(['prod/role.yaml', blob], ['prod/a-copy.yaml', blob]), observed: copies };
    expect(verdict('critical', [pinned], secret, rule, rest)).toMatchObject({ outcome: 'blocked' });
  });
});

describe('the entry that `gitops-gate ignore` prints', () => {
  test.each<[string, string, RuleCategory, Partial<Observation>]>([
    ['an RBAC finding', 'rbac-widened', 'rbac', {}],
    ['a secret', 'plaintext-secret', 'secret', {}],
    ['a secret in history', 'secret-in-history', 'secret', { commit: 'e'.repeat(40) }],
    ['a commit', 'invalid-signature', 'signature', { commit: 'e'.repeat(40) }],
  ])('covers %s, even a critical one', (_, id, category, over) => {
    const [finding] = verdict('critical', [], over, [id, category]).findings;
    if (!finding) throw new Error('no finding');
    const { rule, fingerprint: whole } = finding;
    const blobs = category === 'secret' && !finding.commit ? [blob] : [];
    const text = ignoreEntry({ rule, fingerprint: whole, blobs, reason: 'agreed', until: '2026-12-31' }, now);
    const { policy } = readPolicy(Buffer.from(`ignore:\n${text}`), '.gitops-gate/policy.yaml');
    expect(verdict('critical', policy.ignore, over, [id, category]).suppressed).toHaveLength(1);
  });
});

describe('a secret in several places', () => {
  const copy = 'c'.repeat(40);
  const at = (file: string): Observation => ({
    ...observation,
    object: { group: '', kind: 'Secret', namespace: 'shop', name: file },
    position: { file, line: 5, column: 3 },
  });
  const group = (...files: readonly string[]): Observation => {
    const [first, ...others] = files.map(at) as [Observation, ...Observation[]];
    return { ...first, places: others.flatMap((one) => one.position ?? []), alone: files.map(at) };
  };
  const judged = (files: readonly string[], ignore: readonly IgnoreEntry[]) => {
    const result = judge({
      observed: [
        { rule: { id: 'plaintext-secret', category: 'secret', severity: 'critical' }, observation: group(...files) },
      ],
      failOn: undefined,
      isPush: false,
      after: new Map([
        ['a/copy.yaml', { mode: '100644', id: copy }],
        ['a/s.yaml', { mode: '100644', id: blob }],
      ]),
      unjudged: [],
      notes: [],
      now,
      policy: { ...defaultPolicy, source: '.gitops-gate/policy.yaml', ignore },
    });
    const files_ = (findings: readonly { position?: { file: string } }[]) => findings.map((one) => one.position?.file);
    return { counted: files_(result.findings), accepted: files_(result.suppressed), findings: result.findings };
  };
  const accepted = entry({
    rule: 'plaintext-secret',
    fingerprint: fingerprint('plaintext-secret', at('a/s.yaml')),
    blobs: [blob],
  });

  test('an accepted place stays accepted when a copy comes before it in the order of paths, and the copy counts', () => {
    expect(judged(['a/s.yaml'], [accepted])).toMatchObject({ counted: [], accepted: ['a/s.yaml'] });
    const { counted, accepted: kept, findings } = judged(['a/copy.yaml', 'a/s.yaml'], [accepted]);
    expect([counted, kept]).toEqual([['a/copy.yaml'], ['a/s.yaml']]);
    expect(findings[0]?.fingerprint).toBe(fingerprint('plaintext-secret', at('a/copy.yaml')));
  });

  test('an entry that pins every file accepts all places, whichever of them it names', () => {
    const both = { ...accepted, blobs: [blob, copy] };
    expect(judged(['a/copy.yaml', 'a/s.yaml'], [both])).toMatchObject({
      counted: [],
      accepted: ['a/copy.yaml', 'a/s.yaml'],
    });
  });

  test('a place whose file changed counts, and so do those that no entry names', () => {
    const changed = { ...accepted, blobs: ['d'.repeat(40)] };
    expect(judged(['a/copy.yaml', 'a/s.yaml'], [changed]).counted).toEqual(['a/copy.yaml']);
    expect(judged(['a/copy.yaml', 'a/s.yaml'], []).findings).toHaveLength(1);
  });
});
