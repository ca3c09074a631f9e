import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { newRbacPatches, type RbacPatch } from '../read/json-patch.ts';
import { type LabelPatch, newLabelPatches } from '../read/label-patch.ts';
import type { RbacOptions } from '../state/rbac-state.ts';
import { type RbacChange, rbacChange } from './widening.ts';

/** What a change does to permissions. */
export interface RbacAnalysis {
  /** For each scope that the change touches. */
  readonly changes: ReadonlyMap<Scope, RbacChange>;
  /** New JSON patches of roles and bindings: what they grant was not judged. */
  readonly patches: readonly (RbacPatch & { readonly scope: Scope })[];
  /** Aggregation labels newly given to roles from elsewhere: what they grant was not judged. */
  readonly labels: readonly (LabelPatch & { readonly scope: Scope })[];
}

/** Files whose transformation is judged by their text alone. */
export interface WrittenFiles {
  /** Those that no root takes in: what their patches can reach is said nowhere else. */
  readonly outsideRoots: readonly TouchedFile[];
  /** Those that were not rendered. */
  readonly unrendered: readonly TouchedFile[];
}

/** Compares the permissions of every scope. */
export function analyseRbac(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  { outsideRoots, unrendered }: WrittenFiles,
  options: RbacOptions,
): RbacAnalysis {
  return {
    changes: new Map([...objects].map(([scope, sides]) => [scope, rbacChange(sides, options)])),
    patches: outsideRoots.flatMap((file) => newRbacPatches(file).map((patch) => ({ ...patch, scope: file.scope }))),
    labels: unrendered.flatMap((file) => newLabelPatches(file).map((label) => ({ ...label, scope: file.scope }))),
  };
}
