import type { Rule } from '../rule.ts';
import { signatureObservation } from './signature-observation.ts';

/** A signature by a key that no longer counts: expired, revoked or weak. */
export const rejectedKey: Rule = {
  id: 'rejected-key',
  category: 'signature',
  severity: 'high',
  summary: 'A signature was made with an expired, revoked or weak key.',
  *check(evidence) {
    for (const commit of evidence.change.commits) {
      const { state } = commit.signature;
      if (state === 'expired' || state === 'revoked' || state === 'weak') yield signatureObservation(evidence, commit);
    }
  },
};
