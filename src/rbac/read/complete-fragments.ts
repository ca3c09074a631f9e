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

function isWhole({ role, subjects, resource }: Binding): boolean {
  return role.name === '' ? subjects.length === 0 : subjects.length > 0 || resource?.value.subjects !== undefined;
}
