import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TemporaryRepository } from '../../git/temporary-repository.ts';
import { checkRequest } from './check-request.ts';
import { runGraphql } from './graphql.mjs';
import { PullRequestState } from './pull-request-state.ts';

/** A request as it came. */
export interface Seen {
  readonly method: string;
  /** `POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews`, `query Written`, `mutation Fold`. */
  readonly route: string;
  readonly body: unknown;
  readonly time: number;
}

/** What goes wrong with some requests: the first `times` (default: all) whose route matches. */
export interface Fault {
  readonly route?: RegExp;
  readonly times?: number;
  /** How many matching requests are answered well first. */
  readonly after?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is. */
  readonly body?: unknown;
  /** Cut the connection: before anything is done, or after it is done and before it is answered. */
  readonly cut?: 'before' | 'after';
  /** Never answer; or do what is asked, send the answer's headers and then nothing. */
  readonly stall?: 'before' | 'body';
  /** Do what is asked, and answer with `status` all the same. */
  readonly isDone?: boolean;
  /** What else happens before the request is looked at, e.g. a push. */
  readonly happening?: () => void;
}

export interface DoubleOptions {
  /** The API's path on its host: `/api/v3` on GitHub Enterprise Server. */
  readonly prefix?: string;
  readonly token: string;
  /** What the token may do with pull requests, and with contents. */
  readonly pulls?: 'write' | 'read' | 'none';
  readonly contents?: 'write' | 'read';
  /** Serve HTTPS with this key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/**
 * One pull request on GitHub, on loopback: requests are checked against GitHub's own descriptions (unknown fields are refused), lines
 * against git's own diff; what is written can be read, changed, resolved and folded; faults by script.
 */
export class GithubDouble {
  readonly state: PullRequestState;
  readonly seen: Seen[] = [];
  /** What was wrong with requests by GitHub's description: a test expects none. */
  readonly wrong: string[] = [];
  faults: Fault[] = [];
  /** Called when a request gets no answer, or no end of one. */
  onStall: () => void = () => undefined;
  readonly #options: DoubleOptions;
  readonly #counts = new Map<Fault, number>();
  readonly #server;

  constructor(repository: TemporaryRepository, base: string, head: string, options: DoubleOptions) {
    this.state = new PullRequestState(repository, base, head, options.contents === 'write');
    this.#options = options;
    const serve = (request: IncomingMessage, response: ServerResponse) => void this.#serve(request, response);
    this.#server = options.tls === undefined ? createServer(serve) : createTlsServer(options.tls, serve);
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    const { tls, prefix = '' } = this.#options;
    return `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}${prefix}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  /** Routes of the requests so far; forgets them. */
  take(): string[] {
    return this.seen.splice(0).map(({ route }) => route);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = text === '' ? undefined : JSON.parse(text);
    const method = request.method ?? '';
    const prefix = this.#options.prefix ?? '';
    // On Enterprise Server REST is below /api/v3 and GraphQL at /api/graphql.
    const graphqlPath = prefix === '' ? '/graphql' : '/api/graphql';
    const isGraphql = url.pathname === graphqlPath;
    url.pathname = url.pathname.slice(isGraphql ? 0 : prefix.length);
    const known = isGraphql ? { route: nameOf(body), parameters: {} } : checkRequest(method, url, body);
    const route = 'route' in known ? known.route : `${method} ${url.pathname}`;
    this.seen.push({ method, route, body, time: Date.now() });
    if ('wrong' in known) {
      this.wrong.push(`${route}: ${known.wrong}`);
      return send(response, 422, { message: 'Validation Failed', errors: [known.wrong] });
    }
    const fault = this.#fault(route);
    fault?.happening?.();
    if (fault?.cut === 'before') return void request.socket.destroy();
    if (fault?.stall === 'before') return this.onStall();
    if (fault?.status !== undefined && fault.isDone !== true) {
      return send(response, fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    }
    const { status, answer } = await this.#answer(request, known, body);
    if (fault?.stall === 'body') {
      response.writeHead(status, { 'content-type': 'application/json' });
      // Only once it has arrived.
      response.write('{"data":', () => setTimeout(() => this.onStall(), 5));
      return;
    }
    if (fault?.cut === 'after') return void request.socket.destroy();
    if (fault?.status !== undefined)
      return send(response, fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    if (fault?.body !== undefined) return send(response, status, fault.body, fault.headers);
    send(response, status, answer);
  }

  #fault(route: string): Fault | undefined {
    return this.faults.find((fault) => {
      if (fault.route !== undefined && !fault.route.test(route)) return false;
      const count = (this.#counts.get(fault) ?? 0) + 1;
      this.#counts.set(fault, count);
      const after = fault.after ?? 0;
      return count > after && count <= after + (fault.times ?? Number.POSITIVE_INFINITY);
    });
  }

  async #answer(
    request: IncomingMessage,
    { route, parameters }: { route: string; parameters: Readonly<Record<string, string | number>> },
    body: unknown,
  ): Promise<{ status: number; answer: unknown }> {
    const { token, pulls = 'write' } = this.#options;
    if (!new RegExp(`^(?:token|bearer) ${token}$`, 'i').test(request.headers.authorization ?? '')) {
      return { status: 401, answer: { message: 'Bad credentials' } };
    }
    if (request.headers['user-agent'] === undefined)
      return { status: 403, answer: 'Request forbidden by administrative rules.' };
    const isGraphql = !route.includes('/');
    const isWrite = isGraphql ? route.startsWith('mutation') : !route.startsWith('GET');
    const integration = 'Resource not accessible by integration';
    if (pulls === 'none' || (isWrite && pulls === 'read')) {
      if (!isGraphql) return { status: 403, answer: { message: integration } };
      const data = isWrite ? null : { viewer: { login: this.state.viewer }, repository: null };
      return { status: 200, answer: { data, errors: [{ type: 'FORBIDDEN', message: integration }] } };
    }
    if (!isGraphql) return this.state.rest(route, parameters, body);
    const { query, variables } = body as { query: string; variables: Readonly<Record<string, unknown>> };
    const answer = await runGraphql(query, variables ?? {}, this.state.root());
    const errors = (answer.errors ?? []) as readonly {
      extensions?: { type?: string };
      originalError?: unknown;
      message: string;
    }[];
    // What is not a fault of the request has a type; what GitHub's schema does not know has not.
    for (const error of errors) if (error.extensions?.type === undefined) this.wrong.push(`${route}: ${error.message}`);
    const typed = errors.map((error) => ({ message: error.message, type: error.extensions?.type }));
    return { status: 200, answer: errors.length > 0 ? { ...answer, errors: typed } : answer };
  }
}

function nameOf(body: unknown): string {
  const query = String((body as { query?: unknown } | undefined)?.query);
  return /\b(?:query|mutation)\s+\w+/.exec(query)?.[0] ?? 'unnamed';
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
