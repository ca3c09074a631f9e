import { expect, test } from '@jest/globals';
import { judge } from '../../src/gate.ts';
import type { UnusualCommit } from '../../src/history/judge/analyse-history.ts';
import { comparePolicies } from '../../src/policy/compare/compare-policies.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy, SignatureRequirement } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';
import { rules } from '../../src/rules/index.ts';
import { observe } from '../../src/rules/observe.ts';
import { unusualChange } from '../../src/rules/repository/unusual-change.ts';
import type { VerifiedCommit } from '../../src/signature/model/signature.ts';
import { evidenceOfFiles } from './evidence.ts';

const sha = 'a1b2c3d4e5f6'.padEnd(40, '0');
const signal = (id: string, what: string, weight: number) => ({ id, what, weight, rate: { fired: 3, of: 1204 } });
const commit: UnusualCommit = {
  sha,
  subject: 'Add a role',
  score: 8.16,
  asHigh: 2,
  of: 1204,
  by: 'people',
  isUnusual: true,
  signals: [
    signal('new-key', 'it is signed with a new key', 4.9),
    signal('hour', 'it was made at night', 3),
    signal('zone', 'its time zone is new', 2),
    { ...signal('forced-push', 'it came by a forced push', 1), rate: undefined },
  ],
};
const past = { changes: 1500, unusual: [commit] };

test('a finding says what is unusual, the most telling first, each with how often it was so', () => {
  expect([...unusualChange.check(evidenceOfFiles([], { past }))]).toEqual([
    {
      message:
        'Commit a1b2c3d4e5f6 (Add a role) is unusual here: it is signed with a new key; it was made at night; its time zone is new (and 1 more).',
      remedy: expect.stringContaining('Ask its author over another channel'),
      details: [
        'It is signed with a new key: so it was in 3 of 1,204 earlier changes by people of which it is known (weight 4.9).',
        'It was made at night: so it was in 3 of 1,204 earlier changes by people of which it is known (weight 3.0).',
        'Its time zone is new: so it was in 3 of 1,204 earlier changes by people of which it is known (weight 2.0).',
        'It came by a forced push: the history does not say how often (weight 1.0).',
        'As unusual or more (score 8.2): 2 of 1,204 earlier changes by people.',
      ],
      commit: sha,
      subject: ['commit', sha],
    },
  ]);
});

test('without unusual commits, and without a history, nothing is said', () => {
  expect([...unusualChange.check(evidenceOfFiles([], { past: { changes: 10, unusual: [] } }))]).toEqual([]);
  expect([...unusualChange.check(evidenceOfFiles([]))]).toEqual([]);
});

function outcome(policy: Partial<Policy>) {
  const [observation] = unusualChange.check(evidenceOfFiles([], { past }));
  if (observation === undefined) throw new Error('nothing observed');
  return judge({
    observed: [{ rule: unusualChange, observation }],
    policy: { ...defaultPolicy, ...policy },
    failOn: undefined,
    isPush: false,
    after: new Map(),
    unjudged: [],
    notes: [],
    now: 0,
  });
}

test('it does not block by itself, whatever the threshold is', () => {
  for (const failOn of ['high', 'low'] as const) {
    expect(outcome({ failOn, failOnStated: true })).toMatchObject({
      outcome: 'passed',
      findings: [{ severity: 'low' }],
    });
  }
});

test('it blocks where the policy gives it a severity that does', () => {
  const stated = { rules: new Map([['unusual-change', 'high'] as const]) };
  expect(outcome(stated)).toMatchObject({ outcome: 'blocked' });
  expect(outcome({ rules: new Map([['unusual-change', 'off'] as const]) }).findings).toEqual([]);
});

const requirement: SignatureRequirement = { paths: [], rules: ['unusual-change'], signers: [], roles: ['admin'] };
const withDemand: Policy = {
  ...defaultPolicy,
  signatures: { ...defaultPolicy.signatures, requirements: [requirement] },
};

function verified(id: string, roles: readonly string[], state: 'good' | 'unsigned' = 'good'): VerifiedCommit {
  const person = { name: 'Ada', email: 'ada@example.com', time: 0 };
  const signer = { name: 'Ada', emails: [], roles, principals: ['Ada'] };
  const signature =
    state === 'good' ? ({ state, accepted: true, signer } as const) : ({ state, accepted: false } as const);
  return { sha: id, kind: 'commit', subject: 's', author: person, committer: person, signature };
}

test('the policy lets it raise the signers demanded, of the unusual commit alone', () => {
  const messages = (roles: readonly string[], state?: 'unsigned') => {
    const commits = [verified(sha, roles, state), verified('f'.repeat(40), [])];
    const evidence = evidenceOfFiles([], { past, policy: withDemand, change: { commits } });
    return observe(evidence, (_, line) => line).flatMap(({ rule, observation }) =>
      rule.id === 'untrusted-signer' ? observation.message : [],
    );
  };
  expect(messages(['admin'])).toEqual([]);
  expect(messages(['platform'])).toEqual([
    'Commit a1b2c3d4e5f6 (s): The policy demands a signature by the role admin, because the commit is reported by unusual-change; it is by Ada.',
  ]);
  expect(messages([], 'unsigned')).toEqual([expect.stringContaining('by unusual-change; it has no signature.')]);
});

test('the policy file says so, and taking it out weakens', () => {
  const text = 'version: 1\nsignatures:\n  require:\n    - rules: [unusual-change]\n      roles: [admin]\n';
  const ids = rules.map(({ id }) => id);
  const { policy, problems } = readPolicy(Buffer.from(text), 'policy.yaml', ids);
  expect(problems).toEqual([]);
  expect(policy.signatures.requirements).toEqual([requirement]);
  expect(comparePolicies(withDemand, defaultPolicy)).toMatchObject([{ weakens: true }]);
  expect(comparePolicies(defaultPolicy, withDemand)).toMatchObject([{ weakens: false }]);
  const off: Policy = { ...defaultPolicy, rules: new Map([['unusual-change', 'off']]) };
  expect(comparePolicies(defaultPolicy, off)).toMatchObject([{ weakens: true }]);
});
