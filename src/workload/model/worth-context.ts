import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, type Mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { podChanges } from './pair-pods.ts';
import type { Pod } from './pod.ts';
import { podsOf } from './pods.ts';

/** Fields of a container that say what runs in it and what it is told: they change in every release, and neither gives nor takes anything. */
const ofReleases = new Set(['image', 'imagePullPolicy', 'env', 'envFrom', 'command', 'args', 'workingDir']);

/** The pods that are new, or that changed in more than what runs in them: unchanged objects around them may matter. */
export function podsWorthContext({ before, after }: ScopeObjects): readonly Pod[] {
  return podChanges(before.flatMap(podsOf), after.flatMap(podsOf)).flatMap(({ before: was, after: is }) => {
    if (is === undefined) return [];
    return was !== undefined && isOnlyReleased(was, is) ? [] : [is];
  });
}

function isOfReleases(key: string, inside: Mapping): boolean {
  return ofReleases.has(key) && 'image' in inside;
}

function isOnlyReleased(was: Pod, is: Pod): boolean {
  const label = ({ metadata }: Pod) => scalarText(valueUnder(metadata, 'labels', 'azure.workload.identity/use'));
  return (
    was.namespace === is.namespace &&
    was.accounts.length === is.accounts.length &&
    was.accounts.every(({ name }, index) => name === is.accounts[index]?.name) &&
    label(was) === label(is) &&
    isSameValue(was.spec, is.spec, isOfReleases)
  );
}
