import type { Finding, Verdict } from '../gate.ts';
import { type LineDiff, lineDiff } from '../git/diff/line-diff.ts';
import type { TreeEntry } from '../git/object/object.ts';
import { isTextPath } from '../git/object/path.ts';
import type { Range } from '../git/range/range.ts';
import { MissingObjectsError, type Repository } from '../git/repository.ts';
import type { DiffView, FileDiff, ReviewDiff } from '../publish/review-diff.ts';
import { readAvailable } from './blobs.ts';

/** How a file of the diff differs, its contents still unread. */
interface Sides {
  readonly path: string;
  readonly oldPath: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
  /** The same file at the tip of the target, where findings count removed lines in that. */
  readonly target: TreeEntry | undefined;
}

/**
 * The diff that reviewers of a request see (merge base → head), of the files that findings mention. Empty where there is no request,
 * or its objects are missing: the verdict does not depend on it. `limit` is the size in bytes up to which files are read; `similarity` is
 * the forge's.
 */
export async function readReviewDiff(
  repository: Repository,
  range: Range,
  { findings }: Pick<Verdict, 'findings'>,
  { limit, similarity }: DiffView & { readonly limit: number },
): Promise<ReviewDiff> {
  const { mergeBase, head } = range;
  if (range.kind !== 'request' || mergeBase === undefined || head === undefined) return new Map();
  try {
    const sides = await readSides(repository, { ...range, mergeBase, head }, mentioned(findings), similarity);
    return await compare(repository, sides, limit);
  } catch (error) {
    if (error instanceof MissingObjectsError) return new Map();
    throw error;
  }
}

interface Mentioned {
  readonly files: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

function mentioned(findings: readonly Finding[]): Mentioned {
  const removed = new Set(findings.flatMap(({ removedAt }) => (removedAt === undefined ? [] : [removedAt.file])));
  const files = new Set(removed);
  for (const { position, places = [] } of findings) {
    for (const each of position === undefined ? places : [position, ...places]) files.add(each.file);
  }
  return { files, removed };
}

async function readSides(
  repository: Repository,
  { mergeBase, head, before: judged }: { mergeBase: string; head: string; before: string | undefined },
  { files, removed }: Mentioned,
  similarity: number,
): Promise<readonly Sides[]> {
  if (files.size === 0) return [];
  const changes = new Map((await repository.changes(mergeBase, head)).map((change) => [change.path, change]));
  const isMoveIn = [...files].some((path) => changes.has(path) && changes.get(path)?.before === undefined);
  const isMoveOut = [...removed].some((path) => changes.has(path) && changes.get(path)?.after === undefined);
  const renames =
    isMoveIn || isMoveOut ? await repository.renames(mergeBase, head, similarity) : new Map<string, string>();
  const newPaths = new Map([...renames].map(([now, old]) => [old, now]));
  const moved = removed.size > 0 && judged !== undefined && judged !== mergeBase;
  const tips = new Map(
    (moved ? await repository.changes(judged, mergeBase) : []).map((change) => [change.path, change]),
  );
  const paths = new Set([...files].map((path) => newPaths.get(path) ?? path));
  return [...paths].flatMap((path) => {
    const change = changes.get(path);
    if (change === undefined) return [];
    const oldPath = renames.get(path) ?? path;
    // A forge cannot be asked about such a file, and would refuse the comments on all others with it.
    if (!isTextPath(path) || !isTextPath(oldPath)) return [];
    const before = oldPath === path ? change.before : changes.get(oldPath)?.before;
    return [{ path, oldPath, before, after: change.after, target: tips.get(oldPath)?.before }];
  });
}

async function compare(repository: Repository, sides: readonly Sides[], limit: number): Promise<ReviewDiff> {
  const ids = sides.flatMap(({ before, after, target }) =>
    [before, after, target].flatMap((entry) => idOf(entry) ?? []),
  );
  const contents = await readAvailable(repository, ids, limit);
  const texts = new Map(
    [...contents].flatMap(([id, bytes]) => (isBinary(bytes) ? [] : [[id, bytes.toString('utf8')]])),
  );
  const textOf = (entry: TreeEntry | undefined) => (entry === undefined ? '' : texts.get(idOf(entry) ?? ''));
  const diff = new Map<string, FileDiff>();
  for (const { path, oldPath, before, after, target } of sides) {
    const lines = linesOf(textOf(before), textOf(after));
    const tip = target === undefined ? undefined : linesOf(textOf(target), textOf(before));
    const file: FileDiff = { path, oldPath, lines, ...(tip === undefined ? {} : { target: tip }) };
    diff.set(path, file);
    // What is removed is named by its old path.
    if (oldPath !== path) diff.set(oldPath, file);
  }
  return diff;
}

function linesOf(before: string | undefined, after: string | undefined): LineDiff | undefined {
  return before === undefined || after === undefined ? undefined : lineDiff(before, after);
}

/** Links are shown as the text they hold; what is in a submodule is not a file. */
function idOf(entry: TreeEntry | undefined): string | undefined {
  return entry === undefined || entry.mode === '160000' ? undefined : entry.id;
}

/** As git decides it: a NUL among the first 8,000 bytes. */
function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}
