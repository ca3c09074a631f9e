import { readFileSync } from 'node:fs';
import { InputError } from '../input-error.ts';
import { ignoreEntry } from '../policy/ignore-entry.ts';
import { validatePolicy } from '../policy/validate-policy.ts';
import { redactText } from '../report/redact.ts';
import { logText } from '../report/terminal/workflow-command.ts';
import { visible } from '../report/visible.ts';
import { rules } from '../rules/index.ts';
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

function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError([{ what: `${file} cannot be read`, fix: 'name the policy file: policy validate FILE' }]);
  }
}
