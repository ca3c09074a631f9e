/** A proxy, and what it has to be sent to let one through. */
export interface Proxy {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The proxy that the environment names for a URL, as curl reads it: HTTPS_PROXY, HTTP_PROXY, else ALL_PROXY, each also in small letters;
 * none for hosts that NO_PROXY names. Undefined also for proxies of other kinds than HTTP.
 */
export function proxyFor(url: URL, env: Readonly<Record<string, string | undefined>>): Proxy | undefined {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || undefined;
  const named = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
  if (named === undefined || isExcepted(url, read('NO_PROXY') ?? '')) return undefined;
  const address = named.includes('://') ? named : `http://${named}`;
  if (!URL.canParse(address)) return undefined;
  const proxy = new URL(address);
  if (!/^https?:$/.test(proxy.protocol)) return undefined;
  const { username, password } = proxy;
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  proxy.username = '';
  proxy.password = '';
  const headers: Record<string, string> =
    username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
  return { url: proxy, headers };
}

/** Whether a list such as `localhost,.example.com,host:8443,*` names the URL's host, or a domain it is in. */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const at = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      if (only !== undefined && only !== at) return false;
      return entry === '*' || host === domain || host.endsWith(`.${domain}`);
    });
}
