import { mapping, scalarText, text } from '../../../plain-values.ts';
import type { Bypass, Protection, RequiredCheck } from '../../../posture/github/facts.ts';
import { countOf, flagOf, flagOr, listIn, listOr, objectOf, textOf, textsOf } from '../../forge/answer.ts';
import { OddAnswer } from '../../forge/api-failure.ts';

/** A rule that applies to a branch, and the ruleset it is of. */
export interface BranchRule {
  readonly type: string;
  readonly parameters: unknown;
  readonly ruleset: number | undefined;
  /** The repository or organization it is set in. */
  readonly source: string;
}

/** One of `GET /repos/{owner}/{repo}/rules/branches/{branch}`. Throws OddAnswer where it does not say what it asks for. */
export function readRule(rule: unknown): BranchRule {
  const { parameters, ruleset_id, ruleset_source } = objectOf(rule);
  const read: BranchRule = {
    type: textOf(rule, 'type'),
    parameters,
    ruleset: typeof ruleset_id === 'number' ? ruleset_id : undefined,
    source: text(ruleset_source) ?? '',
  };
  rulesetProtection('', [read]);
  return read;
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

/** What the rules of one ruleset ask for. Rules of other kinds protect nothing that is asked about here. Throws OddAnswer. */
export function rulesetProtection(by: string, rules: readonly BranchRule[]): Protection {
  const of = (type: string) => rules.filter((rule) => rule.type === type).map(({ parameters }) => parameters);
  const requests = of('pull_request');
  // Each is read, so that none is odd behind one that asks for it.
  const asks = (name: string) => requests.map((parameters) => flagOf(parameters, name)).includes(true);
  return {
    ...none,
    by,
    requiresRequest: requests.length > 0,
    approvals: Math.max(0, ...requests.map((parameters) => countOf(parameters, 'required_approving_review_count'))),
    dismissesStale: asks('dismiss_stale_reviews_on_push'),
    needsLastPushApproved: asks('require_last_push_approval'),
    needsCodeOwners: asks('require_code_owner_review'),
    blocksForcePush: of('non_fast_forward').length > 0,
    blocksDeletion: of('deletion').length > 0,
    needsSignatures: of('required_signatures').length > 0,
    isLocked: of('update').length > 0,
    checks: of('required_status_checks').flatMap((parameters) =>
      listIn(parameters, 'required_status_checks').map((check) => readCheck(check, 'integration_id')),
    ),
    workflows: of('workflows').flatMap((parameters) =>
      listIn(parameters, 'workflows').map((each) => textOf(each, 'path')),
    ),
  };
}

/** `GET /repos/{owner}/{repo}/branches/{branch}/protection`. Throws OddAnswer. */
export function classicProtection(answer: unknown): Protection {
  const protection = objectOf(answer);
  const reviews = protection.required_pull_request_reviews ?? undefined;
  // What an older GitHub leaves out it does not have.
  const isOn = (name: string) => flagOr(protection[name] ?? {}, 'enabled', false);
  return {
    ...none,
    by: 'branch protection',
    ...(reviews === undefined
      ? {}
      : {
          requiresRequest: true,
          approvals: countOf(reviews, 'required_approving_review_count'),
          dismissesStale: flagOf(reviews, 'dismiss_stale_reviews'),
          needsLastPushApproved: flagOr(reviews, 'require_last_push_approval', false),
          needsCodeOwners: flagOf(reviews, 'require_code_owner_reviews'),
        }),
    blocksForcePush: !flagOf(protection.allow_force_pushes, 'enabled'),
    blocksDeletion: !flagOf(protection.allow_deletions, 'enabled'),
    needsSignatures: isOn('required_signatures'),
    isLocked: isOn('lock_branch'),
    checks: readChecks(protection.required_status_checks),
  };
}

/** Whom a classic protection does not bind. */
export function classicBypasses(answer: unknown): readonly Bypass[] {
  const { enforce_admins, required_pull_request_reviews } = objectOf(answer);
  const allowed = objectOf(required_pull_request_reviews ?? {}).bypass_pull_request_allowances ?? {};
  const named = (noun: string, all: 'users' | 'teams' | 'apps', key: string) =>
    listOr(allowed, all).map((each): Bypass => {
      const name = textOf(each, key);
      return { who: `the ${noun} ${name}`, code: `${noun}/${name}`, mode: 'always', isWide: false, isAdmin: false };
    });
  const admins: Bypass = {
    who: 'admins of the repository',
    code: 'admins',
    mode: 'always',
    isWide: false,
    isAdmin: true,
  };
  return [
    ...(flagOr(enforce_admins ?? {}, 'enabled', false) ? [] : [admins]),
    ...named('user', 'users', 'login'),
    ...named('team', 'teams', 'slug'),
    ...named('app', 'apps', 'slug'),
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
  if (required === undefined || required === null) return [];
  const bound = listOr(required, 'checks').map((check) => readCheck(check, 'app_id'));
  const known = new Set(bound.map(({ name }) => name));
  const loose = textsOf(listOr(required, 'contexts')).filter((name) => !known.has(name));
  return [...bound, ...loose.map((name) => ({ name, source: undefined }))];
}

/** An app of -1 is any (GitHub’s description of “checks”). */
function readCheck(check: unknown, key: 'integration_id' | 'app_id'): RequiredCheck {
  const app = objectOf(check)[key] ?? -1;
  if (typeof app !== 'number') throw new OddAnswer(`an answer without ${key}`);
  return { name: textOf(check, 'context'), source: app > 0 ? app : undefined };
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
