import { compileGlob } from '../../../policy/glob.ts';
import { quote } from '../../../policy/shape/shape.ts';
import type { Change, ControlFiles } from '../../evidence.ts';
import { codeOwnersPaths, controlFilesOf } from './control-files.ts';
import { type GateDifference, top } from './gate-difference.ts';

/** How the change alters who owns the gate's own files: `gateFiles` are their paths, CODEOWNERS itself apart. */
export function codeOwnersDifferences(change: Change, gateFiles: readonly string[]): readonly GateDifference[] {
  const controlFiles = controlFilesOf(change);
  const touched = change.touched.map(({ path }) => path);
  return Object.values(codeOwnersPaths).flatMap((paths) => {
    const file = paths.find((path) => touched.includes(path));
    if (file === undefined) return [];
    const protect = [...gateFiles, ...paths.filter((path) => change.before.has(path))];
    const protectedPaths = [...new Set(protect)];
    const ownersOn = (side: 'before' | 'after') => ownersIn(paths, controlFiles, side, change, protectedPaths.length);
    const [was, is] = [ownersOn('before'), ownersOn('after')];
    const owned = protectedPaths.map((path) => ({ path, was: was(path), is: is(path) }));
    const changed = owned.filter((one) => one.was.join() !== one.is.join());
    const at = change.after.has(file) ? top : undefined;
    const difference = (list: typeof owned, what: string, effect: GateDifference['effect']) => {
      if (list.length === 0) return [];
      const code = ['owners', ...list.flatMap((one) => [one.path, one.is.join(' ')])];
      return [{ file, at, what: `${what} ${list.map((one) => quote(one.path)).join(', ')}`, code, effect }];
    };
    return [
      ...difference(
        changed.filter((one) => one.was.length > 0),
        'other people own',
        'weakens',
      ),
      ...difference(
        changed.filter((one) => one.was.length === 0),
        'owners are named for',
        'changes',
      ),
    ];
  });
}

/** Comparisons of a line with a path that are made: matching takes time. A longer CODEOWNERS names nobody that is known. */
const mostComparisons = 200_000;

/** The owners of a path by the file that holds on one side. One that was not read names nobody that is known, so that any other differs from it. */
function ownersIn(
  paths: readonly string[],
  controlFiles: ControlFiles,
  side: 'before' | 'after',
  change: Change,
  asked: number,
): (path: string) => readonly string[] {
  const holding = paths.find((path) => change[side].has(path));
  const bytes = holding === undefined ? Buffer.alloc(0) : controlFiles[side].get(holding);
  const text = bytes?.toString('utf8') ?? '';
  if (bytes === undefined || text.split('\n').length * asked > mostComparisons) {
    return () => [`whom ${holding} names in ${change[side].get(holding ?? '')?.id}`];
  }
  const sections = readCodeOwners(text);
  return (path) => [...new Set(sections.flatMap((section) => ownersOf(path, section)))].sort();
}

/** A part of CODEOWNERS in which the last line that matches a path names its owners. */
export interface Section {
  /** '' of the lines before the first header, and of GitHub's files, which know no headers. */
  readonly name: string;
  readonly entries: OwnersLine[];
}

/** A line of CODEOWNERS: `pattern owner…`. */
export interface OwnersLine {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
  /** How many of the owners have to approve; none of an optional section. */
  readonly approvals: number;
  /** 1-based. */
  readonly line: number;
}

/**
 * Lines of `pattern owner…` (GitHub), below `[section][approvals] owner…` headers (GitLab, `^[section]` for an optional one); the last
 * match of a section holds. Sections of one name are one, in which a header holds for the lines below it.
 */
export function readCodeOwners(text: string): readonly Section[] {
  const sections = new Map<string, Section>();
  const sectionOf = (name: string) => {
    const section = sections.get(name) ?? { name, entries: [] };
    sections.set(name, section);
    return section;
  };
  let [section, defaults, approvals] = [sectionOf(''), [] as readonly string[], 1];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    const header = /^(\^?)\[([^\]]+)\](?:\[(\d+)\])?(.*)$/.exec(line);
    if (header) {
      const [, optional, name = '', count = '1', owners] = header;
      [section, defaults] = [sectionOf(name.toLowerCase()), words(owners)];
      approvals = optional === '' ? Number(count) : 0;
    }
    const [pattern, ...stated] = header ? [] : words(line);
    if (pattern === undefined) continue;
    const owners = stated.length > 0 ? stated : defaults;
    section.entries.push({ matches: matcherOf(pattern), owners, approvals, line: index + 1 });
  }
  return [...sections.values()];
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Those who have to approve: in an optional section nobody has to. */
function ownersOf(path: string, { entries }: Section): readonly string[] {
  const { owners = [], approvals = 0 } = entries.findLast(({ matches }) => matches(path)) ?? {};
  return approvals === 0 ? [] : owners;
}

function matcherOf(pattern: string): (path: string) => boolean {
  const globs = globsOf(pattern).map(compileGlob);
  return (path) => globs.some((matches) => matches(path));
}

/** A pattern of gitignore's kind as globs from the top: anchored by a slash before its end, covering what is below a folder. */
function globsOf(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const isAnchored = pattern.replace(/\/$/, '').includes('/');
  const glob = isAnchored ? bare : `**/${bare}`;
  const below = `${glob}/**`;
  if (pattern.endsWith('/')) return [below];
  return glob.endsWith('/*') && isAnchored ? [glob] : [glob, below];
}
