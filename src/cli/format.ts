import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Report } from '../report/report.ts';
import { renderTerminal } from '../report/terminal.ts';
import { terminalStyle } from './terminal-style.ts';

/** The report in the format asked for. */
export function renderFormat(format: string, report: Report): string {
  if (format === 'json') return renderJson(report);
  if (format === 'markdown') return renderMarkdown(report, { bytes: 1024 * 1024 });
  return renderTerminal(report, terminalStyle());
}
