import { classify } from '../value/classify.ts';
import { decodeBase64Text } from '../value/decode.ts';
import { entropy, looksGenerated, looksRandom } from '../value/entropy.ts';
import { isDefaultCredential } from '../value/placeholder.ts';
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
    pattern: /(LS0tLS1CRUdJTi[A-Za-z0-9+/]{80,24000}={0,2})/y,
    check: (text) => /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY/.test(decodeBase64Text(text) ?? ''),
    severity: 'critical',
    inWord: true,
  },
  {
    id: 'url-userinfo',
    name: 'a password inside a URL',
    keywords: ['://'],
    pattern: /:\/\/[^\s/@:"'<>]{0,128}:([^\s/@"'<>]{1,256})@(?=[\w[{$(.-])/y,
    check: (password) =>
      !isHalfAnExpression(password) &&
      classify(password, { key: 'password' }) === 'literal' &&
      !isDefaultCredential(password),
    severity: 'high',
    inWord: true,
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
    check: (encoded) => {
      const [user, ...password] = (decodeBase64Text(encoded) ?? '').split(':');
      return (
        encoded !== 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' &&
        user !== undefined &&
        password.length > 0 &&
        classify(password.join(':'), { key: 'password' }) === 'literal'
      );
    },
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

function isKeyBody(body: string): boolean {
  // The material begins at once, or after a few headers; prose that mentions the armor line has none.
  const run = /[A-Za-z0-9+/=]{40,}/.exec(body.slice(0, 400))?.[0];
  return run !== undefined && entropy(run) >= 3.6 && !/x{8}|X{8}|\.{3}/.test(body);
}

/** `${VAR:-}@` reads as a user and a password until one looks at the braces. */
function isHalfAnExpression(text: string): boolean {
  return text.split('}').length > text.split('{').length || text.split(')').length > text.split('(').length;
}
