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

/**
 * Comments of a file of SOPS that can be read, above a key that had so many more encrypted ones; above a new key so many as are gone with the
 * keys that are, because one may have been renamed. None is meant that could be read before.
 */
export function openComments(before: string, after: string): readonly OpenComment[] {
  if (!/[#;]ENC\[/.test(before)) return [];
  const [former, now] = [commentsByKey(before), commentsByKey(after)];
  const known = new Set([...former.values()].flatMap(({ plain }) => plain.map(({ text }) => text)));
  const encryptedIn = (entries: Iterable<[string, Above]>, other: ReadonlyMap<string, Above>) =>
    [...entries].reduce((sum, [above, { encrypted }]) => sum + (other.has(above) ? 0 : encrypted), 0);
  let spare = encryptedIn(former, now) - encryptedIn(now, former);
  return [...now].flatMap(([above, { encrypted, plain }]) => {
    const was = former.get(above);
    const gone = was === undefined ? spare : was.encrypted - encrypted;
    const fresh = gone <= 0 ? [] : plain.filter(({ text }) => !known.has(text)).slice(0, gone);
    if (was === undefined) spare -= fresh.length;
    return fresh.map((comment) => ({ ...comment, above }));
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
