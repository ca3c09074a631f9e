import { turnOff, turnOffTime } from '../forge/turn-off.ts';
import { internalError } from '../internal-error.ts';
import type { Environment } from '../invocation.ts';
import type { GitlabChannels } from './gitlab-inputs.ts';

/** Says once in a summary note of an earlier run that it is no longer kept true; yields what is to be said in the log. */
export async function turnOffComments(
  head: string | undefined,
  { request, name, title }: Pick<GitlabChannels, 'request' | 'name' | 'title'>,
  env: Environment,
): Promise<readonly string[]> {
  if (request === undefined || head === undefined) return [];
  try {
    const { publishOnRequest } = await import('./gitlab-publish.ts');
    const judged = { head, name, diff: new Map() };
    const deliver: Parameters<typeof turnOff>[0] = (plan) =>
      publishOnRequest(request, judged, plan, env, undefined, turnOffTime);
    return await turnOff(deliver, head, { name, title });
  } catch (cause) {
    return [internalError(cause)];
  }
}
