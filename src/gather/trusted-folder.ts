import type { Unjudged } from '../gate.ts';
import type { Range } from '../git/range.ts';
import type { Repository } from '../git/repository.ts';
import { InputError } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import type { Policy, TrustedFiles } from '../policy/policy.ts';
import {
  type FolderEntry,
  folderThatHolds,
  isInFolder,
  policyFolder,
  readTrustedFolder,
  trustedFileLimit,
  trustedKind,
} from '../policy/trusted-folder.ts';
import { rules } from '../rules/index.ts';

/** The policy and the keys that hold for a run. */
export interface Trusted {
  readonly policy: Policy;
  readonly files: TrustedFiles;
  readonly unjudged: readonly Unjudged[];
  readonly notes: readonly string[];
}

/**
 * Reads the folder of the base side. A broken one cannot be judged by, except that a change which touches nothing but the
 * folder is judged under the built-in defaults: it may be the repair (contracts §5).
 */
export async function readTrusted(repository: Repository, range: Range, inputs: Inputs): Promise<Trusted> {
  const asked = policyFolder(inputs.policyPath);
  const { entries, notes, folder } = await baseFolder(repository, range.trust, asked);
  const ruleIds = rules.map((rule) => rule.id);
  const { policy, files, problems } = readTrustedFolder(entries, folder, ruleIds);
  const broken = problems.map(({ file, line, what, fix }) => ({ what: `${file}:${line}: ${what}`, remedy: fix }));
  const repair = broken.length > 0 && (await touchesOnly(repository, range, folder));
  const kept = repair
    ? [`The base’s ${folder} is broken; this change touches nothing else and is judged under the built-in defaults.`]
    : [];
  const { kubernetesVersion = policy.kubernetesVersion } = inputs;
  return {
    policy: { ...policy, kubernetesVersion },
    files,
    unjudged: repair ? [] : broken,
    notes: [...notes, ...kept],
  };
}

async function baseFolder(repository: Repository, trust: string | undefined, asked: string) {
  if (trust === undefined) return { entries: [], notes: [], folder: asked };
  const usual = policyFolder(undefined);
  const tree = await repository.tree(trust, [...new Set([asked, usual])]);
  const { folder, notes } = folderThatHolds(asked, tree.keys());
  const wanted = [...tree].filter(([path]) => isInFolder(path, folder));
  const ids = wanted.flatMap(([path, { id }]) => (trustedKind(path, folder) === undefined ? [] : [id]));
  const contents = new Map<string, Buffer>();
  for await (const { id, bytes } of repository.blobs(ids, trustedFileLimit)) {
    if (bytes !== undefined) contents.set(id, bytes);
  }
  const entries = wanted.map(([path, { mode, id }]): FolderEntry => ({ path, mode, bytes: contents.get(id) }));
  return { entries, notes, folder };
}

async function touchesOnly(repository: Repository, { before, after }: Range, folder: string): Promise<boolean> {
  if (after === undefined) return false;
  const changes = await repository.changes(before, after);
  return changes.length > 0 && changes.every(({ path }) => isInFolder(path, folder));
}

/** `verify --trust DIR` reads a local folder; every problem of it is the caller's own. */
export function readLocalFolder(entries: readonly FolderEntry[], folder: string): TrustedFiles {
  const { files, problems } = readTrustedFolder(entries, folder);
  if (problems.length === 0) return files;
  throw new InputError(problems.map(({ file, line, what, fix }) => ({ what: `${file}:${line}: ${what}`, fix })));
}
