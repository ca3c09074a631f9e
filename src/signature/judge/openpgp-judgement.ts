import { sameEmail } from '../model/email.ts';
import type { Signer } from '../model/signature.ts';
import { checkOnThread } from '../model/signature-check.ts';
import type { TrustedKey } from '../openpgp/openpgp-keyring.ts';
import type { OpenpgpPublicKey } from '../openpgp/openpgp-public-key.ts';
import {
  issuerNames,
  type OpenpgpSignature,
  readOpenpgpSignature,
  signedDocument,
} from '../openpgp/openpgp-signature.ts';
import type { OpenpgpSignaturePacket } from '../openpgp/openpgp-signature-packet.ts';
import { openpgpCheck } from '../openpgp/openpgp-verification.ts';
import { userEmail, userName } from '../openpgp/user-id.ts';
import { type Claim, type SignatureJudgement, signerEntry, signerOf, wrongIdentity } from '../trust/claim.ts';
import { type ForgeKey, forgeKeys } from '../trust/forge-keys.ts';
import { normalFingerprint } from '../trust/revoked-keys.ts';
import type { Trust } from '../trust/trust.ts';
import { altered, expiredKey, revokedKey, weakKey } from './judgements.ts';
import { type Standing, standingOf, validUsers } from './openpgp-validity.ts';

const day = 24 * 60 * 60;
const dsa = 17;

/** A key that may have made a signature: a forge's, or one of a trusted certificate. */
type Candidate =
  | { readonly key: OpenpgpPublicKey; readonly forge: ForgeKey; readonly trusted?: undefined }
  | { readonly key: OpenpgpPublicKey; readonly forge?: undefined; readonly trusted: readonly TrustedKey[] };

/** What is known of a trusted key at the time of judgement; the same for all commits it signed. */
interface KnownKey {
  readonly standing: Standing;
  readonly signer: Signer;
  readonly keyFingerprint: string;
  readonly isForge: boolean;
  /** Whether the signer is known by these emails, one a line. */
  readonly owns: Map<string, boolean>;
}

/** What is found out once for all commits: which keys a name may mean, and what a trusted key is worth. */
export interface OpenpgpCache {
  readonly candidates: Map<string, readonly Candidate[]>;
  readonly known: Map<TrustedKey, KnownKey>;
}

/** Judges an OpenPGP signature over `payload`. Rejects with Malformed or Unsupported. */
export async function judgeOpenpgp(
  armor: string,
  payload: Buffer,
  claim: Claim,
  trust: Trust,
  cache: OpenpgpCache,
): Promise<SignatureJudgement> {
  const signature = readOpenpgpSignature(armor);
  const candidates = candidatesFor(signature, trust, cache);
  const judgement =
    candidates.length === 0
      ? unknown(signature, claim)
      : await judgeBy(candidates, signature, payload, claim, trust, cache);
  const skew = Math.abs(signature.created - claim.time);
  const notes =
    skew > day ? [`The signature was made ${Math.round(skew / day)} days away from the commit's own time.`] : [];
  return { ...judgement, format: 'openpgp', ...(notes.length > 0 ? { notes } : {}) };
}

/** Distinct keys; a forge's comes before the same key in a trusted file, because it proves no person. */
function candidatesFor(signature: OpenpgpSignature, trust: Trust, cache: OpenpgpCache): readonly Candidate[] {
  const names = issuerNames(signature);
  const key = names.join(' ');
  const candidates = cache.candidates.get(key) ?? candidatesNamed(names, trust);
  cache.candidates.set(key, candidates);
  return candidates;
}

function candidatesNamed(names: readonly string[], trust: Trust): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const name of names) {
    for (const forge of forgeKeys()) {
      const { key } = forge;
      if (name === key.fingerprint || name === key.keyId) candidates.set(key.fingerprint, { key, forge });
    }
    for (const { component } of trust.keyring.get(name)) {
      const { key } = component;
      if (!candidates.has(key.fingerprint)) {
        candidates.set(key.fingerprint, { key, trusted: trust.keyring.get(key.fingerprint) });
      }
    }
  }
  return [...candidates.values()];
}

async function judgeBy(
  candidates: readonly Candidate[],
  signature: OpenpgpSignature,
  payload: Buffer,
  claim: Claim,
  trust: Trust,
  cache: OpenpgpCache,
): Promise<SignatureJudgement> {
  if (signature.packet.publicKeyAlgorithm === dsa) return weakKey('a DSA key');
  const by = await signerAmong(candidates, signature.packet, signedDocument(signature, payload));
  if (by === undefined) return altered;
  const broken = weakness(signature, by.key) ?? untimely(signature, claim);
  if (by.forge !== undefined) return judgeForge(by.forge, broken, signature, trust);
  const verdicts = by.trusted.map((key) => judgeTrusted(known(key, claim, trust, cache), broken, signature, claim));
  return mostTelling(verdicts) ?? unknown(signature, claim);
}

/** One key may belong to several certificates: revoked in one it is revoked, else a forge's, else good where it is for one. */
function mostTelling(verdicts: readonly SignatureJudgement[]): SignatureJudgement | undefined {
  const first = (is: (state: SignatureJudgement['state']) => boolean) => verdicts.find(({ state }) => is(state));
  return (
    first((state) => state === 'revoked') ??
    first((state) => state === 'forge-signed') ??
    first((state) => state === 'good') ??
    first((state) => state !== 'untrusted') ??
    verdicts[0]
  );
}

async function signerAmong(
  candidates: readonly Candidate[],
  packet: OpenpgpSignaturePacket,
  document: Buffer,
): Promise<Candidate | undefined> {
  for (const candidate of candidates) {
    if (await checkOnThread(openpgpCheck(packet, candidate.key, document))) return candidate;
  }
  return undefined;
}

function weakness(
  { packet: { digest } }: OpenpgpSignature,
  { material }: OpenpgpPublicKey,
): SignatureJudgement | undefined {
  if (digest.isWeak) return weakKey(`the digest ${digest.name.toUpperCase()}`);
  return material?.kind === 'rsa' && material.bits < 2048 ? weakKey(`an RSA key of ${material.bits} bits`) : undefined;
}

/** What is wrong with the signature's own times. */
function untimely({ created, expires }: OpenpgpSignature, { now }: Claim): SignatureJudgement | undefined {
  if (created > now + day) return expiredKey('The signature claims to be from the future');
  return expires !== undefined && now >= expires ? expiredKey('The signature itself has expired') : undefined;
}

/** What a signature by a forge's key is worth; `broken` is what is wrong with the signature itself. */
export function judgeForge(
  { forge, key, until }: ForgeKey,
  broken: SignatureJudgement | undefined,
  { created }: Pick<OpenpgpSignature, 'created'>,
  trust: Pick<Trust, 'revoked'>,
): SignatureJudgement {
  const keyFingerprint = key.fingerprint;
  if (trust.revoked.has(keyFingerprint)) {
    return { ...revokedKey(`The key ${keyFingerprint} of ${forge} is listed as revoked`), keyFingerprint };
  }
  if (broken !== undefined) return { ...broken, keyFingerprint };
  if (until !== undefined && created >= until) {
    return { ...expiredKey(`${forge} signs with the key ${keyFingerprint} no more`), keyFingerprint };
  }
  return { state: 'forge-signed', keyFingerprint, signer: { name: forge, emails: [], roles: [], principals: [] } };
}

function judgeTrusted(
  key: KnownKey,
  broken: SignatureJudgement | undefined,
  { created }: OpenpgpSignature,
  claim: Claim,
): SignatureJudgement {
  const { standing, signer, keyFingerprint, isForge } = key;
  if (standing.kind === 'revoked') return { ...revokedKey(standing.what), keyFingerprint };
  if (broken !== undefined) return { ...broken, keyFingerprint };
  if (standing.kind === 'weak') return { ...weakKey(standing.how), keyFingerprint };
  if (standing.kind === 'unfit') {
    return { state: 'untrusted', reason: `${standing.what}.`, remedy: unfitRemedy, keyFingerprint };
  }
  const untimely = outside(standing, claim.now, created);
  if (untimely !== undefined) return { ...expiredKey(untimely), keyFingerprint };
  if (isForge) return { state: 'forge-signed', keyFingerprint, signer };
  return owns(key, claim) ? { state: 'good', signer, keyFingerprint } : wrongIdentity(signer, claim, keyFingerprint);
}

function owns({ signer, owns }: KnownKey, { emails }: Claim): boolean {
  // No email holds a line end: it is inside a line of the commit.
  const asked = emails.join('\n');
  const answer = owns.get(asked) ?? emails.every((email) => signer.emails.some((own) => sameEmail(own, email)));
  owns.set(asked, answer);
  return answer;
}

const unfitRemedy =
  'Sign with a key meant for signing, and have an admin put its current certificate into .gitops-gate/keys/ of the base branch.';

/** Why the key is not valid now and when it signed; undefined where it is. */
function outside(
  { from, until }: { readonly from: number; readonly until: number },
  now: number,
  then: number,
): string | undefined {
  if (then < from) return 'The signature claims to be older than its key';
  if (now < until && then < until) return undefined;
  return `The key expired on ${new Date(until * 1000).toISOString().slice(0, 10)}`;
}

function known(key: TrustedKey, { now }: Claim, trust: Trust, cache: OpenpgpCache): KnownKey {
  const cached = cache.known.get(key);
  if (cached !== undefined) return cached;
  const { certificate, component } = key;
  const keyFingerprint = certificate.primary.key.fingerprint;
  const fingerprints = [keyFingerprint, component.key.fingerprint];
  const listed = fingerprints.find((fingerprint) => trust.revoked.has(fingerprint));
  const standing: Standing =
    listed === undefined
      ? standingOf(certificate, component, now)
      : { kind: 'revoked', what: `The key ${listed} is listed as revoked` };
  const isForge = trust.policy.forge.keys.some((each) => fingerprints.includes(normalFingerprint(each) ?? ''));
  const signer = isForge
    ? { name: 'The forge', emails: [], roles: [], principals: [] }
    : signerFrom(certificate, fingerprints, now, trust);
  const made = { standing, signer, keyFingerprint, isForge, owns: new Map<string, boolean>() };
  cache.known.set(key, made);
  return made;
}

function signerFrom(
  certificate: TrustedKey['certificate'],
  fingerprints: readonly string[],
  now: number,
  { policy, openpgpPrincipals }: Trust,
): Signer {
  const users = validUsers(certificate, now);
  const emails = users.map(userEmail).filter((email) => email !== undefined);
  const [user = certificate.primary.key.fingerprint] = users;
  const principal = openpgpPrincipals.get(certificate.primary.key.fingerprint);
  const principals = principal === undefined ? [] : [principal];
  const own = { name: userName(user), emails };
  return signerOf(signerEntry(policy, fingerprints, principals), own, principals);
}

/** No trusted key has the names the signature gives; a weak one is called so, because trusting its key would not help. */
function unknown(signature: OpenpgpSignature, claim: Claim): SignatureJudgement {
  if (signature.packet.publicKeyAlgorithm === dsa) return weakKey('a DSA key');
  if (signature.packet.digest.isWeak) return weakKey(`the digest ${signature.packet.digest.name.toUpperCase()}`);
  const [name] = issuerNames(signature);
  if (name === undefined) {
    return {
      state: 'untrusted',
      reason: 'The signature does not say which key made it.',
      remedy: 'Sign the commit again with git and gpg, which name the key.',
    };
  }
  const fingerprint = signature.issuerFingerprints.length > 0 ? name : undefined;
  const file = /^[\w.+-]+(?=@)/.exec(claim.email)?.[0] ?? 'NAME';
  const command = `gpg --export --armor ${name} > .gitops-gate/keys/${file}.asc`;
  return {
    state: 'untrusted',
    ...(fingerprint === undefined ? {} : { keyFingerprint: fingerprint }),
    reason: `The base branch does not know the OpenPGP key ${name}, so the signature could not be checked against it.`,
    remedy: `If the key is really the committer's, run this and commit the file to the base branch: ${command}`,
  };
}
