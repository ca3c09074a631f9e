import type { Position } from '../../kube/resource.ts';
import type { Observation, RuleCategory } from '../../rules/rule.ts';
import { type Edit, isSame, overlap } from '../edit/edit.ts';

/** A finding as far as a fix needs to know it. */
export interface Target extends Observation {
  readonly rule: string;
  readonly category: RuleCategory;
  readonly fingerprint: string;
}

/** Whether a finding is about what a file of the repository says of itself (owners, permissions, settings), and about no object. */
export const isOfFile = ({ category, object }: Target): boolean => category === 'repository' && object === undefined;

/** What a fix does to one file of the head. */
export type FileChange =
  /** Edits of its text. */
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly Edit[] }
  /** The whole file as it was before. */
  | { readonly kind: 'restore'; readonly path: string }
  /** A file that is gone, with some of its documents: those that begin there in its former text. */
  | { readonly kind: 'documents'; readonly path: string; readonly starts: ReadonlySet<number> }
  /** The file, which is new, taken out. */
  | { readonly kind: 'remove'; readonly path: string };

/** One way to make a finding go away. */
export interface Candidate {
  /** What it does, in words: `takes subjects[ci] out`. */
  readonly what: string;
  readonly changes: readonly FileChange[];
  /** How much text it changes: smaller ones are tried first. */
  readonly cost: number;
  /** Whether a secret is in the text that it takes out, so that no diff may show it. */
  readonly hidesSecret?: boolean;
  /** Whether it takes a value out and puts nothing in its place. */
  readonly isRemoval?: boolean;
}

/** Why there is no way. */
export interface NoWay {
  readonly why: string;
  /** Whether no change of files can be one: then it stays, whatever else is fixed. */
  readonly isFinal?: boolean;
}

/** Whether two changes cannot both be made. */
export function conflict(one: FileChange, other: FileChange): boolean {
  if (one.path !== other.path) return false;
  if (one.kind !== 'edit' || other.kind !== 'edit') return one.kind !== other.kind;
  return one.edits.some((edit) => other.edits.some((each) => overlap(edit, each)));
}

/** Whether a candidate does all that the other does in the files of both, and more: then it can take its place. */
export function covers(one: Candidate, other: Candidate): boolean {
  return other.changes.every((change) =>
    one.changes.some((each) => {
      if (each.path !== change.path) return false;
      if (each.kind === 'documents')
        return change.kind === 'documents' && [...change.starts].every((start) => each.starts.has(start));
      if (each.kind !== 'edit') return true;
      if (change.kind !== 'edit') return false;
      return change.edits.every(({ start, end }) => each.edits.some((edit) => edit.start <= start && edit.end >= end));
    }),
  );
}

/** Whether two candidates do the same. */
export function doSame(one: Candidate, other: Candidate): boolean {
  return (
    one.changes.length === other.changes.length &&
    one.changes.every((change, index) => {
      const like = other.changes[index];
      if (like === undefined || like.path !== change.path || like.kind !== change.kind) return false;
      if (change.kind === 'documents' && like.kind === 'documents')
        return change.starts.size === like.starts.size && [...change.starts].every((start) => like.starts.has(start));
      if (change.kind !== 'edit' || like.kind !== 'edit') return true;
      const [left, right] = [change.edits, like.edits];
      return (
        left.length === right.length && left.every((edit, at) => right[at] !== undefined && isSame(edit, right[at]))
      );
    })
  );
}

/** Every place of a finding, its own first. */
export function placesOf({ position, places = [] }: Target): readonly Position[] {
  return position === undefined ? [] : [position, ...places];
}

/** The changes as one a file: equal edits once. None of them may conflict with another. */
export function mergedChanges(changes: readonly FileChange[]): readonly FileChange[] {
  const byPath = new Map<string, FileChange>();
  for (const change of changes) {
    const known = byPath.get(change.path);
    if (known?.kind === 'documents' && change.kind === 'documents')
      byPath.set(change.path, { ...known, starts: new Set([...known.starts, ...change.starts]) });
    else if (known?.kind !== 'edit' || change.kind !== 'edit') byPath.set(change.path, change);
    else {
      const more = change.edits.filter((edit) => !known.edits.some((each) => isSame(each, edit)));
      byPath.set(change.path, { ...known, edits: [...known.edits, ...more] });
    }
  }
  return [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a way takes the last of a collection's entries out, of which others take the rest: then the collection itself is to go. */
export function empties(way: Candidate, others: readonly Candidate[]): boolean {
  const removals = (all: readonly Candidate[]) =>
    all.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.kind !== 'edit'
          ? []
          : change.edits.flatMap(({ start, out }) =>
              out === undefined ? [] : { key: `${out.of} ${change.path}`, start, out },
            ),
      ),
    );
  const known = removals(others);
  return removals([way]).some(({ key, start, out }) => {
    const gone = new Set([start, ...known.filter((each) => each.key === key).map((each) => each.start)]);
    return gone.size >= out.entries;
  });
}

/** Edits of one file as a way; they cost what they take out and put in. */
export function ofEdits(path: string, edits: readonly Edit[], what: string): Candidate {
  const cost = edits.reduce((sum, { start, end, text }) => sum + (end - start) + text.length, 0);
  return { what: `${path}: ${what}`, changes: [{ kind: 'edit', path, edits }], cost };
}
