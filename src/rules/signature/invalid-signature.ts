import type { Rule } from '../rule.ts';
import { signatureObservation } from './signature-observation.ts';

/** A signature that does not fit its commit, or is not a proper signature. */
export const invalidSignature: Rule = {
  id: 'invalid-signature',
  category: 'signature',
  severity: 'critical',
  summary: 'A signature does not fit its commit, or is malformed.',
  *check(evidence) {
    for (const commit of evidence.change.commits) {
      const { state } = commit.signature;
      if (state === 'bad' || state === 'malformed') yield signatureObservation(evidence, commit);
    }
  },
};
