import { spawn } from 'node:child_process';
import { built } from './built.ts';
import { isThorough } from './thorough.ts';

/** One of the two entries, and all that a process gets from who starts it. */
export interface Call {
  readonly entry: 'cli' | 'action';
  readonly args?: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Always as a process of its own: for signals, for several at once, for what Node reads where it starts. */
  readonly needsProcess?: boolean;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both as they came. */
  readonly log: string;
}

/** `.ci/run` starts every program as users do, on the Node it names; a developer's run spares the start of hundreds of processes. */
const startsAll = isThorough || process.env.GITOPS_GATE_NODE !== undefined;

/** Variables that Node reads from the process's own environment, whatever a program sees in it. */
const ofNode = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'TMPDIR'];

/** Runs the program as it is built, in a process; or from its sources within this process, as if it were in one. */
export function runProgram(call: Call): Promise<Ran> {
  const { needsProcess = false, environment } = call;
  const differs = ofNode.some((name) => environment[name] !== undefined && environment[name] !== process.env[name]);
  return startsAll || needsProcess || differs ? start(call) : runHere(call);
}

async function start({ entry, args = [], directory, environment }: Call): Promise<Ran> {
  const node = process.env.GITOPS_GATE_NODE ?? process.execPath;
  const child = spawn(node, [built(`${entry}/index.js`), ...args], {
    cwd: directory,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = new Output();
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.add('stdout', text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.add('stderr', text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return output.with(code);
}

let isRunning = false;

async function runHere({ entry, args = [], directory, environment }: Call): Promise<Ran> {
  if (isRunning) throw new Error('Two programs at once need processes: set needsProcess.');
  isRunning = true;
  const { env, stdout, stderr } = process;
  const home = process.cwd();
  const output = new Output();
  try {
    process.env = { ...environment };
    process.chdir(directory);
    define({ stdout: output.stream('stdout'), stderr: output.stream('stderr') });
    return output.with(await (entry === 'cli' ? runCli(args) : runAction()));
  } finally {
    define({ stdout, stderr });
    process.chdir(home);
    process.env = env;
    isRunning = false;
  }
}

async function runCli(args: readonly string[]): Promise<number> {
  const { runProgram: main } = await import('../src/cli/program.ts');
  return main(args);
}

async function runAction(): Promise<number> {
  const { runAction: main } = await import('../src/action/run-action.ts');
  const { summary } = await import('@actions/core');
  // A process has the file of its own job summary, and what it has written so far.
  Reflect.set(summary.emptyBuffer(), '_filePath', undefined);
  return main(process.env);
}

function define(streams: Readonly<Record<'stdout' | 'stderr', unknown>>): void {
  for (const [name, value] of Object.entries(streams)) {
    Object.defineProperty(process, name, { value, configurable: true });
  }
}

class Output {
  readonly #parts: { readonly to: 'stdout' | 'stderr'; readonly text: string }[] = [];

  add(to: 'stdout' | 'stderr', text: string): void {
    this.#parts.push({ to, text });
  }

  /** What a pipe is to the program. */
  stream(to: 'stdout' | 'stderr') {
    const write = (text: string | Uint8Array) => {
      this.add(to, typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
      return true;
    };
    return { write, on: () => undefined, isTTY: false };
  }

  with(code: number | null): Ran {
    const only = (to: 'stdout' | 'stderr') =>
      this.#parts
        .filter((part) => part.to === to)
        .map(({ text }) => text)
        .join('');
    const log = this.#parts.map(({ text }) => text).join('');
    return { code, stdout: only('stdout'), stderr: only('stderr'), log };
  }
}
