import type { Resource } from '../../kube/resource.ts';
import { type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import { memoize } from '../../rbac/model/memoize.ts';
import { namespaceOf } from '../../rbac/model/rbac-object.ts';
import { unknownNamespacePrefix } from '../../rbac/model/subject.ts';
import type { Path } from '../../yaml/document.ts';

/** Who pods are at a cloud, beyond the cluster. */
export interface CloudIdentity {
  readonly cloud: 'AWS' | 'Google Cloud' | 'Azure';
  readonly id: string;
  /** From the root of the object that says so. */
  readonly path: Path;
  /** The tenant that the identity is of, where that is stated. */
  readonly tenant?: { readonly id: string; readonly path: Path } | undefined;
}

/** A ServiceAccount of the repository. */
export interface ServiceAccount {
  readonly name: string;
  readonly namespace: string;
  readonly resource: Resource;
  /** Whether pods that say nothing themselves are given its token; undefined where it leaves that to the default, which is yes. */
  readonly automount: boolean | undefined;
  readonly clouds: readonly CloudIdentity[];
}

/**
 * Annotations by which controllers of the clouds know an account: Amazon EKS pod identity webhook 0.6, GKE Workload Identity,
 * Azure workload identity 1.5.
 */
const annotations = {
  'eks.amazonaws.com/role-arn': 'AWS',
  'iam.gke.io/gcp-service-account': 'Google Cloud',
  'azure.workload.identity/client-id': 'Azure',
} as const;

/** Another tenant's identity of the same id is another one. */
const azureTenant = 'azure.workload.identity/tenant-id';

/** The same of pods: kiam and kube2iam by an annotation, AAD pod identity by a label. */
const ofPods = [
  ['annotations', 'iam.amazonaws.com/role', 'AWS'],
  ['labels', 'aadpodidbinding', 'Azure'],
] as const;

/** The ServiceAccount that an object is; undefined where it is none. */
export const serviceAccountOf = memoize((resource: Resource): { readonly account: ServiceAccount | undefined } => {
  const { kind, group, name, value } = resource;
  if (kind !== 'ServiceAccount' || group !== '') return { account: undefined };
  const automount = value.automountServiceAccountToken;
  return {
    account: {
      name,
      namespace: namespaceOf(resource),
      resource,
      automount: typeof automount === 'boolean' ? automount : undefined,
      clouds: cloudsIn(mapping(valueUnder(value, 'metadata', 'annotations')), ['metadata', 'annotations']),
    },
  };
});

/** Who annotations at a path say that the pods of an account are. */
export function cloudsIn(stated: Mapping, path: Path): readonly CloudIdentity[] {
  return Object.entries(annotations).flatMap(([annotation, cloud]): readonly CloudIdentity[] => {
    const id = text(stated[annotation]);
    if (id === undefined) return [];
    const place = [...path, annotation];
    const tenant = cloud === 'Azure' ? text(stated[azureTenant]) : undefined;
    if (tenant === undefined) return [{ cloud, id: unquoted(id), path: place }];
    const of = unquoted(tenant);
    return [
      { cloud, id: `${unquoted(id)} of tenant ${of}`, path: place, tenant: { id: of, path: [...path, azureTenant] } },
    ];
  });
}

/** The ServiceAccounts among objects. */
export function serviceAccountsOf(resources: readonly Resource[]): readonly ServiceAccount[] {
  return resources.flatMap((resource) =>
    resource.kind === 'ServiceAccount' ? (serviceAccountOf(resource).account ?? []) : [],
  );
}

/** How a chart writes a value: with quotes and blanks that change nothing of it. */
const writing = /\{\{-?\s{0,20}([^{}|]{1,300}?)\s{0,20}(?:\|\s{0,20}s?quote\s{0,20})?-?\}\}/g;

function unquoted(id: string): string {
  return id.replaceAll(writing, '{{ $1 }}');
}

/** Whether an identity is nothing but a value of a Helm chart: whoever sets the value says who it is. */
export function isOfValues({ id }: CloudIdentity): boolean {
  return /^(?:\{\{ \$?\.Values\.[\w.]{1,300} \}\}(?: of tenant |$)){1,2}$/.test(id);
}

/** What a pod's own labels and annotations make it, from the pod's metadata. */
export function ownClouds(metadata: unknown): readonly CloudIdentity[] {
  return ofPods.flatMap(([field, key, cloud]) => {
    const id = text(mapping(mapping(metadata)[field])[key]);
    return id === undefined ? [] : [{ cloud, id, path: [field, key] }];
  });
}

/** One key for an account, whatever folder leaves its namespace open. */
export function accountPlace({ name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return `${isOpen(namespace) ? unknownNamespacePrefix : namespace}/${name}`;
}

/** Whether no manifest says which namespace it is. */
export function isOpen(namespace: string): boolean {
  return namespace.startsWith(unknownNamespacePrefix);
}

/** Finds the object of an account: of the same namespace, else one of its name where one of the two leaves the namespace open. */
export function accountFinder(
  accounts: readonly ServiceAccount[],
): (account: { readonly name: string; readonly namespace: string }) => ServiceAccount | undefined {
  const exact = new Map<string, ServiceAccount>();
  const [first, open] = [new Map<string, ServiceAccount>(), new Map<string, ServiceAccount>()];
  const keyOf = ({ name, namespace }: { readonly name: string; readonly namespace: string }) => `${namespace}/${name}`;
  for (const account of [...accounts].reverse()) {
    exact.set(keyOf(account), account);
    first.set(account.name, account);
    if (isOpen(account.namespace)) open.set(account.name, account);
  }
  return (account) => {
    const own = exact.get(keyOf(account));
    if (own !== undefined || account.name === 'default') return own;
    return (isOpen(account.namespace) ? first : open).get(account.name);
  };
}
