import type { Person } from '../../git/object/object.ts';
import type { SignaturePolicy, SignerEntry } from '../../policy/policy.ts';
import { sameEmail } from '../model/email.ts';
import type { Signature, Signer } from '../model/signature.ts';
import { normalFingerprint } from './revoked-keys.ts';

/** What a commit or tag says of who made it and when; a signature must bear it out. */
export interface Claim {
  /** Emails that must belong to the signer; empty where the policy asks for no identity. */
  readonly emails: readonly string[];
  /** The email a line of allowed_signers is made for when the key is not known yet. */
  readonly email: string;
  /** Seconds since the epoch at which the object says it was made; NaN when it does not say. */
  readonly time: number;
  /** Seconds since the epoch of the judgement. */
  readonly now: number;
}

/** A signature as judged, before policy says whether it is accepted. */
export type SignatureJudgement = Omit<Signature, 'accepted'>;

/** What a commit says of who made it and when (`now` in seconds since 1970), with the emails that policy holds its signer to. */
export function commitClaim(author: Person, committer: Person, policy: SignaturePolicy, now: number): Claim {
  const emails = {
    none: [],
    committer: [committer.email],
    'committer-and-author': [committer.email, author.email],
  }[policy.identity];
  return { emails, email: committer.email, time: committer.time, now };
}

/**
 * The policy's entry for a key: by one of its full fingerprints, or by one of its `principals`. These are names that the trusted
 * files themselves give to this one key; an address that the key or the commit claims is none, or a pattern that lets it claim one
 * would give it another's roles.
 */
export function signerEntry(
  policy: SignaturePolicy,
  fingerprints: readonly string[],
  principals: readonly string[],
): SignerEntry | undefined {
  return (
    policy.signers.find(({ key }) => fingerprints.includes(normalFingerprint(key) ?? '')) ??
    policy.signers.find(({ key }) => principals.some((principal) => principal === key || sameEmail(principal, key)))
  );
}

/** The signer a key belongs to; what the policy says overrides what the key says. `principals` as in `signerEntry`. */
export function signerOf(
  entry: SignerEntry | undefined,
  own: { readonly name: string; readonly emails: readonly string[] },
  principals: readonly string[],
): Signer {
  if (entry === undefined) return { ...own, roles: [], principals };
  const { key, name, emails, roles } = entry;
  const names = [...new Set([...principals, key, name, ...emails])];
  return { name, emails: emails.length > 0 ? emails : own.emails, roles, principals: names };
}

/** A verdict on a key that is known, but does not speak for the people the commit names. */
export function wrongIdentity(signer: Signer, claim: Claim, keyFingerprint: string): SignatureJudgement {
  const foreign = claim.emails.filter((email) => !signer.emails.some((own) => sameEmail(own, email)));
  return {
    state: 'wrong-identity',
    signer,
    keyFingerprint,
    reason: `The key ${keyFingerprint} belongs to ${signer.name}, who is not known as ${foreign.join(' or ') || 'the committer'}.`,
    remedy:
      'Commit under an address that belongs to the key (git config user.email), or have an admin add the address to the signer in .gitops-gate/ of the base branch.',
  };
}
