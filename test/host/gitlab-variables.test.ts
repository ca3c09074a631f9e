import { describe, expect, test } from '@jest/globals';
import { gitlabCaller } from '../../src/host/gitlab/gitlab-caller.ts';
import { gitlabInvocation } from '../../src/host/gitlab/gitlab-variables.ts';
import { InputError } from '../../src/input-error.ts';

const head = 'a'.repeat(40);
const source = 'b'.repeat(40);
const previousCar = 'c'.repeat(40);
const before = 'd'.repeat(40);
const zero = '0'.repeat(40);

/** As GitLab sets them (https://docs.gitlab.com/ci/variables/predefined_variables/). */
const project = {
  CI_PROJECT_ID: '42',
  CI_PROJECT_URL: 'https://gitlab.example.com/team/clusters',
  CI_DEFAULT_BRANCH: 'main',
  CI_COMMIT_SHA: head,
  CI_COMMIT_BEFORE_SHA: zero,
  CI_JOB_TOKEN: 'a-job-token',
};

const mergeRequest = {
  ...project,
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_EVENT_TYPE: 'detached',
  CI_MERGE_REQUEST_PROJECT_ID: '42',
  CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.example.com/team/clusters',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: 'e'.repeat(40),
};

const branch = { ...project, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' };

const problemsOf = (env: Record<string, string>) => {
  try {
    gitlabInvocation(env);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('no problem was found');
};

describe('merge requests', () => {
  test('detached: the target fetched now, the commit of the pipeline', () => {
    expect(gitlabInvocation(mergeRequest)).toEqual({
      kind: 'judge',
      command: 'check',
      request: { kind: 'request', base: 'refs/heads/main', head },
      remote: {
        url: undefined,
        token: 'a-job-token',
        username: 'gitlab-ci-token',
        fetch: ['refs/heads/main'],
      },
      defaultBranch: 'refs/heads/main',
      notes: [],
      isPush: false,
    });
  });

  test('merged results: the source, not the merge GitLab made', () => {
    const env = {
      ...mergeRequest,
      CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: source,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: previousCar,
    };
    expect(gitlabInvocation(env)).toMatchObject({
      request: { kind: 'request', base: 'refs/heads/main', head: source },
    });
  });

  test('merge trains: the previous car to this one', () => {
    const env = {
      ...mergeRequest,
      CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: source,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: previousCar,
    };
    expect(gitlabInvocation(env)).toMatchObject({ request: { kind: 'queue', base: previousCar, head } });
  });

  test('from a fork: the target project, for the fork’s branches are the author’s', () => {
    const env = { ...mergeRequest, CI_PROJECT_ID: '99', CI_PROJECT_URL: 'https://gitlab.example.com/someone/clusters' };
    expect(gitlabInvocation(env)).toMatchObject({ remote: { url: 'https://gitlab.example.com/team/clusters.git' } });
  });

  test('a child pipeline is still the merge request’s', () => {
    const env = { ...mergeRequest, CI_PIPELINE_SOURCE: 'parent_pipeline' };
    expect(gitlabInvocation(env)).toMatchObject({ request: { kind: 'request', head } });
  });
});

describe('branches', () => {
  test('a push: before to after', () => {
    expect(gitlabInvocation({ ...branch, CI_COMMIT_BEFORE_SHA: before })).toMatchObject({
      command: 'check',
      request: { kind: 'push', before, after: head },
      isPush: true,
    });
  });

  test('a new branch: against the default branch', () => {
    expect(gitlabInvocation({ ...branch, CI_COMMIT_BRANCH: 'topic' })).toMatchObject({
      request: { kind: 'new-branch', defaultBranch: 'refs/heads/main', head },
      remote: { fetch: ['refs/heads/main'] },
      isPush: true,
    });
  });

  test('the first push of the default branch', () => {
    expect(gitlabInvocation(branch)).toMatchObject({ request: { kind: 'first-push', head }, isPush: true });
  });

  test('a child of a scheduled pipeline is not a first push', () => {
    const env = { ...branch, CI_PIPELINE_SOURCE: 'parent_pipeline' };
    expect(gitlabInvocation(env)).toMatchObject({ command: 'audit', request: { kind: 'audit', rev: head } });
  });
});

test('a tag: the tag, trusted by the default branch', () => {
  const { CI_COMMIT_BRANCH: _, ...rest } = branch;
  expect(gitlabInvocation({ ...rest, CI_COMMIT_TAG: 'v1.0.0' })).toMatchObject({
    request: { kind: 'tag', tag: 'refs/tags/v1.0.0', defaultBranch: 'refs/heads/main' },
    isPush: false,
  });
});

test.each(['schedule', 'web', 'api', 'security_orchestration_policy', 'pipeline_execution_policy_schedule'])(
  '%s pipelines audit the commit they run on',
  (s) => {
    expect(gitlabInvocation({ ...branch, CI_PIPELINE_SOURCE: s })).toMatchObject({
      command: 'audit',
      request: { kind: 'audit', rev: head },
      isPush: false,
    });
  },
);

describe('mistakes', () => {
  test('outside GitLab every missing variable is named with what to do instead', () => {
    const problems = problemsOf({});
    expect(problems.map((p) => p.what)).toEqual(['CI_PIPELINE_SOURCE is not set.', 'CI_COMMIT_SHA is not set.']);
    for (const { fix } of problems) expect(fix).toContain('gitops-gate check --base REV');
  });

  test('a source that says nothing of commits', () => {
    expect(problemsOf({ ...branch, CI_PIPELINE_SOURCE: 'external_pull_request_event' })).toEqual([
      {
        what: 'CI_PIPELINE_SOURCE "external_pull_request_event" does not say what to compare.',
        fix: expect.stringContaining('merge request, merge train, branch, tag or scheduled pipelines'),
      },
    ]);
  });

  test('merged results without the source’s commit never fall back to the merge', () => {
    const env = { ...mergeRequest, CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result' };
    expect(problemsOf(env).map((p) => p.what)).toEqual(['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA is not set.']);
  });

  test('an event type of a later GitLab', () => {
    const env = { ...mergeRequest, CI_MERGE_REQUEST_EVENT_TYPE: 'merge_rocket' };
    expect(problemsOf(env)[0]?.what).toBe('CI_MERGE_REQUEST_EVENT_TYPE "merge_rocket" is not known.');
  });

  test('a commit id that is none', () => {
    expect(problemsOf({ ...branch, CI_COMMIT_SHA: '--upload-pack=x' })[0]).toEqual({
      what: 'CI_COMMIT_SHA is not a commit id.',
      fix: 'Do not set CI_COMMIT_SHA: GitLab does.',
    });
  });
});

test('who started the pipeline, and where it is looked at', () => {
  const job = 'https://gitlab.example.com/team/clusters/-/jobs/9';
  expect(gitlabCaller({ ...mergeRequest, GITLAB_USER_LOGIN: 'ana', CI_JOB_URL: job })).toEqual({
    actor: 'ana',
    repository: project.CI_PROJECT_URL,
    request: `${project.CI_PROJECT_URL}/-/merge_requests/7`,
    job,
  });
  expect(gitlabCaller({})).toEqual({});
});
