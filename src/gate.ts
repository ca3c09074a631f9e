import { compareFindings, comparePlaces, type Finding, filesOf, type Suppressed } from './gate/finding.ts';
import { fingerprint } from './gate/fingerprint.ts';
import { decideIgnore, isExpired } from './gate/ignores.ts';
import { reaches, threshold } from './gate/threshold.ts';
import type { Outcome, Verdict } from './gate/verdict.ts';
import type { Tree } from './git/object/object.ts';
import { asDelivered, scopeOf } from './kube/scope.ts';
import type { Scope } from './kube/touched-file.ts';
import { defaultPolicy } from './policy/defaults.ts';
import type { FailOn, IgnoreEntry, Policy } from './policy/policy.ts';
import { compareLevels, levelIn, type RuleLevel } from './policy/rule-levels.ts';
import type { Observation, Observed, Rule } from './rules/rule.ts';
import type { Unjudged } from './unjudged.ts';

export type { Finding, Suppressed } from './gate/finding.ts';
export { exitCode, type Verdict, withUnjudged } from './gate/verdict.ts';

/** An observation with what of its rule decides the verdict. */
type JudgedObservation = Observed<Pick<Rule, 'id' | 'category' | 'severity' | 'isAdvisory'>>;

/** All that a verdict follows from. */
export interface GateInput {
  readonly observed: readonly JudgedObservation[];
  /** The base's policy. */
  readonly policy: Policy;
  /** The caller's `fail-on`: only tightens what the base's policy says. */
  readonly failOn: FailOn | undefined;
  /** On push events signature findings report and do not block, unless the policy says otherwise. */
  readonly isPush: boolean;
  /** Rules that count as they are built in, whatever the policy says of them: the author of the change may have written it. */
  readonly asBuiltIn?: ReadonlySet<string>;
  /** The tree after the change, for the blob ids that secrets' ignores are pinned to. */
  readonly after: Tree;
  readonly unjudged: readonly Unjudged[];
  readonly notes: readonly string[];
  /** The time of the verdict, milliseconds since the epoch. */
  readonly now: number;
}

/** Findings under policy: severity, fingerprint, ignores, blocking, outcome (how-it-judges.md). Pure. */
export function judge(input: GateInput): Verdict {
  const { policy, unjudged } = input;
  const { failOn, from, notes } = threshold(policy, input.failOn);
  const { findings, suppressed } = applyIgnores(number(graded(input)), input);
  const advisory = advisoryRules(input);
  const blocksAt = (finding: Finding, level: FailOn) =>
    reaches(finding.severity, level) && mayBlock(finding, input) && !advisory.has(finding.rule);
  const judged = findings.map((finding) => ({
    ...finding,
    blocking: blocksAt(finding, failOn) || (isBuiltIn(input, finding.rule) && blocksAt(finding, defaultPolicy.failOn)),
    ...blobsOf(finding, input.after),
  }));
  return {
    outcome: outcomeOf(judged, unjudged),
    failOn,
    failOnFrom: from,
    wouldBlock: failOn === 'never' && findings.some((finding) => blocksAt(finding, defaultPolicy.failOn)),
    findings: judged.sort(compareFindings),
    suppressed: suppressed.sort(compareFindings),
    unjudged,
    ...rulesOff(policy),
    notes: [...input.notes, ...notes, ...switchedOff(input), ...expiredIgnores(input)],
  };
}

function blobsOf(finding: Finding, after: Tree): Pick<Finding, 'blobs'> {
  if (finding.category !== 'secret') return {};
  return { blobs: [...new Set(filesOf(finding).flatMap((file) => after.get(file)?.id ?? []))] };
}

function outcomeOf(findings: readonly Finding[], unjudged: readonly Unjudged[]): Outcome {
  if (findings.some((finding) => finding.blocking)) return 'blocked';
  return unjudged.length > 0 ? 'could-not-judge' : 'passed';
}

const isBuiltIn = ({ asBuiltIn }: GateInput, rule: string): boolean => asBuiltIn?.has(rule) === true;

function mayBlock(finding: Finding, { isPush, policy }: GateInput): boolean {
  return !(isPush && finding.category === 'signature' && policy.signatures.onPush === 'report');
}

/** Rules whose findings do not block: the advisory ones for which the policy states no severity. */
function advisoryRules({ observed, policy }: GateInput): ReadonlySet<string> {
  const advisory = observed.filter(({ rule }) => rule.isAdvisory === true && !policy.rules.has(rule.id));
  return new Set(advisory.map(({ rule }) => rule.id));
}

/** Observations as findings, those of rules that are off left out. A severity the policy states outranks the rule's and the observation's own. */
function graded(input: GateInput): readonly Finding[] {
  return input.observed.flatMap((each) => {
    const { rule, observation } = each;
    const severity = levelOf(each, input);
    if (severity === 'off') return [];
    const { id, category } = rule;
    return { ...observation, rule: id, category, severity, blocking: false, fingerprint: fingerprint(id, observation) };
  });
}

/** What the policy makes of an observation: of several scopes the strictest counts, so that none excuses another. */
function levelOf({ rule, observation }: JudgedObservation, input: GateInput): RuleLevel {
  const own = observation.severity ?? rule.severity;
  if (isBuiltIn(input, rule.id)) return own;
  const levels = scopesOf(observation, input.policy).map((scope) => levelIn(input.policy, rule.id, scope) ?? own);
  return levels.sort(compareLevels)[0] ?? own;
}

/** The scopes that an observation is about: its own, and those of its places in files of others. */
function scopesOf(
  { scope, otherScopes = [], position, places = [] }: Observation,
  { clusters, rulesByScope }: Policy,
): readonly (Scope | undefined)[] {
  if (rulesByScope.size === 0) return [scope];
  const scopeIn = (file: string) => asDelivered(scopeOf(file, clusters));
  const home = position && scopeIn(position.file);
  const others = [...new Set(places.map(({ file }) => file))].map(scopeIn).filter((each) => each !== home);
  return [...new Set([scope, ...otherScopes, ...others])];
}

/** Drops exact repetitions and gives each further finding of one fingerprint its own, in the order of their places. */
function number(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, { copies: number; last: Finding }>();
  return [...findings].sort(comparePlaces).flatMap((finding) => {
    const earlier = seen.get(finding.fingerprint);
    if (earlier && comparePlaces(earlier.last, finding) === 0) return [];
    const copies = (earlier?.copies ?? 0) + 1;
    seen.set(finding.fingerprint, { copies, last: finding });
    return copies === 1 ? finding : { ...finding, fingerprint: fingerprint(finding.rule, finding, copies) };
  });
}

function applyIgnores(
  findings: readonly Finding[],
  input: GateInput,
): { findings: Finding[]; suppressed: Suppressed[] } {
  const { policy, after, now } = input;
  const counted: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    if (isBuiltIn(input, finding.rule)) {
      counted.push(finding);
      continue;
    }
    const { by, refused } = decideIgnore(finding, policy.ignore, after, now);
    const parts = by === undefined ? partlyAccepted(finding, policy, after, now) : undefined;
    if (by) suppressed.push({ ...finding, reason: by.reason, until: by.until });
    else if (parts !== undefined) {
      for (const { part, by: entry } of parts)
        if (entry === undefined) counted.push(part);
        else suppressed.push({ ...part, reason: entry.reason, until: entry.until });
    } else if (refused.length > 0) counted.push({ ...finding, details: [...(finding.details ?? []), ...refused] });
    else counted.push(finding);
  }
  return { findings: [...number(counted)], suppressed };
}

interface Part {
  readonly part: Finding;
  readonly by: IgnoreEntry | undefined;
}

/**
 * A finding in several places, place by place, where ignore entries cover some of them: those that an entry for any of the
 * places names and is pinned to. Undefined where none is covered.
 */
function partlyAccepted(finding: Finding, policy: Policy, after: Tree, now: number): readonly Part[] | undefined {
  const { rule, category } = finding;
  const parts = (finding.alone ?? []).map((observation) => {
    const stated = levelIn(policy, rule, observation.scope);
    const severity = stated === undefined || stated === 'off' ? (observation.severity ?? finding.severity) : stated;
    return { ...observation, rule, category, severity, blocking: false, fingerprint: fingerprint(rule, observation) };
  });
  const own = new Set([finding, ...parts].map((part) => part.fingerprint));
  const entries = policy.ignore.filter((entry) => entry.fingerprint !== undefined && own.has(entry.fingerprint));
  const judged = parts.map((part) => ({ part, by: entries.find((entry) => covers(entry, part, after, now)) }));
  return judged.some(({ by }) => by !== undefined) ? judged : undefined;
}

/** Whether an entry that names another place of the same finding covers this one, as far as its other selectors and its pins go. */
function covers(entry: IgnoreEntry, part: Finding, after: Tree, now: number): boolean {
  const named = { ...part, fingerprint: entry.fingerprint ?? part.fingerprint };
  return decideIgnore(named, [entry], after, now).by !== undefined;
}

/** Rules that are off: everywhere, or in some scopes. */
function rulesOff({ rules, rulesByScope }: Policy): Pick<Verdict, 'off' | 'offIn'> {
  const off = [...rules].flatMap(([rule, severity]) => (severity === 'off' ? rule : []));
  const offIn = [...rulesByScope].flatMap(([rule, levels]) => {
    const scopes = [...levels].flatMap(([scope, level]) => (level === 'off' ? scope : []));
    return scopes.length > 0 ? { rule, scopes } : [];
  });
  return { ...(off.length > 0 ? { off } : {}), ...(offIn.length > 0 ? { offIn } : {}) };
}

/** What was seen by rules that the policy turns off, everywhere or in some scopes, is not lost: it is counted. */
function switchedOff(input: GateInput): readonly string[] {
  const { observed, policy } = input;
  const counts = new Map<string, { all: number; scopes: Set<Scope> }>();
  for (const each of observed) {
    const { rule, observation } = each;
    if (levelOf(each, input) !== 'off') continue;
    const known = counts.get(rule.id) ?? { all: 0, scopes: new Set<Scope>() };
    known.all++;
    if (policy.rulesByScope.has(rule.id) && observation.scope !== undefined) known.scopes.add(observation.scope);
    counts.set(rule.id, known);
  }
  return [...counts].map(([rule, { all, scopes }]) => {
    const where = scopes.size === 0 ? '' : ` in ${listed([...scopes].sort())}`;
    return `${rule} is off${where} in ${policy.source ?? 'the policy'}: ${all} not shown.`;
  });
}

/** Names, of many the first few. */
function listed(names: readonly string[]): string {
  const [shown, rest] = [names.slice(0, mostNamed), names.length - mostNamed];
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Scopes that a note names. */
const mostNamed = 5;

function expiredIgnores({ policy, now }: GateInput): readonly string[] {
  const expired = policy.ignore.filter((entry) => isExpired(entry, now));
  if (expired.length === 0) return [];
  const named = expired.map((entry) => `line ${entry.line} (${entry.rule}, until ${entry.until})`).join(', ');
  return [`Expired ignore entries of ${policy.source ?? 'the policy'} no longer hide anything: ${named}.`];
}
