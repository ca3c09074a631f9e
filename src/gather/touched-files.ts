import type { TreeEntry } from '../git/object/object.ts';
import type { Repository, TreeChange } from '../git/repository.ts';
import { readFile } from '../kube/read-file.ts';
import { scopeOf } from '../kube/scope.ts';
import type { FileSide, TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Budget } from './budget.ts';
import { missingContent } from './missing-content.ts';

/** Says whether a path is below a folder with a Chart.yaml, where Helm templates are read tolerantly. */
export type InChart = (path: string) => boolean;

/** Reads both sides of every path that differs; each distinct blob is read once. Throws MissingObjectsError and LimitError. */
export async function readTouched(
  repository: Pick<Repository, 'blobs'>,
  changes: readonly TreeChange[],
  policy: Policy,
  inChart: InChart,
  budget: Budget,
): Promise<TouchedFile[]> {
  const contents = await readContents(repository, changes, policy, budget);
  const side = (path: string, entry: TreeEntry | undefined): FileSide | undefined => {
    if (entry === undefined) return undefined;
    const content = contents.get(entry.id) ?? { bytes: undefined, size: 0, why: undefined };
    return readFile({ path, ...entry, ...content, inChart: inChart(path), limits: policy.limits });
  };
  const vanished = vanishedPaths(changes);
  return changes.map(({ path, before, after }) => {
    budget.checkTime();
    const appeared = before === undefined && after !== undefined;
    return {
      path,
      scope: scopeOf(path, policy.clusters),
      before: side(path, before),
      after: side(path, after),
      movedFrom: appeared ? vanished.get(after.id)?.shift() : undefined,
    };
  });
}

interface Content {
  readonly bytes: Buffer | undefined;
  readonly size: number;
  readonly why: 'oversize' | undefined;
}

async function readContents(
  repository: Pick<Repository, 'blobs'>,
  changes: readonly TreeChange[],
  policy: Policy,
  budget: Budget,
): Promise<ReadonlyMap<string, Content>> {
  const paths = new Map<string, string>();
  for (const { path, before, after } of changes) {
    for (const entry of [before, after]) {
      if (entry !== undefined && entry.mode !== '160000') paths.set(entry.id, path);
    }
  }
  const contents = new Map<string, Content>();
  for await (const { id, bytes, size, why } of repository.blobs(paths.keys(), policy.limits.bytes)) {
    if (why === 'missing') throw missingContent(paths.get(id) ?? '', id);
    budget.charge(bytes?.length ?? 0);
    contents.set(id, { bytes, size, why });
  }
  return contents;
}

/** Blob id → the paths that no longer have it. */
function vanishedPaths(changes: readonly TreeChange[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, before, after } of changes) {
    if (before !== undefined && after === undefined) {
      const known = paths.get(before.id);
      if (known === undefined) paths.set(before.id, [path]);
      else known.push(path);
    }
  }
  return paths;
}
