import type { Generated, Packed } from '../../kube/touched-file.ts';
import type { Place } from '../../yaml/document.ts';
import { readAssignments } from '../text/assignments.ts';
import { isSopsText } from '../text/source.ts';
import { mayGiveCredentials, readStatements } from '../text/statements.ts';
import type { LeafContext } from '../value/classify.ts';
import { unwrap } from '../value/decode.ts';
import { isSopsValue } from '../value/encrypted.ts';
import { isMachineMade } from '../value/made.ts';
import { speaksOfCredentials } from '../value/vocabulary.ts';
import { judgeComments, judgeFile, mayBeCode } from './judge.ts';
import { countsInProse, judgeOpen, judgeTokens } from './judge-open.ts';
import { judgeSecret } from './judge-secret.ts';
import { judgeLogins } from './logins.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** A judgement with its place in the file. */
export type Placed = SecretMatch & { readonly offset: Place };

const configuration =
  /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env(?:\.[\w-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|\.dockercfg|\.htpasswd|\.git-credentials|credentials|config|[\w.-]*Caddyfile(?:\.[\w-]+)?|Dockerfile[\w.-]*|Containerfile|[\w.-]*\.(?:properties|ini|cfg|conf|cnf|toml|tfvars|tf|hcl|tfstate|env|envrc|htpasswd|xml|gradle|json5|jsonc|json|yaml|yml|dockerfile|cue|jsonnet|libsonnet|nix|sql|acl))$/i;
const script =
  /(?:^|\/)(?:Makefile|GNUmakefile|Jenkinsfile|Vagrantfile|Justfile|Taskfile|Procfile|[\w.-]*\.(?:sh|bash|zsh|ksh|fish|ps1|bat|cmd|mk|groovy|make))$/i;
/** What a template or a copy of a file has behind the file's own name. */
const suffix = /\.(?:gotmpl|tmpl|tpl|j2|jinja2?|erb|mustache|bak|backup|orig|old|save|swp|tftpl)$|~$/i;
/** Programs: a value is a string of theirs, or code. */
export const sourceCode =
  /\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|swift|scala|vue|svelte|cc?|cpp|hpp?|lua|pl|ex|exs|dart)$/i;
/** Languages of expressions that configuration is written in. */
const language = /\.(?:cue|jsonnet|libsonnet|nix|tf|hcl)$/i;
const documentation = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|ipynb)$|(?:^|\/)docs?\//i;

/** A link to a meeting, which holds its passcode for all who are invited. */
const invitation = /https:\/\/(?:[\w-]{1,60}\.)?zoom(?:gov)?\.(?:us|com)\/[^\s"'<>)]{1,500}/g;
const blank = (part: string): string => ' '.repeat(part.length);

/** Judges a text that is not a manifest, by the kind of file its name says it is. Whatever the name: provider tokens, private keys, and named credentials that a generator made. */
export function judgeText(path: string, written: string, generated: Generated | undefined): readonly Placed[] {
  const packed = generated?.inSecret === true ? generated.as : undefined;
  const context: LeafContext = { sops: isSopsText(written), isProgram: language.test(path) };
  const text = context.sops === true ? withoutCiphertext(written) : written;
  const found = new Map<string, Placed>();
  const add = (judgements: readonly SecretMatch[]) => {
    for (const judgement of judgements) {
      if ((judgement.is !== 'literal' && packed === undefined) || found.has(judgement.secret)) continue;
      found.set(judgement.secret, { ...judgement, offset: judgement.offset ?? { line: 1, column: 1 } });
    }
  };
  if (packed !== undefined) add(judgePacked(path, written, packed, context));
  const name = path.replace(suffix, '');
  const isRead =
    generated !== undefined ||
    configuration.test(name) ||
    script.test(name) ||
    /^#![^\n]{0,80}\b(?:ba|z|k|da|a)?sh\b/.test(text);
  add(judgeTokens(text).filter((token) => isRead || countsInProse(token)));
  add(judgeLogins(name, text, context));
  if (!mayGiveCredentials(text)) return [...found.values()];
  if (isRead) {
    add(judgeFile(text.includes('\n') ? text : `${text}\n`, '', context, false));
    add(judgeComments(text, context));
  } else add(judgeLoosely(path, text, context));
  return [...found.values()];
}

/** Of code and prose only what is named as a credential and can be nothing else: twenty characters or more that a generator made. */
function judgeLoosely(path: string, text: string, context: LeafContext): readonly SecretMatch[] {
  const shortest = documentation.test(path) ? 32 : 20;
  const isCode = sourceCode.test(path);
  const long = new RegExp(`[\\w+/=.~-]{${shortest}}`);
  const found: SecretMatch[] = [];
  text.split('\n').forEach((whole, number) => {
    const line = whole.slice(0, 20_000).replace(invitation, blank);
    if (line.length < shortest || !long.test(line) || !speaksOfCredentials(line)) return;
    for (const { key, means, value, place, quoted } of readStatements(line)) {
      if (value.length < shortest || (!quoted && (isCode || mayBeCode(value)))) continue;
      if (!isMachineMade(value) || !isMachineMade(unwrap(value))) continue;
      const offset = { line: number + 1, column: place.column };
      found.push(
        ...judgeOpen(value, means ?? key, context, false)
          .filter(({ isGenuine }) => isGenuine !== false)
          .map((match) => ({ ...match, inner: [key], offset })),
      );
    }
  });
  return found;
}

/** A file that a secretGenerator turns into a Secret: each assignment of an env file is a secret; any other file is one value. */
function judgePacked(path: string, text: string, packed: Packed, context: LeafContext): readonly SecretMatch[] {
  const lines = packed === 'env' && context.sops !== true ? readAssignments(text) : [];
  // Keys without values are taken from the environment of who builds it.
  if (packed === 'env' && text.split('\n').every((line) => /^\s*(?:#.*|[\w.-]{1,200}=?\s*)?$/.test(line))) return [];
  if (lines.length === 0) return judgeSecret(text, path.slice(path.lastIndexOf('/') + 1), context);
  return lines.flatMap(({ key, value, place }) =>
    judgeSecret(value, key, context)
      .filter((judgement) => judgement.is !== 'plain-setting')
      .map((judgement) => ({ ...judgement, inner: [key, ...judgement.inner], offset: place })),
  );
}

/** A text of SOPS with its ciphertext blank, whose parts are assignments to whoever reads it line by line (`data:…,iv:…`); every offset holds. */
function withoutCiphertext(text: string): string {
  return text.replace(/ENC\[AES256_GCM,[^[\]\n]{1,4000000}\]/g, (value) => (isSopsValue(value) ? blank(value) : value));
}
