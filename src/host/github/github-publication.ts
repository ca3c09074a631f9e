import type { Publication } from '../../publish/plan.ts';
import type { ReviewDiff } from '../../publish/review-diff.ts';
import { link } from '../../report/markdown/markdown-text.ts';
import type { Report } from '../../report/report.ts';
import type { Environment } from '../invocation.ts';
import type { GithubChannels } from './github-inputs.ts';
import { githubLinks } from './github-links.ts';

/** GitHub counts characters; bytes are never fewer. */
const commentBytes = 65_536;
/** Each is a request of its own, and says little more than the summary does. */
const maxFileComments = 3;

/** What is to be published on a pull request, apart from what is there already. */
export function publicationOf(
  report: Report,
  diff: ReviewDiff,
  env: Environment,
  { comment, maxComments, summary, name, title }: GithubChannels,
): Omit<Publication, 'written'> {
  const isInline = comment === 'inline';
  return {
    report,
    diff,
    forge: {
      maxComments: isInline ? maxComments : 0,
      maxFileComments: isInline ? maxFileComments : 0,
      commentBytes,
      suggestionInfo: () => 'suggestion',
    },
    name,
    ...(title === undefined ? {} : { title }),
    summary,
    links: githubLinks(env, report.range.head),
    fullReport: `${link('the job summary', runAddress(env))} as far as it fits there (1 MiB), and in the files of \`report-dir\``,
  };
}

/** The page of this run, attempt included. */
export function runAddress({
  GITHUB_SERVER_URL,
  GITHUB_REPOSITORY,
  GITHUB_RUN_ID,
  GITHUB_RUN_ATTEMPT,
}: Environment): string | undefined {
  if (!/^\d+$/.test(GITHUB_RUN_ID ?? '')) return undefined;
  const attempt = /^\d+$/.test(GITHUB_RUN_ATTEMPT ?? '') ? `/attempts/${GITHUB_RUN_ATTEMPT}` : '';
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}${attempt}`;
}
