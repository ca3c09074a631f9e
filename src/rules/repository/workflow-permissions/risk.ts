import type { Severity } from '../../../severity.ts';
import type { Path } from '../../../yaml/document.ts';

/** One way in which a workflow is more dangerous than before. */
export interface WorkflowRisk {
  readonly path: Path;
  /** The local action or workflow that `path` is in, where it is not the workflow itself, and where that calls it. */
  readonly file?: string;
  readonly calledAt?: Path;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly subject: readonly string[];
}
