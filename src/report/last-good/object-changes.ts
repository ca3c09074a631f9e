import { groupBy } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import type { ObjectIdentity, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { isSameValue } from '../../plain-values.ts';

/** An object that is on one side of a comparison alone, or on both and not the same. */
export interface ObjectChange extends ObjectIdentity {
  readonly scope: Scope;
  readonly file: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** Which objects differ between both sides, scope by scope in the order of their names. What is inside another object is that one's. */
export function objectChanges(scopes: ReadonlyMap<Scope, ScopeObjects>): readonly ObjectChange[] {
  return [...scopes].flatMap(([scope, { before, after }]) => {
    const [was, is] = [byIdentity(before), byIdentity(after)];
    const added = [...is].filter(([key]) => !was.has(key)).map(([, all]) => changeOf(scope, all, 'added'));
    const removed = [...was].filter(([key]) => !is.has(key)).map(([, all]) => changeOf(scope, all, 'removed'));
    const changed = [...is].flatMap(([key, all]) => {
      const old = was.get(key);
      return old === undefined || isSame(old, all) ? [] : changeOf(scope, all, 'changed');
    });
    return [...added, ...removed, ...changed].flat().sort(compareNames);
  });
}

function byIdentity(objects: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const whole = objects.filter(({ isEmbedded }) => isEmbedded !== true);
  return groupBy(whole, identityKey);
}

function isSame(before: readonly Resource[], after: readonly Resource[]): boolean {
  return before.length === after.length && before.every(({ value }, index) => isSameValue(value, after[index]?.value));
}

function changeOf(scope: Scope, [first]: readonly Resource[], change: ObjectChange['change']): readonly ObjectChange[] {
  if (first === undefined) return [];
  const { group, kind, namespace, name, file } = first;
  return [{ group, kind, namespace, name, scope, file, change }];
}

function compareNames(a: ObjectChange, b: ObjectChange): number {
  const [left, right] = [a, b].map(({ kind, namespace, name, file }) => [kind, namespace, name, file].join('\0'));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
