import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { built } from '../built.ts';
import { compilesLate } from '../runner/compiles-late.cjs';
import { isThorough } from '../thorough.ts';
import type { Call, Ran } from './call.ts';
import { Output } from './output.ts';

export type { Call, Ran };

/** `.ci/run` starts every program as users do, on the Node it names; a developer's run spares the start of hundreds of processes. */
const startsAll = isThorough || process.env.GITOPS_GATE_NODE !== undefined;

/** Variables that Node reads from the process's own environment, whatever a program sees in it. */
const ofNode = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'TMPDIR'];

/** Runs the program as it is built, in a process; or from its sources within a process that is kept for the next run. */
export function runProgram(call: Call): Promise<Ran> {
  const { needsProcess = false, environment } = call;
  const differs = ofNode.some((name) => environment[name] !== undefined && environment[name] !== process.env[name]);
  return startsAll || needsProcess || differs ? start(call) : runInHost(call);
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

/** Kept for all test files of a worker: it ends with it. */
let host: ChildProcess | undefined;
let isRunning = false;

async function runInHost(call: Call): Promise<Ran> {
  if (isRunning) throw new Error('Two programs at once need processes: set needsProcess.');
  isRunning = true;
  const answered = new AbortController();
  const { signal } = answered;
  try {
    host ??= fork(join(import.meta.dirname, 'host.ts'), {
      execArgv: [
        compilesLate,
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(import.meta.dirname, '../runner/register.mjs'),
      ],
    });
    host.ref();
    host.channel?.ref();
    host.send(call);
    const [answer] = (await Promise.race([once(host, 'message', { signal }), once(host, 'exit', { signal })])) as [
      { ran?: Ran; error?: string } | number,
    ];
    if (typeof answer === 'object' && answer?.ran !== undefined) return answer.ran;
    const why = typeof answer === 'object' ? answer?.error : `it ended with ${answer}`;
    if (typeof answer !== 'object') host = undefined;
    throw new Error(`The program broke off: ${why}`);
  } finally {
    answered.abort();
    host?.unref();
    host?.channel?.unref();
    isRunning = false;
  }
}
