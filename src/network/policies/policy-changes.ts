import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isMapping, mapping, scalarText } from '../../plain-values.ts';
import { readLabels } from '../../rbac/model/label-selector.ts';
import { mostSteps, StepBudget, StepLimitError } from '../../rbac/model/step-budget.ts';
import { pairObjects } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import { declaredNamespace } from '../../workload/namespaces/declared-namespaces.ts';
import { isFilledIn } from '../model/filled-in.ts';
import { keyOfPolicy, type NetworkPolicy, networkPolicyOf, policiesOf } from '../model/network-policy.ts';
import { namespacesIn } from '../model/used-namespaces.ts';
import { comparePolicies, type PolicyWidening } from './compare-policies.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { DeclaredLabels } from './gained-traffic.ts';
import { formerPods, knownPods, podsOfUnknownNamespaces } from './known-pods.ts';
import { isDelivering } from './worth-context.ts';

/** What NetworkPolicies of a scope newly allow, and what was too much to judge. */
export interface PolicyChanges {
  readonly widenings: readonly PolicyWidening[];
  /** A policy of each namespace that could not be judged within the bound of steps. */
  readonly tooLarge: readonly NetworkPolicy[];
}

/** Compares the NetworkPolicies of every namespace of a scope; `elsewhere` says what other scopes hold of a namespace. */
export function policyChanges(
  sides: ScopeObjects,
  changes: readonly PodChange[],
  elsewhere: (namespace: string) => Elsewhere,
): PolicyChanges {
  const [before, after] = [policiesOf(sides.before), policiesOf(sides.after)];
  if (before.length + after.length === 0) return { widenings: [], tooLarge: [] };
  const pairs = pairObjects(before, after, keyOfPolicy);
  if (pairs.length === 0 && changes.every((change) => change.after === undefined))
    return { widenings: [], tooLarge: [] };
  const declared = declaredLabels(sides);
  const podsIn = knownPods(sides.after, changes);
  const formerPodsIn = formerPods(sides.before);
  const [beforeBy, afterBy] = [
    groupBy(before, ({ namespace }) => namespace),
    groupBy(after, ({ namespace }) => namespace),
  ];
  const used = new Set(sides.after.flatMap((each) => namespacesOf(each)));
  const wasUsed = new Set(sides.before.flatMap((each) => namespacesOf(each)));
  const isWhole = showsItsPods(sides);
  const openPods = podsOfUnknownNamespaces(sides.after);
  const work = new StepBudget(mostSteps(sides.before.length + sides.after.length));
  const widenings: PolicyWidening[] = [];
  const tooLarge: NetworkPolicy[] = [];
  for (const namespace of new Set([...beforeBy.keys(), ...afterBy.keys()])) {
    // Of a namespace that goes with all that was in it, nothing is left to reach here.
    const isLeft = wasUsed.has(namespace) && !used.has(namespace) && !afterBy.has(namespace);
    const isGone = isLeft && openPods.length === 0;
    const around = elsewhere(namespace);
    if (isGone && around.pods.length === 0) continue;
    const own = pairs.filter((pair) => (pair.after ?? pair.before)?.namespace === namespace);
    const pods = podsIn(namespace, around.gone);
    const isRelabelled = pods.some(({ labels, former }) => former !== undefined && former !== labels);
    if (own.length === 0 && !isRelabelled) continue;
    try {
      const ofNamespace = {
        namespace,
        pairs: own,
        before: beforeBy.get(namespace) ?? [],
        after: afterBy.get(namespace) ?? [],
        pods,
        openPods,
        formerPods: formerPodsIn(namespace),
        isWhole,
        isGone,
        declared,
        elsewhere: around,
      };
      widenings.push(...comparePolicies(ofNamespace, work));
    } catch (error) {
      if (!(error instanceof StepLimitError)) throw error;
      const policy = own[0]?.after ?? own[0]?.before ?? beforeBy.get(namespace)?.[0];
      if (policy !== undefined) tooLarge.push(policy);
    }
  }
  return { widenings, tooLarge };
}

/** Whether nothing that is read of the scope makes pods that it does not show. */
function showsItsPods({ after, unread = [] }: ScopeObjects): boolean {
  return unread.length === 0 && !after.some(isDelivering);
}

function namespacesOf(resource: Resource): readonly string[] {
  return networkPolicyOf(resource) === undefined ? namespacesIn(resource) : [];
}

/** A namespace that an Application makes has labels besides those it states. Where one side's labels are filled in later, they are unknown. */
function declaredLabels({ before, after }: ScopeObjects): DeclaredLabels {
  const stated = [...before, ...after].flatMap((each) => {
    const declared = each.kind === 'Application' ? undefined : declaredNamespace(each);
    if (declared === undefined) return [];
    const isKnown = areWritten(mapping(each.value.metadata).labels ?? {});
    return [{ name: declared.name, labels: readLabels(declared.labels), isKnown }];
  });
  const known = [...groupBy(stated, ({ name }) => name)].filter(([, all]) => all.every(({ isKnown }) => isKnown));
  return new Map(known.map(([name, all]) => [name, all.map((each) => each.labels)]));
}

function areWritten(labels: unknown): boolean {
  if (!isMapping(labels)) return false;
  const isWritten = (value: unknown) => typeof value !== 'object' && !isFilledIn(scalarText(value));
  return Object.entries(labels).every(([key, value]) => isWritten(key) && (value === null || isWritten(value)));
}
