import type { Severity } from '../../../severity.ts';
import type { Path } from '../../../yaml/document.ts';

/** One way in which a workflow is more dangerous than before. */
export interface WorkflowRisk {
  readonly path: Path;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly subject: readonly string[];
}
