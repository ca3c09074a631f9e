import { groupBy } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { isSameValue, json } from '../../plain-values.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { Pod } from '../../workload/model/pod.ts';
import { podsOf } from '../../workload/model/pods.ts';
import type { NearScope } from '../model/near-scopes.ts';
import { namespacesIn } from '../model/used-namespaces.ts';
import { mayBeFor } from './selected-pods.ts';

/** What became of policies of products that a scope no longer has. */
export interface GonePolicies {
  /** Whether its pods are in another scope now, and it is not there with them. */
  readonly isLeftOut: (policy: Resource) => boolean;
  /** Whether it is gone with all that was in its namespace, with the pods it was for, or is now where these are. */
  readonly isGoneWithAll: (policy: Resource) => boolean;
}

/**
 * Tells what became of policies that are gone, as it is told of NetworkPolicies: where a scope never showed anything of the namespace, its
 * pods may be anywhere, and are without the policy. `near` are the scopes that may be of the same cluster; `isPolicy` is what does not count
 * as something in a namespace.
 */
export function gonePolicies(
  sides: ScopeObjects,
  near: () => readonly NearScope[],
  isPolicy: (resource: Resource) => boolean,
): GonePolicies {
  const own = new Side(sides, isPolicy);
  let known: readonly { readonly side: Side; readonly isEverywhere: boolean }[] | undefined;
  const around = () => {
    known ??= near().map((each) => ({ side: new Side(each.sides, isPolicy), isEverywhere: each.isEverywhere }));
    return known;
  };
  const isMoved = (policy: Resource) =>
    own.podsOf(policy, 'after', true).length === 0 &&
    around().some(
      ({ side, isEverywhere }) => isEverywhere && side.hasNewly(policy) && side.podsOf(policy, 'after').length > 0,
    );
  const isOpen = (policy: Resource) => namespaceOf(policy).startsWith(unknownNamespacePrefix);
  const isLeftOut = (policy: Resource) =>
    !isOpen(policy) && !isMoved(policy) && around().some(({ side }) => side.hasTaken(policy, own));
  return {
    isLeftOut,
    isGoneWithAll(policy) {
      const namespace = namespaceOf(policy);
      const isGone = own.used('before').has(namespace) && !own.used('after').has(namespace);
      const [had, has] = (['before', 'after'] as const).map((when) => own.podsOf(policy, when).length > 0);
      if (isOpen(policy)) return isGone || (had === true && has !== true);
      if (isMoved(policy)) return true;
      // Where the repository shows whom it was for, those pods count.
      if (isGone || had) return has !== true && !isLeftOut(policy);
      const hadThere = (when: When) => around().some(({ side }) => side.podsOf(policy, when).length > 0);
      return has !== true && hadThere('before') && !hadThere('after');
    },
  };
}

type When = 'before' | 'after';

const keyOf = ({ group, kind, namespace, name }: Resource) => json([group, kind, namespace, name]);

/** The objects of one scope, which are only looked at where that is asked. */
class Side {
  readonly used: (when: When) => ReadonlySet<string>;
  readonly #podsIn: (when: When) => ReadonlyMap<string, readonly Pod[]>;
  readonly #policies: (when: When) => ReadonlyMap<string, readonly Resource[]>;

  constructor(sides: ScopeObjects, isPolicy: (resource: Resource) => boolean) {
    this.used = once(
      (when) =>
        new Set(sides[when].flatMap((each) => (isPolicy(each) ? [] : namespacesIn(each)))) as ReadonlySet<string>,
    );
    this.#podsIn = once((when) =>
      groupBy(sides[when].flatMap(podsOf), ({ namespace }) =>
        namespace.startsWith(unknownNamespacePrefix) ? unknownNamespacePrefix : namespace,
      ),
    );
    this.#policies = once((when) => groupBy(sides[when].filter(isPolicy), keyOf));
  }

  /** The pods that a policy may be for; with `isOpen` also those whose namespace is filled in later. */
  podsOf(policy: Resource, when: When, isOpen = false): readonly Pod[] {
    const names = [namespaceOf(policy), ...(isOpen ? [unknownNamespacePrefix] : [])];
    return names.flatMap((name) => (this.#podsIn(when).get(name) ?? []).filter((pod) => mayBeFor(policy, pod)));
  }

  /** Whether the same policy is here, and was not. */
  hasNewly(policy: Resource): boolean {
    const key = keyOf(policy);
    const isSame = (each: Resource) => isSameValue(each.value.spec, policy.value.spec);
    return this.#policies('after').get(key)?.some(isSame) === true && !this.#policies('before').has(key);
  }

  /** Whether pods of a policy are here now that were in another scope, and are no longer there. */
  hasTaken(policy: Resource, other: Side): boolean {
    const names = (pods: readonly Pod[]) => new Set(pods.map(({ resource }) => keyOf(resource)));
    const had = names(other.podsOf(policy, 'before'));
    if (had.size === 0) return false;
    const [left, known] = [names(other.podsOf(policy, 'after')), names(this.podsOf(policy, 'before'))];
    return [...names(this.podsOf(policy, 'after'))].some((key) => had.has(key) && !left.has(key) && !known.has(key));
  }
}

/** The answers of a question that is asked of both sides, each found once. */
function once<T>(ask: (when: When) => T): (when: When) => T {
  const known = new Map<When, T>();
  return (when) => {
    const answer = known.get(when) ?? ask(when);
    known.set(when, answer);
    return answer;
  };
}
