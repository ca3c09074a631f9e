import type { RawCommit, RawTag } from '../git/object.ts';
import { armorLabel } from './armor.ts';
import { type Claim, commitClaim, type Judgement } from './claim.ts';
import { couldNotCheck, malformed, unsigned } from './judgements.ts';
import { Malformed, Unsupported } from './malformed.ts';
import type { Signature, VerifiedCommit } from './signature.ts';
import { type ObjectFormat, type SignedObject, signedCommit, signedTag } from './signed-object.ts';
import { judgeSsh } from './ssh-judgement.ts';
import type { SshSignerCache } from './ssh-signature.ts';
import type { Trust } from './trust.ts';

/** What verification needs to know besides the objects and the keys. */
export interface VerificationContext {
  /** The time of judgement, milliseconds since the epoch. */
  readonly now: number;
  /** The recomputed tree of each merge that `mergesToRecompute` named, by the commit's id; absent where it conflicts. */
  readonly merges: ReadonlyMap<string, string>;
  readonly objectFormat: ObjectFormat;
  /** On push events forge-signed commits are accepted (contracts §3). */
  readonly isPush: boolean;
}

/** Verifies commits against the keys the base trusts, in the order given. Never throws because of what a commit holds. */
export function verifyCommits(
  commits: readonly RawCommit[],
  trust: Trust,
  context: VerificationContext,
): readonly VerifiedCommit[] {
  const cache: SshSignerCache = new Map();
  return commits.map((commit) => {
    const { id, subject, author, committer } = commit;
    const claim = commitClaim(author, committer, trust.policy, context.now / 1000);
    const judgement = judge(signedCommit(commit.bytes, context.objectFormat), claim, trust, cache);
    const signature = { ...judgement, accepted: isAccepted(judgement) };
    return { sha: id, kind: 'commit', subject, author, committer, signature };
  });
}

/** Verifies an annotated tag; its tagger stands for author and committer. */
export function verifyTag(tag: RawTag, trust: Trust, context: VerificationContext): VerifiedCommit {
  const tagger = tag.tagger ?? { name: '', email: '', time: Number.NaN };
  const claim = commitClaim(tagger, tagger, trust.policy, context.now / 1000);
  const judgement = judge(signedTag(tag.bytes), claim, trust, new Map());
  const signature = { ...judgement, accepted: isAccepted(judgement) };
  return { sha: tag.id, kind: 'tag', subject: tag.subject, author: tagger, committer: tagger, signature };
}

function judge(object: SignedObject, claim: Claim, trust: Trust, cache: SshSignerCache): Judgement {
  if (object.kind === 'unsigned') return unsigned;
  if (object.kind === 'malformed') return malformed(object.why);
  try {
    switch (armorLabel(object.armor)) {
      case 'SSH SIGNATURE':
        return judgeSsh(object.armor, object.payload, claim, trust, cache);
      default:
        return malformed('is in no format that git knows');
    }
  } catch (error) {
    if (error instanceof Malformed) return malformed(error.message);
    if (error instanceof Unsupported) return couldNotCheck(error.message);
    throw error;
  }
}

function isAccepted({ state }: Judgement): Signature['accepted'] {
  return state === 'good';
}
