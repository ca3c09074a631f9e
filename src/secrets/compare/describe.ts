import type { ObjectIdentity } from '../../kube/resource.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { findTokens } from '../tokens/tokens.ts';
import { looksRandom } from '../value/entropy.ts';
import { isMachineMade } from '../value/made.ts';

/** What is said instead of anything secret. */
export const mask = '••••';

/** A name or path with the secret itself, and any other token that someone put into a name, masked. */
export function withoutSecrets(text: string, secret: string): string {
  return withoutGenerated(withoutSecret(text, secret));
}

function withoutSecret(text: string, secret: string): string {
  // A database called mysql whose password is mysql keeps its name: it says nothing that its name does not.
  return withoutTokens(isWord(secret) ? text : text.replaceAll(secret, mask));
}

/** A name with every part masked that a generator made: it may be a token of a format that nobody knows. */
function withoutGenerated(text: string): string {
  return text.replace(/[\w+=~-]{16,}/g, (run) => (isMachineMade(run) ? mask : run));
}

/** A text with every token masked that someone put into a name. */
export function withoutTokens(text: string): string {
  return findTokens(text).reduce((safe, token) => safe.replaceAll(token.secret, mask), text);
}

/** A short word, which names hold anyway. */
export function isWord(secret: string): boolean {
  return secret.length < 6 || (secret.length < 12 && /^[A-Za-z-]+$/.test(secret) && !looksRandom(secret));
}

/** `Secret shop/database`, as a person would say it. */
export function objectName(object: ObjectIdentity, secret: string): string {
  const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`;
  return withoutSecrets(name === '' ? object.kind : `${object.kind} ${name}`, secret);
}

/** An object's identity, its names masked where they hold the secret. */
export function safeIdentity(object: ObjectIdentity, secret: string): ObjectIdentity {
  return {
    group: object.group,
    kind: withoutSecrets(object.kind, secret),
    namespace: object.namespace === undefined ? undefined : withoutSecrets(object.namespace, secret),
    name: withoutSecrets(object.name, secret),
  };
}

/** The field inside its object: `spec.template.spec.containers[app].env[DB_PASSWORD].value`. */
export function fieldName(occurrence: SecretOccurrence): string {
  const steps = occurrence.object === undefined ? occurrence.path.slice(1) : occurrence.path;
  return withoutSecrets(pathName(steps), occurrence.secret);
}

/** A path as one writes it: `data.password`, `data["tls.key"]`. Nothing is masked in it. */
export function pathName(steps: readonly string[]): string {
  let name = '';
  for (const step of steps) {
    if (step.startsWith('[')) name += step;
    else if (/^[\w$-]+$/.test(step)) name += name === '' ? step : `.${step}`;
    else name += name === '' ? step : `["${step}"]`;
  }
  return name;
}

/** A path as it names a place whatever its encoding: `stringData` and `binaryData` are `data`. */
export function subjectSteps(path: readonly string[]): readonly string[] {
  const [first = '', ...rest] = path;
  return /^(?:stringData|binaryData)$/.test(first) ? ['data', ...rest] : path;
}

/** What identifies a finding inside its object: its path, masked, and the provider's format where one tells. */
export function subjectOf(occurrence: SecretOccurrence): readonly string[] {
  const isGeneric = /^(?:generic|secret-value|default-password)$/.test(occurrence.format);
  const { path, file, secret } = occurrence;
  // A file's path is printed anyway, as the finding's place.
  const steps = subjectSteps(path).map((step) => (step === file ? withoutSecret : withoutSecrets)(step, secret));
  return [...steps, isGeneric ? 'value' : occurrence.format];
}

/** The object as a fingerprint names it: a value that moves from a ConfigMap into the Secret of that name is the same. */
export function lastingIdentity(object: ObjectIdentity, secret: string): ObjectIdentity {
  const safe = safeIdentity(object, secret);
  return safe.group === '' && safe.kind === 'ConfigMap' ? { ...safe, kind: 'Secret' } : safe;
}

/** Where a secret is, in words: `Secret shop/database: data.password`; the file where it is in no object and no field. */
export function whereOf(occurrence: SecretOccurrence): string {
  const field = fieldName(occurrence);
  if (occurrence.object === undefined) return field === '' ? fileOf(occurrence) : field;
  return `${objectName(occurrence.object, occurrence.secret)}: ${field}`;
}

/** A file's path without the secret: it is printed anyway, as the finding's place. */
export function fileOf({ file, secret }: SecretOccurrence): string {
  return withoutSecret(file, secret);
}

/** The object that a secret belongs to in its file, or the file itself, as a key. */
export function ownerOf({ scope, file, object }: SecretOccurrence): string {
  const { group, kind, namespace, name } = object ?? { group: '', kind: '', namespace: '', name: '' };
  return JSON.stringify([scope, file, group, kind, namespace ?? null, name]);
}

const buckets = [8, 12, 16, 24, 32, 64, 128, 256, 1024, 4096];

/** How long a value is, coarsely: an exact length helps who guesses. */
export function lengthBucket(secret: string): string {
  const characters = secret.length;
  const upper = buckets.findIndex((bound) => characters < bound);
  if (upper === 0) return 'under 8 characters';
  if (upper < 0) return '4096 characters or more';
  return `${buckets[upper - 1]} to ${(buckets[upper] ?? 0) - 1} characters`;
}

/** `password: •••• (12 to 15 characters)`. */
export function excerptOf(occurrence: SecretOccurrence): string {
  const key = occurrence.key === '' ? '' : `${withoutSecrets(occurrence.key, occurrence.secret).slice(0, 80)}: `;
  return `${key}${mask} (${lengthBucket(occurrence.secret)})`;
}
