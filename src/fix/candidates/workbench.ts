import { type LineDiff, lineDiff } from '../../git/diff/line-diff.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { mapping, text as textOf, valueUnder } from '../../plain-values.ts';
import type { SecretsAnalysis } from '../../secrets/compare/analyse-secrets.ts';
import type { ServedSecrets } from '../../secrets/protection/served.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { type DocumentTree, parseTrees } from '../../yaml/parse-tree.ts';
import type { SecretWays } from '../special/skeleton.ts';

/** A side of a file whose text can be edited. */
export interface Side {
  readonly text: string;
  /** Its documents with the places of all values; undefined where it cannot be read as YAML or JSON. */
  readonly trees: readonly DocumentTree[] | undefined;
}

/** A touched file with what its fixes need. */
export interface WorkFile {
  readonly path: string;
  readonly file: TouchedFile;
  readonly before: Side | undefined;
  readonly after: Side | undefined;
  /** How the lines differ; nothing where one side is missing. */
  readonly lines: LineDiff | undefined;
}

/** A file that the head has, as text. */
export type Present = WorkFile & { readonly after: Side };

/** The store that an ExternalSecret of these files reads from. */
function storeOf(touched: readonly TouchedFile[]): Pick<SecretWays, 'store' | 'version'> {
  for (const { before, after } of touched) {
    for (const { kind, apiVersion, value } of [...(after?.resources ?? []), ...(before?.resources ?? [])]) {
      if (kind !== 'ExternalSecret') continue;
      const { kind: of, name } = mapping(valueUnder(value, 'spec', 'secretStoreRef'));
      const store = textOf(name);
      if (store !== undefined)
        return { store: { kind: textOf(of) ?? 'SecretStore', name: store }, version: apiVersion };
    }
  }
  return { store: undefined, version: undefined };
}

/** Why a side's content is not at hand, or is none; undefined where it is. */
export function notAtHand(side: FileSide): string | undefined {
  if (side.mode === '120000') return 'it is a symbolic link';
  if (side.mode === '160000') return 'it is a submodule';
  if (side.structure === 'oversize') return 'it is over a size limit';
  if (side.structure === 'lfs-pointer') return 'its content is in Git LFS';
  return side.mode === '100644' || side.mode === '100755' ? undefined : 'it is not a regular file';
}

/** Why a file's text is not edited; undefined where it can be. */
export function notEditable(side: FileSide): string | undefined {
  const why = notAtHand(side);
  if (why !== undefined) return why;
  const [first, second] = side.bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'it is written in UTF-16';
  return side.bytes.equals(bytesOf(side.text, side)) ? undefined : 'it is not valid UTF-8';
}

/** A text in the bytes of a file, which keeps its byte order mark. */
export function bytesOf(text: string, { bytes }: Pick<FileSide, 'bytes'>): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return Buffer.from(hasMark && !text.startsWith('\ufeff') ? `\ufeff${text}` : text);
}

/** The touched files that the head has. */
interface HeadPaths {
  readonly files: ReadonlySet<string>;
  readonly sorted: readonly string[];
}

function headPathsOf(touched: Iterable<TouchedFile>): HeadPaths {
  const files = new Set([...touched].flatMap(({ path, after }) => (after === undefined ? [] : [path])));
  return { files, sorted: [...files].sort() };
}

/** The folders that a path is in, from the top. */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) yield path.slice(0, at);
}

/** The first path of a sorted list that is below a folder: the folders of all paths together are much longer than the paths. */
function firstBelow(folder: string, sorted: readonly string[]): string | undefined {
  const start = `${folder}/`;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(start) ? sorted[low] : undefined;
}

/** Characters that are looked through for all findings together, a file counting for each of its findings. */
const mostCharacters = 32 * 1024 * 1024;

/** The touched files, each parsed once and only where a finding is in it. */
export class Workbench {
  readonly #files: ReadonlyMap<string, TouchedFile>;
  readonly #ready = new Map<string, WorkFile>();
  readonly #limits: YamlLimits;
  #left = mostCharacters;
  #headPaths: HeadPaths | undefined;
  /** How the repository delivers Secrets. */
  readonly secretWays: SecretWays;

  /** Files whose text is not edited, and why. */
  readonly closed: ReadonlyMap<string, string>;
  readonly served: ServedSecrets;

  constructor(
    touched: readonly TouchedFile[],
    { tools, served }: Pick<SecretsAnalysis, 'tools' | 'served'>,
    limits: YamlLimits,
    closed: ReadonlyMap<string, string> = new Map(),
  ) {
    this.secretWays = { tools, ...storeOf(touched) };
    this.served = served;
    this.closed = closed;
    this.#files = new Map(touched.map((file) => [file.path, file]));
    this.#limits = limits;
  }

  get touched(): Iterable<TouchedFile> {
    return this.#files.values();
  }

  /** Whether a file may be looked through once more: what all findings together look through is bounded. */
  charge({ before, after }: TouchedFile): boolean {
    this.#left -= (before?.text.length ?? 0) + (after?.text.length ?? 0);
    return this.#left >= 0;
  }

  file(path: string): WorkFile | undefined {
    const known = this.#ready.get(path);
    const file = this.#files.get(path);
    if (known !== undefined || file === undefined) return known;
    const [before, after] = [this.#side(file.before), this.#side(file.after)];
    const lines = before === undefined || after === undefined ? undefined : lineDiff(before.text, after.text);
    const ready = { path, file, before, after, lines };
    this.#ready.set(path, ready);
    return ready;
  }

  /** A file of the head that keeps another one from being put back: below its path, or where a folder of it was. */
  inTheWayOf(path: string): string | undefined {
    this.#headPaths ??= headPathsOf(this.#files.values());
    const { files, sorted } = this.#headPaths;
    for (const folder of foldersOf(path)) if (files.has(folder)) return folder;
    return firstBelow(path, sorted);
  }

  /** Whether a text can be read as YAML or JSON. */
  reads(text: string): boolean {
    return parseTrees(text, this.#limits) !== undefined;
  }

  #side(side: FileSide | undefined): Side | undefined {
    if (side === undefined || notEditable(side) !== undefined) return undefined;
    return { text: side.text, trees: parseTrees(side.text, this.#limits) };
  }
}
