import { performance } from 'node:perf_hooks';
import { endGroup, info, setSecret, startGroup, summary } from '@actions/core';
import { planPublication } from '../../publish/plan.ts';
import type { DiffView, ReviewDiff } from '../../publish/review-diff.ts';
import type { FormatName } from '../../report/formats.ts';
import { fillMarkdown } from '../../report/markdown/markdown.ts';
import type { Report } from '../../report/report.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { logLine } from '../../report/terminal/workflow-command.ts';
import { visible } from '../../report/visible.ts';
import { count } from '../../report/wording.ts';
import type { Delivery } from '../forge/account.ts';
import { isWanted } from '../forge/channels.ts';
import type { Host, Publishing, PublishStatus } from '../host.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import { githubAnnotations } from './github-annotations.ts';
import type { GithubChannels } from './github-inputs.ts';
import { githubLinks } from './github-links.ts';
import { publicationOf } from './github-publication.ts';
import { annotate, setOutputs } from './github-sinks.ts';
import { turnOffComments } from './github-turned-off.ts';

/** GitHub's limit on a step's job summary. */
const summaryBytes = 1024 * 1024;

/** Formats whose paths are outputs, `report-json` and so on. */
const formatOutputs: readonly FormatName[] = ['json', 'sarif', 'markdown', 'ocsf', 'ecs', 'openmetrics'];

/** GitHub finds moved files as git does unasked. */
const githubDiff: DiffView = { similarity: 50 };

/** A GitHub Actions job: log groups, comments where the token may write them, else annotations; job summary, outputs. */
export function githubHost(env: Environment, channels: GithubChannels): Host {
  const isOnDiff = channels.request !== undefined && channels.comment === 'inline';
  return {
    diffView: isOnDiff ? githubDiff : undefined,
    step,
    links: (head) => githubLinks(env, head),
    publish: (publishing) => publish(publishing, env, channels),
  };
}

/** Keeps a token out of the log, in each form in which it is sent. */
export function maskToken(token: string): void {
  setSecret(token);
  setSecret(Buffer.from(`x-access-token:${token}`).toString('base64'));
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
  { report, scanned, written, diff }: Publishing,
  env: Environment,
  channels: GithubChannels,
): Promise<PublishStatus> {
  info(renderTerminal(report, { colour: true, width: 120 }).trimEnd());
  const delivery = await comment(report, diff, env, channels);
  const problems = [...(delivery?.problems ?? []), ...annotateRest(report, delivery, channels)];
  if (!isWanted(channels)) problems.push(...(await turnOffComments(report.range.head, channels)));
  if (channels.comment !== 'off') problems.push(...(await writeSummary(report, env, channels, delivery)));
  if (scanned.note !== undefined) info(logLine(visible(scanned.note)));
  for (const problem of problems) info(logLine(problem));
  const status: PublishStatus = { state: stateOf(delivery, problems, channels), problems };
  setOutputs({
    outcome: report.verdict.outcome,
    findings: report.total.findings,
    ...report.counts,
    ...Object.fromEntries(formatOutputs.map((name) => [`report-${name}`, written[name] ?? ''])),
    'fix-patch': written.patch ?? '',
    'publish-status': status.state,
  });
  return status;
}

/** Comments on the pull request, where the run is for one; undefined where it is not, or nothing is asked for. */
async function comment(
  report: Report,
  diff: ReviewDiff,
  env: Environment,
  channels: GithubChannels,
): Promise<Delivery | undefined> {
  const { request } = channels;
  if (request === undefined || !isWanted(channels)) return undefined;
  return step('Publish on the pull request', async () => {
    try {
      const { publishOnRequest } = await import('./github-publish.ts');
      // A run that broke off before it found the head is about the event's.
      const target = { ...request, head: report.range.head ?? request.head };
      const publication = publicationOf(report, diff, env, channels);
      const delivery = await publishOnRequest(target, (written, refused) =>
        planPublication({ ...publication, written, refused }),
      );
      info(`${count(delivery.written, 'write')}, ${count(delivery.onDiff.size, 'finding')} on the diff.`);
      return delivery.state === 'denied' ? { ...delivery, problems: [noRight(delivery.problems)] } : delivery;
    } catch (cause) {
      // A fault in publishing changes no verdict: it is said, and the findings are shown without comments.
      info(internalError(cause));
      return { state: 'failed', onDiff: new Set(), hasSummary: false, problems: [broken], written: 0 };
    }
  });
}

/** One line for what is not a fault of the run: the token may read only. */
function noRight(problems: readonly string[]): string {
  return `No comments: ${problems.join(' ')} With "permissions: pull-requests: write" the job can comment; a run on pull_request for a fork or Dependabot never can, one on pull_request_target can.`;
}

const broken =
  'Publishing broke off by a fault of this program: the findings are annotations and in the job summary instead.';

/** Annotates what no comment shows, so that nothing is lost and nothing is shown twice. Yields what has no room. */
function annotateRest(
  { verdict }: Report,
  delivery: Delivery | undefined,
  channels: GithubChannels,
): readonly string[] {
  // What is judged no longer is the request's head: annotations would say it of the wrong commit.
  if (channels.comment !== 'inline' || delivery?.state === 'outdated' || delivery?.hasSummary === true) return [];
  const findings = verdict.findings.filter((finding) => delivery?.onDiff.has(finding) !== true);
  const { shown, left } = githubAnnotations({ ...verdict, findings }, channels.maxComments);
  for (const annotation of shown) annotate(annotation);
  return left === 0 ? [] : [`${left} more have no annotation (GitHub shows ten of each level); the reports hold all.`];
}

function stateOf(
  delivery: Delivery | undefined,
  problems: readonly string[],
  channels: GithubChannels,
): PublishStatus['state'] {
  if (channels.isUnreachable && isWanted(channels)) return 'fallback';
  if (delivery === undefined || delivery.state === 'published') return problems.length > 0 ? 'partial' : 'published';
  return delivery.state === 'denied' ? 'fallback' : delivery.state;
}

/** Yields what the summary could not show and why, or nothing. */
async function writeSummary(
  report: Report,
  env: Environment,
  { title }: GithubChannels,
  delivery: Delivery | undefined,
): Promise<readonly string[]> {
  const links = githubLinks(env, report.range.head);
  const commented = delivery?.onDiff.size ?? 0;
  const limits = { bytes: summaryBytes - 1, links, commented, ...(title === undefined ? {} : { title }) };
  const { text, left } = fillMarkdown(report, limits);
  try {
    await summary.addRaw(text, true).write();
  } catch {
    return [
      'The job summary could not be written (GITHUB_STEP_SUMMARY is missing or not writable); the reports hold all findings.',
    ];
  }
  return left.length === 0 ? [] : [`The job summary is cut to fit: ${left.join(', ')} left out; the reports hold all.`];
}
