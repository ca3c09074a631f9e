import type { Links } from '../../report/markdown/markdown-finding.ts';
import type { Environment } from '../invocation.ts';

/** Web addresses on the run's GitHub, of files at `head`. Rule pages only where the action came from github.com itself. */
export function githubLinks(env: Environment, head: string | undefined): Links {
  const server = env.GITHUB_SERVER_URL ?? '';
  const repository = `${server}/${env.GITHUB_REPOSITORY ?? ''}`;
  const action = env.GITHUB_ACTION_REPOSITORY;
  const pages =
    action && env.GITHUB_ACTION_REF && server === 'https://github.com'
      ? `${server}/${action}/blob/${segments(env.GITHUB_ACTION_REF)}/.github/docs/rules`
      : undefined;
  return {
    file: (path, line) => (head === undefined ? undefined : `${repository}/blob/${head}/${segments(path)}#L${line}`),
    commit: (sha) => `${repository}/commit/${sha}`,
    rule: (id) => (pages === undefined ? undefined : `${pages}/${id}.md`),
  };
}

/** A path in a URL; what is not text (half a surrogate pair) becomes U+FFFD. */
function segments(path: string): string {
  return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}
