import { isCandidate } from '../../kube/candidate.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import type { Position } from '../../kube/resource.ts';
import { isMapping, json, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import { changedFile } from '../blame/changed-file.ts';
import { entryOf } from '../blame/include-chain.ts';
import type { Views } from '../blame/locator.ts';
import { changedInside } from '../blame/values-lines.ts';
import type { Part } from '../graph/part.ts';
import type { FileView } from '../model/file-view.ts';
import { isWithin } from '../model/paths.ts';
import type { RootInputs } from '../plan/plan.ts';
import { maySelectBy } from './label-selectors.ts';
import {
  mayMakeAnything,
  mayMakeRbac,
  patchPath,
  patchReaches,
  replacementReaches,
  type Targets,
} from './patch-reach.ts';

/** Where a change can reach permissions or a workload's account, and by what. */
export interface Reach {
  readonly position: Position;
  /** `the patch`, `namespace`, … */
  readonly by: string;
  /** Whether it is another version or plain text, which by the templates' text leads to neither. */
  readonly isVersion?: boolean;
}

/** Fields of a kustomization that change names, namespaces or any field of what it includes. */
const transforming = ['namespace', 'namePrefix', 'nameSuffix', 'vars', 'transformers', 'configurations', 'openapi'];
const labelling = ['labels', 'commonLabels'];

/**
 * What of a change of kustomizations, or of the options that a declaration lays over them, can reach a permission or a
 * workload's account, seen from the text alone: for roots that were not rendered.
 */
export class KustomizationReach {
  readonly #views: Views;
  readonly #after: RootInputs;
  readonly #before: RootInputs | undefined;
  readonly #texts: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly #targets = new Map<string, Targets>();

  constructor(views: Views, before: RootInputs | undefined, after: RootInputs) {
    this.#views = views;
    this.#before = before;
    this.#after = after;
    this.#texts = [...after.closure.files].flatMap((path) => {
      const bytes = views.after.bytes(path);
      return bytes === undefined ? [] : [{ path, bytes }];
    });
  }

  find(): readonly Reach[] {
    const { kustomizations } = this.#after.closure;
    return [
      ...kustomizations.flatMap((part) => [...this.#inPart(part), ...this.#newlyLaid(part)]),
      ...this.#inDeclaration(),
    ];
  }

  /** A component that is as it was and is newly laid over the others: what it takes in and what it changes. */
  #newlyLaid(part: Part): Reach[] {
    const { root, closure } = this.#after;
    const isNew = this.#before?.closure.kustomizations.every(({ folder }) => folder !== part.folder) ?? true;
    if (!part.isComponent || !isNew || !this.#isSame(part.file)) return [];
    const value = mapping(this.#views.after.documents(part.file)[0]?.value);
    const takes = this.#texts.some(
      ({ path, bytes }) => part.inputs.some((input) => input.path === path) && mayCount(bytes),
    );
    if (!takes && this.#fields(value, {}, part.folder).length === 0) return [];
    const changed = (path: string) =>
      this.#isSame(path) ? undefined : changedFile(path, this.#views.before, this.#views.after);
    const position = entryOf(part.file, root, closure.kustomizations, this.#views.after, changed);
    return position === undefined ? [] : [{ position, by: 'what it newly takes in' }];
  }

  #inPart(part: Part): Reach[] {
    const document = this.#views.after.documents(part.file)[0];
    const now = mapping(document?.value);
    const old = mapping(this.#views.before.documents(part.file)[0]?.value);
    const at = (path: Path): Position => ({ file: part.file, ...(document?.at(path) ?? { line: 1, column: 1 }) });
    const isSame = this.#isSame(part.file);
    const reached = isSame
      ? []
      : this.#fields(now, old, part.folder).map(({ path, by }) => ({ position: at(path), by }));
    return [
      ...reached,
      ...this.#patchFiles(part, now),
      ...this.#generated(part, now, old, at),
      ...this.#replacedFrom(part, now),
      ...(isSame ? [] : this.#taken(part, at)),
    ];
  }

  /** The fields that differ and can reach; each with the path that says so. */
  #fields(now: Mapping, old: Mapping, folder: string): { readonly path: Path; readonly by: string }[] {
    const found: { path: Path; by: string }[] = [];
    for (const field of transforming) {
      if (json(now[field]) !== json(old[field]) && now[field] !== undefined && this.#holdsRbac()) {
        found.push({ path: changedInside(now, old, field), by: field });
      } else if (now[field] === undefined && old[field] !== undefined && this.#holdsRbac()) {
        found.push({ path: [], by: field });
      }
    }
    for (const field of labelling) {
      if (json(now[field]) !== json(old[field]) && this.#labelsCount([now[field], old[field]]))
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
    for (const field of ['patches', 'patchesJson6902', 'patchesStrategicMerge']) {
      for (const [index, entry] of fresh(now, old, field)) {
        if (this.#entryReaches(entry, folder))
          found.push({ path: patchPath(entry, list(old[field])[index], [field, index]), by: 'a patch' });
      }
      // A patch that is gone may have narrowed.
      const gone = fresh(old, now, field).some(([, entry]) => this.#entryReaches(entry, folder, this.#views.before));
      if (gone && found.length === 0)
        found.push({ path: now[field] === undefined ? [] : [field], by: 'a patch that is gone' });
    }
    return found;
  }

  /** Patch files that differ, of entries that are as they were. */
  #patchFiles(part: Part, now: Mapping): Reach[] {
    return ['patches', 'patchesJson6902', 'patchesStrategicMerge', 'replacements'].flatMap((field) =>
      list(now[field]).flatMap((entry): Reach[] => {
        const name = typeof entry === 'string' ? entry : text(mapping(entry).path);
        const path = name === undefined || name.includes('\n') ? undefined : pathBelow(part.folder, name);
        if (path === undefined || this.#views.after.file(path) === undefined || this.#isSame(path)) return [];
        const source = this.#views.after.bytes(path)?.toString('utf8') ?? '';
        const isReaching =
          field === 'replacements'
            ? this.#holdsRbacOrAccounts()
            : this.#patchReaches(source, mapping(mapping(entry).target), part.folder);
        if (!isReaching) return [];
        return [{ position: { file: path, line: this.#firstLine(path), column: 1 }, by: 'a patch' }];
      }),
    );
  }

  /** A file whose object gives the value that a replacement puts into a role or binding. */
  #replacedFrom(part: Part, now: Mapping): Reach[] {
    const sources = list(now.replacements)
      .filter(replacementReaches)
      .map((entry) => mapping(mapping(entry).source));
    if (sources.length === 0) return [];
    return this.#texts.flatMap(({ path }): Reach[] => {
      if (path === part.file || this.#isSame(path)) return [];
      const objects = this.#views.after.documents(path).map(({ value }) => mapping(value));
      const isSource = objects.some((object) =>
        sources.some(({ kind, name }) => object.kind === kind && mapping(object.metadata).name === name),
      );
      return isSource
        ? [{ position: { file: path, line: this.#firstLine(path), column: 1 }, by: 'a replacement' }]
        : [];
    });
  }

  /** Files that were there and are newly taken in, where they may grant something: judged nowhere else. */
  #taken(part: Part, at: (path: Path) => Position): Reach[] {
    const had = this.#before?.closure.files ?? new Set<string>();
    // A new kustomization over plain manifests delivers what was delivered before.
    const wasPlain = (path: string) => this.#before === undefined && isWithin(path, part.folder);
    const isNew = (path: string) =>
      !had.has(path) && !wasPlain(path) && this.#isSame(path) && this.#views.before.file(path) !== undefined;
    return [...part.inputs, ...part.includes].flatMap((input): Reach[] => {
      const isFolder = this.#views.after.file(input.path) === undefined;
      const files = isFolder
        ? this.#texts.filter(({ path }) => path.startsWith(`${input.path}/`))
        : this.#texts.filter(({ path }) => path === input.path);
      return files.some(({ path, bytes }) => isNew(path) && mayCount(bytes))
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
    const isThere = this.#texts.some(({ path, bytes }) => this.#isSame(path) && isCandidate(bytes));
    if (isMoved && isThere) found.push({ position: place(), by: 'what it newly delivers' });
    const isInstalledElsewhere = this.#before !== undefined && this.#before.root.namespace !== root.namespace;
    if (isInstalledElsewhere && this.#holdsRbac()) found.push({ position: place(), by: 'the namespace' });
    for (const [index, source] of root.sources.entries()) {
      const old = this.#before?.root.sources[index]?.options ?? {};
      const [first] = this.#fields(source.options, old, root.folder);
      if (first !== undefined) found.push({ position: place(), by: first.by });
    }
    const { substitution } = root;
    const variables = json([...(substitution?.values ?? [])]);
    const isSubstituted = this.#texts.some(({ bytes }) => bytes.includes('${') && isCandidate(bytes));
    if (variables !== json([...(this.#before?.root.substitution?.values ?? [])]) && isSubstituted) {
      found.push({ position: place(), by: 'a variable' });
    }
    return found;
  }

  #entryReaches(entry: unknown, folder: string, view: FileView = this.#views.after): boolean {
    const { path, patch, target } = mapping(entry);
    const inline = typeof entry === 'string' ? entry : text(patch);
    if (
      inline?.includes('\n') === true ||
      (inline !== undefined && text(path) === undefined && typeof entry !== 'string')
    ) {
      return this.#patchReaches(inline, mapping(target), folder);
    }
    const file = pathBelow(folder, typeof entry === 'string' ? entry : (text(path) ?? ''));
    const bytes = file === undefined ? undefined : view.bytes(file);
    return bytes === undefined
      ? this.#holdsRbacOrAccounts()
      : this.#patchReaches(bytes.toString('utf8'), mapping(target), folder);
  }

  #patchReaches(source: string, target: Mapping, folder: string): boolean {
    if (mayMakeRbac(source, target)) return true;
    return this.#holdsRbacOrAccounts() && patchReaches(source, target, this.#objects(folder));
  }

  /** ConfigMaps that grant by their name (`aws-auth`) and that a generator makes of other text than before. */
  #generated(part: Part, now: Mapping, old: Mapping, at: (path: Path) => Position): Reach[] {
    const known = new Set(list(old.configMapGenerator).map(json));
    return [...list(now.configMapGenerator).entries()].flatMap(([index, entry]): Reach[] => {
      const { name, files, envs, env } = mapping(entry);
      if (!isCandidate(Buffer.from(text(name) ?? ''))) return [];
      const read = [...strings(files), ...strings(envs), text(env) ?? ''].map((file) =>
        pathBelow(part.folder, file.slice(file.indexOf('=') + 1)),
      );
      const isChanged = !known.has(json(entry)) || read.some((path) => path !== undefined && !this.#isSame(path));
      return isChanged ? [{ position: at(['configMapGenerator', index]), by: 'a generated ConfigMap' }] : [];
    });
  }

  /** Whether some role takes in others by one of these labels; those with the usual names are found in every file. */
  #labelsCount(fields: readonly unknown[]): boolean {
    const keys = fields.flatMap((field) => (Array.isArray(field) ? field.map((each) => mapping(each).pairs) : field));
    const names = keys.flatMap((pairs) => Object.keys(mapping(pairs)));
    return this.#texts.some(({ path, bytes }) => maySelectBy(names, bytes, this.#views.after.yaml(path)));
  }

  #holdsRbac(): boolean {
    return this.#texts.some(({ bytes }) => isCandidate(bytes)) || this.#after.closure.charts.length > 0;
  }

  #holdsRbacOrAccounts(): boolean {
    return this.#holdsRbac() || this.#texts.some(({ bytes }) => accounts.test(bytes.toString('latin1')));
  }

  /** The objects that the kustomization of a folder takes in, as they are written; a component changes those of who includes it. */
  #objects(folder: string): Targets {
    const known = this.#targets.get(folder);
    if (known !== undefined) return known;
    const below = this.#filesBelow(folder);
    const targets = this.#texts
      .filter(({ path, bytes }) => /\.(?:ya?ml|json)$/.test(path) && isCandidate(bytes) && below?.has(path) !== false)
      .flatMap(({ path }) => this.#views.after.documents(path).map(({ value }) => value))
      .filter(isMapping);
    this.#targets.set(folder, targets);
    return targets;
  }

  /** Undefined where all files of the root may be meant. */
  #filesBelow(folder: string): ReadonlySet<string> | undefined {
    const parts = new Map(this.#after.closure.kustomizations.map((part) => [part.folder, part]));
    if (parts.get(folder)?.isComponent !== false) return undefined;
    const files = new Set<string>();
    const seen = new Set<string>();
    const open = [folder];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const part = seen.has(next) ? undefined : parts.get(next);
      seen.add(next);
      for (const { path } of part?.inputs ?? []) files.add(path);
      for (const { path } of part?.includes ?? []) open.push(path);
    }
    return files;
  }

  #isSame(path: string): boolean {
    return this.#views.before.tree.get(path)?.id === this.#views.after.tree.get(path)?.id;
  }

  #firstLine(path: string): number {
    const [now, old] = [this.#views.after, this.#views.before].map(
      (view) => view.bytes(path)?.toString('utf8').split('\n') ?? [],
    );
    const at = (now ?? []).findIndex((line, index) => line !== old?.[index]);
    return Math.max(at, 0) + 1;
  }
}

/** Kinds that run pods, and what says as whom. */
const accounts =
  /serviceAccount|kind:\s{0,5}["']?(?:Deployment|DaemonSet|StatefulSet|Job|CronJob|Pod|ReplicaSet|Rollout)\b/;

function mayCount(bytes: Buffer): boolean {
  return isCandidate(bytes) || accounts.test(bytes.toString('latin1'));
}

/** The entries of a list that the other has not, with their index. */
function fresh(now: Mapping, old: Mapping, field: string): (readonly [number, unknown])[] {
  const known = new Set(list(old[field]).map(json));
  return [...list(now[field]).entries()].filter(([, entry]) => !known.has(json(entry)));
}
