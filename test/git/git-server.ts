import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { plainEnvironment } from './temporary-repository.ts';

/** Whether this git brings the program that serves repositories over HTTP. */
export const hasHttpBackend = spawnSync('sh', ['-c', 'test -x "$(git --exec-path)/git-http-backend"']).status === 0;

export interface GitServer {
  readonly url: string;
  /** The authorization headers that came, one for each request. */
  readonly authorizations: readonly (string | undefined)[];
  close(): Promise<void>;
}

/**
 * Serves the repositories next to `directory` over HTTP on loopback, by `git http-backend`. `answer` may answer a request
 * itself (then it returns true).
 */
export async function serveGit(
  directory: string,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<GitServer> {
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    if (!answer(request, response)) void serve(dirname(directory), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const name = directory.slice(dirname(directory).length);
  return { url: `http://127.0.0.1:${port}${name}`, authorizations, close: () => stop(server) };
}

/** Whether a request carries this user and password; answers 401 where it does not. */
export function demand(user: string, password: string) {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.headers.authorization === expected) return false;
    response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
    return true;
  };
}

/** What `git http-backend` said: the response's head as lines, and its body. */
interface Answer {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Git answers the same question about the same repository in the same way: it is not started twice for it. */
const answers = new Map<string, Answer>();

async function serve(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const data of request) parts.push(data as Buffer);
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(pathname);
  const question = {
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    PATH_INFO: path,
    QUERY_STRING: search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
  };
  const body = Buffer.concat(parts);
  const repository = join(root, path.replace(/\/(?:info\/refs|git-[a-z-]+|HEAD|objects\/.*)$/, ''));
  const key = `${stateOf(repository)}\n${JSON.stringify(question)}\n${body.toString('latin1')}`;
  const answer = answers.get(key) ?? (await ask(root, question, body));
  answers.set(key, answer);
  for (const line of answer.headers) {
    const [name = '', value = ''] = line.split(/: (.*)/s);
    if (name.toLowerCase() === 'status') response.statusCode = Number(value.slice(0, 3));
    else response.setHeader(name, value);
  }
  response.end(answer.body);
}

/** All that an answer depends on: the names and sizes of the repository's objects, and what its other files hold. */
function stateOf(repository: string): string {
  if (!existsSync(repository)) return `${repository} is not there`;
  const files = readdirSync(repository, { recursive: true, encoding: 'utf8' }).sort();
  const lines = files.map((file) => {
    const status = statSync(join(repository, file));
    if (!status.isFile()) return file;
    return /^objects\//.test(file)
      ? `${file} ${status.size}`
      : `${file} ${readFileSync(join(repository, file), 'latin1')}`;
  });
  return lines.join('\n');
}

function ask(root: string, question: Readonly<Record<string, string>>, body: Buffer): Promise<Answer> {
  const env = { ...plainEnvironment(), GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', ...question };
  const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], { env });
  child.stdin.on('error', () => undefined);
  child.stdin.end(body);
  const parts: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => parts.push(data));
  return new Promise((resolve) => {
    child.on('close', () => {
      const output = Buffer.concat(parts);
      const end = output.indexOf('\r\n\r\n');
      resolve({ headers: output.toString('latin1', 0, end).split('\r\n'), body: output.subarray(end + 4) });
    });
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
