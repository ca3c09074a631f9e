import { runProgram } from '../../src/cli/program.ts';
import { Output } from '../program/output.ts';

/** Runs the command line within this process, for what ends before a repository is opened; what it prints is kept. */
export async function called(...argv: readonly string[]) {
  const { stdout, stderr } = process;
  const output = new Output();
  const define = (streams: Readonly<Record<'stdout' | 'stderr', unknown>>) => {
    for (const [name, value] of Object.entries(streams))
      Object.defineProperty(process, name, { value, configurable: true });
  };
  define({ stdout: output.stream('stdout'), stderr: output.stream('stderr') });
  try {
    return output.with(await runProgram(argv));
  } finally {
    define({ stdout, stderr });
  }
}
