import { InputError } from '../../input-error.ts';
import { readLabelSelector } from '../model/label-selector.ts';
import { constraintsAllow, type PodPower } from '../model/pod-constraints.ts';
import { type Binding, type Role, ruleAt } from '../model/rbac-object.ts';
import { noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { subjectOf } from '../model/subject.ts';
import { defaultRbacData, defaultRbacVersions } from './default-rbac.data.ts';
import { openshiftData } from './openshift-rbac.data.ts';

/** The shape of one entry of the data (.ci/default-rbac.mjs). */
interface DefaultObject {
  readonly kind: Role['kind'] | Binding['kind'] | 'SecurityContextConstraints';
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly aggregationRule?: { readonly clusterRoleSelectors: readonly unknown[] };
  readonly rules?: readonly unknown[];
  readonly roleRef?: { readonly kind: string; readonly name: string };
  readonly subjects?: readonly {
    readonly kind: 'User' | 'Group' | 'ServiceAccount';
    readonly name: string;
    readonly namespace?: string;
  }[];
  /** Of SecurityContextConstraints: what they allow. */
  readonly constraints?: Readonly<Record<string, unknown>>;
}

const userFacingRoles: readonly string[] = ['admin', 'edit', 'view'];

/** Whether a ClusterRole of this name is one that people bind outside any repository, to teams and tenants. */
export function isUserFacing(name: string): boolean {
  return userFacingRoles.includes(name);
}

/** What every cluster of one version begins with. */
export interface PlatformRbac extends RbacObjects {
  /** What constraints on pods allow, by their name. */
  readonly podConstraints: ReadonlyMap<string, readonly PodPower[]>;
}

/** Which platform a cluster is. */
export interface Platform {
  readonly kubernetesVersion: string;
  /** Whether it is OpenShift; undefined where nothing says so. */
  readonly openshift: boolean | undefined;
}

const byPlatform = new Map<string, PlatformRbac>();

/**
 * The roles and bindings every cluster of this Kubernetes version (`1.34`, `v1.34.2`) begins with, and those of the OpenShift
 * version that is built on it. A version newer than all known ones is read as the newest, an older one as the oldest; text
 * that is not a version is an InputError.
 */
export function defaultRbac({ kubernetesVersion, openshift }: Platform): PlatformRbac {
  const version = nearestVersion(kubernetesVersion);
  const key = `${version} ${openshift === true}`;
  const known = byPlatform.get(key);
  if (known !== undefined) return known;
  const bit = 1 << defaultRbacVersions.indexOf(version);
  const roles: Role[] = [];
  const bindings: Binding[] = userFacingRoles.map(heldOutside);
  const podConstraints = new Map<string, readonly PodPower[]>();
  // Both lists have the same versions: OpenShift 4.(n - 13) is built on Kubernetes 1.n.
  for (const [versions, text] of openshift === true ? [...defaultRbacData, ...openshiftData] : defaultRbacData) {
    if ((versions & bit) === 0) continue;
    const object = JSON.parse(text) as DefaultObject;
    if (object.kind === 'Role' || object.kind === 'ClusterRole') roles.push(defaultRole(object, object.kind));
    else if (object.kind === 'SecurityContextConstraints') {
      podConstraints.set(object.name, constraintsAllow(object.constraints ?? {}));
    } else if (!isUserFacing(object.roleRef?.name ?? '')) {
      // Who is bound to a user-facing role is one of its holders.
      bindings.push(defaultBinding(object, object.kind));
    }
  }
  const objects = { ...noObjects, roles, bindings, podConstraints };
  byPlatform.set(key, objects);
  return objects;
}

/** What a reader should know where the defaults of another version are used for `kubernetesVersion`. */
export function versionNotes(kubernetesVersion: string): readonly string[] {
  const nearest = nearestVersion(kubernetesVersion);
  if (Number(minorOf(kubernetesVersion)) === Number(minorOf(nearest))) return [];
  return [
    `The default roles of Kubernetes ${nearest} are used for those of ${kubernetesVersion}, which are not known.`,
  ];
}

function minorOf(kubernetesVersion: string): string | undefined {
  return /^v?1\.(\d+)(?:[.+-].*)?$/.exec(kubernetesVersion.trim())?.[1];
}

/** The known version whose defaults are used for `kubernetesVersion`. */
export function nearestVersion(kubernetesVersion: string): string {
  const minor = minorOf(kubernetesVersion);
  const newest = defaultRbacVersions.at(-1) ?? '';
  if (minor === undefined) {
    throw new InputError([
      { what: `"${kubernetesVersion}" is not a Kubernetes version`, fix: `Write it as in "${newest}".` },
    ]);
  }
  const minors = defaultRbacVersions.map((version) => Number(version.slice(2)));
  return `1.${Math.min(Math.max(Number(minor), Math.min(...minors)), Math.max(...minors))}`;
}

function defaultRole(object: DefaultObject, kind: Role['kind']): Role {
  const selectors = object.aggregationRule?.clusterRoleSelectors.map((selector) => readLabelSelector(selector) ?? []);
  return {
    kind,
    name: object.name,
    namespace: object.namespace,
    origin: 'default',
    labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...object.labels },
    selectors,
    rules: (object.rules ?? []).map((rule, index) => ruleAt(['rules', index], rule)),
    resource: undefined,
    reconciled: true,
  };
}

function defaultBinding(object: DefaultObject, kind: Binding['kind']): Binding {
  return {
    kind,
    name: object.name,
    namespace: object.namespace,
    origin: 'default',
    role: object.roleRef ?? { kind: '', name: '' },
    rolePath: ['roleRef', 'name'],
    subjects: (object.subjects ?? []).map(({ kind: subjectKind, name, namespace }, index) => ({
      subject: subjectOf(subjectKind, name, namespace),
      path: ['subjects', index],
    })),
    resource: undefined,
  };
}

/** In the place of the bindings of a user-facing role that no repository shows. */
function heldOutside(name: string): Binding {
  return {
    kind: 'ClusterRoleBinding',
    name,
    namespace: undefined,
    origin: 'default',
    role: { kind: 'ClusterRole', name },
    rolePath: [],
    subjects: [{ subject: subjectOf('RoleHolder', name), path: [] }],
    resource: undefined,
  };
}
