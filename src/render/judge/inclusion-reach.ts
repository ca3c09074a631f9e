import type { Position } from '../../kube/resource.ts';
import { type Mapping, mapping } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import type { Closure } from '../graph/graph.ts';
import type { Part } from '../graph/part.ts';
import type { RootInputs } from '../plan/plan.ts';

/** An entry that takes in, or took in, what changes others. */
interface Inclusion {
  readonly position: Position;
  readonly by: string;
}

/**
 * Kustomizations that change others (`reaches` says so of their fields), and that a root newly takes in over what it had, or takes in no
 * longer while it keeps what they changed: a patch that is gone may have narrowed.
 */
export function inclusionReach(
  views: Views,
  before: RootInputs | undefined,
  after: RootInputs,
  reaches: (value: Mapping, folder: string, isGone: boolean) => boolean,
): readonly Inclusion[] {
  if (before === undefined) return [];
  const isReaching = (side: 'before' | 'after') => (part: Part) =>
    reaches(mapping(views[side].documents(part.file)[0]?.value), part.folder, side === 'before');
  const gone = between(before.closure, after.closure, isReaching('before'));
  const laid = between(after.closure, before.closure, isReaching('after')).filter(({ file }) => isSame(file, views));
  return [
    ...gone.flatMap((part) => placed(part, before.closure, views, 'what it no longer takes in')),
    ...laid.flatMap((part) => placed(part, after.closure, views, 'what it newly takes in')),
  ];
}

/** The kustomizations of one closure that the other has not, and that change something of what both have. */
function between(own: Closure, other: Closure, reaches: (part: Part) => boolean): readonly Part[] {
  const known = new Set(other.kustomizations.map(({ folder }) => folder));
  const isShared = ({ isComponent, inputs, includes }: Part) =>
    isComponent || inputs.some(({ path }) => other.files.has(path)) || includes.some(({ path }) => known.has(path));
  return own.kustomizations.filter((part) => !known.has(part.folder) && isShared(part) && reaches(part));
}

/** The place in a file that differs because of which a closure takes a part in. */
function placed({ folder }: Part, { kustomizations }: Closure, views: Views, by: string): Inclusion[] {
  const seen = new Set<string>();
  for (let inside: string | undefined = folder; inside !== undefined && !seen.has(inside); ) {
    seen.add(inside);
    const found = includerOf(inside, kustomizations);
    if (found === undefined || views.after.file(found.file) === undefined) return [];
    if (!isSame(found.file, views)) return [{ position: positionIn(found, views), by }];
    inside = found.folder;
  }
  return [];
}

interface Includer {
  readonly folder: string;
  readonly file: string;
  readonly at: Path;
}

function includerOf(folder: string, kustomizations: readonly Part[]): Includer | undefined {
  for (const part of kustomizations) {
    const entry = part.includes.find(({ path }) => path === folder);
    if (entry !== undefined) return { folder: part.folder, file: part.file, at: entry.at };
  }
  return undefined;
}

function positionIn({ file, at }: Includer, { after }: Views): Position {
  const document = after.documents(file)[0];
  const isThere = mapping(document?.value)[String(at[0])] !== undefined;
  return { file, ...(document?.at(isThere ? at : []) ?? { line: 1, column: 1 }) };
}

function isSame(path: string, { before, after }: Views): boolean {
  return before.tree.get(path)?.id === after.tree.get(path)?.id;
}
