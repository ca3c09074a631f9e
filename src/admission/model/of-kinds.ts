import type { ObjectIdentity } from '../../kube/resource.ts';

/** Objects of one of some groups, and of one of some kinds; without kinds of all of them. */
export interface OfKinds {
  readonly groups: readonly string[];
  readonly kinds?: readonly string[];
}

export function isOf({ groups, kinds }: OfKinds, { group, kind }: Pick<ObjectIdentity, 'group' | 'kind'>): boolean {
  return groups.includes(group) && (kinds?.includes(kind) ?? true);
}

/** Kinds that are there with a word in front of them as well: `Cluster`, `Namespaced`. */
export function alsoWith(word: string, ...kinds: readonly string[]): readonly string[] {
  return [...kinds, ...kinds.map((kind) => `${word}${kind}`)];
}

/** The groups of what judges, as more than one reads them. */
export const groups = {
  registration: 'admissionregistration.k8s.io',
  kyverno: 'kyverno.io',
  kyvernoCel: 'policies.kyverno.io',
  constraints: 'constraints.gatekeeper.sh',
  mutations: 'mutations.gatekeeper.sh',
} as const;

/** Kinds that more than one reads. */
export const kinds = {
  rules: alsoWith('Cluster', 'Policy'),
  cel: alsoWith('Namespaced', 'ValidatingPolicy', 'ImageValidatingPolicy'),
  changing: alsoWith('Namespaced', 'MutatingPolicy'),
  making: alsoWith('Namespaced', 'GeneratingPolicy'),
  mutators: ['Assign', 'AssignMetadata', 'AssignImage', 'ModifySet'],
} as const;
