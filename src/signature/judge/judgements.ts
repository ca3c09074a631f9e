import type { SignatureJudgement } from '../trust/claim.ts';

/** In a remedy, the place of the commit that the change is based on; `verifyCommits` puts that there. */
export const basePlace = 'BASE';

const rebase = `git rebase --exec "git commit --amend --no-edit -S" ${basePlace}`;

/** Verdicts that every format gives in the same words. */
export const altered: SignatureJudgement = {
  state: 'bad',
  reason: 'The signature does not fit the object that holds it: one of the two was changed after signing.',
  remedy: `Find out who changed it, then sign again: ${rebase}`,
};

export const unsigned: SignatureJudgement = {
  state: 'unsigned',
  reason: 'There is no signature.',
  remedy: `Sign it, then push again: ${rebase}`,
};

export const unsignedTag: SignatureJudgement = {
  ...unsigned,
  remedy: 'Make it again with a signature: git tag --sign --force TAG COMMIT, then push it again.',
};

/** A good signature of a tag that calls itself `own` and has the name `name`. */
export function otherName(judgement: SignatureJudgement, own: string, name: string): SignatureJudgement {
  return {
    ...judgement,
    state: 'wrong-identity',
    reason: `The signature is for the tag ${own}, which has the name ${name} here.`,
    remedy: `Sign a tag of this name: git tag --sign ${/^[\w./+-]+$/.test(name) ? name : 'TAG'} COMMIT, then push it.`,
  };
}

/** `why` completes "The signature …". */
export function malformed(why: string): SignatureJudgement {
  return {
    state: 'malformed',
    reason: `The signature ${why}.`,
    remedy: 'Sign the commit again with git itself: git commit --amend --no-edit -S.',
  };
}

/** `why` completes "The signature …". */
export function couldNotCheck(why: string): SignatureJudgement {
  return {
    state: 'could-not-check',
    reason: `The signature ${why}.`,
    remedy: 'Sign with an OpenPGP or SSH key that gitops-gate can verify (RSA, ECDSA, Ed25519).',
  };
}

/** `with` completes "The signature was made with …". */
export function weakKey(how: string): SignatureJudgement {
  return {
    state: 'weak',
    reason: `The signature was made with ${how}, which can be forged.`,
    remedy: 'Sign with Ed25519, ECDSA or RSA of at least 3072 bits, and a SHA-2 digest.',
  };
}

/** `what` is a sentence without its full stop. */
export function revokedKey(what: string): SignatureJudgement {
  return {
    state: 'revoked',
    reason: `${what}.`,
    remedy:
      'Sign with another key; if the key was revoked by mistake, have an admin correct .gitops-gate/ on the base branch.',
  };
}

/** `what` is a sentence without its full stop. */
export function expiredKey(what: string): SignatureJudgement {
  return {
    state: 'expired',
    reason: `${what}.`,
    remedy: 'Extend the key or sign with a valid one, and have an admin update .gitops-gate/ on the base branch.',
  };
}
