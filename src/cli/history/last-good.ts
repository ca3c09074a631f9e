import { LimitError } from '../../gather/budget.ts';
import { readTrusted } from '../../gather/gate/read-trusted-folder.ts';
import { readObjects } from '../../gather/manifests/read-objects.ts';
import { PastMemory } from '../../gather/older/past.ts';
import type { ObjectId, RawCommit } from '../../git/object/object.ts';
import { openRepository } from '../../git/open-repository.ts';
import { emptyRange } from '../../git/range/range.ts';
import { MissingObjectsError, type Repository } from '../../git/repository.ts';
import { terminalHost } from '../../host/terminal.ts';
import type { Inputs } from '../../inputs.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyFolder } from '../../policy/trusted-folder.ts';
import { type LastGood, lastGoodExitCode } from '../../report/last-good/last-good.ts';
import { lastGoodJson } from '../../report/last-good/last-good-json.ts';
import { lastGoodText } from '../../report/last-good/last-good-text.ts';
import { type ObjectChange, objectChanges } from '../../report/last-good/object-changes.ts';
import { redact } from '../../report/redact.ts';
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
import { type Begun, beginningNote, beginOf, keptNote, type Line, readLine } from './line.ts';

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

/** Policy and keys of today. Where they cannot be read no commit could be judged. */
async function readPolicyOf(
  repository: Repository,
  head: RawCommit,
  inputs: Inputs,
): Promise<{ readonly policy: Policy; readonly notes: readonly string[] }> {
  const ids = rules.map(({ id }) => id);
  return requireReadable(await readTrusted(repository, { ...emptyRange('audit'), trust: head.id }, inputs, ids));
}

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

function watchingNote(policy: Policy, inputs: Inputs): readonly string[] {
  if (policy.failOn !== 'never') return [];
  return [
    `The policy only watches (failOn: never): what counts here is what would block from ${countedFrom(policy, inputs)} on.`,
  ];
}
