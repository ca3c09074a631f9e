import type { Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** What a change does to what is delivered from where. */
export interface DeliveryAnalysis {
  readonly rendering: Rendering;
}

/** Compares what both sides deliver. */
export function analyseDelivery(
  rendering: Rendering,
  _delivered: { readonly before: Delivered; readonly after: Delivered } | undefined,
): DeliveryAnalysis {
  return { rendering };
}
