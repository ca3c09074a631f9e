import type { ObjectId } from '../object/object.ts';

/** What a host or a person asks to be compared (how-it-judges.md, "What is compared"). Revisions are anything git resolves, SHAs from an event. */
export type RangeRequest =
  | {
      readonly kind: 'request';
      readonly base: string;
      readonly head: string;
      /** Where policy and keys are read from; by default at `base`. */
      readonly trust?: string;
    }
  /** `branch`: the short name of the branch that is merged or pushed into. */
  | { readonly kind: 'queue'; readonly base: string; readonly head: string; readonly branch?: string }
  | {
      readonly kind: 'push';
      readonly before: string;
      readonly after: string;
      readonly branch?: string;
      /** Where policy and keys are read from; by default at `before`. */
      readonly trust?: string;
    }
  | { readonly kind: 'new-branch'; readonly defaultBranch: string; readonly head: string }
  | { readonly kind: 'first-push'; readonly head: string }
  | { readonly kind: 'tag'; readonly tag: string; readonly defaultBranch: string }
  | { readonly kind: 'staged'; readonly base: string }
  | { readonly kind: 'audit'; readonly rev: string };

/** What is compared, all revisions resolved. */
export interface Range {
  readonly kind: RangeRequest['kind'];
  readonly target: ObjectId | undefined;
  /** The short name of the branch that a verdict counts for; undefined where no branch is named. */
  readonly branch: string | undefined;
  readonly mergeBase: ObjectId | undefined;
  /** The commit under judgement; undefined for the index (`--staged`). */
  readonly head: ObjectId | undefined;
  /** The tree (or commit) after the merge; undefined where it conflicts or could not be computed. */
  readonly result: ObjectId | undefined;
  /** The tree (or commit) before; undefined is the empty tree. */
  readonly before: ObjectId | undefined;
  /** The tree (or commit) after; undefined when no trees are compared (tags). */
  readonly after: ObjectId | undefined;
  /** The commit that policy and keys are read from; undefined: built-in defaults. */
  readonly trust: ObjectId | undefined;
  /** The commits to verify, oldest first. */
  readonly commits: readonly ObjectId[];
  /** The annotated tag to verify, for tags. */
  readonly tag: ObjectId | undefined;
  /** The name of that tag, which a signature must be for; undefined where it is not known. */
  readonly tagName: string | undefined;
  /** The queue's own merge commit, recognised by its place in the event; not verified. */
  readonly synthetic: readonly ObjectId[];
  /** What a reader of the report must know about how it was compared (conflict, old git, …). */
  readonly notes: readonly string[];
  /** Why there is nothing to judge: no commit to verify and no tree that differs. Undefined where there is something. */
  readonly empty: string | undefined;
}

/** A range of which nothing is known yet. */
export function emptyRange(kind: RangeRequest['kind']): Range {
  return {
    kind,
    target: undefined,
    branch: undefined,
    mergeBase: undefined,
    head: undefined,
    result: undefined,
    before: undefined,
    after: undefined,
    trust: undefined,
    commits: [],
    tag: undefined,
    tagName: undefined,
    synthetic: [],
    notes: [],
    empty: undefined,
  };
}
