import type { Delivery } from '../forge/account.ts';
import type { Planner } from '../forge/delivery-run.ts';
import { type Clock, Patience } from '../forge/patience.ts';
import { realClock } from '../forge/real-clock.ts';
import { githubClient } from './api/client.ts';
import { requestApi } from './api/request-api.ts';
import { deliver } from './deliver.ts';

/** Where to publish. */
export interface Target {
  /** GITHUB_API_URL; GraphQL is found from it on GitHub Enterprise Server too. */
  readonly apiUrl: string;
  /** `owner/name` of the repository that the request is to be merged into. */
  readonly repository: string;
  readonly number: number;
  readonly token: string;
  /** The commit that is judged, at first the event's: nothing is published while the request has another. */
  readonly head: string;
}

/** Publishing as a whole takes no longer, in milliseconds. */
const mostTime = 60_000;

/** Publishes on one pull request of GitHub. Loaded only when there is something to publish: the client is large. */
export function publishOnRequest(
  { apiUrl, repository, number, token, head }: Target,
  plan: Planner,
  clock: Clock = realClock,
  time = mostTime,
): Promise<Delivery> {
  const octokit = githubClient(apiUrl, token);
  const patience = new Patience(clock, time, { secret: token });
  return deliver(requestApi(octokit, repository, number, patience), head, plan);
}
