import { list, mapping, scalarText, strings, text } from '../../../plain-values.ts';
import type { Bypass, Protection, RequiredCheck } from '../../../posture/github/facts.ts';
import { flagOf, objectOf, textOf } from '../../forge/answer.ts';

/** A rule that applies to a branch, and the ruleset it is of. */
export interface BranchRule {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly ruleset: number | undefined;
  /** The repository or organization it is set in. */
  readonly source: string;
}

/** One of `GET /repos/{owner}/{repo}/rules/branches/{branch}`. */
export function readRule(rule: unknown): BranchRule {
  const { parameters, ruleset_id, ruleset_source } = objectOf(rule);
  return {
    type: textOf(rule, 'type'),
    parameters: mapping(parameters),
    ruleset: typeof ruleset_id === 'number' ? ruleset_id : undefined,
    source: text(ruleset_source) ?? '',
  };
}

/** A protection that asks for nothing. */
const none: Omit<Protection, 'by'> = {
  requiresRequest: false,
  approvals: 0,
  dismissesStale: false,
  needsLastPushApproved: false,
  needsCodeOwners: false,
  blocksForcePush: false,
  blocksDeletion: false,
  needsSignatures: false,
  isLocked: false,
  checks: [],
  workflows: [],
};

/** What the rules of one ruleset ask for. Rules of other kinds protect nothing that is asked about here. */
export function rulesetProtection(by: string, rules: readonly BranchRule[]): Protection {
  const of = (type: string) => rules.filter((rule) => rule.type === type).map(({ parameters }) => parameters);
  const requests = of('pull_request');
  const asks = (name: string) => requests.some((parameters) => parameters[name] === true);
  return {
    ...none,
    by,
    requiresRequest: requests.length > 0,
    approvals: Math.max(0, ...requests.map(({ required_approving_review_count: count }) => numberOf(count))),
    dismissesStale: asks('dismiss_stale_reviews_on_push'),
    needsLastPushApproved: asks('require_last_push_approval'),
    needsCodeOwners: asks('require_code_owner_review'),
    blocksForcePush: of('non_fast_forward').length > 0,
    blocksDeletion: of('deletion').length > 0,
    needsSignatures: of('required_signatures').length > 0,
    isLocked: of('update').length > 0,
    checks: of('required_status_checks').flatMap(({ required_status_checks: checks }) =>
      list(checks).flatMap((check) => readCheck(check, 'integration_id')),
    ),
    workflows: of('workflows').flatMap(({ workflows }) =>
      list(workflows).flatMap((each) => text(mapping(each).path) ?? []),
    ),
  };
}

/** `GET /repos/{owner}/{repo}/branches/{branch}/protection`. */
export function classicProtection(answer: unknown): Protection {
  const protection = objectOf(answer);
  const reviews = protection.required_pull_request_reviews;
  const { required_approving_review_count: count, ...asked } = mapping(reviews);
  const isOn = (name: string) => mapping(protection[name]).enabled === true;
  return {
    ...none,
    by: 'branch protection',
    requiresRequest: reviews !== undefined && reviews !== null,
    approvals: numberOf(count),
    dismissesStale: asked.dismiss_stale_reviews === true,
    needsLastPushApproved: asked.require_last_push_approval === true,
    needsCodeOwners: asked.require_code_owner_reviews === true,
    blocksForcePush: !isOn('allow_force_pushes'),
    blocksDeletion: !isOn('allow_deletions'),
    needsSignatures: isOn('required_signatures'),
    isLocked: isOn('lock_branch'),
    checks: readChecks(protection.required_status_checks),
  };
}

/** Whom a classic protection does not bind. */
export function classicBypasses(answer: unknown): readonly Bypass[] {
  const { enforce_admins, required_pull_request_reviews } = objectOf(answer);
  const { users, teams, apps } = mapping(mapping(required_pull_request_reviews).bypass_pull_request_allowances);
  const named = (noun: string, all: unknown, key: string) =>
    list(all).map(
      (each): Bypass => ({
        who: `the ${noun} ${scalarText(mapping(each)[key])}`,
        code: `${noun}/${scalarText(mapping(each)[key])}`,
        mode: 'always',
        isWide: false,
        isAdmin: false,
      }),
    );
  const admins: Bypass = {
    who: 'admins of the repository',
    code: 'admins',
    mode: 'always',
    isWide: false,
    isAdmin: true,
  };
  return [
    ...(mapping(enforce_admins).enabled === true ? [] : [admins]),
    ...named('user', users, 'login'),
    ...named('team', teams, 'slug'),
    ...named('app', apps, 'slug'),
  ];
}

/**
 * What a branch itself says (`GET /repos/{owner}/{repo}/branches/{branch}`), which needs less than its protection does: that nothing
 * protects it, or which checks its classic protection requires.
 */
export function readBranch(answer: unknown): {
  readonly isProtected: boolean;
  readonly visible: readonly Protection[];
} {
  const { protection } = objectOf(answer);
  const { enabled, required_status_checks } = mapping(protection);
  const checks = enabled === true ? readChecks(required_status_checks) : [];
  const visible = checks.length === 0 ? [] : [{ ...none, by: 'branch protection', checks }];
  return { isProtected: flagOf(answer, 'protected'), visible };
}

/** `contexts` are older than `checks`, and hold the same names. */
function readChecks(required: unknown): readonly RequiredCheck[] {
  const { checks, contexts } = mapping(required);
  const bound = list(checks).flatMap((check) => readCheck(check, 'app_id'));
  const known = new Set(bound.map(({ name }) => name));
  const loose = strings(contexts).filter((name) => !known.has(name));
  return [...bound, ...loose.map((name) => ({ name, source: undefined }))];
}

/** An app of -1 is any (GitHub’s description of “checks”). */
function readCheck(check: unknown, key: 'integration_id' | 'app_id'): readonly RequiredCheck[] {
  const { context, [key]: app } = mapping(check);
  const name = text(context);
  if (name === undefined) return [];
  return [{ name, source: typeof app === 'number' && app > 0 ? app : undefined }];
}

/** The roles that GitHub itself has, by their numbers. */
const roles: Readonly<Record<number, string>> = { 2: 'maintain', 4: 'write', 5: 'admin' };

/** One of a ruleset’s `bypass_actors`. What is not known is everybody’s. */
export function readBypass(actor: unknown): Bypass {
  const { actor_id, bypass_mode } = objectOf(actor);
  const type = textOf(actor, 'actor_type');
  const mode = bypass_mode === 'pull_request' ? 'request' : bypass_mode === 'exempt' ? 'exempt' : 'always';
  const id = scalarText(actor_id);
  const role = roles[Number(id)];
  const [who, isAdmin, isWide] = ((): readonly [string, boolean, boolean] => {
    switch (type) {
      case 'OrganizationAdmin':
        return ['owners of the organization', true, false];
      case 'EnterpriseOwner':
        return ['owners of the enterprise', true, false];
      case 'RepositoryRole':
        return [`the role ${role ?? id}`, role === 'admin', role === 'write'];
      case 'DeployKey':
        return ['deploy keys', false, false];
      default:
        return [`the ${nouns[type] ?? type} ${id}`.trimEnd(), false, false];
    }
  })();
  return { who, code: `${type}/${id}`, mode, isAdmin, isWide };
}

const nouns: Readonly<Record<string, string>> = { Integration: 'app', Team: 'team', User: 'user' };

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
