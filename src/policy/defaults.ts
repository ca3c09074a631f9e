import type { Policy } from './policy.ts';

/** What holds where the base has no `.gitops-gate/policy.yaml`. */
export const defaultPolicy: Policy = {
  source: undefined,
  folder: '.gitops-gate',
  isBroken: false,
  failOn: 'high',
  failOnStated: false,
  rules: new Map(),
  branches: undefined,
  signatures: {
    identity: 'committer',
    onPush: 'report',
    signers: [],
    requirements: [],
    forge: { accept: 'merges', bots: [], keys: [] },
    identities: [],
  },
  clusters: [],
  roles: [],
  kubernetesVersion: '1.34',
  openshift: undefined,
  ignore: [],
  render: { require: [], roots: [], repositories: [], seconds: 120 },
  secretFormats: [],
  ages: { secretDays: 365, refreshHours: 24, certificateDays: 30 },
  posture: { approvals: 1, require: [] },
  limits: {
    bytes: 5 * 1024 * 1024,
    documents: 10_000,
    depth: 100,
    aliases: 1_000,
    expandedNodes: 1_000_000,
    totalBytes: 1024 * 1024 * 1024,
    seconds: 300,
    findings: 5_000,
  },
};
