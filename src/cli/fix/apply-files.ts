import {
  closeSync,
  constants,
  fchmodSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isTextPath } from '../../git/object/path.ts';
import { InputError, type Problem } from '../../input-error.ts';
import { visible } from '../../report/visible.ts';
import type { FixedFile } from '../../run/find-fixes.ts';
import { systemErrorCode } from '../../system-error.ts';

/**
 * Writes a fix into a work tree: all of it, or none where a file there is not what was judged. Only regular files below `top`, through no
 * link, and nothing of git's own. Throws InputError.
 */
export function applyFiles(top: string, files: readonly FixedFile[]): void {
  const problems = files.flatMap((file) => problemOf(top, file) ?? []);
  if (problems.length > 0) throw new InputError(problems);
  for (const { path, after } of files) {
    const file = join(top, path);
    try {
      if (after === undefined) unlinkSync(file);
      else write(file, after);
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === undefined) throw error;
      const fix = 'make it writable; "git diff" shows what was written before it';
      throw new InputError([{ what: `${visible(path)} cannot be written (${code})`, fix }]);
    }
  }
}

function write(file: string, { bytes, mode }: NonNullable<FixedFile['after']>): void {
  mkdirSync(dirname(file), { recursive: true });
  // O_NOFOLLOW: what was a file a moment ago may be a link by now.
  const handle = openSync(
    file,
    constants.O_WRONLY | constants.O_CREAT | constants.O_NOFOLLOW,
    mode === '100755' ? 0o777 : 0o666,
  );
  try {
    ftruncateSync(handle, 0);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    if (mode === '100755') fchmodSync(handle, 0o755);
  } finally {
    closeSync(handle);
  }
}

function problemOf(top: string, { path, before, after }: FixedFile): Problem | undefined {
  const shown = visible(path);
  const parts = path.split('/');
  const isOutside = parts.some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part));
  if (isOutside || path.includes('\\') || !isTextPath(path)) {
    return { what: `${shown} is not a path that fix writes to`, fix: 'write a patch instead: --patch FILE' };
  }
  if (after !== undefined && after.mode !== '100644' && after.mode !== '100755') {
    return { what: `${shown} would not be a regular file`, fix: 'write a patch instead: --patch FILE' };
  }
  const link = parts.slice(0, -1).findIndex((_, index) => kindOf(join(top, ...parts.slice(0, index + 1))) === 'other');
  if (link !== -1) {
    const what = `${visible(parts.slice(0, link + 1).join('/'))} is not a folder (a link is not followed)`;
    return { what, fix: 'check the head out as it is: git checkout HEAD -- .' };
  }
  const kind = kindOf(join(top, path));
  const isAsJudged =
    before === undefined ? kind === 'nothing' : kind === 'file' && readFileSync(join(top, path)).equals(before.bytes);
  if (isAsJudged) return undefined;
  return {
    what: `${shown} in the work tree is not as it was judged`,
    fix: 'commit or put aside what is changed there, and check out the head; with core.autocrlf use --patch FILE',
  };
}

function kindOf(path: string): 'nothing' | 'file' | 'folder' | 'other' {
  try {
    const stat = lstatSync(path);
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
    return 'other';
  }
}
