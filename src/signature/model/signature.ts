/** What verification says of one commit or tag (signatures page §3). Only `good`, and `forge-signed` where policy allows it, pass. */
export const signatureStates = [
  'good',
  'unsigned',
  'bad',
  'untrusted',
  'expired',
  'revoked',
  'weak',
  'wrong-identity',
  'malformed',
  'forge-signed',
  'could-not-check',
] as const;

export type SignatureState = (typeof signatureStates)[number];

export type SignatureFormat = 'openpgp' | 'ssh' | 'x509' | 'gitsign';

/** A person or machine whose key the base branch trusts. */
export interface Signer {
  readonly name: string;
  readonly emails: readonly string[];
  readonly roles: readonly string[];
  /** What policy may call the signer by: literal principals and what policy itself says of the key, never what is only claimed. */
  readonly principals: readonly string[];
}

export interface Signature {
  readonly state: SignatureState;
  readonly format?: SignatureFormat;
  readonly signer?: Signer;
  /** OpenPGP: full upper-case hex of the primary key; SSH: `SHA256:…`; X.509: SHA-256 hex of the certificate. Never a key id. */
  readonly keyFingerprint?: string;
  /** One sentence: why it is not good. Absent only for `good`. */
  readonly reason?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Facts for the reader that change no verdict, e.g. a signature made long after its commit. */
  readonly notes?: readonly string[];
  /** Whether policy accepts it: `good`, or `forge-signed` where allowed. */
  readonly accepted: boolean;
}

/** The role that may change the gate itself. */
export const adminRole = 'admin';

/** Whether a signature is by a key that the base trusts, and for whom it is trusted. */
export function isGood({ state }: Signature): boolean {
  return state === 'good';
}

/** Whether a signature is a trusted one by a signer with the role admin. */
export function isAdmin({ state, signer }: Signature): boolean {
  return state === 'good' && signer !== undefined && signer.roles.includes(adminRole);
}

/** A commit of the range with its verdict, as every report shows it. */
export interface VerifiedCommit {
  readonly sha: string;
  readonly kind: 'commit' | 'tag';
  readonly subject: string;
  readonly author: { readonly name: string; readonly email: string; readonly time: number };
  readonly committer: { readonly name: string; readonly email: string; readonly time: number };
  readonly signature: Signature;
  /** Whether it is a merge whose tree is exactly what merging its parents gives: it brings in nothing of its own. */
  readonly isPlainMerge?: boolean;
}
