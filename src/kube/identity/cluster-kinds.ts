/** Kinds that live in no namespace; of other groups, what says so by its name. */
const clusterScoped = new Set(
  `Namespace Node PersistentVolume CustomResourceDefinition StorageClass PriorityClass IngressClass RuntimeClass CSIDriver
   CSINode VolumeAttachment APIService MutatingWebhookConfiguration ValidatingWebhookConfiguration
   ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
   CertificateSigningRequest PodSecurityPolicy SecurityContextConstraints FlowSchema PriorityLevelConfiguration
   VolumeSnapshotClass GatewayClass Project ConstraintTemplate`.split(/\s+/),
);

/** Kinds of other groups that live in none: constraints of Gatekeeper, and policies for a whole cluster. */
const ofCluster: readonly (readonly [group: RegExp, kind: RegExp])[] = [
  [/^(?:constraints|expansion)\.gatekeeper\.sh$/, /./],
  [/^policies\.kyverno\.io$/, /^(?:Image)?ValidatingPolicy$/],
  [/^policy\.networking\.k8s\.io$/, /./],
  [/^(?:crd\.)?projectcalico\.org$/, /^(?:Global|Tier)/],
  [/^cilium\.io$/, /^TracingPolicy$/],
  [/^config\.openshift\.io$/, /./],
];

/** Whether objects of a kind are known to live in no namespace. */
export function isClusterKind(kind: string, group?: string): boolean {
  if (kind.startsWith('Cluster') || clusterScoped.has(kind)) return true;
  return group !== undefined && ofCluster.some(([groups, kinds]) => groups.test(group) && kinds.test(kind));
}
