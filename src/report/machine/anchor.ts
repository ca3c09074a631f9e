import type { Finding } from '../../gate.ts';
import type { Position } from '../../kube/resource.ts';

/**
 * The place of a finding in formats that demand a file and a line. What is about a commit or the repository as a whole is put at
 * the top of the policy file: that is where a reader learns which signatures are asked for.
 */
export function anchor({ position }: Pick<Finding, 'position'>): Position {
  return position ?? { file: '.gitops-gate/policy.yaml', line: 1, column: 1 };
}
