import { type LineDiff, lineDiff, mapLine } from '../git/diff/line-diff.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import type { HeadLine } from '../rules/observe.ts';
import { readAvailable } from './blobs.ts';

/** Findings have the head's lines; where the merge moved them, our line diff maps them back. */
export async function readHeadLines(
  repository: Repository,
  { head, after }: Range,
  touched: readonly TouchedFile[],
  limit: number,
): Promise<HeadLine> {
  if (head === undefined || after === undefined || head === after) return (_, line) => line;
  const merged = new Map(touched.flatMap((file) => (file.after === undefined ? [] : [[file.path, file.after]])));
  const heads = new Map<string, string>();
  for (const { path, before, after: result } of await repository.changes(head, after)) {
    if (before !== undefined && result !== undefined && merged.has(path)) heads.set(path, before.id);
  }
  const contents = await readAvailable(repository, heads.values(), limit);
  const texts = new Map([...contents].map(([id, bytes]) => [id, bytes.toString('utf8')]));
  const diffs = new Map<string, LineDiff>();
  return (path, line) => {
    const text = texts.get(heads.get(path) ?? '');
    const side = merged.get(path);
    if (text === undefined || side === undefined) return line;
    const diff = diffs.get(path) ?? lineDiff(side.text, text);
    diffs.set(path, diff);
    return mapLine(diff, line) ?? line;
  };
}
