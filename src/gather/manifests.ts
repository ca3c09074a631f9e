import type { Repository, TreeChange } from '../git/repository.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Budget } from './budget.ts';
import { type Context, readContext } from './context.ts';
import { markGenerated } from './secret-generators.ts';
import { readTouched } from './touched-files.ts';
import type { Trees } from './trees.ts';

const chart = 'Chart.yaml';

/** The manifests a change is judged by. */
export interface Manifests extends Context {
  readonly touched: readonly TouchedFile[];
}

/** Reads what the change touches, and its context; throws LimitError and MissingObjectsError. */
export async function readManifests(
  repository: Pick<Repository, 'blobs'>,
  { after, changes }: Trees,
  policy: Policy,
  budget: Budget,
): Promise<Manifests> {
  const charts = chartFolders(after.keys(), changes);
  const inChart = (path: string) => isBelow(path, charts);
  const files = await readTouched(repository, changes, policy, inChart, budget);
  const touched = await markGenerated(repository, files, after, policy.limits, budget);
  const context = await readContext(repository, touched, after, policy, inChart, budget);
  return { touched, ...context };
}

/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. One that was there only before is among the changes. */
function chartFolders(after: Iterable<string>, changes: readonly TreeChange[]): ReadonlySet<string> {
  const folders = new Set<string>();
  const look = (path: string) => {
    if (path === chart || path.endsWith(`/${chart}`)) folders.add(path.slice(0, -chart.length));
  };
  for (const path of after) look(path);
  for (const { path } of changes) look(path);
  return folders;
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end + 1))) return true;
    if (end === 0) break;
  }
  return folders.has('');
}
