import { describe, expect, test } from '@jest/globals';
import { githubJob, input } from '../../src/host/github/github-inputs.ts';
import { InputError } from '../../src/input-error.ts';
import { webhookExample } from './webhook-examples.ts';

const env = {
  GITHUB_EVENT_NAME: 'pull_request_target',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'Codertocat/Hello-World',
  GITHUB_WORKSPACE: '/work/space',
  RUNNER_TEMP: '/run/temp',
  'INPUT_GITHUB-TOKEN': 'a-token',
};

const payload = () => webhookExample('pull_request');

describe('the inputs of the action', () => {
  test('left alone', () => {
    expect(githubJob(env, payload())).toMatchObject({
      kind: 'judge',
      channels: { comment: 'inline', maxComments: 20 },
      inputs: {
        command: 'check',
        repo: '/work/space',
        failOn: undefined,
        policyPath: '.gitops-gate',
        kubernetesVersion: undefined,
        render: 'auto',
        scan: 'change',
        out: '/run/temp/gitops-gate',
        isPush: false,
        remote: { token: 'a-token' },
      },
    });
  });

  test('each of them set', () => {
    const set = {
      ...env,
      'INPUT_FAIL-ON': 'medium',
      'INPUT_POLICY-PATH': 'security',
      'INPUT_REPORT-DIR': 'reports',
      'INPUT_KUBERNETES-VERSION': '1.33',
      'INPUT_MAX-COMMENTS': '5',
      INPUT_RENDER: 'required',
      INPUT_SCAN: 'state',
      INPUT_COMMENT: ' summary ',
      INPUT_BASE: 'main',
      INPUT_HEAD: 'b'.repeat(40),
    };
    expect(githubJob(set, payload())).toMatchObject({
      channels: { comment: 'summary', maxComments: 5 },
      inputs: {
        failOn: 'medium',
        policyPath: 'security',
        out: 'reports',
        kubernetesVersion: '1.33',
        render: 'required',
        scan: 'state',
        request: { kind: 'request', base: 'refs/heads/master' },
        notes: [expect.stringContaining('base: main'), expect.stringContaining('head: ')],
      },
    });
  });

  test('who started the run, where it is looked at, and the report of the run before', () => {
    const run = { GITHUB_ACTOR: 'ana', GITHUB_RUN_ID: '5', 'INPUT_PREVIOUS-REPORT': ' cache/report.json ' };
    const repository = 'https://github.com/Codertocat/Hello-World';
    expect(githubJob({ ...env, ...run }, payload())).toMatchObject({
      inputs: {
        previousReport: 'cache/report.json',
        caller: { actor: 'ana', repository, request: `${repository}/pull/2`, job: `${repository}/actions/runs/5` },
      },
    });
    const again = { ...env, ...run, GITHUB_TRIGGERING_ACTOR: 'kim', GITHUB_RUN_ATTEMPT: '2' };
    expect(githubJob(again, payload())).toMatchObject({
      inputs: { caller: { actor: 'kim', job: `${repository}/actions/runs/5/attempts/2` } },
    });
    expect(githubJob(env, payload())).toMatchObject({ inputs: { previousReport: undefined, caller: { repository } } });
  });

  test('every mistake at once, those of the event among them', () => {
    const wrong = {
      ...env,
      GITHUB_EVENT_NAME: 'issues',
      'INPUT_GITHUB-TOKEN': '',
      'INPUT_FAIL-ON': 'hihg',
      'INPUT_KUBERNETES-VERSION': '1.3x',
      'INPUT_MAX-COMMENTS': '-1',
      INPUT_COMMENT: 'loud',
      'INPUT_SUMMARY-COMMENT': 'sometimes',
      INPUT_NAME: 'a\nb',
    };
    try {
      githubJob(wrong, {});
      throw new Error('no problem was found');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems.map((p) => p.what)).toEqual([
        'The input fail-on cannot be "hihg".',
        'The input comment cannot be "loud".',
        'The input summary-comment cannot be "sometimes".',
        'The input name cannot be "a\\nb".',
        'The input max-comments cannot be "-1".',
        'The input kubernetes-version cannot be "1.3x".',
        'The input github-token is empty, so the target branch cannot be fetched.',
        'The event "issues" does not say what to compare.',
      ]);
    }
  });

  test('unknown values are answered with all that are known', () => {
    const fixOf = (inputs: Record<string, string>) => {
      try {
        githubJob({ ...env, ...inputs }, payload());
      } catch (error) {
        if (error instanceof InputError) return error.problems.map(({ fix }) => fix);
      }
      return [];
    };
    expect(fixOf({ 'INPUT_SUMMARY-COMMENT': 'yes' })).toEqual(['One of always, when-found, off.']);
    expect(fixOf({ INPUT_COMMENT: 'yes' })).toEqual(['One of inline, summary, off.']);
    expect(fixOf({ INPUT_NAME: 'x'.repeat(101) })).toEqual(['One line of at most 100 characters.']);
  });

  test('comments are for pull requests, by the API the runner names, under the job’s name unless another is given', () => {
    const channels = (more: Record<string, string>) => {
      const job = githubJob({ ...env, ...more }, payload());
      return job.kind === 'judge' ? job.channels : undefined;
    };
    const api = { GITHUB_API_URL: 'https://ghe.example/api/v3/', GITHUB_JOB: 'gate' };
    const request = {
      apiUrl: 'https://ghe.example/api/v3',
      repository: 'Codertocat/Hello-World',
      number: 2,
      token: 'a-token',
    };
    expect(channels(api)).toMatchObject({ summary: 'when-found', name: 'gate', title: undefined, request });
    expect(channels({ ...api, INPUT_NAME: 'prod' })).toMatchObject({ name: 'prod', title: 'prod' });
    expect(channels({})?.request).toBeUndefined();
    expect(channels({ GITHUB_API_URL: 'file:///etc' })?.request).toBeUndefined();
    // Gitea and Forgejo run the action, and have no GraphQL to be asked by.
    for (const name of ['GITEA_ACTIONS', 'FORGEJO_ACTIONS']) {
      expect(channels({ ...api, [name]: 'true' })).toMatchObject({ request: undefined, isUnreachable: true });
      expect(channels({ ...api, [name]: '' })).toMatchObject({ request, isUnreachable: false });
    }
  });

  test('are read as the runner names them', () => {
    expect(input({ 'INPUT_REPORT-DIR': ' a b ' }, 'report-dir')).toBe('a b');
    expect(input({ INPUT_BASE: '  ' }, 'base')).toBeUndefined();
  });
});

test('a deleted branch is not a job', () => {
  const deleted = webhookExample('push', (p) => p.deleted === true);
  expect(githubJob({ ...env, GITHUB_EVENT_NAME: 'push' }, deleted)).toMatchObject({ kind: 'nothing' });
});
