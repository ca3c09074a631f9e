import type {
  OpenpgpCertificate,
  OpenpgpComponent,
  OpenpgpUser,
  SelfSignature,
} from '../openpgp/openpgp-certificate.ts';

/** What a key is worth at a moment. */
export type Standing =
  | { readonly kind: 'revoked'; readonly what: string }
  | { readonly kind: 'unfit'; readonly what: string }
  | { readonly kind: 'weak'; readonly how: string }
  /** It may sign, from the second `from` on and before `until`. */
  | { readonly kind: 'fit'; readonly from: number; readonly until: number };

/**
 * Judges a key of a certificate at `now`, seconds since the epoch. A key that is revoked, softly or not, counts no more; its
 * latest self-signatures say what it may do and how long it lives, as in GnuPG (merge_selfsigs in g10/getkey.c).
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
  const statement = primaryStatement(certificate, now);
  const binding = component.isPrimary ? undefined : latest(component.signatures, now);
  const said = component.isPrimary ? statement : binding;
  if (statement === undefined || said === undefined) return unbound(certificate, component);
  if (binding?.isCrossCertified === false) return withoutConsent(component);
  if (said.allowsSigning === false) {
    return { kind: 'unfit', what: `The key ${component.key.fingerprint} is not meant for signing, say its key flags` };
  }
  const from = Math.max(primary.key.created, component.key.created);
  return { kind: 'fit', from, until: Math.min(endOf(primary, statement), endOf(component, said)) };
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
  if (certificate.primary.key.material?.kind === 'dsa')
    return { kind: 'weak', how: 'a key that a DSA key vouches for' };
  const certifications = keptUsers(certificate).flatMap((user) => user.certifications);
  const all = [...certificate.primary.signatures, ...certifications, ...component.signatures];
  if (all.some(({ isWeak }) => isWeak)) return { kind: 'weak', how: 'a key whose self-signature uses a broken digest' };
  return { kind: 'unfit', what: `The key ${component.key.fingerprint} has no valid self-signature` };
}

/** What a key says of itself, put together from several self-signatures. */
type Statement = Pick<SelfSignature, 'keyLifetime' | 'allowsSigning'>;

/**
 * What the primary key says of itself now: each thing as its latest direct signature says it, else as the latest
 * certification of a user id that says it. A signature that is silent about a limit does not lift it.
 */
function primaryStatement(certificate: OpenpgpCertificate, now: number): Statement | undefined {
  const direct = latest(certificate.primary.signatures, now);
  const certifications = keptUsers(certificate)
    .flatMap((user) => latest(user.certifications, now) ?? [])
    .sort((a, b) => b.created - a.created);
  const statements = direct === undefined ? certifications : [direct, ...certifications];
  if (statements.length === 0) return undefined;
  return {
    keyLifetime: statements.find(({ keyLifetime }) => keyLifetime !== undefined)?.keyLifetime,
    allowsSigning: statements.find(({ allowsSigning }) => allowsSigning !== undefined)?.allowsSigning,
  };
}

/** The user ids that are not revoked; where all are, what they say holds all the same. */
function keptUsers({ users }: OpenpgpCertificate): readonly OpenpgpUser[] {
  const kept = users.filter(({ revocations }) => revocations.length === 0);
  return kept.length > 0 ? kept : users;
}

function latest(signatures: readonly SelfSignature[], now: number): SelfSignature | undefined {
  return signatures
    .filter(({ created, expires, isWeak }) => !isWeak && created <= now && (expires === undefined || now < expires))
    .reduce<SelfSignature | undefined>(
      (last, next) => (last === undefined || next.created >= last.created ? next : last),
      undefined,
    );
}

function endOf({ key }: OpenpgpComponent, { keyLifetime }: Statement): number {
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
