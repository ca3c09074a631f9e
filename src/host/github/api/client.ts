import { getOctokit } from '@actions/github';
import { version } from '../../../version.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** A client of GitHub's API that says nothing and is led nowhere else. The client is large: load this only where it is needed. */
export function githubClient(apiUrl: string, token: string): Octokit {
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: `gitops-gate/${version}`, log: silent });
  octokit.hook.after('request', refuseRedirect);
  return octokit;
}

/** One request to this address alone: followed, a write would become a read, and its text reach another host. */
export const once = (signal: AbortSignal) => ({ signal, redirect: 'manual' as const });

/** An answer from elsewhere is not proof that anything was written here. */
function refuseRedirect({ status, headers }: { readonly status: number; readonly headers: object }): void {
  if (status < 300) return;
  const to = String((headers as { location?: unknown }).location ?? 'nowhere').replace(/[?#].*/s, '');
  const message = `redirected to ${to}, which is not followed`;
  throw Object.assign(new Error(message), { status, response: { headers } });
}

/** octokit warns on standard error, with addresses and answers in it; what matters is in the failures. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {}
