import type { Problem } from '../input-error.ts';

/** The oldest major version that this program runs on; package.json says the same. */
const oldest = 20;

/** What is wrong with a version of Node.js, such as `18.20.8`; undefined where it will do. */
export function nodeProblem(version: string): Problem | undefined {
  if (Number.parseInt(version, 10) >= oldest) return undefined;
  return { what: `Node.js ${version} is too old.`, fix: 'Run it with Node.js 20.20 or newer.' };
}
