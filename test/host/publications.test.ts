import { describe, expect, test } from '@jest/globals';
import { ApiFailure } from '../../src/host/forge/api-failure.ts';
import { githubCaller } from '../../src/host/github/github-caller.ts';
import { publicationOf as githubPublication, runAddress } from '../../src/host/github/github-publication.ts';
import { gitlabCaller } from '../../src/host/gitlab/gitlab-caller.ts';
import { gitlabChannels } from '../../src/host/gitlab/gitlab-inputs.ts';
import { gitlabLinks, publicationOf as gitlabPublication } from '../../src/host/gitlab/gitlab-publication.ts';
import { missingRight } from '../../src/host/gitlab/missing-right.ts';
import { internalError } from '../../src/host/internal-error.ts';
import { sampleReport } from '../report/sample-report.ts';

test.each<[kind: ApiFailure['kind'], status: number | undefined, message: string, remedy: string]>([
  ['unsure', undefined, 'x', ''],
  ['over', 299, 'x', ''],
  ['over', 300, 'x', 'CI_API_V4_URL has to be'],
  ['over', 399, 'x', 'CI_API_V4_URL has to be'],
  ['over', 400, 'x', ''],
  ['invalid', 403, 'x', ''],
  ['denied', 403, 'insufficient_scope', 'GITOPS_GATE_TOKEN lacks the scope api'],
  ['denied', 401, 'x', 'GITOPS_GATE_TOKEN is expired'],
  ['denied', 403, 'x', 'needs the role Reporter'],
  ['denied', 404, 'x', 'does not see the merge request'],
  ['denied', 418, 'x', ''],
])('what a token lacks by %s %s: %s', (kind, status, message, remedy) => {
  const said = missingRight(new ApiFailure(kind, message, status));
  expect(remedy === '' ? said : said.includes(remedy)).toBe(remedy === '' ? '' : true);
});

describe('where comments go on GitLab', () => {
  const env = {
    CI_JOB_NAME: 'gate',
    CI_MERGE_REQUEST_IID: '5',
    CI_MERGE_REQUEST_PROJECT_ID: '12',
    CI_PROJECT_ID: '12',
    CI_API_V4_URL: 'https://git.example.com/gitlab/api/v4/',
  };
  const channels = (
    flags: Readonly<Record<string, string>> = {},
    more: Readonly<Record<string, string | undefined>> = {},
    token: string | undefined = 'glpat-x',
  ) => gitlabChannels(new Map(Object.entries(flags)), { ...env, ...more }, token);

  test('is the merge request of the pipeline', () => {
    expect(channels()).toEqual({
      comment: 'inline',
      maxComments: 20,
      summary: 'when-found',
      name: 'gate',
      title: undefined,
      request: { server: 'https://git.example.com/gitlab', project: 12, number: 5, token: 'glpat-x' },
      problem: undefined,
    });
    expect(
      channels({ name: 'prod', 'max-comments': '0', comment: 'summary', 'summary-comment': 'always' }),
    ).toMatchObject({ name: 'prod', title: 'prod', maxComments: 0, comment: 'summary', summary: 'always' });
    expect(channels({}, { CI_API_V4_URL: undefined, CI_SERVER_URL: 'https://other.example.com' }).request?.server).toBe(
      'https://other.example.com',
    );
    expect(channels({}, { CI_MERGE_REQUEST_IID: undefined })).toMatchObject({ request: undefined, problem: undefined });
    expect(channels({}, { CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train' })).toMatchObject({
      request: undefined,
      problem: undefined,
    });
  });

  test.each<[more: Readonly<Record<string, string | undefined>>, token: string | undefined, problem: string]>([
    [{}, undefined, 'GITOPS_GATE_TOKEN is not set'],
    [{ CI_PROJECT_ID: '13' }, undefined, 'runs in a fork'],
    [{ CI_PROJECT_ID: undefined }, undefined, 'GITOPS_GATE_TOKEN is not set'],
    [{}, '$TOKEN', 'names a variable'],
    [{}, '${' + 'TOKEN}', 'names a variable'],
    [{}, 'a b', 'holds what no token holds'],
    [{}, 'gldt-x', 'a token of another kind'],
    [{}, 'glrt-x', 'a token of another kind'],
    [{ CI_JOB_TOKEN: 'glpat-x' }, 'glpat-x', 'a token of another kind'],
    [
      { CI_API_V4_URL: 'x', CI_MERGE_REQUEST_PROJECT_ID: 'y' },
      'glpat-x',
      'CI_API_V4_URL and CI_MERGE_REQUEST_PROJECT_ID are not what GitLab sets: do not set them, nor unset them.',
    ],
    [
      { CI_MERGE_REQUEST_IID: '1234567890123456' },
      'glpat-x',
      'CI_MERGE_REQUEST_IID is not what GitLab sets: do not set it, nor unset it.',
    ],
  ])('is nowhere with %j and the token %s, which is said unless nothing is wanted', (more, token, problem) => {
    const own = (flags = {}) => gitlabChannels(new Map(Object.entries(flags)), { ...env, ...more }, token);
    expect(own().request).toBeUndefined();
    expect(own().problem).toMatch(/^No comments: /);
    expect(own().problem).toContain(problem);
    expect(own({ comment: 'off' }).problem).toBeUndefined();
  });

  test('is a mistake with what cannot be', () => {
    expect(() => channels({ name: 'a\nb', 'max-comments': 'x' })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ fix: 'at most 100 characters' }),
          expect.objectContaining({ what: '--max-comments cannot be "x"' }),
        ],
      }),
    );
    for (const most of ['-1', '12345', '1x', '']) expect(() => channels({ 'max-comments': most })).toThrow();
    expect(channels({ 'max-comments': '1234' }).maxComments).toBe(1234);
  });
});

describe('who asked for a run, and where it is', () => {
  test('on GitHub', () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: 'ada',
      GITHUB_TRIGGERING_ACTOR: 'eve',
    };
    const job = 'https://github.com/a/b/actions/runs/7/attempts/2';
    expect(githubCaller(env, { pull_request: { html_url: 'https://github.com/a/b/pull/1' } })).toEqual({
      actor: 'eve',
      repository: 'https://github.com/a/b',
      request: 'https://github.com/a/b/pull/1',
      job,
    });
    expect(githubCaller({ ...env, GITHUB_TRIGGERING_ACTOR: '', GITHUB_RUN_ATTEMPT: undefined }, null)).toEqual({
      actor: 'ada',
      repository: 'https://github.com/a/b',
      job: 'https://github.com/a/b/actions/runs/7',
    });
    expect(githubCaller({ GITHUB_SERVER_URL: 'https://github.com' }, { pull_request: { html_url: 1 } })).toEqual({});
    expect(githubCaller({ GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' }, {})).toEqual({});
    expect(runAddress(env)).toBe(job);
    expect(runAddress({ ...env, GITHUB_RUN_ATTEMPT: 'x' })).toBe('https://github.com/a/b/actions/runs/7');
    expect(runAddress({ ...env, GITHUB_RUN_ID: '7x' })).toBeUndefined();
    expect(runAddress({})).toBeUndefined();
  });

  test('on GitLab', () => {
    const env = {
      GITLAB_USER_LOGIN: 'ada',
      CI_PROJECT_URL: 'https://g/a',
      CI_JOB_URL: 'https://g/j',
      CI_MERGE_REQUEST_PROJECT_URL: 'https://g/t',
      CI_MERGE_REQUEST_IID: '5',
    };
    expect(gitlabCaller(env)).toEqual({
      actor: 'ada',
      repository: 'https://g/a',
      request: 'https://g/t/-/merge_requests/5',
      job: 'https://g/j',
    });
    expect(gitlabCaller({ ...env, CI_MERGE_REQUEST_IID: '' })).not.toHaveProperty('request');
    expect(gitlabCaller({ CI_MERGE_REQUEST_IID: '5' })).toEqual({});
  });
});

describe('what is published', () => {
  const channels = { comment: 'inline', maxComments: 7, summary: 'always', name: 'gate', title: undefined } as const;
  const diff = new Map();

  test('on GitHub', () => {
    const own = { ...channels, request: undefined, isUnreachable: false };
    const publication = githubPublication(sampleReport, diff, {}, own);
    expect(publication).toMatchObject({
      name: 'gate',
      summary: 'always',
      forge: { maxComments: 7, maxFileComments: 3, commentBytes: 65_536 },
    });
    expect([publication.forge.suggestionInfo(3), 'title' in publication]).toEqual(['suggestion', false]);
    expect(githubPublication(sampleReport, diff, {}, { ...own, comment: 'summary', title: 'prod' })).toMatchObject({
      title: 'prod',
      forge: { maxComments: 0, maxFileComments: 0 },
    });
  });

  test('on GitLab', () => {
    const publication = gitlabPublication(sampleReport, diff, {}, channels);
    expect(publication).toMatchObject({
      name: 'gate',
      forge: { maxComments: 7, maxFileComments: 3, commentBytes: 999_950, graphCharacters: 2000 },
    });
    expect([publication.forge.suggestionInfo(1), publication.forge.suggestionInfo(3), 'title' in publication]).toEqual([
      'suggestion:-0+0',
      'suggestion:-2+0',
      false,
    ]);
    expect(gitlabPublication(sampleReport, diff, {}, { ...channels, comment: 'off', title: 'prod' })).toMatchObject({
      title: 'prod',
      forge: { maxComments: 0, maxFileComments: 0 },
    });
    const links = gitlabLinks({ CI_PROJECT_URL: 'https://g/a', CI_MERGE_REQUEST_PROJECT_URL: 'https://g/t' }, 'h');
    expect([links.file('a b/é.yaml', 3), links.commit('c')]).toEqual([
      'https://g/t/-/blob/h/a%20b/%C3%A9.yaml#L3',
      'https://g/t/-/commit/c',
    ]);
    expect(gitlabLinks({ CI_PROJECT_URL: 'https://g/a' }, undefined).file('a', 1)).toBeUndefined();
    expect(gitlabLinks({ CI_PROJECT_URL: 'https://g/a' }, 'h').commit('c')).toBe('https://g/a/-/commit/c');
  });
});

test('a fault of the program is said by its place, and never by its message', () => {
  const [first, second, ...rest] = internalError(new TypeError('the secret hunter2')).split('\n');
  expect(first).toMatch(/^gitops-gate \S+: internal error \(TypeError\), please report it with these lines$/);
  expect(second).toMatch(/^\s+at /);
  expect(rest.every((line) => /^\s+at /.test(line))).toBe(true);
  expect(internalError('hunter2')).toMatch(/internal error \(string\), please report it with these lines$/);
  expect(internalError(Object.assign(new Error('x'), { stack: undefined }))).not.toContain('\n');
});
