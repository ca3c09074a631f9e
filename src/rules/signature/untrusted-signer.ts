import type { Rule } from '../rule.ts';
import { unmetPathDemands } from './demanded-signer.ts';
import { signatureObservation } from './signature-observation.ts';

/** A signature by somebody the base branch does not trust, or not for this. */
export const untrustedSigner: Rule = {
  id: 'untrusted-signer',
  category: 'signature',
  severity: 'high',
  summary: 'A signature is by a key the base branch does not trust, or trusts for somebody or something else.',
  *check(evidence) {
    for (const commit of evidence.change.commits) {
      const { state, accepted } = commit.signature;
      const isForeign = state === 'untrusted' || state === 'wrong-identity' || (state === 'forge-signed' && !accepted);
      if (isForeign) yield signatureObservation(evidence, commit);
    }
    yield* unmetPathDemands(evidence);
  },
};
