import type { Unjudged } from '../../unjudged.ts';
import type { Links } from '../links.ts';
import { shortId } from '../wording.ts';
import { markdownHeading, unjudgedEntry } from './markdown.ts';
import { code, link } from './markdown-text.ts';

/** What a summary comment says where a run ended without a verdict; `log` is our own Markdown, where the run can be read. */
export interface UnjudgedPage {
  /** The commit that was to be judged. */
  readonly head: string;
  readonly title?: string;
  readonly problems: readonly Unjudged[];
  readonly links: Links;
  readonly log: string;
}

/** More problems are in the log: a page of them all could be longer than a comment may be. */
const mostProblems = 20;

/** The page as Markdown, for GitHub and GitLab alike. */
export function unjudgedPage({ head, title, problems, links, log }: UnjudgedPage): string {
  const commit = link(code(shortId(head)), links.commit(head));
  return `${[
    markdownHeading({ outcome: 'could-not-judge', wouldBlock: false }, title),
    `**${commit} was not judged: the run ended before a verdict.** What was said here before was of an earlier run.`,
    problems.slice(0, mostProblems).map(unjudgedEntry).join('\n'),
    `<sub>The log is in ${log}.</sub>`,
  ].join('\n\n')}\n`;
}
