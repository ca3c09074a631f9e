import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
export function renderFiles(report: Report): { format: string; name: string; text: string }[] {
  return [
    { format: 'json', name: 'report.json', text: renderJson(report) },
    { format: 'markdown', name: 'report.md', text: renderMarkdown(report, { bytes: 1 << 20 }) },
  ];
}
