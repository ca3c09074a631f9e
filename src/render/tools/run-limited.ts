import { spawn } from 'node:child_process';

/** How a program is run: where, with which environment, within which bounds. */
export interface Limited {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** A program and its arguments that start the program without a network or with bounds of the kernel. */
  readonly prefix: readonly string[];
  /** By the clock. */
  readonly milliseconds: number;
  readonly outputBytes: number;
}

export interface LimitedResult {
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Undefined where it ended well. */
  readonly failure: 'exit' | 'time' | 'output' | 'start' | 'killed' | undefined;
}

/** How a tool is run. */
export type RunTool = typeof runLimited;

const keptErrorLength = 1 << 14;

/** Runs a program to its end or to a bound, then ends it with all that it started. Never throws. */
export function runLimited(path: string, args: readonly string[], limits: Limited): Promise<LimitedResult> {
  const [program = path, ...words] = [...limits.prefix, path, ...args];
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let failure: LimitedResult['failure'];
    const child = spawn(program, words, {
      cwd: limits.directory,
      env: limits.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const end = (why: LimitedResult['failure']) => {
      failure ??= why;
      killGroup(child.pid);
    };
    const timer = setTimeout(() => end('time'), limits.milliseconds);
    child.stdout.on('data', (data: Buffer) => {
      size += data.length;
      if (size > limits.outputBytes) end('output');
      else chunks.push(data);
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr = lastOf(stderr + data.toString('utf8'));
    });
    child.once('error', () => {
      failure ??= 'start';
      clearTimeout(timer);
      resolve({ stdout: Buffer.alloc(0), stderr, failure });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      killGroup(child.pid);
      if (signal === 'SIGXCPU') failure ??= 'time';
      // Go’s runtime does not end at SIGXCPU: the kernel kills it a second later. It also kills what takes too much memory.
      if (signal === 'SIGKILL') failure ??= 'killed';
      if (code !== 0) failure ??= 'exit';
      resolve({ stdout: failure === undefined ? Buffer.concat(chunks) : Buffer.alloc(0), stderr, failure });
    });
  });
}

/** The end of a message, where the cause is. Which quotes of a line that was cut open and which close is unknown: only what is after them is kept. */
function lastOf(message: string): string {
  if (message.length <= keptErrorLength) return message;
  const kept = message.slice(-keptErrorLength);
  const lineEnd = kept.indexOf('\n');
  const cut = lineEnd < 0 ? kept : kept.slice(0, lineEnd);
  return kept.slice(Math.max(...['"', "'", '`'].map((quote) => cut.lastIndexOf(quote))) + 1);
}

/** Ends the program and what it started, which is all in a process group of its own. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
