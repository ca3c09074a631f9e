import type { PastFile } from './past-change.ts';

/** A change of more files says little of what belongs together, and counting its pairs takes long. */
const mostTogether = 12;
/** How often a file must have changed, and with the other in how large a share, for the other to be missed. */
const [leastChanges, leastShare] = [8, 0.95];

/** A file that (nearly) always changes with another, and how often it did. */
export interface Partner {
  readonly path: string;
  readonly partner: string;
  readonly together: number;
  readonly changes: number;
}

/** Which files change together. */
export class CoChange {
  readonly #changes = new Map<string, number>();
  readonly #pairs = new Map<string, Map<string, number>>();
  readonly #gone = new Set<string>();
  /** What was worked out of partners and still holds. */
  readonly #partners = new Map<string, readonly Partner[]>();
  #size = 0;
  readonly #mostPairs: number;

  /** Pairs that are counted at most. */
  constructor(mostPairs = 200_000) {
    this.#mostPairs = mostPairs;
  }

  add(files: readonly PastFile[]): void {
    for (const { path, isRemoved } of files) {
      if (isRemoved) this.#gone.add(path);
      else this.#gone.delete(path);
    }
    if (files.length > mostTogether) return;
    for (const { path } of files) {
      this.#partners.delete(path);
      this.#changes.set(path, (this.#changes.get(path) ?? 0) + 1);
      for (const other of files) if (other.path !== path) this.#count(path, other.path);
    }
  }

  #count(path: string, other: string): void {
    let partners = this.#pairs.get(path);
    if (partners === undefined) {
      partners = new Map();
      this.#pairs.set(path, partners);
    }
    const count = partners.get(other) ?? 0;
    if (count === 0) {
      if (this.#size >= this.#mostPairs) return;
      this.#size++;
    }
    partners.set(other, count + 1);
  }

  /** Whether any of the files has a partner, so that one could be missing. */
  isBound(files: readonly PastFile[]): boolean {
    return files.some(({ path }) => this.#partnersOf(path).length > 0);
  }

  /** Partners that are there and are not among the paths that change. */
  missing(files: readonly PastFile[], changing: (path: string) => boolean): readonly Partner[] {
    return files.flatMap(({ path, isRemoved }) =>
      isRemoved ? [] : this.#partnersOf(path).filter(({ partner }) => !changing(partner)),
    );
  }

  #partnersOf(path: string): readonly Partner[] {
    const known = this.#partners.get(path) ?? this.#findPartners(path);
    this.#partners.set(path, known);
    return known.filter(({ partner }) => !this.#gone.has(partner));
  }

  #findPartners(path: string): readonly Partner[] {
    const changes = this.#changes.get(path) ?? 0;
    if (changes < leastChanges) return [];
    return [...(this.#pairs.get(path) ?? [])].flatMap(([partner, together]) =>
      together >= leastShare * changes ? [{ path, partner, together, changes }] : [],
    );
  }
}
