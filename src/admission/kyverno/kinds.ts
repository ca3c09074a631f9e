/** What an entry of `kinds` takes: each part may have `*` and `?`. */
interface Selected {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly subresource: string;
}

/** Whether one entry of a Kyverno filter's `kinds` matches all that another one does. */
export function coversKind(own: string, wanted: string): boolean {
  if (own === wanted) return true;
  const [outer, inner] = [readKind(own), readKind(wanted)];
  if (!isLike(outer.kind, inner.kind) || !isLike(outer.subresource, inner.subresource)) return false;
  const { group, version } = whole(inner);
  return isLike(outer.group, group) && isLike(outer.version, version);
}

/** `group/version/Kind/subresource`, of which only the kind has to be there (kyverno, pkg/utils/kube/kind.go). */
function readKind(text: string): Selected {
  const parts = text.split('/');
  const isVersion = (part = '') => /^(?:v\d+(?:(?:alpha|beta)\d+)?|\*)$/.test(part);
  const [one = '', two = '', three = '', four = ''] = parts;
  switch (parts.length) {
    case 1:
      return withSubresource('*', '*', one);
    case 2:
      if (text === '*/*') return { group: '*', version: '*', kind: '*', subresource: '*' };
      if (one === '*' && two === two.toLowerCase()) return { group: '*', version: '*', kind: '*', subresource: two };
      return isVersion(one)
        ? withSubresource('*', one, two)
        : { group: '*', version: '*', kind: one, subresource: two };
    case 3:
      if (isVersion(one)) return { group: '*', version: one, kind: two, subresource: three };
      return withSubresource(one, two, three);
    default:
      return { group: one, version: two, kind: three, subresource: four };
  }
}

/** `Pod.status` is the older form of `Pod/status`. */
function withSubresource(group: string, version: string, text: string): Selected {
  const at = text.indexOf('.');
  if (at < 0) return { group, version, kind: text, subresource: '' };
  return { group, version, kind: text.slice(0, at), subresource: text.slice(at + 1) };
}

/**
 * Kubernetes' own kinds by their group, which are served as `v1` alone (k8s.io/api). Left out are those whose name common products have for kinds of
 * their own as well (Service, Ingress, NetworkPolicy, Node, Role): there the group leaves something out.
 */
const ownKinds: Readonly<Record<string, readonly string[]>> = {
  '': [
    'Pod',
    'ConfigMap',
    'Secret',
    'Namespace',
    'ServiceAccount',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'ReplicationController',
    'ResourceQuota',
    'LimitRange',
    'Endpoints',
  ],
  apps: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  batch: ['CronJob', 'Job'],
  policy: ['PodDisruptionBudget'],
  'storage.k8s.io': ['StorageClass'],
};

/** Kinds of one name in several groups, of which all are served as `v1`: Kubernetes' Service and Knative's. */
const servedAsFirst: readonly string[] = ['Service'];

/** The group and version that a kind of Kubernetes' own has where none is stated. */
function whole({ group, version, kind }: Selected): Pick<Selected, 'group' | 'version'> {
  if (servedAsFirst.includes(kind)) return { group, version: version === '*' ? 'v1' : version };
  const own = Object.entries(ownKinds).find(([, kinds]) => kinds.includes(kind))?.[0];
  if (own === undefined || !['*', own].includes(group)) return { group, version };
  return { group: own, version: version === '*' ? 'v1' : version };
}

/**
 * Whether a pattern with `*` takes all that another one does, or a text: what `*` of the other may be only a `*` takes
 * (kyverno, ext/wildcard). Takes time in proportion to both, whatever they hold.
 */
export function isLike(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true;
  let [at, place, star, taken] = [0, 0, -1, 0];
  while (place < text.length) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      taken = place;
    } else if (pattern[at] === text[place]) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      taken += 1;
      place = taken;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
