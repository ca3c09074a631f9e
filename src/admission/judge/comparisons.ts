import type { Loosening } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Mapping } from '../../plain-values.ts';
import { configLoosened } from '../gatekeeper/config.ts';
import { constraintLoosened, constraintStrength } from '../gatekeeper/constraints.ts';
import { expansionGone, expansionLoosened } from '../gatekeeper/expansion.ts';
import { mutatorLoosened } from '../gatekeeper/mutators.ts';
import { templateLoosened } from '../gatekeeper/template.ts';
import { openshiftImagesLoosened, sigstoreLoosened } from '../images/image-policies.ts';
import { policyControllerLoosened } from '../images/policy-controller.ts';
import type { KubernetesAround } from '../kubernetes/around.ts';
import { bindingLoosened, isBoundAsMuch } from '../kubernetes/bindings.ts';
import { actionStrength, policyLoosened } from '../kubernetes/policies.ts';
import { conversionLoosened, webhooksGone, webhooksLoosened } from '../kubernetes/webhooks.ts';
import type { KyvernoAround } from '../kyverno/around.ts';
import { celPolicyLoosened, celStrength, settingPolicyLoosened } from '../kyverno/cel-policy.ts';
import { clusterPolicyGone, clusterPolicyLoosened } from '../kyverno/cluster-policy.ts';
import { kyvernoConfigurationLoosened } from '../kyverno/configuration/configuration.ts';
import { deletionsLoosened } from '../kyverno/deletions.ts';
import { exceptionLoosened } from '../kyverno/exceptions/exceptions.ts';
import { inOrder } from '../model/in-order.ts';
import { lossOf, type Strength } from '../model/strength.ts';
import { namespaceLoosened } from './namespace-labels.ts';

/** What there is next to an object of what decides along with it. */
export type EnginesAround = KubernetesAround & KyvernoAround;

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

/** Whether objects of its kind are compared. */
export function isCompared(resource: Resource): boolean {
  return comparisonOf(resource) !== undefined;
}

function comparisonOf(resource: Resource | undefined): Comparison | undefined {
  if (resource === undefined) return undefined;
  return comparisons.find(({ group, kind }) => group.test(resource.group) && kind.test(resource.kind));
}

/** What one object newly lets through, is there or not. The order of keys is nobody's statement: values are compared with theirs in order. */
export function loosened(
  before: Resource | undefined,
  after: Resource | undefined,
  around: EnginesAround,
): readonly Loosening[] {
  const [was, is] = [before, after].map((each) => each && inOrder(each.value)) as [Mapping?, Mapping?];
  const comparison = comparisonOf(before ?? after);
  if (was === undefined) return is === undefined ? [] : (comparison?.added?.(is, around) ?? []);
  return (is === undefined ? comparison?.gone?.(was, around) : comparison?.changed?.(was, is, around)) ?? [];
}
