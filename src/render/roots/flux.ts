import { addTo } from '../../groups.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { inFolder } from '../model/paths.ts';
import { isPinnedRelease } from '../model/releases.ts';
import { type Delivery, type HelmSource, type Root, type Source, thisRepository } from '../model/root.ts';
import { kustomizationOptions, postRendererOptions } from './flux-options.ts';
import { folderSource } from './folder-source.ts';
import { generatedMaps, type KnownMap } from './generated-maps.ts';
import { type DeclaredObject, declaredId, declaredObjects } from './objects.ts';
import type { OwnRepository } from './own-repository.ts';
import { parsedValues } from './parsed-values.ts';

/** What Flux objects declare: roots of this repository, and what comes from elsewhere. */
export interface Declarations {
  readonly roots: readonly Root[];
  readonly deliveries: readonly Delivery[];
}

interface Found {
  readonly root?: Root;
  readonly delivery?: Delivery;
}

const kustomizeGroup = 'kustomize.toolkit.fluxcd.io';
const helmGroup = 'helm.toolkit.fluxcd.io';
const sourceGroup = 'source.toolkit.fluxcd.io';

/** Reads Flux' Kustomizations, HelmReleases and sources (fluxcd.io/flux/components, API v1 and v2). */
export function fluxDeclarations(
  view: FileView,
  objects: readonly DeclaredObject[],
  configMapFiles: readonly string[],
  own: OwnRepository,
): Declarations {
  const reader = new FluxReader(view, objects, configMapFiles, own);
  const roots: Root[] = [];
  const deliveries: Delivery[] = [];
  for (const object of objects) {
    const { root, delivery } = reader.declared(object);
    if (root !== undefined) roots.push(root);
    if (delivery !== undefined) deliveries.push(delivery);
    if (object.group !== sourceGroup) continue;
    for (const each of reader.source(object)) deliveries.push(each);
  }
  return { roots, deliveries };
}

class FluxReader {
  readonly #view: FileView;
  readonly #own: OwnRepository;
  readonly #sources = new Map<string, DeclaredObject[]>();
  readonly #configMapFiles: readonly string[];

  constructor(
    view: FileView,
    objects: readonly DeclaredObject[],
    configMapFiles: readonly string[],
    own: OwnRepository,
  ) {
    this.#view = view;
    this.#own = own;
    this.#configMapFiles = configMapFiles;
    for (const object of objects) {
      if (object.group !== sourceGroup) continue;
      addTo(this.#sources, `${object.kind}/${object.name}`, object);
    }
  }

  /** What a Kustomization or HelmRelease declares. */
  declared(object: DeclaredObject): Found {
    const { group, kind } = object;
    if (group === kustomizeGroup && kind === 'Kustomization') return this.#kustomization(object);
    return group === helmGroup && kind === 'HelmRelease' ? this.#helmRelease(object) : {};
  }

  #kustomization(object: DeclaredObject): Found {
    const spec = mapping(object.value.spec);
    const reference = mapping(spec.sourceRef);
    const folder = pathBelow('', text(spec.path)?.replace(/^\/+/, '') ?? '.');
    if (folder === undefined || !this.#isOwnSource(reference, object) || !this.#view.isFolder(folder)) {
      return {
        delivery: {
          id: declaredId(object),
          file: object.file,
          document: object.document,
          address: `${text(spec.path) ?? '.'} of ${referenceText(reference, object)}`,
          version: undefined,
          origin: this.#origin(reference, object, text(spec.path) ?? '.'),
          addressAt: [...object.path, 'spec', spec.path === undefined ? 'sourceRef' : 'path'],
          versionAt: undefined,
          what: 'the manifests',
        },
      };
    }
    return {
      root: this.#kustomizationRoot(object, spec, folder),
      delivery: this.#ownDelivery(object, reference, ['sourceRef']),
    };
  }

  #kustomizationRoot(object: DeclaredObject, spec: Mapping, folder: string): Root {
    const components = list(spec.components).flatMap((name) => pathBelow(folder, scalarText(name)) ?? []);
    const { substitution, extraFiles } = this.#substitution(spec, object);
    return {
      id: declaredId(object),
      kind: 'Kustomization',
      folder,
      declared: { file: object.file, document: object.document, at: [...object.path, 'spec', 'path'] },
      sources: [folderSource(this.#view, folder, kustomizationOptions(spec), components)],
      extraFiles,
      namespace: text(spec.targetNamespace),
      destination: cluster(spec),
      substitution,
      gaps: [],
      isByDefaults: false,
    };
  }

  #helmRelease(object: DeclaredObject): Found {
    const spec = mapping(object.value.spec);
    const at = (...path: Path): Path => [...object.path, 'spec', ...path];
    const chart = mapping(valueUnder(spec.chart, 'spec'));
    const name = text(chart.chart);
    const common = { id: declaredId(object), file: object.file, document: object.document };
    if (name === undefined) {
      const reference = mapping(spec.chartRef);
      if (text(reference.name) === undefined) return {};
      const address = referenceText(reference, object);
      const origin = this.#origin(reference, object);
      const where = { address, version: undefined, origin, addressAt: at('chartRef', 'name'), versionAt: undefined };
      return { delivery: { ...common, ...where, what: 'the chart' } };
    }
    const reference = mapping(chart.sourceRef);
    const folder = name.startsWith('/') ? pathBelow('', name.slice(1)) : pathBelow('', name);
    const isHere = reference.kind === 'GitRepository' && this.#isOwnSource(reference, object);
    if (isHere && folder !== undefined && this.#view.file(inFolder(folder, 'Chart.yaml')) !== undefined) {
      const delivery = this.#ownDelivery(object, reference, ['chart', 'spec', 'sourceRef']);
      return { root: this.#release(object, spec, folder, list(chart.valuesFiles)), delivery };
    }
    return {
      delivery: {
        ...common,
        address: `${name} of ${referenceText(reference, object)}`,
        version: text(chart.version),
        origin: this.#origin(reference, object, name, text(chart.version)),
        addressAt: at('chart', 'spec', 'chart'),
        versionAt: chart.version === undefined ? undefined : at('chart', 'spec', 'version'),
        what: 'the chart',
      },
    };
  }

  /** A source of manifests or charts, and what it takes in from other sources. This repository counts by its branch or commit. */
  source(object: DeclaredObject): readonly Delivery[] {
    const spec = mapping(object.value.spec);
    const url = text(spec.url) ?? text(spec.bucketName);
    if (url === undefined) return [];
    const isOwn = object.kind === 'GitRepository' && this.#isOwnUrl(object, url);
    const reference = mapping(spec.ref);
    const field = ['digest', 'commit', 'semver', 'tag', 'name', 'branch'].find((key) => text(reference[key]));
    const at = (...path: Path): Path => [...object.path, 'spec', ...path];
    const common = { file: object.file, document: object.document };
    const own: Delivery = {
      ...common,
      id: declaredId(object),
      address: url,
      version: field === undefined ? undefined : versionOf(reference, field),
      addressAt: at(text(spec.url) === undefined ? 'bucketName' : 'url'),
      versionAt: field === undefined ? undefined : at('ref', field),
      what: isOwn ? 'the manifests' : `the ${object.kind}`,
      isOwn,
    };
    const included = list(spec.include).map((item, index): Delivery => {
      const { repository, fromPath, toPath } = mapping(item);
      const name = text(mapping(repository).name) ?? '';
      return {
        ...common,
        id: `${declaredId(object)} include ${index}`,
        address: `${text(fromPath) ?? '.'} of GitRepository ${name} in ${text(toPath) ?? '.'}`,
        version: undefined,
        addressAt: at('include', index),
        versionAt: undefined,
        what: 'the manifests',
      };
    });
    return [own, ...included];
  }

  #release(object: DeclaredObject, spec: Mapping, chart: string, files: readonly unknown[]): Root {
    const values: Mapping[] = [];
    const extraFiles: string[] = [];
    const gaps: Gap[] = [];
    const parameters: HelmSource['parameters'][number][] = [];
    for (const [index, item] of list(spec.valuesFrom).entries()) {
      const { kind, name, valuesKey, targetPath } = mapping(item);
      const at = [...object.path, 'spec', 'valuesFrom', index];
      const map = kind === 'ConfigMap' ? this.#configMap(text(name) ?? '', object) : undefined;
      const value = valueUnder(map?.value, 'data', text(valuesKey) ?? 'values.yaml');
      for (const file of map?.files ?? []) extraFiles.push(file);
      const target = text(targetPath);
      if (typeof value !== 'string') {
        gaps.push({ kind: 'missing', name: `${scalarText(kind)} ${scalarText(name)}`, file: object.file, at });
      } else if (target !== undefined) parameters.push({ name: target, value, isText: false });
      else for (const each of parsedValues(value)) values.push(each);
    }
    if (isMapping(spec.values)) values.push(spec.values);
    const namespace = text(spec.targetNamespace) ?? object.namespace;
    const source: Source = {
      kind: 'helm',
      chart,
      release: text(spec.releaseName) ?? releaseName(object, text(spec.targetNamespace)),
      namespace,
      valueFiles: files.flatMap((file) => pathBelow('', scalarText(file)) ?? []),
      values,
      parameters,
      skipCrds: false,
      options: postRendererOptions(spec),
    };
    return {
      id: declaredId(object),
      kind: 'HelmRelease',
      folder: chart,
      declared: { file: object.file, document: object.document, at: [...object.path, 'spec', 'chart'] },
      sources: [source],
      extraFiles,
      namespace,
      destination: cluster(spec),
      substitution: undefined,
      gaps,
      isByDefaults: false,
    };
  }

  /** Variables with the values that are known; ConfigMaps first, `substitute` wins (fluxcd/pkg/kustomize, SubstituteVariables). */
  #substitution(spec: Mapping, object: DeclaredObject): Pick<Root, 'substitution' | 'extraFiles'> {
    if (!isMapping(spec.postBuild)) return { substitution: undefined, extraFiles: [] };
    const values = new Map<string, string>();
    const extraFiles: string[] = [];
    let isOpen = false;
    for (const item of list(spec.postBuild.substituteFrom)) {
      const { kind, name } = mapping(item);
      const map = kind === 'ConfigMap' ? this.#configMap(text(name) ?? '', object) : undefined;
      if (map === undefined) {
        isOpen = true;
        continue;
      }
      for (const file of map.files) extraFiles.push(file);
      for (const [key, value] of Object.entries(mapping(map.value.data))) {
        if (typeof value === 'string') values.set(key, value.replaceAll('\n', ''));
      }
    }
    for (const [key, value] of Object.entries(mapping(spec.postBuild.substitute))) {
      if (typeof value === 'string') values.set(key, value);
    }
    return { substitution: { values, isOpen }, extraFiles };
  }

  /** The ConfigMap of this name that is nearest to the object that asks for it: clusters have their own ones. */
  #configMap(name: string, object: DeclaredObject): KnownMap | undefined {
    const holds = (path: string) => name !== '' && this.#view.bytes(path)?.includes(name) === true;
    const found = declaredObjects(this.#view, this.#configMapFiles.filter(holds));
    const written = found
      .filter((each) => each.kind === 'ConfigMap' && each.name === name)
      .map(({ file, value }) => ({ file, files: [file], value }));
    return nearest([...written, ...generatedMaps(this.#view, name)], object.file);
  }

  /**
   * What a reference comes to: the URL of the source it names, and `inside` it a path or chart. Where several sources have the
   * name, they have to agree on it, but for its release: overlays decide on their namespaces.
   */
  #origin(reference: Mapping, object: DeclaredObject, inside?: string, version?: string): Delivery['origin'] {
    const named = this.#sources.get(`${text(reference.kind)}/${text(reference.name)}`) ?? [];
    const stated = named.flatMap((source) => this.source(source).slice(0, 1));
    const first = nearest(stated, object.file);
    if (first === undefined || stated.length < named.length) return undefined;
    const agrees = (each: Delivery) =>
      each.version === first.version || (isPinnedRelease(each.version) && isPinnedRelease(first.version));
    if (stated.some((each) => each.address !== first.address || !agrees(each))) return undefined;
    const address = inside === undefined ? first.address : `${inside} of ${first.address}`;
    return { address, version: version ?? first.version };
  }

  #isOwnSource(reference: Mapping, object: DeclaredObject): boolean {
    const kind = text(reference.kind) ?? 'GitRepository';
    const name = text(reference.name);
    if (name === undefined) return reference.kind === undefined;
    const source = nearest(this.#sources.get(`${kind}/${name}`) ?? [], object.file);
    // What bootstrapping makes is this repository, and often only in the cluster.
    if (source === undefined) return kind === 'GitRepository';
    const url = text(mapping(source.value.spec).url);
    return kind === 'GitRepository' && url !== undefined && this.#isOwnUrl(source, url);
  }

  /** What is taken for this repository: another source that no file declares is another repository all the same. */
  #ownDelivery(object: DeclaredObject, reference: Mapping, at: Path): Delivery {
    const [name, namespace] = [text(reference.name), text(reference.namespace)];
    const isDeclared = name === undefined || this.#sources.has(`GitRepository/${name}`);
    // A kustomization may give the object its namespace: then one that is stated is not known to be another.
    const elsewhere = object.namespace !== undefined && namespace !== undefined && namespace !== object.namespace;
    return {
      id: declaredId(object),
      file: object.file,
      document: object.document,
      address: isDeclared ? thisRepository : `of GitRepository ${elsewhere ? `${namespace}/` : ''}${name}`,
      version: undefined,
      addressAt: [...object.path, 'spec', ...at, 'name'],
      versionAt: undefined,
      what: 'the manifests',
      isOwn: true,
    };
  }

  #isOwnUrl(source: DeclaredObject, url: string): boolean {
    if (this.#own.is(url)) return true;
    return source.name === 'flux-system' && !this.#own.isKnown;
  }
}

function nearest<T extends { readonly file: string }>(objects: readonly T[], file: string): T | undefined {
  const shared = (other: string) => {
    let at = 0;
    while (at < file.length && file[at] === other[at]) at++;
    return file.slice(0, at).split('/').length;
  };
  let best: T | undefined;
  for (const object of objects) if (best === undefined || shared(object.file) > shared(best.file)) best = object;
  return best;
}

/** Another object as a reference names it: `GitRepository flux-system/shop`. */
function referenceText({ kind, namespace, name }: Mapping, object: DeclaredObject): string {
  const place = text(namespace) ?? object.namespace;
  return `${text(kind) ?? ''} ${place === undefined ? '' : `${place}/`}${text(name) ?? ''}`;
}

/** The cluster that `spec.kubeConfig` names. */
function cluster({ kubeConfig }: Mapping): string | undefined {
  return kubeConfig === undefined ? undefined : json(kubeConfig);
}

/** What a reference says, by the field that counts. A digest with the tag of a release says both: who publishes there can alone set it. */
function versionOf(reference: Mapping, field: string): string {
  const tag = text(reference.tag);
  if (field === 'digest' && tag !== undefined) return `${tag}@${text(reference.digest)}`;
  return `${field === 'branch' ? 'branch ' : ''}${text(reference[field])}`;
}

function releaseName({ name }: DeclaredObject, targetNamespace: string | undefined): string {
  return targetNamespace === undefined ? name : `${targetNamespace}-${name}`;
}
