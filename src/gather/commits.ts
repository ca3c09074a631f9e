import type { Unjudged } from '../gate.ts';
import { MissingObjectsError } from '../git/object/missing-objects-error.ts';
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
import type { VerifiedCommit } from '../signature/model/signature.ts';
import { loadTrust } from '../signature/trust/load-trust.ts';
import type { Trust } from '../signature/trust/trust.ts';

export interface Verification {
  readonly commits: readonly VerifiedCommit[];
  readonly trustsKeys: boolean;
  /** Trusted key files that cannot be read. */
  readonly keyProblems: readonly Unjudged[];
  /** Commits whose signature could not be checked. */
  readonly unchecked: readonly Unjudged[];
}

/** Reads and verifies commits, and a tag; throws MissingObjectsError. */
export async function verifyRange(
  repository: Repository,
  range: Pick<Range, 'commits'> & { readonly tags: readonly string[] },
  files: TrustedFiles,
  policy: SignaturePolicy,
  asked: Pick<VerificationContext, 'now' | 'isPush' | 'tagName'>,
): Promise<Verification> {
  const raw = await repository.commits(range.commits);
  const rawTags = await Promise.all(range.tags.map((id) => repository.tag(id)));
  const { objectFormat } = repository;
  const trust = loadTrust(files, policy);
  const merges = await recomputeMerges(repository, mergesToRecompute(raw, trust));
  const context = { ...asked, ...merges, objectFormat };
  const tags = await Promise.all(rawTags.map((tag) => verifyTag(tag, trust, context)));
  const commits = [...tags, ...(await verifyCommits(raw, trust, context))];
  return { commits, trustsKeys: trust.trustsKeys, keyProblems: keyProblems(trust), unchecked: unchecked(commits) };
}

/** Makes merges again that a forge signed: the tree each gives, or why it cannot be made. */
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
    remedy: 'mend it on the base branch: what it trusts is not known while it cannot be read',
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
