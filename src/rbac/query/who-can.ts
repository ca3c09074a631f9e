import type { Resource } from '../../kube/resource.ts';
import { effectiveIn, type Placement } from '../model/placement.ts';
import { type Binding, type Origin, objectName, routeThrough } from '../model/rbac-object.ts';
import { mastersKey, type Subject, subjectOf, unknownNamespacePrefix } from '../model/subject.ts';
import { namesUnknownRole, type RbacOptions, rbacState } from '../state/rbac-state.ts';
import { type AccessRequest, allows, readAccessRequest } from './request.ts';

export interface AccessQuestion {
  readonly verb: string;
  /** As kubectl takes it: `pods`, `pods/log`, `deployments.apps`, `/metrics`. */
  readonly resource: string;
  /** Of one object; undefined for all. */
  readonly name?: string | undefined;
  /** Undefined: everywhere, and in which namespaces only. */
  readonly namespace?: string | undefined;
}

/** One way in which a subject may do something. */
export interface Holder {
  readonly subject: Subject;
  /** Undefined: in every namespace. */
  readonly placement: Placement;
  readonly origin: Origin;
  /** The binding and the roles: `ClusterRoleBinding ops`, `ClusterRole ops`. */
  readonly route: readonly string[];
  /** Where the binding is. */
  readonly file: string | undefined;
  readonly line: number | undefined;
}

export interface WhoCan {
  readonly request: AccessRequest;
  readonly namespace: string | undefined;
  readonly holders: readonly Holder[];
  /** Subjects of roles that nothing is known of: they may be able to. */
  readonly undecided: readonly Holder[];
}

/**
 * Who may do this by the RBAC objects of one scope and Kubernetes' defaults, as the authorizer would answer. A
 * RoleBinding that states no namespace counts for any. Throws InputError for an unknown Kubernetes version.
 */
export function whoCan(resources: readonly Resource[], question: AccessQuestion, options: RbacOptions): WhoCan {
  const state = rbacState(resources, options);
  const request = readAccessRequest(question.verb, question.resource, question.name);
  const holders: Holder[] = [masters()];
  const undecided: Holder[] = [];
  for (const binding of state.bindings) {
    if (!isAbout(binding, question.namespace)) continue;
    if (namesUnknownRole(state, binding)) {
      for (const each of holdersThrough(binding, [`${binding.role.kind} ${binding.role.name} (unknown)`]))
        undecided.push(each);
      continue;
    }
    const chain = state
      .resolve(binding)
      .flatMap((role) => state.effectiveRules(role))
      .find(({ rule }) =>
        rule.permissions.some((permission) =>
          effectiveIn(binding.namespace, permission).some((part) => allows(part, request)),
        ),
      )?.chain;
    if (chain === undefined) continue;
    for (const each of holdersThrough(binding, chain.map(objectName))) holders.push(each);
  }
  return { request, namespace: question.namespace, holders, undecided };
}

/** The ways a binding gives its roles to its subjects. */
export function holdersThrough(binding: Binding, roles: readonly string[]): readonly Holder[] {
  const isOutside = binding.subjects[0]?.subject.kind === 'RoleHolder';
  const route = isOutside ? roles : routeThrough([objectName(binding), ...roles]);
  return binding.subjects.map(({ subject, path }) => {
    const place = binding.resource?.at(path);
    return {
      subject,
      placement: binding.namespace,
      origin: binding.origin,
      route,
      file: place?.file,
      line: place?.line,
    };
  });
}

function isAbout(binding: Binding, namespace: string | undefined): boolean {
  if (namespace === undefined || binding.namespace === undefined) return true;
  return binding.namespace === namespace || binding.namespace.startsWith(unknownNamespacePrefix);
}

function masters(): Holder {
  return {
    subject: subjectOf('Group', mastersKey.slice('Group:'.length)),
    placement: undefined,
    origin: 'default',
    route: ['bypasses RBAC'],
    file: undefined,
    line: undefined,
  };
}
