import { isMapping, json, type Mapping, mapping, scalarText } from '../../../plain-values.ts';
import { asList } from '../../../posture/model/yaml-object.ts';
import type { WorkflowRisk } from './risk.ts';
import { type LocalFile, type Step, stepsOf, withInputs } from './steps.ts';

/** Events that people outside cause and that give a token which may write, and secrets (GitHub, "Events that trigger workflows"). */
const open = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion', 'discussion_comment'];

/** What a request from outside brings: its commit, branch, repository or patch, in an input or a command. */
const headOfRequest =
  /\bpull_request\.(?:head\.(?:sha|ref|label|repo\.(?:full_name|name|clone_url|git_url|ssh_url|html_url|archive_url|owner\.login))|merge_commit_sha|patch_url|diff_url)|github\.event\.(?:workflow_run\.(?:head_(?:sha|branch|commit|repository)|pull_requests))|github\.head_ref|GITHUB_HEAD_REF|refs\/pull\/|\bpull\/(?:\$\{\{[^}]{0,200}\}\}|[^\s/]{1,100})\/(?:head|merge)\b|\bgh\s{1,9}(?:(?:-R|--repo)[\s=]\S{1,100}\s{1,9})?pr\b[^\n;|&]{0,100}\b(?:checkout|diff)\b/i;

/** What earlier steps and jobs say; it may be the head of a request, where the workflow looks that up. */
const saidBefore = /\$\{\{[^}]{0,500}\b(?:steps|needs|inputs|matrix)\./i;
const looksHeadUp =
  /\bhead_?(?:sha|ref|oid|branch)\b|\bhead(?:Ref(?:Name|Oid)|Repository)\b|\bhead\.(?:sha|ref|repo)\b|\bpulls\.get\b|\/pulls\/|\bgh\s{1,9}pr\b|pull-request-comment-branch|refs\/pull\//i;

/** Expressions; what is quoted in one may hold braces. */
const expressions = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)/g;
/** Texts that people outside write (GitHub, "Security hardening", script injections), and whole events, which hold them. */
const written =
  /\bgithub(?:\s*(?:[),]|$)|\.(?:\*|head_ref\b|event\s*(?:[),]|$)|event\.(?:\*|(?:issue|pull_request|comment|review|discussion|head_commit|workflow_run)(?:\s*(?:[),]|$)|\.(?:\*|title|body|message|head_branch|head\s*(?:[),]|$)|head\.ref|head\.label|head\.repo\.[\w.]+|author\.(?:name|email))))))/i;

function hasWritten(text: string): boolean {
  return [...text.matchAll(expressions)].some(([, expression = '']) => written.test(expression.trim()));
}

/** The local actions and workflows of each side. */
export interface LocalFiles {
  readonly before: LocalFile;
  readonly after: LocalFile;
}

const noFiles: LocalFiles = { before: () => undefined, after: () => undefined };

/** Whether people outside start a workflow whose token may write. */
export function isOpen(workflow: Mapping): boolean {
  return eventsOf(workflow).some((event) => open.includes(event));
}

/** What a workflow newly runs that people outside wrote, while its token may write; also by local actions and workflows that it calls. */
export function* openCode(
  before: Mapping | undefined,
  after: Mapping,
  files: LocalFiles = noFiles,
): Generator<WorkflowRisk> {
  if (!isOpen(after)) return;
  const events = eventsOf(after).filter((event) => open.includes(event));
  const wasOpen = before !== undefined && isOpen(before);
  const known = new Set(wasOpen ? signsIn(before, files.before).flatMap(({ signs }) => signs) : []);
  for (const { step, path, calledAt, file, job, signs } of signsIn(after, files.after)) {
    for (const sign of signs) {
      if (known.has(sign)) continue;
      const kind = sign.split(' ', 1)[0] ?? '';
      const { what, remedy } = kinds[kind] ?? unread;
      yield {
        path: [...path, step.run === undefined ? 'with' : 'run'],
        ...(file === undefined ? {} : { file, calledAt }),
        what: `newly ${what}, on ${events.join(', ')}, in its job ${job}: whoever opens one runs code with the token and the secrets of the repository`,
        remedy,
        severity: 'high',
        subject: ['open code', kind, job, ...(file === undefined ? [] : [file])],
      };
    }
  }
}

const unread = {
  what: 'calls more local actions and workflows than are read, which may run what a request from outside brings',
  remedy: 'Call fewer, so that what they run can be read.',
};
const kinds: Readonly<Record<string, typeof unread>> = {
  checkout: {
    what: 'checks out what a request from outside brings',
    remedy:
      'Check out the base alone, or do this on pull_request, where the token may only read and there are no secrets.',
  },
  text: {
    what: 'puts text that people outside write into a command',
    remedy: 'Give the text to the command by an environment variable, and put that in quotes.',
  },
};

/** The steps of a workflow with what of each runs code or text from outside. */
function signsIn(workflow: Mapping, local: LocalFile): readonly (Step & { readonly signs: readonly string[] })[] {
  const steps = stepsOf(workflow, local);
  const isLookedUp = steps.some(({ step }) => looksHeadUp.test(dotted(json(step))));
  return steps.map((each) => ({ ...each, signs: each.isCutOff ? ['calls'] : signsOf(each, isLookedUp) }));
}

/** Commands that bring in code: git's with options in between, an archive that is downloaded. */
const fetches =
  /\bgit\b[^\n;|&]{0,200}\b(?:fetch|checkout|switch|pull|merge|apply|am|clone|reset|worktree|cherry-pick|rebase)\b|\bpatch\s|\bgh\s{1,9}(?:(?:-R|--repo)[\s=]\S{1,100}\s{1,9})?(?:pr\b[^\n;|&]{0,100}\bcheckout|repo\s{1,9}clone)\b|\b(?:curl|wget|gh\s{1,9}api)\b[^\n]{0,300}(?:tarball|zipball|archive|codeload|raw|contents)/i;

/** What of a step runs code or text from outside; equal for equal steps, wherever they are. */
function signsOf({ step, env, inputs: given }: Step, isLookedUp: boolean): readonly string[] {
  const read = (value: unknown) => spelledOut(withInputs(dotted(scalarText(value)), given), env);
  const run = read(step.run);
  const inputs = isMapping(step.with) ? Object.values(step.with).map(read) : [];
  const uses = scalarText(step.uses).toLowerCase();
  // GitHub hands inputs over by their names in capitals.
  const refs = Object.entries(mapping(step.with)).flatMap(([name, value]) =>
    /^(?:ref|repository|branch)$/i.test(name) ? [read(value)] : [],
  );
  const isCheckout =
    (isCheckoutAction.test(uses) && inputs.some((each) => headOfRequest.test(each))) ||
    (uses !== '' && refs.some((each) => headOfRequest.test(each) || (isLookedUp && saidBefore.test(each))));
  const fetched = inShell(run, env);
  const isFetched =
    fetches.test(fetched) &&
    (headOfRequest.test(fetched) || (isLookedUp && /\$\{\{[^}]{0,500}\b(?:steps|needs)\./i.test(fetched)));
  const scripts = Object.entries(mapping(step.with)).flatMap(([name, value]) =>
    /^script$/i.test(name) ? [read(value)] : [],
  );
  const script = uses.startsWith('actions/github-script@') ? scripts.join('\n') : '';
  const shell = read(step.shell);
  return [
    ...(isCheckout || isFetched ? [`checkout ${uses} ${fetched} ${refs.join(' ')}`] : []),
    ...([run, script, shell].some(hasWritten) ? [`text ${run}${script}${shell}`] : []),
  ];
}

const isCheckoutAction = /checkout|clone/;

/** What counts as written in place of a value that is too long to be put in again: as wide as a value may be. */
const anything = `\${{ github.event.pull_request.head.sha }} \${{ github.event }}`;

/** Looks values of `env` up for a text; all together they make it longer by a bounded factor. */
function valuesFor(text: string, env: Mapping): (name: string) => string {
  const known = new Map<string, string>();
  let left = 2_000 + 20 * text.length;
  return (name) => {
    const value = known.get(name) ?? dotted(scalarText(Object.hasOwn(env, name) ? env[name] : undefined));
    known.set(name, value);
    left -= value.length;
    return left < 0 && value !== '' ? anything : value;
  };
}

/** With `['x']` as `.x`, without line breaks that a shell leaves out, and with what expressions take from `env` in its place. */
function spelledOut(text: string, env: Mapping): string {
  const lookUp = valuesFor(text, env);
  return dotted(text)
    .replace(/[\\`]\r?\n[ \t]*/g, ' ')
    .replace(/\$\{\{\s{0,9}env\.(\w{1,100})\s{0,9}\}\}/gi, (whole, name: string) => lookUp(name) || whole)
    .replace(expressions, (whole) =>
      // As a part of an expression it is what is inside its own: `format('{0}', env.X)`.
      whole.replace(
        /\benv\.(\w{1,100})/gi,
        (variable, name: string) => lookUp(name).replace(/\$\{\{|\}\}/g, ' ') || variable,
      ),
    );
}

/** With what a shell takes from `env`: it says what is fetched, and is not part of the command. */
function inShell(run: string, env: Mapping): string {
  const lookUp = valuesFor(run, env);
  return run.replace(/\b(?:git|gh|curl|wget)\b[^\n]{0,300}/g, (line) =>
    line.replace(/\$\{?(\w{1,100})\}?/g, (whole, name: string) => lookUp(name) || whole),
  );
}

function dotted(text: string): string {
  return text.replace(/\[\s{0,9}(['"])([\w-]{1,100})\1\s{0,9}\]/g, '.$2');
}

/** `on` is the boolean true to a YAML 1.1 reader. */
function eventsOf(workflow: Mapping): readonly string[] {
  const on = workflow[Object.hasOwn(workflow, 'true') ? 'true' : 'on'];
  return isMapping(on) ? Object.keys(on) : asList(on).map(scalarText);
}
