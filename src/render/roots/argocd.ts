import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { FileView } from '../model/file-view.ts';
import type { Gap } from '../model/gap.ts';
import type { Delivery, Root, Source } from '../model/root.ts';
import { applicationsOf } from './application-set.ts';
import { SourceReader, withOverrides } from './argocd-source.ts';
import type { Declarations } from './flux.ts';
import { type DeclaredObject, declaredId } from './objects.ts';
import type { OwnRepository } from './own-repository.ts';

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
    if (object.kind === 'Application') {
      read({ object, id, name: object.name, spec: mapping(object.value.spec), at: ['spec'], files: [] });
    }
    if (object.kind !== 'ApplicationSet') continue;
    const isTaken = (url: string) => own.is(url) || !own.isKnown;
    const counts = new Map<string, number>();
    for (const { name, spec, files } of applicationsOf(view, mapping(object.value.spec), isTaken)) {
      // What computes a name is not known here: then the folders say which Application it is, else its place among those alike.
      const folders = [spec.source, ...list(spec.sources)].flatMap((source) => text(mapping(source).path) ?? []);
      const named = name.includes('{{') ? `${name} ${folders.join(' ')}` : name;
      const count = (counts.get(named) ?? 0) + 1;
      counts.set(named, count);
      const itsId = count > 1 ? `${id}: ${named} (${count})` : `${id}: ${named}`;
      read({ object, id: itsId, name, spec, at: ['spec', 'template', 'spec'], files });
    }
  }
  return { roots, deliveries };
}

/** An Application, or one that an ApplicationSet makes. */
interface DeclaredApplication {
  readonly object: DeclaredObject;
  readonly id: string;
  readonly name: string;
  readonly spec: Mapping;
  /** Where its spec is in the object. */
  readonly at: Path;
  /** Files that it is made from. */
  readonly files: readonly string[];
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
  const extraFiles: string[] = [...application.files];
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
    const isNothing =
      folder !== undefined && text(source.path) !== undefined && !folder.includes('{{') && view.isAbsent(folder);
    if (isNothing && current.has(revision)) continue;
    if (!isHere || !current.has(revision)) {
      deliveries.push(delivered(object, source, where, deliveries.length === 0 ? id : `${id} #${deliveries.length}`));
    }
    const { merged, files } = isHere
      ? withOverrides(view, folder, source, application.name)
      : { merged: source, files: [] };
    if (isMapping(merged.plugin)) deliveries.push(madeByPlugin(object, merged.plugin, where, `${id} plugin`));
    if (isHere) {
      folders.push(folder);
      for (const file of files) extraFiles.push(file);
      const read = new SourceReader(view, folder, merged, namespace, references, note);
      for (const each of read.sources(application.name)) sources.push(each);
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
