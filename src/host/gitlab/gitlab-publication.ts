import type { Publication } from '../../publish/plan.ts';
import type { ReviewDiff } from '../../publish/review-diff.ts';
import type { Links } from '../../report/links.ts';
import { link } from '../../report/markdown/markdown-text.ts';
import type { Report } from '../../report/report.ts';
import { acceptingPage, rulePage } from '../../version.ts';
import type { Channels } from '../forge/channels.ts';
import type { Environment } from '../invocation.ts';
import { sealBytes } from './api/note-text.ts';

/** GitLab's limit on a note is a million characters; bytes are never fewer. */
const noteBytes = 1_000_000;
/** The summary says as much. */
const maxFileComments = 3;
/** GitLab draws a longer diagram only when it is asked to. */
const graphCharacters = 2000;

/** What is to be published on a merge request, apart from what is there already. */
export function publicationOf(
  report: Report,
  diff: ReviewDiff,
  env: Environment,
  { comment, maxComments, summary, name, title }: Channels,
): Omit<Publication, 'written'> {
  const isInline = comment === 'inline';
  return {
    report,
    diff,
    forge: {
      maxComments: isInline ? maxComments : 0,
      maxFileComments: isInline ? maxFileComments : 0,
      commentBytes: noteBytes - sealBytes,
      graphCharacters,
      // The thread is on the last of the lines.
      suggestionInfo: (count) => `suggestion:-${count - 1}+0`,
    },
    name,
    ...(title === undefined ? {} : { title }),
    summary,
    links: gitlabLinks(env, report.range.head),
    fullReport: link("the job's log and artifacts", env.CI_JOB_URL),
  };
}

/** Web addresses on the run's GitLab, of files at `head`: in the project that a merge request goes into, which has its commits too. */
export function gitlabLinks(env: Environment, head: string | undefined): Links {
  const project = `${env.CI_MERGE_REQUEST_PROJECT_URL ?? env.CI_PROJECT_URL ?? ''}/-`;
  return {
    file: (path, line) => (head === undefined ? undefined : `${project}/blob/${head}/${segments(path)}#L${line}`),
    commit: (sha) => `${project}/commit/${sha}`,
    rule: rulePage,
    accepting: acceptingPage,
  };
}

/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path: string): string {
  return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}
