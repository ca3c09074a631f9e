import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderEntry, trustedFileLimit } from '../policy/trusted-folder.ts';

/** The files below a local folder, as those of a commit's tree would be; undefined where it is not a folder that can be read. */
export function localFolder(folder: string): readonly FolderEntry[] | undefined {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = file.replaceAll('\\', '/');
        const mode = entry.isSymbolicLink() ? '120000' : '100644';
        const small = !entry.isSymbolicLink() && lstatSync(file).size <= trustedFileLimit;
        return { path, mode, bytes: small ? readFileSync(file) : undefined };
      });
  } catch {
    return undefined;
  }
}
