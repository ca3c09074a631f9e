import type { Links } from './links.ts';
import type { Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';

/** What the formats need apart from the report. */
export interface RenderContext {
  readonly rules: readonly RuleInfo[];
  /** The time of the run, milliseconds since the epoch. */
  readonly now: number;
  /** Web addresses on the forge that the run is on. */
  readonly links?: Links;
}

type Render = (report: Report, context: RenderContext) => string;

/** A format of the report. */
export interface ReportFormat {
  /** Its file in the folder of `--out` and `report-dir`. */
  readonly file: string;
  /** Whether a forge keeps its findings and compares them with those of the next run (code scanning). */
  readonly isScan: boolean;
  /** Loads its code, which is needed only where it is asked for. */
  load(): Promise<Render>;
}

/** A file has no limit of its own; this only bounds what a browser has to show. */
const markdownBytes = 8 * 1024 * 1024;

/** Every format, by the name that `--format` and the action's outputs (`report-NAME`) call it. */
export const reportFormats = {
  json: {
    file: 'report.json',
    isScan: false,
    load: async () => (await import('./machine/json.ts')).renderJson,
  },
  markdown: {
    file: 'report.md',
    isScan: false,
    load: async () => {
      const { renderMarkdown } = await import('./markdown/markdown.ts');
      return (report, { links }) =>
        renderMarkdown(report, { bytes: markdownBytes, ...(links === undefined ? {} : { links }) });
    },
  },
  sarif: {
    file: 'report.sarif',
    isScan: true,
    load: async () => {
      const { renderSarif } = await import('./machine/sarif.ts');
      return (report, { rules }) => renderSarif(report, rules);
    },
  },
  html: {
    file: 'report.html',
    isScan: false,
    load: async () => {
      const { renderHtml } = await import('./html/html.ts');
      return (report, { rules }) => renderHtml(report, rules);
    },
  },
  compliance: {
    file: 'compliance.json',
    isScan: false,
    load: async () => {
      const { renderCompliance } = await import('./machine/compliance.ts');
      return (report, { rules }) => renderCompliance(report, rules);
    },
  },
  'code-quality': {
    file: 'gl-code-quality-report.json',
    isScan: true,
    load: async () => (await import('./machine/code-quality.ts')).renderCodeQuality,
  },
  sast: {
    file: 'gl-sast-report.json',
    isScan: true,
    load: async () => {
      const { renderGitlabSast } = await import('./machine/gitlab-security.ts');
      return (report, { now }) => renderGitlabSast(report, now);
    },
  },
  'secret-detection': {
    file: 'gl-secret-detection-report.json',
    isScan: true,
    load: async () => {
      const { renderGitlabSecretDetection } = await import('./machine/gitlab-security.ts');
      return (report, { now }) => renderGitlabSecretDetection(report, now);
    },
  },
  junit: {
    file: 'junit.xml',
    isScan: false,
    load: async () => {
      const { renderJunit } = await import('./machine/junit.ts');
      return (report, { rules }) => renderJunit(report, rules);
    },
  },
  ocsf: {
    file: 'report.ocsf.ndjson',
    isScan: false,
    load: async () => {
      const { renderOcsf } = await import('./siem/ocsf.ts');
      return (report, { rules, now }) => renderOcsf(report, rules, now);
    },
  },
  ecs: {
    file: 'report.ecs.ndjson',
    isScan: false,
    load: async () => {
      const { renderEcs } = await import('./siem/ecs.ts');
      return (report, { rules, now }) => renderEcs(report, rules, now);
    },
  },
  openmetrics: {
    file: 'gitops-gate.prom',
    isScan: false,
    load: async () => {
      const { renderOpenMetrics } = await import('./machine/openmetrics.ts');
      return (report, { rules }) => renderOpenMetrics(report, rules);
    },
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof reportFormats;

export const formatNames = Object.keys(reportFormats) as readonly FormatName[];

/** The report in a format, as text that ends with a line break. */
export async function renderReport(name: FormatName, report: Report, context: RenderContext): Promise<string> {
  const render = await reportFormats[name].load();
  return render(report, context);
}
