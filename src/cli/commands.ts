import { commentModes } from '../host/forge/channels.ts';
import { renderModes, scans } from '../inputs.ts';
import { summaryModes } from '../publish/summary-mode.ts';
import { formatNames } from '../report/formats.ts';
import { severities } from '../severity.ts';
import type { Arguments, Flag } from './arguments.ts';
import { verify, verifyFormats } from './verify/verify.ts';

/** A command of the program: what `--help` says of it, and what runs it. The exit code is what `run` resolves to. */
export interface Command {
  readonly name: string;
  /** The name with the word that always follows it, where one does: `policy validate`. */
  readonly invoked?: string;
  readonly usage: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** How many positionals it takes: [least, most]. */
  readonly positionals: readonly [number, number];
  run(args: Arguments): Promise<number>;
}

const repo: Flag = { name: 'repo', value: 'DIR', help: 'the repository (default: here)' };
const out: Flag = { name: 'out', value: 'DIR', help: 'write every report format into this folder' };
const previousReport: Flag = {
  name: 'previous-report',
  value: 'FILE',
  help: 'the report.json of the run before: --format ocsf and ecs then say which findings are new, known or gone',
};
const failOn: Flag = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: [...severities, 'never'],
  help: `block at this severity or above: ${severities.join(', ')} or never; can only tighten the base's policy`,
};
const policyPath: Flag = {
  name: 'policy-path',
  value: 'DIR',
  help: 'the gate’s folder, where the base has no .gitops-gate (default)',
};
const kubernetes: Flag = {
  name: 'kubernetes-version',
  value: 'VERSION',
  help: 'whose default roles hold, e.g. 1.34',
};
const render: Flag = {
  name: 'render',
  value: 'MODE',
  choices: [...renderModes],
  help: 'whether every kustomization and chart the change reaches must be rendered: auto (default) or required',
};
const scan: Flag = {
  name: 'scan',
  value: 'WHAT',
  choices: [...scans],
  help: 'what SARIF, Code Quality and security reports hold: the change (default), or the state after it; with --ci by the event',
};
/** With --ci alone: what is written on the request. */
const comments: readonly Flag[] = [
  {
    name: 'comment',
    value: 'MODE',
    choices: [...commentModes],
    help: 'with --ci: comment on lines and in a summary (inline, default), in the summary alone, or not at all (off)',
  },
  {
    name: 'summary-comment',
    value: 'MODE',
    choices: [...summaryModes],
    help: 'with --ci: always, when-found (default) or off',
  },
  { name: 'max-comments', value: 'COUNT', help: 'with --ci: at most so many comments on lines (default: 20)' },
  { name: 'name', value: 'NAME', help: 'with --ci: tells this gate’s comments from those of others on the request' },
];
const base: Flag = { name: 'base', value: 'REV', help: 'the target branch’s tip (default: the default branch)' };
const head: Flag = { name: 'head', value: 'REV', help: 'the change (default: HEAD)' };
const staged: Flag = { name: 'staged', help: 'judge what is staged for the next commit' };
const rev: Flag = { name: 'rev', value: 'REV', help: 'the revision to read (default: HEAD)' };
const ages: Flag = { name: 'ages', help: 'how old each secret is, and which are stale by the policy' };
/** Where the repository is on its forge, for what reads its settings. */
const place: readonly Flag[] = [
  { name: 'branch', value: 'BRANCH', help: 'look at this branch, instead of those that the policy delivers from' },
  {
    name: 'forge',
    value: 'FORGE',
    choices: ['github', 'gitlab'],
    help: 'what the forge is, where its address does not say',
  },
  {
    name: 'project',
    value: 'NAME',
    help: 'the repository there: its address, or OWNER/NAME (default: where origin is)',
  },
  {
    name: 'api-url',
    value: 'URL',
    help: 'the address of its API, e.g. https://git.example.com/api/v3 (default: by its host)',
  },
];
const scope: Flag = { name: 'scope', value: 'SCOPE', help: 'only this cluster (default: each)' };

function format(...choices: readonly string[]): Flag {
  return { name: 'format', value: 'FORMAT', choices, help: `${choices.join(', ')} (default: ${choices[0]})` };
}

/** The report for a person, or in one of the formats that `--out` writes. */
const reportFormat = format('text', ...formatNames);

/** Every command, in the order of the help. What reads git and verifies is at hand; each loads the rest of its code only when it runs. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    usage: 'check [--repo DIR] [--base REV] [--head REV | --staged] [--format FORMAT] [--out DIR]',
    summary: 'judge a change: what merging HEAD into BASE would do',
    flags: [
      repo,
      base,
      head,
      staged,
      {
        name: 'ci',
        value: 'FORGE',
        choices: ['github', 'gitlab'],
        help: 'take the range from the job: github (also needs GITHUB_TOKEN) or gitlab',
      },
      ...comments,
      failOn,
      reportFormat,
      out,
      previousReport,
      scan,
      policyPath,
      render,
      kubernetes,
    ],
    positionals: [0, 0],
    run: async (args) =>
      args.values.has('ci')
        ? (await import('./check-ci.ts')).checkOnCi(args)
        : (await import('./check.ts')).check(args),
  },
  {
    name: 'fix',
    usage: 'fix [--repo DIR] [--base REV] [--head REV | --staged] [--rule RULE] [--apply | --patch FILE]',
    summary: 'print the smallest changes that make the findings go away, as a patch',
    flags: [
      repo,
      base,
      head,
      staged,
      { name: 'rule', value: 'RULE', help: 'only the findings of this one rule (default: all rules)' },
      { name: 'apply', help: 'write the fix to the work tree, which has to be that of the head' },
      {
        name: 'patch',
        value: 'FILE',
        help: 'write the patch to this file; with nothing to write, an old one goes (default: standard output)',
      },
      policyPath,
      render,
      kubernetes,
    ],
    positionals: [0, 0],
    run: async (args) => (await import('./fix/fix.ts')).fixCommand(args),
  },
  {
    name: 'verify',
    usage: 'verify [--repo DIR] [--trust DIR] [--format FORMAT] REV|RANGE...',
    summary: 'verify signatures only',
    flags: [
      repo,
      { name: 'trust', value: 'DIR', help: 'a folder like .gitops-gate to trust instead of the default branch’s' },
      format('text', 'json', ...verifyFormats),
    ],
    positionals: [1, Number.POSITIVE_INFINITY],
    run: verify,
  },
  {
    name: 'audit',
    usage: 'audit [--repo DIR] [--rev REV] [--ages] [--posture] [--format FORMAT] [--out DIR]',
    summary: 'report everything at REV, as if all were new',
    flags: [
      repo,
      rev,
      ages,
      { name: 'posture', help: 'read how the repository is set up on its forge as well, with the token at hand' },
      ...place,
      failOn,
      reportFormat,
      out,
      previousReport,
      policyPath,
      render,
      kubernetes,
    ],
    positionals: [0, 0],
    run: async (args) => (await import('./check.ts')).audit(args),
  },
  {
    name: 'posture',
    usage: 'posture [--repo DIR] [--branch BRANCH] [--project NAME] [--format FORMAT] [--out DIR]',
    summary: 'say how the repository is set up on its forge: protected branches, reviews, who bypasses them',
    flags: [repo, ...place, rev, failOn, reportFormat, out, previousReport, policyPath, kubernetes],
    positionals: [0, 0],
    run: async (args) => (await import('./forge/posture.ts')).posture(args),
  },
  {
    name: 'who-can',
    usage: 'who-can VERB RESOURCE [-n NAMESPACE] [--repo DIR] [--rev REV] [--scope SCOPE]',
    summary: 'list who may do this, by the repository’s RBAC',
    flags: [
      repo,
      rev,
      scope,
      { name: 'namespace', short: 'n', value: 'NAMESPACE', help: 'inside this namespace (default: everywhere)' },
      { name: 'any-verb', help: 'ask for a verb that is none of Kubernetes’ own' },
      format('text', 'json'),
      kubernetes,
    ],
    positionals: [2, 2],
    run: async (args) => (await import('./permissions.ts')).whoCanCommand(args),
  },
  {
    name: 'permissions',
    usage: 'permissions SUBJECT [--repo DIR] [--rev REV] [--scope SCOPE]',
    summary: 'list what a subject may do: user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME (sa: for short)',
    flags: [repo, rev, scope, format('text', 'json'), kubernetes],
    positionals: [1, 1],
    run: async (args) => (await import('./permissions.ts')).permissionsCommand(args),
  },
  {
    name: 'last-good',
    usage: 'last-good [--branch BRANCH] [--since REV] [--commits N] [--repo DIR] [--format FORMAT]',
    summary: 'name the newest good commit of a branch, what a return to it would undo, and the commands for it',
    flags: [
      repo,
      { name: 'branch', value: 'BRANCH', help: 'whose history (default: the default branch)' },
      { name: 'since', value: 'REV', help: 'begin at this commit of the branch, known to be good' },
      { name: 'commits', value: 'N', help: 'how many commits of the branch are looked at (default: 100)' },
      {
        ...failOn,
        choices: severities,
        help: `what counts, from this severity on: ${severities.join(', ')}; can only tighten the base's policy`,
      },
      format('text', 'json'),
      policyPath,
      kubernetes,
    ],
    positionals: [0, 0],
    run: async (args) => (await import('./history/last-good.ts')).lastGoodCommand(args),
  },
  {
    name: 'render',
    usage: 'render [--root ROOT] [--rev REV | --diff [--base REV] [--head REV]] [--repo DIR]',
    summary: 'show what kustomizations and charts give, as the gate sees it',
    flags: [
      repo,
      rev,
      { name: 'root', value: 'ROOT', help: 'show the objects of this root: its name as listed, or its folder' },
      { name: 'diff', help: 'show what the change makes of the objects' },
      base,
      head,
      kubernetes,
    ],
    positionals: [0, 0],
    run: async (args) => (await import('./render/render.ts')).renderCommand(args),
  },
  {
    name: 'policy',
    invoked: 'policy validate',
    usage: 'policy validate [FOLDER|FILE]',
    summary: 'check the folder .gitops-gate with its keys, or one policy file, with line numbers',
    flags: [],
    positionals: [1, 2],
    run: async (args) => (await import('./policy/validate.ts')).policyCommand(args),
  },
  {
    name: 'ignore',
    usage:
      'ignore FINGERPRINT|--all --rule RULE|--import TOOL FILE --reason TEXT --until DATE [--report report.json | --base REV --head REV | --staged | --audit [--ages]]',
    summary:
      'print the policy entry that accepts a finding, those for all of a rule, or those of another scanner’s list',
    flags: [
      repo,
      { name: 'reason', value: 'TEXT', help: 'why it is accepted (required)' },
      { name: 'until', value: 'DATE', help: 'the last day it is accepted, YYYY-MM-DD (required)' },
      { name: 'all', help: 'every finding of the rule that --rule names, each by its own entry' },
      { name: 'rule', value: 'RULE', help: 'with --all: whose findings' },
      {
        name: 'import',
        value: 'TOOL',
        choices: ['gitleaks', 'detect-secrets', 'trufflehog'],
        help: 'the secrets at the places that a list of gitleaks, detect-secrets or trufflehog names: FILE',
      },
      { name: 'report', value: 'FILE', help: 'the report.json that lists it (default: check again)' },
      base,
      head,
      staged,
      { name: 'audit', help: 'look among everything that is there, as audit does' },
      { name: 'ages', help: 'look among the ages of everything that is there too, as audit --ages does' },
      { ...rev, help: 'with --audit or --import: the revision to read (default: HEAD)' },
      policyPath,
    ],
    // What is missing is said together.
    positionals: [0, 1],
    run: async (args) => (await import('./policy/ignore.ts')).ignoreCommand(args),
  },
  {
    name: 'init',
    usage: 'init [--repo DIR]',
    summary: 'write what is missing of a commented starting folder .gitops-gate',
    flags: [repo],
    positionals: [0, 0],
    run: async (args) => (await import('./policy/init.ts')).initCommand(args),
  },
  {
    name: 'demo',
    usage: 'demo [--format FORMAT]',
    summary: 'judge a bad change in a sample repository',
    flags: [reportFormat],
    positionals: [0, 0],
    run: async (args) => (await import('./demo.ts')).demo(args),
  },
  {
    name: 'explain',
    usage: 'explain RULE',
    summary: 'print a rule’s page: what it finds, why, and how to fix it',
    flags: [],
    positionals: [1, 1],
    run: async (args) => (await import('./explain.ts')).explain(args),
  },
];
