import type { Finding } from '../gate.ts';
import { policyFolder } from '../policy/trusted-folder.ts';
import { rulesOfSettings } from './compliance/topics-of-rules.ts';
import type { Report } from './report.ts';
import { shortId, shownFingerprint } from './wording.ts';

/** How the finding of a report is found again by `ignore`: its flags, with a blank before each. None for a branch that is checked out. */
export function acceptFlags({ range, command, run }: Pick<Report, 'range' | 'command' | 'run'>): string {
  return `${rangeFlags(range, command)}${policyFlag(run.policy.folder)}`;
}

/** Which findings there are follows from the policy. */
function policyFlag(folder: string | undefined): string {
  if (folder === undefined || folder === policyFolder(undefined)) return '';
  // Who starts the run names the folder: it is one word to any shell.
  return ` --policy-path ${/^\w[\w./-]*$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`}`;
}

const usualBranches: readonly string[] = ['main', 'master'];

function rangeFlags({ kind, target, branch, before, head }: Report['range'], command: Report['command']): string {
  if (command === 'audit') return ' --audit';
  if (command === 'posture') return ' --report report.json';
  if (kind === 'staged') return ' --staged';
  // Without a base the default branch is meant: whether another one is of that name is not known.
  if (kind === 'request' && target !== undefined && (branch === undefined || !usualBranches.includes(branch)))
    return ` --base ${shortId(target)}`;
  // What was pushed is part of the branch by now.
  return kind === 'push' && before !== undefined && head !== undefined
    ? ` --base ${shortId(before)} --head ${shortId(head)}`
    : '';
}

/** The command that prints the policy entry by which a finding is accepted, to be copied: reason and day are the reader's. */
export function acceptCommand({ fingerprint, rule }: Pick<Finding, 'fingerprint' | 'rule'>, flags: string): string {
  return `gitops-gate ignore ${fingerprint.slice(0, shownFingerprint)}${flagsOf(rule, flags)} --reason "…" --until …`;
}

/** The same for all findings of a rule. */
export function acceptAllCommand({ rule }: Pick<Finding, 'rule'>, flags: string): string {
  return `gitops-gate ignore --all --rule ${rule}${flagsOf(rule, flags)} --reason "…" --until …`;
}

/** Ages of secrets are looked for when they are asked for; what only a look at the forge finds is found again in its report (`--format json`). */
function flagsOf(rule: string, flags: string): string {
  if (rule === 'secret-stale') return flags.replace(' --audit', ' --audit --ages');
  return rulesOfSettings.has(rule) ? ' --report report.json' : flags;
}
