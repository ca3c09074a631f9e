import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type PodChange, podChanges } from '../model/pair-pods.ts';
import { podsOf } from '../model/pods.ts';
import { type PodPrivileges, podPrivileges } from './pod-privileges.ts';
import { type PodSecurityChange, podSecurityChange } from './pod-security.ts';

/** What a change does to pods. */
export interface WorkloadAnalysis {
  /** The pods that are new, changed or gone, by scope. */
  readonly pods: ReadonlyMap<Scope, readonly PodChange[]>;
  /** What they may newly do on their nodes, by scope. */
  readonly privileges: ReadonlyMap<Scope, readonly PodPrivileges[]>;
  /** What demands less of pods than before, by scope. */
  readonly security: ReadonlyMap<Scope, PodSecurityChange>;
}

/** What was read of a change, source and rendered: the same objects that permissions are judged by. */
export interface WorkloadEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
}

/** Compares the pods of every scope, and what is demanded of them. */
export function analyseWorkloads({ objects }: WorkloadEvidence, limits: YamlLimits): WorkloadAnalysis {
  const pods = new Map(
    [...objects].map(([scope, { before, after }]) => [
      scope,
      podChanges(before.flatMap(podsOf), after.flatMap(podsOf)),
    ]),
  );
  const nothing: ScopeObjects = { before: [], after: [] };
  return {
    pods,
    privileges: new Map(
      [...pods].map(([scope, changes]) => [scope, podPrivileges(changes, objects.get(scope) ?? nothing)]),
    ),
    security: new Map([...objects].map(([scope, sides]) => [scope, podSecurityChange(sides, limits)])),
  };
}
