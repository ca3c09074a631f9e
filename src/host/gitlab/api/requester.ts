import type { MergeRequests } from '@gitbeaker/rest';
import { OddAnswer } from '../../forge/api-failure.ts';
import { type Connection, exchange } from './exchange.ts';

/** What gitbeaker's classes send their requests by. */
type RequesterFn = NonNullable<NonNullable<ConstructorParameters<typeof MergeRequests>[0]>['requesterFn']>;
type Requester = ReturnType<RequesterFn>;
type Service = Parameters<RequesterFn>[0];
type Options = NonNullable<Parameters<Requester['post']>[1]>;

/** A request that GitLab refused or could not do. */
class RequestError extends Error {
  readonly status: number;
  readonly response: { readonly headers: Readonly<Record<string, string>> };

  constructor(status: number, headers: Readonly<Record<string, string>>, message: string) {
    super(message);
    this.status = status;
    this.response = { headers };
  }
}

/**
 * In place of gitbeaker's own requester, which follows redirects with the token, repeats by itself and too soon, and cannot be given an
 * authority. It sends each request once; what it throws has a status and headers where GitLab answered.
 */
export function requester(connection: Connection, signal: AbortSignal): RequesterFn {
  return (service) => {
    const by = (method: string) => (endpoint: string, options: Options) =>
      send(service, method, endpoint, options, connection, signal);
    return {
      get: by('GET'),
      post: by('POST'),
      put: by('PUT'),
      patch: by('PATCH'),
      delete: by('DELETE'),
    } as unknown as Requester;
  };
}

/** Sends requests of our own by the same way. */
export interface Fetch {
  get(endpoint: string, query: Readonly<Record<string, string | number>>): ReturnType<typeof send>;
  post(endpoint: string, body: Readonly<Record<string, unknown>>): ReturnType<typeof send>;
}

/** `api` is the address up to `/api/v4`. */
export function fetcher(api: string, token: string, connection: Connection, signal: AbortSignal): Fetch {
  const service = { url: api, headers: {}, authHeaders: { 'private-token': async () => token } } as unknown as Service;
  return {
    get: (endpoint, query) => send(service, 'GET', endpoint, { searchParams: query } as Options, connection, signal),
    post: (endpoint, body) => send(service, 'POST', endpoint, { body } as Options, connection, signal),
  };
}

async function send(
  { url: base, headers: more, authHeaders }: Service,
  method: string,
  endpoint: string,
  { body, searchParams = {} }: Options = {},
  connection: Connection,
  signal: AbortSignal,
): Promise<{ body: unknown; headers: Readonly<Record<string, string>>; status: number }> {
  const url = new URL(endpoint, base.endsWith('/') ? base : `${base}/`);
  for (const [name, value] of Object.entries(searchParams)) url.searchParams.set(snakeCase(name), String(value));
  const auth = Object.fromEntries(
    await Promise.all(Object.entries(authHeaders).map(async ([name, value]) => [name, await value()] as const)),
  );
  const encoded = await encode(body);
  const headers = { ...more, ...auth, accept: 'application/json', ...encoded.headers };
  const answer = await exchange({ method, url, headers, body: encoded.bytes, signal }, connection);
  if (answer.status >= 200 && answer.status < 300) {
    const read = answer.status === 204 ? null : parse(answer.text);
    if (read === undefined) throw new OddAnswer('an answer that is not JSON');
    // Without the link to the next page, which gitbeaker would follow within the same call.
    const { link: _, ...named } = answer.headers;
    return { status: answer.status, headers: named, body: read };
  }
  throw new RequestError(answer.status, answer.headers, reason(answer.text, answer.headers));
}

/** JSON, or what gitbeaker sends as a form. */
async function encode(body: Options['body']): Promise<{ bytes: Buffer | undefined; headers: Record<string, string> }> {
  if (body instanceof FormData) {
    const form = new Response(body);
    const type = form.headers.get('content-type') ?? '';
    return { bytes: Buffer.from(await form.arrayBuffer()), headers: { 'content-type': type } };
  }
  if (body === undefined || Object.values(body).every((value) => value === undefined))
    return { bytes: undefined, headers: {} };
  return { bytes: Buffer.from(JSON.stringify(body)), headers: { 'content-type': 'application/json' } };
}

/**
 * What GitLab says is wrong: `message` or `error`, a text or a structure, and what OAuth says of the latter (RFC 6750, 3); or where
 * it redirects to, without a query.
 */
function reason(text: string, headers: Readonly<Record<string, string>>): string {
  const to = headers.location;
  if (to !== undefined) return `redirected to ${to.replace(/[?#].*/s, '')}, which is not followed`;
  const { message, error, error_description } = (parse(text) ?? {}) as Readonly<Record<string, unknown>>;
  const inner = (message as { error?: unknown } | null | undefined)?.error;
  const said = (typeof inner === 'string' ? inner : message) ?? error ?? '';
  const more = typeof error_description === 'string' ? `: ${error_description}` : '';
  return `${(typeof said === 'string' ? said : JSON.stringify(said)).replace(/^\d{3} /, '')}${more}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
