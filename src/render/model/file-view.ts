import type { Tree, TreeEntry } from '../../git/object/object.ts';
import { kustomizationNames } from '../../kube/kustomization.ts';
import type { Document, Unreadable, YamlFile, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { isGoTemplate, withoutActions } from './go-template.ts';
import { inFolder } from './paths.ts';

/** Contents of blobs by id, shared by both sides of a change; each is parsed once. */
export class Contents {
  /** Blobs that were asked for and are not here: the caller reads them and asks again. */
  readonly wanted = new Set<string>();
  /** How often one was asked for that is not here: what was read meanwhile may lack something. */
  misses = 0;
  readonly #bytes = new Map<string, Buffer | undefined>();
  readonly #files = new Map<string, YamlFile>();
  readonly #limits: YamlLimits;

  constructor(limits: YamlLimits) {
    this.#limits = limits;
  }

  /** Adds a blob; undefined bytes are those of one that cannot be read (over a limit). */
  add(id: string, bytes: Buffer | undefined): void {
    this.wanted.delete(id);
    this.#bytes.set(id, bytes);
  }

  has(id: string): boolean {
    return this.#bytes.has(id);
  }

  bytes(id: string): Buffer | undefined {
    if (!this.#bytes.has(id)) {
      this.wanted.add(id);
      this.misses++;
    }
    return this.#bytes.get(id);
  }

  /** A blob read as YAML, as far as helmfile's templates leave it to be read; nothing where it is not here. */
  yaml(id: string, isTemplate = false): YamlFile {
    const key = isTemplate ? `${id} template` : id;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const bytes = this.bytes(id);
    if (bytes === undefined) return nothing;
    const isRead = isTemplate && bytes.includes('{{');
    const file = parseYaml(isRead ? Buffer.from(withoutActions(bytes.toString('utf8'))) : bytes, this.#limits);
    this.#files.set(key, file);
    return file;
  }
}

const nothing: YamlFile = { documents: [], unreadable: [] };

/** One side's tree, as the graph of what includes what reads it. Links and submodules are not files here. */
export class FileView {
  readonly tree: Tree;
  readonly contents: Contents;
  readonly #paths: readonly string[];
  readonly #folders = new Set<string>();

  constructor(tree: Tree, contents: Contents) {
    this.tree = tree;
    this.contents = contents;
    this.#paths = [...tree.keys()].sort();
    for (const path of this.#paths) {
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const folder = path.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  /** The entry of a plain file; undefined for links and submodules. */
  file(path: string): TreeEntry | undefined {
    const entry = this.tree.get(path);
    return entry?.mode.startsWith('100') ? entry : undefined;
  }

  /** Whether something of the tree is there that is not a plain file: a link or a submodule. */
  isLink(path: string): boolean {
    const entry = this.tree.get(path);
    return entry !== undefined && !entry.mode.startsWith('100');
  }

  /** Whether nothing of the tree is there, and no link or file on the way to it. */
  isAbsent(path: string): boolean {
    let end = path.indexOf('/');
    while (end > 0 && this.isFolder(path.slice(0, end))) end = path.indexOf('/', end + 1);
    const first = end < 0 ? path : path.slice(0, end);
    return !this.isFolder(first) && !this.tree.has(first);
  }

  isFolder(path: string): boolean {
    return path === '' ? this.#paths.length > 0 : this.#folders.has(path);
  }

  /** Every entry of the tree, sorted. */
  get paths(): readonly string[] {
    return this.#paths;
  }

  /** Every folder but the root. */
  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  /** The entries below a folder, sorted; links and submodules too. */
  below(folder: string): readonly string[] {
    if (folder === '') return this.#paths;
    const prefix = `${folder}/`;
    const start = this.#search(prefix);
    let end = start;
    while (this.#paths[end]?.startsWith(prefix)) end++;
    return this.#paths.slice(start, end);
  }

  /** The folders below a folder. */
  foldersBelow(folder: string): Iterable<string> {
    if (folder === '') return this.#folders;
    const found = new Set<string>();
    for (const path of this.below(folder)) {
      let end = path.lastIndexOf('/');
      for (; end > folder.length && !found.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) {
        found.add(path.slice(0, end));
      }
    }
    return found;
  }

  /** The kustomization of a folder: the first of the three names that kustomize looks for. */
  kustomizationOf(folder: string): string | undefined {
    return kustomizationNames.map((name) => inFolder(folder, name)).find((path) => this.file(path) !== undefined);
  }

  /** A file read as YAML; nothing where there is none. */
  yaml(path: string): YamlFile {
    const entry = this.file(path);
    return entry === undefined ? nothing : this.contents.yaml(entry.id, isGoTemplate(path));
  }

  documents(path: string): readonly Document[] {
    return this.yaml(path).documents;
  }

  /** The parts of a file that could not be read. */
  unreadable(path: string): readonly Unreadable[] {
    return this.yaml(path).unreadable;
  }

  bytes(path: string): Buffer | undefined {
    const entry = this.file(path);
    return entry === undefined ? undefined : this.contents.bytes(entry.id);
  }

  /** The first index whose path is not before `prefix`. */
  #search(prefix: string): number {
    let [low, high] = [0, this.#paths.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#paths[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
