import type { ScopeObjects } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type LoosenedChart, loosenedInFile, loosenedInObjects } from '../charts/loosened-charts.ts';
import { podImages, type UnpinnedImage, type UnpulledImage, unpulledImages } from '../images/pod-images.ts';
import { type UnpinnedSetting, unpinnedInFile, unpinnedInObjects } from '../images/unpinned-settings.ts';
import type { PodChange } from '../model/pair-pods.ts';
import type { Pod } from '../model/pod.ts';

/** What of a scope is less certain to run as it was reviewed. */
export interface PinningChange {
  readonly pods: readonly {
    readonly pod: Pod;
    readonly unpinned: readonly UnpinnedImage[];
    readonly unpulled: readonly UnpulledImage[];
  }[];
  readonly settings: readonly UnpinnedSetting[];
  /** Images among values that are not objects. */
  readonly values: readonly UnpinnedImage[];
  readonly charts: readonly LoosenedChart[];
}

/** The files that a change touches, and those of them that are not judged as they are rendered. */
export interface ChangedFiles {
  readonly touched: readonly TouchedFile[];
  readonly unrendered: readonly TouchedFile[];
}

/** Compares how firmly images and charts are named. */
export function pinningChange(
  pods: readonly PodChange[],
  objects: ScopeObjects,
  { touched, unrendered }: ChangedFiles,
  limits: YamlLimits,
): PinningChange {
  return {
    pods: pods.flatMap((change) => {
      const { after } = change;
      if (after === undefined) return [];
      const found = { pod: after, unpinned: podImages(change), unpulled: unpulledImages(change) };
      return found.unpinned.length + found.unpulled.length === 0 ? [] : [found];
    }),
    settings: unpinnedInObjects(objects, limits),
    values: unrendered.flatMap((file) => unpinnedInFile(file, limits)),
    charts: [...loosenedInObjects(objects), ...touched.flatMap(loosenedInFile)],
  };
}
