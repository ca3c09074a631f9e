import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { SignatureRequirement } from '../../src/policy/policy.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { rules } from '../../src/rules/index.ts';
import { unmetRuleDemands } from '../../src/rules/signature/demanded-signer.ts';
import { type SignatureState, signatureStates, type VerifiedCommit } from '../../src/signature/model/signature.ts';
import { evidenceOfFiles } from './evidence.ts';

const signatureRules = rules.filter(({ category }) => category === 'signature');
const alice = {
  name: 'Alice',
  emails: ['alice@example.com', 'claimed@example.com'],
  roles: ['platform'],
  principals: ['Alice', 'alice@example.com'],
};

function commit(
  state: SignatureState,
  rest: Partial<VerifiedCommit> = {},
  accepted = state === 'good',
): VerifiedCommit {
  const person = { name: 'Alice', email: 'alice@example.com', time: 0 };
  return {
    sha: 'a1b2c3d4e5f6'.padEnd(40, '0'),
    kind: 'commit',
    subject: 'Add a role',
    author: person,
    committer: person,
    signature: {
      state,
      accepted,
      reason: 'Because.',
      remedy: 'Do this.',
      ...(state === 'good' ? { signer: alice } : {}),
    },
    ...rest,
  };
}

function evidence(
  commits: readonly VerifiedCommit[],
  { trustsKeys = true, requirements = [] as readonly SignatureRequirement[], paths = ['clusters/prod/role.yaml'] } = {},
): Evidence {
  return evidenceOfFiles([], {
    change: {
      commits,
      commitPaths: new Map(commits.map(({ sha }) => [sha, new Map(paths.map((path) => [path, undefined]))])),
    },
    policy: { ...defaultPolicy, signatures: { ...defaultPolicy.signatures, requirements } },
    trustsKeys,
  });
}

const observe = (given: Evidence) =>
  signatureRules.flatMap((rule) => [...rule.check(given)].map((observation) => ({ id: rule.id, observation })));

describe('each verdict is one rule’s', () => {
  const expected: Record<SignatureState, readonly string[]> = {
    good: [],
    unsigned: ['unsigned-commit'],
    bad: ['invalid-signature'],
    malformed: ['invalid-signature'],
    untrusted: ['untrusted-signer'],
    'wrong-identity': ['untrusted-signer'],
    'forge-signed': ['untrusted-signer'],
    expired: ['rejected-key'],
    revoked: ['rejected-key'],
    weak: ['rejected-key'],
    'could-not-check': [], // makes the run could-not-judge
  };
  test.each(signatureStates.map((state) => [state, expected[state]] as const))('%s: %j', (state, ids) => {
    expect(observe(evidence([commit(state)])).map(({ id }) => id)).toEqual(ids);
  });

  test('a forge’s accepted signature is silent', () => {
    expect(observe(evidence([commit('forge-signed', {}, true)]))).toEqual([]);
  });

  test('the sentence names the commit, the remedy is the verdict’s', () => {
    const [seen] = observe(evidence([commit('expired')]));
    expect(seen?.observation).toEqual({
      message: 'Commit a1b2c3d4e5f6 (Add a role): Because.',
      remedy: 'Do this.',
      commit: commit('expired').sha,
      subject: ['commit', commit('expired').sha],
    });
  });

  test('a tag is called one', () => {
    expect(observe(evidence([commit('unsigned', { kind: 'tag' })]))[0]?.observation.message).toMatch(/^Tag /);
  });
});

describe('while the base trusts no keys', () => {
  test.each(signatureStates)('%s reports at low, unless it is invalid', (state) => {
    for (const { observation } of observe(evidence([commit(state)], { trustsKeys: false }))) {
      const isInvalid = state === 'bad' || state === 'malformed';
      expect(observation.severity).toBe(isInvalid ? undefined : 'low');
      expect(observation.details?.join(' ') ?? '').toMatch(isInvalid ? /^$/ : /allowed_signers/);
    }
  });
});

describe('signatures.require', () => {
  const demand = (rest: Partial<SignatureRequirement>): SignatureRequirement => {
    return { paths: ['clusters/prod/**'], rules: [], signers: [], roles: [], ...rest };
  };
  const unmet = (commits: readonly VerifiedCommit[], requirement: SignatureRequirement, paths?: string[]) =>
    observe(evidence(commits, { requirements: [requirement], ...(paths ? { paths } : {}) })).map(
      ({ id, observation }) => `${id}: ${observation.message}`,
    );

  test.each([
    ['a role', demand({ roles: ['platform'] })],
    ['a name', demand({ signers: ['Alice'] })],
    ['an email', demand({ signers: ['Alice@Example.com'] })],
  ])('is met by %s', (_, requirement) => {
    expect(unmet([commit('good')], requirement)).toEqual([]);
  });

  test('is not met by an address that the key only claims', () => {
    expect(unmet([commit('good')], demand({ signers: ['claimed@example.com'] }))).toHaveLength(1);
  });

  test('is met by a fingerprint however it is written', () => {
    const keyFingerprint = '968479A1AFF927E37D1A566BB5690EEEBB952194';
    const signed = commit('good', { signature: { state: 'good', accepted: true, signer: alice, keyFingerprint } });
    expect(unmet([signed], demand({ signers: [keyFingerprint.toLowerCase().replace(/.{4}(?=.)/g, '$& ')] }))).toEqual(
      [],
    );
  });

  test('another signer is not enough', () => {
    expect(unmet([commit('good')], demand({ roles: ['security'], signers: ['Bob'] }))).toEqual([
      'untrusted-signer: Commit a1b2c3d4e5f6 (Add a role): The policy demands a signature by Bob or the role security, because it changes clusters/prod/role.yaml; it is by Alice.',
    ]);
  });

  test.each(['unsigned', 'untrusted', 'forge-signed', 'expired'] as const)('%s does not meet it', (state) => {
    expect(unmet([commit(state, {}, true)], demand({ roles: ['platform'] }))).toContainEqual(
      expect.stringContaining(state === 'unsigned' ? 'it has no signature' : `its signature is ${state}`),
    );
  });

  test('other paths are free', () => {
    expect(unmet([commit('good')], demand({ roles: ['security'] }), ['docs/readme.md'])).toEqual([]);
  });

  test('a plain merge brings in nothing of its own', () => {
    expect(unmet([commit('good', { isPlainMerge: true })], demand({ roles: ['security'] }))).toEqual([]);
  });

  test('what a rule found is demanded of the commits that touch its file', () => {
    const given = evidence([commit('good')], {
      requirements: [demand({ paths: [], rules: ['rbac-widened'], roles: ['security'] })],
    });
    const found = (rule: string, file?: string) => ({
      rule: { id: rule },
      observation: {
        message: '',
        remedy: '',
        subject: [],
        ...(file ? { position: { file, line: 1, column: 1 } } : {}),
      },
    });
    const messages = (...observed: ReturnType<typeof found>[]) => [...unmetRuleDemands(given, observed)].length;
    expect(messages(found('rbac-widened', 'clusters/prod/role.yaml'))).toBe(1);
    expect(messages(found('rbac-widened', 'clusters/other/role.yaml'))).toBe(0);
    expect(messages(found('plaintext-secret', 'clusters/prod/role.yaml'))).toBe(0);
    expect(messages(found('rbac-widened'))).toBe(1);
    expect(messages(found('rbac-widened'), found('rbac-widened', 'clusters/prod/role.yaml'))).toBe(1);
  });
});
