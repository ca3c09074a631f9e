import { matchGlob } from '../../policy/glob.ts';
import { quote } from '../../policy/shape.ts';
import type { Change, GuardFiles } from '../rule.ts';
import { type GateDifference, top } from './gate-difference.ts';
import { codeOwnersPaths, guardsOf } from './guards.ts';

/** How the change alters who owns the gate's own files: `gateFiles` are their paths, CODEOWNERS itself apart. */
export function codeOwnersDifferences(change: Change, gateFiles: readonly string[]): readonly GateDifference[] {
  const guards = guardsOf(change);
  const touched = change.touched.map(({ path }) => path);
  return Object.values(codeOwnersPaths).flatMap((paths) => {
    const file = paths.find((path) => touched.includes(path));
    if (file === undefined) return [];
    const protect = [...gateFiles, ...paths.filter((path) => change.before.has(path))];
    const [was, is] = [ownersIn(paths, guards, 'before', change), ownersIn(paths, guards, 'after', change)];
    const lost = protect.filter((path) => was(path).some((owner) => !is(path).includes(owner)));
    const joined = protect.filter(
      (path) => was(path).length > 0 && is(path).some((owner) => !was(path).includes(owner)),
    );
    const other = protect.filter((path) => was(path).length === 0 && is(path).length > 0);
    const at = change.after.has(file) ? top : undefined;
    const weakened = [...new Set([...lost, ...joined])];
    const difference = (files: readonly string[], what: string, effect: GateDifference['effect']) =>
      files.length > 0 ? [{ file, at, what: `${what} ${files.map(quote).join(', ')}`, effect }] : [];
    return [
      ...difference(weakened, 'other people own', 'weakens'),
      ...difference(other, 'owners are named for', 'changes'),
    ];
  });
}

/** The owners of a path by the file that holds on one side. One that was not read names nobody that is known, so that any other differs from it. */
function ownersIn(
  paths: readonly string[],
  guards: GuardFiles,
  side: 'before' | 'after',
  change: Change,
): (path: string) => readonly string[] {
  const holding = paths.find((path) => change[side].has(path));
  const bytes = holding === undefined ? Buffer.alloc(0) : guards[side].get(holding);
  if (bytes === undefined) return () => [`whom ${holding} names`];
  const sections = readCodeOwners(bytes.toString('utf8'));
  return (path) => [...new Set(sections.flatMap((section) => ownersOf(path, section)))].sort();
}

interface Section {
  readonly owners: readonly string[];
  readonly entries: { readonly pattern: string; readonly owners: readonly string[] }[];
}

/** Lines of `pattern owner…` (GitHub), below `[section] owner…` headers (GitLab); the last match of a section holds. */
function readCodeOwners(text: string): readonly Section[] {
  const sections: Section[] = [{ owners: [], entries: [] }];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    const header = /^\^?\[[^\]]+\](?:\[\d+\])?(.*)$/.exec(line);
    if (header) sections.push({ owners: words(header[1]), entries: [] });
    const [pattern, ...owners] = header ? [] : words(line);
    const section = sections.at(-1);
    if (pattern !== undefined && section) {
      section.entries.push({ pattern, owners: owners.length > 0 ? owners : section.owners });
    }
  }
  return sections;
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function ownersOf(path: string, { entries }: Section): readonly string[] {
  return entries.findLast(({ pattern }) => globsOf(pattern).some((glob) => matchGlob(glob, path)))?.owners ?? [];
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
