import { isObjectId, isZeroId } from '../../git/object/object-id.ts';
import type { RangeRequest } from '../../git/range/range.ts';
import { InputError, type Problem } from '../../input-error.ts';
import { type Environment, type Invocation, refsOf } from '../invocation.ts';

/** The inputs of the action that decide what is compared; undefined where not given. */
export interface GithubRevisions {
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly token: string | undefined;
}

/** The events the gate can read, as the docs list them. */
export const githubEvents = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'release',
  'schedule',
  'workflow_dispatch',
] as const;

/** What an event asks for. */
interface Asked {
  readonly request: RangeRequest;
  readonly isPush?: boolean;
}

/** Why an event asks for nothing. */
interface Nothing {
  readonly note: string;
}

/** Reads fields of an untyped payload; each one that is missing becomes a problem. */
interface Payload {
  sha(...path: string[]): string;
  text(...path: string[]): string;
  flag(...path: string[]): boolean;
  field(...path: string[]): unknown;
}

/**
 * What a workflow run's event asks to be compared (how-it-judges.md, "What is compared"). `event` is the parsed file at GITHUB_EVENT_PATH.
 * Commits come from the event, never from GITHUB_SHA, which is a synthetic merge for pull requests.
 * Throws InputError with every problem found.
 */
export function githubInvocation(env: Environment, event: unknown, given: GithubRevisions): Invocation {
  const problems: Problem[] = [];
  const name = env.GITHUB_EVENT_NAME ?? '';
  const payload = payloadReader(event, name, problems);
  const server = required(env, 'GITHUB_SERVER_URL', problems);
  const repository = required(env, 'GITHUB_REPOSITORY', problems);
  if (given.token === undefined) problems.push(noToken(payload));
  const named = payload.field('repository', 'default_branch');
  const defaultBranch = typeof named === 'string' && named !== '' ? `refs/heads/${named}` : undefined;
  const isFixed = fixedEvents.has(name);
  const asked = (isFixed ? undefined : explicit(given, defaultBranch)) ?? ask(name, payload, env, problems);
  if (asked !== undefined && 'note' in asked) {
    if (problems.length > 0) throw new InputError(problems);
    return { kind: 'nothing', note: asked.note };
  }
  const final = isFixed || asked === undefined ? asked : alone(asked, given, name, problems);
  if (final === undefined || problems.length > 0) throw new InputError(problems);
  return {
    kind: 'judge',
    command: final.request.kind === 'audit' ? 'audit' : 'check',
    request: final.request,
    remote: { url: `${server.replace(/\/+$/, '')}/${repository}`, token: given.token, fetch: refsOf(final.request) },
    defaultBranch,
    notes: isFixed ? unfollowed(final.request, given, payload) : [],
    isPush: final.isPush ?? false,
  };
}

function ask(name: string, payload: Payload, env: Environment, problems: Problem[]): Asked | Nothing | undefined {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(payload);
    case 'merge_group':
      return mergeGroup(payload);
    case 'push':
      return push(payload);
    case 'release':
      return release(payload);
    case 'schedule':
    case 'workflow_dispatch':
      return audit(payload, env, problems);
    default:
      problems.push({
        what: `The event ${JSON.stringify(name)} does not say what to compare.`,
        fix: `Run the gate on one of ${githubEvents.join(', ')}, or name both commits with the inputs base and head.`,
      });
      return undefined;
  }
}

/** The target's tip is fetched now: `base.sha` is what it was when the request was last pushed. */
function pullRequest(payload: Payload): Asked {
  const base = `refs/heads/${payload.text('pull_request', 'base', 'ref')}`;
  return { request: { kind: 'request', base, head: payload.sha('pull_request', 'head', 'sha') } };
}

function mergeGroup(payload: Payload): Asked {
  const [base, head] = [payload.sha('merge_group', 'base_sha'), payload.sha('merge_group', 'head_sha')];
  const branch = payload.text('merge_group', 'base_ref').replace(/^refs\/heads\//, '');
  return { request: { kind: 'queue', base, head, branch } };
}

function push(payload: Payload): Asked | Nothing {
  const ref = payload.text('ref');
  const before = payload.sha('before');
  const after = payload.sha('after');
  if (payload.flag('deleted') || isZeroId(after)) return { note: `${ref} was deleted: there is nothing to judge.` };
  const defaultBranch = `refs/heads/${payload.text('repository', 'default_branch')}`;
  if (ref.startsWith('refs/tags/')) return { request: { kind: 'tag', tag: ref, defaultBranch } };
  const branch = ref.replace(/^refs\/heads\//, '');
  if (!isZeroId(before)) return { request: { kind: 'push', before, after, branch }, isPush: true };
  if (ref === defaultBranch) return { request: { kind: 'first-push', head: after }, isPush: true };
  return { request: { kind: 'new-branch', defaultBranch, head: after }, isPush: true };
}

function release(payload: Payload): Asked | Nothing {
  const tag = `refs/tags/${payload.text('release', 'tag_name')}`;
  const action = payload.field('action');
  if (action === 'deleted' || action === 'unpublished') {
    return { note: `The release of ${tag} was ${action}: there is nothing to judge.` };
  }
  const defaultBranch = `refs/heads/${payload.text('repository', 'default_branch')}`;
  return { request: { kind: 'tag', tag, defaultBranch } };
}

/** These events carry no commit: the branch's tip is fetched now and audited whole. */
function audit(payload: Payload, env: Environment, problems: Problem[]): Asked {
  const ref = payload.field('ref') ?? env.GITHUB_REF;
  if (typeof ref === 'string' && ref.startsWith('refs/')) return { request: { kind: 'audit', rev: ref } };
  problems.push({
    what: 'Neither the event nor GITHUB_REF names a ref to audit.',
    fix: 'Run the gate in a workflow of this repository.',
  });
  return { request: { kind: 'audit', rev: '' } };
}

/**
 * Both commits named by the inputs: the event is not asked. Whoever names the base could name a weaker one, so that policy and keys
 * are the default branch's.
 */
function explicit({ base, head }: GithubRevisions, defaultBranch: string | undefined): Asked | undefined {
  if (base === undefined || head === undefined) return undefined;
  const request = { kind: 'request', base: revision(base), head: revision(head) } as const;
  return { request: defaultBranch === undefined ? request : { ...request, trust: defaultBranch } };
}

/** One of base and head alone is not enough where the event says nothing of the other. */
function alone(asked: Asked, { base, head }: GithubRevisions, event: string, problems: Problem[]): Asked {
  if ((base === undefined) === (head === undefined)) return asked;
  problems.push({
    what: `The input ${base === undefined ? 'head' : 'base'} alone says too little on ${event}.`,
    fix: 'Give both base and head, or neither.',
  });
  return asked;
}

/** Events of a request that is merged into a branch: they say what is judged, and their verdict counts for that request. */
const fixedEvents: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target', 'merge_group']);

/** Inputs that ask for another comparison than the event's: another base may be weaker, another head is not what is merged. */
function unfollowed(request: RangeRequest, { base, head }: GithubRevisions, payload: Payload): readonly string[] {
  if (request.kind !== 'request' && request.kind !== 'queue') return [];
  const target = request.kind === 'queue' ? `refs/heads/${request.branch}` : request.base;
  const own = { base: [target, request.base], head: [request.head, `refs/heads/${headBranch(payload)}`] };
  const note = (name: 'base' | 'head', value: string | undefined) =>
    value === undefined || own[name].includes(revision(value))
      ? []
      : [
          `The input ${name}: ${value} was not followed: the event says what is merged into ${target}, and inputs only tighten.`,
        ];
  return [...note('base', base), ...note('head', head)];
}

/** The head's branch in this repository; empty for a fork's, whose name may be anything here. */
function headBranch(payload: Payload): string {
  const [from, to] = (['head', 'base'] as const).map((side) =>
    payload.field('pull_request', side, 'repo', 'full_name'),
  );
  const ref = payload.field('pull_request', 'head', 'ref');
  return from === to && typeof ref === 'string' ? ref : '';
}

/** An object id or a full ref as it is; everything else names a branch. */
function revision(text: string): string {
  return isObjectId(text) || text.startsWith('refs/') ? text : `refs/heads/${text}`;
}

function required(env: Environment, name: string, problems: Problem[]): string {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  problems.push({
    what: `${name} is not set.`,
    fix: 'Run the action on a GitHub runner; elsewhere use the command line: gitops-gate check --base REV.',
  });
  return '';
}

function noToken(payload: Payload): Problem {
  const head = payload.field('pull_request', 'head', 'repo', 'full_name');
  const base = payload.field('pull_request', 'base', 'repo', 'full_name');
  const fork = head !== base ? ' This request comes from a fork: such runs get no secrets.' : '';
  return {
    what: `The input github-token is empty, so the target branch cannot be fetched.${fork}`,
    fix: "Remove the input to use the job's own token (it needs contents: read), or give a token that is not empty.",
  };
}

function payloadReader(event: unknown, name: string, problems: Problem[]): Payload {
  const field = (...path: string[]): unknown => {
    let value = event;
    for (const key of path) {
      value =
        typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
    }
    return value;
  };
  const checked = (path: string[], what: string, accept: (text: string) => boolean): string => {
    const value = field(...path);
    if (typeof value === 'string' && accept(value)) return value;
    problems.push({
      what: `The event file has no ${what} at ${path.join('.')}.`,
      fix: `GITHUB_EVENT_PATH must name the payload of the event ${JSON.stringify(name)}, unchanged.`,
    });
    return '';
  };
  return {
    field,
    flag: (...path) => field(...path) === true,
    sha: (...path) => checked(path, 'commit id', (text) => isObjectId(text)),
    text: (...path) => checked(path, 'text', (text) => text !== ''),
  };
}
