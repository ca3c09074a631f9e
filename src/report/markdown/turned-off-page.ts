import { headingOf } from './markdown.ts';

/** What a summary comment says once it is no longer written. */
export interface TurnedOffPage {
  readonly title?: string;
  /** Whether findings still are comments on the diff. */
  readonly isDiffKept: boolean;
}

/** The page as Markdown, for GitHub and GitLab alike; the same for every commit, so that it is written once. */
export function turnedOffPage({ title, isDiffKept }: TurnedOffPage): string {
  const where = isDiffKept
    ? 'Findings on lines are comments on the diff, and the log of the gate’s job lists all.'
    : 'Its comments on the diff are not kept up to date either. The log of the gate’s job lists all findings.';
  return `${[
    headingOf('💤', 'no longer kept up to date', title),
    '**What this comment said was about an earlier commit.** The gate no longer writes one here: the check on the latest commit says what holds.',
    where,
  ].join('\n\n')}\n`;
}
