import { isMapping, scalarText } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** Where K3s and RKE2 read their configuration (docs.k3s.io, "Configuration File"; docs.rke2.io). */
const place = /(?:^|\/)(?:k3s|rke2)\/config\.ya?ml(?:\.d\/[^/]+)?$/;

/** Keys that such a configuration has, wherever it lies, and hardly anything else. */
const distinctive = [
  'agent-token',
  'cluster-init',
  'datastore-endpoint',
  'etcd-s3-bucket',
  'flannel-backend',
  'kube-apiserver-arg',
  'kubelet-arg',
  'node-label',
  'node-taint',
  'tls-san',
  'write-kubeconfig-mode',
];

/** Whether a document is the configuration of a K3s or RKE2 node. */
export function isNodeConfiguration(value: unknown, file: string): boolean {
  if (!isMapping(value)) return false;
  const joins = /^https:\/\/[^\s/]{1,255}:(?:6443|9345)$/.test(scalarText(value.server));
  return place.test(file) || joins || distinctive.some((key) => Object.hasOwn(value, key));
}

/** Whether a field of such a configuration is what lets a node, and with it everybody, join the cluster. */
export function isJoinToken(path: Path): boolean {
  return path.length === 1 && (path[0] === 'token' || path[0] === 'agent-token');
}
