import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { inFolder } from '../model/paths.ts';
import type { ChartUse, Collector, Input, Part } from './part.ts';
import { readPlugins } from './plugins.ts';
import { isRemote } from './remote.ts';

/** Fields that list files or kustomizations. */
const includes = ['resources', 'bases', 'components'];
/** Fields that list files. */
const fileLists = ['crds', 'configurations', 'patchesStrategicMerge'];
/** Fields whose items name a file in `path`. */
const withPath = ['patches', 'patchesJson6902', 'replacements'];
const generators = ['configMapGenerator', 'secretGenerator'];

/** Reads the kustomization of a folder; undefined where there is none. Its file may be unreadable: then it names nothing. */
export function readKustomization(view: FileView, folder: string): Part | undefined {
  const file = view.kustomizationOf(folder);
  if (file === undefined) return undefined;
  return new Reading(view, folder, file).part();
}

/** Collects what a kustomization names (kustomize api/types/kustomization.go). */
class Reading implements Collector {
  readonly view: FileView;
  readonly folder: string;
  readonly file: string;
  readonly #inputs: Input[] = [];
  readonly #includes: Input[] = [];
  readonly #charts: ChartUse[] = [];
  readonly #gaps: Gap[] = [];
  readonly #drops: Path[] = [];
  #chartHome = 'charts';

  constructor(view: FileView, folder: string, file: string) {
    this.view = view;
    this.folder = folder;
    this.file = file;
  }

  part(): Part {
    const value = mapping(this.view.documents(this.file)[0]?.value);
    this.#chartHome = text(mapping(value.helmGlobals).chartHome) ?? 'charts';
    for (const field of includes) this.#each(value, field, (name, at) => this.#includeEntry(name, at));
    for (const field of fileLists) {
      // A patch that is written in place has several lines; what is one line names a file.
      this.#each(value, field, (name, at) => (isInline(name) ? undefined : this.input(name, at)));
    }
    for (const field of withPath) this.#inItems(value, field, (item, at) => this.#inputIn(item, 'path', at));
    for (const field of generators) this.#inItems(value, field, (item, at) => this.generatorInputs(item, at));
    this.#inputIn(mapping(value.openapi), 'path', ['openapi']);
    this.#inItems(value, 'helmCharts', (item, at) => this.chart(item, at));
    this.#inItems(value, 'helmChartInflationGenerator', (item, at) => this.chart(item, at));
    readPlugins(this, value);
    return {
      folder: this.folder,
      file: this.file,
      isComponent: value.kind === 'Component',
      inputs: this.#inputs,
      includes: this.#includes,
      charts: this.#charts,
      gaps: this.#gaps,
      drops: this.#drops,
    };
  }

  input(name: string, at: Path): void {
    const path = pathBelow(this.folder, name);
    if (path !== undefined && this.view.file(path) !== undefined) this.take(path, at);
    else this.gap(name, path, at);
  }

  take(path: string, at: Path): void {
    this.#inputs.push({ path, at });
  }

  include(path: string, at: Path): void {
    this.#includes.push({ path, at });
  }

  gap(name: string, path: string | undefined, at: Path): void {
    if (path !== undefined && this.view.isLink(path)) this.#gaps.push({ kind: 'link', name, file: this.file, at });
    else if (isRemote(name)) this.drop({ kind: 'remote', name, file: this.file, at });
    else this.#gaps.push({ kind: path === undefined ? 'outside' : 'missing', name, file: this.file, at });
  }

  drop(gap: Gap): void {
    this.#gaps.push(gap);
    this.#drops.push(gap.at);
  }

  chart(value: Mapping, at: Path): void {
    const name = text(value.name) ?? text(value.chartName) ?? '';
    const home = text(value.chartHome) ?? this.#chartHome;
    const version = text(value.version) ?? text(value.chartVersion);
    const places = [name, ...(version === undefined ? [] : [`${name}-${version}/${name}`])];
    const folder = places
      .map((place) => pathBelow(this.folder, `${home}/${place}`))
      .find((path) => path !== undefined && this.view.file(inFolder(path, 'Chart.yaml')) !== undefined);
    if (folder === undefined) {
      const repo = text(value.repo) ?? text(value.chartRepo) ?? text(value.chartRepoUrl);
      const where = repo === undefined ? name : `${repo.replace(/\/$/, '')}/${name}`;
      this.drop({
        kind: repo === undefined ? 'missing' : 'remote',
        name: version === undefined ? where : `${where} ${version}`,
        file: this.file,
        at,
      });
      return;
    }
    this.#charts.push({ folder, value, at });
    this.#drops.push(at);
    const files = [value.valuesFile, value.values, ...list(value.additionalValuesFiles)];
    for (const each of files) if (text(each) !== undefined) this.input(String(each), at);
  }

  /** Files that a ConfigMap or Secret generator packs: `files: [key=path]`, `envs`, `env`. */
  generatorInputs(item: Mapping, at: Path): void {
    for (const field of ['files', 'envs']) {
      for (const [index, entry] of list(item[field]).entries()) {
        if (typeof entry === 'string') this.input(entry.slice(entry.indexOf('=') + 1), [...at, field, index]);
      }
    }
    this.#inputIn(item, 'env', at);
  }

  #inputIn(item: Mapping, field: string, at: Path): void {
    const name = text(item[field]);
    if (name !== undefined) this.input(name, [...at, field]);
  }

  /** A file of manifests, or the folder of another kustomization. */
  #includeEntry(name: string, at: Path): void {
    const path = pathBelow(this.folder, name);
    if (path !== undefined && this.view.file(path) !== undefined) this.take(path, at);
    else if (path !== undefined && this.view.isFolder(path)) this.include(path, at);
    else this.gap(name, path, at);
  }

  #each(value: Mapping, field: string, read: (name: string, at: Path) => void): void {
    for (const [index, name] of list(value[field]).entries()) if (typeof name === 'string') read(name, [field, index]);
  }

  #inItems(value: Mapping, field: string, read: (item: Mapping, at: Path) => void): void {
    for (const [index, item] of list(value[field]).entries()) if (isMapping(item)) read(item, [field, index]);
  }
}

function isInline(entry: string): boolean {
  return entry.includes('\n') || /^\s*\{/.test(entry);
}
