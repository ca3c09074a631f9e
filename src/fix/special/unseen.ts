import { unseenIn } from '../../hidden/unseen-characters.ts';
import type { Edit } from '../edit/edit.ts';

/** Takes the characters out that a reader does not see, in lines that `former` does not have. Line breaks that no diff shows become spaces. */
export function withoutUnseen(text: string, former: string): readonly Edit[] {
  const known = new Set(former.split('\n'));
  const edits: Edit[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (!known.has(line)) {
      for (const { code, offset, kind } of unseenIn(line.replace(/\r$/, ''), () => true)) {
        const start = at + offset;
        edits.push({ start, end: start + String.fromCodePoint(code).length, text: kind === 'line-break' ? ' ' : '' });
      }
    }
    at += line.length + 1;
  }
  return edits;
}
