import { Author } from './author.ts';
import { CoChange } from './co-change.ts';
import type { Extent } from './extent.ts';
import type { PastChange } from './past-change.ts';
import { type Place, placeOf } from './place.ts';

/** What a branch's changes show until now. It is filled change by change, oldest first. */
export class History {
  readonly coChange = new CoChange();
  /** By areas and kinds of files: how many changes touched them. */
  readonly areas = new Map<string, number>();
  readonly kinds = new Map<string, number>();
  /** Keys that signed, the forge's own left out. */
  readonly keys = new Set<string>();
  readonly #byEmail = new Map<string, Author>();
  readonly #byName = new Map<string, Author>();
  readonly #places = new Map<string, Place>();
  readonly #isForge: (name: string) => boolean;

  /** `isForge`: of a committer's email or a key's name, whether it is the forge's and so says nothing of the author. */
  constructor(isForge: (name: string) => boolean) {
    this.#isForge = isForge;
  }

  /** Who made a change: by the email, else by the name. */
  authorOf({ email, name }: PastChange): Author | undefined {
    return this.#byEmail.get(email) ?? this.#byName.get(name);
  }

  knowsEmail(email: string): boolean {
    return this.#byEmail.has(email);
  }

  isForge(name: string): boolean {
    return this.#isForge(name);
  }

  placeOf(path: string): Place {
    const known = this.#places.get(path) ?? placeOf(path);
    this.#places.set(path, known);
    return known;
  }

  extentOf({ files }: PastChange): Extent {
    const places = files.map(({ path }) => this.placeOf(path));
    return {
      areas: new Set(places.map(({ area }) => area)),
      kinds: new Set(places.map(({ kind }) => kind)),
      sensitive: new Set(places.flatMap(({ sensitive }) => sensitive)),
    };
  }

  add(change: PastChange, extent: Extent = this.extentOf(change)): void {
    const author = this.authorOf(change) ?? new Author();
    if (change.email !== '') this.#byEmail.set(change.email, author);
    if (change.name !== '') this.#byName.set(change.name, author);
    author.add(change, extent, this.#isForge);
    for (const area of extent.areas) this.areas.set(area, (this.areas.get(area) ?? 0) + 1);
    for (const kind of extent.kinds) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    const { signing } = change;
    if (typeof signing === 'object' && !this.#isForge(signing.key)) this.keys.add(signing.key);
    this.coChange.add(change.files);
  }
}

/** So many authors do not share a key or commit for each other: it is the forge's, or a merging bot's. */
const sharedBy = 3;

/** What commits and signs for many: emails and keys of at least three authors. */
export function sharedNames(changes: readonly PastChange[]): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  const use = (name: string, email: string) => users.set(name, (users.get(name) ?? new Set()).add(email));
  for (const { committer, email, signing } of changes) {
    if (committer !== email) use(committer, email);
    if (typeof signing === 'object') use(signing.key, email);
  }
  return new Set([...users].flatMap(([name, { size }]) => (size >= sharedBy ? name : [])));
}
