import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { newRbacPatches, type RbacPatch } from '../read/json-patch.ts';
import { type LabelPatch, newLabelPatches } from '../read/label-patch.ts';
import { elsewhereOf } from '../state/elsewhere.ts';
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

/** What was read of a change: its scopes, those around them that may reach them, and the files it touches. */
export interface RbacEvidence {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
  readonly written: WrittenFiles;
}

/** Compares the permissions of every scope, until `isOver`. Scopes that the policy's `clusters` name are exact. */
export function analyseRbac(
  { objects, around, written }: RbacEvidence,
  options: RbacOptions & Pick<Policy, 'clusters'>,
  isOver: () => boolean = () => false,
): RbacAnalysis {
  const elsewhere = elsewhereOf(around, options, (scope) => options.clusters.some(({ name }) => name === scope));
  return {
    changes: new Map(
      [...objects].flatMap(([scope, sides]) =>
        isOver() ? [] : [[scope, rbacChange(sides, options, elsewhere(scope))] as const],
      ),
    ),
    patches: written.outsideRoots.flatMap((file) =>
      newRbacPatches(file).map((patch) => ({ ...patch, scope: file.scope })),
    ),
    labels: written.unrendered.flatMap((file) =>
      newLabelPatches(file).map((label) => ({ ...label, scope: file.scope })),
    ),
  };
}
