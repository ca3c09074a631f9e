import { realClock } from '../../src/host/forge/real-clock.ts';
import type { Call, Ran } from './call.ts';
import { Output } from './output.ts';

/**
 * A process that runs the program from its sources as often as it is asked to, as if each run were a process of its own. It is small,
 * so that starting git from it costs little: a process that is started copies the page tables of the one that starts it, and jest's are large.
 */
process.on('message', (call: Call) => {
  run(call).then(
    (ran) => process.send?.({ ran }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

/** What is waited for a forge passes at once: the time that a run waits is added to its clock. A process of its own waits in earnest. */
const { now, date, sleep } = realClock;
let skipped = 0;
Object.assign(realClock, {
  now: () => now() + skipped,
  date: () => date() + skipped,
  sleep: (milliseconds: number, signal: AbortSignal) => {
    skipped += milliseconds;
    return sleep(0, signal);
  },
});

async function run({ entry, args = [], directory, environment }: Call): Promise<Ran> {
  const { env, stdout, stderr } = process;
  skipped = 0;
  const home = process.cwd();
  const output = new Output();
  try {
    // A runner names no folder for temporary files; that of the tests is meant.
    process.env = { ...(env.TMPDIR === undefined ? {} : { TMPDIR: env.TMPDIR }), ...environment };
    process.chdir(directory);
    define({ stdout: output.stream('stdout'), stderr: output.stream('stderr') });
    return output.with(await (entry === 'cli' ? runCli(args) : runAction()));
  } finally {
    define({ stdout, stderr });
    process.chdir(home);
    process.env = env;
  }
}

async function runCli(args: readonly string[]): Promise<number> {
  const { runProgram: main } = await import('../../src/cli/program.ts');
  return main(args);
}

async function runAction(): Promise<number> {
  const { runAction: main } = await import('../../src/action/run-action.ts');
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
