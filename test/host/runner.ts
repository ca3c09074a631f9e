import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { temporaryDirectory } from '../git/temporary-repository.ts';
import { type Call, runProgram } from '../program/run-program.ts';

const root = join(import.meta.dirname, '../..');
const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

/** One step of a workflow that uses the action. */
export interface Step extends Pick<Call, 'needsProcess'> {
  readonly event: string;
  /** What is in the event file; text is written as it is, undefined leaves the file out. */
  readonly payload: unknown;
  readonly workspace: string;
  readonly serverUrl: string;
  readonly repository: string;
  readonly token?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The step runs `gitops-gate check --ci github` with these flags instead of the action, which knows no inputs then. */
  readonly flags?: readonly string[];
  /** More variables, e.g. another PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A workflow command that the runner would have obeyed. */
interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepResult {
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly log: string;
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The folder with everything the runner gave the step: temporary files, home, command files. */
  readonly folder: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

/**
 * Runs the action as GitHub's runner does (actions/runner, NodeScriptActionHandler.cs): its `main` by node in the workspace, the inputs
 * with their defaults as INPUT_…, the event and the command files at GITHUB_….
 */
export async function runStep(step: Step): Promise<StepResult> {
  const folder = temporaryDirectory();
  const file = (name: string, text = '') => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  for (const name of ['temp', 'home']) mkdirSync(join(folder, name));
  const event = typeof step.payload === 'string' ? step.payload : JSON.stringify(step.payload);
  const files = { output: file('output'), summary: file('summary') };
  const env = {
    PATH: process.env.PATH,
    HOME: join(folder, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: step.payload === undefined ? join(folder, 'missing.json') : file('event.json', event),
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: step.repository,
    GITHUB_SERVER_URL: step.serverUrl,
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_TEMP: join(folder, 'temp'),
    ...(step.flags === undefined ? inputVariables(step) : { GITHUB_TOKEN: step.token }),
    ...step.env,
  };
  const { code, log } = await runProgram({
    ...(step.flags === undefined
      ? { entry: 'action' }
      : { entry: 'cli', args: ['check', '--ci', 'github', ...step.flags] }),
    directory: step.workspace,
    environment: env,
    ...(step.needsProcess === undefined ? {} : { needsProcess: step.needsProcess }),
  });
  return {
    code,
    log,
    commands: log.split('\n').flatMap(command),
    outputs: outputs(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
    folder,
  };
}

function inputVariables(step: Step): Record<string, string> {
  const values = Object.entries(action.inputs).map(([name, { default: otherwise = '' }]) => {
    const value = step.inputs?.[name] ?? otherwise.replace(/^\$\{\{ github\.token \}\}$/, step.token ?? '');
    return [`INPUT_${name.toUpperCase()}`, value];
  });
  return Object.fromEntries(values);
}

/** A line as the runner reads it (ActionCommand.cs): `::name k=v,k=v::message` after blanks, or the old `##[name k=v;k=v]message` anywhere. */
function command(line: string): Command[] {
  const found =
    /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line) ?? /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line);
  if (found === null) return [];
  const [, name = '', properties = '', message = ''] = found;
  const pairs = properties.split(/[,;]/).filter((pair) => pair.includes('='));
  return [
    {
      name,
      properties: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(decoded))),
      message: decoded(message),
    },
  ];
}

function decoded(text: string): string {
  const escapes: Record<string, string> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (code) => escapes[code] ?? code);
}

/** The file at GITHUB_OUTPUT: `name<<delimiter`, lines, `delimiter`. */
function outputs(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(.+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
