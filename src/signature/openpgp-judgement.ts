import { type Claim, type Judgement, sameEmail, signerEntry, signerOf, wrongIdentity } from './claim.ts';
import { type ForgeKey, forgeKeys } from './forge-keys.ts';
import { altered, expiredKey, revokedKey, weakKey } from './judgements.ts';
import type { TrustedKey } from './openpgp-keyring.ts';
import type { OpenpgpPublicKey } from './openpgp-public-key.ts';
import { issuerNames, type OpenpgpSignature, readOpenpgpSignature } from './openpgp-signature.ts';
import { objectionTo, userEmail, userName, validUsers } from './openpgp-validity.ts';
import { verifiesOpenpgp } from './openpgp-verification.ts';
import { normalFingerprint } from './revoked-keys.ts';
import type { Trust } from './trust.ts';

const day = 24 * 60 * 60;
const dsa = 17;

/** A key that may have made a signature: a forge's, or one of a trusted certificate. */
type Candidate =
  | { readonly key: OpenpgpPublicKey; readonly forge: ForgeKey; readonly trusted?: undefined }
  | { readonly key: OpenpgpPublicKey; readonly forge?: undefined; readonly trusted: readonly TrustedKey[] };

/** Judges an OpenPGP signature over `payload`. Throws Malformed or Unsupported. */
export function judgeOpenpgp(armor: string, payload: Buffer, claim: Claim, trust: Trust): Judgement {
  const signature = readOpenpgpSignature(armor);
  const candidates = candidatesFor(signature, trust);
  const judgement =
    candidates.length === 0 ? unknown(signature, claim) : judgeBy(candidates, signature, payload, claim, trust);
  const skew = Math.abs(signature.created - claim.time);
  const notes =
    skew > day ? [`The signature was made ${Math.round(skew / day)} days away from the commit's own time.`] : [];
  return { ...judgement, format: 'openpgp', ...(notes.length > 0 ? { notes } : {}) };
}

/** Distinct keys; a forge's comes before the same key in a trusted file, because it proves no person. */
function candidatesFor(signature: OpenpgpSignature, trust: Trust): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const name of issuerNames(signature)) {
    for (const forge of forgeKeys()) {
      const { key } = forge;
      if (name === key.fingerprint || name === key.keyId) candidates.set(key.fingerprint, { key, forge });
    }
    for (const { component } of trust.keyring.get(name) ?? []) {
      const { key } = component;
      if (!candidates.has(key.fingerprint)) {
        candidates.set(key.fingerprint, { key, trusted: trust.keyring.get(key.fingerprint) ?? [] });
      }
    }
  }
  return [...candidates.values()];
}

function judgeBy(
  candidates: readonly Candidate[],
  signature: OpenpgpSignature,
  payload: Buffer,
  claim: Claim,
  trust: Trust,
): Judgement {
  if (signature.publicKeyAlgorithm === dsa) return weakKey('a DSA key');
  const by = candidates.find(({ key }) => verifiesOpenpgp(signature, key, payload));
  if (by === undefined) return altered;
  const broken = weakness(signature, by.key) ?? untimely(signature, claim);
  if (by.forge !== undefined) return judgeForge(by.forge, broken, signature, trust);
  const verdicts = by.trusted.map((key) => judgeTrusted(key, broken, signature, claim, trust));
  return verdicts.find(({ state }) => state !== 'untrusted') ?? verdicts[0] ?? unknown(signature, claim);
}

function weakness({ digest }: OpenpgpSignature, { material }: OpenpgpPublicKey): Judgement | undefined {
  if (digest.isWeak) return weakKey(`the digest ${digest.name.toUpperCase()}`);
  return material?.kind === 'rsa' && material.bits < 2048 ? weakKey(`an RSA key of ${material.bits} bits`) : undefined;
}

/** What is wrong with the signature's own times. */
function untimely({ created, expires }: OpenpgpSignature, { now }: Claim): Judgement | undefined {
  if (created > now + day) return expiredKey('The signature claims to be from the future');
  return expires !== undefined && now >= expires ? expiredKey('The signature itself has expired') : undefined;
}

function judgeForge(
  { forge, key, until }: ForgeKey,
  broken: Judgement | undefined,
  { created }: OpenpgpSignature,
  trust: Trust,
): Judgement {
  const keyFingerprint = key.fingerprint;
  if (trust.revoked.has(keyFingerprint)) {
    return { ...revokedKey(`The key ${keyFingerprint} of ${forge} is listed as revoked`), keyFingerprint };
  }
  if (broken !== undefined) return { ...broken, keyFingerprint };
  if (until !== undefined && created >= until) {
    return { ...expiredKey(`${forge} signs with the key ${keyFingerprint} no more`), keyFingerprint };
  }
  return { state: 'forge-signed', keyFingerprint, signer: { name: forge, emails: [], roles: [] } };
}

function judgeTrusted(
  { certificate, component }: TrustedKey,
  broken: Judgement | undefined,
  { created }: OpenpgpSignature,
  claim: Claim,
  trust: Trust,
): Judgement {
  const keyFingerprint = certificate.primary.key.fingerprint;
  const fingerprints = [keyFingerprint, component.key.fingerprint];
  const listed = fingerprints.find((fingerprint) => trust.revoked.has(fingerprint));
  if (listed !== undefined) return { ...revokedKey(`The key ${listed} is listed as revoked`), keyFingerprint };
  const objection = objectionTo(certificate, component, claim.now, created);
  if (objection?.kind === 'revoked') return { ...revokedKey(objection.what), keyFingerprint };
  if (broken !== undefined) return { ...broken, keyFingerprint };
  switch (objection?.kind) {
    case 'weak':
      return { ...weakKey(objection.how), keyFingerprint };
    case 'expired':
      return { ...expiredKey(objection.what), keyFingerprint };
    case 'unfit':
      return { state: 'untrusted', reason: `${objection.what}.`, remedy: unfitRemedy, keyFingerprint };
    default:
      return identify(certificate, fingerprints, claim, trust);
  }
}

const unfitRemedy =
  'Sign with a key meant for signing, and have an admin put its current certificate into .gitops-gate/keys/ of the base branch.';

function identify(
  certificate: TrustedKey['certificate'],
  fingerprints: readonly string[],
  claim: Claim,
  { policy }: Trust,
): Judgement {
  const [keyFingerprint = ''] = fingerprints;
  if (policy.forge.keys.some((key) => fingerprints.includes(normalFingerprint(key) ?? ''))) {
    return { state: 'forge-signed', keyFingerprint, signer: { name: 'the forge', emails: [], roles: [] } };
  }
  const users = validUsers(certificate, claim.now);
  const emails = users.map(userEmail).filter((email) => email !== undefined);
  const [user = keyFingerprint] = users;
  const signer = signerOf(signerEntry(policy, fingerprints, emails), { name: userName(user), emails });
  const owns = claim.emails.every((email) => signer.emails.some((own) => sameEmail(own, email)));
  return owns ? { state: 'good', signer, keyFingerprint } : wrongIdentity(signer, claim, keyFingerprint);
}

/** No trusted key has the names the signature gives; a weak one is called so, because trusting its key would not help. */
function unknown(signature: OpenpgpSignature, claim: Claim): Judgement {
  if (signature.publicKeyAlgorithm === dsa) return weakKey('a DSA key');
  if (signature.digest.isWeak) return weakKey(`the digest ${signature.digest.name.toUpperCase()}`);
  const [name] = issuerNames(signature);
  if (name === undefined) {
    return {
      state: 'untrusted',
      reason: 'The signature does not say which key made it.',
      remedy: 'Sign the commit anew with git and gpg, which name the key.',
    };
  }
  const [fingerprint] = signature.issuerFingerprints;
  const file = /^[\w.+-]+(?=@)/.exec(claim.email)?.[0] ?? 'NAME';
  const command = `gpg --export --armor ${name} > .gitops-gate/keys/${file}.asc`;
  return {
    state: 'untrusted',
    ...(fingerprint === undefined ? {} : { keyFingerprint: fingerprint }),
    reason: `The base branch does not know the OpenPGP key ${name}, so the signature could not be checked against it.`,
    remedy: `If the key is really the committer's, run this and commit the file to the base branch: ${command}`,
  };
}
