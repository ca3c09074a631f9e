import type { Links } from '../../report/links.ts';
import { acceptingPage, rulePage } from '../../version.ts';
import type { Environment } from '../invocation.ts';

/** Web addresses on the run's GitHub, of files at `head`. Our own pages are those of the action's repository at the version that runs, where it came from github.com. */
export function githubLinks(env: Environment, head: string | undefined): Links {
  const server = env.GITHUB_SERVER_URL ?? '';
  const repository = `${server}/${env.GITHUB_REPOSITORY ?? ''}`;
  const action = env.GITHUB_ACTION_REPOSITORY;
  const pages =
    action && env.GITHUB_ACTION_REF && server === 'https://github.com'
      ? `${server}/${action}/blob/${segments(env.GITHUB_ACTION_REF)}/.github/docs`
      : undefined;
  return {
    file: (path, line) => (head === undefined ? undefined : `${repository}/blob/${head}/${segments(path)}#L${line}`),
    commit: (sha) => `${repository}/commit/${sha}`,
    rule: (id) => (pages === undefined ? rulePage(id) : `${pages}/rules/${id}.md`),
    accepting: pages === undefined ? acceptingPage : `${pages}/accepting.md`,
  };
}

/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path: string): string {
  return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}
