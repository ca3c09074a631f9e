import { addTo } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { mayBeControllerNamespace } from '../model/placement.ts';
import type { Binding, Role } from '../model/rbac-object.ts';
import { noObjects, type RbacObjects, type UnjudgedGrant } from '../model/rbac-objects.ts';
import { projectPrefix, type Subject, subjectOf } from '../model/subject.ts';
import { readArgocdPolicy } from './argocd-policy.ts';
import { productBinding, productRole } from './grant.ts';

const group = 'argoproj.io';
/** Whoever may do anything in Argo CD deploys with its permissions. */
const anything = { verbs: ['*'], apiGroups: [group], resources: ['*'] };

/** Where Argo CD's own roles are written down, and its default one. */
interface Fields {
  readonly policy: readonly { readonly path: Path; readonly text: string }[];
  readonly standard: { readonly path: Path; readonly role: string } | undefined;
  /** What lets in or out without a limit, and grants what only Argo CD's other settings say. */
  readonly open?: readonly Omit<UnjudgedGrant, 'resource'>[];
  /** Where all of it holds; undefined for everywhere. */
  readonly placement?: string | undefined;
}

/**
 * Who may do what in Argo CD: the ConfigMap `argocd-rbac-cm` (`policy.default`, `policy.csv` and its overlays
 * `policy.*.csv`) and `argocd-cm` (anonymous access), `spec.rbac` of the operator's ArgoCD object, the roles of an AppProject,
 * and the same keys among a chart's values. An Argo CD role is a role on the resources of argoproj.io.
 */
export function readArgocdRbac(resource: Resource): RbacObjects {
  return grants(resource, fieldsOf(resource));
}

const anonymousKey = 'users.anonymous.enabled';

/** Whether a mapping has Argo CD's keys. */
export function statesArgocdRbac(value: Mapping): boolean {
  return Object.keys(value).some((key) => key === 'policy.default' || key === anonymousKey || isPolicyKey(key));
}

/** The grants of a mapping that has Argo CD's keys, somewhere in an object. */
export function argocdKeys(resource: Resource, path: Path, value: Mapping): RbacObjects {
  return grants(resource, byKeys(path, value));
}

function fieldsOf(resource: Resource): Fields {
  const { data, spec } = resource.value;
  if (resource.kind === 'AppProject') {
    const placement = isFenced(mapping(spec)) ? `${projectPrefix}${resource.name}` : undefined;
    return { policy: projectPolicies(resource.name, mapping(spec)), standard: undefined, placement };
  }
  if (resource.kind !== 'ArgoCD') return byKeys(['data'], isMapping(data) ? data : {});
  const rbac = isMapping(spec) && isMapping(spec.rbac) ? spec.rbac : {};
  const policy = text(rbac.policy);
  const standard = text(rbac.defaultPolicy);
  return {
    policy: policy === undefined ? [] : [{ path: ['spec', 'rbac', 'policy'], text: policy }],
    standard: standard === undefined ? undefined : { path: ['spec', 'rbac', 'defaultPolicy'], role: standard },
    open: anonymousAt(['spec', 'usersAnonymousEnabled'], mapping(spec).usersAnonymousEnabled),
  };
}

/** The roles of a project have policies and groups of the same grammar; whoever has one of their tokens is one of them. */
function projectPolicies(project: string, spec: Mapping): Fields['policy'] {
  return list(spec.roles).flatMap((each, index) => {
    const role = mapping(each);
    const path = ['spec', 'roles', index];
    const written = (field: string) =>
      list(role[field]).map((item, at) => ({ path: [...path, field, at], text: text(item) ?? '' }));
    const groups = written('groups').map((item) => ({
      ...item,
      text: `g, ${item.text}, proj:${project}:${text(role.name) ?? ''}`,
    }));
    return [...written('policies'), ...groups];
  });
}

/**
 * Whether what a project's Applications deploy stays in namespaces of its own: nothing of the whole cluster, no namespace of the
 * control plane or of a controller. The policies of its roles hold for its own Applications alone (argo-cd, AppProject.ValidateProject).
 */
function isFenced(spec: Mapping): boolean {
  const [kinds, destinations] = [spec.clusterResourceWhitelist ?? [], spec.destinations ?? []];
  // What is not a list is not known, such as what a template fills in.
  if (!Array.isArray(kinds) || !Array.isArray(destinations)) return false;
  return (
    kinds.length === 0 && destinations.every((each) => !mayBeControllerNamespace(text(mapping(each).namespace) ?? ''))
  );
}

function anonymousAt(path: Path, value: unknown): Fields['open'] & {} {
  if (value !== true && text(value) !== 'true') return [];
  return [
    {
      what: 'lets everyone into Argo CD without a login, with its default role',
      code: ['anonymous'],
      severity: 'high',
      fix: 'Leave anonymous access off; who has no account may have one for reading.',
      path,
    },
  ];
}

function byKeys(path: Path, value: Mapping): Fields {
  const standard = text(value['policy.default']);
  return {
    policy: Object.entries(value).flatMap(([key, written]) =>
      isPolicyKey(key) && typeof written === 'string' ? [{ path: [...path, key], text: written }] : [],
    ),
    standard: standard === undefined ? undefined : { path: [...path, 'policy.default'], role: standard.trim() },
    open: anonymousAt([...path, anonymousKey], value[anonymousKey]),
  };
}

function isPolicyKey(key: string): boolean {
  return key.startsWith('policy.') && key.endsWith('.csv');
}

function grants(resource: Resource, { policy, standard, open = [], placement }: Fields): RbacObjects {
  const bind = (path: Path, subject: Subject, role: string) => binding(resource, path, subject, role, placement);
  const rules = new Map<string, { path: Path; value: unknown }[]>();
  const bindings: Binding[] = [];
  for (const { path, text: lines } of policy) {
    for (const { type, fields, path: at } of readArgocdPolicy(lines, path)) {
      const [subject = '', ...rest] = fields;
      if (type === 'p' && rest[3] !== 'deny') addTo(rules, subject, { path: at, value: ruleOf(rest) });
      if (type === 'g') bindings.push(bind(at, subjectOf('Group', `${subject} of Argo CD`), rest[0] ?? ''));
    }
  }
  for (const [name, own] of rules) {
    // Policies may name a group itself, without a role between.
    const path = own[0]?.path ?? [];
    if (!name.startsWith('role:')) bindings.push(bind(path, subjectOf('Group', `${name} of Argo CD`), name));
  }
  if (standard !== undefined) {
    bindings.push(bind(standard.path, subjectOf('Group', 'everyone of Argo CD'), standard.role));
  }
  const roles = [...rules].map(([name, own]) => productRole(resource, roleName(name), own));
  const unjudged = open.map((each) => ({ ...each, resource }));
  return { ...noObjects, roles: [...roles, ...builtin(resource, bindings)], bindings, unjudged };
}

/** `p, role, resource, action, object, effect`. What no rule of RBAC can say (clusters, repositories) is a resource of that name. */
function ruleOf([resource = '', action = '']: readonly string[]): unknown {
  const verb = action.split('/')[0] ?? '';
  return { verbs: [verb === 'sync' ? 'update' : verb], apiGroups: [group], resources: [resource] };
}

function binding(
  resource: Resource,
  path: Path,
  subject: Subject,
  role: string,
  placement: string | undefined,
): Binding {
  return productBinding(resource, {
    name: `${resource.name}/${subject.name}`,
    namespace: placement,
    role: { kind: 'ClusterRole', name: roleName(role) },
    rolePath: path,
    subjects: [{ subject, path }],
  });
}

/** Argo CD's own roles (assets/builtin-policy.csv): to do everything, and to read everything. */
function builtin(resource: Resource, bindings: readonly Binding[]): readonly Role[] {
  const bound = new Set(bindings.map(({ role }) => role.name));
  const known = { 'role:admin': anything, 'role:readonly': { ...anything, verbs: ['get'] } };
  return Object.entries(known).flatMap(([name, value]) =>
    bound.has(roleName(name))
      ? [{ ...productRole(resource, roleName(name), [{ path: [], value }]), origin: 'default', resource: undefined }]
      : [],
  );
}

function roleName(name: string): string {
  return `Argo CD/${name}`;
}
