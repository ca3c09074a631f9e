import type { Place } from '../../yaml/document.ts';
import { lineCounter } from '../text/line-counter.ts';
import { isProviderName, keyedFormat } from '../tokens/keyed-formats.ts';
import { findTokens } from '../tokens/tokens.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { credentialKey, namesFile } from '../value/credential-key.ts';
import { unwrap } from '../value/decode.ts';
import { looksGenerated, looksRandom } from '../value/entropy.ts';
import { canonicalSecret } from '../value/material.ts';
import { isDefaultCredential, isNamedAfterItself, isRedacted } from '../value/placeholder.ts';
import { soleLiteral } from '../value/template.ts';
import { fitsKey, loginPassword } from './fits-key.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** The place of an offset in a text. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/**
 * Whether a token counts in prose and comments: provider tokens and keys do; of URLs and headers only those whose
 * password a generator made, because documentation is full of examples.
 */
export function countsInProse({ severity, format, secret, isGenuine }: SecretMatch): boolean {
  if (isGenuine === false) return false;
  if (severity !== 'high') return true;
  return /^(?:url|basic|bearer)-/.test(format) && /\d/.test(secret) && looksRandom(secret);
}

/** The tokens of a text, as judgements with their place in it. */
export function judgeTokens(text: string, context: LeafContext = {}): readonly SecretMatch[] {
  if (context.tokenFree === true) return [];
  const placeAt = lineCounter(text);
  return findTokens(text).map((token) => ({
    is: 'literal',
    what: token.format.name,
    format: token.format.id,
    severity: token.isGenuine ? token.format.severity : 'medium',
    ...(token.isGenuine ? {} : { isGenuine: false }),
    secret: canonicalSecret(token.secret, token.format.id),
    inner: [],
    offset: placeAt(token.start),
  }));
}

/** Judges a value by its own format, then by its key: provider tokens, then generic credentials. */
export function judgeOpen(
  text: string,
  key: string,
  context: LeafContext,
  isDeployed: boolean,
): readonly SecretMatch[] {
  const tokens = judgeTokens(text, context);
  if (tokens.length > 0) return tokens;
  const broken = brokenToken(text);
  if (broken !== undefined) return [broken];
  const inner = text.length >= 24 ? unwrap(text) : text;
  if (inner !== text) {
    const hidden = judgeTokens(inner).map((token) => ({ ...token, offset: undefined }));
    if (hidden.length > 0) return hidden;
  }
  const strength = credentialKey(key);
  const value = soleLiteral(text)?.trim() ?? text.trim();
  if (strength === 'none' && isProviderName(key)) {
    const provider = keyedFormat(key, value);
    return provider === undefined || !looksRandom(value) ? [] : [generic(value, provider)];
  }
  if (strength === 'none') return namesFile(key) && isNoPath(value) ? [generic(value, undefined)] : [];
  const password = strength === 'login' ? loginPassword(value) : undefined;
  if (password !== undefined)
    return classify(password, { ...context, key: 'password' }) === 'literal' ? [generic(password, undefined)] : [];
  if (!fitsKey(value, strength, key, isDeployed ? 2 : 4)) return [];
  if (classify(value, { ...context, key }) !== 'literal') return [];
  if (inner !== text && classify(inner, { ...context, key }) !== 'literal') return [];
  if (!isDeployed && isDefaultCredential(value))
    return context.isChartValues === true && strength === 'password' ? [defaultPassword(value)] : [];
  if (!isDeployed && (isNamedAfterItself(value) || isRedacted(value))) return [];
  return [generic(value, keyedFormat(key, value))];
}

function generic(secret: string, provider: ReturnType<typeof keyedFormat>): SecretMatch {
  return {
    is: 'literal',
    what: provider?.name,
    format: provider?.id ?? 'generic',
    severity: provider === undefined ? 'high' : 'critical',
    secret,
    inner: [],
    offset: undefined,
  };
}

/** What a chart ships as a password: whoever sets no other has the one that everybody knows. */
function defaultPassword(secret: string): SecretMatch {
  return { ...generic(secret, undefined), is: 'placeholder', format: 'default-password', severity: 'low' };
}

/** A token that was broken over lines, and is the whole of the text once they are joined. */
function brokenToken(text: string): SecretMatch | undefined {
  const value = text.trim();
  if (value.length > 2_000 || !/^\S{8,}(?:\s+\S{4,}){1,5}$/.test(value)) return undefined;
  const joined = value.replace(/\s+/g, '');
  const [token] = findTokens(joined);
  if (token === undefined || token.end - token.start < joined.length) return undefined;
  return judgeTokens(joined).map((judgement) => ({ ...judgement, offset: undefined }))[0];
}

/** Whether a value under a key such as `DB_PASSWORD_FILE` names no file but is what the file should hold. */
function isNoPath(value: string): boolean {
  return looksGenerated(value) || (value.length >= 20 && !/[/\\.]/.test(value) && looksRandom(value));
}
