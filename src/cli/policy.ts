import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { openRepository } from '../git/open-repository.ts';
import { InputError } from '../input-error.ts';
import { ignoreEntry } from '../policy/ignore-entry.ts';
import { initFiles } from '../policy/init-files.ts';
import { validatePolicy } from '../policy/validate-policy.ts';
import { redactText } from '../report/redact.ts';
import { logText } from '../report/terminal/workflow-command.ts';
import { visible } from '../report/visible.ts';
import { rules } from '../rules/index.ts';
import { systemErrorCode } from '../system-error.ts';
import type { Arguments } from './arguments.ts';
import { findingFor } from './find-finding.ts';
import { say } from './output.ts';

/** `policy validate [FILE]`: 0 when the file is good, 2 when it is not. */
export async function policyCommand(args: Arguments): Promise<number> {
  const [action, file = '.gitops-gate/policy.yaml'] = args.positionals;
  if (action !== 'validate') {
    throw new InputError([
      { what: `policy ${JSON.stringify(action)} is not known`, fix: 'use: policy validate [FILE]' },
    ]);
  }
  const ruleIds = rules.map((rule) => rule.id);
  const { text, exitCode } = validatePolicy(readInput(file), file, ruleIds);
  const lines = logText(redactText(text.split('\n').map(visible).join('\n')));
  (exitCode === 0 ? process.stdout : process.stderr).write(lines);
  return exitCode;
}

/** `ignore FINGERPRINT`: prints the entry that accepts one finding. */
export async function ignoreCommand(args: Arguments): Promise<number> {
  const finding = await findingFor(args.positionals[0] ?? '', args);
  const reason = args.values.get('reason') ?? '';
  const until = args.values.get('until') ?? '';
  say(ignoreEntry({ ...finding, reason, until }, Date.now()));
  return 0;
}

/** `init`: writes the starting folder; never over a file that is there. */
export async function initCommand(args: Arguments): Promise<number> {
  const { top: repo, defaultBranch } = await lookAround(args.values.get('repo') ?? process.cwd());
  const files = initFiles('.gitops-gate', defaultBranch);
  const there = files.filter(({ path }) => existsSync(join(repo, path)));
  if (there.length > 0) {
    throw new InputError(
      there.map(({ path }) => ({
        what: `${path} is there already.`,
        fix: 'Move it away first; init writes over nothing.',
      })),
    );
  }
  for (const { path, text } of files) {
    const file = join(repo, path);
    writeNew(file, text);
    say(`wrote ${visible(relative(process.cwd(), file))}\n`);
  }
  say('Next: put trusted keys into it, and commit it to the default branch.\n');
  return 0;
}

/** The top of the work tree (only there the folder is found), and the short name of the default branch. */
async function lookAround(
  directory: string,
): Promise<{ readonly top: string; readonly defaultBranch: string | undefined }> {
  const repository = await openRepository(directory);
  const top = repository.directory;
  try {
    const ref = await repository.defaultBranch();
    const defaultBranch = ref?.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '');
    if (existsSync(join(top, '.git'))) return { top, defaultBranch };
  } finally {
    await repository.close();
  }
  throw new InputError([{ what: `${top} is a bare repository.`, fix: 'Run in a clone, and commit the folder there.' }]);
}

function writeNew(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new InputError([{ what: `${file} cannot be written (${code})`, fix: 'run it where you may write' }]);
  }
}

function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError([{ what: `${file} cannot be read`, fix: 'name the policy file: policy validate FILE' }]);
  }
}
