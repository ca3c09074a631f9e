import type { Tree } from '../git/object.ts';
import { ignoreEntry } from '../policy/ignore-entry.ts';
import { type Finding, filesOf } from './finding.ts';

/**
 * The policy entry that accepts one finding (contracts §4), as YAML text; a secret's is pinned to the files it stands in
 * after the change. Throws InputError when reason or until would not do.
 */
export function ignoreFinding(finding: Finding, after: Tree, reason: string, until: string, now: number): string {
  const { rule, fingerprint, category, commit } = finding;
  const isPinned = category === 'secret' && commit === undefined;
  const blobs = isPinned ? filesOf(finding).flatMap((file) => after.get(file)?.id ?? []) : [];
  return ignoreEntry({ rule, fingerprint, blobs, reason, until }, now);
}
