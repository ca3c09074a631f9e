import type { Rule } from '../rule.ts';
import { postureObservations } from './posture-observations.ts';

/** Finds a repository that everybody can read, and what is missing of what guards secrets in it; only a run that reads the forge's settings looks for it. */
export const publicRepository: Rule = {
  id: 'public-repository',
  category: 'repository',
  severity: 'low',
  summary: 'A repository that everybody can read; high where plaintext secrets are in it.',
  check: (evidence) => postureObservations(evidence, 'public-repository'),
};
