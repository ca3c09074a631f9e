import type { Rule } from '../rule.ts';
import { postureObservations } from './posture-observations.ts';

/** Finds what lets a change reach a delivered branch past the gate; only a run that reads the forge's settings looks for it. */
export const unprotectedBranch: Rule = {
  id: 'unprotected-branch',
  category: 'repository',
  severity: 'high',
  summary:
    'A delivered branch that can be pushed to, force-pushed or deleted, that does not require this gate’s check, or that somebody bypasses.',
  check: (evidence) => postureObservations(evidence, 'unprotected-branch'),
};
