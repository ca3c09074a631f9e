import { isMapping, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { asList } from '../gate-changed/yaml-object.ts';
import type { WorkflowRisk } from './risk.ts';

/** Events that people outside cause and that give a token which may write, and secrets (GitHub, "Events that trigger workflows"). */
const open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];

/** What a request from outside brings: its commit, branch, repository or patch, in an input or a command. */
const headOfRequest =
  /github\.event\.(?:pull_request\.(?:head\.(?:sha|ref|repo\.(?:full_name|name|clone_url|git_url|ssh_url))|merge_commit_sha|patch_url|diff_url)|workflow_run\.head_(?:sha|branch|commit|repository))|github\.head_ref|refs\/pull\/|gh\s{1,9}pr\s{1,9}(?:checkout|diff)/i;

/** Texts that people outside write, put into a command as they are (GitHub, "Security hardening", script injections). */
const written =
  /\$\{\{[^}]{0,200}\bgithub\.(?:head_ref\b|event\s*(?:\)|\}\})|event\.(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)(?:\s*(?:\)|\}\})|\.(?:title|body|message|head_branch|head\.ref|head\.label|head\.repo\.[\w.]+|author\.(?:name|email))\b))/i;

/** What a workflow newly runs that people outside wrote, while its token may write. */
export function* openCode(before: Mapping | undefined, after: Mapping): Generator<WorkflowRisk> {
  const events = eventsOf(after).filter((event) => open.includes(event));
  const wasOpen = before !== undefined && eventsOf(before).some((event) => open.includes(event));
  if (events.length === 0) return;
  const known = new Set(wasOpen ? stepsOf(before ?? {}).flatMap(({ step, env }) => signsOf(step, env)) : []);
  for (const { step, env, path, job } of stepsOf(after)) {
    for (const sign of signsOf(step, env)) {
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

/** What of a step runs code or text from outside; equal for equal steps, wherever they are. */
function signsOf(step: Mapping, env: Mapping): readonly string[] {
  const read = (value: unknown) => spelledOut(scalarText(value), env);
  const run = read(step.run);
  const inputs = isMapping(step.with) ? Object.values(step.with).map(read) : [];
  const uses = scalarText(step.uses).toLowerCase();
  const isCheckout = uses.startsWith('actions/checkout@') && inputs.some((each) => headOfRequest.test(each));
  const script = uses.startsWith('actions/github-script@') ? read(mapping(step.with).script) : '';
  const fetches =
    /\b(?:git\s{1,9}(?:fetch|checkout|switch|pull|merge|apply|am|clone)|patch\s|gh\s{1,9}pr\s{1,9}checkout)/;
  return [
    ...(isCheckout || (fetches.test(run) && headOfRequest.test(run)) ? [`checkout ${uses} ${run}`] : []),
    ...(written.test(run) || written.test(script) ? [`text ${run}${script}`] : []),
  ].map((sign) => sign.slice(0, 500));
}

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
  return Object.entries(mapping(workflow.jobs)).flatMap(([job, value]) =>
    list(mapping(value).steps).map((each, index) => {
      const step = mapping(each);
      const env = { ...mapping(workflow.env), ...mapping(mapping(value).env), ...mapping(step.env) };
      return { step, env, path: ['jobs', job, 'steps', index], job };
    }),
  );
}

/** `on` is the boolean true to a YAML 1.1 reader. */
function eventsOf(workflow: Mapping): readonly string[] {
  const on = workflow[Object.hasOwn(workflow, 'true') ? 'true' : 'on'];
  return isMapping(on) ? Object.keys(on) : asList(on).map(scalarText);
}
