import type { ObjectId } from '../git/object/object.ts';
import type { Progress } from '../progress.ts';
import type { DiffView, ReviewDiff } from '../publish/review-diff.ts';
import type { FormatName } from '../report/formats.ts';
import type { Links } from '../report/links.ts';
import type { Report } from '../report/report.ts';
import type { Unjudged } from '../unjudged.ts';

/** What became of delivering the report to people; the verdict never depends on it. */
export interface PublishStatus {
  /** `fallback`: shown by means that need no right to comment; `outdated`: the request has another head by now, nothing was published. */
  readonly state: 'published' | 'partial' | 'fallback' | 'outdated' | 'failed';
  /** One line each: what could not be delivered, why, and where it can be read instead. */
  readonly problems: readonly string[];
}

/** Paths of the report as it was written to `--out` / `report-dir`, by format; `patch` is that of the fixes. */
export type WrittenFiles = Readonly<Partial<Record<FormatName | 'patch', string>>>;

/** What a host delivers. */
export interface Publishing {
  readonly report: Report;
  /** What formats for code scanning hold: the report, or all that is there after the change; `note` says so. */
  readonly scanned: { readonly report: Report | undefined; readonly note: string | undefined };
  readonly written: WrittenFiles;
  /** Which files of the report could not be written; the report says so too. */
  readonly lost: readonly Unjudged[];
  /** What reviewers see as the diff; empty unless the host shows findings on it (`diffView`). */
  readonly diff: ReviewDiff;
}

/** A platform. It shows progress and delivers; it never judges. */
export interface Host extends Progress {
  /** How the diff is compared on whose lines it comments; undefined where it comments on none. */
  readonly diffView: DiffView | undefined;
  /** Delivers the report: comments, annotations, job summary, outputs, standard output. */
  publish(publishing: Publishing): Promise<PublishStatus>;
  /** Web addresses of what a report names, at the judged commit; undefined where there is no forge. */
  links?(head: ObjectId | undefined): Links;
}
