import { baselineControls } from './baseline.ts';
import type { Control, Level, Revision, Violation } from './control.ts';
import type { PodContent } from './pod.ts';
import { restrictedControls } from './restricted.ts';

/** The newest version of the standards that is known here: k8s.io/pod-security-admission of Kubernetes 1.37. */
export const newest = 37;

/** What a control finds in a pod. */
export interface Found extends Violation {
  readonly control: Pick<Control, 'id' | 'level'>;
}

/** A control as one version of the standards has it. */
export interface JudgingControl {
  readonly control: Control;
  readonly revision: Revision;
}

/** The controls that judge pods at a level, each as it is in a minor version; a version that is not known yet is as the newest. */
export function controlsOf(level: Level, minor: number): readonly JudgingControl[] {
  const version = Math.min(minor, newest);
  const key = `${level} ${version}`;
  const controls = known.get(key) ?? selected(level, version);
  known.set(key, controls);
  return controls;
}

const known = new Map<string, readonly JudgingControl[]>();

function selected(level: Level, minor: number): readonly JudgingControl[] {
  if (level === 'privileged') return [];
  const at = (control: Control) => {
    const revision = control.revisions.findLast(({ since }) => since <= minor);
    return revision === undefined ? [] : [{ control, revision }];
  };
  const baseline = baselineControls.flatMap(at);
  if (level === 'baseline') return baseline;
  const restricted = restrictedControls.flatMap(at);
  const replaced = new Set(restricted.map(({ control }) => control.insteadOf));
  return [...baseline.filter(({ control }) => !replaced.has(control.id)), ...restricted];
}

/** All that a level forbids of a pod; none where the pod passes (policy/registry.go, EvaluatePod). */
export function violationsOf(pod: PodContent, level: Level, minor: number = newest): readonly Found[] {
  return controlsOf(level, minor).flatMap(({ control, revision }) =>
    revision.violations(pod).map((violation) => ({ ...violation, control })),
  );
}
