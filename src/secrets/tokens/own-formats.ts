import { Pattern } from '../../policy/pattern.ts';
import type { SecretFormat } from '../../policy/policy.ts';

/** A secret of one of the policy's own formats. */
export interface OwnSecret {
  readonly format: SecretFormat;
  readonly secret: string;
  /** Offset of its first character. */
  readonly start: number;
}

/** Steps that are taken in all texts of one run together; beyond them each line that may hold a match counts as one. */
const mostTaken = 20_000_000;

/** Characters of a line that are searched at once, and those by which the pieces of a longer one are apart: no match of 1,000 is cut. */
const [longestPiece, stride] = [4_000, 1_000];

/** Finds secrets of the formats that a policy states (`secrets.formats`). One for a run: the steps of all texts are bounded together. */
export class OwnFormats {
  readonly #formats: readonly { readonly format: SecretFormat; readonly pattern: Pattern; readonly word: string }[];

  readonly #most: number;

  /** The formats are a policy's, which was checked: throws UnreadPatternError for another. `most` are the steps that all texts may take. */
  constructor(formats: readonly SecretFormat[], most = mostTaken) {
    this.#most = most;
    this.#formats = formats.map((format) => {
      const pattern = new Pattern(format.pattern);
      const [word = ''] = pattern.needed.toSorted((a, b) => b.length - a.length);
      return { format, pattern, word };
    });
  }

  find(text: string): readonly OwnSecret[] {
    return this.#formats.flatMap(({ format, pattern, word }) => {
      // Pieces of a long line overlap.
      const found = new Map<number, OwnSecret>();
      const add = (start: number, end: number) => found.set(start, { format, secret: text.slice(start, end), start });
      for (const line of linesWith(text, word)) {
        if (this.#taken > this.#most) add(line.start, line.end);
        else for (const piece of pieces(line, word, text)) addMatches(pattern, piece, text, add);
      }
      return [...found.values()];
    });
  }

  get #taken(): number {
    return this.#formats.reduce((sum, { pattern }) => sum + pattern.taken, 0);
  }
}

function addMatches(pattern: Pattern, piece: Piece, text: string, add: (start: number, end: number) => void): void {
  const chars = [...text.slice(piece.start, piece.end)];
  // Matches are in order: characters of two units are counted once.
  let [counted, at] = [0, piece.start];
  for (const { start, end } of pattern.findAll(chars)) {
    at += chars.slice(counted, start).join('').length;
    const length = chars.slice(start, end).join('').length;
    add(at, at + length);
    [counted, at] = [end, at + length];
  }
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The lines that hold a word, each once. */
function* linesWith(text: string, word: string): Generator<Piece> {
  for (let at = text.indexOf(word); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    yield { start, end };
    at = text.indexOf(word, end);
  }
}

/** A line whole, or where it is long what is around each place of the word. */
function pieces({ start, end }: Piece, word: string, text: string): readonly Piece[] {
  if (end - start <= longestPiece) return [{ start, end }];
  const found: Piece[] = [];
  for (let at = text.indexOf(word, start); at >= 0 && at < end; at = text.indexOf(word, at + stride)) {
    found.push({ start: Math.max(start, at - longestPiece / 2), end: Math.min(end, at + longestPiece / 2) });
  }
  return found;
}
