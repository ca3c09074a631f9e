import { folderOf, pathBelow } from '../../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings, text } from '../../../plain-values.ts';
import { isRemote, shownAddress } from '../../graph/remote.ts';
import type { FileView } from '../../model/file-view.ts';
import { isOpenText, type TemplateLines, templateLines, withoutActions } from '../../model/go-template.ts';
import { inFolder } from '../../model/paths.ts';
import type { Declared, Delivery, Root } from '../../model/root.ts';
import type { Declarations } from '../flux.ts';
import { Environments } from './environments.ts';
import { helmfilePrograms, releasePrograms } from './programs.ts';
import { filesMatching, isElsewhere, releaseRoot } from './release.ts';

/** Helmfiles that name helmfiles that name helmfiles. */
const deepest = 5;

/** Whether a path is a helmfile by its name. */
export function isHelmfile(path: string): boolean {
  return /(?:^|\/)helmfile\.ya?ml(?:\.gotmpl)?$|(?:^|\/)helmfile\.d\/[^/]+\.ya?ml(?:\.gotmpl)?$/.test(path);
}

/** The releases of helmfiles (helmfile.readthedocs.io), those of the files that they name as well; what a template decides is not built. */
export function helmfileDeclarations(view: FileView, files: readonly string[]): Declarations {
  const reader = new HelmfileReader(view);
  for (const file of files) reader.read(file, 0);
  return reader;
}

class HelmfileReader implements Declarations {
  readonly roots: Root[] = [];
  readonly deliveries: Delivery[] = [];
  readonly #view: FileView;
  readonly #seen = new Set<string>();
  readonly #ids = new Set<string>();

  constructor(view: FileView) {
    this.#view = view;
  }

  read(file: string, depth: number): void {
    if (this.#seen.has(file) || depth > deepest || this.#view.file(file) === undefined) return;
    this.#seen.add(file);
    const folder = folderOf(file);
    const own = this.#documents(file);
    const bases = own.flatMap(({ value }) =>
      list(value.bases).flatMap((name) => this.#named(folder, scalarText(name))),
    );
    const common = [...bases.flatMap((base) => this.#documents(base)), ...own].map(({ value }) => value);
    const environments = new Environments(this.#view, folder, common);
    for (const source of [...bases, file]) {
      const state = {
        view: this.#view,
        file: source,
        folder,
        environments,
        templates: templatesOf(common),
        further: bases,
      };
      this.#releases(state, source === file ? own : this.#documents(source));
    }
    for (const [document, { value }] of own.entries()) {
      for (const [index, item] of list(value.helmfiles).entries()) {
        const name = text(item) ?? text(mapping(item).path) ?? '';
        if (isRemote(name)) this.#remote(file, document, name, index);
        else for (const path of this.#named(folder, name)) this.read(path, depth + 1);
      }
    }
  }

  /** The documents of a helmfile; one that cannot be read as YAML is a root of which nothing is known. */
  #documents(file: string): readonly { readonly value: Mapping }[] {
    const { documents, unreadable } = this.#view.yaml(file);
    const source = this.#view.bytes(file)?.toString('utf8') ?? '';
    if (unreadable.length > 0 && source.includes('{{')) {
      const why = `${file} is a template, which could not be read without what helmfile puts in`;
      this.#add({ ...emptyRoot(file), unbuilt: { why, by: 'a template of helmfile', unread: [file] } });
    }
    return documents.map(({ value }) => ({ value: mapping(value) }));
  }

  #releases(
    state: Omit<Parameters<typeof releaseRoot>[0], 'lines'>,
    documents: readonly { readonly value: Mapping }[],
  ): void {
    const source = this.#view.bytes(state.file)?.toString('utf8') ?? '';
    const lines = templateLines(source);
    const texts = withoutActions(source).split('\n');
    for (const [document, { value }] of documents.entries()) {
      this.deliveries.push(...helmfilePrograms(state.file, document, value));
      const releases = list(value.releases);
      for (const [index, stated] of releases.entries()) {
        if (!isMapping(stated)) continue;
        const release = inherited(stated, state.templates);
        if (release.installed === false) continue;
        const folder = pathBelow(state.folder, text(release.chart) ?? '');
        const at = { document, index };
        const entry = { file: state.file, document, at: ['releases', index] };
        const by = `release ${text(release.name) ?? ''} (${state.file})`;
        this.deliveries.push(...releasePrograms(by, entry, release), ...adHocCharts(by, entry, release));
        if (folder === undefined || this.#view.file(inFolder(folder, 'Chart.yaml')) === undefined) {
          this.deliveries.push(delivered(state.file, at, release, state.folder));
          continue;
        }
        const isOpen = isOpenText(json(release)) || this.#hasActions(state.file, { lines, texts }, at, releases.length);
        const root = releaseRoot({ ...state, lines }, at, release, folder, isOpen);
        if (root !== undefined) this.#addRelease(root);
      }
    }
  }

  /** Whether actions are on the lines of a release, up to the next one. */
  #hasActions(
    file: string,
    { lines, texts }: { readonly lines: TemplateLines; readonly texts: readonly string[] },
    { document, index }: { readonly document: number; readonly index: number },
    count: number,
  ): boolean {
    const read = this.#view.documents(file)[document];
    if (read === undefined) return false;
    const from = read.at(['releases', index]).line + 1;
    const to = index + 1 < count ? read.at(['releases', index + 1]).line : Number.POSITIVE_INFINITY;
    // Actions that only end what is around it, or begin what is around the next, are behind its last line; what one gives there may be a part of it.
    return lines.hasActions(from, lastLine(texts, from, to) + 1) || lines.mayGiveLines(from, to);
  }

  #remote(file: string, document: number, address: string, index: number): void {
    const at = ['helmfiles', index];
    this.deliveries.push({
      ...{ id: `helmfile ${file} helmfiles ${index}`, file, document, address, version: undefined },
      ...{ addressAt: at, versionAt: undefined, what: 'the manifests' },
    });
  }

  /** The files of a name, a pattern or a folder. */
  #named(folder: string, name: string): readonly string[] {
    const path = pathBelow(folder, name);
    if (path === undefined || isRemote(name)) return [];
    if (this.#view.file(path) !== undefined) return [path];
    if (this.#view.isFolder(path))
      return this.#view.below(path).filter((each) => folderOf(each) === path && /\.ya?ml(?:\.gotmpl)?$/.test(each));
    return /[*?[]/.test(path) && !isOpenText(path) ? filesMatching(this.#view, path) : [];
  }

  /** Releases of one name are installed into several namespaces, or where different conditions hold. */
  #addRelease(root: Root): void {
    const place = root.namespace === undefined ? '' : ` in ${root.namespace}`;
    const named = root.id.replace(/ (?=\([^()]*\)$)/, `${place} `);
    let id = root.id;
    for (let count = 1; this.#ids.has(id); count++) id = count === 1 ? named : `${named} #${count}`;
    this.#ids.add(id);
    this.roots.push({ ...root, id });
  }

  #add(root: Root): void {
    if (!this.roots.some(({ id }) => id === root.id)) this.roots.push(root);
  }
}

/** The last line before another one that says something. */
function lastLine(texts: readonly string[], from: number, to: number): number {
  let last = Math.min(to - 1, texts.length);
  while (last >= from && (texts[last - 1] ?? '').trim() === '') last--;
  return last;
}

function templatesOf(documents: readonly Mapping[]): Mapping {
  return Object.assign(Object.create(null), ...documents.map(({ templates }) => mapping(templates)));
}

/** A release over the templates that it inherits. */
function inherited(release: Mapping, templates: Mapping): Mapping {
  const named = list(release.inherit).map((item) => mapping(templates[text(mapping(item).template) ?? '']));
  // Without a prototype, which a key of the repository could be taken for.
  const merged = Object.assign(Object.create(null), ...named, release) as Record<string, unknown>;
  const values = [...named, release].flatMap((each) => list(each.values));
  if (values.length > 0) merged.values = values;
  return merged;
}

/** Charts of elsewhere that a release adds to its own. */
function adHocCharts(by: string, { file, document, at }: Declared, release: Mapping): readonly Delivery[] {
  return list(release.dependencies).flatMap((item, index) => {
    const { chart, version } = mapping(item);
    const address = text(chart) ?? '';
    if (!isElsewhere(address)) return [];
    const place = [...at, 'dependencies', index];
    return [
      {
        ...{ id: `${by} with ${address}`, file, document, address, addressAt: [...place, 'chart'] },
        version: version === undefined ? undefined : scalarText(version),
        versionAt: version === undefined ? undefined : [...place, 'version'],
        ...{ what: 'the chart', shown: { by, address: shownAddress(address) } },
      },
    ];
  });
}

function delivered(
  file: string,
  { document, index }: { readonly document: number; readonly index: number },
  release: Mapping,
  folder: string,
): Delivery {
  const at = ['releases', index];
  return {
    id: `release ${text(release.name) ?? ''} (${file})`,
    file,
    document,
    address: text(release.chart) ?? '',
    version: text(release.version),
    addressAt: [...at, 'chart'],
    versionAt: release.version === undefined ? undefined : [...at, 'version'],
    what: 'the chart',
    valuesFiles: strings(release.values).flatMap((each) => pathBelow(folder, each) ?? []),
  };
}

function emptyRoot(file: string): Root {
  return {
    id: `helmfile (${file})`,
    kind: 'helmfile',
    folder: folderOf(file),
    declared: { file, document: 0, at: [] },
    sources: [],
    extraFiles: [],
    namespace: undefined,
    substitution: undefined,
    gaps: [],
    isByDefaults: false,
  };
}
