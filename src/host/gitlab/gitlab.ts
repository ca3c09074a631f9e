import { planPublication } from '../../publish/plan.ts';
import type { DiffView } from '../../publish/review-diff.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { visible } from '../../report/visible.ts';
import { count } from '../../report/wording.ts';
import type { Delivery } from '../forge/account.ts';
import { isWanted } from '../forge/channels.ts';
import type { Planner } from '../forge/delivery-run.ts';
import type { Host, Publishing, PublishStatus } from '../host.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import type { GitlabChannels } from './gitlab-inputs.ts';
import { gitlabLinks, publicationOf } from './gitlab-publication.ts';
import { turnOffComments } from './gitlab-turned-off.ts';

/** Gitaly compares with `--find-renames=30%` (internal/gitaly/service/diff/commit_diff.go). */
const gitlabDiff: DiffView = { similarity: 30 };

/**
 * A GitLab CI job: collapsible log sections and the report in the log; the pipeline picks up the written report files. That needs no
 * token. With one that may, threads and a note on the merge request.
 */
export function gitlabHost(write: (text: string) => void, env: Environment, channels: GitlabChannels): Host {
  const isOnDiff = channels.request !== undefined && channels.comment === 'inline' && channels.maxComments > 0;
  const step = sections(write);
  return {
    diffView: isOnDiff ? gitlabDiff : undefined,
    step,
    links: (head) => gitlabLinks(env, head),
    async publish(publishing): Promise<PublishStatus> {
      const { report } = publishing;
      write(renderTerminal(report, { colour: true, width: 120, links: gitlabLinks(env, report.range.head) }));
      const delivery = await comment(publishing, env, channels, step, write);
      const problems = [...(delivery?.problems ?? (channels.problem === undefined ? [] : [channels.problem]))];
      if (!isWanted(channels)) problems.push(...(await turnOffComments(report.range.head, channels, env)));
      // On a line of its own: what follows a section's end on its line is not shown everywhere.
      const { note } = publishing.scanned;
      if (note !== undefined || problems.length > 0) write('\n');
      if (note !== undefined) write(`gitops-gate: ${visible(note)}\n`);
      for (const problem of problems) write(`gitops-gate: ${visible(problem)}\n`);
      return { state: stateOf(delivery, problems), problems };
    },
  };
}

function sections(write: (text: string) => void): Host['step'] {
  let opened = 0;
  return async (title, work) => {
    opened += 1;
    const name = `gitops_gate_${opened}`;
    write(marker('start', `${name}[collapsed=true]`, `${visible(title)}\n`));
    try {
      return await work();
    } finally {
      write(marker('end', name, ''));
    }
  };
}

/** A section marker (https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections). */
function marker(edge: 'start' | 'end', name: string, title: string): string {
  return `\x1b[0Ksection_${edge}:${Math.floor(Date.now() / 1000)}:${name}\r\x1b[0K${title}`;
}

/** Comments on the merge request, where the run is for one; undefined where it is not, or nothing is asked for. */
async function comment(
  { report, diff }: Publishing,
  env: Environment,
  channels: GitlabChannels,
  step: Host['step'],
  write: (text: string) => void,
): Promise<Delivery | undefined> {
  const { request } = channels;
  const head = report.range.head;
  if (request === undefined || head === undefined || !isWanted(channels)) return undefined;
  return step('Publish on the merge request', async () => {
    try {
      const { publishOnRequest } = await import('./gitlab-publish.ts');
      const publication = publicationOf(report, diff, env, channels);
      const plan: Planner = (written, refused) => planPublication({ ...publication, written, refused });
      const delivery = await publishOnRequest(request, { head, name: channels.name, diff }, plan, env);
      write(`${count(delivery.written, 'write')}, ${count(delivery.onDiff.size, 'finding')} on the diff.\n`);
      return delivery.state === 'denied' ? { ...delivery, problems: [noRight(delivery.problems)] } : delivery;
    } catch (cause) {
      // A fault in publishing changes no verdict: it is said, and the findings are in the log and the reports.
      write(`${internalError(cause)}\n`);
      return { state: 'failed', onDiff: new Set(), hasSummary: false, problems: [broken], written: 0 };
    }
  });
}

/** One line for what is not a fault of the run. */
function noRight(problems: readonly string[]): string {
  return `No comments: ${problems.join(' ')} The findings are in this log and in the report files.`;
}

const broken =
  'Publishing broke off by a fault of this program: the findings are in this log and in the report files instead.';

function stateOf(delivery: Delivery | undefined, problems: readonly string[]): PublishStatus['state'] {
  if (delivery === undefined) return problems.length > 0 ? 'fallback' : 'published';
  if (delivery.state === 'published') return problems.length > 0 ? 'partial' : 'published';
  return delivery.state === 'denied' ? 'fallback' : delivery.state;
}
