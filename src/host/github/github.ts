import { performance } from 'node:perf_hooks';
import { endGroup, error, info, notice, setOutput, setSecret, startGroup, summary, warning } from '@actions/core';
import type { Problem } from '../../input-error.ts';
import type { FormatName } from '../../report/formats.ts';
import { fillMarkdown } from '../../report/markdown/markdown.ts';
import type { Report } from '../../report/report.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { logLine } from '../../report/terminal/workflow-command.ts';
import { visible } from '../../report/visible.ts';
import type { Host, PublishStatus, WrittenFiles } from '../host.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import { type Annotation, githubAnnotations, problemAnnotation } from './github-annotations.ts';
import type { GithubChannels } from './github-inputs.ts';
import { githubLinks } from './github-links.ts';

/** GitHub's limit on a step's job summary. */
const summaryBytes = 1024 * 1024;

/** Formats whose paths are outputs, `report-json` and so on. */
const formatOutputs: readonly FormatName[] = ['json', 'sarif', 'markdown'];

/** The outputs of a run that found nothing, because there was nothing to judge or it could not be. */
const nothingFound = { findings: 0, critical: 0, high: 0, medium: 0, low: 0, 'publish-status': 'published' } as const;

/** A GitHub Actions job: log groups, annotations, job summary, outputs. Needs no permission. */
export function githubHost(env: Environment, channels: GithubChannels): Host {
  return { step, publish: (report, written) => publish(report, written, env, channels) };
}

/** Keeps a token out of the log, in each form in which it is sent. */
export function maskToken(token: string): void {
  setSecret(token);
  setSecret(Buffer.from(`x-access-token:${token}`).toString('base64'));
}

/** Ends a run that could not judge for what it was given: one annotation a problem. */
export function failWithProblems(problems: readonly Problem[]): void {
  for (const { what, fix } of problems) annotate(problemAnnotation('gitops-gate: could not judge', what, fix));
  setOutputs({ outcome: 'could-not-judge', ...nothingFound });
}

/** Ends a run by a fault of the program: says where, never what it was reading. */
export function failInternally(cause: unknown): void {
  error(internalError(cause), { title: 'gitops-gate: internal error' });
  setOutputs({ outcome: 'could-not-judge', ...nothingFound });
}

/** Ends a run whose event leaves nothing to compare. */
export function passWithNothing(note: string): void {
  notice(visible(note));
  setOutputs({ outcome: 'passed', ...nothingFound });
}

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  startGroup(logLine(visible(title)));
  try {
    return await work();
  } finally {
    info(`${((performance.now() - start) / 1000).toFixed(1)} s`);
    endGroup();
  }
}

async function publish(
  report: Report,
  written: WrittenFiles,
  env: Environment,
  channels: GithubChannels,
): Promise<PublishStatus> {
  info(renderTerminal(report, { colour: true, width: 120 }).trimEnd());
  const problems: string[] = [];
  if (channels.comment === 'inline') {
    const { shown, left } = githubAnnotations(report.verdict, channels.maxComments);
    for (const annotation of shown) annotate(annotation);
    if (left > 0)
      problems.push(`${left} more have no annotation (GitHub shows ten of each level); the reports hold all.`);
  }
  if (channels.comment !== 'off') problems.push(...(await writeSummary(report, env)));
  for (const problem of problems) info(problem);
  const status: PublishStatus = { state: problems.length > 0 ? 'partial' : 'published', problems };
  setOutputs({
    outcome: report.verdict.outcome,
    findings: report.verdict.findings.length,
    ...report.counts,
    ...Object.fromEntries(formatOutputs.map((name) => [`report-${name}`, written[name] ?? ''])),
    'publish-status': status.state,
  });
  return status;
}

/** Yields what the summary could not show and why, or nothing. */
async function writeSummary(report: Report, env: Environment): Promise<readonly string[]> {
  const links = githubLinks(env, report.range.head);
  const { text, left } = fillMarkdown(report, { bytes: summaryBytes - 1, links });
  try {
    await summary.addRaw(text, true).write();
  } catch {
    return [
      'The job summary could not be written (GITHUB_STEP_SUMMARY is missing or not writable); the reports hold all findings.',
    ];
  }
  return left.length === 0 ? [] : [`The job summary is cut to fit: ${left.join(', ')} left out; the reports hold all.`];
}

const write = { error, warning, notice };

function annotate({ level, message, properties }: Annotation): void {
  write[level](message, properties);
}

/** The verdict never hangs on a file that cannot be written: then the log says so. */
function setOutputs(outputs: Readonly<Record<string, string | number>>): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch {
    info('The outputs could not be written (GITHUB_OUTPUT is not writable).');
  }
}
