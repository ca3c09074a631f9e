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
import { alsoWith, groups, isOf, kinds, type OfKinds } from '../model/of-kinds.ts';
import { lossOf, type Strength } from '../model/strength.ts';
import { namespaceLoosened } from './namespace-labels.ts';

/** What there is next to an object of what decides along with it. */
export type EnginesAround = KubernetesAround & KyvernoAround;

/** How the objects of one kind are compared. */
interface Comparison extends OfKinds {
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

const registration = [groups.registration];

const comparisons: readonly Comparison[] = [
  {
    groups: registration,
    kinds: ['ValidatingAdmissionPolicy'],
    changed: policyLoosened,
    gone: () => isGone('refuses'),
  },
  {
    groups: registration,
    kinds: ['ValidatingAdmissionPolicyBinding'],
    changed: (before, after, { policies }) => bindingLoosened(before, after, policies('ValidatingAdmissionPolicy')),
    gone: (before, { policies }) =>
      isBoundAsMuch(before, policies('ValidatingAdmissionPolicy')) ? [] : isGone(actionStrength(before)),
  },
  {
    groups: registration,
    kinds: ['MutatingAdmissionPolicy'],
    changed: (before, after) => onlySets(policyLoosened(before, after)),
    gone: () => noLongerSets,
  },
  {
    groups: registration,
    kinds: ['MutatingAdmissionPolicyBinding'],
    changed: (before, after, { policies }) =>
      onlySets(bindingLoosened(before, after, policies('MutatingAdmissionPolicy'))),
    gone: (before, { policies }) => (isBoundAsMuch(before, policies('MutatingAdmissionPolicy')) ? [] : noLongerSets),
  },
  ...(['Validating', 'Mutating'] as const).map((what): Comparison => {
    const [kind, isMutating] = [`${what}WebhookConfiguration`, what === 'Mutating'];
    return {
      groups: registration,
      kinds: [kind],
      changed: (before, after, { isJudged }) => webhooksLoosened(before, after, isMutating, isJudged(kind)),
      gone: (before, { isJudged }) => webhooksGone(before, isMutating, isJudged(kind)),
    };
  }),
  {
    groups: ['apiextensions.k8s.io'],
    kinds: ['CustomResourceDefinition'],
    changed: conversionLoosened,
    added: (after) => conversionLoosened(undefined, after),
  },
  {
    groups: [groups.kyverno],
    kinds: kinds.rules,
    changed: clusterPolicyLoosened,
    gone: clusterPolicyGone,
  },
  {
    groups: [groups.kyverno, groups.kyvernoCel],
    kinds: ['PolicyException'],
    changed: (before, after) => exceptionLoosened(before, after),
    added: (after, { exceptions }) => exceptionLoosened(undefined, after, exceptions(after)),
  },
  {
    groups: [groups.kyvernoCel],
    kinds: kinds.cel,
    changed: celPolicyLoosened,
    gone: (before) => isGone(celStrength(before)),
  },
  {
    groups: [groups.kyvernoCel],
    kinds: [...kinds.changing, ...kinds.making],
    changed: settingPolicyLoosened,
    gone: () => noLongerSets,
  },
  {
    groups: [groups.kyverno, groups.kyvernoCel],
    kinds: [...alsoWith('Cluster', 'CleanupPolicy'), ...alsoWith('Namespaced', 'DeletingPolicy')],
    changed: deletionsLoosened,
    added: (after) => deletionsLoosened(undefined, after),
  },
  {
    groups: [groups.constraints],
    changed: constraintLoosened,
    gone: (before) => isGone(constraintStrength(before)),
  },
  {
    groups: ['templates.gatekeeper.sh'],
    kinds: ['ConstraintTemplate'],
    changed: templateLoosened,
    gone: () => isGone('refuses'),
  },
  {
    groups: ['expansion.gatekeeper.sh'],
    kinds: ['ExpansionTemplate'],
    changed: expansionLoosened,
    gone: expansionGone,
  },
  {
    groups: ['config.gatekeeper.sh'],
    kinds: ['Config'],
    changed: configLoosened,
    added: (after) => configLoosened(undefined, after),
  },
  {
    groups: [groups.mutations],
    kinds: kinds.mutators,
    changed: mutatorLoosened,
    gone: () => noLongerSets,
  },
  {
    groups: ['policy.sigstore.dev'],
    kinds: ['ClusterImagePolicy'],
    changed: sigstoreLoosened,
    gone: () => isGone('refuses'),
  },
  {
    groups: ['config.openshift.io'],
    kinds: alsoWith('Cluster', 'ImagePolicy'),
    changed: openshiftImagesLoosened,
    gone: () => isGone('refuses'),
  },
  {
    groups: [''],
    kinds: ['Namespace'],
    changed: namespaceLoosened,
    added: (after) => namespaceLoosened(undefined, after),
  },
  {
    groups: [''],
    kinds: ['ConfigMap'],
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

function comparisonOf(resource: Resource): Comparison | undefined {
  return comparisons.find((each) => isOf(each, resource));
}

/** What one object newly lets through, is there or not. The order of keys is nobody's statement: values are compared with theirs in order. */
export function loosened(
  before: Resource | undefined,
  after: Resource | undefined,
  around: EnginesAround,
): readonly Loosening[] {
  const [was, is] = [before, after].map((each) => each && inOrder(each.value)) as [Mapping?, Mapping?];
  const resource = before ?? after;
  const comparison = resource && comparisonOf(resource);
  if (was === undefined) return is === undefined ? [] : (comparison?.added?.(is, around) ?? []);
  return (is === undefined ? comparison?.gone?.(was, around) : comparison?.changed?.(was, is, around)) ?? [];
}
