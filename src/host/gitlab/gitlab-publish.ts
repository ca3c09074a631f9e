import type { ReviewDiff } from '../../publish/review-diff.ts';
import type { Delivery } from '../forge/account.ts';
import type { Planner } from '../forge/delivery-run.ts';
import { type Clock, type Pace, Patience } from '../forge/patience.ts';
import { realClock } from '../forge/real-clock.ts';
import type { Environment } from '../invocation.ts';
import { readAuthorities } from './api/authorities.ts';
import { Calls, type RequestAddress } from './api/calls.ts';
import { RequestApi } from './api/request-api.ts';
import { deliver } from './deliver.ts';

/** Publishing as a whole takes no longer, in milliseconds. */
const mostTime = 60_000;

/** GitLab.com takes 60 notes a minute (https://docs.gitlab.com/security/rate_limits/). */
const gitlabPace: Pace = { burst: 20, interval: 1500 };

/** What is published, and for which commit. */
interface Judged {
  /** The judged commit: nothing is published for another one. */
  readonly head: string;
  /** The gate's name. */
  readonly name: string;
  readonly diff: ReviewDiff;
}

/** Publishes on one merge request of GitLab. Loaded only when there is something to publish: the client is large. */
export async function publishOnRequest(
  address: RequestAddress,
  { head, name, diff }: Judged,
  plan: Planner,
  env: Environment,
  clock: Clock = realClock,
  time = mostTime,
): Promise<Delivery> {
  const connection = { authorities: await readAuthorities(env), env };
  const calls = new Calls(address, connection, new Patience(clock, time, { pace: gitlabPace, secret: address.token }));
  return deliver(new RequestApi(calls, address, diff), head, name, plan);
}
