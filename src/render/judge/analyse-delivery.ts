import type { Position } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import type { RenderedRoot, Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { changedDeliveries, type DeliveryChange } from './deliveries.ts';
import { type NotRendered, notRendered } from './not-rendered.ts';
import { type OpenValue, openValues } from './open-values.ts';
import { renderedDeliveries } from './rendered-deliveries.ts';

/** A part of what a root gives that could not be read. */
export interface UnreadOutput {
  readonly root: string;
  readonly scope: Scope;
  readonly detail: string;
  readonly position: Position;
}

/** What a change does to what is delivered from where. */
export interface DeliveryAnalysis {
  readonly rendering: Rendering;
  /** What begins to be delivered and cannot be judged. */
  readonly deliveries: readonly DeliveryChange[];
  /** Roots that could not be rendered where that matters. */
  readonly notRendered: readonly NotRendered[];
  readonly unread: readonly UnreadOutput[];
  /** Values of charts on which permissions hang and that nothing sets. */
  readonly openValues: readonly (OpenValue & { readonly scope: Scope })[];
  /** The folders that Applications of Argo CD and Kustomizations of Flux deliver after the change. */
  readonly folders: readonly string[];
}

/** Compares what both sides deliver. */
export function analyseDelivery(
  rendering: Rendering,
  delivered: { readonly before: Delivered; readonly after: Delivered } | undefined,
  limits: YamlLimits,
  scopeOf: (file: string) => Scope,
): DeliveryAnalysis {
  if (delivered === undefined) {
    return { rendering, deliveries: [], notRendered: [], unread: [], openValues: [], folders: [] };
  }
  const views = { before: delivered.before.graph.view, after: delivered.after.graph.view };
  const roots = [...delivered.after.roots.values()];
  const scopes = new Map(rendering.roots.map(({ id, scope }) => [id, scope]));
  return {
    rendering,
    deliveries: [
      ...changedDeliveries(delivered.before, delivered.after, rendering.roots, scopeOf),
      ...renderedDeliveries(rendering.roots, delivered),
    ],
    notRendered: notRendered(rendering.roots, rendering.changed, views, limits),
    folders: roots.flatMap(({ kind, folder }) => (kind === 'Application' || kind === 'Kustomization' ? folder : [])),
    unread: rendering.roots.flatMap((root) => unreadOutput(root, views)),
    openValues: rendering.changed.flatMap(({ id, before, after }) =>
      after === undefined
        ? []
        : openValues(after, views, before?.root).map((open) => ({ ...open, scope: scopes.get(id) ?? id })),
    ),
  };
}

/** The first part that could not be read, at the source file that cannot be read either, else at the root's own. */
function unreadOutput({ id, scope, file, after, before }: RenderedRoot, views: Views): UnreadOutput[] {
  const [part] = after?.unreadable ?? [];
  if (after === undefined || part === undefined) return [];
  if (before?.unreadable.some(({ detail }) => detail === part.detail)) return [];
  const isTouched = (path: string) => views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id;
  for (const path of [...after.files].sort()) {
    const [own] = isTouched(path) ? views.after.unreadable(path) : [];
    if (own === undefined) continue;
    return [{ root: id, scope, detail: own.detail, position: { file: path, line: own.line, column: own.column } }];
  }
  return [{ root: id, scope, detail: part.detail, position: { file, line: 1, column: 1, isGuess: true } }];
}
