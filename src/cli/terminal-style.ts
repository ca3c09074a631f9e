import type { TerminalStyle } from '../report/terminal/terminal-text.ts';

/** Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org). A pseudo-terminal may say that it has no columns. */
export function terminalStyle(): TerminalStyle {
  const { stdout, env } = process;
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return { colour: (stdout.isTTY || wanted) && !refused, width: Math.min(stdout.columns || 100, 120) };
}
