import { folderOf } from '../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { compileGlob } from '../../policy/glob.ts';
import type { FileView } from '../model/file-view.ts';
import { parsedValues } from './parsed-values.ts';

/** The parameters of one Application that a generator makes: by their names in a template. */
type Parameters = ReadonlyMap<string, string>;

/** More Applications than this in one set are not computed. */
const most = 5_000;

/** An Application of a set. */
export interface GeneratedApplication {
  readonly name: string;
  readonly spec: Mapping;
}

/**
 * The Applications that a set makes, as far as the repository alone says: list, git directory and git file generators and
 * their matrix. What comes from clusters, forges or plugins stays a parameter in the template.
 */
export function applicationsOf(view: FileView, set: Mapping, isOwn: (url: string) => boolean): GeneratedApplication[] {
  const template = mapping(set.template);
  const all = list(set.generators).flatMap((generator) => generated(view, mapping(generator), isOwn));
  return bounded(all).map((parameters) => ({
    name: substituted(text(mapping(template.metadata).name) ?? '', parameters),
    spec: mapping(mapping(patched({ spec: substitutedIn(template.spec, parameters) }, set, parameters)).spec),
  }));
}

function patched(template: Mapping, set: Mapping, parameters: Parameters): unknown {
  const patch = text(set.templatePatch);
  if (patch === undefined) return template;
  const [value] = parsedValues(substituted(patch, parameters));
  return value === undefined ? template : mergePatch(template, value);
}

/** A value with `templatePatch` merged over it, as custom resources are: mappings key by key, all else replaced. */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isMapping(value) || !isMapping(patch)) return patch;
  const changed = Object.entries(patch).map(([key, inner]) => [key, mergePatch(value[key], inner)] as const);
  return { ...value, ...Object.fromEntries(changed) };
}

function generated(view: FileView, generator: Mapping, isOwn: (url: string) => boolean): Parameters[] {
  if (isMapping(generator.list)) {
    return list(generator.list.elements).map((element) => new Map(flattened(element, '')));
  }
  if (isMapping(generator.git)) {
    const { repoURL, directories, files } = generator.git;
    if (!isOwn(text(repoURL) ?? '')) return [];
    return [...directoryParameters(view, list(directories)), ...fileParameters(view, list(files))];
  }
  if (isMapping(generator.matrix)) {
    const [first, second] = list(generator.matrix.generators).map((each) => generated(view, mapping(each), isOwn));
    return matrix(first ?? [], second ?? []);
  }
  // What only a cluster or a forge knows is one Application whose parameters are open.
  const [kind] = Object.keys(generator).filter((key) => key !== 'template' && key !== 'selector');
  return kind === undefined ? [] : [new Map(flattened(mapping(generator[kind]).values, 'values'))];
}

function matrix(first: readonly Parameters[], second: readonly Parameters[]): Parameters[] {
  const all: Parameters[] = [];
  for (const one of first) {
    for (const other of second) {
      if (all.length > most) return all;
      all.push(new Map([...one, ...other]));
    }
  }
  return all;
}

/** Where there are more than are computed, the rest is one Application of which nothing is known. */
function bounded(all: readonly Parameters[]): readonly Parameters[] {
  return all.length > most ? [...all.slice(0, most), new Map()] : all;
}

function directoryParameters(view: FileView, patterns: readonly unknown[]): Parameters[] {
  const entries = patterns
    .map(mapping)
    .map(({ path, exclude }) => ({ matches: globOf(path), isExcluded: exclude === true }));
  const included = entries.filter(({ isExcluded }) => !isExcluded);
  const excluded = entries.filter(({ isExcluded }) => isExcluded);
  return [...view.folders]
    .filter(
      (folder) => included.some(({ matches }) => matches(folder)) && !excluded.some(({ matches }) => matches(folder)),
    )
    .sort()
    .map((folder) => new Map(pathParameters(folder)));
}

function fileParameters(view: FileView, patterns: readonly unknown[]): Parameters[] {
  const globs = patterns.map((pattern) => globOf(mapping(pattern).path));
  return view.paths
    .filter((path) => view.file(path) !== undefined && globs.some((matches) => matches(path)))
    .flatMap((path) =>
      view
        .documents(path)
        .flatMap(({ value }) =>
          (Array.isArray(value) ? value : [value]).map(
            (item) =>
              new Map([
                ...flattened(item, ''),
                ...pathParameters(folderOf(path)),
                ['path.filename', path.slice(path.lastIndexOf('/') + 1)],
              ]),
          ),
        ),
    );
}

const globOf = (pattern: unknown) => compileGlob(text(pattern) ?? '');

function pathParameters(folder: string): [string, string][] {
  const segments = folder.split('/');
  const basename = segments.at(-1) ?? '';
  const normalized = basename.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-');
  return [
    ['path', folder],
    ['path.path', folder],
    ['path.basename', basename],
    ['path.basenameNormalized', normalized],
    ...segments.flatMap((segment, index): [string, string][] => [
      [`path[${index}]`, segment],
      [`index .path.segments ${index}`, segment],
    ]),
  ];
}

/** The scalars of a value by their dotted names. */
function flattened(value: unknown, prefix: string): [string, string][] {
  if (!isMapping(value))
    return prefix === '' || value === null || typeof value === 'object' ? [] : [[prefix, scalarText(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flattened(inner, prefix === '' ? key : `${prefix}.${key}`));
}

function substitutedIn(value: unknown, parameters: Parameters): unknown {
  if (typeof value === 'string') return substituted(value, parameters);
  if (Array.isArray(value)) return value.map((item) => substitutedIn(item, parameters));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, substitutedIn(inner, parameters)]));
}

/** `{{path}}` and Go's `{{ .path.path }}`; what is not known stays as it is. */
function substituted(source: string, parameters: Parameters): string {
  return source.replaceAll(/\{\{-?\s{0,8}([^{}]{1,200}?)\s{0,8}-?\}\}/g, (action: string, expression: string) => {
    const name = expression.startsWith('.') ? expression.slice(1) : expression;
    return parameters.get(name) ?? action;
  });
}
