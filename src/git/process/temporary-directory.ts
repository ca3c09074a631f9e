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

/** Signals that end a process without its `exit` event. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes an empty directory whose name begins with `prefix`; it is removed with the process at the latest. Throws InputError
 * where none can be made.
 */
export function makeTemporaryDirectory(prefix: string, parent: string = tmpdir()): TemporaryDirectory {
  const directory = inTemporary(parent, () => mkdtempSync(join(realpathSync(parent), prefix)));
  const removeFiles = () => rmSync(directory, { recursive: true, force: true });
  const onSignal = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.removeListener('exit', removeFiles);
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  const remove = () => {
    forget();
    removeFiles();
  };
  const discard = () => {
    // What is left then is removed with the process.
    rm(directory, { recursive: true, force: true }).then(forget, () => undefined);
  };
  process.once('exit', removeFiles);
  for (const signal of signals) process.once(signal, onSignal);
  return { directory, remove, discard };
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
