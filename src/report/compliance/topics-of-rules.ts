import type { Topic } from './framework.ts';

/** What each rule looks at: one line a rule. By it a rule has its controls in every framework; a new rule without a line fails a test. */
export const topicsOfRules: Readonly<Record<string, readonly Topic[]>> = {
  'unsigned-commit': ['signature'],
  'invalid-signature': ['signature'],
  'rejected-key': ['signature', 'signing-key'],
  'untrusted-signer': ['signature', 'signing-key'],
  'gate-changed': ['change-control'],
  'review-weakened': ['change-control'],
  'workflow-permissions': ['change-control', 'permissions'],
  'unprotected-branch': ['change-control'],
  'review-not-required': ['change-control'],
  'public-repository': ['change-control'],
  'hidden-from-diff': ['change-control'],
  'unusual-change': ['change-control'],
  'rbac-widened': ['permissions'],
  'rbac-unknown-role': ['permissions'],
  'rbac-broad-subject': ['permissions'],
  'workload-identity-widened': ['workload-identity'],
  'plaintext-secret': ['secret'],
  'secret-protection-lost': ['secret', 'encryption'],
  'secret-store-widened': ['secret'],
  'secret-in-history': ['secret'],
  'sops-broken': ['secret', 'encryption'],
  'secret-stale': ['secret'],
  'placeholder-secret': ['secret'],
  'pod-privileges-widened': ['pod-privileges'],
  'pod-security-lowered': ['pod-policy'],
  'network-widened': ['network'],
  'namespace-unfenced': ['network', 'pod-policy'],
  'deploy-authority-widened': ['deployment'],
  'admission-weakened': ['admission'],
  'audit-lowered': ['audit-log', 'monitoring'],
  'monitoring-removed': ['monitoring'],
  'image-unpinned': ['image'],
  'delivery-changed': ['unjudged-change'],
  'unreadable-manifest': ['unjudged-change'],
};

/** Rules that look at how the repository is set up on its forge, which not every run reads. */
export const rulesOfSettings: ReadonlySet<string> = new Set([
  'unprotected-branch',
  'review-not-required',
  'public-repository',
]);

/** Rules that look at what a change does, and so have nothing to look at in an audit, which compares with nothing. */
export const rulesOfChanges: ReadonlySet<string> = new Set([
  'gate-changed',
  'review-weakened',
  'workflow-permissions',
  'secret-in-history',
  'unusual-change',
]);
