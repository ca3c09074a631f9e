import { plainKind } from '../../kube/plain-documents.ts';

/** Someone a binding names. ServiceAccounts are the users Kubernetes makes of them (pkg/serviceaccount MakeUsername). */
export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount' | 'RoleHolder';
  readonly name: string;
  /** Of a ServiceAccount. */
  readonly namespace: string | undefined;
  /** Equal for equal identities: `User:jane`, `Group:ops`, `User:system:serviceaccount:ci:deployer`. */
  readonly key: string;
}

/** Starts the key of a namespace that no manifest states; the rest is the directory it was not stated in. */
export const unknownNamespacePrefix = '?';

/** Starts the key of namespaces that labels or a policy select: any number of them, and unknown ones. */
export const selectedNamespacesPrefix = '?*';

/** Starts the key of what the Applications of a project of Argo CD may reach, where its own limits keep them from the rest. */
export const projectPrefix = '?project ';

const serviceAccountPrefix = 'system:serviceaccount:';

/** Everyone who can reach the API server, or log in. The last is what OpenShift calls all who came in by its login. */
export const everyone: ReadonlySet<string> = new Set([
  'Group:system:authenticated',
  'Group:system:unauthenticated',
  'User:system:anonymous',
  'Group:system:authenticated:oauth',
]);

/** The group that bypasses RBAC altogether. */
export const mastersKey = 'Group:system:masters';

/** A subject of this identity. A user that is a ServiceAccount's user name is that ServiceAccount. */
export function subjectOf(kind: Subject['kind'], name: string, namespace?: string): Subject {
  if (kind === 'User' && name.startsWith(serviceAccountPrefix)) {
    const [account, ...rest] = name.slice(serviceAccountPrefix.length).split(':');
    if (account !== undefined && rest.length > 0) return subjectOf('ServiceAccount', rest.join(':'), account);
  }
  if (kind !== 'ServiceAccount') return { kind, name, namespace: undefined, key: `${kind}:${name}` };
  return { kind, name, namespace, key: `User:${serviceAccountPrefix}${namespace}:${name}` };
}

/** Keys of the groups everyone who is `subject` is surely in (apiserver authentication, serviceaccount MakeGroupNames). */
export function impliedGroups(subject: Subject): readonly string[] {
  const authenticated = 'Group:system:authenticated';
  if (subject.kind === 'RoleHolder') return [authenticated];
  if (subject.kind === 'ServiceAccount') {
    return [`Group:system:serviceaccounts:${subject.namespace}`, 'Group:system:serviceaccounts', authenticated];
  }
  if (subject.key === 'User:system:anonymous') return ['Group:system:unauthenticated'];
  if (subject.key === 'Group:system:unauthenticated' || subject.key === authenticated) return [];
  if (subject.kind === 'Group' && subject.name.startsWith('system:serviceaccounts:')) {
    return ['Group:system:serviceaccounts', authenticated];
  }
  return [authenticated];
}

/** The subject as people write it: `ServiceAccount ci/deployer`, `Group ops`. */
export function subjectName(subject: Subject): string {
  if (subject.kind === 'RoleHolder') return `every holder of ClusterRole ${subject.name}`;
  if (subject.kind !== 'ServiceAccount') return `${subject.kind} ${subject.name}`;
  const { namespace } = subject;
  // Of an account that only a chart names: `of HelmRelease web`. No ServiceAccount has a space in its name.
  if (subject.name.startsWith('of ')) return accountOfChart(subject.name.slice('of '.length));
  return namespace === undefined || namespace.startsWith(unknownNamespacePrefix)
    ? `ServiceAccount ${subject.name}`
    : `ServiceAccount ${namespace}/${subject.name}`;
}

/** An account that a chart makes under a name that is not known here; `giver` is what gives the chart its values. */
function accountOfChart(giver: string): string {
  const [kind = '', ...name] = giver.split(' ');
  const by = kind === plainKind ? name.join(' ') : giver;
  const isRelease = kind !== plainKind && kind !== 'ConfigMap';
  return isRelease ? `a ServiceAccount of ${by}'s chart` : `a ServiceAccount of the chart that takes ${by}`;
}
