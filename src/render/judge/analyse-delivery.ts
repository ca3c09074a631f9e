import type { Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** What a change does to what is delivered from where. */
export interface DeliveryAnalysis {
  readonly rendering: Rendering;
  /** The folders that Applications of Argo CD and Kustomizations of Flux deliver after the change. */
  readonly folders: readonly string[];
}

/** Compares what both sides deliver. */
export function analyseDelivery(
  rendering: Rendering,
  delivered: { readonly before: Delivered; readonly after: Delivered } | undefined,
): DeliveryAnalysis {
  const roots = [...(delivered?.after.roots.values() ?? [])];
  const folders = roots.flatMap(({ kind, folder }) =>
    kind === 'Application' || kind === 'Kustomization' ? folder : [],
  );
  return { rendering, folders };
}
