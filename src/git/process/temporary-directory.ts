import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../input-error.ts';
import { systemErrorCode } from '../../system-error.ts';

/** A directory of our own, readable by us alone. */
export interface TemporaryDirectory {
  readonly directory: string;
  remove(): void;
  /** Begins to remove it, and does not wait. */
  discard(): void;
}

/** Waits for the end of its standard input, then removes what its argument names; once more where something still wrote into it. */
const removal = 'read -r line; rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }';

/**
 * Makes an empty directory whose name begins with `prefix`; it is removed with the process, however that ends. Throws
 * InputError where none can be made.
 */
export function makeTemporaryDirectory(prefix: string, parent: string = tmpdir()): TemporaryDirectory {
  const directory = inTemporary(parent, () => mkdtempSync(join(realpathSync(parent), prefix)));
  const removeFiles = () => rmSync(directory, { recursive: true, force: true });
  const callOff = removeAfterDeath(directory);
  const forget = () => {
    process.removeListener('exit', removeFiles);
    callOff();
  };
  const remove = () => {
    removeFiles();
    forget();
  };
  const discard = () => {
    // What is left then is removed with the process.
    rm(directory, { recursive: true, force: true }).then(forget, () => undefined);
  };
  process.once('exit', removeFiles);
  return { directory, remove, discard };
}

/**
 * Has a shell remove `directory` once this process is gone: the kernel then closes the shell's standard input. A handler of
 * signals would not do: it runs between two tasks only, so that SIGTERM would not end a process that computes. Where there
 * is not a shell, a process that is killed leaves its files. Gives what calls the shell off.
 */
function removeAfterDeath(directory: string): () => void {
  const shell = spawn('/bin/sh', ['-c', removal, 'sh', directory], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    // A session of its own: what a terminal sends to all of ours does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  // Nothing waits for it.
  shell.unref();
  return () => shell.kill('SIGKILL');
}

/** Runs what writes below `parent`; where the system refuses that, throws InputError. */
export function inTemporary<T>(parent: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new InputError([
      {
        what: `The temporary directory ${parent} cannot be written to (${code}).`,
        fix: 'Set TMPDIR to a directory that exists, is writable and has room.',
      },
    ]);
  }
}
