import { groupBy } from '../../groups.ts';
import { type Binding, identityOf } from '../model/rbac-object.ts';

/** Takes the role's place where neither a patch nor anything next to it says which one is bound. */
const unnamedRole = { kind: 'ClusterRole', name: '(named elsewhere)' };

/**
 * A kustomize patch may hold half of a binding: subjects without a role, or a role without subjects. The other half is
 * that of the binding it patches, where that is next to it; a role that is named nowhere is an unknown one.
 */
export function completeFragments(bindings: readonly Binding[]): readonly Binding[] {
  if (bindings.every(isWhole)) return bindings;
  const whole = groupBy(bindings.filter(isWhole), identityOf);
  return bindings.flatMap((binding) => {
    if (isWhole(binding)) return [binding];
    const [patched, ...more] = whole.get(identityOf(binding)) ?? [];
    if (binding.subjects.length > 0) {
      // Which of several it patches is not known.
      const role = patched === undefined || more.length > 0 ? unnamedRole : patched.role;
      return [{ ...binding, role, rolePath: [] }];
    }
    return patched === undefined ? [binding] : [{ ...binding, subjects: patched.subjects }];
  });
}

/**
 * Fragments that patch a binding of another folder (an overlay's patch of a base) or one that the platform makes: where all that
 * they can patch name one role, it is theirs; one that names another role has the subjects of all. `patched` finds those bindings.
 */
export function completeElsewhere(
  bindings: readonly Binding[],
  patched: (fragment: Binding) => readonly Binding[],
): readonly Binding[] {
  return bindings.map((binding) => {
    if (lacksSubjects(binding)) {
      // One that names nobody either way is a base of fragments, which are judged where they are.
      const others = patched(binding).filter((other) => !isUnnamed(other) && !isOf(other, binding.role));
      return { ...binding, subjects: others.flatMap(({ subjects }) => subjects) };
    }
    if (!isUnnamed(binding)) return binding;
    const [first, ...more] = patched(binding).filter((other) => !isUnnamed(other) && other.role.name !== '');
    return first !== undefined && more.every((other) => isOf(other, first.role))
      ? { ...binding, role: first.role }
      : binding;
  });
}

/** Whether the binding is a fragment that names a role and nobody. */
export function lacksSubjects(binding: Binding): boolean {
  return binding.subjects.length === 0 && binding.role.name !== '' && !isWhole(binding);
}

function isOf({ role: own }: Binding, role: Binding['role']): boolean {
  return own.kind === role.kind && own.name === role.name;
}

/** Whether nothing next to a fragment says which role it binds. */
export function isUnnamed({ role }: Binding): boolean {
  return role === unnamedRole;
}

function isWhole({ role, subjects, resource }: Binding): boolean {
  return role.name === '' ? subjects.length === 0 : subjects.length > 0 || resource?.value.subjects !== undefined;
}
