import type { Finding } from '../gate.ts';
import type { ObjectId, RawCommit } from '../git/object/object.ts';
import type { BadStep, LastGood } from '../report/last-good/last-good.ts';
import type { Report } from '../report/report.ts';
import { secretInHistory } from '../rules/secret/secret-in-history.ts';

/**
 * Judges what changed between two commits, the older one first, by each policy that counts; `position`: which commit of the walk it
 * is, from 1.
 */
export type JudgeBetween = (good: ObjectId, commit: ObjectId, position: number) => AsyncIterable<Report>;

/** What a walk found: all that the answer needs of it. */
export type Walk = Pick<LastGood, 'good' | 'isJudged' | 'state' | 'bad' | 'since' | 'report' | 'leaks'>;

/**
 * Walks along the commits of a branch, `begin` and those after it in order; `begin` is taken as it is. A commit is good where its
 * files are those of the good commit before it, or where the change from that one to it passes by each policy that counts (last-good.md, "What good means").
 */
export async function walkToLastGood(begin: RawCommit, line: readonly RawCommit[], judge: JudgeBetween): Promise<Walk> {
  const leaks: string[] = [];
  let good = begin;
  let state: LastGood['state'] = 'good';
  let report: Report | undefined;
  let bad: BadStep[] = [];
  let since = new Map<string, ObjectId>();
  for (const [index, commit] of line.entries()) {
    report = commit.tree === good.tree ? undefined : await worstOf(judge(good.id, commit.id, index + 1));
    state = report === undefined ? 'good' : stateOf(report);
    if (state === 'good') {
      leaks.push(...(report === undefined ? [] : leaksOf(report)));
      good = commit;
      report = undefined;
      bad = [];
      since = new Map();
    } else if (report !== undefined) bad.push(badStep(commit, state, report, since));
  }
  return { good, isJudged: good !== begin, state, bad, since, report, leaks };
}

/** The first report that blocks, else the first that is not good, else the first. Throws where nothing was judged, which is not a pass. */
async function worstOf(reports: AsyncIterable<Report>): Promise<Report> {
  let worst: Report | undefined;
  for await (const report of reports) {
    if (stateOf(report) === 'blocked') return report;
    if (worst === undefined || stateOf(worst) === 'good') worst = report;
  }
  if (worst === undefined) throw new Error('a step along the branch was judged by no policy');
  return worst;
}

/** A secret of the history stays there, whichever commit is delivered: it says nothing about the files. */
const isLeak = ({ rule, blocking }: Finding): boolean => blocking && rule === secretInHistory.id;

function stateOf({ verdict, notListed }: Report): LastGood['state'] {
  const { outcome, findings, unjudged } = verdict;
  if (outcome !== 'blocked') return outcome === 'passed' ? 'good' : outcome;
  if (notListed !== undefined || findings.some((finding) => finding.blocking && !isLeak(finding))) return 'blocked';
  return unjudged.length > 0 ? 'could-not-judge' : 'good';
}

function leaksOf({ verdict }: Report): readonly string[] {
  return verdict.findings.filter(isLeak).map(({ message }) => message);
}

/** What a commit brings that the ones before it did not; `since` learns it. */
function badStep(
  commit: RawCommit,
  state: BadStep['state'],
  { verdict }: Report,
  since: Map<string, ObjectId>,
): BadStep {
  const fresh = verdict.findings.filter(({ blocking, fingerprint }) => blocking && !since.has(fingerprint));
  for (const { fingerprint } of fresh) since.set(fingerprint, commit.id);
  return { commit, state, brings: fresh.length, isContent: fresh.some(({ category }) => category !== 'signature') };
}
