import { addTo, once } from '../../groups.ts';
import { identityKey } from '../../kube/identity/identity-key.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { scopeOf } from '../../kube/scope.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { json, mapping } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import type { Part } from '../graph/part.ts';
import { kustomizationsOf } from '../roots/find-roots.ts';
import { isFor, kustomizationLayers } from './patch-layers.ts';
import { basesOf, objectsIn } from './patched-bases.ts';
import { PatchedResource, withLayers, writtenAs } from './patched-resource.ts';
import { type Compared, isCompared, type Sides } from './patching.ts';

/** Objects that a kustomization no longer takes in though their files stay as they are: whoever builds it no longer has them. */
export interface Dropped extends Compared {
  /** The kustomization. */
  readonly file: string;
}

/**
 * What touched kustomizations no longer take in, while its files stay: gone where these are built. What another kustomization of the same scope, or a
 * declaration, takes in for the first time has moved there; from what is declared only to what is declared as well.
 */
export function* droppedObjects(
  touched: readonly TouchedFile[],
  sides: Sides,
  covered: ReadonlySet<string>,
  { clusters, limits }: { readonly clusters: readonly ClusterEntry[]; readonly limits: YamlLimits },
): Generator<Dropped> {
  const [before, after] = [sides.before.graph, sides.after.graph];
  let anew: ReturnType<typeof takenAnew> | undefined;
  const declaredBefore = once(() => declaredFolders(sides.before));
  const declaredAfter = once(() => declaredFolders(sides.after));
  for (const { path: file } of touched) {
    const folder = folderOf(file);
    const [old, now] = [before.kustomization(folder), after.kustomization(folder)];
    if (!isKustomization(file) || covered.has(file) || old === undefined || now?.file !== file) continue;
    const kept = new Set(entriesOf(now));
    const lost = entriesOf(old).filter((path) => !kept.has(path) && isLeft(path, before, after));
    if (lost.length === 0) continue;
    const isTakenOver = (other: string) =>
      scopeOf(other, clusters, true) === scopeOf(file, clusters, true) &&
      (!isKustomization(other) || !declaredBefore().has(folder) || declaredAfter().has(folderOf(other)));
    const { kustomizations } = after.closure([folder], []);
    const inside = new Set(kustomizations.flatMap((part) => [part.folder, ...entriesOf(part)]));
    const layers = kustomizationLayers(before, folder, limits);
    let successors: ReadonlyMap<string, Resource> | undefined;
    for (const path of lost) {
      anew ??= takenAnew(sides);
      if (inside.has(path) || anew.get(path)?.some(isTakenOver) === true) continue;
      for (const base of entryObjects(before, path, limits)) {
        if (!isCompared(base) || !isLeft(writtenAs(base).file, before, after)) continue;
        const at = () => resourcesAt(after, now);
        const was = withLayers(
          base,
          layers.filter((layer) => isFor(layer, base)),
          file,
          at,
        );
        const whole = (object: Resource) =>
          new PatchedResource(object, { value: object.value, marks: [], isPatch: false }, file, at);
        successors ??= untouchedObjects(
          after,
          addedEntries(old, now),
          new Set(touched.map((each) => each.path)),
          limits,
        );
        const successor = successors.get(identityKey(base));
        const key = JSON.stringify(['dropped', file, writtenAs(base).file, base.kind, base.namespace, base.name]);
        yield { file, key, before: was && whole(was), after: successor && whole(successor), base };
      }
    }
  }
}

function addedEntries(old: Part, now: Part): readonly string[] {
  const known = new Set(entriesOf(old));
  return entriesOf(now).filter((path) => !known.has(path));
}

/** What comes in by entries from files that the change leaves as they are; those of touched files are compared as they are. */
function untouchedObjects(
  graph: Graph,
  entries: readonly string[],
  touched: ReadonlySet<string>,
  limits: YamlLimits,
): ReadonlyMap<string, Resource> {
  const all = entries.flatMap((path) => [...entryObjects(graph, path, limits)]);
  return new Map(all.filter((each) => !touched.has(writtenAs(each).file)).map((each) => [identityKey(each), each]));
}

function entryObjects(graph: Graph, path: string, limits: YamlLimits): Iterable<Resource> {
  return graph.view.file(path) === undefined
    ? basesOf(graph, path, () => true, limits)
    : objectsIn(graph, path, () => true);
}

function entriesOf({ inputs, includes }: Part): readonly string[] {
  const own = inputs.filter(({ at }) => at[0] === 'resources' || at[0] === 'bases');
  return [...own, ...includes].map(({ path }) => path);
}

/** Whether a file stays as it is, or a folder stays. */
function isLeft(path: string, before: Graph, after: Graph): boolean {
  const id = before.view.file(path)?.id;
  return id === undefined ? after.view.isFolder(path) : after.view.file(path)?.id === id;
}

/** What is taken in that was not before, by the files of the kustomizations and declarations that do so. */
function takenAnew({ before, after }: Sides): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of after.graph.view.paths.filter(isKustomization)) {
    const [old, now] = [before, after].map(({ graph }) => graph.kustomization(folderOf(file)));
    const known = new Set(old === undefined ? [] : entriesOf(old));
    for (const path of now === undefined ? [] : entriesOf(now)) if (!known.has(path)) addTo(found, path, file);
  }
  const known = new Set(declaredIn(before).map(([path, file]) => json([path, file])));
  for (const [path, file] of declaredIn(after)) if (!known.has(json([path, file]))) addTo(found, path, file);
  return found;
}

/** The files and folders that declarations deliver, each with the file that declares it. */
function declaredIn({ roots }: Sides['after']): readonly (readonly [path: string, file: string])[] {
  return [...roots.values()].flatMap(({ declared, sources }) =>
    declared === undefined
      ? []
      : sources
          .flatMap((source) => [...kustomizationsOf(source), ...(source.kind === 'files' ? source.files : [])])
          .map((path) => [path, declared.file] as const),
  );
}

/** The folders of the kustomizations that declarations deliver, with those that these take in. */
function declaredFolders({ graph, roots }: Sides['after']): ReadonlySet<string> {
  const declared = [...roots.values()].filter((root) => root.declared !== undefined);
  const { kustomizations } = graph.closure(
    declared.flatMap(({ sources }) => sources.flatMap(kustomizationsOf)),
    [],
  );
  return new Set(kustomizations.map(({ folder }) => folder));
}

function resourcesAt({ view }: Graph, { file }: Part): Position {
  const document = view.documents(file)[0];
  const isStated = mapping(document?.value).resources !== undefined;
  return { file, ...(document?.at(isStated ? ['resources'] : []) ?? { line: 1, column: 1 }) };
}
