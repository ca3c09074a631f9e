import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceDigest } from '../.ci/source-digest.mjs';

const root = join(import.meta.dirname, '..');
const digestFile = join(root, 'dist/src.sha256');

/** The path of a file of dist/. Throws where dist/ was not built from the present sources: such a test would judge another program. */
export function built(path: string): string {
  const builtFrom = existsSync(digestFile) ? readFileSync(digestFile, 'utf8').trim() : undefined;
  if (builtFrom !== sourceDigest(root)) {
    throw new Error('dist/ was not built from the src/ that is here: run `npm run build`, then the tests again.');
  }
  return join(root, 'dist', path);
}
