import { createHmac } from 'node:crypto';
import { addTo, groupBy } from '../../groups.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { compareSeverity } from '../../severity.ts';
import { fileSecrets } from '../judge/file-secrets.ts';
import { generatedOf } from '../judge/secret-generator.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import type { OwnFormats } from '../tokens/own-formats.ts';
import { ownerOf, subjectSteps } from './describe.ts';

/** One secret that head has and base had not, with every new place of it. */
export interface NewSecret {
  readonly is: SecretOccurrence['is'];
  /** The worst first, then in order of file and line; at least one. */
  readonly occurrences: readonly (SecretOccurrence & {
    /** Whether something protected it before, so that `secret-protection-lost` reports it. */
    readonly isLost?: boolean;
    /** What makes the Secret's entry already: `ExternalSecret shop/db`. */
    readonly servedBy?: string;
  })[];
  /** The file the value was in before, where it only moved to another scope. */
  readonly movedFrom: string | undefined;
}

/** Everything that can be read in the touched files of each side. */
export interface WrittenSecrets {
  readonly before: readonly SecretOccurrence[];
  readonly after: readonly SecretOccurrence[];
}

/** Reads both sides of the touched files. */
export function writtenSecrets(touched: readonly TouchedFile[], own: OwnFormats): WrittenSecrets {
  return { before: occurrencesOf(touched, 'before', own), after: occurrencesOf(touched, 'after', own) };
}

/**
 * What is new in head: identity is (scope, object, field, digest of the value). A value that left one place of a scope
 * and is in another is a move and not new; one that came from another scope is reported as such.
 */
export function newSecrets(
  touched: readonly TouchedFile[],
  written: WrittenSecrets,
  digestKey: Buffer,
): readonly NewSecret[] {
  const digest = (occurrence: SecretOccurrence): Digested => ({
    occurrence,
    digest: createHmac('sha256', digestKey).update(occurrence.secret).digest('base64'),
  });
  const before = written.before.map(digest);
  const after = written.after.map(digest);
  const known = new Set(before.map(identity));
  const present = new Set(after.map(identity));
  const { fresh, movedFrom } = withoutMoved(
    before.filter((one) => !present.has(identity(one))),
    after.filter((one) => !known.has(identity(one))),
  );
  const readable = new ReadableBefore(touched, after);
  const groups = new Map<string, Digested[]>();
  // A plain value next to a secret is what one expects, also where the secret is not new.
  const holders = new Set(written.after.filter(({ is }) => is !== 'plain-setting').map(ownerOf));
  const isExpected = ({ occurrence }: Digested) =>
    occurrence.is === 'plain-setting' && holders.has(ownerOf(occurrence));
  for (const one of fresh.filter((candidate) => !readable.holds(candidate) && !isExpected(candidate))) {
    const key = `${one.occurrence.is}\0${one.digest}\0${one.occurrence.is === 'plain-setting' ? identity(one) : ''}`;
    addTo(groups, key, one);
  }
  return [...groups.values()].map((group) => {
    const origins = group.map((one) => movedFrom.get(one));
    const occurrences = group.map(({ occurrence }) => occurrence);
    return {
      is: occurrences[0]?.is ?? 'literal',
      occurrences: occurrences.sort((a, b) => compareSeverity(a.severity, b.severity)),
      movedFrom: origins.includes(undefined) ? undefined : origins[0],
    };
  });
}

interface Digested {
  readonly occurrence: SecretOccurrence;
  readonly digest: string;
}

function identity({ occurrence, digest }: Digested): string {
  const { group, kind, namespace, name } = occurrence.object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([occurrence.scope, group, kind, namespace ?? null, name, occurrence.path, digest]);
}

/** What two places of one value must share to be the old and the new place of a move: the closest pairs are taken first. */
const nearness: readonly ((one: SecretOccurrence) => readonly unknown[])[] = [
  ({ scope, file, object, path }) => [scope, file, object?.namespace, object?.name, ...subjectSteps(path)],
  ({ scope, file, object }) => [scope, file, object?.kind, object?.namespace, object?.name],
  ({ scope, object, path }) => [scope, object?.namespace, object?.name, ...subjectSteps(path)],
  ({ scope, file }) => [scope, file],
  ({ scope }) => [scope],
  () => [],
];

/** Pairs each new place of a value with one it left, one for one; what came from another scope stays, with the file it came from. */
function withoutMoved(
  gone: readonly Digested[],
  arrived: readonly Digested[],
): { readonly fresh: readonly Digested[]; readonly movedFrom: ReadonlyMap<Digested, string> } {
  const movedFrom = new Map<Digested, string>();
  let [left, fresh] = [gone, arrived];
  for (const near of nearness) {
    if (left.length === 0) break;
    const key = ({ occurrence, digest }: Digested) => JSON.stringify([digest, occurrence.is, ...near(occurrence)]);
    // The last first, so that taking one is a step, however many there are.
    const sources = groupBy([...left].reverse(), key);
    const paired = new Set<Digested>();
    const stay = fresh.filter((one) => {
      const source = movedFrom.has(one) ? undefined : sources.get(key(one))?.pop();
      if (source === undefined) return true;
      paired.add(source);
      if (source.occurrence.scope === one.occurrence.scope) return false;
      movedFrom.set(one, source.occurrence.file);
      return true;
    });
    left = left.filter((one) => !paired.has(one));
    fresh = stay;
  }
  return { fresh, movedFrom };
}

/** Characters that are searched at most for values that were in base unrecognised; beyond, they count as new. */
const mostSearched = 200_000_000;

/** Values that were readable in base already, in a place where nothing gave them away: `bind: VALUE` in a ConfigMap. */
class ReadableBefore {
  readonly #touched: readonly TouchedFile[];
  /** How often each value was found in each scope of head. */
  readonly #found = new Map<string, number>();
  #searched = 0;

  constructor(touched: readonly TouchedFile[], after: readonly Digested[]) {
    this.#touched = touched;
    for (const { occurrence, digest } of after) {
      const key = `${occurrence.scope}\0${digest}`;
      this.#found.set(key, (this.#found.get(key) ?? 0) + 1);
    }
  }

  /** Whether a literal occurs in its scope's files no more often now than before. */
  holds({ occurrence, digest }: Digested): boolean {
    const { secret, scope, is } = occurrence;
    if (is !== 'literal' || secret.length < 8 || !/\d/.test(secret) || !/[A-Za-z]/.test(secret)) return false;
    const earlier = this.#count(secret, scope, 'before');
    if (earlier === 0) return false;
    const found = this.#found.get(`${scope}\0${digest}`) ?? 0;
    return earlier >= Math.max(found, this.#count(secret, scope, 'after'));
  }

  #count(secret: string, scope: string, side: 'before' | 'after'): number {
    let count = 0;
    for (const file of this.#touched) {
      const text = file.scope === scope ? (file[side]?.text ?? '') : '';
      this.#searched += text.length;
      if (this.#searched > mostSearched) return 0;
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
        if (isWholeWord(text, at, at + secret.length)) count++;
    }
    return count;
  }
}

/** Whether a part of a text is not just a piece of a longer word: `hunter2` is new where `xhunter2` was. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const isWord = (at: number) => /[A-Za-z0-9]/.test(text.charAt(at));
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end - 1) && isWord(end));
}

function occurrencesOf(
  touched: readonly TouchedFile[],
  side: 'before' | 'after',
  own: OwnFormats,
): readonly SecretOccurrence[] {
  const generated = generatedOf(touched, side);
  return touched.flatMap((file) => {
    const state = file[side];
    if (state === undefined) return [];
    return fileSecrets({ path: file.path, scope: file.scope, side: state, generated: generated.get(file.path), own });
  });
}
