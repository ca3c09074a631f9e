import { groupBy } from '../../../groups.ts';
import type { Bypass, GithubBranch, Protection } from '../../../posture/github/facts.ts';
import { type Fact, isUnknown, mapFact, type Unknown } from '../../../posture/model/fact.ts';
import { objectOf, textOf } from '../../forge/answer.ts';
import { ApiFailure } from '../../forge/api-failure.ts';
import { type DeliveredBranches, deliveredBranches, isPattern } from '../../forge/delivered.ts';
import { unknownOf } from '../../forge/fact-of.ts';
import {
  type BranchRule,
  classicBypasses,
  classicProtection,
  readBranch,
  readBypass,
  readRule,
  rulesetProtection,
} from './protections.ts';
import type { Reads } from './reads.ts';

/** The names of the delivered branches: those that the policy names, patterns by the branches that are there. */
export async function branchNames(reads: Reads, globs: readonly string[]): Promise<Fact<DeliveredBranches>> {
  if (!globs.some(isPattern)) return { value: { names: globs, unmatched: [] } };
  const ask = { route: 'GET /repos/{owner}/{repo}/branches', what: 'the branches', needs: 'Contents: read' };
  const there = await reads.all(ask, (branch) => textOf(branch, 'name'));
  return mapFact(there, (names) => deliveredBranches(globs, names));
}

/** Everything that protects one branch. */
export async function readGithubBranch(reads: Reads, branch: string): Promise<GithubBranch> {
  const fields = { branch };
  const [rules, shown, classic] = await Promise.all([
    reads.all(
      {
        route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
        what: `the rules of ${branch}`,
        needs: 'Metadata: read',
        fields,
      },
      readRule,
    ),
    reads.one(
      {
        route: 'GET /repos/{owner}/{repo}/branches/{branch}',
        what: `the branch ${branch}`,
        needs: 'Contents: read',
        fields,
      },
      readBranch,
    ),
    readClassic(reads, branch),
  ]);
  if (isUnknown(shown) && /\bBranch not found\b/i.test(shown.unknown)) return absentBranch(branch);
  const rulesets = await readRulesets(reads, rules);
  // GitHub itself says of a branch that nothing protects it.
  const isOpen = !isUnknown(shown) && !shown.value.isProtected;
  const known = isUnknown(classic) && isOpen ? { value: undefined } : classic;
  return {
    name: branch,
    rulesets: mapFact(rulesets, (all) => all.map(({ protection }) => protection)),
    classic: mapFact(known, (found) => (found === undefined ? [] : [found.protection])),
    visible: isUnknown(shown) ? [] : shown.value.visible,
    bypasses: [
      ...(isUnknown(rulesets)
        ? []
        : rulesets.value.map(({ protection: { by }, code, bypasses }) => ({ by, code, actors: bypasses }))),
      ...(isUnknown(known) || known.value === undefined
        ? []
        : [{ by: known.value.protection.by, code: 'classic', actors: { value: known.value.bypasses } }]),
    ],
  };
}

/** A branch that is not there: of the rules for its name nothing is said, since it may be another name that is meant. */
function absentBranch(name: string): GithubBranch {
  const why = {
    unknown: `GitHub has no branch ${name}`,
    remedy: 'Correct the name (branches in the policy, or --branch).',
  };
  return {
    name,
    rulesets: why,
    classic: why,
    visible: [],
    bypasses: [{ by: 'unknown', code: 'unknown', actors: why }],
  };
}

interface Classic {
  readonly protection: Protection;
  readonly bypasses: readonly Bypass[];
}

/**
 * The classic protection; undefined where there is none. GitHub answers 404 both for a branch without one and to who may not see it:
 * only in these words it is the former.
 */
async function readClassic(reads: Reads, branch: string): Promise<Fact<Classic | undefined>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    what: `the branch protection of ${branch}`,
    needs: 'Administration: read',
    fields: { branch },
  };
  try {
    const { value } = await reads.call(ask, (answer) => ({
      protection: classicProtection(answer),
      bypasses: classicBypasses(answer),
    }));
    return { value };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    if (error.status === 404 && /\bBranch not protected\b/i.test(error.message)) return { value: undefined };
    return unknownOf(error, ask.needs);
  }
}

interface Ruleset {
  readonly protection: Protection;
  readonly code: string;
  readonly bypasses: Fact<readonly Bypass[]>;
}

/** The rules of a branch by their rulesets, each with its name and who bypasses it. */
async function readRulesets(reads: Reads, rules: Fact<readonly BranchRule[]>): Promise<Fact<readonly Ruleset[]>> {
  if (isUnknown(rules)) return rules;
  const groups = [...groupBy(rules.value, ({ ruleset }) => ruleset)];
  return { value: await Promise.all(groups.map(([id, own]) => readRuleset(reads, id, own))) };
}

async function readRuleset(reads: Reads, id: number | undefined, rules: readonly BranchRule[]): Promise<Ruleset> {
  const source = rules[0]?.source ?? '';
  const of = source === '' ? '' : ` of ${source}`;
  const needs = `write access to the ruleset: Administration: write${source.includes('/') || source === '' ? '' : `, of the organization ${source}`}`;
  const unnamed = `the ruleset ${id ?? 'without a number'}${of}`;
  const detail: Fact<{ name: string; actors: readonly Bypass[] | undefined }> =
    id === undefined
      ? { unknown: `GitHub does not say which ruleset it is` }
      : await reads.one(
          {
            route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
            what: unnamed,
            needs: 'Metadata: read',
            fields: { ruleset_id: id },
          },
          readDetail,
        );
  const by = isUnknown(detail) ? unnamed : `the ruleset “${detail.value.name}”${of}`;
  const hidden: Unknown = { unknown: 'GitHub shows a bypass list only to who may change the ruleset', needs };
  return {
    protection: rulesetProtection(by, rules),
    code: `ruleset/${id ?? ''}`,
    bypasses: isUnknown(detail) ? detail : detail.value.actors === undefined ? hidden : { value: detail.value.actors },
  };
}

/** The list is left out for who may not change the ruleset: that it is not there says nothing. */
function readDetail(answer: unknown): { name: string; actors: readonly Bypass[] | undefined } {
  const { bypass_actors: actors } = objectOf(answer);
  return { name: textOf(answer, 'name'), actors: Array.isArray(actors) ? actors.map(readBypass) : undefined };
}
