import { addTo } from '../../groups.ts';
import { folderOf, isKustomization, pathBelow } from '../../kube/kustomization.ts';
import { mergedOver } from '../../kube/patch/laid-over.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import { type ScopeObjects, scopeOf } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, list, type Mapping, mapping, text, valueUnder } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import type { Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import { patchKey } from './patch-files.ts';
import { isFor, kustomizationLayers, type Layer, layersOf, type Written } from './patch-layers.ts';
import { withLayers } from './patched-resource.ts';

type Sides = Readonly<Record<'before' | 'after', Delivered>>;

/** What lists patches, on both sides. */
interface Patching {
  /** The file that the objects are held together by. */
  readonly file: string;
  readonly before: readonly Layer[];
  readonly after: readonly Layer[];
  /** The objects that it lays them over, as they are after the change; those before tell which are gone. */
  readonly bases: Readonly<Record<'before' | 'after', (isWanted: IsWanted) => readonly Resource[]>>;
  /** Whether what it makes of objects that are here is judged as it is rendered. */
  readonly isRendered: boolean;
  readonly elsewhere: (path: Path) => Position;
  /** Whether it takes in what is not in the repository, so that its patches may be for objects that are not here. */
  readonly isOpen: () => boolean;
}

/** Is told of each patch that is judged in its place, with the object that it is laid over. */
type InPlace = (layer: Layer, object?: Resource) => void;

type IsWanted = (bytes: Buffer) => boolean;

/**
 * What patches, labels and annotations make of the objects that they are laid over, before and after, where nothing rendered it: of objects of
 * the repository all of them, of others what is stated alone. Both sides have the objects of the head, so that only what is laid over them
 * differs. One change that several kustomizations take over is there once. `inPlace` is told of the patches that are judged by it, as
 * `patchKey` has them: of an object of the patch's own kind, so that nothing of another kind passes for a patch.
 */
export function patchedObjects(
  touched: readonly TouchedFile[],
  objects: ReadonlyMap<Scope, ScopeObjects>,
  delivered: Sides,
  rendering: Rendering,
  { clusters, limits }: { readonly clusters: readonly ClusterEntry[]; readonly limits: YamlLimits },
  inPlace: (key: string) => void = () => {},
): ReadonlyMap<Scope, { readonly before: readonly Resource[]; readonly after: readonly Resource[] }> {
  const found = new Map<Scope, { readonly before: Resource[]; readonly after: Resource[] }>();
  const seen = new Set<string>();
  const note: InPlace = ({ file, value }, object) => {
    if (object === undefined || mapping(value).kind === object.kind) inPlace(patchKey(file, value));
  };
  const take = (scope: Scope, patching: Patching) => {
    const sides = found.get(scope) ?? { before: [], after: [] };
    found.set(scope, sides);
    for (const { key, before, after } of comparedBy(patching, note)) {
      const either = after ?? before;
      if (seen.has(key) || (patching.isRendered && either !== undefined && isShown(either, rendering))) continue;
      seen.add(key);
      if (before !== undefined) sides.before.push(before);
      if (after !== undefined) sides.after.push(after);
    }
  };
  for (const patching of kustomizations(touched, delivered, rendering.covered, limits))
    take(scopeOf(patching.file, clusters, true), patching);
  for (const [scope, sides] of objects) {
    for (const patching of declared(sides, delivered, limits)) take(scope, patching);
  }
  return found;
}

/** Whether what was rendered has an object of this name, or one that a prefix or suffix made of it. */
function isShown({ kind, name }: Resource, { roots }: Rendering): boolean {
  return roots.some(({ before, after }) =>
    [before, after].some((side) =>
      side?.objects.some((each) => each.kind === kind && (name === '*' || each.name.includes(name))),
    ),
  );
}

function* kustomizations(
  touched: readonly TouchedFile[],
  { before, after }: Sides,
  covered: ReadonlySet<string>,
  limits: YamlLimits,
): Generator<Patching> {
  const changed = new Set(touched.map(({ path }) => path));
  const renamed = renamedFiles(touched);
  const { view } = after.graph;
  const files = view.paths.filter((path) => isKustomization(path) && view.kustomizationOf(folderOf(path)) === path);
  const included = new Set(files.flatMap((file) => componentsOf(after.graph, folderOf(file))));
  for (const file of files) {
    const folder = folderOf(file);
    const former = folderOf(renamed.get(file) ?? file);
    if (included.has(folder) || !isConcerned(after.graph, before.graph, folder, changed)) continue;
    const document = view.documents(file)[0];
    yield {
      file,
      before: kustomizationLayers(before.graph, former, limits),
      after: kustomizationLayers(after.graph, folder, limits),
      bases: { before: basesIn(before.graph, former, limits), after: basesIn(after.graph, folder, limits) },
      isRendered: covered.has(file),
      isOpen: () => {
        const { gaps, charts } = after.graph.closure([folder], []);
        return gaps.length > 0 || charts.length > 0 || after.graph.kustomization(folder)?.isComponent === true;
      },
      elsewhere: () => {
        const field = ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'resources'];
        const stated = field.find((each) => mapping(document?.value)[each] !== undefined);
        return { file, ...(document?.at(stated === undefined ? [] : [stated]) ?? { line: 1, column: 1 }) };
      },
    };
  }
}

/** Where files were that are the same, in the same place below a first folder that is called otherwise now (how-it-judges.md, "Scopes"). */
function renamedFiles(touched: readonly TouchedFile[]): ReadonlyMap<string, string> {
  const scopes = new Map(touched.map(({ path, scope }) => [path, scope]));
  const belowFirst = (path: string) => path.slice(path.indexOf('/') + 1);
  return new Map(
    touched.flatMap(({ path, scope, movedFrom }) =>
      movedFrom !== undefined && scopes.get(movedFrom) === scope && belowFirst(movedFrom) === belowFirst(path)
        ? [[path, movedFrom] as const]
        : [],
    ),
  );
}

/** Folders that a kustomization takes in as components. */
function componentsOf(graph: Graph, folder: string): readonly string[] {
  const includes = graph.kustomization(folder)?.includes ?? [];
  return includes.flatMap(({ path, at }) => (at[0] === 'components' ? [path] : []));
}

/** Whether a kustomization, one of its patches or of its components differs. */
function isConcerned(
  after: Graph,
  before: Graph,
  folder: string,
  changed: ReadonlySet<string>,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(folder)) return false;
  seen.add(folder);
  return [after, before].some((graph) => {
    const part = graph.kustomization(folder);
    if (part === undefined) return false;
    if (changed.has(part.file) || part.inputs.some(({ path, at }) => isPatchField(at) && changed.has(path)))
      return true;
    return componentsOf(graph, folder).some((each) => isConcerned(after, before, each, changed, seen));
  });
}

function isPatchField(at: Path): boolean {
  return String(at[0]).startsWith('patches');
}

/** The objects of a kustomization before its own layers, those of what it includes with theirs. */
function basesIn(graph: Graph, folder: string, limits: YamlLimits): (isWanted: IsWanted) => readonly Resource[] {
  return (isWanted) => included(graph, folder, isWanted, limits, new Map());
}

/** `known` has what is included in folders already; a circle ends where it began. Of one object in several of them kustomize takes none. */
function included(
  graph: Graph,
  folder: string,
  isWanted: IsWanted,
  limits: YamlLimits,
  known: Map<string, readonly Resource[]>,
): readonly Resource[] {
  const part = graph.kustomization(folder);
  const own = known.get(folder);
  if (part === undefined || own !== undefined) return own ?? [];
  known.set(folder, []);
  const found = new Map<string, Resource>();
  const take = (objects: Iterable<Resource>) => {
    for (const each of objects) {
      const key = JSON.stringify([each.group, each.kind, each.namespace, each.name]);
      if (!found.has(key)) found.set(key, each);
    }
  };
  for (const { path, at } of part.inputs) {
    if (at[0] === 'resources' || at[0] === 'bases') take(objectsIn(graph, path, isWanted));
  }
  for (const { path, at } of part.includes) {
    const inner = included(graph, path, isWanted, limits, known);
    // The layers of a component are among those of who takes it in.
    take(at[0] === 'components' ? inner : layered(inner, kustomizationLayers(graph, path, limits), path));
  }
  const all = [...found.values()];
  known.set(folder, all);
  return all;
}

function* objectsIn({ view }: Graph, path: string, isWanted: IsWanted): Generator<Resource> {
  const bytes = view.bytes(path);
  if (bytes === undefined || !isWanted(bytes)) return;
  for (const document of view.documents(path)) yield* resourcesOf(document, path);
}

function layered(objects: readonly Resource[], layers: readonly Layer[], file: string): readonly Resource[] {
  if (layers.length === 0) return objects;
  return objects.flatMap((object) => {
    const own = layers.filter((layer) => isFor(layer, object));
    return own.length === 0 ? object : (withLayers(object, own, file, (path) => object.at(path)) ?? []);
  });
}

/** An object with what is laid over it on both sides. */
interface Compared {
  /** Equal where the same happens to the same object. */
  readonly key: string;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
}

function* comparedBy(patching: Patching, note: InPlace): Generator<Compared> {
  noteKept(patching, note);
  const [old, now] = [new Set(patching.before.map(({ key }) => key)), new Set(patching.after.map(({ key }) => key))];
  const differing = [
    ...patching.before.filter(({ key }) => !now.has(key)),
    ...patching.after.filter(({ key }) => !old.has(key)),
  ];
  if (differing.length === 0) return;
  const isWanted = wantedBy(differing);
  const bases = patching.bases.after(isWanted).filter(isJudged);
  const met = new Set<Layer>();
  for (const base of bases) {
    const own = differing.filter((layer) => isFor(layer, base));
    if (own.length === 0) continue;
    for (const layer of own) {
      met.add(layer);
      note(layer, base);
    }
    if (patching.isRendered) continue;
    const [before, after] = [patching.before, patching.after].map((layers) =>
      withLayers(
        base,
        layers.filter((layer) => isFor(layer, base)),
        patching.file,
        patching.elsewhere,
      ),
    );
    const key = JSON.stringify([
      base.file,
      base.kind,
      base.namespace,
      base.name,
      own.map((each) => [each.key, each.file]),
    ]);
    yield { key, before, after };
  }
  yield* ofUnknown(patching, differing, met, isWanted, note);
}

/** Patches that both sides have: one that is in another file now is judged in its place where it has one. */
function noteKept({ before, after, bases, isOpen }: Patching, note: InPlace): void {
  const places = (layers: readonly Layer[]) => new Set(layers.map(({ key, file }) => JSON.stringify([key, file])));
  const keys = (layers: readonly Layer[]) => new Set(layers.map(({ key }) => key));
  const moved: Layer[] = [];
  for (const [own, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const [known, same] = [keys(other), places(other)];
    for (const layer of own) {
      if (!known.has(layer.key) || layer.isForAll) continue;
      if (same.has(JSON.stringify([layer.key, layer.file]))) note(layer);
      else moved.push(layer);
    }
  }
  if (moved.length === 0) return;
  const objects = bases.after(wantedBy(moved)).filter(isJudged);
  for (const layer of moved) {
    for (const object of objects) if (isFor(layer, object)) note(layer, object);
    const kind = headOf(layer)?.kind;
    if (kind !== undefined && kind === mapping(layer.value).kind && (kind !== 'Namespace' || isOpen())) note(layer);
  }
}

/** Kinds that are compared here: those with pods, namespaces and the accounts of pods. */
function isJudged({ kind, value }: Pick<Resource, 'kind' | 'value'>): boolean {
  return /^(?:Namespace|Project|ServiceAccount)$/.test(kind) || isMapping(value.spec) || isMapping(value.template);
}

function wantedBy(layers: readonly Layer[]): IsWanted {
  const words = layers.flatMap(({ target, value, isForAll }) => {
    if (isForAll) return ['Namespace', 'ServiceAccount', 'template'];
    const named = target ?? { kind: mapping(value).kind, name: mapping(mapping(value).metadata).name };
    const word = [text(named.name), text(named.kind)].find((each) => each !== undefined && /^[\w-]+$/.test(each));
    return word ?? '';
  });
  return (bytes) => words.some((word) => word === '' || bytes.includes(word));
}

/** What is laid over objects that are not here: what it states, and no longer states. */
function* ofUnknown(
  { before, after, bases, file, elsewhere, isOpen }: Patching,
  differing: readonly Layer[],
  met: ReadonlySet<Layer>,
  isWanted: IsWanted,
  note: InPlace,
): Generator<Compared> {
  const open = differing.filter((layer) => !met.has(layer) && !layer.isForAll);
  const heads = new Map<string, Mapping>();
  for (const layer of open) {
    const head = headOf(layer);
    if (head !== undefined) heads.set(JSON.stringify(head), head);
  }
  for (const [key, head] of heads) {
    const [bare] = resourcesOf({ ...blank, value: head }, file);
    if (bare === undefined) continue;
    const [old, now] = [before, after].map((layers) => layers.filter((layer) => isFor(layer, bare))) as [
      Layer[],
      Layer[],
    ];
    // A namespace that nothing else can declare is declared by this.
    if (bare.kind !== 'Namespace' || isOpen()) for (const each of [...old, ...now]) note(each, bare);
    // Who is gone itself has lost nothing.
    if (now.length === 0 && bases.before(isWanted).some((each) => old.some((layer) => isFor(layer, each)))) continue;
    const outline = withContainers(
      [...old, ...now].reduce<Mapping>(
        (known, { value }) =>
          isMapping(value) ? (mergedOver(known, outlineOf(value), bare.group, () => {}) ?? known) : known,
        head,
      ),
    );
    const base = { ...bare, value: outline, isPatch: true } as Resource;
    const side = (layers: readonly Layer[]) => withLayers(base, layers, file, elsewhere);
    yield {
      key: JSON.stringify([key, [...old, ...now].map((each) => [each.key, each.file])]),
      before: old.length === 0 ? undefined : side(old),
      after: side(now),
    };
  }
}

const blank: Omit<Document, 'value'> = {
  line: 1,
  duplicateKeys: [],
  at: () => ({ line: 1, column: 1 }),
  valueAt: () => ({ line: 1, column: 1 }),
  styleAt: () => undefined,
};

const apiVersions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Pod: 'v1',
  Namespace: 'v1',
  ServiceAccount: 'v1',
};

/** What says which object it is: the patch itself, or its target where that names one. */
function headOf({ target, value }: Layer): Mapping | undefined {
  const own = mapping(value);
  const { name } = target ?? mapping(own.metadata);
  const namespace = text(target?.namespace) ?? mapping(own.metadata).namespace;
  const kind = text(target?.kind) ?? text(own.kind);
  if (
    kind === undefined ||
    !/^\w+$/.test(kind) ||
    !isJudged({ kind, value: Array.isArray(value) ? { spec: {} } : own })
  )
    return undefined;
  const stated =
    text(own.apiVersion) ?? (text(target?.version) && [target?.group, target?.version].filter(Boolean).join('/'));
  const apiVersion = stated ?? (Object.hasOwn(apiVersions, kind) ? apiVersions[kind] : undefined);
  if (apiVersion === undefined) return undefined;
  // A target without a name means every object of its kind.
  const metadata = {
    name: text(name) ?? (target === undefined ? '' : '*'),
    ...(text(namespace) === undefined ? {} : { namespace }),
  };
  return { apiVersion, kind, metadata };
}

/** Of a patch the names of the containers that it is about. */
function outlineOf(value: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (/^(?:init|ephemeral)?[cC]ontainers$/.test(key) && Array.isArray(inner)) {
        return [
          [key, inner.flatMap((item) => (text(mapping(item).name) === undefined ? [] : { name: mapping(item).name }))],
        ];
      }
      const outline = isMapping(inner) && key !== 'metadata' ? outlineOf(inner) : {};
      return Object.keys(outline).length === 0 ? [] : [[key, outline]];
    }),
  );
}

const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
};

/** An object with pods has containers, whether a patch names them or not: what it states for the pod is for all of them. */
function withContainers(outline: Mapping): Mapping {
  const path = podPaths[text(outline.kind) ?? ''];
  if (path === undefined || list(valueUnder(outline, ...path, 'containers')).length > 0) return outline;
  const containers = path.reduceRight<Mapping>((inner, key) => ({ [key]: inner }), { containers: [{ name: '*' }] });
  return mergedOver(outline, containers, '', () => {}) ?? outline;
}

/** Objects of Flux and Argo CD that list patches for what they deliver. */
function* declared({ before, after }: ScopeObjects, delivered: Sides, limits: YamlLimits): Generator<Patching> {
  const [old, now] = [new Set(before), new Set(after)];
  const keyOf = ({ kind, namespace, name }: Resource) => JSON.stringify([kind, namespace, name]);
  const former = new Map<string, Resource[]>();
  for (const each of before) if (!now.has(each) && declaringKinds.has(each.kind)) addTo(former, keyOf(each), each);
  for (const resource of after) {
    if (old.has(resource) || !declaringKinds.has(resource.kind)) continue;
    const was = former.get(keyOf(resource))?.[0];
    const layers = (each: Resource | undefined) =>
      each === undefined ? [] : writtenIn(each).flatMap((one) => layersOf(one, '', undefined, limits));
    const bases = (side: 'before' | 'after', each: Resource | undefined) => (isWanted: IsWanted) =>
      each === undefined
        ? []
        : foldersOf(each, delivered[side]).flatMap((folder) =>
            basesOf(delivered[side].graph, folder, isWanted, limits),
          );
    yield {
      file: resource.file,
      before: layers(was),
      after: layers(resource),
      bases: { before: bases('before', was), after: bases('after', resource) },
      isRendered: false,
      isOpen: () => true,
      elsewhere: () => resource.at(['spec']),
    };
  }
}

const declaringKinds: ReadonlySet<string> = new Set(['Kustomization', 'HelmRelease', 'Application', 'ApplicationSet']);

/** Where an object has the fields of a kustomization. */
function writtenIn({ group, kind, value, document, path, file }: Resource): readonly Written[] {
  const at = (inside: Path): Written[] => {
    const found = inside.reduce<unknown>(
      (each, step) => (typeof step === 'number' ? list(each)[step] : mapping(each)[step]),
      value,
    );
    return isMapping(found) ? [{ file, document, path: [...path, ...inside], value: found }] : [];
  };
  if (group === 'kustomize.toolkit.fluxcd.io') return at(['spec']);
  if (group === 'helm.toolkit.fluxcd.io') {
    return list(mapping(value.spec).postRenderers).flatMap((_, index) =>
      at(['spec', 'postRenderers', index, 'kustomize']),
    );
  }
  if (group !== 'argoproj.io') return [];
  const spec = kind === 'ApplicationSet' ? ['spec', 'template', 'spec'] : ['spec'];
  const sources = list(valueUnder(value, ...spec, 'sources'));
  return [
    at([...spec, 'source', 'kustomize']),
    ...sources.map((_, index) => at([...spec, 'sources', index, 'kustomize'])),
  ].flat();
}

/** The folders of this repository that an object has delivered, of those that it names. */
function foldersOf({ file, value }: Resource, { roots }: Delivered): readonly string[] {
  const spec = mapping(value.spec);
  const named = [spec.path, mapping(spec.source).path, ...list(spec.sources).map((each) => mapping(each).path)];
  const paths = new Set(named.flatMap((each) => (typeof each === 'string' ? (pathBelow('', each) ?? []) : [])));
  const own = [...roots.values()].filter(({ declared: by }) => by?.file === file).flatMap(({ sources }) => sources);
  return own.flatMap((source) => {
    const folder =
      source.kind === 'kustomize'
        ? source.folder
        : source.kind === 'files'
          ? folderOf(source.files[0] ?? '')
          : undefined;
    return folder !== undefined && paths.has(folder) ? folder : [];
  });
}

/** The objects of a folder as it is delivered: by its kustomization, else all of its files. */
function basesOf(graph: Graph, folder: string, isWanted: IsWanted, limits: YamlLimits): readonly Resource[] {
  if (graph.kustomization(folder) !== undefined) {
    return layered(
      included(graph, folder, isWanted, limits, new Map()),
      kustomizationLayers(graph, folder, limits),
      folder,
    );
  }
  return graph.view
    .below(folder)
    .flatMap((path) => (/\.ya?ml$/.test(path) ? [...objectsIn(graph, path, isWanted)] : []));
}
