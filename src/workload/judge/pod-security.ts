import type { ScopeObjects } from '../../kube/scope.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type WidenedConstraints, widenedConstraints } from '../constraints/widened-constraints.ts';
import { analyseNamespaces, type NamespaceAnalysis } from '../namespaces/analyse-namespaces.ts';

/** What of a scope demands less of pods than before. */
export interface PodSecurityChange extends NamespaceAnalysis {
  readonly constraints: readonly WidenedConstraints[];
}

/** Compares what namespaces, the configuration of the cluster, and constraints on pods demand of them. */
export function podSecurityChange(objects: ScopeObjects, limits: YamlLimits): PodSecurityChange {
  return { ...analyseNamespaces(objects, limits), constraints: widenedConstraints(objects) };
}
