import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates } from 'node:tls';
import { proxyFor } from './proxy.ts';

/** How to reach the server. */
export interface Connection {
  /** Certificates of authorities of one's own (PEM), trusted alongside the usual ones. */
  readonly authorities: readonly string[];
  /** The environment, for its proxy variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One request over HTTP. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A longer answer is none that is asked for here: a page of a hundred notes of one megabyte at most. */
const mostBytes = 128 * 1024 * 1024;

/**
 * Sends one request and reads its answer, redirects included: none is followed, so nothing of the request reaches another host.
 * By node's own client and not by `fetch`, which knows neither an authority given at run time nor, before Node 24, a proxy.
 */
export async function exchange(sent: HttpRequest, { authorities, env }: Connection): Promise<HttpAnswer> {
  const { url } = sent;
  const ca = authorities.length === 0 ? undefined : [...rootCertificates, ...authorities];
  const proxy = proxyFor(url, env);
  const { method, headers, body, signal } = sent;
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  const common = { method, headers: { ...headers, ...length }, signal };
  if (url.protocol === 'http:') {
    const by = proxy === undefined ? url : proxy.url;
    const via =
      proxy === undefined ? {} : { path: url.href, headers: { ...common.headers, host: url.host, ...proxy.headers } };
    return answerTo(httpRequest(by, { ...common, agent: false, ...via }), body);
  }
  if (proxy === undefined) return answerTo(httpsRequest(url, { ...common, agent: false, ca }), body);
  const socket = await tunnel(url, proxy, signal);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = connectTls({ socket, host, servername: isIP(host) === 0 ? host : '', ca });
  try {
    // An agent, even a fresh one, would connect by itself.
    return await answerTo(httpsRequest(url, { ...common, createConnection: () => secure }), body);
  } finally {
    // Without an agent nobody else ends it, and an open connection would keep the program from ending.
    socket.destroy();
  }
}

/** A connection to the host of `url` through the proxy. */
function tunnel(url: URL, proxy: NonNullable<ReturnType<typeof proxyFor>>, signal: AbortSignal): Promise<Socket> {
  const to = `${url.hostname}:${url.port || 443}`;
  const request = proxy.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(proxy.url, {
      method: 'CONNECT',
      path: to,
      headers: { host: to, ...proxy.headers },
      signal,
      agent: false,
    })
      .on('connect', (answer, socket: Socket) => {
        if (answer.statusCode === 200) return resolve(socket);
        socket.destroy();
        reject(new Error(`the proxy answers ${answer.statusCode}`));
      })
      .on('response', (answer) => {
        answer.destroy();
        reject(new Error(`the proxy answers ${answer.statusCode}`));
      })
      .on('error', reject)
      .end();
  });
}

function answerTo(request: ClientRequest, body: Buffer | undefined): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    request
      .on('response', (answer) => readAll(answer).then((text) => resolve(answerOf(answer, text)), reject))
      .on('error', reject)
      .end(body);
  });
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer) {
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes > mostBytes) throw new Error('the answer is too long');
  }
  return Buffer.concat(parts).toString('utf8');
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, text: string): HttpAnswer {
  const named = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return { status: statusCode, headers: Object.fromEntries(named), text };
}
