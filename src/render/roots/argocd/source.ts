import { pathBelow } from '../../../kube/kustomization.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, text } from '../../../plain-values.ts';
import { compileGlob } from '../../../policy/glob.ts';
import { isRemote } from '../../graph/remote.ts';
import type { FileView } from '../../model/file-view.ts';
import type { Gap } from '../../model/gap.ts';
import { imageParts } from '../../model/image.ts';
import { parsedValues } from '../../model/parsed-values.ts';
import { inFolder } from '../../model/paths.ts';
import type { Source } from '../../model/root.ts';
import { mergePatch } from './application-set.ts';
import { directoryFiles } from './directory.ts';

/** Characters of a parameter that a command line takes. */
const longestParameter = 60_000;

/** A source with what its folder says of the tools' settings. */
export interface Overridden {
  readonly merged: Mapping;
  /** The files of the folder that say something. */
  readonly files: readonly string[];
  /** The tools that they name, also without any setting. */
  readonly tools: ReadonlySet<string>;
}

/** The tools' settings of a source with those of its folder merged over them (argo-cd, docs/user-guide/parameters). */
export function withOverrides(view: FileView, folder: string, source: Mapping, name: string): Overridden {
  const files = ['.argocd-source.yaml', `.argocd-source-${name}.yaml`].map((file) => inFolder(folder, file));
  let merged: Mapping = source;
  const tools = new Set<string>();
  for (const file of files) {
    const { helm, kustomize, directory, plugin } = mapping(view.documents(file)[0]?.value);
    for (const [tool, settings] of Object.entries({ helm, kustomize, directory, plugin })) {
      if (!isMapping(settings)) continue;
      merged = { ...merged, [tool]: mergePatch(merged[tool] ?? {}, stated(settings)) };
      tools.add(tool);
    }
  }
  return { merged, files: files.filter((file) => view.file(file) !== undefined), tools };
}

/** Settings without those that are null: Argo CD reads what is merged over what it has, in which these stay (mergeSourceParameters). */
function stated(settings: Mapping): Mapping {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}

/** Reads one source of an Application that is a folder of this repository, as Argo CD's repo-server would take it. */
export class SourceReader {
  readonly #view: FileView;
  readonly #folder: string;
  readonly #source: Mapping;
  readonly #tools: ReadonlySet<string>;
  readonly #namespace: string | undefined;
  readonly #references: ReadonlySet<string>;
  readonly #note: (kind: Gap['kind'], name: string, field: string) => void;
  /** Files that are read apart from those of the sources. */
  readonly files: string[] = [];

  constructor(
    view: FileView,
    folder: string,
    { merged, tools }: Overridden,
    namespace: string | undefined,
    references: ReadonlySet<string>,
    note: (kind: Gap['kind'], name: string, field: string) => void,
  ) {
    this.#view = view;
    this.#folder = folder;
    this.#source = merged;
    this.#tools = tools;
    this.#namespace = namespace;
    this.#references = references;
    this.#note = note;
  }

  sources(name: string): Source[] {
    const { plugin, helm, kustomize, directory } = this.#source;
    if (isMapping(plugin)) {
      this.#note('plugin', `the plugin ${text(plugin.name) ?? ''}`.trim(), 'plugin');
      return [];
    }
    const isChart = this.#view.file(inFolder(this.#folder, 'Chart.yaml')) !== undefined;
    const isKustomization = this.#view.kustomizationOf(this.#folder) !== undefined;
    // The tool whose settings are stated, else the one whose file the folder has (argo-cd, ExplicitType and util/app/discovery).
    const isPlain = this.#tools.has('directory') || isDirectory(mapping(directory));
    const isKustomized = this.#tools.has('kustomize') || isStated(kustomize);
    const isHelm = this.#tools.has('helm') || isStated(helm);
    if (isChart && isHelm && !isKustomized) return [this.#helm(mapping(helm), name)];
    if (isKustomization && (isKustomized || !isPlain)) {
      const stated = mapping(kustomize);
      return [
        {
          kind: 'kustomize',
          folder: this.#folder,
          options: { ...kustomizeOptions(stated, this.#folder), ...this.#patches(stated) },
          apiVersions: strings(stated.apiVersions),
          kubeVersion: text(stated.kubeVersion),
        },
      ];
    }
    if (isChart && !isPlain) return [this.#helm(mapping(helm), name)];
    const { files, jsonnet } = directoryFiles(this.#view, this.#folder, mapping(directory));
    for (const path of jsonnet) this.#note('plugin', `${path} (jsonnet)`, 'directory');
    return [{ kind: 'files', files, kustomizations: [], options: {} }];
  }

  /** Patches in place; those of a file as what it says. */
  #patches({ patches }: Mapping): Mapping {
    if (!Array.isArray(patches)) return {};
    const read = patches.map((patch: unknown) => {
      const { path, ...rest } = mapping(patch);
      const named = text(path);
      if (named === undefined) return patch;
      const file = pathBelow(this.#folder, named);
      const content = file === undefined ? undefined : this.#view.bytes(file)?.toString('utf8');
      if (file === undefined || content === undefined) this.#note('missing', named, 'kustomize');
      if (file !== undefined) this.files.push(file);
      return content === undefined ? patch : { ...rest, patch: content };
    });
    return { patches: read };
  }

  #helm(helm: Mapping, name: string): Source {
    const valueFiles = list(helm.valueFiles).flatMap((file) => this.#valueFile(scalarText(file), helm));
    const inline = isMapping(helm.valuesObject) ? [helm.valuesObject] : parsedValues(text(helm.values) ?? '');
    const parameters = list(helm.parameters)
      .filter(isMapping)
      .map(({ name: key, value, forceString }) => ({
        name: scalarText(key),
        value: scalarText(value),
        isText: forceString === true,
      }));
    for (const item of list(helm.fileParameters).filter(isMapping)) {
      const path = pathBelow(this.#folder, text(item.path) ?? '');
      const content = path === undefined ? undefined : this.#view.bytes(path)?.toString('utf8');
      if (content === undefined || content.length > longestParameter)
        this.#note('missing', scalarText(item.path), 'helm');
      else parameters.push({ name: scalarText(item.name), value: content, isText: true });
      if (path !== undefined) this.files.push(path);
    }
    return {
      kind: 'helm',
      chart: this.#folder,
      release: text(helm.releaseName) ?? name,
      namespace: text(helm.namespace) ?? this.#namespace,
      valueFiles,
      values: inline,
      parameters,
      apiVersions: strings(helm.apiVersions),
      kubeVersion: text(helm.kubeVersion),
      skipCrds: helm.skipCrds === true,
      options: {},
    };
  }

  #valueFile(file: string, helm: Mapping): string[] {
    const reference = /^\$([^/]+)\/(.*)$/.exec(file);
    const path =
      reference === null
        ? pathBelow(file.startsWith('/') ? '' : this.#folder, file.replace(/^\/+/, ''))
        : this.#references.has(reference[1] ?? '')
          ? pathBelow('', reference[2] ?? '')
          : undefined;
    if (path !== undefined && this.#view.file(path) !== undefined) return [path];
    const isPattern = path !== undefined && /[*?[{]/.test(path) && !path.includes('{{');
    const matching = isPattern ? this.#view.paths.filter(compileGlob(path)) : [];
    if (matching.length > 0) return matching.filter((each) => this.#view.file(each) !== undefined);
    const isRemoteFile = isRemote(file) || (reference !== null && !this.#references.has(reference[1] ?? ''));
    if (isRemoteFile || helm.ignoreMissingValueFiles !== true)
      this.#note(isRemoteFile ? 'remote' : 'missing', file, 'helm');
    return [];
  }
}

/** Whether a tool has settings that say something: Argo CD takes any others away (NormalizeApplicationSpec), but for an object of values, which is as it is written. */
function isStated(settings: unknown): boolean {
  return Object.entries(mapping(settings)).some(([field, value]) =>
    typeof value === 'object' && value !== null
      ? field === 'valuesObject' || Object.keys(value).length > 0
      : Boolean(value),
  );
}

/** The same of a folder that is read without a tool. */
function isDirectory({ recurse, exclude, include, jsonnet }: Mapping): boolean {
  return recurse === true || Boolean(text(exclude)) || Boolean(text(include)) || isStated(jsonnet);
}

/** `spec.source.kustomize` as fields of a kustomization. */
function kustomizeOptions(kustomize: Mapping, folder: string): Mapping {
  const options: Record<string, unknown> = {};
  for (const field of ['namespace', 'namePrefix', 'nameSuffix', 'replicas']) {
    if (kustomize[field] !== undefined) options[field] = kustomize[field];
  }
  if (isMapping(kustomize.commonLabels)) {
    const { commonLabels: pairs, labelWithoutSelector, labelIncludeTemplates } = kustomize;
    if (labelWithoutSelector === true) options.labels = [{ pairs, includeTemplates: labelIncludeTemplates === true }];
    else options.commonLabels = pairs;
  }
  if (isMapping(kustomize.commonAnnotations)) options.commonAnnotations = kustomize.commonAnnotations;
  const components = list(kustomize.components).flatMap((name) => pathBelow(folder, scalarText(name)) ?? []);
  if (components.length > 0) options.components = components;
  const images = list(kustomize.images).flatMap((image) => imageEntry(scalarText(image)) ?? []);
  if (images.length > 0) options.images = images;
  return options;
}

/** `name=new:tag` as an entry of a kustomization's `images`. */
function imageEntry(image: string): Mapping | undefined {
  const [before, after] = image.includes('=')
    ? [image.slice(0, image.indexOf('=')), image.slice(image.indexOf('=') + 1)]
    : ['', image];
  const parts = imageParts(after);
  if (parts === undefined) return undefined;
  const [newName, newTag, digest] = parts;
  const entry: Record<string, unknown> = { name: before === '' ? newName : before, newName };
  if (newTag !== undefined) entry.newTag = newTag;
  if (digest !== undefined) entry.digest = digest;
  return entry;
}
