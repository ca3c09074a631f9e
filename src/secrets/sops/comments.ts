import type { Document, Path } from '../../yaml/document.ts';

/** Comments above one entry that are looked at most. */
const mostAbove = 200;

/**
 * The comments by which SOPS decides about a value (sops.go, walkBranch and walkSlice): those since the entry before it, and
 * the one on its line, of each entry on the way to it; without their `#`.
 */
export function commentsOn(
  document: Pick<Document, 'at' | 'line'>,
  path: Path,
  lines: readonly string[],
): readonly string[] {
  const comments: string[] = [];
  for (let length = 1; length <= path.length; length++) {
    const { line, column } = document.at(path.slice(0, length));
    const lowest = Math.max(document.line, line - mostAbove);
    for (let above = line - 1; above >= lowest; above--) {
      const [, indent, comment] = /^(\s*)(?:#(.*))?$/.exec(lines[above - 1] ?? 'x') ?? [];
      if (indent === undefined) break;
      // What is written further in belongs to what is inside the entry before.
      if (comment !== undefined && indent.length < column) comments.push(comment);
    }
    const inline = commentOn(lines[line - 1]?.slice(column - 1) ?? '');
    if (inline !== undefined) comments.push(inline);
  }
  return comments;
}

/** The comment at the end of a line: text in quotes may hold a `#` of its own. */
function commentOn(line: string): string | undefined {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (quote === '"' && char === '\\') at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if ((char === '"' || char === "'") && /^$|[\s:,[{-]/.test(line.charAt(at - 1))) quote = char;
    else if (char === '#' && /^$|\s/.test(line.charAt(at - 1))) return line.slice(at + 1);
  }
  return undefined;
}
