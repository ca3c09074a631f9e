import type { Scope } from '../../kube/touched-file.ts';
import type { BareNamespace } from '../../network/judge/bare-namespaces.ts';
import { identity } from '../../rbac/judge/wording.ts';
import { joinCopies } from '../rbac/join-copies.ts';
import type { Observation, Rule } from '../rule.ts';

/** A new namespace without anything that limits its pods. */
export const namespaceUnfenced: Rule = {
  id: 'namespace-unfenced',
  category: 'network',
  severity: 'low',
  summary: 'A namespace is new, without any network policy, quota, and label of Pod Security.',
  check: ({ network, change }) =>
    joinCopies(
      [...network].flatMap(([scope, { bare }]) => bare.map((each) => observe(scope, each))),
      change.touched,
    ),
};

function observe(scope: Scope, { name, resource }: BareNamespace): Observation {
  return {
    message: `Namespace ${name} is new, and has no network policy, no quota and no label of Pod Security.`,
    remedy:
      'Add the two manifests, and the labels to the Namespace that is there; widen them by what its pods need (`gitops-gate explain namespace-unfenced` has all of it).',
    details: [
      'The labels: `pod-security.kubernetes.io/enforce: baseline`, `pod-security.kubernetes.io/warn: restricted`.',
      'A quota of `requests.cpu` and `requests.memory` refuses pods that state no requests: add a LimitRange with defaults, or leave these two lines out.',
    ],
    example: fencesOf(name),
    references: ['CIS 5.3.2', 'CIS 5.2.1', 'NSA/CISA network separation'],
    position: resource.at(['metadata', 'name']),
    scope,
    object: identity(resource),
    subject: ['new'],
  };
}

/** What keeps others out of a namespace, and its pods from taking all of a node. */
function fencesOf(name: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ${name}
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: ${name}
spec:
  hard:
    requests.cpu: "4"
    requests.memory: 8Gi
    pods: "50"`;
}
