import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { temporaryDirectory } from '../git/temporary-repository.ts';

/** A certificate for these names, signed by an authority of its own. */
export function certificate(names: string): {
  readonly key: string;
  readonly cert: string;
  readonly authority: string;
} {
  const folder = temporaryDirectory();
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => {
    const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl(...request, '-subj', '/CN=Own authority', '-keyout', file('ca.key'), '-out', file('ca.pem'));
  writeFileSync(file('names'), `subjectAltName=${names}`);
  openssl(
    'req',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=forge',
    '-keyout',
    file('key'),
    '-out',
    file('csr'),
  );
  openssl(
    'x509',
    '-req',
    '-in',
    file('csr'),
    '-CA',
    file('ca.pem'),
    '-CAkey',
    file('ca.key'),
    '-days',
    '2',
    '-extfile',
    file('names'),
    '-out',
    file('cert'),
  );
  return {
    key: readFileSync(file('key'), 'utf8'),
    cert: readFileSync(file('cert'), 'utf8'),
    authority: file('ca.pem'),
  };
}

/** A proxy that connects every name to 127.0.0.1; it writes down the names. */
export async function startProxy(): Promise<{
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((_, response) => void response.writeHead(400).end());
  server.on('connect', (request, client, rest) => {
    asked.push(request.url ?? '');
    const upstream = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(rest);
      upstream.pipe(client).pipe(upstream);
    });
    // Either end takes the other along, or the server would wait for it.
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, asked, close };
}
