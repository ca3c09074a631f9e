import type { Position } from '../../kube/resource.ts';
import { isMapping, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import type { Closure } from '../graph/graph.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import type { Root } from '../model/root.ts';
import { valuesNamed } from '../model/values-named.ts';
import type { RenderedDocument } from '../result/rendered-object.ts';
import { type ChangedFile, changedFile } from './changed-file.ts';
import { bestLine } from './line-search.ts';
import { differingFields, hasLost, needlesOf } from './needles.ts';
import { removedLine, takingLine, tellingLine } from './telling-line.ts';
import { changedValues, touches, valueIn } from './values-lines.ts';

/** Both sides' trees. */
export interface Views {
  readonly before: FileView;
  readonly after: FileView;
}

/**
 * Finds for a place in a rendered object the line of the source that changed it. The tools name the file an object was
 * written in, never the patch or the values that altered it: so the value is looked for among the lines that the change
 * touches in the files the root is made of.
 */
export class Locator {
  readonly #root: Root;
  readonly #closure: Closure;
  readonly #views: Views;
  readonly #changed: ReadonlyMap<string, ChangedFile>;
  readonly #before = new Map<string, RenderedDocument>();
  /** The same by the file they were written in. */
  readonly #beforeByOrigin = new Map<string, RenderedDocument[]>();
  readonly #known = new Map<string, Position>();

  constructor(root: Root, closure: Closure, views: Views) {
    this.#root = root;
    this.#closure = closure;
    this.#views = views;
    this.#changed = changedFiles(root, closure, views);
  }

  /** The objects that the root gave before; what is compared with them is what differs. */
  compareWith(documents: readonly RenderedDocument[]): void {
    for (const document of documents) {
      this.#before.set(identityKey(document.value), document);
      const origin = originKey(document);
      const known = this.#beforeByOrigin.get(origin);
      if (known === undefined) this.#beforeByOrigin.set(origin, [document]);
      else known.push(document);
    }
  }

  locate(object: RenderedDocument, path: Path): Position {
    const key = `${identityKey(object.value)} ${JSON.stringify(path)}`;
    const known = this.#known.get(key) ?? this.#search(object, path);
    this.#known.set(key, known);
    return known;
  }

  /** What took an object away that was there before: its place in its own file where that is gone, else the line that did it. */
  locateGone({ origin: { file }, value }: RenderedDocument, path: Path): Position {
    const { before, after } = this.#views;
    const source = file === undefined || after.tree.has(file) ? undefined : sourceOf(before.documents(file), value);
    if (file !== undefined && source !== undefined) return { file, ...source.at(path) };
    const files = [...this.#changed.values()];
    return takingLine(files) ?? removedLine(files) ?? this.#anywhere();
  }

  #search(object: RenderedDocument, path: Path): Position {
    const before = this.#counterpart(object);
    return (
      this.#inOrigin(object, path) ??
      (before === undefined ? this.#newlyIncluded(object) : undefined) ??
      this.#byValue(object, before, path, false) ??
      this.#inValues(object) ??
      (before !== undefined && hasLost(object.value, before.value) ? takingLine(this.#changed.values()) : undefined) ??
      this.#byValue(object, before, path, true) ??
      this.#anywhere()
    );
  }

  #counterpart(object: RenderedDocument): RenderedDocument | undefined {
    const same = this.#before.get(identityKey(object.value));
    if (same !== undefined || object.origin.file === undefined) return same;
    // Another name or namespace than before: a prefix was put to it, or taken away.
    const name = nameOf(object.value);
    return this.#beforeByOrigin.get(originKey(object))?.find((old) => {
      const former = nameOf(old.value);
      return former !== '' && (name.includes(former) || former.includes(name));
    });
  }

  /** The same place in the manifest the object was written in, where that line is among the changed ones. */
  #inOrigin({ origin, value }: RenderedDocument, path: Path): Position | undefined {
    const file = this.#changed.get(origin.file ?? '');
    if (file === undefined) return undefined;
    const source = sourceOf(this.#views.after.documents(file.path), value);
    if (source === undefined) return undefined;
    const place = source.at(path);
    const [written, made] = [source.value, value].map((each) => withoutDefaults(asText(valueIn(each, path))));
    const isSame = written === made;
    return isSame && file.added.includes(place.line) ? { file: file.path, ...place } : undefined;
  }

  /** The entry that brings an object in whose own file is as it was. */
  #newlyIncluded({ origin }: RenderedDocument): Position | undefined {
    const made = origin.file ?? origin.generatedBy;
    if (made === undefined || this.#changed.has(made)) return undefined;
    for (const { file, at } of includeChain(this.#closure.kustomizations, this.#root, made)) {
      const place = this.#views.after.documents(file)[0]?.at(at);
      if (place !== undefined && this.#changed.get(file)?.added.includes(place.line)) return { file, ...place };
    }
    return this.#declaration();
  }

  #byValue(
    object: RenderedDocument,
    before: RenderedDocument | undefined,
    path: Path,
    isGuess: boolean,
  ): Position | undefined {
    const needles = needlesOf(object.value, before?.value, path);
    const own = path.filter((step): step is string => typeof step === 'string').slice(-2);
    const differing = isGuess && before !== undefined ? [...differingFields(object.value, before.value)] : [];
    const names = differing.length > 0 ? differing : own;
    return bestLine(this.#ordered(object), needles, names, isGuess);
  }

  /** The changed value that the object's template names, else the only changed value there is. */
  #inValues({ origin }: RenderedDocument): Position | undefined {
    const template = this.#views.after.bytes(origin.file ?? '')?.toString('utf8') ?? '';
    const named = valuesNamed(template);
    let first: Position | undefined;
    for (const { path: file } of this.#changed.values()) {
      if (!/\.ya?ml$/.test(file) || file === origin.file || /(?:^|\/)templates\//.test(file)) continue;
      for (const [index, document] of this.#views.after.documents(file).entries()) {
        const old = this.#views.before.documents(file)[index]?.value;
        for (const path of changedValues(document.value, old)) {
          const place = { file, ...document.at(path) };
          first ??= { ...place, isGuess: true };
          const inside = valuesPath(path);
          const parameter = text(mapping(valueIn(document.value, path.slice(0, -1))).name)?.split('.');
          const isNamed = (values: Path) => named.some((each) => touches(each, values));
          if (inside.some(isNamed) || (parameter !== undefined && isNamed(parameter))) return place;
        }
      }
    }
    return /(?:^|\/)templates\//.test(origin.file ?? '') ? first : undefined;
  }

  /** Something of the root's inputs that changed, the declaration first. */
  #anywhere(): Position {
    const declared = this.#declaration();
    if (declared !== undefined) return { ...declared, isGuess: true };
    for (const file of this.#changed.values()) {
      const place = tellingLine(file);
      if (place !== undefined) return place;
    }
    return { file: mainFile(this.#root, this.#views.after), line: 1, column: 1, isGuess: true };
  }

  /** Where the root is declared, where that is among the changed lines. */
  #declaration(): Position | undefined {
    const { declared } = this.#root;
    const file = declared === undefined ? undefined : this.#changed.get(declared.file);
    if (declared === undefined || file === undefined) return undefined;
    const document = this.#views.after.documents(declared.file)[declared.document];
    for (let at = declared.at; document !== undefined && at.length > 0; at = at.slice(0, -1)) {
      const place = document.at(at);
      if (file.added.includes(place.line)) return { file: declared.file, ...place };
    }
    return undefined;
  }

  /** The changed files, the object's own first, then those that the tool says changed it. */
  #ordered({ origin }: RenderedDocument): readonly ChangedFile[] {
    const rank = ({ path }: ChangedFile) => (path === origin.file ? 0 : origin.changedBy.includes(path) ? 1 : 2);
    return [...this.#changed.values()].sort((a, b) => rank(a) - rank(b));
  }
}

/** The root's own file: what names it where nothing better is known. */
export function mainFile(root: Root, view: FileView): string {
  if (root.declared !== undefined) return root.declared.file;
  const [source] = root.sources;
  if (source?.kind === 'helm') return source.chart === '' ? 'Chart.yaml' : `${source.chart}/Chart.yaml`;
  return view.kustomizationOf(root.folder) ?? (root.folder === '' ? '.' : root.folder);
}

function changedFiles(root: Root, closure: Closure, { before, after }: Views): ReadonlyMap<string, ChangedFile> {
  const paths = new Set([...closure.files, ...(root.declared === undefined ? [] : [root.declared.file])]);
  const changed = new Map<string, ChangedFile>();
  for (const path of [...paths].sort()) {
    if (after.tree.get(path)?.id === before.tree.get(path)?.id) continue;
    const file = changedFile(path, before, after);
    if (file !== undefined) changed.set(path, file);
  }
  return changed;
}

function identityKey(value: unknown): string {
  const { apiVersion, kind, metadata } = mapping(value);
  const group = scalarText(apiVersion).replace(/\/.*$/, '');
  return `${group} ${scalarText(kind)} ${scalarText(mapping(metadata).namespace)} ${nameOf(value)}`;
}

function originKey({ origin, value }: RenderedDocument): string {
  return `${origin.file ?? ''} ${scalarText(mapping(value).kind)}`;
}

function nameOf(value: unknown): string {
  return text(mapping(mapping(value).metadata).name) ?? '';
}

/** The document of a source file that became an object: of its kind, with its name or the part of it that a prefix left. */
function sourceOf(documents: readonly Document[], value: unknown): Document | undefined {
  const { kind, metadata } = mapping(value);
  const name = scalarText(mapping(metadata).name);
  const alike = documents.filter((document) => mapping(document.value).kind === kind);
  const named = alike.filter((document) => {
    const own = text(mapping(mapping(document.value).metadata).name);
    return own !== undefined && name.includes(own);
  });
  return named.find((document) => mapping(mapping(document.value).metadata).name === name) ?? named[0];
}

interface Entry {
  readonly file: string;
  readonly at: Path;
}

/** The entries that lead from a root to a file, the root's own first. */
function includeChain(parts: readonly Part[], root: Root, made: string): readonly Entry[] {
  const byFolder = new Map(parts.map((part) => [part.folder, part]));
  const open = parts.filter(({ folder }) => folder === root.folder).map((part) => ({ part, chain: [] as Entry[] }));
  if (open.length === 0) open.push(...parts.slice(0, 1).map((part) => ({ part, chain: [] })));
  const seen = new Set<string>();
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { part, chain } = next;
    if (seen.has(part.folder)) continue;
    seen.add(part.folder);
    const inside =
      part.inputs.find(({ path }) => path === made) ?? part.charts.find((chart) => made.startsWith(chart.folder));
    if (inside !== undefined) return [...chain, { file: part.file, at: inside.at }];
    if (part.file === made) return chain;
    for (const { path, at } of part.includes) {
      const included = byFolder.get(path);
      if (included !== undefined) open.push({ part: included, chain: [...chain, { file: part.file, at }] });
    }
  }
  return [];
}

/** The path of a value inside `values` of a declaration, or of a values file as it is. */
function valuesPath(path: Path): readonly Path[] {
  const at = path.findIndex((step) => step === 'values' || step === 'valuesObject' || step === 'valuesInline');
  return at < 0 ? [path] : [path, path.slice(at + 1)];
}

/** Equal for equal values in whatever order their keys are: kustomize sorts them. */
function asText(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) => {
      if (typeof item === 'bigint') return String(item);
      if (!isMapping(item)) return item;
      return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}

/** A variable that something unknown may set has lost its default. */
function withoutDefaults(text: string): string {
  return text.replaceAll(/\$\{([A-Za-z_]\w{0,200}):?[-=][^{}]{0,4000}\}/g, (_, name: string) => `\${${name}}`);
}
