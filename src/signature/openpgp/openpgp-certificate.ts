import type { OpenpgpPublicKey } from './openpgp-public-key.ts';

/** A self-signature of a certificate that was verified: what the key says of itself (RFC 9580 §5.2.3.10). Times in seconds since the epoch. */
export interface SelfSignature {
  readonly created: number;
  /** When the self-signature itself ends to be valid; undefined: never. */
  readonly expires: number | undefined;
  /** Seconds the key lives from its creation on; undefined: for ever. */
  readonly keyLifetime: number | undefined;
  /** Whether the key flags allow signing data; undefined where there are none. */
  readonly allowsSigning: boolean | undefined;
  /** Made with a digest that no longer counts. */
  readonly isWeak: boolean;
  /** Of a subkey's binding: whether the subkey agrees by a signature of its own. */
  readonly isCrossCertified: boolean;
  /** The keys it allows to revoke the certificate: upper-case hex fingerprints. */
  readonly revokers: readonly string[];
}

/** A revocation that was verified, or could not be shown to be false. */
export interface Revocation {
  readonly created: number;
  /** Revoked because the key may be in other hands, or without a reason (RFC 9580 §5.2.3.31): nothing it signed counts. */
  readonly isHard: boolean;
}

export interface OpenpgpUser {
  readonly id: string;
  readonly certifications: readonly SelfSignature[];
  readonly revocations: readonly Revocation[];
}

/** A primary key or subkey with what binds it to its certificate. */
export interface OpenpgpComponent {
  readonly key: OpenpgpPublicKey;
  readonly isPrimary: boolean;
  /** Bindings of a subkey, or direct signatures of the primary key. */
  readonly signatures: readonly SelfSignature[];
  readonly revocations: readonly Revocation[];
}

/** An OpenPGP certificate, its self-signatures verified; what they mean at a time is `openpgp-validity.ts`. */
export interface OpenpgpCertificate {
  readonly file: string;
  readonly primary: OpenpgpComponent;
  readonly subkeys: readonly OpenpgpComponent[];
  readonly users: readonly OpenpgpUser[];
}

/** Two copies of one certificate as one: a revocation in either holds. */
export function mergeCertificates(a: OpenpgpCertificate, b: OpenpgpCertificate): OpenpgpCertificate {
  const users = new Map(a.users.map((user) => [user.id, user]));
  for (const user of b.users) {
    const own = users.get(user.id);
    const certifications = [...(own?.certifications ?? []), ...user.certifications];
    users.set(user.id, {
      id: user.id,
      certifications,
      revocations: [...(own?.revocations ?? []), ...user.revocations],
    });
  }
  const subkeys = new Map(a.subkeys.map((subkey) => [subkey.key.fingerprint, subkey]));
  for (const subkey of b.subkeys) {
    const own = subkeys.get(subkey.key.fingerprint);
    subkeys.set(subkey.key.fingerprint, own === undefined ? subkey : mergeComponents(own, subkey));
  }
  const primary = mergeComponents(a.primary, b.primary);
  return { file: a.file, primary, subkeys: [...subkeys.values()], users: [...users.values()] };
}

function mergeComponents(a: OpenpgpComponent, b: OpenpgpComponent): OpenpgpComponent {
  const signatures = [...a.signatures, ...b.signatures];
  return { ...a, signatures, revocations: [...a.revocations, ...b.revocations] };
}
