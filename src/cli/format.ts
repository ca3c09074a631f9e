import { renderJson } from '../report/machine/json.ts';
import { renderMarkdown } from '../report/markdown/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal/terminal.ts';
import { terminalStyle } from './terminal-style.ts';

/** The report in the format asked for. */
export function renderFormat(format: string, report: Report): string {
  if (format === 'json') return renderJson(report);
  if (format === 'markdown') return renderMarkdown(report, { bytes: 1024 * 1024 });
  return renderTerminal(report, terminalStyle());
}
