import type { Path } from '../../yaml/document.ts';
import type { PodContent } from './pod.ts';

/** What namespaces can demand of pods, from least to most. */
export const levels = ['privileged', 'baseline', 'restricted'] as const;

export type Level = (typeof levels)[number];

/** One thing of a pod that a control forbids. */
export interface Violation {
  /** What is done: `hostPath`, `capability`, `privileged`. */
  readonly kind: string;
  /** With what: `/var/log`, `SYS_ADMIN`; empty where there is nothing to choose. */
  readonly value: string;
  /** The container that does it; undefined where the pod does for all of them. */
  readonly container: string | undefined;
  /** From the pod to the field that does it, or to the place where one that forbids it is missing. */
  readonly path: Path;
  /** Whether it is done by leaving something out. */
  readonly isMissing?: boolean;
}

/** How a control judges from one version of the standards on. */
export interface Revision {
  /** Minor version of Kubernetes: 22 is v1.22. */
  readonly since: number;
  readonly violations: (pod: PodContent) => readonly Violation[];
  /** Whether it forbids something that the revision before allows. */
  readonly isStricter?: boolean;
}

/**
 * One control of the Pod Security Standards, as k8s.io/pod-security-admission has it (package policy). A control of
 * `restricted` can take the place of one of `baseline` from its first revision on.
 */
export interface Control {
  readonly id: string;
  readonly level: Exclude<Level, 'privileged'>;
  readonly revisions: readonly [Revision, ...Revision[]];
  readonly insteadOf?: string;
}
