import { compareFindings, type Finding } from '../gate/finding.ts';
import { LimitError } from '../gather/budget.ts';
import { emptyRange, type Range } from '../git/range/range.ts';
import { MissingObjectsError } from '../git/repository.ts';
import { InputError } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import { redactText } from '../report/redact.ts';
import type { Report } from '../report/report.ts';
import { count } from '../report/wording.ts';

/** What the formats of code scanning are made of. */
export interface Scanned {
  /** Undefined where what is there could not be judged whole: alerts of what was not looked at would be closed. */
  readonly report: Report | undefined;
  /** One line on what they hold, or why they are not written; undefined where they hold the change, as every other format. */
  readonly note: string | undefined;
}

/** The change itself, where nothing else is asked for. */
export const scanOfChange = (report: Report): Scanned => ({ report, note: undefined });

/**
 * What reports for code scanning hold (`inputs.scan`): the change, or all that is there after it, as an audit finds it. Of a request that
 * is its result, and what of the change no audit sees: protections that it takes away. The verdict never depends on it.
 */
export async function scan(
  { range, report }: { readonly range: Range; readonly report: Report },
  inputs: Inputs,
  judgeState: (range: Range, inputs: Inputs) => Promise<Report>,
): Promise<Scanned> {
  if (inputs.scan === 'change' || range.kind === 'audit' || range.after === undefined) return scanOfChange(report);
  try {
    const audited = await judgeState(stateOf(range, inputs), { ...inputs, command: 'audit', notes: [], isPush: false });
    const [gap] = audited.verdict.unjudged;
    if (gap !== undefined) return notWhole(gap.what);
    const state = inputs.isPush ? audited : withChange(audited, report);
    const number = count(state.verdict.findings.length, 'finding');
    return { report: state, note: `${names} hold all that is there after the change (scan: state): ${number}.` };
  } catch (error) {
    const isKnown = error instanceof MissingObjectsError || error instanceof LimitError || error instanceof InputError;
    if (!isKnown) throw error;
    return notWhole(redactText(error.message));
  }
}

const names = 'SARIF, Code Quality and security reports';

/** No report of a state that is not whole. */
export function notWhole(what: string): Scanned {
  const why = what.replace(/[.\s]*$/, '');
  return {
    report: undefined,
    note: `${names} are not written, so that no alert is closed: what is there could not be judged whole (${why}).`,
  };
}

/** Everything after the change, as an audit of it. A branch that was pushed has its own policy by now; a request has its target's. */
function stateOf({ head, after, trust }: Range, { isPush }: Inputs): Range {
  return { ...emptyRange('audit'), head, result: after, after, trust: isPush ? head : trust };
}

/** The state of a request, and each finding of the change that the state does not hold. */
function withChange(state: Report, change: Report): Report {
  const { findings, suppressed } = state.verdict;
  const known = new Set([...findings, ...suppressed].map(({ fingerprint }) => fingerprint));
  const only = <F extends Finding>(all: readonly F[]) => all.filter(({ fingerprint }) => !known.has(fingerprint));
  return {
    ...state,
    verdict: {
      ...state.verdict,
      findings: [...findings, ...only(change.verdict.findings)].sort(compareFindings),
      suppressed: [...suppressed, ...only(change.verdict.suppressed)],
      unjudged: change.verdict.unjudged,
    },
  };
}
