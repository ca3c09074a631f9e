import { closeSync, constants, lstatSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { InputError } from '../../input-error.ts';
import { visible } from '../../report/visible.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { Arguments } from '../arguments.ts';
import { note } from '../output.ts';
import { isInGitFolder } from './git-folder.ts';

const { O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;

/** The patch is written there, and an old one removed. Throws InputError. */
export function demandOutsideGit({ values }: Arguments): void {
  const file = values.get('patch');
  if (file === undefined || !isInGitFolder(file)) return;
  const what = `${file} is in a git folder: what git obeys is there`;
  throw new InputError([{ what, fix: 'write the patch to another folder' }]);
}

/** A link, which the change may have committed, is not followed. */
export function writePatch(file: string, text: string): void {
  try {
    const opened = openSync(file, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o666);
    try {
      writeFileSync(opened, text);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new InputError([
      { what: `the patch cannot be written to ${file} (${code})`, fix: 'name a file that you may write' },
    ]);
  }
}

/** Where there is no patch, one of an earlier run is not to be taken for it. `git apply` refuses a file that is not there, as it does an empty one. */
export function removeOldPatch({ values }: Arguments): void {
  const file = values.get('patch');
  if (file === undefined) return;
  try {
    const old = lstatSync(file, { throwIfNoEntry: false });
    if (old === undefined) {
      note(`there is no patch, so ${visible(file)} is not written`);
      return;
    }
    if (!old.isFile()) {
      const what = `there is no patch, and what is at ${visible(file)} is not a file: it was left alone`;
      throw new InputError([{ what, fix: 'do not apply it' }]);
    }
    unlinkSync(file);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const what = `there is no patch, and the old ${visible(file)} cannot be removed (${code})`;
    throw new InputError([{ what, fix: 'remove it, and do not apply it' }]);
  }
  note(`there is no patch: the old ${visible(file)} is removed`);
}
