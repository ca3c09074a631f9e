import type { ObjectId } from '../../git/object/object.ts';
import { groupBy } from '../../groups.ts';
import type { FileSide } from '../../kube/touched-file.ts';
import { fileSecrets, type SecretFile } from '../judge/file-secrets.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { lostInFiles } from '../protection/find-lost.ts';
import { isSecretEntry } from '../protection/lost-in-pair.ts';
import { isReadable } from '../protection/readable.ts';
import { KnownSecrets } from './known-secrets.ts';
import { objectOf, openSopsLeaves } from './open-leaves.ts';

/** What one commit wrote into one file that is secret, and that can be read neither before nor after the change. */
export interface PassingSecrets {
  readonly commit: ObjectId;
  readonly path: string;
  /** In order of the file; at least one. */
  readonly occurrences: readonly SecretOccurrence[];
}

/** A version of a file that is in no tree that was compared. */
export interface PassingVersion {
  readonly commit: ObjectId;
  readonly file: SecretFile;
  /** What the commit's parents have at its path, and files that it removes: what they hold was not added by it. */
  readonly former: readonly ObjectId[];
}

/** Secrets of one version, still with what the commit found there. */
export interface Suspect extends Pick<PassingVersion, 'commit' | 'former'> {
  readonly path: string;
  readonly occurrences: readonly SecretOccurrence[];
}

/** The values that can be read in a version of a file. */
export function literalsOf(file: SecretFile): readonly SecretOccurrence[] {
  return fileSecrets(file).filter(({ is }) => is === 'literal');
}

/**
 * What of a version is protected in one of the other contents of its path, and can be read in none of them: what a commit decrypts, and the
 * next one encrypts again. Evidence is the protection, whatever the value is called; what is plainly a setting is silent.
 */
function unprotectedIn({ path, scope, side }: SecretFile, others: readonly FileSide[]): readonly SecretOccurrence[] {
  const held = new HeldLines(others.map(({ text }) => text));
  const found = new Map<string, SecretOccurrence>();
  const add = (
    text: string,
    how: string,
    isInSecret: boolean,
    about: Pick<SecretOccurrence, 'object' | 'path' | 'key' | 'locate'>,
  ) => {
    const secret = text.trim();
    if (found.has(secret) || !isReadable(secret, about.key) || held.has(secret)) return;
    const severity = isInSecret ? 'critical' : 'high';
    const what = `a value in the place of one that ${how}`;
    const match = { is: 'literal', what, format: 'generic', severity, secret, inner: [], offset: undefined } as const;
    found.set(secret, { ...match, ...about, scope, role: 'open', file: path });
  };
  for (const before of others.length > 0 ? others : [undefined]) {
    const touched = [{ path, scope, before, after: side, movedFrom: undefined }];
    for (const { owner, steps, text = '', how, key, locate } of lostInFiles(touched))
      add(text, how, isSecretEntry(owner, { steps }), {
        object: owner.identity,
        path: owner.identity === undefined ? [path, ...steps] : steps,
        key,
        locate,
      });
    for (const found of openSopsLeaves(touched)) {
      const { source, path: steps, keys, text } = found.leaf;
      const locate = () => source.valueAt(steps);
      const object = objectOf(found.leaf);
      const about = { object, path: object === undefined ? [path, ...keys] : keys, key: keys.at(-1) ?? '', locate };
      add(text, 'SOPS should encrypt', object?.kind === 'Secret', about);
    }
  }
  return [...found.values()];
}

/** What texts hold as whole words. */
class HeldLines {
  readonly #texts: readonly string[];
  readonly #lines: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;
  /** Characters that may still be searched. What is not looked for counts as not held, and is reported. */
  #room = 200_000_000;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#lines = new Set(texts.flatMap(linesOf));
    this.#words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
  }

  /** Whether they hold each line of a value that says something. */
  has(value: string): boolean {
    const lines = linesOf(value).filter((line) => /\w/.test(line));
    return lines.length > 0 && lines.every((line) => this.#lines.has(line) || this.#hasIn(line));
  }

  #hasIn(line: string): boolean {
    // Nearly all that is not held has a word of its own; searching each text for each value takes far longer.
    if ((line.match(/\w+/g) ?? []).some((word) => !this.#words.has(word))) return false;
    return this.#texts.some((text) => this.#holds(text, line));
  }

  #holds(text: string, line: string): boolean {
    if (this.#room < text.length) return false;
    this.#room -= text.length;
    for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length))
      if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + line.length))) return true;
    return false;
  }
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** Secrets of a file that are looked for in each other value of it: of more, both are reported. */
const mostParts = 500;

/**
 * What of a version is not readable in the trees that were compared, where it would be reported; undefined where nothing is. `others` are the
 * contents of its path in them and in the commit's parents, undefined where nothing is protected in any.
 */
export function suspectOf(
  { commit, file, former }: PassingVersion,
  others: readonly FileSide[] | undefined,
  readable: ReadonlySet<string>,
): Suspect | undefined {
  const literals = literalsOf(file);
  const secrets = new Set(literals.map(({ secret }) => secret));
  const parts = [...secrets].slice(0, mostParts);
  // Of a value around one that could be read anyway, the rest is new.
  const isKnown = (value: string) =>
    secrets.has(value) ||
    parts.some((secret) => secret.includes(value) || (value.includes(secret) && !readable.has(secret)));
  const unprotected = (others === undefined ? [] : unprotectedIn(file, others)).filter(
    ({ secret }) => !isKnown(secret),
  );
  const occurrences = [...literals, ...unprotected].filter(({ secret }) => !readable.has(secret));
  return occurrences.length === 0 ? undefined : { commit, former, path: file.path, occurrences };
}

/**
 * The secrets at the commits that added them, given in the commits' order: each value once, and none that the commit
 * found in its parents (`held`: the values of each of their contents).
 */
export function passingSecrets(
  suspects: readonly Suspect[],
  held: ReadonlyMap<ObjectId, ReadonlySet<string>>,
): readonly PassingSecrets[] {
  const told = new Set<string>();
  const found = suspects.flatMap(({ commit, path, former, occurrences }) => {
    const own = occurrences.filter(
      ({ secret }) => !told.has(secret) && !former.some((id) => held.get(id)?.has(secret) === true),
    );
    // A value may be in one version several times.
    for (const { secret } of own) told.add(secret);
    return own.length === 0 ? [] : [{ commit, path, occurrences: own }];
  });
  const known = new KnownSecrets(found.flatMap(({ occurrences }) => occurrences));
  return [...groupBy(found, ({ commit, path }) => `${commit} ${path}`).values()].flatMap(([first]) =>
    first === undefined ? [] : [{ ...first, occurrences: first.occurrences.map((each) => known.maskNames(each)) }],
  );
}
