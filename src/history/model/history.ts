import { Author, type IsForge } from './author.ts';
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
  readonly #keys = new Set<string>();
  /** Changes whose signatures nobody asked for yet. */
  #unread: PastChange[] = [];
  readonly #byEmail = new Map<string, Author>();
  readonly #byName = new Map<string, Author>();
  readonly #places = new Map<string, Place>();
  readonly isForge: IsForge;

  constructor(isForge: IsForge) {
    this.isForge = isForge;
  }

  /** Keys that signed, the forge's own left out. */
  get keys(): ReadonlySet<string> {
    for (const { signing } of this.#unread)
      if (typeof signing === 'object' && !this.isForge.key(signing.key)) this.#keys.add(signing.key);
    this.#unread = [];
    return this.#keys;
  }

  /** Who made a change: by the email, else by the name. */
  authorOf({ email, name }: PastChange): Author | undefined {
    return this.#byEmail.get(email) ?? this.#byName.get(name);
  }

  knowsEmail(email: string): boolean {
    return this.#byEmail.has(email);
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
    const author = this.authorOf(change) ?? new Author(this.isForge);
    if (change.email !== '') this.#byEmail.set(change.email, author);
    if (change.name !== '') this.#byName.set(change.name, author);
    author.add(change, extent);
    for (const area of extent.areas) this.areas.set(area, (this.areas.get(area) ?? 0) + 1);
    for (const kind of extent.kinds) this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
    this.#unread.push(change);
    this.coChange.add(change.files);
  }
}

/** So many authors do not share a key or commit for each other: it is the forge's, or a merging bot's. */
const sharedBy = 3;

/** What commits for many: emails of at least three authors. */
export function sharedCommitters(changes: readonly PastChange[]): ReadonlySet<string> {
  return shared(changes, ({ committer, email }) => (committer === email ? undefined : committer));
}

/** What signs for many: keys of at least three authors. It reads every signature. */
export function sharedKeys(changes: readonly PastChange[]): ReadonlySet<string> {
  return shared(changes, ({ signing }) => (typeof signing === 'object' ? signing.key : undefined));
}

function shared(
  changes: readonly PastChange[],
  nameOf: (change: PastChange) => string | undefined,
): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  for (const change of changes) {
    const name = nameOf(change);
    if (name !== undefined) users.set(name, (users.get(name) ?? new Set()).add(change.email));
  }
  return new Set([...users].flatMap(([name, { size }]) => (size >= sharedBy ? name : [])));
}
