import { createHash } from 'node:crypto';
import { brokenFolder } from '../../gate/broken-folder.ts';
import { unsupportedTrust } from '../../gate/unrendered-root.ts';
import type { Tree } from '../../git/object/object.ts';
import type { Range } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import type { Inputs } from '../../inputs.ts';
import type { Policy, TrustedFiles } from '../../policy/policy.ts';
import type { PolicyProblem } from '../../policy/read-policy.ts';
import { readTrustedFolder } from '../../policy/read-trusted-folder.ts';
import {
  type FolderEntry,
  folderThatHolds,
  isInFolder,
  policyFolder,
  trustedFileLimit,
  trustedKind,
} from '../../policy/trusted-folder.ts';
import { versionNotes } from '../../rbac/state/default-rbac.ts';
import type { PolicyRecord } from '../../report/run-record.ts';
import { folderProblems } from '../../rules/repository/gate-changed/folder-problems.ts';
import type { Unjudged } from '../../unjudged.ts';
import { readAvailable } from '../blobs.ts';

/** The policy and the keys that hold for a run. */
export interface Trusted {
  readonly policy: Policy;
  readonly files: TrustedFiles;
  /** What keeps the base's folder from being read; empty where the change is its repair. */
  readonly unjudged: readonly Unjudged[];
  /** Whether the change repairs a broken folder and touches nothing else. */
  readonly isRepair: boolean;
  readonly notes: readonly string[];
  /** The folder and its content, for the log of decisions. */
  readonly record: PolicyRecord;
}

/**
 * Reads the folder of the base side. A broken one cannot be judged by, except where the change is its repair. Ids of rules
 * are checked where `ruleIds` names them.
 */
export async function readTrusted(
  repository: Repository,
  range: Range,
  inputs: Pick<Inputs, 'policyPath' | 'kubernetesVersion'>,
  ruleIds?: readonly string[],
): Promise<Trusted> {
  const { entries, notes, folder, sha256 } = await folderOf(repository, range.trust, policyFolder(inputs.policyPath));
  const { policy, files } = readTrustedFolder(entries, folder, ruleIds);
  const problems = folderProblems(entries, folder, ruleIds);
  const broken = problems.length > 0 ? await judgeBroken(repository, range, folder, problems, ruleIds) : readable;
  const { kubernetesVersion = policy.kubernetesVersion } = inputs;
  const isAbsent = entries.length === 0 && folder !== policyFolder(undefined);
  const absent = isAbsent ? [`The base has no folder ${folder} (policy-path): the built-in defaults hold.`] : [];
  return {
    policy: { ...policy, kubernetesVersion },
    files,
    unjudged: broken.unjudged,
    isRepair: problems.length > 0 && broken.unjudged.length === 0,
    notes: [
      ...notes,
      ...absent,
      ...broken.notes,
      ...versionNotes(kubernetesVersion),
      ...unsupportedTrust(policy, files),
    ],
    record: sha256 === undefined ? {} : { folder, sha256 },
  };
}

const readable = { unjudged: [], notes: [] };

async function judgeBroken(
  repository: Repository,
  { before, after }: Range,
  folder: string,
  problems: readonly PolicyProblem[],
  ruleIds: readonly string[] | undefined,
): Promise<ReturnType<typeof brokenFolder>> {
  if (after === undefined) return brokenFolder(folder, problems, problems, []);
  const touched = (await repository.changes(before, after)).map(({ path }) => path);
  const entries = await readEntries(repository, await repository.tree(after, [folder]), folder);
  return brokenFolder(folder, problems, folderProblems(entries, folder, ruleIds), touched);
}

/** The gate's folder in a commit's tree: the usual one where there is one, else the one `asked` for. */
export async function folderOf(
  repository: Repository,
  trust: string | undefined,
  asked: string,
): Promise<{
  readonly entries: FolderEntry[];
  readonly notes: readonly string[];
  readonly folder: string;
  /** Undefined where there is none. */
  readonly sha256?: string;
}> {
  if (trust === undefined) return { entries: [], notes: [], folder: asked };
  const usual = policyFolder(undefined);
  const tree = await repository.tree(trust, [...new Set([asked, usual])]);
  const { folder, notes } = folderThatHolds(asked, tree.keys());
  const entries = await readEntries(repository, tree, folder);
  return { entries, notes, folder, ...(entries.length === 0 ? {} : { sha256: hashOf(tree, folder) }) };
}

/** SHA-256 of what `git ls-tree -r -z <commit> <folder>/` prints: anybody can say which policy and keys held. */
function hashOf(tree: Tree, folder: string): string {
  const hash = createHash('sha256');
  for (const [path, { mode, id }] of tree) {
    if (isInFolder(path, folder)) hash.update(`${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}\t${path}\0`);
  }
  return hash.digest('hex');
}

async function readEntries(repository: Repository, tree: Tree, folder: string): Promise<FolderEntry[]> {
  const wanted = [...tree].filter(([path]) => isInFolder(path, folder));
  const ids = wanted.flatMap(([path, { id }]) => (trustedKind(path, folder) === undefined ? [] : [id]));
  const contents = await readAvailable(repository, ids, trustedFileLimit);
  return wanted.map(([path, { mode, id }]) => ({ path, mode, bytes: contents.get(id) }));
}
