import { describe, expect, test } from '@jest/globals';
import { gitlabHost } from '../../src/host/gitlab/gitlab.ts';
import { gitlabChannels } from '../../src/host/gitlab/gitlab-inputs.ts';
import { finding, publishing, report, verdict } from './verdict.ts';

const recorded = () => {
  const written: string[] = [];
  return {
    host: gitlabHost((text) => written.push(text), {}, gitlabChannels(new Map(), {}, undefined)),
    log: () => written.join(''),
  };
};

describe('sections of the log', () => {
  test('open and close around the work, each under its own name', async () => {
    const { host, log } = recorded();
    expect(await host.step('Verify signatures', () => Promise.resolve(1))).toBe(1);
    expect(await host.step('Read manifests', () => Promise.resolve(2))).toBe(2);
    expect(log().replace(/:\d+:/g, ':TIME:')).toBe(
      '\x1b[0Ksection_start:TIME:gitops_gate_1[collapsed=true]\r\x1b[0KVerify signatures\n' +
        '\x1b[0Ksection_end:TIME:gitops_gate_1\r\x1b[0K' +
        '\x1b[0Ksection_start:TIME:gitops_gate_2[collapsed=true]\r\x1b[0KRead manifests\n' +
        '\x1b[0Ksection_end:TIME:gitops_gate_2\r\x1b[0K',
    );
  });

  test('close when the work fails', async () => {
    const { host, log } = recorded();
    await expect(host.step('Read manifests', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(log()).toMatch(/section_end:\d+:gitops_gate_1\r/);
  });
});

test('nothing in a report can open or close a section', async () => {
  const { host, log } = recorded();
  const hostile = 'section_end:1:gitops_gate_1\r\x1b[0Ksection_start:1:x[collapsed=true]\r\x1b[0K';
  await host.publish(publishing(report(verdict({ findings: [finding({ message: hostile, remedy: hostile })] }))));
  expect(log()).toContain('section_end');
  expect(log()).not.toContain('\r');
  expect(log()).not.toContain('\x1b[0K');
});

describe('why there are no comments', () => {
  const request = {
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_PROJECT_ID: '42',
    CI_PROJECT_ID: '42',
    CI_API_V4_URL: 'https://gitlab.example/api/v4',
  };
  const said = (env: Readonly<Record<string, string>>, token?: string, flags: Readonly<Record<string, string>> = {}) =>
    gitlabChannels(new Map(Object.entries(flags)), env, token).problem;

  test.each([
    ['no token', request, undefined, /^No comments: GITOPS_GATE_TOKEN is not set\. .*role Reporter.*comment: off/],
    [
      'no token in a fork',
      { ...request, CI_PROJECT_ID: '99' },
      undefined,
      /^No comments: this pipeline runs in a fork.*A member of that project can start/,
    ],
    ['a variable that is not there', request, '$TOKEN', /names a variable that this job does not have: .*protected/],
    ['no token at all', request, 'glpat-1\nglpat-2', /holds what no token holds: set the variable to the token alone/],
    ['a deploy token', request, 'gldt-1234567', /is a token of another kind.*take a project access token/],
    ['the job’s own', { ...request, CI_JOB_TOKEN: 'ey.1.2' }, 'ey.1.2', /is a token of another kind, as the job’s own/],
    [
      'a variable that is not GitLab’s',
      { ...request, CI_API_V4_URL: 'gitlab' },
      'glpat-1',
      /^No comments: CI_API_V4_URL is not what GitLab sets: do not set it/,
    ],
    [
      'several',
      { CI_MERGE_REQUEST_IID: 'seven' },
      'glpat-1',
      /CI_API_V4_URL and CI_MERGE_REQUEST_PROJECT_ID and CI_MERGE_REQUEST_IID are not/,
    ],
  ])('%s: one line with the fix, without the token', (_, env, token, line) => {
    const problem = said(env, token);
    expect(problem).toMatch(line);
    expect(problem).not.toMatch(/[\n\r]/);
    if (token !== undefined) expect(problem).not.toContain(token);
  });

  test('is not said where nothing is asked for, and where there is no request', () => {
    expect(said(request, undefined, { comment: 'off' })).toBeUndefined();
    expect(said(request, undefined, { comment: 'summary', 'summary-comment': 'off' })).toBeUndefined();
    expect(said({})).toBeUndefined();
    expect(said({ ...request, CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train' })).toBeUndefined();
  });

  test('is the last of the log, and changes nothing else', async () => {
    const written: string[] = [];
    const host = gitlabHost((text) => written.push(text), request, gitlabChannels(new Map(), request, undefined));
    expect(await host.publish(publishing(report()))).toMatchObject({ state: 'fallback' });
    expect(written.at(-1)).toMatch(/^gitops-gate: No comments: GITOPS_GATE_TOKEN is not set\..*\n$/);
  });
});

test('the report is in the log', async () => {
  const { host, log } = recorded();
  expect(await host.publish(publishing(report()))).toEqual({ state: 'published', problems: [] });
  expect(log()).toContain('base/role.yaml:7:9');
  expect(log()).toContain('rbac-widened');
});
