import { redactText } from '../report/redact.ts';
import { logText } from '../report/terminal/workflow-command.ts';
import { visible } from '../report/visible.ts';

/**
 * Writes to standard output: without credentials, and with no line that the runner of a workflow obeys. Text that is for
 * people has its unseen characters written out by who makes it.
 */
export function say(text: string): void {
  process.stdout.write(logText(redactText(text)));
}

/** Writes a problem and its fix to standard error, likewise; both on one line. */
export function complain(what: string, fix: string): void {
  const line = (text: string) => visible(redactText(text));
  process.stderr.write(logText(`gitops-gate: ${line(what)}\n  ${line(fix)}\n`));
}

/** Writes a fact that changes how the answer is to be read to standard error, on one line. */
export function note(text: string): void {
  process.stderr.write(logText(`gitops-gate: note: ${visible(redactText(text))}\n`));
}
