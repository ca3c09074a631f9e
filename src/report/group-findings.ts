import type { Finding } from '../gate.ts';
import { groupBy } from '../groups.ts';
import type { VerifiedCommit } from '../signature/model/signature.ts';

/** Findings that say the same of several commits or files; `first` represents all of them. */
export interface FindingGroup<F extends Finding = Finding> {
  readonly first: F;
  readonly all: readonly F[];
}

/**
 * Gathers findings that differ only in the commit they are about, so that two hundred unsigned commits are one entry, and findings
 * that say the same of several places. The order of the first of each is kept.
 */
export function groupFindings<F extends Finding>(
  findings: readonly F[],
  commits: readonly VerifiedCommit[],
): readonly FindingGroup<F>[] {
  const subjects = new Map(commits.map(({ sha, subject }) => [sha, subject]));
  const groups = groupBy(findings, (finding) => sameness(finding, subjects));
  return [...groups.values()].flatMap((all) => (all[0] ? [{ first: all[0], all }] : []));
}

/** What a finding says, a commit's id and subject (`1a2b3c4d5e6f (subject)`) left out. */
function sameness(finding: Finding, subjects: ReadonlyMap<string, string>): string {
  const { rule, severity, blocking, message, remedy, details = [], excerpt, commit = '' } = finding;
  const subject = subjects.get(commit);
  const names = [commit, commit.slice(0, 12), commit.slice(0, 7), subject === undefined ? '' : `\0 (${subject})`];
  const general = (text: string) =>
    names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(name, '\0')), text);
  return JSON.stringify([rule, severity, blocking, [message, remedy, ...details].map(general), excerpt]);
}
