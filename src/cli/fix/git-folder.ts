import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether a file is, or would be, inside a git folder, through links as well: named `.git`, or with what every one of them has. */
export function isInGitFolder(file: string): boolean {
  const path = resolve(file);
  if (isGit(basename(path))) return true;
  const asked = dirname(path);
  return [asked, real(asked)].some((folder) => ancestors(folder).some((each) => isGit(basename(each)) || isBare(each)));
}

const isGit = (name: string): boolean => name.toLowerCase() === '.git';

const isBare = (folder: string): boolean => ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));

/** A folder without links; as it is named where there is none, since nothing can be written to it then. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function ancestors(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}
