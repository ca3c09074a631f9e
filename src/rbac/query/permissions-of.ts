import { InputError } from '../../input-error.ts';
import type { Resource } from '../../kube/resource.ts';
import { judge, type PermissionRisk } from '../judge/danger.ts';
import { RiskContext } from '../judge/risk-context.ts';
import { userFacing } from '../judge/user-facing.ts';
import type { Permission } from '../model/permission.ts';
import { effectiveIn } from '../model/placement.ts';
import { objectName } from '../model/rbac-object.ts';
import { StepBudget } from '../model/step-budget.ts';
import { type Subject, subjectOf } from '../model/subject.ts';
import { namesUnknownRole, type RbacOptions, rbacState } from '../state/rbac-state.ts';
import { type Holder, holdersThrough } from './who-can.ts';

/** A permission a subject holds, how it holds it, and how bad it is. */
export interface OwnPermission extends Holder {
  readonly permission: Permission;
  readonly judgement: PermissionRisk;
}

export interface PermissionsOf {
  readonly subject: Subject;
  readonly permissions: readonly OwnPermission[];
  /** Roles the subject is bound to that nothing is known of. */
  readonly unknown: readonly Holder[];
}

/** `user:NAME`, `group:NAME` or `serviceaccount:NAMESPACE/NAME` (also `sa:`); an InputError for anything else. */
export function readSubject(text: string): Subject {
  const [, kind = '', name = ''] = /^(user|group|serviceaccount|sa):(.+)$/i.exec(text) ?? [];
  const [namespace = '', ...account] = name.split('/');
  if (kind.toLowerCase() === 'user') return subjectOf('User', name);
  if (kind.toLowerCase() === 'group') return subjectOf('Group', name);
  if (kind !== '' && namespace !== '' && account.join('/') !== '') {
    return subjectOf('ServiceAccount', account.join('/'), namespace);
  }
  throw new InputError([
    {
      what: `"${text}" names no subject`,
      fix: 'Write user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME (sa: for short).',
    },
  ]);
}

/**
 * All that a subject may do by the RBAC objects of one scope and Kubernetes' defaults, itself or through a group it is
 * surely in. Throws InputError for an unknown Kubernetes version.
 */
export function permissionsOf(resources: readonly Resource[], subject: Subject, options: RbacOptions): PermissionsOf {
  const state = rbacState(resources, options);
  const context = new RiskContext(state, options, new StepBudget());
  const keys = state.identitiesOf(subject);
  const bindings = state.bindings.filter((binding) => binding.subjects.some((bound) => keys.has(bound.subject.key)));
  const permissions: OwnPermission[] = [];
  const unknown: Holder[] = [];
  for (const binding of bindings) {
    const named = { ...binding, subjects: binding.subjects.filter((bound) => keys.has(bound.subject.key)) };
    if (namesUnknownRole(state, binding)) {
      for (const each of holdersThrough(named, [`${binding.role.kind} ${binding.role.name}`])) unknown.push(each);
    }
    const [holder] = holdersThrough(named, []);
    if (holder === undefined) continue;
    for (const { rule, chain } of state.resolve(binding).flatMap((role) => state.effectiveRules(role))) {
      const route = [...holder.route, ...chain.map(objectName)];
      for (const permission of rule.permissions.flatMap((each) => effectiveIn(binding.namespace, each))) {
        const judgement = judge(permission, context.of(subject, binding.namespace), userFacing(chain, true));
        permissions.push({ ...holder, route, permission, judgement });
      }
    }
  }
  return { subject, permissions, unknown };
}
