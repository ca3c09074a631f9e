import { folderOf } from '../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import { compileGlob } from '../../policy/glob.ts';
import type { FileView } from '../model/file-view.ts';
import { parsedText } from '../model/parsed-values.ts';
import type { Unbuilt } from '../model/root.ts';
import { boundPaths, isOpenPath, textsOf } from './bound-paths.ts';
import { flattened, isSelected, type Parameters, substituted, substitutedIn } from './parameters.ts';

/** More Applications than this in one set are not computed. */
const most = 5_000;
const readByGenerator = 'a file that its generator reads';
/** Generators inside generators: Argo CD allows two levels. */
const deepest = 3;

/** What one Application of a set is made from. */
export interface Generated {
  readonly parameters: Parameters;
  /** Whether it has further parameters that are not known here. */
  readonly isOpen: boolean;
  /** Files whose content says so. */
  readonly files: readonly string[];
  /** Templates of the generators that made it, the innermost first: what they state goes before the set's own. */
  readonly templates: readonly Mapping[];
  /** Why the Application cannot be computed. */
  readonly unbuilt?: Unbuilt | undefined;
  /** The text of a template that makes elements in a way that is not computed here, with what it is made from. */
  readonly computed?: string | undefined;
}

/** Computes what the generators of a set make from the repository (argo-cd, docs/operator-manual/applicationset). */
export class Generators {
  readonly #view: FileView;
  readonly #isOwn: (url: string) => boolean;
  readonly #bound = new Map<string, NonNullable<ReturnType<typeof boundPaths>>>();

  constructor(view: FileView, isOwn: (url: string) => boolean) {
    this.#view = view;
    this.#isOwn = isOwn;
  }

  /** Where there are more than are computed, the rest is one Application of which nothing is known. */
  all(generators: readonly unknown[]): readonly Generated[] {
    const made = generators.flatMap((generator) => this.#made(mapping(generator), 0));
    return made.length > most ? [...made.slice(0, most), open([])] : made;
  }

  #made(generator: Mapping, depth: number): readonly Generated[] {
    const [kind] = Object.keys(generator).filter((key) => key !== 'selector' && key !== 'template');
    const own = mapping(kind === undefined ? undefined : generator[kind]);
    const made = depth > deepest ? [open([])] : this.#ofKind(kind, own, depth);
    const selected = made.filter((each) => isSelected(generator.selector, each));
    return isMapping(own.template)
      ? selected.map((each) => ({ ...each, templates: [...each.templates, mapping(own.template)] }))
      : selected;
  }

  #ofKind(kind: string | undefined, own: Mapping, depth: number): readonly Generated[] {
    switch (kind) {
      case undefined:
        return [];
      case 'list':
        return [...list(own.elements).map(ofElement), ...elementsIn(text(own.elementsYaml) ?? '')];
      case 'git':
        return this.#git(own);
      case 'matrix':
        return this.#matrix(list(own.generators).map(mapping), depth);
      case 'merge':
        return this.#merged(list(own.generators).map(mapping), strings(own.mergeKeys), depth);
      default:
        // What only a cluster or a forge knows is one Application whose parameters are open.
        return [open(flattened(mapping(own.values), 'values'))];
    }
  }

  #git({ repoURL, directories, files, pathParamPrefix, values }: Mapping): readonly Generated[] {
    const prefix = text(pathParamPrefix);
    const places = this.#isOwn(text(repoURL) ?? '')
      ? [...this.#folders(list(directories), prefix), ...this.#files(list(files), prefix)]
      : [open([])];
    return places.map((place) => {
      const stated = flattened(substitutedIn(mapping(values), place.parameters), 'values');
      return { ...place, parameters: new Map([...place.parameters, ...stated]) };
    });
  }

  *#folders(patterns: readonly unknown[], prefix: string | undefined): Generator<Generated> {
    const isTaken = taker(patterns);
    for (const folder of [...this.#view.folders].sort())
      if (isTaken(folder)) yield application(pathParameters(folder, prefix));
  }

  *#files(patterns: readonly unknown[], prefix: string | undefined): Generator<Generated> {
    const isTaken = taker(patterns);
    for (const path of this.#view.paths) {
      if (!isTaken(path)) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      const unread = this.#whyUnread(path);
      if (unread !== undefined) {
        const unbuilt = { why: `${path}, which its generator reads, ${unread}`, by: readByGenerator, unread: [path] };
        yield { ...open(pathParameters(folderOf(path), prefix)), files: [path], unbuilt };
        continue;
      }
      for (const { value } of this.#view.documents(path)) {
        for (const item of Array.isArray(value) ? value : [value]) {
          const place = [...pathParameters(folderOf(path), prefix), ...fileName(name, prefix)];
          yield { ...application([...flattened(item, ''), ...place]), files: [path] };
        }
      }
    }
  }

  /** Why the content of a file is not known: Argo CD takes nothing of a file that it cannot parse. */
  #whyUnread(path: string): string | undefined {
    const entry = this.#view.file(path);
    if (entry === undefined) return 'is a link, which is never followed';
    const { documents, unreadable } = this.#view.yaml(path);
    if (unreadable[0] !== undefined) return `could not be read (line ${unreadable[0].line}: ${unreadable[0].detail})`;
    const isHere = this.#view.contents.has(entry.id);
    return documents.length === 0 && isHere && this.#view.bytes(path) === undefined
      ? 'is over the size limit'
      : undefined;
  }

  /** Every pair; the second generator may be a template of what the first gives. */
  #matrix([first, second]: readonly Mapping[], depth: number): readonly Generated[] {
    if (first === undefined || second === undefined) return [];
    const all: Generated[] = [];
    const fixed = json(second).includes('{{') ? undefined : this.#made(second, depth + 1);
    const firsts = this.#made(first, depth + 1);
    for (const one of fixed === undefined ? this.#allBound(mapping(second.git), firsts) : firsts) {
      for (const other of fixed ?? this.#made(mapping(substitutedIn(second, one.parameters)), depth + 1)) {
        if (all.length >= most) return [...all, open([])];
        all.push(joined(one, other));
      }
    }
    return all;
  }

  #allBound(git: Mapping, firsts: readonly Generated[]): readonly Generated[] {
    const all: Generated[] = [];
    for (const one of firsts) {
      all.push(...this.#eachBound(git, one).slice(0, most));
      // One of which nothing is known is each of those that are left out.
      if (all.length >= most) return [...all, open([])];
    }
    return all;
  }

  /**
   * What a generator makes, once for each file or folder that its open parameters may mean in a git generator that is a template:
   * `envs/{{name}}.yaml` of clusters that only Argo CD knows is any of those that are there.
   */
  #eachBound({ files, directories }: Mapping, one: Generated): readonly Generated[] {
    for (const [patterns, isOfFiles] of [
      [files, true],
      [directories, false],
    ] as const)
      for (const entry of list(patterns).map(mapping)) {
        const pattern = substituted(text(entry.path) ?? '', one.parameters);
        if (!isOpenPath(pattern) || entry.exclude === true) continue;
        const bound = this.#fitting(pattern, isOfFiles);
        if (bound.length > 0)
          return bound.map((read) => ({ ...one, parameters: new Map([...one.parameters, ...read]) }));
      }
    return [one];
  }

  /** What the paths that fit a pattern say; those of one pattern are looked for once, and below its first folders alone. */
  #fitting(pattern: string, isOfFiles: boolean): NonNullable<ReturnType<typeof boundPaths>> {
    const key = `${isOfFiles} ${pattern}`;
    const known = this.#bound.get(key);
    if (known !== undefined) return known;
    const first = (textsOf(pattern)[0] ?? '').split('*', 1)[0] ?? '';
    const folder = first.slice(0, Math.max(first.lastIndexOf('/'), 0));
    const paths = isOfFiles ? this.#view.below(folder) : this.#view.foldersBelow(folder);
    const bound = boundPaths(pattern, paths) ?? [];
    this.#bound.set(key, bound);
    return bound;
  }

  /** What the first generator makes, with the parameters of those of the others that agree on the keys. */
  #merged([first, ...others]: readonly Mapping[], keys: readonly string[], depth: number): readonly Generated[] {
    let all = first === undefined ? [] : this.#made(first, depth + 1);
    for (const other of others) {
      const made = this.#made(other, depth + 1);
      const byKey = new Map(made.map((each) => [mergeKey(each, keys), each]));
      const mayBeAny = made.some((each) => isOpenIn(each, keys));
      const { computed } = made.find((each) => each.computed !== undefined) ?? {};
      const merged: Generated[] = [];
      for (const each of all) {
        const match = byKey.get(mergeKey(each, keys));
        const one = match === undefined ? each : joined(each, match);
        merged.push(one);
        if (isOpenIn(each, keys)) for (const any of made) merged.push(joined(each, any));
        else if (mayBeAny) merged.push({ ...onlyKeys(one, keys), computed });
        if (merged.length > most) return [...merged.slice(0, most), open([])];
      }
      all = merged;
    }
    return all;
  }
}

function application(parameters: readonly (readonly [string, string])[]): Generated {
  return { parameters: new Map(parameters), isOpen: false, files: [], templates: [] };
}

/** An Application of which no more is known. */
function open(parameters: readonly (readonly [string, string])[]): Generated {
  return { ...application(parameters), isOpen: true };
}

/** An element that is not a mapping is computed by a template. */
function ofElement(element: unknown): Generated {
  return isMapping(element) ? application(flattened(element, '')) : { ...open([]), computed: json(element) };
}

/** The elements of `elementsYaml`; what a template makes apart from values of them is one Application of which nothing is known. */
function elementsIn(source: string): readonly Generated[] {
  const elements = parsedText(source);
  const made = Array.isArray(elements) ? elements.map(ofElement) : [];
  const actions = (text: string) => text.split('{{').length;
  const isStated = actions(source) === actions(json(made.map(({ parameters }) => [...parameters.values()])));
  return isStated ? made : [...made, { ...open([]), computed: source }];
}

function joined(one: Generated, other: Generated): Generated {
  return {
    parameters: new Map([...one.parameters, ...other.parameters]),
    isOpen: one.isOpen || other.isOpen,
    files: [...new Set([...one.files, ...other.files])],
    templates: [...one.templates, ...other.templates],
    unbuilt: one.unbuilt ?? other.unbuilt,
    computed: other.computed === undefined ? one.computed : computedFrom(other.computed, one),
  };
}

/** What a template makes of the parameters that it names; of one that names none it may be any. */
function computedFrom(source: string, { parameters, computed }: Generated): string {
  const names = [...source.matchAll(/\.([A-Za-z_][\w.]{0,200})/g)].map(([, name = '']) => name);
  const isNamed = (key: string) =>
    names.some((name) => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name} `));
  return json([computed ?? '', source, [...parameters].filter(([key]) => names.length === 0 || isNamed(key))]);
}

function mergeKey({ parameters }: Generated, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => parameters.get(key)));
}

/** Whether what it is merged by is not known: it may meet any other. */
function isOpenIn({ parameters, isOpen }: Generated, keys: readonly string[]): boolean {
  return isOpen && keys.some((key) => parameters.get(key)?.includes('{{') ?? true);
}

/** All that is known where a generator whose parameters are not may say anything else. */
function onlyKeys(one: Generated, keys: readonly string[]): Generated {
  const known = [...one.parameters].filter(([key]) => keys.includes(key));
  return { ...one, parameters: new Map(known), isOpen: true };
}

/** Whether the patterns take a path: one of them does, and none that excludes. A parameter that is not known may be any text, and excludes none. */
function taker(patterns: readonly unknown[]): (path: string) => boolean {
  const entries = patterns
    .map(mapping)
    .map(({ path, exclude }) => ({ pattern: text(path) ?? '', isExcluded: exclude === true }))
    .filter(({ pattern, isExcluded }) => !(isExcluded && isOpenPath(pattern)))
    .map(({ pattern, isExcluded }) => ({ matches: compileGlob(textsOf(pattern).join('*')), isExcluded }));
  const [included, excluded] = [
    entries.filter(({ isExcluded }) => !isExcluded),
    entries.filter((each) => each.isExcluded),
  ];
  return (path) => included.some(({ matches }) => matches(path)) && !excluded.some(({ matches }) => matches(path));
}

function pathParameters(folder: string, prefix: string | undefined): [string, string][] {
  const segments = folder.split('/');
  const basename = segments.at(-1) ?? '';
  const name = prefix === undefined ? 'path' : `${prefix}.path`;
  return [
    [name, folder],
    [`${name}.path`, folder],
    [`${name}.basename`, basename],
    [`${name}.basenameNormalized`, normalized(basename)],
    ...segments.flatMap((segment, index): [string, string][] => [
      [`${name}[${index}]`, segment],
      [`index .${name}.segments ${index}`, segment],
    ]),
  ];
}

function fileName(file: string, prefix: string | undefined): [string, string][] {
  const name = prefix === undefined ? 'path' : `${prefix}.path`;
  return [
    [`${name}.filename`, file],
    [`${name}.filenameNormalized`, normalized(file)],
  ];
}

function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-');
}
