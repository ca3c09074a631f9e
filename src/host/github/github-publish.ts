import { getOctokit } from '@actions/github';
import { version } from '../../version.ts';
import type { Delivery } from '../forge/account.ts';
import type { Planner } from '../forge/delivery-run.ts';
import { type Clock, Patience } from '../forge/patience.ts';
import { realClock } from '../forge/real-clock.ts';
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
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: `gitops-gate/${version}`, log: silent });
  octokit.hook.after('request', refuseRedirect);
  const patience = new Patience(clock, time, { secret: token });
  return deliver(requestApi(octokit, repository, number, patience), head, plan);
}

/** An answer from elsewhere is no proof that anything was written here. */
function refuseRedirect({ status, headers }: { readonly status: number; readonly headers: object }): void {
  if (status < 300) return;
  const to = String((headers as { location?: unknown }).location ?? 'nowhere').replace(/[?#].*/s, '');
  const message = `redirected to ${to}, which is not followed`;
  throw Object.assign(new Error(message), { status, response: { headers } });
}

/** octokit warns on standard error, with addresses and answers in it; what matters is in the delivery's problems. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {}
