import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from '@jest/globals';
import { exchange } from '../../src/host/gitlab/api/exchange.ts';
import { proxyFor } from '../../src/host/gitlab/api/proxy.ts';
import { removeTemporary } from '../git/temporary-repository.ts';
import { areInstalled } from '../installed.ts';
import { certificate, startProxy } from './network.ts';

const closing: (() => void)[] = [() => removeTemporary()];
afterAll(() => {
  for (const close of closing.reverse()) close();
});

/** A server that says what it was asked; with a certificate over TLS. */
async function serve(tls?: { key: string; cert: string }): Promise<{ port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const answer = async (request: IncomingMessage) => {
    asked.push(request);
    let body = '';
    for await (const part of request) body += part;
    return JSON.stringify({ method: request.method, path: request.url, host: request.headers.host, body });
  };
  const server = tls === undefined ? createServer() : createTlsServer(tls);
  server.on('request', async (request, response) => response.end(await answer(request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

const send = (url: string, connection: { authorities?: readonly string[]; env?: Record<string, string> } = {}) =>
  exchange(
    {
      method: 'PUT',
      url: new URL(url),
      headers: { 'private-token': 't' },
      body: Buffer.from('hello'),
      signal: new AbortController().signal,
    },
    { authorities: [], env: {}, ...connection },
  );

describe('over HTTP', () => {
  test('directly, and as a proxy is asked', async () => {
    const { port, asked } = await serve();
    const direct = await send(`http://127.0.0.1:${port}/a?b=c`);
    expect([direct.status, JSON.parse(direct.text)]).toEqual([
      200,
      { method: 'PUT', path: '/a?b=c', host: `127.0.0.1:${port}`, body: 'hello' },
    ]);
    const proxy = `http://user:p%40ss@127.0.0.1:${port}`;
    const { text } = await send('http://gitlab.test/a?b=c', { env: { HTTP_PROXY: proxy } });
    expect(JSON.parse(text)).toMatchObject({ path: 'http://gitlab.test/a?b=c', host: 'gitlab.test', body: 'hello' });
    expect(asked.at(-1)?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('user:p@ss').toString('base64')}`);
    expect(asked[0]?.headers['proxy-authorization']).toBeUndefined();
  });

  test('a connection that is refused, and one that is given up', async () => {
    await expect(send('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const end = new AbortController();
    const url = new URL(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`);
    const asked = exchange(
      { method: 'GET', url, headers: {}, body: undefined, signal: end.signal },
      { authorities: [], env: {} },
    );
    setTimeout(() => end.abort(), 50);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

// Certificates are made for the test: a frozen one would expire.
(areInstalled('openssl') ? describe : describe.skip)('over HTTPS', () => {
  test('with an authority of its own, directly and through a proxy; the name is checked either way', async () => {
    const { authority, ...tls } = certificate('DNS:gitlab.forge.test,IP:127.0.0.1');
    const authorities = [readFileSync(authority, 'utf8')];
    const { port } = await serve(tls);
    const proxy = await startProxy();
    closing.push(() => void proxy.close());
    const env = { HTTPS_PROXY: proxy.url };
    expect((await send(`https://127.0.0.1:${port}/`, { authorities })).status).toBe(200);
    await expect(send(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|UNABLE/),
    });
    expect(proxy.asked).toEqual([]);
    expect(JSON.parse((await send(`https://gitlab.forge.test:${port}/x`, { authorities, env })).text)).toMatchObject({
      path: '/x',
      host: `gitlab.forge.test:${port}`,
      body: 'hello',
    });
    expect(JSON.parse((await send(`https://127.0.0.1:${port}/y`, { authorities, env })).text)).toMatchObject({
      path: '/y',
    });
    expect(proxy.asked).toEqual([`gitlab.forge.test:${port}`, `127.0.0.1:${port}`]);
    await expect(send(`https://other.test:${port}/`, { authorities, env })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    await expect(send(`https://gitlab.forge.test:${port}/`, { env })).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|UNABLE/),
    });
  });

  test('a proxy that refuses', async () => {
    const { port } = await serve();
    const refusing = createServer().on('connect', (_, socket) =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    );
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    closing.push(() => void refusing.close());
    const env = { ALL_PROXY: `127.0.0.1:${(refusing.address() as AddressInfo).port}` };
    await expect(send(`https://gitlab.test:${port}/`, { env })).rejects.toThrow('the proxy answers 407');
  });
});

describe('which proxy', () => {
  const https = new URL('https://gitlab.example.com/api');
  test.each([
    [{}, undefined],
    [{ HTTP_PROXY: 'http://p:1' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://p:1/'],
    [{ https_proxy: 'http://q:2', HTTPS_PROXY: 'http://p:1' }, 'http://q:2/'],
    [{ ALL_PROXY: 'p:1' }, 'http://p:1/'],
    [{ ALL_PROXY: 'socks5://p:1' }, undefined],
    [{ HTTPS_PROXY: 'http://' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example.com' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '.example.com' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*.example.com' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a, GITLAB.example.com:443' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://p:1', NO_PROXY: 'gitlab.example.com:8443,ample.com,lab.example.com' }, 'http://p:1/'],
  ])('%j: %s', (env, expected) => {
    expect(proxyFor(https, env)?.url.href).toBe(expected);
  });

  test.each([
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['192.168.0.0/16, 10.0.0.0/8', 'https://10.1.2.3/', true],
    ['fd00::/8', 'https://[fd00::1]/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/33', 'https://10.1.2.3/', false],
    ['10.0.0.0/8', 'https://gitlab.example.com/', false],
    ['fd00::/8', 'https://10.1.2.3/', false],
  ])('none for addresses of %s: %s', (list, url, isExcepted) => {
    const proxy = proxyFor(new URL(url), { HTTPS_PROXY: 'http://p:1', NO_PROXY: list });
    expect(proxy === undefined).toBe(isExcepted);
  });

  test('a password with a percent sign that is none of an escape', () => {
    const proxy = proxyFor(https, { HTTPS_PROXY: 'http://me:100%25@p:1' });
    const odd = proxyFor(https, { HTTPS_PROXY: 'http://me:100%@p:1' });
    for (const each of [proxy, odd]) {
      expect(each?.headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:100%').toString('base64')}`);
    }
  });
});
