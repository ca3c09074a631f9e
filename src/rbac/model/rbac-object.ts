import { dirname } from 'node:path/posix';
import { plainKind } from '../../kube/plain-documents.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Path } from '../../yaml/document.ts';
import type { LabelSelector, Labels } from './label-selector.ts';
import { memoize } from './memoize.ts';
import { type Permission, readPolicyRule } from './permission.ts';
import { type Subject, unknownNamespacePrefix } from './subject.ts';

/** Where an object comes from: a file, Kubernetes itself, or the policy's list of roles kept elsewhere. */
export type Origin = 'repository' | 'default' | 'declared';

/** One copy of a Role or ClusterRole: what one file says of it. */
export interface Role {
  readonly kind: 'Role' | 'ClusterRole';
  readonly name: string;
  /** Of a Role. */
  readonly namespace: string | undefined;
  readonly origin: Origin;
  readonly labels: Labels;
  /** Of an aggregated ClusterRole; the controller overwrites its own rules. */
  readonly selectors: readonly LabelSelector[] | undefined;
  readonly rules: readonly PolicyRule[];
  /** Undefined for roles that are in no file. */
  readonly resource: Resource | undefined;
  /** What is missing of Kubernetes' default role of this name stays or is added (annotation autoupdate is not "false"). */
  readonly reconciled: boolean;
  /** The role's own rules count alongside those it aggregates. */
  readonly keepsRules?: boolean;
}

/** One item of a role's rules. */
export interface PolicyRule {
  /** From the object's root. */
  readonly path: Path;
  /** As the manifest writes it. */
  readonly value: unknown;
  readonly permissions: readonly Permission[];
}

export interface RoleReference {
  readonly kind: string;
  readonly name: string;
}

/** One copy of a RoleBinding or ClusterRoleBinding. */
export interface Binding {
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding';
  readonly name: string;
  /** Where a RoleBinding grants. */
  readonly namespace: string | undefined;
  readonly origin: Origin;
  readonly role: RoleReference;
  /** Path of the role's name, from the object's root. */
  readonly rolePath: Path;
  /** Only those that match somebody. */
  readonly subjects: readonly BoundSubject[];
  readonly resource: Resource | undefined;
  /** It is the binding of a group, or of another user, as it reaches one who joins them; `resource` says so. */
  readonly isMembership?: boolean;
  /** It is of another scope, and may reach this one: it excuses nothing but itself. */
  readonly isElsewhere?: boolean;
}

export interface BoundSubject {
  readonly subject: Subject;
  readonly path: Path;
}

/** An unchanged rule is read for both sides of a change. */
const permissionsOf = memoize((value: object): readonly Permission[] => readPolicyRule(value));

/** A rule whose permissions are read when first asked for, once per parsed value. */
export function ruleAt(path: Path, value: unknown): PolicyRule {
  return {
    path,
    value,
    get permissions() {
      return typeof value === 'object' && value !== null ? permissionsOf(value) : [];
    },
  };
}

/** Identity inside a scope. Objects that state no namespace count as copies of one, distinguished by their files. */
export const identityOf = memoize((object: Role | Binding): string => {
  const namespace = object.namespace?.startsWith(unknownNamespacePrefix) ? unknownNamespacePrefix : object.namespace;
  // What is inside another object never excuses the object itself, nor the other way round.
  const where = object.resource?.isEmbedded === true ? 'embedded:' : '';
  return `${where}${object.kind}/${namespace ?? ''}/${object.name}`;
});

/** The object as people write it: `ClusterRole ops`, `RoleBinding ci/deploy`; the bundle that asks for it. */
export function objectName(object: Role | Binding): string {
  const { kind, name, namespace, resource } = object;
  if (resource !== undefined && (resource.kind !== kind || ('isMembership' in object && object.isMembership))) {
    return resourceName(resource);
  }
  if (name.includes('/')) return roleName({ kind, name });
  return namespace === undefined || namespace.startsWith(unknownNamespacePrefix)
    ? `${kind} ${name}`
    : `${kind} ${namespace}/${name}`;
}

/** The way through objects of these names. A product's object that is binding and role in one is one step. */
export function routeThrough(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => name !== names[index - 1]);
}

/** The manifest as people write it: `ConfigMap kube-system/aws-auth`; a file of values by its name. */
export function resourceName({ kind, namespace, name }: Resource): string {
  if (kind === plainKind) return name;
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** The role a binding names, as people write it; one of another product begins with its kind: `GlobalRole/admin`. */
export function roleName({ kind, name }: RoleReference): string {
  const slash = name.indexOf('/');
  return slash < 0 ? `${kind} ${name}` : `${name.slice(0, slash)} ${name.slice(slash + 1)}`;
}

/** The namespace of an object; one of its own directory's where the manifest states none (how-it-judges.md, "Scopes"). */
export function namespaceOf(resource: Resource): string {
  return resource.namespace ? resource.namespace : unknownNamespaceOf(resource);
}

/** In the place of the namespace that a manifest leaves open: one of its own directory's. */
export function unknownNamespaceOf({ file }: Pick<Resource, 'file'>): string {
  return `${unknownNamespacePrefix}${dirname(file)}`;
}
