import type { Place } from '../../yaml/document.ts';
import { readAssignments } from '../text/assignments.ts';
import { readEmbedded, speaksOfCredentials } from '../text/embedded.ts';
import type { LeafContext } from '../value/classify.ts';
import { isSopsMac } from '../value/encrypted.ts';
import { judgeCommand, judgeComments, judgeFile } from './judge.ts';
import { countsInProse, judgeTokens } from './judge-open.ts';
import { judgeSecret } from './judge-secret.ts';
import { judgeLogins } from './logins.ts';
import type { SecretMatch } from './secret-occurrence.ts';

/** A judgement with its place in the file. */
export type Placed = SecretMatch & { readonly offset: Place };

const configuration =
  /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env(?:\.[\w-]+)?|\.npmrc|\.yarnrc|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|\.dockercfg|\.htpasswd|\.git-credentials|credentials|config|Dockerfile[\w.-]*|[\w.-]*\.(?:properties|ini|cfg|conf|cnf|toml|tfvars|tf|hcl|tfstate|env|envrc|htpasswd|xml|gradle|json5|jsonc|json|yaml|yml|dockerfile|cue|jsonnet|libsonnet|nix))$/i;
const script = /(?:^|\/)(?:Makefile|Jenkinsfile|Vagrantfile|[\w.-]*\.(?:sh|bash|zsh|ps1|bat|cmd|mk|groovy))$/i;

/** Judges a text that is not a manifest, by the kind of file its name says it is. Whatever the name: provider tokens and private keys. */
export function judgeText(path: string, text: string, isSecretFile: boolean): readonly Placed[] {
  const context: LeafContext = { sops: isSopsText(text) };
  const found = new Map<string, Placed>();
  const add = (judgement: SecretMatch, offset: Place | undefined) => {
    if (judgement.is !== 'literal' && !isSecretFile) return;
    if (!found.has(judgement.secret))
      found.set(judgement.secret, { ...judgement, offset: offset ?? { line: 1, column: 1 } });
  };
  const isConfiguration = configuration.test(path);
  for (const judgement of judgeTokens(text)) {
    if (isConfiguration || isSecretFile || countsInProse(judgement)) add(judgement, judgement.offset);
  }
  if (isSecretFile) for (const judgement of judgeSecretFile(text, context)) add(judgement, judgement.offset);
  for (const judgement of judgeLogins(path, text, context)) add(judgement, judgement.offset);
  if (script.test(path)) for (const judgement of judgeCommand(text, context)) add(judgement, judgement.offset);
  if (!speaksOfCredentials(text)) return [...found.values()];
  if (!isConfiguration) return [...found.values()];
  for (const judgement of [...judgeConfiguration(text, context), ...judgeComments(text, context)])
    add(judgement, judgement.offset);
  return [...found.values()];
}

function judgeConfiguration(text: string, context: LeafContext): readonly SecretMatch[] {
  return text.includes('\n') ? judgeFile(text, '', context, false) : judgeFile(`${text}\n`, '', context, false);
}

/** A file that a secretGenerator turns into a Secret: each assignment of an env file, or all of it, is secret. */
function judgeSecretFile(text: string, context: LeafContext): readonly SecretMatch[] {
  if (context.sops === true && isSopsText(text) && readEmbedded(text) !== undefined) return [];
  const lines = readAssignments(text);
  if (lines.length === 0) return judgeSecret(text, '', context);
  return lines.flatMap(({ key, value, place }) =>
    judgeSecret(value, key, context)
      .filter((judgement) => judgement.is !== 'plain-setting')
      .map((judgement) => ({ ...judgement, inner: [key], offset: place })),
  );
}

/** SOPS in its dotenv and INI forms. */
export function isSopsText(text: string): boolean {
  if (!text.includes('sops')) return false;
  if (!/^sops_mac=|^\[sops\]|^\s{0,8}"?sops"?:/m.test(text) || !/lastmodified/.test(text)) return false;
  const mac = /^(?:sops_)?mac\s*=\s*(ENC\[[^\]\n]{1,1000}\])|"?mac"?:\s{0,4}"?(ENC\[[^\]\n]{1,1000}\])/m.exec(text);
  return isSopsMac(mac?.[1] ?? mac?.[2] ?? '');
}
