import type { Place } from '../../yaml/document.ts';
import { isSopsValue } from '../value/encrypted.ts';

/** A comment that SOPS encrypted and that can be read now. */
export interface OpenComment {
  readonly text: string;
  /** The key that follows it, as it is written. */
  readonly above: string;
  readonly place: Place;
}

/** The comments above one key. */
interface Above {
  encrypted: number;
  readonly plain: { readonly text: string; readonly place: Place }[];
}

/** Comments of a file of SOPS that can be read, above a key that had so many more encrypted ones; none is meant that could be read before. */
export function openComments(before: string, after: string): readonly OpenComment[] {
  if (!/[#;]ENC\[/.test(before)) return [];
  const [former, now] = [commentsByKey(before), commentsByKey(after)];
  const known = new Set([...former.values()].flatMap(({ plain }) => plain.map(({ text }) => text)));
  return [...now].flatMap(([above, { encrypted, plain }]) => {
    const gone = (former.get(above)?.encrypted ?? 0) - encrypted;
    const fresh = gone <= 0 ? [] : plain.filter(({ text }) => !known.has(text));
    return fresh.slice(0, gone).map((comment) => ({ ...comment, above }));
  });
}

function commentsByKey(text: string): ReadonlyMap<string, Above> {
  const found = new Map<string, Above>();
  let above: Above = { encrypted: 0, plain: [] };
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', comment] = /^(\s*)[#;](.*)$/.exec(line) ?? [];
    if (comment === undefined) {
      const key = /^[\s-]*([^\s:=][^:=]{0,200})/.exec(line)?.[1]?.trim();
      if (key === undefined) continue;
      const known = found.get(key);
      if (known === undefined) found.set(key, above);
      else {
        known.encrypted += above.encrypted;
        for (const each of above.plain) known.plain.push(each);
      }
      above = { encrypted: 0, plain: [] };
    } else if (isSopsValue(comment.trim())) above.encrypted++;
    else if (comment.trim() !== '')
      above.plain.push({ text: comment.trim(), place: { line: index + 1, column: indent.length + 1 } });
  }
  return found;
}
