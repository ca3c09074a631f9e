import type { Command } from './commands.ts';

const invoked = ({ name, invoked: whole }: Command): string => whole ?? name;

/** The text of `--help`. */
export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((c) => invoked(c).length));
  return [
    'gitops-gate judges changes to Kubernetes manifests before they are merged: commit signatures, permissions, secrets,',
    'and every other protection that is lost.',
    '',
    'Usage: gitops-gate COMMAND [FLAGS]',
    '',
    ...commands.map((c) => `  ${invoked(c).padEnd(width)}  ${c.summary}`),
    '',
    '  gitops-gate COMMAND --help   the flags of a command',
    '  gitops-gate --version',
    '',
    'Exit codes: 0 passed, 1 blocked, 2 could not judge (bad input, missing history, broken policy), 3 an internal error.',
    '',
  ].join('\n');
}

/** The text of `COMMAND --help`. */
export function commandHelp(command: Command): string {
  const rows = command.flags.map((flag) => {
    const short = flag.short === undefined ? '' : `-${flag.short}, `;
    const value = flag.value === undefined ? '' : ` ${flag.value}`;
    return { left: `${short}--${flag.name}${value}`, help: flag.help };
  });
  const width = Math.max(0, ...rows.map((row) => row.left.length));
  return [
    `Usage: gitops-gate ${command.usage}`,
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    ...(rows.length === 0 ? [] : ['', ...rows.map((row) => `  ${row.left.padEnd(width)}  ${row.help}`)]),
    '',
  ].join('\n');
}
