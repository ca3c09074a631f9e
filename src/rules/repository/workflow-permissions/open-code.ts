import { isMapping, json, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { asList } from '../gate-changed/yaml-object.ts';
import type { WorkflowRisk } from './risk.ts';

/** Events that people outside cause and that give a token which may write, and secrets (GitHub, "Events that trigger workflows"). */
const open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];

/** What a request from outside brings: its commit, branch, repository or patch, in an input or a command. */
const headOfRequest =
  /\bpull_request\.(?:head\.(?:sha|ref|label|repo\.(?:full_name|name|clone_url|git_url|ssh_url|html_url|archive_url|owner\.login))|merge_commit_sha|patch_url|diff_url)|github\.event\.(?:workflow_run\.(?:head_(?:sha|branch|commit|repository)|pull_requests))|github\.head_ref|GITHUB_HEAD_REF|refs\/pull\/|\bpull\/(?:\$\{\{[^}]{0,200}\}\}|[^\s/]{1,100})\/(?:head|merge)\b|gh\s{1,9}pr\s{1,9}(?:checkout|diff)/i;

/** What earlier steps and jobs say; it may be the head of a request, where the workflow looks that up. */
const saidBefore = /\$\{\{[^}]{0,500}\b(?:steps|needs|inputs|matrix)\./i;
const looksHeadUp =
  /\bhead_?(?:sha|ref|oid|branch)\b|\bhead(?:Ref(?:Name|Oid)|Repository)\b|\bhead\.(?:sha|ref|repo)\b|\bpulls\.get\b|\/pulls\/|\bgh\s{1,9}pr\b|pull-request-comment-branch|refs\/pull\//i;

/** Texts that people outside write, put into a command as they are (GitHub, "Security hardening", script injections). */
const written =
  /\$\{\{[^}]{0,200}\bgithub\.(?:head_ref\b|event\s*(?:\)|\}\})|event\.(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)(?:\s*(?:\)|\}\})|\.(?:title|body|message|head_branch|head\.ref|head\.label|head\.repo\.[\w.]+|author\.(?:name|email))\b))/i;

/** What a workflow newly runs that people outside wrote, while its token may write. */
export function* openCode(before: Mapping | undefined, after: Mapping): Generator<WorkflowRisk> {
  const events = eventsOf(after).filter((event) => open.includes(event));
  const wasOpen = before !== undefined && eventsOf(before).some((event) => open.includes(event));
  if (events.length === 0) return;
  const known = new Set(wasOpen ? signsIn(before ?? {}).flatMap(({ signs }) => signs) : []);
  for (const { step, path, job, signs } of signsIn(after)) {
    for (const sign of signs) {
      if (known.has(sign)) continue;
      const what = sign.startsWith('checkout')
        ? `newly checks out what a request from outside brings, on ${events.join(', ')}, in its job ${job}`
        : `newly puts text that people outside write into a command, on ${events.join(', ')}, in its job ${job}`;
      yield {
        path: [...path, step.run === undefined ? 'with' : 'run'],
        what: `${what}: whoever opens one runs code with the token and the secrets of the repository`,
        remedy: sign.startsWith('checkout')
          ? 'Check out the base alone, or do this on pull_request, where the token may only read and there are no secrets.'
          : 'Give the text to the command by an environment variable, and put that in quotes.',
        severity: 'high',
        subject: ['open code', sign.split(' ', 1)[0] ?? '', job],
      };
    }
  }
}

/** The steps of a workflow with what of each runs code or text from outside. */
function signsIn(workflow: Mapping): readonly (Step & { readonly signs: readonly string[] })[] {
  const steps = stepsOf(workflow);
  const isLookedUp = steps.some(({ step }) => looksHeadUp.test(dotted(json(step))));
  return steps.map((each) => ({ ...each, signs: signsOf(each.step, each.env, isLookedUp) }));
}

/** What of a step runs code or text from outside; equal for equal steps, wherever they are. */
function signsOf(step: Mapping, env: Mapping, isLookedUp: boolean): readonly string[] {
  const read = (value: unknown) => spelledOut(scalarText(value), env);
  const run = read(step.run);
  const inputs = isMapping(step.with) ? Object.values(step.with).map(read) : [];
  const uses = scalarText(step.uses).toLowerCase();
  const refs = ['ref', 'repository', 'branch'].map((name) => read(mapping(step.with)[name]));
  const isCheckout =
    (isCheckoutAction.test(uses) && inputs.some((each) => headOfRequest.test(each))) ||
    (uses !== '' && refs.some((each) => headOfRequest.test(each) || (isLookedUp && saidBefore.test(each))));
  const script = uses.startsWith('actions/github-script@') ? read(mapping(step.with).script) : '';
  const fetches =
    /\b(?:git\s{1,9}(?:fetch|checkout|switch|pull|merge|apply|am|clone)|patch\s|gh\s{1,9}pr\s{1,9}checkout)/;
  return [
    ...(isCheckout || (fetches.test(run) && headOfRequest.test(run)) ? [`checkout ${uses} ${run}`] : []),
    ...(written.test(run) || written.test(script) ? [`text ${run}${script}`] : []),
  ].map((sign) => sign.slice(0, 500));
}

const isCheckoutAction = /checkout|clone/;

/** With `['x']` as `.x`, and what expressions and shells take from `env` in its place. */
function spelledOut(text: string, env: Mapping): string {
  const value = (name: string) => scalarText(Object.hasOwn(env, name) ? env[name] : undefined);
  return dotted(text)
    .replace(/\$\{\{\s{0,9}env\.(\w{1,100})\s{0,9}\}\}/gi, (whole, name: string) => dotted(value(name)) || whole)
    .replace(/\bgit\b[^\n]{0,300}/g, (line) =>
      line.replace(/\$\{?(\w{1,100})\}?/g, (whole, name: string) => dotted(value(name)) || whole),
    );
}

function dotted(text: string): string {
  return text.replace(/\[\s{0,9}(['"])([\w-]{1,100})\1\s{0,9}\]/g, '.$2');
}

interface Step {
  readonly step: Mapping;
  /** The variables it has of its own, of its job and of the workflow. */
  readonly env: Mapping;
  readonly path: Path;
  readonly job: string;
}

function stepsOf(workflow: Mapping): readonly Step[] {
  return Object.entries(mapping(workflow.jobs)).flatMap(([job, value]) => {
    const env = { ...mapping(workflow.env), ...mapping(mapping(value).env) };
    const steps = list(mapping(value).steps).map((each, index) => {
      const step = mapping(each);
      return { step, env: { ...env, ...mapping(step.env) }, path: ['jobs', job, 'steps', index], job };
    });
    // A job may be a workflow that is called with what it is to check out.
    return mapping(value).uses === undefined
      ? steps
      : [...steps, { step: mapping(value), env, path: ['jobs', job], job }];
  });
}

/** `on` is the boolean true to a YAML 1.1 reader. */
function eventsOf(workflow: Mapping): readonly string[] {
  const on = workflow[Object.hasOwn(workflow, 'true') ? 'true' : 'on'];
  return isMapping(on) ? Object.keys(on) : asList(on).map(scalarText);
}
