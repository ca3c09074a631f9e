/** What a time may be off by, in milliseconds; also what a first token may cost that half of the text has no room for. */
const noise = 2;

/** How often a time that is too long is taken again: an engine compiles, and collects garbage. */
const tries = 8;

/**
 * The first size up to `most` at which `work` takes more than 2.5 times as long as at half of it; undefined where it grows about as its input
 * does. The sizes begin small and are close to each other, so that work that grows exponentially is found before it takes forever.
 */
export function superlinearAt(work: (size: number) => unknown, most: number): number | undefined {
  for (let size = 16; size <= most; size = Math.ceil(size * 1.5)) {
    let left = tries;
    while (isSuperlinear(work, size)) {
      left -= 1;
      if (left === 0) return size;
    }
  }
  return undefined;
}

function isSuperlinear(work: (size: number) => unknown, size: number): boolean {
  const whole = milliseconds(() => work(size)) - noise;
  return whole > 0 && whole > 2.5 * milliseconds(() => work(Math.floor(size / 2)));
}

/** What a piece of work costs this process, whatever else the machine is doing. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
