import { StepBudget } from '../../rbac/model/step-budget.ts';
import type { AuditPolicy, AuditRule } from './audit-policy.ts';
import { noOthers, type Request, type RequestPart, requestClasses } from './request-classes.ts';

/** Requests of which less is recorded than before. */
export interface Lowered {
  readonly request: Request;
  /** All requests that are lowered like this one. */
  readonly parts: readonly RequestPart[];
  /** Groups of which the user is in one, without which one of the two rules would not take the request; none where no rule asks. */
  readonly groups: readonly string[];
  /** The rule that decided before, by its index. */
  readonly before: number;
  /** The rule that decides now, by its index; undefined where none does, so that nothing is recorded. */
  readonly after: number | undefined;
  /** Stages that were recorded and no longer are; none of what is said of the level. */
  readonly stages: readonly string[];
}

/** Steps that comparing two policies may take: a second or two. */
const most = 4_000_000;

/** The requests of which a policy records less than the former one. Throws StepLimitError where there are too many to tell apart. */
export function loweredLevels(before: AuditPolicy, after: AuditPolicy): readonly Lowered[] {
  const steps = new StepBudget(most);
  const classes = requestClasses([...before.rules, ...after.rules], steps);
  const split = before.rules.length;
  return classes.flatMap(({ request, rules, groups, parts }) => {
    const old = rules.filter((index) => index < split);
    const now = rules.filter((index) => index >= split).map((index) => index - split);
    steps.charge(1 + (old.length * now.length) / 4);
    let all: readonly RequestPart[] | undefined;
    const found = groups.includes(noOthers)
      ? certainDecision(before, after, old, now, groups)
      : decisions(before, after, old, now, groups);
    return found.flatMap(({ before: was, after: is, groups: asked }) => {
      const rule = before.rules[was];
      const lost = rule === undefined ? [[]] : losses(rule, is === undefined ? undefined : after.rules[is]);
      if (lost.length === 0) return [];
      all ??= parts();
      const own = { request, parts: all, groups: asked, before: was, after: is };
      return lost.map((stages) => ({ ...own, stages }));
    });
  });
}

/** What is lost: the level where there are no stages, stages; or both, each of which its rule says by itself. */
function losses(before: AuditRule, after: AuditRule | undefined): readonly (readonly string[])[] {
  const level = before.rank > (after?.rank ?? 0) ? [[]] : [];
  if (before.rank === 0 || after === undefined || after.rank === 0) return level;
  const lost = [...after.omitted].filter((stage) => !before.omitted.has(stage));
  // That nothing says how a request ended is worse than that less is said of it.
  const isTold = lost.length > 0 && (level.length === 0 || lost.includes('ResponseComplete'));
  return isTold ? [...level, lost] : level;
}

/** The first rules of both policies for a user who is in just these groups. */
function certainDecision(
  before: AuditPolicy,
  after: AuditPolicy,
  old: readonly number[],
  now: readonly number[],
  held: readonly string[],
): readonly Decision[] {
  const isMet = (rule: AuditRule | undefined) =>
    rule !== undefined && (rule.groups.length === 0 || rule.groups.some((each) => held.includes(each)));
  const was = old.find((index) => isMet(before.rules[index]));
  const is = now.find((index) => isMet(after.rules[index]));
  return was === undefined ? [] : [{ before: was, after: is, groups: [] }];
}

interface Decision {
  readonly before: number;
  readonly after: number | undefined;
  readonly groups: readonly string[];
}

/**
 * Each pair of rules that can be the first of both policies for a user in some groups. The user is in every group that no rule before
 * these asks for; what a user is in for certain (`held`) must not be among those.
 */
function decisions(
  before: AuditPolicy,
  after: AuditPolicy,
  old: readonly number[],
  now: readonly number[],
  held: readonly string[],
): readonly Decision[] {
  const found: Decision[] = [];
  const avoidedBefore = new Set<string>();
  for (const was of old) {
    const wanted = before.rules[was]?.groups ?? [];
    const avoided = new Set(avoidedBefore);
    for (const is of [...now, undefined]) {
      const former = wanted.filter((each) => !avoided.has(each));
      const own = is === undefined ? [] : (after.rules[is]?.groups ?? []);
      const isMet = (wanted.length === 0 || former.length > 0) && !held.some((each) => avoided.has(each));
      if (!isMet) break;
      const taken = own.filter((each) => !avoided.has(each));
      if (own.length === 0 || taken.length > 0)
        found.push({ before: was, after: is, groups: taken.length > 0 ? taken : former });
      if (own.length === 0) break;
      for (const each of own) avoided.add(each);
    }
    if (wanted.length === 0) break;
    for (const each of wanted) avoidedBefore.add(each);
  }
  return found;
}
