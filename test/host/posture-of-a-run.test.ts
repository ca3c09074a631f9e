import { describe, expect, test } from '@jest/globals';
import { githubJob } from '../../src/host/github/github-inputs.ts';
import { gitlabPosture } from '../../src/host/gitlab/gitlab-inputs.ts';
import { webhookExample } from './webhook-examples.ts';

describe('on GitHub', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com/',
    GITHUB_REPOSITORY: 'shop/clusters',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKSPACE: '/work/space',
    'INPUT_GITHUB-TOKEN': 'a-token',
  };
  const posture = (more: Record<string, string>, payload: unknown = {}) => {
    const job = githubJob({ ...env, ...more }, payload);
    return job.kind === 'judge' ? job.inputs.posture : undefined;
  };

  test.each(['schedule', 'workflow_dispatch'])('%s reads how the repository is set up', (event) => {
    expect(posture({ GITHUB_EVENT_NAME: event })).toEqual({
      forge: 'github',
      api: 'https://api.github.com',
      repository: 'shop/clusters',
      token: 'a-token',
      branch: undefined,
      as: 'unasked',
    });
  });

  test('a change asks nothing of it, and neither does another forge', () => {
    expect(posture({ GITHUB_EVENT_NAME: 'pull_request_target' }, webhookExample('pull_request'))).toBeUndefined();
    for (const name of ['GITEA_ACTIONS', 'FORGEJO_ACTIONS'])
      expect(posture({ GITHUB_EVENT_NAME: 'schedule', [name]: 'true' })).toBeUndefined();
  });
});

describe('on GitLab', () => {
  const env = { CI_API_V4_URL: 'https://git.example.com/gitlab/api/v4', CI_PROJECT_PATH: 'shop/platform/clusters' };

  test('a token of the gate reads how the project is set up', () => {
    expect(gitlabPosture(env, 'glpat-x')).toEqual({
      posture: {
        forge: 'gitlab',
        api: 'https://git.example.com/gitlab/api/v4',
        repository: 'shop/platform/clusters',
        token: 'glpat-x',
        branch: undefined,
        as: 'unasked',
      },
      notes: [],
    });
  });

  test.each([
    [undefined, {}, 'GITOPS_GATE_TOKEN is not set'],
    ['$TOKEN', {}, 'names a variable that this job does not have'],
    ['glcbt-64_x', {}, 'a token of another kind'],
    ['job', { CI_JOB_TOKEN: 'job' }, 'a token of another kind'],
    ['a b', {}, 'holds what no token holds'],
    ['glpat-x', { CI_PROJECT_PATH: '../..?x' }, 'is not what GitLab sets'],
  ])('%s: a note says why not', (token, more, why) => {
    const { posture, notes } = gitlabPosture({ ...env, ...more }, token);
    expect(posture).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining(why)]);
  });
});
