import { entropy } from './entropy.ts';
import { isPlaceholder } from './placeholder.ts';

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

function parse(segment: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a Slack webhook's path is made of ids rather than of T00000000/B00000000/XXXX. */
export function isSlackWebhook(address: string): boolean {
  const last = address.split('/').at(-1) ?? '';
  return entropy(last) >= 3 && !/X{4,}|x{6,}|0{6,}|T?123456789|abcdef/.test(address);
}
