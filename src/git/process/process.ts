import { execFile, spawn } from 'node:child_process';

/** Where a git process runs, and all of its environment. */
export interface Place {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Output {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A git process that ended with an error. */
export class GitFailure extends Error {
  readonly code: number;
  readonly stderr: string;

  constructor(args: readonly string[], code: number, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${code}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.code = code;
    this.stderr = stderr;
  }
}

/** How much of what git says on its standard error is kept. */
export const keptErrorBytes = 1 << 16;

/** Runs git to its end and gives what it said; the exit code is the caller's to judge. Throws where there is no git. */
export function runGit(place: Place, args: readonly string[]): Promise<Output> {
  const options = {
    cwd: place.directory,
    env: place.environment,
    encoding: 'buffer',
    maxBuffer: Number.POSITIVE_INFINITY,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile('git', args, options, (error, stdout, stderr) => {
      if (typeof error?.code === 'string') reject(error);
      else resolve({ code: error === null ? 0 : (error.code ?? 128), stdout, stderr: stderr.toString('utf8') });
    });
    child.stdin?.end();
  });
}

/**
 * Runs git with `input` on its standard input and yields what it prints as it comes; git waits where the reader is slow.
 * Throws GitFailure where it ends with an error or `timeout` (milliseconds) has passed.
 */
export async function* streamGit(
  place: Place,
  args: readonly string[],
  input: string,
  timeout?: number,
): AsyncGenerator<Buffer, void, undefined> {
  const child = spawn('git', args, { cwd: place.directory, env: place.environment, stdio: 'pipe' });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString('utf8')).slice(-keptErrorBytes);
  });
  // A git that ends before it has read everything says why on its standard error.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let late = false;
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          late = true;
          child.kill();
          child.stdout.destroy();
          child.stderr.destroy();
        }, timeout);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
  ended.catch(() => undefined);
  try {
    for await (const data of child.stdout) yield data;
    const code = await ended;
    if (code !== 0) throw new GitFailure(args, code, stderr);
  } catch (error) {
    if (!late) throw error;
    throw new GitFailure(args, 124, `no answer within ${(timeout ?? 0) / 1000} seconds`);
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null) child.kill();
  }
}
