import { createHash } from 'node:crypto';
import type { Finding, Suppressed } from '../../src/gate.ts';
import type { Range } from '../../src/git/range/range.ts';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { tally } from '../../src/report/tally.ts';
import type { Severity } from '../../src/severity.ts';
import type { Signature, VerifiedCommit } from '../../src/signature/model/signature.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const sha = (text: string) => createHash('sha1').update(text).digest('hex');

export const range: Range = {
  kind: 'request',
  target: sha('target'),
  branch: 'main',
  mergeBase: sha('base'),
  head: sha('head'),
  result: sha('result'),
  before: sha('target'),
  after: sha('result'),
  trust: sha('target'),
  commits: ['one', 'two', 'three', 'four'].map(sha),
  tag: undefined,
  tagName: undefined,
  synthetic: [],
  notes: [],
  empty: undefined,
};

export const run: RunRecord = {
  start: Date.UTC(2026, 10, 22, 8, 29, 57),
  end: Date.UTC(2026, 10, 22, 8, 30),
  steps: [
    { name: 'Verify signatures', milliseconds: 1_200 },
    { name: 'Read manifests', milliseconds: 1_500 },
  ],
  actor: 'jane-doe',
  repository: 'https://github.com/acme/fleet',
  request: 'https://github.com/acme/fleet/pull/17',
  job: 'https://github.com/acme/fleet/actions/runs/1/attempts/1',
  policy: { folder: '.gitops-gate', sha256: digest('policy') },
};

const jane = { name: 'Jane Doe', email: 'jane@example.com', time: 1_790_000_000 };
const kim = { name: 'Kim Lee', email: 'kim@example.com', time: 1_790_000_600 };

export function commit(seed: string, subject: string, signature: Signature, person = jane): VerifiedCommit {
  return { sha: sha(seed), kind: 'commit', subject, author: person, committer: person, signature };
}

const signer = { name: 'Jane Doe', emails: ['jane@example.com'], roles: ['admin'], principals: ['jane@example.com'] };

export const commits: readonly VerifiedCommit[] = [
  commit('one', 'Give the deployer a role of its own', {
    state: 'good',
    accepted: true,
    format: 'ssh',
    signer,
    keyFingerprint: 'SHA256:u4yqkVHzZ4mSIz1Jr0oWm8wxw1vYVt0m7sYdR8Qe5dU',
  }),
  commit('two', 'Let CI read what it deploys', unsigned(), kim),
  commit('three', 'Rotate the registry password', {
    state: 'untrusted',
    accepted: false,
    format: 'openpgp',
    keyFingerprint: '8F1C2A44C9E0B1D27A3B5C6D7E8F90A1B2C3D4E5',
    reason: 'No key in .gitops-gate/keys of the base branch has this fingerprint.',
    remedy: 'Sign with a trusted key, or let an admin add this one to .gitops-gate/keys.',
  }),
  commit('four', "Merge branch 'main' into deployer", {
    state: 'forge-signed',
    accepted: true,
    format: 'openpgp',
    keyFingerprint: '968479A1AFF927E37D1A566BB5690EEEBB952194',
    reason: 'Signed by GitHub; its tree equals the recomputed merge.',
  }),
];

export function unsigned(): Signature {
  return {
    state: 'unsigned',
    accepted: false,
    reason: 'It has no signature.',
    remedy: 'Sign it: git rebase --exec "git commit --amend --no-edit -S" origin/main',
  };
}

export function finding(
  rule: string,
  severity: Severity,
  rest: Partial<Finding> & { readonly message: string },
): Finding {
  return {
    rule,
    category: 'rbac',
    severity,
    blocking: severity === 'critical' || severity === 'high',
    fingerprint: digest(`${rule} ${rest.message}`),
    remedy: 'Mend it.',
    subject: [],
    ...rest,
  };
}

export const findings: readonly Finding[] = [
  finding('rbac-widened', 'critical', {
    message: 'ClusterRole ci-deployer lets ServiceAccount ci/deployer get, list and watch secrets in every namespace.',
    remedy: 'Name the secrets it needs in resourceNames, or grant this with a Role in the one namespace that needs it.',
    details: [
      'Gained: get, list, watch on secrets, in every namespace.',
      'Through: ClusterRoleBinding ci-deployer in clusters/prod/ci/binding.yaml:9, unchanged by this request.',
      'Before: get on configmaps only.',
    ],
    excerpt: 'verbs: [get, list, watch]',
    references: ['CIS 5.1.2', 'NSA/CISA Kubernetes Hardening: RBAC'],
    position: { file: 'clusters/prod/ci/role.yaml', line: 12, column: 5 },
    scope: 'clusters/prod',
    object: { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', namespace: undefined, name: 'ci-deployer' },
    subject: ['rules', 'secrets', 'get'],
  }),
  finding('plaintext-secret', 'critical', {
    category: 'secret',
    message: 'Secret registry/pull-credentials holds a password in plain text at stringData.password.',
    remedy:
      'Replace it by a SealedSecret, an ExternalSecret or a SOPS-encrypted file, and rotate the password: it is in the history now.',
    excerpt: 'password: •••• (24 characters)',
    references: ['CIS 5.4.1', 'CWE-312'],
    position: { file: 'clusters/prod/registry/secret.yaml', line: 8, column: 3 },
    scope: 'clusters/prod',
    object: { group: '', kind: 'Secret', namespace: 'registry', name: 'pull-credentials' },
    subject: ['stringData', 'password'],
  }),
  finding('unsigned-commit', 'high', {
    category: 'signature',
    message: `Commit ${sha('two').slice(0, 7)} by Kim Lee is not signed.`,
    remedy:
      'Sign it: git rebase --exec "git commit --amend --no-edit -S" origin/main, then push with --force-with-lease.',
    commit: sha('two'),
    subject: [sha('two')],
  }),
  finding('untrusted-signer', 'high', {
    category: 'signature',
    message: `Commit ${sha('three').slice(0, 7)} is signed by a key the base branch does not trust: 8F1C2A44C9E0B1D27A3B5C6D7E8F90A1B2C3D4E5.`,
    remedy: 'Sign with a trusted key, or let an admin add this one to .gitops-gate/keys in a change of its own.',
    commit: sha('three'),
    subject: [sha('three')],
  }),
  finding('gate-changed', 'medium', {
    category: 'repository',
    message: 'This change edits .github/CODEOWNERS, which says who must approve changes to the gate.',
    remedy: 'Let an admin signer sign this commit.',
    position: { file: '.github/CODEOWNERS', line: 3, column: 1 },
    endLine: 5,
    places: [{ file: '.github/workflows/gate.yaml', line: 11, column: 9 }],
    subject: ['CODEOWNERS'],
  }),
  finding('placeholder-secret', 'low', {
    category: 'secret',
    message: 'Secret demo/example holds what looks like a placeholder at stringData.token.',
    remedy: 'Nothing to do when it is one; it does not block.',
    excerpt: 'token: •••• (8 characters)',
    position: { file: 'clusters/dev/demo/secret.yaml', line: 7, column: 3 },
    scope: 'clusters/dev',
    object: { group: '', kind: 'Secret', namespace: 'demo', name: 'example' },
    subject: ['stringData', 'token'],
  }),
];

export const suppressed: readonly Suppressed[] = [
  {
    ...finding('rbac-broad-subject', 'high', {
      message: 'RoleBinding monitoring/metrics binds Role metrics-reader to every logged-in user.',
      position: { file: 'clusters/prod/monitoring/binding.yaml', line: 10, column: 3 },
      scope: 'clusters/prod',
      object: { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding', namespace: 'monitoring', name: 'metrics' },
    }),
    blocking: false,
    reason: 'Metrics are public inside the company (SEC-142).',
    until: '2027-03-31',
  },
];

/** The sample with parts replaced; counts follow the findings. */
export function reportWith(verdict: Partial<Report['verdict']> = {}, rest: Partial<Report> = {}): Report {
  const whole: Report['verdict'] = {
    outcome: 'blocked',
    failOn: 'high',
    failOnFrom: 'default',
    wouldBlock: false,
    findings,
    suppressed,
    unjudged: [],
    notes: [],
    ...verdict,
  };
  return {
    toolVersion: '1.0.0',
    command: 'check',
    range,
    verdict: whole,
    commits,
    coverage: {
      filesChanged: 6,
      filesRead: 5,
      contextFilesRead: 41,
      readWithoutStructure: [{ file: 'charts/app/templates/role.yaml', why: 'a Helm template: read line by line' }],
      skipped: [{ file: 'docs/architecture.png', why: 'binary' }],
    },
    run,
    ...tally(whole),
    ...rest,
  };
}

/** One finding of every kind, a suppressed one, commits of several states, and files that were not read. */
export const sampleReport: Report = reportWith({
  notes: ['One ignore entry has expired: policy.yaml:14 (until 2026-10-31); its finding counts again.'],
});
