import { gunzipSync } from 'node:zlib';
import { forEachField, subjectPath } from '../places/fields.ts';
import { readEmbedded } from '../text/embedded.ts';
import { lineCounter } from '../text/line-counter.ts';
import { isSopsDocument } from '../text/source.ts';
import { mayGiveCredentials, readStatements } from '../text/statements.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { credentialKey, type KeyStrength, wordsOf } from '../value/credential-key.ts';
import { isLikelyCredential, isMoment, looksRandom } from '../value/entropy.ts';
import { isMachineMade, looksHumanMade } from '../value/made.ts';
import { canonicalSecret } from '../value/material.ts';
import { isDefaultCredential } from '../value/placeholder.ts';
import { templateParts } from '../value/template.ts';
import { classifyUrl } from '../value/url.ts';
import { isSwitch, loginPassword } from './fits-key.ts';
import { judgeTokens } from './judge-open.ts';
import { isLoginFile, readLogins, withoutLogins } from './logins.ts';
import { isPlainSetting, withoutJvmOptions } from './plain-setting.ts';
import { isMadeUp } from './plain-value.ts';
import type { SecretMatch } from './secret-occurrence.ts';

const inflated = 8_000_000;

/** Files that give each user a password: `users.properties`. */
const namesLogins = /(?:^|[._-])(?:users?|passwords?|passwd|credentials?|secrets?|accounts?|htpasswd)(?:[._-]|$)/i;

/** Last words of keys that only inside a Secret say that their value is one: PINs, pre-shared keys, SNMP communities. */
const secretInside = new Set('pin puk pw psk passkey community otp salt seed bindpw'.split(' '));
/** Last words of keys under which a value that looks made is a secret. */
const perhapsInside = new Set('key hash cookie code data signature value auth'.split(' '));

/** One `key: value` of a file inside a Secret. */
interface Setting {
  readonly key: string;
  readonly value: string;
  readonly inner: readonly string[];
  readonly offset: SecretMatch['offset'];
  /** Is in a SOPS document. */
  readonly sops?: boolean;
}

/**
 * The credentials of a configuration file inside a Secret, each by itself; a plain setting where it has none, nothing where
 * references and templates give them. Undefined where the text is not configuration.
 */
export function judgeConfiguration(
  written: string,
  name: string,
  context: LeafContext,
  tokens: readonly SecretMatch[],
): readonly SecretMatch[] | undefined {
  const text = withoutJvmOptions(written);
  const isFile = settingsFile.test(name) || isLoginFile(name);
  const isLine = !text.trim().includes('\n') && !/^\s*[{[]/.test(text) && !isFile;
  if (isLine && (tokens.length > 0 || !/[=:\s]/.test(text.trim()) || !mayGiveCredentials(text))) return undefined;
  const { settings, isWhole, isRead } = settingsOf(text, name);
  const found = [...tokens];
  const repeated = repeatedValues(settings);
  let hasSafe = false;
  for (const setting of settings) {
    const match = judgeSetting(setting, name, isLine, context, repeated);
    if (match === 'safe') hasSafe = true;
    else if (match !== undefined && !found.some(({ secret }) => secret === match.secret)) found.push(match);
  }
  const literals = found.filter(({ is }) => is === 'literal');
  // Words that somebody made up, in a notation that nobody reads: a few are the secrets of the file; what is all made up is one itself.
  const judged = new Set(settings.map(({ value }) => value.trim()));
  const words = isLine || isRead ? [] : madeWords(withoutLogins(name, text), literals, judged);
  if (literals.length > 0) return [...literals, ...words];
  if (words.length > 0 && words.length <= mostWords) return words;
  if (found.length > 0 && (words.length === 0 || isWhole)) return found;
  if (!isLine && settingsFile.test(name) && templateParts(text) !== undefined && !hasMadeWord(text)) return [];
  if (isLine || !isWhole) return undefined;
  return hasSafe ? [] : [{ ...plain, secret: text.trim() }];
}

const mostWords = 5;

/** The words of a text that somebody or a generator made up, apart from what was judged already: each counts by itself, whatever the notation. */
function madeWords(text: string, found: readonly SecretMatch[], judged: ReadonlySet<string>): readonly SecretMatch[] {
  const placeAt = lineCounter(text);
  const words = new Map<string, SecretMatch>();
  const blank = (part: string) => ' '.repeat(part.length);
  const code = text
    .replace(/^[ \t]{0,200}(?:#|\/\/|;|--[ \t])[^\n]*/gm, blank)
    .replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]{1,2000}/g, (url) =>
      classifyUrl(url) === 'public' ? blank(url) : url,
    );
  // A word before `=` or `:` is a key.
  for (const match of code.matchAll(/[^\s"'`,;=(){}<>[\]]{8,200}(?![^\s"'`,;=(){}<>[\]])(?!\s{0,4}[=:])/g)) {
    const [word] = match;
    if (words.has(word) || judged.has(word) || !isMadeWord(word) || classify(word, { secretOnly: true }) !== 'literal')
      continue;
    // A key's material is known without its line breaks and signs.
    const bare = canonicalSecret(word, 'private-key');
    const isIn = (secret: string, format: string) => secret.includes(format.endsWith('private-key') ? bare : word);
    if (found.some(({ secret, format }) => isIn(secret, format) || word.includes(secret))) continue;
    const { line, column } = placeAt(match.index);
    words.set(word, { ...literal, secret: word, offset: { line, column } });
  }
  return [...words.values()];
}

/** Whether a word of a text is one that somebody or a generator made up; names of members and settings are not. */
function isMadeWord(word: string): boolean {
  if (!/\d/.test(word) || isPlainSetting(word, '')) return false;
  if (/^[A-Za-z_][\w-]*(?:\.[\w#-]+)+$/.test(word) && !word.split('.').some(isMachineMade)) return false;
  return looksHumanMade(word) || isMadeUp(word, '') || (word.length >= 12 && looksRandom(word));
}

const plain: Omit<SecretMatch, 'secret'> = {
  is: 'plain-setting',
  what: undefined,
  format: 'secret-value',
  severity: 'low',
  inner: [],
  offset: undefined,
};

/** What a text sets; `isWhole` where that is the better part of it. */
function settingsOf(
  text: string,
  name: string,
): {
  readonly settings: readonly Setting[];
  readonly isWhole: boolean;
  /** YAML or JSON, of which nothing is left unread. */
  readonly isRead: boolean;
} {
  const settings: Setting[] = [];
  const embedded = readEmbedded(text);
  const isRead = embedded?.isWhole === true;
  for (const source of embedded?.sources ?? []) {
    const sops = isSopsDocument(source.value);
    forEachField(source, (field) => {
      if (field.isJoined === true || (sops && field.path[0] === 'sops')) return;
      const inner = subjectPath(source.value, field.path);
      const whole = { key: field.key, value: field.text, inner, offset: source.valueAt(field.path), sops };
      settings.push(whole);
      if (field.text.includes('\n')) for (const one of statements(field.text)) settings.push(below(whole, one));
    });
  }
  for (const { password, key, place } of readLogins(name, text))
    settings.push({ key: 'password', value: password, inner: [key], offset: place });
  if (!isRead) for (const one of statements(text)) settings.push(one);
  if (embedded === undefined && settingsFile.test(name)) for (const one of directives(text)) settings.push(one);
  const isJson = /^\s*[{[]/.test(text);
  return {
    settings,
    isRead,
    isWhole: settings.length > 0 && (isJson || settings.length * 3 >= text.trim().split('\n').length),
  };
}

function statements(text: string): Setting[] {
  return readStatements(text).map(({ key, means, value, place }) => ({
    key: means ?? key,
    value,
    inner: [key],
    offset: place,
  }));
}

/** Lines of two words, as many daemons are configured: `requirepass VALUE`. */
function directives(text: string): Setting[] {
  const placeAt = lineCounter(text);
  return [
    ...text.matchAll(/^[ \t]{0,40}([A-Za-z][\w.-]{1,60})[ \t]{1,40}["']?([^\s"';=:{}]{4,200})["']?;?[ \t]*\r?$/gm),
  ].map((match) => {
    const [whole, key = '', value = ''] = match;
    return { key, value, inner: [key], offset: placeAt(match.index + whole.lastIndexOf(value)) };
  });
}

/** Values that occur under several keys name something: a receiver where it is declared and where it is used. */
function repeatedValues(settings: readonly Setting[]): ReadonlySet<string> {
  const keys = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { key, value } of settings) {
    if ((keys.get(value) ?? key) !== key) repeated.add(value);
    keys.set(value, key);
  }
  return repeated;
}

function below(outer: Setting, { key, value, inner, offset }: Setting): Setting {
  const line = (outer.offset?.line ?? 1) + (offset?.line ?? 1) - 1;
  return { key, value, inner: [...outer.inner, ...inner], offset: { line, column: offset?.column ?? 1 } };
}

/** Judges one setting: a credential or a placeholder for one, `safe` where something else gives it, undefined for plain configuration. */
function judgeSetting(
  { key, value, inner, offset, sops }: Setting,
  name: string,
  isLine: boolean,
  context: LeafContext,
  repeated: ReadonlySet<string>,
): SecretMatch | 'safe' | undefined {
  const [token] = judgeTokens(value, context);
  if (token !== undefined) return { ...token, severity: 'critical', inner, offset };
  const strength = credentialKey(key);
  const last = wordsOf(key).at(-1) ?? '';
  const isNamed = strength === 'password' || strength === 'secret' || secretInside.has(last);
  if (isLine ? !isNamed : !isNamed && !looksSecret(value, key, name, repeated)) return undefined;
  if (isSwitch(value) || isMoment(value) || (/\s/.test(value) && !mayHaveSpaces(value, strength, last)))
    return undefined;
  if (value.includes('\n') && !looksRandom(value.replace(/\s+/g, ''))) return undefined;
  const is = classify(value, { ...context, key, secretOnly: true, sops: context.sops === true || sops === true });
  if (is === 'literal' && isDefaultCredential(value))
    return {
      ...literal,
      what: 'a well-known default password',
      format: 'default-password',
      severity: 'high',
      secret: value,
      inner,
      offset,
    };
  if (is === 'literal') return { ...literal, secret: value.trim(), inner, offset };
  if (is === 'placeholder') return { ...plain, is, secret: value.trim(), inner, offset };
  return is === 'empty' || is === 'public' ? undefined : 'safe';
}

/** Passwords and the pre-shared keys of networks may be several words. */
function mayHaveSpaces(value: string, strength: KeyStrength, lastWord: string): boolean {
  return strength === 'password' || (/^(?:psk|passkey)$/.test(lastWord) && value.split(/\s+/).length <= 12);
}

const literal: Omit<SecretMatch, 'secret'> = { ...plain, is: 'literal', severity: 'critical' };

/** Whether a value under a key that says nothing is a secret by its looks: in a Secret, what somebody made up is not a setting. */
function looksSecret(value: string, key: string, name: string, repeated: ReadonlySet<string>): boolean {
  if (value.length > 512 || isPlainSetting(value, key)) return false;
  if (!repeated.has(value) && isMadeUp(value, key)) return true;
  // The name of a class or of another setting.
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value)) return false;
  if (value.length < 8) return false;
  if (namesLogins.test(name) && isLikelyCredential(value)) return true;
  if (loginPassword(value) !== undefined && credentialKey(key) === 'login') return true;
  if (perhapsInside.has(wordsOf(key).at(-1) ?? '') && (looksRandom(value) || isLikelyCredential(value))) return true;
  return looksHumanMade(value) || (/^(?=.*\d)[\w+/=-]{16,512}$/.test(value) && looksRandom(value));
}

/** Whether a text is a settings file that says nothing of credentials, and in which no generator made anything. */
export function isSettings(text: string, key: string): boolean {
  if (!settingsFile.test(key) || namesLogins.test(key)) return false;
  const bare = text.replace(/\/\*[\s\S]{0,20000}?\*\/|^\s{0,200}(?:#|\/\/|;|!)[^\n]*/gm, '');
  return !mayGiveCredentials(bare) && !hasMadeWord(bare) && /[=:{ ]|^\s*$/.test(bare);
}

/** Whether a text holds a word that a generator or a person made up. */
function hasMadeWord(text: string): boolean {
  const words = text.split(/[^\w+/!@#$%^&*-]+/);
  return words.some((word) => (word.length >= 12 && /\d/.test(word) && looksRandom(word)) || looksHumanMade(word));
}

const settingsFile = /\.(?:properties|ini|conf|cfg|cnf|config|toml|xml|ya?ml|json|hcl|lua|rules)$/i;

/** A Helm release as Helm itself stores it is not a secret of its own: only what is inside can be. Undefined where it cannot be read. */
export function judgeRelease(release: Buffer): readonly SecretMatch[] | undefined {
  try {
    const text = gunzipSync(release, { maxOutputLength: inflated }).toString('utf8');
    const found = judgeConfiguration(text, '', {}, judgeTokens(text)) ?? [];
    return found
      .filter(({ is }) => is === 'literal')
      .map((match) => ({ ...match, severity: 'critical', offset: undefined }));
  } catch {
    return undefined;
  }
}
