import type { Path } from '../../yaml/document.ts';

/** Keys of one group, each with its path. */
export type Recipients = readonly (readonly [recipient: string, path: Path])[];

/** What is needed to decrypt: the data key is split into a part for each group, and any key of a group decrypts its part (sops.go, UpdateMasterKeysWithKeyServices). */
export interface KeyGroups {
  /** Parts that are needed. */
  readonly threshold: number;
  /** The places of each recipient, one for each group that it is in. */
  readonly placesOf: ReadonlyMap<string, readonly Path[]>;
}

/** The places of each recipient, one for each group. */
export function placesInGroups(groups: readonly Recipients[]): ReadonlyMap<string, readonly Path[]> {
  const places = new Map<string, Path[]>();
  for (const group of groups)
    for (const [recipient, path] of new Map(group)) {
      const known = places.get(recipient);
      if (known === undefined) places.set(recipient, [path]);
      else known.push(path);
    }
  return places;
}

/** A recipient that needs parts of fewer others than before. */
export interface Nearer {
  readonly recipient: string;
  readonly path: Path;
}

/**
 * Recipients of both sides that are in more groups, so that they lack fewer parts than before. That the
 * threshold is lower, which concerns them all, is another matter.
 */
export function nearerRecipients(before: KeyGroups, after: KeyGroups): readonly Nearer[] {
  if (after.threshold < before.threshold) return [];
  const lacks = ({ threshold, placesOf }: KeyGroups, recipient: string): number =>
    Math.max(threshold - (placesOf.get(recipient)?.length ?? 0), 0);
  return [...after.placesOf].flatMap(([recipient, places]) => {
    const path = places.at(-1);
    const isNearer = before.placesOf.has(recipient) && lacks(after, recipient) < lacks(before, recipient);
    return isNearer && path !== undefined ? [{ recipient, path }] : [];
  });
}
