import type { Resource } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { json } from '../../plain-values.ts';
import { looseEnds } from '../../rbac/compare/loose-ends.ts';
import type { RbacOptions } from '../../rbac/state/rbac-state.ts';
import type { RenderedRoot } from '../../render/result/rendering.ts';

/** What changed roots leave open that only others can answer: the names of roles and groups. */
export function renderedLooseEnds(roots: readonly RenderedRoot[], options: RbacOptions): ReadonlySet<string> {
  const scopes = new Map<Scope, { readonly before: Resource[]; readonly after: Resource[] }>();
  for (const { scope, before, after } of roots) {
    if (after === undefined || after.reason !== undefined) continue;
    const sides = scopes.get(scope) ?? { before: [], after: [] };
    scopes.set(scope, sides);
    const old = before?.reason === undefined ? (before?.objects ?? []) : [];
    for (const object of old) sides.before.push(object);
    for (const object of sharedWith(old, after.objects)) sides.after.push(object);
  }
  const names = new Set<string>();
  for (const sides of scopes.values()) for (const name of looseEnds(sides, options)) names.add(name);
  return names;
}

/** The objects of one side, those of the other in their place where they are the same. */
function sharedWith(before: readonly Resource[], after: readonly Resource[]): readonly Resource[] {
  const byValue = new Map(before.map((object) => [object.value, object]));
  if (after.every(({ value }) => byValue.has(value))) return after.map((object) => byValue.get(object.value) ?? object);
  const byContent = new Map(before.map((object) => [json(object.value), object]));
  return after.map((object) => byValue.get(object.value) ?? byContent.get(json(object.value)) ?? object);
}
