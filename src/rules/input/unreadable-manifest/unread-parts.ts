import type { FileSide, Structure } from '../../../kube/touched-file.ts';
import type { Unreadable } from '../../../yaml/document.ts';

const unreadStructures: ReadonlySet<Structure> = new Set(['symlink', 'submodule', 'lfs-pointer', 'binary', 'oversize']);

/** Whether nothing of a side was read. */
export function wholeUnread({ structure }: FileSide): boolean {
  return unreadStructures.has(structure);
}

/** The parts that could not be read of one side, without those that the other one has in the same words. */
export function newParts(other: FileSide | undefined, side: FileSide): readonly Unreadable[] {
  if (side.unreadable.length === 0) return [];
  const [linesOther, lines] = [other?.text.split('\n') ?? [], side.text.split('\n')];
  const known = new Set((other?.unreadable ?? []).map((part) => identityOf(part, linesOther)));
  return side.unreadable.filter((part) => !known.has(identityOf(part, lines)));
}

/** The same problem in the same text is not new. */
function identityOf(part: Unreadable, lines: readonly string[]): string {
  return JSON.stringify([part.reason, part.detail, stretchOf(part, lines)]);
}

/** The lines of a part. */
export function stretchOf(part: Unreadable, lines: readonly string[]): string {
  return lines.slice(part.firstLine - 1, part.lastLine).join('\n');
}
