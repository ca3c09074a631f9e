import { renderHtml } from './html/html.ts';
import { renderCodeQuality } from './machine/code-quality.ts';
import { renderGitlabSast, renderGitlabSecretDetection } from './machine/gitlab-security.ts';
import { renderJson } from './machine/json.ts';
import { renderJunit } from './machine/junit.ts';
import { renderSarif } from './machine/sarif.ts';
import { renderMarkdown } from './markdown/markdown.ts';
import type { Links } from './markdown/markdown-finding.ts';
import type { Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';

/** What the formats need besides the report. */
interface RenderContext {
  readonly rules: readonly RuleInfo[];
  /** The time of the run, milliseconds since the epoch. */
  readonly now: number;
  readonly links?: Links;
}

export interface ReportFile {
  readonly name: string;
  render(report: Report, context: RenderContext): string;
}

/** A file has no limit of its own; this only bounds what a browser has to show. */
const markdownBytes = 8 * 1024 * 1024;

/** The files of `--out DIR` and of the input `report-dir`. */
export const reportFiles: readonly ReportFile[] = [
  { name: 'report.json', render: renderJson },
  {
    name: 'report.md',
    render: (report, { links }) => renderMarkdown(report, { bytes: markdownBytes, ...(links ? { links } : {}) }),
  },
  { name: 'report.sarif', render: (report, { rules }) => renderSarif(report, rules) },
  { name: 'report.html', render: renderHtml },
  { name: 'gl-code-quality-report.json', render: renderCodeQuality },
  { name: 'gl-sast-report.json', render: (report, { rules, now }) => renderGitlabSast(report, rules, now) },
  {
    name: 'gl-secret-detection-report.json',
    render: (report, { rules, now }) => renderGitlabSecretDetection(report, rules, now),
  },
  { name: 'junit.xml', render: (report, { rules }) => renderJunit(report, rules) },
];
