import type { Tree } from '../git/object/object.ts';
import type { Repository } from '../git/repository.ts';
import { isCandidate } from '../kube/candidate.ts';
import { isOfOpenshift, mentionsOpenshift } from '../kube/openshift.ts';
import { readFile } from '../kube/read-file.ts';
import type { Resource } from '../kube/resource.ts';
import { type ScopeObjects, scopeOf } from '../kube/scope.ts';
import type { Scope, TouchedFile } from '../kube/touched-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Budget } from './budget.ts';
import { missingContent } from './missing-content.ts';
import type { InChart } from './touched-files.ts';

/** Unchanged files that can hold context: kubectl applies these endings, and files that have none. */
const manifestName = /(?:\.(?:ya?ml|json))$|(?:^|\/)[^./]+$/i;

export interface Context {
  /** The objects of every scope that the change touches. */
  readonly objects: ReadonlyMap<Scope, ScopeObjects>;
  readonly filesRead: number;
  /** Unchanged files of which something could not be read, so that what it holds is unknown. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
  /** Whether the repository holds objects of OpenShift's, so that the cluster is one. */
  readonly showsOpenshift: boolean;
}

type ObjectsByScope = Map<Scope, { readonly before: Resource[]; readonly after: Resource[] }>;

/**
 * The objects of every scope the change touches: of touched files both sides, and of unchanged files that may hold RBAC.
 * Unchanged files are read only where a touched one may hold RBAC itself: a permission can change in no other way.
 */
export async function readContext(
  repository: Pick<Repository, 'blobs'>,
  touched: readonly TouchedFile[],
  after: Tree,
  policy: Policy,
  inChart: InChart,
  budget: Budget,
): Promise<Context> {
  const { limits } = policy;
  const objects = touchedObjects(touched);
  const paths = contextPaths(touched, after, policy);
  const unread: { file: string; why: string }[] = [];
  let filesRead = 0;
  let showsOpenshift = touchedShowOpenshift(touched, paths.size === 0);
  for await (const { id, bytes, size, why } of repository.blobs(paths.keys(), limits.bytes)) {
    budget.charge(bytes?.length ?? 0);
    if (why === 'missing') throw missingContent(paths.get(id)?.[0] ?? '', id);
    // A chart may hold objects for platforms that the cluster is not.
    const isOwn = !showsOpenshift && bytes !== undefined && paths.get(id)?.some((path) => !inChart(path));
    if (isOwn === true && mentionsOpenshift(bytes)) showsOpenshift = true;
    if (bytes !== undefined && !isCandidate(bytes)) continue;
    for (const path of paths.get(id) ?? []) {
      if (bytes === undefined) {
        unread.push({ file: path, why: why ?? 'oversize' });
        continue;
      }
      filesRead++;
      const side = readFile({ path, mode: '100644', id, bytes, size, why: undefined, inChart: inChart(path), limits });
      for (const { line, detail } of side.unreadable) unread.push({ file: path, why: `line ${line}: ${detail}` });
      const scope = objects.get(scopeOf(path, policy.clusters));
      for (const resource of side.resources) {
        scope?.before.push(resource);
        scope?.after.push(resource);
      }
    }
  }
  return { objects, filesRead, unread, showsOpenshift };
}

/** Whether the touched files showed OpenShift before the change; where there was nothing, the change says it itself. */
function touchedShowOpenshift(touched: readonly TouchedFile[], isAlone: boolean): boolean {
  const sides = touched.filter(({ after, before }) => (before ?? after)?.structure !== 'template');
  const before = sides.flatMap((file) => file.before?.resources ?? []);
  const isFirst = isAlone && before.length === 0;
  return (isFirst ? sides.flatMap((file) => file.after?.resources ?? []) : before).some(isOfOpenshift);
}

/** The objects of the touched files alone, by scope. */
export function touchedObjects(touched: readonly TouchedFile[]): ObjectsByScope {
  const objects: ObjectsByScope = new Map();
  for (const { scope, before, after } of touched) {
    const sides = objects.get(scope) ?? { before: [], after: [] };
    for (const resource of before?.resources ?? []) sides.before.push(resource);
    for (const resource of after?.resources ?? []) sides.after.push(resource);
    objects.set(scope, sides);
  }
  return objects;
}

/** Blob id → the unchanged paths with it that can be context. */
function contextPaths(touched: readonly TouchedFile[], after: Tree, { clusters }: Policy): Map<string, string[]> {
  const wanted = new Set(touched.filter(mayHoldRbac).map(({ scope }) => scope));
  const paths = new Map<string, string[]>();
  if (wanted.size === 0) return paths;
  const touchedPaths = new Set(touched.map(({ path }) => path));
  const isWanted = remembered((path) => wanted.has(scopeOf(path, clusters)), clusters.length === 0);
  for (const [path, { mode, id }] of after) {
    if (!isWanted(path) || touchedPaths.has(path) || !mode.startsWith('100') || !manifestName.test(path)) continue;
    const known = paths.get(id);
    if (known === undefined) paths.set(id, [path]);
    else known.push(path);
  }
  return paths;
}

/** Asks once a folder where only the folder decides, as it does for scopes without patterns of the policy. */
function remembered(ask: (path: string) => boolean, isByFolder: boolean): (path: string) => boolean {
  if (!isByFolder) return ask;
  const answers = new Map<string, boolean>();
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const answer = answers.get(folder) ?? ask(path);
    answers.set(folder, answer);
    return answer;
  };
}

function mayHoldRbac({ before, after }: TouchedFile): boolean {
  return [before, after].some((side) => side !== undefined && side.bytes.length > 0 && isCandidate(side.bytes));
}
