import { isEmail } from './claim.ts';
import type { OpenpgpCertificate, OpenpgpComponent, OpenpgpUser, SelfSignature } from './openpgp-certificate.ts';

/** What stands against a key's having signed at a time; undefined: nothing. */
export type Objection =
  | { readonly kind: 'revoked' | 'expired' | 'unfit'; readonly what: string }
  | { readonly kind: 'weak'; readonly how: string };

/**
 * Judges a key of a certificate at the times `now` and `then`, both seconds since the epoch. A key that is revoked, softly
 * or not, counts no more; its latest self-signature says what it may do and how long it lives, as in GnuPG.
 */
export function objectionTo(
  certificate: OpenpgpCertificate,
  component: OpenpgpComponent,
  now: number,
  then: number,
): Objection | undefined {
  const { primary } = certificate;
  const revoked = [primary, component].find(({ revocations }) => revocations.length > 0);
  if (revoked !== undefined) return revocationOf(revoked);
  const statement = latest(primaryStatements(certificate), now);
  const binding = component.isPrimary ? statement : latest(component.signatures, now);
  if (statement === undefined || binding === undefined) return unbound(certificate, component);
  if (!component.isPrimary && !binding.isCrossCertified) {
    return {
      kind: 'unfit',
      what: `The subkey ${component.key.fingerprint} has not agreed to belong to its primary key`,
    };
  }
  if (binding.allowsSigning === false) {
    return { kind: 'unfit', what: `The key ${component.key.fingerprint} is not meant for signing, say its key flags` };
  }
  return expiry(primary, statement, now, then) ?? expiry(component, binding, now, then);
}

function revocationOf({ key, revocations }: OpenpgpComponent): Objection {
  const why = revocations.some(({ isHard }) => isHard)
    ? 'is revoked as compromised or without a reason'
    : 'is revoked as superseded or retired';
  return { kind: 'revoked', what: `The key ${key.fingerprint} ${why}` };
}

function unbound(certificate: OpenpgpCertificate, component: OpenpgpComponent): Objection {
  const all = [...primaryStatements(certificate), ...component.signatures];
  if (all.some(({ isWeak }) => isWeak)) return { kind: 'weak', how: 'a key whose self-signature uses a broken digest' };
  return { kind: 'unfit', what: `The key ${component.key.fingerprint} has no valid self-signature` };
}

/** All that the primary key says of itself: directly, and with the user ids it has not revoked. */
function primaryStatements({ primary, users }: OpenpgpCertificate): readonly SelfSignature[] {
  const kept = users.filter(({ revocations }) => revocations.length === 0);
  return [...primary.signatures, ...(kept.length > 0 ? kept : users).flatMap(({ certifications }) => certifications)];
}

function latest(signatures: readonly SelfSignature[], now: number): SelfSignature | undefined {
  return signatures
    .filter(({ created, expires, isWeak }) => !isWeak && created <= now && (expires === undefined || now < expires))
    .reduce<SelfSignature | undefined>(
      (last, next) => (last === undefined || next.created >= last.created ? next : last),
      undefined,
    );
}

function expiry(
  { key }: OpenpgpComponent,
  { keyLifetime }: SelfSignature,
  now: number,
  then: number,
): Objection | undefined {
  const { fingerprint, created } = key;
  if (then < created) return { kind: 'expired', what: `The signature claims to be older than its key ${fingerprint}` };
  const end = keyLifetime === undefined ? Number.POSITIVE_INFINITY : created + keyLifetime;
  if (now < end && then < end) return undefined;
  const day = new Date(end * 1000).toISOString().slice(0, 10);
  return { kind: 'expired', what: `The key ${fingerprint} expired on ${day}` };
}

/** The user ids that are valid now: certified by a self-signature that is not revoked since. */
export function validUsers({ users }: OpenpgpCertificate, now: number): readonly string[] {
  return users.filter((user) => isValid(user, now)).map(({ id }) => id);
}

function isValid({ certifications, revocations }: OpenpgpUser, now: number): boolean {
  const certification = latest(certifications, now);
  return certification !== undefined && revocations.every(({ created }) => created < certification.created);
}

/** The email of a user id: `Name (Comment) <email>` or a bare address; undefined where there is none, or more than one reading. */
export function userEmail(id: string): string | undefined {
  const email = /^[^<>]*<([^<>]*)>$/.exec(id)?.[1] ?? id;
  return isEmail(email) ? email : undefined;
}

/** The name of a user id, without comment and email. */
export function userName(id: string): string {
  return id.replace(/\s*(?:\([^()]*\)\s*)?<[^<>]*>$/, '').trim() || id;
}
