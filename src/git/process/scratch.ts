import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ObjectFormat } from '../object/object-id.ts';
import { gitEnvironment } from './environment.ts';
import { inTemporary, makeTemporaryDirectory } from './temporary-directory.ts';

/** A bare git directory of our own that borrows the real repository's objects; all that git writes lands here. */
export interface Scratch {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * Makes an empty scratch directory (readable by us alone) that is removed with the process at the latest. Its `home` holds
 * the only configuration git reads about `repository`: that its owner may differ from us, as in a container job. Throws
 * InputError where it cannot be made.
 */
export function makeScratch(repository: string, parent?: string): Scratch {
  const { directory, remove } = makeTemporaryDirectory('gitops-gate-', parent);
  try {
    inTemporary(dirname(directory), () => {
      mkdirSync(join(directory, 'home'));
      writeFileSync(join(directory, 'home', '.gitconfig'), safeDirectories(repository));
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { directory, environment: gitEnvironment(directory), remove };
}

/** Makes the scratch directory a git directory that reads its objects from `objects`, with the same cuts in history. */
export function borrowObjects(scratch: Scratch, format: ObjectFormat, objects: string, shallow: string): void {
  const at = (...names: string[]) => join(scratch.directory, ...names);
  inTemporary(dirname(scratch.directory), () => {
    mkdirSync(at('objects', 'info'), { recursive: true });
    mkdirSync(at('objects', 'pack'));
    mkdirSync(at('refs'));
    writeFileSync(at('HEAD'), 'ref: refs/heads/none\n');
    writeFileSync(at('config'), config(format));
    writeFileSync(at('objects', 'info', 'alternates'), `${quoted(objects)}\n`);
    if (existsSync(shallow)) copyFileSync(shallow, at('shallow'));
  });
}

/** Whether objects were left out of a clone on purpose (a partial clone), there or in what it borrows from. */
export function isPartial(objects: string, depth = 0): boolean {
  const names = existsSync(join(objects, 'pack')) ? readdirSync(join(objects, 'pack')) : [];
  if (names.some((name) => name.endsWith('.promisor'))) return true;
  const file = join(objects, 'info', 'alternates');
  if (depth > 5 || !existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  // A quoted path is not worth reading: it is taken for a partial one, which only costs a look at more objects.
  return lines.some((line) => line.startsWith('"') || (line !== '' && isPartial(resolve(objects, line), depth + 1)));
}

/** The commits whose parents are cut off in the scratch directory. */
export function shallowCommits(scratch: Scratch): ReadonlySet<string> {
  const file = join(scratch.directory, 'shallow');
  return new Set(existsSync(file) ? readFileSync(file, 'latin1').split('\n').filter(Boolean) : []);
}

function config(format: ObjectFormat): string {
  return [
    '[core]',
    'repositoryFormatVersion = 1',
    'bare = true',
    'commitGraph = false',
    ...(format === 'sha1' ? [] : ['[extensions]', `objectFormat = ${format}`]),
    '[gc]',
    'auto = 0',
    '[maintenance]',
    'auto = false',
    '',
  ].join('\n');
}

/**
 * Git trusts a repository of another owner only where it is named in the user's configuration, by its exact path: the
 * given directory or the one above it that turns out to be the repository's top.
 */
function safeDirectories(repository: string): string {
  const lines: string[] = ['[safe]'];
  for (let path = repository; ; path = dirname(path)) {
    lines.push(`directory = ${quoted(path)}`, `directory = ${quoted(join(path, '.git'))}`);
    if (path === dirname(path)) return `${lines.join('\n')}\n`;
  }
}

/** A path in double quotes, as git's configuration and its `alternates` file read it. */
function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}
