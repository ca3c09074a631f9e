import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { readLabelSelector, readLabels } from '../model/label-selector.ts';
import { memoize } from '../model/memoize.ts';
import {
  type Binding,
  type BoundSubject,
  namespaceOf,
  type Role,
  ruleAt,
  unknownNamespaceOf,
} from '../model/rbac-object.ts';
import { joinObjects, noObjects, type RbacObjects } from '../model/rbac-objects.ts';
import { subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import { completeFragments } from './complete-fragments.ts';
import { readProduct } from './read-product.ts';

const kubernetesGroup = 'rbac.authorization.k8s.io';
/** OpenShift's own API; once in the core group as well. */
const openshiftGroups = new Set(['authorization.openshift.io', '']);

/** Every role and binding among the resources, of any API version, and what objects of other products grant. */
export function readRbac(resources: readonly Resource[]): RbacObjects {
  const objects = joinObjects(resources.map(readResource));
  return { ...objects, bindings: completeFragments(objects.bindings) };
}

/** An unchanged resource is read for both sides of a change. */
const readResource = memoize(
  (resource: Resource): RbacObjects =>
    readObject(resource) ??
    readProduct(resource, { readObject: (inner) => readObject(inner) ?? noObjects, readSubject }),
);

/** The roles and bindings of Kubernetes and OpenShift; undefined where the resource is neither. */
function readObject(resource: Resource): RbacObjects | undefined {
  const { group } = resource;
  const kind = kindOf(resource);
  const isOpenshift = openshiftGroups.has(group);
  if (group !== kubernetesGroup && !isOpenshift) return undefined;
  if (kind === 'Role' || kind === 'ClusterRole')
    return { ...noObjects, roles: [readRole(resource, kind, isOpenshift)] };
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return undefined;
  return { ...noObjects, bindings: [readBinding(resource, kind, isOpenshift)] };
}

/** Where a template or a substitution makes the kind, the object's fields decide; then it counts as the wider one. */
function kindOf({ kind, value }: Resource): string {
  if (!kind.includes('{{') && !kind.includes('${')) return kind;
  if (value.roleRef !== undefined || value.subjects !== undefined) return 'ClusterRoleBinding';
  return value.rules !== undefined || value.aggregationRule !== undefined ? 'ClusterRole' : kind;
}

function readRole(resource: Resource, kind: Role['kind'], isOpenshift: boolean): Role {
  const metadata = mapping(resource.value.metadata);
  const aggregation = resource.value.aggregationRule;
  const annotations = readLabels(metadata.annotations);
  return {
    kind,
    name: resource.name,
    namespace: kind === 'Role' ? namespaceOf(resource) : undefined,
    origin: 'repository',
    labels: readLabels(metadata.labels),
    selectors: kind === 'ClusterRole' && isMapping(aggregation) ? readSelectors(aggregation) : undefined,
    rules: list(resource.value.rules).map((rule, index) =>
      ruleAt(['rules', index], isOpenshift ? openshiftRule(rule) : rule),
    ),
    resource,
    reconciled:
      annotations['rbac.authorization.kubernetes.io/autoupdate'] !== 'false' || resource.value.rules === undefined,
  };
}

/** Undefined, so that its own rules count, where a selector is one the API server refuses. */
function readSelectors(aggregation: Mapping): Role['selectors'] {
  const selectors = list(aggregation.clusterRoleSelectors).map(readLabelSelector);
  const valid = selectors.filter((selector) => selector !== undefined);
  return valid.length === selectors.length ? valid : undefined;
}

/** OpenShift's defaulting: a rule without groups is about the core group; all verbs on all resources is about every group. */
function openshiftRule(value: unknown): unknown {
  if (!isMapping(value) || list(value.apiGroups).length > 0 || list(value.resources).length === 0) return value;
  return withGroups(value);
}

/** The same mapping for both sides of a change: rules are compared by their values. */
const withGroups = memoize((value: Mapping): Mapping => {
  const everything = list(value.verbs).includes('*') && list(value.resources).includes('*');
  return { ...value, apiGroups: [everything ? '*' : ''] };
});

function readBinding(resource: Resource, kind: Binding['kind'], isOpenshift: boolean): Binding {
  const namespace = kind === 'RoleBinding' ? namespaceOf(resource) : undefined;
  const reference = mapping(resource.value.roleRef);
  const written = typeof reference.kind === 'string' ? reference.kind : '';
  const openshiftKind = kind === 'RoleBinding' && reference.namespace ? 'Role' : 'ClusterRole';
  const roleKind = isOpenshift ? written || openshiftKind : written;
  const name = typeof reference.name === 'string' ? reference.name : '';
  return {
    kind,
    name: resource.name,
    namespace,
    origin: 'repository',
    role: { kind: roleKind, name },
    rolePath: ['roleRef', 'name'],
    subjects: readSubjects(resource, namespace ?? unknownNamespaceOf(resource), isOpenshift),
    resource,
  };
}

function readSubjects(resource: Resource, namespace: string | undefined, isOpenshift: boolean): BoundSubject[] {
  const old = resource.version === 'v1alpha1';
  const subjects = list(resource.value.subjects).flatMap((item, index) =>
    readSubject(mapping(item), ['subjects', index], namespace, old),
  );
  if (!isOpenshift || subjects.length > 0) return subjects;
  const named = (field: string, kind: 'User' | 'Group') =>
    list(resource.value[field]).flatMap((name, index) =>
      typeof name === 'string' ? [{ subject: subjectOf(kind, name), path: [field, index] }] : [],
    );
  return [...named('userNames', 'User'), ...named('groupNames', 'Group')];
}

/** None where the subject matches nobody (pkg/registry/rbac/validation/rule.go, appliesToUser). */
function readSubject(item: Mapping, path: Path, namespace: string | undefined, old = false): BoundSubject[] {
  const { kind, name } = item;
  if (typeof name !== 'string' || name === '') return [];
  switch (kind) {
    case 'User':
    case 'SystemUser':
      // v1alpha1 read the user `*` as everyone who is logged in (pkg/apis/rbac/v1alpha1/conversion.go).
      if (old && name === '*') return [{ subject: subjectOf('Group', 'system:authenticated'), path }];
      return [{ subject: subjectOf('User', name), path }];
    case 'Group':
    case 'SystemGroup':
      return [{ subject: subjectOf('Group', name), path }];
    case 'ServiceAccount': {
      const stated = typeof item.namespace === 'string' && item.namespace !== '' ? item.namespace : namespace;
      // The API server refuses one without a namespace; a kustomization fills it in.
      return [{ subject: subjectOf('ServiceAccount', name, stated ?? unknownNamespacePrefix), path }];
    }
    default:
      return [];
  }
}
