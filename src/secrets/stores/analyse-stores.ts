import { type LoosenedObject, type Loosening, loosenedObject } from '../../kube/loosening.ts';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import { clusterSecretLoosened, clusterStoreLoosened, mergeLoosened, named } from './external-secrets.ts';
import { isPlainSecret, targetOf } from './merged-secrets.ts';
import { pairResources } from './pairs.ts';
import { vaultAuthLoosened, vaultRolesLoosened } from './vault.ts';

/** By scope, the objects that newly let others read secrets of a store. */
export type StoresAnalysis = ReadonlyMap<Scope, readonly LoosenedObject[]>;

/** Compares who can read what secret stores, and the tools that bring their secrets in, hand out. */
export function analyseStores(objects: ReadonlyMap<Scope, ScopeObjects>): StoresAnalysis {
  return new Map([...objects].map(([scope, sides]) => [scope, changesOf(sides)]));
}

function changesOf({ before, after }: ScopeObjects): readonly LoosenedObject[] {
  const literals = new Set(after.flatMap((resource) => (isPlainSecret(resource) ? [nameOf(resource)] : [])));
  // Any object may have pods; only those that pass a volume's driver a Secret are compared, and none that is unchanged.
  const unchanged = new Set(before);
  const publishing = new Set(
    after.flatMap((each) => (!unchanged.has(each) && published(each.value, []).length > 0 ? [nameOf(each)] : [])),
  );
  const takesPart = (each: Resource) => groups.test(each.group) || publishing.has(nameOf(each));
  return pairResources(before.filter(takesPart), after.filter(takesPart)).flatMap(({ before: was, after: is }) =>
    is === undefined ? [] : loosenedObject(was, is, loosened(was?.value, is, literals)),
  );
}

const nameOf = ({ namespace, name }: Pick<Resource, 'namespace' | 'name'>): string =>
  JSON.stringify([namespace ?? '', name]);

const groups =
  /^(?:external-secrets\.io|bitnami\.com|secrets\.hashicorp\.com|secrets-store\.csi\.x-k8s\.io|redhatcop\.redhat\.io|vault\.banzaicloud\.com|.*vault\.upbound\.io)$/;

function loosened(
  before: Mapping | undefined,
  { group, kind, namespace, name, value }: Resource,
  literals: ReadonlySet<string>,
): readonly Loosening[] {
  switch (`${kind}.${group}`) {
    case 'ClusterSecretStore.external-secrets.io':
      return clusterStoreLoosened(before, value);
    case 'ClusterExternalSecret.external-secrets.io':
      return clusterSecretLoosened('ClusterExternalSecret', before, value);
    case 'ClusterPushSecret.external-secrets.io':
      return clusterSecretLoosened('ClusterPushSecret', before, value);
    case 'ExternalSecret.external-secrets.io': {
      const target = targetOf({ name, value });
      return mergeLoosened(before, value, literals.has(nameOf({ namespace, name: target })));
    }
    case 'SealedSecret.bitnami.com':
      return sealingLoosened(before, value);
    case 'SecretProviderClass.secrets-store.csi.x-k8s.io':
      return before === undefined ? [] : syncLoosened(before, value);
    case 'VaultAuth.secrets.hashicorp.com':
    case 'VaultAuthGlobal.secrets.hashicorp.com':
    case 'HCPAuth.secrets.hashicorp.com':
      return vaultAuthLoosened(before, value);
  }
  if (/^redhatcop|vault/.test(group)) return vaultRolesLoosened(before, value);
  return before === undefined ? [] : publishLoosened(before, value);
}

/** Annotations of a SealedSecret that let it be unsealed elsewhere, the wider first (sealed-secrets, apis/sealedsecrets/v1alpha1). */
const sealings = [
  { annotation: 'sealedsecrets.bitnami.com/cluster-wide', where: 'in every namespace', severity: 'high' },
  {
    annotation: 'sealedsecrets.bitnami.com/namespace-wide',
    where: 'under every name in its namespace',
    severity: 'medium',
  },
] as const;

function sealingLoosened(before: Mapping | undefined, after: Mapping): readonly Loosening[] {
  const [was, is] = [before, after].map((value) => {
    const annotations = mapping(valueUnder(mapping(value), 'metadata', 'annotations'));
    const at = sealings.findIndex(({ annotation }) => scalarText(annotations[annotation]) === 'true');
    return at < 0 ? sealings.length : at;
  });
  const sealing = sealings[is ?? sealings.length];
  if (sealing === undefined || was === undefined || is === undefined || is >= was) return [];
  // A new one that is open within its namespace shows nothing to others.
  if (before === undefined && sealing.severity === 'medium') return [];
  return [
    {
      what: `can newly be unsealed ${sealing.where}`,
      remedy: `Take the annotation ${sealing.annotation} out and seal the values for this name and namespace alone (kubeseal --scope strict): whoever may create a SealedSecret there copies it and reads the Secret.`,
      severity: before === undefined ? 'medium' : sealing.severity,
      path: ['metadata', 'annotations', sealing.annotation],
      subject: ['sealing', sealing.annotation],
    },
  ];
}

/** Secrets that a SecretProviderClass newly makes of what it mounted into pods alone. */
function syncLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const path = ['spec', 'secretObjects'];
  const namesOf = (value: Mapping) =>
    list(valueUnder(value, ...path)).map((each) => scalarText(mapping(each).secretName));
  const old = new Set(namesOf(before));
  const added = namesOf(after).filter((name) => !old.has(name));
  if (added.length === 0 || old.size >= new Set(namesOf(after)).size) return [];
  return [
    {
      what: `newly copies what it mounts into Secret ${named(added)}`,
      remedy:
        'Leave secretObjects out where the pods can read the mounted files: everyone who reads Secrets of the namespace reads the copy.',
      severity: 'medium',
      path,
      subject: ['secret-objects', ...added.sort()],
    },
  ];
}

const field = 'nodePublishSecretRef';
const deepest = 60;

/** Volumes that newly get their driver's credentials from a Secret. */
function publishLoosened(before: Mapping, after: Mapping): readonly Loosening[] {
  const old = new Set(published(before, []).map(({ name }) => name));
  const added = published(after, []).filter(({ name }) => !old.has(name));
  // Another Secret in its place is a rotation.
  const [first] = added;
  if (first === undefined || old.size > 0) return [];
  return [
    {
      what: `newly passes Secret ${named(added.map(({ name }) => name))} to the driver of a volume (${field})`,
      remedy:
        'Let the driver log in as the pod’s ServiceAccount, if it can: a Secret with credentials of the store does not expire, and is read by everyone who reads Secrets of the namespace.',
      severity: 'medium',
      path: first.path,
      subject: ['publish-secret', ...added.map(({ name }) => name).sort()],
    },
  ];
}

function published(
  value: unknown,
  path: readonly (string | number)[],
): readonly { readonly name: string; readonly path: readonly (string | number)[] }[] {
  if (path.length > deepest || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => published(item, [...path, index]));
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = key === field ? scalarText(mapping(inner).name) : '';
    // The schema of a custom resource has the field without a name.
    return name === '' ? published(inner, [...path, key]) : [{ name, path: [...path, key] }];
  });
}
