import { isCandidate } from '../../kube/candidate.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import type { Position } from '../../kube/resource.ts';
import { canonical, isMapping, isSameValue, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { changedFile } from '../blame/changed-file.ts';
import { entryOf } from '../blame/include-chain.ts';
import type { Views } from '../blame/locator.ts';
import { changedInside } from '../blame/values-lines.ts';
import { ChangedSources } from '../fields/changed-sources.ts';
import { ClosureTexts, labelsGiven, mayCount } from '../fields/closure-texts.ts';
import { filesBelow } from '../fields/files-below.ts';
import { patchLabels } from '../fields/patch-labels.ts';
import { patchIn } from '../fields/patch-source.ts';
import { isAsNarrow } from '../fields/patch-successor.ts';
import { replacementReaches } from '../fields/replacement-reach.ts';
import { newIn, type TransformerFields, transformerFields } from '../fields/transformer-fields.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import { isWithin } from '../model/paths.ts';
import type { RootInputs } from '../plan/plan.ts';
import { inclusionReach } from './inclusion-reach.ts';
import { mayMakeAnything, mayMakeRbac, patchPath, patchReaches, patchTouches, type Targets } from './patch-reach.ts';

/** Where a change can reach permissions or a workload's account, and by what. */
export interface Reach {
  readonly position: Position;
  /** `the patch`, `namespace`, … */
  readonly by: string;
  /** Whether it is another version or plain text, which by the templates' text leads to neither. */
  readonly isVersion?: boolean;
}

/** Fields of a kustomization that change names, namespaces or any field of what it includes. */
const transforming = ['namespace', 'namePrefix', 'nameSuffix', 'vars', 'configurations', 'openapi'];
const labelling = ['labels', 'commonLabels'];

/**
 * What of a change of kustomizations, or of the options that a declaration lays over them, can reach a permission or a
 * workload's account, seen from the text alone: for roots that were not rendered.
 */
export class KustomizationReach {
  readonly #views: Views;
  readonly #after: RootInputs;
  readonly #before: RootInputs | undefined;
  readonly #texts: ClosureTexts;
  readonly #sources: ChangedSources;
  readonly #targets = new Map<string, Targets>();

  constructor(views: Views, before: RootInputs | undefined, after: RootInputs) {
    this.#views = views;
    this.#before = before;
    this.#after = after;
    this.#texts = new ClosureTexts(views, after.closure);
    this.#sources = new ChangedSources(views, after.closure.kustomizations, this.#texts);
  }

  find(): readonly Reach[] {
    const { kustomizations } = this.#after.closure;
    const reaches = (value: Mapping, folder: string, isGone: boolean) =>
      this.#fields(isGone ? {} : value, isGone ? value : {}, folder, true).length > 0 ||
      list(value.transformers).some((entry) =>
        this.#transforms(transformerFields(this.#views.after, folder, entry), folder),
      );
    return [
      ...kustomizations.flatMap((part) => this.#inPart(part)),
      ...inclusionReach(this.#views, this.#before, this.#after, reaches),
      ...kustomizations.flatMap((part) => this.#declaredComponent(part)),
      ...this.#inDeclaration(),
    ];
  }

  /** A component that is as it was and that a declaration newly lays over the others: what it takes in and what it changes. */
  #declaredComponent(part: Part): Reach[] {
    const { root, closure } = this.#after;
    const isNew = this.#before?.closure.kustomizations.every(({ folder }) => folder !== part.folder) ?? true;
    const isIncluded = closure.kustomizations.some(({ includes }) => includes.some(({ path }) => path === part.folder));
    if (!part.isComponent || !isNew || isIncluded || !this.#texts.isSame(part.file)) return [];
    const value = mapping(this.#views.after.documents(part.file)[0]?.value);
    const takes = this.#texts.all.some(
      ({ path, bytes }) => part.inputs.some((input) => input.path === path) && mayCount(bytes),
    );
    if (!takes && this.#fields(value, {}, part.folder, true).length === 0) return [];
    const changed = (path: string) =>
      this.#texts.isSame(path) ? undefined : changedFile(path, this.#views.before, this.#views.after);
    const position = entryOf(part.file, root, closure.kustomizations, this.#views.after, changed);
    return position === undefined ? [] : [{ position, by: 'what it newly takes in' }];
  }

  #inPart(part: Part): Reach[] {
    const document = this.#views.after.documents(part.file)[0];
    const now = mapping(document?.value);
    const old = mapping(this.#views.before.documents(part.file)[0]?.value);
    const at = (path: Path): Position => ({ file: part.file, ...(document?.at(path) ?? { line: 1, column: 1 }) });
    const isSame = this.#texts.isSame(part.file);
    const reached = isSame
      ? []
      : this.#fields(now, old, part.folder).map(({ path, by }) => ({ position: at(path), by }));
    return [
      ...reached,
      ...this.#patchFiles(part, now),
      ...this.#sources.granting(part),
      ...this.#sources.replacing(part),
      ...this.#transformed(part, now, old, at),
      ...(isSame ? this.#configured(part, now) : []),
      ...(isSame ? [] : this.#taken(part, at)),
    ];
  }

  /** The fields that differ and can reach; each with the path that says so. */
  #fields(
    now: Mapping,
    old: Mapping,
    folder: string,
    wasThere = Object.keys(old).length > 0,
  ): { readonly path: Path; readonly by: string }[] {
    const found: { path: Path; by: string }[] = [];
    for (const field of transforming) {
      if (!isSameValue(now[field], old[field]) && now[field] !== undefined && this.#isReachedBy(field, wasThere)) {
        found.push({ path: changedInside(now, old, field), by: field });
      } else if (now[field] === undefined && old[field] !== undefined && this.#isReachedBy(field, wasThere)) {
        found.push({ path: [], by: field });
      }
    }
    for (const field of labelling) {
      if (!isSameValue(now[field], old[field]) && this.#texts.selectBy(labelsGiven([now[field], old[field]])))
        found.push({ path: changedInside(now, old, field), by: field });
    }
    for (const field of ['generators', 'helmCharts', 'helmChartInflationGenerator']) {
      for (const [index, entry] of fresh(now, old, field)) {
        if (field !== 'generators' || mayMakeAnything(this.#views.after, entry, folder))
          found.push({ path: [field, index], by: field });
      }
    }
    for (const [index, entry] of fresh(now, old, 'replacements')) {
      if (replacementReaches(entry)) found.push({ path: ['replacements', index], by: 'replacements' });
    }
    if (found.length === 0 && fresh(old, now, 'replacements').some(([, entry]) => replacementReaches(entry)))
      found.push({ path: now.replacements === undefined ? [] : ['replacements'], by: 'replacements' });
    for (const field of ['patches', 'patchesJson6902', 'patchesStrategicMerge']) {
      for (const [index, entry] of fresh(now, old, field)) {
        if (this.#entryReaches(entry, folder))
          found.push({ path: patchPath(entry, list(old[field])[index], [field, index]), by: 'a patch' });
      }
      // A patch that is gone may have narrowed.
      const isGone = fresh(old, now, field).some(([, entry]) => this.#isLost(entry, list(now[field]), folder));
      if (isGone && found.length === 0)
        found.push({ path: now[field] === undefined ? [] : [field], by: 'a patch that is gone' });
    }
    return found;
  }

  /** Whether a field changes roles, bindings, or as whom the workloads run that were there before. */
  #isReachedBy(field: string, wasThere: boolean): boolean {
    if (this.#texts.holdRbac) return true;
    if (!wasThere) return false;
    if (field === 'namespace') return this.#texts.holdRbacOrAccounts;
    const isName = field === 'namePrefix' || field === 'nameSuffix';
    return isName && this.#texts.hold('ServiceAccount');
  }

  /** Transformers, judged by what they do: those that are new, those whose files differ, and those that are gone. */
  #transformed(part: Part, now: Mapping, old: Mapping, at: (path: Path) => Position): Reach[] {
    const read = (value: Mapping, view: FileView) =>
      list(value.transformers).map((entry) => transformerFields(view, part.folder, entry));
    const [kept, known] = [read(now, this.#views.after), read(old, this.#views.before)];
    const reaches = (own: TransformerFields) => this.#transforms(own, part.folder);
    const found = kept.flatMap((own, index): Reach[] => {
      if (!reaches(newIn(own, known))) return [];
      const path = own.files.find((each) => !this.#texts.isSame(each));
      return [{ position: path === undefined ? at(['transformers', index]) : this.#first(path), by: 'a transformer' }];
    });
    // One that is gone may have narrowed.
    const isLost = (own: TransformerFields) => {
      const { patches, ...others } = newIn(own, kept);
      const left = kept.flatMap((each) => each.patches);
      return reaches({ patches: [], ...others }) || patches.some((patch) => this.#isLost(patch, left, part.folder));
    };
    if (found.length > 0 || !known.some(isLost)) return found;
    return [{ position: at(now.transformers === undefined ? [] : ['transformers']), by: 'a transformer that is gone' }];
  }

  #transforms({ patches, labels, replacements, others }: TransformerFields, folder: string): boolean {
    return (
      patches.some((patch) => this.#entryReaches(patch, folder)) ||
      (labels.length > 0 && this.#texts.selectBy(labelsGiven([labels]))) ||
      replacements.some(replacementReaches) ||
      (others.length > 0 && this.#texts.holdRbacOrAccounts)
    );
  }

  /** Configurations of transformers, and charts that generators inflate, in files that differ. */
  #configured(part: Part, now: Mapping): Reach[] {
    if (!this.#texts.holdRbac) return [];
    const files = [...strings(now.configurations), text(mapping(now.openapi).path) ?? ''].flatMap(
      (name) => pathBelow(part.folder, name) ?? [],
    );
    return files.flatMap((path): Reach[] =>
      this.#views.after.file(path) === undefined || this.#texts.isSame(path)
        ? []
        : [{ position: this.#first(path), by: 'configurations' }],
    );
  }

  #first(path: string): Position {
    return { file: path, line: this.#texts.firstLine(path), column: 1 };
  }

  /** Patch files that differ, of entries that are as they were. */
  #patchFiles(part: Part, now: Mapping): Reach[] {
    return ['patches', 'patchesJson6902', 'patchesStrategicMerge', 'replacements'].flatMap((field) =>
      list(now[field]).flatMap((entry): Reach[] => {
        const name = typeof entry === 'string' ? entry : text(mapping(entry).path);
        const path = name === undefined || name.includes('\n') ? undefined : pathBelow(part.folder, name);
        if (path === undefined || this.#views.after.file(path) === undefined || this.#texts.isSame(path)) return [];
        const isReaching =
          field === 'replacements'
            ? this.#texts.holdRbacOrAccounts
            : this.#entryReaches(entry, part.folder) ||
              (this.#views.before.file(path) !== undefined && this.#isLost(entry, [entry], part.folder));
        if (!isReaching) return [];
        return [{ position: this.#first(path), by: 'a patch' }];
      }),
    );
  }

  /** Files that were there and are newly taken in, where they may grant something: judged nowhere else. */
  #taken(part: Part, at: (path: Path) => Position): Reach[] {
    const had = this.#before?.closure.files ?? new Set<string>();
    // A new kustomization over plain manifests delivers what was delivered before.
    const wasPlain = (path: string) => this.#before === undefined && isWithin(path, part.folder);
    const isNew = (path: string) =>
      !had.has(path) && !wasPlain(path) && this.#texts.isSame(path) && this.#views.before.file(path) !== undefined;
    // What components change is asked of their fields.
    const components = this.#after.closure.kustomizations.filter(({ isComponent }) => isComponent);
    const changing = new Set(
      components.flatMap(({ file, inputs }) => [
        file,
        ...inputs.flatMap(({ path, at: [field] }) => (field === 'resources' ? [] : path)),
      ]),
    );
    return [...part.inputs, ...part.includes].flatMap((input): Reach[] => {
      const isFolder = this.#views.after.file(input.path) === undefined;
      const files = isFolder
        ? this.#texts.all.filter(({ path }) => path.startsWith(`${input.path}/`))
        : this.#texts.all.filter(({ path }) => path === input.path);
      return files.some(({ path, bytes }) => isNew(path) && !changing.has(path) && mayCount(bytes))
        ? [{ position: at(input.at), by: 'what it newly takes in' }]
        : [];
    });
  }

  /** Options of the object that declares the root. */
  #inDeclaration(): Reach[] {
    const { root } = this.#after;
    const { declared } = root;
    if (declared === undefined) return [];
    const document = this.#views.after.documents(declared.file)[declared.document];
    const place = (): Position => ({ file: declared.file, ...(document?.at(declared.at) ?? { line: 1, column: 1 }) });
    const found: Reach[] = [];
    const isMoved = this.#before?.root.folder !== root.folder;
    const isThere = this.#texts.all.some(({ path, bytes }) => this.#texts.isSame(path) && isCandidate(bytes));
    if (isMoved && isThere) found.push({ position: place(), by: 'what it newly delivers' });
    const isInstalledElsewhere = this.#before !== undefined && this.#before.root.namespace !== root.namespace;
    if (isInstalledElsewhere && this.#texts.holdRbac) found.push({ position: place(), by: 'the namespace' });
    for (const [index, source] of root.sources.entries()) {
      const old = this.#before?.root.sources[index]?.options ?? {};
      const [first] = this.#fields(source.options, old, root.folder);
      if (first !== undefined) found.push({ position: place(), by: first.by });
    }
    const [filledBefore, filled] = [this.#before?.root, root].map((each) =>
      Object.fromEntries(each?.substitution?.values ?? []),
    );
    const isSubstituted = this.#texts.all.some(({ bytes }) => bytes.includes('${') && isCandidate(bytes));
    if (!isSameValue(filledBefore, filled) && isSubstituted) {
      found.push({ position: place(), by: 'a variable' });
    }
    return found;
  }

  #entryReaches(entry: unknown, folder: string): boolean {
    const { source, target } = patchIn(entry, folder, this.#views.after);
    return source === undefined ? this.#texts.holdRbacOrAccounts : this.#patchReaches(source, target, folder);
  }

  /** Whether a patch that is gone changed permissions or accounts, and none that is about the same takes as much away. */
  #isLost(entry: unknown, now: readonly unknown[], folder: string): boolean {
    const { source, target } = patchIn(entry, folder, this.#views.before);
    if (source === undefined) return this.#texts.holdRbacOrAccounts;
    if (!this.#texts.holdRbacOrAccounts || !patchTouches(source, target)) return false;
    const next = now.map((each) => patchIn(each, folder, this.#views.after));
    return !next.some((each) => isSameValue(each.target, target) && isAsNarrow(each.source ?? '', source));
  }

  #patchReaches(source: string, target: Mapping, folder: string): boolean {
    if (mayMakeRbac(source, target)) return true;
    const labels = patchLabels(source);
    if (labels.length > 0 && this.#texts.selectBy(labels)) return true;
    return this.#texts.holdRbacOrAccounts && patchReaches(source, target, this.#objects(folder));
  }

  /** The objects that the kustomization of a folder takes in, as they are written; a component changes those of who includes it. */
  #objects(folder: string): Targets {
    const known = this.#targets.get(folder);
    if (known !== undefined) return known;
    const below = filesBelow(folder, this.#after.closure.kustomizations);
    const targets = this.#texts.all
      .filter(({ path, bytes }) => /\.(?:ya?ml|json)$/.test(path) && isCandidate(bytes) && below?.has(path) !== false)
      .flatMap(({ path }) => this.#views.after.documents(path).map(({ value }) => value))
      .filter(isMapping);
    this.#targets.set(folder, targets);
    return targets;
  }
}

/** The entries of a list that the other has not, with their index. */
function fresh(now: Mapping, old: Mapping, field: string): (readonly [number, unknown])[] {
  const known = new Set(list(old[field]).map(canonical));
  return [...list(now[field]).entries()].filter(([, entry]) => !known.has(canonical(entry)));
}
