import type { Workbench } from './candidates/workbench.ts';
import { lineEnd, lineStart } from './edit/lines.ts';
import type { Fixed } from './rounds.ts';

/** Lines in place of those from the finding's own to `endLine`. */
export interface Suggestion {
  /** Absent where it is the finding's own line alone. */
  readonly endLine?: number;
  /** Without the last line break; empty where the lines are taken out. */
  readonly suggestion: string;
}

/** Longer proposals are no longer read before they are applied. */
const mostLines = 10;

/** A fix as a suggestion on the finding's lines; undefined where it is about other lines as well, or about a secret. */
export function suggestionOf({ target, changes }: Fixed, bench: Workbench): Suggestion | undefined {
  const [change, ...others] = changes;
  const { position, places = [], category } = target;
  if (change?.kind !== 'edit' || others.length > 0 || places.length > 0 || category === 'secret') return undefined;
  const [edit, ...more] = change.edits;
  const text = bench.file(change.path)?.after?.text;
  if (edit === undefined || more.length > 0 || text === undefined || position?.file !== change.path) return undefined;
  // Forges count lines by line feeds, and show what is between them.
  if (/[\r\x85\u2028\u2029\ufeff]/.test(text)) return undefined;
  const start = lineStart(text, edit.start);
  const isWhole = edit.start === start && text[edit.end - 1] === '\n';
  const end = isWhole && edit.end > edit.start ? edit.end : lineEnd(text, edit.end);
  const replaced = text.slice(start, edit.start) + edit.text + text.slice(edit.end, end);
  const first = text.slice(0, start).split('\n').length;
  const count = text.slice(start, end).trimEnd().split('\n').length;
  if (first !== position.line || end === start || count > mostLines || replaced.split('\n').length > mostLines)
    return undefined;
  const last = first + count - 1;
  return { ...(last === first ? {} : { endLine: last }), suggestion: replaced.replace(/\n$/, '') };
}
