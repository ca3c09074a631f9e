import type { Finding } from '../../../src/gate.ts';
import type { Publication } from '../../../src/publish/plan.ts';
import { reviewDiff, type Texts } from '../../publish/model-forge.ts';
import { reportWith } from '../../report/sample-report.ts';

/** What is to be published on a request between these files that has these findings. */
export function publicationWith(
  findings: readonly Finding[],
  { base, head }: { readonly base: Texts; readonly head: Texts },
): Omit<Publication, 'written'> {
  return {
    report: reportWith({ findings, suppressed: [], outcome: findings.length > 0 ? 'blocked' : 'passed' }),
    diff: reviewDiff(base, head),
    forge: { maxComments: 20, maxFileComments: 3, commentBytes: 65_536, suggestionInfo: () => 'suggestion' },
    name: 'gate',
    summary: 'when-found',
    links: { file: () => undefined, commit: () => undefined },
    fullReport: 'the job summary',
  };
}
