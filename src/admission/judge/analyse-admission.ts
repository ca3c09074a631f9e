import { groupBy } from '../../groups.ts';
import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { NearScope, ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Mapping } from '../../plain-values.ts';
import { settingsLoosened } from '../../workload/charts/settings-loosened.ts';
import { enginesLost } from '../../workload/engines/engines-lost.ts';
import { kindsLost } from '../../workload/engines/kinds-lost.ts';
import { judgePairs, pairResources } from '../../workload/model/pair-objects.ts';
import type { PodChange } from '../../workload/model/pair-pods.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { apiServerChanges } from '../apiserver/compare.ts';
import { connaisseurChanges } from '../connaisseur/compare.ts';
import { configLoosened } from '../gatekeeper/config.ts';
import { constraintLoosened, constraintStrength } from '../gatekeeper/constraints.ts';
import { expansionGone, expansionLoosened } from '../gatekeeper/expansion.ts';
import { mutatorLoosened } from '../gatekeeper/mutators.ts';
import { templateLoosened } from '../gatekeeper/template.ts';
import { openshiftImagesLoosened, sigstoreLoosened } from '../images/image-policies.ts';
import { policyControllerLoosened } from '../images/policy-controller.ts';
import { type KubernetesAround, kubernetesAround } from '../kubernetes/around.ts';
import { bindingLoosened, isBoundAsMuch } from '../kubernetes/bindings.ts';
import { type Parametrized, parametersChanged, parametrized } from '../kubernetes/parameters.ts';
import { actionStrength, policyLoosened } from '../kubernetes/policies.ts';
import { conversionLoosened, webhooksGone, webhooksLoosened } from '../kubernetes/webhooks.ts';
import { type KyvernoAround, kyvernoAround } from '../kyverno/around.ts';
import { celPolicyLoosened, celStrength, settingPolicyLoosened } from '../kyverno/cel-policy.ts';
import { clusterPolicyGone, clusterPolicyLoosened } from '../kyverno/cluster-policy.ts';
import { kyvernoConfigurationLoosened } from '../kyverno/configuration/configuration.ts';
import { deletionsLoosened } from '../kyverno/deletions.ts';
import { exceptionLoosened } from '../kyverno/exceptions/exceptions.ts';
import { inOrder } from '../model/in-order.ts';
import { lossOf, type Strength } from '../model/strength.ts';
import { type LabelSelectors, labelSelectors, podsUnselected, unselected } from '../selection/unselected.ts';
import { atTheChange } from './changed-place.ts';
import { engineFlagsLoosened } from './engine-flags.ts';
import { namespaceLoosened } from './namespace-labels.ts';
import { renamings } from './renamings.ts';
import { successors } from './successors.ts';

/** What admission newly lets through, by scope. */
export type AdmissionAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares what admission refuses, in every scope. `files` are those that nothing rendered; `near` gives the other scopes that may be of a scope's cluster, `pods` the pods that are not as before. */
export function analyseAdmission(
  objects: ReadonlyMap<Scope, ScopeObjects>,
  files: readonly TouchedFile[],
  limits: YamlLimits,
  near: (scope: Scope) => readonly NearScope[] = () => [],
  pods: ReadonlyMap<Scope, readonly PodChange[]> = new Map(),
): AdmissionAnalysis {
  const byScope = groupBy(files, ({ scope }) => scope);
  const none: ScopeObjects = { before: [], after: [] };
  return new Map(
    [...new Set([...objects.keys(), ...byScope.keys()])].map((scope) => {
      const sides = objects.get(scope) ?? none;
      const selectors = labelSelectors(sides.before, sides.after);
      const changedPods = pods.get(scope) ?? [];
      const own = byScope.get(scope) ?? [];
      const others = [...connaisseurChanges(sides, own, limits), ...apiServerChanges(sides, own, limits)];
      return [
        scope,
        [
          ...changesOf(sides, selectors, () => near(scope)),
          ...others,
          ...changedPods.flatMap(podLoosened),
          ...enginesLost(sides, 'admission'),
          ...kindsLost(sides, 'admission'),
          ...settingsLoosened(sides, own, limits, 'admission'),
          ...podsUnselected(selectors, sides, changedPods),
        ],
      ];
    }),
  );
}

function podLoosened({ before, after }: PodChange): readonly LoosenedObject[] {
  if (before === undefined || after === undefined) return [];
  const loosenings = engineFlagsLoosened(before.spec, after.spec);
  if (loosenings.length === 0) return [];
  return [{ resource: after.resource, loosenings, at: (path) => after.at(path), formerAt: (path) => before.at(path) }];
}

/** What there is next to an object of what decides along with it. */
type EnginesAround = KubernetesAround & KyvernoAround;

/** How the objects of one kind are compared. */
interface Comparison {
  readonly group: RegExp;
  readonly kind: RegExp;
  /** What it lets through from one side to the other. */
  readonly changed?: (before: Mapping, after: Mapping, around: EnginesAround) => readonly Loosening[];
  /** What a new one opens. */
  readonly added?: (after: Mapping, around: EnginesAround) => readonly Loosening[];
  /** What was refused and no longer is where it is gone. */
  readonly gone?: (before: Mapping, around: EnginesAround) => readonly Loosening[];
}

const isGone = (strength: Strength): readonly Loosening[] => [
  {
    what: strength === 'refuses' ? 'is gone, and with it what it refused' : 'is gone, and with it what it noted',
    remedy: 'Keep it, or have something else refuse the same.',
    severity: lossOf(strength),
    path: [],
    formerPath: [],
    subject: ['gone'],
  },
];

/** What changes objects refuses none, as mutating webhooks do not. */
const onlySets = (found: readonly Loosening[]) => found.map((each): Loosening => ({ ...each, severity: 'low' }));

const noLongerSets = onlySets(isGone('refuses').map((each) => ({ ...each, what: 'is gone, and with it what it set' })));

const registration = /^admissionregistration\.k8s\.io$/;

const comparisons: readonly Comparison[] = [
  {
    group: registration,
    kind: /^ValidatingAdmissionPolicy$/,
    changed: policyLoosened,
    gone: () => isGone('refuses'),
  },
  {
    group: registration,
    kind: /^ValidatingAdmissionPolicyBinding$/,
    changed: (before, after, { policies }) => bindingLoosened(before, after, policies('ValidatingAdmissionPolicy')),
    gone: (before, { policies }) =>
      isBoundAsMuch(before, policies('ValidatingAdmissionPolicy')) ? [] : isGone(actionStrength(before)),
  },
  {
    group: registration,
    kind: /^MutatingAdmissionPolicy$/,
    changed: (before, after) => onlySets(policyLoosened(before, after)),
    gone: () => noLongerSets,
  },
  {
    group: registration,
    kind: /^MutatingAdmissionPolicyBinding$/,
    changed: (before, after, { policies }) =>
      onlySets(bindingLoosened(before, after, policies('MutatingAdmissionPolicy'))),
    gone: (before, { policies }) => (isBoundAsMuch(before, policies('MutatingAdmissionPolicy')) ? [] : noLongerSets),
  },
  ...(['Validating', 'Mutating'] as const).map((what): Comparison => {
    const [kind, isMutating] = [`${what}WebhookConfiguration`, what === 'Mutating'];
    return {
      group: registration,
      kind: new RegExp(`^${kind}$`),
      changed: (before, after, { isJudged }) => webhooksLoosened(before, after, isMutating, isJudged(kind)),
      gone: (before, { isJudged }) => webhooksGone(before, isMutating, isJudged(kind)),
    };
  }),
  {
    group: /^apiextensions\.k8s\.io$/,
    kind: /^CustomResourceDefinition$/,
    changed: conversionLoosened,
    added: (after) => conversionLoosened(undefined, after),
  },
  {
    group: /^kyverno\.io$/,
    kind: /^(?:Cluster)?Policy$/,
    changed: clusterPolicyLoosened,
    gone: clusterPolicyGone,
  },
  {
    group: /^(?:policies\.)?kyverno\.io$/,
    kind: /^PolicyException$/,
    changed: (before, after) => exceptionLoosened(before, after),
    added: (after, { exceptions }) => exceptionLoosened(undefined, after, exceptions(after)),
  },
  {
    group: /^policies\.kyverno\.io$/,
    kind: /^(?:Namespaced)?(?:Validating|ImageValidating)Policy$/,
    changed: celPolicyLoosened,
    gone: (before) => isGone(celStrength(before)),
  },
  {
    group: /^policies\.kyverno\.io$/,
    kind: /^(?:Namespaced)?(?:Mutating|Generating)Policy$/,
    changed: settingPolicyLoosened,
    gone: () => noLongerSets,
  },
  {
    group: /^(?:policies\.)?kyverno\.io$/,
    kind: /^(?:(?:Cluster)?CleanupPolicy|(?:Namespaced)?DeletingPolicy)$/,
    changed: deletionsLoosened,
    added: (after) => deletionsLoosened(undefined, after),
  },
  {
    group: /^constraints\.gatekeeper\.sh$/,
    kind: /./,
    changed: constraintLoosened,
    gone: (before) => isGone(constraintStrength(before)),
  },
  {
    group: /^templates\.gatekeeper\.sh$/,
    kind: /^ConstraintTemplate$/,
    changed: templateLoosened,
    gone: () => isGone('refuses'),
  },
  {
    group: /^expansion\.gatekeeper\.sh$/,
    kind: /^ExpansionTemplate$/,
    changed: expansionLoosened,
    gone: expansionGone,
  },
  {
    group: /^config\.gatekeeper\.sh$/,
    kind: /^Config$/,
    changed: configLoosened,
    added: (after) => configLoosened(undefined, after),
  },
  {
    group: /^mutations\.gatekeeper\.sh$/,
    kind: /^(?:Assign|AssignMetadata|AssignImage|ModifySet)$/,
    changed: mutatorLoosened,
    gone: () => noLongerSets,
  },
  {
    group: /^policy\.sigstore\.dev$/,
    kind: /^ClusterImagePolicy$/,
    changed: sigstoreLoosened,
    gone: () => isGone('refuses'),
  },
  {
    group: /^config\.openshift\.io$/,
    kind: /^(?:Cluster)?ImagePolicy$/,
    changed: openshiftImagesLoosened,
    gone: () => isGone('refuses'),
  },
  {
    group: /^$/,
    kind: /^Namespace$/,
    changed: namespaceLoosened,
    added: (after) => namespaceLoosened(undefined, after),
  },
  {
    group: /^$/,
    kind: /^ConfigMap$/,
    changed: (before, after) => [
      ...kyvernoConfigurationLoosened(before, after),
      ...policyControllerLoosened(before, after),
    ],
    added: (after) => policyControllerLoosened(undefined, after),
  },
];

function changesOf(
  { before, after }: ScopeObjects,
  selectors: LabelSelectors,
  near: () => readonly NearScope[],
): readonly LoosenedObject[] {
  const [old, now] = [before, after].map((all) => all.filter((each) => comparisonOf(each) !== undefined)) as [
    Resource[],
    Resource[],
  ];
  const around: Around = { selectors, bindings: parametrized(before, after) };
  const own = { ...kubernetesAround(old, now), ...kyvernoAround(old, now, near) };
  const isExempted = (was: Resource, is: Resource) => own.isExempted({ policy: was.value }, { policy: is.value });
  const isRenamed = renamings(
    old,
    now,
    // Kyverno's policies of rules look at the exceptions from each of them.
    (was, is) => loosened(was, is, own).length === 0 && (was.group !== 'policies.kyverno.io' || !isExempted(was, is)),
  );
  const successorsOf = successors(now, isExempted);
  return judgePairs(pairResources(old, now), (was, is) => {
    const isSilent = was !== undefined && is === undefined && isRenamed(was);
    const replaced = was === undefined || is !== undefined || isSilent ? undefined : successorsOf(was);
    const itself = isSilent ? [] : (replaced?.found ?? loosened(was, is, own));
    const found = [...itself, ...loosenedByOthers(was, is, around, itself)];
    const isChange = was !== undefined && is !== undefined && found.length > 0;
    const objects = loosenedObject(was, is, isChange ? found.map(atTheChange(was.value, is.value)) : found);
    const place = replaced?.successor;
    return place === undefined ? objects : objects.map((each) => ({ ...each, at: (path) => place.at(path) }));
  });
}

function comparisonOf(resource: Resource | undefined): Comparison | undefined {
  if (resource === undefined) return undefined;
  return comparisons.find(({ group, kind }) => group.test(resource.group) && kind.test(resource.kind));
}

/** What refuses by objects of other kinds. */
interface Around {
  readonly selectors: LabelSelectors;
  readonly bindings: readonly Parametrized[];
}

/** What others no longer refuse, because of an object that they only look at; `own` is what is said of the object itself. */
function loosenedByOthers(
  before: Resource | undefined,
  after: Resource | undefined,
  { selectors, bindings }: Around,
  own: readonly Loosening[],
): readonly Loosening[] {
  if (before === undefined || before.group !== '') return [];
  if (before.kind === 'ConfigMap') return parametersChanged(bindings, before, after);
  if (before.kind !== 'Namespace' || after === undefined) return [];
  const said = new Set(own.flatMap(({ subject: [, label] }) => label ?? []));
  return unselected(selectors, before.value, after.value, said);
}

/** The order of keys is nobody's statement: values are compared with theirs in order. */
function loosened(
  before: Resource | undefined,
  after: Resource | undefined,
  around: EnginesAround,
): readonly Loosening[] {
  const [was, is] = [before, after].map((each) => each && inOrder(each.value)) as [Mapping?, Mapping?];
  const comparison = comparisonOf(before ?? after);
  if (was === undefined) return is === undefined ? [] : (comparison?.added?.(is, around) ?? []);
  return (is === undefined ? comparison?.gone?.(was, around) : comparison?.changed?.(was, is, around)) ?? [];
}
