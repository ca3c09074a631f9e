import { flatFormatOf, readFlat } from '../sops/flat-store.ts';
import { isSopsTree } from '../text/embedded.ts';
import { isSopsText } from '../text/source.ts';
import { keyedFormat } from '../tokens/keyed-formats.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { asText, decodeBase64, decodeBase64Text, unwrap } from '../value/decode.ts';
import { isDefaultCredential, isPlaceholder } from '../value/placeholder.ts';
import { soleLiteral } from '../value/template.ts';
import { classifyUrl } from '../value/url.ts';
import { judgeTokens } from './judge-open.ts';
import { helmRelease, isPlainSetting, isPublicBytes } from './plain-setting.ts';
import { registryLogins } from './registry-login.ts';
import { isSettings, judgeConfiguration, judgeRelease } from './secret-configuration.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** Judges a base64 field that can hold nothing but a secret. */
export function judgeEncodedSecret(text: string, key: string, context: LeafContext): readonly SecretMatch[] {
  const asWritten = classify(text, { ...context, key, secretOnly: true });
  if (asWritten !== 'literal' && asWritten !== 'placeholder') return judgeTokens(text, context).map(inSecret);
  const bytes = decodeBase64(text);
  if (bytes === undefined) {
    const judgements = judgeSecret(text, key, context);
    // What a template leaves is another matter.
    return text.includes('{{') ? judgements : judgements.map(unencoded);
  }
  const decoded = asText(bytes);
  if (decoded !== undefined)
    return judgeSecret(decoded, key, { ...context, tokenFree: false }).map((judgement) => ({
      ...judgement,
      offset: undefined,
    }));
  // Words such as `password` are base64 by accident: what was written counts where what comes out is not text.
  if (asWritten === 'placeholder') return [whole('placeholder', text)];
  return isPublicBytes(bytes, key) ? [] : [whole('literal', text)];
}

/** What is in `data` without base64: the API server refuses it, and everyone can read it. */
function unencoded(judgement: SecretMatch): SecretMatch {
  return judgement.is === 'literal' && judgement.what === undefined
    ? { ...judgement, what: 'a secret in plain text, and no base64 as `data` demands' }
    : judgement;
}

/**
 * Judges a decoded value in a field that can hold nothing but a secret: every literal counts, whatever it looks like. Of a
 * file, each credential in it counts by itself, so that an edit next to it is not new.
 */
export function judgeSecret(text: string, key: string, context: LeafContext): readonly SecretMatch[] {
  const fallback = soleLiteral(text);
  if (fallback !== undefined && fallback.trim() !== '') return judgeSecret(fallback, key, context);
  const encrypted = isSopsText(text) ? judgeSopsFile(text, key, context) : undefined;
  if (encrypted !== undefined) return encrypted;
  const inside = { ...context, key, secretOnly: true };
  const kind = classify(text, inside);
  const tokens = judgeTokens(text, context).map(inSecret);
  if (kind !== 'literal') return tokens.length > 0 || kind !== 'placeholder' ? tokens : [placeholder(text, key)];
  const logins = registryLogins(text, key, inside);
  if (logins !== undefined) return logins;
  const release = helmRelease(unwrap(text, 1));
  if (release !== undefined) return judgeRelease(release) ?? [whole('literal', text)];
  const inner = unwrap(text);
  if (inner !== text) {
    const hidden = judgeSecret(inner, key, { ...context, tokenFree: false });
    return hidden.map((judgement) => ({ ...judgement, offset: undefined }));
  }
  // `Y2hhbmdlbWU=` is too short to be surely base64, but `changeme` says enough.
  const short = text.trim().length % 4 === 0 ? decodeBase64Text(text) : undefined;
  if (short !== undefined && isPlaceholder(short)) return [placeholder(text, key)];
  return judgeConfiguration(text, key, context, tokens) ?? judgeWhole(text, key, tokens);
}

/** What can be read in a whole file that SOPS encrypted: who has its key decrypts it, before it is packed or in the cluster. Undefined where it is none. */
function judgeSopsFile(text: string, key: string, context: LeafContext): readonly SecretMatch[] | undefined {
  const inside = { ...context, sops: true };
  const format = flatFormatOf(text);
  if (format === undefined) {
    if (!isSopsTree(text)) return undefined;
    const found = judgeConfiguration(text, key, inside, judgeTokens(text, context).map(inSecret)) ?? [];
    return found.filter(({ is }) => is === 'literal');
  }
  return readFlat(text, format).values.flatMap(({ keys, text: value, place }) =>
    judgeSecret(value, keys.at(-1) ?? '', inside)
      .filter(({ is }) => is !== 'plain-setting')
      .map((judgement) => ({ ...judgement, inner: [...keys, ...judgement.inner], offset: place })),
  );
}

/** A value that is not a file. */
function judgeWhole(text: string, key: string, tokens: readonly SecretMatch[]): readonly SecretMatch[] {
  if (tokens.length > 0) return tokens;
  const address = classifyUrl(text);
  if (address !== undefined && address !== 'literal')
    return address === 'public' || address === 'placeholder'
      ? [whole(address === 'public' ? 'plain-setting' : address, text)]
      : [];
  if (isSettings(text, key) || isPlainSetting(text, key)) return [whole('plain-setting', text)];
  if (isDefaultCredential(text)) return [defaultPassword(text)];
  const provider = keyedFormat(key, text.trim());
  const literal = whole('literal', text);
  return [provider === undefined ? literal : { ...literal, what: provider.name, format: provider.id }];
}

function placeholder(text: string, key: string): SecretMatch {
  return whole(isPlainSetting(text, key) ? 'plain-setting' : 'placeholder', text);
}

/** Whatever is readable in a Secret is critical there. */
function inSecret(token: SecretMatch): SecretMatch {
  return { ...token, severity: 'critical' };
}

function defaultPassword(text: string): SecretMatch {
  const what = 'a well-known default password';
  return { ...whole('literal', text), what, format: 'default-password', severity: 'high' };
}

/** The value as a whole. */
export function whole(is: SecretMatch['is'], secret: string): SecretMatch {
  return {
    is,
    what: undefined,
    format: 'secret-value',
    severity: is === 'literal' ? 'critical' : 'low',
    secret: secret.trim(),
    inner: [],
    offset: undefined,
  };
}
