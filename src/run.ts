import { resolve } from 'node:path';
import { exitCode, judge, withUnjudged } from './gate.ts';
import { analyse } from './gather/analyse.ts';
import { Budget, LimitError } from './gather/budget.ts';
import { readChange } from './gather/change.ts';
import { type Verification, verifyRange } from './gather/commits.ts';
import { readContent } from './gather/content.ts';
import { coverageOf, nothingRead } from './gather/coverage.ts';
import { readPosture } from './gather/gate/posture.ts';
import { readDeliveredBranches } from './gather/gate/read-delivered-branches.ts';
import { requiredRoots } from './gather/gate/read-required-roots.ts';
import { readTrusted, type Trusted } from './gather/gate/read-trusted-folder.ts';
import { readHeadLines } from './gather/line-map.ts';
import { learnPast, type PastMemory, youngHistoryNotes } from './gather/older/past.ts';
import { readOlder } from './gather/older/read-older.ts';
import { readPrevious } from './gather/read-previous-report.ts';
import { readReviewDiff } from './gather/read-review-diff.ts';
import { Stopwatch } from './gather/stopwatch.ts';
import { openRepository } from './git/open-repository.ts';
import { emptyRange, type Range } from './git/range/range.ts';
import { MissingObjectsError, type Repository } from './git/repository.ts';
import type { Host, WrittenFiles } from './host/host.ts';
import { writeReports } from './host/write-reports.ts';
import { InputError } from './input-error.ts';
import type { Inputs } from './inputs.ts';
import { defaultPolicy } from './policy/defaults.ts';
import type { ReviewDiff } from './publish/review-diff.ts';
import { accessOf } from './rbac/judge/access.ts';
import { ageNotes, ageRows } from './report/ages.ts';
import { rulesOfSettings } from './report/compliance/topics-of-rules.ts';
import { postureSection } from './report/posture/section.ts';
import { type Report, reportOf } from './report/report.ts';
import type { PolicyRecord, RunRecord } from './report/run-record.ts';
import type { Evidence } from './rules/evidence.ts';
import { rules } from './rules/index.ts';
import { observe } from './rules/observe.ts';
import type { Observed } from './rules/rule.ts';
import { withAllowedElsewhere } from './run/allowed-elsewhere.ts';
import { type ChangeFix, effortOf, findFixes, tooLarge, withFix, withoutFix } from './run/find-fixes.ts';
import { notesOf } from './run/notes-of.ts';
import { notWhole, type Scanned, scan, scanOfChange } from './run/scan.ts';
import type { Unjudged } from './unjudged.ts';

const ruleIds = rules.map((rule) => rule.id);

/** The whole program: reads a change, judges it, reports. Resolves to the exit code; throws InputError. */
export async function run(inputs: Inputs, host: Host): Promise<number> {
  const examined = await examine(inputs, host);
  let { report } = examined;
  let written: WrittenFiles = {};
  let lost: readonly Unjudged[] = [];
  try {
    written = await writeReports(report, examined.scanned.report, inputs.out, host.links?.(report.range.head));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    lost = error.problems.map(({ what, fix }) => ({ what, remedy: fix }));
    report = { ...report, verdict: withUnjudged(report.verdict, lost) };
  } finally {
    // Findings are shown, and count, also where no file can be written.
    await host.publish({ report, scanned: examined.scanned, written, lost, diff: examined.diff });
  }
  return exitCode(report.verdict);
}

/** A judged change, and the diff that its reviewers see, for hosts that comment on it. */
export interface Examination {
  readonly report: Report;
  /** What formats for code scanning hold. */
  readonly scanned: Scanned;
  readonly diff: ReviewDiff;
  /** How to make the findings go away, where that was asked for and something could be judged. */
  readonly fix?: ChangeFix;
}

/** Reads and judges; what is missing makes the verdict could-not-judge, and is never a pass. `past`: what an earlier run of the repository learned. */
export async function examine(
  inputs: Inputs,
  host: Pick<Host, 'step' | 'diffView'>,
  past?: PastMemory,
): Promise<Examination> {
  const repository = await openRepository(inputs.repo, {
    remote: inputs.remote,
    inHook: inputs.request.kind === 'staged',
  });
  const watch = new Stopwatch(host);
  let range = emptyRange(inputs.request.kind);
  try {
    range = await watch.step('Find what is compared', () => findRange(repository, inputs));
    if (range.empty !== undefined) throw new InputError([{ what: range.empty, fix: emptyFix(inputs.request.kind) }]);
    const start = performance.now();
    const { report, limit, evidence } = await judgeRange(repository, range, inputs, watch, { past });
    const { diffView } = host;
    const diff = diffView ? await readReviewDiff(repository, range, report.verdict, { limit, ...diffView }) : new Map();
    const scanned = await scan({ range, report }, inputs, (all, asked) =>
      host.step('Judge all that is there, for code scanning', async () => {
        // The time that the policy gives a run is for both together.
        const { report } = await judgeRange(repository, all, asked, new Stopwatch({ step: (_, work) => work() }), {
          start,
        });
        return report;
      }),
    );
    const fix = await fixOf(repository, range, { report, evidence }, inputs, host, start);
    const found = typeof fix === 'object' ? { fix } : {};
    const fixed = typeof fix === 'object' ? withFix(report, fix) : report;
    return { report: typeof fix === 'string' ? withoutFix(report, fix) : fixed, scanned, diff, ...found };
  } catch (error) {
    if (error instanceof MissingObjectsError || error instanceof LimitError) {
      const run = await runRecord(repository, inputs, watch, {});
      const report = couldNotJudge(range, { what: error.message, remedy: error.remedy }, inputs, run);
      const scanned = inputs.scan === 'change' ? scanOfChange(report) : notWhole(error.message);
      return { report, scanned, diff: new Map() };
    }
    throw error;
  } finally {
    await repository.close();
  }
}

/** The fixes of a change; why there are none where no time is left for what only comes along; undefined where nobody wants them. */
async function fixOf(
  repository: Repository,
  range: Range,
  judged: Pick<JudgedRange, 'report' | 'evidence'>,
  inputs: Inputs,
  host: Pick<Host, 'step'>,
  start: number,
): Promise<ChangeFix | string | undefined> {
  const effort = effortOf(inputs, range, judged.report);
  if (effort === undefined) return undefined;
  if (effort === 'too-large') return tooLarge;
  const quiet = { step: <T>(_: string, work: () => Promise<T>) => work() };
  const isAsked = inputs.fix !== undefined;
  const judgeAgain = async (patched: Repository, to: Range) =>
    (await judgeRange(patched, to, { ...inputs, notes: [] }, new Stopwatch(quiet), isAsked ? {} : { start })).report;
  try {
    return await host.step('Look for fixes', () => findFixes(repository, range, judged, effort, judgeAgain));
  } catch (error) {
    if (isAsked || !(error instanceof LimitError)) throw error;
    return 'the time ran out';
  }
}

function emptyFix(kind: Inputs['request']['kind']): string {
  return kind === 'staged'
    ? 'Stage something first: git add FILE. In a hook, begin with: git diff --cached --quiet && exit 0'
    : 'Name another base or head. "check --staged" judges what is not committed yet, "audit" everything there is.';
}

async function findRange(repository: Repository, { remote, request }: Inputs): Promise<Range> {
  if (remote !== undefined && remote.fetch.length > 0) await repository.fetch(remote.fetch);
  return repository.range(request);
}

/** A judged range, and what it was judged by. */
interface JudgedRange {
  readonly report: Report;
  readonly evidence: Evidence;
  /** Bytes of the largest file that is read. */
  readonly limit: number;
}

/** The stages in order: trust, signatures, trees, manifests, analysis, history, settings, verdict, report. What is there already (`run/scan.ts`), and whether a fix helps (`run/find-fixes.ts`), is judged after it. */
async function judgeRange(
  repository: Repository,
  range: Range,
  inputs: Inputs,
  watch: Stopwatch,
  { start, past }: { readonly start?: number; readonly past?: PastMemory | undefined },
): Promise<JudgedRange> {
  const now = Date.now();
  const { policy, files, ...trusted } = await readTrusted(repository, range, inputs, ruleIds);
  const learned = learnPast(repository, range, policy, now, past);
  const verification = await watch.step('Verify signatures', () =>
    verifyRange(repository, commitsAndTags(range), files, policy.signatures, verifyOptions(range, inputs, now)),
  );
  const delivered = await readDeliveredBranches(repository, range, policy, inputs);
  const budget = new Budget(policy.limits, start);
  const content = await readContent(repository, range, policy, inputs, watch, budget);
  const { trees, manifests, rendered, context, missing } = content;
  const analysis = await watch.time('Judge', () =>
    analyse(trees, manifests, rendered, context, policy, budget, inputs.asBuiltIn),
  );
  const { unjudged: unknown, ...older } = await watch.step('Look into the history', () =>
    readOlder(repository, range, content, { policy, secrets: analysis.secrets, budget, now, learned }, inputs.ages),
  );
  const posture = await readPosture(inputs.posture, { policy, content, analysis, budget }, watch);
  const change = await readChange(repository, range, verification, trees, manifests, policy);
  const { previous, notes: previousNotes } = await readPrevious(inputs.previousReport);
  const seen = { ...older, posture: posture.analysis, now, ruleIds, isFirstPolicyJudged: inputs.isFirstPolicyJudged };
  const evidence: Evidence = { ...analysis, change, policy, ...seen, ...trustOf(verification) };
  const required = requiredRoots(inputs, policy, rendered);
  const headLine = await readHeadLines(repository, range, manifests.touched, policy.limits.bytes);
  const verdict = judge({
    observed: observe(evidence, headLine).filter(isAskedAbout(inputs)),
    policy,
    ...judgeOptions(inputs),
    after: trees.after,
    unjudged: [
      ...missing,
      ...budget.unfinished,
      ...delivered.unjudged,
      ...trustProblems(trusted, verification),
      ...[required, posture].flatMap(({ unjudged }) => unjudged),
      ...unknown,
    ],
    notes: [
      ...inputs.notes,
      ...previousNotes,
      ...[delivered, required, range, trusted, verification].flatMap(({ notes }) => notes),
      ...notesOf(evidence, rendered),
      ...ageNotes(older.ages),
      ...youngHistoryNotes(older.past, policy),
      ...posture.notes,
    ],
    now,
  });
  const report = reportOf({
    command: inputs.command,
    range,
    verdict: await withAllowedElsewhere(repository, trees, verdict),
    commits: verification.commits,
    coverage: coverageOf(manifests, rendered, context, older.past),
    run: await runRecord(repository, inputs, watch, trusted.record),
    ...(previous === undefined ? {} : { previous }),
    ...(inputs.ages === true ? { ages: ageRows(older.ages, policy.ages, now) } : {}),
    ...postureSection(posture.analysis),
    // An audit compares with nothing: what everybody gains is all they have.
    access: accessOf(analysis.rbac),
    mostFindings: policy.limits.findings,
  });
  return { report, limit: policy.limits.bytes, evidence };
}

/** What the caller says of how findings count. */
const judgeOptions = ({
  failOn,
  isPush,
  asBuiltIn,
}: Inputs): Pick<Parameters<typeof judge>[0], 'failOn' | 'isPush' | 'asBuiltIn'> => ({
  failOn,
  isPush,
  ...(asBuiltIn === undefined ? {} : { asBuiltIn }),
});

/** A run that is about the repository's settings alone speaks of nothing else. */
function isAskedAbout({ command }: Inputs): (observed: Observed) => boolean {
  if (command !== 'posture') return () => true;
  return ({ rule }) => rulesOfSettings.has(rule.id) || rule.id === 'workflow-permissions';
}

/** What the forge made of a change while merging it is in the history, whoever asks. */
function verifyOptions({ kind, tagName }: Range, { isPush }: Inputs, now: number): Parameters<typeof verifyRange>[4] {
  return { now, isPush: isPush || kind === 'push', tagName };
}

const trustOf = ({ trustsKeys, adminKeys }: Verification): Pick<Verification, 'trustsKeys' | 'adminKeys'> => ({
  trustsKeys,
  adminKeys,
});

/** What is not known of whom to trust. */
function trustProblems(
  { unjudged, isRepair }: Pick<Trusted, 'unjudged' | 'isRepair'>,
  { keyProblems, unchecked }: Verification,
): readonly Unjudged[] {
  // A broken folder has named its keys already, and where the change fixes it they do not count.
  return [...unjudged, ...(isRepair || unjudged.length > 0 ? [] : keyProblems), ...unchecked];
}

function commitsAndTags({ commits, mergeBase, tag }: Range): Parameters<typeof verifyRange>[1] {
  return { commits, mergeBase, tags: tag === undefined ? [] : [tag] };
}

/** What is known of the run itself. */
async function runRecord(
  repository: Repository,
  { caller, repo }: Inputs,
  watch: Stopwatch,
  policy: PolicyRecord,
): Promise<RunRecord> {
  const name = caller.repository ?? (await repository.origin()) ?? resolve(repo);
  return { ...caller, repository: name, policy, ...watch.record() };
}

/** The report of a run that broke off because something is missing. */
function couldNotJudge(range: Range, missing: Unjudged, inputs: Inputs, run: RunRecord): Report {
  const verdict = judge({
    observed: [],
    policy: defaultPolicy,
    failOn: inputs.failOn,
    isPush: inputs.isPush,
    after: new Map(),
    unjudged: [missing],
    notes: range.notes,
    now: Date.now(),
  });
  return reportOf({ command: inputs.command, range, verdict, commits: [], coverage: nothingRead, run });
}
