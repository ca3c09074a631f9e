import type { Finding } from '../gate.ts';
import { acceptFlags } from '../report/accept.ts';
import type { Links } from '../report/links.ts';
import { fillMarkdown } from '../report/markdown/markdown.ts';
import type { Report } from '../report/report.ts';
import type { Action } from './action.ts';
import type { Forge } from './forge.ts';
import { instanceKey, shortFingerprint } from './marker.ts';
import { ownThreads } from './own-thread.ts';
import type { ReviewDiff } from './review-diff.ts';
import { type OwnSummary, ownSummaries, type SummaryText, summaryActions, turnOffSummary } from './summary.ts';
import type { SummaryMode } from './summary-mode.ts';
import { planThreads } from './threads.ts';
import type { Written } from './written.ts';

/** All that a plan follows from. */
export interface Publication {
  readonly report: Report;
  /** What reviewers see as the diff. */
  readonly diff: ReviewDiff;
  readonly written: Written;
  /** Short fingerprints of findings whose places the forge refused in this run. */
  readonly refused?: ReadonlySet<string>;
  readonly forge: Forge;
  /** Tells apart several gates on one request (input `name`). */
  readonly name: string;
  readonly summary: SummaryMode;
  readonly links: Links;
  /** The name for the summary's heading, where it was given. */
  readonly title?: string;
  /** Where the whole report is when the summary is cut; our own Markdown, e.g. a link to the job. */
  readonly fullReport: string;
}

export interface Plan {
  /** In order, the most important first. Empty where everything is as it should be. */
  readonly actions: readonly Action[];
  /** Findings that are on the diff once the actions are done. */
  readonly onDiff: ReadonlySet<Finding>;
  /** Findings that are not on the diff because the forge refused their places, in this run or an earlier one on the same commit. */
  readonly refused: readonly Finding[];
  /** Whether the summary comment, which lists every finding, is there once the actions are done. */
  readonly hasSummary: boolean;
  /** How many more comments on whole files there may be, for lines that the forge refuses. */
  readonly fileCommentsLeft: number;
}

/**
 * What to do on the forge so that reviewers see what the report says. Pure, and the same for every forge.
 *
 * A delivery reads what there is (`Written`: every thread and note, of any author), plans, and does the actions in order:
 *
 * - It may stop at any point and go on in another run: the plan is made from what is there, and once all actions are done a new plan
 *   of the same report is empty.
 * - Two runs may overlap: after creating anything, read and plan again; what both created is removed then, the older one stays.
 * - `create-thread` whose lines the forge refuses is written at its `fallback`, while `fileCommentsLeft` allows; else the finding
 *   is in the summary alone. Both are to be said in the log; planned again with what was `refused`, the summary remembers it, so that
 *   another run on the same commit does not try once more.
 * - Bodies are complete, marker included, and safe in the forge's Markdown. They are written as they are.
 * - Before the first write the delivery makes sure that the request's head still is the judged one; otherwise it does nothing.
 *
 * A thread that a person answered, or whose text somebody changed, is never rewritten or deleted: it gets an answer when its finding
 * goes or returns. What a person resolved stays resolved. While something could not be judged no finding is called fixed.
 */
export function planPublication(publication: Publication): Plan {
  const { report, diff, written, forge, links, name } = publication;
  const instance = instanceKey(name);
  const own = ownSummaries(written.notes, instance);
  const refused = refusedOf(publication, own);
  const context = {
    instance,
    links,
    forge,
    diff,
    head: report.range.head,
    refused: new Set(refused),
    flags: acceptFlags(report),
  };
  const threads = planThreads(report, ownThreads(written.threads, instance), context);
  return {
    actions: [...planSummary(publication, own, threads.shown, refused), ...threads.actions],
    onDiff: threads.shown,
    refused: refused.filter((finding) => !threads.shown.has(finding)),
    hasSummary: publication.summary !== 'off' && isWorthSummary(publication),
    fileCommentsLeft: threads.fileCommentsLeft,
  };
}

function planSummary(
  publication: Publication,
  own: readonly OwnSummary[],
  shown: ReadonlySet<Finding>,
  refused: readonly Finding[],
): readonly Action[] {
  const { name, title, written, summary, report } = publication;
  const instance = instanceKey(name);
  const { head } = report.range;
  if (summary === 'off') {
    return turnOffSummary(written.notes, instance, head, {
      isDiffKept: true,
      ...(title === undefined ? {} : { title }),
    });
  }
  const remembered = refused.slice(0, mostRemembered).map(({ fingerprint }) => shortFingerprint(fingerprint));
  const text = { ...summaryText(publication, shown.size), head, refused: remembered };
  return summaryActions(own, instance, text, isWorthSummary(publication));
}

/** Findings whose places the forge refuses, as far as this run and the summary know. On another commit the diff is another one. */
function refusedOf({ report, refused }: Publication, [summary]: readonly OwnSummary[]): readonly Finding[] {
  const before = summary?.marker.head === report.range.head ? summary?.marker.refused : undefined;
  const ids = new Set([...(before ?? []), ...(refused ?? [])]);
  return report.verdict.findings.filter(({ fingerprint }) => ids.has(shortFingerprint(fingerprint)));
}

function isWorthSummary({ summary, report: { verdict, total } }: Publication): boolean {
  return summary === 'always' || total.findings > 0 || verdict.outcome !== 'passed';
}

/** So many refused findings are remembered; more would be tried again. */
const mostRemembered = 60;
/** Bytes of the comment kept for its marker. */
const markerBytes = 250 + 17 * mostRemembered;

function summaryText(
  { report, links, forge, fullReport, title }: Publication,
  commented: number,
): Pick<SummaryText, 'text' | 'stable'> {
  const bytes = forge.commentBytes - markerBytes;
  const { graphCharacters } = forge;
  const limits = {
    bytes,
    links,
    commented,
    ...(title === undefined ? {} : { title }),
    ...(graphCharacters === undefined ? {} : { graphCharacters }),
  };
  const { text } = fillMarkdown(report, { ...limits, fullReport });
  // What fits does not depend on the address, and rendering thousands of findings once more would take its time.
  const stable = text.replaceAll(fullReport, '');
  return { text, stable };
}
