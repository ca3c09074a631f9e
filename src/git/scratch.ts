import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitEnvironment } from './environment.ts';
import type { ObjectFormat } from './object-id.ts';

/** A bare git directory of our own that borrows the real repository's objects; all that git writes lands here. */
export interface Scratch {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * Makes an empty scratch directory (readable by us alone) that is removed with the process at the latest. Its `home` holds
 * the only configuration git reads about `repository`: that its owner may differ from us, as in a container job.
 */
export function makeScratch(repository: string): Scratch {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'gitops-gate-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  process.once('exit', remove);
  mkdirSync(join(directory, 'home'));
  writeFileSync(join(directory, 'home', '.gitconfig'), safeDirectories(repository));
  return {
    directory,
    environment: gitEnvironment(directory),
    remove: () => {
      process.removeListener('exit', remove);
      remove();
    },
  };
}

/** Makes the scratch directory a git directory that reads its objects from `objects`, with the same cuts in history. */
export function borrowObjects(scratch: Scratch, format: ObjectFormat, objects: string, shallow: string): void {
  const at = (...names: string[]) => join(scratch.directory, ...names);
  mkdirSync(at('objects', 'info'), { recursive: true });
  mkdirSync(at('objects', 'pack'));
  mkdirSync(at('refs'));
  writeFileSync(at('HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(at('config'), config(format));
  writeFileSync(at('objects', 'info', 'alternates'), `${quoted(objects)}\n`);
  if (existsSync(shallow)) copyFileSync(shallow, at('shallow'));
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
