import { folderOf } from '../../kube/kustomization.ts';
import { compileGlob } from '../../policy/glob.ts';
import type { FileView } from '../model/file-view.ts';
import { inFolder } from '../model/paths.ts';

const fileName = '.sourceignore';

interface Pattern {
  readonly isIncluding: boolean;
  matches(path: string): boolean;
}

/** What a source of Flux leaves out of this repository: `.sourceignore` files and its `spec.ignore`, which comes last (fluxcd.io/flux/components/source). */
export class FluxIgnore {
  /** The `.sourceignore` files. */
  readonly files: readonly string[];
  readonly #written: readonly Pattern[];

  constructor(view: FileView) {
    this.files = view.paths
      .filter((path) => path === fileName || path.endsWith(`/${fileName}`))
      .filter((path) => view.file(path) !== undefined)
      // What a folder says wins over what the folders around it say.
      .sort((a, b) => a.split('/').length - b.split('/').length);
    this.#written = this.files.flatMap((path) =>
      patternsOf(view.bytes(path)?.toString('utf8') ?? '', path === fileName ? '' : folderOf(path)),
    );
  }

  /** Says of paths whether they are left out; `stated` is what the source itself says. */
  test(stated: string | undefined): (path: string) => boolean {
    const patterns = [...this.#written, ...patternsOf(stated ?? '', '')].reverse();
    if (patterns.length === 0) return () => false;
    return (path) => patterns.find((pattern) => pattern.matches(path))?.isIncluding === false;
  }
}

/** The lines of an ignore file as git reads them: the last one that meets a path or a folder around it decides. */
function patternsOf(source: string, folder: string): readonly Pattern[] {
  return source.split(/\r?\n/).flatMap((line): readonly Pattern[] => {
    const isIncluding = line.startsWith('!');
    const name = (isIncluding ? line.slice(1) : line).replace(/(?<!\\) +$/, '');
    if (line.startsWith('#') || name.trim() === '' || name === '/') return [];
    const isFolder = name.endsWith('/');
    const body = plainGlob(isFolder ? name.slice(0, -1) : name);
    // A slash in it ties it to the folder of its file.
    const path = body.includes('/') ? body.replace(/^\//, '') : `**/${body}`;
    const glob = inFolder(folder, path);
    const [itself, inside] = [compileGlob(glob), compileGlob(`${glob}/**`)];
    return [{ isIncluding, matches: (each) => (!isFolder && itself(each)) || inside(each) }];
  });
}

/** A pattern without what globs do not have here: a class of characters is any one, and a character that is escaped is itself. */
function plainGlob(pattern: string): string {
  return pattern.replaceAll(/\[[^\]/]+\]/g, '?').replaceAll(/\\(.)/g, '$1');
}
