import type { Sensitive } from './place.ts';

/** Where and of what kind a change is. */
export interface Extent {
  readonly areas: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly sensitive: ReadonlySet<Sensitive>;
}
