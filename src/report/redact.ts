import { findTokens } from '../secrets/tokens/tokens.ts';

const hidden = '••••';

/** A user and password in a URL, but one that is hidden already. */
const urlPassword = /(:\/\/[^\s/?#'":@]*):(?!••••)[^\s/?#'"@]+@/g;

/**
 * Text for a reader without the credentials in it: provider tokens, private keys, passwords of URLs. A rule hides the secrets it
 * finds; this hides those that are where no rule looks for them, as in a name, a key, a path, a branch or a commit's subject.
 */
export function redactText(text: string): string {
  let redacted = '';
  let at = 0;
  for (const { start, end, secret } of findTokens(text)) {
    const whole = text.slice(start, end);
    redacted += text.slice(at, start) + (whole.includes(secret) ? whole.replaceAll(secret, hidden) : hidden);
    at = end;
  }
  return (redacted + text.slice(at)).replace(urlPassword, `$1:${hidden}@`);
}

/** The same for every text in a value, its keys included; what needs nothing is given back as it is. */
export function redact<T>(value: T): T {
  return redactValue(value) as T;
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) {
    const items = value.map(redactValue);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return value;
  const entries = Object.entries(value).map(([key, item]) => [redactText(key), redactValue(item)] as const);
  const before = Object.entries(value);
  const isSame = entries.every(([key, item], index) => key === before[index]?.[0] && item === before[index]?.[1]);
  return isSame ? value : Object.fromEntries(entries);
}
