import type { Caller } from '../../inputs.ts';
import type { Environment } from '../invocation.ts';

/** Who started the pipeline, and where it can be looked at (https://docs.gitlab.com/ci/variables/predefined_variables/). */
export function gitlabCaller(env: Environment): Caller {
  const { GITLAB_USER_LOGIN: actor, CI_PROJECT_URL: repository, CI_JOB_URL: job } = env;
  const { CI_MERGE_REQUEST_PROJECT_URL: target, CI_MERGE_REQUEST_IID: number } = env;
  return {
    ...(actor ? { actor } : {}),
    ...(repository ? { repository } : {}),
    ...(target && number ? { request: `${target}/-/merge_requests/${number}` } : {}),
    ...(job ? { job } : {}),
  };
}
