import { readAssignments } from './assignments.ts';
import { classify, type LeafContext } from './classify.ts';
import { isNoLiteral, spelledOut } from './command-line.ts';
import { credentialKey } from './credential-key.ts';
import { asText, decodeBase64 } from './decode.ts';
import { readEmbedded, speaksOfCredentials } from './embedded.ts';
import { forEachField, subjectPath } from './fields.ts';
import { judgeOpen, judgeTokens, placeOf } from './judge-open.ts';
import { judgeEncodedSecret, judgeSecret } from './judge-secret.ts';
import type { Role } from './places/place.ts';
import type { Judgement } from './sighting.ts';
import { isSopsDocument } from './source.ts';

/** Judges the content of a file: its tokens, then each of its own fields or assignments. */
export function judgeFile(text: string, key: string, context: LeafContext, isDeployed: boolean): readonly Judgement[] {
  if (!text.includes('\n') && !/^\s*[{[]/.test(text)) {
    const own = judgeOpen(text, key, context, isDeployed);
    return own.length > 0 ? own : judgeCommand(text, context);
  }
  const found: Judgement[] = [];
  const seen = new Set<string>();
  const add = (judgement: Judgement) => {
    if (seen.has(judgement.secret)) return;
    found.push(judgement);
    seen.add(judgement.secret);
  };
  if (text.length <= 1_500_000 && speaksOfCredentials(text)) judgeInner(text, context, isDeployed).forEach(add);
  judgeTokens(text, context).forEach(add);
  return found;
}

function judgeInner(text: string, context: LeafContext, isDeployed: boolean): readonly Judgement[] {
  const found: Judgement[] = [];
  const sources = readEmbedded(text);
  if (sources === undefined) {
    for (const { key, value, place, quoted } of readAssignments(text)) {
      if ((!quoted && isCode(value)) || isNoLiteral(value)) continue;
      for (const judgement of judgeOpen(value, key, context, isDeployed))
        found.push({ ...judgement, inner: [key], offset: place });
    }
    return found;
  }
  for (const source of sources) {
    const inside: LeafContext = { ...context, sops: context.sops === true || isSopsDocument(source.value) };
    forEachField(source, (field) => {
      if (inside.sops === true && field.path[0] === 'sops') return;
      for (const judgement of judgeField(field.text, field.key, field.role, inside, field.previous)) {
        if (judgement.is !== 'literal') continue;
        const place = source.valueAt(field.path);
        const own = judgement.offset;
        const offset =
          own === undefined || own.line === 1 ? place : { line: place.line + own.line - 1, column: own.column };
        found.push({ ...judgement, inner: [...subjectPath(source.value, field.path), ...judgement.inner], offset });
      }
    });
  }
  return found;
}

/** Unquoted right-hand sides that are code: calls, members, operators. */
function isCode(value: string): boolean {
  return /[()[\]{}]|^\w+\.\w+(?:\.\w+)*$|^(?:var|local|data|module|each|self|os|process)\./.test(value);
}

/** Judges a script or an argument. */
export function judgeCommand(text: string, context: LeafContext, previous?: string): readonly Judgement[] {
  const tokens = judgeTokens(text, context);
  const seen = new Set(tokens.map((token) => token.secret));
  const found = [...tokens];
  const flag = previous === undefined ? null : /^--?([A-Za-z][\w.-]{2,60})$/.exec(previous);
  if (flag?.[1] !== undefined && !text.startsWith('-')) found.push(...judgeOpen(text, flag[1], context, true));
  if (!speaksOfCredentials(text) && !/(?:curl|login|sshpass|mysql|redis-cli)/.test(text)) return found;
  for (const { key, value, offset } of spelledOut(text)) {
    for (const judgement of judgeOpen(value, key, context, false)) {
      if (seen.has(judgement.secret)) continue;
      seen.add(judgement.secret);
      found.push({ ...judgement, inner: [key], offset: placeOf(text, offset) });
    }
  }
  return found;
}

/** Judges one field by the role of its place. */
export function judgeField(
  text: string,
  key: string,
  role: Role,
  context: LeafContext,
  previous?: string,
): readonly Judgement[] {
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
    case 'command':
      return judgeCommand(text, context, previous);
    case 'file':
    case 'manifest':
      return judgeFile(text, key, context, true);
    case 'file-base64': {
      const bytes = decodeBase64(text);
      const decoded = bytes === undefined ? undefined : asText(bytes);
      return decoded === undefined
        ? []
        : judgeFile(decoded, key, { ...context, tokenFree: false }, true).map((judgement) => ({
            ...judgement,
            offset: undefined,
          }));
    }
    case 'deployed':
    case 'open':
      return judgePlain(text, key, role, context);
  }
}

function judgePlain(text: string, key: string, role: Role, context: LeafContext): readonly Judgement[] {
  if (text.includes('\n') || /^\s*(?:\{\s*"|\[\s*[{"])/.test(text))
    return judgeFile(text, key, context, role === 'deployed');
  const pair = /^([A-Za-z_][\w.-]{1,80})=(.{1,2000})$/.exec(text);
  if (pair?.[1] !== undefined && pair[2] !== undefined && credentialKey(key) === 'none') {
    return judgeOpen(stripQuotes(pair[2]), pair[1], context, true).map((judgement) => ({
      ...judgement,
      inner: [pair[1] ?? ''],
    }));
  }
  return judgeOpen(text, key, context, role === 'deployed');
}

const stripQuotes = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
