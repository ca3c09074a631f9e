import type { Rule } from '../rule.ts';
import { postureObservations } from './posture-observations.ts';

/** Finds what lets a change be merged without the review it needs; only a run that reads the forge's settings looks for it. */
export const reviewNotRequired: Rule = {
  id: 'review-not-required',
  category: 'repository',
  severity: 'high',
  summary:
    'A delivered branch that takes changes without a request, without enough approvals, without code owners, or after more was pushed.',
  check: (evidence) => postureObservations(evidence, 'review-not-required'),
};
