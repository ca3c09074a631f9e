import { comparePolicies } from '../../src/policy/compare/compare-policies.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { IgnoreEntry, Policy, SignaturePolicy, SignerEntry } from '../../src/policy/policy.ts';
import type { RuleLevel } from '../../src/policy/rule-levels.ts';

export type Part = Partial<Policy>;

/** Each difference in one line: whether it weakens, where it is, and what it says. */
export const differences = (before: Part, after: Part) =>
  comparePolicies({ ...defaultPolicy, ...before }, { ...defaultPolicy, ...after }).map(
    ({ weakens, path, what }) => `${weakens ? 'weaker' : 'not'} ${path.join('/')}: ${what}`,
  );
export const codes = (before: Part, after: Part) =>
  comparePolicies({ ...defaultPolicy, ...before }, { ...defaultPolicy, ...after }).map(({ code }) => code);

export const signatures = (part: Partial<SignaturePolicy>): Part => ({
  signatures: { ...defaultPolicy.signatures, ...part },
});
export const forge = (part: Partial<SignaturePolicy['forge']>) =>
  signatures({ forge: { ...defaultPolicy.signatures.forge, ...part } });
export const signer = (part: Partial<SignerEntry> = {}): SignerEntry => ({
  key: 'k',
  name: 'Ana',
  emails: ['a@x', 'b@x'],
  roles: ['admin', 'dev'],
  ...part,
});
export const signers = (...all: readonly Partial<SignerEntry>[]) => signatures({ signers: all.map(signer) });
export const requirement = (part: Partial<SignaturePolicy['requirements'][number]>) => ({
  paths: ['p', 'q'],
  rules: ['r', 's'],
  signers: ['Ana', 'Bob'],
  roles: ['admin', 'dev'],
  ...part,
});
export const demands = (...all: readonly Parameters<typeof requirement>[0][]) =>
  signatures({ requirements: all.map(requirement) });
export const stated = (failOn: Policy['failOn']): Part => ({ failOn, failOnStated: true });
export const entry = (part: Partial<IgnoreEntry> = {}): IgnoreEntry => ({
  rule: 'r',
  fingerprint: 'f',
  object: undefined,
  path: undefined,
  blobs: [],
  reason: 'why',
  until: '2026-06-15',
  line: 3,
  ...part,
});
export const ignore = (...all: readonly Partial<IgnoreEntry>[]): Part => ({ ignore: all.map(entry) });
export const rules = (level: RuleLevel | undefined): Part => ({
  rules: new Map(level === undefined ? [] : [['r', level]]),
});
export const scopes = (levels: Readonly<Record<string, RuleLevel>>): Part => ({
  rulesByScope: new Map([['r', new Map(Object.entries(levels))]]),
});
