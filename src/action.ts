import { readFileSync } from 'node:fs';
import { failInternally, failWithProblems, githubHost, maskToken, passWithNothing } from './host/github/github.ts';
import { githubJob, input } from './host/github/github-inputs.ts';
import { InputError } from './input-error.ts';
import { run } from './run.ts';

/** Judges what the workflow run's event asks for; resolves to the exit code (how-it-judges.md, "Outcomes and exit codes"). */
async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const token = input(env, 'github-token');
  if (token !== undefined) maskToken(token);
  const job = githubJob(env, readEvent(env.GITHUB_EVENT_PATH));
  if (job.kind === 'nothing') {
    passWithNothing(job.note);
    return 0;
  }
  return run(job.inputs, githubHost(env, job.channels));
}

function readEvent(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'));
  } catch {
    throw new InputError([
      {
        what:
          path === undefined
            ? 'GITHUB_EVENT_PATH is not set.'
            : 'The file at GITHUB_EVENT_PATH cannot be read as JSON.',
        fix: 'Run the action on a GitHub runner; elsewhere use the command line: gitops-gate check --base REV.',
      },
    ]);
  }
}

/** Anything uncaught is 3: Node's own 1 would read as "blocked". */
function fail(error: unknown): number {
  if (error instanceof InputError) {
    failWithProblems(error.problems);
    return 2;
  }
  failInternally(error);
  return 3;
}

process.on('uncaughtException', (error) => process.exit(fail(error)));
process.exitCode = await main(process.env).catch(fail);
