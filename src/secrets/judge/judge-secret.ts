import { gunzipSync } from 'node:zlib';
import { forEachField } from '../places/fields.ts';
import { readAssignments } from '../text/assignments.ts';
import { readEmbedded, speaksOfCredentials } from '../text/embedded.ts';
import { classify, type LeafClass, type LeafContext } from '../value/classify.ts';
import { credentialKey } from '../value/credential-key.ts';
import { asText, decodeBase64, decodeBase64Text, unwrap } from '../value/decode.ts';
import { isLikelyCredential, looksRandom } from '../value/entropy.ts';
import { isPlaceholder } from '../value/placeholder.ts';
import { judgeTokens } from './judge-open.ts';
import { helmRelease, isPlainSetting, isPublicBytes } from './plain-setting.ts';
import { classifyRegistryLogin, isRegistryLoginKey } from './registry-login.ts';
import type { SecretMatch } from './secret-occurrence.ts';

const inflated = 8_000_000;

/** Judges a base64 field that can hold nothing but a secret. */
export function judgeEncodedSecret(text: string, key: string, context: LeafContext): readonly SecretMatch[] {
  const asWritten = classify(text, { ...context, key, secretOnly: true });
  if (asWritten !== 'literal' && asWritten !== 'placeholder') return judgeTokens(text, context);
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
  if (asWritten === 'placeholder') return [make('placeholder', text, undefined)];
  return isPublicBytes(bytes, key) ? [] : [make('literal', text, undefined)];
}

/** What is in `data` without base64: the API server refuses it, and everyone can read it. */
function unencoded(judgement: SecretMatch): SecretMatch {
  return judgement.is === 'literal' && judgement.what === undefined
    ? { ...judgement, what: 'a secret in plain text, and no base64 as `data` demands' }
    : judgement;
}

/** Judges a decoded value in a field that can hold nothing but a secret: every literal counts, whatever it looks like. */
export function judgeSecret(text: string, key: string, context: LeafContext): readonly SecretMatch[] {
  const [token] = judgeTokens(text, context);
  if (token !== undefined) return [make('literal', token.format.endsWith('private-key') ? token.secret : text, token)];
  const kind = classifySecret(text, key, context);
  if (kind === 'placeholder' && isPlainSetting(text, key)) return [make('plain-setting', text, undefined)];
  if (kind === 'placeholder' || kind === 'literal' || kind === 'plain-setting') return [make(kind, text, undefined)];
  return [];
}

function classifySecret(text: string, key: string, context: LeafContext): LeafClass | 'plain-setting' {
  const inside = { ...context, key, secretOnly: true };
  const outer = classify(text, inside);
  if (outer !== 'literal') return outer;
  if (isRegistryLoginKey(key)) {
    const login = classifyRegistryLogin(text, inside);
    if (login !== undefined) return login;
  }
  const release = helmRelease(unwrap(text, 1));
  if (release !== undefined) return classifyRelease(release);
  const inner = unwrap(text);
  if (inner !== text) {
    const decoded = classify(inner, inside);
    if (decoded !== 'literal') return decoded;
  }
  // `Y2hhbmdlbWU=` is too short to be surely base64, but `changeme` says enough.
  const short = text.trim().length % 4 === 0 ? decodeBase64Text(text) : undefined;
  if (short !== undefined && isPlaceholder(short)) return 'placeholder';
  const configuration = classifyConfiguration(inner, key, context) ?? classifySettings(inner, key);
  return configuration ?? (isPlainSetting(inner, key) ? 'plain-setting' : 'literal');
}

/** The text of a settings file that says nothing of credentials, and in which no generator made anything, is settings. */
function classifySettings(text: string, key: string): LeafClass | 'plain-setting' | undefined {
  if (!settingsFile.test(key) || namesLogins.test(key)) return undefined;
  const bare = text.replace(/\/\*[\s\S]{0,20000}?\*\/|^\s{0,200}(?:#|\/\/|;|!)[^\n]*/gm, '');
  if (bare.trim() === '') return 'empty';
  const looksMachineMade = bare
    .split(/[^\w+/-]+/)
    .some((word) => word.length >= 12 && /\d/.test(word) && looksRandom(word));
  return speaksOfCredentials(bare) || looksMachineMade || !/[=:{ ]/.test(bare) ? undefined : 'plain-setting';
}

const settingsFile = /\.(?:properties|ini|conf|cfg|cnf|config|toml|xml|ya?ml|json|hcl|lua|rules)$/i;

/** Files that give each user a password: `users.properties`. */
const namesLogins = /(?:^|[._-])(?:users?|passwords?|passwd|credentials?|secrets?|accounts?)(?:[._-]|$)/i;

/** A configuration file is what its credentials are: templates and references make it one, a literal makes it a literal. */
function classifyConfiguration(
  text: string,
  name: string,
  context: LeafContext,
): LeafClass | 'plain-setting' | undefined {
  const isJson = /^\s*[{[]/.test(text);
  if (!isJson && !text.trim().includes('\n')) return undefined;
  const classes = new Set<LeafClass>();
  let fields = 0;
  const note = (key: string, value: string) => {
    fields++;
    // In a Secret, a value that a generator made is not a setting, whatever its key.
    const isNeutral = credentialKey(key) === 'none' && !/^(?:auth|data|key)$/i.test(key);
    const looksMachineMade = /^(?=.*\d)[\w+/=-]{16,512}$/.test(value) && looksRandom(value);
    if (isNeutral && !looksMachineMade && !(namesLogins.test(name) && isLikelyCredential(value))) return;
    classes.add(classify(value, { ...context, key, secretOnly: true }));
  };
  const sources = readEmbedded(text);
  if (sources !== undefined) for (const source of sources) forEachField(source, (field) => note(field.key, field.text));
  else for (const { key, value } of readAssignments(text)) note(key, value);
  if (fields === 0 || (!isJson && fields * 3 < text.trim().split('\n').length)) return undefined;
  for (const worst of ['literal', 'placeholder', 'template', 'reference', 'encrypted'] as const)
    if (classes.has(worst)) return worst;
  return 'plain-setting';
}

/** A Helm release as Helm itself stores it is not a secret of its own, unless a credential is inside. */
function classifyRelease(release: Buffer): LeafClass {
  try {
    const text = gunzipSync(release, { maxOutputLength: inflated }).toString('utf8');
    return judgeTokens(text).length > 0 || classifyConfiguration(text, '', {}) === 'literal' ? 'literal' : 'public';
  } catch {
    return 'literal';
  }
}

function make(is: SecretMatch['is'], secret: string, token: SecretMatch | undefined): SecretMatch {
  return {
    is,
    what: token?.what,
    format: token?.format ?? 'secret-value',
    severity: is === 'literal' ? 'critical' : 'low',
    secret: secret.trim(),
    inner: [],
    offset: undefined,
  };
}
