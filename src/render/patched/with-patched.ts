import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { patchKey } from './patch-files.ts';
import { writtenKey } from './patched-resource.ts';
import type { PatchedSides } from './patching.ts';

type Scopes = ReadonlyMap<Scope, ScopeObjects>;

/** The objects of every scope with what patches make of them in the place of the patches, also of objects that are not here. */
export function withPatched(scopes: Scopes, patched: ReadonlyMap<Scope, PatchedSides>): Scopes {
  return joined(
    scopes,
    patched,
    ({ isPatch }) => isPatch === true,
    (sides) => sides,
  );
}

/** The same of objects of the repository alone; `isLaid` says of patches (`patchKey`) that they are laid over such ones. */
export function withLaidOver(
  scopes: Scopes,
  patched: ReadonlyMap<Scope, PatchedSides>,
  isLaid: (key: string) => boolean,
): Scopes {
  const isLeftOut = ({ file, value, isPatch }: Resource) => isPatch === true && isLaid(patchKey(file, value));
  return joined(scopes, patched, isLeftOut, ({ known }) => known);
}

function joined(
  scopes: Scopes,
  patched: ReadonlyMap<Scope, PatchedSides>,
  isLeftOut: (resource: Resource) => boolean,
  of: (sides: PatchedSides) => Pick<ScopeObjects, 'before' | 'after'>,
): Scopes {
  const names = new Set([...scopes.keys(), ...patched.keys()]);
  return new Map(
    [...names].map((scope) => {
      const sides = scopes.get(scope) ?? { before: [], after: [] };
      const own = patched.get(scope);
      const whole = {
        before: sides.before.filter((each) => !isLeftOut(each)),
        after: sides.after.filter((each) => !isLeftOut(each)),
      };
      return [scope, { ...sides, ...(own === undefined ? whole : withoutWritten(whole, own.bases, of(own))) }];
    }),
  );
}

/**
 * Both sides with what was laid over objects, and without these as they are written where that is in this scope as well. One that the change
 * itself edits is compared as it is written, too, and is gone where a patch deletes it.
 */
function withoutWritten(
  { before, after }: Pick<ScopeObjects, 'before' | 'after'>,
  bases: PatchedSides['bases'],
  made: Pick<ScopeObjects, 'before' | 'after'>,
): Pick<ScopeObjects, 'before' | 'after'> {
  const now = new Set(after);
  const kept = new Set(before.filter((each) => now.has(each)));
  const isReplaced = (each: Resource) => kept.has(each) && bases.has(writtenKey(each));
  const edited = new Set(
    before.flatMap((each) => (!kept.has(each) && bases.get(writtenKey(each)) === 'deleted' ? writtenKey(each) : [])),
  );
  return {
    before: [
      ...before.filter((each) => !isReplaced(each)),
      ...made.before.filter((each) => !edited.has(writtenKey(each))),
    ],
    after: [...after.filter((each) => !isReplaced(each) && !edited.has(writtenKey(each))), ...made.after],
  };
}

/** The objects of every scope, each as it is delivered where that is known. */
export function withDelivered(scopes: Scopes, delivered: ReadonlyMap<Resource, Resource>): Scopes {
  if (delivered.size === 0) return scopes;
  const side = (all: readonly Resource[]) => all.map((each) => delivered.get(each) ?? each);
  return new Map(
    [...scopes].map(([scope, sides]) => [scope, { ...sides, before: side(sides.before), after: side(sides.after) }]),
  );
}
