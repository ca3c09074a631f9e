import type { Scope } from '../../kube/touched-file.ts';
import { identity } from '../../rbac/judge/wording.ts';
import type { IdentityWidening } from '../../workload/identity/widening.ts';
import { identityDetails, identityMessage, identityRemedy, identitySubject } from '../../workload/identity/wording.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';

/** A workload can act as somebody it could not act as before: another ServiceAccount, a token it did not have, an identity at a cloud. */
export const workloadIdentityWidened: Rule = {
  id: 'workload-identity-widened',
  category: 'rbac',
  severity: 'high',
  summary: 'A workload runs as a stronger ServiceAccount, or is given a token or a cloud identity.',
  check: ({ workloads, change }) =>
    joinCopies(
      [...workloads.identities].flatMap(([scope, widenings]) => widenings.map((each) => observe(scope, each))),
      change.touched,
    ),
};

function observe(scope: Scope, widening: IdentityWidening): Observation {
  const { resource, position, severity } = widening;
  return {
    message: identityMessage(widening),
    remedy: identityRemedy(widening),
    details: identityDetails(widening),
    references: references(widening),
    severity,
    position,
    ...('removedAt' in widening && widening.removedAt !== undefined ? { removedAt: widening.removedAt } : {}),
    scope,
    object: identity(resource),
    subject: identitySubject(widening),
  };
}

/** CIS Kubernetes Benchmark 1.11: 5.1.5 default accounts, 5.1.6 tokens where they are not needed. */
function references(widening: IdentityWidening): readonly string[] {
  if (widening.kind === 'cloud' || widening.kind === 'audience') return [];
  const isDefault = widening.account === 'default' || widening.account.endsWith('/default');
  return isDefault ? ['CIS 5.1.5', 'CIS 5.1.6'] : ['CIS 5.1.6'];
}
