import { addTo } from '../../groups.ts';
import { documentsInside } from '../../kube/embedded.ts';
import { folderOf, isKustomization, pathBelow } from '../../kube/kustomization.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { isMapping, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { Document, Path, YamlLimits } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import { valueIn } from '../blame/values-lines.ts';
import type { ChartPart } from '../graph/chart.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';
import type { RootInputs } from '../plan/plan.ts';
import type { Rendering } from '../result/rendering.ts';
import type { Delivered } from '../roots/find-roots.ts';

/** Charts in charts in charts. */
const deepest = 5;

/**
 * What files that are judged as they are rendered hand to charts that are not in the repository, and that is in no output: values of a
 * dependency, of a kustomization's `helmCharts`. Each file with these values alone, as if nobody rendered it.
 */
export function outsideValues(
  touched: readonly TouchedFile[],
  { changed, covered }: Rendering,
  views: Views,
  limits: YamlLimits,
): readonly TouchedFile[] {
  const of = (side: 'before' | 'after') => {
    const found = new Map<string, Document[]>();
    for (const { [side]: inputs } of changed) {
      if (inputs === undefined) continue;
      const reader = new OutsideValues(views[side], inputs, limits);
      for (const { file, document, isOfObject } of reader.documents()) {
        if (isOfObject || covered.has(file)) addTo(found, file, document);
      }
    }
    return found;
  };
  const [before, after] = [of('before'), of('after')];
  if (before.size + after.size === 0) return [];
  return touched.flatMap((file): TouchedFile[] => {
    const [old, now] = [before.get(file.movedFrom ?? file.path), after.get(file.path)];
    if (old === undefined && now === undefined) return [];
    return [{ ...file, before: withDocuments(file.before, old), after: withDocuments(file.after, now) }];
  });
}

/** The files of values that charts from elsewhere take which were delivered before. */
export function givenFiles(
  delivered: { readonly before: Delivered; readonly after: Delivered } | undefined,
): ReadonlySet<string> {
  if (delivered === undefined) return new Set();
  const { before, after } = delivered;
  const known = new Set(before.deliveries.map(({ id }) => id));
  const { view } = after.graph;
  const ofKustomizations = view.paths.filter(isKustomization).flatMap((file) => {
    const gaps = before.graph.kustomization(folderOf(file))?.gaps ?? [];
    const charts = gaps.filter(({ kind, at }) => kind === 'remote' && at[0] === 'helmCharts');
    return charts.flatMap(({ at }) =>
      valuesFilesOf(mapping(valueIn(view.documents(file)[0]?.value, at.slice(0, 2))), folderOf(file)),
    );
  });
  const ofDeclarations = after.deliveries.flatMap(({ id, valuesFiles = [] }) => (known.has(id) ? valuesFiles : []));
  return new Set([...ofKustomizations, ...ofDeclarations]);
}

/** The files that an entry of `helmCharts` names. */
function valuesFilesOf({ valuesFile, additionalValuesFiles }: Mapping, folder: string): readonly string[] {
  return [text(valuesFile) ?? [], strings(additionalValuesFiles)]
    .flat()
    .flatMap((name) => pathBelow(folder, name) ?? []);
}

function withDocuments(side: FileSide | undefined, documents: readonly Document[] = []): FileSide | undefined {
  // What several roots hand on is the same.
  const once = [...new Map(documents.map((each) => [JSON.stringify([each.line, each.at([])]), each])).values()];
  return side && { ...side, structure: 'manifest', documents: once, resources: [], unreadable: [] };
}

/** Values in a file. */
interface Found {
  readonly file: string;
  readonly document: Document;
  /** Whether they are in an object: then nothing else takes them for values of a chart from elsewhere. */
  readonly isOfObject: boolean;
}

class OutsideValues {
  readonly #view: FileView;
  readonly #inputs: RootInputs;
  readonly #limits: YamlLimits;

  constructor(view: FileView, inputs: RootInputs, limits: YamlLimits) {
    this.#view = view;
    this.#inputs = inputs;
    this.#limits = limits;
  }

  *documents(): Generator<Found> {
    const { root, closure } = this.#inputs;
    for (const chart of closure.charts) {
      const paths = this.#pathsOf(chart, 0);
      if (paths.length === 0) continue;
      const sources = root.sources.flatMap((source) =>
        source.kind === 'helm' && source.chart === chart.folder ? [source] : [],
      );
      const files = [inFolder(chart.folder, 'values.yaml'), ...sources.flatMap(({ valueFiles }) => valueFiles)];
      for (const file of new Set(files)) {
        const document = this.#view.documents(file)[0];
        if (document !== undefined) yield { file, document: only(document, paths), isOfObject: false };
      }
      if (sources.length > 0) yield* this.#inDeclaration(paths);
    }
    for (const { gaps, file, folder } of closure.kustomizations) {
      const document = this.#view.documents(file)[0];
      for (const { kind, at } of gaps) {
        if (kind === 'remote' && document !== undefined && at[0] === 'helmCharts') {
          yield* this.#ofKustomization(document, file, folder, at.slice(0, 2));
        }
      }
    }
  }

  /** Where in a chart's values those of charts from elsewhere are. */
  #pathsOf(chart: ChartPart, depth: number): readonly (readonly string[])[] {
    if (depth > deepest) return [];
    const own = chart.drops.flatMap(({ file, at }): string[][] => {
      const { alias, name } = mapping(valueIn(this.#view.documents(file)[0]?.value, at));
      const key = text(alias) ?? text(name);
      return key === undefined ? [] : [[key]];
    });
    const charts = new Map(this.#inputs.closure.charts.map((each) => [each.folder, each]));
    const inner = chart.local.flatMap(({ name, folder }) => {
      const other = charts.get(folder);
      return other === undefined ? [] : this.#pathsOf(other, depth + 1).map((path) => [name, ...path]);
    });
    return [...own, ...inner];
  }

  *#inDeclaration(paths: readonly (readonly string[])[]): Generator<Found> {
    const { declared } = this.#inputs.root;
    const document = declared && this.#view.documents(declared.file)[declared.document];
    if (declared === undefined || document === undefined) return;
    const spec = declared.at.slice(0, declared.at.lastIndexOf('spec') + 1);
    const stated = mapping(valueIn(document.value, spec));
    const sources: readonly Path[] = [['source'], ...list(stated.sources).map((_, index) => ['sources', index])];
    const places: readonly Path[] = [
      ['values'],
      ...sources.flatMap((source) => [
        [...source, 'helm', 'valuesObject'],
        [...source, 'helm', 'values'],
      ]),
    ];
    for (const place of places) {
      const path = [...spec, ...place];
      const value = valueIn(document.value, path);
      const inside =
        typeof value === 'string' ? documentsInside(value, document, path, this.#limits) : [within(document, path)];
      for (const each of inside) {
        if (isMapping(each.value)) yield { file: declared.file, document: only(each, paths), isOfObject: true };
      }
    }
  }

  *#ofKustomization(document: Document, file: string, folder: string, at: Path): Generator<Found> {
    const entry = mapping(valueIn(document.value, at));
    if (isMapping(entry.valuesInline)) {
      yield { file, document: within(document, [...at, 'valuesInline']), isOfObject: true };
    }
    for (const path of valuesFilesOf(entry, folder)) {
      const values = this.#view.documents(path)[0];
      if (values !== undefined) yield { file: path, document: values, isOfObject: false };
    }
  }
}

/** A value of a document as one of its own. */
function within(document: Document, at: Path): Document {
  return {
    value: valueIn(document.value, at),
    line: document.line,
    duplicateKeys: [],
    at: (path) => document.at([...at, ...path]),
    valueAt: (path) => document.valueAt([...at, ...path]),
    styleAt: (path) => document.styleAt([...at, ...path]),
  };
}

/** A document of nothing but what is at these paths. */
function only(document: Document, paths: readonly (readonly string[])[]): Document {
  const value: Record<string, unknown> = Object.create(null);
  for (const path of paths) put(value, path, valueIn(document.value, path));
  return { ...within(document, []), value };
}

function put(into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value !== undefined) into[key] = value;
    return;
  }
  // Without a prototype, which a key of the repository could be taken for.
  const copy: Record<string, unknown> = Object.assign(Object.create(null), mapping(into[key]));
  put(copy, rest, value);
  into[key] = copy;
}
