import type { ObjectId } from '../../git/object/object.ts';
import { groupBy } from '../../groups.ts';
import { fileSecrets, type SecretFile } from '../judge/file-secrets.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { KnownSecrets } from './known-secrets.ts';

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

/** What of a version is not readable in the trees that were compared, where it would be reported; undefined where nothing is. */
export function suspectOf(
  { commit, file, former }: PassingVersion,
  readable: ReadonlySet<string>,
): Suspect | undefined {
  const occurrences = literalsOf(file).filter(({ secret }) => !readable.has(secret));
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
