import type { Position, Resource } from '../../kube/resource.ts';
import type { Reach } from '../../rbac/query/account-reach.ts';
import { compareSeverity, lower, type Severity } from '../../severity.ts';
import type { Pod } from '../model/pod.ts';
import type { CloudIdentity } from './service-account.ts';

/** A ServiceAccount as a sentence names it: `ops/deployer`, `deployer` where no manifest says in which namespace. */
export type AccountName = string;

/** Why an account counts as wide though nothing here lets it do anything. */
export type Unseen = 'controller' | 'system' | 'undeclared' | 'computed';

interface Common {
  /** What acts as the account: the workload's object, the account's own, the Secret. */
  readonly resource: Resource;
  /** Which of the object's pods; '' of the only one, and of other objects. */
  readonly part: string;
  readonly position: Position;
  readonly severity: Severity;
}

/** A pod that acts as an account it did not act as before. */
export interface AccountWidening extends Common {
  readonly kind: 'account';
  readonly account: AccountName;
  /** The accounts whose token its pods had before; undefined of a workload that is new. */
  readonly former: readonly AccountName[] | undefined;
  readonly reach: Reach;
  readonly unseen: Unseen | undefined;
  readonly clouds: readonly CloudIdentity[];
}

/** A token that pods are newly given, of an account that they ran as all along, or that a Secret newly asks for. */
export interface TokenWidening extends Common {
  /** `chart-automount`: of an account that only the chart knows. */
  readonly kind: 'automount' | 'projected-token' | 'account-automount' | 'chart-automount' | 'token-secret';
  readonly account: AccountName;
  readonly reach: Reach;
  readonly unseen: Unseen | undefined;
  readonly removedAt: Position | undefined;
  /** Whether the pods that run as the account all refuse it, as far as the repository shows them. */
  readonly isRefused?: boolean;
}

/** A token for somebody else than the API server. */
export interface AudienceWidening extends Common {
  readonly kind: 'audience';
  readonly account: AccountName;
  readonly audience: string;
}

/** An identity at a cloud that an account or a pod newly has. */
export interface CloudWidening extends Common {
  readonly kind: 'cloud';
  readonly cloud: CloudIdentity;
  /** Those that it had at the same cloud before. */
  readonly former: readonly string[];
}

/** One way in which a workload can act as somebody it could not act as before. */
export type IdentityWidening = AccountWidening | TokenWidening | AudienceWidening | CloudWidening;

/**
 * How bad it is to act as an account: one step under the worst that the account can do, for its permissions were granted
 * to somebody already; as wide as it may be where that is unknown. Undefined where it is nothing to speak of.
 */
export function severityOf(reach: Reach, unseen: Unseen | undefined): Severity | undefined {
  // The default account of kube-system can do nothing by itself; add-ons and old installations often let it do a lot.
  if (unseen === 'system' && reach.unknown.length === 0) return 'medium';
  if (unseen !== undefined || reach.unknown.length > 0) return 'high';
  const worst = reach.permissions[0]?.judgement.severity;
  return worst === undefined || worst === 'low' ? undefined : lower(worst);
}

/** The worse of two severities, either of which may be none. */
export function worst(one: Severity | undefined, other: Severity | undefined): Severity | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return compareSeverity(one, other) <= 0 ? one : other;
}

/** The pod as a finding names it, and where it is. */
export function placeOf({ resource, part }: Pod): Pick<Common, 'resource' | 'part'> {
  return { resource, part };
}
