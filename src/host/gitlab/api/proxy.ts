import { BlockList, isIP } from 'node:net';

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
  const user = `${decoded(username)}:${decoded(password)}`;
  proxy.username = '';
  proxy.password = '';
  const headers: Record<string, string> =
    username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
  return { url: proxy, headers };
}

/** A part of a URL without its escapes; as it is where a percent sign is meant as such. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether a list such as `localhost,.example.com,host:8443,10.0.0.0/8,*` names the URL's host, or a domain it is in. */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const at = port || (protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (isInSubnet(host, entry)) return true;
      const [, name = '', only] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      if (only !== undefined && only !== at) return false;
      return entry === '*' || host === domain || host.endsWith(`.${domain}`);
    });
}

/** Whether an address is in a subnet, `10.0.0.0/8` (curl 7.86, and so git). */
function isInSubnet(host: string, entry: string): boolean {
  const [, net = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(entry) ?? [];
  const version = isIP(host);
  if (version === 0 || isIP(net) !== version || Number(bits) > (version === 4 ? 32 : 128)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const subnet = new BlockList();
  subnet.addSubnet(net, Number(bits), family);
  return subnet.check(host, family);
}
