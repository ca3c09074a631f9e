import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { json, type Mapping } from '../../plain-values.ts';
import { StepLimitError } from '../../rbac/model/step-budget.ts';
import { type Severity, worse } from '../../severity.ts';
import { type AuditPolicy, readPolicy } from './audit-policy.ts';
import { type Lowered, loweredLevels } from './lowered-levels.ts';
import { describeRequest, isOtherUrl, isWhole } from './requests.ts';
import { worthOf } from './worth.ts';

/** Kinds of requests that a finding names before it counts the rest. */
const shown = 6;

/** What an audit policy records less of than the former one, a loosening for each rule that does it. Paths are those of the policy. */
export function policyLowered(before: Mapping, after: Mapping): readonly Loosening[] {
  if (json([before.rules, before.omitStages]) === json([after.rules, after.omitStages])) return [];
  const [was, is] = [readPolicy(before), readPolicy(after)];
  const lowered = compare(was, is);
  if (lowered === undefined) return [tooLarge];
  const causes = groupBy(lowered, (each) =>
    JSON.stringify([isOfPolicy(each, is) ? 'policy' : each.after, each.stages]),
  );
  return [...causes.values()].map((group) => ofCause(group, was, is));
}

/** Whether the policy itself omits what is lost, so that it is lost by every rule. */
function isOfPolicy({ stages }: Lowered, { omitted }: AuditPolicy): boolean {
  return stages.length > 0 && stages.every((stage) => omitted.includes(stage));
}

/** Undefined where there are too many requests to tell apart. */
function compare(was: AuditPolicy, is: AuditPolicy): readonly Lowered[] | undefined {
  try {
    return loweredLevels(was, is);
  } catch (error) {
    if (error instanceof StepLimitError) return undefined;
    throw error;
  }
}

const tooLarge: Loosening = {
  what: 'is another one than before, and names too much for comparing the two: whether it records less was not judged',
  remedy: 'Compare what both versions record, or make the policy smaller.',
  severity: 'high',
  path: ['rules'],
  subject: ['too large'],
};

function ofCause(group: readonly Lowered[], was: AuditPolicy, is: AuditPolicy): Loosening {
  const severityOf = (each: Lowered): Severity => worthOf(each, was.rules[each.before], ruleOf(is, each));
  const severity = group.map(severityOf).reduce(worse);
  const kinds = withoutImplied(group);
  const first = kinds.find((each) => severityOf(each) === severity) ?? group[0];
  const others = kinds.filter((each) => each !== first).map((each) => `also ${lossOf(each, was, is)}`);
  const more = others.length > shown ? [`and ${others.length - shown} more kinds of requests`] : [];
  const isOfStages = first !== undefined && first.stages.length > 0;
  return {
    what: first === undefined ? '' : lossOf(first, was, is),
    remedy: isOfStages
      ? 'Keep the stage: without it nothing says how such a request ended.'
      : 'Keep the level, and put a rule for the single users or resources that make too much noise before it.',
    severity,
    ...placeOf(first, is),
    details: [...others.slice(0, shown), ...more],
    subject: [
      first === undefined ? '' : (ruleOf(is, first)?.level ?? 'None'),
      ...[...new Set(group.map(({ request, group: asWhom, stages }) => json([request, asWhom, stages])))]
        .sort()
        .slice(0, 20),
    ],
  };
}

function placeOf(first: Lowered | undefined, is: AuditPolicy) {
  if (first !== undefined && isOfPolicy(first, is)) return { path: ['omitStages'] };
  if (first?.after === undefined) return { path: ['rules'], formerPath: ['rules', first?.before ?? 0] };
  return { path: ['rules', first.after, first.stages.length > 0 ? 'omitStages' : 'level'] };
}

/** Without what others of them say already: requests for other URLs where it is all requests, those of a user where all of that user's are. */
function withoutImplied(group: readonly Lowered[]): readonly Lowered[] {
  const implies = (one: Lowered, other: Lowered) => {
    if (one === other) return false;
    const { user, verb } = one.request;
    if (user !== other.request.user) return false;
    if (user !== undefined && verb === undefined) return true;
    return one.group === other.group && verb === other.request.verb && isOtherUrl(other.request);
  };
  const wholes = group.filter(({ request }) => isWhole(request));
  return group.filter((other) => !wholes.some((one) => implies(one, other)));
}

function ruleOf(policy: AuditPolicy, { after }: Lowered) {
  return after === undefined ? undefined : policy.rules[after];
}

/** `no longer records requests for secrets (Metadata before)`. */
function lossOf(lowered: Lowered, was: AuditPolicy, is: AuditPolicy): string {
  const what = describeRequest(lowered.request, lowered.group);
  const [before, now] = [was.rules[lowered.before], ruleOf(is, lowered)];
  if (lowered.stages.length > 0) return `no longer records the stage ${lowered.stages.join(', ')} of ${what}`;
  if (now === undefined || now.rank === 0) return `no longer records ${what} (${before?.level} before)`;
  return `records only ${now.level} of ${what} (${before?.level} before)`;
}
