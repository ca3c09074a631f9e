import { groupBy } from '../../groups.ts';
import { quote } from '../../policy/shape/shape.ts';
import { isInFolder } from '../../policy/trusted-folder.ts';
import type { Severity } from '../../severity.ts';
import { isAdmin, isGood, type Signature } from '../../signature/model/signature.ts';
import { mayHaveAdmin } from '../../signature/trust/admin-keys.ts';
import type { Change, Evidence } from '../evidence.ts';
import type { Observation, Rule } from '../rule.ts';
import { codeOwnersDifferences } from './gate-changed/code-owners.ts';
import { folderDifferences } from './gate-changed/folder.ts';
import type { GateDifference } from './gate-changed/gate-difference.ts';
import { gatePipelines, pipelineDifferences } from './gate-changed/pipelines.ts';

/** A change to what decides over changes: the policy, the keys it trusts, what runs it, and who must review that. */
export const gateChanged: Rule = {
  id: 'gate-changed',
  category: 'repository',
  severity: 'high',
  summary: 'The gate’s own policy, trusted keys, ignores, pipeline or code owners change.',
  *check(evidence: Evidence): Iterable<Observation> {
    const { all, signed } = gateDifferences(evidence);
    const counted = all.flatMap((one) => unanswered(one, signed)).map((one) => vouched(one, evidence));
    for (const effect of ['breaks', 'weakens', 'vouched', 'changes', 'begins'] as const) {
      const differences = counted.filter((one) => one.effect === effect);
      yield* observeAll(differences, (file) => remedyFor(effect, file, evidence));
    }
  },
};

/** What changes about the gate, and the files of it that an admin signed as they are now. */
function gateDifferences(evidence: Evidence): {
  readonly all: readonly GateDifference[];
  readonly signed: ReadonlySet<string>;
} {
  const { change, policy } = evidence;
  // An audit compares with nothing: there is no change to judge.
  if (change.range.kind === 'audit') return { all: [], signed: new Set() };
  const differences = [...folderDifferences(evidence), ...pipelineDifferences(change)];
  const all = [...differences, ...codeOwnersDifferences(change, ownFiles(change, policy.folder))];
  const files = new Set(all.flatMap(({ file, successors = [] }) => [file, ...successors]));
  return { all, signed: new Set([...files].filter((file) => isAnsweredFor(change, file, isAdmin))) };
}

/** Changes of the gate that are said one by one, of those that an admin signed. */
const mostAnswered = 10;

/** What changes about the gate and is not a finding because an admin signed it: whoever reviews the change sees it all the same. */
export function answeredNotes(evidence: Evidence): readonly string[] {
  const { all, signed } = gateDifferences(evidence);
  const answered = all.filter((one) => unanswered(one, signed).length === 0);
  const rest = answered.length - mostAnswered;
  return [
    ...answered
      .slice(0, mostAnswered)
      .map(({ effect, file, what }) => `${file} ${meaning[effect]}, signed by an admin: ${what}.`),
    ...(rest > 0 ? [`${rest} more changes of the gate are signed by an admin.`] : []),
  ];
}

/** The difference, unless an admin answers for it; nobody answers for what breaks the gate. */
function unanswered(difference: GateDifference, signed: ReadonlySet<string>): readonly GateDifference[] {
  const { effect, file, what, successors = [] } = difference;
  if (effect === 'breaks' || !signed.has(file)) return [difference];
  const unsigned = successors.find((path) => !signed.has(path));
  if (unsigned === undefined) return [];
  return [{ ...difference, what: `${what}, and no admin signed ${quote(unsigned)} as it is now` }];
}

/**
 * While the base names no admin nobody could ever add a key or accept a finding. So what a trusted key signs of the gate's own folder
 * is seen and does not block; the pipeline and code owners are not part of that, nor is a folder that could not be read.
 */
function vouched(difference: GateDifference, { change, policy }: Evidence): GateDifference {
  const { effect, file } = difference;
  const isOpen = effect === 'weakens' && isInFolder(file, policy.folder) && !mayHaveAdmin(policy);
  return isOpen && isAnsweredFor(change, file, isGood) ? { ...difference, effect: 'vouched' } : difference;
}

/** The files that make up the gate before the change. */
function ownFiles(change: Change, folder: string): readonly string[] {
  const inside = [...change.before.keys()].filter((path) => isInFolder(path, folder));
  return [...new Set([`${folder}/policy.yaml`, ...inside, ...gatePipelines(change)])];
}

/**
 * Whether a signer answers for what is at a path after the change: the last commit of the change that touches it has a signature that
 * `is` right and leaves exactly that there. Merges that bring in nothing of their own touch nothing. Where the paths of a commit
 * are not known, it may be the last.
 */
function isAnsweredFor(
  { commits, commitPaths, after }: Change,
  path: string,
  is: (signature: Signature) => boolean,
): boolean {
  const own = commits.filter(({ kind, isPlainMerge }) => kind === 'commit' && isPlainMerge !== true);
  const last = own.findLast(({ sha }) => commitPaths.get(sha)?.has(path) ?? true);
  const paths = last && commitPaths.get(last.sha);
  if (last === undefined || paths === undefined || !is(last.signature)) return false;
  const [left, result] = [paths.get(path), after.get(path)];
  return left?.id === result?.id && left?.mode === result?.mode;
}

const severityOf: Readonly<Record<GateDifference['effect'], Severity>> = {
  breaks: 'high',
  weakens: 'high',
  vouched: 'medium',
  changes: 'medium',
  begins: 'low',
};

const meaning: Readonly<Record<GateDifference['effect'], string>> = {
  breaks: 'breaks the gate',
  weakens: 'weakens the gate',
  vouched: 'weakens the gate',
  changes: 'changes the gate',
  begins: 'sets up the gate',
};

const remedies: Readonly<Record<GateDifference['effect'], string>> = {
  breaks: 'Fix the file: `gitops-gate policy validate` names every problem.',
  weakens: 'Have an admin make and sign the last commit that touches this file, or take the change out.',
  vouched:
    'Review it as a change to the gate itself. It does not block, because the base names no admin and trusts the key that signed this. Name the first admin now, under signatures.signers of policy.yaml with roles: [admin]: from then on an admin must sign such a change.',
  changes: 'Review it as a change to the gate itself. It passes where an admin signed the last commit that touches it.',
  begins: 'Review the keys and the policy: from the merge on they judge every change.',
};

/** What to do about a change of this effect to this file: who may answer for it depends on what the base has so far. */
function remedyFor(effect: GateDifference['effect'], file: string, { policy, trustsKeys }: Evidence): string {
  if (effect !== 'weakens') return remedies[effect];
  const { folder, isBroken } = policy;
  if (isBroken) {
    return `Take the change out and fix only what is broken: while the base's ${folder}/ cannot be read, nobody can answer for more.`;
  }
  if (mayHaveAdmin(policy)) return remedies.weakens;
  const none = `the base names no admin in signatures.signers of ${folder}/policy.yaml`;
  if (!trustsKeys) {
    return `First trust a key and name an admin, in a change of its own: ${none} and trusts no key, so that nobody can answer for this change. Or take it out.`;
  }
  return isInFolder(file, folder)
    ? `Sign the last commit that touches this file with a key that the base trusts: while ${none}, the change is then reported and does not block.`
    : `First name an admin, in a change of its own: ${none}, so that nobody can answer for a change of this file. Or take it out.`;
}

/** Findings that one file and effect have of their own, at most; what is beyond is reported together. */
const mostAlone = 20;

/** Observations of one effect: what breaks or weakens the gate is reported alone, in its place; the rest file by file. */
function* observeAll(
  differences: readonly GateDifference[],
  remedyOf: (file: string) => string,
): Generator<Observation> {
  for (const [file, group] of groupBy(differences, ({ file }) => file)) {
    const remedy = remedyOf(file);
    const isGrave = ['breaks', 'weakens', 'vouched'].includes(group[0]?.effect ?? '');
    const alone = isGrave ? group.slice(0, mostAlone) : [];
    yield* alone.map((one) => observe([one], remedy));
    if (group.length > alone.length) yield observe(group.slice(alone.length), remedy);
  }
}

/** One observation for differences of one file and one effect. */
function observe(differences: readonly GateDifference[], remedy: string): Observation {
  const [first, ...more] = differences;
  if (!first) throw new Error('an observation needs a difference');
  const { file, at, what, effect } = first;
  const details = more.length > 0 ? { details: differences.slice(0, 50).map((one) => one.what) } : {};
  const rest = more.length > 0 ? `, and ${more.length} more` : '';
  return {
    message: `${file} ${meaning[effect]}: ${what}${rest}`,
    remedy,
    severity: severityOf[effect],
    ...details,
    // A file that is gone was at its top.
    ...(at ? { position: { file, line: at.line, column: at.column } } : { removedAt: { file, line: 1, column: 1 } }),
    // Who signed it makes it no other finding.
    subject: [file, effect === 'vouched' ? 'weakens' : effect, ...differences.flatMap((one) => one.code)],
  };
}
