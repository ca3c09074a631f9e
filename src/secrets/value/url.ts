import { classify, type LeafClass } from './classify.ts';
import { looksGenerated, looksRandom } from './entropy.ts';
import { isDefaultCredential } from './placeholder.ts';

/** What comes before the host of a URL. */
export interface Userinfo {
  readonly user: string;
  /** As it is written: undefined where there is no colon. */
  readonly password: string | undefined;
}

/** A URL's authority, cut at its last `@`: a password may hold one. */
export function splitAuthority(authority: string): { readonly userinfo: string; readonly host: string } {
  const cut = authority.lastIndexOf('@');
  return { userinfo: authority.slice(0, Math.max(0, cut)), host: authority.slice(cut + 1) };
}

/** The parts of a URL's userinfo, cut at the first colon that belongs to no template expression (RFC 3986 §3.2.1). */
export function splitUserinfo(userinfo: string): Userinfo {
  let depth = 0;
  for (let at = 0; at < userinfo.length; at++) {
    const character = userinfo.charAt(at);
    if (/[{(]/.test(character)) depth++;
    else if (/[})]/.test(character)) depth--;
    else if (character === ':' && depth <= 0) return { user: userinfo.slice(0, at), password: userinfo.slice(at + 1) };
  }
  return { user: userinfo, password: undefined };
}

/** Undoes percent-encoding; text that is none stays as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Hosts that nobody can have: reserved for documentation (RFC 2606 §2 and §3). `.test` and `localhost` are hosts people use. */
export function isReservedHost(host: string): boolean {
  return /(?:^|\.)(?:invalid|example|example\.(?:com|net|org))\.?(?::\d{1,5})?$/i.test(host);
}

/** The class of a URL's password: a product's default or the user's own name is a placeholder, and so is one for a host of documentation. */
export function classifyUserinfo(userinfo: string, host: string): LeafClass {
  const { user, password } = splitUserinfo(userinfo);
  if (password === undefined || password === '') return 'empty';
  const decoded = percentDecoded(password);
  const kind = classify(decoded, { key: 'password' });
  if (kind !== 'literal') return kind;
  if (isReservedHost(host) && !looksGenerated(decoded)) return 'placeholder';
  return isDefaultCredential(decoded) || decoded === percentDecoded(user) ? 'placeholder' : 'literal';
}

/** Schemes that lead to a host. Others name stores, files, or nothing at all. */
const url =
  /^(?:jdbc:)?(?:https?|wss?|s?ftp|tcp|udp|tls|grpcs?|postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|ssh|git|s3|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|memcached|etcd|statsd|socks5h?):\/\/(?:([^\s/?#"']{1,400})@)?([^\s/?#@"']{1,300})([^\s]{0,2000})$/i;

/**
 * The class of a value that is one URL and nothing else: that of its password; public where it has none, and neither its path
 * nor its query holds what a generator made. Undefined where the text is not a URL.
 */
export function classifyUrl(text: string): LeafClass | undefined {
  const match = url.exec(text.trim());
  if (match === null) return undefined;
  const [, userinfo, host = '', rest = ''] = match;
  if (userinfo !== undefined) {
    const kind = classifyUserinfo(userinfo, host);
    if (kind !== 'empty') return kind;
  }
  // `app:pa` of `postgres://app:pa#ss@db`: a password with an unencoded `/`, `?` or `#`.
  if (/:(?!\d{1,5}$)/.test(host) && rest.includes('@')) return undefined;
  if (isReservedHost(host)) return 'placeholder';
  if (host.split(/[.:]/).some(looksGenerated)) return undefined;
  const parts = rest.split(/[/?#&=;,]/).map(percentDecoded);
  const hasSecret = parts.some(looksRandom);
  const hasNamed = /[?&](?:sig|signature|token|key|api_?key|code|secret|password|auth)=[^&\s]/i.test(rest);
  return hasSecret || hasNamed || /[{$]/.test(text) ? undefined : 'public';
}
