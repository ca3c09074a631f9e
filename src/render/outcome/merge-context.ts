import type { Resource } from '../../kube/resource.ts';
import { type ScopeObjects, scopeOf } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { RenderedContext } from '../result/rendering.ts';

/** The scopes that the change touches, and all that may reach them. */
export interface Surrounded {
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly around: ReadonlyMap<Scope, ScopeObjects>;
}

/**
 * Adds what unchanged roots hold: to the cluster that the policy says they are part of, else around all scopes, in the place of
 * their files. A root that was not rendered may hold anything that it names.
 */
export function mergeContext(
  { objects, around }: Surrounded,
  context: RenderedContext,
  clusters: readonly ClusterEntry[],
): Surrounded {
  if (context.roots.length === 0 && context.beyond.length === 0) return { objects, around };
  const isExact = (scope: Scope) => clusters.some(({ name }) => name === scope);
  const made = context.roots.flatMap(({ id, scope, file, after }) =>
    after === undefined ? [] : [{ id, scope, place: scopeOf(file, clusters), side: after }],
  );
  const rendered = made.filter(({ side }) => side.reason === undefined);
  const built = new Set(rendered.flatMap(({ side }) => [...side.files]));
  for (const { side } of made) if (side.reason !== undefined) for (const path of side.files) built.delete(path);
  const isOpen = ({ file }: Resource) => !built.has(file);
  const unknown = [...made.filter(({ side }) => side.reason !== undefined), ...context.beyond];
  const touched = new Map<Scope, ScopeObjects>();
  for (const [scope, sides] of objects) {
    const own = isExact(scope)
      ? rendered.filter((root) => root.scope === scope).flatMap(({ side }) => side.objects)
      : [];
    const open = isExact(scope) ? unknown.filter((root) => !('scope' in root) || root.scope === scope) : unknown;
    touched.set(scope, {
      ...sides,
      before: [...sides.before, ...own],
      after: [...sides.after, ...own],
      unread: [...(sides.unread ?? []), ...open.map(({ id }) => id)],
    });
  }
  const others = new Map<Scope, ScopeObjects>();
  for (const [scope, sides] of around) {
    others.set(scope, { ...sides, before: sides.before.filter(isOpen), after: sides.after.filter(isOpen) });
  }
  for (const { scope, place, side } of rendered) {
    if (!isExact(scope)) others.set(scope, { before: side.objects, after: side.objects, place });
  }
  return { objects: touched, around: new Map([...others, ...touched]) };
}
