import { folderOf, pathBelow } from '../../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, text } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import type { FileView } from '../../model/file-view.ts';
import { inFolder } from '../../model/paths.ts';
import type { Root, Source, Unbuilt } from '../../model/root.ts';

/** Whether a path is the file of a bundle of Fleet by its name (rancher/fleet, internal/fleetyaml). */
export function isFleet(path: string): boolean {
  return /(?:^|\/)fleet\.ya?ml$/.test(path);
}

/**
 * What Fleet makes of folders with a fleet.yaml whose chart, kustomization or overlays are in this repository: for clusters that no
 * customization is for, and with each customization (rancher/fleet, internal/bundlereader and controller/options).
 */
export function fleetRoots(view: FileView, files: readonly string[]): readonly Root[] {
  return files.flatMap((file) => new Bundle(view, file).roots());
}

/** What a bundle is for one kind of cluster. */
interface Variant {
  readonly name: string;
  readonly at: Path;
  readonly options: Mapping;
}

/** Each is built as a root of its own. */
const mostTargets = 100;

class Bundle {
  readonly #view: FileView;
  readonly #file: string;
  readonly #folder: string;

  constructor(view: FileView, file: string) {
    this.#view = view;
    this.#file = file;
    this.#folder = folderOf(file);
  }

  roots(): readonly Root[] {
    const stated = mapping(this.#view.documents(this.#file)[0]?.value);
    const own: Variant = { name: '', at: [], options: this.#withFiles(stated) };
    if (this.#view.unreadable(this.#file).length > 0) {
      const why = `${this.#file} could not be read`;
      return [this.#root(own, [], { why, by: 'a file of Fleet', unread: [this.#file] })];
    }
    const targets = ['targets', 'targetCustomizations'].flatMap((field) =>
      list(stated[field]).flatMap((each, index): Variant[] => {
        const target = mapping(each);
        const options = mergedOptions(own.options, this.#withFiles(target));
        const name = ` for ${text(target.name) ?? `${field} ${index}`}`;
        return target.doNotDeploy === true ? [] : [{ name, at: [field, index], options }];
      }),
    );
    if (targets.length > mostTargets) {
      const why = `${this.#file} has more than ${mostTargets} customizations`;
      return [this.#root(own, [], { why, by: 'a file of Fleet', unread: [this.#file] })];
    }
    const isRaw = [own, ...targets].every(({ options }) => list(mapping(options.yaml).overlays).length === 0);
    const base = this.#variant(own, isRaw);
    if (base === undefined) return targets.flatMap((each) => this.#variant(each, isRaw) ?? []);
    const others = targets.flatMap((each) => this.#variant(each, isRaw) ?? []);
    return [base, ...others.map((each) => ({ ...each, variantOf: base }))];
  }

  /** Undefined where the chart is elsewhere, and for manifests that are delivered as they are. */
  #variant(variant: Variant, isRaw: boolean): Root | undefined {
    const { options } = variant;
    const [helm, kustomize] = [mapping(options.helm), mapping(options.kustomize)];
    if (text(helm.repo) !== undefined) return undefined;
    const chart = pathBelow(this.#folder, text(helm.chart) ?? '.');
    if (chart !== undefined && this.#view.file(inFolder(chart, 'Chart.yaml')) !== undefined) {
      const because = (why: string): Unbuilt => ({
        why,
        by: 'a value that Fleet fills in',
        stated: json(options),
        unread: [this.#file],
      });
      return this.#root(variant, [helmSource(chart, helm, namespaceIn(options))], mapUnbuilt(helm, kustomize, because));
    }
    if (text(helm.chart) !== undefined) return undefined;
    const folder = pathBelow(this.#folder, text(kustomize.dir) ?? '.');
    if (folder !== undefined && this.#view.kustomizationOf(folder) !== undefined)
      return this.#root(variant, [{ kind: 'kustomize', folder, options: {} }]);
    return isRaw ? undefined : this.#overlaid(variant);
  }

  /** Manifests of which overlays replace some (rancher/fleet, internal/helmdeployer/render/patch). */
  #overlaid(variant: Variant): Root {
    const files = new Map(
      this.#manifests(this.#folder, 'overlays').map((path) => [this.#inside(path, this.#folder), path]),
    );
    const patches: string[] = [];
    for (const name of list(mapping(variant.options.yaml).overlays)) {
      const folder = inFolder(this.#folder, `overlays/${scalarText(name)}`);
      for (const path of this.#manifests(folder, '')) {
        if (/_patch\.[^/]*$/.test(path)) patches.push(path);
        else files.set(this.#inside(path, folder), path);
      }
    }
    const source: Source = { kind: 'files', files: [...files.values()].sort(), kustomizations: [], options: {} };
    const why = `its overlay ${patches[0]} is a patch of Fleet, which is not read`;
    const unbuilt = { why, by: 'a patch of an overlay', unread: [this.#file, ...patches] };
    return this.#root(variant, [source], patches.length === 0 ? undefined : unbuilt);
  }

  /** The manifests below a folder but those of other bundles, of charts, and of a folder in it. */
  #manifests(folder: string, without: string): readonly string[] {
    const all = this.#view.below(folder);
    const others = all
      .filter((path) => /(?:^|\/)(?:fleet\.ya?ml|Chart\.yaml)$/.test(path) && folderOf(path) !== this.#folder)
      .map((path) => `${folderOf(path)}/`);
    const left = without === '' ? others : [...others, inFolder(folder, `${without}/`)];
    return all.filter(
      (path) => /\.(?:ya?ml|json)$/.test(path) && !isFleet(path) && !left.some((each) => path.startsWith(each)),
    );
  }

  #inside(path: string, folder: string): string {
    return path.slice(folder === '' ? 0 : folder.length + 1);
  }

  /** Options whose values are what its files of values say as well: these win over values next to them. */
  #withFiles(options: Mapping): Mapping {
    const helm = mapping(options.helm);
    const names = list(helm.valuesFiles).map(scalarText);
    if (names.length === 0) return options;
    const files = names.flatMap((name) => pathBelow(this.#folder, name) ?? []);
    const unread = names.filter((name) => !this.#isRead(pathBelow(this.#folder, name)));
    const read = files.map((file) => mapping(this.#view.documents(file)[0]?.value));
    const values = [mapping(helm.values), ...read].reduce(mergedMaps);
    return { ...options, helm: { ...helm, values, valuesFiles: undefined, read: files, unread } };
  }

  #isRead(file: string | undefined): boolean {
    return file !== undefined && this.#view.file(file) !== undefined && this.#view.unreadable(file).length === 0;
  }

  #root({ name, at, options }: Variant, sources: readonly Source[], unbuilt?: Unbuilt): Root {
    const [source] = sources;
    const folder = source?.kind === 'helm' ? source.chart : source?.kind === 'kustomize' ? source.folder : this.#folder;
    return {
      id: `bundle ${this.#folder === '' ? '.' : this.#folder}${name} (${this.#file})`,
      kind: 'bundle',
      folder,
      declared: { file: this.#file, document: 0, at: [...at, 'helm'] },
      sources,
      extraFiles: list(mapping(options.helm).read).map(scalarText),
      namespace: namespaceIn(options),
      substitution: undefined,
      gaps: [],
      unbuilt,
      isByDefaults: false,
    };
  }
}

function helmSource(chart: string, helm: Mapping, namespace: string | undefined): Source {
  return {
    kind: 'helm',
    chart,
    release: text(helm.releaseName) ?? 'release',
    namespace,
    valueFiles: [],
    values: isMapping(helm.values) ? [helm.values] : [],
    parameters: [],
    skipCrds: false,
    options: {},
  };
}

/** Why a chart of a bundle is not built: what only the cluster knows decides about it. */
function mapUnbuilt(helm: Mapping, kustomize: Mapping, because: (why: string) => Unbuilt): Unbuilt | undefined {
  const [unread] = list(helm.unread);
  if (unread !== undefined) return because(`its file of values ${scalarText(unread)} could not be read`);
  if (list(helm.valuesFrom).length > 0) return because('its values are in ConfigMaps or Secrets of the cluster');
  const isFilledIn = helm.disablePreProcess !== true && json(helm.values ?? null).includes('${');
  if (isFilledIn || isMapping(helm.templateValues)) return because('its values are templates of Fleet');
  return text(kustomize.dir) === undefined ? undefined : because('a kustomization changes what its chart gives');
}

function namespaceIn({ namespace, defaultNamespace }: Mapping): string | undefined {
  return text(namespace) ?? text(defaultNamespace);
}

/** The options of a bundle with those of a customization laid over them. */
function mergedOptions(base: Mapping, custom: Mapping): Mapping {
  const [helm, own] = [mapping(base.helm), mapping(custom.helm)];
  const overlays = [base, custom].flatMap(({ yaml }) => list(mapping(yaml).overlays));
  const valuesFrom = [helm, own].flatMap((each) => list(each.valuesFrom));
  const [read, unread] = (['read', 'unread'] as const).map((field) => [helm, own].flatMap((each) => list(each[field])));
  const values = mergedMaps(mapping(helm.values), mapping(own.values));
  return {
    ...base,
    ...Object.fromEntries(
      ['namespace', 'defaultNamespace'].flatMap((key) => (custom[key] === undefined ? [] : [[key, custom[key]]])),
    ),
    helm: { ...helm, ...own, values, valuesFrom, read, unread },
    kustomize: { ...mapping(base.kustomize), ...mapping(custom.kustomize) },
    yaml: { overlays },
  };
}

/** Maps merged key by key; of anything else the second counts. */
function mergedMaps(one: Mapping, other: Mapping): Mapping {
  const merged = Object.assign(Object.create(null), one);
  for (const [key, value] of Object.entries(other)) {
    merged[key] = isMapping(value) && isMapping(merged[key]) ? mergedMaps(merged[key], value) : value;
  }
  return merged;
}
