import type { Position } from '../../kube/resource.ts';
import { canonical, mapping, scalarText, text } from '../../plain-values.ts';
import type { Document, Path } from '../../yaml/document.ts';
import type { Closure } from '../graph/graph.ts';
import type { FileView } from '../model/file-view.ts';
import { formerPath, type Root } from '../model/root.ts';
import type { RenderedDocument } from '../result/rendered-object.ts';
import { type ChangedFile, changedFile } from './changed-file.ts';
import { changedValue, namedBy } from './changed-value.ts';
import { Counterparts, identityKey } from './counterparts.ts';
import { entryOf } from './include-chain.ts';
import { bestLine, lostLine } from './line-search.ts';
import { isIn, losingPlace, lostAt } from './lost.ts';
import { differingFields, hasLost, needlesOf, scalarsUnder, valueAt } from './needles.ts';
import { patchLine } from './patch-line.ts';
import { schemaLine } from './schema-line.ts';
import { removedLine, takingLine, tellingLine, withoutDoubt } from './telling-line.ts';
import { valueIn } from './values-lines.ts';

/** What makes an object another one, what counts most first. */
const identity: readonly Path[] = [['kind'], ['metadata', 'namespace'], ['metadata', 'name']];

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
  #before = new Counterparts([]);
  #after = new Counterparts([]);
  readonly #known = new Map<string, Position>();

  /** `former` is the same root on the base's side, where it is known. */
  constructor(root: Root, closure: Closure, views: Views, former: Root | undefined) {
    this.#root = root;
    this.#closure = closure;
    this.#views = views;
    this.#changed = changedFiles(root, closure, views, former);
  }

  /** What the root gave on both sides: what is compared with them is what differs. */
  compare(before: readonly RenderedDocument[], after: readonly RenderedDocument[]): void {
    this.#before = new Counterparts(before);
    this.#after = new Counterparts(after);
  }

  locate(object: RenderedDocument, path: Path): Position {
    const key = `${identityKey(object.value)} ${JSON.stringify(path)}`;
    const known = this.#known.get(key) ?? withoutDoubt(this.#search(object, path), [...this.#changed.values()]);
    this.#known.set(key, known);
    return known;
  }

  /**
   * What took an object away that was there before: its place in its own file where that is gone, what made something else of it, else the
   * line that did it.
   */
  locateGone(gone: RenderedDocument, path: Path): Position {
    const { before, after } = this.#views;
    const { file } = gone.origin;
    const source =
      file === undefined || after.tree.has(file) ? undefined : sourceOf(before.documents(file), gone.value);
    if (file !== undefined && source !== undefined) return { file, ...source.at(path) };
    const files = [...this.#changed.values()];
    const now = this.#after.of(gone, this.#before, (path) => !this.#changed.has(path));
    return (
      (now &&
        (this.#otherIdentity(now, gone) ?? this.#byLoss(now, gone, path) ?? this.#byValue(now, gone, path, false))) ??
      takingLine(files) ??
      schemaLine(this.#closure.kustomizations, this.#changed, this.#views) ??
      removedLine(files) ??
      (now && this.#byValue(now, gone, path, true)) ??
      this.#anywhere()
    );
  }

  /** The line that says of which kind, in which namespace or of which name an object newly is. */
  #otherIdentity(now: RenderedDocument, gone: RenderedDocument): Position | undefined {
    for (const path of identity) {
      if (scalarText(valueIn(now.value, path)) === scalarText(valueIn(gone.value, path))) continue;
      const { needles } = needlesOf(now.value, gone.value, path);
      const place = bestLine(this.#ordered(now), needles, [String(path.at(-1))], false);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  #search(object: RenderedDocument, path: Path): Position {
    const before = this.#before.of(object, this.#after, (file) => !this.#changed.has(file));
    return (
      this.#inOrigin(object, path) ??
      (before === undefined ? this.#newlyIncluded(object, path) : this.#inPatches(object, path, true)) ??
      (before && this.#byLoss(object, before, path)) ??
      this.#byValue(object, before, path, false) ??
      (before === undefined ? undefined : this.#inPatches(object, path, false)) ??
      this.#inValues(object) ??
      (before !== undefined ? this.#newlyChangedBy(object, before, path) : undefined) ??
      (before !== undefined && hasLost(object.value, before.value) ? takingLine(this.#changed.values()) : undefined) ??
      schemaLine(this.#closure.kustomizations, this.#changed, this.#views) ??
      (hasLostHere(object, before, path) ? removedLine(this.#ordered(object)) : undefined) ??
      this.#byValue(object, before, path, true) ??
      this.#anywhere()
    );
  }

  /** The same place in the manifest the object was written in, where that line is among the changed ones. */
  #inOrigin({ origin, value }: RenderedDocument, path: Path): Position | undefined {
    const file = this.#changed.get(origin.file ?? '');
    if (file === undefined) return undefined;
    const source = sourceOf(this.#views.after.documents(file.path), value);
    if (source === undefined) return undefined;
    const place = source.at(path);
    const [written, made] = [source.value, value].map((each) => withoutDefaults(canonical(valueIn(each, path))));
    const isSame = written === made;
    return isSame && file.added.includes(place.line) ? { file: file.path, ...place } : undefined;
  }

  /** The entry that brings an object in whose own file is as it was; what the new declaration sets where that is the very value. */
  #newlyIncluded({ origin }: RenderedDocument, path: Path): Position | undefined {
    const made = origin.file ?? origin.generatedBy;
    if (made === undefined || this.#changed.has(made)) return undefined;
    const { declared } = this.#root;
    const isNamed = namedBy(this.#templateOf(origin.file));
    const isValue = (value: Path) => value.at(-1) === path.at(-1) && isNamed(value);
    const own = declared !== undefined && this.#changed.has(declared.file) ? [declared.file] : [];
    return changedValue(own, this.#views, isValue, false) ?? this.#entryOf(made) ?? this.#declaration();
  }

  #templateOf(file = ''): string {
    return this.#views.after.bytes(file)?.toString('utf8') ?? '';
  }

  /** The entry that brings in a kustomization, itself as it was, that newly changes an object: one that says what is new, where there is one. */
  #newlyChangedBy(object: RenderedDocument, before: RenderedDocument, path: Path): Position | undefined {
    const isNew = (file: string) => !before.origin.changedBy.includes(file) && !this.#changed.has(file);
    const added = object.origin.changedBy.filter(isNew);
    if (added.length === 0) return undefined;
    const needles = needlesOf(object.value, before.value, path).needles.filter(({ weight }) => weight > 1);
    const says = (file: string) => {
      const inputs = this.#closure.kustomizations.find((part) => part.file === file)?.inputs ?? [];
      const texts = [file, ...inputs.map((input) => input.path)].map((each) => this.#views.after.bytes(each));
      return needles.some(({ text }) => texts.some((bytes) => bytes?.includes(text)));
    };
    const telling = added.filter(says);
    for (const file of [...telling, ...added]) {
      const place = this.#entryOf(file);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  #entryOf(made: string): Position | undefined {
    return entryOf(made, this.#root, this.#closure.kustomizations, this.#views.after, (file) =>
      this.#changed.get(file),
    );
  }

  #inPatches(object: RenderedDocument, path: Path, isExact: boolean): Position | undefined {
    const place = { value: object.value, path };
    return patchLine(this.#ordered(object), this.#closure.kustomizations, this.#views.after, place, isExact);
  }

  /**
   * Where something of the place is gone: the place in the object's own file, where it was that file that had it, else about where a line
   * was that named it.
   */
  #byLoss(object: RenderedDocument, before: RenderedDocument, place: Path): Position | undefined {
    const path = losingPlace(object.value, before.value, place);
    if (path === undefined) return undefined;
    const lost = lostAt(object.value, before.value, path);
    const fields = lost.map((each) => String(each.findLast((step) => typeof step === 'string') ?? ''));
    const values = lost.flatMap((each) => scalarsUnder(valueAt(before.value, each)));
    return (
      this.#lostInOrigin(object, before, path, lost) ?? lostLine(this.#ordered(object), [...new Set(fields)], values)
    );
  }

  #lostInOrigin(
    object: RenderedDocument,
    before: RenderedDocument,
    path: Path,
    lost: readonly Path[],
  ): Position | undefined {
    const file = this.#changed.get(object.origin.file ?? '');
    const now = file && sourceOf(this.#views.after.documents(file.path), object.value);
    const was = file && sourceOf(this.#views.before.documents(file.former), before.value);
    if (file === undefined || now === undefined || was === undefined) return undefined;
    const own = lostAt(now.value, was.value, path);
    return lost.every((each) => own.some((outer) => isIn(each, outer)))
      ? { file: file.path, ...now.at(path) }
      : undefined;
  }

  #byValue(
    object: RenderedDocument,
    before: RenderedDocument | undefined,
    path: Path,
    isGuess: boolean,
  ): Position | undefined {
    const { needles, isElsewhere } = needlesOf(object.value, before?.value, path);
    const own = path.filter((step): step is string => typeof step === 'string').slice(-2);
    const differing = isGuess && before !== undefined ? [...differingFields(object.value, before.value)] : [];
    const names = differing.length > 0 ? differing : own;
    // No new value says that something is gone.
    if (!isGuess && hasLostHere(object, before, path)) return undefined;
    const place = bestLine(this.#ordered(object), needles, names, isGuess);
    return place !== undefined && isElsewhere ? { ...place, isGuess: true } : place;
  }

  /** The changed value that the object's template names, else the first one. */
  #inValues({ origin }: RenderedDocument): Position | undefined {
    const files = [...this.#changed.keys()].filter((file) => file !== origin.file);
    // What another root declares has no place of its own: a patch or value of that root's made it.
    const isAny = /(?:^|\/)templates\//.test(origin.file ?? '') || this.#root.declared?.at.length === 0;
    return changedValue(files, this.#views, namedBy(this.#templateOf(origin.file)), isAny);
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

function hasLostHere({ value }: RenderedDocument, before: RenderedDocument | undefined, path: Path): boolean {
  return before !== undefined && losingPlace(value, before.value, path) !== undefined;
}

/** The root's own file: what names it where nothing better is known. */
export function mainFile(root: Root, view: FileView): string {
  if (root.declared !== undefined) return root.declared.file;
  const [source] = root.sources;
  if (source?.kind === 'helm') return source.chart === '' ? 'Chart.yaml' : `${source.chart}/Chart.yaml`;
  return view.kustomizationOf(root.folder) ?? (root.folder === '' ? '.' : root.folder);
}

function changedFiles(
  root: Root,
  closure: Closure,
  { before, after }: Views,
  former: Root | undefined,
): ReadonlyMap<string, ChangedFile> {
  const paths = new Set([...closure.files, ...(root.declared === undefined ? [] : [root.declared.file])]);
  const changed = new Map<string, ChangedFile>();
  for (const path of [...paths].sort()) {
    const was = before.tree.has(path) ? path : formerPath(path, root, former);
    if (after.tree.get(path)?.id === before.tree.get(was)?.id) continue;
    const file = changedFile(path, before, after, was);
    if (file !== undefined) changed.set(path, file);
  }
  return changed;
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

/** A variable that something unknown may set has lost its default. */
function withoutDefaults(text: string): string {
  return text.replaceAll(/\$\{([A-Za-z_]\w{0,200}):?[-=][^{}]{0,4000}\}/g, (_, name: string) => `\${${name}}`);
}
