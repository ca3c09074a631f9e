import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `.ci/run` sets this where it has installed all that tests use; a developer needs git and Node.js only. */
const isDemanded = process.env.GITOPS_GATE_TOOLS === 'required';

/**
 * Whether tests that need these programs run. Without them they are skipped, each by its name; where all programs are demanded
 * a missing one is an error.
 */
export function areInstalled(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length > 0 && isDemanded) throw new Error(`These tests need ${missing.join(', ')}: install it.`);
  return missing.length === 0;
}

function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program];
  return folders.some((folder) => names.some((name) => isExecutable(join(folder, name))));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
