import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { publishOnRequest } from '../../src/host/github/github-publish.ts';
import { removeTemporary } from '../git/temporary-repository.ts';
import { areInstalled } from '../installed.ts';
import { finding } from '../report/sample-report.ts';
import { fastClock } from './clocks.ts';
import type { Fault } from './github-double/double.ts';
import { planWith } from './github-double/plan-with.ts';
import { annotationsOf, findingsOf, RequestFixture, token } from './github-double/request-fixture.ts';
import { certificate, startProxy } from './network.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));
afterAll(removeTemporary);

async function open(...args: Parameters<typeof RequestFixture.open>): Promise<RequestFixture> {
  const fixture = await RequestFixture.open(...args);
  opened.push(fixture);
  return fixture;
}

describe('the built action, when the API is at fault', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['the review is written and the connection cut', { route: /reviews$/, times: 1, cut: 'after' }, 'published'],
    [
      'a secondary limit with Retry-After',
      {
        route: /reviews$/,
        times: 1,
        status: 403,
        headers: { 'retry-after': '1' },
        body: { message: 'You have exceeded a secondary rate limit' },
      },
      'published',
    ],
    ['a limit of an hour', { status: 429, headers: { 'retry-after': '3600' } }, 'failed'],
  ];
  test.each(faults)('%s: same verdict, all shown, and nothing twice', async (_, fault, status) => {
    const fixture = await open();
    const { double } = fixture;
    double.faults = [fault];
    const result = await fixture.run();
    expect([result.code, result.outputs.outcome, result.outputs['publish-status']]).toEqual([1, 'blocked', status]);
    const isCommented = double.state.notes.length > 0;
    expect(annotationsOf(result)).toHaveLength(isCommented ? 0 : findingsOf(result).length);
    expect(result.log.split('\n').filter((line) => line.includes(token) && !line.startsWith('::add-mask::'))).toEqual(
      [],
    );
    double.faults = [];
    for (const _ of [2, 3]) await fixture.run();
    expect([double.state.threads.length, double.state.notes.length]).toEqual([2, 1]);
  });
});

describe('publishing over the network, on a clock that runs faster', () => {
  const files = { base: { 'a.yaml': 'a: 1\nb: 2\n' }, head: { 'a.yaml': 'a: 1\nb: 3\n' } };
  const found = finding('rbac-widened', 'critical', {
    message: 'One.',
    position: { file: 'a.yaml', line: 2, column: 1 },
  });
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['reading gets no answer once', { route: /^query/, times: 1, stall: 'before' }, 'published'],
    ['reading never gets an answer', { route: /^query/, stall: 'before' }, 'failed'],
    ['an answer that never ends', { route: /^query/, stall: 'body' }, 'failed'],
    ['reading is 502 for ever', { route: /^query/, status: 502, body: '<html>' }, 'failed'],
    [
      'the summary is written and answered 500',
      { route: /^POST .*issues/, times: 1, status: 500, isDone: true },
      'published',
    ],
    [
      'a secondary limit without Retry-After',
      { route: /reviews$/, times: 1, status: 403, body: { message: 'You have exceeded a secondary rate limit' } },
      'published',
    ],
    ['answers that are no JSON', { body: 'All fine.' }, 'failed'],
  ];
  test.each(faults)('%s: given up in time, and nothing twice', async (_, fault, state) => {
    const { double, apiUrl } = await open(files);
    const publish = () => {
      const target = { apiUrl, repository: 'shop/clusters', number: 2, token, head: double.state.head };
      return publishOnRequest(target, planWith([found], files), fastClock(25));
    };
    double.faults = [fault];
    const delivery = await publish();
    expect(delivery.state).toBe(state);
    expect(delivery.hasSummary).toBe(state === 'published');
    double.faults = [];
    for (const _ of [2, 3]) expect((await publish()).state).toBe('published');
    expect([double.state.threads.length, double.state.notes.length]).toEqual([1, 1]);
  });
});

// Certificates are made for the test: a frozen one would expire.
(areInstalled('openssl') ? describe : describe.skip)('the way to the API', () => {
  test('HTTPS with an authority of its own, through a proxy, and past it', async () => {
    const { authority, ...tls } = certificate('DNS:api.forge.test,IP:127.0.0.1');
    const fixture = await open({}, { tls });
    const proxy = await startProxy();
    opened.push(proxy);
    const direct = await fixture.run({ env: { NODE_EXTRA_CA_CERTS: authority } });
    expect(direct.outputs['publish-status']).toBe('published');
    expect(proxy.asked).toEqual([]);

    const { port } = new URL(fixture.apiUrl);
    const named = {
      GITHUB_API_URL: `https://api.forge.test:${port}`,
      NODE_EXTRA_CA_CERTS: authority,
      HTTPS_PROXY: proxy.url,
    };
    const proxied = await fixture.run({ env: named });
    expect(proxied.outputs['publish-status']).toBe('published');
    expect(new Set(proxy.asked)).toEqual(new Set([`api.forge.test:${port}`]));

    const asked = proxy.asked.length;
    const past = await fixture.run({ env: { ...named, NO_PROXY: 'api.forge.test' } });
    expect(proxy.asked).toHaveLength(asked);
    // Nothing but the proxy knows the name.
    expect([past.code, past.outputs['publish-status']]).toEqual([1, 'failed']);
  });

  test('an authority that is not known: no comments, the verdict stays', async () => {
    const { authority: _, ...tls } = certificate('IP:127.0.0.1');
    const fixture = await open({}, { tls });
    const result = await fixture.run();
    expect([result.code, result.outputs['publish-status']]).toEqual([1, 'failed']);
    expect(annotationsOf(result)).toHaveLength(findingsOf(result).length);
    expect(fixture.double.take()).toEqual([]);
  });
});
