import { clipped } from '../../clipped.ts';
import { plainKind } from '../../kube/plain-documents.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { RoleReference } from '../model/rbac-object.ts';
import { joinObjects, noObjects, type RbacObjects, type UnjudgedGrant } from '../model/rbac-objects.ts';
import { subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import { argocdKeys, statesArgocdRbac } from './argocd-rbac.ts';
import { productBinding, productRole } from './grant.ts';
import { insideText } from './part-of.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 10, depth: 60, aliases: 100, expandedNodes: 100_000 };

/** Fields under which objects hold values of a chart: HelmRelease, Application, HelmChart, a kustomization's helmCharts and others. */
const valuesField =
  /^(?:values|valuesObject|valuesInline|valuesContent|valuesTemplate|helmValues|[\w.-]*values\.ya?ml)$/i;

/** Values inside text inside values, at most. */
const deepest = 3;

/**
 * What lists of rules among a chart's values would grant, each to an account that only the chart knows, in every namespace
 * as far as anyone can tell; and Argo CD's own roles there.
 */
export function readValues(resource: Resource): RbacObjects {
  const found: RbacObjects[] = [];
  search({ resource, isInside: resource.kind === plainKind, depth: 0, found }, resource.value, []);
  return found.length === 0 ? noObjects : joinObjects(found);
}

interface Walk {
  readonly resource: Resource;
  /** Whether what is looked at is values already, and not yet the object around them. */
  readonly isInside: boolean;
  readonly depth: number;
  /** Whether rules right here are those of a Role. */
  readonly isOfRole?: boolean;
  readonly found: RbacObjects[];
}

/** The path changes as the walk goes on, which is through every value of every object: what keeps it copies it. */
function search(walk: Walk, value: unknown, path: (string | number)[]): void {
  if (typeof value === 'string') {
    if (walk.isInside && mayGrant(value)) inText(walk, value, [...path]);
  } else if (Array.isArray(value)) {
    if (walk.isInside && isRuleList(value)) walk.found.push(rulesOf(walk, [...path], value));
    else inList(walk, value, path);
  } else if (isMapping(value)) inMapping(walk, value, path);
}

function inList(walk: Walk, value: readonly unknown[], path: (string | number)[]): void {
  const unjudged = walk.isInside ? parameters(walk.resource, path, value) : [];
  if (unjudged.length > 0) walk.found.push({ ...noObjects, unjudged });
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'string' && typeof item !== 'object') continue;
    path.push(index);
    search(walk, item, path);
    path.pop();
  }
}

function inMapping(walk: Walk, value: Mapping, path: (string | number)[]): void {
  // Whole roles among values are read as such.
  if (path.length > 0 && typeof value.kind === 'string' && isMapping(value.metadata)) return;
  if (walk.isInside && path.length > 0 && statesArgocdRbac(value)) {
    walk.found.push(argocdKeys(walk.resource, [...path], value));
  }
  const role = walk.isInside ? boundRole(value, path) : undefined;
  if (role !== undefined) walk.found.push(bindingOf(walk, [...path], role, value.type === 'ClusterRoleBinding'));
  for (const [key, inner] of Object.entries(value)) {
    const isInside = walk.isInside || valuesField.test(key) || (key === 'parameters' && Array.isArray(inner));
    const isOfRole = key === 'rules' && isRole(value, path);
    const isAsAround = isInside === walk.isInside && isOfRole === (walk.isOfRole ?? false);
    path.push(key);
    search(isAsAround ? walk : { ...walk, isInside, isOfRole }, inner, path);
    path.pop();
  }
}

/** Whether `rbac.roles.NAME` is a Role of the namespace, as the common library of bjw-s-labs/helm-charts has them: other charts may read `type` or not. */
function isRole({ type }: Mapping, path: Path): boolean {
  return type === 'Role' && path.at(-2) === 'roles' && path.at(-3) === 'rbac';
}

/** The role that `rbac.bindings.NAME` of the same library binds by its name; one that is among the values is named by `identifier`. */
function boundRole({ roleRef }: Mapping, path: Path): RoleReference | undefined {
  const { kind, name } = mapping(roleRef);
  if (path.at(-2) !== 'bindings' || path.at(-3) !== 'rbac' || text(name) === undefined) return undefined;
  return { kind: kind === 'Role' ? 'Role' : 'ClusterRole', name: text(name) ?? '' };
}

function bindingOf({ resource }: Walk, path: Path, role: RoleReference, isEverywhere: boolean): RbacObjects {
  const { account, namespace } = accountOf(resource);
  const binding = productBinding(resource, {
    name: `${resource.kind}/${resource.name}/${path.join('.')}`,
    role,
    rolePath: [...path, 'roleRef', 'name'],
    subjects: [{ subject: subjectOf('ServiceAccount', account, namespace), path }],
    namespace: isEverywhere ? undefined : namespace,
  });
  return { ...noObjects, bindings: [binding] };
}

/** The account that only the chart knows, and the namespace it is installed into. */
function accountOf(resource: Resource): { readonly account: string; readonly namespace: string } {
  const release = mapping(mapping(resource.value).spec);
  const namespace = text(release.targetNamespace) ?? resource.namespace ?? `${unknownNamespacePrefix}${resource.file}`;
  return { account: `of ${resource.kind} ${resource.name}`, namespace };
}

function inText(walk: Walk, value: string, path: Path): void {
  if (walk.depth >= deepest) return;
  for (const document of parseYaml(Buffer.from(value), limits).documents) {
    if (typeof document.value !== 'object') continue;
    const resource = insideText(walk.resource, path, document);
    search({ ...walk, resource, isInside: true, depth: walk.depth + 1 }, document.value, [...path]);
  }
}

function mayGrant(value: string): boolean {
  return value.includes('verbs') || value.includes('policy.default') || value.includes('policy.csv');
}

/** Whether a list is one of RBAC's rules: verbs on resources or URLs. */
function isRuleList(value: readonly unknown[]): boolean {
  return value.some(
    (item) => isMapping(item) && isWords(item.verbs) && (isWords(item.resources) || isWords(item.nonResourceURLs)),
  );
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((word) => typeof word === 'string'));
}

function rulesOf({ resource, isOfRole }: Walk, path: Path, rules: readonly unknown[]): RbacObjects {
  const name = `${resource.kind}/${resource.name}/${path.join('.')}`;
  const role = productRole(
    resource,
    name,
    rules.map((value, index) => ({ path: [...path, index], value })),
  );
  const { account, namespace } = accountOf(resource);
  const binding = productBinding(resource, {
    name,
    role: { kind: 'ClusterRole', name },
    rolePath: path,
    subjects: [{ subject: subjectOf('ServiceAccount', account, namespace), path }],
    namespace: isOfRole === true ? namespace : undefined,
  });
  return { ...noObjects, roles: [role], bindings: [binding] };
}

/** Helm's `--set` parameters that write single words of rules: what they make of the values is known only to Helm. */
function parameters(resource: Resource, path: Path, items: readonly unknown[]): UnjudgedGrant[] {
  return items.flatMap((item, index): readonly UnjudgedGrant[] => {
    const name = isMapping(item) ? text(item.name) : undefined;
    if (name === undefined || !/\.(?:verbs|resources|apiGroups|nonResourceURLs)(?:\[\d+\])?$/.test(name)) return [];
    const value = text((item as Mapping).value) ?? list((item as Mapping).value).join();
    const what = `sets ${clipped(name, 120)}=${clipped(value, 40)}, a part of a rule`;
    return [{ what, code: ['parameter', name, value], severity: 'high', resource, path: [...path, index] }];
  });
}
