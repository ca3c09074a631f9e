import { resolve } from 'node:path';

/** How to reach the forge that holds the repository. */
export interface Remote {
  /** Undefined: the repository's own `origin`. */
  readonly url: string | undefined;
  /** Sent as an HTTP authorization header through the child's environment; never in argv or a file. */
  readonly token: string | undefined;
  /** The user name that goes with the token: `x-access-token` (GitHub, the default) or `gitlab-ci-token`. */
  readonly username?: string;
}

/** A remote that git may be sent to. */
export interface Reachable {
  /** Without a password, for messages. */
  readonly shown: string;
  /** Variables a git process needs to reach it. */
  readonly environment: Readonly<Record<string, string>>;
}

const protocols = new Set(['https', 'http', 'ssh', 'git', 'file']);

/**
 * What git needs to fetch from `url`, or undefined where the URL is of a kind we never follow (`ext::`, unknown helpers).
 * A token goes only to the URL's own origin, and only over HTTP; redirects are then not followed, because git would send
 * the header along.
 */
export function reachable(url: string, remote: Remote | undefined, directory: string): Reachable | undefined {
  const protocol = protocolOf(url);
  if (protocol === undefined || !protocols.has(protocol)) return undefined;
  const settings: [string, string][] = [
    ['remote.origin.promisor', 'true'],
    // Where a filter is set, `git fetch --filter` does not write one into the scratch directory's configuration, after which
    // every git process would look for missing objects at the remote.
    ['remote.origin.partialCloneFilter', 'blob:none'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '30'],
  ];
  let place = protocol === 'file' && !url.startsWith('file:') ? resolve(directory, url) : url;
  const token = remote?.token;
  if (token !== undefined && token !== '' && URL.canParse(url) && protocol.startsWith('http')) {
    const parsed = new URL(url);
    parsed.username = '';
    parsed.password = '';
    place = parsed.href;
    const credentials = Buffer.from(`${remote?.username ?? 'x-access-token'}:${token}`, 'utf8').toString('base64');
    settings.push(
      [`http.${parsed.origin}/.extraHeader`, `Authorization: Basic ${credentials}`],
      ['http.followRedirects', 'false'],
    );
  }
  settings.push(['remote.origin.url', place]);
  return { shown: redactUrls(place), environment: { ...asEnvironment(settings), ...transport(protocol) } };
}

/** Text without the user names and passwords of the URLs in it. */
export function redactUrls(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#'"]*@/gi, '$1');
}

function transport(protocol: string): Record<string, string> {
  return {
    GIT_ALLOW_PROTOCOL: protocol === 'http' ? 'http:https' : protocol,
    GIT_NO_LAZY_FETCH: '0',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30',
  };
}

/** The transport git would take for a URL: a scheme, a helper (`ext::…`), `host:path` for ssh, or a path on this machine. */
function protocolOf(url: string): string | undefined {
  if (url === '' || /[\0\n]/.test(url)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):(\/\/|:)/i.exec(url);
  if (scheme !== null) return scheme[2] === '//' ? scheme[1]?.toLowerCase() : undefined;
  const colon = url.indexOf(':');
  const slash = url.indexOf('/');
  if (colon >= 0 && (slash < 0 || colon < slash)) return url.startsWith('-') ? undefined : 'ssh';
  return 'file';
}

function asEnvironment(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  settings.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return environment;
}
