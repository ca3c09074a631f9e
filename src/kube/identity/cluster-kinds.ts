import { entryOf } from '../../plain-values.ts';

/** Kinds that live in no namespace; of other groups, what says so by its name. */
const clusterScoped = new Set(
  `Namespace Node PersistentVolume CustomResourceDefinition StorageClass PriorityClass IngressClass RuntimeClass CSIDriver
   CSINode VolumeAttachment APIService MutatingWebhookConfiguration ValidatingWebhookConfiguration
   ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
   CertificateSigningRequest PodSecurityPolicy SecurityContextConstraints FlowSchema PriorityLevelConfiguration
   VolumeSnapshotClass GatewayClass Project ConstraintTemplate`.split(/\s+/),
);

/** Groups of which every kind lives in none: constraints of Gatekeeper, and settings and policies for a whole cluster. */
const ofCluster = new Set([
  'constraints.gatekeeper.sh',
  'expansion.gatekeeper.sh',
  'policy.networking.k8s.io',
  'config.openshift.io',
]);

const ofCalico = /^(?:Global|Tier)/;

/** Kinds of other groups that live in none. */
const kindsOfCluster: Readonly<Record<string, RegExp>> = {
  'policies.kyverno.io': /^(?:Image)?ValidatingPolicy$/,
  'projectcalico.org': ofCalico,
  'crd.projectcalico.org': ofCalico,
  'cilium.io': /^TracingPolicy$/,
};

/** Whether objects of a kind are known to live in no namespace. */
export function isClusterKind(kind: string, group = ''): boolean {
  if (kind.startsWith('Cluster') || clusterScoped.has(kind) || ofCluster.has(group)) return true;
  return entryOf(kindsOfCluster, group)?.test(kind) === true;
}
