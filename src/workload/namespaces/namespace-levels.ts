import type { ScopeObjects } from '../../kube/scope.ts';
import { declaredNamespace } from './declared-namespaces.ts';
import { type LevelVersion, labelOf, podSecurityOf, rank } from './pod-security-labels.ts';

/**
 * What the labels of each namespace enforce, by its name, before or after the change: the higher where they differ. Undefined
 * where none says so.
 */
export function namespaceLevels({ before, after }: ScopeObjects): (namespace: string) => LevelVersion | undefined {
  let known: ReadonlyMap<string, LevelVersion> | undefined;
  return (namespace) => {
    known ??= stated([...before, ...after]);
    return known.get(namespace);
  };
}

function stated(objects: ScopeObjects['after']): ReadonlyMap<string, LevelVersion> {
  const levels = new Map<string, LevelVersion>();
  for (const object of objects) {
    const declared = declaredNamespace(object);
    if (declared?.labels[labelOf('enforce', 'level')] === undefined) continue;
    const { enforce } = podSecurityOf(declared.labels);
    const other = levels.get(declared.name);
    if (other === undefined || rank(enforce.level) > rank(other.level)) levels.set(declared.name, enforce);
  }
  return levels;
}
