import type { Place } from '../../yaml/document.ts';
import type { Item } from './items.ts';

/** A value that was protected and can be read now. */
export interface LostLeaf {
  readonly owner: Item;
  /** The file that it is in. */
  readonly file: string;
  readonly steps: readonly string[];
  /** What it holds as it is written; undefined where only its source is named. */
  readonly text: string | undefined;
  /** What protected it, to follow `which`: `SOPS encrypted`. */
  readonly how: string;
  /** What it newly is, where it is not a literal: `from ConfigMap db`. */
  readonly from?: string;
  readonly key: string;
  locate(): Place;
}
