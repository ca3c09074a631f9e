import { turnOff, turnOffTime } from '../forge/turn-off.ts';
import { internalError } from '../internal-error.ts';
import type { GithubChannels } from './github-inputs.ts';

/** Says once in a summary comment of an earlier run that it is no longer kept true; yields what is to be said in the log. */
export async function turnOffComments(
  judged: string | undefined,
  { request, name, title }: Pick<GithubChannels, 'request' | 'name' | 'title'>,
): Promise<readonly string[]> {
  if (request === undefined) return [];
  const head = judged ?? request.head;
  try {
    const { publishOnRequest } = await import('./github-publish.ts');
    const deliver: Parameters<typeof turnOff>[0] = (plan) =>
      publishOnRequest({ ...request, head }, plan, undefined, turnOffTime);
    return await turnOff(deliver, head, { name, title });
  } catch (cause) {
    return [internalError(cause)];
  }
}
