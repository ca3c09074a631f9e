import { defaultPolicy } from './defaults.ts';
import type { Policy, TrustedFiles } from './policy.ts';
import { type PolicyProblem, readPolicy } from './read-policy.ts';
import { type FolderEntry, folderContents } from './trusted-folder.ts';

/** The folder `.gitops-gate/` of one side. */
export interface TrustedFolder {
  readonly policy: Policy;
  readonly files: TrustedFiles;
  /** Everything that keeps the folder from being read; the policy is then the built-in defaults. */
  readonly problems: readonly PolicyProblem[];
}

/** Reads the folder of one side; never throws. */
export function readTrustedFolder(
  entries: Iterable<FolderEntry>,
  folder: string,
  ruleIds?: readonly string[],
): TrustedFolder {
  const { policy, files, problems } = folderContents(entries, folder);
  const reading = readPolicy(policy?.bytes, `${folder}/policy.yaml`, ruleIds);
  const isWhole = problems.length + reading.problems.length === 0;
  return {
    // A folder that is broken may have stated a threshold: no input replaces the default one then.
    policy: isWhole ? reading.policy : { ...defaultPolicy, folder, isBroken: true, failOnStated: true },
    files,
    problems: [...problems, ...reading.problems],
  };
}
