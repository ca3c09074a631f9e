import type { ObjectId, RawCommit, RawTag } from '../../git/object/object.ts';
import type { ObjectFormat } from '../../git/object/object-id.ts';
import { armorLabel } from '../model/armor.ts';
import { sameEmail } from '../model/email.ts';
import { Malformed, Obsolete, Unsupported } from '../model/malformed.ts';
import type { Signature, VerifiedCommit } from '../model/signature.ts';
import { type SignedObject, signedCommit, signedTag } from '../model/signed-object.ts';
import { type Claim, commitClaim, type SignatureJudgement } from '../trust/claim.ts';
import type { Trust } from '../trust/trust.ts';
import { basePlace, couldNotCheck, malformed, otherName, unsigned, unsignedTag, weakKey } from './judgements.ts';
import { judgeOpenpgp, type OpenpgpCache } from './openpgp-judgement.ts';
import { judgeSsh, type SshCache } from './ssh-judgement.ts';
import { judgeX509 } from './x509-judgement.ts';

/** A merge that could not be made again: what is missing, and the remedy. */
export interface UnreproducedMerge {
  readonly reason: string;
  readonly remedy: string;
}

/** What verification needs to know apart from the objects and the keys. */
export interface VerificationContext {
  /** The time of judgement, milliseconds since the epoch. */
  readonly now: number;
  readonly objectFormat: ObjectFormat;
  /** The recomputed tree of each merge that `mergesToRecompute` named, by the commit's id; absent where it conflicts. */
  readonly merges: ReadonlyMap<ObjectId, ObjectId>;
  /** Why others of them could not be made again, by the commit's id. */
  readonly unreproducedMerges: ReadonlyMap<ObjectId, UnreproducedMerge>;
  /** On push events forge-signed commits are accepted. */
  readonly isPush: boolean;
  /** The commit that the change is based on, as a rebase names it; `--root` where there is none. */
  readonly base: string;
  /** The tag's name; undefined: not known. */
  readonly tagName: string | undefined;
}

/**
 * The commits whose verdict depends on whether their tree is what merging their two parents gives: candidates for a forge's
 * merge and, where the policy demands signers for paths, every merge.
 */
export function mergesToRecompute(commits: readonly RawCommit[], trust: Trust): readonly RawCommit[] {
  const { requirements, forge } = trust.policy;
  if (requirements.length === 0 && forge.accept !== 'merges') return [];
  return commits.filter(({ bytes, parents }) => {
    return parents.length === 2 && (requirements.length > 0 || bytes.includes('-----BEGIN PGP SIGNATURE-----'));
  });
}

/** How many commits are taken apart while as many are verified on other threads: what is under way is kept in memory. */
const batchSize = 1000;

/** Verifies commits against the keys the base trusts, in the order given. Never rejects because of what a commit holds. */
export async function verifyCommits(
  commits: readonly RawCommit[],
  trust: Trust,
  context: VerificationContext,
): Promise<readonly VerifiedCommit[]> {
  const caches = newCaches();
  const verified: VerifiedCommit[] = [];
  let ahead: Promise<readonly VerifiedCommit[]> = Promise.resolve([]);
  for (let at = 0; at < commits.length; at += batchSize) {
    const batch = commits.slice(at, at + batchSize).map((commit) => verifyCommit(commit, trust, context, caches));
    for (const commit of await ahead) verified.push(commit);
    ahead = Promise.all(batch);
  }
  return [...verified, ...(await ahead)];
}

async function verifyCommit(
  { id, bytes, subject, author, committer, parents, tree }: RawCommit,
  trust: Trust,
  context: VerificationContext,
  caches: Caches,
): Promise<VerifiedCommit> {
  const claim = commitClaim(author, committer, trust.policy, context.now / 1000);
  const judgement = onto(context.base, await judge(signedCommit(bytes, context.objectFormat), claim, trust, caches));
  const isPlainMerge = parents.length === 2 && context.merges.get(id) === tree;
  const signature =
    judgement.state === 'forge-signed'
      ? withoutMerge(
          forgeSigned(judgement, isPlainMerge, author.email, trust, context),
          context.unreproducedMerges.get(id),
        )
      : { ...judgement, accepted: judgement.state === 'good' };
  return { sha: id, kind: 'commit', subject, author, committer, signature, ...(isPlainMerge ? { isPlainMerge } : {}) };
}

function onto(base: string, judgement: SignatureJudgement): SignatureJudgement {
  const { remedy } = judgement;
  if (remedy?.endsWith(` ${basePlace}`) !== true) return judgement;
  return { ...judgement, remedy: `${remedy.slice(0, -basePlace.length)}${base}` };
}

/** Verifies an annotated tag; its tagger counts as author and committer. */
export async function verifyTag(tag: RawTag, trust: Trust, context: VerificationContext): Promise<VerifiedCommit> {
  const tagger = tag.tagger ?? { name: '', email: '', time: Number.NaN };
  const claim = commitClaim(tagger, tagger, trust.policy, context.now / 1000);
  const found = await judge(signedTag(tag.bytes), claim, trust, newCaches());
  const judgement = found.state === 'unsigned' ? unsignedTag : requireTagName(found, tag.name, context.tagName);
  const signature =
    judgement.state === 'forge-signed'
      ? forgeSigned(judgement, false, tagger.email, trust, context)
      : { ...judgement, accepted: judgement.state === 'good' };
  return { sha: tag.id, kind: 'tag', subject: tag.subject, author: tagger, committer: tagger, signature };
}

/** A signed tag put under another name would pass for a release that nobody signed. */
function requireTagName(judgement: SignatureJudgement, own: string, name: string | undefined): SignatureJudgement {
  const isSigned = judgement.state === 'good' || judgement.state === 'forge-signed';
  return isSigned && name !== undefined && own !== name ? otherName(judgement, own, name) : judgement;
}

/** A forge's signature that is refused only because the merge could not be made again was not judged. */
function withoutMerge(signature: Signature, unreproducedMerges: UnreproducedMerge | undefined): Signature {
  if (signature.accepted || unreproducedMerges === undefined) return signature;
  const reason = `The forge signed this merge, which could not be made again: ${unreproducedMerges.reason}`;
  return { ...signature, state: 'could-not-check', reason, remedy: unreproducedMerges.remedy };
}

/** What is found out of a key once, for all commits it signed. */
interface Caches {
  readonly ssh: SshCache;
  readonly openpgp: OpenpgpCache;
}

function newCaches(): Caches {
  return { ssh: { signers: new Map(), identities: new Map() }, openpgp: { candidates: new Map(), known: new Map() } };
}

async function judge(object: SignedObject, claim: Claim, trust: Trust, caches: Caches): Promise<SignatureJudgement> {
  if (object.kind === 'unsigned') return unsigned;
  if (object.kind === 'malformed') return malformed(object.why);
  try {
    switch (armorLabel(object.armor)) {
      case 'PGP SIGNATURE':
        return await judgeOpenpgp(object.armor, object.payload(), claim, trust, caches.openpgp);
      case 'SSH SIGNATURE':
        return await judgeSsh(object.armor, object.payload(), claim, trust, caches.ssh);
      case 'SIGNED MESSAGE':
        return judgeX509(object.armor);
      default:
        return malformed('is in no format that git knows');
    }
  } catch (error) {
    if (error instanceof Obsolete) return weakKey(error.message);
    if (error instanceof Malformed) return malformed(error.message);
    if (error instanceof Unsupported) return couldNotCheck(error.message);
    throw error;
  }
}

/** Whether policy lets the forge's own signature pass: it proves the forge, not a person. */
function forgeSigned(
  judgement: SignatureJudgement,
  isPlainMerge: boolean,
  authorEmail: string,
  { policy: { forge } }: Trust,
  { isPush }: VerificationContext,
): Signature {
  const name = judgement.signer?.name ?? 'The forge';
  const pass = (reason: string): Signature => ({ ...judgement, reason, accepted: true });
  if (forge.bots.some((bot) => sameEmail(bot, authorEmail)))
    return pass(`${name} signed this for a bot the policy lists.`);
  if (forge.accept === 'all') return pass(`${name} signed this, and the policy accepts every signature of the forge.`);
  if (forge.accept === 'merges' && isPlainMerge) {
    return pass(`${name} signed this merge, and its tree is exactly what merging its parents gives.`);
  }
  if (isPush) return pass(`${name} signed this, which is accepted after a push.`);
  return {
    ...judgement,
    accepted: false,
    reason: `${name} signed this, which proves no person${forge.accept === 'merges' ? ', and it is not a merge whose tree could be recomputed' : ''}.`,
    remedy:
      'Make the commit locally and sign it with a trusted key, or have an admin list the bot under signatures.forge.bots.',
  };
}
