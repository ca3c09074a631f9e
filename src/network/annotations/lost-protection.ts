import type { Severity } from '../../severity.ts';

/** What an annotation no longer does for what is behind an Ingress. */
export interface LostProtection {
  readonly annotation: string;
  /** The annotation that says it now, where it has another name. */
  readonly now: string;
  /** What it is now; undefined where it is not there. */
  readonly value: string | undefined;
  /** What follows the object's name: `no longer asks for authentication (nginx.ingress.kubernetes.io/auth-url)`. */
  readonly what: string;
  readonly severity: Severity;
}
