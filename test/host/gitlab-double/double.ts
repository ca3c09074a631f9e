import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TemporaryRepository } from '../../git/temporary-repository.ts';
import type { Fault } from '../github-double/double.ts';
import { checkRequest, type KnownRequest, nested } from './check-request.ts';
import { type Abilities, type Account, bot, MergeRequestState } from './merge-request-state.ts';

export interface DoubleOptions extends Partial<Abilities> {
  /** The path the instance is below: `/gitlab`. */
  readonly prefix?: string;
  readonly token: string;
  /** Whose token it is. */
  readonly account?: Account;
  /** Serve HTTPS with this key and certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/**
 * One merge request on GitLab, on loopback: requests are checked against the documented routes and parameters, positions against git's own
 * diff; what is written can be read, changed and resolved; faults by script.
 */
export class GitlabDouble {
  readonly state: MergeRequestState;
  /** Routes of the requests so far. */
  readonly seen: string[] = [];
  /** What GitLab does not document: a test expects none. */
  readonly wrong: string[] = [];
  faults: Fault[] = [];
  /** Called when a request gets no answer, or no end of one. */
  onStall: () => void = () => undefined;
  /** Called once a request has done what it does. */
  onAnswer: () => void = () => undefined;
  readonly #options: DoubleOptions;
  readonly #counts = new Map<Fault, number>();
  readonly #server;

  constructor(repository: TemporaryRepository, base: string, head: string, options: DoubleOptions) {
    const { role = 'developer', drafts = true, reviewNotes = true, fileThreads = true } = options;
    this.state = new MergeRequestState(repository, base, head, { role, drafts, reviewNotes, fileThreads });
    this.#options = options;
    const serve = (request: IncomingMessage, response: ServerResponse) => void this.#serve(request, response);
    this.#server = options.tls === undefined ? createServer(serve) : createTlsServer(options.tls, serve);
  }

  /** The instance's address, without `/api/v4`. */
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
    return this.seen.splice(0);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const method = request.method ?? '';
    const api = `${this.#options.prefix ?? ''}/api/v4`;
    const path = url.pathname.startsWith(`${api}/`) ? url.pathname.slice(api.length) : `not the API: ${url.pathname}`;
    const body = await readBody(request.headers['content-type'], Buffer.concat(parts));
    const known = checkRequest(method, path, nested(url.searchParams), body);
    const route = 'route' in known ? known.route : `${method} ${url.pathname}`;
    this.seen.push(route);
    if ('wrong' in known) {
      this.wrong.push(`${route}: ${known.wrong}`);
      return send(response, 400, { error: known.wrong });
    }
    const fault = this.#fault(route);
    fault?.happening?.();
    if (fault?.cut === 'before') return void request.socket.destroy();
    if (fault?.stall === 'before') return this.onStall();
    if (fault?.status !== undefined && fault.isDone !== true) {
      return send(response, fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    }
    const { status, answer, headers } = this.#answer(request, known);
    this.onAnswer();
    if (fault?.stall === 'body') {
      response.writeHead(status, { 'content-type': 'application/json' });
      // Only once it has arrived.
      response.write('[', () => setTimeout(() => this.onStall(), 5));
      return;
    }
    if (fault?.cut === 'after') return void request.socket.destroy();
    if (fault?.status !== undefined)
      return send(response, fault.status, fault.body ?? { message: 'Fault' }, fault.headers);
    if (fault?.body !== undefined) return send(response, status, fault.body, fault.headers);
    send(response, status, answer, headers);
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

  #answer(
    request: IncomingMessage,
    known: KnownRequest,
  ): { status: number; answer: unknown; headers?: Readonly<Record<string, string>> } {
    const { token, account = bot } = this.#options;
    if (request.headers['private-token'] !== token) return { status: 401, answer: { message: '401 Unauthorized' } };
    return this.state.handle(known, account);
  }
}

/** JSON, or a form of several parts. */
async function readBody(type: string | undefined, bytes: Buffer): Promise<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  if (type?.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    return nested([...form].map(([name, value]) => [name, String(value)] as const));
  }
  return type === 'application/json' ? JSON.parse(bytes.toString()) : { [`a body of ${type}`]: '' };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
