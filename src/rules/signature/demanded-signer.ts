import { matchGlob } from '../../policy/glob.ts';
import type { SignatureRequirement } from '../../policy/policy.ts';
import { sameEmail } from '../../signature/model/email.ts';
import type { VerifiedCommit } from '../../signature/model/signature.ts';
import { normalFingerprint } from '../../signature/trust/revoked-keys.ts';
import type { Evidence } from '../evidence.ts';
import type { Observation } from '../rule.ts';
import { signatureObservation } from './signature-observation.ts';

/** Commits that touch paths for which `signatures.require` demands a signer, and are not by one. */
export function* unmetPathDemands(evidence: Evidence): Iterable<Observation> {
  for (const requirement of evidence.policy.signatures.requirements) {
    for (const commit of unmetBy(evidence, requirement)) {
      const paths = pathsOf(evidence, commit).filter((path) => requirement.paths.some((glob) => matchGlob(glob, path)));
      if (paths.length > 0) yield unmet(evidence, commit, requirement, `it changes ${some(paths)}`);
    }
  }
}

/**
 * Commits that touch a file in which a rule found something, where `signatures.require` demands a signer for that rule,
 * and are not by one. What has no file is every commit's.
 */
export function* unmetRuleDemands(
  evidence: Evidence,
  observed: readonly { readonly rule: { readonly id: string }; readonly observation: Observation }[],
): Iterable<Observation> {
  for (const requirement of evidence.policy.signatures.requirements) {
    const found = observed.filter(({ rule }) => requirement.rules.includes(rule.id));
    if (found.length === 0) continue;
    for (const commit of unmetBy(evidence, requirement)) {
      const paths = new Set(pathsOf(evidence, commit));
      const caused = found.filter(({ observation: { position, places = [], commit: sha } }) => {
        if (sha !== undefined) return sha === commit.sha;
        const files = [...(position === undefined ? [] : [position]), ...places].map(({ file }) => file);
        return files.length === 0 || files.some((file) => paths.has(file));
      });
      const ids = [...new Set(caused.map(({ rule }) => rule.id))];
      const isOfCommit = caused.every(({ observation }) => observation.commit !== undefined);
      const why = isOfCommit ? `the commit is reported by ${some(ids)}` : `it touches what ${some(ids)} found`;
      if (ids.length > 0) yield unmet(evidence, commit, requirement, why);
    }
  }
}

/** The commits that do not meet a requirement by their signature. A plain merge brings in nothing of its own. */
function unmetBy({ change }: Evidence, requirement: SignatureRequirement): readonly VerifiedCommit[] {
  return change.commits.filter(
    (commit) => commit.kind === 'commit' && commit.isPlainMerge !== true && !meets(commit, requirement),
  );
}

function meets({ signature }: VerifiedCommit, { signers, roles }: SignatureRequirement): boolean {
  const { state, signer, keyFingerprint = '' } = signature;
  if (state !== 'good' || signer === undefined) return false;
  if (signer.roles.some((role) => roles.includes(role))) return true;
  return signers.some((wanted) => {
    const isName = signer.principals.some((name) => name === wanted || sameEmail(name, wanted));
    return isName || normalFingerprint(wanted) === keyFingerprint;
  });
}

function pathsOf({ change }: Evidence, { sha }: VerifiedCommit): readonly string[] {
  return [...(change.commitPaths.get(sha)?.keys() ?? [])];
}

function unmet(
  evidence: Evidence,
  commit: VerifiedCommit,
  { signers, roles, paths, rules }: SignatureRequirement,
  why: string,
): Observation {
  const wanted = [...signers, ...roles.map((role) => `the role ${role}`)].join(' or ');
  const { signer, state } = commit.signature;
  const actual = state === 'good' && signer !== undefined ? `it is by ${signer.name}` : withoutSigner(state);
  return signatureObservation(evidence, commit, {
    reason: `The policy demands a signature by ${wanted}, because ${why}; ${actual}.`,
    remedy: `Have the commit made and signed by ${wanted}.`,
    demanded: [...paths, ...rules, ...signers, ...roles],
  });
}

const withoutSigner = (state: VerifiedCommit['signature']['state']): string =>
  state === 'unsigned' ? 'it has no signature' : `its signature is ${state}`;

/** The first few of a list, and how many more. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
