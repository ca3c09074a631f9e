import { PatchLimitError } from '../../kube/patch/laid-over.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { plainFiles } from '../../render/outcome/plain-files.ts';
import { asDelivered } from '../../render/patched/as-delivered.ts';
import { patchedObjects } from '../../render/patched/patched-objects.ts';
import { type Place, placing } from '../../render/patched/placing.ts';
import { withDelivered, withLaidOver, withPatched } from '../../render/patched/with-patched.ts';
import { type PodChange, podChanges } from '../../workload/model/pair-pods.ts';
import { podsOf } from '../../workload/model/pods.ts';
import { type Budget, LimitError } from '../budget.ts';
import type { RenderedChange } from './rendering.ts';

type Scopes = ReadonlyMap<Scope, ScopeObjects>;

/** The objects of every scope as patches leave them, where nothing rendered them. */
export interface Patched {
  /** Also of objects that are not here, by what is stated alone: for what asks for pods and namespaces. */
  readonly ofPods: Scopes;
  /** Of objects of the repository. */
  readonly ofAll: Scopes;
  readonly place: Place;
}

/** What of the namespaces of objects and pods tells who can reach whom. */
export interface Placed {
  readonly objects: Scopes;
  readonly around: Scopes;
  readonly pods: ReadonlyMap<Scope, readonly PodChange[]>;
}

/** Puts all into the namespaces that kustomizations give them; `pods` are those where nothing is put elsewhere. */
export function placedScopes({ ofPods, ofAll, place }: Patched, around: Scopes, pods: Placed['pods']): Placed {
  const inPlace = (scopes: Scopes): Scopes => new Map([...scopes].map(([scope, sides]) => [scope, place(sides)]));
  const objects = inPlace(ofAll);
  const placedPods = [...ofPods].map(([scope, sides]) => {
    const { before, after } = place(sides);
    const isSame = before === sides.before && after === sides.after;
    return [
      scope,
      isSame ? (pods.get(scope) ?? []) : podChanges(before.flatMap(podsOf), after.flatMap(podsOf)),
    ] as const;
  });
  return { objects, around: new Map([...inPlace(around), ...objects]), pods: new Map(placedPods) };
}

/** Where nothing is put elsewhere. */
const asWritten: Place = (sides) => sides;

/** Puts objects into the namespaces that kustomizations give them. */
export function placeOf({ delivered, rendering }: Pick<RenderedChange, 'delivered' | 'rendering'>): Place {
  if (delivered === undefined) return asWritten;
  const plain = plainFiles(rendering.changed, delivered);
  return placing(delivered, (file) => plain.has(file));
}

/** Lays patches over the objects of every scope. */
export function patchedScopes(
  touched: readonly TouchedFile[],
  objects: Scopes,
  { delivered, rendering }: Pick<RenderedChange, 'delivered' | 'rendering'>,
  policy: Policy,
  budget: Budget,
): Patched {
  if (delivered === undefined) return { ofPods: objects, ofAll: objects, place: asWritten };
  const [laid, stated] = [new Set<string>(), new Set<string>()];
  const note = (key: string, isHere: boolean) => (isHere ? laid : stated).add(key);
  const patched = patchedWithin(budget, () => patchedObjects(touched, objects, delivered, rendering, policy, note));
  if (patched === undefined) return { ofPods: objects, ofAll: objects, place: asWritten };
  const plain = plainFiles(rendering.changed, delivered);
  const made = asDelivered(touched, delivered, (file) => plain.has(file), policy.limits);
  const left = withDelivered(objects, made);
  return {
    ofPods: withPatched(left, patched),
    ofAll: withLaidOver(left, patched, (key) => laid.has(key) && !stated.has(key)),
    place: placeOf({ delivered, rendering }),
  };
}

/** What work with patches gives, undefined where a patch makes more of an object than can be looked through; the budget has that. */
export function patchedWithin<T>(budget: Budget, work: () => T): T | undefined {
  return budget.partNow(
    'Laying patches over objects',
    () => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof PatchLimitError)) throw error;
        throw new LimitError(
          error.message,
          'Take the operations with `copy` out of the patch, or write the object as it should be.',
        );
      }
    },
    () => undefined,
  );
}
