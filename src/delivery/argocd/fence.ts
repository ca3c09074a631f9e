import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/** An item of a project's list: what it allows, or with `excludes` what it takes away again. */
export interface FenceItem<T> {
  readonly text: string;
  /** The same for fingerprints, without words. */
  readonly code: string;
  readonly path: Path;
  readonly excludes: boolean;
  /** How bad it is that what it is about is let through; high where it is not stated. */
  readonly severity?: Severity;
  /** Whether it is about this, allowing or excluding it. */
  readonly isAbout: (asked: T) => boolean;
}

/** What one of a project's fences says, and Argo CD's own answer about something that is to be deployed. */
export interface Fence<T> {
  readonly items: readonly FenceItem<T>[];
  readonly permits: (asked: T) => boolean;
}

/** The items by which more is allowed than before: those that allow it, and those that no longer exclude it. */
export interface FenceGain<T> {
  readonly added: readonly FenceItem<T>[];
  readonly removed: readonly FenceItem<T>[];
  /** New items that exclude something, where others no longer do: these may let through less than the whole. */
  readonly excluding: readonly FenceItem<T>[];
}

/** Items that are held against what is asked about. */
const mostAnswers = 400_000;

/**
 * What a fence newly lets through, asked about each of `asked`, which is one of each kind that the items tell apart; undefined
 * for nothing. Where these are too many to ask about, each new item is taken to allow something new.
 */
export function fenceGain<T>(
  before: Fence<T>,
  after: Fence<T>,
  asked: readonly T[] | undefined,
): FenceGain<T> | undefined {
  const added = without(after, before).filter(({ excludes }) => !excludes);
  const removed = without(before, after).filter(({ excludes }) => excludes);
  const excluding = without(after, before).filter(({ excludes }) => excludes);
  if (asked === undefined || asked.length * (before.items.length + after.items.length) > mostAnswers) {
    return added.length + removed.length === 0 ? undefined : { added, removed, excluding };
  }
  const gained = asked.filter((each) => after.permits(each) && !before.permits(each));
  if (gained.length === 0) return undefined;
  const isAbout = (item: FenceItem<T>) => gained.some(item.isAbout);
  return { added: added.filter(isAbout), removed: removed.filter(isAbout), excluding };
}

/** Items of the one that the other lacks. */
function without<T>(one: Fence<T>, other: Fence<T>): readonly FenceItem<T>[] {
  const keyOf = ({ code, excludes }: FenceItem<T>) => `${excludes} ${code}`;
  const known = new Set(other.items.map(keyOf));
  return one.items.filter((item) => !known.has(keyOf(item)));
}
