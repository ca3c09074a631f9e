import { isEmail } from './claim.ts';
import type { OpenpgpCertificate, OpenpgpComponent, OpenpgpUser, SelfSignature } from './openpgp-certificate.ts';

/** What a key is worth at a moment. */
export type Standing =
  | { readonly kind: 'revoked'; readonly what: string }
  | { readonly kind: 'unfit'; readonly what: string }
  | { readonly kind: 'weak'; readonly how: string }
  /** It may sign, from the second `from` on and before `until`. */
  | { readonly kind: 'fit'; readonly from: number; readonly until: number };

/**
 * Judges a key of a certificate at `now`, seconds since the epoch. A key that is revoked, softly or not, counts no more; its
 * latest self-signatures say what it may do and how long it lives.
 */
export function standingOf(certificate: OpenpgpCertificate, component: OpenpgpComponent, now: number): Standing {
  const { primary } = certificate;
  // Its revocation by a key it does not belong to says nothing either.
  if (!component.isPrimary && !component.signatures.some(({ isCrossCertified }) => isCrossCertified)) {
    return component.signatures.some(({ isWeak }) => !isWeak)
      ? withoutConsent(component)
      : unbound(certificate, component);
  }
  const revoked = [primary, component].find(({ revocations }) => revocations.length > 0);
  if (revoked !== undefined) return revocationOf(revoked);
  const statements = primaryStatements(certificate, now);
  const binding = component.isPrimary ? undefined : latest(component.signatures, now);
  const own = component.isPrimary ? statements : binding === undefined ? [] : [binding];
  if (statements.length === 0 || own.length === 0) return unbound(certificate, component);
  if (binding?.isCrossCertified === false) return withoutConsent(component);
  if (own.some(({ allowsSigning }) => allowsSigning === false)) {
    return { kind: 'unfit', what: `The key ${component.key.fingerprint} is not meant for signing, say its key flags` };
  }
  const from = Math.max(primary.key.created, component.key.created);
  const ends = [...statements.map((each) => endOf(primary, each)), ...own.map((each) => endOf(component, each))];
  return { kind: 'fit', from, until: Math.min(...ends) };
}

function revocationOf({ key, revocations }: OpenpgpComponent): Standing {
  const why = revocations.some(({ isHard }) => isHard)
    ? 'is revoked as compromised or without a reason'
    : 'is revoked as superseded or retired';
  return { kind: 'revoked', what: `The key ${key.fingerprint} ${why}` };
}

function withoutConsent({ key }: OpenpgpComponent): Standing {
  return { kind: 'unfit', what: `The subkey ${key.fingerprint} has not agreed to belong to its primary key` };
}

function unbound(certificate: OpenpgpCertificate, component: OpenpgpComponent): Standing {
  const { primary, users } = certificate;
  const all = [
    ...primary.signatures,
    ...users.flatMap(({ certifications }) => certifications),
    ...component.signatures,
  ];
  if (all.some(({ isWeak }) => isWeak)) return { kind: 'weak', how: 'a key whose self-signature uses a broken digest' };
  return { kind: 'unfit', what: `The key ${component.key.fingerprint} has no valid self-signature` };
}

/**
 * What the primary key says of itself now: its latest direct signature, and the latest one with a user id it has not revoked.
 * Where both say something both hold: GnuPG asks the first one first and Sequoia the other.
 */
function primaryStatements({ primary, users }: OpenpgpCertificate, now: number): readonly SelfSignature[] {
  const kept = users.filter(({ revocations }) => revocations.length === 0);
  const certifications = (kept.length > 0 ? kept : users).flatMap((user) => user.certifications);
  return [latest(primary.signatures, now), latest(certifications, now)].filter((each) => each !== undefined);
}

function latest(signatures: readonly SelfSignature[], now: number): SelfSignature | undefined {
  return signatures
    .filter(({ created, expires, isWeak }) => !isWeak && created <= now && (expires === undefined || now < expires))
    .reduce<SelfSignature | undefined>(
      (last, next) => (last === undefined || next.created >= last.created ? next : last),
      undefined,
    );
}

function endOf({ key }: OpenpgpComponent, { keyLifetime }: SelfSignature): number {
  return keyLifetime === undefined ? Number.POSITIVE_INFINITY : key.created + keyLifetime;
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
  const name = id.slice(0, Math.max(0, id.search(/[(<]/))).trim();
  return name || id;
}
