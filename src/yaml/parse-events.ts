import { type Event, parseEvents as parse, YAMLException } from 'js-yaml';
import type { YamlLimits } from './document.ts';
import { UnreadableError } from './node.ts';

/** Spaces put before a line, by the offset they begin at. */
interface Padding {
  readonly at: number;
  readonly original: number;
}

/** js-yaml's events of one slice, with the text their offsets point into. */
export interface SliceEvents {
  readonly text: string;
  readonly events: readonly Event[];
  /** The whole file's text, into which `original` leads. */
  readonly source: string;
  /** Turns an offset in `text` into one in the file. */
  original(offset: number): number;
}

const width = 1000;
/** Code units that may be parsed again for the sake of lines that go-yaml indents more freely. */
const retryBudget = 4_000_000;

/**
 * Parses a slice of `source`. go-yaml, and so kubectl, ignores how lines inside quoted scalars and flow collections
 * are indented; js-yaml does not, so such lines are indented and read again. Throws UnreadableError.
 */
export function parseEvents(source: string, start: number, end: number, limits: YamlLimits): SliceEvents {
  let text = source.slice(start, end);
  let spent = 0;
  const paddings: Padding[] = [];
  const original = (offset: number): number => start + unpad(offset, paddings);
  for (;;) {
    try {
      return { text, events: parse(text, { maxDepth: limits.depth }), source, original };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const position = error.mark?.position ?? 0;
      const lineStart = startOfLine(text, position);
      spent += text.length + width;
      const isPadded = paddings.some((padding) => padding.at === lineStart);
      if (error.reason !== 'deficient indentation' || isPadded || spent > retryBudget) {
        throw unreadable(error.reason, original(position), limits);
      }
      paddings.push({ at: lineStart, original: original(lineStart) - start });
      text = text.slice(0, lineStart) + ' '.repeat(width) + text.slice(lineStart);
    }
  }
}

/** Lines fail from first to last, so the paddings are in order. */
function unpad(offset: number, paddings: readonly Padding[]): number {
  const last = paddings.findLast((padding) => padding.at <= offset);
  return last === undefined ? offset : last.original + Math.max(0, offset - last.at - width);
}

function startOfLine(text: string, position: number): number {
  return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
}

function unreadable(reason: string, offset: number, limits: YamlLimits): UnreadableError {
  if (reason.startsWith('nesting exceeded')) {
    return new UnreadableError('depth', offset, `nested deeper than ${limits.depth} levels (limit depth)`);
  }
  // Some reasons about tags quote the source.
  return new UnreadableError('syntax', offset, /\btag\b/.test(reason) ? 'a malformed tag or tag directive' : reason);
}
