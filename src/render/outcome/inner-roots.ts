import { addTo } from '../../groups.ts';
import { isSameValue, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Delivery, Root } from '../model/root.ts';
import type { ChangedRoot, Side } from '../plan/plan.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import { type Delivered, declarationsOf } from '../roots/find-roots.ts';
import type { DeclaredObject } from '../roots/objects.ts';
import { manifestsOf } from './plain-files.ts';

/** What rendered roots declare in turn, and the source files that decide about it. */
export interface InnerDeclarations {
  readonly before: Delivered;
  readonly after: Delivered;
  /** The objects of files that other roots take in and make other than they are written: so they are delivered, not as they are written. */
  readonly replaced: readonly DeclaredObject[];
}

interface Inner {
  readonly id: string;
  /** The root that gives it. */
  readonly by: string;
  readonly object: DeclaredObject;
  readonly roots: readonly Root[];
  readonly deliveries: readonly Delivery[];
  /** Whether it is other than it is written in a file, where it is judged already. */
  readonly isMade: boolean;
}

const declaring = new Set([
  'Application.argoproj.io',
  'ApplicationSet.argoproj.io',
  'Kustomization.kustomize.toolkit.fluxcd.io',
  'HelmRelease.helm.toolkit.fluxcd.io',
]);

/**
 * The Applications, Kustomizations and HelmReleases that rendered roots give and that a patch, a value or a variable made other than
 * they are written: what they deliver is a root as well.
 */
export function innerDeclarations(
  rendered: readonly RenderedRoot[],
  changed: readonly ChangedRoot[],
  delivered: { readonly before: Delivered; readonly after: Delivered },
  plain: ReadonlySet<string>,
): InnerDeclarations {
  const inputs = new Map(changed.map((each) => [each.id, each]));
  const sides = { before: new Map<string, Inner>(), after: new Map<string, Inner>() };
  for (const root of rendered) {
    const touched = touchedFiles(inputs.get(root.id), delivered);
    for (const side of ['before', 'after'] as const) {
      for (const inner of innerOf(root, side, delivered[side], touched)) sides[side].set(inner.id, inner);
    }
  }
  const isMade = ({ id }: Inner) => [sides.before, sides.after].some((each) => each.get(id)?.isMade === true);
  const asWritten = [...sides.after.values()].filter((inner) => !isMade(inner));
  const replaced = replacedObjects(rendered, inputs, delivered.after, asWritten, plain);
  const gone = new Set(rendered.filter(({ after }) => after && isReplaced(after.root, replaced)).map(({ id }) => id));
  const only = (side: Side): Delivered => {
    const made = [...sides[side].values()].filter(
      (inner) => isMade(inner) && sides.after.has(inner.id) && !gone.has(inner.by),
    );
    const roots = made.flatMap((each) => each.roots).filter(({ id }) => !delivered[side].roots.has(id));
    return {
      ...delivered[side],
      roots: new Map(roots.map((root) => [root.id, root])),
      deliveries: made.flatMap((each) => each.deliveries),
    };
  };
  return { before: only('before'), after: only('after'), replaced };
}

/**
 * Of roots that are not rendered yet those whose declaration none of the others takes in: what they are is known. Of the others a patch may
 * make something else.
 */
export function settledRoots(open: readonly ChangedRoot[]): readonly ChangedRoot[] {
  const takers = new Map<string, string[]>();
  for (const { id, after } of open) for (const path of after ? manifestsOf(after) : []) addTo(takers, path, id);
  return open.filter(({ id, after }) => {
    const by = takers.get(after?.root.declared?.file ?? '');
    return by?.every((taker) => taker === id) ?? true;
  });
}

/** Whether one of these objects declares a root. */
export function isReplaced({ declared }: Root, replaced: readonly DeclaredObject[]): boolean {
  return declared !== undefined && replaced.some((object) => isOf(object, { ...declared, path: declared.at }));
}

/** The deliveries that none of these objects declares. */
export function withoutReplaced(
  deliveries: readonly Delivery[],
  replaced: readonly DeclaredObject[],
): readonly Delivery[] {
  return deliveries.filter(
    (each) => each.place !== undefined || !replaced.some((object) => isOf(object, { ...each, path: each.addressAt })),
  );
}

/** Whether a place is in an object of a file. */
function isOf(
  { file, document, path }: DeclaredObject,
  place: { readonly file: string; readonly document: number; readonly path: Path },
): boolean {
  return file === place.file && document === place.document && path.every((step, index) => step === place.path[index]);
}

/** What rendered roots take in, and none of them gives as it is written. */
function replacedObjects(
  rendered: readonly RenderedRoot[],
  inputs: ReadonlyMap<string, ChangedRoot>,
  { objects }: Delivered,
  asWritten: readonly Inner[],
  plain: ReadonlySet<string>,
): readonly DeclaredObject[] {
  const takers = new Map<string, RenderedRoot[]>();
  for (const root of rendered) {
    const isWhole = [root.before, root.after].every((side) => side === undefined || side.reason === undefined);
    if (root.after === undefined || !isWhole) continue;
    const own = inputs.get(root.id)?.after;
    for (const path of own === undefined ? [] : manifestsOf(own)) if (!plain.has(path)) addTo(takers, path, root);
  }
  return objects.filter((object) => {
    const by = declaring.has(`${object.kind}.${object.group}`) ? takers.get(object.file) : undefined;
    return by?.every(({ id }) => !asWritten.some((inner) => inner.by === id && hasSameSpec(inner.object, object)));
  });
}

function innerOf(root: RenderedRoot, side: Side, delivered: Delivered, touched: readonly string[]): readonly Inner[] {
  const state = root[side];
  if (state === undefined || state.reason !== undefined) return [];
  const own = state.objects.filter(({ kind, group }) => declaring.has(`${kind}.${group}`));
  if (own.length === 0) return [];
  const asDeclared = ({ group, kind, namespace, name, value }: (typeof own)[number]): DeclaredObject => ({
    file: root.file,
    document: 0,
    path: [],
    group,
    kind,
    namespace,
    name,
    value,
  });
  const maps = state.objects.filter(({ kind, group }) => kind === 'ConfigMap' && group === '').map(asDeclared);
  return own.map((object): Inner => {
    const declared = asDeclared(object);
    const found = declarationsOf(delivered, [declared, ...maps]);
    return {
      id: `${object.kind} ${object.namespace ?? ''}/${object.name} of ${root.id}`,
      by: root.id,
      object: declared,
      roots: found.roots.map((each) => ({
        ...each,
        declared: { file: root.file, document: 0, at: [] },
        extraFiles: [...each.extraFiles, ...touched],
      })),
      deliveries: found.deliveries.map((each) => ({ ...each, place: object.at(each.versionAt ?? each.addressAt) })),
      isMade: !isWritten(declared, delivered),
    };
  });
}

/** Whether some file has the object as it is. */
function isWritten(object: DeclaredObject, { objects }: Delivered): boolean {
  return objects.some((each) => hasSameSpec(each, object));
}

/** What an overlay puts into another namespace takes other sources and variables. */
function hasSameSpec(one: DeclaredObject, other: DeclaredObject): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.namespace === other.namespace &&
    isSameValue(mapping(one.value.spec), mapping(other.value.spec))
  );
}

/** The files of a root that the change touches: one of them made its objects what they are. */
function touchedFiles(
  changed: ChangedRoot | undefined,
  { before, after }: { readonly before: Delivered; readonly after: Delivered },
): readonly string[] {
  const files = new Set([...(changed?.after?.closure.files ?? []), changed?.after?.root.declared?.file ?? '']);
  const idIn = ({ graph }: Delivered, path: string) => graph.view.file(path)?.id;
  return [...files].filter((path) => idIn(before, path) !== idIn(after, path));
}
