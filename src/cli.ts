import { failProgram, runProgram } from './cli/program.ts';

/** A reader that closed the pipe (`| head`) has read enough; a report that could not be written is not a pass. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  isOutputLost = true;
  process.exitCode ||= 2;
  process.stderr.write(`gitops-gate: Standard output cannot be written to (${error.code}).\n`);
}

let isOutputLost = false;
process.stdout.on('error', outputFailed);
process.stderr.on('error', () => {});
process.on('uncaughtException', async (error) => process.exit(await failProgram(error)));

const exitCode = await runProgram(process.argv.slice(2));
process.exitCode = isOutputLost && exitCode === 0 ? 2 : exitCode;
