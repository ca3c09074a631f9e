import { pathBelow } from '../../kube/kustomization.ts';
import { canonical, isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { parsedValues } from '../model/parsed-values.ts';
import { inFolder } from '../model/paths.ts';
import {
  absent,
  type Delivery,
  type HelmSource,
  type Root,
  type Source,
  thisRepository,
  type Unbuilt,
} from '../model/root.ts';
import { type ArtifactFolder, FluxArtifacts, isArtifactGenerator } from './flux-artifacts.ts';
import { FluxIgnore, tooManyPatterns } from './flux-ignore.ts';
import { FluxMaps } from './flux-maps.ts';
import { kustomizationOptions, postRendererOptions } from './flux-options.ts';
import { FluxSources, isFluxSource } from './flux-sources.ts';
import { folderSource } from './folder-source.ts';
import { type DeclaredObject, declaredId } from './objects.ts';
import type { OwnRepository } from './own-repository.ts';

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

/** Reads Flux' Kustomizations, HelmReleases and sources (fluxcd.io/flux/components, API v1 and v2); `written` may name further sources. */
export function fluxDeclarations(
  view: FileView,
  objects: readonly DeclaredObject[],
  configMapFiles: readonly string[],
  own: OwnRepository,
  written: readonly DeclaredObject[] = [],
): Declarations {
  const sources = new FluxSources([...written, ...objects], own);
  const artifacts = new FluxArtifacts([...written, ...objects], (...each) => sources.isOwn(...each));
  const reader = new FluxReader(view, sources, artifacts, configMapFiles, objects);
  const roots: Root[] = [];
  const deliveries: Delivery[] = [];
  for (const object of objects) {
    const { root, delivery } = reader.declared(object);
    if (root !== undefined) roots.push(root);
    if (delivery !== undefined) deliveries.push(delivery);
    const made = isFluxSource(object) ? sources.deliveries(object) : reader.artifactDeliveries(object);
    for (const each of made) deliveries.push(each);
  }
  return { roots, deliveries };
}

class FluxReader {
  readonly #view: FileView;
  readonly #sources: FluxSources;
  readonly #artifacts: FluxArtifacts;
  readonly #maps: FluxMaps;
  #ignore: FluxIgnore | undefined;

  constructor(
    view: FileView,
    sources: FluxSources,
    artifacts: FluxArtifacts,
    configMapFiles: readonly string[],
    objects: readonly DeclaredObject[],
  ) {
    this.#maps = new FluxMaps(view, configMapFiles, objects);
    this.#view = view;
    this.#sources = sources;
    this.#artifacts = artifacts;
  }

  /** What an ArtifactGenerator puts together that is not judged there. */
  artifactDeliveries(object: DeclaredObject): readonly Delivery[] {
    return isArtifactGenerator(object) ? this.#artifacts.deliveries(object) : [];
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
    const stated = pathBelow('', text(spec.path)?.replace(/^\/+/, '') ?? '.');
    const artifact = stated === undefined ? undefined : this.#artifacts.folder(reference, object, stated);
    if (artifact !== undefined && this.#view.isFolder(artifact.folder)) {
      return { root: this.#kustomizationRoot(object, spec, artifact.folder, artifact) };
    }
    const folder = stated;
    const isOwn = folder !== undefined && this.#sources.isOwn(reference, object);
    if (isOwn && this.#view.isAbsent(folder) && this.#sources.isJudged(reference, object)) {
      const place = { folder, at: ['spec', spec.path === undefined ? 'sourceRef' : 'path'] };
      return { root: unbuiltRoot(object, 'Kustomization', place, absent('path', folder)) };
    }
    if (!isOwn || !this.#view.isFolder(folder)) {
      return {
        delivery: {
          id: declaredId(object),
          file: object.file,
          document: object.document,
          address: `${text(spec.path) ?? '.'} of ${referenceText(reference, object)}`,
          version: undefined,
          origin: this.#sources.origin(reference, object, text(spec.path) ?? '.'),
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

  #kustomizationRoot(object: DeclaredObject, spec: Mapping, folder: string, artifact?: ArtifactFolder): Root {
    const components = list(spec.components).flatMap((name) => pathBelow(folder, scalarText(name)) ?? []);
    const { substitution, extraFiles } = this.#maps.substitution(spec, object);
    this.#ignore ??= new FluxIgnore(this.#view);
    const [source, from] =
      artifact === undefined ? [mapping(spec.sourceRef), object] : [artifact.source, artifact.generator];
    const ignoring = this.#sources.ignoring(source, from);
    const isIgnored = this.#ignore.test(ignoring?.ignore);
    const isLeftOut = (path: string) => isIgnored?.(path) === true || artifact?.includes(path) === false;
    const files = [...this.#ignore.files, ...[ignoring, artifact].flatMap((each) => each?.file ?? [])];
    return {
      id: declaredId(object),
      kind: 'Kustomization',
      folder,
      declared: { file: object.file, document: object.document, at: [...object.path, 'spec', 'path'] },
      sources: [folderSource(this.#view, folder, kustomizationOptions(spec), components, isLeftOut)],
      extraFiles: [...extraFiles, ...files],
      namespace: text(spec.targetNamespace),
      destination: cluster(spec),
      substitution,
      unbuilt: isIgnored === undefined ? tooManyPatterns(files) : undefined,
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
      const found = this.#fromChartObject(object, reference);
      if (found !== undefined) return found;
      const address = referenceText(reference, object);
      const origin = this.#sources.origin(reference, object);
      const where = { address, version: undefined, origin, addressAt: at('chartRef', 'name'), versionAt: undefined };
      return { delivery: { ...common, ...where, what: 'the chart' } };
    }
    const reference = mapping(chart.sourceRef);
    const folder = name.startsWith('/') ? pathBelow('', name.slice(1)) : pathBelow('', name);
    const isHere = reference.kind === 'GitRepository' && this.#sources.isOwn(reference, object);
    if (isHere && folder !== undefined && this.#view.file(inFolder(folder, 'Chart.yaml')) !== undefined) {
      const delivery = this.#ownDelivery(object, reference, ['chart', 'spec', 'sourceRef']);
      return { root: this.#release(object, spec, folder, list(chart.valuesFiles)), delivery };
    }
    const file = inFolder(folder ?? '', 'Chart.yaml');
    if (isHere && folder !== undefined && this.#view.isAbsent(file) && this.#sources.isJudged(reference, object)) {
      const place = { folder, at: ['spec', 'chart', 'spec', 'chart'] };
      return { root: unbuiltRoot(object, 'HelmRelease', place, absent('chart', folder)) };
    }
    return {
      delivery: {
        ...common,
        address: `${name} of ${referenceText(reference, object)}`,
        version: text(chart.version),
        origin: this.#sources.origin(reference, object, name, text(chart.version)),
        addressAt: at('chart', 'spec', 'chart'),
        versionAt: chart.version === undefined ? undefined : at('chart', 'spec', 'version'),
        what: 'the chart',
      },
    };
  }

  /** A release of a HelmChart whose chart is in this repository. */
  #fromChartObject(object: DeclaredObject, reference: Mapping): Found | undefined {
    const chart = reference.kind === 'HelmChart' ? this.#sources.named(reference, object) : undefined;
    if (chart === undefined) return undefined;
    const stated = mapping(chart.value.spec);
    const source = mapping(stated.sourceRef);
    const folder = pathBelow('', (text(stated.chart) ?? '').replace(/^\//, ''));
    const isHere = source.kind === 'GitRepository' && this.#sources.isOwn(source, chart);
    if (!isHere || folder === undefined || this.#view.file(inFolder(folder, 'Chart.yaml')) === undefined)
      return undefined;
    const root = this.#release(object, mapping(object.value.spec), folder, list(stated.valuesFiles));
    return {
      root: { ...root, extraFiles: [...root.extraFiles, chart.file] },
      delivery: this.#ownDelivery(chart, source, ['sourceRef']),
    };
  }

  #release(object: DeclaredObject, spec: Mapping, chart: string, files: readonly unknown[]): Root {
    const values: Mapping[] = [];
    const extraFiles: string[] = [];
    const gaps: Gap[] = [];
    const parameters: HelmSource['parameters'][number][] = [];
    for (const [index, item] of list(spec.valuesFrom).entries()) {
      const { kind, name, valuesKey, targetPath } = mapping(item);
      const at = [...object.path, 'spec', 'valuesFrom', index];
      const map = kind === 'ConfigMap' ? this.#maps.configMap(text(name) ?? '', object) : undefined;
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

  /** What is taken for this repository: another source that no file declares is another repository all the same. */
  #ownDelivery(object: DeclaredObject, reference: Mapping, at: Path): Delivery {
    const [name, namespace] = [text(reference.name), text(reference.namespace)];
    const isDeclared = name === undefined || this.#sources.isDeclared('GitRepository', name);
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
}

/** What an object delivers that cannot be built. */
function unbuiltRoot(
  object: DeclaredObject,
  kind: Root['kind'],
  { folder, at }: { readonly folder: string; readonly at: Path },
  unbuilt: Unbuilt,
): Root {
  return {
    id: declaredId(object),
    kind,
    folder,
    declared: { file: object.file, document: object.document, at: [...object.path, ...at] },
    sources: [],
    extraFiles: [],
    namespace: undefined,
    substitution: undefined,
    gaps: [],
    unbuilt,
    isByDefaults: false,
  };
}

/** Another object as a reference names it: `GitRepository flux-system/shop`. */
function referenceText({ kind, namespace, name }: Mapping, object: DeclaredObject): string {
  const place = text(namespace) ?? object.namespace;
  return `${text(kind) ?? ''} ${place === undefined ? '' : `${place}/`}${text(name) ?? ''}`;
}

/** The cluster that `spec.kubeConfig` names. */
function cluster({ kubeConfig }: Mapping): string | undefined {
  return kubeConfig === undefined ? undefined : canonical(kubeConfig);
}

function releaseName({ name }: DeclaredObject, targetNamespace: string | undefined): string {
  return targetNamespace === undefined ? name : `${targetNamespace}-${name}`;
}
