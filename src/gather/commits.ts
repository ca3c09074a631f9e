import { MissingObjectsError } from '../git/object/missing-objects-error.ts';
import type { RawCommit } from '../git/object/object.ts';
import type { Range } from '../git/range/range.ts';
import type { Repository } from '../git/repository.ts';
import type { SignaturePolicy, TrustedFiles } from '../policy/policy.ts';
import {
  mergesToRecompute,
  type UnreproducedMerge,
  type VerificationContext,
  verifyCommits,
  verifyTag,
} from '../signature/judge/verify.ts';
import { isAdmin, type VerifiedCommit } from '../signature/model/signature.ts';
import { loadTrust } from '../signature/trust/load-trust.ts';
import type { Trust } from '../signature/trust/trust.ts';
import { signerNotes } from '../signature/trust/unnamed-signers.ts';
import type { Unjudged } from '../unjudged.ts';

export interface Verification {
  readonly commits: readonly VerifiedCommit[];
  readonly trustsKeys: boolean;
  /** Fingerprints of the keys by which an admin signs. */
  readonly adminKeys: ReadonlySet<string>;
  /** Trusted key files that cannot be read. */
  readonly keyProblems: readonly Unjudged[];
  /** What a reader should know of how the policy names signers. */
  readonly notes: readonly string[];
  /** Commits whose signature could not be checked. */
  readonly unchecked: readonly Unjudged[];
}

/** Digits of an id that people copy: fewer may be ambiguous in a large repository. */
const shownId = 12;

/** Commits, oldest first, and tags; the commit they are based on where that is known. */
type Verifiable = Pick<Range, 'commits'> & Partial<Pick<Range, 'mergeBase'>> & { readonly tags: readonly string[] };

/** Reads and verifies commits, and a tag; throws MissingObjectsError. */
export async function verifyRange(
  repository: Repository,
  range: Verifiable,
  files: TrustedFiles,
  policy: SignaturePolicy,
  asked: Pick<VerificationContext, 'now' | 'isPush' | 'tagName'>,
): Promise<Verification> {
  const raw = await repository.commits(range.commits);
  const rawTags = await Promise.all(range.tags.map((id) => repository.tag(id)));
  const { objectFormat } = repository;
  const trust = loadTrust(files, policy);
  const merges = await recomputeMerges(repository, mergesToRecompute(raw, trust));
  const base = (range.mergeBase ?? raw[0]?.parents[0])?.slice(0, shownId) ?? '--root';
  const context = { ...asked, ...merges, objectFormat, base };
  const tags = await Promise.all(rawTags.map((tag) => verifyTag(tag, trust, context)));
  const verified = await verifyCommits(raw, trust, context);
  const commits = [...tags, ...(await markPlainMerges(repository, raw, verified))];
  const { trustsKeys, adminKeys } = trust;
  return {
    commits,
    trustsKeys,
    adminKeys,
    keyProblems: keyProblems(trust),
    notes: signerNotes(trust),
    unchecked: unchecked(commits),
  };
}

/** Where an admin signed, `gate-changed` must know which merges bring in nothing of their own. */
async function markPlainMerges(
  repository: Repository,
  raw: readonly RawCommit[],
  verified: readonly VerifiedCommit[],
): Promise<readonly VerifiedCommit[]> {
  if (!verified.some(({ signature }) => isAdmin(signature))) return verified;
  const unknown = new Set(verified.flatMap(({ sha, isPlainMerge }) => (isPlainMerge === true ? [] : sha)));
  const candidates = raw.filter(({ id, parents }) => parents.length === 2 && unknown.has(id));
  const { merges } = await recomputeMerges(repository, candidates);
  const plain = new Set(candidates.flatMap(({ id, tree }) => (merges.get(id) === tree ? id : [])));
  return verified.map((commit) => (plain.has(commit.sha) ? { ...commit, isPlainMerge: true } : commit));
}

/** Makes merges again: the tree each gives, or why it cannot be made. */
async function recomputeMerges(
  repository: Repository,
  merges: readonly { readonly id: string; readonly parents: readonly string[] }[],
): Promise<Pick<VerificationContext, 'merges' | 'unreproducedMerges'>> {
  const trees = new Map<string, string>();
  const unreproducedMerges = new Map<string, UnreproducedMerge>();
  for (const { id, parents } of merges) {
    const [ours = '', theirs = ''] = parents;
    try {
      const tree = await repository.mergeTree(ours, theirs);
      if (tree !== undefined) trees.set(id, tree);
    } catch (error) {
      if (!(error instanceof MissingObjectsError)) throw error;
      unreproducedMerges.set(id, { reason: error.message, remedy: error.remedy });
    }
  }
  return { merges: trees, unreproducedMerges };
}

function keyProblems({ problems }: Trust): Unjudged[] {
  return problems.map(({ file, line, what }) => ({
    what: line === undefined ? `${file}: ${what}` : `${file}:${line}: ${what}`,
    remedy: 'Fix it on the base branch: what it trusts is not known while it cannot be read.',
  }));
}

function unchecked(commits: readonly VerifiedCommit[]): Unjudged[] {
  return commits
    .filter(({ signature }) => signature.state === 'could-not-check')
    .map(({ sha, kind, signature }) => ({
      what: `The signature of ${kind} ${sha.slice(0, 12)} could not be checked: ${signature.reason ?? 'unknown reason'}`,
      remedy: signature.remedy ?? 'Sign it with an SSH or OpenPGP key.',
    }));
}
