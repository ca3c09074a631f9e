import type { ObjectIdentity } from '../../kube/resource.ts';
import { findTokens } from '../tokens/tokens.ts';
import { looksRandom } from '../value/entropy.ts';
import type { SecretOccurrence } from './secret-occurrence.ts';

/** What is said instead of anything secret. */
const mask = '••••';

/** A name or path with the secret itself, and any other token that someone put into a name, masked. */
export function withoutSecrets(text: string, secret: string): string {
  // A database called mysql whose password is mysql keeps its name: it says nothing that its name does not.
  let safe = isWord(secret) ? text : text.replaceAll(secret, mask);
  for (const token of findTokens(safe)) safe = safe.replaceAll(token.secret, mask);
  return safe;
}

/** A short word, which names hold anyway. */
function isWord(secret: string): boolean {
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
  let name = '';
  for (const step of steps) {
    if (step.startsWith('[')) name += step;
    else if (/^[\w$-]+$/.test(step)) name += name === '' ? step : `.${step}`;
    else name += name === '' ? step : `["${step}"]`;
  }
  return withoutSecrets(name, occurrence.secret);
}

/** The path of a finding's subject, masked. */
export function subjectOf(occurrence: SecretOccurrence): readonly string[] {
  return occurrence.path.map((step) => withoutSecrets(step, occurrence.secret));
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
