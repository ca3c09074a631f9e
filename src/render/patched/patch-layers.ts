import { documentsInside } from '../../kube/embedded.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { jsonPatched, mergedOver, type Note } from '../../kube/patch/laid-over.ts';
import { mayBeTargeted } from '../../kube/patch/targets.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import type { Graph } from '../graph/graph.ts';
import type { FileView } from '../model/file-view.ts';

/** Something that is laid over objects: a patch, or labels and annotations for all of them. */
export interface Layer {
  /** Equal for what does the same. */
  readonly key: string;
  /** Which objects it is meant for; undefined of a patch that names its object itself. */
  readonly target: Mapping | undefined;
  /** A strategic merge patch, or the operations of a JSON patch. */
  readonly value: unknown;
  /** Whether it is for all objects of the kinds that have such fields. */
  readonly isForAll: boolean;
  /** The file in which it is written. */
  readonly file: string;
  at(path: Path): Position;
}

/** What is written as in a kustomization: the file itself, or the part of an object that has the same fields. */
export interface Written {
  readonly file: string;
  readonly document: Document;
  /** Where its fields are in the document. */
  readonly path: Path;
  readonly value: Mapping;
}

const patchFields = ['patchesStrategicMerge', 'patches', 'patchesJson6902'];

/** The patches that something lists, with labels and annotations for all its objects. `view` has the files that it names, below `folder`. */
export function layersOf(
  written: Written,
  folder: string,
  view: FileView | undefined,
  limits: YamlLimits,
): readonly Layer[] {
  const patches = patchFields.flatMap((field) =>
    list(written.value[field]).flatMap((entry, index) =>
      layersOfEntry(written, [...written.path, field, index], entry, folder, view, limits),
    ),
  );
  return [...patches, ...ofAll(written)];
}

function layersOfEntry(
  written: Written,
  at: Path,
  entry: unknown,
  folder: string,
  view: FileView | undefined,
  limits: YamlLimits,
): readonly Layer[] {
  const { path, patch, target } = mapping(entry);
  const isText = typeof entry === 'string';
  const inline = isText ? entry : text(patch);
  const isInline = inline !== undefined && (inline.includes('\n') || !isText || inline.trim().startsWith('{'));
  const name = isText ? entry : text(path);
  const file = isInline || name === undefined ? undefined : pathBelow(folder, name);
  const place = isText ? at : [...at, 'patch'];
  const named = file === undefined ? [] : (view?.documents(file) ?? []);
  const documents = isInline ? documentsInside(inline, written.document, place, limits) : named;
  return documents.flatMap((document): readonly Layer[] => {
    const { value } = document;
    if (!isMapping(value) && !Array.isArray(value)) return [];
    const from = file ?? written.file;
    return [
      {
        key: JSON.stringify([target ?? null, value]),
        target: isMapping(target) ? target : undefined,
        value,
        isForAll: false,
        file: from,
        at: (inside) => ({ file: from, ...document.at(inside) }),
      },
    ];
  });
}

/** Labels and annotations by which namespaces, accounts and pods are judged. */
const telling =
  /^pod-security\.kubernetes\.io\/|^openshift\.io\/run-level$|^azure\.workload\.identity\/|^aadpodidbinding$|^eks\.amazonaws\.com\/role-arn$|^iam\.gke\.io\/|^iam\.amazonaws\.com\/|^seccomp\.security\.alpha|^container\.(?:apparmor|seccomp)\.security|^helm\.sh\/(?:hook|resource-policy)$|^argocd\.argoproj\.io\/hook/;

/** `labels`, `commonLabels` and `commonAnnotations` of kustomize, and `commonMetadata` of Flux, which pod templates do not get. */
function ofAll({ value, file, document, path }: Written): readonly Layer[] {
  const metadata = mapping(value.commonMetadata);
  const all: readonly (readonly [unknown, Path, 'labels' | 'annotations', boolean])[] = [
    [value.commonLabels, ['commonLabels'], 'labels', true],
    [value.commonAnnotations, ['commonAnnotations'], 'annotations', true],
    [metadata.labels, ['commonMetadata', 'labels'], 'labels', false],
    [metadata.annotations, ['commonMetadata', 'annotations'], 'annotations', false],
    ...list(value.labels).map(
      (entry, index) =>
        [
          mapping(entry).pairs,
          ['labels', index, 'pairs'],
          'labels',
          mapping(entry).includeTemplates === true || mapping(entry).includeSelectors === true,
        ] as const,
    ),
  ];
  return all.flatMap(([pairs, at, field, isOfTemplates]): readonly Layer[] => {
    const told = Object.entries(mapping(pairs)).filter(([key]) => telling.test(key));
    if (told.length === 0) return [];
    const own = { [field]: Object.fromEntries(told) };
    return [
      {
        key: JSON.stringify([own, isOfTemplates]),
        target: undefined,
        value: { metadata: own, ...(isOfTemplates ? { template: { metadata: own } } : {}) },
        isForAll: true,
        file,
        at: (inside) => {
          const last = inside.at(-1);
          const key = typeof last === 'string' && Object.hasOwn(mapping(pairs), last) ? [last] : [];
          return { file, ...document.at([...path, ...at, ...key]) };
        },
      },
    ];
  });
}

/** The layers of a kustomization, those of the components that it takes in first, as kustomize has it; each component once. */
export function kustomizationLayers(
  graph: Graph,
  folder: string,
  limits: YamlLimits,
  seen: Set<string> = new Set(),
): readonly Layer[] {
  const part = graph.kustomization(folder);
  const document = part && graph.view.documents(part.file)[0];
  if (part === undefined || document === undefined || seen.has(folder)) return [];
  seen.add(folder);
  const components = part.includes.filter(({ at }) => at[0] === 'components');
  const value = mapping(document.value);
  return [
    ...components.flatMap(({ path }) => kustomizationLayers(graph, path, limits, seen)),
    ...layersOf({ file: part.file, document, path: [], value }, folder, graph.view, limits),
  ];
}

/** Whether a layer is for an object, or may be. */
export function isFor(layer: Layer, resource: Resource): boolean {
  const { target, value, isForAll } = layer;
  if (isForAll) return true;
  if (target !== undefined) return mayBeTargeted(target, resource);
  const { kind, name, namespace } = resource;
  const { kind: own, metadata } = mapping(value);
  const { name: named, namespace: place } = mapping(metadata);
  return own === kind && named === name && (namespace === undefined || place === undefined || place === namespace);
}

/** What becomes of an object's value; undefined where the layer deletes it. */
export function laidOver(layer: Layer, value: Mapping, resource: Resource, note: Note): Mapping | undefined {
  const { value: patch, isForAll } = layer;
  if (Array.isArray(patch)) return jsonPatched(value, patch, note);
  if (!isForAll) {
    // What it calls its object is not what it changes of it.
    const { apiVersion: _, kind: __, metadata, ...rest } = mapping(patch);
    const { name: ___, namespace: ____, ...others } = mapping(metadata);
    const own = isMapping(metadata) ? { ...rest, metadata: others } : rest;
    return mergedOver(value, own, resource.group, note);
  }
  const { template, metadata } = mapping(patch);
  const place = templatePath(value);
  const own = template === undefined || place === undefined ? { metadata } : { metadata, ...nested(place, template) };
  return mergedOver(value, own, resource.group, note);
}

/** Where an object has its pod template, of those that kustomize knows (api/internal/konfig/builtinpluginconsts). */
function templatePath({ spec }: Mapping): readonly string[] | undefined {
  if (isMapping(mapping(spec).template)) return ['spec', 'template'];
  return isMapping(mapping(mapping(spec).jobTemplate).spec) ? ['spec', 'jobTemplate', 'spec', 'template'] : undefined;
}

function nested([first = '', ...rest]: readonly string[], value: unknown): Mapping {
  return { [first]: rest.length === 0 ? value : nested(rest, value) };
}
