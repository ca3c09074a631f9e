import { folderOf, pathBelow } from '../../kube/kustomization.ts';
import { isMapping, isSameValue, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { valueIn } from '../blame/values-lines.ts';
import type { Root, Source } from '../model/root.ts';
import type { RenderedRoot, RootSide } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';
import type { DeclaredObject } from '../roots/objects.ts';

/** A declaration of a rendered root, and what of it its output shows. */
export interface Declaration {
  readonly id: string;
  /** As a file has it; undefined where another root gives it. */
  readonly object: DeclaredObject | undefined;
  readonly file: string;
  /** The line of its document. */
  readonly line: number | undefined;
  /** Where the declaring object is in the document. */
  readonly path: Path;
  /** From there. */
  readonly parts: readonly Path[];
  readonly side: RootSide;
}

/** Whether a root was rendered with all that it takes in, on each side that it has. */
export function isWhole({ before, after }: RenderedRoot): boolean {
  return after !== undefined && [before, after].every((side) => side === undefined || isShown(side));
}

/** Whether all that a root takes in is in its output. */
function isShown({ reason, gaps }: RootSide): boolean {
  return reason === undefined && gaps.every(({ kind }) => kind === 'missing');
}

/** What the object that declares a root is known by; several Applications of a set have one. */
export function declaringKey(root: Root | undefined): string {
  const { file, document, at = [] } = root?.declared ?? {};
  return JSON.stringify([file, document, objectPath(at)]);
}

/** Where an object with a `spec` begins; a helmfile has none. */
function objectPath(at: Path): Path {
  return at.includes('spec') ? at.slice(0, at.indexOf('spec')) : [];
}

/** The declaration of a root; `given` is the file of the root that gives it, where no file has it as it is. */
export function declarationsOf(side: RootSide, given: string, { graph, objects }: Delivered): readonly Declaration[] {
  const { id, declared } = side.root;
  if (declared === undefined) return [];
  const { file, document, at } = declared;
  const read = graph.view.documents(file)[document];
  const path = objectPath(at);
  const object = objects.find(
    (each) => each.file === file && each.document === document && isSameValue(each.path, path),
  );
  const isMade = at.length === 0;
  const parts = partsOf(side.root, isMade ? undefined : valueIn(read?.value, path), at.slice(path.length));
  return [{ id, object, file: isMade ? given : file, line: isMade ? undefined : read?.line, path, parts, side }];
}

/** What of a declaration its root's output shows, from the object on. */
function partsOf({ kind, sources }: Root, value: unknown, at: Path): readonly Path[] {
  if (kind === 'Kustomization') return fluxParts;
  if (kind === 'HelmRelease') return releaseParts;
  if (kind === 'helmfile') return helmfileParts.map((field) => [...at.slice(0, 2), field]);
  if (kind === 'bundle') return [[...at, 'values']];
  if (kind !== 'Application' || value === undefined) return [];
  const spec = at.slice(0, at.lastIndexOf('spec') + 1);
  const stated = mapping(valueIn(value, spec));
  const all: readonly (readonly [Mapping, Path])[] = list(stated.sources).some(isMapping)
    ? list(stated.sources).map((source, index) => [mapping(source), [...spec, 'sources', index]])
    : [[mapping(stated.source), [...spec, 'source']]];
  const folders = new Set(sources.map(folderOfSource));
  const folderIn = (source: Mapping) =>
    text(source.chart) === undefined ? pathBelow('', text(source.path) ?? '') : undefined;
  return all.flatMap(([source, place]) => {
    const folder = folderIn(source);
    const isOne = all.filter(([other]) => folderIn(other) === folder).length === 1;
    const isOpen = text(source.path)?.includes('{{') === true;
    if (
      folder === undefined ||
      !isOne ||
      text(source.repoURL)?.includes('{{') === true ||
      !(folders.has(folder) || isOpen)
    )
      return [];
    return sourceParts.map((part) => [...place, ...part]);
  });
}

const fluxParts: readonly Path[] = [
  ['spec', 'patches'],
  ['spec', 'images'],
  ['spec', 'commonMetadata', 'labels'],
];
const releaseParts: readonly Path[] = [
  ['spec', 'values'],
  ['spec', 'postRenderers'],
];
const helmfileParts = ['values', 'set', 'setString'];
const sourceParts: readonly Path[] = [
  ['kustomize', 'patches'],
  ['kustomize', 'images'],
  ['kustomize', 'commonLabels'],
  ['helm', 'values'],
  ['helm', 'valuesObject'],
  ['helm', 'parameters'],
];

/** Whether a part holds patches, which may meet nothing. */
export function isPatch(part: Path): boolean {
  return part.includes('patches') || part.includes('postRenderers');
}

function folderOfSource(source: Source): string | undefined {
  if (source.kind === 'helm') return source.chart;
  return source.kind === 'kustomize' ? source.folder : folderOf(source.files[0] ?? '');
}
