import { addTo } from '../../groups.ts';
import { folderOf, isKustomization } from '../../kube/kustomization.ts';
import { list, type Mapping, mapping } from '../../plain-values.ts';
import type { Graph } from '../graph/graph.ts';
import { isWithin } from '../model/paths.ts';
import { type Delivered, kustomizationsOf } from '../roots/find-roots.ts';

/** A way by which a file comes to be delivered: the folders of the kustomizations that take it in, from the inside out. */
export interface Way {
  readonly folders: readonly string[];
  /** What declarations lay over the outermost one; one for each that builds it. */
  readonly options: readonly Mapping[];
}

/** More ways than this are not followed. */
const mostWays = 50;

/** Fields by which a kustomization may change anything of what it takes in. */
const changing = ['replacements', 'vars', 'transformers', 'configurations', 'openapi'];

/** Says by which ways files come to be delivered. `former` are the roots of the other side: what was one may still be built as such. */
export class Takers {
  readonly #graph: Graph;
  readonly #options = new Map<string, Mapping[]>();
  readonly #plain = new Set<string>();
  readonly #takers = new Map<string, { readonly folder: string; readonly isComponent: boolean }[]>();

  constructor({ graph, roots }: Delivered, former: Delivered) {
    this.#graph = graph;
    for (const { sources } of roots.values()) {
      for (const source of sources) {
        for (const folder of kustomizationsOf(source)) addTo(this.#options, folder, source.options);
        if (source.kind === 'files') for (const file of source.files) this.#plain.add(file);
      }
    }
    for (const { sources } of former.roots.values()) {
      for (const folder of sources.flatMap(kustomizationsOf)) {
        if (!this.#options.has(folder) && graph.kustomization(folder)?.isComponent === false)
          this.#options.set(folder, [{}]);
      }
    }
    for (const file of graph.view.paths.filter(isKustomization)) this.#note(folderOf(file));
  }

  #note(folder: string): void {
    const part = this.#graph.kustomization(folder);
    for (const { path, at } of part?.inputs ?? []) {
      if (at[0] === 'resources' || at[0] === 'bases') addTo(this.#takers, path, { folder, isComponent: false });
    }
    for (const { path, at } of part?.includes ?? [])
      addTo(this.#takers, path, { folder, isComponent: at[0] === 'components' });
  }

  /** All the ways of a file; undefined where it is not sure that these are all, or that nothing else changes what they take in. */
  waysOf(file: string): readonly Way[] | undefined {
    // Kustomize takes in no file from outside its folder, unless it is told to.
    const isOutside = this.#takers.get(file)?.some(({ folder }) => !isWithin(file, folder)) === true;
    if (this.#plain.has(file) || isOutside) return undefined;
    const ways: Way[] = [];
    return this.#follow(file, [], ways) ? ways : undefined;
  }

  #follow(path: string, folders: readonly string[], ways: Way[]): boolean {
    const options = folders.length === 0 ? undefined : this.#options.get(path);
    if (options !== undefined) ways.push({ folders, options });
    const takers = this.#takers.get(path) ?? [];
    if (ways.length > mostWays || (takers.length === 0 && options === undefined && folders.length > 0)) return false;
    return takers.every(
      ({ folder, isComponent }) =>
        !isComponent &&
        !folders.includes(folder) &&
        this.#isPlain(folder, new Set()) &&
        this.#follow(folder, [...folders, folder], ways),
    );
  }

  /** Whether a kustomization changes what it takes in only by patches, names, labels and the like. */
  #isPlain(folder: string, seen: Set<string>): boolean {
    const part = this.#graph.kustomization(folder);
    if (part === undefined || seen.has(folder)) return true;
    seen.add(folder);
    const value = mapping(this.#graph.view.documents(part.file)[0]?.value);
    const components = part.includes.filter(({ at }) => at[0] === 'components');
    const isRead = list(value.components).length === components.length;
    return (
      isRead &&
      changing.every((field) => value[field] === undefined) &&
      (this.#options.get(folder) ?? []).every((options) => options.components === undefined) &&
      components.every(({ path }) => this.#isPlain(path, seen))
    );
  }
}
