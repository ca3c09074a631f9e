import type { FileSide, TouchedFile } from '../../../kube/touched-file.ts';
import { comparePolicies } from '../../../policy/compare/compare-policies.ts';
import { readPolicy } from '../../../policy/read-policy.ts';
import { isInFolder, policyFolder, trustedKind } from '../../../policy/trusted-folder.ts';
import type { Path } from '../../../yaml/document.ts';
import type { Evidence } from '../../evidence.ts';
import { folderProblems } from './folder-problems.ts';
import { type GateDifference, top } from './gate-difference.ts';
import { allowedSignersDifferences, certificateDifferences, revokedDifferences } from './trusted-keys.ts';

/** How the change alters the gate's folder: its policy, its ignores and the keys it trusts. */
export function folderDifferences(evidence: Evidence): readonly GateDifference[] {
  const { folder } = evidence.policy;
  const { before, touched } = evidence.change;
  const inside = touched.filter(({ path }) => isInFolder(path, folder));
  const broken = brokenBy(inside, evidence);
  const exists = [...before.keys()].some((path) => isInFolder(path, folder));
  const readable = inside.filter(({ path }) => !broken.some(({ file }) => file === path));
  const differences = exists ? readable.flatMap((file) => fileDifferences(file, evidence)) : begins(inside, evidence);
  return [...shadows(touched, folder), ...broken, ...differences];
}

/**
 * While the base has no such folder, adding it takes nothing away: it is reported, not blocked. Of the past it counts what a first policy
 * lets pass that the built-in defaults, which held until then, do not.
 */
function begins(inside: readonly TouchedFile[], evidence: Evidence): readonly GateDifference[] {
  const { folder } = evidence.policy;
  const read = inside.filter(({ path, after }) => after && trustedKind(path, folder) !== undefined);
  const first = read[0];
  if (!first) return [];
  const names = read.map(({ path }) => path.slice(folder.length + 1)).join(', ');
  const what = `${folder}/ is new, with ${names}`;
  const policy = evidence.isFirstPolicyJudged === true ? read.filter((file) => isPolicy(file, folder)) : [];
  return [
    { file: first.path, at: top, what, code: ['set up'], effect: 'begins' },
    ...policy.flatMap((file) => policyDifferences(file, evidence.trustsKeys).filter(isLaxer)),
  ];
}

const isPolicy = ({ path }: TouchedFile, folder: string): boolean => trustedKind(path, folder) === 'policy';

/** Whether a first policy lets something pass by itself. Which clusters and roles there are is for it to say, and a rule that blocks still does. */
const isLaxer = ({ effect, code: [key, , , level] }: GateDifference): boolean =>
  effect === 'weakens' &&
  (key === 'rules'
    ? !['high', 'critical'].includes(level ?? '')
    : key === 'failOn' || /^(?:ignore|limits\b)/.test(key ?? ''));

/** The usual folder takes the place of one that an input names, as soon as the base has it. */
function shadows(touched: readonly TouchedFile[], folder: string): readonly GateDifference[] {
  const usual = policyFolder(undefined);
  const file = folder === usual ? undefined : touched.find(({ path, after }) => after && isInFolder(path, usual));
  if (!file) return [];
  const what = `${usual}/ is added, which takes the place of ${folder}/`;
  return [{ file: file.path, at: top, what, code: ['folder shadowed', folder], effect: 'weakens' }];
}

/** Everything that would keep the folder from being read once the change is merged. */
function brokenBy(
  inside: readonly TouchedFile[],
  { policy: { folder }, ruleIds }: Evidence,
): readonly GateDifference[] {
  const entries = inside.flatMap(({ path, after }) =>
    after ? [{ path, mode: after.mode, bytes: completeBytes(after) }] : [],
  );
  return folderProblems(entries, folder, ruleIds).map(({ file, line, column, what, fix }) => {
    const content = inside.find(({ path }) => path === file)?.after?.id ?? '';
    const clause = `${what.replace(/\.$/, '')} (${fix})`;
    return { file, at: { line, column }, what: clause, code: ['broken', content], effect: 'breaks' };
  });
}

function fileDifferences(file: TouchedFile, evidence: Evidence): readonly GateDifference[] {
  const { policy, change, trustsKeys } = evidence;
  const admins = { keys: evidence.adminKeys, policy: policy.signatures };
  const kind = trustedKind(file.path, policy.folder);
  if (kind === undefined) return [];
  const sides = { path: file.path, before: textOf(file.before), after: textOf(file.after) };
  const certificates = () => certificateDifferences(file, kind, policy.folder, change.before, change.after, admins);
  const differences = {
    policy: () => policyDifferences(file, trustsKeys),
    allowed: () => allowedSignersDifferences(sides, admins),
    revoked: () => revokedDifferences(sides, admins),
    openpgp: certificates,
    x509: certificates,
  }[kind]();
  const isOut = trustsKeys && isLastKey(file, evidence);
  const last: readonly GateDifference[] = isOut
    ? [
        {
          file: file.path,
          at: undefined,
          what: 'no key is sure to be trusted any more',
          code: ['no key left'],
          effect: 'weakens',
        },
      ]
    : [];
  if (differences.length + last.length === 0) {
    return [{ file: file.path, at: file.after && top, what: unchanged(file), code: ['no effect'], effect: 'changes' }];
  }
  // The first key that is ever trusted begins the checking of signatures: it lets nothing pass that did not.
  const isFirst = kind !== 'policy' && !trustsKeys;
  return [...differences.map((one) => (isFirst && one.effect === 'weakens' ? changes(one) : one)), ...last];
}

function unchanged({ after }: TouchedFile): string {
  return after ? 'its text changes, and nothing it says' : 'it is removed, and nothing it said is lost';
}

function changes(difference: GateDifference): GateDifference {
  return { ...difference, effect: 'changes' };
}

/**
 * Compares the policies of both sides. One that cannot be read counts as the built-in defaults, which hold instead of it. While
 * no key is trusted a signer's entry takes nothing away: so trust begins.
 */
function policyDifferences({ path, before, after }: TouchedFile, trustsKeys: boolean): readonly GateDifference[] {
  const begins = (key: Path) => !trustsKeys && key[0] === 'signatures' && key[1] === 'signers';
  const was = readPolicy(before && completeBytes(before), path);
  const is = readPolicy(after && completeBytes(after), path);
  return comparePolicies(was.policy, is.policy).map(({ path: key, what, code, weakens }) => ({
    file: path,
    at: after ? (is.document?.at(key) ?? top) : undefined,
    what,
    code,
    effect: weakens && !begins(key) ? 'weakens' : 'changes',
  }));
}

/** Whether a key goes away and none is sure to be left: signatures would then only be reported. */
function isLastKey(file: TouchedFile, { policy: { folder }, change }: Evidence): boolean {
  const kind = trustedKind(file.path, folder);
  if (kind === 'policy' || kind === 'revoked' || file.before === undefined) return false;
  const isCertificate = (path: string) => ['openpgp', 'x509'].includes(trustedKind(path, folder) ?? '');
  const allowed = change.touched.find(({ path }) => trustedKind(path, folder) === 'allowed');
  return ![...change.after.keys()].some(isCertificate) && linesOf(textOf(allowed?.after)).length === 0;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The bytes of a side that was read whole; undefined where it was not, so that nothing is taken for an empty file. */
function completeBytes({ bytes, size }: FileSide): Buffer | undefined {
  return bytes.length === size ? bytes : undefined;
}

function textOf(side: FileSide | undefined): string {
  return side?.bytes.toString('utf8') ?? '';
}
