import type { Caller } from '../../inputs.ts';
import type { Environment } from '../invocation.ts';

/** Who started the workflow run, and where it can be looked at. */
export function githubCaller(env: Environment, event: unknown): Caller {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
  // Of a run that somebody starts once more GITHUB_ACTOR is who started it first.
  const actor = env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR;
  const repository = server && name ? `${server}/${name}` : undefined;
  const request = (event as { pull_request?: { html_url?: unknown } } | null)?.pull_request?.html_url;
  const job =
    repository && run ? `${repository}/actions/runs/${run}${attempt ? `/attempts/${attempt}` : ''}` : undefined;
  return {
    ...(actor ? { actor } : {}),
    ...(repository ? { repository } : {}),
    ...(typeof request === 'string' ? { request } : {}),
    ...(job ? { job } : {}),
  };
}
