import { isSameValue, mapping } from '../../plain-values.ts';
import type { Delivery, Root } from '../model/root.ts';
import type { ChangedRoot, Side } from '../plan/plan.ts';
import type { RenderedRoot } from '../result/rendering.ts';
import { type Delivered, declarationsOf } from '../roots/find-roots.ts';
import type { DeclaredObject } from '../roots/objects.ts';

/** What rendered roots declare in turn, and the source files that decide about it. */
export interface InnerDeclarations {
  readonly before: Delivered;
  readonly after: Delivered;
}

interface Inner {
  readonly id: string;
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
  const only = (side: Side): Delivered => {
    const made = [...sides[side].values()].filter((inner) => isMade(inner) && sides.after.has(inner.id));
    const roots = made.flatMap((each) => each.roots).filter(({ id }) => !delivered[side].roots.has(id));
    return {
      ...delivered[side],
      roots: new Map(roots.map((root) => [root.id, root])),
      deliveries: made.flatMap((each) => each.deliveries),
    };
  };
  return { before: only('before'), after: only('after') };
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
function isWritten({ kind, name, value }: DeclaredObject, { objects }: Delivered): boolean {
  const spec = mapping(value.spec);
  return objects.some(
    (each) => each.kind === kind && each.name === name && isSameValue(mapping(each.value.spec), spec),
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
