import type { Extent } from './extent.ts';
import { Habits } from './habits.ts';
import type { PastChange } from './past-change.ts';
import type { Sensitive } from './place.ts';

/** What one author has done until now. Filled change by change, oldest first. */
export class Author {
  changes = 0;
  /**
   * Habits of commits that the author's own git makes, and of those that the forge makes in its editor or by squashing: they have other
   * times, zones and messages.
   */
  readonly own = new Habits();
  readonly onForge = new Habits();
  readonly areas = new Set<string>();
  readonly kinds = new Set<string>();
  readonly sensitive = new Set<Sensitive>();
  /** Who committed for this author, the forge left out. */
  readonly committers = new Set<string>();
  readonly keys = new Set<string>();
  signed = 0;
  unsigned = 0;
  /** How many changes touched so many files, and so many areas. */
  readonly sizes = new Map<number, number>();
  readonly breadths = new Map<number, number>();

  /** `isForge`: of a committer's email or a key's name, whether it is the forge's. */
  add(change: PastChange, { areas, kinds, sensitive }: Extent, isForge: (name: string) => boolean): void {
    const { files, signing, committer } = change;
    this.changes++;
    for (const area of areas) this.areas.add(area);
    for (const kind of kinds) this.kinds.add(kind);
    for (const each of sensitive) this.sensitive.add(each);
    this.sizes.set(files.length, (this.sizes.get(files.length) ?? 0) + 1);
    this.breadths.set(areas.size, (this.breadths.get(areas.size) ?? 0) + 1);
    if (signing === 'unsigned') this.unsigned++;
    else if (signing !== undefined && !isForge(signing.key)) {
      this.signed++;
      this.keys.add(signing.key);
    }
    const isMadeThere = isForge(committer);
    (isMadeThere ? this.onForge : this.own).add(change);
    if (!isMadeThere) this.committers.add(committer);
  }
}

/** How many changes are as large or larger. */
export function asLarge(sizes: ReadonlyMap<number, number>, size: number): number {
  let count = 0;
  for (const [other, changes] of sizes) if (other >= size) count += changes;
  return count;
}
