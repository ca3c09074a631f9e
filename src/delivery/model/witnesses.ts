import type { Glob, GlobToken } from './glob.ts';

/** Steps that finding the witnesses of one field may take. */
const mostSteps = 400_000;

interface Position {
  readonly token: GlobToken | undefined;
  /** The number of the pattern that a text matches which ends here. */
  readonly pattern: number;
}

/**
 * One text for each way in which patterns can agree and disagree about a text: whatever is decided by these patterns alone is
 * decided for every text when it is for these. Undefined where that takes too many steps.
 */
export function witnesses(patterns: readonly Glob[]): readonly string[] | undefined {
  const { positions, starts } = flatten(patterns);
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const other = unmentioned(positions);
  let open = [{ states: closed(starts, positions), text: '' }];
  let steps = 0;
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { states, text } of open) {
      const matched = states.flatMap((at) => (positions[at]?.token === undefined ? [positions[at]?.pattern] : []));
      const way = [...new Set(matched)].join();
      if (!found.has(way)) found.set(way, text);
      for (const character of alphabet(states, positions, other)) {
        const reached = step(states, positions, character);
        steps += states.length + 1;
        if (steps > mostSteps) return undefined;
        const key = reached.join();
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ states: reached, text: text + character });
      }
    }
    open = next;
  }
  return [...found.values()];
}

function flatten(patterns: readonly Glob[]): { readonly positions: readonly Position[]; readonly starts: number[] } {
  const positions: Position[] = [];
  const starts: number[] = [];
  for (const [pattern, alternatives] of patterns.entries()) {
    for (const tokens of alternatives) {
      starts.push(positions.length);
      for (const token of [...tokens, undefined]) positions.push({ token, pattern });
    }
  }
  return { positions, starts };
}

/** A character that no pattern mentions: all of them are alike. */
function unmentioned(positions: readonly Position[]): string {
  const mentioned = new Set(positions.flatMap(({ token }) => token?.mentions ?? []));
  let code = 'x'.charCodeAt(0);
  while (mentioned.has(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}

function alphabet(states: readonly number[], positions: readonly Position[], other: string): ReadonlySet<string> {
  return new Set([...states.flatMap((at) => positions[at]?.token?.mentions ?? []), other]);
}

function step(states: readonly number[], positions: readonly Position[], character: string): readonly number[] {
  const next = states.flatMap((at) => {
    const token = positions[at]?.token;
    return token?.accepts(character) === true ? [token.repeats ? at : at + 1] : [];
  });
  return closed(next, positions);
}

/** The states, and those behind tokens that may take nothing, in order. */
function closed(states: readonly number[], positions: readonly Position[]): readonly number[] {
  const all = new Set<number>();
  for (const start of states) {
    for (let at = start; !all.has(at); at++) {
      all.add(at);
      if (positions[at]?.token?.repeats !== true) break;
    }
  }
  return [...all].sort((a, b) => a - b);
}
