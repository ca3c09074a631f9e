import type { Rule } from '../rule.ts';
import { signatureObservation } from './signature-observation.ts';

/** A commit or tag without a signature. */
export const unsignedCommit: Rule = {
  id: 'unsigned-commit',
  category: 'signature',
  severity: 'high',
  summary: 'A commit or tag has no signature.',
  *check(evidence) {
    for (const commit of evidence.change.commits) {
      if (commit.signature.state === 'unsigned') yield signatureObservation(evidence, commit);
    }
  },
};
