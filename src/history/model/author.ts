import type { Extent } from './extent.ts';
import { Habits } from './habits.ts';
import type { PastChange } from './past-change.ts';
import type { Sensitive } from './place.ts';

/** Whether a committer's email, or the name of a key, is the forge's and so says nothing of the author. */
export interface IsForge {
  committer(email: string): boolean;
  key(name: string): boolean;
}

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
  readonly #signing = { keys: new Set<string>(), signed: 0, unsigned: 0 };
  /** Changes whose signatures nobody asked for yet. */
  #unread: PastChange[] = [];
  readonly #isForge: IsForge;
  /** How many changes touched so many files, and so many areas. */
  readonly sizes = new Map<number, number>();
  readonly breadths = new Map<number, number>();

  constructor(isForge: IsForge) {
    this.#isForge = isForge;
  }

  /** How many changes are signed with keys that are not the forge's, how many with none, and these keys. */
  get signing(): { readonly keys: ReadonlySet<string>; readonly signed: number; readonly unsigned: number } {
    for (const { signing } of this.#unread) {
      if (signing === 'unsigned') this.#signing.unsigned++;
      else if (signing !== undefined && !this.#isForge.key(signing.key)) {
        this.#signing.signed++;
        this.#signing.keys.add(signing.key);
      }
    }
    this.#unread = [];
    return this.#signing;
  }

  add(change: PastChange, { areas, kinds, sensitive }: Extent): void {
    const { files, committer } = change;
    this.changes++;
    this.#unread.push(change);
    for (const area of areas) this.areas.add(area);
    for (const kind of kinds) this.kinds.add(kind);
    for (const each of sensitive) this.sensitive.add(each);
    this.sizes.set(files.length, (this.sizes.get(files.length) ?? 0) + 1);
    this.breadths.set(areas.size, (this.breadths.get(areas.size) ?? 0) + 1);
    const isMadeThere = this.#isForge.committer(committer);
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
