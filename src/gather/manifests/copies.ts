import type { Scope } from '../../kube/touched-file.ts';

/** Files of one content that are judged in one scope: each costs as much as another content does. */
const mostCopies = 5_000;

/** Why one of them is not judged. */
export const tooManyCopies = `more than ${mostCopies.toLocaleString('en')} files of one scope have this content`;

/** Counts the files that have the same content in the same scope. */
export class Copies {
  readonly #counts = new Map<string, number>();

  /** Whether there are enough of them without this one. */
  isBeyond(scope: Scope, content: string): boolean {
    const key = `${content} ${scope}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count > mostCopies;
  }
}
