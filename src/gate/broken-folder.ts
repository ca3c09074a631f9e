import type { PolicyProblem } from '../policy/read-policy.ts';
import { isInFolder } from '../policy/trusted-folder.ts';
import type { Unjudged } from '../unjudged.ts';

/**
 * What a base folder that cannot be read means for the run (how-it-judges.md, "Policy and keys"): nothing can be judged by it, except that a
 * change that repairs it, and touches nothing else, is judged under the built-in defaults. `base` and `head` are the problems of either
 * side (`folderProblems`), `touched` the paths that differ.
 */
export function brokenFolder(
  folder: string,
  base: readonly PolicyProblem[],
  head: readonly PolicyProblem[],
  touched: readonly string[],
): { readonly unjudged: readonly Unjudged[]; readonly notes: readonly string[] } {
  if (base.length === 0) return { unjudged: [], notes: [] };
  if (head.length === 0 && touched.length > 0 && touched.every((path) => isInFolder(path, folder))) {
    const note = `The base's ${folder}/ is broken; this change fixes it and was judged under the built-in defaults.`;
    return { unjudged: [], notes: [note] };
  }
  const unjudged = base.map(({ file, line, column, what, fix }) => ({
    what: `the base's ${file}:${line}:${column}: ${what}`,
    remedy: `${fix}${/[.?]$/.test(fix) ? '' : '.'} Do it in a change that touches only ${folder}/.`,
  }));
  return { unjudged, notes: [] };
}
