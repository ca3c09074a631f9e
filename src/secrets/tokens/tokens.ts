import { looksRandom } from '../value/entropy.ts';
import { isPlaceholder } from '../value/placeholder.ts';
import { aiFormats } from './ai-formats.ts';
import { envelopeFormats } from './envelope-formats.ts';
import { formats } from './formats.ts';
import { type KeywordScan, keywordScan } from './keyword-scan.ts';
import { platformFormats } from './platform-formats.ts';
import { isPublished } from './published.ts';
import { serviceFormats } from './service-formats.ts';
import type { TokenFormat } from './token-format.ts';
import { vendorFormats } from './vendor-formats.ts';

/** A credential in a text. */
export interface Token {
  readonly format: TokenFormat;
  /** The secret itself: never leaves this folder. */
  readonly secret: string;
  readonly start: number;
  readonly end: number;
  /** False for one whose checksum is wrong: made up, or mistyped. */
  readonly isGenuine: boolean;
}

/** Every format, each with keywords of its own. */
export const tokenFormats: readonly TokenFormat[] = [
  ...formats,
  ...vendorFormats,
  ...platformFormats,
  ...serviceFormats,
  ...aiFormats,
  ...envelopeFormats,
];
const owners = tokenFormats.flatMap((format) => format.keywords.map(() => format));
/** Made when it is first needed: most commands look for no token. */
let automaton: KeywordScan | undefined;

/** No known token is shorter. */
const shortest = 12;

/** Every provider token, private key and framed credential in a text, in order, none overlapping another. */
export function findTokens(text: string): readonly Token[] {
  if (text.length < shortest) return [];
  let tokens: Token[] | undefined;
  const triedUpTo = new Map<TokenFormat, number>();
  automaton ??= keywordScan(tokenFormats.flatMap((format) => format.keywords));
  automaton.scan(text, (keyword, offset) => {
    const format = owners[keyword];
    if (format === undefined || offset < (triedUpTo.get(format) ?? 0)) return;
    const token = tokenAt(text, offset, format);
    if (token === undefined) return;
    triedUpTo.set(format, token.end);
    if (!token.isValid) return;
    tokens = tokens ?? [];
    tokens.push(token);
  });
  return tokens === undefined ? [] : withoutOverlaps(tokens);
}

function tokenAt(
  text: string,
  offset: number,
  format: TokenFormat,
): (Token & { readonly isValid: boolean }) | undefined {
  let start = offset;
  if (format.precededBy !== undefined) {
    const precededBy = format.precededBy.exec(text.slice(Math.max(0, offset - 64), offset));
    if (precededBy === null) return undefined;
    start = offset - precededBy[0].length;
  }
  if (format.inWord !== true && start > 0 && isWord(text.charCodeAt(start - 1)) && !isEscape(text, start)) {
    return undefined;
  }
  format.pattern.lastIndex = offset;
  const match = format.pattern.exec(text);
  if (match === null) return undefined;
  const end = offset + match[0].length;
  const secret = format.secretOf?.(match) ?? match[1] ?? text.slice(start, end);
  const isValid =
    (format.check === undefined || format.check(secret, match)) &&
    !(secret.length < 200 && (isPlaceholder(secret) || isPublished(secret)));
  // A long stretch that was looked at once is not looked at again from its middle: that keeps the scan linear.
  if (!isValid && end - start <= 256) return undefined;
  const isGenuine = format.isGenuine === undefined || format.isGenuine(secret);
  return { format, secret, start, end, isValid: isValid && (isGenuine || looksRandom(secret)), isGenuine };
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}

/** `\nghp_…` in an escaped string: the n is not a letter of a word. */
function isEscape(text: string, start: number): boolean {
  return start > 1 && text.charAt(start - 2) === '\\' && /[nrt]/.test(text.charAt(start - 1));
}

/** A token inside a longer one (a key inside a URL's userinfo) is reported once, by the format that says more. */
function withoutOverlaps(tokens: readonly Token[]): readonly Token[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Token[] = [];
  for (const token of sorted) {
    const previous = kept.at(-1);
    if (previous === undefined || token.start >= previous.end) kept.push(token);
    else if (envelopeFormats.includes(previous.format) && !envelopeFormats.includes(token.format))
      kept[kept.length - 1] = token;
  }
  return kept;
}
