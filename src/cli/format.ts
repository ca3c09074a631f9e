import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { TerminalStyle } from '../report/terminal-text.ts';

/** The report in the format asked for. */
export function renderFormat(format: string, report: Report): string {
  if (format === 'json') return renderJson(report);
  if (format === 'markdown') return renderMarkdown(report, { bytes: 1024 * 1024 });
  return renderTerminal(report, terminalStyle());
}

/** Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org). */
export function terminalStyle(): TerminalStyle {
  const { stdout, env } = process;
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refused = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return { colour: (stdout.isTTY || wanted) && !refused, width: Math.min(stdout.columns ?? 100, 120) };
}
