import { pathBelow } from '../../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import type { FileView } from '../../model/file-view.ts';
import type { Gap } from '../../model/gap.ts';
import { absent, type Delivery, type Root, type Source, type Unbuilt } from '../../model/root.ts';
import type { DeclaredObject } from '../objects.ts';
import type { OwnRepository } from '../own-repository.ts';
import { SourceReader, withOverrides } from './source.ts';

/** Revisions that mean the state that is judged. */
const current = new Set(['', 'HEAD', 'main', 'master']);

/** An Application, or one that an ApplicationSet makes. */
export interface DeclaredApplication {
  readonly object: DeclaredObject;
  readonly id: string;
  readonly name: string;
  readonly spec: Mapping;
  /** Where its spec is in the object. */
  readonly at: Path;
  /** Files that it is made from. */
  readonly files: readonly string[];
  /** Why it cannot be computed. */
  readonly unbuilt?: Unbuilt | undefined;
}

/** Reads what one Application delivers: the root that its sources of this repository are, and what comes from elsewhere. */
export class ApplicationReader {
  readonly #view: FileView;
  readonly #application: DeclaredApplication;
  readonly #own: OwnRepository;
  readonly deliveries: Delivery[] = [];
  readonly #gaps: Gap[] = [];
  readonly #sources: Source[] = [];
  readonly #folders: string[] = [];
  readonly #files: string[];
  #unbuilt: Unbuilt | undefined;

  constructor(view: FileView, application: DeclaredApplication, own: OwnRepository) {
    this.#view = view;
    this.#application = application;
    this.#own = own;
    this.#files = [...application.files];
    this.#unbuilt = application.unbuilt;
  }

  /** The root; undefined where nothing of it is of this repository. */
  read(): Root | undefined {
    const { object, id, spec, at } = this.#application;
    const stated = list(spec.sources).filter(isMapping);
    const all: readonly (readonly [Mapping, Path])[] =
      stated.length > 0
        ? stated.map((source, index) => [source, [...at, 'sources', index]])
        : [[mapping(spec.source), [...at, 'source']]];
    // `$values/...` in one source means the root of the source that has this `ref`.
    const references = new Set(all.flatMap(([source]) => (isOwn(source, this.#own) ? (text(source.ref) ?? []) : [])));
    // Of one that cannot be computed no source is known.
    for (const [source, path] of this.#unbuilt === undefined ? all : []) this.#read(source, path, references);
    if (this.#sources.length === 0 && this.#unbuilt === undefined) return undefined;
    const destination = mapping(spec.destination);
    const field: Path = stated.length > 0 ? ['sources', 0, 'path'] : ['source', 'path'];
    return {
      id,
      kind: 'Application',
      folder: this.#folders[0] ?? '',
      declared: { file: object.file, document: object.document, at: [...object.path, ...at, ...field] },
      sources: this.#sources,
      extraFiles: this.#files,
      destination: text(destination.server) ?? text(destination.name),
      namespace: this.#namespace?.includes('{{') ? undefined : this.#namespace,
      substitution: undefined,
      gaps: this.#gaps,
      unbuilt: this.#unbuilt,
      isByDefaults: false,
    };
  }

  get #namespace(): string | undefined {
    return text(mapping(this.#application.spec.destination).namespace);
  }

  #read(source: Mapping, path: Path, references: ReadonlySet<string>): void {
    const { object, id } = this.#application;
    const where: Path = [...object.path, ...path];
    const isOurs = isOwn(source, this.#own);
    const stated = text(source.path);
    const folder = isOurs && text(source.chart) === undefined ? pathBelow('', stated ?? '') : undefined;
    const isHere = folder !== undefined && stated !== undefined && this.#view.isFolder(folder);
    if (!isHere && text(source.ref) !== undefined && isOurs) return;
    const isCurrent = current.has(text(source.targetRevision) ?? '');
    if (isCurrent && stated !== undefined && folder !== undefined && this.#isNothing(folder)) {
      this.#unbuilt ??= absent('path', folder);
      this.#folders.push(folder);
      return;
    }
    if (!isHere || !isCurrent) {
      const count = this.deliveries.length;
      const delivery = delivered(object, source, where, count === 0 ? id : `${id} #${count}`);
      this.deliveries.push({ ...delivery, valuesFiles: valuesFiles(source, references) });
    }
    if (isHere) this.#readHere(source, where, folder, references);
    else if (isMapping(source.plugin)) this.#readPlugin(source.plugin, where);
  }

  /** A folder of this repository that is not there delivers nothing; one that comes to be is judged then. */
  #isNothing(folder: string): boolean {
    return !folder.includes('{{') && this.#view.isAbsent(folder);
  }

  #readHere(source: Mapping, where: Path, folder: string, references: ReadonlySet<string>): void {
    const { object, name } = this.#application;
    const overridden = withOverrides(this.#view, folder, source, name);
    const { merged, files } = overridden;
    if (isMapping(merged.plugin)) this.#readPlugin(merged.plugin, where);
    this.#folders.push(folder);
    this.#files.push(...files);
    const reader = new SourceReader(this.#view, folder, overridden, this.#namespace, references, (kind, gap, field) =>
      this.#gaps.push({ kind, name: gap, file: object.file, at: [...where, field] }),
    );
    this.#sources.push(...reader.sources(name));
    this.#files.push(...reader.files);
  }

  #readPlugin(plugin: Mapping, where: Path): void {
    const { object, id } = this.#application;
    this.deliveries.push(madeByPlugin(object, plugin, where, `${id} plugin`));
  }
}

/** Where no URL of this repository is known, one whose path is here is taken for it only where the object names no other host. */
function isOwn(source: Mapping, own: OwnRepository): boolean {
  const url = text(source.repoURL);
  return url !== undefined && own.is(url);
}

/** The values files of this repository that a chart from elsewhere takes. */
function valuesFiles({ helm }: Mapping, references: ReadonlySet<string>): readonly string[] {
  return list(mapping(helm).valueFiles).flatMap((file) => {
    const [, name = '', path = ''] = /^\$([^/]+)\/(.*)$/.exec(scalarText(file)) ?? [];
    return references.has(name) ? (pathBelow('', path) ?? []) : [];
  });
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
