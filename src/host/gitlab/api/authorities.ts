import { readFile } from 'node:fs/promises';
import type { Environment } from '../../invocation.ts';

/** The instance's own authority, as the runner hands it over, and the one node is given: naming authorities replaces that. */
export async function readAuthorities(env: Environment): Promise<readonly string[]> {
  const files = [env.CI_SERVER_TLS_CA_FILE, env.NODE_EXTRA_CA_CERTS].filter(
    (file) => file !== undefined && file !== '',
  );
  const read = files.map((file) => readFile(file ?? '', 'utf8').catch(() => ''));
  return (await Promise.all(read)).filter((text) => text !== '');
}
