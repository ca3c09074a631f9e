/** A text that a script hands to a command: `kubectl apply -f - <<EOF`. */
export interface Heredoc {
  /** The line (1-based) that opens it. */
  readonly line: number;
  readonly body: string;
}

/** More than these in one script are not opened; what they assign is read with the script all the same. */
const most = 100;

/** The here-documents of a shell script that hold a manifest. */
export function heredocs(script: string): readonly Heredoc[] {
  if (!script.includes('<<') || !script.includes('kind')) return [];
  const lines = script.split('\n');
  const ends = closers(lines);
  const found: Heredoc[] = [];
  for (let at = 0; at < lines.length && found.length < most; at++) {
    const word = /<<-?\s{0,4}\\?["']?([A-Za-z_]\w{0,40})/.exec((lines[at] ?? '').slice(0, 2_000))?.[1];
    const end = word === undefined ? undefined : firstAfter(ends.get(word), at);
    if (end === undefined) continue;
    const body = lines.slice(at + 1, end).join('\n');
    if (/^\s*["']?kind["']?\s*:/m.test(body)) found.push({ line: at + 1, body });
    at = end;
  }
  return found;
}

interface Lines {
  readonly numbers: number[];
  next: number;
}

/** The lines that hold one word alone, by that word. */
function closers(lines: readonly string[]): ReadonlyMap<string, Lines> {
  const found = new Map<string, Lines>();
  lines.forEach((line, number) => {
    const word = /^\s*([A-Za-z_]\w{0,40})\s*$/.exec(line)?.[1];
    if (word === undefined) return;
    const known = found.get(word);
    if (known === undefined) found.set(word, { numbers: [number], next: 0 });
    else known.numbers.push(number);
  });
  return found;
}

/** The first of the lines after `at`; what was passed is not looked at again. */
function firstAfter(lines: Lines | undefined, at: number): number | undefined {
  if (lines === undefined) return undefined;
  while ((lines.numbers[lines.next] ?? Number.POSITIVE_INFINITY) <= at) lines.next++;
  return lines.numbers[lines.next];
}
