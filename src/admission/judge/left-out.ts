import type { Resource } from '../../kube/resource.ts';
import { list, type Mapping, mapping, scalarText, strings, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { actionStrength } from '../kubernetes/policies.ts';
import { type Filter, fieldPath, readMatch } from '../kyverno/filters.ts';
import { isLike } from '../kyverno/kinds.ts';
import { rulesOf } from '../kyverno/rules.ts';

/** A namespace, or a pattern of their names, that a policy leaves alone, and where it says so. */
export interface LeftOut {
  readonly name: string;
  readonly path: Path;
}

/** One of the demands of a policy, by namespaces; undefined where other things than names decide that. */
interface Demand {
  readonly out: readonly LeftOut[];
  /** The namespaces it is for alone. */
  readonly only: readonly string[] | undefined;
}

/** Namespaces that a policy judged, and that one which takes its place leaves alone; of those alone that both name. */
export function newlyLeftOut(gone: Resource, successor: Resource, around: readonly Resource[]): readonly LeftOut[] {
  const former = demandsOf(gone, around);
  const isJudged = (name: string) =>
    former.some(
      ({ out, only }) => !covers(out, name) && (only === undefined || only.some((each) => isLike(each, name))),
    );
  const known = new Set<string>();
  return leftOutBy(successor, around).filter(({ name }) => {
    const isNew = isJudged(name) && !known.has(name);
    known.add(name);
    return isNew;
  });
}

function covers(out: readonly LeftOut[], name: string): boolean {
  return out.some((each) => isLike(each.name, name));
}

/** Each rule of Kyverno's and each constraint refuses by itself; of bindings to one policy all have to leave a namespace alone. */
function leftOutBy(policy: Resource, around: readonly Resource[]): readonly LeftOut[] {
  const demands = demandsOf(policy, around);
  const [first, ...others] = demands;
  if (policy.kind !== 'ValidatingAdmissionPolicy') return demands.flatMap(({ out }) => out);
  return (first?.out ?? []).filter(({ name }) => others.every(({ out }) => covers(out, name)));
}

function demandsOf({ group, name, value }: Resource, around: readonly Resource[]): readonly Demand[] {
  if (group === 'kyverno.io')
    return rulesOf(value).flatMap((rule) => (rule.strength === 'refuses' ? ofRule(rule.value, rule.path) : []));
  if (group === 'constraints.gatekeeper.sh') return [ofConstraint(value)];
  const own = ofConstraints(value);
  if (own === undefined) return [];
  if (group !== 'admissionregistration.k8s.io') return [own];
  return around.flatMap(({ kind, value: binding }) => {
    const { policyName, matchResources } = mapping(binding.spec);
    if (
      kind !== 'ValidatingAdmissionPolicyBinding' ||
      scalarText(policyName) !== name ||
      actionStrength(binding) !== 'refuses'
    )
      return [];
    // What a binding says is in another object.
    const out = ofSelector(mapping(matchResources).namespaceSelector, []);
    return out === undefined
      ? []
      : [{ out: [...own.out, ...out.map((each) => ({ ...each, path: [] }))], only: undefined }];
  });
}

/** A rule of a ClusterPolicy: namespaces that `exclude` takes as a whole, and those that `match` names. */
function ofRule({ match, exclude }: Mapping, path: Path): readonly Demand[] {
  const { isAll, filters } = readMatch(exclude, [...path, 'exclude']);
  const isOnly = ({ fields }: Filter) => Object.keys(fields).join() === 'namespaces';
  const whole = isAll && filters.length > 1 ? [] : filters.filter(isOnly);
  const matched = readMatch(match, [...path, 'match']).filters;
  if (matched.some(({ fields }) => fields.namespaceSelector !== undefined)) return [];
  const isNamed = matched.every(({ fields }) => fields.namespaces !== undefined);
  return [
    {
      out: whole.flatMap((filter) => named(filter.fields.namespaces, fieldPath(filter, 'namespaces'))),
      only: isNamed ? matched.flatMap(({ fields }) => strings(fields.namespaces)) : undefined,
    },
  ];
}

function ofConstraint(value: Mapping): Demand {
  const { namespaces, excludedNamespaces } = mapping(valueUnder(value, 'spec', 'match'));
  return {
    out: named(excludedNamespaces, ['spec', 'match', 'excludedNamespaces']),
    only: namespaces === undefined ? undefined : strings(namespaces),
  };
}

/** A policy with CEL: its selector of namespaces by their names, and conditions that say no more than that. */
function ofConstraints(value: Mapping): Demand | undefined {
  const at = ['spec', 'matchConstraints', 'namespaceSelector'];
  const out = ofSelector(valueUnder(value, ...at), at);
  if (out === undefined) return undefined;
  const byConditions = list(valueUnder(value, 'spec', 'matchConditions')).flatMap((each, index) =>
    ofExpression(scalarText(mapping(each).expression)).map((name) => ({
      name,
      path: ['spec', 'matchConditions', index, 'expression'],
    })),
  );
  return { out: [...out, ...byConditions], only: undefined };
}

const nameLabel = 'kubernetes.io/metadata.name';

/** Undefined where a selector decides by something else than names that are left out. */
function ofSelector(selector: unknown, at: Path): readonly LeftOut[] | undefined {
  const { matchLabels, matchExpressions } = mapping(selector);
  if (Object.keys(mapping(matchLabels)).length > 0) return undefined;
  const expressions = list(matchExpressions).map(mapping);
  if (!expressions.every(({ key, operator }) => key === nameLabel && operator === 'NotIn')) return undefined;
  return expressions.flatMap(({ values }, index) => named(values, [...at, 'matchExpressions', index, 'values']));
}

function named(names: unknown, path: Path): readonly LeftOut[] {
  return strings(names).map((name, index) => ({ name, path: [...path, index] }));
}

const namespace = String.raw`(?:object\.metadata\.namespace|request\.namespace|namespaceObject\.metadata\.name)`;
const isOther = new RegExp(String.raw`^${namespace}\s*!=\s*(['"])([a-z0-9-]+)\1$`);
const isNoneOf = new RegExp(String.raw`^!\s*\(\s*${namespace}\s+in\s+\[([^\][]*)\]\s*\)$`);

/** The namespaces that an expression leaves out, where it says nothing else: `object.metadata.namespace != "a"`, `!(request.namespace in ["a"])`. */
function ofExpression(expression: string): readonly string[] {
  const parts = expression.split('&&').map((each) => each.trim());
  const names = parts.map((each): readonly string[] | undefined => {
    const [, , name] = isOther.exec(each) ?? [];
    if (name !== undefined) return [name];
    const [, items] = isNoneOf.exec(each) ?? [];
    return items?.split(',').map((item) => item.trim().replace(/^(['"])(.*)\1$/, '$2'));
  });
  return names.every((each) => each !== undefined) ? names.flatMap((each) => each ?? []) : [];
}
