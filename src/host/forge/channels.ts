import type { SummaryMode } from '../../publish/summary-mode.ts';

/** Where findings are shown alongside the log: on the diff and in summaries, in summaries alone, or nowhere. */
export const commentModes = ['inline', 'summary', 'off'] as const;

/** What a run's settings say of comments. */
export interface Channels {
  readonly comment: (typeof commentModes)[number];
  /** At most so many comments on the diff, or annotations. */
  readonly maxComments: number;
  readonly summary: SummaryMode;
  /** Tells this gate's comments from those of others on the same request. */
  readonly name: string;
  /** The name, where the input gives one. */
  readonly title: string | undefined;
}

/** Whether anything is to be written on a request. */
export function isWanted({ comment, summary }: Pick<Channels, 'comment' | 'summary'>): boolean {
  return comment === 'inline' || (comment === 'summary' && summary !== 'off');
}

/** How many comments on the diff there are where nothing is said of it. */
export const usualComments = 20;

export const longestName = 100;

/** Whether a name of a gate is one line, and not too long for a heading. */
export function isGateName(name: string): boolean {
  return name.length <= longestName && !/\p{Cc}/u.test(name);
}
