import type { Place } from '../../yaml/document.ts';

/** What a comment says, and where. */
export interface Comment {
  readonly body: string;
  readonly at: Place;
}

const longest = 2_000;

/**
 * The `#` comments of a text, whether a line of their own or behind one. A commented-out list item
 * (`# - name: PASSWORD`, `#   value: …`) is read as one assignment.
 */
export function commentsOf(text: string): readonly Comment[] {
  const found: Comment[] = [];
  let named: { readonly line: number; readonly name: string } | undefined;
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    line++;
    const end = text.indexOf('\n', start);
    const source = text.slice(start, Math.min(end < 0 ? text.length : end, start + longest));
    start = end < 0 ? text.length + 1 : end + 1;
    const mark = /(?:^|\s)#+/.exec(source);
    if (mark === null) continue;
    const column = mark.index + mark[0].length + 1;
    const body = source.slice(column - 1).trimEnd();
    const name = /^\s*-\s*name:\s*["']?([\w.-]{1,100})["']?$/.exec(body)?.[1];
    const value = /^\s*value:(.*)$/.exec(body)?.[1];
    if (name !== undefined) named = { line, name };
    else if (value !== undefined && named?.line === line - 1)
      found.push({ body: `${named.name}:${value}`, at: { line, column } });
    else found.push({ body, at: { line, column } });
  }
  return found;
}
