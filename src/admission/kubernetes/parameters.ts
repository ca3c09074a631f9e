import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import { isSameValue, json, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { readLabelSelector, readLabels, selects } from '../../rbac/model/label-selector.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import { type Severity, worse } from '../../severity.ts';
import { lossOf, type Strength } from '../model/strength.ts';
import { actionStrength } from './policies.ts';

/** A binding that judges by ConfigMaps. */
export interface Parametrized {
  readonly by: string;
  readonly strength: Strength;
  readonly allowsMissing: boolean;
  readonly names: (configMap: Resource) => boolean;
}

/** The bindings of both sides that judge by ConfigMaps: a new one has refused nothing before. */
export function parametrized(before: readonly Resource[], after: readonly Resource[]): readonly Parametrized[] {
  const known = new Set(bindingsOf(before).map(({ by }) => by));
  return bindingsOf(after).filter(({ by }) => known.has(by));
}

/** Of a policy that is not known the parameters may be of any kind. */
function bindingsOf(objects: readonly Resource[]): readonly Parametrized[] {
  const own = objects.filter(({ group }) => group === 'admissionregistration.k8s.io');
  const kinds = new Map<string, string>(
    own.flatMap(({ kind, name, value }) => {
      const parameters = text(valueUnder(value, 'spec', 'paramKind', 'kind'));
      return parameters === undefined ? [] : [[`${kind} ${name}`, parameters] as const];
    }),
  );
  return own.flatMap((resource) => {
    const { kind, value } = resource;
    const { policyName, paramRef } = mapping(value.spec);
    const policy = `${kind.replace(/Binding$/, '')} ${scalarText(policyName)}`;
    if (!kind.endsWith('PolicyBinding') || paramRef === undefined) return [];
    if ((kinds.get(policy) ?? 'ConfigMap') !== 'ConfigMap') return [];
    const { name, namespace, selector, parameterNotFoundAction } = mapping(paramRef);
    const labels = selector === undefined ? undefined : readLabelSelector(selector);
    const isIn = (each: Resource) =>
      text(namespace) === undefined || each.namespace === undefined || each.namespace === namespace;
    const isNamed = (each: Resource) =>
      labels === undefined ? each.name === name : selects(labels, readLabels(mapping(each.value.metadata).labels));
    return [
      {
        by: resourceName(resource),
        strength: actionStrength(value),
        allowsMissing: parameterNotFoundAction === 'Allow',
        names: (each: Resource) => isIn(each) && isNamed(each),
      },
    ];
  });
}

/** The bindings whose parameters a ConfigMap changes, or no longer is. */
export function parametersChanged(
  bindings: readonly Parametrized[],
  before: Resource,
  after: Resource | undefined,
): readonly Loosening[] {
  const asking = bindings.filter(({ names }) => names(before));
  const isLeft = ({ names }: Parametrized) => after !== undefined && !names(after);
  const isSame = (field: string) => isSameValue(before.value[field], after?.value[field]);
  const left = asking.filter(isLeft);
  const kept = isSame('data') && isSame('binaryData') ? [] : asking.filter((each) => !isLeft(each));
  return [...(left.length === 0 ? [] : [noLongerSelected(left)]), ...changed(kept, after)];
}

function changed(asking: readonly Parametrized[], after: Resource | undefined): readonly Loosening[] {
  // Without its parameters a binding refuses everything, unless it says otherwise.
  const weaker = after === undefined ? asking.filter(({ allowsMissing }) => allowsMissing) : asking;
  if (weaker.length === 0) return [];
  const names = [...new Set(weaker.map(({ by }) => by))].sort();
  const severities = weaker.map(({ strength }): Severity => (strength === 'refuses' ? 'medium' : 'low'));
  const what =
    after === undefined
      ? `is gone, and ${enumerate(names)} lets everything through without it (parameterNotFoundAction: Allow)`
      : `changes the parameters of ${enumerate(names)}; whether it refuses less was not judged`;
  return [
    {
      what,
      remedy: 'Compare what is refused by both versions of the parameters.',
      severity:
        after === undefined ? weaker.map(({ strength }) => lossOf(strength)).reduce(worse) : severities.reduce(worse),
      path: after === undefined ? [] : ['data'],
      ...(after === undefined ? { formerPath: [] } : {}),
      subject: [
        'parameters',
        ...(after === undefined
          ? ['gone', ...names]
          : ['changed', ...names, json([after.value.data, after.value.binaryData])]),
      ],
    },
  ];
}

/** Every ConfigMap that a binding selects refuses by itself. */
function noLongerSelected(bindings: readonly Parametrized[]): Loosening {
  const names = [...new Set(bindings.map(({ by }) => by))].sort();
  const path = ['metadata', 'labels'];
  return {
    what: `is no longer selected by ${enumerate(names)}, which refuses nothing by it any more`,
    remedy: 'Keep the labels by which it is selected.',
    severity: bindings.map(({ strength }) => lossOf(strength)).reduce(worse),
    path,
    formerPath: path,
    subject: ['parameters', 'unselected', ...names],
  };
}
