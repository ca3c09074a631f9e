import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { githubEvents, githubInvocation } from '../../src/host/github/github-event.ts';
import { InputError } from '../../src/input-error.ts';
import { runs } from '../thorough.ts';
import { webhookExample, webhookExamples } from './webhook-examples.ts';

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const pushed = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
const other = '1'.repeat(40);
const zero = '0'.repeat(40);

const given = { base: undefined, head: undefined, token: 'a-token' };

const env = (event: string, more: Record<string, string> = {}) => ({
  GITHUB_EVENT_NAME: event,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'Codertocat/Hello-World',
  // A synthetic merge on pull requests: it must never be what is judged.
  GITHUB_SHA: 'f'.repeat(40),
  ...more,
});

const problemsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('no problem was found');
};

describe('pull requests', () => {
  test.each(['pull_request', 'pull_request_target'])('%s: the target fetched now, the head of the payload', (event) => {
    expect(githubInvocation(env(event), webhookExample('pull_request'), given)).toEqual({
      kind: 'judge',
      command: 'check',
      request: { kind: 'request', base: 'refs/heads/master', head },
      remote: {
        url: 'https://github.com/Codertocat/Hello-World',
        token: 'a-token',
        fetch: ['refs/heads/master'],
      },
      defaultBranch: 'refs/heads/master',
      notes: [],
      isPush: false,
    });
  });

  test('every example payload is understood', () => {
    const payloads = webhookExamples('pull_request');
    expect(payloads.length).toBeGreaterThan(20);
    for (const payload of payloads) {
      const invocation = githubInvocation(env('pull_request'), payload, given);
      expect(invocation).toMatchObject({ request: { kind: 'request', base: 'refs/heads/master', head } });
    }
  });

  test('GitHub Enterprise Server: the server of the environment', () => {
    const more = { GITHUB_SERVER_URL: 'https://ghe.example.com/', GITHUB_REPOSITORY: 'team/clusters' };
    const invocation = githubInvocation(env('pull_request', more), webhookExample('pull_request'), given);
    expect(invocation).toMatchObject({ remote: { url: 'https://ghe.example.com/team/clusters' } });
  });

  test.each([
    ['another base', { base: 'release/1.0' }, ['base: release/1.0']],
    ['an older state of the target', { base: other }, [`base: ${other}`]],
    ['another head', { head: other }, [`head: ${other}`]],
    ['both', { base: 'weak', head: 'harmless' }, ['base: weak', 'head: harmless']],
    ['the same base', { base: 'master' }, []],
    ['the same head', { base: 'refs/heads/master', head }, []],
  ])('the inputs cannot name %s: a pass would count for what the event says', (_, inputs, noted) => {
    const invocation = githubInvocation(env('pull_request'), webhookExample('pull_request'), { ...given, ...inputs });
    expect(invocation).toMatchObject({
      request: { kind: 'request', base: 'refs/heads/master', head },
      remote: { fetch: ['refs/heads/master'] },
      notes: noted.map((input) => expect.stringContaining(`The input ${input} was not followed`)),
    });
  });

  test('into another branch than the default one, which is named', () => {
    const payload = structuredClone(webhookExample('pull_request')) as { pull_request: { base: { ref: string } } };
    payload.pull_request.base.ref = 'weak';
    expect(githubInvocation(env('pull_request'), payload, given)).toMatchObject({
      request: { kind: 'request', base: 'refs/heads/weak' },
      defaultBranch: 'refs/heads/master',
    });
  });
});

describe('merge queues', () => {
  test('base_sha to head_sha', () => {
    const invocation = githubInvocation(env('merge_group'), webhookExample('merge_group'), given);
    expect(invocation).toMatchObject({
      command: 'check',
      isPush: false,
      request: {
        kind: 'queue',
        base: '380387fbc80638b734a49e1be1c4dfec1c01b33c',
        head: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
        branch: 'main',
      },
      remote: {
        fetch: [],
      },
      defaultBranch: 'refs/heads/main',
    });
  });

  test('the inputs cannot name another base', () => {
    const inputs = { ...given, base: 'weak', head: other };
    expect(githubInvocation(env('merge_group'), webhookExample('merge_group'), inputs)).toMatchObject({
      request: { kind: 'queue', branch: 'main' },
      notes: [expect.stringContaining('base: weak'), expect.stringContaining('head: ')],
    });
  });
});

describe('pushes', () => {
  const toBranch = () => webhookExample('push', (p) => p.ref === 'refs/heads/master');

  test('to a branch that was there: before to after', () => {
    const payload = { ...toBranch(), before: other, created: false };
    expect(githubInvocation(env('push'), payload, given)).toMatchObject({
      request: { kind: 'push', before: other, after: pushed, branch: 'master' },
      remote: { fetch: [] },
      isPush: true,
    });
  });

  test('forced: the same', () => {
    const payload = { ...toBranch(), before: other, created: false, forced: true };
    expect(githubInvocation(env('push'), payload, given)).toMatchObject({
      request: { kind: 'push', before: other, after: pushed },
    });
  });

  test('the first one of the default branch', () => {
    expect(githubInvocation(env('push'), toBranch(), given)).toMatchObject({
      request: { kind: 'first-push', head: pushed },
      isPush: true,
    });
  });

  test('of a new branch: against the default branch', () => {
    const payload = { ...toBranch(), ref: 'refs/heads/topic' };
    expect(githubInvocation(env('push'), payload, given)).toMatchObject({
      request: { kind: 'new-branch', defaultBranch: 'refs/heads/master', head: pushed },
      remote: { fetch: ['refs/heads/master'] },
      isPush: true,
    });
  });

  test('of a tag: the tag, whose signature counts as on a release', () => {
    const payload = webhookExample('push', (p) => p.ref === 'refs/tags/simple-tag' && p.created === true);
    expect(githubInvocation(env('push'), payload, given)).toMatchObject({
      request: { kind: 'tag', tag: 'refs/tags/simple-tag', defaultBranch: 'refs/heads/master' },
      isPush: false,
    });
  });

  test.each(['refs/tags/simple-tag', 'refs/heads/gone'])('that delete %s leave nothing to judge', (ref) => {
    const payload = { ...webhookExample('push', (p) => p.deleted === true), ref };
    expect(githubInvocation(env('push'), payload, given)).toEqual({
      kind: 'nothing',
      note: `${ref} was deleted: there is nothing to judge.`,
    });
    expect(payload).toMatchObject({ after: zero });
  });
});

describe('releases', () => {
  test('published: their tag', () => {
    const payload = webhookExample('release', (p) => p.action === 'published');
    expect(githubInvocation(env('release'), payload, given)).toMatchObject({
      request: { kind: 'tag', tag: 'refs/tags/0.0.1', defaultBranch: 'refs/heads/master' },
      isPush: false,
    });
  });

  test('deleted: nothing', () => {
    const payload = webhookExample('release', (p) => p.action === 'deleted');
    expect(githubInvocation(env('release'), payload, given)).toMatchObject({ kind: 'nothing' });
  });
});

describe('audits', () => {
  test('on a schedule: the branch that the run is on, fetched now', () => {
    const invocation = githubInvocation(
      env('schedule', { GITHUB_REF: 'refs/heads/main' }),
      { schedule: '0 3 * * *' },
      given,
    );
    expect(invocation).toMatchObject({
      command: 'audit',
      request: { kind: 'audit', rev: 'refs/heads/main' },
      remote: { fetch: ['refs/heads/main'] },
    });
  });

  test('by hand: the ref of the payload', () => {
    const payload = webhookExample('workflow_dispatch', (p) => p.ref === 'refs/heads/main');
    expect(githubInvocation(env('workflow_dispatch'), payload, given)).toMatchObject({
      command: 'audit',
      request: { kind: 'audit', rev: 'refs/heads/main' },
    });
  });

  test('without any ref it is a problem', () => {
    const problems = problemsOf(() => githubInvocation(env('schedule'), { schedule: '0 3 * * *' }, given));
    expect(problems).toEqual([
      {
        what: 'Neither the event nor GITHUB_REF names a ref to audit.',
        fix: 'Run the gate in a workflow of this repository.',
      },
    ]);
  });
});

describe('mistakes', () => {
  test('an event that says nothing of commits names those that do', () => {
    const [problem, ...rest] = problemsOf(() => githubInvocation(env('issue_comment'), {}, given));
    expect(rest).toEqual([]);
    expect(problem?.what).toBe('The event "issue_comment" does not say what to compare.');
    for (const event of githubEvents) expect(problem?.fix).toContain(event);
  });

  test('such an event works with base and head', () => {
    const invocation = githubInvocation(env('issue_comment'), {}, { ...given, base: 'main', head: other });
    expect(invocation).toMatchObject({
      request: { kind: 'request', base: 'refs/heads/main', head: other },
      remote: { fetch: ['refs/heads/main'] },
    });
  });

  test('but takes policy and keys from the default branch', () => {
    const event = { repository: { default_branch: 'main' } };
    expect(githubInvocation(env('issue_comment'), event, { ...given, base: 'weak', head: other })).toMatchObject({
      request: { kind: 'request', base: 'refs/heads/weak', head: other, trust: 'refs/heads/main' },
      remote: { fetch: ['refs/heads/weak', 'refs/heads/main'] },
    });
  });

  test('base alone on a push', () => {
    const payload = webhookExample('push', (p) => p.ref === 'refs/heads/master');
    const problems = problemsOf(() => githubInvocation(env('push'), payload, { ...given, base: 'main' }));
    expect(problems).toEqual([
      { what: 'The input base alone says too little on push.', fix: 'Give both base and head, or neither.' },
    ]);
  });

  test('no token', () => {
    const payload = webhookExample('pull_request');
    const problems = problemsOf(() => githubInvocation(env('pull_request'), payload, { ...given, token: undefined }));
    expect(problems).toEqual([
      {
        what: 'The input github-token is empty, so the target branch cannot be fetched.',
        fix: "Remove the input to use the job's own token (it needs contents: read), or give a token that is not empty.",
      },
    ]);
  });

  test('no token in a run for a fork says that forks get none', () => {
    const payload = webhookExample('pull_request');
    Object.assign((payload.pull_request as { head: { repo: object } }).head.repo, { full_name: 'someone/Hello-World' });
    const problems = problemsOf(() => githubInvocation(env('pull_request'), payload, { ...given, token: undefined }));
    expect(problems[0]?.what).toContain('This request comes from a fork: such runs get no secrets.');
  });

  test('every problem at once', () => {
    const problems = problemsOf(() =>
      githubInvocation(
        { GITHUB_EVENT_NAME: 'pull_request' },
        { pull_request: { head: { sha: 'main' } } },
        {
          ...given,
          token: undefined,
        },
      ),
    );
    expect(problems.map((p) => p.what)).toEqual([
      'GITHUB_SERVER_URL is not set.',
      'GITHUB_REPOSITORY is not set.',
      'The input github-token is empty, so the target branch cannot be fetched.',
      'The event file has no text at pull_request.base.ref.',
      'The event file has no commit id at pull_request.head.sha.',
    ]);
  });

  test('whatever the event file holds: an invocation with full commit ids, or problems with their fixes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...githubEvents), fc.json(), (event, json) => {
        try {
          const invocation = githubInvocation(env(event), JSON.parse(json), given);
          expect(invocation.kind).toMatch(/^(judge|nothing)$/);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const { what, fix } of error.problems) expect(what !== '' && fix !== '').toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
