import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, sorted, without those of git. */
export function filesOf(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.git/') && lstatSync(join(root, path)).isFile())
    .sort();
}
