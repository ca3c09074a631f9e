import type { Finding } from '../../gate.ts';
import type { Position } from '../../kube/resource.ts';
import { clip, visible } from '../visible.ts';

/** A finding on a line of a file. */
export type Located<F extends Finding> = F & { readonly position: Position };

/** Findings that formats for code scanning can show, which demand a file and a line, and those about a commit or a tag, which have none. */
export function byPlace<F extends Finding>(
  findings: readonly F[],
): { readonly located: readonly Located<F>[]; readonly others: readonly F[] } {
  const isLocated = (finding: F): finding is Located<F> => finding.position !== undefined;
  return { located: findings.filter(isLocated), others: findings.filter((finding) => !isLocated(finding)) };
}

/** What is said of a finding that has no file where there is room for a line only. */
export function unlocatedLine({ severity, rule, message }: Finding): string {
  return clip(visible(`${severity} ${rule}: ${message} It has no file, and is in the job's summary and log.`), 1000);
}
