import { isInFolder, type TrustedFolder } from '../policy/trusted-folder.ts';
import type { Unjudged } from './verdict.ts';

/**
 * What a base folder that cannot be read means for the run (contracts §5): nothing can be judged by it, except that a
 * change that mends it, and touches nothing else, is judged under the built-in defaults. `touched` are the paths that differ.
 */
export function brokenPolicy(
  base: TrustedFolder,
  head: TrustedFolder,
  touched: readonly string[],
): { readonly unjudged: readonly Unjudged[]; readonly notes: readonly string[] } {
  if (base.problems.length === 0) return { unjudged: [], notes: [] };
  const { folder } = base.policy;
  const mends = head.problems.length === 0 && touched.length > 0 && touched.every((path) => isInFolder(path, folder));
  if (mends) {
    return {
      unjudged: [],
      notes: [`The base's ${folder}/ is broken; this change mends it and was judged under the built-in defaults.`],
    };
  }
  const unjudged = base.problems.map(({ file, line, column, what, fix }) => ({
    what: `the base's ${file}:${line}:${column}: ${what}`,
    remedy: `${fix}; mend it in a change that touches only ${folder}/`,
  }));
  return { unjudged, notes: [] };
}
