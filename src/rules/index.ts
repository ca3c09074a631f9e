import { gateChanged } from './gate-changed.ts';
import { invalidSignature } from './invalid-signature.ts';
import { placeholderSecret } from './placeholder-secret.ts';
import { plaintextSecret } from './plaintext-secret.ts';
import { rbacBroadSubject } from './rbac-broad-subject.ts';
import { rbacUnknownRole } from './rbac-unknown-role.ts';
import { rbacWidened } from './rbac-widened.ts';
import { rejectedKey } from './rejected-key.ts';
import type { Rule } from './rule.ts';
import { unreadableManifest } from './unreadable-manifest.ts';
import { unsignedCommit } from './unsigned-commit.ts';
import { untrustedSigner } from './untrusted-signer.ts';

/** Every rule; the order is the report's. */
export const rules: readonly Rule[] = [
  unsignedCommit,
  invalidSignature,
  rejectedKey,
  untrustedSigner,
  gateChanged,
  rbacWidened,
  rbacUnknownRole,
  rbacBroadSubject,
  plaintextSecret,
  placeholderSecret,
  unreadableManifest,
];
