import { readFileSync } from 'node:fs';
import { githubHost, maskToken } from '../host/github/github.ts';
import { failInternally, failWithProblems, passWithNothing } from '../host/github/github-failure.ts';
import { githubJob, input } from '../host/github/github-inputs.ts';
import type { Environment } from '../host/invocation.ts';
import { InputError } from '../input-error.ts';
import { run } from '../run.ts';

/** Judges what the workflow run's event asks for; resolves to the exit code, also of a failure (how-it-judges.md, "Outcomes and exit codes"). */
export async function runAction(env: Environment): Promise<number> {
  try {
    return await judgeEvent(env);
  } catch (error) {
    return failAction(error, env);
  }
}

/** Tells the runner that nothing could be judged and why; resolves to the exit code. Anything but an InputError is 3: Node's own 1 would read as "blocked". */
export async function failAction(error: unknown, env: Environment): Promise<number> {
  if (error instanceof InputError) {
    await failWithProblems(error.problems, env, readEvent(env));
    return 2;
  }
  await failInternally(error, env, readEvent(env));
  return 3;
}

async function judgeEvent(env: Environment): Promise<number> {
  const token = input(env, 'github-token');
  if (token !== undefined) maskToken(token);
  const event = readEvent(env);
  if (event === undefined) throw new InputError([noEvent(env.GITHUB_EVENT_PATH)]);
  const job = githubJob(env, event);
  if (job.kind === 'nothing') {
    passWithNothing(job.note);
    return 0;
  }
  return run(job.inputs, githubHost(env, job.channels));
}

/** What the runner says of the event; undefined where that cannot be read. */
function readEvent(env: Environment): unknown {
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
