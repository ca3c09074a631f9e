import { InputError } from '../input-error.ts';
import { visible } from '../report/visible.ts';
import { run } from '../run.ts';
import type { Arguments } from './arguments.ts';
import { inputsOf } from './check.ts';
import { takeVariable } from './forge/take-variable.ts';
import { say } from './output.ts';

/** `check --ci FORGE`: judges what a forge's job runs for. */
export function checkOnCi(args: Arguments): Promise<number> {
  const isGithub = args.values.get('ci') === 'github';
  // On GitHub some events name no range, and the flags take the place of the action's inputs.
  const taken = isGithub ? [] : ['base', 'head'].filter((flag) => args.values.has(flag));
  if (taken.length > 0 || args.switches.has('staged')) {
    const fix = `leave out ${isGithub ? '' : '--base, --head and '}--staged`;
    throw new InputError([{ what: '--ci takes the range from the pipeline', fix }]);
  }
  if (args.values.has('format')) {
    const fix = 'leave out --format: the log gets the text; --out DIR writes every format';
    throw new InputError([{ what: '--ci does not take --format', fix }]);
  }
  return isGithub ? checkOnGithub(args) : checkOnGitlab(args);
}

/** The action's inputs by the flags of the same meaning. */
const inputOf: Readonly<Record<string, string>> = {
  base: 'base',
  head: 'head',
  'fail-on': 'fail-on',
  'policy-path': 'policy-path',
  comment: 'comment',
  'summary-comment': 'summary-comment',
  name: 'name',
  'max-comments': 'max-comments',
  out: 'report-dir',
  'previous-report': 'previous-report',
  render: 'render',
  'kubernetes-version': 'kubernetes-version',
  scan: 'scan',
};

/** The action without its runner's Node.js: in a container job, or where the runner is older. */
async function checkOnGithub(args: Arguments): Promise<number> {
  const token = takeVariable('GITHUB_TOKEN');
  if (token === undefined) {
    const fix = 'give it to the step by env: github.token, or another token that may read the repository';
    throw new InputError([{ what: 'GITHUB_TOKEN is not set.', fix }]);
  }
  const inputs = Object.entries(inputOf).map(([flag, name]) => [`INPUT_${name.toUpperCase()}`, args.values.get(flag)]);
  const repo = args.values.get('repo');
  const { runAction } = await import('../action/run-action.ts');
  return runAction({
    ...process.env,
    ...Object.fromEntries(inputs),
    'INPUT_GITHUB-TOKEN': token,
    ...(repo === undefined ? {} : { GITHUB_WORKSPACE: repo }),
  });
}

async function checkOnGitlab(args: Arguments): Promise<number> {
  const [{ gitlabHost }, { gitlabInvocation }, { gitlabChannels, gitlabPosture }, { gitlabCaller }, { usualScan }] =
    await Promise.all([
      import('../host/gitlab/gitlab.ts'),
      import('../host/gitlab/gitlab-variables.ts'),
      import('../host/gitlab/gitlab-inputs.ts'),
      import('../host/gitlab/gitlab-caller.ts'),
      import('../host/invocation.ts'),
    ]);
  const token = takeVariable('GITOPS_GATE_TOKEN');
  const invocation = gitlabInvocation(process.env);
  const channels = gitlabChannels(args.values, process.env, token);
  if (invocation.kind === 'nothing') {
    say(`${visible(invocation.note)}\n`);
    return 0;
  }
  const { command, request, remote, defaultBranch, isPush } = invocation;
  const write = (text: string) => process.stdout.write(token === undefined ? text : text.replaceAll(token, '[MASKED]'));
  const usual = args.values.has('out') && !args.values.has('scan') ? { scan: usualScan(invocation, true) } : {};
  const caller = gitlabCaller(process.env);
  const posture = request.kind === 'audit' ? gitlabPosture(process.env, token) : { notes: [] };
  const inputs = { ...inputsOf(args, command, request), ...usual, remote, defaultBranch, isPush, caller, ...posture };
  try {
    return await run(inputs, gitlabHost(write, process.env, channels));
  } catch (error) {
    if (request.kind === 'request') {
      const { withdrawSummary } = await import('../host/gitlab/gitlab-failure.ts');
      await withdrawSummary(error, request.head, process.env, channels, write);
    }
    throw error;
  }
}
