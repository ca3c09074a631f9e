import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/** Something through which more can be reached from outside the cluster than before. */
export interface Exposure {
  /** What follows the object's name: `can be reached through a load balancer`. */
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  readonly path: Path;
  /** Inside the former object: what is no longer there. */
  readonly lostAt?: Path;
  readonly subject: string;
}
