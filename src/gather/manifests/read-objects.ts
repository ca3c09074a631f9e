import type { Range } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { mergeObjects } from '../../render/outcome/merge-objects.ts';
import type { RenderedRoot } from '../../render/result/rendering.ts';
import { Budget } from '../budget.ts';
import { readManifests } from '../manifests.ts';
import { renderChange } from '../render/rendering.ts';
import { readTrees } from '../trees.ts';

/**
 * The objects of both sides for who only asks about them: rendered where that can be done. Throws LimitError where a limit is met, and
 * MissingObjectsError.
 */
export async function readObjects(
  repository: Repository,
  range: Range,
  policy: Policy,
): Promise<{
  readonly scopes: ReadonlyMap<Scope, ScopeObjects>;
  readonly roots: readonly RenderedRoot[];
  readonly showsOpenshift: boolean;
}> {
  const trees = await readTrees(repository, range);
  const budget = new Budget(policy.limits);
  const urls = [await repository.origin()].filter((url) => url !== undefined);
  const rendered = await renderChange(repository, trees, policy, { urls }, budget);
  const { objects, showsOpenshift } = await readManifests(repository, trees, policy, rendered, budget);
  budget.requireFinished();
  const { delivered, rendering } = rendered;
  const scopes = delivered === undefined ? objects : mergeObjects(objects, rendering, delivered, policy.clusters);
  return { scopes, roots: rendering.roots, showsOpenshift };
}
