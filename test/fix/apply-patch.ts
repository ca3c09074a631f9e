import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Folder, readFolder } from '../rules/memory-repository.ts';

/** What `git apply` makes of a folder by a patch: paths with their contents. Throws what git says where it refuses. */
export function applyPatch({ tree, contents }: Folder, patch: string): ReadonlyMap<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'gitops-gate-fix-'));
  try {
    for (const [path, { id, mode }] of tree) {
      if (mode === '120000') continue;
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents.get(id) ?? '');
    }
    const environment = {
      ...process.env,
      GIT_CEILING_DIRECTORIES: tmpdir(),
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: directory,
    };
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: directory, input: patch, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    if (patch !== '') git('apply', '-');
    const after = readFolder(directory);
    return textsOf(after);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A folder's regular files. */
export function textsOf({ tree, contents }: Folder): ReadonlyMap<string, string> {
  const files = [...tree].filter(([, { mode }]) => mode !== '120000');
  return new Map(files.map(([path, { id }]) => [path, contents.get(id)?.toString('latin1') ?? '']));
}
