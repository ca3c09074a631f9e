import { clipped } from '../../clipped.ts';
import { redactUrls } from '../../git/process/remote.ts';

/** Hosts that kustomize takes for git servers also without a scheme (kustomize api/internal/git/repospec.go). */
const hosts =
  /^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|ssh\.dev\.azure\.com|[\w.-]*\.googlesource\.com|git-codecommit\.[\w.-]+)[:/]/i;

/** Whether a name that is not a file or folder of the tree means something outside the repository: a URL, a git address, an OCI source. */
export function isRemote(name: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(name) ||
    /^(?:git::|gh:|git@|[\w.-]+@[\w.-]+:)/i.test(name) ||
    hosts.test(name) ||
    /[?&](?:ref|version|timeout|submodules)=/.test(name) ||
    /\.git(?:\/|$|\?)/.test(name)
  );
}

/** What of an address's query says which version is meant. */
const versionOf = /^(?:ref|version)=[\w./+-]{1,100}$/;

/** A remote address without what could be a credential in it. */
export function shownAddress(address: string): string {
  const [place = '', query = ''] = address.split('?', 2);
  const versions = query.split('&').filter((pair) => versionOf.test(pair));
  return clipped(`${redactUrls(place)}${versions.length > 0 ? `?${versions.join('&')}` : ''}`, 200);
}
