import { basename } from 'node:path/posix';
import { groupBy, once } from '../../groups.ts';
import type { KnownAs } from '../../kube/patch/targets.ts';
import type { Resource } from '../../kube/resource.ts';
import { withValue } from '../../kube/resources.ts';
import type { TouchedFile } from '../../kube/touched-file.ts';
import { isSameValue, json, list, mapping, text } from '../../plain-values.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import { isFor, kustomizationLayers, type Layer } from './patch-layers.ts';
import type { Sides } from './patching.ts';
import { isByIndex, isSurelyFor, LayerIndex, surelyLaid } from './sure-layers.ts';
import { Takers, type Way } from './takers.ts';

type Side = 'before' | 'after';

/** As many files of one name are looked at for where a file may have been. */
const mostNamesakes = 20;

/**
 * The objects of touched files as the kustomizations that take them in leave them, by the objects as they are written: with the patches that every way
 * by which they come to be delivered lays over them, and that the change leaves as they are (what it changes of patches is compared by itself).
 * Objects of files that nothing takes in, and of which it is not sure what becomes of them, are left out.
 */
export function asDelivered(
  touched: readonly TouchedFile[],
  sides: Sides,
  isPlain: (file: string) => boolean,
  limits: YamlLimits,
): ReadonlyMap<Resource, Resource> {
  const ways = {
    before: new SideLayers(sides.before.graph, new Takers(sides.before, sides.after), limits),
    after: new SideLayers(sides.after.graph, new Takers(sides.after, sides.before), limits),
  };
  const other = { before: 'after', after: 'before' } as const;
  const files = touched.filter(({ path }) => !isPlain(path));
  const byName = groupBy(files, ({ path }) => basename(path));
  /** Of a file that is only on one side: the layers of the other side in its folders, and of files there that may be the same. */
  const namesakes = (side: Side, { path }: TouchedFile) => {
    const folders = (ways[other[side]].waysOf(path) ?? []).flatMap((way) => way.folders);
    const same = byName.get(basename(path))?.filter((each) => each[other[side]] === undefined) ?? [];
    return [
      ways[side].keysIn(folders),
      ...same.slice(0, mostNamesakes).flatMap((each) => ways[side].keysOf(each.path)),
    ];
  };
  const kept = (side: Side, file: TouchedFile, layers: readonly Layer[]) => {
    if (layers.length === 0) return layers;
    const there = other[side];
    if (file[there] !== undefined) return layers.filter(({ key }) => ways[there].isOnAll(file.path, key));
    const known = namesakes(there, file);
    return layers.filter(({ key }) => known.some((keys) => keys.has(key)));
  };
  const found = new Map<Resource, Resource>();
  for (const file of files) {
    for (const side of ['before', 'after'] as const) {
      for (const resource of file[side]?.resources ?? []) {
        if (resource.isEmbedded === true || resource.isPatch === true) continue;
        const { layers: all, most } = ways[side].layersOf(resource);
        const same = kept(side, file, all);
        // What others do to lists before decides which item an index means.
        const layers = same.length < most ? same.filter((layer) => !isByIndex(layer)) : same;
        const value = layers.length === 0 ? undefined : surelyLaid(resource, layers);
        if (value !== undefined && !isSameValue(value, resource.value)) found.set(resource, withValue(resource, value));
      }
    }
  }
  return found;
}

/** What kustomizations of one side lay over the files that they take in. */
class SideLayers {
  readonly #graph: Graph;
  readonly waysOf: (file: string) => readonly Way[] | undefined;
  readonly #layersIn: (folder: string) => LayerIndex;
  readonly #keysInAll: (folders: string) => ReadonlySet<string>;

  constructor(graph: Graph, takers: Takers, limits: YamlLimits) {
    this.#graph = graph;
    this.waysOf = once((file) => takers.waysOf(file));
    this.#layersIn = once((folder) => new LayerIndex(kustomizationLayers(graph, folder, limits)));
    this.#keysInAll = once((folders) => {
      const all: readonly string[] = JSON.parse(folders);
      return new Set(all.flatMap((folder) => this.#layersIn(folder).layers.map(({ key }) => key)));
    });
  }

  /** The keys of the layers of these folders. */
  keysIn(folders: readonly string[]): ReadonlySet<string> {
    return this.#keysInAll(json(folders));
  }

  /** The keys of the layers of each way of a file. */
  keysOf(file: string): readonly ReadonlySet<string>[] {
    return (this.waysOf(file) ?? []).map(({ folders }) => this.keysIn(folders));
  }

  /** Whether each way of a file has a layer of this key. */
  isOnAll(file: string, key: string): boolean {
    const all = this.keysOf(file);
    return all.length > 0 && all.every((keys) => keys.has(key));
  }

  /** The layers that every way of an object surely lays over it, from the inside out, and how many a way may lay over it at most. */
  layersOf(resource: Resource): { readonly layers: readonly Layer[]; readonly most: number } {
    const ways = (this.waysOf(resource.file) ?? []).map((way) => this.#along(way, resource));
    const [first, ...others] = ways.flatMap((each) => each ?? []);
    if (first === undefined || ways.includes(undefined)) return { layers: [], most: 0 };
    const layers = first.sure.filter(({ key }) => others.every(({ sure }) => sure.some((layer) => layer.key === key)));
    return { layers, most: Math.max(first.possible, ...others.map(({ possible }) => possible)) };
  }

  /** Undefined where something on the way makes values of others. */
  #along(
    { folders, options }: Way,
    resource: Resource,
  ): { readonly sure: readonly Layer[]; readonly possible: number } | undefined {
    const sure: Layer[] = [];
    let possible = 0;
    const [names, namespaces] = [[resource.name], [resource.namespace ?? 'default']];
    for (const folder of folders) {
      const index = this.#layersIn(folder);
      if (index.copies) return undefined;
      const known: KnownAs = { names: ends(names), namespaces: ends(namespaces) };
      const layers = index.thoseFor(resource.kind, known.names);
      const own = layers.filter((layer) => isSurelyFor(layer, resource, known));
      sure.push(...own);
      possible += layers.filter((layer) => own.includes(layer) || isFor(layer, resource)).length;
      const part = this.#graph.kustomization(folder);
      const value = mapping(part && this.#graph.view.documents(part.file)[0]?.value);
      names.push(`${text(value.namePrefix) ?? ''}${names.at(-1)}${text(value.nameSuffix) ?? ''}`);
      namespaces.push(text(value.namespace) ?? namespaces.at(-1) ?? '');
    }
    const patches = options.flatMap((each) => list(each.patches));
    // Whom these are for and what they are is not looked at.
    return /\bop\W{1,9}(?:copy|move)\b/.test(json(patches)) ? undefined : { sure, possible: possible + patches.length };
  }
}

/** What it was called first and last: kustomize looks at both (api/resmap/reswrangler.go, Select). */
function ends(all: readonly string[]): ReadonlySet<string> {
  return new Set([all[0] ?? '', all.at(-1) ?? '']);
}
