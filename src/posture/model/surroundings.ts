import type { Mapping } from '../../plain-values.ts';
import type { Document } from '../../yaml/document.ts';

/** What the repository holds that says how much its settings matter, and what they should be. */
export interface Surroundings {
  /** At least so many people approve a change. */
  readonly approvals: number;
  /** How many objects of each kind are delivered: RBAC, secrets, workloads. */
  readonly delivers: { readonly rbac: number; readonly secrets: number; readonly workloads: number };
  /** Whether all of it could be read. */
  readonly isWhole: boolean;
  /** How many plaintext secrets are there. */
  readonly plaintextSecrets: number;
  /** Where the forge looks for one. */
  readonly hasCodeOwners: boolean;
  /** Workflows of the judged revision. */
  readonly workflows: readonly WorkflowFile[];
  /** Paths of those that could not be read. */
  readonly unreadWorkflows: readonly string[];
  /** Whether a check of this name may be one of this gate, by the workflows that run it. */
  isGateCheck(name: string): boolean;
}

export interface WorkflowFile {
  readonly path: string;
  readonly value: Mapping;
  readonly document: Pick<Document, 'at'>;
}

/** Whether it is known that nothing of it reaches a cluster. */
export function deliversNothing({ delivers, isWhole }: Pick<Surroundings, 'delivers' | 'isWhole'>): boolean {
  return isWhole && delivers.rbac + delivers.secrets + delivers.workloads === 0;
}
