import { readFileSync } from 'node:fs';
import { withSwitches } from './switches.mjs';

const { root, mutants } = JSON.parse(process.env.MUTATION_TRIAL);
const byFile = JSON.parse(readFileSync(mutants, 'utf8'));

/** What test files get as `@jest/globals`. */
export const globals = new URL('./try-mutants.mjs', import.meta.url).href;

/** It would give a mutant the answers of the program without it. */
const memory = `${root}/src/secrets/value/remembered.ts`;

/** A source with the mutants of a trial in it; undefined for a file that has none. */
export function switched(path, source) {
  const own = path.startsWith(`${root}/src/`) ? byFile[path.slice(root.length + 1)] : undefined;
  if (own === undefined) return path === memory ? 'export const remembered = (answerTo) => answerTo;' : undefined;
  return withSwitches(source, own);
}
