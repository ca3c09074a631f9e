import { error, info, notice } from '@actions/core';
import type { Problem } from '../../input-error.ts';
import { planUnjudged } from '../../publish/unjudged.ts';
import { link } from '../../report/markdown/markdown-text.ts';
import { redact, redactText } from '../../report/redact.ts';
import { logLine } from '../../report/terminal/workflow-command.ts';
import { visible } from '../../report/visible.ts';
import type { Unjudged } from '../../unjudged.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import { problemAnnotation } from './github-annotations.ts';
import { earlierSummary } from './github-inputs.ts';
import { githubLinks } from './github-links.ts';
import { runAddress } from './github-publication.ts';
import { annotate, setOutputs } from './github-sinks.ts';
import { turnOffComments } from './github-turned-off.ts';

/** The outputs of a run that found nothing, because there was nothing to judge or it could not be. */
const nothingFound = { findings: 0, critical: 0, high: 0, medium: 0, low: 0, 'publish-status': 'published' } as const;

/** Ends a run whose event leaves nothing to compare. */
export function passWithNothing(note: string): void {
  notice(visible(redactText(note)));
  setOutputs({ outcome: 'passed', ...nothingFound });
}

/** Ends a run that could not judge for what it was given: one annotation a problem. */
export async function failWithProblems(problems: readonly Problem[], env: Environment, event: unknown): Promise<void> {
  const shown = redact(problems);
  for (const { what, fix } of shown) annotate(problemAnnotation('gitops-gate: could not judge', what, fix));
  setOutputs({ outcome: 'could-not-judge', ...nothingFound });
  const unjudged = shown.map(({ what, fix }) => ({ what, remedy: fix }));
  await withdrawSummary(unjudged, env, event);
}

/** Ends a run by a fault of the program: says where, never what it was reading. */
export async function failInternally(cause: unknown, env: Environment, event: unknown): Promise<void> {
  error(internalError(cause), { title: 'gitops-gate: internal error' });
  setOutputs({ outcome: 'could-not-judge', ...nothingFound });
  await withdrawSummary([broken], env, event);
}

const broken: Unjudged = {
  what: 'The gate broke off by a fault of its own.',
  remedy: 'Report it with the lines of the job’s log that say where.',
};

/** A summary comment of an earlier run must not go on saying that the request passed. Where there is none, nothing is written. */
async function withdrawSummary(problems: readonly Unjudged[], env: Environment, event: unknown): Promise<void> {
  const earlier = earlierSummary(env, event);
  if (earlier === undefined) return;
  const { target, name, title, isOff } = earlier;
  const { head } = target;
  if (isOff) {
    for (const problem of await turnOffComments(head, { request: target, name, title })) info(logLine(problem));
    return;
  }
  const links = githubLinks(env, head);
  const log = link('the job', runAddress(env));
  const page = { head, problems, links, log, ...(title === undefined ? {} : { title }) };
  try {
    const { publishOnRequest } = await import('./github-publish.ts');
    const delivery = await publishOnRequest(target, (written) => planUnjudged(written, name, page));
    for (const problem of delivery.problems) info(logLine(problem));
    if (delivery.state !== 'published') {
      setOutputs({ 'publish-status': delivery.state === 'denied' ? 'fallback' : delivery.state });
    }
  } catch (cause) {
    info(internalError(cause));
    setOutputs({ 'publish-status': 'failed' });
  }
}
