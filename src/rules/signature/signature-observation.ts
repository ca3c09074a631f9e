import type { VerifiedCommit } from '../../signature/model/signature.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation } from '../rule.ts';

/** How trust begins, for a base branch without keys. */
const beginning = [
  'The base branch trusts no keys yet, so this is reported and does not block.',
  'To begin: commit .gitops-gate/allowed_signers (SSH) or .gitops-gate/keys/NAME.asc (OpenPGP) to the base branch.',
];

/** What a signature rule says of a commit: its verdict's reason and remedy unless others are given. */
export function signatureObservation(
  { trustsKeys }: Evidence,
  { sha, kind, subject, signature }: VerifiedCommit,
  said: { readonly reason?: string; readonly remedy?: string; readonly demanded?: readonly string[] } = {},
): Observation {
  const reason = said.reason ?? signature.reason ?? 'The signature is not accepted.';
  const isBeginning = !trustsKeys && signature.state !== 'bad' && signature.state !== 'malformed';
  const details = [...(signature.notes ?? []), ...(isBeginning ? beginning : [])];
  return {
    message: `${kind === 'tag' ? 'Tag' : 'Commit'} ${sha.slice(0, 12)} (${subject}): ${reason}`,
    remedy: said.remedy ?? signature.remedy ?? 'Sign it with a key that the base branch trusts.',
    ...(details.length > 0 ? { details } : {}),
    ...(isBeginning ? { severity: 'low' } : {}),
    commit: sha,
    subject: [kind, sha, ...(said.demanded ?? [])],
  };
}
