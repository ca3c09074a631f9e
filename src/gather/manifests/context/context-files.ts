import type { ObjectId, Tree } from '../../../git/object/object.ts';
import { addTo } from '../../../groups.ts';
import { folderOf, pathBelow } from '../../../kube/kustomization.ts';
import { isDelivered, scopeOf } from '../../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../../kube/touched-file.ts';
import type { ClusterEntry } from '../../../policy/policy.ts';
import type { Budget } from '../../budget.ts';
import type { NamedFiles } from '../named-files.ts';

/** Unchanged files that can hold context: kubectl applies these endings, and files that have none. */
const manifestName = /(?:\.(?:ya?ml|json))$|(?:^|\/)[^./]+$/i;

/** An unchanged file that may hold what a judgement depends on. */
export interface ContextFile {
  readonly path: string;
  readonly scope: Scope;
}

/** A symbolic link among them. */
export interface ContextLink extends ContextFile {
  /** The blob that holds its target. */
  readonly id: ObjectId;
}

export interface ContextFiles {
  /** By blob id: each is read once. */
  readonly byId: Map<ObjectId, ContextFile[]>;
  readonly links: readonly ContextLink[];
  /** Submodules that kustomizations name. */
  readonly submodules: readonly ContextFile[];
}

export const noFiles: ContextFiles = { byId: new Map(), links: [], submodules: [] };

/** What is asked of the tree. */
export interface ContextQuestion {
  readonly touched: readonly TouchedFile[];
  readonly named: NamedFiles;
  readonly after: Tree;
  readonly clusters: readonly ClusterEntry[];
  readonly wanted: Pick<ReadonlySet<Scope>, 'has'>;
  readonly budget: Budget;
}

/** The unchanged files of the wanted scopes that tools read as manifests by their names, or because a kustomization names them. */
export function contextFiles({ touched, named, after, clusters, wanted, budget }: ContextQuestion): ContextFiles {
  const byId = new Map<ObjectId, ContextFile[]>();
  const links: ContextLink[] = [];
  const submodules: ContextFile[] = [];
  const touchedPaths = new Set(touched.map(({ path }) => path));
  const ask = scopeAsker(clusters);
  for (const [path, { mode, id }] of after) {
    budget.spend(1);
    if (touchedPaths.has(path)) continue;
    const isLink = mode === '120000';
    const isNamed = named.after.has(path);
    const scope = ask(path, isNamed || isLink);
    if (!wanted.has(scope)) continue;
    if (isLink) links.push({ path, scope, id });
    else if (mode === '160000' && isNamed) submodules.push({ path, scope });
    else if (mode.startsWith('100') && (isNamed || manifestName.test(path))) addTo(byId, id, { path, scope });
  }
  return { byId, links, submodules };
}

/**
 * What links put where they are: the file a link leads to is context there as well. A folder of another scope that
 * kustomizations reach through a link is not gone through, and what leads out of the repository is unknown. Adds the files to
 * `byId`, and yields what is unknown.
 */
export function* linkedFiles(
  { byId, links }: ContextFiles,
  targets: ReadonlyMap<ObjectId, string>,
  { touched, named, after, clusters, budget }: ContextQuestion,
): Generator<ContextFile & { readonly why: string }> {
  const touchedPaths = new Set(touched.map(({ path }) => path));
  if (links.length === 0) return;
  const folders = foldersWithManifests(after, budget);
  const reached = foldersAbove(named.after, budget);
  for (const link of links) {
    const isReached = named.after.has(link.path) || reached.has(link.path);
    if (!isReached && !isDelivered(link.path)) continue;
    const target = pathBelow(folderOf(link.path), targets.get(link.id) ?? '/');
    if (target === undefined) {
      yield { ...link, why: 'a symbolic link out of the repository; never followed' };
      continue;
    }
    const entry = after.get(target);
    if (touchedPaths.has(target))
      yield { ...link, why: 'a symbolic link to a file that this change touches; never followed' };
    else if (entry?.mode.startsWith('100')) addTo(byId, entry.id, { path: link.path, scope: link.scope });
    else if (isReached && folders.has(target) && scopeOf(`${target}/x.yaml`, clusters) !== link.scope) {
      yield { ...link, why: 'a symbolic link to a folder of another scope; never followed' };
    }
  }
}

/** Every folder with a manifest in or below it; '' is the root. */
function foldersWithManifests(after: Tree, budget: Budget): ReadonlySet<string> {
  return foldersAbove(
    [...after.keys()].filter((path) => manifestName.test(path)),
    budget,
  );
}

/** Every folder above the paths; '' is the root. */
export function foldersAbove(paths: Iterable<string>, budget: Budget): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) {
      budget.spend(1);
      folders.add(folder);
    }
  }
  return folders;
}

/** Asks for the scope of each path; once a folder where names alone decide. */
export function scopeAsker(clusters: readonly ClusterEntry[]): (path: string, isNamed: boolean) => Scope {
  if (clusters.length > 0) return (path, isNamed) => scopeOf(path, clusters, isNamed);
  const known = new Map<string, Scope>();
  return (path, isNamed) => {
    const key = `${isNamed || isDelivered(path)} ${folderOf(path)}`;
    const scope = known.get(key) ?? scopeOf(path, clusters, isNamed);
    known.set(key, scope);
    return scope;
  };
}
