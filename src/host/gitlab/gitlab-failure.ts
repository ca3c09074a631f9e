import { InputError } from '../../input-error.ts';
import { planUnjudged } from '../../publish/unjudged.ts';
import { link } from '../../report/markdown/markdown-text.ts';
import { redact } from '../../report/redact.ts';
import { visible } from '../../report/visible.ts';
import { isWanted } from '../forge/channels.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import type { GitlabChannels } from './gitlab-inputs.ts';
import { gitlabLinks } from './gitlab-publication.ts';
import { turnOffComments } from './gitlab-turned-off.ts';

const broken = {
  what: 'The gate broke off by a fault of its own.',
  fix: 'Report it with the lines of the job’s log that say where.',
};

/** Where a run ends without a verdict for `cause`, a summary note of an earlier run must not go on saying that the request passed. */
export async function withdrawSummary(
  cause: unknown,
  head: string,
  env: Environment,
  channels: GitlabChannels,
  write: (text: string) => void,
): Promise<void> {
  const { request, name, title } = channels;
  if (request === undefined) return;
  if (!isWanted(channels)) {
    for (const problem of await turnOffComments(head, channels, env)) write(`gitops-gate: ${visible(problem)}\n`);
    return;
  }
  const found = redact(cause instanceof InputError ? cause.problems : [broken]);
  const problems = found.map(({ what, fix }) => ({ what, remedy: fix }));
  const log = link('the job', env.CI_JOB_URL);
  const page = { head, problems, links: gitlabLinks(env, head), log, ...(title === undefined ? {} : { title }) };
  try {
    const { publishOnRequest } = await import('./gitlab-publish.ts');
    const judged = { head, name, diff: new Map() };
    const delivery = await publishOnRequest(request, judged, (written) => planUnjudged(written, name, page), env);
    for (const problem of delivery.problems) write(`gitops-gate: ${visible(problem)}\n`);
  } catch (error) {
    write(`${internalError(error)}\n`);
  }
}
