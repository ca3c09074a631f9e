import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import { defaultPauses, isPassing } from '../../src/git/process/persist.ts';
import { hasHttpBackend, serveGit } from './git-server.ts';
import { opened } from './opened.ts';
import { removeTemporary, TemporaryRepository } from './temporary-repository.ts';

afterAll(removeTemporary);

/** As many as a run takes, and shorter. */
const pauses = defaultPauses.map((pause) => pause / 100);

/** Fetches `main` from a server that answers the first requests itself; how many came, and what it came to. */
async function fetchFrom(answer: (request: number, response: ServerResponse) => boolean) {
  const origin = TemporaryRepository.create();
  const tip = origin.write('a', '1\n').commit();
  const clone = TemporaryRepository.create();
  let requests = 0;
  const server = await serveGit(origin.directory, (_: IncomingMessage, response) => answer(++requests, response));
  try {
    const remote = { url: `${server.url}/.git`, token: undefined };
    const fetched = await opened(
      clone.directory,
      async (git) => (await git.fetch(['refs/heads/main'])).get('refs/heads/main') === tip,
      { remote, pauses },
    ).catch((error: Error) => error.message);
    return { fetched, requests };
  } finally {
    await server.close();
  }
}

const status = (code: number) => (response: ServerResponse) => {
  response.writeHead(code).end();
  return true;
};
const reset = (response: ServerResponse) => {
  response.socket?.resetAndDestroy();
  return true;
};

(hasHttpBackend ? describe : describe.skip)('a fetch', () => {
  test.each([
    ['503', status(503)],
    ['502', status(502)],
    ['429', status(429)],
    ['a reset', reset],
  ])('survives two times %s', async (_, fail) => {
    const { fetched } = await fetchFrom((request, response) => request <= 2 && fail(response));
    expect(fetched).toBe(true);
  });

  test('is given up after three tries', async () => {
    const { fetched, requests } = await fetchFrom((_, response) => status(500)(response));
    expect([fetched, requests]).toEqual([expect.stringContaining('500'), 3]);
  });

  test.each([401, 403, 404])('is not tried again after %i', async (code) => {
    const { fetched, requests } = await fetchFrom((_, response) => status(code)(response));
    expect([fetched, requests]).toEqual([expect.stringContaining('could not be fetched'), 1]);
  });
});

test.each([
  ['fatal: unable to access https://x/: The requested URL returned error: 503', true],
  ['error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502', true],
  ['error: RPC failed; curl 56 Recv failure: Connection reset by peer', true],
  ['fatal: unable to access: Could not resolve host: github.com', true],
  ['fatal: the remote end hung up unexpectedly\nfatal: early EOF', true],
  ['no answer within 180 seconds', true],
  ['fatal: Authentication failed for https://x/', false],
  ['remote: Repository not found.\nfatal: the remote end hung up unexpectedly', false],
  ['fatal: unable to access: The requested URL returned error: 403', false],
  ["fatal: couldn't find remote ref refs/heads/x", false],
  ['fatal: could not read Username for https://x: terminal prompts disabled', false],
  ['git@github.com: Permission denied (publickey).\nfatal: the remote end hung up unexpectedly', false],
])('%j passes: %s', (stderr, expected) => expect(isPassing(stderr)).toBe(expected));
