import type { Unjudged } from '../gate.ts';
import { MissingObjectsError } from '../git/missing-objects-error.ts';
import type { Range } from '../git/range.ts';
import type { Repository } from '../git/repository.ts';
import type { SignaturePolicy, TrustedFiles } from '../policy/policy.ts';
import { loadTrust } from '../signature/load-trust.ts';
import type { VerifiedCommit } from '../signature/signature.ts';
import type { Trust } from '../signature/trust.ts';
import {
  mergesToRecompute,
  type Unmade,
  type VerificationContext,
  verifyCommits,
  verifyTag,
} from '../signature/verify.ts';

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
): Promise<Pick<VerificationContext, 'merges' | 'unmade'>> {
  const trees = new Map<string, string>();
  const unmade = new Map<string, Unmade>();
  for (const { id, parents } of merges) {
    const [ours = '', theirs = ''] = parents;
    try {
      const tree = await repository.mergeTree(ours, theirs);
      if (tree !== undefined) trees.set(id, tree);
    } catch (error) {
      if (!(error instanceof MissingObjectsError)) throw error;
      unmade.set(id, { reason: error.message, remedy: error.remedy });
    }
  }
  return { merges: trees, unmade };
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
