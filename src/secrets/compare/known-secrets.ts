import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { looksRandom } from '../value/entropy.ts';
import { looksHumanMade } from '../value/made.ts';
import { isWord, mask } from './describe.ts';

/** A secret is looked up by its first characters; shorter ones are words anyway. */
const prefix = 6;

/** Texts that are masked wherever they are written, found in time that grows with the text and not with their number. */
export class Needles {
  /** Texts that are shorter are not found. */
  static readonly shortest = prefix;
  readonly #byPrefix = new Map<string, Set<string>>();
  readonly #lengths = new Map<string, number[]>();

  add(secret: string): void {
    const start = secret.slice(0, prefix);
    const secrets = this.#byPrefix.get(start) ?? new Set();
    this.#byPrefix.set(start, secrets.add(secret));
    const lengths = this.#lengths.get(start) ?? [];
    if (!lengths.includes(secret.length))
      this.#lengths.set(
        start,
        [...lengths, secret.length].sort((a, b) => b - a),
      );
  }

  mask(text: string): string {
    if (this.#byPrefix.size === 0) return text;
    let safe = '';
    let copied = 0;
    for (let at = 0; at + prefix <= text.length; ) {
      const length = this.#lengthAt(text, at);
      if (length > 0) {
        safe += text.slice(copied, at) + mask;
        copied = at + length;
      }
      at += Math.max(length, 1);
    }
    return safe + text.slice(copied);
  }

  #lengthAt(text: string, at: number): number {
    const start = text.slice(at, at + prefix);
    const secrets = this.#byPrefix.get(start);
    if (secrets === undefined) return 0;
    return this.#lengths.get(start)?.find((length) => secrets.has(text.slice(at, at + length))) ?? 0;
  }
}

/**
 * What the change holds for secret, to be masked in whatever is said of its neighbours: in the names of its own file
 * always, elsewhere where it is not a name of a thing.
 */
export class KnownSecrets {
  readonly #anywhere = new Needles();
  readonly #ofFile = new Map<string, Needles>();

  constructor(written: Iterable<Pick<SecretOccurrence, 'is' | 'secret' | 'file'>>) {
    for (const { is, secret, file } of written) {
      if (is !== 'literal' || secret.length < prefix || isWord(secret)) continue;
      if (looksRandom(secret) || looksHumanMade(secret)) this.#anywhere.add(secret);
      const own = this.#ofFile.get(file) ?? new Needles();
      this.#ofFile.set(file, own);
      own.add(secret);
    }
  }

  /** A text of any rule with the secrets masked that are in it. */
  mask(text: string): string {
    return this.#anywhere.mask(text);
  }

  /** The occurrence, its names without the secrets of its neighbours. */
  maskNames<O extends SecretOccurrence>(occurrence: O): O {
    const { path, key, object, file } = occurrence;
    const own = this.#ofFile.get(file);
    const safe = (text: string) => this.mask(own?.mask(text) ?? text);
    return {
      ...occurrence,
      path: path.map((step) => (step === file ? step : safe(step))),
      key: safe(key),
      ...(object === undefined
        ? {}
        : {
            object: {
              ...object,
              namespace: object.namespace === undefined ? undefined : safe(object.namespace),
              name: safe(object.name),
            },
          }),
    };
  }
}
