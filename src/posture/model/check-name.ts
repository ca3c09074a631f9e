import { isMapping, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { asList } from './yaml-object.ts';

/** Text, or `anything`: what an expression or a matrix makes. */
type Piece = string | null;

/** What the name of a check may be, piece by piece. */
export type CheckName = readonly Piece[];

const anything = null;

/** More combinations of a matrix are not written out: any of them may be meant. */
const mostCombinations = 64;
/** Characters of the longest name that is compared; GitHub shows no longer one. */
const longestName = 1024;

/**
 * The names under which a job's checks may be shown, and required (GitHub: the job's `name`, or its id; a matrix adds its values in
 * brackets; a called workflow's jobs follow behind a slash).
 */
export function checkNames(jobs: Mapping, id: string): readonly CheckName[] {
  const job = mapping(jobs[id]);
  const matrix = mapping(job.strategy).matrix;
  const own: readonly CheckName[] =
    job.name === undefined || job.name === null ? [[id]] : namesOf(scalarText(job.name), matrix);
  const withMatrix: readonly CheckName[] =
    matrix === undefined ? own : [...own, ...own.map((name) => [...name, ' (', anything, ')'])];
  return job.uses === undefined ? withMatrix : withMatrix.map((name) => [...name, ' / ', anything]);
}

/** Whether two checks may have one name. */
export function mayBeSame(a: readonly CheckName[], b: readonly CheckName[]): boolean {
  return a.some((one) => b.some((other) => overlap(charactersOf(one), charactersOf(other))));
}

/** A name with its expressions: values of a plain matrix are written out, everything else may be anything. */
function namesOf(name: string, matrix: unknown): readonly CheckName[] {
  const parts = name.split(/(\$\{\{.*?\}\})/s).map((part): readonly Piece[] => {
    if (!part.startsWith('${{')) return [part];
    const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(part)?.[1];
    return (key === undefined ? undefined : matrixValues(matrix, key)) ?? [anything];
  });
  const combinations = parts.reduce((product, { length }) => product * length, 1);
  const bounded = combinations > mostCombinations ? parts.map((part) => (part.length > 1 ? [anything] : part)) : parts;
  return bounded.reduce<CheckName[]>(
    (names, part) => names.flatMap((begun) => part.map((value) => [...begun, value])),
    [[]],
  );
}

/** The values of one key of a matrix; undefined where they are not all plain. */
function matrixValues(matrix: unknown, key: string): readonly string[] | undefined {
  if (!isMapping(matrix)) return undefined;
  const included = asList(matrix.include);
  if (!included.every(isMapping)) return undefined;
  const values = [...asList(matrix[key]), ...included.flatMap((entry) => asList(entry[key]))];
  const texts = values.map((value) => (typeof value === 'object' ? undefined : scalarText(value)));
  // A key that is not found may be under another name: `n` is a boolean to this reader, and text to GitHub's.
  if (texts.length === 0) return undefined;
  return texts.every((text) => text !== undefined && !text.includes('${{')) ? (texts as string[]) : undefined;
}

function charactersOf(name: CheckName): readonly Piece[] {
  const characters = name.flatMap((part): Piece[] =>
    part === anything ? [anything] : [...part.slice(0, longestName + 1)],
  );
  return characters.length > longestName ? [anything] : characters;
}

/** Whether two patterns have a text in common: which ends of both are reachable, from the front. */
function overlap(a: readonly Piece[], b: readonly Piece[]): boolean {
  let reachable: boolean[] = new Array(b.length + 1).fill(false);
  for (let i = 0; i <= a.length; i++) {
    const next: boolean[] = new Array(b.length + 1).fill(false);
    for (let j = 0; j <= b.length; j++) {
      const [left, right] = [a[i - 1], b[j - 1]];
      next[j] =
        (i === 0 && j === 0) ||
        (i > 0 && reachable[j] === true && (left === anything || b[j - 1] === anything)) ||
        (j > 0 && next[j - 1] === true && (right === anything || left === anything)) ||
        (i > 0 && j > 0 && reachable[j - 1] === true && left === right);
    }
    reachable = next;
  }
  return reachable[b.length] === true;
}
