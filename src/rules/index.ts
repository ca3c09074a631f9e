import { admissionWeakened } from './admission/admission-weakened.ts';
import { auditLowered } from './audit/audit-lowered.ts';
import { monitoringRemoved } from './audit/monitoring-removed.ts';
import { deployAuthorityWidened } from './delivery/deploy-authority-widened.ts';
import { deliveryChanged } from './input/delivery-changed.ts';
import { unreadableManifest } from './input/unreadable-manifest.ts';
import { namespaceUnfenced } from './network/namespace-unfenced.ts';
import { networkWidened } from './network/network-widened.ts';
import { rbacBroadSubject } from './rbac/rbac-broad-subject.ts';
import { rbacUnknownRole } from './rbac/rbac-unknown-role.ts';
import { rbacWidened } from './rbac/rbac-widened.ts';
import { gateChanged } from './repository/gate-changed.ts';
import { hiddenFromDiff } from './repository/hidden-from-diff.ts';
import { publicRepository } from './repository/public-repository.ts';
import { reviewNotRequired } from './repository/review-not-required.ts';
import { reviewWeakened } from './repository/review-weakened.ts';
import { unprotectedBranch } from './repository/unprotected-branch.ts';
import { unusualChange } from './repository/unusual-change.ts';
import { workflowPermissions } from './repository/workflow-permissions.ts';
import type { Rule } from './rule.ts';
import { placeholderSecret } from './secret/placeholder-secret.ts';
import { plaintextSecret } from './secret/plaintext-secret.ts';
import { secretInHistory } from './secret/secret-in-history.ts';
import { secretProtectionLost } from './secret/secret-protection-lost.ts';
import { secretStale } from './secret/secret-stale.ts';
import { secretStoreWidened } from './secret/secret-store-widened.ts';
import { sopsBroken } from './secret/sops-broken.ts';
import { invalidSignature } from './signature/invalid-signature.ts';
import { rejectedKey } from './signature/rejected-key.ts';
import { unsignedCommit } from './signature/unsigned-commit.ts';
import { untrustedSigner } from './signature/untrusted-signer.ts';
import { imageUnpinned } from './workload/image-unpinned.ts';
import { podPrivilegesWidened } from './workload/pod-privileges-widened.ts';
import { podSecurityLowered } from './workload/pod-security-lowered.ts';
import { workloadIdentityWidened } from './workload/workload-identity-widened.ts';

/** Every rule; the order is the report's. */
export const rules: readonly Rule[] = [
  unsignedCommit,
  invalidSignature,
  rejectedKey,
  untrustedSigner,
  gateChanged,
  reviewWeakened,
  workflowPermissions,
  unprotectedBranch,
  reviewNotRequired,
  publicRepository,
  hiddenFromDiff,
  unusualChange,
  rbacWidened,
  rbacUnknownRole,
  rbacBroadSubject,
  workloadIdentityWidened,
  plaintextSecret,
  secretProtectionLost,
  secretStoreWidened,
  secretInHistory,
  sopsBroken,
  placeholderSecret,
  secretStale,
  podPrivilegesWidened,
  podSecurityLowered,
  networkWidened,
  namespaceUnfenced,
  deployAuthorityWidened,
  admissionWeakened,
  auditLowered,
  monitoringRemoved,
  imageUnpinned,
  deliveryChanged,
  unreadableManifest,
];
