import type { Path } from '../../yaml/document.ts';
import type { Node } from '../../yaml/parse-tree.ts';
import { endWithComments } from '../edit/comments.ts';
import type { Edit } from '../edit/edit.ts';
import { columnOf } from '../edit/lines.ts';
import { slotAt } from '../edit/slot.ts';

/** Leaves a setting's value empty, without the comments on it; undefined where no value of its own is written there. */
export function emptiedEdit(text: string, root: Node, path: Path): Edit | undefined {
  const slot = slotAt(text, root, path);
  if (slot === undefined || typeof slot.step === 'number' || slot.node.start === -1) return undefined;
  if (slot.node.entries !== undefined || slot.node.items !== undefined) return undefined;
  const isBlock = slot.node.style === 'literal' || slot.node.style === 'folded';
  const key = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s:]+(?: [^\s:]+)*)[ \t]*:[ \t]*/.exec(
    text.slice(slot.start, slot.end),
  )?.[0];
  if (isBlock && key === undefined) return undefined;
  const start = isBlock ? slot.start + (key?.length ?? 0) : slot.node.start;
  return { start, end: endWithComments(text, slot.end, columnOf(text, slot.start)), text: '""' };
}
