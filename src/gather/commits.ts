import type { Unjudged } from '../gate.ts';
import type { Range } from '../git/range.ts';
import type { Repository } from '../git/repository.ts';
import type { SignaturePolicy, TrustedFiles } from '../policy/policy.ts';
import { loadTrust } from '../signature/load-trust.ts';
import type { VerifiedCommit } from '../signature/signature.ts';
import type { Trust } from '../signature/trust.ts';
import { mergesToRecompute, type VerificationContext, verifyCommits, verifyTag } from '../signature/verify.ts';

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
  const context = { ...asked, merges, objectFormat };
  const tags = await Promise.all(rawTags.map((tag) => verifyTag(tag, trust, context)));
  const commits = [...tags, ...(await verifyCommits(raw, trust, context))];
  return { commits, trustsKeys: trust.trustsKeys, keyProblems: keyProblems(trust), unchecked: unchecked(commits) };
}

/** Commit → the tree its merge gives when made again, for the merges a forge signed. */
async function recomputeMerges(
  repository: Repository,
  merges: readonly { readonly id: string; readonly parents: readonly string[] }[],
): Promise<ReadonlyMap<string, string>> {
  const trees = new Map<string, string>();
  for (const { id, parents } of merges) {
    const [ours, theirs] = parents;
    if (ours === undefined || theirs === undefined || parents.length > 2) continue;
    const tree = await repository.mergeTree(ours, theirs);
    if (tree !== undefined) trees.set(id, tree);
  }
  return trees;
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
