import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { removeTemporary } from '../git/temporary-repository.ts';
import { areInstalled } from '../installed.ts';
import { type JobResult, Pipeline } from './gitlab-double/pipeline.ts';
import { token } from './gitlab-double/requests.ts';
import { certificate, startProxy } from './network.ts';
import { filesWith } from './sample-forge.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));
afterAll(removeTemporary);

async function open(...args: Parameters<typeof Pipeline.open>): Promise<Pipeline> {
  const pipeline = await Pipeline.open(...args);
  opened.push(pipeline);
  return pipeline;
}

const counts = ({ double: { state } }: Pipeline) => [state.threads.length, state.conversation.length];

/** The findings of a job's report. */
function findingsOf({ workspace }: JobResult): readonly { fingerprint: string }[] {
  return JSON.parse(readFileSync(join(workspace, 'gitops-gate-report/report.json'), 'utf8')).findings;
}

/** Whatever is published: each finding is in the log, and the token is nowhere. */
function expectAllInLog(result: JobResult): void {
  expect(findingsOf(result).length).toBeGreaterThan(1);
  for (const { fingerprint } of findingsOf(result)) expect(result.log).toContain(fingerprint.slice(0, 12));
  expect(result.log).not.toContain(token);
  expect(result.gitCalls).toContain('CI_JOB_NAME');
  expect(result.gitCalls).not.toContain(token);
  expect(filesWith(result.workspace, token)).toEqual([]);
}

describe('a merge request', () => {
  test('with a token has threads and a note, below a path, in a section of the log; again changes nothing', async () => {
    const pipeline = await open();
    const first = await pipeline.run({}, [], true);
    expect(first.code).toBe(1);
    expectAllInLog(first);
    expect(first.log).toContain('hold all that is there after the change (scan: state)');
    expect(first.log).toMatch(
      /section_start:\d+:gitops_gate_\d+\[collapsed=true\]\r\x1b\[0KPublish on the merge request/,
    );
    expect(counts(pipeline)).toEqual([2, 1]);
    expect(pipeline.double.state.mails).toEqual(['review']);
    const summary = pipeline.double.state.conversation[0]?.notes[0]?.body ?? '';
    expect(summary).toContain(`/team/clusters/-/blob/${pipeline.double.state.head}/clusters/prod/`);
    pipeline.double.take();
    for (const _ of [2, 3]) expect((await pipeline.run()).code).toBe(1);
    expect(pipeline.double.take().filter((route) => !route.startsWith('GET'))).toEqual([]);
    expect(pipeline.double.wrong).toEqual([]);
  });

  test('without one is judged alike, and nobody is asked', async () => {
    const pipeline = await open();
    const result = await pipeline.run({ GITOPS_GATE_TOKEN: undefined });
    expect(result.code).toBe(1);
    expectAllInLog(result);
    expect(pipeline.double.take()).toEqual([]);
    expect(result.log.match(/No comments: .*/g)).toEqual([expect.stringContaining('GITOPS_GATE_TOKEN is not set')]);
  });

  test.each([
    [
      'merged results',
      (head: string) => ({
        CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
        CI_COMMIT_SHA: 'f'.repeat(40),
      }),
    ],
    ['a child pipeline', () => ({ CI_PIPELINE_SOURCE: 'parent_pipeline' })],
    [
      'a pipeline of a fork',
      () => ({ CI_PROJECT_ID: '99', CI_PROJECT_URL: 'https://gitlab.invalid/someone/clusters' }),
    ],
  ])('%s: the same request', async (_, variables) => {
    const pipeline = await open();
    const result = await pipeline.run(variables(pipeline.double.state.head));
    expect(result.code).toBe(1);
    expect(counts(pipeline)).toEqual([2, 1]);
  });

  test('that came to nothing to judge: the summary no longer says what it said', async () => {
    const pipeline = await open();
    await pipeline.run();
    pipeline.double.state.push(pipeline.main);
    const result = await pipeline.run();
    expect(result.code).toBe(2);
    expect(pipeline.double.state.conversation.map(({ notes }) => notes[0]?.body.includes('was not judged'))).toEqual([
      true,
    ]);
    expect(result.log).not.toContain(token);
  });
});

describe('other pipelines ask nobody', () => {
  test.each([
    [
      'a merge train',
      (main: string, head: string) => ({
        CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train',
        CI_MERGE_REQUEST_TARGET_BRANCH_SHA: main,
        CI_COMMIT_SHA: head,
      }),
      1,
    ],
    [
      'a push',
      (main: string, head: string) => ({
        CI_MERGE_REQUEST_IID: undefined,
        CI_PIPELINE_SOURCE: 'push',
        CI_COMMIT_BRANCH: 'change',
        CI_COMMIT_BEFORE_SHA: main,
        CI_COMMIT_SHA: head,
      }),
      1,
    ],
    [
      'a schedule',
      (_: string, head: string) => ({
        CI_MERGE_REQUEST_IID: undefined,
        CI_PIPELINE_SOURCE: 'schedule',
        CI_COMMIT_BRANCH: 'change',
        CI_COMMIT_SHA: head,
      }),
      1,
    ],
  ])('%s', async (_, variables, code) => {
    const pipeline = await open();
    const result = await pipeline.run(variables(pipeline.main, pipeline.double.state.head));
    expect(result.code).toBe(code);
    expect(pipeline.double.take()).toEqual([]);
  });
});

describe('flags', () => {
  test('say where findings are shown', async () => {
    const pipeline = await open();
    await pipeline.run({}, ['--comment', 'off']);
    expect(pipeline.double.take().filter((route) => !route.startsWith('GET'))).toEqual([]);
    await pipeline.run({}, ['--comment', 'summary', '--name', 'prod']);
    expect(counts(pipeline)).toEqual([0, 1]);
    expect(pipeline.double.state.conversation[0]?.notes[0]?.body).toContain('gitops-gate (prod)');
    await pipeline.run({}, ['--summary-comment', 'off', '--max-comments', '1', '--name', 'other']);
    expect(counts(pipeline)).toEqual([1, 1]);
  });

  test('that turn comments off: an older summary says so once', async () => {
    const pipeline = await open();
    await pipeline.run({}, ['--comment', 'summary']);
    const summary = () => pipeline.double.state.conversation[0]?.notes[0]?.body ?? '';
    await pipeline.run({}, ['--comment', 'off']);
    expect(summary()).toContain('gitops-gate: blocked');
    pipeline.push({ 'README.md': 'Moved\n' });
    await pipeline.run({}, ['--comment', 'off']);
    expect(summary()).toContain('gitops-gate: no longer kept up to date');
    pipeline.double.take();
    await pipeline.run({}, ['--comment', 'summary', '--summary-comment', 'off']);
    expect(pipeline.double.take().filter((route) => !route.startsWith('GET'))).toEqual([]);
  });

  test('that are wrong are named, and nothing is judged', async () => {
    const pipeline = await open();
    const result = await pipeline.run({}, ['--max-comments', 'many', '--name', 'x'.repeat(101)]);
    expect(result.code).toBe(2);
    expect(result.log).toContain('--max-comments cannot be "many"');
    expect(result.log).toContain('--name is too long');
  });
});

describe('a token that may not', () => {
  test.each([
    ['is refused', { GITOPS_GATE_TOKEN: `${token}x` }, {}, 'No comments: Asking whose token it is: 401 Unauthorized.'],
    ['has no right', {}, { role: 'guest' as const }, 'No comments: '],
    [
      'is no token',
      { GITOPS_GATE_TOKEN: 'two words' },
      {},
      'No comments: GITOPS_GATE_TOKEN holds what no token holds: ',
    ],
  ])('%s: one line, the same verdict', async (_, variables, options, line) => {
    const pipeline = await open(options);
    const result = await pipeline.run(variables);
    expect(result.code).toBe(1);
    expectAllInLog(result);
    expect(result.log.split('\n').filter((each) => each.includes('No comments'))).toEqual([
      expect.stringContaining(line),
    ]);
    expect(counts(pipeline)).toEqual([0, 0]);
  });
});

describe('the way to the API', () => {
  test('a redirect to another host is not followed', async () => {
    const asked: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.headers);
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    opened.push({ close: () => new Promise((resolve) => elsewhere.close(() => resolve())) });
    const pipeline = await open();
    const location = `http://localhost:${(elsewhere.address() as AddressInfo).port}/api/v4/user?x=y`;
    pipeline.double.faults = [{ status: 307, headers: { location } }];
    const result = await pipeline.run();
    expect(result.code).toBe(1);
    expect(result.log).toContain('which is not followed');
    expect(asked).toEqual([]);
  });

  // Certificates are made for the test: a frozen one would expire.
  const withOpenssl = areInstalled('openssl') ? test : test.skip;
  withOpenssl(
    'HTTPS with the runner’s authority through a proxy; an unknown authority changes no verdict',
    async () => {
      const { authority, ...tls } = certificate('DNS:gitlab.forge.test,IP:127.0.0.1');
      const pipeline = await open({ tls });
      const proxy = await startProxy();
      opened.push(proxy);
      const unknown = await pipeline.run();
      expect([unknown.code, counts(pipeline)]).toEqual([1, [0, 0]]);
      expectAllInLog(unknown);
      await pipeline.run({ CI_SERVER_TLS_CA_FILE: authority });
      expect(counts(pipeline)).toEqual([2, 1]);
      expect(proxy.asked).toEqual([]);
      pipeline.double.state.discussions.splice(0);
      const { port } = new URL(pipeline.api);
      const named = {
        CI_SERVER_TLS_CA_FILE: authority,
        CI_API_V4_URL: `https://gitlab.forge.test:${port}/gitlab/api/v4`,
        https_proxy: proxy.url,
      };
      await pipeline.run(named);
      expect(counts(pipeline)).toEqual([2, 1]);
      expect(new Set(proxy.asked)).toEqual(new Set([`gitlab.forge.test:${port}`]));
      // Nothing but the proxy knows the name.
      const past = await pipeline.run({ ...named, NO_PROXY: '.forge.test' });
      expect(past.code).toBe(1);
      expect(past.log).toContain('no answer');
    },
  );
});
