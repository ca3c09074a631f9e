import { classify } from '../value/classify.ts';
import { decodeBase64Text } from '../value/decode.ts';
import { entropy, looksGenerated, looksRandom } from '../value/entropy.ts';
import { looksHumanMade } from '../value/made.ts';
import { classifyUserinfo, percentDecoded, splitAuthority, splitUserinfo } from '../value/url.ts';
import type { TokenFormat } from './token-format.ts';

/** Formats that carry a credential in a known frame: key armor, a URL's userinfo, an authorization header. */
export const envelopeFormats: readonly TokenFormat[] = [
  {
    id: 'private-key',
    name: 'a private key',
    keywords: ['-----BEGIN '],
    // The body ends at the next five dashes, so that many headers in a row cost no more than one.
    pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----((?:[^-]|-(?!----)){60,16000})/y,
    check: isKeyBody,
    severity: 'critical',
    mask: '-----BEGIN',
    inWord: true,
  },
  {
    id: 'putty-private-key',
    name: 'a PuTTY private key',
    keywords: ['PuTTY-User-Key-File-'],
    pattern:
      /PuTTY-User-Key-File-\d: [^\n]{1,60}\n(?:[^\n]{0,200}\n){1,40}?Private-Lines: \d{1,3}\r?\n([A-Za-z0-9+/=\s]{40,4000})/y,
    severity: 'critical',
  },
  {
    id: 'encoded-private-key',
    name: 'a private key',
    keywords: ['LS0tLS1CRUdJTi', 'LS0tLS1CRUdJTiB'],
    // On one line, or over lines of one length as base64(1) breaks them, indented or not.
    pattern:
      /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{16,24000}={0,2}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}={0,2}(?=\s|["']|$)){0,400})/y,
    check: (text) =>
      /^-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test(
        Buffer.from(text.slice(0, 120), 'base64').toString('latin1'),
      ),
    severity: 'critical',
    inWord: true,
  },
  {
    id: 'url-userinfo',
    name: 'a password inside a URL',
    keywords: ['://'],
    // Either a password with an unencoded `/`, `?` or `#`, which clients take all the same (digits before one of these are a port); or
    // the whole authority, whose userinfo ends at the last `@`, because a password may hold one.
    pattern:
      /:\/\/(?:[\w.%+~-]{0,100}:(?!\d{1,5}[/?#]|[$%<])([^\s"'`<>@{}/?#]{0,100}[/?#][^\s"'`<>{}]{0,200})@(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::\d{1,5})?(?:[/?\s"'`,;)]|$))|((?:\{\{[^{}\n]{0,120}\}\}|(?!\{\{)[^\s/?#"'<>]){3,600}))/y,
    secretOf: ([, unencoded, authority = '']) =>
      unencoded ?? splitUserinfo(splitAuthority(authority).userinfo).password ?? '',
    check: (password, { 1: unencoded, 2: authority = '', input, index }) => {
      // Most URLs have none.
      if (password === '') return false;
      if (unencoded !== undefined) return isUnencodedPassword(password, input.slice(Math.max(0, index - 20), index));
      const { userinfo, host } = splitAuthority(authority);
      return (
        /^[\w[{$(.-]/.test(host) && !isHalfAnExpression(password) && classifyUserinfo(userinfo, host) === 'literal'
      );
    },
    severity: 'high',
    inWord: true,
  },
  {
    id: 'der-private-key',
    name: 'a private key',
    // Base64 of a DER SEQUENCE that begins as PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) and SEC 1 (RFC 5915) keys do.
    keywords: ['MII', 'MIG', 'MIH', 'MHc', 'MHQ', 'MC4CAQAwBQYDK2V', 'MFMCAQ'],
    pattern:
      /(?:MI[IGH]|MHc|MHQ|MC4|MFM)[A-Za-z0-9+/]{29,24000}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{16,128}(?=[\s"'=]|$)){0,400}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{1,15}(?=[\s"'=]|$))?={0,2}(?![A-Za-z0-9+/=])/y,
    check: isPrivateKeyInDer,
    severity: 'critical',
  },
  {
    id: 'openvpn-static-key',
    name: 'an OpenVPN static key',
    keywords: ['-----BEGIN OpenVPN Static key V1-----'],
    pattern: /-----BEGIN OpenVPN Static key V1-----\s{1,20}((?:[0-9a-f]{2,64}\s{1,20}){8,64})/y,
    severity: 'critical',
    mask: '-----BEGIN',
    inWord: true,
  },
  {
    id: 'url-token',
    name: 'a token inside a URL',
    keywords: ['https://'],
    pattern: /https:\/\/([\w.~+-]{20,256})@(?=[\w[{$(.-])/y,
    check: (token) => looksGenerated(token) && classify(token) === 'literal',
    severity: 'high',
    inWord: true,
  },
  {
    id: 'basic-authorization',
    name: 'an HTTP basic authorization header',
    keywords: ['Basic ', 'basic '],
    pattern: /[Bb]asic ([A-Za-z0-9+/]{8,400}={0,2})(?![\w+/=-])/y,
    check: (encoded) => encoded !== 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' && isLogin(encoded),
    severity: 'high',
  },
  {
    id: 'registry-login',
    name: 'a registry login',
    // The JSON of a container registry's logins inside a string of something else; what is JSON itself is read as such.
    keywords: ['auth\\":', 'auth\\\\\\":'],
    pattern: /auth\\{1,3}":\s{0,8}\\{1,3}"([A-Za-z0-9+/]{8,4000}={0,2})\\/y,
    check: isLogin,
    severity: 'high',
  },
  {
    id: 'bearer-authorization',
    name: 'an HTTP bearer authorization header',
    keywords: ['Bearer ', 'bearer '],
    pattern: /[Bb]earer ([\w.~+/-]{16,2000}={0,2})(?![\w+/=-])/y,
    // `sha256~zGN...CyE` is what documentation leaves of a token.
    check: (token) => looksRandom(token) && !token.includes('...') && classify(token) === 'literal',
    severity: 'high',
  },
];

/** Whether base64 is that of a user and a password. */
function isLogin(encoded: string): boolean {
  const [user, ...password] = (decodeBase64Text(encoded) ?? '').split(':');
  return user !== undefined && password.length > 0 && classify(password.join(':'), { key: 'password' }) === 'literal';
}

/** Schemes of services whose URLs have no path with an `@`. */
const services =
  /(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|valkeys?|amqps?|kafka|nats|mqtts?|ldaps?|smtps?|imaps?|clickhouse|cassandra|bolt|neo4j(?:\+s)?|sqlserver|elasticsearch|socks5h?)$/i;

/** Whether what is between the first colon and the last `@` of a URL is a password, and not a port and a path. */
function isUnencodedPassword(text: string, scheme: string): boolean {
  const isMade = (part: string) => looksHumanMade(part) || looksGenerated(part);
  if (!services.test(scheme) && !text.split(/[/?#@:]/).some(isMade)) return false;
  return classify(percentDecoded(text), { key: 'password' }) === 'literal';
}

function isKeyBody(body: string): boolean {
  // The material begins at once, or after a few headers; prose that mentions the armor line has none.
  const run = /[A-Za-z0-9+/=]{40,}/.exec(body.slice(0, 400))?.[0];
  return run !== undefined && entropy(run) >= 3.6 && !/x{8}|X{8}|\.{3}/.test(body);
}

/**
 * Whether base64 begins as the DER of a private key: version 0 and an algorithm, version 0 and a modulus, version 1 and a key of the curve's
 * size, or version 1 and an Edwards curve (RFC 5958 with the public key).
 */
function isPrivateKeyInDer(text: string): boolean {
  const bytes = Buffer.from(text.slice(0, 120), 'base64');
  const length = bytes[1] ?? 0;
  const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
  const declared = length < 0x80 ? length : bytes.readUIntBE(2, Math.min(4, length & 0x7f));
  const held = Math.floor((text.replace(/[^A-Za-z0-9+/]/g, '').length * 3) / 4);
  if (bytes[0] !== 0x30 || start > 6 || held < start + declared - 2) return false;
  const head = bytes.subarray(start, start + 9).toString('hex');
  return /^020100(?:30|02)|^02010104|^020101300506032b65/.test(head);
}

/** `${VAR:-}@` reads as a user and a password until one looks at the braces. */
function isHalfAnExpression(text: string): boolean {
  return text.split('}').length > text.split('{').length || text.split(')').length > text.split('(').length;
}
