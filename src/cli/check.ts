import { openRepository } from '../git/open-repository.ts';
import type { RangeRequest } from '../git/range/range.ts';
import type { Host, Publishing } from '../host/host.ts';
import { terminalHost } from '../host/terminal.ts';
import { InputError } from '../input-error.ts';
import type { Inputs } from '../inputs.ts';
import type { FailOn } from '../policy/policy.ts';
import { formatNames, renderReport, reportFormats } from '../report/formats.ts';
import { renderTerminal } from '../report/terminal/terminal.ts';
import { logText } from '../report/terminal/workflow-command.ts';
import { run } from '../run.ts';
import type { Arguments } from './arguments.ts';
import { postureRequest, requirePosture } from './forge/request.ts';
import { localCaller } from './local-caller.ts';
import { terminalStyle } from './terminal-style.ts';

/** What only a forge's request has. */
const commentFlags = ['comment', 'summary-comment', 'max-comments', 'name'];

/** `check`: judges a change of a local repository. */
export async function check(args: Arguments): Promise<number> {
  const given = commentFlags.filter((flag) => args.values.has(flag));
  if (given.length > 0) {
    const what = `only --ci takes ${given.map((flag) => `--${flag}`).join(' and ')}`;
    throw new InputError([{ what, fix: 'leave it out: there is no request to comment on' }]);
  }
  if (args.values.has('scan') && !args.values.has('out') && !isScanFormat(args.values.get('format'))) {
    const formats = formatNames.filter(isScanFormat).join(', ');
    const fix = `write reports by --out DIR, or take one of these by --format: ${formats}`;
    throw new InputError([{ what: '--scan decides what reports for code scanning hold, and there is none', fix }]);
  }
  return run(inputsOf(args, 'check', await localRequest(args)), personsHost(args));
}

/** Whether `--format` names one whose findings a forge keeps. */
function isScanFormat(format: string | undefined): boolean {
  const name = formatNames.find((each) => each === format);
  return name !== undefined && reportFormats[name].isScan;
}

/** What a person asks to be compared: HEAD with the default branch, unless the flags say otherwise. Throws InputError. */
export async function localRequest(args: Arguments): Promise<RangeRequest> {
  const { values, switches } = args;
  if (switches.has('staged')) {
    if (!values.has('head')) return { kind: 'staged', base: values.get('base') ?? 'HEAD' };
    throw new InputError([{ what: '--staged and --head exclude each other', fix: 'give one of them' }]);
  }
  const base = values.get('base') ?? (await defaultBase(values.get('repo') ?? process.cwd()));
  return { kind: 'request', base, head: values.get('head') ?? 'HEAD' };
}

/** `audit`: everything at a revision, as if all were new. */
export async function audit(args: Arguments): Promise<number> {
  requirePosture(args);
  const inputs = inputsOf(args, 'audit', auditRequest(args));
  const posture = args.switches.has('posture') ? { posture: await postureRequest(args, 'asked') } : {};
  return run({ ...inputs, ...posture }, personsHost(args));
}

/** Everything at `--rev`, else at HEAD. */
export function auditRequest(args: Arguments): RangeRequest {
  return { kind: 'audit', rev: args.values.get('rev') ?? 'HEAD' };
}

/** The flags that every judging command shares. */
export function inputsOf(args: Arguments, command: Inputs['command'], request: RangeRequest): Inputs {
  return {
    command,
    repo: args.values.get('repo') ?? process.cwd(),
    request,
    remote: undefined,
    defaultBranch: undefined,
    notes: [],
    failOn: args.values.get('fail-on') as FailOn | undefined,
    policyPath: args.values.get('policy-path') ?? '.gitops-gate',
    kubernetesVersion: args.values.get('kubernetes-version'),
    render: args.values.get('render') === 'required' ? 'required' : 'auto',
    out: args.values.get('out'),
    previousReport: args.values.get('previous-report'),
    caller: localCaller(),
    scan: args.values.get('scan') === 'state' ? 'state' : 'change',
    isPush: false,
    ages: args.switches.has('ages'),
  };
}

/** A person at a terminal: progress there, the report in the format asked for on standard output. */
export function personsHost(args: Arguments): Host {
  return terminalHost(process, (publishing) => renderFormat(args.values.get('format') ?? 'text', publishing));
}

async function renderFormat(format: string, { report, scanned }: Publishing): Promise<string> {
  const name = formatNames.find((each) => each === format);
  if (name === undefined) return renderTerminal(report, terminalStyle());
  const shown = reportFormats[name].isScan ? scanned.report : report;
  if (shown === undefined) return '';
  const { readRuleInfos } = await import('../host/rule-pages.ts');
  return logText(await renderReport(name, shown, { rules: await readRuleInfos(), now: Date.now() }));
}

async function defaultBase(repo: string): Promise<string> {
  const repository = await openRepository(repo);
  try {
    const branch = await repository.defaultBranch();
    if (branch !== undefined) return branch;
  } finally {
    await repository.close();
  }
  throw new InputError([
    {
      what: 'The repository has no default branch to compare with.',
      fix: 'Name one: --base BRANCH. To name it once: git remote set-head origin --auto, or git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/BRANCH. "check --staged" judges what is not committed yet.',
    },
  ]);
}
