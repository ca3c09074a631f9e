import type { ObjectId } from '../../git/object/object.ts';
import type { Range } from '../../git/range/range.ts';
import { MissingObjectsError, type Repository } from '../../git/repository.ts';
import { analyseHistory, type HistoryAnalysis } from '../../history/judge/analyse-history.ts';
import { type Model, train } from '../../history/judge/train.ts';
import type { PastChange } from '../../history/model/past-change.ts';
import { pastChangeReader } from '../../history/read/read-past-change.ts';
import type { Policy, SignaturePolicy } from '../../policy/policy.ts';
import { unusualChange } from '../../rules/repository/unusual-change.ts';
import { forgeKeys } from '../../signature/trust/forge-keys.ts';
import { normalFingerprint } from '../../signature/trust/revoked-keys.ts';
import type { Unjudged } from '../../unjudged.ts';

/** The newest changes of the base that a change is compared with: more take longer and say little more. */
const mostChanges = 2_000;

/** A model of the base, or why there is none; undefined where nobody asks, or nothing is to be compared. */
export type Learned = { readonly model: Model } | { readonly model?: undefined; readonly why: string } | undefined;

/** What was learned last, for runs that judge one commit of a repository after another: each learns only what came in since. */
export class PastMemory {
  #changes: ReadonlyMap<ObjectId, PastChange> = new Map();
  #last: { readonly key: string; readonly model: Model } | undefined;

  /** The model of the newest changes of `head`, or why there is none. */
  async learn(
    repository: Pick<Repository, 'pastCommits' | 'objectFormat'>,
    head: ObjectId,
    forgeKeys: ReadonlySet<string>,
    now: number,
  ): Promise<Exclude<Learned, undefined>> {
    const key = JSON.stringify([head, ...forgeKeys]);
    if (this.#last?.key === key) return this.#last;
    const past = await repository.pastCommits(head, mostChanges, this.#changes);
    if (past.commits === undefined) return past;
    const read = pastChangeReader(repository.objectFormat);
    const fresh = new Map(past.commits.map(({ commit, files }) => [commit.id, read(commit, files)]));
    const changes = past.ids.flatMap((id) => fresh.get(id) ?? this.#changes.get(id) ?? []);
    this.#changes = new Map(changes.map((change) => [change.id, change]));
    this.#last = { key, model: train(changes, forgeKeys, now / 1000) };
    return this.#last;
  }
}

/**
 * Learns from the base alone: the author of the change writes what its own commits say. Nothing is fetched for it. It runs alongside
 * anything else: what goes wrong is thrown where it is awaited.
 */
export function learnPast(
  repository: Pick<Repository, 'pastCommits' | 'objectFormat'>,
  { kind, target, commits }: Range,
  policy: Policy,
  now: number,
  memory = new PastMemory(),
): Promise<Learned> {
  const isAsked = isDemanded(policy) || policy.rules.get(unusualChange.id) !== 'off';
  if (!isAsked || target === undefined || commits.length === 0 || kind === 'tag') return Promise.resolve(undefined);
  const learned = memory.learn(repository, target, namesOfForgeKeys(policy.signatures), now);
  learned.catch(() => undefined);
  return learned;
}

/** What the history says of a change, and whether the policy needed it and it is not there. */
export interface Past {
  readonly past: HistoryAnalysis | undefined;
  readonly unjudged: readonly Unjudged[];
}

/** Compares the commits of a change with what was learned from its base. */
export async function comparePast(
  repository: Pick<Repository, 'changedFiles' | 'commits' | 'objectFormat'>,
  { kind, target, mergeBase, commits }: Range,
  learned: Learned,
  policy: Policy,
  now: number,
): Promise<Past> {
  if (learned === undefined) return { past: undefined, unjudged: [] };
  if (learned.model === undefined) return notCompared(learned.why, policy);
  try {
    const files = await repository.changedFiles(commits);
    const read = pastChangeReader(repository.objectFormat);
    const changes = (await repository.commits(commits)).map((commit) => read(commit, files.get(commit.id) ?? []));
    const isForced = kind === 'push' ? mergeBase !== target : undefined;
    return { past: analyseHistory(learned.model, changes, { isForced, now: now / 1000 }), unjudged: [] };
  } catch (error) {
    if (!(error instanceof MissingObjectsError)) throw error;
    return notCompared(error.message, policy);
  }
}

/** Whether the policy demands a signer for what is unusual. */
function isDemanded({ signatures }: Policy): boolean {
  return signatures.requirements.some(({ rules }) => rules.includes(unusualChange.id));
}

/** Where the policy demands a signer for what is unusual, and the history is there and too young to say what is: nobody is asked then. */
export function youngHistoryNotes(past: HistoryAnalysis | undefined, policy: Policy): readonly string[] {
  if (past?.why === undefined || past.changes === 0 || !isDemanded(policy)) return [];
  return [
    `The policy demands signers for unusual commits, but which are unusual is not known yet: ${past.why}. So nothing was demanded by it, and this is no failure.`,
  ];
}

/** Where the policy demands a signer for what is unusual, not to know it is not a pass. */
function notCompared(why: string, policy: Policy): Past {
  const unjudged = {
    what: `Whether the change is unusual, for which the policy demands signers, could not be judged: ${why}.`,
    remedy:
      'Clone the whole history: "fetch-depth: 0" for actions/checkout, GIT_DEPTH: "0" for GitLab CI, git fetch --unshallow in a clone of your own.',
  };
  return { past: { changes: 0, why, unusual: [] }, unjudged: isDemanded(policy) ? [unjudged] : [] };
}

/** Names that signatures give the forge's keys: whole fingerprints, and the ids at their ends. */
function namesOfForgeKeys({ forge }: SignaturePolicy): ReadonlySet<string> {
  const stated = forge.keys.flatMap((key) => normalFingerprint(key) ?? []);
  return new Set([...forgeKeys().flatMap(({ key }) => [key.fingerprint, key.keyId]), ...stated]);
}
