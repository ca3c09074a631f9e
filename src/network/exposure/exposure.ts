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
  /** What it is about, for fingerprints: fields and what is newly let in. */
  readonly subject: readonly string[];
}

/** A Service that an Ingress or Route leads to, and where that is written. */
export interface Backend {
  readonly service: string;
  /** How the Service is named among those of its scope: `namespace/name`. */
  readonly key: string;
  /** The host and path that lead to it: `shop.example.org/admin`; undefined where everything does. */
  readonly served: string | undefined;
  /** The port it leads to; undefined where it is any of them. */
  readonly port: BackendPort | undefined;
  readonly path: Path;
}

/** A port by its number or name: of the Service, or of its pods. */
export interface BackendPort {
  readonly text: string;
  readonly isOfPods: boolean;
}
