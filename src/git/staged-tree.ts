import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../input-error.ts';
import type { ObjectId } from './object/object.ts';
import { emptyTree } from './object/object-id.ts';
import type { Discovered } from './process/discover.ts';
import type { GitDirectory } from './process/git-directory.ts';

/**
 * The tree a commit of the index would have now (what is only intended to be added is left out, as `git commit` does).
 * Written in the scratch directory, from a copy of the index. Throws InputError while a merge is not resolved.
 */
export async function stagedTree(repository: Discovered, git: GitDirectory): Promise<ObjectId> {
  if (!existsSync(repository.index)) {
    if (repository.directory !== repository.gitDirectory) return emptyTree(git.format);
    const what = 'A bare repository has no index, so nothing is staged in it.';
    throw new InputError([{ what, fix: 'Run in a clone, or name commits: --base REV --head REV' }]);
  }
  const index = join(git.path, 'index');
  copyFileSync(repository.index, index);
  for (const directory of new Set([repository.gitDirectory, dirname(repository.index)]))
    copySharedIndexes(directory, git.path);
  const output = await git.run(['write-tree', '--missing-ok'], { GIT_INDEX_FILE: index });
  if (output.code === 0) return output.stdout.toString('latin1').trim();
  const unmerged = /unmerged/.test(output.stderr);
  throw new InputError([
    {
      what: unmerged ? 'The index holds unresolved conflicts.' : `The index cannot be read: ${output.stderr.trim()}`,
      fix: unmerged
        ? 'Resolve and "git add" them, then check again.'
        : 'Look at it with "git status" and fix what it names.',
    },
  ]);
}

/** A split index keeps most of its entries in a second file alongside it. */
function copySharedIndexes(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (name.startsWith('sharedindex.')) copyFileSync(join(from, name), join(to, name));
  }
}
