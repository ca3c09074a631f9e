import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { constraintStrength } from '../gatekeeper/constraints.ts';
import { actionStrength } from '../kubernetes/policies.ts';
import { celPolicyLoosened, celStrength } from '../kyverno/cel-policy.ts';
import { clusterPolicyLoosened } from '../kyverno/cluster-policy.ts';
import { policyStrength } from '../kyverno/rules.ts';
import { inOrder } from '../model/in-order.ts';
import { resourceOf } from '../model/resource-of.ts';
import { type Strength, strongest } from '../model/strength.ts';
import { type LeftOut, newlyLeftOut } from './left-out.ts';

/** What a policy of any engine does, and to what. */
interface Reading {
  readonly strength: Strength;
  /** The resources it judges, as the API server names them; `*` for all. */
  readonly resources: ReadonlySet<string>;
  /** Whether it leaves some of their objects out. */
  readonly isPartial: boolean;
}

/** What a policy that is gone was replaced by, and what is said of it: its place is in the new one where that does less. */
export interface Replaced {
  readonly found: readonly Loosening[];
  readonly successor: Resource | undefined;
}

/** Finds what a policy that is gone was replaced by: one of another kind that has its name. */
export type Successors = (gone: Resource) => Replaced | undefined;

/** The successors among the objects after a change. */
export function successors(
  after: readonly Resource[],
  isExempted: (was: Resource, is: Resource) => string | undefined,
): Successors {
  // Few changes take a policy away.
  let byName: ReadonlyMap<string, readonly Resource[]> | undefined;
  return (gone) => {
    byName ??= groupBy(after.filter(isPolicy), ({ name }) => name);
    const others = byName.get(gone.name) ?? [];
    const successor = others.find((each) => isOther(each, gone) && isFor(each, gone));
    const was = successor === undefined ? undefined : readingOf(gone, after);
    if (successor === undefined || was?.strength !== 'refuses') return undefined;
    if (isSameEngine(gone, successor) && !isExempted(gone, successor)) return { found: [], successor };
    const out = newlyLeftOut(gone, successor, after);
    return replaced(was, readingOf(successor, after), successor, out);
  };
}

/** A policy for a namespace that is now one for the whole cluster, of the same fields, and refuses no less. */
function isSameEngine(gone: Resource, successor: Resource): boolean {
  if (gone.group !== successor.group) return false;
  const compare = gone.group === 'kyverno.io' ? clusterPolicyLoosened : celPolicyLoosened;
  const isOfCluster = gone.kind.replace(/^Namespaced|^(?=Policy$)/, '') === successor.kind.replace(/^Cluster/, '');
  return isOfCluster && compare(inOrder(gone.value), inOrder(successor.value)).length === 0;
}

const readers: Readonly<Record<string, (policy: Resource, around: readonly Resource[]) => Reading>> = {
  'kyverno.io': ({ value }) => readKyverno(value),
  'policies.kyverno.io': ({ value }) => ({ strength: celStrength(value), ...readConstraints(value) }),
  'admissionregistration.k8s.io': readBound,
  'constraints.gatekeeper.sh': ({ value }) => readGatekeeper(value),
};

function isPolicy({ group, kind }: Resource): boolean {
  if (group === 'constraints.gatekeeper.sh') return true;
  if (group === 'kyverno.io') return /^(?:Cluster)?Policy$/.test(kind);
  if (group === 'policies.kyverno.io') return /^(?:Namespaced)?(?:Image)?ValidatingPolicy$/.test(kind);
  return group === 'admissionregistration.k8s.io' && kind === 'ValidatingAdmissionPolicy';
}

function isOther({ group, kind }: Resource, gone: Resource): boolean {
  return isPolicy(gone) && (group !== gone.group || kind !== gone.kind);
}

/** One for the whole cluster takes the place of one for a namespace, and not the other way round. */
function isFor(successor: Resource, gone: Resource): boolean {
  return !/^(?:Policy|Namespaced)/.test(successor.kind) || successor.namespace === gone.namespace;
}

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

function readingOf(policy: Resource, around: readonly Resource[]): Reading {
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

function replaced(was: Reading, is: Reading, successor: Resource, out: readonly LeftOut[]): Replaced {
  const { kind, name } = successor;
  const left = [...was.resources].filter((each) => !is.resources.has(each) && !is.resources.has('*'));
  const spec = json(successor.value.spec);
  const common = { path: [], formerPath: [], subject: ['replaced', kind, is.strength, ...left.sort(), spec] };
  const remedy = `Compare what both refuse, and try ${kind} ${name} with what has been refused so far.`;
  if (is.strength !== 'refuses') {
    const does = is.strength === 'ignores' ? 'which nothing enforces' : `which only ${is.strength} what breaks it`;
    const what = `is replaced by ${kind} ${name}, ${does}`;
    return {
      successor: undefined,
      found: [{ ...common, what, remedy: 'Have the new one refuse as well.', severity: 'high' }],
    };
  }
  if (left.length > 0 || (is.isPartial && !was.isPartial && out.length === 0)) {
    const less = left.length > 0 ? `does not judge ${left.join(', ')}` : 'leaves objects out that it judged';
    const what = `is replaced by ${kind} ${name}, which ${less}`;
    return { successor: undefined, found: [{ ...common, what, remedy, severity: 'high' }] };
  }
  if (out[0] !== undefined) {
    const names = out.map((each) => each.name);
    const what = `is replaced by ${kind} ${name}, which newly leaves namespace ${enumerate(names)} alone`;
    const subject = ['replaced', kind, 'namespaces', ...names.sort(), spec];
    return { successor, found: [{ ...common, what, remedy, severity: 'high', path: out[0].path, subject }] };
  }
  const what = `is replaced by ${kind} ${name}, which refuses as well; whether it refuses less was not judged`;
  return { successor: undefined, found: [{ ...common, what, remedy, severity: 'medium' }] };
}
