import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 over the paths and contents of everything in the `src` folder of `root`: what dist/ was built from. */
export function sourceDigest(root) {
  const hash = createHash('sha256');
  const source = join(root, 'src');
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    hash.update(`${content}  ${file.slice(source.length + 1).replaceAll('\\', '/')}\n`);
  }
  return hash.digest('hex');
}
