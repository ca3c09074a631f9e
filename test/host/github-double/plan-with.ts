import type { Finding } from '../../../src/gate.ts';
import type { Planner } from '../../../src/host/forge/delivery-run.ts';
import { planPublication } from '../../../src/publish/plan.ts';
import { reviewDiff, type Texts } from '../../publish/model-forge.ts';
import { reportWith } from '../../report/sample-report.ts';

/** Plans what to write on a request between these files that has these findings. */
export function planWith(
  findings: readonly Finding[],
  { base, head, name = 'gate' }: { readonly base: Texts; readonly head: Texts; readonly name?: string },
): Planner {
  const publication = {
    report: reportWith({ findings, suppressed: [], outcome: findings.length > 0 ? 'blocked' : 'passed' }),
    diff: reviewDiff(base, head),
    forge: { maxComments: 20, maxFileComments: 3, commentBytes: 65_536, suggestionInfo: () => 'suggestion' },
    name,
    summary: 'when-found' as const,
    links: { file: () => undefined, commit: () => undefined },
    fullReport: 'the job summary',
  };
  return (written, refused) => planPublication({ ...publication, written, refused });
}
