import type { Mapping } from '../plain-values.ts';

/** What the policies of Open Cluster Management around a part of an object make of it. */
export interface PolicyState {
  /** Whether what is there is applied: by an enforced policy, or because no policy is around it. */
  readonly isApplied: boolean;
  /** The action of an outer policy, which overrides that of the policies it holds. */
  readonly action: string | undefined;
}

/** Outside any policy. */
export const none: PolicyState = { isApplied: true, action: undefined };

/**
 * The state inside a mapping: the spec of a Policy or ConfigurationPolicy (policy.open-cluster-management.io/v1), or one of its
 * object templates. What is enforced and must be there is applied; what is disabled, only looked at or forbidden is not. What
 * a template decides counts as enforced.
 */
export function policyState(value: Mapping, outer: PolicyState): PolicyState {
  if (Array.isArray(value['policy-templates'])) {
    const { disabled, remediationAction } = value;
    const isStated = typeof remediationAction === 'string' && remediationAction !== '';
    return { isApplied: outer.isApplied && disabled !== true, action: isStated ? remediationAction : undefined };
  }
  if (value['object-templates'] !== undefined || value['object-templates-raw'] !== undefined) {
    return { ...outer, isApplied: outer.isApplied && isEnforced(value.remediationAction, outer.action) };
  }
  if (typeof value.complianceType === 'string' && value.objectDefinition !== undefined) {
    return { ...outer, isApplied: outer.isApplied && !isWord(value.complianceType, 'mustnothave') };
  }
  return outer;
}

/** The controller compares without case; a policy that says InformOnly is never made to enforce. */
function isEnforced(own: unknown, outer: string | undefined): boolean {
  const action = isWord(own, 'informonly') ? own : (outer ?? own);
  return isWord(action, 'enforce') || (typeof action === 'string' && action.includes('{{'));
}

function isWord(value: unknown, word: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === word;
}
