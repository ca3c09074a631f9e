import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { constraintStrength } from '../gatekeeper/constraints.ts';
import { actionStrength } from '../kubernetes/policies.ts';
import { celStrength } from '../kyverno/cel-policy.ts';
import { policyStrength } from '../kyverno/rules.ts';
import { resourceOf } from '../model/resource-of.ts';
import { type Strength, strongest } from '../model/strength.ts';

/** What a policy of any engine does, and to what. */
export interface Reading {
  readonly strength: Strength;
  /** The resources it judges, as the API server names them; `*` for all. */
  readonly resources: ReadonlySet<string>;
  /** Whether it leaves some of their objects out. */
  readonly isPartial: boolean;
}

const readers: Readonly<Record<string, (policy: Resource, around: readonly Resource[]) => Reading>> = {
  'kyverno.io': ({ value }) => readKyverno(value),
  'policies.kyverno.io': ({ value }) => ({ strength: celStrength(value), ...readConstraints(value) }),
  'admissionregistration.k8s.io': readBound,
  'constraints.gatekeeper.sh': ({ value }) => readGatekeeper(value),
};

/** What a ValidatingAdmissionPolicy does, its bindings say. */
function readBound({ name, value }: Resource, around: readonly Resource[]): Reading {
  const bindings = around.filter(
    (each) =>
      each.kind === 'ValidatingAdmissionPolicyBinding' && scalarText(mapping(each.value.spec).policyName) === name,
  );
  const own = readConstraints(value);
  // One that only warns everywhere does not make up for one that refuses somewhere.
  const isWhole = bindings.some(
    ({ value }) => actionStrength(value) === 'refuses' && isEmpty(mapping(value.spec).matchResources),
  );
  return {
    strength: strongest(bindings.map((each) => actionStrength(each.value))),
    resources: own.resources,
    isPartial: own.isPartial || !isWhole,
  };
}

/** Reads a policy, of one that is bound along with its bindings. */
export function readingOf(policy: Resource, around: readonly Resource[]): Reading {
  const none: Reading = { strength: 'ignores', resources: new Set(), isPartial: true };
  return readers[policy.group]?.(policy, around) ?? none;
}

/** matchConstraints of Kubernetes and of Kyverno’s policies with CEL. */
function readConstraints({ spec }: Mapping): Omit<Reading, 'strength'> {
  const { matchConstraints, matchConditions } = mapping(spec);
  const { resourceRules, ...others } = mapping(matchConstraints);
  const rules = list(resourceRules).map(mapping);
  return {
    resources: new Set(rules.flatMap((rule) => strings(rule.resources))),
    isPartial:
      list(matchConditions).length > 0 ||
      rules.some(({ resourceNames }) => list(resourceNames).length > 0) ||
      ['namespaceSelector', 'objectSelector', 'excludeResourceRules'].some((field) => !isEmpty(others[field])),
  };
}

function readKyverno(value: Mapping): Reading {
  const rules = list(mapping(value.spec).rules).map(mapping);
  const filters = rules.flatMap(({ match }) => {
    const { any, all, resources } = mapping(match);
    return [...list(any), ...list(all), ...(isMapping(resources) ? [{ resources }] : [])].map(mapping);
  });
  return {
    strength: policyStrength(value),
    resources: new Set(filters.flatMap((each) => strings(mapping(each.resources).kinds).map(resourceOf))),
    isPartial:
      rules.some(({ exclude, preconditions }) => !isEmpty(exclude) || !isEmpty(preconditions)) ||
      filters.some(({ resources, ...who }) => {
        const { kinds: _, ...others } = mapping(resources);
        return !isEmpty(others) || !isEmpty(who);
      }),
  };
}

function readGatekeeper(value: Mapping): Reading {
  const { kinds, ...others } = mapping(mapping(value.spec).match);
  const named = list(kinds).flatMap((each) => strings(mapping(each).kinds).map(resourceOf));
  return {
    strength: constraintStrength(value),
    resources: new Set(named.length === 0 ? ['*'] : named),
    isPartial: !isEmpty(others),
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || Object.keys(mapping(value)).length + list(value).length === 0;
}
