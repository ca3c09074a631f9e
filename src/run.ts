import { randomBytes } from 'node:crypto';
import { exitCode, judge, type Unjudged, withUnjudged } from './gate.ts';
import { LimitError } from './gather/budget.ts';
import { readCommitPaths } from './gather/commit-paths.ts';
import { verifyRange } from './gather/commits.ts';
import { readControlFiles } from './gather/control-files.ts';
import { coverageOf, nothingRead } from './gather/coverage.ts';
import { readHeadLines } from './gather/line-map.ts';
import { gatherManifests } from './gather/manifests.ts';
import { readTrusted } from './gather/trusted-folder.ts';
import { writeReports } from './gather/write-reports.ts';
import { openRepository } from './git/open-repository.ts';
import { emptyRange, type Range } from './git/range/range.ts';
import { MissingObjectsError, type Repository } from './git/repository.ts';
import type { Host, WrittenFiles } from './host/host.ts';
import { InputError } from './input-error.ts';
import type { Inputs } from './inputs.ts';
import { defaultPolicy } from './policy/defaults.ts';
import { type Report, reportOf } from './report/report.ts';
import { rules } from './rules/index.ts';
import { observe } from './rules/observe.ts';
import { countLosses } from './rules/rbac/rbac-widened.ts';
import type { Evidence } from './rules/rule.ts';

const ruleIds = rules.map((rule) => rule.id);

/** The whole program: reads a change, judges it, reports. Resolves to the exit code; throws InputError. */
export async function run(inputs: Inputs, host: Host): Promise<number> {
  let report = await examine(inputs, host);
  let written: WrittenFiles = {};
  let lost: readonly Unjudged[] = [];
  try {
    written = await writeReports(report, inputs.out);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    lost = error.problems.map(({ what, fix }) => ({ what, remedy: fix }));
    report = { ...report, verdict: withUnjudged(report.verdict, lost) };
  } finally {
    // Findings are shown, and count, also where no file can be written.
    await host.publish(report, written, lost);
  }
  return exitCode(report.verdict);
}

/** Reads and judges; what is missing makes the verdict could-not-judge, and is never a pass. */
export async function examine(inputs: Inputs, host: Pick<Host, 'step'>): Promise<Report> {
  const repository = await openRepository(inputs.repo, {
    remote: inputs.remote,
    inHook: inputs.request.kind === 'staged',
  });
  let range = emptyRange(inputs.request.kind);
  try {
    range = await host.step('Find what is compared', () => findRange(repository, inputs));
    if (range.empty !== undefined) throw new InputError([{ what: range.empty, fix: emptyFix(inputs.request.kind) }]);
    return await judgeRange(repository, range, inputs, host);
  } catch (error) {
    if (error instanceof MissingObjectsError || error instanceof LimitError) {
      return couldNotJudge(range, { what: error.message, remedy: error.remedy }, inputs);
    }
    throw error;
  } finally {
    await repository.close();
  }
}

function emptyFix(kind: Inputs['request']['kind']): string {
  return kind === 'staged'
    ? 'Stage something first: git add FILE. In a hook, begin with: git diff --cached --quiet && exit 0'
    : 'Name another base or head. "check --staged" judges what is not committed yet, "audit" everything that stands.';
}

async function findRange(repository: Repository, { remote, request }: Inputs): Promise<Range> {
  if (remote !== undefined && remote.fetch.length > 0) await repository.fetch(remote.fetch);
  return repository.range(request);
}

async function judgeRange(
  repository: Repository,
  range: Range,
  inputs: Inputs,
  host: Pick<Host, 'step'>,
): Promise<Report> {
  const { policy, files, ...trusted } = await readTrusted(repository, range, inputs, ruleIds);
  const now = Date.now();
  const commitsAndTags = { commits: range.commits, tags: range.tag === undefined ? [] : [range.tag] };
  const verification = await host.step('Verify signatures', () =>
    verifyRange(repository, commitsAndTags, files, policy.signatures, {
      now,
      isPush: inputs.isPush,
      tagName: range.tagName,
    }),
  );
  const manifests = await host.step('Read manifests', () => gatherManifests(repository, range, policy));
  const headLine = await readHeadLines(repository, range, manifests.touched, policy.limits.bytes);
  const controlFiles = await readControlFiles(repository, manifests.before, manifests.touched);
  const evidence: Evidence = {
    change: {
      range,
      commits: verification.commits,
      commitPaths: await readCommitPaths(repository, range.commits, verification.commits, policy.signatures),
      before: manifests.before,
      after: manifests.after,
      touched: manifests.touched,
      ...(controlFiles === undefined ? {} : { controlFiles }),
    },
    policy,
    trustsKeys: verification.trustsKeys,
    now,
    digestKey: randomBytes(32),
    scopes: manifests.scopes,
    ruleIds,
  };
  // A broken folder has named its keys already, and where the change mends it they do not count.
  const keyProblems = trusted.isRepair || trusted.unjudged.length > 0 ? [] : verification.keyProblems;
  const verdict = judge({
    observed: observe(evidence, headLine),
    policy,
    failOn: inputs.failOn,
    isPush: inputs.isPush,
    after: manifests.after,
    unjudged: [...trusted.unjudged, ...keyProblems, ...verification.unchecked],
    notes: [...range.notes, ...trusted.notes, ...losses(evidence)],
    now,
  });
  const { commits } = verification;
  return reportOf({ command: inputs.command, range, verdict, commits, coverage: coverageOf(manifests) });
}

/** Narrowing is never a finding; that it happened is good to know. */
function losses(evidence: Evidence): string[] {
  const count = countLosses(evidence);
  return count === 0 ? [] : [`${count} ${count === 1 ? 'subject' : 'subjects'} lost permissions.`];
}

/** The report of a run that broke off for want of something. */
function couldNotJudge(range: Range, missing: Unjudged, inputs: Inputs): Report {
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
  return reportOf({ command: inputs.command, range, verdict, commits: [], coverage: nothingRead });
}
