import { planTurnedOff } from '../../publish/turned-off.ts';
import type { Delivery } from './account.ts';
import type { Channels } from './channels.ts';
import type { Planner } from './delivery-run.ts';

/** Nobody waits for it longer, in milliseconds. */
export const turnOffTime = 15_000;

/**
 * Where nothing is wanted on the request: a summary comment about another commit than `head` says once that it is no longer kept true.
 * Yields what could not be done about one; where none is known of, a token that may not look is nothing to speak of.
 */
export async function turnOff(
  deliver: (plan: Planner) => Promise<Delivery>,
  head: string,
  { name, title }: Pick<Channels, 'name' | 'title'>,
): Promise<readonly string[]> {
  const page = { isDiffKept: false, ...(title === undefined ? {} : { title }) };
  let isThere = false;
  const { problems } = await deliver((written) => {
    const plan = planTurnedOff(written, name, head, page);
    isThere = plan.actions.length > 0;
    return plan;
  });
  return isThere ? problems : [];
}
