import type { Position } from '../../kube/resource.ts';
import type { ChangedFile } from './changed-file.ts';
import type { Needle } from './needles.ts';

/** Texts beyond these are not looked for. */
const mostNeedles = 50;
/** How far above a value the name of its field may be, as in a JSON patch. */
const nearby = 4;

/**
 * The changed line that most of the texts are on; the field's name on it or a little above tips the scales. Without
 * `isGuess` only a line that holds something new counts; with it any line does, and the field's name is enough.
 */
export function bestLine(
  files: readonly ChangedFile[],
  needles: readonly Needle[],
  names: readonly string[],
  isGuess: boolean,
): Position | undefined {
  const wanted = [...needles].sort((a, b) => b.weight - a.weight).slice(0, mostNeedles);
  const freshest = wanted[0]?.weight ?? 0;
  let best: { readonly position: Position; readonly score: number } | undefined;
  for (const file of files) {
    for (const line of file.added) {
      const source = withoutPointer(file.lines[line - 1] ?? '');
      const found = wanted.filter(({ text }) => holdsWord(source, text));
      const hasFresh = found.some(({ weight }) => weight === freshest && weight > 1);
      // Without any of the texts only a line that names the field itself counts.
      const reach = found.length > 0 ? nearby : 1;
      const named = names.filter((name) => isNear(file, line, name, reach)).length;
      if (!hasFresh && !isGuess) continue;
      const score = found.reduce((sum, { weight }) => sum + weight, 0) + 2 * named;
      if (score <= (best?.score ?? 0)) continue;
      const column = found[0] === undefined ? source.search(/\S|$/) : source.indexOf(firstLine(found[0].text));
      const place = { file: file.path, line, column: column + 1 };
      best = { position: isGuess ? { ...place, isGuess } : place, score };
    }
  }
  return best?.position;
}

/** About where the line was that held what is gone: the one that names most of the fields, else of their values. */
export function lostLine(
  files: readonly ChangedFile[],
  fields: readonly string[],
  values: readonly string[],
): Position | undefined {
  let best: { readonly position: Position; readonly score: number } | undefined;
  for (const { path, lines, lost } of files) {
    for (const { text, line } of lost) {
      const named = fields.filter((field) => holdsWord(text, field)).length;
      if (named === 0) continue;
      const score = 10 * named + values.slice(0, mostNeedles).filter((value) => holdsWord(text, value)).length;
      if (score <= (best?.score ?? 0)) continue;
      const own = Math.max(1, Math.min(line, lines.at(-1) === '' ? lines.length - 1 : lines.length));
      const column = (lines[own - 1] ?? '').search(/\S|$/) + 1;
      best = { position: { file: path, line: own, column, isGuess: true }, score };
    }
  }
  return best?.position;
}

/** A line with spaces in the place of a JSON pointer: what it names is where something goes, not what. */
function withoutPointer(line: string): string {
  return line.replace(/(\b(?:path|from)["']?\s{0,5}:\s{0,5}["']?)(\/[^\s"',}]*)/, (_, key: string, pointer: string) =>
    key.padEnd(key.length + pointer.length),
  );
}

/** What of a text can be on one line. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Whether a line holds a text as a word of its own. */
function holdsWord(line: string, text: string): boolean {
  const first = firstLine(text);
  if (first === '') return false;
  for (let at = line.indexOf(first); at >= 0; at = line.indexOf(first, at + 1)) {
    const [left = ' ', right = ' '] = [line[at - 1], line[at + first.length]];
    if (!/[\w-]/.test(left) && !/[\w-]/.test(right)) return true;
    if (!/\w/.test(first)) return true;
  }
  return false;
}

function isNear(file: ChangedFile, line: number, name: string, reach: number): boolean {
  for (let at = line; at > line - reach && at > 0; at--) if ((file.lines[at - 1] ?? '').includes(name)) return true;
  return false;
}
