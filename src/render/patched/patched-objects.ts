import { isTargeted } from '../../kube/patch/targets.ts';
import type { Resource } from '../../kube/resource.ts';
import { type ScopeObjects, scopeOf } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { mapping, text } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Rendering } from '../result/rendering.ts';
import { declared } from './declared-patches.ts';
import { droppedObjects } from './dropped-objects.ts';
import { kustomizations } from './kustomization-patches.ts';
import { patchKey } from './patch-files.ts';
import { isFor, type Layer } from './patch-layers.ts';
import { objectsIn } from './patched-bases.ts';
import { deletedObject, deletingLayer, withLayers, writtenAs, writtenKey } from './patched-resource.ts';
import {
  type Compared,
  type InPlace,
  isCompared,
  type PatchedSides,
  type Patching,
  type Sides,
  wantedBy,
} from './patching.ts';
import { headOf, ofUnknown } from './unknown-objects.ts';

/**
 * What patches, labels and annotations make of the objects that they are laid over, before and after, where nothing rendered it: of objects of
 * the repository all of them, of others what is stated alone. Both sides have the objects of the head, so that only what is laid over them
 * differs. One change that several kustomizations take over is there once. `inPlace` is called with the patches that are judged by it, as
 * `patchKey` has them: of an object of the patch's own kind, so that nothing of another kind passes for a patch.
 */
export function patchedObjects(
  touched: readonly TouchedFile[],
  objects: ReadonlyMap<Scope, ScopeObjects>,
  delivered: Sides,
  rendering: Rendering,
  { clusters, limits }: { readonly clusters: readonly ClusterEntry[]; readonly limits: YamlLimits },
  inPlace: (key: string, isHere: boolean) => void = () => {},
): ReadonlyMap<Scope, PatchedSides> {
  const found = new Map<Scope, Found>();
  const seen = new Set<string>();
  const note: InPlace = ({ file, value }, object) => {
    if (object !== undefined && mapping(value).kind !== object.kind) return;
    inPlace(patchKey(file, value), object !== undefined && object.isPatch !== true);
  };
  const take = (scope: Scope, patching: Patching) => {
    const sides = found.get(scope) ?? nothing();
    found.set(scope, sides);
    const isThere = formerObjects(patching, delivered);
    for (const compared of comparedBy(patching, note)) {
      const either = compared.after ?? compared.before;
      const isElsewhere = patching.isRendered && either !== undefined && isShown(either, rendering);
      if (seen.has(compared.key) || isElsewhere) continue;
      seen.add(compared.key);
      const isNew = compared.base !== undefined && !isThere(compared.base);
      // What is new with its patch has lost nothing: pods are compared with themselves as they are written.
      if (isNew) addTo(sides, compared);
      else add(sides, compared);
    }
  };
  for (const { file, ...compared } of droppedObjects(touched, delivered, rendering.covered, { clusters, limits })) {
    const scope = scopeOf(file, clusters, true);
    const sides = found.get(scope) ?? nothing();
    found.set(scope, sides);
    add(sides, compared);
  }
  for (const patching of kustomizations(touched, delivered, rendering.covered, limits))
    take(scopeOf(patching.file, clusters, true), patching);
  for (const [scope, sides] of objects) {
    for (const patching of declared(sides, delivered, limits)) take(scope, patching);
  }
  return found;
}

interface Found extends PatchedSides {
  readonly before: Resource[];
  readonly after: Resource[];
  readonly known: { readonly before: Resource[]; readonly after: Resource[] };
  readonly bases: Map<string, 'changed' | 'deleted'>;
}

const nothing = (): Found => ({ before: [], after: [], known: { before: [], after: [] }, bases: new Map() });

function addTo(into: Found['known'], { before, after }: Compared): void {
  if (before !== undefined) into.before.push(before);
  if (after !== undefined) into.after.push(after);
}

function add(sides: Found, compared: Compared): void {
  const { base, after } = compared;
  addTo(sides, compared);
  if (base === undefined) return;
  addTo(sides.known, compared);
  const key = writtenKey(base);
  if (after !== undefined) sides.bases.set(key, 'changed');
  else if (!sides.bases.has(key)) sides.bases.set(key, 'deleted');
}

/** Says of an object whether it was there before the change: in its file, or in another that was taken in. */
function formerObjects({ bases }: Patching, { before }: Sides): (object: Resource) => boolean {
  const keyOf = ({ kind, name, namespace }: Resource) => JSON.stringify([kind, namespace, name]);
  let taken: ReadonlySet<string> | undefined;
  return (object) => {
    const key = keyOf(object);
    const own = objectsIn(before.graph, writtenAs(object).file, (bytes) => bytes.includes(object.name));
    if ([...own].some((each) => keyOf(each) === key)) return true;
    taken ??= new Set(bases.before(() => true).map(keyOf));
    return taken.has(key);
  };
}

/** Whether what was rendered has an object of this name, or one that a prefix or suffix made of it. */
function isShown({ kind, name, namespace }: Resource, { roots }: Rendering): boolean {
  const isThere = (each: Resource) =>
    namespace === undefined || each.namespace === undefined || each.namespace === namespace;
  return roots.some(({ before, after }) =>
    [before, after].some((side) =>
      side?.objects.some((each) => each.kind === kind && isThere(each) && (name === '*' || each.name.includes(name))),
    ),
  );
}

function* comparedBy(patching: Patching, note: InPlace): Generator<Compared> {
  noteKept(patching, note);
  const [old, now] = [new Set(patching.before.map(({ key }) => key)), new Set(patching.after.map(({ key }) => key))];
  const differing = [
    ...patching.before.filter(({ key }) => !now.has(key)),
    ...patching.after.filter(({ key }) => !old.has(key)),
  ];
  if (differing.length === 0) return;
  const isWanted = wantedBy(differing);
  const bases = patching.bases.after(isWanted).filter(isCompared);
  const met = new Set<Layer>();
  for (const base of bases) {
    const own = differing.filter((layer) => isFor(layer, base));
    if (own.length === 0) continue;
    for (const layer of own) {
      met.add(layer);
      if (!patching.isRendered || isSurelyMet(layer, base)) note(layer, base);
    }
    if (patching.isRendered) continue;
    const layersFor = (layers: readonly Layer[]) => layers.filter((layer) => isFor(layer, base));
    const [old, now] = [layersFor(patching.before), layersFor(patching.after)];
    const by = deletingLayer(base, now);
    const after = by !== undefined ? undefined : withLayers(base, now, patching.file, patching.elsewhere);
    const before =
      by === undefined
        ? withLayers(base, old, patching.file, patching.elsewhere)
        : deletedObject(base, old, patching.file, by);
    yield {
      key: JSON.stringify([base.file, base.kind, base.namespace, base.name, own.map((each) => [each.key, each.file])]),
      before,
      after,
      base,
    };
  }
  yield* ofUnknown(patching, differing, met, isWanted, note);
}

/** Whether a target means an object as it is written: what is judged as it is rendered shows nothing of a patch that meets nothing. */
function isSurelyMet({ target }: Layer, base: Resource): boolean {
  if (target === undefined) return true;
  // What states no namespace may get any.
  const namespace = base.namespace ?? text(target.namespace) ?? 'default';
  return isTargeted(target, base, { names: new Set([base.name]), namespaces: new Set([namespace]) });
}

/** Patches that both sides have: one that is in another file now is judged in its place where it has one. */
function noteKept({ before, after, bases, isOpen }: Patching, note: InPlace): void {
  const places = (layers: readonly Layer[]) => new Set(layers.map(({ key, file }) => JSON.stringify([key, file])));
  const keys = (layers: readonly Layer[]) => new Set(layers.map(({ key }) => key));
  const moved: Layer[] = [];
  for (const [own, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const [known, same] = [keys(other), places(other)];
    for (const layer of own) {
      if (!known.has(layer.key) || layer.isForAll) continue;
      if (same.has(JSON.stringify([layer.key, layer.file]))) note(layer);
      else moved.push(layer);
    }
  }
  if (moved.length === 0) return;
  const objects = bases.after(wantedBy(moved)).filter(isCompared);
  for (const layer of moved) {
    for (const object of objects) if (isFor(layer, object)) note(layer, object);
    const kind = headOf(layer)?.kind;
    if (kind !== undefined && kind === mapping(layer.value).kind && (kind !== 'Namespace' || isOpen())) note(layer);
  }
}
