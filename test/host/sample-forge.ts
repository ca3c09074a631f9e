import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDemo } from '../../src/demo/demo.ts';
import { demand, type GitServer, serveGit } from '../git/git-server.ts';
import { Shared, TemporaryRepository, temporaryDirectory } from '../git/temporary-repository.ts';

/** A token that is easy to find wherever it should not be. */
export const token = 'ghs_0123456789TheTokenOfTheTest';

/**
 * A forge with one repository, shop/clusters: `main` is in order, `change` is three commits that should not be merged (the first of them
 * harmless), `refs/pull/2/merge` is what actions/checkout takes by default.
 */
export interface Forge extends GitServer {
  readonly repository: TemporaryRepository;
  readonly main: string;
  readonly change: string;
  /** The first commit of the change: signed, and without any finding. */
  readonly harmless: string;
  /** The test merge of main and change. */
  readonly merge: string;
}

export async function sampleForge(): Promise<Forge> {
  const root = temporaryDirectory();
  const directory = join(root, 'shop', 'clusters');
  const demo = buildDemo();
  mkdirSync(join(root, 'shop'), { recursive: true });
  cpSync(demo.directory, directory, { recursive: true });
  demo.remove();
  const repository = TemporaryRepository.create({ bare: true, directory });
  for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant']) repository.git('config', key, 'true');
  const id = (rev: string) => repository.git('rev-parse', rev);
  const [main, change, harmless] = [id('main'), id('change'), id('change~2')];
  const tree = repository.git('merge-tree', '--write-tree', main, change);
  const merge = repository.git('commit-tree', tree, '-p', main, '-p', change, '-m', `Merge ${change} into ${main}`);
  repository.git('update-ref', 'refs/pull/2/head', change);
  repository.git('update-ref', 'refs/pull/2/merge', merge);
  const server = await serveGit(join(root, 'shop'), demand('x-access-token', token));
  return { ...server, url: new URL(server.url).origin, repository, main, change, harmless, merge };
}

const workspaces = new Shared<TemporaryRepository>();

/** A workspace as actions/checkout leaves it: one commit, no history, no credentials. */
export function checkout(forge: Forge, commit: string): TemporaryRepository {
  return workspaces.get(`${forge.url} ${commit}`, () => makeCheckout(forge, commit)).copy();
}

function makeCheckout(forge: Forge, commit: string): TemporaryRepository {
  const workspace = TemporaryRepository.create();
  const url = `${forge.url}/shop/clusters`;
  workspace.git('remote', 'add', 'origin', url);
  workspace.git('fetch', '--quiet', '--no-tags', '--depth=1', forge.repository.url, commit);
  workspace.git('checkout', '--quiet', '--detach', commit);
  return workspace;
}

/** A folder for PATH whose `git` writes down its arguments and then is the real one. */
export function recordingGit(): { readonly path: string; arguments(): string } {
  const folder = temporaryDirectory();
  const file = join(folder, 'arguments');
  const real = (process.env.PATH ?? '').split(':').map((at) => join(at, 'git'));
  writeFileSync(file, '');
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\nprintf '%s\\n' "$*" >> '${file}'\nfor git in ${real.map((at) => `'${at}'`).join(' ')}; do\n  if [ -x "$git" ]; then exec "$git" "$@"; fi\ndone\n`,
  );
  chmodSync(join(folder, 'git'), 0o755);
  return { path: `${folder}:${process.env.PATH}`, arguments: () => readFileSync(file, 'utf8') };
}

/** The files below `folder` that contain `text`. */
export function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
