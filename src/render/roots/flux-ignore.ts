import { folderOf } from '../../kube/kustomization.ts';
import type { FileView } from '../model/file-view.ts';
import type { Unbuilt } from '../model/root.ts';
import { namePattern } from './name-pattern.ts';

const fileName = '.sourceignore';
/** More patterns than these are not tried, as each is on every path. */
const most = 1_000;

/** The reason of a root whose source has more patterns. */
export function tooManyPatterns(files: readonly string[]): Unbuilt {
  return {
    why: `its source leaves files out by more than ${most} patterns`,
    by: 'what its source leaves out',
    unread: files,
  };
}

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

  /** Says of paths whether they are left out; `stated` is what the source itself says. Undefined where it is too much. */
  test(stated: string | undefined): ((path: string) => boolean) | undefined {
    const patterns = [...this.#written, ...patternsOf(stated ?? '', '')].reverse();
    if (patterns.length > most) return undefined;
    if (patterns.length === 0) return () => false;
    return (path) => patterns.find((pattern) => pattern.matches(path))?.isIncluding === false;
  }
}

/** The lines of an ignore file as Flux reads them: the last one that meets a path or a folder around it decides (go-git, plumbing/format/gitignore). */
function patternsOf(source: string, folder: string): readonly Pattern[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return source.split(/\r?\n/).flatMap((line): readonly Pattern[] => {
    const isIncluding = line.startsWith('!');
    const name = withoutEndingSpaces(isIncluding ? line.slice(1) : line);
    if (line.startsWith('#') || name.trim() === '' || name === '/') return [];
    const isFolder = name.endsWith('/');
    const parts = (isFolder ? name.slice(0, -1) : name).split('/');
    const matches = parts.map(namePattern);
    const meets = (steps: readonly string[]) =>
      parts.length === 1 ? meetsName(matches[0], steps, isFolder) : meetsPath(parts, matches, steps, isFolder);
    return [
      {
        isIncluding,
        matches: (path) => path.startsWith(prefix) && meets(path.slice(prefix.length).split('/')),
      },
    ];
  });
}

type IsPart = (name: string) => boolean;

function withoutEndingSpaces(name: string): string {
  if (name.endsWith('\\ ')) return name;
  let end = name.length;
  while (name[end - 1] === ' ') end--;
  return name.slice(0, end);
}

/** A name without a slash is that of a file or of a folder around it. */
function meetsName(matches: IsPart | undefined, steps: readonly string[], isFolder: boolean): boolean {
  const at = steps.findIndex((step) => matches?.(step) === true);
  return at >= 0 && !(isFolder && at === steps.length - 1);
}

/** A slash ties a pattern to the folder of its file; `**` between slashes is any number of folders, and nothing inside a name. */
function meetsPath(
  parts: readonly string[],
  matches: readonly IsPart[],
  steps: readonly string[],
  isFolder: boolean,
): boolean {
  let [next, isMet, isAnywhere] = [0, false, false];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === '**' && isLast) break;
    if (part === '' || part === '**') {
      isAnywhere = part === '**';
      continue;
    }
    if (part.includes('**')) return false;
    const isPart = matches[index];
    while (isAnywhere && next < steps.length && isPart?.(steps[next] ?? '') !== true) next++;
    if (next >= steps.length || isPart?.(steps[next] ?? '') !== true) return false;
    next++;
    isMet = isLast || isAnywhere || next < steps.length;
    isAnywhere = false;
  }
  return isMet && !(isFolder && next === steps.length);
}
