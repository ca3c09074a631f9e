import { compileGlob } from '../../../policy/glob.ts';
import { quote } from '../../../policy/shape/shape.ts';
import { type CodeOwnersForge, codeOwnersPaths } from '../../../posture/model/control-files.ts';
import type { Change, ControlFiles } from '../../evidence.ts';
import { controlFilesOf } from './control-files-of.ts';
import { type GateDifference, top } from './gate-difference.ts';

/** How the change alters who owns the gate's own files: `gateFiles` are their paths, CODEOWNERS itself apart. */
export function codeOwnersDifferences(change: Change, gateFiles: readonly string[]): readonly GateDifference[] {
  const controlFiles = controlFilesOf(change);
  const touched = change.touched.map(({ path }) => path);
  return forgesReading(change).flatMap((forge) => {
    const paths: readonly string[] = codeOwnersPaths[forge];
    const file = paths.find((path) => touched.includes(path));
    if (file === undefined) return [];
    const protect = [...gateFiles, ...paths.filter((path) => change.before.has(path))];
    const protectedPaths = [...new Set(protect)];
    const ownersOn = (side: 'before' | 'after') => ownersIn(forge, controlFiles, side, change, protectedPaths.length);
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
  forge: CodeOwnersForge,
  controlFiles: ControlFiles,
  side: 'before' | 'after',
  change: Change,
  asked: number,
): (path: string) => readonly string[] {
  const holding = codeOwnersPaths[forge].find((path) => change[side].has(path));
  const bytes = holding === undefined ? Buffer.alloc(0) : controlFiles[side].get(holding);
  if (bytes === undefined || linesIn(bytes) * asked > mostComparisons) {
    return () => [`whom ${holding} names in ${change[side].get(holding ?? '')?.id}`];
  }
  const sections = readCodeOwners(bytes, forge);
  return (path) => [...new Set(sections.flatMap((section) => ownersOf(path, section)))].sort();
}

/**
 * The forges that may read the CODEOWNERS of a repository: GitLab's alone where it has a pipeline and GitHub none, and sections in a file that
 * both would read.
 */
export function forgesReading(change: Change): readonly CodeOwnersForge[] {
  const first = codeOwnersPaths.github.find((path) => change.before.has(path)) ?? '';
  const text = controlFilesOf(change).before.get(first)?.toString('utf8') ?? '';
  const isGitlab = !first.startsWith('.github/') && /^[ \t]{0,9}\^?\[/m.test(text);
  const isOnGithub = isGitlab && [...change.before.keys()].some((path) => path.startsWith('.github/'));
  return isGitlab && !isOnGithub && change.before.has('.gitlab-ci.yml') ? ['gitlab'] : ['github', 'gitlab'];
}

/** How many lines a file has. */
export function linesIn(bytes: Uint8Array): number {
  let count = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** A part of CODEOWNERS in which the last line that matches a path names its owners. */
export interface Section {
  /** '' of the lines before the first header, and of GitHub's files, which know no headers. */
  readonly name: string;
  /** Nobody has to approve: every header of this name says so. */
  readonly isOptional: boolean;
  readonly entries: readonly OwnersLine[];
}

/** A line of CODEOWNERS: `pattern owner…`. */
export interface OwnersLine {
  readonly matches: (path: string) => boolean;
  /** Those that can be owners by how they are written. */
  readonly owners: readonly string[];
  /** How many of the owners have to approve, where the section is not optional. */
  readonly approvals: number;
  /** `!pattern` of GitLab: what it matches is nobody's in its section, whatever other lines say. */
  readonly isExclusion: boolean;
  /** 1-based. */
  readonly line: number;
}

/** Bytes of a CODEOWNERS that GitHub no longer loads ("must be under 3 MB in size"). */
export const githubLoadsBelow = 3_000_000;

/**
 * Lines of `pattern owner…`; the last match holds. GitHub skips a line that it does not understand, and loads nothing of a file of 3 MB
 * ("About code owners"). GitLab knows `[section][approvals] owner…` headers (`^[section]` for an optional one), of which those of one
 * name are one, and leaves out an owner that it does not understand, not the line ("Code Owners syntax and error handling"). Behind a pattern it
 * knows no comments.
 */
export function readCodeOwners(bytes: Buffer, forge: CodeOwnersForge): readonly Section[] {
  if (forge === 'github' && bytes.length >= githubLoadsBelow) return [];
  const sections = new Map<string, { name: string; isOptional: boolean; entries: OwnersLine[] }>();
  const sectionOf = (name: string, isOptional = false) => {
    const section = sections.get(name) ?? { name, isOptional, entries: [] };
    // Where one header of a name is not optional, none is.
    section.isOptional &&= isOptional;
    sections.set(name, section);
    return section;
  };
  let [section, defaults, approvals] = [sectionOf(''), [] as readonly string[], 1];
  for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
    const header = forge === 'github' ? null : /^\s*(\^?)\[([^\]]+)\](?:\[(\d+)\])?(.*)$/.exec(line);
    if (header) {
      const [, optional, name = '', count = '1', owners] = header;
      section = sectionOf(name.toLowerCase(), optional !== '');
      defaults = uncommented(words(owners)).filter(isOwner.gitlab);
      // Less than one counts as if no number were there.
      approvals = Math.max(1, Number(count));
    }
    const all = header ? [] : words(line);
    const [written = '', ...stated] = forge === 'github' || all[0]?.startsWith('#') ? uncommented(all) : all;
    const owners = stated.filter(isOwner[forge]);
    const isUnderstood = forge === 'gitlab' || (owners.length === stated.length && !/^!|^\\#|[[\]]/.test(written));
    if (written === '' || !isUnderstood) continue;
    const isExclusion = forge === 'gitlab' && written.startsWith('!');
    const pattern = written.slice(isExclusion ? 1 : 0).replace(/\\([ \t#])/g, '$1');
    section.entries.push({
      matches: matcherOf(pattern),
      owners: isExclusion ? [] : stated.length > 0 ? owners : defaults,
      approvals,
      isExclusion,
      line: index + 1,
    });
  }
  return [...sections.values()];
}

/** The line of a section that says who owns a path. */
export function holdingLine({ entries }: Section, path: string): OwnersLine | undefined {
  return (
    entries.find(({ isExclusion, matches }) => isExclusion && matches(path)) ??
    entries.findLast(({ matches }) => matches(path))
  );
}

const email = /^[^\s@]{1,100}@(?:[\w-]{1,100}\.){1,20}[\w-]{1,100}$/;

/** Whether a word may name an owner: a user, a team or group, a role of GitLab's, an address. */
const isOwner: Readonly<Record<CodeOwnersForge, (word: string) => boolean>> = {
  github: (word) => /^@[\w.-]{1,100}(?:\/[\w.-]{1,100})?$/.test(word) || email.test(word),
  gitlab: (word) => /^@{1,2}[\w.-]{1,255}(?:\/[\w.-]{1,255}){0,20}$/.test(word) || email.test(word),
};

/** The words of a line; a blank behind a backslash is part of its word. */
function words(line = ''): readonly string[] {
  return line.match(/(?:\\.|[^ \t\r\f\v])+/g) ?? [];
}

function uncommented(all: readonly string[]): readonly string[] {
  const comment = all.findIndex((word) => word.startsWith('#'));
  return comment < 0 ? all : all.slice(0, comment);
}

/** Those who have to approve: in an optional section nobody has to. */
function ownersOf(path: string, section: Section): readonly string[] {
  return section.isOptional ? [] : (holdingLine(section, path)?.owners ?? []);
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
