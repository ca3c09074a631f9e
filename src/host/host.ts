import type { Unjudged } from '../gate.ts';
import type { FormatName } from '../report/formats.ts';
import type { Report } from '../report/report.ts';

/** What became of delivering the report to people; the verdict never depends on it. */
export interface PublishStatus {
  readonly state: 'published' | 'partial' | 'failed' | 'not-asked';
  /** One line each: what could not be delivered, why, and where it can be read instead. */
  readonly problems: readonly string[];
}

/** Paths of the report as it was written to `--out` / `report-dir`, by format. */
export type WrittenFiles = Readonly<Partial<Record<FormatName, string>>>;

/** A platform. It shows progress and delivers; it never judges. */
export interface Host {
  /** Runs one long step under a title: a log group, a section, a progress line; nothing when not a terminal. */
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Delivers the report: annotations, job summary, outputs, standard output. `lost` says which files of it could not be written; the report says it too. */
  publish(report: Report, written: WrittenFiles, lost?: readonly Unjudged[]): Promise<PublishStatus>;
}
