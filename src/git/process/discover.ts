import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../input-error.ts';
import { systemErrorCode } from '../../system-error.ts';
import type { ObjectFormat } from '../object/object-id.ts';
import type { Output, Place } from './process.ts';
import { runGit } from './process.ts';
import type { Scratch } from './scratch.ts';

/** Where the parts of the user's repository are. */
export interface Discovered {
  /** The top level of the work tree, or the git directory of a bare repository. */
  readonly directory: string;
  readonly gitDirectory: string;
  readonly objects: string;
  readonly shallow: string;
  readonly index: string;
  readonly format: ObjectFormat;
  /** Where git runs that only names things: revisions, refs, the remote's URL. It reads no object's content. */
  readonly place: Place;
}

/** What a hook learns about its repository (githooks(5)). */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY'];

const questions = [
  '--show-object-format',
  '--absolute-git-dir',
  ...['objects', 'shallow', 'index'].flatMap((name) => ['--git-path', name]),
  '--show-cdup',
];

/** The absolute path of an existing directory. */
export function existingDirectory(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw notARepository(directory, 'It is a file.');
  }
  try {
    return realpathSync(directory);
  } catch {
    throw notARepository(directory, 'There is no such directory.');
  }
}

/** Finds the repository that holds `directory`; `inHook` follows the variables git gives its hooks. Throws InputError. */
export async function discover(directory: string, scratch: Scratch, inHook: boolean): Promise<Discovered> {
  const environment: Record<string, string> = { ...scratch.environment };
  for (const name of inHook ? hookVariables : []) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  const place = { directory, environment };
  const output = await ask(place);
  if (output.code !== 0) throw notARepository(directory, output.stderr.trim());
  const answers = output.stdout.toString('utf8').replace(/\n$/, '').split('\n');
  // Inside a git directory there is no answer to the last question.
  const [format, gitDirectory, objects, shallow, index, up, ...rest] = answers;
  if (index === undefined || rest.length > 0) throw notARepository(directory, 'Its path holds a line break.');
  const path = (name: string | undefined) => resolve(directory, name ?? '');
  return {
    directory: path(up ?? gitDirectory),
    gitDirectory: path(gitDirectory),
    objects: path(objects),
    shallow: path(shallow),
    index: path(index),
    format: format === 'sha256' ? 'sha256' : 'sha1',
    place: { directory, environment: { ...environment, GIT_SHALLOW_FILE: path(shallow) } },
  };
}

async function ask(place: Place): Promise<Output> {
  try {
    return await runGit(place, ['rev-parse', ...questions]);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new InputError([{ what: 'There is no "git" on the PATH.', fix: 'Install git 2.38 or newer.' }]);
  }
}

function notARepository(directory: string, why: string): InputError {
  return new InputError([
    {
      what: `${directory} is not a git repository: ${why.replace(/^fatal: /, '')}`,
      fix: 'Run in a clone, or name one with --repo DIR.',
    },
  ]);
}
