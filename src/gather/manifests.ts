import type { Tree, TreeEntry } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository, TreeChange } from '../git/repository.ts';
import type { TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import { Budget } from './budget.ts';
import { type Context, readContext } from './context.ts';
import { markGenerated } from './secret-generators.ts';
import { readTouched } from './touched-files.ts';

const chart = 'Chart.yaml';

export interface Manifests extends Context {
  readonly touched: readonly TouchedFile[];
  readonly before: Tree;
  readonly after: Tree;
}

/** Reads what the range changes and the context it stands in; throws LimitError and MissingObjectsError. */
export async function gatherManifests(repository: Repository, range: Range, policy: Policy): Promise<Manifests> {
  if (range.after === undefined) {
    return { touched: [], before: new Map(), after: new Map(), scopes: new Map(), filesRead: 0, unread: [] };
  }
  const budget = new Budget(policy.limits);
  const changes = await repository.changes(range.before, range.after);
  // The tree before follows from the tree after and the difference: one listing serves both.
  const after = changes.length === 0 ? new Map<string, TreeEntry>() : await repository.tree(range.after);
  const before = new Map(after);
  for (const change of changes) {
    if (change.before === undefined) before.delete(change.path);
    else before.set(change.path, change.before);
  }
  const charts = chartFolders(after.keys(), changes);
  const inChart = (path: string) => isBelow(path, charts);
  const files = await readTouched(repository, changes, policy, inChart, budget);
  const touched = await markGenerated(repository, files, after, policy.limits, budget);
  const context = await readContext(repository, touched, after, policy, inChart, budget);
  return { touched, before, after, ...context };
}

/** Folders with a Chart.yaml on either side, each ending in a slash; the root is ''. What stood only before is among the changes. */
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
