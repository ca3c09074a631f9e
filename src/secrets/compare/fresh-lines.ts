/** Lines of an edit that hold no secret outside Secrets: what only opens a mapping or list, versions, digests, images, switches. */
const harmless: readonly RegExp[] = [
  /^[\s\-{}[\],]*(?:["']?[\w./-]{1,80}["']?\s?:)?\s*[|>]?[+-]?\s*$/,
  /^\s*(?:- )?["']?[\w./-]{1,80}["']?:\s*["']?v?\d+(?:\.\d+){1,3}(?:[-+][\w.]{1,20})?(?:@sha256:[0-9a-f]{64})?["']?,?\s*$/,
  /^\s*(?:- )?["']?(?:tag|digest|newTag|sha256|image|repository|chart|ref|version)["']?:\s*["']?(?:[a-z0-9.-]{1,80}(?:\/[a-z0-9._-]{1,40}){0,6})?(?::v?[\w.-]{1,20})?(?:@?sha256:[0-9a-f]{64})?["']?,?\s*$/,
  /^\s*(?:- )?["']?[\w./-]{1,80}["']?:\s*["']?(?:true|false|enabled|disabled|null|~)["']?,?\s*$/,
];

/** A Secret, or what makes one: there every value may be secret. Escapes may spell either. */
const makesSecrets = /kind["']?\s{0,10}:\s{0,10}["']?Secret\b|ecretGenerator|\\[xuU]|!!binary/;

/**
 * Whether a version of a file may hold a secret that the given other versions do not: a line that none of them has, and that is not
 * one of those that every update of an image or chart writes. Reading a version as a manifest takes a hundred times as long.
 */
export function mayAddSecret(text: string, others: readonly string[]): boolean {
  const known = new Set(others.flatMap((other) => other.split('\n')));
  const isInSecret = makesSecrets.test(text);
  return text.split('\n').some((line) => {
    if (known.has(line)) return false;
    return isInSecret ? /\S/.test(line) : line.length > 400 || !harmless.some((pattern) => pattern.test(line));
  });
}

/** What something encrypted, keeps elsewhere or fills in has one of these; escapes may spell the words. */
const protections = [
  /secret|vault|sealed|GITCRYPT|age-encryption|BEGIN (?:AGE|PGP)|ENC\[|\{cipher\}|\{\{|<path:|\\[xuU]/i,
  /\$[\w{(]|ref\+|\benv[:./]\w|os\.environ|arn:aws/i,
  /\b(?:op|akv|gsm|sm|berglas|bws?|infisical|doppler|pass|awssm|awsps|azkv|keyvault|hcv)(?:\+[a-z0-9-]{1,30})?:\/\//,
  // OpenPGP and OpenSSL in base64 alone.
  /U2FsdGVkX1|(?:wc|h[A-Z])[A-Za-z0-9+/]{200}/,
];

/** Whether a content may protect a value, so that another one at its path may have lost that. */
export function mayProtect(text: string): boolean {
  return protections.some((pattern) => pattern.test(text));
}
