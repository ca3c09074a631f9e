import { InputError, type Problem } from '../../input-error.ts';
import type { ObjectId, RawCommit } from '../object/object.ts';
import { emptyTree, isZeroId } from '../object/object-id.ts';
import type { GitDirectory } from '../process/git-directory.ts';
import { allCommits, type Comparison, compare, fetchCommits, requireCommits } from './history.ts';
import { emptyRange, type Range, type RangeRequest } from './range.ts';
import { unnamed } from './unnamed.ts';

/** What resolving a range needs of the repository. */
export interface RangeSource {
  readonly git: GitDirectory;
  /** The id a revision names, not peeled and perhaps of an object that is not here; undefined where nothing has that name. */
  name(rev: string): Promise<ObjectId | undefined>;
  /** The whole name of the ref that a revision is, `refs/heads/main`; undefined where it is not a ref. */
  refName(rev: string): Promise<string | undefined>;
  /** The tree of the index. */
  stagedTree(): Promise<ObjectId>;
  commits(ids: readonly ObjectId[]): Promise<readonly RawCommit[]>;
  mergeTree(ours: ObjectId, theirs: ObjectId): Promise<MergeResult>;
}

/** A merge recomputed: its tree, or why there is none. */
export type MergeResult =
  | { readonly tree: ObjectId }
  | { readonly tree: undefined; readonly why: 'conflict' | 'old-git' };

/** Resolves a request (how-it-judges.md, "What is compared"). Throws InputError for names, MissingObjectsError for objects that are not there. */
export async function resolveRange(source: RangeSource, request: RangeRequest): Promise<Range> {
  switch (request.kind) {
    case 'request':
      return mergeRange(source, request.kind, request.base, request.head, request.trust);
    case 'new-branch':
      return mergeRange(source, request.kind, request.defaultBranch, request.head);
    case 'queue':
      return { ...(await queueRange(source, request.base, request.head)), branch: request.branch };
    case 'push':
      return { ...(await pushRange(source, request)), branch: request.branch };
    case 'first-push': {
      const [head = ''] = await commitIds(source, [request.head]);
      const commits = await allCommits(source.git, head);
      return { ...emptyRange(request.kind), head, result: head, after: head, commits };
    }
    case 'tag':
      return tagRange(source, request.tag, request.defaultBranch);
    case 'staged':
      return stagedRange(source, request.base);
    case 'audit': {
      const [rev = ''] = await commitIds(source, [request.rev]);
      return { ...emptyRange(request.kind), head: rev, result: rev, after: rev, trust: rev };
    }
  }
}

/** A pull or merge request: the target's tip against what the merge would give. */
async function mergeRange(
  source: RangeSource,
  kind: 'request' | 'new-branch',
  base: string,
  rev: string,
  trustRev: string = base,
): Promise<Range> {
  const [target = '', head = '', trust = target] = await commitIds(source, [base, rev, trustRev]);
  const branch = branchOf((await source.refName(base)) ?? '');
  const { commits, mergeBases } = await compare(source.git, target, head);
  const mergeBase = mergeBases[0];
  const range = { ...emptyRange(kind), target, branch, head, mergeBase, trust, commits };
  if (commits.length === 0) {
    const empty = `${rev} (${head}) is already contained in ${base} (${target}): there is nothing to merge.`;
    return { ...range, result: target, before: target, after: target, empty };
  }
  if (mergeBase === target) return { ...range, result: head, before: target, after: head };
  if (mergeBase === undefined) {
    const note = 'The histories have no common commit, so nothing can be merged; all of the head is judged as new.';
    return { ...range, before: undefined, after: head, notes: [note] };
  }
  const merge = await source.mergeTree(target, head);
  if (merge.tree !== undefined) return { ...range, result: merge.tree, before: target, after: merge.tree };
  return { ...range, before: mergeBase, after: head, notes: [mergeNote(merge.why, mergeBases)] };
}

/** The branch that a ref is, here or at a remote: its short name. */
function branchOf(ref: string): string | undefined {
  return /^refs\/(?:heads|remotes\/[^/]+)\/(.+)$/s.exec(ref)?.[1];
}

function mergeNote(why: 'conflict' | 'old-git', mergeBases: Comparison['mergeBases']): string {
  const instead = `the head is compared with the merge base ${mergeBases[0]} instead of the merge's result with the target`;
  const several = mergeBases.length > 1 ? ` (one of ${mergeBases.length} merge bases)` : '';
  if (why === 'conflict')
    return `The change conflicts with its target and cannot be merged as it is; ${instead}${several}.`;
  return `This git is older than 2.38 and cannot compute a merge; ${instead}${several}.`;
}

/**
 * A merge queue or merge train: base_sha → head_sha. The forge's own merge commit needs no signature. It is known by its
 * place: it is the event's head itself, a merge of two, with base_sha among its first parents. That place alone would let
 * the author of a fast-forwarded queue hide content in an unsigned merge, so the commit is left out only where its tree is
 * exactly the recomputed merge of its parents (which adds nothing of its own); its parents' commits are always verified.
 */
async function queueRange(source: RangeSource, base: string, rev: string): Promise<Range> {
  const [target = '', head = ''] = await commitIds(source, [base, rev]);
  const { commits, mergeBases } = await compare(source.git, target, head);
  const synthetic = (await isQueueMerge(source, target, head, commits)) ? [head] : [];
  const range: Range = {
    ...emptyRange('queue'),
    target,
    head,
    mergeBase: mergeBases[0],
    result: head,
    before: target,
    after: head,
    trust: target,
    commits: commits.filter((id) => !synthetic.includes(id)),
    synthetic,
  };
  return { ...range, empty: await whyEmpty(source, range) };
}

async function isQueueMerge(
  source: RangeSource,
  base: ObjectId,
  head: ObjectId,
  commits: readonly ObjectId[],
): Promise<boolean> {
  if (!commits.includes(head)) return false;
  const [merge] = await source.commits([head]);
  const [ours, theirs, ...more] = merge?.parents ?? [];
  if (merge === undefined || ours === undefined || theirs === undefined || more.length > 0) return false;
  if (ours !== base) {
    const chain = await source.git.run(['rev-list', '--first-parent', '--parents', head, `^${base}`, '--']);
    const last = chain.stdout.toString('latin1').trim().split('\n').at(-1)?.split(' ');
    if (chain.code !== 0 || last?.[1] !== base) return false;
  }
  return (await source.mergeTree(ours, theirs)).tree === merge.tree;
}

async function pushRange(
  source: RangeSource,
  { before, after, trust: trustRev = before }: RangeRequest & { readonly kind: 'push' },
): Promise<Range> {
  const [target = '', head = '', trust = target] = await commitIds(source, [before, after, trustRev]);
  const { commits, mergeBases } = await compare(source.git, target, head);
  const mergeBase = mergeBases[0];
  const forced = mergeBase !== target;
  const range: Range = {
    ...emptyRange('push'),
    target,
    head,
    mergeBase,
    result: head,
    before: target,
    after: head,
    trust,
    commits,
    notes: forced ? [`A forced push: ${target} is no longer part of the branch.`] : [],
  };
  return { ...range, empty: await whyEmpty(source, range) };
}

async function tagRange(source: RangeSource, rev: string, defaultBranch: string): Promise<Range> {
  const [trust = '', commit = ''] = await commitIds(source, [defaultBranch, rev]);
  const named = (await source.name(rev)) ?? commit;
  const [info] = await source.git.infos([named]);
  const tag = info?.type === 'tag' ? named : undefined;
  const notes = tag === undefined ? [`${rev} is a lightweight tag: only its commit can be verified.`] : [];
  const tagName = /^refs\/tags\/(.+)$/s.exec(rev)?.[1];
  return { ...emptyRange('tag'), target: trust, head: commit, trust, commits: [commit], tag, tagName, notes };
}

async function stagedRange(source: RangeSource, base: string): Promise<Range> {
  const unborn = base === 'HEAD' && (await source.name(base)) === undefined;
  const [trust] = unborn ? [] : await commitIds(source, [base]);
  const after = await source.stagedTree();
  const range = {
    ...emptyRange('staged'),
    target: trust,
    mergeBase: trust,
    before: trust,
    result: after,
    after,
    trust,
  } as const;
  return { ...range, empty: await whyEmpty(source, range) };
}

async function whyEmpty(source: RangeSource, range: Range): Promise<string | undefined> {
  if (range.commits.length > 0) return undefined;
  const empty = emptyTree(source.git.format);
  const names = [range.before, range.after].map((id) => `${id ?? empty}^{tree}`);
  const [before, after] = await source.git.infos(names);
  if (before === undefined || after === undefined || before.id !== after.id) return undefined;
  if (range.kind === 'staged') return 'Nothing is staged: the index equals the commit it is compared with.';
  return `${range.head} brings no commit and no difference to ${range.target}: there is nothing to judge.`;
}

/** The commits the revisions name, all of them in the scratch directory afterwards. */
async function commitIds(source: RangeSource, revs: readonly string[]): Promise<readonly ObjectId[]> {
  const named: ObjectId[] = [];
  const problems = new Map<string, Problem>();
  for (const each of await Promise.all(revs.map((rev) => nameOf(source, rev)))) {
    if (typeof each === 'string') named.push(each);
    else problems.set(each.what, each);
  }
  if (problems.size > 0) throw new InputError([...problems.values()]);
  const names = named.map((id) => `${id}^{commit}`);
  let infos = await source.git.infos(names);
  if (infos.includes(undefined)) {
    await requireCommits(source.git, revs, named);
    await fetchCommits(source.git, named);
    infos = await source.git.infos(names);
  }
  return infos.map((info, index) => info?.id ?? named[index] ?? '');
}

/** The id that a revision names, or what is wrong with it. */
async function nameOf(source: RangeSource, rev: string): Promise<ObjectId | Problem> {
  if (isZeroId(rev)) {
    const fix = 'A deleted branch has nothing to judge; a new one is compared with the default branch.';
    return { what: `${JSON.stringify(rev)} means "no commit".`, fix };
  }
  return (await source.name(rev)) ?? unnamed(rev, source.git.shallow().size > 0);
}
