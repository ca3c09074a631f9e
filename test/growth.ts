import { isThorough } from './thorough.ts';

/** What a time may be off by, in milliseconds, and what work whose bound is a constant may cost before it meets it (a line diff). */
const noise = 20;

/** How often a time that is too long is taken again: an engine compiles, and collects garbage. */
const tries = 8;

/** Each doubling may cost 2.5 times as much. Three at once, so that one pause of the engine at the larger size is not growth. */
const step = 8;
const allowed = 2.5 ** 3;

/** How many milliseconds work takes that shows well how it grows: only a thorough run tries still larger sizes. */
const telling = isThorough ? Number.POSITIVE_INFINITY : 5 * noise;

/**
 * The first size up to `most` at which `work` takes more than 2.5³ times as long as at an eighth of it; undefined where it grows about as its
 * input does.
 */
export function superlinearAt(work: (size: number) => unknown, most: number): number | undefined {
  for (const size of sizes(most)) {
    const taken = timeOf(work, size);
    if (taken.isSuperlinear) return size;
    if (taken.milliseconds >= telling) return undefined;
  }
  return undefined;
}

/** Small ones close to each other, so that work that grows exponentially is found before it takes forever; beyond them each is four times the last. */
function sizes(most: number): number[] {
  const large: number[] = [];
  for (let size = most; size > 128; size = Math.floor(size / 4)) large.unshift(size);
  const small: number[] = [];
  for (let size = 16; size <= Math.min(most, 128); size = Math.ceil(size * 1.5)) small.push(size);
  return [...small, ...large];
}

/** What work of a size takes, and whether that is more than its share of what it takes at an eighth of the size. */
function timeOf(
  work: (size: number) => unknown,
  size: number,
): { readonly isSuperlinear: boolean; readonly milliseconds: number } {
  let whole = Number.POSITIVE_INFINITY;
  let part = 0;
  for (let left = tries; left > 0; left -= 1) {
    whole = Math.min(
      whole,
      milliseconds(() => work(size)),
    );
    if (whole <= noise) return { isSuperlinear: false, milliseconds: whole };
    part = Math.max(
      part,
      milliseconds(() => work(Math.floor(size / step))),
    );
    if (whole - noise <= allowed * part) return { isSuperlinear: false, milliseconds: whole };
  }
  return { isSuperlinear: true, milliseconds: whole };
}

/** What a piece of work costs. A clock counts what else the machine does, this process's time what its other threads do: the smaller is closer. */
function milliseconds(work: () => unknown): number {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
}
