import { deflateSync } from 'node:zlib';
import { hunks, type LineChange, lineDiff } from '../../git/diff/line-diff.ts';
import type { PatchedFile } from '../files-after-fix.ts';
import { base85Lines } from './base85.ts';
import { deltaOf } from './delta.ts';
import { quotedPath } from './quoted-path.ts';

/** One file of the head, and what the fix makes of it. */
export interface FilePatch {
  readonly path: string;
  readonly before: PatchedFile;
  readonly after: PatchedFile;
  /** Object ids of both contents; all zeros where there is none. */
  readonly ids: readonly [before: string, after: string];
}

/** The part of a patch for a file, as `git diff` writes it: its header, and the changed lines with three around them. */
export function textPatch(file: FilePatch): string {
  const { before, after } = file;
  const [old, now] = [textOf(before), textOf(after)];
  const [left, right] = [linesOf(old), linesOf(now)];
  const diff = lineDiff(old, now);
  const all = hunks(diff).map((hunk) => hunkText(hunk, diff.changes, left, right));
  const path = (prefix: string) =>
    file.path.includes(' ') ? `${quotedPath(prefix, file.path)}\t` : quotedPath(prefix, file.path);
  const names = [
    `--- ${before === undefined ? '/dev/null' : path('a/')}`,
    `+++ ${after === undefined ? '/dev/null' : path('b/')}`,
  ];
  return [...header(file), ...(all.length === 0 ? [] : names), ...all, ''].join('\n');
}

/**
 * The same as a binary patch, which git applies to text as well. It says what to keep and what to insert, and holds nothing of what it
 * takes out: for files with secrets. Applies forward only.
 */
export function blindPatch(file: FilePatch): { readonly text: string; readonly inserted: string } {
  const { before, after } = file;
  // Git makes nothing of nothing by a delta.
  const isChange = before !== undefined && after !== undefined && before.bytes.length > 0 && after.bytes.length > 0;
  const { bytes, inserted } = isChange
    ? deltaOf(before.bytes, after.bytes)
    : { bytes: after?.bytes ?? Buffer.alloc(0), inserted: textOf(after) };
  const kind = isChange ? 'delta' : 'literal';
  const lines = ['GIT binary patch', `${kind} ${bytes.length}`, ...base85Lines(deflateSync(bytes)), '', ''];
  return { text: [...header(file), ...lines].join('\n'), inserted };
}

const textOf = (file: PatchedFile): string => file?.bytes.toString() ?? '';

function header({ path, before, after, ids: [old, now] }: FilePatch): readonly string[] {
  const isSameMode = before !== undefined && after?.mode === before.mode;
  return [
    `diff --git ${quotedPath('a/', path)} ${quotedPath('b/', path)}`,
    ...(before === undefined ? [`new file mode ${after?.mode}`] : []),
    ...(after === undefined ? [`deleted file mode ${before?.mode}`] : []),
    ...(before !== undefined && after !== undefined && !isSameMode
      ? [`old mode ${before.mode}`, `new mode ${after.mode}`]
      : []),
    `index ${old}..${now}${isSameMode ? ` ${before.mode}` : ''}`,
  ];
}

function hunkText(
  { before, after }: LineChange,
  changes: readonly LineChange[],
  left: readonly string[],
  right: readonly string[],
): string {
  const lines: string[] = [];
  const end = before.start - 1 + before.count;
  let at = before.start - 1;
  const context = (to: number) => {
    for (; at < to; at++) lines.push(` ${left[at]}`);
  };
  for (const change of changes) {
    const first = change.before.start - 1;
    if (first < before.start - 1 || first + change.before.count > end) continue;
    context(first);
    for (; at < first + change.before.count; at++) lines.push(`-${left[at]}`);
    const added = right.slice(change.after.start - 1, change.after.start - 1 + change.after.count);
    lines.push(...added.map((line) => `+${line}`));
  }
  context(end);
  const body = lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
  return `@@ -${rangeOf(before)} +${rangeOf(after)} @@\n${body.replace(/\n$/, '')}`;
}

/** Git counts from the line before where there is none. */
function rangeOf({ start, count }: LineChange['before']): string {
  return count === 0 ? `${start - 1},0` : `${start},${count}`;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
