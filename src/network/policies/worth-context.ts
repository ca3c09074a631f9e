import type { ScopeObjects } from '../../kube/scope.ts';
import { json, mapping } from '../../plain-values.ts';
import { podChanges } from '../../workload/model/pair-pods.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { isIngress } from '../exposure/ingress-exposure.ts';
import { networkPolicyOf } from '../model/network-policy.ts';

/** What the judgement of a scope's network needs of unchanged files. */
export interface NetworkQuestion {
  /** The policies and Ingresses: one of them is touched, or labels by which they select. */
  readonly needsPolicies: boolean;
  /** The pods whom they select: a policy is touched. */
  readonly needsPods: boolean;
}

/** What unchanged objects matter for the touched ones of a scope. */
export function networkQuestion({ before, after }: ScopeObjects): NetworkQuestion {
  const shared = new Set(before);
  const needsPods = [...before, ...after].some((each) => networkPolicyOf(each) !== undefined);
  const needsPolicies =
    needsPods ||
    after.some(isIngress) ||
    podChanges(before.flatMap(podsOf), after.filter((each) => !shared.has(each)).flatMap(podsOf)).some(
      ({ before: was, after: is }) =>
        was !== undefined &&
        is !== undefined &&
        json(mapping(was.metadata.labels)) !== json(mapping(is.metadata.labels)),
    );
  return { needsPolicies, needsPods };
}
