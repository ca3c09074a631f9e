import { isMapping, list, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import { asList } from '../gate-changed/yaml-object.ts';
import type { WorkflowRisk } from './risk.ts';

/** Events that people outside cause and that give a token which may write, and secrets (GitHub, "Events that trigger workflows"). */
const open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];

/** A revision that a request from outside brings, in `with.ref` or in a command. */
const headOfRequest =
  /github\.event\.(?:pull_request\.(?:head\.(?:sha|ref)|merge_commit_sha)|workflow_run\.head_(?:sha|branch|commit))|github\.head_ref|refs\/pull\/|gh\s{1,9}pr\s{1,9}checkout/;

/** Texts that people outside write, put into a command as they are (GitHub, "Security hardening", script injections). */
const written =
  /\$\{\{[^}]{0,200}\bgithub\.(?:head_ref|event\.(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)\.(?:title|body|message|head_branch|head\.ref|head\.label|head\.repo\.[\w.]+|author\.(?:name|email)))\b/;

/** What a workflow newly runs that people outside wrote, while its token may write. */
export function* openCode(before: Mapping | undefined, after: Mapping): Generator<WorkflowRisk> {
  const events = eventsOf(after).filter((event) => open.includes(event));
  const wasOpen = before !== undefined && eventsOf(before).some((event) => open.includes(event));
  if (events.length === 0) return;
  const known = new Set(wasOpen ? stepsOf(before ?? {}).flatMap(({ step }) => signsOf(step)) : []);
  for (const { step, path, job } of stepsOf(after)) {
    for (const sign of signsOf(step)) {
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
function signsOf(step: Mapping): readonly string[] {
  const run = scalarText(step.run);
  const inputs = isMapping(step.with) ? Object.values(step.with).map(scalarText) : [];
  const isCheckout =
    /^actions\/checkout@/.test(scalarText(step.uses)) && inputs.some((each) => headOfRequest.test(each));
  const script = /^actions\/github-script@/.test(scalarText(step.uses)) ? scalarText(mapping(step.with).script) : '';
  const fetches =
    /\bgit\s{1,9}(?:fetch|checkout|switch|pull|merge)\b/.test(run) || /\bgh\s{1,9}pr\s{1,9}checkout/.test(run);
  return [
    ...(isCheckout || (fetches && headOfRequest.test(run)) ? [`checkout ${scalarText(step.uses)} ${run}`] : []),
    ...(written.test(run) || written.test(script) ? [`text ${run}${script}`] : []),
  ].map((sign) => sign.slice(0, 500));
}

function stepsOf(workflow: Mapping): readonly { readonly step: Mapping; readonly path: Path; readonly job: string }[] {
  return Object.entries(mapping(workflow.jobs)).flatMap(([job, value]) =>
    list(mapping(value).steps).map((step, index) => ({
      step: mapping(step),
      path: ['jobs', job, 'steps', index],
      job,
    })),
  );
}

/** `on` is the boolean true to a YAML 1.1 reader. */
function eventsOf(workflow: Mapping): readonly string[] {
  const on = workflow[Object.hasOwn(workflow, 'true') ? 'true' : 'on'];
  return isMapping(on) ? Object.keys(on) : asList(on).map(scalarText);
}
