import { type Field, forEachField, subjectPath } from '../places/fields.ts';
import type { FieldKind } from '../places/place.ts';
import { isNoLiteral } from '../text/command-line.ts';
import { commentsOf } from '../text/comments.ts';
import { readEmbedded } from '../text/embedded.ts';
import { heredocs } from '../text/heredocs.ts';
import { isSopsDocument, isSopsMetadata } from '../text/source.ts';
import { mayGiveCredentials, readStatements } from '../text/statements.ts';
import { isProviderName } from '../tokens/keyed-formats.ts';
import { classify, type LeafContext } from '../value/classify.ts';
import { credentialKey, namesFile } from '../value/credential-key.ts';
import { decodeBase64Text, unwrap } from '../value/decode.ts';
import { isLikelyCredential, looksGenerated } from '../value/entropy.ts';
import { isMachineMade } from '../value/made.ts';
import { remembered } from '../value/remembered.ts';
import { soleLiteral } from '../value/template.ts';
import { judgeOpen, judgeTokens } from './judge-open.ts';
import { judgeEncodedSecret, judgeSecret } from './judge-secret.ts';
import { isLoginFile, judgeLogins } from './logins.ts';
import { isPlainSetting } from './plain-setting.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** Judges the content of a file: its tokens, then each of its own fields or assignments. */
export function judgeFile(
  text: string,
  key: string,
  context: LeafContext,
  isDeployed: boolean,
): readonly SecretMatch[] {
  if (!text.trim().includes('\n') && !isOneLineDocument.test(text))
    return judgeLine(text.trim(), key, context, isDeployed);
  const found = new Matches();
  found.add(judgeLogins(key, text, context));
  if (text.length <= 1_500_000 && mayGiveCredentials(text)) found.add(judgeInner(text, context, isDeployed));
  found.add(judgeTokens(text, context));
  return found.all.length > 0 ? found.all : judgeOpen(text, key, context, isDeployed);
}

/** JSON, or a mapping in YAML's flow style under one key. */
const isOneLineDocument = /^\s*(?:[{[]|[\w.-]{1,100}:\s{1,8}\{[^{][^\n]{0,4000}\}\s*$)/;

/** Matches of one text: the same value counts once. */
class Matches {
  readonly all: SecretMatch[] = [];
  readonly #seen = new Set<string>();

  add(matches: readonly SecretMatch[]): void {
    for (const match of matches) {
      if (this.#seen.has(match.secret)) continue;
      this.#seen.add(match.secret);
      this.all.push(match);
    }
  }
}

/** One line is a value, or a command, or says itself what its value is: a connection string, an assignment. */
function judgeLine(text: string, key: string, context: LeafContext, isDeployed: boolean): readonly SecretMatch[] {
  const own = judgeOpen(text, key, context, isDeployed);
  if (own.length > 0) return own;
  const logins = judgeLogins(key, text, context);
  if (logins.length > 0 || isOneWord.test(text) || !mayGiveCredentials(text)) return logins;
  return judgeStatements(text, context, isDeployed, text.split(/\s+/, 6).length > 4);
}

/** Judges what a text assigns. In prose and comments only what is plainly a password. */
export function judgeStatements(
  text: string,
  context: LeafContext,
  isDeployed: boolean,
  isProse: boolean,
): readonly SecretMatch[] {
  const found = new Matches();
  for (const { key, means, value: given, place, quoted, isCommand, isForSecret } of readStatements(text)) {
    // What an expression falls back to is the value of whoever gives no other.
    const value = soleLiteral(given) ?? given;
    if (isForSecret === true && isPlainSetting(value, key)) continue;
    if ((!quoted && mayBeCode(value)) || isNoLiteral(value) || (isProse && !isLikelyCredential(value))) continue;
    const judged = judgeOpen(
      value,
      isForSecret === true ? 'password' : (means ?? key),
      context,
      isDeployed && isCommand !== true,
    );
    // A token that fails its checksum is an example there.
    const counted = isProse ? judged.filter(({ isGenuine }) => isGenuine !== false) : judged;
    found.add(counted.map((judgement) => ({ ...judgement, inner: [key], offset: place })));
  }
  return found.all;
}

/** Judges what comments assign: a password that was commented out is as readable as any other. */
export function judgeComments(text: string, context: LeafContext): readonly SecretMatch[] {
  if (!text.includes('#') || !mayGiveCredentials(text)) return [];
  return commentsOf(text).flatMap(({ body, at }) => {
    // Nothing without a digit is plainly a password; most comments end here.
    if (!/\d/.test(body) || !mayGiveCredentials(body)) return [];
    return judgeStatements(body, context, false, true).map((judgement) => ({
      ...judgement,
      offset: { line: at.line, column: at.column + (judgement.offset?.column ?? 1) - 1 },
    }));
  });
}

function judgeInner(
  text: string,
  context: LeafContext,
  isDeployed: boolean,
  patchesSecret = false,
): readonly SecretMatch[] {
  const embedded = readEmbedded(text);
  if (embedded === undefined) return judgeScript(text, context, isDeployed);
  const found: SecretMatch[] = [];
  for (const source of embedded.sources) {
    const inside: LeafContext = { ...context, sops: context.sops === true || isSopsDocument(source.value) };
    const judge = (field: Field): void => {
      if (isSopsMetadata(source.value, field.path)) return;
      if (inside.isProgram === true && mayBeCode(field.text)) return;
      for (const judgement of judgeField(field.text, field.key, field.role, inside, field.previous)) {
        if (
          (judgement.is !== 'literal' && judgement.format !== 'default-password') ||
          (field.isJoined === true && found.some(({ secret }) => secret === judgement.secret))
        )
          continue;
        const place = source.valueAt(field.path);
        const own = judgement.offset;
        const indent = source.styleAt(field.path) === 'literal' ? place.column - 1 : 0;
        const offset =
          own === undefined || own.line === 1
            ? place
            : { line: place.line + own.line - 1, column: indent + own.column };
        found.push({ ...judgement, inner: [...subjectPath(source.value, field.path), ...judgement.inner], offset });
      }
    };
    forEachField(source, judge, { patchesSecret });
  }
  // What reads like YAML by half leaves lines out: the recipes of a Makefile, commands of a script.
  return embedded.isWhole ? found : [...found, ...judgeStatements(text, context, isDeployed, false)];
}

/** Judges a text that is neither YAML nor JSON: what it assigns, and the manifests that a script feeds to a command. */
function judgeScript(text: string, context: LeafContext, isDeployed: boolean): readonly SecretMatch[] {
  const found = new Matches();
  for (const { line, body } of heredocs(text)) {
    const inner = judgeInner(body, context, isDeployed);
    found.add(
      inner.map((match) => ({
        ...match,
        offset: { line: line + (match.offset?.line ?? 1), column: match.offset?.column ?? 1 },
      })),
    );
  }
  found.add(judgeStatements(text, context, isDeployed, false));
  return found.all;
}

/** Whether a right-hand side without quotes can be code: calls, members, operators, an expression cut short. */
export function mayBeCode(value: string): boolean {
  if (/[()[\]{}]|&&|\|\||^(?:var|local|data|module|each|self|os|process)\./.test(value)) return true;
  // Members have names, which begin with a letter and in Nix may have hyphens; the parts of a token do not.
  const isMember =
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) || /^(?:config|cfg)(?:\.[A-Za-z_][\w-]*)+$/.test(value);
  return isMember && !value.split('.').some(isMachineMade);
}

/** Judges a script or an argument. */
export function judgeCommand(text: string, context: LeafContext, previous?: string): readonly SecretMatch[] {
  const found = new Matches();
  found.add(judgeTokens(text, context));
  const flag = previous === undefined ? null : /^--?([A-Za-z][\w.-]{2,60})$/.exec(previous);
  if (flag?.[1] !== undefined && !text.startsWith('-')) found.add(judgeOpen(text, flag[1], context, true));
  if (mayGiveCredentials(text)) found.add(judgeScript(text, context, false));
  return found.all;
}

/** Judges one field by the role of its place, then by what its encoding hides. */
export function judgeField(
  text: string,
  key: string,
  role: FieldKind,
  context: LeafContext,
  previous?: string,
): readonly SecretMatch[] {
  if (isJudgedByItself.has(role) && isHarmless(text, key, context)) return [];
  const found = judgeByRole(text, key, role, context, previous);
  if (found.length > 0 || text.length < 24 || /^secret|^sealed|-base64$/.test(role)) return found;
  const inner = unwrap(text);
  if (inner === text) return found;
  const inside = { ...context, tokenFree: false };
  const hidden = role === 'name' ? judgeTokens(inner, inside) : judgeFile(inner, key, inside, role !== 'open');
  return hidden.map((judgement) => ({ ...judgement, offset: undefined }));
}

function judgeByRole(
  text: string,
  key: string,
  role: FieldKind,
  context: LeafContext,
  previous?: string,
): readonly SecretMatch[] {
  switch (role) {
    case 'secret':
      return judgeSecret(text, key, context);
    case 'secret-base64':
      return judgeEncodedSecret(text, key, context);
    case 'sealed':
      return classify(text, { ...context, sealed: true }) === 'literal' ? judgeEncodedSecret(text, key, context) : [];
    case 'secret-pair': {
      const cut = text.indexOf('=');
      return cut < 0
        ? judgeSecret(text, key, context)
        : judgeSecret(stripQuotes(text.slice(cut + 1)), text.slice(0, cut), context);
    }
    case 'name':
      return judgeTokens(text, context);
    case 'mark':
      return judgeMark(text, key, context);
    case 'command':
      return judgeCommand(text, context, previous);
    case 'secret-patch':
      return judgeInner(text, context, true, true);
    case 'file':
    case 'manifest':
      return judgeFile(text, key, context, true);
    case 'file-base64': {
      const decoded = decodeBase64Text(text) ?? unwrap(text);
      return judgeFile(unwrap(decoded), key, { ...context, tokenFree: false }, true).map((judgement) => ({
        ...judgement,
        offset: undefined,
      }));
    }
    case 'deployed':
    case 'open':
      return judgePlain(text, key, role, context);
  }
}

/** Annotations and labels hold names, hashes and switches; files and templates in them are read. */
function judgeMark(text: string, key: string, context: LeafContext): readonly SecretMatch[] {
  const value = text.trim();
  // What makes pods restart when a secret changes: it is made of the secret, and new each time.
  if (/(?:^|[^a-z])hash$/i.test(key) && (/^[0-9a-f]{6,128}$/i.test(value) || isMachineMade(value)))
    return judgeTokens(text, context);
  if (credentialKey(key) === 'password' || /\n|^[{[]|\{\{/.test(value)) return judgeFile(text, key, context, true);
  const isHex = /^[0-9a-f]{6,128}$/i.test(value);
  const isNamed = isHex ? !/(?:token|key)$/i.test(key) : isNameList(value);
  return isNamed ? judgeTokens(text, context) : judgeFile(text, key, context, true);
}

/** `name`, `namespace/name`, or several of them. */
function isNameList(text: string): boolean {
  return text.split(/[,/]\s{0,2}/).every((name) => /^[\w.-]{1,253}$/.test(name) && !looksGenerated(name));
}

const saysNothing = remembered(
  (key) => credentialKey(key) === 'none' && !namesFile(key) && !isProviderName(key) && !isLoginFile(key),
);

/** Roles that a text has by what it says and its key says, and not by its place. */
const isJudgedByItself: ReadonlySet<FieldKind> = new Set(['open', 'deployed', 'mark', 'name', 'file', 'manifest']);

/** Whether a text and its key say nothing of a credential, and no decoding can change that: so are most leaves of a manifest. */
function isHarmless(text: string, key: string, context: LeafContext): boolean {
  if (!saysNothing(key)) return false;
  if (bareWord.test(text)) return true;
  if (mayHide(text) || (!isOneWord.test(text) && mayGiveCredentials(text))) return false;
  return judgeTokens(text, context).length === 0;
}

/** Nothing that every notation has between a name and its value: a text that gives no value to anything. */
const isOneWord = /^[^\s=:(<]*$/;

/** A word too short for a token, which says nothing itself: only its key can make it a secret. */
const bareWord = /^[\w.-]{0,11}$/;

/** Whether a text may hold more than its characters show: in an encoding, as the value of a pair, or as a token that was broken. */
function mayHide(text: string): boolean {
  if (text.includes('=') || /^\s*(?:\S{8,}\s+\S{4}|\S{40,}\s+\S)/.test(text)) return true;
  return text.length >= 24 && /^\s*[\w+/-]{16,}\s*$/.test(text);
}

function judgePlain(text: string, key: string, role: FieldKind, context: LeafContext): readonly SecretMatch[] {
  const line = text.trim();
  if (line.includes('\n') || /^(?:\{\s*"|\[\s*[{"])/.test(line))
    return judgeFile(text, key, context, role === 'deployed');
  const pair = /^([A-Za-z_][\w.-]{1,80})=(.{1,2000})$/.exec(line);
  if (pair?.[1] !== undefined && pair[2] !== undefined && credentialKey(key) === 'none') {
    const own = judgeOpen(stripQuotes(pair[2]), pair[1], context, true);
    if (own.length > 0) return own.map((judgement) => ({ ...judgement, inner: [pair[1] ?? ''] }));
  }
  return judgeLine(line, key, context, role === 'deployed');
}

const stripQuotes = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
