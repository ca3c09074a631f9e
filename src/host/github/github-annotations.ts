import type { Finding, Verdict } from '../../gate.ts';
import { visible } from '../../report/visible.ts';

/** One annotation of a workflow run; `properties` are those of the workflow command. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: {
    readonly title: string;
    readonly file?: string;
    readonly startLine?: number;
    readonly endLine?: number;
    readonly startColumn?: number;
  };
}

export interface Annotations {
  /** Worst first, within every limit. */
  readonly shown: readonly Annotation[];
  /** How many more there would be. */
  readonly left: number;
}

/** The runner keeps ten of each level per step and drops the rest in silence. */
const perLevel = 10;
/** UTF-16 units; the runner cuts longer messages (actions/runner, ExecutionContext.cs: MaxIssueMessageLength). */
const messageLength = 4096;
/** The length of a title in the Checks API. */
const titleLength = 255;

/** What a verdict shows as annotations: what could not be judged, then findings worst first, at most `max`. */
export function githubAnnotations(verdict: Verdict, max: number): Annotations {
  const all = [
    ...verdict.unjudged.map(({ what, remedy }) => problemAnnotation('Could not judge', what, remedy)),
    ...verdict.findings.map(findingAnnotation),
  ];
  const count = { error: 0, warning: 0, notice: 0 };
  const shown = all.filter(({ level }) => {
    count[level] += 1;
    return count[level] <= perLevel;
  });
  const kept = shown.slice(0, Math.max(0, max));
  return { shown: kept, left: all.length - kept.length };
}

/** A problem of the run itself: it belongs to no file. */
export function problemAnnotation(title: string, what: string, fix: string): Annotation {
  return { level: 'error', message: message([what, fix]), properties: { title: cut(visible(title), titleLength) } };
}

function findingAnnotation(finding: Finding): Annotation {
  const id = `${finding.rule} (${finding.severity}), ${finding.fingerprint.slice(0, 12)}`;
  const level = finding.blocking ? 'error' : finding.severity === 'low' ? 'notice' : 'warning';
  const lines = [finding.message, ...(finding.details ?? []), finding.remedy, id];
  return {
    level,
    message: message(lines),
    properties: { title: cut(visible(`${finding.severity}: ${finding.rule}`), titleLength), ...place(finding) },
  };
}

/** The path is written as it is, for it must name the file; the workflow command escapes it. Columns only where the finding is on one line. */
function place({ position, endLine }: Finding): Omit<Annotation['properties'], 'title'> {
  if (position === undefined) return {};
  const { file, line, column } = position;
  if (endLine !== undefined && endLine !== line) return { file, startLine: line, endLine };
  return { file, startLine: line, endLine: line, startColumn: column };
}

function message(lines: readonly string[]): string {
  return cut(lines.map(visible).join('\n'), messageLength);
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
