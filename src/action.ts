import { readFileSync } from 'node:fs';
import { githubHost, maskToken } from './host/github/github.ts';
import { failInternally, failWithProblems, passWithNothing } from './host/github/github-failure.ts';
import { githubJob, input } from './host/github/github-inputs.ts';
import { InputError } from './input-error.ts';
import { run } from './run.ts';

const { env } = process;

/** Judges what the workflow run's event asks for; resolves to the exit code (how-it-judges.md, "Outcomes and exit codes"). */
async function main(): Promise<number> {
  const token = input(env, 'github-token');
  if (token !== undefined) maskToken(token);
  const event = readEvent();
  if (event === undefined) throw new InputError([noEvent(env.GITHUB_EVENT_PATH)]);
  const job = githubJob(env, event);
  if (job.kind === 'nothing') {
    passWithNothing(job.note);
    return 0;
  }
  return run(job.inputs, githubHost(env, job.channels));
}

/** What the runner says of the event; undefined where that cannot be read. */
function readEvent(): unknown {
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  } catch {
    return undefined;
  }
}

function noEvent(path: string | undefined) {
  return {
    what:
      path === undefined ? 'GITHUB_EVENT_PATH is not set.' : 'The file at GITHUB_EVENT_PATH cannot be read as JSON.',
    fix: 'Run the action on a GitHub runner; elsewhere use the command line: gitops-gate check --base REV.',
  };
}

/** Anything uncaught is 3: Node's own 1 would read as "blocked". */
async function fail(error: unknown): Promise<number> {
  if (error instanceof InputError) {
    await failWithProblems(error.problems, env, readEvent());
    return 2;
  }
  await failInternally(error, env, readEvent());
  return 3;
}

let isFailing = false;
process.on('uncaughtException', (error) => {
  // A fault while a fault is shown ends at once.
  if (isFailing) process.exit(3);
  isFailing = true;
  fail(error).then(
    (code) => process.exit(code),
    () => process.exit(3),
  );
});
process.exitCode = await main().catch(fail);
