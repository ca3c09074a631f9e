import { resolve } from 'node:path';

/** How to reach the forge that holds the repository. */
export interface Remote {
  /** Undefined: the repository's own `origin`. */
  readonly url: string | undefined;
  /** Sent as an HTTP authorization header through the child's environment; never in argv or a file. */
  readonly token: string | undefined;
  /** The user name that goes with the token: `x-access-token` (GitHub, the default) or `gitlab-ci-token`. */
  readonly username?: string;
  /** A file of the certificates by which the remote is known; undefined: those of the machine. */
  readonly authority?: string;
}

/** A user and his password, as HTTP's basic authentication sends them (RFC 7617). */
interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** A remote that git may be sent to. */
export interface Reachable {
  /** Without a password, for messages. */
  readonly shown: string;
  /** Text that came from the remote, without what was sent to it in confidence: a server may echo it. */
  redact(text: string): string;
  /** Variables a git process needs to reach it. */
  readonly environment: Readonly<Record<string, string>>;
}

const protocols = new Set(['https', 'http', 'ssh', 'git', 'file']);

/**
 * What git needs to fetch from `url`, or undefined where the URL is of a kind we never follow (`ext::`, unknown helpers).
 * A token, or else the URL's own user and password, goes only to the URL's own origin, and only over HTTP; redirects are
 * then not followed, because git would send the header along.
 */
export function reachable(url: string, remote: Remote | undefined, directory: string): Reachable | undefined {
  const protocol = protocolOf(url);
  if (protocol === undefined || !protocols.has(protocol)) return undefined;
  const settings: [string, string][] = [
    ['remote.origin.promisor', 'true'],
    // Where a filter is set, `git fetch --filter` does not write one into the scratch directory's configuration, after which
    // every git process would look for missing objects at the remote.
    ['remote.origin.partialCloneFilter', 'blob:none'],
    // The scratch directory is gone after the run: tidying it would only take time.
    ['maintenance.auto', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '30'],
  ];
  let place = protocol === 'file' && !url.startsWith('file:') ? resolve(directory, url) : url;
  const secrets: string[] = [...secretsOf(url)];
  if (URL.canParse(url) && protocol.startsWith('http')) {
    const parsed = new URL(url);
    const credentials = credentialsFor(parsed, remote);
    // Git would name the URL with its password in the arguments of a process.
    parsed.username = '';
    parsed.password = '';
    // Git puts its own path behind a query, which no server then understands; what is left would be an argument of a process.
    parsed.search = '';
    parsed.hash = '';
    place = parsed.href;
    if (remote?.authority !== undefined) settings.push([`http.${parsed.origin}/.sslCAInfo`, remote.authority]);
    if (credentials !== undefined) {
      const encoded = Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8').toString('base64');
      secrets.push(encoded, credentials.password);
      settings.push(
        [`http.${parsed.origin}/.extraHeader`, `Authorization: Basic ${encoded}`],
        ['http.followRedirects', 'false'],
      );
    }
  }
  settings.push(['remote.origin.url', place]);
  return {
    shown: redactAll(redactUrls(place), secrets),
    redact: (text) => redactAll(redactUrls(text), secrets),
    environment: { ...asEnvironment(settings), ...transport(protocol) },
  };
}

/** The token, else the user and password of the URL itself. A user alone is not a secret that opens anything, and git would only ask for the rest. */
function credentialsFor({ username, password }: URL, remote: Remote | undefined): Credentials | undefined {
  if (remote?.token) return { username: remote.username ?? 'x-access-token', password: remote.token };
  if (password === '') return undefined;
  return { username: decoded(username), password: decoded(password) };
}

/** Without its percent signs; as it is where they encode no text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function redactAll(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '••••'), text);
}

/**
 * What of a remote's URL is secret, in every form in which a program may print it: a password, a user that is there alone and is as
 * long as a token, the values of a query; of an scp-like address (`user:token@host:path`) as well.
 */
function secretsOf(url: string): readonly string[] {
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(url) ?? /^([^/@]*:[^/@]*)@/.exec(url) ?? [];
  const colon = authority.indexOf(':');
  const user = colon < 0 ? authority : '';
  const password = colon < 0 ? '' : authority.slice(colon + 1);
  const query = [...(/\?([^#]*)/.exec(url)?.[1] ?? '').split(/[&;]/)].map((pair) => pair.slice(pair.indexOf('=') + 1));
  const secrets = [...(user.length >= 16 ? [user] : []), password, ...query].filter((secret) => secret !== '');
  return [...new Set(secrets.flatMap((secret) => [secret, decoded(secret), encodeURIComponent(decoded(secret))]))];
}

/** Text without the credentials of the URLs in it: users and passwords, also percent-encoded and scp-like, and queries. */
export function redactUrls(text: string): string {
  return text
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#'"]*@/gi, '$1')
    .replace(/\b([a-z][a-z0-9+.-]*%3a%2f%2f)(?:(?!%2f)[^\s/?#'"])*?%40/gi, '$1')
    .replace(/(^|[\s'"(])[^\s:@/'"]+:[^\s@/'"]+@(?=[\w.-]+:)/g, '$1')
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s?#'"]*)\?[^\s#'"]*/gi, '$1');
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
