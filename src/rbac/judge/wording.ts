import type { ObjectIdentity } from '../../kube/resource.ts';
import { memoize } from '../model/memoize.ts';
import { permissionKey } from '../model/permission.ts';
import { placementName } from '../model/placement.ts';
import { objectName, roleName } from '../model/rbac-object.ts';
import { type Subject, subjectName, unknownNamespacePrefix } from '../model/subject.ts';
import type { GainedPermission } from './gained-permissions.ts';
import { compact, describe, enumerate } from './sentence.ts';
import type { TooLarge } from './too-large.ts';
import type { Widening } from './widening.ts';

/** Permissions a message names before it says that there are more. */
const shownParts = 3;

/** The gain as one sentence; the worst of it, and how much more there is. */
export function wideningMessage(widening: Widening): string {
  const { cause, gained, isLatent } = widening;
  const object = objectName(cause.object);
  const worst = worstTogether(gained);
  const parts = compact(worst.map(({ judgement }) => judgement.part));
  const [first] = worst;
  const where = parts.every(({ kind }) => kind === 'url') ? '' : ` ${placementName(first?.placement)}`;
  const isAll =
    worst.length === gained.length &&
    worst.every(({ judgement, permission }) => permissionKey(judgement.part) === permissionKey(permission));
  const what = `${parts.slice(0, shownParts).map(describe).join('; ')}${where}`;
  const more = isAll && parts.length <= shownParts ? '' : ', and more';
  if (isLatent) return `${object}, which ${unboundBy(widening.unread)}, now lets its holders ${what}${more}.`;
  const label = cause.kind === 'label' ? ` (label ${cause.label})` : '';
  const role = 'role' in cause.object ? `, through ${roleName(cause.object.role)}` : '';
  return `${object}${label} newly lets ${subjectList(first?.subjects ?? [])} ${what}${more}${role}.`;
}

/** That nothing binds the role, as far as that is known. */
function unboundBy(unread: readonly string[]): string {
  const [file, ...more] = unread;
  if (file === undefined) return 'nothing here binds';
  const rest = more.length === 0 ? '' : ` and ${more.length} more`;
  return `may be bound in ${file}${rest}, which could not be read`;
}

/** Further lines: each permission with where and who, why it matters, and the ways it is held. */
export function wideningDetails(widening: Widening): readonly string[] {
  const lines = widening.gained.map(({ permission, placement, subjects, judgement }) => {
    const who = subjects.length > 0 ? `: ${subjectList(subjects)}` : '';
    const why = judgement.reason === undefined ? '' : `, which lets them ${judgement.reason}`;
    const where = permission.kind === 'url' ? '' : ` ${placementName(placement)}`;
    return `${describe(permission)}${where} (${judgement.severity}${why})${who}`;
  });
  const routes = widening.routes.map((route) => `through ${route}`);
  return [...limited(lines, 20, 'permission'), ...limited(routes, 10, 'way')];
}

/** The narrower form that would do, where one is obvious. */
export function wideningRemedy(widening: Widening): string {
  const permissions = widening.gained.map(({ permission }) => permission);
  const advice: string[] = [];
  const wildcards = [
    permissions.some(({ verbs }) => verbs.includes('*')) ? 'verbs' : '',
    permissions.some((each) => each.kind === 'resource' && each.resources.includes('*')) ? 'resources' : '',
    permissions.some((each) => each.kind === 'resource' && each.groups.includes('*')) ? 'API groups' : '',
  ].filter((text) => text !== '');
  const { cause } = widening;
  if (widening.isForEveryone) advice.push('Bind a group of your own instead of everyone');
  if (cause.kind === 'role-reference') advice.push('Bind a role that holds only what is needed');
  if (wildcards.length > 0 && !widening.isBuiltIn) {
    advice.push(`Name the ${listed(wildcards)} that are needed instead of "*"`);
  }
  const reads = permissions.some(
    (each) => each.kind === 'resource' && each.resources.includes('secrets') && each.names.includes(null),
  );
  if (reads && !widening.isBuiltIn) advice.push('Name the Secrets in resourceNames, and leave out list and watch');
  if (widening.gained.some(({ placement }) => placement === undefined) && cause.kind !== 'label') {
    const narrower = narrowerPlace(widening);
    if (narrower !== undefined) advice.push(narrower);
  }
  if (advice.length === 0)
    advice.push(cause.kind === 'subject' ? 'Name only subjects that need it' : 'Leave out what is not needed');
  return `${advice.join('. ')}. If all of it is meant, have it reviewed and accept it in .gitops-gate/policy.yaml.`;
}

/** How to grant in single namespaces, by the kind of the object that grants in all; Kubernetes' own is a RoleBinding. */
const narrowerPlaces: Readonly<Record<string, string>> = {
  ClusterServiceVersion:
    'Where the operator’s own namespace suffices, move the rule from clusterPermissions to permissions',
  AccessEntry: 'Where single namespaces suffice, give the access scope the type namespace',
  AccessPolicyAssociation: 'Where single namespaces suffice, give the access scope the type namespace',
  RBACDefinition: 'Where single namespaces suffice, use roleBindings instead of clusterRoleBindings',
  GlobalRoleBinding: 'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
  ClusterRoleTemplateBinding: 'Where single projects suffice, use a ProjectRoleTemplateBinding in each',
};

/** Groups of objects whose grants a RoleBinding can replace. */
const byRoleBinding: ReadonlySet<string> = new Set([
  'rbac.authorization.k8s.io',
  'authorization.openshift.io',
  'security.openshift.io',
]);

/** How to grant in single namespaces; undefined where the product knows none. */
function narrowerPlace({ bindings, cause }: Widening): string | undefined {
  if (bindings.some(({ role }) => role.name.startsWith('Argo CD/'))) {
    return 'Name the projects and applications that are needed in Argo CD’s policy';
  }
  const makers = bindings.length > 0 ? bindings.map(({ resource }) => resource) : [cause.object.resource];
  if (makers.some((maker) => maker === undefined || byRoleBinding.has(maker.group))) {
    return 'Where single namespaces suffice, grant it by a RoleBinding in each';
  }
  return makers.flatMap((maker) => narrowerPlaces[maker?.kind ?? ''] ?? [])[0];
}

/** `verbs, resources and API groups`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What was gained, for the fingerprint: the same in any order of entries, files or subjects. */
export function gainedKeys(gained: readonly GainedPermission[]): readonly string[] {
  return gained
    .map(({ permission, placement, subjects }) => {
      const where = placement === undefined ? '' : withoutDirectory(placement);
      return JSON.stringify([canonical(permission), where, stableKeys(subjects)]);
    })
    .sort();
}

/** The same subjects gain many permissions. */
const stableKeys = memoize((subjects: readonly Subject[]) =>
  subjects
    .map(({ key }) => key)
    .sort()
    .map(withoutDirectory),
);

/** The first subjects by name, and how many more. */
export const subjectList = memoize((subjects: readonly Subject[]) =>
  enumerate([...new Set(subjects.map(subjectName))]),
);

/** The object a finding is about. */
export function identity({ group, kind, namespace, name }: ObjectIdentity): ObjectIdentity {
  return { group, kind, namespace, name };
}

/** The worst permissions, as far as the same subjects gain them in the same place. */
function worstTogether(gained: readonly GainedPermission[]): readonly GainedPermission[] {
  const [first] = gained;
  if (first === undefined) return [];
  const who = subjectList(first.subjects);
  return gained.filter(
    ({ judgement, placement, subjects }) =>
      judgement.severity === first.judgement.severity && placement === first.placement && subjectList(subjects) === who,
  );
}

function canonical(permission: GainedPermission['permission']): unknown {
  return Object.entries(permission)
    .map(([factor, entries]) => [factor, Array.isArray(entries) ? entries.map(canonicalEntry).sort() : entries])
    .sort();
}

function canonicalEntry(entry: string | null): string {
  if (entry === null) return 'any name';
  return entry.startsWith(unknownNamespacePrefix) ? withoutDirectory(entry) : entry;
}

/** Without the directory that replaces a namespace left open: a finding keeps its fingerprint when files move. */
export function withoutDirectory(text: string): string {
  return text.replace(/\?[^:]*/, '?');
}

function limited(lines: readonly string[], most: number, what: string): readonly string[] {
  const more = lines.length - most;
  return more <= 0 ? lines : [...lines.slice(0, most), `and ${more} more ${what}${more === 1 ? '' : 's'}`];
}

/** A change that was not judged, as one sentence. */
export function tooLargeMessage({ resource, most }: TooLarge): string {
  const object = resource === undefined ? '' : `, with ${resource.kind} ${resource.name} the largest changed object`;
  return `What this change grants is too large to judge: comparing all its subjects and rules takes more than ${most.toLocaleString('en')} steps${object}.`;
}
