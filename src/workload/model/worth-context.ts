import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, json, list } from '../../plain-values.ts';
import { podChanges } from './pair-pods.ts';
import type { Pod } from './pod.ts';
import { podsOf } from './pods.ts';

/** Fields of a container that say what runs in it and what it is told: they change in every release, and neither gives nor takes anything. */
const ofReleases = new Set(['image', 'imagePullPolicy', 'env', 'envFrom', 'command', 'args', 'workingDir']);

/** The pods that are new, or that changed in more than what runs in them: unchanged objects around them may matter. */
export function podsWorthContext({ before, after }: ScopeObjects): readonly Pod[] {
  return podChanges(before.flatMap(podsOf), after.flatMap(podsOf)).flatMap(({ before: was, after: is }) => {
    if (is === undefined) return [];
    const isOnlyReleased = was !== undefined && was.namespace === is.namespace && framesOf(was) === framesOf(is);
    return isOnlyReleased ? [] : [is];
  });
}

/** A pod without what its containers run. */
function framesOf({ spec, metadata: { labels }, accounts }: Pod): string {
  const rest = Object.entries(spec).map(([field, value]) => {
    return [field, field === 'containers' || field === 'initContainers' ? list(value).map(frameOf) : value];
  });
  const identity = isMapping(labels) ? labels['azure.workload.identity/use'] : undefined;
  return json([rest, identity, accounts.map(({ name }) => name)]);
}

function frameOf(container: unknown): unknown {
  if (!isMapping(container)) return container;
  return Object.entries(container).filter(([field]) => !ofReleases.has(field));
}
