import { LimitError } from '../../gather/budget.ts';
import { readTrusted } from '../../gather/gate/read-trusted-folder.ts';
import { readObjects } from '../../gather/manifests/read-objects.ts';
import { PastMemory } from '../../gather/older/past.ts';
import type { ObjectId, RawCommit } from '../../git/object/object.ts';
import { openRepository } from '../../git/open-repository.ts';
import { emptyRange } from '../../git/range/range.ts';
import { MissingObjectsError, type Repository } from '../../git/repository.ts';
import { terminalHost } from '../../host/terminal.ts';
import { InputError } from '../../input-error.ts';
import type { Inputs } from '../../inputs.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyFolder } from '../../policy/trusted-folder.ts';
import { type LastGood, lastGoodExitCode } from '../../report/last-good/last-good.ts';
import { lastGoodJson } from '../../report/last-good/last-good-json.ts';
import { lastGoodText } from '../../report/last-good/last-good-text.ts';
import { type ObjectChange, objectChanges } from '../../report/last-good/object-changes.ts';
import { redact } from '../../report/redact.ts';
import { count } from '../../report/wording.ts';
import { rules } from '../../rules/index.ts';
import { gateChanged } from '../../rules/repository/gate-changed.ts';
import { type Walk, walkToLastGood } from '../../run/last-good.ts';
import { examine } from '../../run.ts';
import type { Unjudged } from '../../unjudged.ts';
import type { Arguments } from '../arguments.ts';
import { inputsOf } from '../check.ts';
import { say } from '../output.ts';
import { requireReadable } from '../policy/usable-policy.ts';
import { terminalStyle } from '../terminal-style.ts';

/** How many commits are walked along where nothing else is asked for, and at most. */
const [usualCommits, mostCommits] = [100, 100_000];

/** `last-good`: the newest good commit of a branch, what a return to it would undo, and how it is done. Throws InputError. */
export async function lastGoodCommand(args: Arguments): Promise<number> {
  const repository = await openRepository(args.values.get('repo') ?? process.cwd());
  try {
    const line = await readLine(repository, args);
    const inputs = inputsOf(args, 'check', { kind: 'audit', rev: line.head.id });
    const { policy, notes } = await readPolicyOf(repository, line.head, inputs);
    const begun = await beginOf(repository, line, args, policyFolder(inputs.policyPath));
    const walk = await walkFrom(repository, begun, line, inputs);
    const kept = await keptFolder(repository, line.head, walk, policyFolder(inputs.policyPath));
    const answer = redact<LastGood>({
      ...walk,
      branch: line.branch,
      ref: line.ref,
      head: line.head,
      begin: begun.begin,
      beginWhy: begun.why,
      walked: begun.rest.length + 1,
      objects: walk.report === undefined ? [] : await objectsOf(repository, walk.good, line.head, policy),
      kept,
      notes: [
        ...notes,
        ...begun.notes,
        ...(await beginningNote(repository, line)),
        ...watchingNote(policy, inputs),
        ...policyNote(walk),
        ...(await keptNote(repository, line, walk, kept)),
      ],
    });
    say(args.values.get('format') === 'json' ? lastGoodJson(answer) : lastGoodText(answer, terminalStyle()));
    return lastGoodExitCode(answer);
  } finally {
    await repository.close();
  }
}

/** A branch's newest commits, oldest first. */
interface Line {
  readonly branch: string;
  /** The ref it was read from, as a person writes it: `origin/main`. */
  readonly ref: string;
  readonly head: RawCommit;
  readonly commits: readonly RawCommit[];
  /** Whether the first of them is the first of the branch. */
  readonly isWhole: boolean;
}

async function readLine(repository: Repository, { values }: Arguments): Promise<Line> {
  const ref = values.get('branch') ?? (await repository.defaultBranch());
  if (ref === undefined) {
    throw new InputError([{ what: 'The repository has no default branch.', fix: 'Name one: --branch main' }]);
  }
  const tip = await repository.resolve(ref, 'commit');
  if (tip === undefined) {
    const what = `${JSON.stringify(ref)} names no commit of this repository.`;
    throw new InputError([{ what, fix: 'Give a branch that is here, e.g. main or origin/main.' }]);
  }
  const most = commitLimit(values.get('commits'));
  const newest = await repository.firstParents(tip, most);
  const commits = (await repository.commits(newest)).toReversed();
  const [first] = commits;
  const head = commits.at(-1);
  if (first === undefined || head === undefined || commits.length === 1) {
    const fix = 'Name a branch with a history, or more commits: --commits 100';
    throw new InputError([{ what: `${ref} has one commit to look at: there is nothing to compare.`, fix }]);
  }
  const branch = ref.replace(/^(?:refs\/heads\/|refs\/remotes\/[^/]+\/|origin\/)/, '');
  const shownRef = ref.replace(/^refs\/(?:heads|remotes)\//, '');
  return { branch, ref: shownRef, head, commits, isWhole: first.parents.length === 0 };
}

function commitLimit(given: string | undefined): number {
  if (given === undefined) return usualCommits;
  const number = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (number >= 2 && number <= mostCommits) return number;
  const fix = `a number from 2 to ${mostCommits}: how many commits of the branch are looked at (default: ${usualCommits})`;
  throw new InputError([{ what: `--commits ${JSON.stringify(given)} is not such a number`, fix }]);
}

/** Policy and keys of today. Where they cannot be read no commit could be judged. */
async function readPolicyOf(
  repository: Repository,
  head: RawCommit,
  inputs: Inputs,
): Promise<{ readonly policy: Policy; readonly notes: readonly string[] }> {
  const ids = rules.map(({ id }) => id);
  return requireReadable(await readTrusted(repository, { ...emptyRange('audit'), trust: head.id }, inputs, ids));
}

interface Begun {
  readonly begin: RawCommit;
  readonly why: string;
  readonly rest: readonly RawCommit[];
  readonly notes: readonly string[];
}

/** Where the walk begins: at `--since`, else at the oldest that is looked at, also where that is before the gate's folder: whoever adds it chooses when. */
async function beginOf(repository: Repository, line: Line, { values }: Arguments, folder: string): Promise<Begun> {
  const { commits, isWhole, ref } = line;
  const since = values.get('since');
  const from = (index: number, why: string, notes: readonly string[] = []): Begun => {
    const [begin = line.head, ...rest] = commits.slice(index);
    return { begin, why, rest, notes };
  };
  if (since !== undefined) {
    const id = await repository.resolve(since, 'commit');
    const index = commits.findIndex((commit) => commit.id === id);
    if (index >= 0) return from(index, 'given by --since');
    const what = `--since ${JSON.stringify(since)} is not among the newest ${commits.length} commits of ${ref}`;
    const fix = isWhole
      ? 'name a commit of the branch itself, not one that a merge brought in: git log --first-parent'
      : 'look at more of them (--commits 1000), and name one of the branch itself: git log --first-parent';
    throw new InputError([{ what, fix }]);
  }
  const notes = await foundingNote(repository, commits, folder);
  return from(0, oldest(isWhole), notes);
}

/** That commits before the gate's folder are judged by what is built in, and how to begin behind them. */
async function foundingNote(repository: Repository, commits: Line['commits'], folder: string): Promise<string[]> {
  for (const [index, { id }] of commits.entries()) {
    if ((await repository.tree(id, [folder])).size === 0) continue;
    const before = commits[index - 1];
    if (before === undefined || index === 1) return [];
    return [
      `${count(index, 'commit')} before ${folder} are judged by the built-in defaults: --since ${before.id} begins right before ${folder}, where you know that commit to be good.`,
    ];
  }
  return [];
}

const oldest = (isWhole: boolean) =>
  isWhole ? 'the first of the branch' : 'the oldest looked at: --commits looks further';

/** Walks with a line of progress on a terminal. */
function walkFrom(repository: Repository, { begin, rest }: Begun, line: Line, inputs: Inputs): Promise<Walk> {
  const terminal = terminalHost(process, () => '');
  const past = new PastMemory();
  return walkToLastGood(begin, rest, async function* (before, after, position) {
    const step = <T>(title: string, work: () => Promise<T>) =>
      terminal.step(`Commit ${position} of ${rest.length}: ${title}`, work);
    for (const { trust, failOn, isBefore } of await policiesFor(repository, before, line.head, inputs)) {
      const request = { kind: 'push', before, after, branch: line.branch, trust } as const;
      const asBuiltIn = new Set([gateChanged.id]);
      // Before there were keys nobody could sign so that it counts: as on pushes, signatures are reported only.
      const asked = { ...inputs, request, failOn, asBuiltIn, isPush: isBefore, isFirstPolicyJudged: isBefore };
      yield (await examine(asked, { step, diffView: undefined }, past)).report;
    }
  });
}

/**
 * By which policies and keys what follows a good commit is judged: by its own, which the author of the next one did not write, and by
 * today's, which know what was taken back since. Before there were any, nobody could follow today's: the built-in defaults hold (`isBefore`).
 */
async function policiesFor(
  repository: Repository,
  good: ObjectId,
  head: RawCommit,
  inputs: Inputs,
): Promise<readonly { readonly trust: ObjectId; readonly failOn: Inputs['failOn']; readonly isBefore: boolean }[]> {
  const read = async (trust: ObjectId) => {
    const { policy, record } = await readTrusted(repository, { ...emptyRange('audit'), trust }, inputs);
    const { folder, sha256 } = record;
    return { trust, failOn: countedFrom(policy, inputs), folder, sha256, isBefore: sha256 === undefined };
  };
  const [own, today] = [await read(good), await read(head.id)];
  if (own.sha256 === undefined) return [own];
  return own.sha256 === today.sha256 && own.folder === today.folder ? [today] : [own, today];
}

/** A policy that only watches makes nothing good. */
const countedFrom = ({ failOn }: Policy, inputs: Inputs): Inputs['failOn'] =>
  inputs.failOn ?? (failOn === 'never' ? defaultPolicy.failOn : undefined);

async function objectsOf(
  repository: Repository,
  good: RawCommit,
  head: RawCommit,
  policy: Policy,
): Promise<readonly ObjectChange[] | Unjudged> {
  const range = { ...emptyRange('push'), before: good.id, after: head.id, head: head.id, trust: head.id };
  try {
    return objectChanges((await readObjects(repository, range, policy)).scopes);
  } catch (error) {
    if (!(error instanceof LimitError || error instanceof MissingObjectsError)) throw error;
    return { what: error.message, remedy: error.remedy };
  }
}

/** The gate's folder, where a return should leave it as it is: today's, unless what is not good is about it. */
async function keptFolder(
  repository: Repository,
  head: RawCommit,
  walk: Walk,
  folder: string,
): Promise<string | undefined> {
  const isThere = (await repository.tree(head.id, [folder])).size > 0;
  return isThere && !weakensGate(walk) ? folder : undefined;
}

const weakensGate = ({ report }: Walk): boolean =>
  report?.verdict.findings.some(({ rule, blocking }) => blocking && rule === gateChanged.id) === true;

function policyNote(walk: Walk): readonly string[] {
  if (!weakensGate(walk)) return [];
  return ['Changes that are not good have changed the policy or the keys: look at those first (rule gate-changed).'];
}

/** With today's policy and keys the files after a return are not those of the good commit, so that every commit between them counts as before. */
async function keptNote(
  repository: Repository,
  { head, ref }: Line,
  { good }: Walk,
  folder: string | undefined,
): Promise<readonly string[]> {
  if (folder === undefined || good.id === head.id) return [];
  const changes = await repository.changes(good.id, head.id);
  if (!changes.some(({ path }) => path.startsWith(`${folder}/`))) return [];
  return [
    `The return keeps ${folder} as it is today, and that has changed since the good commit. So the files after it are not those of the good commit, and last-good can go on refusing ${ref} for a commit that the return does not undo, e.g. an unsigned one. Once the return is reviewed and merged, begin there: last-good --since MERGE. Or accept the finding in the policy.`,
  ];
}

/** Whoever merges the branch into a commit of their own without a parent decides where first parents lead. */
async function beginningNote(repository: Repository, { commits: [first], head, isWhole }: Line): Promise<string[]> {
  const older = first === undefined || !isWhole ? [] : await repository.olderBeginnings(head.id, first.id);
  if (first === undefined || older.length === 0) return [];
  return [
    `First parents lead to ${first.id}, but more of the history was built on ${older[0]}: the branch may have been given another first parent, and the commits before that are not walked along. Begin at a commit that you know (--since), or look at what was merged (git log --graph).`,
  ];
}

function watchingNote(policy: Policy, inputs: Inputs): readonly string[] {
  if (policy.failOn !== 'never') return [];
  return [
    `The policy only watches (failOn: never): what counts here is what would block from ${countedFrom(policy, inputs)} on.`,
  ];
}
