import { resolve } from 'node:path';
import type { Verification } from '../../gather/commits.ts';
import { nothingRead } from '../../gather/coverage.ts';
import type { Trusted } from '../../gather/gate/read-trusted-folder.ts';
import { emptyRange } from '../../git/range/range.ts';
import type { Repository } from '../../git/repository.ts';
import { type FormatName, renderReport } from '../../report/formats.ts';
import { reportOf } from '../../report/report.ts';
import type { Unjudged } from '../../unjudged.ts';
import { localCaller } from '../local-caller.ts';

/** A verification as a report: what was verified by which keys, and what came of it. */
export interface VerifyRun {
  readonly repository: Repository;
  /** The repository's folder, where it has no address. */
  readonly folder: string;
  readonly revisions: { readonly commits: readonly string[]; readonly tags: readonly string[] };
  readonly trusted: Pick<Trusted, 'policy' | 'record'> & { readonly commit: string | undefined };
  readonly verification: Verification;
  readonly unjudged: readonly Unjudged[];
  readonly exitCode: number;
  /** Milliseconds since the epoch. */
  readonly start: number;
}

/** The run in one of the formats. A refused signature is not a finding of a rule here: the event about the run names it. */
export async function renderVerify(format: FormatName, run: VerifyRun): Promise<string> {
  const { repository, folder, revisions, trusted, verification, unjudged, exitCode, start } = run;
  const { failOn, failOnStated, source } = trusted.policy;
  const now = Date.now();
  const report = reportOf({
    command: 'verify',
    range: {
      ...emptyRange(revisions.commits.length > 0 ? 'audit' : 'tag'),
      head: revisions.commits.at(-1),
      tag: revisions.tags.at(-1),
      commits: revisions.commits,
      trust: trusted.commit,
    },
    verdict: {
      outcome: exitCode === 0 ? 'passed' : exitCode === 1 ? 'blocked' : 'could-not-judge',
      failOn,
      failOnFrom: failOnStated && source !== undefined ? source : 'default',
      wouldBlock: false,
      findings: [],
      suppressed: [],
      unjudged,
      notes: [],
    },
    commits: verification.commits,
    coverage: nothingRead,
    run: {
      ...localCaller(),
      repository: (await repository.origin()) ?? resolve(folder),
      start,
      end: now,
      steps: [],
      policy: trusted.record,
    },
  });
  return renderReport(format, report, { rules: [], now });
}
