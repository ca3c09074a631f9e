import { scalarText } from '../../plain-values.ts';
import { entropy } from '../value/entropy.ts';
import { isPlaceholder } from '../value/placeholder.ts';

/** Whether a compact JWS has a JSON header with a signing algorithm and a JSON payload (RFC 7515 §3). */
export function isSignedJwt(token: string): boolean {
  if (isPlaceholder(token)) return false;
  const [header, payload, signature] = token.split('.');
  const head = parse(header);
  return (
    head !== undefined &&
    typeof head.alg === 'string' &&
    head.alg.toLowerCase() !== 'none' &&
    parse(payload) !== undefined &&
    // jwt.io's sample subject, which documentation prints everywhere.
    parse(payload)?.sub !== '1234567890' &&
    entropy(signature ?? '') >= 3
  );
}

/** Whether base64 is the JSON of a tunnel's credentials: account, tunnel and secret (cloudflare/cloudflared, connection.TunnelToken). */
export function isTunnelToken(token: string): boolean {
  const { a, t, s } = parse(token) ?? {};
  return /^[0-9a-f]{32}$/.test(scalarText(a)) && /^[0-9a-f-]{36}$/.test(scalarText(t)) && scalarText(s).length >= 16;
}

function parse(segment: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a Slack token has the parts of one of Slack's kinds of tokens, the last of them made by a generator. */
export function isSlackToken(token: string): boolean {
  const isFramed =
    /^xoxb-\d{8,14}-(?:\d{8,14}-?)?[A-Za-z0-9-]{16,60}$/.test(token) ||
    /^xox[pe](?:-\d{8,14}){3}-[A-Za-z0-9-]{26,64}$/.test(token) ||
    /^xox[os]-\d+-\d+-\d+-[A-Fa-f\d]{8,}$/.test(token) ||
    /^xox[ar]-(?:\d-)?(?:\d+-){0,3}[0-9A-Za-z]{8,48}$/.test(token) ||
    /^xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{140,250}$/.test(token);
  const last = token.slice(token.lastIndexOf('-') + 1);
  return isFramed && /\d/.test(last) && /[A-Za-z]/.test(last) && entropy(last) >= 2.5;
}

/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
export function isSlackWebhook(address: string): boolean {
  const last = address.split('/').at(-1) ?? '';
  return entropy(last) >= 3 && !/X{4,}|x{6,}|0{6,}|T?123456789|abcdef/.test(address);
}
