import type { FileChange } from '../fix/candidates/candidate.ts';
import type { Fixed } from '../fix/rounds.ts';

/** Changes that are made together or not at all. */
export type Part = readonly FileChange[];

/** The changes in the smallest parts that can be made alone: files that one finding's fix needs together are in one. */
export function partsOf(changes: readonly FileChange[], fixed: readonly Fixed[]): readonly Part[] {
  const leader = new Map(changes.map(({ path }) => [path, path]));
  const leaderOf = (path: string): string => {
    let at = path;
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up;
    return at;
  };
  for (const { changes: own } of fixed) {
    const [first, ...others] = own;
    if (first !== undefined) for (const { path } of others) leader.set(leaderOf(path), leaderOf(first.path));
  }
  const parts = new Map<string, FileChange[]>();
  for (const change of changes) {
    const key = leaderOf(change.path);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [change]);
    else part.push(change);
  }
  return [...parts.values()];
}

/**
 * As many of the parts as do no harm without the others: all of them, else halves of them, one by one in the end. What is not known
 * after `mostTries` judgements is not among them.
 */
export async function harmless<Seen>(
  parts: readonly Part[],
  mostTries: number,
  judge: (changes: readonly FileChange[]) => Promise<Seen>,
  isUnharmed: (seen: Seen) => boolean,
): Promise<{ readonly kept: readonly Part[]; readonly seen: Seen | undefined }> {
  let tries = 0;
  let kept: readonly Part[] = [];
  let seen: Seen | undefined;
  const add = async (more: readonly Part[]): Promise<void> => {
    if (more.length === 0 || tries >= mostTries) return;
    tries++;
    const all = [...kept, ...more];
    const now = await judge(all.flat());
    if (isUnharmed(now)) {
      kept = all;
      seen = now;
    } else if (more.length > 1) {
      const half = more.length >> 1;
      await add(more.slice(0, half));
      await add(more.slice(half));
    }
  };
  await add(parts);
  return { kept, seen };
}
