import { groupBy } from '../../groups.ts';
import type { Policy } from '../../policy/policy.ts';
import { quote } from '../../policy/shape/shape.ts';
import { isInFolder } from '../../policy/trusted-folder.ts';
import type { Severity } from '../../severity.ts';
import { adminRole, isAdmin } from '../../signature/model/signature.ts';
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
    const { change, policy } = evidence;
    // An audit compares with nothing: there is no change to judge.
    if (change.range.kind === 'audit') return;
    const differences = [...folderDifferences(evidence), ...pipelineDifferences(change)];
    const all = [...differences, ...codeOwnersDifferences(change, ownFiles(change, policy.folder))];
    const files = new Set(all.flatMap(({ file, successors = [] }) => [file, ...successors]));
    const signed = new Set([...files].filter((file) => isSignedByAdmin(change, file)));
    const counted = all.flatMap((one) => unanswered(one, signed));
    for (const effect of ['breaks', 'weakens', 'changes', 'begins'] as const) {
      yield* observeAll(
        counted.filter((one) => one.effect === effect),
        remedyFor(effect, policy),
      );
    }
  },
};

/** The difference, unless an admin answers for it; nobody answers for what breaks the gate. */
function unanswered(difference: GateDifference, signed: ReadonlySet<string>): readonly GateDifference[] {
  const { effect, file, what, successors = [] } = difference;
  if (effect === 'breaks' || !signed.has(file)) return [difference];
  const unsigned = successors.find((path) => !signed.has(path));
  if (unsigned === undefined) return [];
  return [{ ...difference, what: `${what}, and no admin signed ${quote(unsigned)} as it is now` }];
}

/** The files that make up the gate before the change. */
function ownFiles(change: Change, folder: string): readonly string[] {
  const inside = [...change.before.keys()].filter((path) => isInFolder(path, folder));
  return [...new Set([`${folder}/policy.yaml`, ...inside, ...gatePipelines(change)])];
}

/**
 * Whether an admin answers for what is at a path after the change: the last commit of the change that touches it is signed by
 * an admin and leaves exactly that there. Merges that bring in nothing of their own touch nothing. Where the paths of a commit are
 * not known, it may be the last.
 */
function isSignedByAdmin({ commits, commitPaths, after }: Change, path: string): boolean {
  const own = commits.filter(({ kind, isPlainMerge }) => kind === 'commit' && isPlainMerge !== true);
  const last = own.findLast(({ sha }) => commitPaths.get(sha)?.has(path) ?? true);
  const paths = last && commitPaths.get(last.sha);
  if (last === undefined || paths === undefined || !isAdmin(last.signature)) return false;
  const [left, result] = [paths.get(path), after.get(path)];
  return left?.id === result?.id && left?.mode === result?.mode;
}

const severityOf: Readonly<Record<GateDifference['effect'], Severity>> = {
  breaks: 'high',
  weakens: 'high',
  changes: 'medium',
  begins: 'low',
};

const meaning: Readonly<Record<GateDifference['effect'], string>> = {
  breaks: 'breaks the gate',
  weakens: 'weakens the gate',
  changes: 'changes the gate',
  begins: 'sets up the gate',
};

const remedies: Readonly<Record<GateDifference['effect'], string>> = {
  breaks: 'Fix the file: `gitops-gate policy validate` names every problem.',
  weakens: 'Have an admin make and sign the last commit that touches this file, or take the change out.',
  changes: 'Review it as a change to the gate itself. It passes where an admin signed the last commit that touches it.',
  begins: 'Review the keys and the policy: from the merge on they judge every change.',
};

function remedyFor(effect: GateDifference['effect'], { source, signatures }: Policy): string {
  const hasAdmin = [...signatures.signers, ...signatures.identities].some(({ roles }) => roles.includes(adminRole));
  if (effect !== 'weakens' || hasAdmin) return remedies[effect];
  const where = source ?? 'the policy';
  return `Take the change out. The base names no admin in signatures.signers of ${where}: until it does, only the forge's own administrators can merge this past the check.`;
}

/** Findings that one file and effect have of their own, at most; what is beyond is reported together. */
const mostAlone = 20;

/** Observations of one effect: what breaks or weakens the gate is reported alone, in its place; the rest file by file. */
function* observeAll(differences: readonly GateDifference[], remedy: string): Generator<Observation> {
  for (const group of groupBy(differences, ({ file }) => file).values()) {
    const isGrave = group[0]?.effect === 'breaks' || group[0]?.effect === 'weakens';
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
    subject: [file, effect, ...differences.flatMap((one) => one.code)],
  };
}
