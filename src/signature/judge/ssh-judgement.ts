import type { SignaturePolicy } from '../../policy/policy.ts';
import { isEmail, normalEmail, sameEmail } from '../model/email.ts';
import type { Signer } from '../model/signature.ts';
import { checkOnThread } from '../model/signature-check.ts';
import { userPresent, userVerified } from '../ssh/ssh-blob-signature.ts';
import type { SshCertificate } from '../ssh/ssh-certificate.ts';
import { matchesPatternList } from '../ssh/ssh-pattern.ts';
import {
  readSshSignature,
  type SshSignature,
  type SshSigner,
  type SshSignerCache,
  sshCheck,
} from '../ssh/ssh-signature.ts';
import type { AllowedSigner } from '../trust/allowed-signers.ts';
import { type Claim, type SignatureJudgement, signerEntry, signerOf, wrongIdentity } from '../trust/claim.ts';
import type { Trust } from '../trust/trust.ts';
import { altered, expiredKey, revokedKey, weakKey } from './judgements.ts';

const namespace = 'git';

interface Identity {
  readonly owns: boolean;
  readonly signer: Signer;
}

/** What is found out once for all commits: keys, and by lines of allowed_signers whom a plain key speaks for. */
export interface SshCache {
  readonly signers: SshSignerCache;
  readonly identities: Map<AllowedSigner, Map<string, Identity>>;
}

/** Judges an SSH signature over `payload`. Rejects with Malformed or Unsupported. */
export async function judgeSsh(
  armor: string,
  payload: Buffer,
  claim: Claim,
  trust: Trust,
  cache: SshCache,
): Promise<SignatureJudgement> {
  const signature = readSshSignature(armor, cache.signers);
  const { key, certificate } = signature.signer;
  const judgement =
    dsa(signature.signer) ??
    (await alteration(signature, payload)) ??
    misuse(signature) ??
    revocation(signature.signer, trust) ??
    weakness(signature) ??
    misuseOfCertificate(certificate) ??
    judgeSigner(signature.signer, claim, trust, cache);
  return { ...judgement, format: 'ssh', keyFingerprint: key.fingerprint };
}

async function alteration(signature: SshSignature, payload: Buffer): Promise<SignatureJudgement | undefined> {
  const check = sshCheck(signature, payload);
  return check !== undefined && (await checkOnThread(check)) ? undefined : altered;
}

function dsa({ key, certificate }: SshSigner): SignatureJudgement | undefined {
  if (key.algorithm !== 'dsa' && certificate?.authority.algorithm !== 'dsa') return undefined;
  return weakKey('a DSA key');
}

/** What a verified signature must say as well: that it was made for git, and with a person at the security key. */
function misuse({ namespace: made, blob, signer }: SshSignature): SignatureJudgement | undefined {
  if (made !== namespace) {
    return {
      state: 'bad',
      reason: 'The signature was made for another purpose: its namespace is not git.',
      remedy: 'Sign the commit with git itself (git commit -S with gpg.format ssh).',
    };
  }
  if (signer.key.application === undefined) return undefined;
  const flags = blob.device?.flags ?? 0;
  const verificationRequired = signer.certificate?.criticalOptions.includes('verify-required') === true;
  if ((flags & userPresent) !== 0 && (!verificationRequired || (flags & userVerified) !== 0)) return undefined;
  return {
    state: 'bad',
    reason: `The security key made the signature without ${(flags & userPresent) === 0 ? 'being touched' : 'asking who touched it'}.`,
    remedy: 'Use a security key that asks for a touch: generate it without -O no-touch-required.',
  };
}

function revocation({ key, certificate }: SshSigner, trust: Trust): SignatureJudgement | undefined {
  const fingerprints = [key.fingerprint, ...(certificate ? [certificate.authority.fingerprint] : [])];
  const revoked = fingerprints.find((fingerprint) => trust.revoked.has(fingerprint));
  return revoked === undefined ? undefined : revokedKey(`The key ${revoked} is listed as revoked`);
}

function weakness({ blob, signer: { key, certificate } }: SshSignature): SignatureJudgement | undefined {
  const signatures = [blob, ...(certificate ? [certificate.authoritySignature] : [])];
  if (signatures.some(({ algorithm }) => algorithm === 'ssh-rsa')) return weakKey('SHA-1 (ssh-rsa)');
  const sizes = [key, certificate?.authority].flatMap((each) => each?.modulusBits ?? []);
  const bits = Math.min(...sizes);
  return bits < 2048 ? weakKey(`an RSA key of ${bits} bits`) : undefined;
}

/** What a certificate must not be or ask for: a host's, or limits that a signature cannot keep. */
function misuseOfCertificate(certificate: SshCertificate | undefined): SignatureJudgement | undefined {
  const asked = certificate?.criticalOptions.find((option) => option !== 'verify-required');
  if (certificate === undefined || (certificate.kind === 'user' && asked === undefined)) return undefined;
  const what = certificate.kind === 'host' ? 'is for a host' : 'demands limits that a signature cannot keep';
  return {
    state: 'untrusted',
    reason: `The certificate ${what}.`,
    remedy: 'Ask the certificate authority for a user certificate without critical options.',
  };
}

/** Verdicts from the one that says most to the one that says least, where several lines of allowed_signers name one key. */
const bySignificance = ['good', 'wrong-identity', 'expired', 'untrusted'];

function judgeSigner(signer: SshSigner, claim: Claim, trust: Trust, cache: SshCache): SignatureJudgement {
  const verdicts = entriesFor(signer, trust)
    .map((entry) => judgeEntry(entry, signer, claim, trust.policy, cache))
    .sort((a, b) => bySignificance.indexOf(a.state) - bySignificance.indexOf(b.state));
  return verdicts[0] ?? unknown(signer, claim);
}

/** The lines about the key itself or, for a certificate, about its authority. */
function entriesFor({ key, certificate }: SshSigner, { allowedSigners }: Trust): readonly AllowedSigner[] {
  const entries = allowedSigners.get((certificate?.authority ?? key).line) ?? [];
  return entries.filter(({ isAuthority }) => isAuthority === (certificate !== undefined));
}

function judgeEntry(
  entry: AllowedSigner,
  signer: SshSigner,
  claim: Claim,
  policy: SignaturePolicy,
  cache: SshCache,
): SignatureJudgement {
  if (entry.namespaces !== undefined && !matchesPatternList(namespace, entry.namespaces)) {
    return {
      state: 'untrusted',
      reason: `Line ${entry.line} of allowed_signers does not allow the key for git.`,
      remedy: 'Have an admin add git to the namespaces of that line on the base branch.',
    };
  }
  const late = outsideValidity(entry, signer.certificate, claim);
  if (late !== undefined) {
    return expiredKey(late);
  }
  const identity = identityOf(entry, signer, claim, policy, cache);
  if (!identity.owns) return wrongIdentity(identity.signer, claim, signer.key.fingerprint);
  return { state: 'good', signer: identity.signer };
}

/** Why the key is not valid now and at the commit's own time; undefined where it is. */
function outsideValidity(
  entry: AllowedSigner,
  certificate: SshCertificate | undefined,
  claim: Claim,
): string | undefined {
  if (certificate === undefined && entry.validAfter === undefined && entry.validBefore === undefined) return undefined;
  for (const [time, when] of [
    [claim.now, 'now'],
    [claim.time, "at the commit's time"],
  ] as const) {
    if (entry.validAfter !== undefined && !(time >= entry.validAfter))
      return `The key is not valid yet ${when} (valid-after)`;
    if (entry.validBefore !== undefined && !(time <= entry.validBefore))
      return `The key is expired ${when} (valid-before)`;
    if (certificate === undefined) continue;
    if (!Number.isFinite(time)) return 'The commit has no readable time at which its certificate could be valid';
    const seconds = BigInt(Math.floor(time));
    if (seconds < certificate.validAfter) return `The certificate is not valid yet ${when}`;
    if (seconds >= certificate.validBefore) return `The certificate is expired ${when}`;
  }
  return undefined;
}

/** What a line of allowed_signers says of a plain key that signs for these emails: the same for all commits that name them. */
function identityOf(
  entry: AllowedSigner,
  signer: SshSigner,
  claim: Claim,
  policy: SignaturePolicy,
  { identities }: SshCache,
): Identity {
  if (signer.certificate !== undefined) return identify(entry, signer, claim, policy);
  const known = identities.get(entry) ?? new Map<string, Identity>();
  identities.set(entry, known);
  // No email holds a line end: it is inside a line of the commit.
  const emails = claim.emails.join('\n');
  const identity = known.get(emails) ?? identify(entry, signer, claim, policy);
  known.set(emails, identity);
  return identity;
}

/**
 * Who signed, and whether all the commit names are theirs (ssh-keygen(1): the line's patterns and the certificate's principals).
 * A pattern lets a key sign under an address; only a literal principal says whose key it is.
 */
function identify(
  entry: AllowedSigner,
  { key, certificate }: SshSigner,
  claim: Claim,
  policy: SignaturePolicy,
): Identity {
  const allowed = (certificate?.principals ?? claim.emails).filter((principal) => allows(entry, principal));
  const literals = entry.literals.filter(
    (literal) => certificate === undefined || allowed.some((p) => p === literal || sameEmail(p, literal)),
  );
  const principals = [...new Set([...literals, ...allowed])];
  const override = signerEntry(policy, [key.fingerprint], literals);
  const signer = signerOf(override, { name: principals[0] ?? entry.principals, emails: principals }, literals);
  const owns = claim.emails.every((email) => signer.emails.some((own) => sameEmail(own, email)));
  return { owns: owns && (certificate === undefined || allowed.length > 0), signer };
}

/** Whether the line's patterns admit a principal: an address without regard to case, any other name as written. */
function allows({ patterns, principals }: AllowedSigner, principal: string): boolean {
  return isEmail(principal)
    ? matchesPatternList(normalEmail(principal), patterns)
    : matchesPatternList(principal, principals);
}

function unknown({ key, certificate }: SshSigner, claim: Claim): SignatureJudgement {
  const email = /^[\w.%+'-]+@[A-Za-z0-9.-]+$/.test(claim.email) ? claim.email : 'EMAIL';
  const line =
    certificate === undefined
      ? `${email} namespaces="git" ${key.line}`
      : `${email} cert-authority,namespaces="git" ${certificate.authority.line}`;
  return {
    state: 'untrusted',
    reason:
      certificate === undefined
        ? `The signature is intact, but the base branch does not know the SSH key ${key.fingerprint}.`
        : `The signature is intact, but the base branch does not know the certificate authority ${certificate.authority.fingerprint}.`,
    remedy: `If the key is really the committer's, add this line to .gitops-gate/allowed_signers on the base branch: ${line}`,
  };
}
