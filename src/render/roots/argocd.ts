import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { isRemote } from '../graph/remote.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import { inFolder } from '../model/paths.ts';
import type { Delivery, Root, Source } from '../model/root.ts';
import { applicationsOf } from './application-set.ts';
import { directoryFiles } from './directory.ts';
import type { Declarations } from './flux.ts';
import { type DeclaredObject, declaredId } from './objects.ts';
import type { OwnRepository } from './own-repository.ts';
import { parsedValues } from './parsed-values.ts';

/** Characters of a parameter that a command line takes. */
const longestParameter = 60_000;
/** Revisions that mean the state that is judged. */
const current = new Set(['', 'HEAD', 'main', 'master']);

/** Reads Argo CD's Applications and ApplicationSets (argoproj.io/v1alpha1). */
export function argoDeclarations(view: FileView, objects: readonly DeclaredObject[], own: OwnRepository): Declarations {
  const roots: Root[] = [];
  const deliveries: Delivery[] = [];
  const read = (application: DeclaredApplication) => {
    const found = readApplication(view, application, own);
    if (found.root !== undefined) roots.push(found.root);
    for (const delivery of found.deliveries) deliveries.push(delivery);
  };
  for (const object of objects) {
    if (object.group !== 'argoproj.io') continue;
    const id = declaredId(object);
    if (object.kind === 'Application') read({ object, id, spec: mapping(object.value.spec), at: ['spec'] });
    if (object.kind !== 'ApplicationSet') continue;
    for (const { name, spec } of applicationsOf(
      view,
      mapping(object.value.spec),
      (url) => own.is(url) || !own.isKnown,
    )) {
      read({ object, id: `${id}: ${name}`, spec, at: ['spec', 'template', 'spec'] });
    }
  }
  return { roots, deliveries };
}

/** An Application, or one that an ApplicationSet makes. */
interface DeclaredApplication {
  readonly object: DeclaredObject;
  readonly id: string;
  readonly spec: Mapping;
  /** Where its spec is in the object. */
  readonly at: Path;
}

function readApplication(
  view: FileView,
  application: DeclaredApplication,
  own: OwnRepository,
): { readonly root: Root | undefined; readonly deliveries: readonly Delivery[] } {
  const { object, id, spec, at } = application;
  const stated = list(spec.sources).filter(isMapping);
  const all: readonly (readonly [Mapping, Path])[] =
    stated.length > 0
      ? stated.map((source, index) => [source, [...at, 'sources', index]])
      : [[mapping(spec.source), [...at, 'source']]];
  // `$values/...` in one source means the root of the source that has this `ref`.
  const references = new Set(all.flatMap(([source]) => (isOwn(source, own) ? (text(source.ref) ?? []) : [])));
  const destination = mapping(spec.destination);
  const namespace = text(destination.namespace);
  const gaps: Gap[] = [];
  const deliveries: Delivery[] = [];
  const sources: Source[] = [];
  const extraFiles: string[] = [];
  const folders: string[] = [];
  for (const [source, path] of all) {
    const where: Path = [...object.path, ...path];
    const note = (kind: Gap['kind'], name: string, field: string) =>
      gaps.push({ kind, name, file: object.file, at: [...where, field] });
    const folder =
      isOwn(source, own) && text(source.chart) === undefined ? pathBelow('', text(source.path) ?? '') : undefined;
    const revision = text(source.targetRevision) ?? '';
    const isHere = folder !== undefined && text(source.path) !== undefined && view.isFolder(folder);
    if (!isHere && text(source.ref) !== undefined && isOwn(source, own)) continue;
    // A folder of this repository that is not there delivers nothing; one that comes to be is judged then.
    const isNothing = folder !== undefined && text(source.path) !== undefined && view.isAbsent(folder);
    if (isNothing && current.has(revision)) continue;
    if (!isHere || !current.has(revision)) {
      deliveries.push(delivered(object, source, where, deliveries.length === 0 ? id : `${id} #${deliveries.length}`));
    }
    if (isMapping(source.plugin)) deliveries.push(madeByPlugin(object, source.plugin, where, `${id} plugin`));
    if (isHere) {
      folders.push(folder);
      const read = new SourceReader(view, folder, source, namespace, references, note);
      for (const each of read.sources(text(mapping(object.value.metadata).name) ?? '')) sources.push(each);
      for (const file of read.files) extraFiles.push(file);
    }
  }
  const root: Root | undefined =
    sources.length === 0
      ? undefined
      : {
          id,
          kind: 'Application',
          folder: folders[0] ?? '',
          declared: {
            file: object.file,
            document: object.document,
            at: [...object.path, ...at, ...sourceField(stated)],
          },
          sources,
          extraFiles,
          destination: text(destination.server) ?? text(destination.name),
          namespace: namespace?.includes('{{') ? undefined : namespace,
          substitution: undefined,
          gaps,
          isByDefaults: false,
        };
  return { root, deliveries };
}

const sourceField = (stated: readonly Mapping[]): Path =>
  stated.length > 0 ? ['sources', 0, 'path'] : ['source', 'path'];

/** Where no URL of this repository is known, one whose path is here is taken for it only where the object names no other host. */
function isOwn(source: Mapping, own: OwnRepository): boolean {
  const url = text(source.repoURL);
  return url !== undefined && own.is(url);
}

function delivered(object: DeclaredObject, source: Mapping, at: Path, id: string): Delivery {
  const url = text(source.repoURL) ?? '';
  const chart = text(source.chart);
  const path = text(source.path);
  const field = ['chart', 'path', 'repoURL'].find((key) => source[key] !== undefined) ?? 'repoURL';
  const inside = chart ?? path;
  const components = list(mapping(source.kustomize).components).map(scalarText);
  const parts = [
    url,
    ...(inside === undefined ? [] : [inside]),
    ...(components.length === 0 ? [] : [`with ${components.join(', ')}`]),
  ];
  return {
    id,
    file: object.file,
    document: object.document,
    address: parts.join(' '),
    version: text(source.targetRevision),
    addressAt: [...at, url === '' ? field : 'repoURL'],
    versionAt: source.targetRevision === undefined ? undefined : [...at, 'targetRevision'],
    what: chart === undefined ? 'the manifests' : 'the chart',
  };
}

/** From here on a program of the cluster makes the manifests. */
function madeByPlugin(object: DeclaredObject, plugin: Mapping, at: Path, id: string): Delivery {
  return {
    id,
    file: object.file,
    document: object.document,
    address: `the plugin ${text(plugin.name) ?? ''}`.trim(),
    version: undefined,
    addressAt: [...at, 'plugin'],
    versionAt: undefined,
    what: 'what a program makes',
  };
}

/** Reads one source of an Application that is a folder of this repository, as Argo CD's repo-server would take it. */
class SourceReader {
  readonly #view: FileView;
  readonly #folder: string;
  readonly #source: Mapping;
  readonly #namespace: string | undefined;
  readonly #references: ReadonlySet<string>;
  readonly #note: (kind: Gap['kind'], name: string, field: string) => void;
  /** Files that are read apart from those of the sources. */
  readonly files: string[] = [];

  constructor(
    view: FileView,
    folder: string,
    source: Mapping,
    namespace: string | undefined,
    references: ReadonlySet<string>,
    note: (kind: Gap['kind'], name: string, field: string) => void,
  ) {
    this.#view = view;
    this.#folder = folder;
    this.#source = source;
    this.#namespace = namespace;
    this.#references = references;
    this.#note = note;
  }

  sources(name: string): Source[] {
    const { plugin, helm, kustomize } = this.#source;
    if (isMapping(plugin)) {
      this.#note('plugin', `the plugin ${text(plugin.name) ?? ''}`.trim(), 'plugin');
      return [];
    }
    const isChart = this.#view.file(inFolder(this.#folder, 'Chart.yaml')) !== undefined;
    if (isChart && kustomize === undefined) return [this.#helm(mapping(helm), name)];
    if (this.#view.kustomizationOf(this.#folder) !== undefined) {
      const stated = mapping(kustomize);
      return [
        {
          kind: 'kustomize',
          folder: this.#folder,
          options: kustomizeOptions(stated, this.#folder),
          apiVersions: strings(stated.apiVersions),
          kubeVersion: text(stated.kubeVersion),
        },
      ];
    }
    const { files, jsonnet } = directoryFiles(this.#view, this.#folder, mapping(this.#source.directory));
    for (const path of jsonnet) this.#note('plugin', `${path} (jsonnet)`, 'directory');
    return [{ kind: 'files', files, kustomizations: [], options: {} }];
  }

  #helm(helm: Mapping, name: string): Source {
    const valueFiles = list(helm.valueFiles).flatMap((file) => this.#valueFile(scalarText(file), helm));
    const inline = isMapping(helm.valuesObject) ? [helm.valuesObject] : parsedValues(text(helm.values) ?? '');
    const parameters = list(helm.parameters)
      .filter(isMapping)
      .map(({ name: key, value, forceString }) => ({
        name: scalarText(key),
        value: scalarText(value),
        isText: forceString === true,
      }));
    for (const item of list(helm.fileParameters).filter(isMapping)) {
      const path = pathBelow(this.#folder, text(item.path) ?? '');
      const content = path === undefined ? undefined : this.#view.bytes(path)?.toString('utf8');
      if (content === undefined || content.length > longestParameter)
        this.#note('missing', scalarText(item.path), 'helm');
      else parameters.push({ name: scalarText(item.name), value: content, isText: true });
      if (path !== undefined) this.files.push(path);
    }
    return {
      kind: 'helm',
      chart: this.#folder,
      release: text(helm.releaseName) ?? name,
      namespace: text(helm.namespace) ?? this.#namespace,
      valueFiles,
      values: inline,
      parameters,
      apiVersions: strings(helm.apiVersions),
      kubeVersion: text(helm.kubeVersion),
      skipCrds: helm.skipCrds === true,
      options: {},
    };
  }

  #valueFile(file: string, helm: Mapping): string[] {
    const reference = /^\$([^/]+)\/(.*)$/.exec(file);
    const path =
      reference === null
        ? pathBelow(file.startsWith('/') ? '' : this.#folder, file.replace(/^\/+/, ''))
        : this.#references.has(reference[1] ?? '')
          ? pathBelow('', reference[2] ?? '')
          : undefined;
    if (path !== undefined && this.#view.file(path) !== undefined) return [path];
    const isRemoteFile = isRemote(file) || (reference !== null && !this.#references.has(reference[1] ?? ''));
    if (isRemoteFile || helm.ignoreMissingValueFiles !== true)
      this.#note(isRemoteFile ? 'remote' : 'missing', file, 'helm');
    return [];
  }
}

/** `spec.source.kustomize` as fields of a kustomization. */
function kustomizeOptions(kustomize: Mapping, folder: string): Mapping {
  const options: Record<string, unknown> = {};
  for (const field of ['namespace', 'namePrefix', 'nameSuffix', 'patches', 'replicas']) {
    if (kustomize[field] !== undefined) options[field] = kustomize[field];
  }
  if (isMapping(kustomize.commonLabels)) options.commonLabels = kustomize.commonLabels;
  if (isMapping(kustomize.commonAnnotations)) options.commonAnnotations = kustomize.commonAnnotations;
  const components = list(kustomize.components).flatMap((name) => pathBelow(folder, scalarText(name)) ?? []);
  if (components.length > 0) options.components = components;
  const images = list(kustomize.images).flatMap((image) => imageEntry(scalarText(image)) ?? []);
  if (images.length > 0) options.images = images;
  return options;
}

/** `name=new:tag` as an entry of a kustomization's `images`. */
function imageEntry(image: string): Mapping | undefined {
  const [before, after] = image.includes('=')
    ? [image.slice(0, image.indexOf('=')), image.slice(image.indexOf('=') + 1)]
    : ['', image];
  const match = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(after);
  if (match === null) return undefined;
  const [, newName, newTag, digest] = match;
  const entry: Record<string, unknown> = { name: before === '' ? newName : before, newName };
  if (newTag !== undefined) entry.newTag = newTag;
  if (digest !== undefined) entry.digest = digest;
  return entry;
}
