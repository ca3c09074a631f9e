import { clipped } from '../../../clipped.ts';
import { canonical, isMapping, list, type Mapping, scalarText } from '../../../plain-values.ts';
import type { Severity } from '../../../severity.ts';
import type { Path } from '../../../yaml/document.ts';

/** A setting of a protected branch that protects less than before. */
export interface ProtectionLoss {
  readonly path: Path;
  readonly what: string;
  readonly severity: Severity;
  readonly code: readonly string[];
}

/**
 * Settings by their names in GitHub's API (branch protection, rulesets), in probot's settings and in the Terraform providers of
 * GitHub and GitLab.
 */
const protects = new Set(
  `dismiss_stale_reviews dismiss_stale_reviews_on_push require_code_owner_reviews require_code_owner_review
   require_last_push_approval enforce_admins required_signatures require_signed_commits code_owner_approval_required
   required_conversation_resolution require_conversation_resolution required_review_thread_resolution strict
   strict_required_status_checks_policy restrict_dismissals restricts_pushes blocks_creations lock_branch private
   reset_approvals_on_push disable_overriding_approvers_per_merge_request merge_requests_author_approval_prevented
   merge_requests_disable_committers_approval require_password_to_approve require_reauthentication_to_approve
   applies_to_all_protected_branches only_allow_merge_if_pipeline_succeeds
   only_allow_merge_if_all_discussions_are_resolved reject_unsigned_commits reject_non_dco_commits commit_committer_check
   member_check prevent_secrets non_fast_forward deletion`.split(/\s+/),
);
const weakens = new Set(
  `allow_force_pushes allows_force_pushes allow_force_push allow_deletions allows_deletions merge_requests_author_approval
   allow_merge_on_skipped_pipeline selective_code_owner_removals`.split(/\s+/),
);
const counts = new Set(['required_approving_review_count', 'approvals_required', 'required_approvals']);
/** Lists of what has to pass: fewer weaken. */
const demanded = new Set(['contexts', 'checks', 'required_check', 'required_status_checks']);
/** Lists of who need not keep the rules: more weaken. */
const exempt =
  /^(?:bypass_.*|.*_bypassers|.*bypass_allowances|push_allowances|push_restrictions|allowed_to_(?:push|merge|unprotect))$/;
/** Which branches are protected: lists, of which less is weaker, and names or patterns. */
const [branches, patterns] = [new Set(['include', 'protected_branch_ids']), new Set(['pattern', 'branch'])];
/** From what protects most to least. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  ['enforcement', ['active', 'evaluate', 'disabled']],
  ['target', ['branch', 'push', 'tag']],
  ['visibility', ['private', 'internal', 'public']],
  ['visibility_level', ['private', 'internal', 'public']],
  ...['push_access_level', 'merge_access_level', 'unprotect_access_level'].map(
    (key) => [key, ['no one', 'admin', 'maintainer', 'developer']] as [string, string[]],
  ),
]);
/** Blocks that protect by being there. */
const blocks = new Set(
  `protection required_pull_request_reviews required_status_checks restrictions restrict_pushes branch_protection
   pull_request`.split(/\s+/),
);

/**
 * What the settings of branches protect less, wherever they are in two values; `path` is where these are, `names` the same with
 * items of lists by their names.
 */
export function protectionLosses(
  before: unknown,
  after: unknown,
  path: Path = [],
  names: readonly string[] = [],
): readonly ProtectionLoss[] {
  if (Array.isArray(before)) return itemLosses(before, list(after), path, names);
  if (!isMapping(before)) return [];
  const now: Mapping = isMapping(after) ? after : {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return keys.flatMap((key): readonly ProtectionLoss[] => {
    const [at, inside] = [
      [...path, key],
      [...names, key],
    ];
    const own = loss(key, before[key], now[key], names.at(-1));
    return own === undefined
      ? protectionLosses(before[key], now[key], at, inside)
      : [{ path: at, code: inside, ...own }];
  });
}

type Loss = Pick<ProtectionLoss, 'what' | 'severity'>;

function loss(key: string, was: unknown, is: unknown, parent?: string): Loss | undefined {
  const isOff = (value: unknown) => value === undefined || /^(?:|false|null)$/.test(scalarText(value));
  const isOn = (value: unknown) => scalarText(value) === 'true';
  if (protects.has(key) && !isMapping(was) && !Array.isArray(was)) {
    const isLost = !isOff(was) && !isOn(is) && scalarText(was) !== scalarText(is);
    return isLost ? { what: isOff(is) ? `turns ${key} off` : undecided(key, was), severity: 'high' } : undefined;
  }
  if (weakens.has(key)) {
    const isLost = !isOn(was) && !isOff(is) && scalarText(was) !== scalarText(is);
    return isLost ? { what: isOn(is) ? `turns ${key} on` : undecided(key, was), severity: 'high' } : undefined;
  }
  if (counts.has(key)) return lowered(key, was, is);
  if (demanded.has(key) && list(was).some(isCheck)) return fewer(key, list(was), list(is));
  if (branches.has(key) && list(was).length > 0) return fewer(key, list(was), list(is), 'protects');
  if (patterns.has(key) && scalarText(was) !== '') return other(key, was, is);
  const isPusher = parent === 'restrictions' && ['users', 'teams', 'apps'].includes(key);
  if (exempt.test(key) || key === 'exclude' || isPusher) return more(key, was, is);
  const order = words.get(key);
  if (order !== undefined) return weaker(key, order, was, is);
  const isThere = (value: unknown) => isMapping(value) || list(value).some(isMapping);
  const isGone = blocks.has(key) && isThere(was) && !isThere(is);
  return isGone ? { what: `no longer has ${key}`, severity: 'high' } : undefined;
}

/** A check by its name, or as a mapping that names it; not a block of settings. */
function isCheck(value: unknown): boolean {
  return typeof value === 'string' || scalarText(isMapping(value) ? value.context : undefined) !== '';
}

/** Terraform decides what an expression is. */
function undecided(key: string, was: unknown): string {
  return `lets an expression decide ${key}, which was not compared (before: ${clipped(scalarText(was) || 'nothing', 60)})`;
}

function lowered(key: string, was: unknown, is: unknown): Loss | undefined {
  const [old, now] = [was, is].map((value) => Number(scalarText(value) || 0)) as [number, number];
  if (old > now) return { what: `lowers ${key} from ${old} to ${now}`, severity: 'high' };
  const isSame = scalarText(was) === scalarText(is) || (Number.isNaN(old) ? now > 0 : old === 0 || now >= old);
  if (isSame) return undefined;
  const what = Number.isNaN(now)
    ? undecided(key, was)
    : `sets ${key} to ${now} (before: ${clipped(scalarText(was), 60)})`;
  return { what, severity: 'high' };
}

function other(key: string, was: unknown, is: unknown): Loss | undefined {
  if (scalarText(was) === scalarText(is)) return undefined;
  const [old, now] = [was, is].map((value) => clipped(scalarText(value) || 'nothing', 60));
  return { what: `names other branches by ${key}: ${now} (before: ${old})`, severity: 'high' };
}

function fewer(key: string, was: readonly unknown[], is: readonly unknown[], does = 'demands'): Loss | undefined {
  // One local may be many of the items: it is written out once.
  const known = new Set([...new Set(is)].map(canonical));
  const gone = was.filter((each) => !known.has(canonical(each)));
  return gone.length === 0 ? undefined : { what: `${does} ${gone.length} fewer of ${key}`, severity: 'high' };
}

function more(key: string, was: unknown, is: unknown): Loss | undefined {
  // What is not a list is an expression: whom it exempts is not known.
  const names = (value: unknown): readonly string[] =>
    Array.isArray(value)
      ? [...new Set(value)].map(canonical)
      : isMapping(value)
        ? Object.values(value).flatMap(names)
        : /^(?:|null)$/.test(scalarText(value))
          ? []
          : [canonical(value)];
  const known = new Set(names(was));
  const added = names(is).filter((each) => !known.has(each));
  return added.length === 0 ? undefined : { what: `exempts ${added.length} more by ${key}`, severity: 'high' };
}

function weaker(key: string, order: readonly string[], was: unknown, is: unknown): Loss | undefined {
  const isAbsent = (value: unknown) => value === undefined || value === null;
  // GitLab's default for who may push, merge and unprotect.
  const placeOf = (value: unknown) => order.indexOf(isAbsent(value) ? 'maintainer' : scalarText(value));
  const [old, now] = [placeOf(was), placeOf(is)];
  // What an expression decided may have been the most: that it is stated now is no less.
  const isWeaker = now > Math.max(old, 0) && (old >= 0 || scalarText(was) !== '');
  const isUnknown = old >= 0 && old < order.length - 1 && now < 0;
  if (!isWeaker && !isUnknown) return undefined;
  if (isAbsent(is)) return { what: `no longer sets ${key} (before: ${order[old]})`, severity: 'high' };
  if (!isWeaker) return { what: undecided(key, was), severity: 'high' };
  const before = isAbsent(was) ? 'its default' : clipped(scalarText(was), 60);
  return { what: `sets ${key} to ${order[now]} (before: ${before})`, severity: 'high' };
}

/** Items of a list by their name or pattern, blocks without one by their order; one that is gone takes its protection along. */
function itemLosses(
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
  names: readonly string[],
): readonly ProtectionLoss[] {
  const nameOf = (item: unknown, index: number) =>
    (isMapping(item) && scalarText(item.name ?? item.pattern ?? item.branch ?? item.type)) || String(index);
  const now = new Map(after.map((item, index) => [nameOf(item, index), { item, index }]));
  return before.flatMap((item, index): readonly ProtectionLoss[] => {
    if (!isMapping(item)) return [];
    const name = nameOf(item, index);
    const own = now.get(name);
    if (own !== undefined) return protectionLosses(item, own.item, [...path, own.index], [...names, name]);
    const isProtecting = typeof item.type === 'string' || protectionLosses(item, {}).length > 0;
    if (!isProtecting) return [];
    return [{ path, what: `no longer protects ${name}`, severity: 'high', code: [...names, name, 'gone'] }];
  });
}
