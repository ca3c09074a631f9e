import type { GithubBranch, GithubFacts, Protection } from '../../src/posture/github/facts.ts';
import type { Surroundings } from '../../src/posture/model/surroundings.ts';

/** A protection that asks for everything. */
export const strict: Protection = {
  by: 'the ruleset “delivered” of shop/clusters',
  requiresRequest: true,
  approvals: 1,
  dismissesStale: true,
  needsLastPushApproved: true,
  needsCodeOwners: true,
  blocksForcePush: true,
  blocksDeletion: true,
  needsSignatures: true,
  isLocked: false,
  checks: [{ name: 'gitops-gate (refs/heads/main)', source: 15_368 }],
  workflows: [],
};

/** One that asks for nothing. */
export const lax: Protection = {
  by: 'branch protection',
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

/** A branch that one ruleset protects in every way. */
export const goodBranch: GithubBranch = {
  name: 'main',
  rulesets: { value: [strict] },
  classic: { value: [] },
  visible: [],
  bypasses: [{ by: strict.by, code: 'ruleset/7', actors: { value: [] } }],
};

/** What GitHub says of a repository that is set up as it should be. */
export const goodGithub: GithubFacts = {
  forge: 'github',
  repository: 'shop/clusters',
  branches: { value: [goodBranch] },
  moreBranches: 0,
  unmatched: [],
  visibility: { value: 'private' },
  scanning: { value: { secrets: true, pushes: true } },
  ownersErrors: { value: [] },
  deployKeys: { value: [] },
  outsideAdmins: { value: [] },
  actions: { value: { isOn: true, allowed: 'selected', mustBePinned: true } },
  selected: { value: ['acme/*'] },
  token: { value: { mayWrite: false, mayApprove: false } },
  forks: { value: { of: 'private', runs: false, getsWriteToken: false, getsSecrets: false, needsApproval: true } },
};

/** A repository that delivers a little of everything. */
export const around: Surroundings = {
  approvals: 1,
  delivers: { rbac: 3, secrets: 1, workloads: 2 },
  isWhole: true,
  plaintextSecrets: 0,
  hasCodeOwners: true,
  workflows: [],
  unreadWorkflows: [],
  isGateCheck: () => false,
};
