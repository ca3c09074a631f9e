import type { Document, Path } from '../../yaml/document.ts';

/** Comments above one entry that are looked at most. */
const mostAbove = 200;

/** The comments of a file that SOPS has written. The author of a change may write any number of values below any number of them. */
export class Comments {
  readonly #text: string;
  #lines: readonly string[] | undefined;
  #looked = 0;
  readonly #mostLooked: number;

  /** `mostLooked`: characters of comments and of lines with values that are looked at; what is beyond has comments that are not known. */
  constructor(text: string, mostLooked = 50_000_000) {
    this.#text = text;
    this.#mostLooked = mostLooked;
  }

  /**
   * The comments by which SOPS decides about a value (sops.go, walkBranch and walkSlice): those since the entry before it, and
   * the one on its line, of each entry on the way to it; without their `#`. Undefined where they are not known.
   */
  on(document: Pick<Document, 'at'>, path: Path): readonly string[] | undefined {
    this.#lines ??= this.#text.split('\n');
    const comments: string[] = [];
    for (let length = 1; length <= path.length; length++) {
      if (this.#looked > this.#mostLooked) return undefined;
      const { line, column } = document.at(path.slice(0, length));
      comments.push(...this.#above(line, column));
      const rest = this.#lines[line - 1]?.slice(column - 1) ?? '';
      this.#looked += rest.length;
      const inline = commentOn(rest);
      if (inline !== undefined) comments.push(inline);
    }
    return comments;
  }

  #above(line: number, column: number): readonly string[] {
    const comments: string[] = [];
    // The line where a document begins, or the one before it ends, is no comment.
    for (const text of this.#lines?.slice(Math.max(0, line - 1 - mostAbove), line - 1).reverse() ?? []) {
      this.#looked += text.length;
      const [, indent, comment] = /^(\s*)(?:#(.*))?$/.exec(text) ?? [];
      if (indent === undefined) break;
      // What is written further in belongs to what is inside the entry before.
      if (comment !== undefined && indent.length < column) comments.push(comment);
    }
    return comments;
  }
}

/** The comment at the end of a line: text in quotes may hold a `#` of its own. */
function commentOn(line: string): string | undefined {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote === '"' && char === '\\') at++;
    else if (quote === "'" && line.startsWith("''", at)) at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if ((char === '"' || char === "'") && /^$|[\s:,[{-]/.test(line.charAt(at - 1))) quote = char;
    else if (char === '#' && /^$|\s/.test(line.charAt(at - 1))) return line.slice(at + 1);
  }
  return undefined;
}
