import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { isSameValue, itemsBeyond, json, list, type Mapping } from '../../plain-values.ts';
import { StepLimitError } from '../../rbac/model/step-budget.ts';
import { compareSeverity, type Severity } from '../../severity.ts';
import { type AuditPolicy, type AuditRule, readPolicy } from './audit-policy.ts';
import { type Lowered, loweredLevels } from './lowered-levels.ts';
import type { RequestPart } from './request-classes.ts';
import { severityOfRequest, worstFirst } from './request-severity.ts';
import { describeRequests, includes, isAny, isOfOtherUrls, isWhole } from './requests.ts';

/** Kinds of requests that a finding names before it counts the rest. */
const shown = 6;

/** What an audit policy records less of than the former one, a loosening for each rule that does it. Paths are those of the policy. */
export function policyLowered(before: Mapping, after: Mapping): readonly Loosening[] {
  if (isSameValue(before.rules, after.rules) && isSameValue(before.omitStages, after.omitStages)) return [];
  const [was, is] = [readPolicy(before), readPolicy(after)];
  const lowered = compare(was, is);
  if (lowered === undefined) return [tooLarge(after)];
  const rules = addedRules(before, after);
  const causes = groupBy(lowered, (each) =>
    JSON.stringify([isOfPolicy(each, is) ? 'policy' : each.after, each.stages]),
  );
  return [...causes.values()].map((group) => ofCause(group, was, is, rules));
}

/** The rules among the first ones of a policy that the former one lacks: they say what exactly is lost, and what is not. */
function addedRules(before: Mapping, after: Mapping): (until: number | undefined) => readonly string[] {
  return (until) => {
    const rules = list(after.rules).slice(0, until === undefined ? undefined : until + 1);
    return itemsBeyond(before.rules, rules).map(json);
  };
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

const tooLarge = (after: Mapping): Loosening => ({
  what: 'is another one than before, and names too much for comparing the two: whether it records less was not judged',
  remedy: 'Compare what both versions record, or make the policy smaller.',
  severity: 'high',
  path: ['rules'],
  subject: ['too large', json([after.rules, after.omitStages])],
});

/** Some of the requests of which less is recorded. */
interface Lost {
  readonly lowered: Lowered;
  readonly part: RequestPart;
  readonly severity: Severity;
}

/** `added` are the rules that are new, in the order in which they are asked. */
function ofCause(
  group: readonly Lowered[],
  was: AuditPolicy,
  is: AuditPolicy,
  added: (until: number | undefined) => readonly string[],
): Loosening {
  const lost = worst(group, is);
  const [first] = lost;
  const lines = lost.map((each) => lossOf(each, was, is));
  const others = [...new Set(lines)].slice(1).map((line) => `also ${line}`);
  const more = others.length > shown ? [`and ${others.length - shown} more kinds of requests`] : [];
  const last = group.some(({ after }) => after === undefined)
    ? undefined
    : Math.max(...group.map(({ after }) => after ?? 0));
  return {
    what: lines[0] ?? '',
    remedy: remedyOf(first, was, is),
    severity: first?.severity ?? 'high',
    ...placeOf(first?.lowered, is),
    details: [...others.slice(0, shown), ...more],
    subject: [
      first === undefined ? '' : (ruleOf(is, first.lowered)?.level ?? 'None'),
      ...shortened(group.map(({ request, groups: [asWhom], stages }) => json([request, asWhom, stages]))),
      ...added(last),
    ],
  };
}

/** What each stage alone records (withAudit of apiserver/pkg/endpoints/filters/audit.go), the worst to lose first. */
const recordedBy: Readonly<Record<string, string>> = {
  ResponseComplete: 'nothing says how such a request ended',
  Panic: 'a request that makes the API server panic leaves no record of its end',
  ResponseStarted: 'a long request, such as watch or exec, is recorded only once it ends',
  RequestReceived: 'only a request that never ends leaves no record',
};

function remedyOf(lost: Lost | undefined, was: AuditPolicy, is: AuditPolicy): string {
  if (lost !== undefined && lost.lowered.stages.length > 0) return remedyOfStages(lost.lowered.stages);
  if (lost?.severity === 'low')
    return 'Where it is meant, have it reviewed and accept it: it is low because clients ask for this all the time, and a finding so that somebody sees the change.';
  return `${wayBack(lost, was, is)}, or leave out no more than one user, verb and resource, and have that reviewed and accept it (\`gitops-gate ignore\`).`;
}

function remedyOfStages(stages: readonly string[]): string {
  const [stage = '', loss = ''] = Object.entries(recordedBy).find(([name]) => stages.includes(name)) ?? [];
  const keep =
    stage === 'RequestReceived' ? 'Where it is meant, have it reviewed and accept it' : `Keep the stage ${stage}`;
  return `${keep}: without it ${loss}.`;
}

/** What records it again. */
function wayBack(lost: Lost | undefined, was: AuditPolicy, is: AuditPolicy): string {
  const now = lost === undefined ? undefined : ruleOf(is, lost.lowered);
  const before = lost === undefined ? undefined : was.rules[lost.lowered.before];
  if (now === undefined || before === undefined) return 'Keep the rule';
  if (isSameValue(selectionOf(now), selectionOf(before))) return `Keep level: ${before.level}`;
  const isFormer = was.rules.some((rule) => isSameValue(selectionOf(rule), selectionOf(now)) && rule.rank >= now.rank);
  if (!isFormer) return 'Take the rule out';
  const isKept = is.rules.some((rule) => isSameValue(selectionOf(rule), selectionOf(before)));
  return isKept ? 'Keep the order of the rules, of which the first that takes a request decides' : 'Keep the rule';
}

/** Which requests a rule takes. */
function selectionOf({ users, groups, verbs, namespaces, resources, urls }: AuditRule): readonly unknown[] {
  return [users, groups, verbs, namespaces, resources, urls];
}

/** The first texts by themselves, the others in one. */
function shortened(texts: readonly string[]): readonly string[] {
  const all = [...new Set(texts)].sort();
  return [...all.slice(0, 20), ...(all.length > 20 ? [all.slice(20).join()] : [])];
}

/** All that is lost by one cause, the worst first, without what others of it say already. */
function worst(group: readonly Lowered[], is: AuditPolicy): readonly Lost[] {
  const all = group.flatMap((lowered): readonly Lost[] => {
    const { groups, stages, parts } = lowered;
    const loss = { groups, stages, after: ruleOf(is, lowered) };
    return withoutIncluded(parts).map((part) => ({
      lowered,
      part: worstFirst(part),
      severity: severityOfRequest(part, loss),
    }));
  });
  return [...withoutImplied(all)].sort((one, other) => compareSeverity(one.severity, other.severity));
}

/** Parts that are compared with each other; of more all are named. */
const mostCompared = 200;

function withoutIncluded(parts: readonly RequestPart[]): readonly RequestPart[] {
  if (parts.length > mostCompared) return parts;
  return parts.filter((part, index) => !parts.some((one, at) => at < index && includes(one, part)));
}

function placeOf(first: Lowered | undefined, is: AuditPolicy) {
  if (first !== undefined && isOfPolicy(first, is)) return { path: ['omitStages'] };
  if (first?.after === undefined) return { path: ['rules'], formerPath: ['rules', first?.before ?? 0] };
  return { path: ['rules', first.after, first.stages.length > 0 ? 'omitStages' : 'level'] };
}

/** Without what others of them say already: requests for other URLs where it is all requests, those of a user where all of that user's are. */
function withoutImplied(lost: readonly Lost[]): readonly Lost[] {
  const implies = (one: Lost, other: Lost) => {
    if (one === other || !isSameValue(one.part.users, other.part.users)) return false;
    if (!isAny(one.part.users) && isAny(one.part.verbs)) return true;
    const isAlike = isSameValue([one.lowered.groups, one.part.verbs], [other.lowered.groups, other.part.verbs]);
    return isAlike && isOfOtherUrls(other.part);
  };
  const wholes = lost.filter(({ part }) => isWhole(part)).slice(0, mostCompared);
  return lost.filter((other) => !wholes.some((one) => implies(one, other)));
}

function ruleOf(policy: AuditPolicy, { after }: Lowered) {
  return after === undefined ? undefined : policy.rules[after];
}

/** `no longer records requests for secrets (Metadata before)`. */
function lossOf({ lowered, part }: Lost, was: AuditPolicy, is: AuditPolicy): string {
  if (isOfPolicy(lowered, is)) return `no longer records the stage ${lowered.stages.join(', ')} of any request`;
  const what = describeRequests(part, lowered.groups);
  const [before, now] = [was.rules[lowered.before], ruleOf(is, lowered)];
  if (lowered.stages.length > 0) return `no longer records the stage ${lowered.stages.join(', ')} of ${what}`;
  if (now === undefined || now.rank === 0) return `no longer records ${what} (${before?.level} before)`;
  return `records only ${now.level} of ${what} (${before?.level} before)`;
}
