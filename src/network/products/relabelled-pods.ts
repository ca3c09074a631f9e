import type { LoosenedObject, Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { NearScope, ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { type Labels, readLabels } from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { isAmong, isWide } from './compare-rules.ts';
import { entryText } from './entry-text.ts';
import { goesAlongWith } from './gone-policies.ts';
import { isOfPods, isPeers, isRules, isTokens, OtherScopes } from './other-scopes.ts';
import { type RulePolicy, rulePolicyOf } from './rule-policies.ts';
import { isOfNamespace, selectsLabels } from './selected-pods.ts';

/**
 * Pods that leave policies of Istio, Cilium and Calico by their labels, or come under others. What a policy itself says otherwise is a
 * finding of the policy; here are those that are as they were, and those that nothing is said of because they went along with such pods.
 */
export function relabelledPods(
  sides: ScopeObjects,
  pods: readonly PodChange[],
  near: () => readonly NearScope[],
): readonly LoosenedObject[] {
  const changed = pods.flatMap(({ before, after }) =>
    before === undefined || after === undefined || isSameValue(labelsOf(before), labelsOf(after))
      ? []
      : [{ was: before, is: after }],
  );
  if (changed.length === 0 || !sides.before.some(isOfPods)) return [];
  const policies = keptPolicies(sides, near);
  return changed.flatMap(({ was, is }) => {
    const loosenings = lostBy(was, is, policies);
    if (loosenings.length === 0) return [];
    return [
      {
        resource: is.resource,
        loosenings,
        at: (path) => is.metadataAt(path),
        formerAt: (path) => was.metadataAt(path),
      },
    ];
  });
}

/** The policies of both sides, and which of them are looked at here. */
interface Policies {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  /** Whether a former policy is for the same labels as before, or is gone without a finding though the pod is the same. */
  readonly isKept: (policy: Resource, was: Pod, is: Pod) => boolean;
  /** Whether a policy was there before, for the same pods and with the same rules. */
  readonly wasThere: (policy: Resource) => boolean;
}

function keptPolicies(sides: ScopeObjects, near: () => readonly NearScope[]): Policies {
  const [before, after] = [sides.before.filter(isOfPods), sides.after.filter(isOfPods)];
  const goesAlong = goesAlongWith(sides, new OtherScopes(near));
  const counterpart = (of: Resource, side: readonly Resource[]) =>
    side.find((each) => each.kind === of.kind && each.namespace === of.namespace && each.name === of.name) ??
    side.find((each) => each.kind === of.kind && each.namespace === of.namespace && isSameSpec(each, of));
  return {
    before,
    after,
    isKept: (policy, was, is) => {
      const now = counterpart(policy, after);
      if (now !== undefined) return isSameValue(selectorsOf(now), selectorsOf(policy));
      // Pods of another selector of their workload are others: the policy went with those it was for.
      const [own, others] = [was, is].map(({ resource }) => valueUnder(resource.value, 'spec', 'selector'));
      return isSameValue(own, others) && goesAlong(policy);
    },
    wasThere: (policy) => {
      const former = counterpart(policy, before);
      return former !== undefined && isSameSpec(former, policy);
    },
  };
}

function isSameSpec(one: Resource, other: Resource): boolean {
  return isSameValue([one.value.spec, one.value.specs], [other.value.spec, other.value.specs]);
}

function selectorsOf(policy: Resource): unknown {
  return rulePolicyOf(policy)?.selectors ?? valueUnder(policy.value, 'spec', 'selector') ?? null;
}

function labelsOf({ metadata }: Pod): Labels {
  return readLabels(metadata.labels);
}

function lostBy(was: Pod, is: Pod, policies: Policies): readonly Loosening[] {
  const before = policies.before.filter((each) => isOfNamespace(each, was) && selectsLabels(each, was, labelsOf(was)));
  if (before.length === 0) return [];
  const after = policies.after.filter((each) => isOfNamespace(each, is) && selectsLabels(each, is, labelsOf(is)));
  const left = before.filter((each) => policies.isKept(each, was, is) && !after.some((own) => isSameOne(own, each)));
  const come = after.filter((each) => policies.wasThere(each) && !before.some((own) => isSameOne(own, each)));
  return [
    ...left.flatMap((policy) => ofLeft(policy, { before, after }, is)),
    ...come.flatMap((policy) => ofCome(policy, before)),
  ];
}

function isSameOne(one: Resource, other: Resource): boolean {
  return one.kind === other.kind && one.name === other.name && one.namespace === other.namespace;
}

/** The policies for a pod as it was, and as it is. */
interface PodPolicies {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
}

/** What a policy kept from pods that it is no longer for, and no other one does. */
function ofLeft(policy: Resource, { after }: PodPolicies, pod: Pod): readonly Loosening[] {
  const name = resourceName(policy);
  if (isPeers(policy) || isTokens(policy)) return demandsLost(policy, after, pod);
  const old = rulePolicyOf(policy);
  if (old === undefined) return [];
  const others = rulesOf(after).filter((each) => isOfProduct(each, policy));
  const rules = others
    .flatMap((each) => rulePolicyOf(each) ?? [])
    .filter((each) => each.order?.tier === old.order?.tier);
  const freed = [...old.isolates].filter((part) => !rules.some((each) => each.isolates.has(part)));
  const undenied = old.denies.filter((each) => !rules.some((other) => isAmong(each, other.denies)));
  const lost = [
    ...(freed.length === 0 ? [] : [`keeps out what it does not allow (${freed.join(', ')})`]),
    ...(undenied.length === 0 ? [] : ['denies what it denied']),
  ];
  if (lost.length === 0) return [];
  return [
    relabelled(`and leaves ${name}, so that nothing ${lost.join(' or ')} any more`, 'high', [
      'left',
      policy.kind,
      policy.name,
      ...freed,
      ...undenied.map(({ part }) => `deny ${part}`),
    ]),
  ];
}

/** Mutual TLS, and tokens, that are no longer demanded of who comes to the pods. */
function demandsLost(policy: Resource, after: readonly Resource[], pod: Pod): readonly Loosening[] {
  const name = resourceName(policy);
  const mode = (each: Resource) => scalarText(valueUnder(each.value, 'spec', 'mtls', 'mode'));
  if (isPeers(policy)) {
    if (mode(policy) !== 'STRICT') return [];
    const [own] = after.filter(isPeers).sort((one, two) => rankOf(one, pod) - rankOf(two, pod));
    if (own !== undefined && mode(own) === 'STRICT') return [];
    return [
      relabelled(`and leaves ${name}, so that mutual TLS is no longer demanded of who comes to them`, 'high', [
        'left',
        policy.kind,
        policy.name,
      ]),
    ];
  }
  const rules = (each: Resource) => mapping(each.value.spec).jwtRules;
  if (after.some((each) => isTokens(each) && isSameValue(rules(each), rules(policy)))) return [];
  return [
    relabelled(`and leaves ${name}, so that it no longer checks the tokens of their requests`, 'high', [
      'left',
      policy.kind,
      policy.name,
    ]),
  ];
}

/** Of PeerAuthentications that of the pods counts before that of the namespace, and that before the mesh's; `UNSET` is what the next one says. */
function rankOf({ namespace, value }: Resource, pod: Pod): number {
  const stated = scalarText(valueUnder(value, 'spec', 'mtls', 'mode'));
  if (stated === '' || stated === 'UNSET') return 3;
  if (Object.keys(mapping(valueUnder(value, 'spec', 'selector', 'matchLabels'))).length > 0) return 0;
  return namespace === pod.resource.namespace ? 1 : 2;
}

/** What a policy allows that pods come under, where what they came from kept that out. */
function ofCome(policy: Resource, before: readonly Resource[]): readonly Loosening[] {
  const now = rulePolicyOf(policy);
  if (now === undefined) return [];
  const others = rulesOf(before).filter((each) => isOfProduct(each, policy));
  const rules = others
    .flatMap((each) => rulePolicyOf(each) ?? [])
    .filter((each) => each.order?.tier === now.order?.tier);
  const isNew = (entry: RulePolicy['allows'][number]) =>
    rules.some((each) => each.isolates.has(entry.part)) && !rules.some((each) => isAmong(entry, each.allows));
  return now.allows
    .filter(isNew)
    .map(({ value, part }) =>
      relabelled(
        `and comes under ${resourceName(policy)}, which allows ${part}: ${entryText(value)}`,
        isWide(value) ? 'high' : 'medium',
        ['come', policy.kind, policy.name, part, entryText(value)],
      ),
    );
}

function rulesOf(policies: readonly Resource[]): readonly Resource[] {
  return policies.filter(isRules);
}

function isOfProduct(one: Resource, other: Resource): boolean {
  return one.group.replace(/^crd\./, '') === other.group.replace(/^crd\./, '');
}

function relabelled(what: string, severity: Loosening['severity'], subject: readonly string[]): Loosening {
  return {
    what: `changes the labels of its pods, ${what}`,
    remedy: 'Keep the labels by which policies select the pods, or select the new ones as well.',
    severity,
    path: ['labels'],
    formerPath: ['labels'],
    subject: ['relabelled', ...subject],
  };
}
