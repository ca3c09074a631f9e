import { agentCommand } from '../visible.ts';

const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

const escaped = (character: string) => escapes[character] ?? character;

/** The data of a workflow command: what follows `::` (actions/runner, ActionCommand.cs). */
export function commandData(text: string): string {
  return text.replace(/[%\r\n]/g, escaped);
}

/** A property of a workflow command: `file=…`. */
export function commandProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, escaped);
}

/**
 * A line for a job's log that the runner does not take for a command: it obeys `::name::` at the start of a line (after blanks; our colours are skipped as well) and
 * `##[name]` anywhere in it, and an agent of Azure Pipelines `##vso[name]`.
 */
export function logLine(line: string): string {
  return line.replace(/^((?:\s|\u001b\[[\d;]*m)*):(?=:)/, '$1\\x3a').replace(agentCommand, '#\\x23');
}

/** A rendered report for a job's log, JSON or other text, in which no line is taken for a command. */
export function logText(text: string): string {
  // No line of JSON begins with a colon, and an escape keeps it what it is.
  if (/^\s*[{[]/.test(text)) return text.replace(agentCommand, '#\\u0023');
  return text.split('\n').map(logLine).join('\n');
}
