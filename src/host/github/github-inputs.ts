import { join } from 'node:path';
import { isObjectId } from '../../git/object/object-id.ts';
import { InputError, type Problem } from '../../input-error.ts';
import { type Inputs, renderModes, scans } from '../../inputs.ts';
import { summaryModes } from '../../publish/summary-mode.ts';
import { severities } from '../../severity.ts';
import { type Channels, commentModes, isGateName, isWanted, longestName, usualComments } from '../forge/channels.ts';
import { type Environment, type Invocation, usualScan } from '../invocation.ts';
import { githubCaller } from './github-caller.ts';
import { githubInvocation } from './github-event.ts';
import type { Target } from './github-publish.ts';

export interface GithubChannels extends Channels {
  /** The pull request that the run is for, and how to reach it; undefined where comments cannot be written. */
  readonly request: Target | undefined;
  /** Whether the run is for a pull request of a forge on which no comments can be written. */
  readonly isUnreachable: boolean;
}

type Judging = Extract<Invocation, { readonly kind: 'judge' }>;

/** What one run of the action is to do; `note` says why there is nothing to judge. */
export type GithubJob =
  | { readonly kind: 'judge'; readonly inputs: Inputs; readonly channels: GithubChannels }
  | { readonly kind: 'nothing'; readonly note: string };

/**
 * The action's inputs and its event as the program's own. `env` is the runner's (inputs are INPUT_<NAME>), `event` the parsed event file.
 * Throws InputError with every problem of both.
 */
export function githubJob(env: Environment, event: unknown): GithubJob {
  const problems: Problem[] = [];
  const repo = env.GITHUB_WORKSPACE ?? '';
  const failOn = choice(env, 'fail-on', [...severities, 'never'] as const, problems);
  const comment = choice(env, 'comment', commentModes, problems) ?? 'inline';
  const summary = choice(env, 'summary-comment', summaryModes, problems) ?? 'when-found';
  const name = instanceName(env, problems);
  const maxComments = count(env, 'max-comments', usualComments, problems);
  const kubernetesVersion = minorVersion(env, problems);
  const render = choice(env, 'render', renderModes, problems) ?? 'auto';
  const scan = choice(env, 'scan', scans, problems);
  const invocation = collect(problems, () =>
    githubInvocation(env, event, {
      base: input(env, 'base'),
      head: input(env, 'head'),
      token: input(env, 'github-token'),
    }),
  );
  if (invocation === undefined || problems.length > 0) throw new InputError(problems);
  if (invocation.kind === 'nothing') return invocation;
  const { command, request, remote, defaultBranch, notes, isPush } = invocation;
  const out = input(env, 'report-dir') ?? join(env.RUNNER_TEMP ?? repo, 'gitops-gate');
  const policyPath = input(env, 'policy-path') ?? '.gitops-gate';
  const target = requestOf(env, event, remote.token);
  return {
    kind: 'judge',
    inputs: {
      command,
      repo,
      request,
      remote,
      defaultBranch,
      notes,
      failOn,
      policyPath,
      kubernetesVersion,
      render,
      out,
      previousReport: input(env, 'previous-report'),
      caller: githubCaller(env, event),
      scan: scan ?? usualScan(invocation, false),
      isPush,
      ...postureOf(env, invocation),
    },
    channels: {
      comment,
      maxComments,
      summary,
      name,
      title: input(env, 'name'),
      request: target,
      isUnreachable: hasOtherApi(env) && isRequest(env),
    },
  };
}

/** An input as the runner hands it over, blanks around it removed; undefined when empty. */
export function input(env: Environment, name: string): string | undefined {
  return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined;
}

function choice<T extends string>(
  env: Environment,
  name: string,
  choices: readonly T[],
  problems: Problem[],
): T | undefined {
  const value = input(env, name);
  const found = choices.find((c) => c === value);
  if (value !== undefined && found === undefined) {
    problems.push({
      what: `The input ${name} cannot be ${JSON.stringify(value)}.`,
      fix: `One of ${choices.join(', ')}.`,
    });
  }
  return found;
}

function count(env: Environment, name: string, otherwise: number, problems: Problem[]): number {
  const value = input(env, name) ?? String(otherwise);
  if (/^\d{1,4}$/.test(value)) return Number(value);
  problems.push({
    what: `The input ${name} cannot be ${JSON.stringify(value)}.`,
    fix: 'A whole number, 0 or more.',
  });
  return otherwise;
}

/** The input name; else the job, which tells the jobs of a workflow apart, but not those of a matrix. */
function instanceName(env: Environment, problems: Problem[]): string {
  const name = input(env, 'name') ?? env.GITHUB_JOB ?? '';
  if (isGateName(name)) return name;
  problems.push({
    what: `The input name cannot be ${JSON.stringify(name.slice(0, longestName))}${name.length > longestName ? '…' : ''}.`,
    fix: `One line of at most ${longestName} characters.`,
  });
  return '';
}

/** Where an earlier run may have written a summary, as far as inputs that are wrong leave it known; undefined where nothing may be written. */
export function earlierSummary(
  env: Environment,
  event: unknown,
): (Pick<GithubChannels, 'name' | 'title'> & { readonly target: Target; readonly isOff: boolean }) | undefined {
  const problems: Problem[] = [];
  const target = requestOf(env, event, input(env, 'github-token'));
  const name = instanceName(env, problems);
  if (target === undefined || problems.length > 0) return undefined;
  const comment = commentModes.find((mode) => mode === input(env, 'comment')) ?? 'inline';
  const summary = summaryModes.find((mode) => mode === input(env, 'summary-comment')) ?? 'when-found';
  return { target, name, title: input(env, 'name'), isOff: !isWanted({ comment, summary }) };
}

/** Gitea and Forgejo: their API is not GitHub's, and has no GraphQL. */
function hasOtherApi({ GITEA_ACTIONS, FORGEJO_ACTIONS }: Environment): boolean {
  return GITEA_ACTIONS === 'true' || FORGEJO_ACTIONS === 'true';
}

function isRequest({ GITHUB_EVENT_NAME: name }: Environment): boolean {
  return name === 'pull_request' || name === 'pull_request_target';
}

/** A run that judges all there is has a token, and looks at how the repository is set up as well. Another forge's API is not GitHub's. */
function postureOf(env: Environment, { request, remote }: Judging): Pick<Inputs, 'posture'> {
  const [api, repository] = [env.GITHUB_API_URL ?? '', env.GITHUB_REPOSITORY ?? ''];
  const { token } = remote;
  if (request.kind !== 'audit' || token === undefined || hasOtherApi(env) || !/^https?:\/\//.test(api)) return {};
  return {
    posture: { forge: 'github', api: api.replace(/\/+$/, ''), repository, token, branch: undefined, as: 'unasked' },
  };
}

/** The pull request that the event is about, where the runner says how to reach the API. */
function requestOf(env: Environment, event: unknown, token: string | undefined): GithubChannels['request'] {
  const apiUrl = env.GITHUB_API_URL ?? '';
  if (hasOtherApi(env)) return undefined;
  const { number, head } =
    (event as { pull_request?: { number?: unknown; head?: { sha?: unknown } } } | null)?.pull_request ?? {};
  if (!isRequest(env) || token === undefined || !/^https?:\/\//.test(apiUrl)) return undefined;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
  const sha = head?.sha;
  if (typeof sha !== 'string' || !isObjectId(sha)) return undefined;
  return {
    apiUrl: apiUrl.replace(/\/+$/, ''),
    repository: env.GITHUB_REPOSITORY ?? '',
    number,
    token,
    head: sha,
  };
}

function minorVersion(env: Environment, problems: Problem[]): string | undefined {
  const value = input(env, 'kubernetes-version');
  if (value !== undefined && !/^1\.\d{1,3}$/.test(value)) {
    problems.push({
      what: `The input kubernetes-version cannot be ${JSON.stringify(value)}.`,
      fix: 'A minor version without patch level, in quotes: "1.34".',
    });
  }
  return value;
}

/** The result of `work`, or undefined with its problems added. */
function collect<T>(problems: Problem[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
